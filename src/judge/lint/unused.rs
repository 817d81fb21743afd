//! What a plan defines and no rule uses.

use std::collections::BTreeSet;

use super::Finding;
use crate::diagnostic::LintProblem;
use crate::form::Relation;
use crate::plan::{AppliesTo, Indicator, Plan, Role, Scope};
use crate::source::Place;
use crate::term::{RegionId, SeriesId};

/// Reference series that no rule is held against.
pub(super) fn references(plan: &Plan) -> Vec<Finding<'_>> {
    let mut used: BTreeSet<SeriesId> = BTreeSet::new();
    for indicator in &plan.indicators {
        if let Some(&Relation { reference, growth_of, .. }) = indicator.target.relation() {
            used.extend([Some(reference), growth_of].into_iter().flatten());
        }
    }
    used.extend(plan.references.iter().filter_map(|reference| reference.growth_of));
    let unused = plan.references.iter().enumerate().filter(|(at, _)| {
        let series = u16::try_from(plan.indicators.len() + at).map(SeriesId);
        series.is_ok_and(|series| !used.contains(&series))
    });
    let finding = unused.map(|(_, reference)| {
        let problem = LintProblem::UnusedReference { id: reference.id.clone() };
        Finding::new(problem, reference.rule.clone(), &reference.allow)
    });
    finding.collect()
}

/// Regions that no rule judges. Those of a roster are not looked at: it is a list that
/// was made for more than one plan.
pub(super) fn regions(plan: &Plan) -> Vec<Finding<'_>> {
    // Of a level and a scope, whom the rules concern together; none is everybody.
    let mut judged: Vec<(&Indicator, Option<AppliesTo>)> = Vec::new();
    for rule in plan.indicators.iter().filter(|rule| rule.is_judged()) {
        let is_alike =
            |(of, _): &&mut (&Indicator, _)| (of.level, of.scope) == (rule.level, rule.scope);
        match judged.iter_mut().find(is_alike) {
            Some((_, whom)) => {
                *whom = whom.take().zip(rule.applies_to.as_ref()).map(|(one, other)| one.or(other));
            }
            None => judged.push((rule, rule.applies_to.clone())),
        }
    }
    if judged.is_empty() {
        return Vec::new(); // nothing is judged, so that nobody is, says little
    }
    let is_wanted = |id: RegionId| {
        let of = judged.iter().filter(|(_, whom)| whom.as_ref().is_none_or(|it| it.includes(id)));
        of.into_iter().any(|(rule, _)| {
            let role = plan.role(rule, id);
            // Judged or not, a part of a total is wanted.
            rule.scope.judges(role)
                || rule.scope == Scope::Total && matches!(role, Role::Part | Role::Between)
        })
    };
    let unused = plan.region_rules.iter().filter_map(|rule| {
        let region = plan.region(rule.region);
        let problem = LintProblem::UnusedRegion { name: region.name.clone() };
        let place: Place = rule.keys.place("name")?;
        (!is_wanted(rule.region)).then(|| Finding::new(problem, place, &rule.allow))
    });
    unused.collect()
}
