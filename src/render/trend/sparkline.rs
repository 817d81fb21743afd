//! A line of blocks: how a value moved, at a glance.

use crate::exact::Rational;
use crate::report::TimeSeries;
use crate::term::Year;

const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Where a series that does not move stands.
const MIDDLE: usize = 3;
const GAP: char = '·';
/// A longer gap between two years looks no different.
const LONGEST_GAP: usize = 5;

/// One block a year, the lowest value of the series at the bottom and the highest at the
/// top; a gap for every year without a value.
pub(super) fn sparkline(series: &TimeSeries) -> String {
    let least = series.values().map(|(_, value)| value).min();
    let most = series.values().map(|(_, value)| value).max();
    let mut line = String::new();
    let mut before: Option<Year> = None;
    for point in &series.points {
        let skipped = before
            .map_or(0, |before| usize::from(point.year.saturating_sub(before)).saturating_sub(1));
        line.extend(std::iter::repeat_n(GAP, skipped.min(LONGEST_GAP)));
        line.push(match (&point.value, least, most) {
            (Some(value), Some(least), Some(most)) => LEVELS[level(value, least, most)],
            _ => GAP,
        });
        before = Some(point.year);
    }
    line
}

/// Which of the levels is nearest to a value between these two.
fn level(value: &Rational, least: &Rational, most: &Rational) -> usize {
    if least == most {
        return MIDDLE;
    }
    let top = LEVELS.len() - 1;
    let steps = Rational::from(top as i64);
    let share = (value.clone() - least.clone()) / (most.clone() - least.clone());
    let nearest = (share * steps).rounded(0).to_i64().and_then(|level| usize::try_from(level).ok());
    nearest.map_or(top, |level| level.min(top))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Pace, Point};
    use crate::term::RegionId;

    fn drawn(values: &[(Year, Option<i64>)]) -> String {
        let point = |(year, value): &(Year, Option<i64>)| Point {
            year: *year,
            column: 0,
            outcome: None,
            value: value.map(Rational::from),
            change: None,
        };
        sparkline(&TimeSeries {
            indicator: 0,
            region: RegionId(0),
            points: values.iter().map(point).collect(),
            target: None,
            pace: Pace::default(),
            projection: None,
            unforetold: None,
            outlook: None,
            rank: None,
        })
    }

    #[test]
    fn the_lowest_is_at_the_bottom_and_the_highest_at_the_top() {
        assert_eq!(drawn(&[(2020, Some(0)), (2021, Some(50)), (2022, Some(100))]), "▁▅█");
        assert_eq!(drawn(&[(2020, Some(7)), (2021, Some(-7)), (2022, Some(0))]), "█▁▅");
        let all: Vec<_> = (0..8).map(|v| (2020 + v, Some(i64::from(v)))).collect();
        assert_eq!(drawn(&all), "▁▂▃▄▅▆▇█");
    }

    #[test]
    fn what_does_not_move_stands_in_the_middle() {
        assert_eq!(drawn(&[(2020, Some(5)), (2021, Some(5))]), "▄▄");
        assert_eq!(drawn(&[(2020, Some(0))]), "▄");
    }

    #[test]
    fn a_year_without_a_value_is_a_gap_and_never_the_bottom() {
        let values = [(2020, Some(1)), (2021, None), (2022, Some(2)), (2023, Some(2))];
        assert_eq!(drawn(&values), "▁·██");
        assert_eq!(drawn(&[(2020, None), (2021, None)]), "··");
        // Years that nothing was read of are gaps too, a slip of centuries not a page of them.
        assert_eq!(drawn(&[(2020, Some(1)), (2023, Some(2))]), "▁··█");
        assert_eq!(drawn(&[(2020, Some(1)), (9023, Some(2))]), "▁·····█");
    }
}
