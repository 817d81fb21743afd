//! The city's baseline in a row of another region.

use super::subject::Cell;
use crate::diagnostic::AuditProblem;
use crate::exact::{Decimal, Rational};
use crate::term::Level;

/// A baseline of fewer digits comes about by itself: 60%.
const DIGITS: usize = 3;

/// A county's or an area's value that is the plan's baseline, which is the city's. From 100%,
/// 0 and other numbers of few digits nothing follows; nor from a rate that counts of the
/// region's own bear out, for a copied one would contradict them.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let (baseline, value) = (cell.subject.baseline?, cell.now.value?);
    let city = cell.plan.region(cell.plan.city?);
    if cell.now.counts.is_some() || !is_telling(baseline) {
        return None;
    }
    let is_city = cell.plan.region(cell.region).level == Level::City;
    if is_city || Rational::from(value) != Rational::from(baseline) {
        return None;
    }
    Some(AuditProblem::BaselineOfTheParent {
        cell: cell.name(),
        city: city.name.to_string(),
        baseline: format!("{baseline}{}", cell.subject.unit),
        baseline_year: cell.plan.head.baseline_year,
    })
}

/// Whether a number has digits enough, zeros at either end not counted.
fn is_telling(number: Decimal) -> bool {
    let digits = number.mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len() >= DIGITS
}
