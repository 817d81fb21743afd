//! Which way a change goes.

use super::{Finding, demand, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::plan::{Indicator, Plan, Target};
use crate::term::says_fall;

/// A fall by its name, and a rise by its target: 〔13.5〕 copied without its sign.
pub(super) fn wrong_way<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<Finding<'p>> {
    let Target::Change { bound, .. } = indicator.target else { return None };
    let is_fall = says_fall(&indicator.name);
    let is_rise = bound.condition().bounds().all(|bound| *bound > Rational::ZERO);
    if !is_fall || !is_rise {
        return None;
    }
    let (name, target) = (indicator.name.clone(), demand(plan, indicator));
    let problem = LintProblem::WrongWay { name, target };
    Some(Finding::new(problem, place(indicator, &["threshold"]), &indicator.allow))
}
