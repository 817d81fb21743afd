//! How a year stands in a few figures, as `summary` tells it.

use serde::Serialize;

use super::RegionKeys;
use crate::exact::Rational;
use crate::report::{Overview, Points, Report, Row, Score, Tally};
use crate::term::{Attribute, Outcome, Standing, Year};

/// A line of `summary.headline`: the city, the only region there is, or all together.
#[derive(Debug, Serialize)]
pub(crate) struct HeadlineKeys<'r> {
    #[serde(flatten)]
    score: ScoreKeys<'r>,
    /// Regions with verdicts, and those that fall short of something.
    regions: u64,
    regions_short: u64,
    /// Indicators on which only other regions have verdicts, and those on which some fall
    /// short.
    elsewhere: u64,
    short_elsewhere: u64,
}

impl<'r> HeadlineKeys<'r> {
    pub(crate) fn of(report: &'r Report, overview: &'r Overview) -> Self {
        Self {
            score: ScoreKeys::of(report, &overview.headline),
            regions: overview.regions,
            regions_short: overview.regions_short,
            elsewhere: overview.elsewhere,
            short_elsewhere: overview.short_elsewhere,
        }
    }
}

/// A line of `summary.regions`: what holds of what was due, and what is lacking.
#[derive(Debug, Serialize)]
pub(crate) struct ScoreKeys<'r> {
    year: Year,
    region: Option<RegionKeys<'r>>,
    indicators: AttributeCounts,
    due: AttributeCounts,
    met: AttributeCounts,
    lacking: AttributeCounts,
    incomplete: AttributeCounts,
    not_due: AttributeCounts,
    not_applicable: AttributeCounts,
    waived: AttributeCounts,
    short: Vec<ShortKeys<'r>>,
}

impl<'r> ScoreKeys<'r> {
    pub(crate) fn of(report: &'r Report, score: &Score) -> Self {
        let tally = &score.tally;
        let standing = |of| AttributeCounts::new(|attribute| tally.standing_of(attribute, of));
        let outcome = |of| AttributeCounts::new(|attribute| tally.of(attribute, of));
        let region = score.region.and_then(|id| report.regions.get(id.index()));
        Self {
            year: score.year(),
            region: region.map(|of| RegionKeys::new(of.code.as_deref(), &of.name, of.level)),
            indicators: AttributeCounts::new(|attribute| tally.total_of(attribute)),
            due: AttributeCounts::new(|attribute| Tally::due_of(tally, attribute)),
            met: standing(Standing::Pass),
            lacking: standing(Standing::Fail),
            incomplete: standing(Standing::Incomplete),
            not_due: outcome(Outcome::NotDue),
            not_applicable: outcome(Outcome::NotApplicable),
            waived: outcome(Outcome::Waived),
            short: score.short(report).map(|row| ShortKeys::of(&row, score)).collect(),
        }
    }
}

/// A line of `summary.points`, of a plan that gives weights.
#[derive(Debug, Serialize)]
pub(crate) struct PointsKeys<'r> {
    year: Year,
    region: RegionKeys<'r>,
    points: Option<String>,
    rank: Option<u64>,
    /// Indicators that count and could not be judged.
    open: u64,
}

impl<'r> PointsKeys<'r> {
    pub(crate) fn of(report: &'r Report, points: &Points) -> Self {
        let of = &report.regions[points.region.index()];
        Self {
            year: points.year,
            region: RegionKeys::new(of.code.as_deref(), &of.name, of.level),
            points: points.written(),
            rank: points.rank,
            open: points.open,
        }
    }
}

/// So many of each attribute.
#[derive(Debug, Serialize)]
struct AttributeCounts {
    binding: u64,
    anticipatory: u64,
    task: u64,
}

impl AttributeCounts {
    fn new(count: impl Fn(Attribute) -> u64) -> Self {
        let [binding, anticipatory, task] =
            [Attribute::Binding, Attribute::Anticipatory, Attribute::Task].map(count);
        Self { binding, anticipatory, task }
    }
}

/// What falls short, and by how many people or institutions; of several regions together,
/// whose it is.
#[derive(Debug, Serialize)]
struct ShortKeys<'r> {
    indicator: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionKeys<'r>>,
    count: Option<i64>,
}

impl<'r> ShortKeys<'r> {
    fn of(row: &Row<'r>, score: &Score) -> Self {
        let region = row.region();
        let keys = || RegionKeys::new(region.code.as_deref(), &region.name, region.level);
        Self {
            indicator: &row.indicator().id,
            region: score.region.is_none().then(keys),
            count: row.count_margin().as_ref().and_then(Rational::to_i64),
        }
    }
}
