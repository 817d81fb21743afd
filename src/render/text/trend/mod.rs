//! The words of trends, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::report::{Exit, Unforetold};
use crate::term::{Against, Year};

/// Fixed words of trends.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct TrendWords {
    pub trend: &'static str,
    pub required: &'static str,
    pub so_far: &'static str,
    pub needed: &'static str,
    pub projection: &'static str,
    pub warning: &'static str,
    pub missed: &'static str,
    pub too_slow: &'static str,
    pub at_the_end: &'static str,
    pub no_warnings: &'static str,
    pub no_number: &'static str,
    pub legend: &'static [&'static str],
    pub limited: &'static str,
    pub few_counted: &'static str,
    pub holds: &'static str,
    pub unforetold: &'static str,
    pub clause: &'static str,
    pub end: &'static str,
}

/// How a run of trends ends, and with how many.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Concluded {
    pub(in crate::render) exit: Exit,
    pub(in crate::render) series: usize,
    pub(in crate::render) warnings: usize,
    /// No series has a value.
    pub(in crate::render) is_empty: bool,
}

/// What the latest year of a series shows, each part as it is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Now<'t> {
    pub(in crate::render) year: Year,
    pub(in crate::render) value: &'t str,
    pub(in crate::render) verdict: Option<&'static str>,
    /// What the year demanded, where the value falls short of it.
    pub(in crate::render) short_of: Option<&'t str>,
}

/// Where a series leads, each part as it is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) enum Ahead<'t> {
    /// By the straight line.
    Projected { value: &'t str, limited: bool, holds: bool },
    /// By the pace so far and the pace needed.
    Pace { so_far: &'t str, needed: &'t str },
    /// By nothing, though there may be years enough.
    Unforetold(Unforetold),
    /// The target year has come.
    Due,
    /// The target is no number.
    NoNumber,
    /// Too few years for either.
    TooFew,
}

impl Lang {
    /// The fixed words of trends.
    pub fn trend_words(self) -> &'static TrendWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// The head of a page of trends.
    pub fn trend_headline(self, title: &str, years: &[Year], against: Against) -> String {
        let span = match years {
            [first, .., last] => format!("{first}–{last}"),
            [year] => year.to_string(),
            [] => String::new(),
        };
        match self {
            Self::Zh => zh::headline(title, &span, against),
            Self::En => en::headline(title, &span, against),
        }
    }

    /// How many warnings there are, and of which kinds.
    pub fn warnings(self, total: usize, kinds: &[String]) -> String {
        match self {
            Self::Zh => zh::warnings(total, kinds),
            Self::En => en::warnings(total, kinds),
        }
    }

    /// How a run of trends ends.
    pub(in crate::render) fn trend_conclusion(self, of: Concluded) -> String {
        match self {
            Self::Zh => zh::conclusion(of),
            Self::En => en::conclusion(of),
        }
    }

    /// Whom a warning is about.
    pub(in crate::render) fn trend_subject(
        self,
        region: &str,
        indicator: &str,
        attribute: &str,
    ) -> String {
        match self {
            Self::Zh => zh::subject(region, indicator, attribute),
            Self::En => en::subject(region, indicator, attribute),
        }
    }

    /// What the latest year shows.
    pub(in crate::render) fn trend_now(self, now: Now<'_>) -> String {
        match self {
            Self::Zh => zh::now(now),
            Self::En => en::now(now),
        }
    }

    /// Where it leads by the year of the target.
    pub(in crate::render) fn trend_ahead(
        self,
        ahead: Ahead<'_>,
        year: Year,
        target: &str,
    ) -> String {
        match self {
            Self::Zh => zh::ahead(ahead, year, target),
            Self::En => en::ahead(ahead, year, target),
        }
    }
}
