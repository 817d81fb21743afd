//! The numbers of most verdicts, by machine words.
//!
//! A rate of whole counts, or a decimal, beside bounds that are decimals: what exact fractions
//! say of those, a few products and divisions of 64 bits do. What they don't hold is left to
//! the fractions, and so is a number that needs more digits than others of its kind to stay
//! on the right side of a bound.

use std::cmp::Ordering;

use crate::exact::{Decimal, Figure, Per, Ratio};
use crate::plan::Indicator;
use crate::report::Requirement;
use crate::term::{Condition, Limits};

/// What is demanded of the values of a column.
#[derive(Debug)]
pub(super) struct Small {
    required: Option<Condition<Decimal>>,
    /// The bounds that a value is read against: those of the requirement, and of a target in
    /// its terms.
    bounds: Vec<Decimal>,
    /// The most digits that a bound of the requirement has.
    finest: u8,
    limits: Limits,
}

/// The numbers of a verdict as they are written, which are decimals all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Measured {
    pub(super) value: Decimal,
    pub(super) margin: Option<Decimal>,
    pub(super) count: Option<Decimal>,
    pub(super) completion: Option<Decimal>,
}

/// With how many digits 完成率 is written, and one hundred of it.
const OF_COMPLETION: (u8, i64) = (2, 10_000);

impl Small {
    /// If all bounds are decimals, and the values are numbers.
    pub(super) fn new(requirement: Option<&Requirement>, indicator: &Indicator) -> Option<Self> {
        let target = indicator.target.of_value();
        Self::of(requirement.map(|of| &of.condition), target, indicator.measure.limits)
    }

    fn of(
        required: Option<&Condition>,
        target: Option<&Condition>,
        limits: Limits,
    ) -> Option<Self> {
        let required = match required.map(|condition| condition.try_each(Decimal::exactly)) {
            Some(required) => Some(required?),
            None => None,
        };
        let target = target.into_iter().flat_map(Condition::bounds).map(Decimal::exactly);
        let target: Vec<Decimal> = target.collect::<Option<_>>()?;
        let own = || required.iter().flat_map(Condition::bounds).copied();
        let finest = own().map(Decimal::scale).max().unwrap_or(0);
        let bounds = own().chain(target).collect();
        limits.are_numbers().then_some(Self { required, bounds, finest, limits })
    }

    /// The numbers of a figure.
    pub(super) fn measure(&self, figure: &Figure) -> Option<Measured> {
        let value = figure.ratio(self.limits.per().unwrap_or(Per::HUNDRED))?;
        let written = match (figure.counts, figure.total.or(figure.value)) {
            (Some(_), sent) => value.rounded_to(sent.map_or(0, Decimal::scale).max(2))?,
            (None, sent) => Decimal::new(sent?.mantissa(), sent?.scale())?,
        };
        let least = written.scale();
        let stands = |bound: &Decimal| {
            let order = value.over(*bound)?.cmp(&0);
            let is_as_fine = order.is_ne() || bound.scale() <= least;
            Some(Ratio::from(written).over(*bound)?.cmp(&0) == order && is_as_fine)
        };
        for bound in &self.bounds {
            if !stands(bound)? {
                return None;
            }
        }
        let Some(required) = &self.required else {
            return Some(Measured { value: written, margin: None, count: None, completion: None });
        };
        Some(Measured {
            value: written,
            margin: Some(margin(required, value, least.max(self.finest))?),
            count: self.count(required, figure)?,
            completion: completion(required, value)?,
        })
    }

    /// The margin in people or institutions, if that can be said.
    fn count(&self, required: &Condition<Decimal>, figure: &Figure) -> Option<Option<Decimal>> {
        let (Some(per), Some((numerator, denominator))) = (self.limits.per(), figure.counts) else {
            return Some(None);
        };
        let counts = [numerator, denominator].map(Decimal::mantissa);
        let count = required.whole_count_margin(counts, per, self.limits.is_of_whole())?;
        count.map(|count| Decimal::new(count, 0)).map_or(Some(None), |count| count.map(Some))
    }
}

