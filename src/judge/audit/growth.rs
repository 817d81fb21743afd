//! Growth that is hardly any.

use super::subject::Cell;
use crate::diagnostic::{AuditProblem, Growth};
use crate::exact::{Decimal, Rational};
use crate::plan::AuditBound;
use crate::term::Limits;

/// The plan's bound, for growth or change in percent.
pub(super) fn bound<'c>(cell: &Cell<'c>) -> Option<&'c AuditBound> {
    let is_growth = cell.subject.limits == Limits::Any && cell.subject.is_percent();
    cell.plan.audit.growth.as_ref().filter(|_| is_growth)
}

/// Growth in percent beyond the bound, up or down. 108.74 rather is an index of which the
/// year before is 100, and 0.0874% a fraction of which nobody took the hundredfold.
pub(super) fn find(cell: &Cell<'_>, bound: &AuditBound) -> Option<AuditProblem> {
    let sent = cell.now.value?;
    let value = Rational::from(sent);
    let limit = Rational::from(bound.value);
    let text = |number: Decimal| format!("{number}%");
    let likely = if value.clone().abs() > limit {
        let above = minus_100(sent).filter(|above| Rational::from(*above).abs() <= limit);
        above.map_or(Growth::Beyond, |above| Growth::Index(text(above)))
    } else if !sent.is_zero() && value.abs() * Rational::HUNDRED <= limit {
        Growth::Fraction(text(sent.shifted(2)?))
    } else {
        return None;
    };
    Some(AuditProblem::ImplausibleGrowth {
        cell: cell.name(),
        sent: text(sent),
        bound: text(bound.value),
        likely,
    })
}

fn minus_100(number: Decimal) -> Option<Decimal> {
    let hundred = 10i64.checked_pow(u32::from(number.scale()) + 2)?;
    Decimal::new(number.mantissa().checked_sub(hundred)?, number.scale())
}
