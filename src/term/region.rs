//! Regions, and finding them by name.

use std::cmp::Ordering;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use compact_str::CompactString;

use super::{Found, Level, Named, Names, RegionId};
use crate::text::unmarked;

/// A GB/T 2260 code, which lies within the value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(CompactString);

impl From<&str> for Code {
    fn from(code: &str) -> Self {
        Self(code.into())
    }
}

impl Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// 地区: a place that submits figures, or the whole that they add up to.
///
/// Codes and most names are short enough to lie within the struct: a roster of a
/// million needs no memory for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// GB/T 2260 code; a 功能区 has none.
    pub code: Option<Code>,
    /// The name that is printed.
    pub name: Named,
    /// Which part the region plays.
    pub level: Level,
    /// The region that this one lies in.
    pub within: Option<RegionId>,
}

/// What tells a region from others, and how it is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionName {
    /// GB/T 2260 code; a 功能区 has none.
    pub code: Option<String>,
    /// Its name.
    pub name: Named,
    /// Which part it plays.
    pub level: Level,
}

impl Region {
    /// What tells it from others: its code, or else its name.
    pub fn key(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.name)
    }
}

impl RegionName {
    /// What tells it from others: its code, or else its name.
    pub fn key(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.name)
    }
}

impl From<&Region> for RegionName {
    fn from(region: &Region) -> Self {
        let code = region.code.as_deref().map(str::to_owned);
        Self { code, name: region.name.clone(), level: region.level }
    }
}

/// Names, aliases and codes of the regions of a plan.
///
/// Those of a roster are indexed when one is first asked for that is not a code in
/// a roster ordered by codes.
#[derive(Debug, Clone)]
pub struct RegionNames {
    explicit: Names,
    // Not a slice: making one would copy a million regions.
    regions: Arc<Vec<Region>>,
    /// From which region on they are from a roster.
    roster: usize,
    /// Whether the roster's codes are in ascending order, so that a code is found
    /// without an index.
    ascending: bool,
    index: OnceLock<Names>,
}

impl RegionNames {
    /// The names of regions that are listed with their aliases, and from `roster`
    /// on of regions with a code and a name alone.
    pub fn new(explicit: Names, regions: Arc<Vec<Region>>, roster: usize) -> Self {
        let ascending = regions[roster..].is_sorted_by(|a, b| a.code < b.code);
        Self { explicit, regions, roster, ascending, index: OnceLock::new() }
    }

    /// What a name stands for: a name, an alias, a code, or a place with what it lies in
    /// before it and its office behind it. Regions of a roster may share a name; then only
    /// their codes tell them apart.
    pub fn find(&self, name: &str) -> Option<Found> {
        self.named(name).or_else(|| self.understood(name)).or_else(|| {
            let (_, name) = unmarked(name)?;
            self.named(name).or_else(|| self.understood(name))
        })
    }

    /// What a name, an alias or a code stands for.
    pub(super) fn named(&self, name: &str) -> Option<Found> {
        self.by(name, Names::find)
    }

    /// The same of a name that is folded already.
    pub(super) fn named_folded(&self, name: &str) -> Option<Found> {
        self.by(name, Names::find_folded)
    }

    fn by(&self, name: &str, find: fn(&Names, &str) -> Option<Found>) -> Option<Found> {
        if let Some(found) = self.find_code(name) {
            return Some(found);
        }
        let listed = find(&self.explicit, name);
        if self.roster == self.regions.len() {
            return listed;
        }
        match (listed, find(self.index(), name)) {
            (Some(_), Some(_)) => Some(Found::Several),
            (listed, rostered) => listed.or(rostered),
        }
    }

    /// The name nearest to one that was not found, of the regions that are wanted.
    pub(super) fn nearest_of(&self, name: &str, wanted: impl Fn(u32) -> bool) -> Option<String> {
        self.explicit.nearest_of(name, &wanted).or_else(|| self.index().nearest_of(name, &wanted))
    }

    pub(super) fn regions(&self) -> &[Region] {
        &self.regions
    }

    fn find_code(&self, code: &str) -> Option<Found> {
        let roster = self.regions.get(self.roster..).filter(|_| self.ascending)?;
        let at = roster.binary_search_by(|region| region.code.as_deref().cmp(&Some(code))).ok()?;
        Some(Found::One((self.roster + at) as u32))
    }

    fn index(&self) -> &Names {
        self.index.get_or_init(|| index(&self.regions, self.roster))
    }
}

/// The region that all others lie in: the only one of the highest of several levels.
pub fn whole(regions: &[Region]) -> Option<RegionId> {
    // The first of the highest level, whether it is the only one, and whether others are lower.
    let mut top: Option<(Level, usize, bool)> = None;
    let mut are_several = false;
    for (at, level) in regions.iter().map(|region| region.level).enumerate() {
        let highest = top.map_or(Level::Area, |(level, ..)| level);
        match level.cmp(&highest) {
            Ordering::Less => (top, are_several) = (Some((level, at, true)), top.is_some()),
            Ordering::Equal => top = top.map(|(level, first, _)| (level, first, false)),
            Ordering::Greater => are_several |= level != Level::Area,
        }
    }
    let (_, first, _) = top.filter(|(_, _, is_one)| *is_one && are_several)?;
    u32::try_from(first).ok().map(RegionId)
}

/// The codes and names of a roster's regions, by their numbers in the list.
pub fn index(regions: &[Region], roster: usize) -> Names {
    let mut names = Names::default();
    names.reserve(regions.len().saturating_sub(roster) * 2);
    for (number, region) in regions.iter().enumerate().skip(roster) {
        if let Some(code) = &region.code {
            names.insert(code, number as u32);
        }
        names.insert_shared(&region.name, number as u32);
        if let Some(english) = region.name.english() {
            names.insert_shared(english, number as u32);
        }
    }
    names
}
