//! The result of a run: a plain value, and all that renderers see.

mod row;
mod tally;

use std::collections::HashMap;
use std::sync::Arc;

pub use row::Row;
pub use tally::{Exit, Tally};

use crate::diagnostic::Diagnostic;
use crate::exact::{Decimal, Figure};
use crate::source::Place;
use crate::term::{
    Against, Attribute, BaselineSource, Basis, Comparison, Condition, FailOn, FigureColumns,
    Outcome, Region, RegionId, Standing, Year,
};

/// Everything one run found.
#[derive(Debug)]
pub struct Report {
    /// The plan that was judged by.
    pub plan: PlanInfo,
    /// The years that were judged, in order.
    pub years: Vec<Year>,
    /// What the verdicts are held against.
    pub against: Against,
    /// From which attribute on a failure fails the run.
    pub fail_on: FailOn,
    /// The files that were judged.
    pub inputs: Vec<InputInfo>,
    /// The files that gave the years before.
    pub history: Vec<InputInfo>,
    /// The indicators that columns refer to.
    pub indicators: Vec<IndicatorInfo>,
    /// The regions of the plan, which [`RegionId`]s refer to.
    pub regions: Arc<[Region]>,
    /// The verdicts, by year, then indicator.
    pub columns: Vec<Column>,
    /// 备注, by the line they were sent on.
    pub remarks: HashMap<u32, Box<str>>,
    /// How the verdicts are distributed.
    pub tally: Tally,
    /// How the run ends.
    pub exit: Exit,
    /// Findings beside the verdicts.
    pub diagnostics: Vec<Diagnostic>,
}

/// The plan, as far as a reader of the report needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanInfo {
    /// Its stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The baseline year.
    pub baseline_year: Year,
    /// The year in which targets are due.
    pub target_year: Year,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputInfo {
    /// The path as it was given.
    pub name: Arc<str>,
    /// SHA-256 in hexadecimal, if it was computed.
    pub sha256: Option<String>,
    /// Its encoding.
    pub encoding: &'static str,
    /// Its layout.
    pub layout: &'static str,
    /// How many rows were read.
    pub rows: u64,
    /// The number of its first line among the lines of all files, less one.
    pub first_line: u32,
    /// The columns that hold its figures.
    pub columns: FigureColumns,
}

/// What a rule says, apart from any submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The indicator.
    pub indicator: IndicatorInfo,
    /// 分子 in words.
    pub numerator: Option<String>,
    /// 分母 in words.
    pub denominator: Option<String>,
    /// 基期值.
    pub baseline: Option<Decimal>,
    /// The baseline year.
    pub baseline_year: Year,
    /// The year in which the target is due.
    pub target_year: Year,
    /// What each year of the plan demands of a region that has no baseline of
    /// its own; none where nothing is due, or where it depends on a reference.
    pub path: Vec<(Year, Option<Requirement>)>,
}

/// An indicator, as far as a reader of the report needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorInfo {
    /// Its stable name.
    pub id: String,
    /// 序号.
    pub number: Option<String>,
    /// Its name.
    pub name: String,
    /// 属性.
    pub attribute: Attribute,
    /// The unit of its value.
    pub unit: String,
    /// What its numerator counts.
    pub count_unit: Option<String>,
    /// 目标值.
    pub target: TargetInfo,
    /// Where in the document it stands.
    pub cite: Option<String>,
    /// Where in the rules it stands.
    pub rule: Place,
}

/// 目标值, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetInfo {
    /// A condition on the value.
    Condition(Condition),
    /// At least, or above, a reference series.
    Relative {
        /// The operator.
        comparison: Comparison,
        /// The name of the series.
        reference: String,
    },
}

/// The verdicts on one indicator in one year.
#[derive(Debug)]
pub struct Column {
    /// The year.
    pub year: Year,
    /// Which of the report's indicators.
    pub indicator: usize,
    /// The verdicts, by region in the order of the plan.
    pub judgements: Vec<Judgement>,
    /// What the verdicts refer to.
    pub requirements: Vec<Requirement>,
}

/// 年度要求: what a year demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What the value must satisfy.
    pub condition: Condition,
    /// Where it comes from.
    pub basis: Basis,
    /// Whose baseline the path starts from, if it is a path or was kept.
    pub baseline: Option<BaselineSource>,
}

/// One verdict, packed: a national report holds ten million.
#[derive(Debug, Clone, Copy)]
pub struct Judgement {
    figure: Figure,
    line: u32,
    region: RegionId,
    requirement: u32,
    outcome: Outcome,
}

/// Marks a judgement without a requirement.
const NONE: u32 = u32::MAX;

impl Judgement {
    /// A verdict on a region. `line` is 0 for a figure that nobody sent;
    /// `requirement` is an index into the column's requirements.
    pub fn new(
        region: RegionId,
        outcome: Outcome,
        figure: Figure,
        line: u32,
        requirement: Option<usize>,
    ) -> Self {
        let requirement = requirement.and_then(|at| u32::try_from(at).ok()).unwrap_or(NONE);
        Self { figure, line, region, requirement, outcome }
    }

    /// The verdict.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The region.
    pub fn region(&self) -> RegionId {
        self.region
    }
}

impl Report {
    /// Every verdict, by year, indicator and region.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.columns.iter().flat_map(move |column| self.column_rows(column))
    }

    /// The verdicts of one column.
    pub fn column_rows<'r>(&'r self, column: &'r Column) -> impl Iterator<Item = Row<'r>> {
        column.judgements.iter().map(move |judgement| Row::new(self, column, judgement))
    }

    /// The `most` worst of what fell short, and how much there is: binding before
    /// anticipatory before tasks, then by the share of the requirement that is
    /// lacking.
    pub fn shortfalls(&self, most: usize) -> (Vec<Row<'_>>, usize) {
        let mut rows: Vec<_> = self
            .rows()
            .filter(|row| row.outcome().standing() == Standing::Fail)
            .map(|row| (row.indicator().attribute, row.relative_margin(), row))
            .collect();
        let total = rows.len();
        let order = |a: &(Attribute, _, _), b: &(Attribute, _, _)| (a.0, &a.1).cmp(&(b.0, &b.1));
        rows.sort_by(order);
        (rows.into_iter().take(most).map(|(_, _, row)| row).collect(), total)
    }

    /// How many verdicts of a column have each outcome, in the order of
    /// [`Outcome::ALL`].
    pub fn outcomes(column: &Column) -> [u64; Outcome::ALL.len()] {
        let mut counts = [0; Outcome::ALL.len()];
        for judgement in &column.judgements {
            counts[judgement.outcome as usize] += 1;
        }
        counts
    }

    /// The rows that could not be judged though they are due.
    pub fn incomplete(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows().filter(|row| row.outcome().standing() == Standing::Incomplete)
    }
}
