//! The series of one indicator, as a page shows them: those that its table lists, and what is
//! known of the others.

use crate::report::{Report, TimeSeries, Trend};
use crate::term::whole;

/// Of more regions than this the worst are listed.
const MOST_REGIONS: usize = 24;

/// The series of one indicator.
pub(super) struct Block {
    /// Which of the report's indicators.
    pub(super) indicator: usize,
    /// Those that are listed, in their order; if there are too many, the city and the worst of
    /// the others.
    pub(super) listed: Vec<TimeSeries>,
    /// How many there are beside them.
    pub(super) left_out: u64,
    /// The target year has come for all that have values.
    pub(super) is_over: bool,
}

/// Those of each indicator that has any.
pub(super) fn blocks<'r>(report: &'r Report, trend: &'r Trend) -> impl Iterator<Item = Block> + 'r {
    (0..report.indicators.len()).filter_map(|indicator| Block::of(report, trend, indicator))
}

impl Block {
    /// The series of an indicator; none if it has none.
    pub(super) fn of(report: &Report, trend: &Trend, indicator: usize) -> Option<Self> {
        let whole = whole(&report.regions);
        let last = report.years.last().copied().unwrap_or_default();
        let worst = |(at, series): &(usize, TimeSeries)| {
            (whole != Some(series.region), series.rank.is_none(), series.rank, *at)
        };
        let keep_worst = |listed: &mut Vec<(usize, TimeSeries)>| {
            listed.sort_unstable_by_key(worst);
            listed.truncate(MOST_REGIONS);
        };
        let (mut listed, mut count, mut is_over) = (Vec::new(), 0, true);
        for series in trend.of(report, indicator) {
            let due = series.due_year(report);
            is_over &= last >= due && series.latest().is_none_or(|point| point.year >= due);
            listed.push((count, series));
            count += 1;
            // Others are not kept.
            if listed.len() > 8 * MOST_REGIONS {
                keep_worst(&mut listed);
            }
        }
        if listed.len() > MOST_REGIONS {
            keep_worst(&mut listed);
            listed.sort_unstable_by_key(|(at, _)| *at);
        }
        let left_out = (count - listed.len()) as u64;
        let listed: Vec<TimeSeries> = listed.into_iter().map(|(_, series)| series).collect();
        (count > 0).then_some(Self { indicator, listed, left_out, is_over })
    }
}
