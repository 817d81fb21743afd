//! The result of a run: a plain value, and all that renderers see.

mod column;
pub mod comparison;
pub(crate) mod document;
mod headroom;
mod home;
mod letter;
mod outline;
mod overview;
mod points;
mod reason;
pub mod record;
mod rehearsal;
mod requirements;
mod revision;
mod row;
mod ruleset;
mod selection;
mod silence;
mod tally;
mod template;
mod tidy;
mod trend;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use column::Column;
pub(crate) use headroom::{FEW_HUNDREDTHS, HANDFUL, headroom};
pub use home::Homes;
pub use letter::{Asks, Letter, Letters, Sending};
pub use outline::{Allowed, Explanation, LintReport, Outline, Stretch, TaskCounts};
pub use overview::{Overview, Score, Scoreboard};
pub use points::Points;
pub use reason::{Reason, Reasons};
pub use rehearsal::{Difference, Failure, Lack, Rehearsal, Rehearsed};
pub use requirements::{Demanded, DemandedYear, Dependence, PlanRecord, Requirements};
pub use revision::{Aspect, Revised, Revision};
pub use row::Row;
pub use ruleset::{
    Bounds, Demanding, Digits, Follows, How, Meant, Own, Piece, Place, Ruled, Ruleset, Steep,
    Variant,
};
pub use selection::Selection;
pub use silence::Silence;
pub use tally::{AuditTally, Conclusion, Exit, Tally};
pub use template::{Asked, Item, LastYear, Line, Question, Respondent, Template};
pub use tidy::{TidyRow, TidyValue};
pub use trend::{Ahead, Outlook, Pace, Point, Projection, TimeSeries, Trend, Unforetold};
pub(crate) use trend::{AimedAt, Said, aimed_at};

use crate::diagnostic::Diagnostic;
use crate::exact::Decimal;
use crate::plan::{Grading, Head, Indicator, Waiver};
use crate::source::Spots;
use crate::term::{
    Against, BaselineSource, Basis, Condition, FailOn, FigureColumns, Layout, Outcome, Region,
    RegionId, Standing, TableInfo, Texts, Year,
};
use crate::text;

/// Everything one run found.
#[derive(Debug)]
pub struct Report {
    /// The head of the plan that was judged by.
    pub plan: Arc<Head>,
    /// The years that were judged, in order.
    pub years: Vec<Year>,
    /// What the run is about.
    pub selection: Selection,
    /// What the verdicts are held against.
    pub against: Against,
    /// From which attribute on a failure fails the run.
    pub fail_on: FailOn,
    /// The files that were judged.
    pub inputs: Vec<InputInfo>,
    /// The files that gave the years before.
    pub history: Vec<InputInfo>,
    /// The file that flags were taken from, if any were.
    pub settings: Option<String>,
    /// What the whole plan says, also where nothing was judged.
    pub outline: Outline,
    /// The indicators that columns refer to.
    pub indicators: Vec<Arc<Indicator>>,
    /// The regions of the plan, which region ids refer to.
    pub regions: Arc<Vec<Region>>,
    /// The verdicts, by year, then indicator.
    pub columns: Vec<Column>,
    /// The values of the years before the plan's first that were sent, by year, then
    /// indicator: they are history, and have no verdicts.
    pub before: Vec<Column>,
    /// The values of the years of the history since the baseline, by year, then indicator:
    /// they are looked at beside those that are judged. None where there are very many regions.
    pub past: Vec<Column>,
    /// The waivers that were given, which columns refer to.
    pub waivers: Vec<Waiver>,
    /// 备注, by the line they were sent on.
    pub remarks: Texts,
    /// By year, of which regions anything was read.
    pub heard: BTreeMap<Year, Vec<bool>>,
    /// How the verdicts are distributed.
    pub tally: Tally,
    /// How each year that has verdicts stands, in a few figures.
    pub overviews: Vec<Overview>,
    /// 评价: the plan's grades.
    pub grading: Arc<Grading>,
    /// 得分, by year, then region; of the whole plan, whatever was asked for. None if it
    /// gives no weights.
    pub points: Vec<Points>,
    /// How what audits found stands.
    pub audits: AuditTally,
    /// How the run ends.
    pub exit: Exit,
    /// Findings beside the verdicts.
    pub diagnostics: Vec<Diagnostic>,
    /// Why what is due could not be judged.
    pub reasons: Reasons,
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
    /// What kind of workbook it is, if it is one: `xlsx`, `xls` or `ods`.
    pub workbook: Option<&'static str>,
    /// The tables in it that were read.
    pub tables: Vec<TableInfo>,
    /// How many rows were read.
    pub rows: u64,
    /// The number of its first line among the lines of all files, less one.
    pub first_line: u32,
    /// The columns that hold its figures.
    pub columns: FigureColumns,
    /// Where each of its values stands; empty where its lines say it.
    pub spots: Arc<Spots>,
}

impl InputInfo {
    /// The layout of its tables, if they all have one.
    pub fn layout(&self) -> Option<Layout> {
        let layout = self.tables.first()?.layout;
        self.tables.iter().all(|table| table.layout == layout).then_some(layout)
    }

