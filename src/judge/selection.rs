//! What a run is about, by a plan.

use std::collections::BTreeSet;

use super::Options;
use crate::form::{Relation, Target};
use crate::plan::Plan;
use crate::report::Selection;
use crate::term::{Level, RegionId, RegionName, SeriesId};

/// What the options ask for: verdicts and findings of a run are taken by it, whether they
/// were made just now or are read from a report.
pub fn selection(plan: &Plan, options: &Options) -> Selection {
    let regions = options.regions.iter().map(|id| RegionName::from(plan.region(*id))).collect();
    // Where no region is named, the levels say it all.
    let named = Some(&options.regions).filter(|named| !named.is_empty());
    let keys = named.map(|named| of_levels(plan, named, &options.levels)).unwrap_or_default();
    let keys = keys.into_iter().map(|id| plan.region(id).key().to_owned()).collect();
    let indicators = options.indicators.iter().filter_map(|id| plan.series_name(*id)).collect();
    let mut taken = BTreeSet::new();
    let mut targets: Vec<&Target> = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let id = SeriesId(at as u16);
        let is_taken = (options.indicators.is_empty() || options.indicators.contains(&id))
            && (options.attributes.is_empty() || options.attributes.contains(&indicator.attribute));
        if !is_taken {
            continue;
        }
        taken.insert(indicator.id.clone());
        targets.push(&indicator.target);
    }
    let rested_on = all_rested_on(plan, targets).into_iter();
    let names = rested_on.filter_map(|series| plan.series_name(series));
    let rested_on = names.map(|series| series.id).collect();
    Selection::new(regions, indicators, options.attributes.clone(), taken, rested_on)
        .of_levels(options.levels.clone(), keys)
}

/// The regions of some levels that these are, or that lie in them; in any if none is named.
pub fn of_levels(plan: &Plan, around: &[RegionId], levels: &[Level]) -> Vec<RegionId> {
    let lies_there = |id: RegionId| {
        around.is_empty()
            || around
                .iter()
                .any(|outer| plan.city == Some(*outer) || plan.region_names.lies_in(id, *outer))
    };
    let all = (0..plan.regions.len()).map(|at| RegionId(at as u32));
    all.filter(|id| levels.contains(&plan.region(*id).level) && lies_there(*id)).collect()
}

/// The series that verdicts rest on besides the indicators' own, and what these rest on.
pub(super) fn all_rested_on<'p>(
    plan: &'p Plan,
    mut targets: Vec<&'p Target>,
) -> BTreeSet<SeriesId> {
    let mut all = BTreeSet::new();
    while let Some(target) = targets.pop() {
        for series in rests_on(plan, target) {
            if all.insert(series) {
                targets.extend(plan.indicators.get(series.index()).map(|part| &part.target));
            }
        }
    }
    all
}

/// The series that a verdict rests on besides the indicator's own; what its parts rest on is
/// theirs.
pub(super) fn rests_on(plan: &Plan, target: &Target) -> Vec<SeriesId> {
    let mut all: Vec<SeriesId> = target.parts.iter().map(|part| part.series).collect();
    if let Some(&Relation { reference, growth_of, .. }) = target.relation() {
        let levels = plan.reference(reference).and_then(|reference| reference.growth_of);
        all.extend([Some(reference), growth_of, levels].into_iter().flatten());
    }
    all
}
