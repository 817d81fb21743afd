//! The path to a condition: through knots, and straight between two of them.
//!
//! A knot is a year for which a value is known that has to be reached: the baseline, what
//! the plan writes for a year, the target. There the target's own operator holds: exactly
//! 99% is not `> 99%`. Between two knots the straight line is a floor (or, where lower is
//! better, a ceiling) that may itself be reached. A range has a path for either end: the
//! lower leads through what lies below it, the upper through what lies above, for more
//! than the plan wants is not on its path.

use crate::exact::Rational;
use crate::term::{Condition, Year};

/// A year of the path, and what it demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Knot {
    pub(super) year: Year,
    pub(super) condition: Condition,
}

impl Knot {
    /// A value on the way to a target.
    pub(super) fn on_the_way(year: Year, value: Rational, target: &Condition) -> Self {
        let condition = match target {
            Condition::Compare(comparison, _) => Condition::Compare(*comparison, value),
            Condition::Between(low, high) => {
                Condition::Between(low.clone().min(value.clone()), high.clone().max(value))
            }
        };
        Self { year, condition }
    }

    /// What a year between this knot and a later one of the same path demands.
    pub(super) fn toward(&self, next: &Self, year: Year) -> Condition {
        let since = |from: Year, to: Year| Rational::from(i64::from(to) - i64::from(from));
        let part = since(self.year, year) / since(self.year, next.year);
        let between = |from: &Rational, to: &Rational| {
            (from.clone() + (to.clone() - from.clone()) * part.clone()).reduced()
        };
        match (&self.condition, &next.condition) {
            (Condition::Compare(comparison, from), Condition::Compare(_, to)) => {
                Condition::Compare(comparison.lenient(), between(from, to))
            }
            (Condition::Between(low, high), Condition::Between(next_low, next_high)) => {
                Condition::Between(between(low, next_low), between(high, next_high))
            }
            // The knots of one path are made of one target.
            (Condition::Compare(..), Condition::Between(..))
            | (Condition::Between(..), Condition::Compare(..)) => next.condition.clone(),
        }
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

    fn path(target: &Condition, from: (Year, &str), to: Year, year: Year) -> Condition {
        let knot = Knot::on_the_way(from.0, number(from.1), target);
        knot.toward(&Knot { year: to, condition: target.clone() }, year)
    }

    #[test]
    fn three_fifths_of_the_way_from_49_86_to_60_is_55_944() {
        let target = Condition::Compare(Comparison::AtLeast, number("60"));
        let path = path(&target, (2020, "49.86"), 2025, 2023);
        assert_eq!(path, Condition::Compare(Comparison::AtLeast, number("55.944")));
        assert!(path.holds(&number("55.944")));
        assert!(!path.holds(&number("55.943")));
    }

    #[test]
    fn on_the_way_to_a_strict_target_the_line_itself_is_enough_and_at_a_knot_it_is_not() {
        let target = Condition::Compare(Comparison::Above, number("90"));
        assert!(path(&target, (2020, "60"), 2025, 2024).holds(&number("84")));
        let knot = Knot::on_the_way(2023, number("80"), &target).condition;
        assert!(!knot.holds(&number("80")) && knot.holds(&number("80.01")));
    }

    #[test]
    fn where_lower_is_better_the_line_is_a_ceiling() {
        let target = Condition::Compare(Comparison::AtMost, number("5"));
        let path = path(&target, (2020, "7"), 2022, 2021);
        assert!(path.holds(&number("6")));
        assert!(!path.holds(&number("6.01")));
        assert!(path.holds(&number("5.99")));
    }

    #[test]
    fn the_ends_of_a_range_have_paths_of_their_own() {
        let range = Condition::Between(number("20"), number("26"));
        let whole = |value: i64| Rational::from(value);
        let up = path(&range, (2020, "10"), 2022, 2021);
        assert_eq!([14, 15, 26, 27].map(|v| up.holds(&whole(v))), [false, true, true, false]);
        let down = path(&range, (2020, "30"), 2022, 2021);
        assert_eq!([19, 20, 28, 29].map(|v| down.holds(&whole(v))), [false, true, true, false]);
        let from_below = Knot::on_the_way(2021, number("10"), &range);
        let to_above = Knot::on_the_way(2023, number("30"), &range);
        let expected = Condition::Between(number("15"), number("28"));
        assert_eq!(from_below.toward(&to_above, 2022), expected);
    }
}
