//! The values that satisfy a condition.

use crate::exact::Rational;
use crate::term::{Comparison, Condition, Limits};

/// From one end to the other, within what values there are; no end is infinity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interval {
    low: Option<End>,
    high: Option<End>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct End {
    at: Rational,
    is_included: bool,
}

impl Interval {
    pub(super) fn of(condition: &Condition, limits: Limits) -> Self {
        let end = |at: &Rational, is_included| Some(End { at: at.clone(), is_included });
        let wanted = match condition {
            Condition::Compare(comparison, bound) => {
                let is_included = matches!(comparison, Comparison::AtLeast | Comparison::AtMost);
                match comparison.is_upward() {
                    true => Self { low: end(bound, is_included), high: None },
                    false => Self { low: None, high: end(bound, is_included) },
                }
            }
            Condition::Between(low, high) => Self { low: end(low, true), high: end(high, true) },
        };
        let [low, high] = [limits.least(), limits.most()];
        let limit = |at: Option<Rational>| at.and_then(|at| end(&at, true));
        wanted.and(&Self { low: limit(low), high: limit(high) })
    }

    /// Whether a value lies in both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match self.and(other) {
            Self { low: Some(low), high: Some(high) } => {
                low.at < high.at || (low.at == high.at && low.is_included && high.is_included)
            }
            _ => true,
        }
    }

    fn and(&self, other: &Self) -> Self {
        // At one place the end that is not included is the nearer.
        let low = self.low.iter().chain(&other.low);
        let low = low.max_by(|a, b| (&a.at, !a.is_included).cmp(&(&b.at, !b.is_included)));
        let high = self.high.iter().chain(&other.high);
        let high = high.min_by(|a, b| (&a.at, a.is_included).cmp(&(&b.at, b.is_included)));
        Self { low: low.cloned(), high: high.cloned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(comparison: Comparison, bound: i64) -> Interval {
        Interval::of(&Condition::Compare(comparison, Rational::from(bound)), Limits::PERCENTAGE)
    }

    fn between(low: i64, high: i64) -> Interval {
        let condition = Condition::Between(Rational::from(low), Rational::from(high));
        Interval::of(&condition, Limits::PERCENTAGE)
    }

    #[test]
    fn at_one_bound_both_have_to_include_it() {
        use Comparison::{Above, AtLeast, AtMost, Below};
        assert!(compare(AtLeast, 60).meets(&compare(AtMost, 60)));
        assert!(!compare(Above, 60).meets(&compare(AtMost, 60)));
        assert!(!compare(AtLeast, 60).meets(&compare(Below, 60)));
        assert!(compare(AtLeast, 60).meets(&compare(AtMost, 61)));
        assert!(!compare(AtLeast, 60).meets(&compare(AtMost, 59)));
        assert!(between(2, 3).meets(&between(3, 4)) && !between(2, 3).meets(&between(4, 5)));
    }

    #[test]
    fn at_least_all_and_exactly_all_are_one() {
        assert_eq!(compare(Comparison::AtLeast, 100), between(100, 100));
        assert_ne!(compare(Comparison::AtLeast, 99), compare(Comparison::Above, 99));
        assert_eq!(compare(Comparison::AtMost, 0), between(0, 0));
    }
}
