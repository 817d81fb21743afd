//! The words of the report as a page, one file a language.

mod en;
mod zh;

use std::borrow::Borrow;

use super::Lang;
use crate::report::{Conclusion, Stage};
use crate::term::{Against, FailOn, Outcome, Standing, Year};

/// Fixed words of the page.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct HtmlWords {
    /// The language as HTML names it.
    pub tag: &'static str,
    pub contents: &'static str,
    pub summary: &'static str,
    pub conclusion: &'static str,
    pub plan: &'static str,
    pub years: &'static str,
    pub against: &'static str,
    pub fail_on: &'static str,
    pub exit_code: &'static str,
    pub tally: &'static str,
    pub verdicts: &'static str,
    pub no_years: &'static str,
    pub key: &'static str,
    pub scroll: &'static str,
    pub not_judged: &'static str,
    pub shortfalls_caption: &'static str,
    pub incomplete_caption: &'static str,
    pub by_indicator: &'static str,
    pub detail_caption: &'static str,
    pub worst_caption: &'static str,
    pub tasks: &'static str,
    pub no_group: &'static str,
    pub waivers: &'static str,
    pub findings: &'static str,
    pub no_findings: &'static str,
    pub inputs: &'static str,
    pub no_inputs: &'static str,
    pub history: &'static str,
    pub file: &'static str,
    pub role: &'static str,
    pub submitted: &'static str,
    pub encoding: &'static str,
    pub layout: &'static str,
    pub rows: &'static str,
    pub methods: &'static str,
    pub counts_as: &'static str,
    pub meaning: &'static str,
    pub outcomes: &'static str,
    pub baseline: &'static str,
    pub target: &'static str,
    pub figure: &'static str,
    pub chart_key: &'static str,
    pub strip_key: &'static str,
    pub colophon: &'static str,
    pub plan_text: &'static str,
}

/// How many of something a page leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum LeftOut {
    /// Rows of the matrices.
    Indicators,
    /// Sections of indicators.
    Sections,
    /// Findings.
    Findings,
    /// Rows of a list.
    Rows,
}

impl Lang {
    /// The fixed words of the page.
    pub fn html_words(self) -> &'static HtmlWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// A year by itself.
    pub(in crate::render) fn in_year(self, year: Year) -> String {
        self.year_of(year, "").trim().to_owned()
    }

    /// Which assessment the page is.
    pub fn stage(self, stage: Stage) -> &'static str {
        match self {
            Self::Zh => zh::stage(stage),
            Self::En => en::stage(stage),
        }
    }

    /// The result, as a commission publishes it.
    pub(in crate::render) fn html_conclusion(self, conclusion: Conclusion) -> &'static str {
        match self {
            Self::Zh => zh::conclusion(conclusion),
            Self::En => en::conclusion(conclusion),
        }
    }

    /// What the verdicts are held against.
    pub(in crate::render) fn against(self, against: Against) -> &'static str {
        match self {
            Self::Zh => zh::against(against),
            Self::En => en::against(against),
        }
    }

    /// Which failures decide the result.
    pub(in crate::render) fn fail_on(self, fail_on: FailOn) -> &'static str {
        match self {
            Self::Zh => zh::fail_on(fail_on),
            Self::En => en::fail_on(fail_on),
        }
    }

    /// What an outcome counts as.
    pub(in crate::render) fn standing(self, standing: Standing) -> &'static str {
        match self {
            Self::Zh => zh::standing(standing),
            Self::En => en::standing(standing),
        }
    }

    /// When a verdict is given.
    pub(in crate::render) fn meaning(self, outcome: Outcome) -> &'static str {
        match self {
            Self::Zh => zh::meaning(outcome),
            Self::En => en::meaning(outcome),
        }
    }

    /// How it is judged: headings, and the paragraphs under each.
    pub(in crate::render) fn methods(
        self,
        against: Against,
    ) -> Vec<(&'static str, Vec<&'static str>)> {
        match self {
            Self::Zh => zh::methods(against),
            Self::En => en::methods(against),
        }
    }

    /// The caption of a year's matrix, or of one part of several.
    pub(in crate::render) fn matrix_caption(self, year: Year, part: (usize, usize)) -> String {
        match self {
            Self::Zh => zh::matrix_caption(year, part),
            Self::En => en::matrix_caption(year, part),
        }
    }

    /// The same where regions are counted.
    pub(in crate::render) fn counted_caption(self, year: Year) -> String {
        match self {
            Self::Zh => zh::counted_caption(year),
            Self::En => en::counted_caption(year),
        }
    }

    /// What a page leaves out, and where it is.
    pub(in crate::render) fn left_out(self, what: LeftOut, count: impl Borrow<u64>) -> String {
        let count = *count.borrow();
        match self {
            Self::Zh => zh::left_out(what, count),
            Self::En => en::left_out(what, count),
        }
    }
}
