//! From numbers to places on a drawing, in tenths of its units, and words that fit there.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::exact::{Rational, shown};
use crate::term::Limits;

/// A place on a drawing, in tenths of its units.
pub(super) type Tenths = i64;

/// As a drawing writes it.
pub(super) fn px(tenths: Tenths) -> String {
    shown::with_point(tenths < 0, &tenths.unsigned_abs().to_string(), 1)
}

/// An axis between two round numbers.
#[derive(Debug)]
pub(super) struct Scale {
    low: Rational,
    high: Rational,
    step: Rational,
    /// Where its ends are.
    ends: (Tenths, Tenths),
}

/// An axis has at most so many steps.
const STEPS: i64 = 5;
/// More digits than this are no round number.
const DIGITS: u32 = 9;

impl Scale {
    /// An axis that holds all the values; none if there are none.
    pub(super) fn new<'v>(
        values: impl Iterator<Item = &'v Rational> + Clone,
        limits: Limits,
        ends: (Tenths, Tenths),
    ) -> Option<Self> {
        let (least, most) = (values.clone().min()?, values.max()?);
        let mut range = (most.clone() - least.clone()).reduced();
        if range.is_zero() {
            range = match most.is_zero() {
                true => Rational::from(1),
                false => most.clone().abs() / Rational::from(5),
            };
        }
        let step = step(&range);
        let down = |value: &Rational| (value.clone() / step.clone()).floor();
        let up = |value: &Rational| (value.clone() / step.clone()).ceil();
        let (mut low, mut high) = (down(least) * step.clone(), up(most) * step.clone());
        if low == high {
            (low, high) = (low - step.clone(), high + step.clone());
        }
        if let Some(floor) = limits.least().filter(|floor| low < *floor && least >= floor) {
            low = floor;
        }
        if let Some(ceiling) = limits.most().filter(|ceiling| high > *ceiling && most <= ceiling) {
            high = ceiling;
        }
        Some(Self { low: low.reduced(), high: high.reduced(), step, ends })
    }

    /// Where it begins, if not at 0: a drawing of it shows less than the whole.
    pub(super) fn begins(&self) -> Option<String> {
        let has_zero = self.low <= Rational::ZERO && Rational::ZERO <= self.high;
        let (_, text) = self.ticks().into_iter().next()?;
        (!has_zero).then_some(text)
    }

    /// Where a value is; one beyond the axis is at its end.
    pub(super) fn at(&self, value: &Rational) -> Tenths {
        let (from, to) = self.ends;
        let way = Rational::from(to - from) * (value.clone() - self.low.clone());
        let share = way / (self.high.clone() - self.low.clone());
        let place = share.rounded(0).to_i64().map_or(to, |share| from + share);
        place.clamp(from.min(to), from.max(to))
    }

    /// The round numbers on it, with their places.
    pub(super) fn ticks(&self) -> Vec<(Tenths, String)> {
        let digits = self.step.exact_digits(DIGITS).unwrap_or(DIGITS);
        let mut ticks = Vec::new();
        let mut value = self.low.clone();
        // One step is lost at either end where the axis ends at a limit.
        while value <= self.high && ticks.len() as i64 <= STEPS + 2 {
            ticks.push((self.at(&value), shown::rounded(&value, digits)));
            value = (value + self.step.clone()).reduced();
        }
        ticks
    }
}

/// 1, 2 or 5 with zeros: the least of which so many steps are enough.
fn step(range: &Rational) -> Rational {
    let mut unit = Rational::from(1) / Rational::power_of_ten(DIGITS);
    // No number that can be sent has more digits.
    for _ in 0..80 {
        for times in [1, 2, 5] {
            let step = unit.clone() * Rational::from(times);
            if *range <= step.clone() * Rational::from(STEPS) {
                return step;
            }
        }
        unit = (unit * Rational::from(10)).reduced();
    }
    range.clone() / Rational::from(STEPS)
}

