//! What a value must satisfy, and by how much it does.

use std::ops::{Add, Neg, Sub};

use super::Limits;
use crate::exact::{Decimal, Per, Rational};

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

    /// The same where each bound has one.
    pub(crate) fn try_each<C>(&self, change: impl Fn(&B) -> Option<C>) -> Option<Condition<C>> {
        Some(match self {
            Self::Compare(comparison, bound) => Condition::Compare(*comparison, change(bound)?),
            Self::Between(low, high) => Condition::Between(change(low)?, change(high)?),
        })
    }

    /// The margin of counts by the change to a bound, rounded down and up; none if the numbers
    /// don't hold that. There can't be fewer than none, nor more than the whole has.
    fn change<N: Clone + Ord + From<i64> + Add<Output = N> + Sub<Output = N> + Neg<Output = N>>(
        &self,
        to_none: N,
        of_whole: Option<&B>,
        to: impl Fn(&B) -> Option<[N; 2]>,
    ) -> Option<Option<N>> {
        let floor = |bound| to(bound).map(|[floor, _]| floor);
        let ceil = |bound| to(bound).map(|[_, ceil]| ceil);
        let to_all = match of_whole {
            Some(whole) => Some(floor(whole)?),
            None => None,
        };
        let least = |change: N| change.max(to_none.clone());
        let most = |change: N| match &to_all {
            Some(all) => change.min(all.clone()),
            None => change,
        };
        let (least, most) = match self {
            Self::Compare(Comparison::AtLeast, bound) => (Some(least(ceil(bound)?)), None),
            Self::Compare(Comparison::Above, bound) => {
                (Some(least(floor(bound)? + N::from(1))), None)
            }
            Self::Compare(Comparison::AtMost, bound) => (None, Some(most(floor(bound)?))),
            Self::Compare(Comparison::Below, bound) => {
                (None, Some(most(ceil(bound)? - N::from(1))))
            }
            Self::Between(low, high) => (Some(least(ceil(low)?)), Some(most(floor(high)?))),
        };
        let is_possible = match (&least, &most) {
            (Some(least), Some(most)) => least <= most,
            (Some(least), None) => to_all.as_ref().is_none_or(|all| least <= all),
            (None, Some(most)) => *most >= to_none,
            (None, None) => true,
        };
        let margins = least.map(|least| -least).into_iter().chain(most);
        Some(margins.min().filter(|_| is_possible))
    }
}

impl Condition<Decimal> {
    /// [`count_margin`](Condition::count_margin) of whole counts, where machine words hold it.
    pub(crate) fn whole_count_margin(
        &self,
        [numerator, denominator]: [i64; 2],
        per: Per,
        of_whole: bool,
    ) -> Option<Option<i64>> {
        let whole = Decimal::new(per.count(), 0).filter(|_| of_whole);
        let counts = self.change(-i128::from(numerator), whole.as_ref(), |bound| {
            let part = bound.mantissa().checked_mul(denominator)?;
            let per = per.count().checked_mul(Decimal::POWERS[usize::from(bound.scale())])?;
            let (floor, rest) = (part.div_euclid(per), part.rem_euclid(per));
            let floor = i128::from(floor) - i128::from(numerator);
            Some([floor, floor + i128::from(rest != 0)])
        })?;
        counts.map(i64::try_from).transpose().ok()
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

    /// Whether a value fails for being too great.
    pub fn is_exceeded(&self, value: &Rational) -> bool {
        match self {
            Self::Compare(comparison, _) if comparison.is_upward() => false,
            Self::Compare(..) => !self.holds(value),
            Self::Between(_, high) => value > high,
        }
    }

    /// The same of a value that is a whole number; none if no whole number satisfies it.
    pub fn of_whole_numbers(&self) -> Option<Self> {
        let one = Rational::from(1);
        Some(match self {
            Self::Compare(Comparison::AtLeast, bound) => {
                Self::Compare(Comparison::AtLeast, bound.ceil())
            }
            Self::Compare(Comparison::Above, bound) => {
                Self::Compare(Comparison::AtLeast, bound.floor() + one)
            }
            Self::Compare(Comparison::AtMost, bound) => {
                Self::Compare(Comparison::AtMost, bound.floor())
            }
            Self::Compare(Comparison::Below, bound) => {
                Self::Compare(Comparison::AtMost, bound.ceil() - one)
            }
            Self::Between(low, high) => {
                let (low, high) = (low.ceil(), high.floor());
                (low <= high).then_some(Self::Between(low, high))?
            }
        })
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
        let per = limits.per()?.count();
        let of_whole = limits.most();
        if let (Some(n), Some(d)) = (numerator.to_i64(), denominator.to_i64())
            && let Some(counts) = self.change(-i128::from(n), of_whole.as_ref(), |bound| {
                let [floor, ceil] = bound.ends_of_part(d, per)?;
                Some([floor - i128::from(n), ceil - i128::from(n)])
            })
            && let Ok(count) = counts.map(i64::try_from).transpose()
        {
            return count.map(Rational::from);
        }
        self.exact_count_margin(numerator, denominator, limits)
    }

    fn exact_count_margin(
        &self,
        numerator: &Rational,
        denominator: &Rational,
        limits: Limits,
    ) -> Option<Rational> {
        let per = Rational::from(limits.per()?.count());
        // How many more than `numerator` make exactly the bound.
        let to = |bound: &Rational| {
            let part = bound.clone() * denominator.clone() / per.clone();
            let change = part - numerator.clone();
            Some([change.floor(), change.ceil()])
        };
        self.change(-numerator.floor(), limits.most().as_ref(), to)?
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
mod tests;
