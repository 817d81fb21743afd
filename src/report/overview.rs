//! How a year stands in a few figures: the whole in one line, and a line a region.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use super::{Column, Report, Row, Tally};
use crate::exact::Rational;
use crate::plan::Indicator;
use crate::term::{Attribute, Level, Outcome, Region, RegionId, Standing, Year, whole};

/// The regions of a year whose scores are kept, those that lack the most.
const MOST: usize = 5_000;

/// How a year stands.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The year.
    pub year: Year,
    /// The city where it has verdicts, else the only region that has any, else all of them.
    pub headline: Score,
    /// Indicators on which the headline's region has no verdict and others have.
    pub elsewhere: u64,
    /// Those of them on which some region falls short.
    pub short_elsewhere: u64,
    /// How many regions have verdicts.
    pub regions: u64,
    /// How many of them fall short of something.
    pub regions_short: u64,
    /// In the order of the plan, unless only those are kept that lack the most.
    scores: Vec<Score>,
}

/// How a region stands in a year, or several together.
#[derive(Debug, Clone)]
pub struct Score {
    /// The region; none for several together.
    pub region: Option<RegionId>,
    /// Its verdicts.
    pub tally: Tally,
    year: Year,
}

/// What a region lacks, as one number: how many failures of each attribute, then how many
/// verdicts that could not be judged. A year has at most 65,535 columns, so that 16 bits hold
/// each, and the number that is greater lacks more.
type Lacking = u64;

/// One of what could not be judged, and one failure of an attribute.
const INCOMPLETE: Lacking = 1;

const fn failure(attribute: Attribute) -> Lacking {
    INCOMPLETE << (16 * (Attribute::ALL.len() - attribute as usize))
}

/// The least that anyone lacks who falls short.
const SHORT: Lacking = INCOMPLETE << 16;

impl Overview {
    /// Each year that has verdicts.
    pub(super) fn all(
        columns: &[Column],
        indicators: &[Arc<Indicator>],
        regions: &[Region],
    ) -> Vec<Self> {
        let attribute = |column: &Column| indicators[column.indicator()].attribute;
        let columns: Vec<Of<'_>> =
            columns.iter().map(|column| Of { attribute: attribute(column), column }).collect();
        let years = columns.chunk_by(|a, b| a.column.year() == b.column.year());
        years.filter_map(|columns| Self::of(columns, regions)).collect()
    }

    fn of(columns: &[Of<'_>], regions: &[Region]) -> Option<Self> {
        let year = columns.first()?.column.year();
        let mut judged = lacking(columns, regions.len());
        let total = judged.len() as u64;
        let regions_short = judged.iter().filter(|(_, of)| *of >= SHORT).count() as u64;
        let whole = whole(regions);
        let city = judged.iter().find(|(id, _)| Some(*id) == whole);
        let headline = match (city, judged.as_slice()) {
            (_, []) => return None,
            (Some((city, _)), _) | (None, [(city, _)]) => Score::of(*city, year, columns),
            (None, _) => Score::together(year, columns),
        };
        let beside = columns.iter().filter(|of| {
            let region = headline.region.filter(|_| of.attribute != Attribute::Task);
            let is_judged = of.column.judged().next().is_some();
            region.is_some_and(|region| of.column.outcome(region).is_none()) && is_judged
        });
        let (elsewhere, short_elsewhere) = beside
            .fold((0, 0), |(all, short), of| (all + 1, short + u64::from(of.column.fallen() > 0)));
        if judged.len() > MOST {
            let order = |(id, of): &(RegionId, Lacking)| (Reverse(*of), *id);
            judged.select_nth_unstable_by_key(MOST, order);
            judged.truncate(MOST);
            judged.sort_unstable_by_key(order);
        }
        let scores = judged.into_iter().map(|(id, _)| Score::of(id, year, columns)).collect();
        Some(Self {
            year,
            headline,
            elsewhere,
            short_elsewhere,
            regions: total,
            regions_short,
            scores,
        })
    }

    /// The scores that are kept.
    pub fn scores(&self) -> &[Score] {
        &self.scores
    }

    /// The regions beside the one that the headline speaks of: all in the order of the plan,
    /// counties first, if there are no more than that; else as many that lack the most, the
    /// worst first. Then how many are left out, and how many of these fall short.
    pub fn scoreboard(&self, regions: &[Region], most: usize) -> Scoreboard<'_> {
        let of_headline = u64::from(self.headline.region.is_some());
        let all = self.regions - of_headline;
        let all_short = self.regions_short - of_headline * u64::from(self.headline.is_short());
        let beside = |score: &&Score| score.region != self.headline.region;
        let mut scores: Vec<&Score> = self.scores.iter().filter(beside).collect();
        let level = |score: &Score| score.region.map(|id| regions[id.index()].level);
        let is_whole = all <= most as u64;
        match is_whole {
            true => scores.sort_by_key(|score| (level(score) == Some(Level::Area), score.region)),
            false => scores.sort_by_cached_key(|score| (Reverse(score.lacking()), score.region)),
        }
        scores.truncate(most);
        let short = scores.iter().filter(|score| score.is_short()).count() as u64;
        let left_out = all - scores.len() as u64;
        Scoreboard { scores, is_whole, left_out, short_left_out: all_short - short }
    }
}

/// The regions of a year that are listed.
#[derive(Debug)]
pub struct Scoreboard<'o> {
    /// The scores of those listed.
    pub scores: Vec<&'o Score>,
    /// Whether they are all, in the order of the plan; else the worst come first.
    pub is_whole: bool,
    /// How many are not listed.
    pub left_out: u64,
    /// How many of those fall short of something.
    pub short_left_out: u64,
}

