//! A table as it stands in a file, before anything is known of what it says.
//!
//! Workbooks and text files that are not one value a row are read into grids; a layout
//! is then found in them. Rows and cells without content are not kept, so that a sheet
//! of blanks costs nothing.

use std::ops::Range;
use std::sync::Arc;

use compact_str::CompactString;
use dabiao_workbook::{MOST_CELLS, letters};

use super::blocks::line_ends;
use super::budget::{Budget, Share};
use super::cell::{self, Cell};
use super::record::{Raw, Receive, Record, Splitter};
use super::unit::Unit;
use crate::diagnostic::{Bulk, Diagnostic, Findings, Limit, SubmissionProblem};
use crate::source::{Columns, Place, Spot};

/// How many columns a table of text can have: as many as a sheet of a workbook.
pub(super) const MOST_COLUMNS: usize = dabiao_workbook::MOST_COLUMNS as usize;

/// As how many cells the shortest row of a text counts.
pub(super) const LEAST_CELLS: usize = 8;

/// A sheet of a workbook, or the whole of a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    /// The sheet's name; a text file has none.
    pub(super) sheet: Option<Arc<str>>,
    /// The rows that hold anything, in their order.
    pub(super) rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GridRow {
    /// Physical line number, from 1; in a workbook the number of the row.
    pub(super) line: u64,
    /// Its cells from the first column on; blank ones at the end are not kept.
    pub(super) cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct GridCell {
    /// What it holds, as a person would type it: a number of a workbook with its exact
    /// digits, a percentage with its sign.
    pub(super) text: CompactString,
    /// What that text is.
    pub(super) content: Content,
}

/// What a cell's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Content {
    /// What was typed or computed.
    #[default]
    Typed,
    /// Copied from the first cell of the merged cells that it is part of.
    Merged,
    /// An error of a formula, as `#DIV/0!`.
    Error,
    /// A formula whose result the file does not hold; the text is the formula.
    Uncomputed,
    /// Something of which some is struck out.
    Struck,
}

impl Content {
    /// Why the text of such a cell says nothing that is sure.
    pub(super) fn fault(self, text: &str) -> Option<SubmissionProblem> {
        let text = text.to_owned();
        match self {
            Self::Typed | Self::Merged => None,
            Self::Error => Some(SubmissionProblem::FormulaError { text }),
            Self::Uncomputed => Some(SubmissionProblem::Uncomputed { text }),
            Self::Struck => Some(SubmissionProblem::Struck { text }),
        }
    }
}

impl GridCell {
    /// Whether it could be a figure.
    pub(super) fn is_figure(&self) -> bool {
        // Counts may have any unit of counting; of money any unit will do.
        let number = |unit| match cell::read(self.text.as_bytes(), unit) {
            Cell::Number { .. } | Cell::Unusable(_) => true,
            Cell::Missing(_)
            | Cell::NotApplicable
            | Cell::Done(_)
            | Cell::Words
            | Cell::Unreadable(_) => false,
        };
        match self.content {
            Content::Typed => [Unit::Counting(""), Unit::Of("元")].into_iter().any(number),
            // The first of merged cells holds it too.
            Content::Merged => false,
            Content::Error | Content::Uncomputed => true,
            Content::Struck => self.text.contains(|c: char| c.is_ascii_digit()),
        }
    }
}