/// How far a value is on the good side, with so many digits at least: none where it would
/// read zero and isn't.
fn margin(required: &Condition<Decimal>, value: Ratio, digits: u8) -> Option<Decimal> {
    let over = |bound: &Decimal| value.over(*bound)?.checked_mul(power(digits - bound.scale()));
    let below = |bound: &Decimal| over(bound)?.checked_neg();
    let above = match required {
        Condition::Compare(comparison, bound) if comparison.is_upward() => over(bound)?,
        Condition::Compare(_, bound) => below(bound)?,
        Condition::Between(low, high) => over(low)?.min(below(high)?),
    };
    let margin = Ratio::new(above, value.denominator()).rounded_to(0)?.mantissa();
    (margin != 0 || above == 0).then(|| Decimal::new(margin, digits))?
}

/// 完成率, if there is one: none at all where it would read 100 and isn't.
fn completion(required: &Condition<Decimal>, value: Ratio) -> Option<Option<Decimal>> {
    let (n, d) = (value.numerator(), value.denominator());
    // A bound as parts of the value's denominator, and the value as parts of the same size.
    let of = |bound: &Decimal| {
        Some((bound.mantissa().checked_mul(d)?, n.checked_mul(power(bound.scale()))?))
    };
    let share = |part: i64, whole: i64| {
        let (digits, all) = OF_COMPLETION;
        let share = Ratio::new(part.checked_mul(all)?, whole).rounded_to(0)?.mantissa();
        (share.cmp(&all) == part.cmp(&whole)).then(|| Decimal::new(share, digits))?
    };
    let positive = |part: i64, whole: i64| {
        let is_share = whole > 0 && part >= 0;
        if is_share { share(part, whole).map(Some) } else { Some(None) }
    };
    match required {
        Condition::Compare(comparison, bound) if comparison.is_upward() => {
            let (bound, value) = of(bound)?;
            if bound > 0 { share(value, bound).map(Some) } else { Some(None) }
        }
        Condition::Compare(_, bound) => {
            let (bound, value) = of(bound)?;
            positive(bound, value)
        }
        Condition::Between(low, high) => {
            let ((low, over_low), (high, below_high)) = (of(low)?, of(high)?);
            match (over_low.cmp(&low), below_high.cmp(&high)) {
                (Ordering::Less, _) => positive(over_low, low),
                (_, Ordering::Greater) => positive(high, below_high),
                (Ordering::Equal | Ordering::Greater, Ordering::Equal | Ordering::Less) => {
                    share(1, 1).map(Some)
                }
            }
        }
    }
}

