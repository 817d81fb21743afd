//! 全市: what the city is judged on, and what its counties were rolled up to.

use std::borrow::Cow;

use super::column::{Found, Judge};
use super::finding;
use super::rollup::roll_up;
use crate::diagnostic::{AuditStatus, Diagnostic, NoRollUp};
use crate::exact::Figure;
use crate::form::Course;
use crate::plan::{RollUp, Scope};
use crate::term::{Entry, Level, Limits, RegionId, Sent, Year};

impl Judge<'_> {
    /// Whether the city's value is what its counties add up to.
    pub(super) fn is_rolled_up(&self) -> bool {
        matches!(self.indicator.scope, Scope::County | Scope::Total)
            && self.indicator.roll_up != RollUp::None
    }

    /// What the city is judged on, if it is judged at all.
    pub(super) fn city(
        &self,
        id: RegionId,
        own: Entry,
        entries: &[Entry],
        found: &mut Found,
    ) -> Option<Entry> {
        let has_own = own.sent() != Sent::Nothing || self.has_growth(id);
        match self.indicator.scope {
            Scope::City if has_own => return Some(own),
            Scope::City if self.is_complete_wanted() => {
                found.no_roll_up = Some((NoRollUp::CityAlone, false));
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
        let none = self.counties().all(|id| entries[id.index()].sent() == Sent::Nothing);
        if !self.is_complete_wanted() && !has_own && (none || !self.is_rolled_up()) {
            return None;
        }
        match self.roll_up(self.year, &self.summands(entries)) {
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
            Ok(None) if own.sent() == Sent::Figure || found.of_city.is_some() => {
                found.findings.extend(found.of_city.take());
                Some(own)
            }
            Ok(None) => Some(Entry::new(Sent::NotApplicable, &Figure::default(), 0)),
            // Nobody is asked for parts where the city says the whole.
            Err(_) if self.indicator.scope == Scope::Total && none && has_own => {
                found.findings.extend(found.of_city.take());
                Some(own)
            }
            // Its own row is due; without one it is missing.
            Err(reason) => {
                // A blank row is none; years that are lacking are told of a row that is there.
                let is_blank = own.sent() == Sent::Missing && found.of_city.is_none();
                found.no_roll_up = Some((reason, has_own && !is_blank));
                found.findings.extend(found.of_city.take());
                Some(own)
            }
        }
    }

    /// The counties that are concerned.
    pub(super) fn counties(&self) -> impl Iterator<Item = RegionId> {
        let levels = self.plan.levels.iter().enumerate();
        let counties = levels.filter(|(_, level)| **level == Level::County);
        let counties = counties.map(|(at, _)| RegionId(at as u32));
        counties.filter(|id| self.indicator.concerns(*id))
    }

    /// What regions are rolled up by. Of a sum over the years a county keeps what it added
    /// before, where a year does not apply to it.
    fn summands<'e>(&self, entries: &'e [Entry]) -> Cow<'e, [Entry]> {
        let applies = |entry: &Entry| entry.sent() != Sent::NotApplicable;
        if !self.indicator.target.adds_up() || entries.iter().all(applies) {
            return Cow::Borrowed(entries);
        }
        let of_region = |(at, entry): (usize, &Entry)| match applies(entry) {
            true => *entry,
            false => self.summand(self.year, RegionId(at as u32), *entry),
        };
        Cow::Owned(entries.iter().enumerate().map(of_region).collect())
    }

    pub(super) fn roll_up(
        &self,
        year: Year,
        entries: &[Entry],
    ) -> Result<Option<Figure>, NoRollUp> {
        let is_growth = self.indicator.measure.limits == Limits::Any;
        let whom = self.indicator.applies_to.as_ref();
        roll_up(self.indicator.roll_up, is_growth, year, self.plan, whom, entries)
    }

    /// What the counties' figures of another year add up to.
    pub(super) fn rolled_in(&self, year: Year) -> Option<Figure> {
        if !self.is_rolled_up() || !self.years.has(year, self.series) {
            return None;
        }
        let ids = (0..self.plan.regions.len()).map(|at| RegionId(at as u32));
        let entries: Vec<Entry> = ids.map(|id| self.years.entry(year, self.series, id)).collect();
        self.roll_up(year, &entries).ok().flatten()
    }

    /// Of the baseline year: the city's own row that is not what its counties add up to,
    /// and how that stands.
    pub(super) fn baseline_disagrees(&self) -> Option<(AuditStatus, Diagnostic)> {
        let city = self.plan.city?;
        let course = self.indicator.target.course();
        if !matches!(course, Course::FromBaseline | Course::Compounds) {
            return None;
        }
        let rolled = self.rolled_in(self.year)?;
        let (own, sent_in) = self.years.sent(self.year, self.series, city)?;
        finding::city_disagrees(self, self.plan.region(city), (own, sent_in), &rolled)
    }
}
