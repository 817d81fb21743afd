//! Years of a rule's own: the one its baseline is of, and the one its target is due in.

use std::fmt;

use super::field::Checker;
use super::head::MOST_YEARS;
use super::table::Table;
use super::{Head, Indicator};
use crate::diagnostic::{PlanProblem, Problem, TargetProblem};
use crate::exact::Decimal;
use crate::term::Year;

/// 年度值: what the plan writes for a year before the target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// One number, with the target's operator.
    Value(Decimal),
    /// A range, of a target that is one.
    Range(Decimal, Decimal),
}

impl Milestone {
    /// That of numbers, of a target that is a range or not, if that is known.
    pub(super) fn of(numbers: &[Decimal], is_range: Option<bool>) -> Option<Self> {
        match numbers {
            [one] => Some(Self::Value(*one)),
            [low, high] if is_range != Some(false) && !low.is_above(*high) => {
                Some(Self::Range(*low, *high))
            }
            _ => None,
        }
    }

    /// Its numbers, the lower first.
    pub fn numbers(self) -> impl Iterator<Item = Decimal> {
        let (low, high) = match self {
            Self::Value(one) => (one, None),
            Self::Range(low, high) => (low, Some(high)),
        };
        std::iter::once(low).chain(high)
    }
}

impl fmt::Display for Milestone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(one) => one.fmt(f),
            Self::Range(low, high) => write!(f, "{low}~{high}"),
        }
    }
}

/// The years that a rule, or what stands in its place, has of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwnYears {
    /// 基期: the year that the baseline is of.
    pub baseline: Option<Year>,
    /// The year from which on the target is due.
    pub due: Option<Year>,
}

impl OwnYears {
    /// The year of the baseline and the one in which the target is due, own or the plan's.
    pub(super) fn over(self, head: &Head) -> (Year, Year) {
        (self.baseline.unwrap_or(head.baseline_year), self.due.unwrap_or(head.target_year))
    }

    /// The same without what is the plan's.
    pub(super) fn apart(self, head: &Head) -> Self {
        Self {
            baseline: self.baseline.filter(|year| *year != head.baseline_year),
            due: self.due.filter(|year| *year != head.target_year),
        }
    }

    /// Those that a table states that holds from a year on.
    pub(super) fn read(
        checker: &mut Checker<'_>,
        raw: &Table<'_>,
        head: Option<&Head>,
        from: Option<Year>,
    ) -> Self {
        let baseline = checker.year(raw, "baseline-year");
        let due = checker.year(raw, "due");
        let Some(head) = head else { return Self::default() };
        let first = from.unwrap_or(head.first_year);
        let baseline = baseline.and_then(|year| {
            let problem: Problem = if year.value >= first {
                TargetProblem::BaselineYear { year: year.value, first }.into()
            } else if head.target_year - year.value > MOST_YEARS {
                PlanProblem::YearSpan { most: MOST_YEARS }.into()
            } else {
                return Some(year.value);
            };
            checker.fault(problem, year.span);
            None
        });
        let due = due.and_then(|year| {
            let (value, last) = (year.value, head.target_year);
            let is_of_plan = (first..=last).contains(&value);
            if !is_of_plan {
                checker.fault(TargetProblem::DueYear { year: value, first, last }, year.span);
            }
            is_of_plan.then_some(value)
        });
        Self { baseline, due }
    }
}

impl Indicator {
    /// The year that its baseline is of.
    pub fn baseline_year(&self, head: &Head) -> Year {
        self.own_years.over(head).0
    }

    /// The year from which on its target is due.
    pub fn due_year(&self, head: &Head) -> Year {
        self.own_years.over(head).1
    }

    /// Puts years in the place of its own. What is the plan's is no year of its own.
    pub(super) fn take_years(&mut self, own: OwnYears, head: &Head) {
        let OwnYears { baseline, due } = self.own_years;
        let own = OwnYears { baseline: own.baseline.or(baseline), due: own.due.or(due) };
        self.own_years = own.apart(head);
        let (baseline, due) = self.own_years.over(head);
        self.target.over(baseline, due);
    }
}

#[cfg(test)]
mod tests;
