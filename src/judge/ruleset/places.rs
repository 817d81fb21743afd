//! Where regions stand among those that add up.

use std::collections::BTreeSet;

use crate::plan::{Indicator, Plan, Role, Scope};
use crate::report::Place;
use crate::term::{Level, RegionId};

/// The levels that send, the lowest first; of the whole plan, so that a roster serves all of
/// it.
pub(super) fn levels(plan: &Plan) -> Vec<Level> {
    let lowest = plan.tree.lowest();
    let sends = |it: &&Indicator| it.is_judged() && it.scope != Scope::City;
    let rules = plan.indicators.iter().map(|it| &**it);
    let named: BTreeSet<Level> = rules.filter(sends).map(|it| it.level).collect();
    std::iter::once(lowest).chain(named.into_iter().filter(|level| *level != lowest)).collect()
}

/// The part that each region plays where those of a level send, and what it is part of.
pub(super) fn places(plan: &Plan, level: Level) -> Vec<Place> {
    let tree = &plan.tree;
    let mut places: Vec<Place> =
        tree.roles(level).iter().map(|role| Place { role: *role, whole: None, rank: 0 }).collect();
    let (mut rank, mut last) = (0, None);
    for whole in tree.sums(level) {
        let level = plan.region(*whole).level;
        if last.replace(level) != Some(level) {
            rank += 1;
        }
        for part in tree.parts(*whole) {
            let place = places.get_mut(part.index()).filter(|place| place.role != Role::Below);
            if let Some(place) = place {
                (place.whole, place.rank) = (Some(*whole), rank);
            }
        }
    }
    places
}

/// Whose row of what is shared holds for each region.
pub(super) fn wholes(plan: &Plan) -> Vec<Option<RegionId>> {
    (0..plan.regions.len()).map(|at| plan.whole_of(RegionId(at as u32))).collect()
}
