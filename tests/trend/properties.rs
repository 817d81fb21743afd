//! Trends of any values, against the textbook's formulas.

use super::*;
use common::exact;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;

/// An exact fraction as the library holds it.
fn lib(value: &BigRational) -> Rational {
    let whole = |number: &dyn ToString| Rational::whole(&number.to_string()).unwrap();
    whole(value.numer()) / whole(value.denom())
}

fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// `(n Σxy − Σx Σy) / (n Σx² − (Σx)²)`, and the line through the means.
fn least_squares(points: &[(i64, BigRational)], at: i64) -> BigRational {
    let n = whole(points.len() as i64);
    let mut sums = [(); 4].map(|()| BigRational::zero());
    for (x, y) in points {
        let x = whole(*x);
        for (sum, add) in sums.iter_mut().zip([x.clone(), y.clone(), &x * &x, &x * y]) {
            *sum += add;
        }
    }
    let [x, y, xx, xy] = sums;
    let slope = (&n * xy - &x * &y) / (&n * xx - &x * &x);
    (y - &slope * x) / n + slope * whole(at)
}

/// A rule that any number meets or not, with a unit that any number can be of.
const ANY: &str = "operator = '≥'\nthreshold = 60\nbaseline = 50\ngrowth = true";

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn values_on_a_line_are_projected_along_it(
        start in -900_000i64..900_000, rise in -90_000i64..90_000,
        years in prop::collection::btree_set(2020u16..2025, 3..=5),
    ) {
        let hundredths = |year: u16| start + rise * i64::from(year - 2020);
        let text = |year: u16| {
            let value = hundredths(year);
            let sign = if value < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}%", value.abs() / 100, value.abs() % 100)
        };
        let values: Vec<(u16, String)> = years.into_iter().map(|year| (year, text(year))).collect();
        let values: Vec<(u16, &str)> = values.iter().map(|(y, v)| (*y, v.as_str())).collect();
        let series = series(ANY, &values);
        let expected = Rational::from(hundredths(2025)) / Rational::from(100);
        if rise < 0 && series.unforetold.is_some() {
            prop_assert!(series.values().last().unwrap().1 >= &number("60"));
            return Ok(());
        }
        let projection = series.projection.unwrap();
        prop_assert_eq!(&projection.value, &expected);
        prop_assert_eq!(projection.holds, expected >= number("60"));
        prop_assert_eq!(series.pace.so_far, Some(Rational::from(rise) / Rational::from(100)));
    }

    #[test]
    fn any_values_are_projected_by_the_textbook(
        values in prop::collection::btree_map(2020u16..2025, prop::option::of(0u32..100_000), 1..=5),
    ) {
        let sent: Vec<(u16, String)> = values
            .iter()
            .map(|(year, value)| {
                let value = value.map(|v| format!("{}.{:03}%", v / 1000, v % 1000));
                (*year, value.unwrap_or("—".to_owned()))
            })
            .collect();
        prop_assume!(values.keys().any(|year| *year > 2020) || values.values().any(Option::is_some));
        let given: Vec<(u16, &str)> = sent.iter().map(|(y, v)| (*y, v.as_str())).collect();
        let series = series(UPWARD, &given);
        let points: Vec<(i64, BigRational)> = given
            .iter()
            .filter(|(_, value)| *value != "—")
            .map(|(year, value)| (i64::from(*year), exact(value.trim_end_matches('%'))))
            .collect();
        let line = (points.len() >= 3).then(|| lib(&least_squares(&points, 2025)));
        // What holds is not projected to fall.
        let last = points.last().map(|(_, value)| lib(value));
        let line = line.filter(|line| last.is_none_or(|last| last < number("60") || *line >= last));
        prop_assert_eq!(series.projection.as_ref().map(|p| p.line.clone()), line.clone());
        if let (Some(projection), Some(line)) = (&series.projection, line) {
            prop_assert_eq!(&projection.value, &line.clamp(number("0"), number("100")));
        }
        let (first, last) = (points.first(), points.last());
        let pace = first.zip(last).filter(|(first, last)| last.0 > first.0);
        let pace = pace.map(|(first, last)| lib(&((&last.1 - &first.1) / whole(last.0 - first.0))));
        prop_assert_eq!(series.pace.so_far, pace);
        let sixty = whole(60);
        let needed = last.filter(|last| last.1 < sixty);
        let needed = needed.map(|last| lib(&((&sixty - &last.1) / whole(2025 - last.0))));
        prop_assert_eq!(series.pace.needed, needed);
    }
}
