//! What a plan defines and no rule uses.

use std::collections::BTreeSet;

use super::Finding;
use crate::diagnostic::LintProblem;
use crate::form::Relation;
use crate::plan::{Plan, Scope};
use crate::source::Place;
use crate::term::{Level, RegionId, SeriesId};

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
    let judged: Vec<_> = plan.indicators.iter().filter(|rule| rule.is_judged()).collect();
    if judged.is_empty() {
        return Vec::new(); // nothing is judged, so that nobody is, says little
    }
    let is_wanted = |id: RegionId| {
        let concerning = judged.iter().filter(|rule| rule.concerns(id));
        let level = plan.region(id).level;
        concerning.map(|rule| rule.scope).any(|scope| match (level, scope) {
            (_, Scope::County) | (Level::City, Scope::City | Scope::Total) => true,
            (Level::County | Level::Area, Scope::EachCounty) => true,
            // Judged or not, a county's part is wanted.
            (Level::County, Scope::Total) => true,
            (Level::City, Scope::EachCounty) => false,
            (Level::County | Level::Area, Scope::City) | (Level::Area, Scope::Total) => false,
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
