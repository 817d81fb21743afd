//! How tables are laid out.

use std::sync::Arc;

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// One value a row.
    Long,
    /// A region a row, with the indicators side by side.
    IndicatorsAcross,
    /// An indicator a row, with the regions side by side, as the plan itself has it.
    RegionsAcross,
    /// An indicator a row, of one region.
    OneRegion,
    /// A region a row, of one indicator.
    OneIndicator,
}

impl Layout {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::IndicatorsAcross => "indicators-across",
            Self::RegionsAcross => "regions-across",
            Self::OneRegion => "one-region",
            Self::OneIndicator => "one-indicator",
        }
    }
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableInfo {
    /// The sheet of the workbook that it is on.
    pub sheet: Option<Arc<str>>,
    /// How it is laid out.
    pub layout: Layout,
    /// How many values were read in it.
    pub rows: u64,
}
