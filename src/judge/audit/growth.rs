//! Growth that is hardly any.

use super::subject::{Cell, Subject};
use crate::diagnostic::{AuditProblem, Growth};
use crate::exact::{Decimal, Figure, Ratio, Rational};
use crate::plan::{AuditBound, Plan};
use crate::term::Limits;

/// Growth that is plausible: not beyond the plan's bound, and not so little that it rather
/// is a fraction.
pub(super) struct Plausible<'p> {
    pub(super) rule: &'p AuditBound,
    most: Rational,
    /// Beyond which it is a fraction of which nobody took the hundredfold, and up to which it
    /// may be; none of bounds with too many digits.
    ends: Option<[Ratio; 2]>,
}

impl<'p> Plausible<'p> {
    /// By the plan's bound, for growth or change in percent.
    pub(super) fn new(plan: &'p Plan, limits: Limits, unit: &str) -> Option<Self> {
        let rule = plan.audit.growth.as_ref().filter(|_| limits == Limits::Any && unit == "%")?;
        let most = Rational::from(rule.value);
        let least = most.clone() / Rational::HUNDRED;
        let ends = least.ratio().zip(most.ratio()).map(<[Ratio; 2]>::from);
        Some(Self { rule, most, ends })
    }

    fn holds(&self, value: Decimal) -> bool {
        let Some([least, most]) = self.ends else { return false };
        let value = Ratio::from(if value.is_negative() { -value } else { value });
        value.cmp(most).is_le() && value.cmp(least).is_gt()
    }
}

/// Whether growth may be implausible: a quick look.
#[inline]
pub(super) fn may_be(subject: &Subject<'_>, now: &Figure) -> bool {
    let plausible = subject.growth.as_ref().zip(now.value);
    plausible.is_some_and(|(plausible, value)| !plausible.holds(value) && !value.is_zero())
}

/// Growth in percent beyond the bound, up or down. 108.74 rather is an index of which the
/// year before is 100, and 0.0874% a fraction of which nobody took the hundredfold.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let Plausible { rule: bound, most: limit, .. } = cell.subject.growth.as_ref()?;
    let sent = cell.now.value?;
    let value = Rational::from(sent);
    let text = |number: Decimal| format!("{number}%");
    let likely = if value.clone().abs() > *limit {
        let above = minus_100(sent).filter(|above| Rational::from(*above).abs() <= *limit);
        above.map_or(Growth::Beyond, |above| Growth::Index(text(above)))
    } else if !sent.is_zero() && value.abs() * Rational::HUNDRED <= *limit {
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
