//! What is read of a sheet.

use std::ops::RangeInclusive;

use compact_str::{CompactString, format_compact};

/// Around what is struck out.
pub(super) const STRUCK: &str = "~~";

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Sheet {
    /// The rows that hold anything, in their order.
    pub rows: Vec<Row>,
    /// Those of these rows that are hidden, by their numbers.
    pub hidden_rows: Vec<RangeInclusive<u32>>,
    /// The columns that hold anything and are hidden, counted from 0.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// How many cells hold something behind merged cells; it is not read.
    pub covered: u64,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells from the first column on; blank ones at the end are not kept.
    pub cells: Vec<Cell>,
}

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub(super) text: CompactString,
    pub(super) content: Content,
    pub(super) is_merged: bool,
}

impl Cell {
    pub(super) fn typed(text: impl Into<CompactString>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub(super) fn truth(is_true: bool) -> Self {
        let text = CompactString::const_new(if is_true { "TRUE" } else { "FALSE" });
        Self { text, content: Content::Truth(is_true), is_merged: false }
    }

    pub(super) fn error(text: impl Into<CompactString>) -> Self {
        Self { text: text.into(), content: Content::Error, is_merged: false }
    }

    /// The same in a font that strikes it out.
    pub(super) fn struck(self) -> Self {
        if self.content == Content::Struck || self.text.trim().is_empty() {
            return self;
        }
        let content = Content::Struck;
        Self { text: format_compact!("{STRUCK}{}{STRUCK}", self.text), content, ..self }
    }

    /// A formula without a result; its text may lack the sign that begins it.
    pub(super) fn uncomputed(formula: &str) -> Self {
        let text = format_compact!("={}", formula.trim_start_matches('='));
        Self { text, content: Content::Uncomputed, is_merged: false }
    }

    /// What it holds, as a person would type it: a number with its exact digits and what its
    /// format shows behind it, a date as `2023-06-30`, a truth value as `TRUE`. An empty
    /// text where it holds nothing.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same, of a cell that is needed for nothing else.
    pub fn into_text(self) -> CompactString {
        self.text
    }

    /// What that text is.
    pub fn content(&self) -> Content {
        self.content
    }

    /// Whether it is a copy of the first of the merged cells that it is part of.
    pub fn is_merged(&self) -> bool {
        self.is_merged
    }

    /// Whether nothing of it is kept.
    pub(super) fn is_blank(&self) -> bool {
        let begins_with_mark = matches!(self.text.as_bytes(), [b'!'..=b'~', ..]);
        self.content == Content::Typed && !begins_with_mark && self.text.trim().is_empty()
    }
}

/// What a cell's text is. There will be no other kind without a new major version: who reads
/// cells has to think of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Content {
    /// A text, a number or a moment that was typed or computed.
    #[default]
    Typed,
    /// A truth value.
    Truth(bool),
    /// An error of a formula, as `#DIV/0!`.
    Error,
    /// A formula whose result the file does not hold; the text is the formula.
    Uncomputed,
    /// A text or number of which some is struck out; that stands between `~~`.
    Struck,
}

/// A column's letters, as spreadsheet programs have them: A for 0, B, …, Z, AA.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!(
            [0, 25, 26, 701, 702, 16_383].map(letters),
            ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
        );
    }
}
