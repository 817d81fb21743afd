//! Every word that people read, one file a language.
//!
//! Both languages fill the same structs and match the same enums, so a missing
//! translation does not compile. Codes, JSON keys and CSV headers are not here:
//! they are the same in both.

mod about;
mod ci;
mod diff;
mod done;
mod en;
mod html;
mod rehearsal;
mod trend;
mod xlsx;
mod zh;

pub use ci::CiWords;
pub use diff::DiffWords;
pub use html::HtmlWords;
pub(super) use html::LeftOut;
pub use rehearsal::RehearsalWords;
pub use trend::TrendWords;
pub(super) use trend::{Ahead, Concluded, Now};
pub use xlsx::XlsxWords;

pub use crate::words::Lang;

use super::plain;
pub use crate::diagnostic::Message;
use crate::diagnostic::{Level, Severity};
use crate::report::{AuditTally, Conclusion, TaskCounts};
use crate::term::{Against, Attribute, BaselineSource, Basis, Comparison, Layout, Outcome};

/// Fixed words.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct Words {
    pub number: &'static str,
    pub indicator: &'static str,
    pub attribute: &'static str,
    pub requirement: &'static str,
    pub target: &'static str,
    pub region: &'static str,
    pub year: &'static str,
    pub value: &'static str,
    pub counts: &'static str,
    pub verdict: &'static str,
    pub margin: &'static str,
    pub in_people: &'static str,
    pub citation: &'static str,
    pub place: &'static str,
    pub baseline: &'static str,
    pub remark: &'static str,
    pub shortfalls: &'static str,
    pub no_shortfalls: &'static str,
    pub incomplete: &'static str,
    pub nothing: &'static str,
    pub total: &'static str,
    pub rule_here: &'static str,
    pub rule_meant: &'static str,
    pub own_baseline: &'static str,
    pub own_baselines: &'static str,
    pub also_here: &'static str,
    pub error: &'static str,
    pub warning: &'static str,
    pub note: &'static str,
    pub help: &'static str,
    pub rule: &'static str,
    pub formula: &'static str,
    pub path: &'static str,
    pub numerator: &'static str,
    pub denominator: &'static str,
    pub none_due: &'static str,
    pub by_baseline: &'static str,
    pub roll_up: &'static str,
    pub separator: &'static str,
    pub colon: &'static str,
    pub unstated: &'static str,
    pub regions_judged: &'static str,
    pub done: &'static str,
    pub not_done: &'static str,
    pub this_year: &'static str,
    pub waived: &'static str,
    pub reason: &'static str,
    pub approved_by: &'static str,
    pub expires: &'static str,
    pub item: &'static str,
    pub demand: &'static str,
    pub same_as: &'static str,
    pub meant_so: &'static str,
    pub weight: &'static str,
    pub meaning: &'static str,
    pub example: &'static str,
    pub switch: &'static str,
}

impl Lang {
    /// The fixed words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// How one table of a file was read.
    pub(super) fn table_read(self, sheet: Option<&str>, layout: Layout, rows: u64) -> String {
        let layout = self.layout(layout);
        match (self, sheet) {
            (Self::Zh, Some(sheet)) => format!("工作表“{sheet}”{layout}，{rows} 个数值"),
            (Self::Zh, None) => format!("{layout}，{rows} 个数值"),
            (Self::En, Some(sheet)) => format!("sheet \"{sheet}\" with {layout}, {rows} values"),
            (Self::En, None) => format!("{layout}, {rows} values"),
        }
    }

    /// How a file was read.
    pub(super) fn file_read(self, name: &str, parts: &[String]) -> String {
        match self {
            Self::Zh => format!("{name} 的读法：{}", parts.join("；")),
            Self::En => format!("{name} was read as: {}", parts.join("; ")),
        }
    }

