//! What files beside the rules name: indicators, references and regions of a plan.

use super::Plan;
use super::faults::Faults;
use super::field::{At, Checker};
use crate::diagnostic::KeyProblem;
use crate::term::{Found, RegionId, SeriesId};

/// The indicator behind a name, number or id; a fault if there is none.
pub(super) fn indicator(
    checker: &mut Checker<'_>,
    plan: &Plan,
    name: At<String>,
) -> Option<SeriesId> {
    let is_meant = |id: SeriesId| id.index() < plan.indicators.len();
    let found = series(plan, &checker.faults, &name.value, is_meant);
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
    let found = series(plan, &checker.faults, &name.value, is_meant);
    let fault = |nearest| KeyProblem::UnknownReference { id: name.value, nearest };
    found.map_err(|nearest| checker.fault(fault(nearest), name.span)).ok()
}

/// The region behind a name, alias or code; a fault if there is none.
pub(super) fn region(checker: &mut Checker<'_>, plan: &Plan, name: At<String>) -> Option<RegionId> {
    if let Some(Found::One(id)) = plan.region_names.find(&name.value) {
        return Some(RegionId(id));
    }
    let nearest = checker.faults.meant(|| plan.region_names.nearest(&name.value));
    checker.fault(KeyProblem::UnknownRegion { name: name.value, nearest }, name.span);
    None
}

/// The series of a kind behind a name, or else the nearest name of one.
fn series(
    plan: &Plan,
    faults: &Faults,
    name: &str,
    is_meant: impl Fn(SeriesId) -> bool,
) -> Result<SeriesId, Option<String>> {
    let find = |name: &str| match plan.series_names.find(name)? {
        Found::One(at) => u16::try_from(at).ok().map(SeriesId).filter(|id| is_meant(*id)),
        Found::Several => None,
    };
    let nearest = || plan.series_names.nearest(name).filter(|near| find(near).is_some());
    find(name).ok_or_else(|| faults.meant(nearest))
}
