//! The words of the workbook, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::term::{BaselineSource, Form, Level};

/// Fixed words of the workbook.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct XlsxWords {
    /// Names of sheets: at most 31 characters, of which none is one of `[]:*?/\`.
    pub matrix: &'static str,
    pub shortfalls: &'static str,
    pub rows: &'static str,
    pub findings: &'static str,
    pub guide: &'static str,
    pub people: &'static str,
    pub count_unit: &'static str,
    pub unit: &'static str,
    pub why: &'static str,
    pub code: &'static str,
    pub line: &'static str,
    pub column: &'static str,
    pub severity: &'static str,
    pub message: &'static str,
    /// How to read it: what, and how.
    pub advice: &'static [(&'static str, &'static str)],
    /// The foot of a printed page.
    pub foot: &'static str,
}

impl Lang {
    /// The fixed words of the workbook.
    pub fn xlsx_words(self) -> &'static XlsxWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// The part a region plays.
    pub(in crate::render) fn region_level(self, level: Level) -> &'static str {
        match self {
            Self::Zh => zh::level(level),
            Self::En => en::level(level),
        }
    }

    /// Whose baseline it is.
    pub(in crate::render) fn baseline(self, source: BaselineSource) -> &'static str {
        match self {
            Self::Zh => zh::baseline(source),
            Self::En => en::baseline(source),
        }
    }

    /// A form of target.
    pub(in crate::render) fn form(self, form: Form) -> &'static str {
        match self {
            Self::Zh => zh::form(form),
            Self::En => en::form(form),
        }
    }
}
