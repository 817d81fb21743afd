//! What commands say that they did.

use super::{Lang, en, zh};

impl Lang {
    /// What became of the rows of a table that a plan was drafted from.
    pub fn drafted(self, rules: usize, left: usize, asides: usize) -> String {
        match self {
            Self::Zh => zh::drafted(rules, left, asides),
            Self::En => en::drafted(rules, left, asides),
        }
    }

    /// How many values were written in the canonical layout, and how many left out.
    pub fn tidied(self, written: u64, left: u64) -> String {
        match self {
            Self::Zh => zh::tidied(written, left),
            Self::En => en::tidied(written, left),
        }
    }

    /// How many regions a form asks, and in how many rows.
    pub fn form_asks(self, regions: usize, rows: usize) -> String {
        match self {
            Self::Zh => zh::form_asks(regions, rows),
            Self::En => en::form_asks(regions, rows),
        }
    }

    /// That a file was written, and in which format.
    pub fn written(self, path: &str, format: &str) -> String {
        match self {
            Self::Zh => zh::written(path, format),
            Self::En => en::written(path, format),
        }
    }
}
