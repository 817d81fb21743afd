//! The cells of one sheet as they are read: only those that hold something are kept.

use compact_str::CompactString;

use super::error::{Fault, Limit};
use super::results::Results;
use super::rows::Rows;
use super::sheet::{Cell, Row, Sheet};
use super::spans::Spans;
use super::{MOST_CELLS, MOST_TEXT, MOST_UNPACKED, MOST_WALKED};

/// How many rows a sheet can have, in any of the formats.
pub const MOST_ROWS: u32 = 1_048_576;

/// How many columns a sheet can have, in any of the formats.
pub const MOST_COLUMNS: u32 = 16_384;

/// What a workbook may still take: of its parts [`MOST_UNPACKED`] bytes, and of the sheets
/// that are read with it [`MOST_CELLS`] cells, [`MOST_TEXT`] bytes of long texts and
/// [`MOST_WALKED`] of records.
#[derive(Debug)]
pub struct Budget {
    pub(super) unpacked: Share,
    cells: Share,
    text: Share,
    walked: Share,
}

/// What there is of one thing.
#[derive(Debug)]
pub(super) struct Share {
    spent: u64,
    most: u64,
}

impl Share {
    pub(super) fn of(most: u64) -> Self {
        Self { spent: 0, most }
    }

    pub(super) fn left(&self) -> u64 {
        self.most - self.spent
    }

    fn take(&mut self, count: usize, limit: Limit) -> Result<(), Fault> {
        let is_left = count as u64 <= self.left();
        self.spent += self.left().min(count as u64);
        if is_left { Ok(()) } else { Err(Fault::TooLarge(limit)) }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            unpacked: Share::of(MOST_UNPACKED),
            cells: Share::of(MOST_CELLS),
            text: Share::of(MOST_TEXT),
            walked: Share::of(MOST_WALKED),
        }
    }
}

impl Budget {
    /// How many cells were taken from it.
    pub fn cells_spent(&self) -> u64 {
        self.cells.spent
    }

    /// How many bytes of parts, texts and records were taken from it.
    pub fn bytes_spent(&self) -> u64 {
        self.unpacked.spent + self.text.spent + self.walked.spent
    }

    /// Bytes of a part.
    pub(super) fn unpacked(&mut self, count: usize) -> Result<(), Fault> {
        self.unpacked.take(count, Limit::Unpacked { mebibytes: MOST_UNPACKED >> 20 })
    }

    pub(super) fn cells(&mut self, count: usize) -> Result<(), Fault> {
        self.cells.take(count, Limit::Cells { most: MOST_CELLS })
    }

    fn text(&mut self, text: &CompactString) -> Result<(), Fault> {
        if text.is_heap_allocated() {
            self.characters(text.capacity())?;
        }
        Ok(())
    }

    /// Bytes of text that are written out.
    pub(super) fn characters(&mut self, count: usize) -> Result<(), Fault> {
        self.text.take(count, Limit::Text { mebibytes: MOST_TEXT >> 20 })
    }

    /// Bytes that are walked once more.
    pub(super) fn walked(&mut self, count: usize) -> Result<(), Fault> {
        self.walked.take(count, Limit::Unpacked { mebibytes: MOST_WALKED >> 20 })
    }
}

/// Merged cells, from the first to the last; rows and columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

impl Area {
    pub(super) fn is_one_cell(self) -> bool {
        self.rows.0 == self.rows.1 && self.columns.0 == self.columns.1
    }
}

/// A sheet that is being read; rows and columns are counted from 0.
pub(super) struct Cells<'b> {
    rows: Rows,
    pub(super) merged: Vec<Area>,
    /// Areas that one formula computes: what stands for a cell of it without a result, and
    /// how far its results are to be believed.
    doubted: Vec<(Area, Cell, Results)>,
    pub(super) hidden_rows: Spans,
    pub(super) hidden_columns: Spans,
    pub(super) budget: &'b mut Budget,
}

