//! Whether what stands beside a formula is its result.
//!
//! Programs that write workbooks and compute nothing leave results out, or write a zero or
//! an empty text for them; many say that everything is to be computed when the file is
//! opened. What was never computed is neither a zero nor blank.

use compact_str::{CompactString, format_compact};

use super::cells::Kept;
use crate::submission::grid::Content;

/// How far the results are to be believed that stand beside formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Results {
    /// A program that computes wrote them.
    #[default]
    Computed,
    /// That is not sure: a zero or an empty text may stand for what was never computed.
    Doubtful,
    /// The file says that everything is to be computed anew.
    Stale,
}

impl Results {
    /// What is kept of a cell with a formula, by the result that the file holds.
    pub(super) fn kept(self, formula: &str, result: Option<Kept>) -> Kept {
        result.filter(|result| self.believes(result)).unwrap_or_else(|| uncomputed(formula))
    }

    pub(super) fn believes(self, (text, _): &Kept) -> bool {
        match self {
            Self::Computed => true,
            Self::Doubtful => !says_nothing(text),
            Self::Stale => false,
        }
    }
}

/// What is kept of a formula without a result; the text may lack the sign that begins it.
pub(super) fn uncomputed(formula: &str) -> Kept {
    (format_compact!("={}", formula.trim_start_matches('=')), Content::Uncomputed)
}

/// Whether a text is empty or a zero, however it is shown.
fn says_nothing(text: &CompactString) -> bool {
    text.chars().all(|c| "0.:%- ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_or_an_empty_text_may_never_have_been_computed() {
        let kept = |results: Results, text: &str| {
            let kept = results.kept("1+1", Some((text.into(), Content::Typed)));
            (kept.1 == Content::Typed).then_some(kept.0)
        };
        for text in ["", "0", "0%", "0.00%", "00:00:00", "-"] {
            assert_eq!(kept(Results::Computed, text).as_deref(), Some(text));
            assert_eq!(kept(Results::Doubtful, text), None, "{text}");
            assert_eq!(kept(Results::Stale, text), None, "{text}");
        }
        for text in ["57.2%", "0.5", "定海区", "否"] {
            assert_eq!(kept(Results::Doubtful, text).as_deref(), Some(text));
            assert_eq!(kept(Results::Stale, text), None, "{text}");
        }
        assert_eq!(Results::Computed.kept("1+1", None), ("=1+1".into(), Content::Uncomputed));
    }
}
