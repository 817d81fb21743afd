//! A value by itself, and a ratio's counts with the value beside them.

use super::{Number, Problems};
use crate::diagnostic::SubmissionProblem;
use crate::exact::{Decimal, Per, Rational, shown};
use crate::submission::Series;
use crate::submission::header::Field;
use crate::term::Limits;

/// A value with nothing beside it.
pub(super) fn alone(
    value: Option<Number>,
    series: &Series<'_>,
    text: &dyn Fn(Field) -> String,
    problems: &mut Problems,
) -> bool {
    let Some(value) = value else { return true };
    let exact = Rational::from(value.number);
    let problem = if series.unit == "%" && !value.percent && may_be_fraction(&exact) {
        let percent = shown::rounded(
            &(exact * Rational::HUNDRED),
            u32::from(value.number.scale().saturating_sub(2)),
        );
        let counted = series.limits.per().is_some();
        SubmissionProblem::Fraction { text: text(Field::Value), percent, counted }
    } else if series.limits.most().is_some_and(|most| exact > most) {
        SubmissionProblem::Above100 { value: text(Field::Value) }
    } else {
        return true;
    };
    problems.push((Field::Value, problem));
    false
}

/// Without a percent sign, 0.552 may be 0.552% or 55.2%; so may 1.
fn may_be_fraction(value: &Rational) -> bool {
    !value.is_zero() && value.clone().abs() <= Rational::from(1)
}

/// A ratio's counts, and the value that may stand beside them.
pub(super) fn with_counts(
    value: &mut Option<Number>,
    (numerator, denominator): (Decimal, Decimal),
    series: &Series<'_>,
    text: &dyn Fn(Field) -> String,
    problems: &mut Problems,
) -> bool {
    let Limits::Ratio { per, of_whole } = series.limits else { return false };
    // Of nobody there is no part either.
    if (of_whole || denominator.is_zero()) && numerator.is_above(denominator) {
        let problem = SubmissionProblem::NumeratorAbove {
            numerator: text(Field::Numerator),
            denominator: text(Field::Denominator),
        };
        problems.push((Field::Numerator, problem));
        return false;
    }
    let Some(sent) = *value else { return true };
    let Some(exact) = Rational::rate(numerator, denominator, per) else {
        // Over a denominator of 0 no rate can be; 0% is how some forms fill it in.
        if !sent.number.is_zero() {
            let problem = SubmissionProblem::RateWithoutBase { sent: text(Field::Value) };
            problems.push((Field::Value, problem));
        }
        return sent.number.is_zero();
    };
    if agrees(sent.number, numerator, denominator, per) {
        return true;
    }
    // The counts decide what 0.552 means.
    if series.unit == "%"
        && !sent.percent
        && let Some(percent) = sent.number.shifted(2)
        // 1 is compared with the counts as 100 is, of which every digit was written.
        && let Some(percent) = Decimal::new(percent.mantissa(), percent.scale())
        && may_be_fraction(&Rational::from(sent.number))
        && agrees(percent, numerator, denominator, per)
    {
        *value = Some(Number { number: percent, percent: true });
        return true;
    }
    let sign = if ["%", "‰"].contains(&&**series.unit) { series.unit } else { "" };
    let problem = SubmissionProblem::RatioMismatch {
        sent: text(Field::Value),
        computed: shown::rounded(&exact, u32::from(sent.number.scale())) + sign,
        counts: (text(Field::Numerator), text(Field::Denominator)),
    };
    problems.push((Field::Value, problem));
    false
}

/// Whether a value is the ratio of the counts, rounded to the value's own last digit; a
/// tie may have gone either way.
#[inline]
pub(super) fn agrees(value: Decimal, numerator: Decimal, denominator: Decimal, per: Per) -> bool {
    // |v/10ˢ − 10ᵖ n/d| ≤ ½/10ˢ is |v d − n 10ˢ⁺ᵖ| · 2 ≤ d; two words hold that for nearly
    // every row.
    let power = usize::from(value.scale()) + per.power();
    if numerator.scale() == 0
        && denominator.scale() == 0
        && let Some(power) = Decimal::POWERS.get(power)
    {
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        let left = product(value.mantissa(), denominator.mantissa());
        let apart = left - product(numerator.mantissa(), *power);
        return apart.abs() * 2 <= i128::from(denominator.mantissa());
    }
    agrees_exactly(value, numerator, denominator, per)
}

#[cold]
fn agrees_exactly(value: Decimal, numerator: Decimal, denominator: Decimal, per: Per) -> bool {
    let Some(exact) = Rational::rate(numerator, denominator, per) else { return true };
    let power = Rational::power_of_ten(u32::from(value.scale()));
    (Rational::from(value) - exact).abs() * power * Rational::from(2) <= Rational::from(1)
}
