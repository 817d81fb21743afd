//! The city's baseline in a row of another region.

use super::subject::{Cell, Subject};
use crate::diagnostic::AuditProblem;
use crate::exact::{Decimal, Figure, Ratio};
use crate::plan::Indicator;

/// A baseline of fewer digits comes about by itself: 60%.
const DIGITS: usize = 3;

/// The plan's baseline, if a value can tell by it that it was copied. From 100%, 0 and
/// other numbers of few digits nothing follows.
pub(super) fn telling(indicator: &Indicator) -> Option<Ratio> {
    let digits = |number: Decimal| number.mantissa().unsigned_abs().to_string();
    let is_telling = |number: &Decimal| digits(*number).trim_end_matches('0').len() >= DIGITS;
    indicator.baseline.filter(is_telling).map(Ratio::from)
}

/// Whether a value may be it: a quick look. A rate that counts of the region's own bear out
/// is none, for a copied one would contradict them.
#[inline]
pub(super) fn may_be(subject: &Subject<'_>, now: &Figure) -> bool {
    let (Some(baseline), Some(value), None) = (subject.telling, now.value, now.counts) else {
        return false;
    };
    baseline.cmp(value.into()).is_eq()
}

/// A county's or an area's value that is the plan's baseline, which is the city's.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let baseline = cell.subject.baseline.filter(|_| may_be(cell.subject, &cell.now))?;
    let city = cell.plan.city.filter(|city| *city != cell.region)?;
    Some(AuditProblem::BaselineOfTheParent {
        cell: cell.name(),
        city: cell.plan.region(city).name.clone(),
        baseline: cell.subject.unit.counted(baseline),
        baseline_year: cell.subject.baseline_year,
    })
}
