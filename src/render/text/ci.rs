//! The words of the reports that other programs read out to people.

use super::{Lang, words};
use crate::diagnostic::{Problem, Severity, Subject};
use crate::render::sentence::Clauses;
use crate::report::{Report, Selection, Silence};
use crate::term::{RegionId, Year, counted};
use crate::words::nested;

words! {
    /// Fixed words of reports that other programs read out to people.
    pub CiWords of ci_words:
    findings: "审核发现", "Findings";
    not_counted:
        "未达到要求，但不属于结论所看的指标，不计为失败",
        "falls short, but the result does not rest on it: not counted as a failure";
    count: "数量", "Count";
    clause: "；", "; ";
    about: "关于", "about";
}
impl Lang {
    /// The language's tag, as in RFC 5646.
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// A verdict as a sentence.
    pub(in crate::render) fn verdict(self, of: Clauses<'_>) -> String {
        let Clauses { region, year, indicator, verdict, .. } = of;
        let clauses = [
            of.requirement.map(|it| format!("{}{it}", self.pick("年度要求 ", "required "))),
            of.margin.map(|it| format!("{}{it}", self.pick("差距 ", "margin "))),
            of.reason.map(|it| format!("{}{it}", self.pick("理由 ", "reason: "))),
        ];
        let clauses: Vec<String> = clauses.into_iter().flatten().collect();
        let clauses = match clauses.as_slice() {
            [] => String::new(),
            _ => self.pick("：", "; ").to_owned() + &clauses.join(self.pick("，", "; ")),
        };
        let cite = of.cite.map_or(String::new(), |cite| self.in_brackets(cite));
        let value = of.value.unwrap_or_default();
        match (self, value.is_empty()) {
            (Self::Zh, true) => {
                nested(format!("{region} {year} 年“{indicator}”{verdict}{clauses}{cite}"))
            }
            (Self::Zh, false) => {
                nested(format!("{region} {year} 年“{indicator}” {value}，{verdict}{clauses}{cite}"))
            }
            (Self::En, true) => {
                format!("{region} {year} \"{indicator}\": {verdict}{clauses}{cite}")
            }
            (Self::En, false) => {
                format!("{region} {year} \"{indicator}\": {value}, {verdict}{clauses}{cite}")
            }
        }
    }

    /// Whose figure a finding is about, of what and of when, as far as that is known.
    pub(in crate::render) fn about(self, subject: &Subject) -> String {
        let names: Vec<&str> =
            subject.series.iter().map(|series| self.name(&series.name)).collect();
        let region = subject.region.as_ref().map(|region| self.name(&region.name).to_owned());
        let year = subject.year.map(|year| match self {
            Self::Zh => format!("{year} 年"),
            Self::En => year.to_string(),
        });
        let quoted = (!names.is_empty()).then(|| match self {
            Self::Zh => nested(format!("“{}”", names.join("”“"))),
            Self::En => format!("\"{}\"", names.join("\", \"")),
        });
        let whose: Vec<String> = region.into_iter().chain(year).collect();
        let (whose, quoted) = (whose.join(" "), quoted.unwrap_or_default());
        let gap = if whose.is_empty() || quoted.is_empty() { "" } else { self.pick("", " ") };
        format!("{whose}{gap}{quoted}")
    }

    /// What was asked for, before how the run of it ends; nothing if it is all there is.
    pub fn asked(self, selection: &Selection) -> String {
        let regions = selection.regions.iter().map(|region| self.name(&region.name)).collect();
        let levels =
            selection.levels.iter().map(|level| self.region_level(*level, false)).collect();
        let indicators = selection.indicators.iter().map(|it| self.name(&it.name)).collect();
        let attributes = selection.attributes.iter().map(|it| self.attribute(*it)).collect();
        let named: [Vec<&str>; 4] = [regions, levels, indicators, attributes];
        let lists = named.iter().filter(|names| !names.is_empty());
        let lists: Vec<String> = lists.map(|names| self.few(names)).collect();
        match (self, lists.is_empty()) {
            (_, true) => String::new(),
            (Self::Zh, false) => format!("所问：{}　", lists.join(self.ci_words().clause)),
            (Self::En, false) => format!("Asked for: {}. ", lists.join(self.ci_words().clause)),
        }
    }

