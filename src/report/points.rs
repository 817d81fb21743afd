//! 得分: what a region earns for what it reached, by the weights of the plan.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Report, Row};
use crate::exact::{Rational, shown};
use crate::form::Aim;
use crate::plan::{Grade, GradedBy};
use crate::term::{Level, RegionId, Standing, Year};

/// The points of a region in a year.
#[derive(Debug, Clone)]
pub struct Points {
    /// The year.
    pub year: Year,
    /// The region.
    pub region: RegionId,
    /// The mean of its completions by weight, in percent; none where something that counts
    /// could not be judged, or nothing counts.
    pub points: Option<Rational>,
    /// Its place among the regions of its level that have points; those with as many share
    /// one.
    pub rank: Option<u64>,
    /// How many indicators that count could not be judged.
    pub open: u64,
}

impl Points {
    /// With two digits behind the point.
    pub fn written(&self) -> Option<String> {
        self.points.as_ref().map(|points| shown::rounded(points, 2))
    }
}

/// What is added up for a region.
struct Sum {
    earned: Rational,
    weight: Rational,
    open: u64,
}

impl Default for Sum {
    fn default() -> Self {
        Self { earned: Rational::ZERO, weight: Rational::ZERO, open: 0 }
    }
}

impl<'r> Row<'r> {
    /// 完成率 of what is graded by, in percent; all or nothing where a share says nothing.
    fn attained(&self, by: GradedBy) -> Option<Rational> {
        match by {
            GradedBy::Target => self.indicator().target.of_value()?.completion(&self.value()?),
            GradedBy::Requirement => {
                let follows = matches!(self.indicator().target.aim, Aim::Parts { .. });
                if self.requirement().is_none() && !follows {
                    return None;
                }
                let is_met = self.outcome().standing() == Standing::Pass;
                let all = if is_met { Rational::HUNDRED } else { Rational::ZERO };
                Some(self.completion().unwrap_or(all))
            }
        }
    }

    /// 等次: the first of the plan's grades that holds, for a verdict that passes or fails.
    pub fn grade(&self) -> Option<&'r Grade> {
        let is_judged = matches!(self.outcome().standing(), Standing::Pass | Standing::Fail);
        let holds = |grade: &&Grade| match (&grade.from, self.attained(grade.of)) {
            (Some(from), Some(share)) => share >= *from,
            (None, share) => share.is_some(),
            (Some(_), None) => false,
        };
        self.report().grading.grades.iter().filter(|_| is_judged).find(holds)
    }
}

impl Report {
    /// The points of all regions, if the plan gives weights: by year, then region.
    pub(super) fn count_points(&self) -> Vec<Points> {
        let mut sums: BTreeMap<(Year, RegionId), Sum> = BTreeMap::new();
        for column in &self.columns {
            let Some(weight) = self.indicators[column.indicator()].weight else { continue };
            let weight = Rational::from(weight);
            for row in self.column_rows(column) {
                let sum = sums.entry((row.year(), row.region_id())).or_default();
                match row.outcome().standing() {
                    Standing::Incomplete => sum.open += 1,
                    Standing::Neutral => {}
                    Standing::Pass | Standing::Fail => {
                        let Some(share) = row.attained(GradedBy::Requirement) else { continue };
                        let share = share.max(Rational::ZERO);
                        let share = match &self.grading.cap {
                            Some(cap) => share.min(cap.clone()),
                            None => share,
                        };
                        sum.earned = sum.earned.clone() + share * weight.clone();
                        sum.weight = sum.weight.clone() + weight.clone();
                    }
                }
            }
        }
        let points = sums.into_iter().map(|((year, region), sum)| {
            let counts = sum.open == 0 && !sum.weight.is_zero();
            let points = counts.then(|| sum.earned / sum.weight);
            Points { year, region, points, rank: None, open: sum.open }
        });
        let mut points: Vec<Points> = points.collect();
        self.rank(&mut points);
        points
    }

    /// The points of a region in a year.
    pub fn points(&self, year: Year, region: RegionId) -> Option<&Points> {
        let found = self.points.binary_search_by_key(&(year, region), |of| (of.year, of.region));
        found.ok().map(|at| &self.points[at])
    }

    /// Gives the regions of each year and level their places.
    fn rank(&self, points: &mut [Points]) {
        let mut order: Vec<(Year, Level, Reverse<Rational>, usize)> = Vec::new();
        for (at, of) in points.iter().enumerate() {
            let level = self.regions[of.region.index()].level;
            order.extend(of.points.clone().map(|points| (of.year, level, Reverse(points), at)));
        }
        order.sort();
        for group in order.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let mut place = 0;
            for (before, (.., points_of, at)) in group.iter().enumerate() {
                if before == 0 || group[before - 1].2 != *points_of {
                    place = before as u64 + 1;
                }
                points[*at].rank = Some(place);
            }
        }
    }
}
