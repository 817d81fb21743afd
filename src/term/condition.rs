//! What a value must satisfy, and by how much it does.

use super::Limits;
use crate::exact::Rational;

/// The operator of a one-sided condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `>`: the bound itself does not hold.
    Above,
    /// `≥`
    AtLeast,
    /// `<`: the bound itself does not hold.
    Below,
    /// `≤`
    AtMost,
}

impl Comparison {
    /// A higher value is better.
    pub fn is_upward(self) -> bool {
        matches!(self, Self::Above | Self::AtLeast)
    }

    /// The same direction, the bound itself allowed: how a path to the target is held.
    #[must_use]
    pub fn lenient(self) -> Self {
        if self.is_upward() { Self::AtLeast } else { Self::AtMost }
    }

    /// As people write it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Above => ">",
            Self::AtLeast => "≥",
            Self::Below => "<",
            Self::AtMost => "≤",
        }
    }

    /// As JSON and CSV have it.
    pub fn ascii(self) -> &'static str {
        match self {
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
        }
    }
}

/// What a value must satisfy, in the unit of the indicator.
///
/// ```
/// use dabiao::exact::Rational;
/// use dabiao::term::{Comparison, Condition};
///
/// let above = Condition::Compare(Comparison::Above, Rational::from(99));
/// assert!(!above.holds(&Rational::from(99))); // exactly 99 % is not above it
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition<B = Rational> {
    /// One bound.
    Compare(Comparison, B),
    /// From the first to the second, both included.
    Between(B, B),
}

impl<B> Condition<B> {
    /// The bounds, lower first.
    pub fn bounds(&self) -> impl Iterator<Item = &B> {
        let (first, second) = match self {
            Self::Compare(_, bound) => (bound, None),
            Self::Between(low, high) => (low, Some(high)),
        };
        std::iter::once(first).chain(second)
    }

    /// The same of other bounds, in the same order.
    pub(crate) fn map<C>(&self, change: impl Fn(&B) -> C) -> Condition<C> {
        match self {
            Self::Compare(comparison, bound) => Condition::Compare(*comparison, change(bound)),
            Self::Between(low, high) => Condition::Between(change(low), change(high)),
        }
    }
}

impl Condition {
    /// Whether the value satisfies it, exactly.
    pub fn holds(&self, value: &Rational) -> bool {
        match self {
            Self::Compare(Comparison::Above, bound) => value > bound,
            Self::Compare(Comparison::AtLeast, bound) => value >= bound,
            Self::Compare(Comparison::Below, bound) => value < bound,
            Self::Compare(Comparison::AtMost, bound) => value <= bound,
            Self::Between(low, high) => value >= low && value <= high,
        }
    }