impl GridRow {
    /// What it holds, in one line.
    pub(super) fn text(&self) -> String {
        let cells = self.cells.iter().map(|cell| cell.text.trim());
        cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Grid {
    /// The cells of a text.
    pub(super) fn of_text(
        text: &[u8],
        delimiter: u8,
        file: &Arc<str>,
        faults: &mut Findings,
        budget: &Budget,
    ) -> Result<Self, Bulk> {
        Self::of_text_within(MOST_CELLS, text, delimiter, file, faults, budget)
    }

    /// The same where a table has no more cells than these.
    fn of_text_within(
        most: u64,
        text: &[u8],
        delimiter: u8,
        file: &Arc<str>,
        faults: &mut Findings,
        budget: &Budget,
    ) -> Result<Self, Bulk> {
        let (rows, left, too_large) = (Vec::new(), most, None);
        let mut cells = TextCells { rows, delimiter, file, faults, most, left, too_large };
        Splitter::new(delimiter).split(text, 1, &mut cells);
        budget.take(Share::Bytes, text.len() as u64);
        budget.take(Share::Cells, most - cells.left);
        match cells.too_large {
            Some(what) => Err(what),
            None => Ok(Self { sheet: None, rows: cells.rows }),
        }
    }

    /// The cell of a row and column, both from 0 and as the grid holds them.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.cells.get(column)
    }

    /// Whether a cell is merged with that of the row below, which is of something else by one of
    /// these columns: then it is the figure of neither row alone.
    pub(super) fn is_of_rows_below(
        &self,
        row: usize,
        column: usize,
        keys: &[Option<usize>],
    ) -> bool {
        let below = |column: usize| self.cell(row + 1, column);
        let Some(own) = self.cell(row, column) else { return false };
        let is_same = |cell: &GridCell| cell.text == own.text;
        let is_other =
            |cell: &GridCell| cell.content != Content::Merged && !cell.text.trim().is_empty();
        below(column).is_some_and(|cell| cell.content == Content::Merged && is_same(cell))
            // Merged with the one to its left, and with none above.
            && !column.checked_sub(1).and_then(below).is_some_and(is_same)
            && keys.iter().flatten().any(|key| below(*key).is_some_and(is_other))
    }

    /// The grid with nothing but the columns of one of several tables side by side, from the
    /// row of their headings on. What stands above them is of all, unless each has its own.
    pub(super) fn masked(&self, head: usize, above: &[usize], columns: Range<usize>) -> Self {
        let mut rows = self.rows.clone();
        for (number, row) in rows.iter_mut().enumerate() {
            let is_filled = |at: usize, cell: &GridCell| {
                !cell.text.trim().is_empty()
                    && cell.content != Content::Merged
                    && columns.contains(&at)
            };
            let has_own = row.cells.iter().enumerate().any(|(at, cell)| is_filled(at, cell));
            if number < head && !(above.contains(&number) && has_own) {
                continue;
            }
            for (at, cell) in row.cells.iter_mut().enumerate() {
                if !columns.contains(&at) {
                    *cell = GridCell::default();
                }
            }
            let kept = row.cells.iter().rposition(|cell| !cell.text.is_empty());
            row.cells.truncate(kept.map_or(0, |last| last + 1));
        }
        Self { sheet: self.sheet.clone(), rows }
    }

    /// Whether any cell could be a figure: what the reader of cells takes for a number, and
    /// a formula that has no result.
    pub(super) fn has_figures(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(GridCell::is_figure)
    }

    /// That no table was found in it.
    pub(super) fn no_layout(&self) -> SubmissionProblem {
        let lines = self.rows.iter().take(3);
        let text = |row: &GridRow| {
            let cells = row.cells.iter().map(|cell| cell.text.trim());
            cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
        };
        SubmissionProblem::NoLayout { found: lines.map(text).collect() }
    }

    /// How its columns are named, under headings.
    pub(super) fn columns(&self, headings: &Arc<[Arc<str>]>) -> Columns {
        match &self.sheet {
            Some(sheet) => Columns::Sheet(Arc::clone(sheet)),
            None => Columns::Headings(Arc::clone(headings)),
        }
    }

    /// The number of a row, and the text of one of its cells.
    pub(super) fn text(&self, row: usize, column: usize) -> (u64, &str) {
        let line = self.rows.get(row).map_or(0, |row| row.line);
        (line, self.cell(row, column).map_or("", |cell| cell.text.as_str()))
    }

    /// Where a cell stands, and under which heading.
    pub(super) fn spot(&self, row: usize, column: usize, heading: &Arc<str>) -> Spot {
        let (line, text) = self.text(row, column);
        let column = match &self.sheet {
            Some(sheet) => format!("{sheet}!{}{line}", letters(column)).into(),
            None => Arc::clone(heading),
        };
        Spot { line, column, text: text.into() }
    }

    /// The same as a place.
    pub(super) fn place(
        &self,
        file: &Arc<str>,
        row: usize,
        column: usize,
        heading: &Arc<str>,
    ) -> Place {
        Place::spot(file, &self.spot(row, column, heading))
    }
}

/// The records of a text, as they become rows.
struct TextCells<'f> {
    rows: Vec<GridRow>,
    delimiter: u8,
    file: &'f Arc<str>,
    faults: &'f mut Findings,
    /// How many cells may be kept, and how many still.
    most: u64,
    left: u64,
    /// What there was too much of; then no more is read.
    too_large: Option<Bulk>,
}

