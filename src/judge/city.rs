//! 汇总地区: what a region is judged on that others add up to, and what that comes to.

use std::collections::BTreeSet;

use super::column::{Found, Judge};
use super::finding;
use super::rollup::roll_up;
use crate::diagnostic::{AuditStatus, Diagnostic, NoRollUp};
use crate::exact::{Decimal, Figure};
use crate::form::Course;
use crate::plan::{Role, RollUp, Scope};
use crate::term::{Entries, Entry, Limits, RegionId, Sent, Year};

impl Judge<'_> {
    /// Whether a value is what the parts of a region add up to.
    pub(super) fn is_rolled_up(&self) -> bool {
        matches!(self.indicator.scope, Scope::County | Scope::Total)
            && self.indicator.roll_up != RollUp::None
    }

    /// The part that a region plays.
    pub(super) fn role(&self, id: RegionId) -> Role {
        self.roles.get(id.index()).copied().unwrap_or(Role::Area)
    }

    /// Whether others add up to a region.
    pub(super) fn is_sum(&self, id: RegionId) -> bool {
        self.role(id).is_sum()
    }

    /// Puts what regions are judged on that others add up to in the place of their own rows,
    /// the lowest first; which of them are judged.
    pub(super) fn wholes(&self, entries: &mut Entries, found: &mut Found) -> BTreeSet<RegionId> {
        let mut judged = BTreeSet::new();
        for id in self.plan.tree.sums(self.indicator.level) {
            if !self.indicator.concerns(*id) {
                continue;
            }
            let own = entries.get(*id);
            if let Some(entry) = self.whole(*id, own, entries, &judged, found) {
                entries.set(*id, entry);
                judged.insert(*id);
            }
        }
        judged
    }

    /// What a region is judged on that others add up to, if it is judged at all.
    fn whole(
        &self,
        id: RegionId,
        own: Entry,
        entries: &Entries,
        judged: &BTreeSet<RegionId>,
        found: &mut Found,
    ) -> Option<Entry> {
        let has_own = own.sent() != Sent::Nothing || self.has_growth(id);
        match self.indicator.scope {
            // It is of those that send, whatever stands between.
            Scope::County if self.indicator.target.is_derived() => {
                return has_own.then_some(own);
            }
            Scope::City if has_own => return Some(own),
            Scope::City if self.is_complete_wanted() => {
                found.no_roll_ups.push((id, NoRollUp::CityAlone, false));
                return Some(own);
            }
            Scope::City => return None,
            Scope::EachCounty => {
                if has_own {
                    let region = self.plan.region(id);
                    found.findings.push(finding::out_of_scope(self, region, own));
                }
                return None;
            }
            Scope::County | Scope::Total => {}
        }
        // A task of which nothing was sent that its verdict rests on is not spoken of.
        let is_silent = |part: RegionId| entries.get(part).sent() == Sent::Nothing;
        let none = self.parts(id).all(|part| is_silent(part) && !judged.contains(&part));
        if !self.is_complete_wanted() && !has_own && (none || !self.is_rolled_up()) {
            return None;
        }
        let adds_up = self.indicator.target.adds_up();
        let sent = self.parts(id).map(|part| match entries.get(part) {
            entry if adds_up => (part, self.summed(part, entry)),
            entry => (part, entry),
        });
        let exact = self.of_exact_counts(id, entries, found);
        found.of_exact_counts.extend(exact.map(|_| id));
        match exact.map_or_else(|| self.roll_up(self.year, sent), |figure| Ok(Some(figure))) {
            Ok(Some(figure)) => {
                let region = self.plan.region(id);
                let sent = (own, self.years.submission);
                let audited = finding::city_disagrees(self, region, sent, &figure);
                let is_hard = audited.as_ref().is_some_and(|(s, _)| *s == AuditStatus::Hard);
                if let Some((status, finding)) = audited {
                    found.audits.add(&status);
                    found.findings.push(finding);
                }
                let sum = Entry::new(Sent::Figure, &figure, 0);
                Some(if is_hard { own.spoilt(own.line()) } else { sum })
            }
            // No county has any; what the city says itself is all there is.
            Ok(None) if own.sent() == Sent::Figure || found.of_sums.contains_key(&id) => {
                found.findings.extend(found.of_sums.remove(&id));
                Some(own)
            }
            Ok(None) => Some(Entry::new(Sent::NotApplicable, &Figure::default(), 0)),
            // Nobody is asked for parts where the city says the whole.
            Err(_) if self.indicator.scope == Scope::Total && none && has_own => {
                found.findings.extend(found.of_sums.remove(&id));
                Some(own)
            }
            // Its own row is due; without one it is missing.
            Err(reason) => {
                // A blank row is none; years that are lacking are told of a row that is there.
                let is_blank = own.sent() == Sent::Missing && !found.of_sums.contains_key(&id);
                if self.indicator.scope.judges(self.role(id)) || has_own {
                    found.no_roll_ups.push((id, reason, has_own && !is_blank));
                }
                found.findings.extend(found.of_sums.remove(&id));
                Some(own)
            }
        }
    }

    /// What a region's parts add up to where all sent whole counts, as nearly all do, and what
    /// others add up to is made of such alone.
    fn of_exact_counts(&self, id: RegionId, entries: &Entries, found: &Found) -> Option<Figure> {
        let is_ratio = self.indicator.roll_up == RollUp::Ratio;
        if !is_ratio || !self.counts_whole || self.indicator.target.adds_up() {
            return None;
        }
        // 2³² regions of 32 bits each fit 64 bits.
        let (mut numerators, mut denominators) = (0, 0);
        for part in self.parts(id) {
            let entry = entries.narrow(part)?;
            let (numerator, denominator) = entry.whole_counts()?;
            if entry.line() == 0 && !found.of_exact_counts.contains(&part) {
                return None;
            }
            numerators += numerator.mantissa();
            denominators += denominator.mantissa();
        }
        let sum = |of| Decimal::new(of, 0);
        let has_parts = self.parts(id).next().is_some();
        has_parts.then_some(Figure::of_counts(sum(numerators)?, sum(denominators)?))
    }

    /// The parts of a region that are concerned.
    pub(super) fn parts(&self, of: RegionId) -> impl Iterator<Item = RegionId> {
        let parts = self.plan.tree.parts(of).iter().copied();
        parts.filter(|id| self.role(*id) != Role::Below && self.indicator.concerns(*id))
    }

    /// The regions that send what a region is added up from, as far as they are concerned.
    pub(super) fn senders(&self, of: RegionId) -> impl Iterator<Item = RegionId> {
        let senders = self.plan.tree.senders(self.indicator.level, of).into_iter();
        senders.filter(|id| self.indicator.concerns(*id))
    }

    /// What a region is summed by where the years add up: it keeps what it added before where
    /// a year does not apply to it; what its own parts came to has that already.
    fn summed(&self, id: RegionId, entry: Entry) -> Entry {
        if entry.sent() == Sent::NotApplicable && !self.is_sum(id) {
            return self.summand(self.year, id, entry);
        }
        entry
    }

    pub(super) fn roll_up(
        &self,
        year: Year,
        sent: impl Iterator<Item = (RegionId, Entry)>,
    ) -> Result<Option<Figure>, NoRollUp> {
        let is_growth = self.indicator.measure.limits == Limits::Any;
        roll_up(self.indicator.roll_up, is_growth, year, self.plan, sent)
    }

    /// What a region's parts add up to in another year; `Ok(None)` if it applies to none.
    fn rolled(&self, year: Year, id: RegionId) -> Result<Option<Figure>, NoRollUp> {
        let sent = self.parts(id).map(|part| (part, self.entry_in(year, part)));
        self.roll_up(year, sent)
    }

    /// What a region's parts add up to in another year, if that is known.
    pub(super) fn rolled_in(&self, year: Year, id: RegionId) -> Option<Figure> {
        if !self.is_sum(id) || !self.is_rolled_up() || !self.years.has(year, self.series) {
            return None;
        }
        self.rolled(year, id).ok().flatten()
    }

    /// What a region is known by in another year: what its parts add up to, else its own row.
    pub(super) fn entry_in(&self, year: Year, id: RegionId) -> Entry {
        let own = self.years.entry(year, self.series, id);
        if !self.is_sum(id) || !self.is_rolled_up() {
            return own;
        }
        match self.rolled(year, id) {
            Ok(Some(figure)) => Entry::new(Sent::Figure, &figure, 0),
            Ok(None) if own.sent() != Sent::Figure => {
                Entry::new(Sent::NotApplicable, &Figure::default(), 0)
            }
            Ok(None) | Err(_) => own,
        }
    }

    /// Of the baseline year: the own rows of regions that are not what their parts add up to,
    /// and how these stand.
    pub(super) fn baselines_disagree(&self) -> Vec<(AuditStatus, Diagnostic)> {
        let course = self.indicator.target.course();
        if !matches!(course, Course::FromBaseline | Course::Compounds) {
            return Vec::new();
        }
        let disagrees = |id: &RegionId| {
            let (own, sent_in) = self.years.sent(self.year, self.series, *id)?;
            let rolled = self.rolled_in(self.year, *id)?;
            finding::city_disagrees(self, self.plan.region(*id), (own, sent_in), &rolled)
        };
        self.plan.tree.sums(self.indicator.level).iter().filter_map(disagrees).collect()
    }
}
