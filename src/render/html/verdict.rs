//! A verdict on the page: a symbol and a word, so that no colour is needed.

use crate::render::Lang;
use crate::term::Outcome;

/// One verdict.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    /// Its class in the style sheet.
    pub(super) class: &'static str,
}

impl Verdict {
    pub(super) fn new(outcome: Outcome, lang: Lang) -> Self {
        let symbol = match outcome {
            Outcome::Met => "✓",
            Outcome::OnPace => "↗",
            Outcome::Behind => "↘",
            Outcome::NotMet => "✗",
            Outcome::NotDue => "○",
            Outcome::Missing => "?",
            Outcome::Invalid => "!",
            Outcome::NotApplicable => "/",
            Outcome::Waived => "◇",
        };
        Self { symbol, word: lang.outcome(outcome), class: outcome.word() }
    }
}
