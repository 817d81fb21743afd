//! A report as it is written: what a JSON report of [`check`](crate::report::Report) says,
//! whether it was read from a file or comes from a report at hand.

mod number;
mod read;
mod reader;
mod source;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use number::Number;
pub use read::{is_report, read_report};
pub(crate) use reader::Reader;

use crate::diagnostic::{Outside, Severity};
use crate::term::{Against, Attribute, Comparison, Date, Named, Outcome, RegionName, Year};

/// The verdicts of one run, and how many findings it had.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it was made of, as it was given.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The stable name of the plan.
    pub plan: String,
    /// The plan's title.
    pub title: Named,
    /// The years that were judged, in order.
    pub years: Vec<Year>,
    /// What the verdicts were held against.
    pub against: Against,
    /// The verdicts, in the order of the report; no two on the same.
    pub verdicts: Vec<Verdict>,
    /// How many findings there are of each weight and code.
    pub findings: BTreeMap<(Severity, String), u64>,
    /// How much lies outside of what was asked for.
    pub outside: Outside,
}

impl Record {
    /// How many errors there are among its findings.
    pub fn errors(&self) -> u64 {
        let errors = self.findings.iter().filter(|((weight, _), _)| *weight == Severity::Error);
        errors.map(|(_, count)| count).sum()
    }
}

/// Where a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Submissions that were judged just now.
    Submission,
    /// A JSON report that was written before.
    Report,
}

impl Origin {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Submission => "submission",
            Self::Report => "report",
        }
    }
}

/// Which indicator a verdict is on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IndicatorName {
    /// Its stable name.
    pub id: String,
    /// 序号.
    pub number: Option<String>,
    /// Its name.
    pub name: Named,
    /// 属性.
    pub attribute: Attribute,
}

/// One verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The indicator.
    pub indicator: Arc<IndicatorName>,
    /// The region.
    pub region: Arc<RegionName>,
    /// The year.
    pub year: Year,
    /// How it was judged.
    pub outcome: Outcome,
    /// The value, if there is one that can be used.
    pub value: Option<Value>,
    /// The unit of value and requirement; empty if they have none.
    pub unit: Arc<Named>,
    /// 分子 and 分母.
    pub counts: Option<(Number, Number)>,
    /// What the year demanded; none where nothing was due, and of a milestone.
    pub requirement: Option<Bounds>,
}

impl Verdict {
    /// What it is on.
    pub(super) fn subject(&self) -> (&str, &str, Year) {
        (&self.indicator.id, self.region.key(), self.year)
    }

    /// How many bytes it takes beside its own and those of the names that it shares.
    fn heap(&self) -> usize {
        let value = match &self.value {
            Some(Value::Number(number)) => Some(number),
            Some(Value::Done(..)) | None => None,
        };
        let counts =
            self.counts.iter().flat_map(|(numerator, denominator)| [numerator, denominator]);
        let bounds = match &self.requirement {
            Some(Bounds::Compare(_, bound)) => [Some(bound), None],
            Some(Bounds::Between(low, high)) => [Some(low), Some(high)],
            None => [None, None],
        };
        value.into_iter().chain(counts).chain(bounds.into_iter().flatten()).map(Number::heap).sum()
    }
}

/// A value as it was judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number, in the unit of its verdict.
    Number(Number),
    /// A milestone: whether it is done, and perhaps when.
    Done(bool, Option<Date>),
}

impl Value {
    /// As scripts read it: of a milestone 1 or 0.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Number(number) => number.text(),
            Self::Done(true, _) => "1",
            Self::Done(false, _) => "0",
        }
    }

    /// The day of a milestone.
    pub(crate) fn day(&self) -> Option<Date> {
        match self {
            Self::Number(_) => None,
            Self::Done(_, day) => *day,
        }
    }
}

/// What a year demanded, in the unit of the value.
#[derive(Debug, Clone, PartialEq)]
pub enum Bounds {
    /// On one side.
    Compare(Comparison, Number),
    /// Both included.
    Between(Number, Number),
}