impl Receive for TextCells<'_> {
    fn fast<const QUOTED: bool>(&mut self, _: &[u8], _: u64) -> Option<usize> {
        None
    }

    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
        let mut fault = |problem, at: usize| {
            let text = String::from_utf8_lossy(raw.bytes);
            let place = Place::within(self.file, &text, raw.line, at..at + 1);
            self.faults.push(Diagnostic::at(problem, place));
        };
        if raw.open_quote {
            let quote = memchr::memchr(b'"', raw.bytes).unwrap_or(0);
            fault(SubmissionProblem::UnclosedQuote, quote);
            return true;
        }
        if let Some(at) = raw.stray_quote(self.delimiter) {
            let last = raw.line + line_ends(raw.bytes.trim_ascii_end());
            fault(SubmissionProblem::StrayQuote { first: raw.line, last }, at);
            return true;
        }
        if let Some(at) = memchr::memchr(0, raw.bytes) {
            fault(SubmissionProblem::Nul, at);
            return true;
        }
        let text = |cell| CompactString::from_utf8_lossy(cell);
        let is_blank = |at: &usize| text(record.cell(*at)).trim().is_empty();
        let last = (0..record.len()).rev().find(|at| !is_blank(at));
        let kept = last.map_or(0, |last| last + 1);
        if kept > MOST_COLUMNS {
            self.too_large = Some(Bulk::Columns { most: MOST_COLUMNS });
            return false;
        }
        let counted = if kept == 0 { 0 } else { kept.max(LEAST_CELLS) };
        match self.left.checked_sub(counted as u64) {
            Some(left) => self.left = left,
            None => {
                self.too_large = Some(Bulk::Of(Limit::Cells { most: self.most }));
                return false;
            }
        }
        let cells = record.cells().take(kept);
        let cells = cells.map(|cell| GridCell { text: text(cell), ..GridCell::default() });
        let cells: Vec<GridCell> = cells.collect();
        if !cells.is_empty() {
            self.rows.push(GridRow { line: raw.line, cells });
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_of_cells_takes_for_a_number_is_a_figure() {
        let has_figures = |text: &str, content| {
            let cells = vec![GridCell { text: text.into(), content }];
            Grid { sheet: None, rows: vec![GridRow { line: 1, cells }] }.has_figures()
        };
        for text in [
            "57.2%",
            "５６．１％",
            "3,793",
            "１，２３４",
            "1 234",
            "12.5万",
            "０．０％",
            "0",
            "'57.2",
            "\u{200B}57.2",
            "3793人",
            "1.2亿元",
            "33480元",
            "－0.5",
            "#DIV/0!",
        ] {
            assert!(has_figures(text, Content::Typed), "{text}");
        }
        assert!(has_figures("=D4/E4", Content::Uncomputed));
        for text in ["", "—", "无", "填报说明", "1、请填写本县数据", "一、填报范围", "附件1"]
        {
            assert!(!has_figures(text, Content::Typed), "{text}");
        }
    }

    #[test]
    fn blank_rows_and_cells_are_not_kept() {
        let text = b"a\tb\t\t\n\t\t\n\n\t\"c\nd\"\n";
        let mut faults = Findings::default();
        let grid =
            Grid::of_text(text, b'\t', &"f.txt".into(), &mut faults, &Budget::default()).unwrap();
        let rows: Vec<(u64, Vec<&str>)> = grid
            .rows
            .iter()
            .map(|row| (row.line, row.cells.iter().map(|cell| cell.text.as_str()).collect()))
            .collect();
        assert_eq!(rows, [(1, vec!["a", "b"]), (4, vec!["", "c\nd"])]);
        assert_eq!(faults.seen(), 0);
    }

    #[test]
    fn a_text_has_a_number_of_cells_and_of_columns() {
        const MOST: u64 = 3 * MOST_COLUMNS as u64;
        let read = |text: &str| {
            let (mut faults, budget) = (Findings::default(), Budget::default());
            let (text, file) = (text.as_bytes(), "f.csv".into());
            Grid::of_text_within(MOST, text, b',', &file, &mut faults, &budget)
        };
        let columns = Bulk::Columns { most: MOST_COLUMNS };
        for row in ["x,".repeat(MOST_COLUMNS + 1), format!("{}x", ",".repeat(MOST_COLUMNS))] {
            assert_eq!(read(&format!("a,b\n{row}\n")), Err(columns));
        }
        // What is blank behind the last cell is no column.
        assert!(read(&format!("a{}\n", ",".repeat(3 * MOST_COLUMNS))).is_ok());
        let row = format!("{}x\n", ",".repeat(MOST_COLUMNS - 1));
        assert!(read(&row.repeat(3)).is_ok());
        let too_many = Err(Bulk::Of(Limit::Cells { most: MOST }));
        assert_eq!(read(&row.repeat(4)), too_many);
        // A row costs something however few its cells are; a blank one does not.
        let most = 3 * MOST_COLUMNS / LEAST_CELLS;
        for row in ["x\n", ",x\n", "x,x,x,x,x,x,x,x\n"] {
            assert!(read(&format!("{}{}", "\n,,\n".repeat(9), row.repeat(most))).is_ok());
            assert_eq!(read(&row.repeat(most + 1)), too_many, "{row}");
        }
    }
}
