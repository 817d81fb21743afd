//! Which way a change goes.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::form::Terms;
use crate::plan::Indicator;
use crate::term::says_fall;

/// A fall by its name, and a rise by its target: 〔13.5〕 copied without its sign.
pub(super) fn wrong_way(indicator: &Indicator) -> Option<Finding<'_>> {
    match indicator.target.terms()? {
        Terms::Change | Terms::Percent => {}
        Terms::Value | Terms::Reported { .. } | Terms::Multiple | Terms::Growth { .. } => {
            return None;
        }
    }
    let is_fall = says_fall(&indicator.name);
    let is_rise = indicator.target.bound()?.bounds().all(|bound| *bound > Rational::ZERO);
    if !is_fall || !is_rise {
        return None;
    }
    let (name, target) = (indicator.name.clone(), indicator.demand());
    let problem = LintProblem::WrongWay { name, target };
    Some(Finding::new(problem, place(indicator, &["threshold"]), &indicator.allow))
}
