//! What files beside the rules name: indicators, references and regions of a plan.

use super::Plan;
use super::faults::FileFaults;
use super::field::{At, Checker};
use crate::diagnostic::KeyProblem;
use crate::term::{Found, Names, RegionId, RegionNames, SeriesId};

/// So many regions are named of which something is lacking.
pub(crate) const MOST_NAMED: usize = 10;

/// The indicator behind a name, number or id; a fault if there is none.
pub(super) fn indicator(
    checker: &mut Checker<'_>,
    plan: &Plan,
    name: At<String>,
) -> Option<SeriesId> {
    let is_meant = |id: SeriesId| id.index() < plan.indicators.len();
    indicator_of(checker, &plan.series_names, is_meant, name)
}

/// The same among names of which some are of indicators.
pub(super) fn indicator_of(
    checker: &mut Checker<'_>,
    names: &Names,
    is_meant: impl Fn(SeriesId) -> bool,
    name: At<String>,
) -> Option<SeriesId> {
    let found = series(names, &checker.faults, &name.value, is_meant);
    let fault = |nearest| KeyProblem::UnknownIndicator { name: name.value, nearest };
    found.map_err(|nearest| checker.fault(fault(nearest), name.span)).ok()
}

/// The reference series behind a name or id; a fault if there is none.
pub(super) fn reference(
    checker: &mut Checker<'_>,
    plan: &Plan,
    name: At<String>,
) -> Option<SeriesId> {
    let is_meant = |id| plan.reference(id).is_some();
    let found = series(&plan.series_names, &checker.faults, &name.value, is_meant);
    let fault = |nearest| KeyProblem::UnknownReference { id: name.value, nearest };
    found.map_err(|nearest| checker.fault(fault(nearest), name.span)).ok()
}

/// The region behind a name, alias or code; a fault if there is none, or several.
pub(super) fn region(
    checker: &mut Checker<'_>,
    names: &RegionNames,
    name: At<String>,
) -> Option<RegionId> {
    let found = region_of(names, &checker.faults, name.value);
    found.map_err(|problem| checker.fault(problem, name.span)).ok()
}

/// The same of a name that stands in no rule file.
pub(super) fn region_of(
    names: &RegionNames,
    faults: &FileFaults,
    name: String,
) -> Result<RegionId, KeyProblem> {
    match names.find(&name) {
        Some(Found::One(id)) => Ok(RegionId(id)),
        Some(Found::Several) => Err(KeyProblem::SharedRegion { name }),
        None => {
            let nearest = faults.meant(|| names.nearest(&name));
            Err(KeyProblem::UnknownRegion { name, nearest })
        }
    }
}

/// The series of a kind behind a name, or else the nearest name of one.
pub(super) fn series(
    names: &Names,
    faults: &FileFaults,
    name: &str,
    is_meant: impl Fn(SeriesId) -> bool,
) -> Result<SeriesId, Option<String>> {
    let find = |name: &str| match names.find(name)? {
        Found::One(at) => u16::try_from(at).ok().map(SeriesId).filter(|id| is_meant(*id)),
        Found::Several => None,
    };
    let nearest = || names.nearest(name).filter(|near| find(near).is_some());
    find(name).ok_or_else(|| faults.meant(nearest))
}
