//! 分解: what the targets of counties come to together.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::form::{Target, Terms};
use crate::plan::{Indicator, Plan, RollUp};
use crate::term::{Condition, Level, RegionId};

/// Counties without a target, and targets that do not come to the city's, in the target year.
pub(super) fn parts_and_whole<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Vec<Finding<'p>> {
    if !indicator.has_regions() || !indicator.is_judged() {
        return Vec::new();
    }
    let year = plan.head.target_year;
    let mut bounds = Vec::new();
    let (mut lacking, mut count) = (Vec::new(), 0);
    for (at, region) in plan.regions.iter().enumerate() {
        let id = RegionId(at as u32);
        if region.level != Level::County || !indicator.concerns(id) {
            continue;
        }
        let target = &indicator.in_force(Some(id), year).target;
        if target.is_unset() {
            count += 1;
            lacking.extend((lacking.len() < MOST_NAMED).then(|| region.name.clone()));
        } else {
            bounds.extend(one_sided(target));
        }
    }
    let mut problems = Vec::new();
    if count > 0 {
        problems.push(LintProblem::CountyWithoutTarget { count, regions: lacking });
    }
    let whole = &indicator.in_force(None, year);
    problems.extend(contradiction(whole, &bounds));
    let place = place(indicator, &["regions", "threshold"]);
    let finding = |problem| Finding::new(problem, place.clone(), &indicator.allow);
    problems.into_iter().map(finding).collect()
}

/// So many counties are named.
const MOST_NAMED: usize = 10;

/// Whether targets that all hold leave the whole short of its own.
fn contradiction(whole: &Indicator, bounds: &[Rational]) -> Option<LintProblem> {
    let Condition::Compare(comparison, wanted) = whole.target.bound()? else { return None };
    let falls_short = |reached: &Rational| match comparison.is_upward() {
        true => reached < wanted,
        false => reached > wanted,
    };
    let demand = || whole.demand();
    match whole.roll_up {
        RollUp::Sum if !bounds.is_empty() && whole.target.terms() == Some(Terms::Value) => {
            let parts = bounds.iter().fold(Rational::ZERO, |sum, bound| sum + bound.clone());
            let problem = || LintProblem::PartsAndWhole { parts: parts.clone(), whole: demand() };
            falls_short(&parts.clone().reduced()).then(problem)
        }
        RollUp::Ratio => {
            let all = !bounds.is_empty() && bounds.iter().all(falls_short);
            all.then(|| LintProblem::PartsContradictWhole { whole: demand() })
        }
        RollUp::Sum | RollUp::All | RollUp::Any | RollUp::None => None,
    }
}

/// The bound of a target that has one.
fn one_sided(target: &Target) -> Option<Rational> {
    match target.bound()? {
        Condition::Compare(_, bound) => Some(bound.clone()),
        Condition::Between(..) => None,
    }
}
