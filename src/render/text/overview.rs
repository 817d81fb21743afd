//! The words of the headline and the scoreboard, and how a run ends.

use super::{Amount, Lang, plain};
use crate::report::Conclusion;
use crate::term::{Against, Attribute, Level, Outcome, Region, Standing, Year, counted};

/// How many verdicts of a kind stand how.
pub(in crate::render) struct Standings<'t> {
    pub(in crate::render) whose: &'t str,
    pub(in crate::render) is_task: bool,
    /// Several regions' verdicts are counted together.
    pub(in crate::render) is_of_several: bool,
    pub(in crate::render) total: u64,
    pub(in crate::render) pass: u64,
    pub(in crate::render) fail: u64,
    /// What falls short, by attribute.
    pub(in crate::render) short: Vec<String>,
    pub(in crate::render) others: [(Outcome, u64); 5],
}

impl Lang {
    /// The head of a year's table.
    pub fn headline(self, title: &str, year: u16, against: Against) -> String {
        let title = plain::line(title);
        match (self, against) {
            (Self::Zh, Against::Requirement) => format!("{title}　{year} 年　对照年度要求"),
            (Self::Zh, Against::Target) => format!("{title}　{year} 年　对照目标值"),
            (Self::En, Against::Requirement) => {
                format!("{title}, {year}, against the year's requirements")
            }
            (Self::En, Against::Target) => format!("{title}, {year}, against the targets"),
        }
    }

