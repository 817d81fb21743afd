//! The result of a run: a plain value, and all that renderers see.

mod column;
mod row;
mod tally;

use std::collections::HashMap;
use std::sync::Arc;

pub use column::Column;
pub use row::Row;
pub use tally::{Conclusion, Exit, Tally};

use crate::diagnostic::Diagnostic;
use crate::exact::Decimal;
use crate::source::Place;
use crate::term::{
    Against, Attribute, BaselineSource, Basis, Comparison, Condition, FailOn, FigureColumns,
    Region, RegionId, Standing, Year,
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
    /// The regions of the plan, which region ids refer to.
    pub regions: Arc<Vec<Region>>,
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
    /// Its encoding, if it could be read.
    pub encoding: Option<&'static str>,
    /// Its layout, if it could be read.
    pub layout: Option<&'static str>,
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

impl Report {
    /// How the run ends, and why.
    pub fn conclusion(&self) -> Conclusion {
        self.tally.conclusion(self.exit)
    }

    /// Every verdict, by year, indicator and region.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.columns.iter().flat_map(move |column| self.column_rows(column))
    }

    /// The verdicts of one column, by region.
    pub fn column_rows<'r>(&'r self, column: &'r Column) -> impl Iterator<Item = Row<'r>> {
        column.judged().map(move |(region, outcome)| Row::new(self, column, region, outcome))
    }

    /// The verdict on one region, if it is judged.
    pub fn row<'r>(&'r self, column: &'r Column, region: RegionId) -> Option<Row<'r>> {
        Some(Row::new(self, column, region, column.outcome(region)?))
    }

    /// The worst of what fell short, as many as are kept of a column: binding before anticipatory before
    /// tasks, then by the share of the requirement that is lacking.
    pub fn shortfalls(&self) -> Vec<Row<'_>> {
        let ranked = self.columns.iter().enumerate().flat_map(|(at, column)| {
            let attribute = self.indicators[column.indicator()].attribute;
            column.worst().iter().map(move |(region, share)| (attribute, share, at, *region))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable();
        let rows =
            ranked.into_iter().filter_map(|(_, _, at, region)| self.row(&self.columns[at], region));
        rows.take(column::WORST).collect()
    }

    /// The rows that could not be judged though they are due.
    pub fn incomplete(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows().filter(|row| row.outcome().standing() == Standing::Incomplete)
    }
}
