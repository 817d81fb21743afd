//! The verdicts on one indicator in one year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Requirement;
use crate::exact::{Per, Ratio, Rational};
use crate::term::{Condition, Entries, Entry, Limits, Outcome, RegionId, Sent, Standing, Year};

/// What the regions sent for one indicator in one year, and how it was judged.
///
/// Dense by region, because a national report holds ten million verdicts.
#[derive(Debug, Default)]
pub struct Column {
    year: Year,
    indicator: usize,
    entries: Entries,
    outcomes: Vec<Option<Outcome>>,
    /// What most regions must satisfy.
    shared: Option<Requirement>,
    /// Regions that must satisfy something else, in their order, and what that is.
    own: Vec<(RegionId, Option<Requirement>)>,
    /// Values that follow from more than what the region sent for the year.
    derived: BTreeMap<RegionId, Rational>,
    /// The regions whose value is an index of the baseline year.
    indexed: BTreeSet<RegionId>,
    /// Which waiver is in force for a region, and how it ended without.
    waivers: BTreeMap<RegionId, (usize, Outcome)>,
    limits: Limits,
    counts: [u64; Outcome::ALL.len()],
    /// The regions that fall short the most, worst first.
    worst: Vec<(RegionId, Rational)>,
}

/// How many of the worst are kept of each column; a list of more helps nobody.
pub(super) const WORST: usize = 200;

impl Column {
    /// A column in which nothing is judged yet; `entries` is by region.
    pub(crate) fn new(
        year: Year,
        indicator: usize,
        entries: Entries,
        limits: Limits,
        shared: Option<Requirement>,
    ) -> Self {
        let outcomes = vec![None; entries.len()];
        Self { year, indicator, entries, outcomes, limits, shared, ..Self::default() }
    }

    /// Puts something else in the place of what a region sent.
    pub(crate) fn replace(&mut self, region: RegionId, entry: Entry) {
        self.entries.set(region, entry);
    }

    /// Sets a value that follows from more than what the region sent.
    pub(crate) fn derive(&mut self, region: RegionId, value: Rational) {
        self.derived.insert(region, value);
    }

    /// Says that a region's value is an index: the baseline year is 100.
    pub(crate) fn index(&mut self, region: RegionId) {
        self.indexed.insert(region);
    }

    /// Says which waiver is in force for a region, and how it ends without.
    pub(crate) fn waive(&mut self, region: RegionId, waiver: usize, outcome: Outcome) {
        self.waivers.insert(region, (waiver, outcome));
    }

    /// Which of the report's waivers is in force for a region.
    pub fn waiver(&self, region: RegionId) -> Option<usize> {
        self.waivers.get(&region).map(|(waiver, _)| *waiver)
    }

    /// The verdict on a region as it is without a waiver.
    pub(crate) fn unwaived(&self, region: RegionId) -> Option<Outcome> {
        self.waivers.get(&region).map(|(_, outcome)| *outcome).or_else(|| self.outcome(region))
    }

    /// The value that is judged; none where there is none, or none that can be used.
    #[inline]
    pub fn value(&self, region: RegionId) -> Option<Rational> {
        if !self.derived.is_empty()
            && let Some(derived) = self.derived.get(&region)
        {
            return Some(derived.clone());
        }
        let entry = self.entry(region);
        let is_there = entry.sent() == Sent::Figure;
        is_there.then(|| self.limits.judged(&entry.figure(), self.year)).flatten()
    }

    /// Whether a region's value is an index: the baseline year is 100.
    pub fn is_index(&self, region: RegionId) -> bool {
        self.indexed.contains(&region)
    }

