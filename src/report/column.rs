//! The verdicts on one indicator in one year.

use super::Requirement;
use crate::term::{Entry, Outcome, RegionId, Year};

/// What the regions sent for one indicator in one year, and how it was judged.
///
/// Dense by region, because a national report holds ten million verdicts.
#[derive(Debug, Default)]
pub struct Column {
    year: Year,
    indicator: usize,
    entries: Vec<Entry>,
    outcomes: Vec<Option<Outcome>>,
    /// What most regions must satisfy.
    shared: Option<Requirement>,
    /// Regions that must satisfy something else; empty if there are none.
    own: Vec<Option<Requirement>>,
}

impl Column {
    /// A column in which nothing is judged yet; `entries` is by region.
    pub(crate) fn new(
        year: Year,
        indicator: usize,
        entries: Vec<Entry>,
        shared: Option<Requirement>,
    ) -> Self {
        let outcomes = vec![None; entries.len()];
        Self { year, indicator, entries, outcomes, shared, own: Vec::new() }
    }

    /// Sets a verdict.
    #[inline]
    pub(crate) fn judge(&mut self, region: RegionId, outcome: Outcome) {
        self.outcomes[region.index()] = Some(outcome);
    }

    /// Gives a region a requirement of its own, or none.
    pub(crate) fn require(&mut self, region: RegionId, requirement: Option<Requirement>) {
        if self.own.is_empty() {
            self.own = vec![self.shared.take(); self.entries.len()];
        }
        self.own[region.index()] = requirement;
    }

    /// The year.
    pub fn year(&self) -> Year {
        self.year
    }

    /// Which of the report's indicators.
    pub fn indicator(&self) -> usize {
        self.indicator
    }

    /// What a region is judged on.
    #[inline]
    pub fn entry(&self, region: RegionId) -> Entry {
        self.entries[region.index()]
    }

    /// The verdict on a region, if it is judged.
    #[inline]
    pub fn outcome(&self, region: RegionId) -> Option<Outcome> {
        self.outcomes[region.index()]
    }

    /// What a region must satisfy, if anything.
    pub fn requirement(&self, region: RegionId) -> Option<&Requirement> {
        match self.own.get(region.index()) {
            Some(own) => own.as_ref(),
            None => self.shared.as_ref(),
        }
    }

    /// The regions that are judged, in the order of the plan, and how.
    pub fn judged(&self) -> impl Iterator<Item = (RegionId, Outcome)> + '_ {
        let numbered = self.outcomes.iter().enumerate();
        numbered.filter_map(|(at, outcome)| Some((RegionId(at as u32), (*outcome)?)))
    }
}
