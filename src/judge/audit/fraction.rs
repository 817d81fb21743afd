//! A count with a fraction.

use super::subject::{Cell, Subject};
use crate::diagnostic::{AuditProblem, NumberField};
use crate::exact::{Decimal, Figure};

/// Whether there may be any: a quick look.
#[inline]
pub(super) fn may_have(subject: &Subject<'_>, now: &Figure) -> bool {
    let has_digits = |number: Option<Decimal>| number.is_some_and(|number| number.scale() > 0);
    let (numerator, denominator) = now.counts.unzip();
    has_digits(numerator)
        || has_digits(denominator)
        || (subject.counted_values.is_some() && (has_digits(now.value) || has_digits(now.total)))
}

/// A number of people, homes or meetings with a fraction. `12.00` is whole; of 万人, and
/// of a unit that the plan does not state, there may be parts.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let [of_part, of_whole] = cell.subject.counted;
    let (numerator, denominator) = cell.now.counts.unzip();
    let found = [
        (NumberField::Numerator, numerator, of_part),
        (NumberField::Denominator, denominator, of_whole),
        (NumberField::Value, cell.now.value, cell.subject.counted_values),
        (NumberField::Total, cell.now.total, cell.subject.counted_values),
    ]
    .into_iter()
    .find_map(|(field, number, unit)| {
        let number = number.filter(|number| !number.is_whole())?;
        Some((field, number, unit?))
    });
    let (field, number, unit) = found?;
    Some(AuditProblem::FractionOfAPerson {
        cell: cell.name(),
        field,
        text: number.to_string(),
        unit: unit.clone(),
    })
}