impl<'b> Cells<'b> {
    pub(super) fn new(budget: &'b mut Budget) -> Self {
        Self {
            rows: Rows::default(),
            merged: Vec::new(),
            doubted: Vec::new(),
            hidden_rows: Spans::default(),
            hidden_columns: Spans::default(),
            budget,
        }
    }

    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        self.hidden_rows.add(first.saturating_add(1), last.saturating_add(1));
    }

    /// Keeps a cell, unless it is blank. No cell is there twice.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Fault> {
        self.budget.text(&cell.text)?;
        if cell.is_blank() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Fault::Damaged);
        }
        let cells = self.rows.row(row);
        let at = column as usize;
        if at >= cells.len() {
            self.budget.cells(at + 1 - cells.len())?;
            cells.resize_with(at, Cell::default);
            cells.push(cell);
            return Ok(());
        }
        if !cells[at].text.is_empty() {
            return Err(Fault::Damaged);
        }
        cells[at] = cell;
        Ok(())
    }

    /// An area that one formula computes; only its first cell says that there is one.
    pub(super) fn doubt(&mut self, area: Area, formula: &str, results: Results) {
        match results {
            Results::Computed => {}
            Results::Doubtful | Results::Stale => {
                self.doubted.push((area, Cell::uncomputed(formula), results));
            }
        }
    }

    /// Keeps a cell that stands for several, so many rows and columns from a first one on.
    pub(super) fn put_often(
        &mut self,
        (row, rows): (u32, u32),
        (column, columns): (u32, u32),
        cell: &Cell,
    ) -> Result<(), Fault> {
        // Blank ones stand for all the rest of a sheet.
        if cell.is_blank() {
            return Ok(());
        }
        for row in row..row.saturating_add(rows) {
            for column in column..column.saturating_add(columns) {
                self.put(row, column, cell.clone())?;
            }
        }
        Ok(())
    }

    /// Fills merged cells, and leaves what is not needed any more.
    pub(super) fn finish(mut self) -> Result<Sheet, Fault> {
        self.settle()?;
        let covered = self.fill()?;
        let mut used = Vec::new();
        let mut rows = Vec::new();
        for (row, mut cells) in self.rows.in_order() {
            let kept = cells.iter().rposition(|cell| !cell.text.is_empty());
            cells.truncate(kept.map_or(0, |last| last + 1));
            if cells.is_empty() {
                continue;
            }
            used.resize(used.len().max(cells.len()), false);
            for (used, cell) in used.iter_mut().zip(&cells) {
                *used |= !cell.text.is_empty();
            }
            rows.push(Row { number: row + 1, cells });
        }
        let hidden_rows = self.hidden_rows.of(rows.iter().map(|row| row.number));
        let columns = (0u32..).zip(&used).filter(|(_, used)| **used).map(|(column, _)| column);
        let hidden_columns = self.hidden_columns.of(columns);
        Ok(Sheet { rows, hidden_rows, hidden_columns, covered })
    }

    /// Leaves the results of areas that one formula computes where they are not believed.
    fn settle(&mut self) -> Result<(), Fault> {
        let Some(last) = self.rows.last() else { return Ok(()) };
        for (area, without_result, results) in std::mem::take(&mut self.doubted) {
            for (row, column) in self.walk(area, last)? {
                let held = self
                    .rows
                    .cell_mut(row, column)
                    .map(std::mem::take)
                    .filter(|cell| !cell.text.is_empty());
                let held = held.filter(|held| results.believes(held));
                self.put(row, column, held.unwrap_or_else(|| without_result.clone()))?;
            }
        }
        Ok(())
    }

    /// The cells of an area up to the last row and column that hold anything: whole columns
    /// can be merged. Each costs, whether it is kept or not: areas may overlap.
    fn walk(
        &mut self,
        area: Area,
        last: (u32, u32),
    ) -> Result<impl Iterator<Item = (u32, u32)> + use<>, Fault> {
        let rows = area.rows.0..area.rows.1.min(last.0) + 1;
        let columns = area.columns.0..area.columns.1.min(last.1) + 1;
        // Beyond the last column there may be a million rows of no cells.
        let rows = if columns.is_empty() { 0..0 } else { rows };
        self.budget.cells(rows.len().saturating_mul(columns.len()).max(1))?;
        Ok(rows.flat_map(move |row| columns.clone().map(move |column| (row, column))))
    }

    /// Copies the first of merged cells to the others.
    fn fill(&mut self) -> Result<u64, Fault> {
        let Some(last) = self.rows.last() else { return Ok(0) };
        let mut covered = 0;
        for area in std::mem::take(&mut self.merged) {
            let first = self.rows.get(area.rows.0);
            let first = first.and_then(|cells| cells.get(area.columns.0 as usize)).cloned();
            let copy = Cell { is_merged: true, ..first.unwrap_or_default() };
            for (row, column) in self.walk(area, last)?.skip(1) {
                // What merged cells cover is not seen.
                if let Some(old) = self.rows.cell_mut(row, column) {
                    let old = std::mem::take(old);
                    covered += u64::from(!old.text.is_empty() && !old.is_merged);
                }
                if !copy.text.is_empty() {
                    self.put(row, column, copy.clone())?;
                }
            }
        }
        Ok(covered)
    }
}
