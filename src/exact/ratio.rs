//! Fractions that two machine words hold.

use std::cmp::Ordering;

use super::{Decimal, Per};

/// A fraction of whole numbers, the second of them above zero: what a national file has
/// ten million of, compared without a [`Rational`](super::Rational) for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ratio {
    numerator: i64,
    denominator: i64,
}

impl Ratio {
    pub(crate) fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator }
    }

    /// `numerator / denominator × per` of whole numbers, if it is one and fits.
    #[inline]
    pub(crate) fn rate(numerator: Decimal, denominator: Decimal, per: Per) -> Option<Self> {
        if numerator.scale() > 0 || denominator.scale() > 0 || denominator.mantissa() <= 0 {
            return None;
        }
        Some(Self::new(numerator.mantissa().checked_mul(per.count())?, denominator.mantissa()))
    }

    /// The ends of what rounds to a number that was written with all its digits.
    #[inline]
    pub(crate) fn rounded(number: Decimal) -> Option<[Self; 2]> {
        let Self { numerator, denominator } = Self::from(number);
        let is_written = number.last_digit() <= 0;
        let (twice, denominator) = (numerator.checked_mul(2)?, denominator.checked_mul(2)?);
        is_written.then_some([-1, 1].map(|half| Self::new(twice + half, denominator)))
    }

    /// What is divided.
    pub(crate) fn numerator(self) -> i64 {
        self.numerator
    }

    /// By how many.
    pub(crate) fn denominator(self) -> i64 {
        self.denominator
    }

    /// How far it is above a decimal, in parts of its own denominator and of the last digit of
    /// that, if it fits.
    #[inline]
    pub(crate) fn over(self, decimal: Decimal) -> Option<i64> {
        let value = self.numerator.checked_mul(Decimal::POWERS[usize::from(decimal.scale())])?;
        value.checked_sub(decimal.mantissa().checked_mul(self.denominator)?)
    }

    /// Rounded half away from zero to so many digits behind the point, if it fits.
    #[inline]
    pub(crate) fn rounded_to(self, digits: u8) -> Option<Decimal> {
        let parts = self.numerator.checked_mul(*Decimal::POWERS.get(usize::from(digits))?)?;
        let (whole, rest) = (parts / self.denominator, parts % self.denominator);
        let is_half = rest.unsigned_abs() >= self.denominator.unsigned_abs() - rest.unsigned_abs();
        Decimal::new(if is_half { whole + parts.signum() } else { whole }, digits)
    }

    /// How it compares with another.
    #[inline]
    pub(crate) fn cmp(self, other: Self) -> Ordering {
        let product = |a: i64, b: i64| i128::from(a) * i128::from(b);
        let left = product(self.numerator, other.denominator);
        left.cmp(&product(other.numerator, self.denominator))
    }
}

impl From<Decimal> for Ratio {
    #[inline]
    fn from(number: Decimal) -> Self {
        Self::new(number.mantissa(), Decimal::POWERS[usize::from(number.scale())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Interval, Rational};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn decimal(digits: i64, scale: u8) -> Decimal {
        Decimal::new(digits, scale).unwrap_or(Decimal::ZERO)
    }

    proptest! {
        #[test]
        fn a_ratio_compares_as_the_fraction_that_it_is(
            n in prop_oneof![0i64..200, any::<i64>()], d in prop_oneof![0i64..200, any::<i64>()],
            scale in 0u8..=18, of in prop_oneof![-99i64..99, any::<i64>()],
            by in prop_oneof![1i64..99, 1i64..], per in select(Per::all().collect::<Vec<_>>()),
        ) {
            let bound = Rational::from(of) / Rational::from(by);
            let small = bound.ratio().unwrap();
            let (whole, number) = ((decimal(n, 0), decimal(d, 0)), decimal(n, scale));
            if let Some(ratio) = Ratio::rate(whole.0, whole.1, per) {
                let fraction = Rational::rate(whole.0, whole.1, per).unwrap();
                prop_assert_eq!(ratio.cmp(small), fraction.cmp(&bound));
            }
            prop_assert_eq!(Ratio::from(number).cmp(small), Rational::from(number).cmp(&bound));
            for number in [number, number.shifted(2).unwrap_or(number)] {
                let Some(ends) = Ratio::rounded(number) else { continue };
                let known = Interval::rounded(number);
                for (end, known) in ends.into_iter().zip([known.low(), known.high()]) {
                    prop_assert_eq!(end.cmp(small), known.cmp(&bound));
                }
            }
            let huge = bound.clone() * bound.clone() * bound.clone();
            prop_assert_eq!(huge.ratio().map(|huge| huge.cmp(small)), huge.ratio().map(|_| huge.cmp(&bound)));
        }
    }
}