    /// The line of its value of a number, from 1.
    pub(crate) fn line(&self, number: u32) -> u64 {
        let at = (number as usize).checked_sub(1);
        at.and_then(|at| self.spots.line(at)).unwrap_or(number.into())
    }

    /// The column of that value, where lines don't say where it stands.
    pub(crate) fn column(&self, number: u32) -> Option<Cow<'_, str>> {
        self.spots.column((number as usize).checked_sub(1)?)
    }
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

impl Requirement {
    /// How far it is from what the document names. What that writes for a year is as
    /// written, and a line leads to the bound that is judged; a change is in terms of its
    /// own, and an index in none.
    pub fn about(&self, indicator: &Indicator) -> Option<Decimal> {
        let target = &indicator.target;
        let is_own = target.of_value().is_some() || target.relation().is_some();
        let is_target = match self.basis {
            Basis::Target | Basis::Kept | Basis::Reference => true,
            Basis::Pace | Basis::Milestone => false,
        };
        indicator.about.filter(|_| is_own && is_target)
    }
}

/// Which assessment of its plan a report is, by the last year that it judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// 年度监测: any other year.
    Annual,
    /// 中期评估: the year in the middle of the plan.
    MidTerm,
    /// 终期评估: the targets are due.
    Final,
}

impl Report {
    /// How the run ends, and why.
    pub fn conclusion(&self) -> Conclusion {
        self.tally.conclusion(self.exit)
    }

    /// The years that were judged, and before them those that were sent and are history.
    pub fn years_sent(&self) -> Vec<Year> {
        let mut years: Vec<Year> = self.before.iter().map(Column::year).collect();
        years.dedup();
        years.extend(&self.years);
        years
    }

    /// The values of an indicator in a region in the years that were not judged, by year.
    pub fn past_rows(&self, indicator: usize, region: RegionId) -> Vec<Row<'_>> {
        let columns = self.before.iter().chain(&self.past);
        let of = columns.filter(|column| column.indicator() == indicator);
        let with_value = of.filter(|column| column.value(region).is_some());
        // Nothing was due of them.
        let row = |column| Row::new(self, column, region, Outcome::NotDue);
        let mut rows: Vec<Row<'_>> = with_value.map(row).collect();
        rows.sort_by_key(Row::year);
        rows
    }

    /// Every verdict, by year, indicator and region.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.columns.iter().flat_map(move |column| self.column_rows(column))
    }

    /// The verdicts of one column, by region.
    pub fn column_rows<'r>(&'r self, column: &'r Column) -> impl Iterator<Item = Row<'r>> {
        column.judged().map(move |(region, outcome)| Row::new(self, column, region, outcome))
    }

    /// Those of some of the regions.
    pub(crate) fn rows_within<'r>(
        &'r self,
        column: &'r Column,
        regions: Range<usize>,
    ) -> impl Iterator<Item = Row<'r>> {
        let judged = column.judged_within(regions);
        judged.map(move |(region, outcome)| Row::new(self, column, region, outcome))
    }

    /// As many of a column as show everything that is demanded in it.
    pub fn kinds_of_rows<'r>(&'r self, column: &'r Column) -> impl Iterator<Item = Row<'r>> {
        column.kinds().map(move |(region, outcome)| Row::new(self, column, region, outcome))
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

    /// The worst of what fell short in one column, worst first, as many as are kept.
    pub fn worst_of<'r>(&'r self, column: &'r Column) -> impl Iterator<Item = Row<'r>> {
        column.worst().iter().filter_map(move |(region, _)| self.row(column, *region))
    }

    /// The failures that are waived.
    pub fn waived(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows_that(|outcome| outcome == Outcome::Waived)
    }

    /// The rows that could not be judged though they are due.
    pub fn incomplete(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows_that(|outcome| outcome.standing() == Standing::Incomplete)
    }

    /// The rows that ended so; a column that has none is not looked through.
    pub(crate) fn rows_that(
        &self,
        wanted: impl Fn(Outcome) -> bool + Copy,
    ) -> impl Iterator<Item = Row<'_>> {
        let columns = self.columns.iter().filter(move |column| column.has(wanted));
        columns.flat_map(move |column| {
            let judged = column.judged().filter(move |(_, outcome)| wanted(*outcome));
            judged.map(move |(region, outcome)| Row::new(self, column, region, outcome))
        })
    }

    /// Whether a remark, or the name of a file, says that figures are made up: 示例数据.
    pub fn is_sample(&self) -> bool {
        self.remarks.any_holds(text::SAMPLE)
            || self.inputs.iter().any(|input| input.name.contains(text::SAMPLE))
    }

    /// Which assessment of its plan it is.
    pub fn stage(&self) -> Stage {
        let (from, to) = (self.plan.baseline_year, self.plan.target_year);
        let middle = from + to.saturating_sub(from).div_ceil(2);
        match self.years.last() {
            Some(year) if *year >= to => Stage::Final,
            Some(year) if *year == middle => Stage::MidTerm,
            _ => Stage::Annual,
        }
    }
}
