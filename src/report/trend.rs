//! How values have moved over the years, and where they lead: a plain value beside
//! the report that it was computed from.

use super::{Column, Exit, Report, Requirement, Row};
use crate::diagnostic::Diagnostic;
use crate::exact::Rational;
use crate::plan::Indicator;
use crate::term::{Attribute, Outcome, RegionId, Standing, Year};

/// The years of every indicator and region of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// One for each indicator of each region that has a value or a verdict in any year, by
    /// indicator, then region as a table of verdicts has them: the city comes last.
    pub series: Vec<TimeSeries>,
    /// Which of the series to warn of, worst first.
    pub warnings: Vec<usize>,
    /// The findings of the report that matter to its trends.
    pub diagnostics: Vec<Diagnostic>,
    /// How the run ends: what falls short, or will, is told and does not fail it.
    pub exit: Exit,
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

/// By what it is told where a series leads, or why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ahead<'t> {
    /// By the straight line.
    Projected(&'t Projection),
    /// By the pace so far and the pace needed.
    Pace,
    /// By nothing, though there may be years enough.
    Unforetold(Unforetold),
    /// The target year has come.
    Due,
    /// The target is no number.
    NoNumber,
    /// Too few years for either.
    TooFew,
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

    /// By what it is told where it leads, or why it is not.
    pub fn ahead(&self, report: &Report) -> Ahead<'_> {
        let target = &self.rule(report).target;
        let latest = self.latest().map(|point| point.year);
        match (self.unforetold, &self.projection, self.outlook) {
            (Some(why), _, _) => Ahead::Unforetold(why),
            (None, Some(projection), _) => Ahead::Projected(projection),
            (None, None, Some(Outlook::TooSlow | Outlook::OnCourse | Outlook::Missed)) => {
                Ahead::Pace
            }
            (None, None, None) if target.of_value().is_none() => Ahead::NoNumber,
            (None, None, None) if latest.is_some_and(|year| year >= self.due_year(report)) => {
                Ahead::Due
            }
            (None, None, None) => Ahead::TooFew,
        }
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
    /// No series has a value in any year.
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.latest().is_none())
    }

    /// How many warnings are of indicators with that attribute.
    pub fn warned(&self, report: &Report, attribute: Attribute) -> usize {
        let of =
            |at: &&usize| report.indicators[self.series[**at].indicator].attribute == attribute;
        self.warnings.iter().filter(of).count()
    }

    /// The series to warn of, worst first.
    pub fn warned_of(&self) -> impl Iterator<Item = &TimeSeries> {
        self.warnings.iter().filter_map(|at| self.series.get(*at))
    }
}
