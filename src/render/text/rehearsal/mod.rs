//! The words of rehearsals, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::report::{Lack, Rehearsal};
use crate::term::Outcome;

/// Fixed words of rehearsals.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct RehearsalWords {
    pub not_as_expected: &'static str,
    pub basis: &'static str,
    pub errors: &'static str,
    pub nothing: &'static str,
    pub no_requirement: &'static str,
    pub no_cases: &'static str,
    pub uncovered: &'static str,
    pub weak: &'static str,
    pub lacks: &'static str,
}

impl Lang {
    /// The fixed words of rehearsals.
    pub fn rehearsal_words(self) -> &'static RehearsalWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// What should have been found, and what was.
    pub fn expected(self, expected: &str, found: &str) -> String {
        match self {
            Self::Zh => zh::expected(expected, found),
            Self::En => en::expected(expected, found),
        }
    }

    /// 判定 as a check writes it, with its meaning where that is another word.
    pub fn written_outcome(self, outcome: Outcome) -> String {
        match self {
            Self::Zh => zh::written_outcome(outcome),
            Self::En => outcome.word().to_owned(),
        }
    }

    /// What the cases of a rule lack.
    pub fn lack(self, lack: Lack) -> &'static str {
        match self {
            Self::Zh => zh::lack(lack),
            Self::En => en::lack(lack),
        }
    }

    /// How many cases, checks and rules there are, and how the run ends.
    pub fn rehearsed(self, rehearsal: &Rehearsal) -> String {
        match self {
            Self::Zh => zh::rehearsed(rehearsal),
            Self::En => en::rehearsed(rehearsal),
        }
    }
}

/// The numbers of a rehearsal.
struct Counts {
    passed: usize,
    failed: usize,
    covered: usize,
    uncovered: usize,
    weak: usize,
}

impl Counts {
    fn of(rehearsal: &Rehearsal) -> Self {
        let failed = rehearsal.failures.len();
        let uncovered = rehearsal.uncovered().count();
        Self {
            passed: rehearsal.checks - failed,
            failed,
            covered: rehearsal.rules.len() - uncovered,
            uncovered,
            weak: rehearsal.weak().count(),
        }
    }
}
