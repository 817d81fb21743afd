//! 分解: what the targets of counties come to together.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::Rational;
use crate::form::{Target, Terms};
use crate::plan::{Indicator, MOST_NAMED, Plan, RollUp};
use crate::term::{Condition, Named, RegionId};

/// Parts without a target, and targets that do not come to the whole's, in the target year.
pub(super) fn parts_and_whole<'p>(plan: &'p Plan, indicator: &'p Indicator) -> Vec<Finding<'p>> {
    if !indicator.has_regions() || !indicator.is_judged() {
        return Vec::new();
    }
    let year = plan.head.target_year;
    let mut problems = Vec::new();
    let (mut lacking, mut count) = (Vec::new(), 0);
    for whole in plan.tree.sums(indicator.level) {
        let mut bounds = Vec::new();
        let parts = plan.tree.parts(*whole).iter().filter(|id| indicator.concerns(**id));
        let parts: Vec<RegionId> = parts.copied().collect();
        let of = |id: &RegionId| &indicator.in_force(Some(*id), year).target;
        // What is divided among cities need not be divided further.
        if plan.city != Some(*whole) && parts.iter().all(|id| of(id).is_unset()) {
            continue;
        }
        for id in &parts {
            if of(id).is_unset() {
                count += 1;
                lacking.extend((lacking.len() < MOST_NAMED).then(|| plan.region(*id).name.clone()));
            } else {
                bounds.extend(one_sided(of(id)));
            }
        }
        let own = indicator.in_force(Some(*whole), year);
        problems.extend(contradiction(&plan.region(*whole).name, own, &bounds));
    }
    if count > 0 {
        problems.insert(0, LintProblem::CountyWithoutTarget { count, regions: lacking });
    }
    let place = place(indicator, &["regions", "threshold"]);
    let finding = |problem| Finding::new(problem, place.clone(), &indicator.allow);
    problems.into_iter().map(finding).collect()
}

/// Whether targets that all hold leave the whole short of its own.
fn contradiction(region: &Named, whole: &Indicator, bounds: &[Rational]) -> Option<LintProblem> {
    let Condition::Compare(comparison, wanted) = whole.target.bound()? else { return None };
    let falls_short = |reached: &Rational| match comparison.is_upward() {
        true => reached < wanted,
        false => reached > wanted,
    };
    let (demand, region) = (|| whole.demand(), || region.clone());
    match whole.roll_up {
        RollUp::Sum if !bounds.is_empty() && whole.target.terms() == Some(Terms::Value) => {
            let parts = bounds.iter().fold(Rational::ZERO, |sum, bound| sum + bound.clone());
            let is_short = falls_short(&parts.clone().reduced());
            is_short.then(|| LintProblem::PartsAndWhole {
                region: region(),
                parts,
                whole: demand(),
            })
        }
        RollUp::Ratio => {
            let all = !bounds.is_empty() && bounds.iter().all(falls_short);
            all.then(|| LintProblem::PartsContradictWhole { region: region(), whole: demand() })
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
