//! 序时进度 of a few things.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::form::Course;
use crate::judge::requirement;
use crate::plan::{Indicator, Plan};
use crate::term::{Against, Basis};

/// A straight line to a sum of a few things: 3 in five years are 0.6 in the first,
/// which only a whole one meets.
pub(super) fn pace_of_few<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<Finding<'p>> {
    // Of 3亿元 there are parts.
    let has_parts = indicator.measure.unit.contains(['千', '万', '亿']);
    if has_parts || indicator.target.course() != Course::AddsUp || !indicator.is_judged() {
        return None;
    }
    let (head, target) = (&plan.head, indicator.target.bound()?);
    let year = head.first_year;
    let demanded = requirement::demand(head, indicator, year, Against::Requirement, None, None)?;
    let required = demanded.requirement.filter(|required| required.basis == Basis::Pace)?;
    // Of a range the line leads to the lower bound.
    let (first, last) = (required.condition.bounds().next()?, target.bounds().next()?);
    if *first >= Rational::from(1) || !last.is_whole() {
        return None;
    }
    let problem = LintProblem::PaceOfFew { target: indicator.demand(), first: first.clone() };
    Some(Finding::new(problem, place(indicator, &["threshold"]), &indicator.allow))
}
