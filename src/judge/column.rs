//! Judging one indicator in one year, region by region.

use super::finding;
use super::outcome::outcome;
use super::requirement::{Baseline, Demand, demand};
use super::rollup::roll_up;
use super::{Options, Years};
use crate::diagnostic::{Findings, NoRollUp};
use crate::exact::{Figure, Rational};
use crate::plan::{Indicator, Plan, Scope, Target};
use crate::report::Column as Judged;
use crate::submission::Column;
use crate::term::{
    Attribute, BaselineSource, Entry, Level, Limits, Outcome, Region, RegionId, Sent, SeriesId,
    Year,
};

/// What is needed to judge one column.
pub(super) struct Judge<'j> {
    pub(super) plan: &'j Plan,
    pub(super) years: &'j Years<'j>,
    pub(super) options: &'j Options,
    pub(super) series: SeriesId,
    pub(super) indicator: &'j Indicator,
    /// Which of the report's indicators it is.
    pub(super) number: usize,
    pub(super) year: Year,
}

/// The verdicts of a column, and what was found on the way.
#[derive(Default)]
pub(super) struct Found {
    pub(super) column: Judged,
    pub(super) findings: Findings,
    /// Why there is no roll-up, and whether the city sent a row of its own.
    pub(super) no_roll_up: Option<(NoRollUp, bool)>,
}

/// What a region without a value ends as.
fn without_value(sent: Sent) -> Outcome {
    match sent {
        Sent::Nothing | Sent::Missing => Outcome::Missing,
        Sent::Invalid | Sent::Figure => Outcome::Invalid,
        Sent::NotApplicable => Outcome::NotApplicable,
    }
}

