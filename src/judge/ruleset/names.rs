//! What regions and series may be called.

use std::collections::BTreeSet;

use crate::judge::Options;
use crate::plan::{Indicator, Plan};
use crate::report::Meant;
use crate::term::{Found, SeriesId};

/// What regions are called: of what is said of two nothing is known.
pub(super) fn region_names(plan: &Plan) -> Vec<(String, usize)> {
    let own = plan.regions.iter().flat_map(|region| {
        std::iter::once(region.name.to_string()).chain(region.code.as_deref().map(str::to_owned))
    });
    let aliases = plan.region_rules.iter().flat_map(|rule| rule.aliases.iter().cloned());
    let names: BTreeSet<String> = own.chain(aliases).collect();
    let meant = |name: String| match plan.region_names.find(&name)? {
        Found::One(at) => Some((name, at as usize)),
        Found::Several => None,
    };
    names.into_iter().filter_map(meant).collect()
}

/// The references that rules are held against; all of them where all is asked for.
pub(super) fn references(
    plan: &Plan,
    read: &[(SeriesId, &Indicator)],
    options: &Options,
) -> Vec<SeriesId> {
    let first = plan.indicators.len();
    if options.indicators.is_empty() && options.attributes.is_empty() {
        let all = (0..plan.references.len()).map(|at| first + at);
        return all.filter_map(|at| u16::try_from(at).ok()).map(SeriesId).collect();
    }
    let of = read.iter().filter_map(|(_, rule)| rule.target.relation());
    let all: BTreeSet<SeriesId> = of.map(|relation| relation.reference).collect();
    all.into_iter().collect()
}

/// What series are called, and what each is here.
pub(super) fn series_names(
    plan: &Plan,
    asked: &[(SeriesId, &Indicator)],
    references: &[SeriesId],
) -> Vec<(String, Meant)> {
    let of_indicators = plan.indicators.iter().flat_map(|it| {
        let own = [it.id.clone(), it.name.to_string()].into_iter().chain(it.number.clone());
        own.chain(it.aliases.iter().cloned())
    });
    let of_references = plan.references.iter().flat_map(|it| {
        [it.id.clone(), it.name.to_string()].into_iter().chain(it.aliases.iter().cloned())
    });
    let names: BTreeSet<String> = of_indicators.chain(of_references).collect();
    let read: Vec<SeriesId> = asked.iter().map(|(id, _)| *id).chain(references.to_vec()).collect();
    let of_rules = asked.iter().filter_map(|(_, rule)| rule.target.relation()?.growth_of);
    let of_references = references.iter().filter_map(|id| plan.reference(*id)?.growth_of);
    let levels: BTreeSet<SeriesId> = of_rules.chain(of_references).collect();
    let meant = |id: SeriesId| match read.iter().position(|read| *read == id) {
        Some(at) => Meant::Read(at),
        None if levels.contains(&id) => Meant::Levels,
        None => Meant::Passed,
    };
    let named = |name: String| match plan.series_names.find(&name)? {
        Found::One(at) => Some((name, meant(SeriesId(u16::try_from(at).ok()?)))),
        Found::Several => None,
    };
    names.into_iter().filter_map(named).collect()
}
