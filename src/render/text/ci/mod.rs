//! The words of the reports that other programs read out to people, one file a language.

mod en;
mod zh;

use super::Lang;
use crate::diagnostic::{Problem, Severity};
use crate::render::verdict::Told;

/// Fixed words of those reports.
#[derive(Debug)]
#[allow(missing_docs)] // each is named by the word it holds
pub struct CiWords {
    pub findings: &'static str,
    pub not_counted: &'static str,
    pub count: &'static str,
    pub clause: &'static str,
}

impl Lang {
    /// The fixed words of the reports for CI.
    pub fn ci_words(self) -> &'static CiWords {
        match self {
            Self::Zh => &zh::WORDS,
            Self::En => &en::WORDS,
        }
    }

    /// The language's tag, as in RFC 5646.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// A verdict as a sentence.
    pub(in crate::render) fn verdict(self, told: Told<'_>) -> String {
        match self {
            Self::Zh => zh::verdict(told),
            Self::En => en::verdict(told),
        }
    }

    /// What findings of such a problem are about.
    pub fn subject(self, problem: &Problem) -> &'static str {
        match self {
            Self::Zh => zh::subject(problem),
            Self::En => en::subject(problem),
        }
    }

    /// What a finding's weight means for the verdicts.
    pub fn weight(self, severity: Severity) -> &'static str {
        match self {
            Self::Zh => zh::weight(severity),
            Self::En => en::weight(severity),
        }
    }

    /// So many findings that keep the data from being judged whole.
    pub fn errors_found(self, count: u64) -> String {
        match self {
            Self::Zh => zh::errors_found(count),
            Self::En => en::errors_found(count),
        }
    }

    /// More of something than a format has room for.
    pub fn unlisted(self, count: u64) -> String {
        match self {
            Self::Zh => zh::unlisted(count),
            Self::En => en::unlisted(count),
        }
    }
}