impl Judge<'_> {
    /// Judges every region that is due or sent something.
    pub(super) fn run(&self, column: Column) -> Found {
        let regions = &self.plan.regions;
        let mut entries = column.into_entries();
        entries.resize(regions.len(), Entry::default());
        let mut found = Found::default();
        // The city is judged on the roll-up of what the counties sent.
        let city = self.plan.city.and_then(|id| {
            let own = entries[id.index()];
            let judged = self.city(id, own, &entries, &mut found);
            entries[id.index()] = judged.unwrap_or(own);
            judged.map(|_| id)
        });
        // Regions without a baseline of their own share one demand.
        let shared = self.demand(Baseline::of_plan(self.indicator).as_ref(), None);
        let requirement = shared.as_ref().and_then(|demand| demand.requirement.clone());
        found.column = Judged::new(self.year, self.number, entries, requirement);
        let history = self.years.history.column(self.plan.head.baseline_year, self.series.index());
        for (at, region) in regions.iter().enumerate() {
            let id = RegionId(at as u32);
            let sent = found.column.entry(id).sent();
            if !self.options.selects(id) {
                continue;
            }
            let is_due = match region.level {
                Level::City => city == Some(id),
                Level::County | Level::Area if self.indicator.scope == Scope::City => {
                    if sent != Sent::Nothing {
                        let entry = found.column.entry(id);
                        found.findings.push(finding::out_of_scope(self, region, entry));
                    }
                    false
                }
                Level::County => sent != Sent::Nothing || self.is_complete_wanted(),
                Level::Area => sent != Sent::Nothing,
            };
            if is_due {
                let own = history.and_then(|column| self.own_baseline(id, region, column));
                let outcome = match (&self.indicator.target, own) {
                    (Target::Relative { reference, .. }, _) => {
                        self.relative(id, region, *reference, &mut found)
                    }
                    (_, Some(own)) => {
                        let demand = self.demand(Some(&own), None);
                        let requirement = demand.as_ref().and_then(|d| d.requirement.clone());
                        found.column.require(id, requirement);
                        self.decide(id, region, demand.as_ref(), &mut found)
                    }
                    (_, None) => self.decide(id, region, shared.as_ref(), &mut found),
                };
                found.column.judge(id, outcome);
            }
        }
        found.column.rank();
        found
    }

    /// Main indicators are due from everyone; tasks are judged when they are sent.
    fn is_complete_wanted(&self) -> bool {
        self.indicator.attribute != Attribute::Task
    }

    /// What the city is judged on, if it is judged at all.
    fn city(
        &self,
        id: RegionId,
        own: Entry,
        entries: &[Entry],
        found: &mut Found,
    ) -> Option<Entry> {
        if !self.options.selects(id) {
            return None;
        }
        let has_own = own.sent() != Sent::Nothing;
        match self.indicator.scope {
            Scope::City => return (has_own || self.is_complete_wanted()).then_some(own),
            Scope::EachCounty => {
                if has_own {
                    let region = self.plan.region(id);
                    found.findings.push(finding::out_of_scope(self, region, own));
                }
                return None;
            }
            Scope::County => {}
        }
        match self.roll_up(entries) {
            Ok(Some(figure)) => {
                found.findings.extend(finding::city_disagrees(self, own, &figure));
                Some(Entry::new(Sent::Figure, &figure, 0))
            }
            // No county has any; what the city says itself is all there is.
            Ok(None) if own.sent() == Sent::Figure => Some(own),
            Ok(None) => Some(Entry::new(Sent::NotApplicable, &Figure::default(), 0)),
            // A task that nobody sent is not spoken of.
            Err(_)
                if !self.is_complete_wanted()
                    && entries.iter().all(|entry| entry.sent() == Sent::Nothing) =>
            {
                None
            }
            Err(reason) => {
                found.no_roll_up = Some((reason, has_own));
                has_own.then_some(own)
            }
        }
    }

    fn roll_up(&self, entries: &[Entry]) -> Result<Option<Figure>, NoRollUp> {
        let is_growth = self.indicator.measure.limits == Limits::Any;
        roll_up(self.indicator.roll_up, is_growth, &self.plan.regions, entries)
    }

    /// The outcome of a region under a demand.
    #[inline]
    fn decide(
        &self,
        id: RegionId,
        region: &Region,
        demand: Option<&Demand>,
        found: &mut Found,
    ) -> Outcome {
        let entry = found.column.entry(id);
        let figure = entry.figure();
        let value = if entry.sent() == Sent::Figure { figure.exact() } else { None };
        let (Some(value), Some(demand)) = (value, demand) else {
            return without_value(entry.sent());
        };
        let decided = outcome(&value, demand);
        // Where the rounded value beside the counts would turn the verdict, say so.
        if let Figure { value: Some(sent), counts: Some(_) } = figure
            && outcome(&Rational::from(sent), demand) != decided
        {
            found.findings.push(finding::rounding_turns(self, region, entry, &value, sent, demand));
        }
        decided
    }

    /// The outcome of a region against its reference.
    fn relative(
        &self,
        id: RegionId,
        region: &Region,
        reference: SeriesId,
        found: &mut Found,
    ) -> Outcome {
        let series = self.years.submission.column(self.year, reference.index());
        let there = series.map(|column| column.get(id)).filter(|e| e.sent() == Sent::Figure);
        let value = there.and_then(|entry| entry.figure().exact());
        let entry = found.column.entry(id);
        if value.is_none() && entry.sent() == Sent::Figure {
            let name = self.plan.reference(reference).map_or("", |reference| &reference.name);
            found.findings.push(finding::no_reference(self, region, entry, name));
            return Outcome::Missing;
        }
        let demand = value.and_then(|value| self.demand(None, Some(&value)));
        let requirement = demand.as_ref().and_then(|demand| demand.requirement.clone());
        found.column.require(id, requirement);
        self.decide(id, region, demand.as_ref(), found)
    }

    /// The region's value of the baseline year; the city's may be a roll-up.
    fn own_baseline(&self, id: RegionId, region: &Region, column: &Column) -> Option<Baseline> {
        let entry = column.get(id);
        let value = match (entry.sent(), region.level) {
            (Sent::Figure, _) => entry.figure().exact(),
            (_, Level::City) if self.indicator.scope == Scope::County => {
                self.roll_up(column.entries()).ok().flatten().and_then(|figure| figure.exact())
            }
            _ => None,
        }?;
        Some(Baseline { value: value.reduced(), source: BaselineSource::History })
    }

    fn demand(&self, baseline: Option<&Baseline>, reference: Option<&Rational>) -> Option<Demand> {
        demand(
            &self.plan.head,
            self.indicator,
            self.year,
            self.options.against,
            baseline,
            reference,
        )
    }
}
