//! Reading one cell that should hold a number.

use super::unit::Unit;
use super::{milestone, number};
use crate::diagnostic::Unclear;
use crate::exact::Decimal;
use crate::term::{Done, Limits, Mark};
use crate::text::{self, half_width, typed, visible};

/// What a number's cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Blank, or a mark that says there is no value.
    Missing(Option<Mark>),
    /// 不适用
    NotApplicable,
    /// A number, and whether a percent sign stood behind it.
    Number { number: Decimal, percent: bool },
    /// Whether something is done.
    Done(Done),
    /// Words, which are not read.
    Words,
    /// What can't be used, whatever its text is.
    Unusable(Unusable),
    /// Something else.
    Unreadable(Fault),
}

/// Why a cell can't be used whose text is not to blame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unusable {
    /// A formula that came to an error, as `#DIV/0!`.
    Failed,
    /// A formula whose result the file does not hold.
    Uncomputed,
    /// Something of which some is struck out.
    Struck,
    /// A number of merged cells, of which it is not the first.
    Shared,
}

/// Why a cell can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It holds no number.
    NotANumber,
    /// It may hold a number, but not one that is sure.
    Unclear(Unclear),
    /// A number in parentheses, which may be a negative one.
    Parentheses,
    /// More digits than a number may have.
    TooLong,
    /// A unit that is not the one wanted.
    OtherUnit,
    /// 万 or 亿 where the unit begins with one itself.
    HalfUnit,
}

impl Cell {
    pub(super) fn is_missing(self) -> bool {
        matches!(self, Self::Missing(_))
    }
}

/// What formulas come to that have no result.
const FAILED: [&str; 10] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "####",
];
const NOT_APPLICABLE: [&str; 2] = ["不适用", "NOT APPLICABLE"];

/// Reads a cell. Nothing is guessed: what is not a mark and not surely a number is
/// [`Cell::Unreadable`].
#[inline]
pub(super) fn read(bytes: &[u8], unit: Unit<'_>) -> Cell {
    // Nearly every cell is plain digits with or without a percent sign, or blank.
    if bytes.is_empty() {
        return Cell::Missing(None);
    }
    let (digits, percent) = match bytes {
        [digits @ .., b'%'] => (digits, true),
        digits => (digits, false),
    };
    match Decimal::parse_bytes(digits) {
        Ok(number) => Cell::Number { number, percent },
        Err(_) => read_carefully(bytes, unit),
    }
}

/// Reads a value's cell as its measure, of some name, wants it.
pub(super) fn read_as(limits: Limits, name: &str, bytes: &[u8], unit: Unit<'_>) -> Cell {
    let marked = || match read(bytes, unit) {
        mark @ (Cell::Missing(_) | Cell::NotApplicable | Cell::Unusable(_)) => Some(mark),
        Cell::Number { .. } | Cell::Done(_) | Cell::Words | Cell::Unreadable(_) => None,
    };
    match limits {
        Limits::Ratio { .. } | Limits::NonNegative | Limits::Any => read(bytes, unit),
        Limits::Words => marked().unwrap_or(Cell::Words),
        Limits::Done => marked().unwrap_or_else(|| {
            let text = std::str::from_utf8(bytes).ok();
            let done = text.and_then(|text| milestone::read_of(text, name));
            done.map_or(Cell::Unreadable(Fault::NotANumber), Cell::Done)
        }),
    }
}

fn read_carefully(bytes: &[u8], unit: Unit<'_>) -> Cell {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Cell::Unreadable(Fault::NotANumber);
    };
    let text = visible(typed(text));
    if text.is_empty() {
        return Cell::Missing(None);
    }
    if let Some(mark) = Mark::read(&text) {
        return Cell::Missing(Some(mark));
    }
    let text = half_width(&text);
    let is = |word: &&str| text.eq_ignore_ascii_case(word);
    if NOT_APPLICABLE.iter().any(is) {
        return Cell::NotApplicable;
    }
    let begins_as_error = text.get(..4).is_some_and(|begun| begun.eq_ignore_ascii_case("ERR:"));
    if FAILED.iter().any(is) || begins_as_error {
        return Cell::Unusable(Unusable::Failed);
    }
    match number::read(&text, unit) {
        Ok((number, percent)) => Cell::Number { number, percent },
        Err(fault) => Cell::Unreadable(fault),
    }
}

/// Whether nothing can be seen in a cell.
pub(super) fn is_blank(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(text::is_blank))
}

#[cfg(test)]
mod tests;
