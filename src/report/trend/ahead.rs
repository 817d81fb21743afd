//! A series of values, computed from what was judged: how fast they move, and where they lead.

use std::cmp::Ordering;

use super::{Outlook, Pace, Point, Projection, TimeSeries, Unforetold};
use crate::exact::{Line, Rational};
use crate::plan::{Head, Indicator};
use crate::report::{Column, Report};
use crate::term::{Condition, Limits, RegionId};

/// A straight line through fewer values says more about chance than about the years to come.
const LEAST_VALUES: usize = 3;
/// Of fewer than this, one more or less moves a percentage by more than five points, and a
/// line through such values says nothing.
const FEW: i64 = 20;

impl TimeSeries {
    /// The years of one indicator in one region, of which these columns tell; none if it is never
    /// judged there.
    pub(super) fn new<'r>(
        report: &Report,
        indicator: usize,
        columns: impl Iterator<Item = (usize, &'r Column)>,
        region: RegionId,
    ) -> Option<Self> {
        let info = &report.indicators[indicator];
        let mut points: Vec<Point> = Vec::with_capacity(columns.size_hint().0);
        let (mut was_index, mut of_few) = (false, false);
        for (at, column) in columns {
            let (year, outcome) = (column.year(), column.outcome(region));
            let is_shown = outcome.is_some() || year < report.plan.first_year;
            let value = if is_shown { column.value(region) } else { None };
            let value = value.map(|value| value.reduced());
            let counts = column.entry(region).figure().counts.filter(|_| value.is_some());
            of_few |= counts.is_some_and(|(_, of)| Rational::from(of) < Rational::from(FEW));
            let is_index = column.is_index(region);
            let before = points.last().filter(|point| year.checked_sub(1) == Some(point.year));
            // Nothing lies between done and not done, nor between a rate and an index.
            let before =
                before.filter(|_| info.measure.limits.are_numbers() && was_index == is_index);
            let change = value.clone().zip(before.and_then(|point| point.value.clone()));
            let change = change.map(|(now, before)| now - before);
            points.push(Point { year, column: at, outcome, value, change });
            was_index = is_index;
        }
        if points.iter().all(|point| point.outcome.is_none() && point.value.is_none()) {
            return None;
        }
        let mut series = Self {
            indicator,
            region,
            points,
            target: None,
            pace: Pace::default(),
            projection: None,
            unforetold: None,
            outlook: None,
            rank: None,
        };
        let rule = series.rule(report);
        series.target = series.fixed_target(report);
        look_ahead(&mut series, rule, &report.plan, of_few);
        Some(series)
    }
}

/// Fills in the pace, the projection and the outlook of a series, if its target is a number;
/// of values that count few, the pace alone.
fn look_ahead(series: &mut TimeSeries, indicator: &Indicator, plan: &Head, of_few: bool) {
    let Some(target) = series.target.clone() else { return };
    let target = &target;
    let mut values: Vec<(i64, Rational)> =
        series.values().map(|(year, value)| (i64::from(year), value.clone())).collect();
    let on_hand = values.len();
    let start = i64::from(plan.first_year) - 1;
    // A sum over the years of the plan begins with nothing.
    if indicator.target.adds_up() && values.first().is_some_and(|(year, _)| *year > start) {
        values.insert(0, (start, Rational::ZERO));
    }
    let (Some((first_year, first)), Some((year, latest))) = (values.first(), values.last()) else {
        return;
    };
    let due = i64::from(indicator.due_year(plan));
    let (years, left) = (year - first_year, due - year);
    if years > 0 {
        let rise = latest.clone() - first.clone();
        series.pace.so_far = Some((rise / Rational::from(years)).reduced());
    }
    if left <= 0 {
        return;
    }
    let lacks = Lacking::of(target, latest);
    series.pace.needed = lacks
        .as_ref()
        .map(|lacks| ((lacks.bound.clone() - latest.clone()) / Rational::from(left)).reduced());
    if of_few {
        series.unforetold = Some(Unforetold::FewCounted);
    } else if on_hand >= LEAST_VALUES
        && let Some(line) = Line::fit(&values)
    {
        let line = line.at(due);
        // What a sum has reached is not what it will hold: a cap is used up year by year.
        let is_level = !indicator.target.adds_up();
        if is_level && lacks.is_none() && falls(target, latest, &line) {
            series.unforetold = Some(Unforetold::Holds);
            return;
        }
        let value = within(&line, indicator.measure.limits);
        let holds = target.holds(&value);
        series.outlook = Some(if holds { Outlook::OnCourse } else { Outlook::Missed });
        series.projection = Some(Projection { line, value, holds });
    } else if let (Some(so_far), Some(needed), Some(lacks)) =
        (&series.pace.so_far, &series.pace.needed, &lacks)
    {
        let enough = lacks.is_enough(so_far, needed);
        series.outlook = Some(if enough { Outlook::OnCourse } else { Outlook::TooSlow });
    }
}

/// Whether a line leads to the worse from what holds. What rises through a range is no fall.
fn falls(target: &Condition, latest: &Rational, line: &Rational) -> bool {
    match target {
        Condition::Compare(comparison, _) if !comparison.is_upward() => line > latest,
        Condition::Compare(..) | Condition::Between(..) => line < latest,
    }
}

/// What a value lacks of a condition that it does not meet.
struct Lacking {
    /// Where the condition begins.
    bound: Rational,
    /// The bound lies above the value.
    upward: bool,
    /// Whether the bound itself is enough.
    lenient: bool,
}

impl Lacking {
    fn of(condition: &Condition, value: &Rational) -> Option<Self> {
        if condition.holds(value) {
            return None;
        }
        Some(match condition {
            Condition::Compare(comparison, bound) => Self {
                bound: bound.clone(),
                upward: comparison.is_upward(),
                lenient: *comparison == comparison.lenient(),
            },
            Condition::Between(low, high) => {
                let upward = value < low;
                let bound = if upward { low } else { high };
                Self { bound: bound.clone(), upward, lenient: true }
            }
        })
    }

    /// Whether one pace leads at least as far as another that leads to the bound.
    fn is_enough(&self, so_far: &Rational, needed: &Rational) -> bool {
        match so_far.cmp(needed) {
            Ordering::Equal => self.lenient,
            Ordering::Greater => self.upward,
            Ordering::Less => !self.upward,
        }
    }
}

/// The value that the measure can have nearest to this one.
fn within(value: &Rational, limits: Limits) -> Rational {
    let value = limits.least().map_or(value.clone(), |least| value.clone().max(least));
    limits.most().map_or(value.clone(), |most| value.min(most))
}