    /// How a run ends, and why.
    pub fn conclusion(self, conclusion: Conclusion) -> &'static str {
        let (zh, en) = match conclusion {
            Conclusion::AllPassed => (
                "数据完整，到期的要求全部达到。",
                "the data is complete, and nothing that was due falls short.",
            ),
            Conclusion::Waived => (
                "数据完整；未达到要求的，都已批准豁免。",
                "the data is complete; all that falls short is waived.",
            ),
            Conclusion::NothingDue => {
                ("数据完整，没有到期的要求。", "the data is complete, and nothing was due.")
            }
            Conclusion::NotCovered => (
                "数据完整；有指标未达到要求，但不属于结论所看的指标。",
                "the data is complete; some indicators fall short, none of those the result rests \
                 on.",
            ),
            Conclusion::Failed => (
                "数据完整，有指标未达到要求。",
                "the data is complete, and some indicators fall short.",
            ),
            Conclusion::Unusable => ("未作判定。", "nothing was judged."),
            Conclusion::Incomplete => (
                "报送数据不完整，未能全部判定。",
                "the data is incomplete; not all of it could be judged.",
            ),
            Conclusion::ErrorsElsewhere => (
                "所列各项已判定，但报送数据中另有错误。",
                "all that is listed was judged, but the submission has errors elsewhere.",
            ),
        };
        self.pick(zh, en)
    }

    /// How a run ends, and that this is its result.
    pub fn concluded(self, conclusion: Conclusion) -> String {
        let words = (self.html_words().conclusion, self.words().colon);
        format!("{}{}{}", words.0, words.1, self.conclusion(conclusion))
    }

    /// How many verdicts of a kind stand how, in one sentence.
    pub(in crate::render) fn standings(self, of: &Standings<'_>) -> String {
        let Standings { whose, total, pass, fail, .. } = of;
        let short = match of.short.as_slice() {
            [] => String::new(),
            short => self.in_brackets(&short.join(self.ci_words().clause)),
        };
        let mut clauses = Vec::new();
        if *pass > 0 || *fail > 0 {
            clauses.push(match self {
                Self::Zh => format!("达到要求 {pass} 项"),
                Self::En if *pass == 1 => "1 passes".to_owned(),
                Self::En => format!("{pass} pass"),
            });
        }
        if *fail > 0 {
            clauses.push(match self {
                Self::Zh => format!("未达到 {fail} 项{short}"),
                Self::En if *fail == 1 => format!("1 falls short{short}"),
                Self::En => format!("{fail} fall short{short}"),
            });
        }
        let others = of.others.iter().filter(|(_, count)| *count > 0);
        clauses.extend(others.map(|(outcome, count)| match self {
            Self::Zh => format!("{} {count} 项", self.outcome(*outcome)),
            Self::En => format!("{count} {}", self.outcome(*outcome)),
        }));
        let kind = match (of.is_task, of.is_of_several) {
            (false, false) if whose.is_empty() => self.pick("项", "indicators"),
            (false, false) => self.pick("项主要指标", "main indicators"),
            (false, true) => self.pick("项主要指标的判定", "verdicts on main indicators"),
            (true, false) => self.pick("项任务", "tasks"),
            (true, true) => self.pick("项任务的判定", "verdicts on tasks"),
        };
        let kind = match (self, total) {
            (Self::En, 1) => kind.strip_suffix('s').unwrap_or(kind),
            _ => kind,
        };
        let whose = match (self, *whose) {
            (_, "") => String::new(),
            (Self::Zh, whose) => format!("{whose} "),
            (Self::En, whose) => format!("{whose}, "),
        };
        let (colon, comma) = (self.words().colon, self.pick("，", ", "));
        format!("{whose}{total} {kind}{colon}{}", clauses.join(comma))
    }

    /// A region that a sentence speaks of; of a city or a province as a whole.
    pub(in crate::render) fn whole(self, region: &Region) -> String {
        let kind = region.name.chars().next_back().filter(|c| "省市州盟县区旗".contains(*c));
        match (self, region.level, kind) {
            (Self::Zh, Level::City | Level::Province, Some(kind)) => format!("全{kind}"),
            _ => self.name(&region.name).to_owned(),
        }
    }

    /// All regions that are judged, where no city stands for them.
    pub(in crate::render) fn regions_together(self, count: u64) -> String {
        match self {
            Self::Zh => format!("{count} 个地区"),
            Self::En => counted(count, "regions"),
        }
    }

    /// What a sentence that speaks of one of several years begins with.
    pub(in crate::render) fn begun_with_year(self, year: Year) -> String {
        match self {
            Self::Zh => format!("{year} 年"),
            Self::En => format!("{year}: "),
        }
    }

    /// An indicator of a region, or of the one that is spoken of.
    pub(in crate::render) fn of_region(self, region: &str, indicator: &str) -> String {
        match (self, region) {
            (_, "") => indicator.to_owned(),
            (Self::Zh, region) => format!("{region}{indicator}"),
            (Self::En, region) => format!("{region} {indicator}"),
        }
    }

    /// What falls short, and by how much if that is known.
    pub(in crate::render) fn short_by(self, name: &str, lack: Option<&Amount>) -> String {
        let comma = self.pick("，", ", ");
        lack.map_or_else(|| name.to_owned(), |of| format!("{name}{comma}{}", self.amount(of)))
    }

    /// What is named, and that there are others if there are: where nothing is named, there is
    /// nothing to say it of.
    fn and_others(self, named: String, is_cut: bool) -> String {
        match is_cut && !named.is_empty() {
            true => named + self.pick("等", ", …"),
            false => named,
        }
    }

    /// So many fall short, of an attribute if that is told: the first by name.
    pub(in crate::render) fn lacking(
        self,
        attribute: Option<Attribute>,
        total: u64,
        names: &[String],
    ) -> String {
        let is_cut = (names.len() as u64) < total;
        let names = self.and_others(names.join(self.ci_words().clause), is_cut);
        let Some(attribute) = attribute.map(|of| self.attribute(of)) else { return names };
        match self {
            Self::Zh => format!("{attribute} {total} 项：{names}"),
            Self::En => format!("{total} {attribute}: {names}"),
        }
    }

    /// So many of an attribute fall short, and by how much the first do.
    pub(in crate::render) fn lacking_in_short(
        self,
        attribute: Attribute,
        total: u64,
        lacks: &[Amount],
    ) -> String {
        let attribute = self.attribute(attribute);
        let is_cut = (lacks.len() as u64) < total;
        let lacks = match lacks {
            [] => String::new(),
            lacks => self.in_brackets(&self.and_others(self.amounts(lacks), is_cut)),
        };
        format!("{attribute} {total}{lacks}")
    }

    /// So many could not be judged, and why, as far as there is room.
    pub(in crate::render) fn unjudged(
        self,
        outcome: Outcome,
        total: u64,
        reasons: &[String],
        is_cut: bool,
    ) -> String {
        let reasons = match reasons {
            [] => String::new(),
            reasons => self.in_brackets(&self.and_others(self.list(reasons), is_cut)),
        };
        format!("{} {total}{reasons}", self.outcome(outcome))
    }

    /// Indicators that other regions have, and the one that is spoken of has not.
    pub(in crate::render) fn elsewhere(self, count: u64, short: u64) -> String {
        let fallen = match (self, short) {
            (_, 0) => String::new(),
            (Self::Zh, short) => format!("，其中 {short} 项有地区未达到"),
            (Self::En, short) => format!(", some fall short on {short} of them"),
        };
        match self {
            Self::Zh => format!("另有 {count} 项只在其他地区判定{fallen}"),
            Self::En => format!("{count} more judged in other regions alone{fallen}"),
        }
    }

    /// The head of a list on one screen, and its order.
    pub(in crate::render) fn listed(self, title: &str, total: u64, kind: Standing) -> String {
        let order = match kind {
            Standing::Fail if total > 1 => self.words().binding_first,
            _ => return format!("{title} {total}{}", self.words().colon),
        };
        format!("{title} {total}{}{}", self.in_brackets(order), self.words().colon)
    }

    /// More than a list on one screen holds.
    pub(in crate::render) fn more_of(self, count: u64) -> String {
        match self {
            Self::Zh => format!("另有 {count} 项未列出（--full 列出全部）"),
            Self::En => format!("and {count} more, not listed (--full lists all)"),
        }
    }

    /// Files that are not plain tables, more than are told one by one.
    pub(in crate::render) fn files_read_otherwise(self, count: u64) -> String {
        match self {
            Self::Zh => format!("{count} 个文件的读法见完整报告"),
            Self::En => {
                format!("the full report tells the reading of {}", counted(count, "files"))
            }
        }
    }

    /// What a table of a line a region tells.
    pub(in crate::render) fn scoreboard(self, year: Year) -> String {
        match self {
            Self::Zh => format!("{year} 年各地区达到要求的情况"),
            Self::En => format!("How each region stands, {year}"),
        }
    }

    /// Regions that are not listed.
    pub(in crate::render) fn regions_left_out(self, count: u64, short: u64) -> String {
        match self {
            Self::Zh => format!(
                "所列为未达到最多的地区；另有 {count} 个地区未列出，其中 {short} 个有未达到要求的指标（见 JSON 或 CSV 报告）"
            ),
            Self::En => format!(
                "the regions that lack the most are listed; of {count} more, {short} fall short \
                 of something (see the JSON or CSV report)"
            ),
        }
    }
}
