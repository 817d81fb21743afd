//! From a lower to an upper bound, both included: `2–3个`; `= 5` is both in one.
//!
//! On the way there the bound nearest to the baseline is the end of the straight
//! line, and the other bound holds all the time: more than the plan wants is not
//! on its path.

use super::Elapsed;
use crate::exact::Rational;
use crate::term::Condition;

pub(super) fn target(low: Rational, high: Rational) -> Condition {
    Condition::Between(low, high)
}

pub(super) fn path(
    low: &Rational,
    high: &Rational,
    baseline: &Rational,
    elapsed: Elapsed,
) -> Condition {
    if baseline < low {
        Condition::Between(elapsed.between(baseline, low), high.clone())
    } else if baseline > high {
        Condition::Between(low.clone(), elapsed.between(baseline, high))
    } else {
        target(low.clone(), high.clone())
    }
}

/// A milestone replaces the bound on whose side it lies.
pub(super) fn milestone(low: &Rational, high: &Rational, value: Rational) -> Condition {
    if value < *low {
        Condition::Between(value, high.clone())
    } else if value > *high {
        Condition::Between(low.clone(), value)
    } else {
        target(low.clone(), high.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_leads_to_the_nearer_bound_and_keeps_the_other() {
        let whole = |value: i64| Rational::from(value);
        let elapsed = Elapsed { years: 1, total: 2 };
        let up = path(&whole(20), &whole(26), &whole(10), elapsed);
        assert_eq!([14, 15, 26, 27].map(|v| up.holds(&whole(v))), [false, true, true, false]);
        let down = path(&whole(20), &whole(26), &whole(30), elapsed);
        assert_eq!([19, 20, 28, 29].map(|v| down.holds(&whole(v))), [false, true, true, false]);
    }
}
