//! Round figures.

use super::subject::{Cell, Subject};
use crate::diagnostic::AuditProblem;
use crate::exact::{Decimal, Figure, Rational};

/// From so many on a count is rarely a multiple of a hundred by itself, and numerator and
/// denominator both are once in ten thousand.
const LEAST: i64 = 1000;

/// Whether counts may be round: a quick look.
#[inline]
pub(super) fn may_be(subject: &Subject<'_>, now: &Figure) -> bool {
    now.counts.is_some_and(|counts| may_be_of(subject, counts))
}

/// The same of the counts.
#[inline]
pub(super) fn may_be_of(
    subject: &Subject<'_>,
    (numerator, denominator): (Decimal, Decimal),
) -> bool {
    subject.counted.iter().all(Option::is_some) && is_round(denominator) && is_round(numerator)
}

/// Numerator and denominator of at least 1000, both whole hundreds: estimated, not counted.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let (numerator, denominator) = cell.now.counts.filter(|_| may_be(cell.subject, &cell.now))?;
    let (numerator, denominator) = (numerator.to_string(), denominator.to_string());
    Some(AuditProblem::RoundFigures { cell: cell.name(), numerator, denominator })
}

#[inline]
fn is_round(number: Decimal) -> bool {
    if number.scale() == 0 {
        return number.mantissa() >= LEAST && number.mantissa() % 100 == 0;
    }
    is_round_fraction(number)
}

/// The same of a number with digits behind the point.
#[cold]
fn is_round_fraction(number: Decimal) -> bool {
    let hundreds = Rational::from(number) / Rational::HUNDRED;
    hundreds >= Rational::from(LEAST) / Rational::HUNDRED && hundreds.is_whole()
}