/// A column of the year, and its indicator's attribute.
struct Of<'c> {
    attribute: Attribute,
    column: &'c Column,
}

/// So many regions are looked at together: what is counted of them stays near at hand.
const TOGETHER: usize = 4_096;

/// What each region lacks that is judged, in the order of the plan.
fn lacking(columns: &[Of<'_>], regions: usize) -> Vec<(RegionId, Lacking)> {
    let weight = |attribute| {
        Outcome::ALL.map(|outcome| match outcome.standing() {
            Standing::Fail => failure(attribute),
            Standing::Incomplete => INCOMPLETE,
            Standing::Pass | Standing::Neutral => 0,
        })
    };
    let weights = Attribute::ALL.map(weight);
    let mut judged = Vec::with_capacity(regions);
    for first in (0..regions).step_by(TOGETHER) {
        let mut of_all = [(false, 0); TOGETHER];
        for Of { attribute, column } in columns {
            let weights = &weights[*attribute as usize];
            let outcomes = column.outcomes().get(first..).unwrap_or_default();
            for ((is_judged, lacks), outcome) in of_all.iter_mut().zip(outcomes) {
                if let Some(outcome) = outcome {
                    *is_judged = true;
                    *lacks += weights[*outcome as usize];
                }
            }
        }
        let ids = (first as u32..).map(RegionId).zip(of_all);
        judged.extend(ids.filter_map(|(id, (is_judged, lacks))| is_judged.then_some((id, lacks))));
    }
    judged
}

impl Score {
    fn of(region: RegionId, year: Year, columns: &[Of<'_>]) -> Self {
        let mut tally = Tally::default();
        for Of { attribute, column } in columns {
            if let Some(outcome) = column.outcome(region) {
                tally.count(*attribute, outcome);
            }
        }
        Self { region: Some(region), tally, year }
    }

    /// All that are judged, together.
    fn together(year: Year, columns: &[Of<'_>]) -> Self {
        let mut tally = Tally::default();
        columns.iter().for_each(|of| tally.add(of.attribute, of.column));
        Self { region: None, tally, year }
    }

    /// The year.
    pub fn year(&self) -> Year {
        self.year
    }

    /// Whether it falls short of something.
    pub fn is_short(&self) -> bool {
        self.tally.standing(Standing::Fail) > 0
    }

    fn lacking(&self) -> Vec<u64> {
        let failures = Attribute::ALL.map(|of| self.tally.standing_of(of, Standing::Fail));
        failures.into_iter().chain([self.tally.standing(Standing::Incomplete)]).collect()
    }

    /// What falls short, by attribute, then the worst first; of several regions together as
    /// many as are kept.
    pub fn short<'r>(&self, report: &'r Report) -> impl Iterator<Item = Row<'r>> + use<'r> {
        let columns = report.columns.iter().enumerate().filter(|(_, it)| it.year() == self.year);
        let mut short: Vec<(Attribute, Option<Cow<'r, Rational>>, usize, RegionId)> = Vec::new();
        for (at, column) in columns {
            let attribute = report.indicators[column.indicator()].attribute;
            let Some(region) = self.region else {
                let worst = column.worst().iter();
                short.extend(worst.map(|(id, by)| (attribute, Some(Cow::Borrowed(by)), at, *id)));
                continue;
            };
            if column.outcome(region).is_some_and(|of| of.standing() == Standing::Fail) {
                let by = column.relative_margin(region).map(Cow::Owned);
                short.push((attribute, by, at, region));
            }
        }
        short.sort();
        let row = |(_, _, at, region)| report.row(&report.columns[at], region);
        short.into_iter().filter_map(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::{Entries, Limits};

    #[test]
    fn what_regions_lack_is_ordered_by_attribute_wherever_they_stand_in_the_list() {
        use Outcome::{Behind, Met, Missing, NotMet};
        // By attribute, how four regions ended that stand in three blocks.
        let at = [0, TOGETHER - 1, TOGETHER, 2 * TOGETHER];
        let years = [
            (Attribute::Binding, [Met, Met, NotMet, Missing]),
            (Attribute::Anticipatory, [Behind, Met, Met, Missing]),
            (Attribute::Task, [Behind, NotMet, Met, Missing]),
            (Attribute::Task, [Met, Behind, Met, Missing]),
            (Attribute::Task, [Met, Behind, Met, Missing]),
        ];
        let column = |outcomes: [Outcome; 4]| {
            let entries = Entries::of(2 * TOGETHER + 1);
            let mut column = Column::new(2023, 0, entries, Limits::PERCENTAGE, None);
            for (at, outcome) in at.into_iter().zip(outcomes) {
                column.judge(RegionId(at as u32), outcome);
            }
            column
        };
        let columns = years.map(|(attribute, outcomes)| (attribute, column(outcomes)));
        let columns = columns.each_ref().map(|(of, column)| Of { attribute: *of, column });
        let mut lacking = lacking(&columns, 2 * TOGETHER + 1);
        let named: Vec<usize> = lacking.iter().map(|(id, _)| id.index()).collect();
        assert_eq!(named, at);
        assert_eq!(lacking.iter().filter(|(_, lacks)| *lacks >= SHORT).count(), 3);
        lacking.sort_by_key(|(_, lacks)| Reverse(*lacks));
        let worst: Vec<usize> = lacking.iter().map(|(id, _)| id.index()).collect();
        assert_eq!(worst, [TOGETHER, 0, TOGETHER - 1, 2 * TOGETHER]);
    }
}
