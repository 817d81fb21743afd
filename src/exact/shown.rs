//! Writing numbers so that they never contradict a verdict.
//!
//! A value of 89.996% falls short of 90%, but two digits would print it as
//! `90.00`. Digits are added until what is printed stands to what is printed
//! beside it as the exact numbers stand to each other.

use super::{Decimal, Rational};

/// Beyond this many digits an exact decimal is written rounded. What a plan writes never
/// is.
const EXACT_DIGITS: u32 = Decimal::MAX_DIGITS as u32;
/// How many digits a bound has that no decimal writes exactly (a third).
const ROUNDED_DIGITS: u32 = 4;

/// Sets the point `scale` digits from the right, with zeros where digits lack.
pub fn with_point(negative: bool, digits: &str, scale: usize) -> String {
    let sign = if negative { "-" } else { "" };
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The value rounded half away from zero to `digits` behind the point.
pub fn rounded(value: &Rational, digits: u32) -> String {
    let scaled = value.scaled(digits);
    let negative = scaled.sign() == num_bigint::Sign::Minus;
    with_point(negative, &scaled.magnitude().to_string(), digits as usize)
}

/// A bound as it is printed, with the digits that are enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    exact: Rational,
    /// What stands on the page.
    pub text: String,
    printed: Rational,
    digits: u32,
}

impl Bound {
    /// How many digits it is written with.
    pub fn digits(&self) -> u32 {
        self.digits
    }

    /// Writes a bound that no decimal writes exactly with at least so many digits.
    pub fn widen(&mut self, digits: u32) {
        if self.printed != self.exact && digits > self.digits {
            self.digits = digits;
            self.printed = at(&self.exact, digits);
            self.text = rounded(&self.exact, digits);
        }
    }

    /// Writes a bound so that every one of `values` stands to the text as it
    /// stands to the bound. An exact decimal is written exactly.
    pub fn new<'v>(exact: &Rational, values: impl IntoIterator<Item = &'v Rational>) -> Self {
        let mut digits = exact.exact_digits(EXACT_DIGITS).unwrap_or(ROUNDED_DIGITS);
        let mut printed = at(exact, digits);
        for value in values {
            while value != exact && value.cmp(&printed) != value.cmp(exact) {
                digits += 1;
                printed = at(exact, digits);
            }
        }
        Self { exact: exact.clone(), text: rounded(exact, digits), printed, digits }
    }
}

/// How many digits write `value`, at least `least`, so that it stands to every
/// printed bound as it stands to the exact one. A bound that is the value itself is
/// written with the same digits.
///
/// Every bound must have been made with this value among its values.
pub fn digits(value: &Rational, least: u32, bounds: &mut [Bound]) -> u32 {
    let equal = bounds.iter().filter(|bound| *value == bound.exact).map(|bound| bound.digits);
    let mut digits = equal.fold(least, u32::max);
    // A digit more may mend one bound and break another, so all are looked at again.
    while bounds.iter().any(|bound| {
        *value != bound.exact && at(value, digits).cmp(&bound.printed) != value.cmp(&bound.exact)
    }) {
        digits += 1;
    }
    for bound in bounds.iter_mut().filter(|bound| *value == bound.exact) {
        bound.widen(digits);
    }
    digits
}

/// A difference, with more digits than `least` where it would round to zero.
pub fn difference(value: &Rational, least: u32) -> String {
    let mut digits = least;
    while !value.is_zero() && at(value, digits).is_zero() {
        digits += 1;
    }
    rounded(value, digits)
}

/// How many digits, at least `least`, write two numbers so that they stand to each
/// other as the exact ones do.
pub fn apart(a: &Rational, b: &Rational, least: u32) -> u32 {
    let mut digits = least;
    while at(a, digits).cmp(&at(b, digits)) != a.cmp(b) {
        digits += 1;
    }
    digits
}

/// A change rounded to `digits`, with the sign of the exact one: what rises a little
/// reads `+0.00`.
pub fn change(exact: &Rational, digits: u32) -> String {
    let sign = if exact.is_zero() {
        ""
    } else if exact.is_negative() {
        "-"
    } else {
        "+"
    };
    format!("{sign}{}", rounded(&exact.clone().abs(), digits))
}

