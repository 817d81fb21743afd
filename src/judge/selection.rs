//! What a run is about, by a plan.

use std::collections::BTreeSet;

use super::Options;
use crate::form::{Relation, Target};
use crate::plan::Plan;
use crate::report::Selection;
use crate::term::{RegionName, SeriesId};

/// What the options ask for: verdicts and findings of a run are taken by it, whether they
/// were made just now or are read from a report.
pub fn selection(plan: &Plan, options: &Options) -> Selection {
    let regions = options.regions.iter().map(|id| RegionName::from(plan.region(*id))).collect();
    let indicators = options.indicators.iter().filter_map(|id| plan.series_name(*id)).collect();
    let (mut taken, mut rested_on) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<&Target> = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let id = SeriesId(at as u16);
        let is_taken = (options.indicators.is_empty() || options.indicators.contains(&id))
            && (options.attributes.is_empty() || options.attributes.contains(&indicator.attribute));
        if !is_taken {
            continue;
        }
        taken.insert(indicator.id.clone());
        open.push(&indicator.target);
    }
    while let Some(target) = open.pop() {
        for series in rests_on(plan, target) {
            if rested_on.insert(series) {
                open.extend(plan.indicators.get(series.index()).map(|part| &part.target));
            }
        }
    }
    let names = rested_on.into_iter().filter_map(|series| plan.series_name(series));
    let rested_on = names.map(|series| series.id).collect();
    Selection::new(regions, indicators, options.attributes.clone(), taken, rested_on)
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
