//! One bound: `≥ 60%`, `> 99%`, `≤ 5.5%`.
//!
//! In the target year the operator holds as it is written: exactly 99% is not
//! `> 99%`. On the way there the straight line is a floor (or, where lower is
//! better, a ceiling) that may itself be reached.

use super::Elapsed;
use crate::exact::Rational;
use crate::term::{Comparison, Condition};

pub(super) fn target(comparison: Comparison, threshold: Rational) -> Condition {
    Condition::Compare(comparison, threshold)
}

pub(super) fn path(
    comparison: Comparison,
    threshold: &Rational,
    baseline: &Rational,
    elapsed: Elapsed,
) -> Condition {
    Condition::Compare(comparison.lenient(), elapsed.between(baseline, threshold))
}

pub(super) fn milestone(comparison: Comparison, value: Rational) -> Condition {
    Condition::Compare(comparison.lenient(), value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;

    fn number(text: &str) -> Rational {
        Decimal::parse(text).unwrap().into()
    }

    #[test]
    fn three_fifths_of_the_way_from_49_86_to_60_is_55_944() {
        let path = path(
            Comparison::AtLeast,
            &number("60"),
            &number("49.86"),
            Elapsed { years: 3, total: 5 },
        );
        assert_eq!(path, Condition::Compare(Comparison::AtLeast, number("55.944")));
        assert!(path.holds(&number("55.944")));
        assert!(!path.holds(&number("55.943")));
    }

    #[test]
    fn on_the_way_to_a_strict_target_the_line_itself_is_enough() {
        let elapsed = Elapsed { years: 4, total: 5 };
        let path = path(Comparison::Above, &number("90"), &number("60"), elapsed);
        assert!(path.holds(&number("84")));
        assert!(!target(Comparison::Above, number("90")).holds(&number("90")));
    }

    #[test]
    fn where_lower_is_better_the_line_is_a_ceiling() {
        let elapsed = Elapsed { years: 1, total: 2 };
        let path = path(Comparison::AtMost, &number("5"), &number("7"), elapsed);
        assert!(path.holds(&number("6")));
        assert!(!path.holds(&number("6.01")));
        assert!(path.holds(&number("5.99")));
    }
}
