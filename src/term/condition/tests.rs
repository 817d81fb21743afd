use super::*;
use crate::exact::Per;
use proptest::prelude::*;
use proptest::sample::select;

fn compare(comparison: Comparison, bound: i64) -> Condition {
    Condition::Compare(comparison, Rational::from(bound))
}

fn short(condition: &Condition, n: i64, d: i64) -> i64 {
    let (n, d) = (Rational::from(n), Rational::from(d));
    let count = condition.count_margin(&n, &d, Limits::PERCENTAGE);
    count.unwrap().to_i64().unwrap()
}

#[test]
fn at_the_bound_only_the_lenient_operators_hold() {
    let at = Rational::from(99);
    let holds = |c| compare(c, 99).holds(&at);
    assert!(holds(Comparison::AtLeast) && holds(Comparison::AtMost));
    assert!(!holds(Comparison::Above) && !holds(Comparison::Below));
    let range = Condition::Between(Rational::from(2), Rational::from(3));
    let inside = |v| range.holds(&Rational::from(v));
    assert_eq!([1, 2, 3, 4].map(inside), [false, true, true, false]);
}

#[test]
fn completion_is_the_share_of_what_is_demanded() {
    let range = Condition::Between(Rational::from(20), Rational::from(30));
    let at_most = |bound| compare(Comparison::AtMost, bound);
    let at_least = |bound| compare(Comparison::AtLeast, bound);
    for (condition, value, share) in [
        (at_least(80), 60, Some((75, 1))),
        (at_least(80), 100, Some((125, 1))),
        (at_least(3), 1, Some((100, 3))),
        (at_least(10), -1, Some((-10, 1))),
        (at_least(0), 5, None),
        (at_least(-5), 5, None),
        (at_most(5), 10, Some((50, 1))),
        (at_most(5), 4, Some((125, 1))),
        (at_most(0), 4, Some((0, 1))),
        (at_most(5), 0, None),
        (at_most(-5), -4, None),
        (range.clone(), 15, Some((75, 1))),
        (range.clone(), 25, Some((100, 1))),
        (range, 40, Some((75, 1))),
    ] {
        let share = share.map(|(n, d)| Rational::from(n) / Rational::from(d));
        assert_eq!(condition.completion(&Rational::from(value)), share, "{condition:?} {value}");
    }
}

#[test]
fn nine_institutions_reach_ninety_percent_only_with_all_nine() {
    let ninety = compare(Comparison::AtLeast, 90);
    assert_eq!(short(&ninety, 8, 9), -1);
    assert_eq!(short(&ninety, 9, 9), 0);
    assert_eq!(short(&ninety, 10, 10), 1);
}

#[test]
fn strictly_above_wants_one_more_than_the_bound() {
    assert_eq!(short(&compare(Comparison::Above, 99), 99, 100), -1);
    assert_eq!(short(&compare(Comparison::AtLeast, 99), 99, 100), 0);
    assert_eq!(short(&compare(Comparison::Above, 99), 100, 100), 0);
}

#[test]
fn lower_is_better_counts_the_other_way() {
    assert_eq!(short(&compare(Comparison::AtMost, 5), 7, 100), -2);
    assert_eq!(short(&compare(Comparison::AtMost, 5), 5, 100), 0);
    assert_eq!(short(&compare(Comparison::Below, 5), 5, 100), -1);
    assert_eq!(short(&compare(Comparison::AtMost, 5), 3, 100), 2);
    let margin = compare(Comparison::AtMost, 5).margin(&Rational::from(7));
    assert_eq!(margin, Rational::from(-2));
}

#[test]
fn a_range_is_short_on_the_side_where_the_value_stands() {
    let range = Condition::Between(Rational::from(20), Rational::from(30));
    assert_eq!(short(&range, 18, 100), -2);
    assert_eq!(short(&range, 33, 100), -3);
    assert_eq!(short(&range, 24, 100), 4);
    assert_eq!(range.margin(&Rational::from(33)), Rational::from(-3));
    let half = Condition::Between(Rational::from(50), Rational::from(50));
    let (one, three) = (Rational::from(1), Rational::from(3));
    assert_eq!(half.count_margin(&one, &three, Limits::PERCENTAGE), None);
}

#[test]
fn nobody_is_lacking_or_to_spare_whom_the_whole_does_not_have() {
    let change = |condition: &Condition, n: i64, d: i64| {
        let (n, d) = (Rational::from(n), Rational::from(d));
        let count = condition.count_margin(&n, &d, Limits::PERCENTAGE);
        count.map(|count| count.to_i64().unwrap())
    };
    let range = |low: i64, high: i64| Condition::Between(low.into(), high.into());
    for (condition, n, d, expected) in [
        (compare(Comparison::AtLeast, 105), 8, 9, None),
        (compare(Comparison::Above, 100), 9, 9, None),
        (compare(Comparison::AtMost, -5), 1, 9, None),
        (compare(Comparison::Below, 0), 0, 9, None),
        (range(101, 120), 8, 9, None),
        (compare(Comparison::AtLeast, -50), 1, 9, Some(1)),
        (compare(Comparison::AtMost, 120), 8, 9, Some(1)),
        (range(-50, 120), 1, 9, Some(1)),
        (range(95, 120), 8, 9, Some(-1)),
        (compare(Comparison::AtLeast, 100), 8, 9, Some(-1)),
    ] {
        assert_eq!(change(&condition, n, d), expected, "{condition:?} {n}/{d}");
    }
}

#[test]
fn of_what_is_no_part_there_may_be_more_than_the_whole() {
    use Comparison::{AtLeast, AtMost, Below};
    for (per, comparison, bound, n, d, expected) in [
        // 6.5 beds for a thousand of 1200 people are 7.8.
        (1000, AtLeast, 65, 7, 1200, -71),
        (1000, AtLeast, 6, 8, 1200, 0),
        (100_000, AtMost, 10, 4, 30_000, -1),
        (100_000, Below, 10, 2, 30_000, 0),
        (1, AtLeast, 14, 140, 9, 14),
        (100, AtLeast, 120, 8, 9, -3),
    ] {
        let limits = Limits::Ratio { per: Per::of(per).unwrap(), of_whole: false };
        let (n, d) = (Rational::from(n), Rational::from(d));
        let found = compare(comparison, bound).count_margin(&n, &d, limits);
        assert_eq!(found, Some(expected.into()), "{bound} of {per}, {n:?}/{d:?}");
    }
}

proptest! {
    #[test]
    fn whole_counts_in_machine_words_give_the_margin_that_fractions_give(
        n in prop_oneof![0i64..60, 0i64..=i64::MAX], d in prop_oneof![1i64..60, 1i64..=i64::MAX],
        bound in (-300i64..15_000, select(&[1i64, 3, 100, 1000][..])), width in 0i64..900,
        per in select(&[1, 100, 1000][..]), of_whole in any::<bool>(), which in 0usize..5,
    ) {
        use Comparison::{Above, AtLeast, AtMost, Below};
        let low = Rational::from(bound.0) / Rational::from(bound.1);
        let condition = match [Above, AtLeast, Below, AtMost].get(which) {
            Some(comparison) => Condition::Compare(*comparison, low),
            None => Condition::Between(low.clone(), low + Rational::from(width)),
        };
        let limits = Limits::Ratio { per: Per::of(per).unwrap(), of_whole };
        let (n, d) = (Rational::from(n), Rational::from(d));
        let found = condition.count_margin(&n, &d, limits);
        prop_assert_eq!(found, condition.exact_count_margin(&n, &d, limits));
    }
}
