//! One amount that is demanded of each part and of their sum.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::form::Terms;
use crate::plan::{Indicator, Plan, RollUp, Scope};
use crate::term::Condition;

/// What adds up over the regions, and demands the same amount of each of them as of all
/// together: 1500 volunteers of the city are not 1500 of each county.
pub(super) fn same_of_each<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<Finding<'p>> {
    let is_of_both = indicator.scope == Scope::County && indicator.roll_up == RollUp::Sum;
    if !is_of_both || indicator.has_regions() || !indicator.is_judged() {
        return None;
    }
    let concerned = |whole: &_| {
        let parts = plan.tree.parts(*whole).iter();
        parts.filter(|id| indicator.concerns(**id)).nth(1).is_some()
    };
    if !plan.tree.sums(indicator.level).iter().any(concerned) || !is_amount(indicator) {
        return None;
    }
    let problem = LintProblem::SameOfEach { target: indicator.demand() };
    Some(Finding::new(problem, place(indicator, &["threshold", "operator"]), &indicator.allow))
}

/// Whether the target comes to an amount, which a part and a sum can't both have; nothing is as
/// much for each of them as for all.
fn is_amount(indicator: &Indicator) -> bool {
    let is_some = |bound: &Condition| bound.bounds().any(|bound| *bound != Rational::ZERO);
    match indicator.target.terms() {
        Some(Terms::Value | Terms::Change | Terms::Reported { percent: false, .. }) => {
            indicator.target.bound().is_some_and(is_some)
        }
        // Of a region's own baseline it is the region's own amount; the plan's is one for all.
        Some(Terms::Percent | Terms::Multiple | Terms::Growth { .. }) => {
            indicator.baseline.is_some()
        }
        Some(Terms::Reported { percent: true, .. }) | None => false,
    }
}
