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
        |((n, d), (times, step, of))| ratio(n, d) + ratio(times, of) / Rational::power_of_ten(step),
    )
}

#[test]
fn every_four_digits_are_divided_out_in_either_half_of_eight() {
    for number in 0..10_000u64 {
        for number in [number, number * 10_000, number * 10_001] {
            let digits = eight_digits(number).unwrap().to_le_bytes().map(|digit| digit + b'0');
            assert_eq!(digits, *format!("{number:08}").as_bytes());
        }
    }
    assert_eq!(eight_digits(100_000_000), None);
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
    fn beside_decimals_a_value_is_written_as_beside_any_bounds(
        decimals in prop::collection::vec((-400i64..400, 0u32..4), 1..4),
        values in prop::collection::vec((-400i64..400, 1i64..40, 0u32..4), 1..6),
    ) {
        let decimal = |(n, scale)| Rational::from(n) / Rational::power_of_ten(scale);
        let bounds: Vec<Rational> = decimals.into_iter().map(decimal).collect();
        let bounds: Vec<&Rational> = bounds.iter().collect();
        let decimals = Decimals::of(&bounds).unwrap();
        for (n, d, least) in values {
            for value in std::iter::once(ratio(n, d)).chain(bounds.iter().copied().cloned()) {
                let (written, others) = beside(&value, least, &bounds);
                prop_assert_eq!(decimals.digits(&value, least), written.digits);
                prop_assert_eq!(decimals.written(), others);
            }
        }
    }

    #[test]
    fn a_decimal_is_told_apart_as_any_number_is(n in -4000i64..4000, d in 1i64..50, least in 0u32..4) {
        let (share, whole) = (ratio(n, d), Rational::HUNDRED);
        prop_assert_eq!(apart_from_decimal(&share, &whole, least), apart(&share, &whole, least));
        let near = whole.clone() + share / Rational::power_of_ten(6);
        prop_assert_eq!(apart_from_decimal(&near, &whole, least), apart(&near, &whole, least));
    }

    #[test]
    fn a_number_is_written_with_its_digits_and_its_point(
        n in prop_oneof![-2000i128..2000, -200_000_000i128..200_000_000, any::<i64>().prop_map(i128::from), any::<i128>()],
        scale in 0u32..24,
    ) {
        let mut text = b"x".to_vec();
        push(&mut text, n < 0, n.unsigned_abs(), scale);
        let digits = n.unsigned_abs().to_string();
        let expected = with_point(n < 0, &digits, scale as usize);
        prop_assert_eq!(&text[1..], expected.as_bytes());
    }

    #[test]
    fn numbers_of_any_size_are_written_in_an_end(
        n in any::<i64>(), d in 1i64.., t in any::<i64>(), u in 1i64..,
    ) {
        let (value, bound) = (ratio(n, d), ratio(t, u));
        agree(&[bound.clone(), value.clone() + bound.clone() / ratio(u, 1)], &[value]);
    }
}