/// At most so many columns of a text.
pub(super) fn short(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 1; // of the ellipsis
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    let start: String = text.chars().take_while(fits).collect();
    start + "…"
}

/// Moves places, which are in order, so that they are at least `gap` apart and within the
/// two ends, each as near to where it was as the others allow.
pub(super) fn apart(places: &mut [Tenths], gap: Tenths, (from, to): (Tenths, Tenths)) {
    let mut least = from;
    for place in &mut *places {
        *place = (*place).max(least);
        least = *place + gap;
    }
    let mut most = to;
    for place in places.iter_mut().rev() {
        *place = (*place).min(most);
        most = *place - gap;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;
    use proptest::prelude::*;

    fn ticks(values: &[&str], limits: Limits) -> Vec<String> {
        let values: Vec<Rational> =
            values.iter().map(|text| Decimal::parse(text).unwrap().into()).collect();
        let scale = Scale::new(values.iter(), limits, (0, 1000)).unwrap();
        scale.ticks().into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn an_axis_has_round_numbers_and_holds_every_value() {
        assert_eq!(ticks(&["49.86", "60"], Limits::PERCENTAGE), ["45", "50", "55", "60"]);
        assert_eq!(
            ticks(&["0", "900"], Limits::NonNegative),
            ["0", "200", "400", "600", "800", "1000"]
        );
        assert_eq!(ticks(&["-2.5", "8.74"], Limits::Any), ["-5", "0", "5", "10"]);
    }

    #[test]
    fn an_axis_goes_no_further_than_the_measure_can() {
        assert_eq!(ticks(&["100"], Limits::PERCENTAGE), ["95", "100"]);
        assert_eq!(ticks(&["0"], Limits::PERCENTAGE), ["0.0", "0.2"]);
    }

    #[test]
    fn an_axis_that_leaves_zero_out_says_where_it_begins() {
        for (values, limits, begins) in [
            (["49.86", "60"], Limits::PERCENTAGE, Some("45")),
            (["-9", "-8"], Limits::Any, Some("-9.0")),
            (["0", "900"], Limits::NonNegative, None),
            (["-2.5", "8.74"], Limits::Any, None),
        ] {
            let values = values.map(|text| Rational::from(Decimal::parse(text).unwrap()));
            let scale = Scale::new(values.iter(), limits, (0, 1000)).unwrap();
            assert_eq!(scale.begins().as_deref(), begins);
        }
    }

    #[test]
    fn places_are_written_with_one_digit() {
        assert_eq!([px(0), px(5), px(-12), px(1234)], ["0.0", "0.5", "-1.2", "123.4"]);
    }

    #[test]
    fn a_name_is_cut_by_the_room_it_takes() {
        assert_eq!(short("定海区", 6), "定海区");
        assert_eq!(short("普陀山—朱家尖管委会", 10), "普陀山—朱…");
    }

    #[test]
    fn labels_that_would_lie_on_each_other_are_moved_apart() {
        let mut places = [100, 101, 102, 500];
        apart(&mut places, 50, (0, 1000));
        assert_eq!(places, [100, 150, 200, 500]);
        let mut low = [980, 990, 1000];
        apart(&mut low, 50, (0, 1000));
        assert_eq!(low, [900, 950, 1000]);
    }

    proptest! {
        #[test]
        fn every_value_has_its_place_in_order(a in any::<i64>(), b in any::<i64>(), d in 1i64..1_000_000) {
            let values = [a.min(b), a.max(b)].map(|n| Rational::from(n) / Rational::from(d));
            let scale = Scale::new(values.iter(), Limits::Any, (1000, 0)).unwrap();
            prop_assert!(scale.at(&values[0]) >= scale.at(&values[1]));
            prop_assert!(scale.low <= values[0] && values[1] <= scale.high);
            prop_assert!(scale.ticks().len() <= 8);
        }
    }
}
