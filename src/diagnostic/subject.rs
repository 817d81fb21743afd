//! Whose figure a finding is about, of what and of when.

use crate::term::{Named, RegionName, Year};

/// What a finding is about, as far as that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The region; none where it can't be told.
    pub region: Option<RegionName>,
    /// The indicators or references; none where they can't be told.
    pub series: Vec<SeriesName>,
    /// The year.
    pub year: Option<Year>,
}

/// An indicator or a reference series.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeriesName {
    /// Its stable name.
    pub id: String,
    /// The name that is printed.
    pub name: Named,
}