/// The value as it reads with so many digits.
fn at(value: &Rational, digits: u32) -> Rational {
    Rational::from(value.scaled(digits)) / Rational::power_of_ten(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(n: i64, d: i64) -> Rational {
        Rational::from(n) / Rational::from(d)
    }

    fn text(value: &Rational, bound: &Rational) -> (String, String) {
        let mut bounds = [Bound::new(bound, [value])];
        let digits = digits(value, 2, &mut bounds);
        (rounded(value, digits), bounds[0].text.clone())
    }

    #[test]
    fn eight_ninths_read_88_89() {
        assert_eq!(rounded(&ratio(800, 9), 2), "88.89");
        assert_eq!(rounded(&ratio(-1, 2), 0), "-1");
        assert_eq!(rounded(&ratio(-1, 1000), 2), "0.00");
    }

    #[test]
    fn digits_are_added_until_the_verdict_is_not_contradicted() {
        let just_below = ratio(8_999_600, 100_000);
        assert_eq!(text(&just_below, &Rational::from(90)), ("89.996".into(), "90".into()));
        let just_above = ratio(9_000_004, 100_000);
        assert_eq!(text(&just_above, &Rational::from(90)), ("90.00004".into(), "90".into()));
        assert_eq!(text(&Rational::from(90), &Rational::from(90)), ("90.00".into(), "90".into()));
    }

    #[test]
    fn a_bound_that_no_decimal_writes_gets_digits_enough() {
        let third = ratio(1, 3);
        assert_eq!(text(&ratio(33331, 100_000), &third), ("0.33".into(), "0.33333".into()));
        assert_eq!(text(&third, &third), ("0.3333".into(), "0.3333".into()));
    }

    #[test]
    fn a_digit_that_mends_one_bound_breaks_no_other() {
        let value = ratio(999_995, 10_000_000);
        let bound = |n: i64, d: i64| Bound::new(&ratio(n, d), [&value]);
        let mut bounds = [bound(999_992, 10_000_000), bound(1, 10)];
        assert_eq!(rounded(&value, digits(&value, 2, &mut bounds)), "0.0999995");
    }

    #[test]
    fn a_bound_that_is_the_value_is_written_with_its_digits() {
        // 5/6 is the requirement, and a hair below it lies the target.
        let value = ratio(5, 6);
        let near = ratio(8_333_333, 10_000_000);
        let mut bounds = [Bound::new(&value, [&value]), Bound::new(&near, [&value])];
        let digits = digits(&value, 2, &mut bounds);
        assert_eq!(rounded(&value, digits), bounds[0].text);
        assert!(rounded(&value, digits) > bounds[1].text);
    }

    #[test]
    fn a_difference_that_is_there_never_reads_zero() {
        assert_eq!(difference(&ratio(-1, 10_000), 2), "-0.0001");
        assert_eq!(difference(&Rational::ZERO, 2), "0.00");
    }

    #[test]
    fn two_numbers_that_differ_never_read_alike() {
        let apart = |a: &Rational, b: &Rational| {
            let digits = apart(a, b, 2);
            (rounded(a, digits), rounded(b, digits))
        };
        assert_eq!(apart(&ratio(7, 5), &ratio(4, 3)), ("1.40".into(), "1.33".into()));
        let (just, half) = (ratio(50_001, 100_000), ratio(1, 2));
        assert_eq!(apart(&just, &half), ("0.50001".into(), "0.50000".into()));
        assert_eq!(apart(&half, &half), ("0.50".into(), "0.50".into()));
        let (below, above) = (ratio(-1, 1000), ratio(1, 1000));
        assert_eq!(apart(&below, &above), ("-0.001".into(), "0.001".into()));
    }

    #[test]
    fn a_change_too_small_for_its_digits_still_has_its_sign() {
        let read = [ratio(1, 1000), ratio(-1, 1000), Rational::ZERO, ratio(-5, 2)];
        assert_eq!(read.map(|exact| change(&exact, 2)), ["+0.00", "-0.00", "0.00", "-2.50"]);
    }

    proptest! {
        #[test]
        fn what_is_printed_orders_as_what_is_judged(
            n in 0i64..2_000_000, d in 1i64..100_000, t in 0i64..2_000_000, u in 1i64..1000,
        ) {
            let (value, bound) = (ratio(n, d), ratio(t, u));
            let (left, right) = text(&value, &bound);
            let read = |s: &str| Rational::from(Decimal::parse(s).unwrap());
            prop_assert_eq!(read(&left).cmp(&read(&right)), value.cmp(&bound));
        }
    }
}
