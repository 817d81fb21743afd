//! The words of comparisons, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::report::comparison::{Comparison, Side};

/// Fixed words of comparisons.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct DiffWords {
    pub worse: &'static str,
    pub better: &'static str,
    pub aside: &'static str,
    pub moved: &'static str,
    pub vanished: &'static str,
    pub appeared: &'static str,
    pub findings: &'static str,
    pub code: &'static str,
    pub weight: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    pub rise: &'static str,
    pub empty: &'static str,
}

impl Lang {
    /// The fixed words of comparisons.
    pub fn diff_words(self) -> &'static DiffWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// The head of a comparison.
    pub(in crate::render) fn diff_headline(self, of: &Comparison) -> String {
        match self {
            Self::Zh => zh::headline(of),
            Self::En => en::headline(of),
        }
    }

    /// What one of the two runs was made of.
    pub(in crate::render) fn diff_side(self, side: &Side) -> String {
        match self {
            Self::Zh => zh::side(side),
            Self::En => en::side(side),
        }
    }

    /// How many changed, and how.
    pub(in crate::render) fn diff_counts(self, of: &Comparison) -> String {
        match self {
            Self::Zh => zh::counts(of),
            Self::En => en::counts(of),
        }
    }

    /// How a comparison ends, and why.
    pub(in crate::render) fn diff_conclusion(self, of: &Comparison) -> String {
        match self {
            Self::Zh => zh::conclusion(of),
            Self::En => en::conclusion(of),
        }
    }
}

/// Years as one text.
fn years(side: &Side, separator: &str) -> String {
    side.years.iter().map(u16::to_string).collect::<Vec<_>>().join(separator)
}