    /// 判定 in at most 7 columns, for narrow cells.
    pub fn short_outcome(self, outcome: Outcome) -> &'static str {
        match self {
            Self::Zh => zh::short_outcome(outcome),
            Self::En => en::short_outcome(outcome),
        }
    }

    /// 属性.
    pub fn attribute(self, attribute: Attribute) -> &'static str {
        match self {
            Self::Zh => zh::attribute(attribute),
            Self::En => en::attribute(attribute),
        }
    }

    /// 属性 in at most 6 columns, for narrow cells.
    pub fn short_attribute(self, attribute: Attribute) -> &'static str {
        match self {
            Self::Zh => zh::short_attribute(attribute),
            Self::En => en::short_attribute(attribute),
        }
    }

    /// What is said in passing, behind what it is about.
    pub(super) fn in_brackets(self, text: &str) -> String {
        match self {
            Self::Zh => format!("（{text}）"),
            Self::En => format!(" ({text})"),
        }
    }

    /// A difference in the unit of its indicator: points, for a percentage.
    pub fn difference(self, number: &str, unit: &str) -> String {
        match unit {
            "" => number.to_owned(),
            "%" => format!("{number} {}", self.points()),
            unit => format!("{number} {unit}"),
        }
    }

    /// Where a requirement comes from.
    pub fn basis(self, basis: Basis, baseline: Option<BaselineSource>) -> &'static str {
        match self {
            Self::Zh => zh::basis(basis, baseline),
            Self::En => en::basis(basis, baseline),
        }
    }

    /// How a run ends, and why.
    pub fn conclusion(self, conclusion: Conclusion) -> &'static str {
        match self {
            Self::Zh => zh::conclusion(conclusion),
            Self::En => en::conclusion(conclusion),
        }
    }

    /// The head of a year's table.
    pub fn headline(self, title: &str, year: u16, against: Against) -> String {
        let title = &plain::line(title);
        match self {
            Self::Zh => zh::headline(title, year, against),
            Self::En => en::headline(title, year, against),
        }
    }

    /// Short by, or ahead by, so many people or institutions.
    pub fn count_margin(self, count: &str, unit: &str, needs_all: bool) -> String {
        match self {
            Self::Zh => zh::count_margin(count, unit, needs_all),
            Self::En => en::count_margin(count, unit, needs_all),
        }
    }

    /// A word about a year: `2020 年基期值`.
    pub fn year_of(self, year: u16, word: &str) -> String {
        match self {
            Self::Zh => zh::year_of(year, word),
            Self::En => en::year_of(year, word),
        }
    }

    /// A target relative to a reference series, as plans say it.
    pub fn relative(self, comparison: Comparison, reference: &str) -> String {
        match self {
            Self::Zh => zh::relative(comparison, reference),
            Self::En => en::relative(comparison, reference),
        }
    }

    /// A plan and the document it stands in.
    pub(super) fn sourced(self, title: &str, source: &str) -> String {
        match self {
            Self::Zh => format!("{title}（{source}）"),
            Self::En => format!("{title} ({source})"),
        }
    }

    /// The heading of a group of tasks.
    pub fn group(self, number: Option<&str>, title: &str) -> String {
        match self {
            Self::Zh => zh::group(number, title),
            Self::En => en::group(number, title),
        }
    }

    /// How many tasks there are of each kind.
    pub fn task_counts(self, counts: TaskCounts) -> String {
        match self {
            Self::Zh => zh::task_counts(counts),
            Self::En => en::task_counts(counts),
        }
    }

    /// How many findings are left, how many are meant so, and in how many rules.
    pub fn lint_counts(self, (found, allowed, rules): (usize, usize, usize)) -> String {
        match self {
            Self::Zh => zh::lint_counts(found, allowed, rules),
            Self::En => en::lint_counts(found, allowed, rules),
        }
    }

    /// More rows than are shown.
    pub fn and_more(self, count: u64) -> String {
        match self {
            Self::Zh => zh::and_more(count),
            Self::En => en::and_more(count),
        }
    }

    /// What an audit does when it finds something.
    pub fn level(self, level: Level) -> &'static str {
        match self {
            Self::Zh => zh::level(level),
            Self::En => en::level(level),
        }
    }

    /// How an audit is switched.
    pub fn switches(self, code: &str) -> String {
        match self {
            Self::Zh => zh::switches(code),
            Self::En => en::switches(code),
        }
    }

    /// How what audits found stands.
    pub fn audits(self, tally: AuditTally) -> String {
        match self {
            Self::Zh => zh::audits(tally),
            Self::En => en::audits(tally),
        }
    }

    /// How much a finding weighs.
    pub fn severity(self, severity: Severity) -> &'static str {
        let words = self.words();
        match severity {
            Severity::Error => words.error,
            Severity::Warning => words.warning,
            Severity::Note => words.note,
        }
    }
}
