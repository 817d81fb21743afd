//! Which way a change goes.

use super::{Finding, demand, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::plan::{Indicator, Plan, Target};

/// How names speak of a fall.
const FALLS: [&str; 4] = ["降低", "下降", "减少", "压减"];

/// A fall by its name, and a rise by its target: 〔13.5〕 copied without its sign.
pub(super) fn wrong_way<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<Finding<'p>> {
    let Target::Change { bound, .. } = indicator.target else { return None };
    let is_fall = FALLS.iter().any(|word| indicator.name.contains(word));
    let is_rise = bound.condition().bounds().all(|bound| *bound > Rational::ZERO);
    if !is_fall || !is_rise {
        return None;
    }
    let (name, target) = (indicator.name.clone(), demand(plan, indicator));
    let problem = LintProblem::WrongWay { name, target };
    Some(Finding::new(problem, place(indicator, &["threshold"]), &indicator.allow))
}
