//! Between which numbers a true value lies that was sent rounded.

use std::ops::Add;

use super::{Decimal, Per, Rational};

/// From one number to another, both included.
///
/// ```
/// use dabiao::exact::{Decimal, Interval, Rational};
///
/// let sent = Interval::rounded(Decimal::parse("55.9").unwrap());
/// assert_eq!(*sent.low(), Rational::from(Decimal::parse("55.85").unwrap()));
/// assert_eq!(*sent.high(), Rational::from(Decimal::parse("55.95").unwrap()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    low: Rational,
    high: Rational,
}

impl Interval {
    /// One number.
    pub fn exactly(value: Rational) -> Self {
        Self { low: value.clone(), high: value }
    }

    /// From one number to another that is not less.
    pub(crate) fn between(low: Rational, high: Rational) -> Self {
        Self { low, high }
    }

    /// What may have been rounded to a number: half a unit of its last digit either way. A
    /// tie rounds up or to even, so that both ends count.
    pub fn rounded(number: Decimal) -> Self {
        let (value, last) = (Rational::from(number), number.last_digit());
        let unit = Rational::power_of_ten(last.unsigned_abs());
        let unit = if last < 0 { Rational::from(1) / unit } else { unit };
        let half = unit / Rational::from(2);
        Self { low: value.clone() - half.clone(), high: value + half }
    }

    /// The least it may be.
    pub fn low(&self) -> &Rational {
        &self.low
    }

    /// The most it may be.
    pub fn high(&self) -> &Rational {
        &self.high
    }

    /// Whether it is one number.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// Whether a number lies in it.
    pub fn contains(&self, value: &Rational) -> bool {
        self.low <= *value && *value <= self.high
    }

    /// What of it is not below a number, or that number.
    #[must_use]
    pub fn at_least(self, least: &Rational) -> Self {
        Self { low: self.low.max(least.clone()), high: self.high.max(least.clone()) }
    }

    /// What of it is not above a number, or that number.
    #[must_use]
    pub fn at_most(self, most: &Rational) -> Self {
        Self { low: self.low.min(most.clone()), high: self.high.min(most.clone()) }
    }

    /// From the least to the greatest multiple of `step` in it; as it is if there is none.
    #[must_use]
    pub fn on(self, step: &Rational) -> Self {
        let times = |count: Rational| count * step.clone();
        let low = times((self.low.clone() / step.clone()).ceil());
        let high = times((self.high.clone() / step.clone()).floor());
        if low <= high { Self { low, high } } else { self }
    }

    /// The same of what rises with it.
    #[must_use]
    pub fn map(&self, rising: impl Fn(&Rational) -> Rational) -> Self {
        Self { low: rising(&self.low), high: rising(&self.high) }
    }

    /// How much it is for so many of another, both not negative; `None` if that may be 0.
    pub fn rate(&self, whole: &Self, per: Per) -> Option<Self> {
        if whole.low <= Rational::ZERO {
            return None;
        }
        let rate = |part: &Rational, whole: &Rational| {
            (part.clone() * Rational::from(per.count()) / whole.clone()).reduced()
        };
        Some(Self { low: rate(&self.low, &whole.high), high: rate(&self.high, &whole.low) })
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: (self.low + other.low).reduced(), high: (self.high + other.high).reduced() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn interval(low: &str, high: &str) -> Interval {
        Interval { low: number(low).into(), high: number(high).into() }
    }

    #[test]
    fn the_last_digit_that_was_written_says_how_much_is_known() {
        for (text, power, low, high) in [
            ("55.9", 0, "55.85", "55.95"),
            ("60.0", 0, "59.95", "60.05"),
            ("60", 0, "59.5", "60.5"),
            ("-0.3", 0, "-0.35", "-0.25"),
            ("0.22", 4, "2150", "2250"),
            ("1.2", 8, "115000000", "125000000"),
            ("125000", -4, "12.49995", "12.50005"),
        ] {
            let sent = number(text).shifted(power).unwrap();
            assert_eq!(Interval::rounded(sent), interval(low, high), "{text}");
        }
    }

    #[test]
    fn of_whole_things_only_whole_numbers_count() {
        let one = Rational::from(1);
        assert_eq!(interval("11.5", "12.5").on(&one), interval("12", "12"));
        assert_eq!(interval("2150", "2250").on(&one), interval("2150", "2250"));
        assert_eq!(interval("12.45", "12.55").on(&one), interval("12.45", "12.55"));
        let of_ten_thousand = number("0.0001").into();
        let sent = interval("12.49995", "12.50005").on(&of_ten_thousand);
        assert_eq!(sent, interval("12.5", "12.5"));
    }

    #[test]
    fn sums_and_shares_are_as_wide_as_their_parts_make_them() {
        let sum = interval("1.15", "1.25") + interval("2", "2");
        assert_eq!(sum, interval("3.15", "3.25"));
        let share = interval("2150", "2250").rate(&interval("2500", "2500"), Per::HUNDRED);
        assert_eq!(share, Some(interval("86", "90")));
        assert_eq!(interval("0", "1").rate(&interval("0", "1"), Per::HUNDRED), None);
    }

    #[test]
    fn what_can_not_be_is_cut_off() {
        let hundred = Rational::HUNDRED;
        assert_eq!(interval("99.5", "100.5").at_most(&hundred), interval("99.5", "100"));
        assert_eq!(interval("-0.5", "0.5").at_least(&Rational::ZERO), interval("0", "0.5"));
    }
}
