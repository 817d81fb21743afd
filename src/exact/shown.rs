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
    let zeros = scale.saturating_sub(digits.len());
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
    let mut text = String::with_capacity(digits.len() + zeros + 3);
    if negative {
        text.push('-');
    }
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if scale > 0 {
        text.push('.');
        text.extend(std::iter::repeat_n('0', zeros));
        text.push_str(fraction);
    }
    text
}

/// The value rounded half away from zero to `digits` behind the point.
pub fn rounded(value: &Rational, digits: u32) -> String {
    let (negative, written) = match value.scaled_small(digits) {
        Some(scaled) => (scaled < 0, scaled.unsigned_abs().to_string()),
        None => {
            let scaled = value.scaled(digits);
            (scaled.sign() == num_bigint::Sign::Minus, scaled.magnitude().to_string())
        }
    };
    with_point(negative, &written, digits as usize)
}

/// A value among bounds: with at least so many digits, beside those of the bounds that it
/// is read against.
#[derive(Debug, Clone)]
pub struct Beside<'n> {
    /// The exact value.
    pub value: &'n Rational,
    /// With how many digits behind the point it is written at least.
    pub least: u32,
    /// Which of the bounds.
    pub bounds: Vec<usize>,
}

/// How bounds and the values beside them are written together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fitted {
    /// The bounds, in their order.
    pub bounds: Vec<Written>,
    /// The values, in their order.
    pub values: Vec<Written>,
}

/// A number as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What stands on the page.
    pub text: String,
    /// How many digits it has behind the point.
    pub digits: u32,
}

impl Written {
    fn new(value: &Rational, digits: u32) -> Self {
        Self { text: rounded(value, digits), digits }
    }
}

/// Writes bounds and all values beside them so that every value, as it is written, stands
/// to each of its bounds, as that is written, as the exact numbers stand to each other.
///
/// A bound that is a decimal is written exactly. All other bounds have the same number of
/// digits: the fewest that put each on the right side of every value and of every other
/// bound. A value that is a bound is written as that bound, any other with the fewest
/// digits that keep it on the right side of all its bounds at once. Each search ends at a
/// number of digits that is known to be enough.
pub fn fit(bounds: &[&Rational], values: &[Beside<'_>]) -> Fitted {
    let exact: Vec<Option<u32>> =
        bounds.iter().map(|bound| bound.exact_digits(EXACT_DIGITS)).collect();
    let open = open_digits(bounds, &exact, values);
    let printed =
        bounds.iter().zip(&exact).map(|(bound, exact)| bound.rounded(exact.unwrap_or(open)));
    let printed: Vec<Rational> = printed.collect();
    let value = |beside: &Beside<'_>| {
        let value = beside.value;
        let mut least = beside.least;
        for index in &beside.bounds {
            let (Some(bound), Some(exact)) = (bounds.get(*index), exact.get(*index)) else {
                continue;
            };
            match (*bound == value, exact) {
                (true, None) => return Written::new(value, open),
                (true, Some(digits)) => least = least.max(*digits),
                (false, _) => {}
            }
        }
        // A bound that is the value, and is written exactly, stands to it as it should.
        let bounds = || beside.bounds.iter().filter_map(|index| printed.get(*index));
        let most = || {
            let others = bounds().filter(|bound| *bound != value);
            others.map(|bound| enough(value, bound)).fold(least, u32::max)
        };
        let stands = |digits| {
            let written = value.rounded(digits);
            bounds().all(|bound| written.cmp(bound) == value.cmp(bound))
        };
        Written::new(value, fewest(least, most, stands))
    };
    let bound =
        |(bound, exact): (&&Rational, &Option<u32>)| Written::new(bound, exact.unwrap_or(open));
    Fitted {
        values: values.iter().map(value).collect(),
        bounds: bounds.iter().zip(&exact).map(bound).collect(),
    }
}

