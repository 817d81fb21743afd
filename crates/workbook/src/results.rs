//! Whether what stands beside a formula is its result.
//!
//! Programs that write workbooks and compute nothing leave results out, or write a zero or
//! an empty text for them; many say that everything is to be computed when the file is
//! opened. What was never computed is neither a zero nor blank.

use super::sheet::Cell;

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
    pub(super) fn kept(self, formula: &str, result: Option<Cell>) -> Cell {
        result.filter(|result| self.believes(result)).unwrap_or_else(|| Cell::uncomputed(formula))
    }

    pub(super) fn believes(self, result: &Cell) -> bool {
        match self {
            Self::Computed => true,
            Self::Doubtful => !says_nothing(&result.text),
            Self::Stale => false,
        }
    }
}

/// Whether a text is empty or a zero, however it is shown and in whatever unit.
fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    let is_number = text.is_empty() || text.starts_with(['0', '-', '.']);
    is_number && !text.contains(|c| matches!(c, '1'..='9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_or_an_empty_text_may_never_have_been_computed() {
        let kept = |results: Results, text: &str| {
            let kept = results.kept("1+1", Some(Cell::typed(text)));
            (kept != Cell::uncomputed("1+1")).then_some(kept.text)
        };
        for text in ["", "0", "0%", "0.00%", "00:00:00", "-", "0.00¥", "0人"] {
            assert_eq!(kept(Results::Computed, text).as_deref(), Some(text));
            assert_eq!(kept(Results::Doubtful, text), None, "{text}");
            assert_eq!(kept(Results::Stale, text), None, "{text}");
        }
        for text in ["57.2%", "0.5", "定海区", "FALSE", "-3¥"] {
            assert_eq!(kept(Results::Doubtful, text).as_deref(), Some(text));
            assert_eq!(kept(Results::Stale, text), None, "{text}");
        }
        assert_eq!(Results::Computed.kept("1+1", None), Cell::uncomputed("1+1"));
    }
}
