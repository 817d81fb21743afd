//! 保持: what is to be kept up has to be there.

use super::{Finding, place, repeated};
use crate::diagnostic::LintProblem;
use crate::exact::Decimal;
use crate::form::Course;
use crate::judge::requirement::Baseline;
use crate::plan::{Indicator, Plan};
use crate::term::BaselineSource;

/// 基期值 of what a rule measures, and the rule that says it: the rule itself, or the
/// one it repeats in the same unit.
fn known<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<(Decimal, &'p Indicator)> {
    if let Some(own) = indicator.baseline {
        return Some((own, indicator));
    }
    let other = repeated(plan, indicator)?;
    (other.measure.unit == indicator.measure.unit).then_some((other.baseline?, other))
}

/// The same for judging by it.
pub(super) fn of(plan: &Plan, indicator: &Indicator) -> Option<Baseline> {
    let value = known(plan, indicator)?.0.into();
    Some(Baseline { value, source: BaselineSource::Plan })
}

/// The baseline that does not meet a target which is to be kept up, and whose it is.
fn not_held<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<(Decimal, &'p Indicator)> {
    let bound =
        indicator.target.of_value().filter(|_| indicator.target.course() == Course::Kept)?;
    let (baseline, whose) = known(plan, indicator)?;
    (!bound.holds(&baseline.into())).then_some((baseline, whose))
}

/// Whether a rule keeps up what was not there.
pub(super) fn is_not_held(plan: &Plan, indicator: &Indicator) -> bool {
    not_held(plan, indicator).is_some()
}

/// "Kept up" of a baseline that does not meet the target.
pub(super) fn kept_not_held<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Option<Finding<'p>> {
    let (baseline, whose) = not_held(plan, indicator)?;
    let target = indicator.demand();
    let unit = indicator.measure.unit.clone();
    let problem = LintProblem::KeptNotHeld { target, baseline, unit };
    let finding = Finding::new(problem, place(indicator, &["form"]), &indicator.allow);
    Some(finding.with(place(whose, &["baseline"]), &whose.allow))
}