/// How many digits the bounds have that no decimal writes exactly.
fn open_digits(bounds: &[&Rational], exact: &[Option<u32>], values: &[Beside<'_>]) -> u32 {
    let mut least = ROUNDED_DIGITS;
    if exact.iter().all(Option::is_some) {
        return least;
    }
    // Each with a value that it must not be mistaken for, or with another bound.
    let mut beside: Vec<(&Rational, &Rational)> = Vec::new();
    let mut between: Vec<(&Rational, &Rational, Option<u32>)> = Vec::new();
    let is_open = |index: &usize| exact.get(*index).is_some_and(Option::is_none);
    for value in values {
        for index in value.bounds.iter().filter(|index| is_open(index)) {
            match bounds.get(*index) {
                Some(bound) if *bound == value.value => least = least.max(value.least),
                Some(bound) => beside.push((bound, value.value)),
                None => {}
            }
        }
    }
    for (bound, _) in bounds.iter().zip(exact).filter(|(_, exact)| exact.is_none()) {
        let others = bounds.iter().zip(exact).filter(|(other, _)| *other != bound);
        between.extend(others.map(|(other, exact)| (*bound, *other, *exact)));
    }
    let gaps = beside.iter().copied().chain(between.iter().map(|(a, b, _)| (*a, *b)));
    let most = || gaps.map(|(a, b)| enough(a, b)).fold(least, u32::max);
    fewest(least, most, |digits| {
        beside.iter().all(|(bound, value)| bound.rounded(digits).cmp(value) == bound.cmp(value))
            && between.iter().all(|(bound, other, exact)| {
                let other_at = other.rounded(exact.unwrap_or(digits));
                bound.rounded(digits).cmp(&other_at) == bound.cmp(other)
            })
    })
}

/// The fewest digits, `least` at least, with which numbers stand as they should; `most`
/// are known to be enough, and are asked for only where `least` are not.
fn fewest(least: u32, most: impl FnOnce() -> u32, stands: impl Fn(u32) -> bool) -> u32 {
    if stands(least) {
        return least;
    }
    let most = most();
    (least..most).find(|digits| stands(*digits)).unwrap_or(most)
}

/// So many digits tell two numbers apart, and so does any greater number: they are further
/// from each other than both can move together when they are rounded.
fn enough(a: &Rational, b: &Rational) -> u32 {
    (a.clone() - b.clone()).denominator_length()
}

/// One value beside some bounds, all of them written.
pub fn beside(value: &Rational, least: u32, bounds: &[&Rational]) -> (Written, Vec<Written>) {
    let all = (0..bounds.len()).collect();
    let mut fitted = fit(bounds, &[Beside { value, least, bounds: all }]);
    let value = fitted.values.pop().unwrap_or_else(|| Written::new(value, least));
    (value, fitted.bounds)
}

/// A number that stands beside no value.
pub fn alone(exact: &Rational) -> Written {
    Written::new(exact, exact.exact_digits(EXACT_DIGITS).unwrap_or(ROUNDED_DIGITS))
}

/// A difference, with more digits than `least` where it would round to zero.
pub fn difference(value: &Rational, least: u32) -> String {
    rounded(value, apart(value, &Rational::ZERO, least))
}

/// How many digits, at least `least`, write two numbers so that they stand to each
/// other as the exact ones do.
pub fn apart(a: &Rational, b: &Rational, least: u32) -> u32 {
    let most = || enough(a, b).max(least);
    fewest(least, most, |digits| a.rounded(digits).cmp(&b.rounded(digits)) == a.cmp(b))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(n: i64, d: i64) -> Rational {
        Rational::from(n) / Rational::from(d)
    }

    fn text(value: &Rational, bound: &Rational) -> (String, String) {
        let (value, bounds) = beside(value, 2, &[bound]);
        (value.text, bounds[0].text.clone())
    }

    fn read(text: &str) -> Rational {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = Rational::whole(&format!("{whole}{fraction}")).unwrap();
        digits / Rational::power_of_ten(fraction.len() as u32)
    }

    /// All bounds and values together, every printed pair held against the exact one.
    fn agree(bounds: &[Rational], values: &[Rational]) -> Fitted {
        let bounds: Vec<&Rational> = bounds.iter().collect();
        let all: Vec<usize> = (0..bounds.len()).collect();
        let values: Vec<Beside<'_>> =
            values.iter().map(|value| Beside { value, least: 2, bounds: all.clone() }).collect();
        let fitted = fit(&bounds, &values);
        for (value, written) in values.iter().zip(&fitted.values) {
            for (bound, printed) in bounds.iter().zip(&fitted.bounds) {
                let shown = read(&written.text).cmp(&read(&printed.text));
                assert_eq!(shown, value.value.cmp(bound), "{} {}", written.text, printed.text);
            }
        }
        fitted
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
        let bounds = [ratio(999_992, 10_000_000), ratio(1, 10)];
        assert_eq!(agree(&bounds, &[value]).values[0].text, "0.0999995");
    }

    #[test]
    fn a_bound_that_is_the_value_is_written_with_its_digits() {
        // 5/6 is the requirement, and a hair below it lies the target.
        let (value, near) = (ratio(5, 6), ratio(8_333_333, 10_000_000));
        let fitted = agree(&[value.clone(), near], &[value]);
        assert_eq!(fitted.values[0].text, fitted.bounds[0].text);
        assert!(fitted.values[0].text > fitted.bounds[1].text);
    }

    #[test]
    fn bounds_of_many_decimals_are_written_exactly_beside_values_next_to_them() {
        let seventh = ratio(100, 7);
        for (text, value) in [
            ("14.285714286", "14.2857"),
            ("14.285714285714", "14.29"),
            ("14.285714285714285714", "14.29"),
            ("14.285714285714286", "14.2857"),
        ] {
            let fitted = agree(&[read(text)], std::slice::from_ref(&seventh));
            assert_eq!((&*fitted.bounds[0].text, &*fitted.values[0].text), (text, value));
        }
    }

    #[test]
    fn one_bound_has_digits_enough_for_values_on_both_sides_of_it_at_once() {
        // What the first value needs, the next would undo: all are looked at together.
        let bound = ratio(10_000_000_000, 135_231_001);
        for step in [3, 5, 9, 12, 17, 25] {
            let gap = Rational::from(1) / Rational::power_of_ten(step);
            let near: Vec<Rational> = (1..6)
                .flat_map(|times| {
                    let gap = gap.clone() * ratio(1, times);
                    [bound.clone() + gap.clone(), bound.clone() - gap]
                })
                .chain([bound.clone()])
                .collect();
            let fitted = agree(std::slice::from_ref(&bound), &near);
            assert_eq!(fitted.values.last().unwrap().text, fitted.bounds[0].text);
            assert!(fitted.bounds[0].digits <= step + 2, "{}", fitted.bounds[0].text);
        }
    }

    #[test]
    fn a_bound_never_reads_as_another() {
        let third = ratio(1, 3);
        for near in ["0.3333", "0.33333333333", "0.333333333333333333"] {
            let fitted = agree(&[third.clone(), read(near)], &[third.clone(), read(near)]);
            assert!(read(&fitted.bounds[0].text) > read(&fitted.bounds[1].text), "{near}");
        }
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

    /// Numbers that lie close to each other, fractions and decimals.
    fn close() -> impl Strategy<Value = Rational> {
        let near = (-3i64..=3, 0u32..22, prop::sample::select(vec![1i64, 3, 7, 135_231_001]));
        (prop::sample::select(vec![(1i64, 7i64), (90, 1), (5, 6), (1, 3)]), near).prop_map(
            |((n, d), (times, step, of))| {
                ratio(n, d) + ratio(times, of) / Rational::power_of_ten(step)
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_printed_orders_as_what_is_judged(
            n in 0i64..2_000_000, d in 1i64..100_000, t in 0i64..2_000_000, u in 1i64..1000,
        ) {
            agree(&[ratio(t, u)], &[ratio(n, d)]);
        }

        #[test]
        fn every_printed_pair_of_bounds_and_values_orders_as_the_exact_one(
            bounds in prop::collection::vec(close(), 1..5),
            values in prop::collection::vec(close(), 0..8),
        ) {
            // Values that are bounds, too.
            let values: Vec<Rational> = values.into_iter().chain(bounds.clone()).collect();
            agree(&bounds, &values);
        }

        #[test]
        fn numbers_of_any_size_are_written_in_an_end(
            n in any::<i64>(), d in 1i64.., t in any::<i64>(), u in 1i64..,
        ) {
            let (value, bound) = (ratio(n, d), ratio(t, u));
            agree(&[bound.clone(), value.clone() + bound.clone() / ratio(u, 1)], &[value]);
        }
    }
}
