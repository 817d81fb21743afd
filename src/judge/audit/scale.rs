//! A jump of scale.

use super::subject::Cell;
use crate::diagnostic::{AuditProblem, NumberField};
use crate::exact::{Decimal, Rational};

/// How many times the year before nothing that is counted can be.
const TIMES: i64 = 1000;

/// A count or a value that is 1000 times that of the year before or more, or a thousandth
/// or less: 人 written for 万人, or 元 for 万元. A percentage can't be mistaken so, and
/// growth may be next to nothing in one year; nothing is a multiple of 0.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let before = &cell.before.as_ref()?.figure;
    let value_unit = cell.subject.limits.has_any_size().then_some(cell.subject.unit);
    let (n, d) = cell.now.counts.unzip();
    let (n0, d0) = before.counts.unzip();
    let [part, whole] = cell.subject.count_units;
    let found = [
        (NumberField::Numerator, n.zip(n0), Some(part)),
        (NumberField::Denominator, d.zip(d0), Some(whole)),
        (NumberField::Value, cell.now.value.zip(before.value), value_unit),
        (NumberField::Total, cell.now.total.zip(before.total), value_unit),
    ]
    .into_iter()
    .find_map(|(field, pair, unit)| {
        let (now, before) = pair.filter(|(now, before)| jumps(*now, *before))?;
        Some((field, now, before, unit?))
    });
    let (field, now, before, unit) = found?;
    Some(AuditProblem::JumpOfScale {
        cell: cell.name(),
        field,
        before: before.to_string(),
        now: now.to_string(),
        unit: unit.clone(),
    })
}

fn jumps(now: Decimal, before: Decimal) -> bool {
    if now.is_zero() || before.is_zero() {
        return false;
    }
    let [now, before] = [now, before].map(|number| Rational::from(number).abs());
    let times = |less: &Rational| less.clone() * Rational::from(TIMES);
    now >= times(&before) || before >= times(&now)
}
