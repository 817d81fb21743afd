//! A report as it is written: what a JSON report of [`check`](crate::report::Report) says,
//! whether it was read from a file or comes from a report at hand.

mod number;
mod raw;
mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use number::Number;
pub(crate) use read::Reader;
pub use read::{is_report, read_report};

use super::Selection;
use crate::diagnostic::{Outside, Severity, Subject};
use crate::term::{Against, Attribute, Comparison, Date, Outcome, RegionName, Year};

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
    pub title: String,
    /// The years that were judged, in order.
    pub years: Vec<Year>,
    /// What the verdicts were held against.
    pub against: Against,
    /// The verdicts, in the order of the report; no two on the same.
    pub verdicts: Vec<Verdict>,
    /// How many findings there are of each code and weight, by what they are about.
    pub findings: BTreeMap<(Severity, String, Option<Subject>), u64>,
}

impl Record {
    /// Leaves what is asked for; what lies outside is counted.
    pub fn narrow(&mut self, selection: &Selection) -> Outside {
        let mut outside = Outside::default();
        self.verdicts.retain(|verdict| {
            let is_taken = selection.takes_region(verdict.region.key())
                && selection.takes_indicator(&verdict.indicator.id);
            outside.count_verdicts(verdict.outcome.standing(), u64::from(!is_taken));
            is_taken
        });
        self.findings.retain(|(severity, _, subject), count| {
            let is_taken = selection.takes(subject.as_ref());
            outside.count(*severity, if is_taken { 0 } else { *count });
            is_taken
        });
        outside
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
    pub name: String,
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
    pub unit: Arc<str>,
    /// 分子 and 分母.
    pub counts: Option<(Number, Number)>,
    /// What the year demanded; none where nothing was due, and of a milestone.
    pub requirement: Option<Bounds>,
}

/// A value as it was judged.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number, in the unit of its verdict.
    Number(Number),
    /// A milestone: whether it is done, and perhaps when.
    Done(bool, Option<Date>),
}

/// What a year demanded, in the unit of the value.
#[derive(Debug, Clone, PartialEq)]
pub enum Bounds {
    /// On one side.
    Compare(Comparison, Number),
    /// Both included.
    Between(Number, Number),
}
