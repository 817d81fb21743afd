//! How values have moved over the years, and where they lead: a plain value beside
//! the report that it was computed from.

mod ahead;
mod aim;

use std::collections::BTreeSet;

use super::{Column, Exit, Report, Requirement, Row};
use crate::diagnostic::Diagnostic;
use crate::exact::Rational;
use crate::plan::Indicator;
use crate::term::{Attribute, Condition, Outcome, RegionId, Standing, Year};
pub use aim::Ahead;
pub(crate) use aim::{AimedAt, aimed_at};

/// The years of every indicator and region of a report.
///
/// There may be as many series as verdicts, so that none is kept: each is computed from the
/// report when it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// Which columns tell of each indicator: of the years before the plan's first, then of those
    /// that were judged, counted on.
    columns: Vec<Vec<usize>>,
    /// The regions as a table of verdicts has them: the city comes last.
    regions: Vec<RegionId>,
    /// How many series there are.
    pub count: usize,
    /// What is to be explained beside them.
    says: BTreeSet<Said>,
    /// Those to warn of, worst first.
    warnings: Vec<At>,
    /// The same in the order of all series, and how many are worse.
    ranks: Vec<(At, u32)>,
    /// The findings of the report that matter to its trends.
    pub diagnostics: Vec<Diagnostic>,
    /// How the run ends: what falls short, or will, is told and does not fail it.
    pub exit: Exit,
}

/// Which series: its indicator, and the place of its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    indicator: u32,
    place: u32,
}

/// What series say that is to be explained beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Said {
    /// A year has a value.
    Value,
    /// A projection is the limit of what can be.
    Limited,
    /// Nothing is foretold where there are years enough for it.
    Unforetold,
    /// It is told what the years to come will bring.
    Outlook,
    /// The target is no number.
    NoNumber,
    /// The target is a mean of years.
    Mean,
}

/// One indicator of one region, year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeSeries {
    /// Which of the report's indicators.
    pub indicator: usize,
    /// The region.
    pub region: RegionId,
    /// One for each year of the report, in order.
    pub points: Vec<Point>,
    /// What the target demands of a value, where that is known and the same in every year.
    pub target: Option<Condition>,
    /// How fast it has moved, and has to.
    pub pace: Pace,
    /// Where the straight line through the values leads.
    pub projection: Option<Projection>,
    /// Why nothing is foretold where there are years enough for it.
    pub unforetold: Option<Unforetold>,
    /// What the years to come will bring; none if there are none, or too little is known.
    pub outlook: Option<Outlook>,
    /// Its place among the warnings, 1 the worst; none if it is not warned of.
    pub rank: Option<usize>,
}

/// One year of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: Year,
    /// Which of the report's columns of its years holds the verdict, or, of a year before
    /// the plan's first, which of those holds the value.
    pub column: usize,
    /// The verdict; none in a year before the plan's first.
    pub outcome: Option<Outcome>,
    /// The exact value; none is a gap, never 0.
    pub value: Option<Rational>,
    /// Value less that of the year before, if both are there.
    pub change: Option<Rational>,
}

/// How fast a series moves, in its unit a year; falling is negative.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// (latest − first) / (years between); none of a single value. A sum begins with 0 in
    /// the year before the plan's first.
    pub so_far: Option<Rational>,
    /// (target − latest) / (target year − latest year); none if the target holds already,
    /// is no number, or its year has come.
    pub needed: Option<Rational>,
}

/// Where the straight line of least squares is in the target year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    /// The line itself, which may leave what the measure can have: 104%.
    pub line: Rational,
    /// The line within what the measure can have.
    pub value: Rational,
    /// Whether [`value`](Self::value) meets the target.
    pub holds: bool,
}

/// Why a straight line through the values says nothing of the years to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unforetold {
    /// A denominator is so small that one more or less moves the value by points.
    FewCounted,
    /// The target holds, and a line that leads away from it would foretell a failure of
    /// what has been done.
    Holds,
}

/// What the years to the target will bring if all goes on as it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// The target will hold.
    OnCourse,
    /// The projection does not meet the target.
    Missed,
    /// There are too few years for a projection, and the pace so far is not the pace needed.
    TooSlow,
}

impl Outlook {
    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::OnCourse => "on_course",
            Self::Missed => "missed",
            Self::TooSlow => "too_slow",
        }
    }
}

impl Unforetold {
    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::FewCounted => "few_counted",
            Self::Holds => "holds",
        }
    }
}

impl Projection {
    /// The line leaves what the measure can have, and the value is its limit.
    pub fn is_limited(&self) -> bool {
        self.line != self.value
    }
}

