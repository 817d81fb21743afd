//! What commands beside `check` say.

use super::{Concluded, Lang};
use crate::diagnostic::Level;
use crate::report::{Exit, TaskCounts};
use crate::term::counted;

impl Lang {
    /// How a run of a command beside `check` ends.
    pub(super) fn ended(self, text: &str) -> String {
        self.pick(format!("结论：{text}。"), format!("Result: {text}."))
    }

    /// All ends of pages beside those of a check; the numbers in them may be others.
    pub(in crate::render) fn endings(self) -> Vec<String> {
        let mut all = Vec::new();
        for exit in [Exit::Passed, Exit::Failed, Exit::Unusable, Exit::Incomplete] {
            all.extend([false, true].map(|is_empty| {
                self.trend_conclusion(Concluded { exit, series: 0, warnings: 0, is_empty })
            }));
            let counts = [(0, 0), (1, 0), (0, 1)];
            all.extend(counts.map(|(worse, errors)| self.diff_conclusion(exit, worse, errors)));
        }
        let counts = [(0, 0), (0, 1), (1, 0), (1, 1)];
        all.extend(counts.map(|(failed, bare)| self.rehearsal_conclusion(failed, bare)));
        all
    }

    /// A plan and the document it stands in.
    pub(in crate::render) fn sourced(self, title: &str, source: &str) -> String {
        format!("{title}{}", self.in_brackets(source))
    }

    /// The heading of a group of tasks.
    pub fn group(self, number: Option<&str>, title: &str) -> String {
        let colon = self.words().colon;
        match number {
            Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("{} {number}{colon}{title}", self.pick("专栏", "Box"))
            }
            Some(number) => format!("{number}{colon}{title}"),
            None => title.to_owned(),
        }
    }

    /// How many tasks there are of each kind.
    pub fn task_counts(self, counts: TaskCounts) -> String {
        let TaskCounts { judged, same, in_words } = counts;
        let all = judged + same + in_words;
        match self {
            Self::Zh => {
                format!("任务 {all} 项：可判定 {judged}、重复别项 {same}、文字要求 {in_words}")
            }
            Self::En => {
                format!("Tasks {all}: judged {judged}, same as another {same}, in words {in_words}")
            }
        }
    }

    /// How many findings are left, how many are meant so, and in how many rules.
    pub fn lint_counts(self, (found, allowed, rules): (usize, usize, usize)) -> String {
        match (self, found) {
            (Self::Zh, 0) => format!("检查规则 {rules} 条：没有发现问题，容许 {allowed} 处"),
            (Self::Zh, _) => format!("检查规则 {rules} 条：发现 {found} 处，容许 {allowed} 处"),
            (Self::En, _) => format!("Rules looked at {rules}: found {found}, allowed {allowed}"),
        }
    }

    /// What an audit does when it finds something.
    pub fn level(self, level: Level) -> &'static str {
        let (zh, en) = match level {
            Level::Deny => ("强制性（默认）：该行无效", "hard (default): the row is invalid"),
            Level::Warn => (
                "核实性（默认）：须在备注中说明，不影响判定和退出码",
                "soft (default): to be explained in the remark; changes neither verdict nor exit \
                 code",
            ),
            Level::Allow => ("默认不审", "not audited (default)"),
        };
        self.pick(zh, en)
    }

    /// How an audit is switched.
    pub fn switches(self, code: &str) -> String {
        match self {
            Self::Zh => format!(
                "--deny {code}（强制性）、--warn {code}（核实性）、--allow {code}（不审）；\
                 或写在规划的 [audit] 中"
            ),
            Self::En => format!(
                "--deny {code} (hard), --warn {code} (soft), --allow {code} (off); \
                 or in the plan's [audit]"
            ),
        }
    }

    /// What became of the rows of a table that a plan was drafted from.
    pub fn drafted(self, rules: usize, left: usize, asides: usize) -> String {
        let aside = match (self, asides) {
            (_, 0) => String::new(),
            (Self::Zh, _) => format!("；小标题和表外文字 {asides} 行，也留作注释"),
            (Self::En, _) => {
                format!("; headings and words around the table left as comments: {asides}")
            }
        };
        match self {
            Self::Zh => format!("写成规则 {rules} 行；未写成、留作注释 {left} 行{aside}"),
            Self::En => {
                format!("rows written as rules: {rules}; rows left as comments: {left}{aside}")
            }
        }
    }

    /// How many cases were drafted, and for how many rules none could be.
    pub fn cases_drafted(self, cases: usize, left: usize) -> String {
        match self {
            Self::Zh => format!("起草用例 {cases} 个，须对照原文核对；未能起草 {left} 条规则"),
            Self::En => format!(
                "cases drafted, to be checked against the document: {cases}; rules left: {left}"
            ),
        }
    }

    /// How many values were written in the canonical layout, and how many left out.
    pub fn tidied(self, written: u64, left: u64) -> String {
        match (self, left) {
            (Self::Zh, 0) => format!("写出 {written} 行"),
            (Self::Zh, _) => format!("写出 {written} 行；不能采用、未写出 {left} 行"),
            (Self::En, 0) => format!("rows written: {written}"),
            (Self::En, _) => {
                format!("rows written: {written}; rows that can't be used, left out: {left}")
            }
        }
    }

    /// How many regions a form asks, and in how many rows.
    pub fn form_asks(self, regions: usize, rows: usize) -> String {
        match self {
            Self::Zh => format!("报送表：{regions} 个地区，{rows} 行"),
            Self::En => {
                format!("the form asks {}; rows: {rows}", counted(regions, "regions"))
            }
        }
    }

    /// That something was made, or left because it was there.
    pub fn initialised(self, path: &str, is_new: bool) -> String {
        match (self, is_new) {
            (Self::Zh, true) => format!("已建立 {path}"),
            (Self::Zh, false) => format!("已有 {path}，未改动"),
            (Self::En, true) => format!("made {path}"),
            (Self::En, false) => format!("{path} is there already and was left as it is"),
        }
    }

    /// That a file was written, and in which format.
    pub fn written(self, path: &str, format: &str) -> String {
        match self {
            Self::Zh => format!("已写入 {path}（{format}）"),
            Self::En => format!("wrote {path} ({format})"),
        }
    }
}
