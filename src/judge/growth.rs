//! 增长: relative targets, from average yearly rates or from levels.
//!
//! Two rates compare as they are, for both are average yearly growth since the
//! baseline year. Where one side is known by its levels alone, both are turned into
//! an index of the baseline year (2020 = 100), which is exact: a rate is compounded,
//! and no root is ever taken.

use super::column::{Found, Judge};
use super::finding;
use crate::exact::{Decimal, Figure, Per, Rational};
use crate::form::{Relation, grown};
use crate::plan::Indicator;
use crate::term::{Entry, Named, Outcome, Region, RegionId, Sent, SeriesId};

/// How much a series grew in a region since the baseline year.
pub(super) enum Growth {
    /// The average yearly rate in percent, as it was sent.
    Rate(Decimal),
    /// The levels of the year and of the baseline year, and the line of the first.
    Levels { now: Decimal, then: Decimal, line: u32 },
}

impl Judge<'_> {
    /// Whether a region's growth follows from its levels.
    pub(super) fn has_levels(&self, id: RegionId, relation: &Relation) -> bool {
        self.levels(id, relation.growth_of).is_some()
    }

    /// The outcome of a region against its reference.
    pub(super) fn relative(
        &self,
        id: RegionId,
        region: &Region,
        relation: &Relation,
        found: &mut Found,
    ) -> Outcome {
        let entry = found.column.entry(id);
        let sent = (entry.sent() == Sent::Figure).then(|| entry.figure().value).flatten();
        let levels = self.levels(id, relation.growth_of);
        if let (Some(rate), Some(Growth::Levels { now, then, .. })) = (sent, &levels)
            && !self.is_rate_of(rate, *now, *then)
        {
            found.findings.push(finding::growth_disagrees(self, region, entry, rate, *now, *then));
        }
        // What was sent goes before what follows from levels.
        let own = match (sent, entry.sent()) {
            (Some(rate), _) => Some(Growth::Rate(rate)),
            (None, Sent::Nothing | Sent::Missing) => levels,
            (None, _) => None,
        };
        let Some(reference) = self.reference(id, relation.reference) else {
            found.column.require(id, None);
            if own.is_none() {
                return self.decide(id, region, None, found);
            }
            let Some(holder) = self.holder(self.year, relation.reference, id) else {
                return Outcome::Invalid;
            };
            let name = self.plan.reference(relation.reference).map_or(Named::NONE, |r| &r.name);
            let sender = self.plan.region(holder);
            found.findings.push(finding::no_reference(self, region, entry, name, sender));
            return Outcome::Missing;
        };
        let against = match (&own, &reference) {
            (Some(Growth::Rate(_)) | None, Growth::Rate(rate)) => {
                eased(self.indicator, (*rate).into())
            }
            (Some(Growth::Rate(rate)), levels) => {
                found.column.derive(id, self.compounded((*rate).into()));
                found.column.index(id);
                self.index(levels)
            }
            (Some(Growth::Levels { now, then, line }), reference) => {
                let figure = Figure::of_counts(*now, *then);
                found.column.replace(id, Entry::new(Sent::Figure, &figure, *line));
                found.column.index(id);
                self.index(reference)
            }
            (None, levels) => self.index(levels),
        };
        let demand = self.demand(self.indicator, None, Some(&against));
        let requirement = demand.as_ref().and_then(|demand| demand.requirement.clone());
        found.column.require(id, requirement);
        self.decide(id, region, demand.as_ref(), found)
    }

    pub(super) fn reference(&self, id: RegionId, series: SeriesId) -> Option<Growth> {
        let holder = self.holder(self.year, series, id)?;
        let sent = self.years.figure(self.year, series, holder).and_then(|e| e.figure().value);
        sent.map(Growth::Rate).or_else(|| {
            let reference = self.plan.reference(series)?;
            self.levels(id, reference.growth_of)
        })
    }

    fn levels(&self, id: RegionId, series: Option<SeriesId>) -> Option<Growth> {
        let base = self.plan.head.baseline_year;
        if self.year <= base {
            return None;
        }
        let series = series?;
        let of = |year| self.years.figure(year, series, self.holder(year, series, id)?);
        let now = of(self.year)?;
        let then = of(base)?.figure().value?;
        // A line of the history is none of the submission's.
        let is_here = self.years.is_submitted(self.year, series, id);
        let line = if is_here { now.line() } else { 0 };
        let now = now.figure().value?;
        (!then.is_zero()).then_some(Growth::Levels { now, then, line })
    }

    /// What a reference demands of an index. The baseline year is 100.
    fn index(&self, reference: &Growth) -> Rational {
        match reference {
            Growth::Rate(rate) => self.compounded(eased(self.indicator, (*rate).into())),
            Growth::Levels { now, then, .. } => {
                Rational::rate(*now, *then, Per::HUNDRED).unwrap_or(Rational::ZERO)
            }
        }
    }

    /// 100 (1 + g)ⁿ after n years of growth at g percent.
    pub(super) fn compounded(&self, rate: Rational) -> Rational {
        let years = self.year.saturating_sub(self.plan.head.baseline_year);
        (Rational::HUNDRED * grown(&rate, years)).reduced()
    }

    /// Whether levels grew at that rate, to its own last digit.
    fn is_rate_of(&self, rate: Decimal, now: Decimal, then: Decimal) -> bool {
        let Some(index) = Rational::rate(now, then, Per::HUNDRED) else { return true };
        let half = Rational::from(1)
            / (Rational::from(2) * Rational::power_of_ten(u32::from(rate.scale())));
        let rate = Rational::from(rate);
        self.compounded(rate.clone() - half.clone()) <= index
            && index <= self.compounded(rate + half)
    }
}

/// The rate of a reference, moved by what the target may stay behind it.
pub(super) fn eased(rule: &Indicator, rate: Rational) -> Rational {
    let about = rule.about.map_or(Rational::ZERO, Rational::from);
    let is_upward = rule.target.relation().is_none_or(|relation| relation.comparison.is_upward());
    rate + if is_upward { -about } else { about }
}