    /// The same of the number with the other sign: a fall by at least so much for a rise by
    /// at most less than none.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let other = |bound: &Rational| Rational::ZERO - bound.clone();
        match self {
            Self::Compare(comparison, bound) => {
                let comparison = match comparison {
                    Comparison::Above => Comparison::Below,
                    Comparison::AtLeast => Comparison::AtMost,
                    Comparison::Below => Comparison::Above,
                    Comparison::AtMost => Comparison::AtLeast,
                };
                Self::Compare(comparison, other(bound))
            }
            Self::Between(low, high) => Self::Between(other(high), other(low)),
        }
    }

    /// The same, its bound allowed.
    #[must_use]
    pub fn lenient(self) -> Self {
        match self {
            Self::Compare(comparison, bound) => Self::Compare(comparison.lenient(), bound),
            Self::Between(..) => self,
        }
    }

    /// How far the value is on the good side, in the unit of the indicator;
    /// negative is short.
    pub fn margin(&self, value: &Rational) -> Rational {
        match self {
            Self::Compare(comparison, bound) if comparison.is_upward() => {
                value.clone() - bound.clone()
            }
            Self::Compare(_, bound) => bound.clone() - value.clone(),
            Self::Between(low, high) => {
                (value.clone() - low.clone()).min(high.clone() - value.clone())
            }
        }
    }

    /// 完成率: which share of what is demanded the value is, in percent. Where lower is
    /// better it is which share of the value is allowed, and within a range 100. None where
    /// a share says nothing: a bound of 0 or below, or a value of 0 or below that has a bound
    /// above it to stay under.
    pub fn completion(&self, value: &Rational) -> Option<Rational> {
        let zero = Rational::ZERO;
        let share = |part: &Rational, whole: &Rational| {
            let is_share = *whole > zero && *part >= zero;
            is_share.then(|| part.clone() * Rational::HUNDRED / whole.clone())
        };
        match self {
            Self::Compare(comparison, bound) if comparison.is_upward() => {
                // Less than nothing was done: below every share.
                (*bound > zero).then(|| value.clone() * Rational::HUNDRED / bound.clone())
            }
            Self::Compare(_, bound) => share(bound, value),
            Self::Between(low, _) if value < low => share(value, low),
            Self::Between(_, high) if value > high => share(high, value),
            Self::Between(..) => Some(Rational::HUNDRED),
        }
    }

    /// The margin as a share of the bound it is measured from, for comparing indicators of
    /// different units.
    pub fn relative_margin(&self, value: &Rational) -> Rational {
        let (Self::Compare(_, bound) | Self::Between(bound, _)) = self;
        let margin = self.margin(value);
        if bound.is_zero() { margin } else { margin / bound.clone().abs() }
    }

    /// The same in people or institutions, for a ratio to `denominator`:
    /// the smallest whole change of the numerator, the denominator staying, that
    /// satisfies the condition. Negative is short by so many; positive is how
    /// many can be lost (or, where lower is better, gained) without failing. None
    /// if nothing from none to the whole satisfies it: no part of 3 is 50%, or 105%.
    pub fn count_margin(
        &self,
        numerator: &Rational,
        denominator: &Rational,
        limits: Limits,
    ) -> Option<Rational> {
        let per = Rational::from(limits.per()?.count());
        // How many more than `numerator` make exactly the bound.
        let to = |bound: &Rational| {
            bound.clone() * denominator.clone() / per.clone() - numerator.clone()
        };
        // There can't be fewer than none, nor more than the whole has.
        let (fewest, all) = (-numerator.floor(), limits.most().map(|most| to(&most).floor()));
        let least = |change: Rational| change.max(fewest.clone());
        let most = |change: Rational| match &all {
            Some(all) => change.min(all.clone()),
            None => change,
        };
        let (least, most) = match self {
            Self::Compare(Comparison::AtLeast, bound) => (Some(least(to(bound).ceil())), None),
            Self::Compare(Comparison::Above, bound) => {
                (Some(least(to(bound).floor() + Rational::from(1))), None)
            }
            Self::Compare(Comparison::AtMost, bound) => (None, Some(most(to(bound).floor()))),
            Self::Compare(Comparison::Below, bound) => {
                (None, Some(most(to(bound).ceil() - Rational::from(1))))
            }
            Self::Between(low, high) => (Some(least(to(low).ceil())), Some(most(to(high).floor()))),
        };
        let is_possible = match (&least, &most) {
            (Some(least), Some(most)) => least <= most,
            (Some(least), None) => all.as_ref().is_none_or(|all| least <= all),
            (None, Some(most)) => *most >= fewest,
            (None, None) => true,
        };
        let margins = least.map(|least| -least).into_iter().chain(most);
        margins.min().filter(|_| is_possible)
    }

    /// The same of other bounds. They are put in order, for what is done to them may
    /// turn them round.
    pub fn try_map(&self, change: impl Fn(&Rational) -> Option<Rational>) -> Option<Self> {
        Some(match self {
            Self::Compare(comparison, bound) => Self::Compare(*comparison, change(bound)?),
            Self::Between(low, high) => {
                let (low, high) = (change(low)?, change(high)?);
                if low <= high { Self::Between(low, high) } else { Self::Between(high, low) }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Per;

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
            assert_eq!(
                condition.completion(&Rational::from(value)),
                share,
                "{condition:?} {value}"
            );
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
}
