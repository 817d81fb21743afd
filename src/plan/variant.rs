//! 分解与调整: which rule is in force in a region and a year.
//!
//! A region may have a target of its own, and a target may be adjusted from a year on. Both
//! are a rule that stands in the place of the plan's own. What a region has of its own goes
//! before what holds for all, and what is written for later years before what was written for
//! earlier ones.

use std::collections::BTreeSet;

use super::Indicator;
use crate::term::{RegionId, Year};

/// The rules that hold of an indicator in some regions, or from some year on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Variants {
    /// In the order of their regions and years; those of no region are the plan's own.
    pub(super) rules: Vec<(Option<RegionId>, Year, Indicator)>,
    /// What holds in regions that have none, if that is not what holds for the plan.
    pub(super) others: Option<Box<Indicator>>,
    /// The region that is judged by the plan's own target.
    pub(super) city: Option<RegionId>,
}

impl Variants {
    fn find(&self, region: Option<RegionId>, year: Year) -> Option<&Indicator> {
        let region = region.filter(|region| Some(*region) != self.city);
        let end = self.rules.partition_point(|(of, from, _)| (*of, *from) <= (region, year));
        let last = end.checked_sub(1).and_then(|at| self.rules.get(at));
        match (last.filter(|(of, ..)| *of == region), region) {
            (Some((.., rule)), _) => Some(rule),
            (None, Some(_)) => self.others.as_deref().or_else(|| self.find(None, year)),
            (None, None) => None,
        }
    }
}

impl Indicator {
    /// The rule that is in force in a region and a year; of no region, in the plan.
    #[inline]
    pub fn in_force(&self, region: Option<RegionId>, year: Year) -> &Self {
        if self.variants.rules.is_empty() {
            return self;
        }
        self.variants.find(region, year).unwrap_or(self)
    }

    /// The rule as one region has it, with what is adjusted there.
    pub fn within(&self, region: RegionId) -> Self {
        let years = self.variants.rules.iter().map(|(_, from, _)| *from);
        let years: BTreeSet<Year> = years.chain([Year::MIN]).collect();
        let rules = years.into_iter().map(|from| {
            let rule = self.in_force(Some(region), from);
            (None, from, Self { variants: Variants::default(), ..rule.clone() })
        });
        let mut rules: Vec<_> = rules.collect();
        rules.dedup_by(|(.., next), (.., rule)| next == rule);
        let mut first = rules.remove(0).2;
        first.variants.rules = rules;
        first
    }

    /// The rules by which this one is adjusted, and from which years on.
    pub fn adjustments(&self) -> impl Iterator<Item = (Year, &Self)> {
        let of_plan = self.variants.rules.iter().filter(|(of, ..)| of.is_none());
        of_plan.map(|(_, from, rule)| (*from, rule))
    }

    /// Every rule that is in force somewhere at some time.
    pub fn rules(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.variants.rules.iter().map(|(.., rule)| rule))
    }

    /// The regions that have rules of their own; one may be named several times.
    pub fn own_regions(&self) -> impl Iterator<Item = RegionId> {
        self.variants.rules.iter().filter_map(|(of, ..)| *of)
    }

    /// Whether regions have rules of their own.
    pub fn has_regions(&self) -> bool {
        self.variants.rules.last().is_some_and(|(of, ..)| of.is_some())
    }
}
