//! The figures of the year before once more.

use super::subject::{Cell, is_few_apart};
use crate::diagnostic::AuditProblem;
use crate::exact::{Decimal, Rational};
use crate::term::Limits;

/// Fewer than so many may well be the same in two years: 8 of 9 homes.
const LEAST: i64 = 100;

/// Numerator and denominator both as the year before, or a value that is not a rate.
///
/// Few things stay as they are, and so does what is complete but for a few, or has hardly
/// begun; and a round value is a quota (700 人次 a year), not a count. Rates without counts
/// have so few digits that the same may come again.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let before = cell.before.as_ref()?.figure;
    let figures = match (cell.now.counts, before.counts) {
        (Some((n, d)), Some((n0, d0))) => {
            let telling = is_many(d) && !is_few_apart(n, d) && !is_few_apart(n, Decimal::ZERO);
            let [_, unit] = cell.subject.count_units;
            (telling && is_same(n, n0) && is_same(d, d0))
                .then(|| unit.counted(format!("{n}/{d}")))?
        }
        (None, None) if cell.subject.limits == Limits::NonNegative => {
            let (value, then) = (cell.now.value?, before.value?);
            let unit = cell.subject.unit;
            (is_same(value, then) && is_many(value) && !is_round(value))
                .then(|| unit.counted(value))?
        }
        _ => return None,
    };
    Some(AuditProblem::SameAsLastYear { cell: cell.name(), figures })
}

fn is_same(a: Decimal, b: Decimal) -> bool {
    if a.scale() == b.scale() {
        return a.mantissa() == b.mantissa();
    }
    Rational::from(a) == Rational::from(b)
}

fn is_many(number: Decimal) -> bool {
    Rational::from(number) >= Rational::from(LEAST)
}

fn is_round(number: Decimal) -> bool {
    (Rational::from(number) / Rational::from(10)).is_whole()
}