    /// The regions whose value is an index.
    pub fn indexed(&self) -> impl Iterator<Item = RegionId> + '_ {
        self.indexed.iter().copied()
    }

    /// Whether a region has nothing of its own beside what it sent.
    pub(super) fn is_usual(&self, region: RegionId) -> bool {
        self.own_place(region).is_err()
            && !self.derived.contains_key(&region)
            && !self.indexed.contains(&region)
            && !self.waivers.contains_key(&region)
    }

    /// Sets a verdict.
    #[inline]
    pub(crate) fn judge(&mut self, region: RegionId, outcome: Outcome) {
        self.outcomes[region.index()] = Some(outcome);
        self.counts[outcome as usize] += 1;
    }

    /// Takes the verdicts out that were not asked for, all of them if the indicator was
    /// not, and counts them; `indicator` is its new place.
    pub(crate) fn narrow(
        &mut self,
        indicator: Option<usize>,
        takes: impl Fn(RegionId) -> bool,
    ) -> [u64; Outcome::ALL.len()] {
        let takes = |region| indicator.is_some() && takes(region);
        let mut out = [0; Outcome::ALL.len()];
        for (at, outcome) in self.outcomes.iter_mut().enumerate() {
            let region = RegionId(at as u32);
            if takes(region) {
                continue;
            }
            self.entries.set(region, Entry::default());
            if let Some(outcome) = outcome.take() {
                out[outcome as usize] += 1;
                self.counts[outcome as usize] -= 1;
            }
        }
        self.indexed.retain(|region| takes(*region));
        self.indicator = indicator.unwrap_or(self.indicator);
        self.rank();
        out
    }

    /// Ranks what fell short, when every verdict is there.
    pub(crate) fn rank(&mut self) {
        let short = || {
            let short = self.judged().filter(|(_, of)| of.standing() == Standing::Fail);
            short.map(|(region, _)| region)
        };
        let is_many = self.fallen() > WORST as u64;
        let furthest = if is_many { self.furthest(short()) } else { None };
        let short: Vec<RegionId> = furthest.unwrap_or_else(|| short().collect());
        // What has no number comes last.
        let share = |region| self.relative_margin(region).unwrap_or(Rational::ZERO);
        let mut worst: Vec<(RegionId, Rational)> =
            short.into_iter().map(|region| (region, share(region))).collect();
        let order =
            |a: &(RegionId, Rational), b: &(RegionId, Rational)| (&a.1, a.0).cmp(&(&b.1, b.0));
        if worst.len() > WORST {
            worst.select_nth_unstable_by(WORST, order);
            worst.truncate(WORST);
        }
        worst.sort_unstable_by(order);
        self.worst = worst;
    }

    /// The worst of many, given in their order, that one bound is for: those whose values are
    /// the furthest on its wrong side, which machine words tell.
    fn furthest(&self, short: impl Iterator<Item = RegionId>) -> Option<Vec<RegionId>> {
        let Condition::Compare(comparison, _) = self.shared.as_ref()?.condition else {
            return None;
        };
        if !self.own.is_empty() || !self.derived.is_empty() || !self.limits.are_numbers() {
            return None;
        }
        let per = self.limits.per().unwrap_or(Per::HUNDRED);
        let worse = |a: Ratio, b: Ratio| if comparison.is_upward() { a.cmp(b) } else { b.cmp(a) };
        let order = |(a, of): &(Ratio, RegionId), (b, other): &(Ratio, RegionId)| {
            worse(*a, *b).then(of.cmp(other))
        };
        let mut worst: Vec<(Ratio, RegionId)> = Vec::with_capacity(2 * WORST);
        let keep = |worst: &mut Vec<(Ratio, RegionId)>| {
            let (_, last, _) = worst.select_nth_unstable_by(WORST - 1, order);
            let last = last.0;
            worst.truncate(WORST);
            last
        };
        // What is no worse than the last of so many, and behind it in their order, is none.
        let mut last = None;
        for region in short {
            let ratio = self.entry(region).figure().ratio(per)?;
            if last.is_some_and(|last| worse(ratio, last).is_ge()) {
                continue;
            }
            worst.push((ratio, region));
            if worst.len() == 2 * WORST {
                last = Some(keep(&mut worst));
            }
        }
        if worst.len() > WORST {
            keep(&mut worst);
        }
        Some(worst.into_iter().map(|(_, region)| region).collect())
    }

    /// By which share of the requirement it is missed or exceeded, if both are there.
    pub(super) fn relative_margin(&self, region: RegionId) -> Option<Rational> {
        Some(self.requirement(region)?.condition.relative_margin(&self.value(region)?))
    }

    /// The regions that fall short the most, worst first, and by which share.
    pub(super) fn worst(&self) -> &[(RegionId, Rational)] {
        &self.worst
    }

    /// How many verdicts have each outcome, in the order of [`Outcome::ALL`].
    pub fn counts(&self) -> &[u64; Outcome::ALL.len()] {
        &self.counts
    }

    /// Whether any verdict is one that is wanted.
    pub(super) fn has(&self, wanted: impl Fn(Outcome) -> bool) -> bool {
        Outcome::ALL.into_iter().any(|of| self.counts[of as usize] > 0 && wanted(of))
    }

    /// How many verdicts are failures.
    pub fn fallen(&self) -> u64 {
        let failed = Outcome::ALL.into_iter().filter(|of| of.standing() == Standing::Fail);
        failed.map(|outcome| self.counts[outcome as usize]).sum()
    }

    /// Gives a region a requirement of its own, or none.
    pub(crate) fn require(&mut self, region: RegionId, requirement: Option<Requirement>) {
        match self.own.last() {
            Some((last, _)) if *last >= region => match self.own_place(region) {
                Ok(at) => self.own[at].1 = requirement,
                Err(at) => self.own.insert(at, (region, requirement)),
            },
            Some(_) | None => self.own.push((region, requirement)),
        }
    }

    /// Where a region's own requirement is among those of all that have one, or would be.
    fn own_place(&self, region: RegionId) -> Result<usize, usize> {
        let have = self.own.len();
        // Not further from the region's number than there are regions that have none.
        let first = region.index().saturating_sub(self.entries.len().saturating_sub(have));
        let (first, end) = (first.min(have), have.min(region.index() + 1));
        let found = self.own[first..end].binary_search_by_key(&region, |(of, _)| *of);
        found.map(|at| first + at).map_err(|at| first + at)
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
        self.entries.get(region)
    }

    /// The same in narrow words, if they hold it.
    #[inline]
    pub(crate) fn narrow_entry(&self, region: RegionId) -> Option<&Entry<i32>> {
        self.entries.narrow(region)
    }

    /// Whether no region sent anything.
    pub(crate) fn is_unsent(&self) -> bool {
        self.entries.sent().next().is_none()
    }

    /// The verdict on a region, if it is judged.
    #[inline]
    pub fn outcome(&self, region: RegionId) -> Option<Outcome> {
        self.outcomes[region.index()]
    }

    /// The verdicts, in the order of the plan.
    pub(super) fn outcomes(&self) -> &[Option<Outcome>] {
        &self.outcomes
    }

    /// What a region must satisfy, if anything.
    pub fn requirement(&self, region: RegionId) -> Option<&Requirement> {
        match self.own_place(region) {
            Ok(at) => self.own[at].1.as_ref(),
            Err(_) => self.shared.as_ref(),
        }
    }

    /// The regions that are judged, and that have a requirement of their own.
    pub(crate) fn own_requirements(&self) -> impl Iterator<Item = (RegionId, &Requirement)> {
        let own = self.own.iter().filter(|(region, _)| self.outcome(*region).is_some());
        own.filter_map(|(region, requirement)| Some((*region, requirement.as_ref()?)))
    }

    /// Regions that are judged, among which are all requirements and units: where all share
    /// both, one stands for a million.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (RegionId, Outcome)> + '_ {
        let is_one = self.own.is_empty() && self.indexed.is_empty();
        self.judged().take(if is_one { 1 } else { usize::MAX })
    }

    /// The regions that are judged, in the order of the plan, and how.
    pub fn judged(&self) -> impl Iterator<Item = (RegionId, Outcome)> + '_ {
        self.judged_within(0..self.regions())
    }

    /// Those among some of the regions.
    pub(super) fn judged_within(
        &self,
        regions: Range<usize>,
    ) -> impl Iterator<Item = (RegionId, Outcome)> + '_ {
        let numbered = regions.clone().zip(self.outcomes.get(regions).unwrap_or_default());
        numbered.filter_map(|(at, outcome)| Some((RegionId(at as u32), (*outcome)?)))
    }

    /// How many regions there are, judged or not.
    pub(crate) fn regions(&self) -> usize {
        self.outcomes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Decimal, Figure};
    use crate::term::{Basis, Comparison};
    use proptest::prelude::*;
    use proptest::sample::select;

    proptest! {
        #[test]
        fn the_worst_of_very_many_are_those_that_a_fraction_of_each_would_rank_first(
            counts in proptest::collection::vec((0i64..40, 1i64..40, any::<bool>()), 201..900),
            comparison in select(&[Comparison::AtLeast, Comparison::Below][..]),
            bound in select(&[-3i64, 0, 55][..]),
        ) {
            let mut entries = Entries::of(counts.len());
            for (at, (n, d, is_value)) in counts.iter().enumerate() {
                let [n, d] = [*n, *d].map(|count| Decimal::new(count, 0).unwrap());
                let figure = if *is_value { Figure::of_value(n) } else { Figure::of_counts(n, d) };
                entries.set(RegionId(at as u32), Entry::new(Sent::Figure, &figure, 1));
            }
            let condition = Condition::Compare(comparison, bound.into());
            let shared = Requirement { condition, basis: Basis::Target, baseline: None };
            let mut column = Column::new(2023, 0, entries, Limits::PERCENTAGE, Some(shared));
            let regions = (0..counts.len() as u32).map(RegionId);
            regions.clone().for_each(|region| column.judge(region, Outcome::NotMet));
            column.rank();
            let mut all: Vec<(Rational, RegionId)> =
                regions.map(|region| (column.relative_margin(region).unwrap(), region)).collect();
            all.sort();
            let worst: Vec<RegionId> = all.into_iter().take(WORST).map(|(_, region)| region).collect();
            let ranked: Vec<RegionId> = column.worst().iter().map(|(region, _)| *region).collect();
            prop_assert_eq!(ranked, worst);
        }
    }
}