fn power(digits: u8) -> i64 {
    Decimal::POWERS[usize::from(digits)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Rational, shown};
    use crate::render::numbers::completion_digits;
    use crate::term::Comparison;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// The texts of the numbers of a figure, by exact fractions: value, margin, count and
    /// 完成率.
    fn exact(
        figure: &Figure,
        required: Option<&Condition>,
        target: Option<&Condition>,
        limits: Limits,
    ) -> [Option<String>; 4] {
        let value = limits.exact(figure).unwrap();
        let sent = figure.value.map_or(0, |value| u32::from(value.scale()));
        let least = figure.digits().unwrap_or(sent.max(2));
        let of = |condition: Option<&Condition>| -> Vec<Rational> {
            condition.into_iter().flat_map(Condition::bounds).cloned().collect()
        };
        let (own, others) = (of(required), of(target));
        let all: Vec<&Rational> = own.iter().chain(&others).collect();
        let (written, bounds) = shown::beside(&value, least, &all);
        let finest = bounds[..own.len()].iter().map(|of| of.digits).fold(written.digits, u32::max);
        let margin = required.map(|of| shown::difference(&of.margin(&value), finest));
        let count = required.zip(figure.counts).and_then(|(of, (numerator, denominator))| {
            let count = of.count_margin(&numerator.into(), &denominator.into(), limits)?;
            Some(shown::rounded(&count, 0))
        });
        let completion = required.and_then(|of| of.completion(&value));
        let completion = completion.map(|of| shown::rounded(&of, completion_digits(&of)));
        [Some(written.text), margin, count, completion]
    }

    fn small(
        figure: &Figure,
        required: Option<&Condition>,
        target: Option<&Condition>,
        limits: Limits,
    ) -> Option<[Option<String>; 4]> {
        let Measured { value, margin, count, completion } =
            Small::of(required, target, limits)?.measure(figure)?;
        Some([Some(value), margin, count, completion].map(|it| it.map(|it| it.to_string())))
    }

    fn condition() -> impl Strategy<Value = Condition> {
        // Decimals, some of which end in zeros, and a third.
        let bound = (-20i64..140, 0u32..4, select(vec![1i64, 10, 10, 10, 3]));
        let bound = bound.prop_map(|(n, scale, times)| {
            Rational::from(n * times) / Rational::power_of_ten(scale) / Rational::from(times.min(3))
        });
        let comparisons =
            [Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost];
        (select(comparisons.to_vec()), bound.clone(), bound, 0..5).prop_map(|(of, a, b, kind)| {
            if kind > 0 {
                Condition::Compare(of, a)
            } else {
                Condition::Between(a.clone().min(b.clone()), a.max(b))
            }
        })
    }

    fn figure() -> impl Strategy<Value = Figure> {
        let size = prop_oneof![4 => Just(1i64), 2 => Just(1_000), 1 => Just(1_000_000_007)];
        let numbers = (0i64..400, 1i64..400, -2_000i64..14_000, size, 0u8..4, 0u8..4);
        (numbers, 0..6).prop_map(|((n, d, value, size, scale, counted), kind)| {
            let decimal = |n, scale| Decimal::new(n, scale).unwrap();
            let value = Figure::of_value(decimal(value, scale));
            let counts = Some((decimal(n * size, counted / 3), decimal(d * size, 0)));
            match kind {
                0..3 => Figure { counts, ..Figure::default() },
                3 => Figure { counts, ..value },
                4 => value,
                _ => Figure::of_value(decimal(n, 0).shifted(4).unwrap()),
            }
        })
    }

    proptest! {
        #[test]
        fn machine_words_say_what_exact_fractions_say(
            figure in figure(),
            required in proptest::option::weighted(0.9, condition()),
            target in proptest::option::of(condition()),
            limits in select(vec![
                Limits::PERCENTAGE,
                Limits::Ratio { per: Per::THOUSAND, of_whole: false },
                Limits::NonNegative,
                Limits::Any,
            ]),
        ) {
            let (required, target) = (required.as_ref(), target.as_ref());
            if let Some(said) = small(&figure, required, target, limits) {
                prop_assert_eq!(said, exact(&figure, required, target, limits));
            }
        }

        #[test]
        fn machine_words_hold_what_a_national_file_has(
            n in 0i64..100_000, d in 1i64..100_000, bound in 1i64..100,
            of in select(vec![Comparison::Above, Comparison::AtLeast, Comparison::AtMost]),
        ) {
            let [counts @ (n, d), (bound, _)] = [(n.min(d), d), (bound, 0)];
            let [numerator, denominator] = [n, d].map(|count| Decimal::new(count, 0).unwrap());
            let figure = Figure::of_counts(numerator, denominator);
            let required = Condition::Compare(of, bound.into());
            // Not what two digits would set on a bound, or 完成率 on 100.
            let gap = (counts.0 * 100 - bound * counts.1).abs();
            prop_assume!(gap == 0 || gap * 100 > d);
            prop_assume!(gap * 20_000 > bound * d || gap == 0);
            let said = small(&figure, Some(&required), Some(&required), Limits::PERCENTAGE);
            prop_assert_eq!(said, Some(exact(&figure, Some(&required), None, Limits::PERCENTAGE)));
        }
    }

    #[test]
    fn what_more_digits_tell_is_left_to_exact_fractions() {
        let figure = |n, d| {
            let [n, d] = [n, d].map(|count| Decimal::new(count, 0).unwrap());
            Figure::of_counts(n, d)
        };
        let least = Condition::Compare(Comparison::AtLeast, 90.into());
        // 89.996% would read 90.00, a bound that no decimal writes has its digits by what stands
        // beside it, and large numbers need larger ones between.
        let third = Condition::Compare(Comparison::AtLeast, Rational::from(1) / Rational::from(3));
        let huge = 99_999_999_999_999_999;
        for (figure, of) in
            [(figure(22_499, 25_000), &least), (figure(1, 9), &third), (figure(huge, huge), &least)]
        {
            assert_eq!(small(&figure, Some(of), None, Limits::PERCENTAGE), None);
        }
    }
}