    /// A line a year for the regions of whom nothing was read.
    pub(in crate::render) fn silence(self, silence: &Silence, report: &Report) -> Vec<String> {
        let line = |(year, (regions, values)): (Year, (Vec<RegionId>, u64))| {
            let region = |id: &RegionId| report.regions.get(id.index());
            let names: Vec<&str> =
                regions.iter().filter_map(region).map(|region| self.name(&region.name)).collect();
            let names = self.few(&names);
            match self {
                Self::Zh => format!("{year} 年没有读到任何数值：{names}；缺报 {values} 项"),
                Self::En => {
                    format!("nothing was read for {year}: {names}; missing values {values}")
                }
            }
        };
        silence.years().into_iter().map(line).collect()
    }

    /// The first names, and how many there are.
    fn few(self, names: &[&str]) -> String {
        const FEW: usize = 4;
        let first = self.list(names.iter().take(FEW));
        match (self, names.len() > FEW) {
            (_, false) => first,
            (Self::Zh, true) => format!("{first}等 {} 个", names.len()),
            (Self::En, true) => format!("{first} and others ({})", names.len()),
        }
    }

    /// What findings of such a problem are about.
    pub fn subject(self, problem: &Problem) -> &'static str {
        let (zh, en) = match problem {
            Problem::Key(_)
            | Problem::Target(_)
            | Problem::Applies(_)
            | Problem::Plan(_)
            | Problem::Division(_) => ("规划的规则有误", "a fault in the plan's rules"),
            Problem::Lint(_) => ("规划的规则可能有误", "a rule of the plan that may be wrong"),
            Problem::Submission(_) => ("报送的数据", "the data that was sent"),
            Problem::Audit(_) => ("数据审核", "an audit of what was sent"),
            Problem::Judgement(_) | Problem::Rest(_) => ("判定时发现", "found while judging"),
            Problem::Input(_) | Problem::Output(_) | Problem::Comparison(_) => {
                ("文件或参数", "files or arguments")
            }
            Problem::More(_) => ("同类情况", "more of the same kind"),
        };
        self.pick(zh, en)
    }

    /// What a finding's weight means for the verdicts.
    pub fn weight(self, severity: Severity) -> &'static str {
        let (zh, en) = match severity {
            Severity::Error => (
                "错误：这一处不能用，报送数据因此不能全部判定",
                "error: this can't be used, so that not all of the data can be judged",
            ),
            Severity::Warning => (
                "警告：请核对；不影响判定和退出码",
                "warning: to be looked at; it changes no verdict and no exit code",
            ),
            Severity::Note => (
                "说明：供参考；不影响判定和退出码",
                "note: worth knowing; it changes no verdict and no exit code",
            ),
        };
        self.pick(zh, en)
    }

    /// So many findings that keep the data from being judged whole.
    pub fn errors_found(self, count: u64) -> String {
        match self {
            Self::Zh => format!("数据中有错误 {count} 处"),
            Self::En => format!("errors in the data: {count}"),
        }
    }

    /// A line of a file.
    pub(in crate::render) fn line(self, number: u64) -> String {
        match self {
            Self::Zh => format!("第{number}行"),
            Self::En => format!("line {number}"),
        }
    }

    /// What is wrong, and what to do about it.
    pub(in crate::render) fn what_to_do(self, wrong: &str, help: &str) -> String {
        match self {
            Self::Zh => format!("{wrong}。{help}"),
            Self::En => format!("{wrong}; {help}"),
        }
    }

    /// How many findings there are of each weight, and how more is told of those that have a
    /// place.
    pub(in crate::render) fn findings_counted(
        self,
        counts: impl Iterator<Item = (Severity, u64)>,
        is_any_placed: bool,
    ) -> String {
        let counts = self.list(counts.map(|(of, count)| match self {
            Self::Zh => format!("{} {count}", self.severity(of)),
            Self::En => counted(count, &format!("{}s", self.severity(of))),
        }));
        let counts = format!("{}{counts}", self.pick("问题：", "findings: "));
        let more = self.pick(
            "--explain 画出原文和规则；dabiao explain 代码 说明含义",
            "--explain draws lines and rules; dabiao explain CODE tells what it means",
        );
        if is_any_placed { counts + &self.in_brackets(more) } else { counts }
    }

    /// More of something than a format has room for.
    pub fn unlisted(self, count: u64) -> String {
        match self {
            Self::Zh => format!("另有 {count} 条未在此列出"),
            Self::En => format!("and {count} more, not listed here"),
        }
    }
}
