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
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let id = SeriesId(at as u16);
        let is_taken = (options.indicators.is_empty() || options.indicators.contains(&id))
            && (options.attributes.is_empty() || options.attributes.contains(&indicator.attribute));
        if !is_taken {
            continue;
        }
        taken.insert(indicator.id.clone());
        for series in rests_on(plan, &indicator.target) {
            rested_on.extend(plan.series_name(series).map(|series| series.id));
        }
    }
    Selection::new(regions, indicators, options.attributes.clone(), taken, rested_on)
}

/// The series that a verdict rests on besides the indicator's own.
pub(super) fn rests_on(plan: &Plan, target: &Target) -> Vec<SeriesId> {
    let mut all: Vec<SeriesId> = Vec::new();
    let (mut open, mut seen) = (vec![target], BTreeSet::new());
    while let Some(target) = open.pop() {
        if let Some(&Relation { reference, growth_of, .. }) = target.relation() {
            let levels = plan.reference(reference).and_then(|reference| reference.growth_of);
            all.extend([Some(reference), growth_of, levels].into_iter().flatten());
        }
        for part in target.parts.iter().filter(|part| seen.insert(part.series.index())) {
            all.push(part.series);
            open.extend(plan.indicators.get(part.series.index()).map(|part| &part.target));
        }
    }
    all
}
