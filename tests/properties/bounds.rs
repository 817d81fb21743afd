//! What a value must lie between, read naively.

use num_bigint::BigInt;

use super::naive::{Q, whole};
use super::plan::{Measure, Operator};

/// What a value must lie between; each bound with whether it is excluded.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) low: Option<(Q, bool)>,
    pub(crate) high: Option<(Q, bool)>,
}

impl Bounds {
    /// What an operator says of one threshold, or of two.
    pub(crate) fn of(operator: Operator, low: Q, high: Q) -> Self {
        let (low, high) = match operator {
            Operator::Above => (Some((low, true)), None),
            Operator::AtLeast => (Some((low, false)), None),
            Operator::Below => (None, Some((low, true))),
            Operator::AtMost => (None, Some((low, false))),
            Operator::Equal | Operator::Between | Operator::About => {
                (Some((low, false)), Some((high, false)))
            }
        };
        Self { low, high }
    }

    fn reach_low(&self, value: &Q) -> bool {
        match &self.low {
            Some((bound, true)) => value > bound,
            Some((bound, false)) => value >= bound,
            None => true,
        }
    }

    fn reach_high(&self, value: &Q) -> bool {
        match &self.high {
            Some((bound, true)) => value < bound,
            Some((bound, false)) => value <= bound,
            None => true,
        }
    }

    pub(crate) fn hold(&self, value: &Q) -> bool {
        self.reach_low(value) && self.reach_high(value)
    }

    /// How far inside the nearest bound.
    pub(crate) fn margin(&self, value: &Q) -> Q {
        let low = self.low.iter().map(|(bound, _)| value - bound);
        let high = self.high.iter().map(|(bound, _)| bound - value);
        low.chain(high).min().unwrap()
    }

    /// The share of what is demanded that the value is, in percent: of a low bound that is
    /// not reached the value, of the value what a high bound allows.
    pub(crate) fn completion(&self, value: &Q) -> Option<Q> {
        let (zero, hundred) = (whole(0), whole(100));
        match (&self.low, &self.high) {
            (Some((low, _)), None) => (*low > zero).then(|| value / low * hundred),
            (None, Some((high, _))) => {
                (*value > zero && *high >= zero).then(|| high / value * hundred)
            }
            _ if self.hold(value) => Some(hundred),
            (Some((low, _)), Some(_)) if value < low => {
                (*low > zero && *value >= zero).then(|| value / low * hundred)
            }
            (Some(_), Some((high, _))) => {
                (*value > zero && *high >= zero).then(|| high / value * hundred)
            }
            (None, None) => None,
        }
    }

    /// By how many people the numerator has to change to hold, or how many it
    /// may change without failing. None if no number of people from none to all holds.
    pub(crate) fn count_margin(
        &self,
        numerator: &Q,
        denominator: &Q,
        measure: Measure,
    ) -> Option<BigInt> {
        let rate = |more: &BigInt| {
            (numerator + Q::from_integer(more.clone())) / denominator * whole(measure.per())
        };
        let is_part = |rate: &Q| measure != Measure::Rate || *rate <= whole(100);
        let can_be = |rate: &Q| *rate >= whole(0) && is_part(rate);
        let zero = BigInt::from(0);
        let now = rate(&zero);
        if !self.reach_low(&now) {
            let short = first(|k| self.reach_low(&rate(k)));
            return (self.hold(&rate(&short)) && can_be(&rate(&short))).then_some(-short);
        }
        if !self.reach_high(&now) {
            let over = first(|k| self.reach_high(&rate(&-k)));
            return (self.hold(&rate(&-&over)) && can_be(&rate(&-&over))).then_some(-over);
        }
        let holds = |rate: &Q| can_be(rate) && self.hold(rate);
        let can_lose = first(|k| !holds(&rate(&-k)));
        let can_gain = first(|k| !holds(&rate(k)));
        let one = BigInt::from(1);
        match (&self.low, &self.high) {
            (Some(_), Some(_)) => Some(can_lose.min(can_gain) - one),
            (Some(_), None) => Some(can_lose - one),
            _ => Some(can_gain - one),
        }
    }

    /// The bounds of a year whose path leads through `value`: a range is wide enough for
    /// its target and for that.
    pub(crate) fn through(&self, value: &Q) -> Self {
        let one_sided = self.low.is_none() || self.high.is_none();
        let end = |end: &Option<(Q, bool)>, beyond: bool| {
            end.as_ref().map(|(bound, strict)| {
                let bound = if one_sided || beyond { value } else { bound };
                (bound.clone(), *strict)
            })
        };
        let is_beyond = |end: &Option<(Q, bool)>, low: bool| {
            end.as_ref().is_some_and(|(bound, _)| if low { value < bound } else { value > bound })
        };
        Self {
            low: end(&self.low, is_beyond(&self.low, true)),
            high: end(&self.high, is_beyond(&self.high, false)),
        }
    }

    /// So much of the way to the bounds of a later year; to reach that is enough.
    pub(crate) fn toward(&self, later: &Self, gone: &Q) -> Self {
        let between = |from: &Option<(Q, bool)>, to: &Option<(Q, bool)>| {
            let ((from, _), (to, _)) = (from.as_ref()?, to.as_ref()?);
            Some((from + (to - from) * gone, false))
        };
        Self { low: between(&self.low, &later.low), high: between(&self.high, &later.high) }
    }
}

/// The first number from 1 for which a test comes true, which stays true.
/// `2^80` where it never does.
fn first(test: impl Fn(&BigInt) -> bool) -> BigInt {
    let (mut low, mut high) = (BigInt::from(0), BigInt::from(1));
    while !test(&high) {
        if high.bits() > 80 {
            return high;
        }
        low = high.clone();
        high *= 2;
    }
    while &high - &low > BigInt::from(1) {
        let middle = (&low + &high) / 2;
        if test(&middle) { high = middle } else { low = middle }
    }
    high
}
