//! What the codes of findings mean, for who wants to know more than a finding says.
//!
//! A page is a line a language in a table of its layer. A code that is shown by `check`
//! has one: `tests/languages.rs` lists those that lack it.

use super::{Lang, en, zh};
use crate::diagnostic::{Audit, Severity, Weight};

/// What a code means.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// The code.
    pub code: &'static str,
    /// What is found, and why it matters.
    pub means: &'static str,
    /// How it looks.
    pub example: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// Codes whose findings are warnings, or such at most; and those that are notes. All others
/// are errors.
const WARNINGS: &[&str] = &[
    "submission/sheet-without-table",
    "submission/sheet-unread",
    "submission/covered-cells",
    "submission/unknown-column",
    "submission/counts-unused",
    "submission/total-unused",
    "judgement/out-of-scope",
    "judgement/year-after-plan",
    "judgement/growth-disagrees",
    "judgement/rounding-turns",
    "judgement/waiver-expired",
    "judgement/waiver-unused",
    "judgement/waiver-double",
    "judgement/year-in-both",
    "judgement/history-after",
];
const NOTES: &[&str] = &[
    "submission/repeated-header",
    "submission/not-a-result",
    "submission/column-numbers",
    "submission/rows-without-figures",
    "submission/hidden-sheets",
    "submission/hidden-cells",
    "judgement/outside",
    "judgement/years-before",
    "judgement/no-roll-up",
    "judgement/growth-indexed",
    "judgement/slides",
    "judgement/thin-headroom",
    "judgement/waivers-elsewhere",
    "judgement/words-only",
];

/// A page of a table.
pub(super) const fn page(
    code: &'static str,
    means: &'static str,
    example: &'static str,
    todo: &'static str,
) -> Page {
    Page { code, means, example, todo }
}

impl Page {
    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match Audit::of_code(self.code) {
            Some(audit) => Weight::Switched(audit.default_level()),
            None if WARNINGS.contains(&self.code) => Weight::Fixed(Severity::Warning),
            None if NOTES.contains(&self.code) => Weight::Fixed(Severity::Note),
            None => Weight::Fixed(Severity::Error),
        }
    }
}

impl Lang {
    /// Every page, by layer.
    pub fn pages(self) -> impl Iterator<Item = &'static Page> {
        let tables = match self {
            Self::Zh => zh::pages::TABLES,
            Self::En => en::pages::TABLES,
        };
        tables.into_iter().flatten()
    }

    /// The page of a code.
    pub fn page(self, code: &str) -> Option<&'static Page> {
        self.pages().find(|page| page.code == code)
    }
}
