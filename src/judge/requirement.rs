//! 年度要求: what a year demands.
//!
//! There is one mechanism: the path through its knots, which are the baseline, what the
//! plan writes for a year, and the target.

use std::collections::BTreeSet;

use super::path::Knot;
use crate::exact::{Decimal, Rational};
use crate::form::Course;
use crate::plan::{Head, Indicator, Milestone, OwnPace, Pace};
use crate::report::Requirement;
use crate::term::{Against, BaselineSource, Basis, Condition, Year};

/// A baseline, and whose it is.
#[derive(Debug, Clone)]
pub(super) struct Baseline {
    pub(super) value: Rational,
    pub(super) source: BaselineSource,
}

impl Baseline {
    /// What a rule says for a year, if it says any.
    pub(super) fn of_rule(head: &Head, indicator: &Indicator, year: Year) -> Option<Self> {
        if base_year(head, indicator, year) != indicator.baseline_year(head) {
            return None;
        }
        let value = indicator.baseline?.into();
        Some(Self { value, source: indicator.baseline_source })
    }
}

/// The year whose value the one of another is held against, where it is held against any.
pub(super) fn base_year(head: &Head, indicator: &Indicator, year: Year) -> Year {
    match indicator.target.course().is_year_on_year() {
        true => year.saturating_sub(1),
        false => indicator.baseline_year(head),
    }
}

/// All of those, whatever rule is in force.
pub(super) fn base_years(head: &Head, indicator: &Indicator, year: Year) -> BTreeSet<Year> {
    indicator.rules().map(|rule| base_year(head, rule, year)).collect()
}

/// What one region must satisfy in one year.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    /// The final target.
    pub(super) target: Condition,
    /// The requirement of the year; none if nothing is due.
    pub(super) requirement: Option<Requirement>,
}

impl Demand {
    /// The bounds of the target and of the requirement.
    pub(super) fn bounds(&self) -> impl Iterator<Item = &Rational> {
        let required = self.requirement.iter().flat_map(|required| required.condition.bounds());
        self.target.bounds().chain(required)
    }
}

/// The demand of a year; none if the target's reference or baseline has no value.
pub(super) fn demand(
    head: &Head,
    indicator: &Indicator,
    year: Year,
    against: Against,
    baseline: Option<&Baseline>,
    reference: Option<&Rational>,
) -> Option<Demand> {
    let value = baseline.map(|baseline| &baseline.value);
    let target = indicator.target.condition(value, reference)?;
    let path = Path { head, indicator, baseline, target: &target };
    let requirement = path.requirement(year, against);
    Some(Demand { target, requirement })
}

/// The two knots between which a year lies that is held to the straight line.
pub(super) fn stretch(
    head: &Head,
    indicator: &Indicator,
    year: Year,
    baseline: Option<&Baseline>,
) -> Option<(Knot, Knot)> {
    let value = baseline.map(|baseline| &baseline.value);
    let target = indicator.target.condition(value, None)?;
    Path { head, indicator, baseline, target: &target }.stretch(year)
}

/// Whether a target has to be kept up: by its form, or because it held where its path begins
/// and nothing else is written.
pub(super) fn is_kept(
    head: &Head,
    indicator: &Indicator,
    baseline: Option<&Rational>,
    target: &Condition,
) -> bool {
    let held = || start(head, indicator, baseline).is_some_and(|(_, value)| target.holds(&value));
    indicator.target.course() == Course::Kept || indicator.milestones.is_empty() && held()
}

/// Where the path begins, if the form has one.
pub(super) fn start(
    head: &Head,
    indicator: &Indicator,
    baseline: Option<&Rational>,
) -> Option<(Year, Rational)> {
    match indicator.target.course() {
        // What changed by the baseline year is nothing.
        Course::FromBaseline if indicator.target.is_reported() => {
            Some((indicator.baseline_year(head), Rational::ZERO))
        }
        Course::FromBaseline => Some((indicator.baseline_year(head), baseline?.clone())),
        Course::AddsUp => Some((head.first_year.saturating_sub(1), Rational::ZERO)),
        // Growth is on no line.
        Course::Compounds
        | Course::Kept
        | Course::EachYear(_)
        | Course::YearOnYear
        | Course::Averages
        | Course::AtEnd => None,
    }
}

/// What lies between two knots.
#[derive(Clone, Copy)]
enum Between {
    /// The straight line.
    Line,
    /// Nothing that is due.
    Nothing,
    /// The target, as in every year.
    Target,
}

/// The way of one region to its target.
struct Path<'p> {
    head: &'p Head,
    indicator: &'p Indicator,
    baseline: Option<&'p Baseline>,
    target: &'p Condition,
}

