//! Of whom nothing was read: said once, not once a value.

use std::collections::BTreeMap;

use super::{Report, Row};
use crate::term::{Outcome, RegionId, Year};

/// So many missing values of a region of whom nothing was read are told in one line.
const SEVERAL: u64 = 2;

/// Of whom nothing was read in a year, and how many values are missing of each.
#[derive(Debug, Default)]
pub struct Silence(BTreeMap<(Year, RegionId), u64>);

impl Report {
    /// The regions of whom nothing was read, though several values are due.
    pub fn silence(&self) -> Silence {
        let mut silent = BTreeMap::new();
        for row in self.rows_that(|outcome| outcome == Outcome::Missing) {
            let (year, region) = (row.year(), row.region_id());
            let heard = self.heard.get(&year).and_then(|heard| heard.get(region.index()));
            if heard == Some(&false) {
                *silent.entry((year, region)).or_default() += 1;
            }
        }
        silent.retain(|_, count| *count >= SEVERAL);
        Silence(silent)
    }
}

impl Silence {
    /// Whether a row is of one of them.
    pub fn covers(&self, row: &Row<'_>) -> bool {
        self.0.contains_key(&(row.year(), row.region_id()))
    }

    /// How many values are missing of all of them.
    pub fn values(&self) -> u64 {
        self.0.values().sum()
    }

    /// By year: who, and how many values are missing.
    pub fn years(&self) -> BTreeMap<Year, (Vec<RegionId>, u64)> {
        let mut years: BTreeMap<Year, (Vec<RegionId>, u64)> = BTreeMap::new();
        for ((year, region), count) in &self.0 {
            let of = years.entry(*year).or_default();
            of.0.push(*region);
            of.1 += count;
        }
        years
    }
}
