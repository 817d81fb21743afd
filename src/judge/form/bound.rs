//! The straight line to a condition: one bound, or a range.
//!
//! In the target year the operator holds as it is written: exactly 99% is not
//! `> 99%`. On the way there the straight line is a floor (or, where lower is
//! better, a ceiling) that may itself be reached. To a range the bound nearest to
//! the start is the end of the line, and the other bound holds all the time: more
//! than the plan wants is not on its path.

use super::Elapsed;
use crate::exact::Rational;
use crate::term::Condition;

/// What a year between demands.
pub(super) fn path(target: &Condition, start: &Rational, elapsed: Elapsed) -> Condition {
    match target {
        Condition::Compare(comparison, threshold) => {
            Condition::Compare(comparison.lenient(), elapsed.between(start, threshold))
        }
        Condition::Between(low, high) if start < low => {
            Condition::Between(elapsed.between(start, low), high.clone())
        }
        Condition::Between(low, high) if start > high => {
            Condition::Between(low.clone(), elapsed.between(start, high))
        }
        Condition::Between(..) => target.clone(),
    }
}

/// What a year demands for which the plan writes a value: of a range it replaces the
/// bound on whose side it lies.
pub(super) fn milestone(target: &Condition, value: Rational) -> Condition {
    match target {
        Condition::Compare(comparison, _) => Condition::Compare(comparison.lenient(), value),
        Condition::Between(low, high) if value < *low => Condition::Between(value, high.clone()),
        Condition::Between(low, high) if value > *high => Condition::Between(low.clone(), value),
        Condition::Between(..) => target.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;
    use crate::term::Comparison;

    fn number(text: &str) -> Rational {
        Decimal::parse(text).unwrap().into()
    }

    #[test]
    fn three_fifths_of_the_way_from_49_86_to_60_is_55_944() {
        let target = Condition::Compare(Comparison::AtLeast, number("60"));
        let path = path(&target, &number("49.86"), Elapsed { years: 3, total: 5 });
        assert_eq!(path, Condition::Compare(Comparison::AtLeast, number("55.944")));
        assert!(path.holds(&number("55.944")));
        assert!(!path.holds(&number("55.943")));
    }

    #[test]
    fn on_the_way_to_a_strict_target_the_line_itself_is_enough() {
        let target = Condition::Compare(Comparison::Above, number("90"));
        let path = path(&target, &number("60"), Elapsed { years: 4, total: 5 });
        assert!(path.holds(&number("84")));
        assert!(!target.holds(&number("90")));
    }

    #[test]
    fn where_lower_is_better_the_line_is_a_ceiling() {
        let target = Condition::Compare(Comparison::AtMost, number("5"));
        let path = path(&target, &number("7"), Elapsed { years: 1, total: 2 });
        assert!(path.holds(&number("6")));
        assert!(!path.holds(&number("6.01")));
        assert!(path.holds(&number("5.99")));
    }

    #[test]
    fn the_path_leads_to_the_nearer_bound_and_keeps_the_other() {
        let whole = |value: i64| Rational::from(value);
        let range = Condition::Between(whole(20), whole(26));
        let elapsed = Elapsed { years: 1, total: 2 };
        let up = path(&range, &whole(10), elapsed);
        assert_eq!([14, 15, 26, 27].map(|v| up.holds(&whole(v))), [false, true, true, false]);
        let down = path(&range, &whole(30), elapsed);
        assert_eq!([19, 20, 28, 29].map(|v| down.holds(&whole(v))), [false, true, true, false]);
    }
}