impl TimeSeries {
    /// The rule by which its region is judged in the end.
    pub fn rule<'r>(&self, report: &'r Report) -> &'r Indicator {
        let end = report.years.last().copied().unwrap_or_default().max(report.plan.target_year);
        report.indicators[self.indicator].in_force(Some(self.region), end)
    }

    /// The year in which its target is due.
    pub fn due_year(&self, report: &Report) -> Year {
        self.rule(report).due_year(&report.plan)
    }

    /// The latest year that has a value.
    pub fn latest(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.value.is_some())
    }

    /// The latest value falls short of what its year demanded.
    pub fn is_failing(&self) -> bool {
        let outcome = self.latest().and_then(|point| point.outcome);
        outcome.is_some_and(|outcome| outcome.standing() == Standing::Fail)
    }

    /// 预警: it falls short, or is expected to.
    pub fn is_warned_of(&self) -> bool {
        self.is_failing() || matches!(self.outlook, Some(Outlook::Missed | Outlook::TooSlow))
    }

    /// What is to be explained beside it.
    pub(crate) fn says(&self, report: &Report) -> impl Iterator<Item = Said> {
        let is_limited = self.projection.as_ref().is_some_and(Projection::is_limited);
        let says = [
            (Said::Value, self.latest().is_some()),
            (Said::Limited, is_limited),
            (Said::Unforetold, self.unforetold.is_some()),
            (Said::Outlook, self.outlook.is_some()),
            (Said::NoNumber, aimed_at(self.rule(report)) == AimedAt::NoNumber),
            (Said::Mean, aimed_at(self.rule(report)) == AimedAt::Mean),
        ];
        says.into_iter().filter(|(_, is_so)| *is_so).map(|(what, _)| what)
    }

    /// The values, oldest first.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = (Year, &Rational)> {
        self.points.iter().filter_map(|point| Some((point.year, point.value.as_ref()?)))
    }

    /// What one of its years demanded.
    pub fn requirement<'r>(&self, report: &'r Report, point: &Point) -> Option<&'r Requirement> {
        point.of(report)?.requirement(self.region)
    }

    /// One of its years with everything that belongs to it. In a year before the plan's
    /// first nothing is due.
    pub fn row<'r>(&self, report: &'r Report, point: &Point) -> Option<Row<'r>> {
        let column = point.of(report)?;
        if point.is_before(report) {
            column.value(self.region)?;
            return Some(Row::new(report, column, self.region, Outcome::NotDue));
        }
        report.row(column, self.region)
    }
}

impl Point {
    fn is_before(&self, report: &Report) -> bool {
        self.year < report.plan.first_year
    }

    /// The column of its year.
    pub fn of<'r>(&self, report: &'r Report) -> Option<&'r Column> {
        let columns = if self.is_before(report) { &report.before } else { &report.columns };
        columns.get(self.column)
    }
}

impl Trend {
    /// The series of a report, nothing found out of them yet.
    pub(crate) fn new(report: &Report) -> Self {
        let mut columns = vec![Vec::new(); report.indicators.len()];
        for (at, column) in report.before.iter().chain(&report.columns).enumerate() {
            columns[column.indicator()].push(at);
        }
        let mut regions: Vec<RegionId> = (0..report.regions.len() as u32).map(RegionId).collect();
        regions.sort_by_key(|region| report.regions[region.index()].level.order());
        Self {
            columns,
            regions,
            count: 0,
            says: BTreeSet::new(),
            warnings: Vec::new(),
            ranks: Vec::new(),
            diagnostics: Vec::new(),
            exit: Exit::Passed,
        }
    }

    /// Takes what was found out of all series: how many there are, what they say, and which to
    /// warn of, worst first.
    pub(crate) fn found(&mut self, count: usize, says: BTreeSet<Said>, warnings: Vec<At>) {
        (self.count, self.says) = (count, says);
        self.ranks = warnings.iter().copied().zip(0..).collect();
        self.ranks.sort_unstable();
        self.warnings = warnings;
    }

    /// One for each indicator of each region that has a value or a verdict in any year, by
    /// indicator, then region as a table of verdicts has them.
    pub fn series<'r>(&'r self, report: &'r Report) -> impl Iterator<Item = TimeSeries> + 'r {
        self.numbered(report).map(|(_, series)| series)
    }

    /// The same, each with its place.
    pub(crate) fn numbered<'r>(
        &'r self,
        report: &'r Report,
    ) -> impl Iterator<Item = (At, TimeSeries)> + 'r {
        (0..self.columns.len()).flat_map(|indicator| self.numbered_of(report, indicator))
    }

    /// Those of one indicator.
    pub fn of<'r>(
        &'r self,
        report: &'r Report,
        indicator: usize,
    ) -> impl Iterator<Item = TimeSeries> + 'r {
        self.numbered_of(report, indicator).map(|(_, series)| series)
    }

    fn numbered_of<'r>(
        &'r self,
        report: &'r Report,
        indicator: usize,
    ) -> impl Iterator<Item = (At, TimeSeries)> + 'r {
        let places = 0..self.regions.len() as u32;
        let at = places.map(move |place| At { indicator: indicator as u32, place });
        at.filter_map(|at| Some((at, self.at(report, at)?)))
    }

    fn at(&self, report: &Report, at: At) -> Option<TimeSeries> {
        let before = report.before.len();
        let columns = self.columns[at.indicator as usize].iter().map(|column| {
            match column.checked_sub(before) {
                Some(judged) => (judged, &report.columns[judged]),
                None => (*column, &report.before[*column]),
            }
        });
        let region = self.regions[at.place as usize];
        let mut series = TimeSeries::new(report, at.indicator as usize, columns, region)?;
        let ranked = self.ranks.binary_search_by_key(&at, |(at, _)| *at);
        series.rank = ranked.ok().map(|found| self.ranks[found].1 as usize + 1);
        Some(series)
    }

    /// Whether any series says so.
    pub(crate) fn says(&self, what: Said) -> bool {
        self.says.contains(&what)
    }

    /// No series has a value in any year.
    pub fn is_empty(&self) -> bool {
        !self.says(Said::Value)
    }

    /// How many series there are to warn of.
    pub fn warnings(&self) -> usize {
        self.warnings.len()
    }

    /// How many warnings are of indicators with that attribute.
    pub fn warned(&self, report: &Report, attribute: Attribute) -> usize {
        let of = |at: &&At| report.indicators[at.indicator as usize].attribute == attribute;
        self.warnings.iter().filter(of).count()
    }

    /// The series to warn of, worst first.
    pub fn warned_of<'r>(&'r self, report: &'r Report) -> impl Iterator<Item = TimeSeries> + 'r {
        self.warnings.iter().filter_map(|at| self.at(report, *at))
    }
}