impl Path<'_> {
    fn requirement(&self, year: Year, against: Against) -> Option<Requirement> {
        let target = &self.indicator.target;
        match target.course() {
            Course::EachYear(basis) => return Some(self.all_of_it(basis)),
            Course::YearOnYear => return Some(self.all_of_it(Basis::Target)),
            Course::FromBaseline
            | Course::Compounds
            | Course::AddsUp
            | Course::Kept
            | Course::Averages
            | Course::AtEnd => {}
        }
        if year >= self.indicator.due_year(self.head) || against == Against::Target {
            return Some(self.all_of_it(Basis::Target));
        }
        let between = self.between();
        if let Some(written) = self.written(year) {
            return Some(self.demands(written, Basis::Milestone, false));
        }
        match between {
            Between::Target => Some(self.all_of_it(Basis::Target)),
            Between::Line | Between::Nothing if self.is_kept() => Some(self.all_of_it(Basis::Kept)),
            Between::Nothing => None,
            Between::Line if target.course() == Course::Averages => {
                Some(self.all_of_it(Basis::Pace))
            }
            Between::Line if target.course() == Course::Compounds => {
                let years = year.saturating_sub(self.indicator.baseline_year(self.head));
                let baseline = self.baseline.map(|baseline| &baseline.value);
                let condition = target.after(years, baseline)?.lenient();
                Some(self.demands(condition, Basis::Pace, true))
            }
            Between::Line => {
                let (from, to) = self.stretch(year)?;
                let from_baseline = self.start().is_some_and(|start| start.year == from.year);
                Some(self.demands(from.toward(&to, year), Basis::Pace, from_baseline))
            }
        }
    }

    /// What an indicator writes for itself goes before the plan's pace.
    fn between(&self) -> Between {
        let has_milestones = !self.indicator.milestones.is_empty();
        match (self.indicator.pace, self.head.pace) {
            (Some(OwnPace::AtEnd), _) => Between::Nothing,
            (Some(OwnPace::Linear), _) | (None, Pace::Linear) => Between::Line,
            (None, Pace::None) if has_milestones => Between::Line,
            (None, Pace::None) => match self.indicator.target.course() {
                // The form itself says what every year demands.
                Course::AtEnd | Course::Kept => Between::Nothing,
                Course::FromBaseline
                | Course::Compounds
                | Course::AddsUp
                | Course::EachYear(_)
                | Course::YearOnYear
                | Course::Averages => Between::Target,
            },
        }
    }

    fn is_kept(&self) -> bool {
        let baseline = self.baseline.map(|baseline| &baseline.value);
        is_kept(self.head, self.indicator, baseline, self.target)
    }

    fn start(&self) -> Option<Knot> {
        let baseline = self.baseline.map(|baseline| &baseline.value);
        let (year, value) = start(self.head, self.indicator, baseline)?;
        Some(Knot::on_the_way(year, value, self.target))
    }

    /// What the plan writes for a year. A range demands itself; one number on the way to a
    /// range demands as much of it as there may be by then.
    fn written(&self, year: Year) -> Option<Condition> {
        let number = |number: Decimal| Rational::from(number);
        let written = match *self.indicator.milestones.get(&year)? {
            Milestone::Value(_) => return Some(self.knot(year)?.condition),
            Milestone::Range(low, high) => Condition::Between(number(low), number(high)),
        };
        let baseline = self.baseline.map(|baseline| &baseline.value);
        written.try_map(|number| self.indicator.target.written(number, baseline))
    }

    /// The knot of a year for which the plan writes something.
    fn knot(&self, year: Year) -> Option<Knot> {
        let baseline = self.baseline.map(|baseline| &baseline.value);
        let numbers = self.indicator.milestones.get(&year)?.numbers();
        let mut values =
            numbers.map(|number| self.indicator.target.written(&Rational::from(number), baseline));
        let first = Knot::on_the_way(year, values.next()??, self.target);
        values.try_fold(first, |knot, value| Some(Knot::on_the_way(year, value?, &knot.condition)))
    }

    /// The knots before and behind a year that is none itself; none before the first.
    fn stretch(&self, year: Year) -> Option<(Knot, Knot)> {
        let milestones = &self.indicator.milestones;
        let before = milestones.range(..year).next_back();
        let from = before.and_then(|(year, _)| self.knot(*year)).or_else(|| self.start())?;
        let behind = milestones.range(year..).next();
        let due = self.indicator.due_year(self.head);
        let end = || Knot { year: due, condition: self.target.clone() };
        let to = behind.and_then(|(year, _)| self.knot(*year)).unwrap_or_else(end);
        (from.year <= year && year < to.year).then_some((from, to))
    }

    /// The target itself.
    fn all_of_it(&self, basis: Basis) -> Requirement {
        self.demands(self.target.clone(), basis, basis == Basis::Kept)
    }

    /// Whose baseline it is matters only where it moves the requirement.
    fn demands(&self, condition: Condition, basis: Basis, from_start: bool) -> Requirement {
        let target = &self.indicator.target;
        let is_moved =
            target.needs_baseline() || from_start && target.course() == Course::FromBaseline;
        let baseline = self.baseline.map(|baseline| baseline.source).filter(|_| is_moved);
        Requirement { condition, basis, baseline }
    }
}
