//! `applies-to`: which regions an indicator concerns, by their names, tags and levels.

use super::field::Checker;
use super::table::Table;
use super::tree::Tree;
use super::{Role, Scope};
use crate::diagnostic::AppliesProblem;
use crate::term::{Found, Level, Names, Region, RegionId, RegionNames};

/// 适用范围: the regions that an indicator concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliesTo {
    /// What the rule says, item by item.
    pub written: Vec<String>,
    /// Whether it concerns each region of the plan.
    regions: Vec<bool>,
}

impl AppliesTo {
    /// Whether it concerns a region.
    pub fn includes(&self, region: RegionId) -> bool {
        self.regions.get(region.index()).is_some_and(|is_included| *is_included)
    }

    /// Whom one of two concerns.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        self.written.extend_from_slice(&other.written);
        self.regions.iter_mut().zip(&other.regions).for_each(|(one, other)| *one |= *other);
        self
    }
}

/// The regions by their tags.
#[derive(Default)]
pub(super) struct Tags {
    names: Names,
    tagged: Vec<Vec<RegionId>>,
}

impl Tags {
    pub(super) fn add(&mut self, tag: &str, region: RegionId) {
        let new = self.tagged.len();
        match self.names.find(tag) {
            Some(Found::One(at)) => self.tagged[at as usize].push(region),
            Some(Found::Several) | None => {
                self.names.insert(tag, new as u32);
                self.tagged.push(vec![region]);
            }
        }
    }
}

/// Whom rules may speak of.
pub(super) struct Whom<'p> {
    pub(super) regions: &'p [Region],
    pub(super) names: &'p RegionNames,
    pub(super) tags: &'p Tags,
}

impl Whom<'_> {
    /// The regions that an indicator concerns, if it says so.
    pub(super) fn applies_to(
        &self,
        checker: &mut Checker<'_>,
        raw: &Table<'_>,
        (scope, level): (Scope, Level),
        tree: &Tree,
    ) -> Option<AppliesTo> {
        let written = raw.get("applies-to")?;
        let items = checker.texts(raw, "applies-to");
        let span = raw.span_of("applies-to");
        if scope == Scope::City {
            checker.fault(AppliesProblem::OfCity, span);
            return None;
        }
        let mut named = vec![None; self.regions.len()];
        let mut levels = Vec::new();
        // What is no text may have meant anybody.
        let written = written.get_ref().as_array();
        let mut is_known = written.is_some_and(|written| written.len() == items.len());
        for item in &items {
            let is_level = |it: &Level| {
                *it == Level::Area || tree.levels().contains(it) && tree.top() != Some(*it)
            };
            let mut known = Level::ALL.into_iter().filter(is_level);
            let level = known.find(|it| it.word() == item.value);
            let tag = self.tags.names.find(&item.value);
            let region = self.names.find(&item.value);
            let name = item.value.clone();
            let problem = match (level, tag, region) {
                (Some(level), None, None) => {
                    levels.push(level);
                    continue;
                }
                (None, Some(Found::One(tag)), None) => {
                    let tagged = self.tags.tagged.get(tag as usize).into_iter().flatten();
                    tagged.for_each(|region| named[region.index()] = Some(true));
                    continue;
                }
                (None, None, Some(Found::One(region))) => {
                    named[region as usize] = Some(true);
                    continue;
                }
                (None, None, None) => {
                    let tags = || self.tags.names.nearest(&name);
                    let near = || tags().or_else(|| self.names.nearest(&name));
                    let nearest = checker.faults.meant(near);
                    AppliesProblem::Unknown { name, nearest }
                }
                _ => AppliesProblem::Unclear { name },
            };
            is_known = false;
            checker.fault(problem, item.span.clone());
        }
        let mut regions = self.with_what_lies_within(named);
        for (region, is_included) in self.regions.iter().zip(&mut regions) {
            *is_included |= levels.contains(&region.level);
        }
        let roles = tree.roles(level);
        let counts = |role| match scope {
            Scope::EachCounty => scope.judges(role),
            Scope::County | Scope::Total | Scope::City => role == Role::Part,
        };
        let mut included = roles.iter().zip(&regions).filter(|(_, included)| **included);
        let is_nobody = !included.any(|(role, _)| counts(*role));
        // What those that send add up to concerns the whole, whoever they are.
        for id in tree.sums(level) {
            let is_of_one = tree.parts(*id).iter().any(|part| regions[part.index()]);
            regions[id.index()] = is_of_one || roles.get(id.index()) == Some(&Role::Whole);
        }
        if is_known && is_nobody {
            checker.fault(AppliesProblem::Nobody, span);
        }
        let written = items.into_iter().map(|item| item.value).collect();
        Some(AppliesTo { written, regions })
    }

    /// Which regions are named, or lie within one that is.
    fn with_what_lies_within(&self, mut named: Vec<Option<bool>>) -> Vec<bool> {
        let mut path = Vec::new();
        for start in 0..named.len() {
            let mut next = Some(start);
            while let Some(at) = next.filter(|at| named[*at].is_none()) {
                named[at] = Some(false);
                path.push(at);
                next = self.regions[at].within.map(RegionId::index);
            }
            let lies_within = next.and_then(|at| named[at]);
            path.drain(..).for_each(|at| named[at] = lies_within.or(Some(false)));
        }
        named.into_iter().map(|is_named| is_named == Some(true)).collect()
    }
}
