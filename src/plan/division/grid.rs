//! The cells of a table, as they stand in a text or in a workbook.

use std::sync::Arc;

use compact_str::CompactString;
use dabiao_workbook::{Budget, Error, MOST_CELLS, Workbook, is_document, letters};

use super::{Wrong, wrong};
use crate::diagnostic::{DivisionProblem, SubmissionProblem};
use crate::plan::draft::table::{decode, quotes_pair};
use crate::source::{Place, Spot, floor};

/// A sheet of a workbook, or the whole of a text.
pub(super) struct Sheet {
    /// A text has no name.
    pub(super) name: Option<Arc<str>>,
    /// The rows that hold anything.
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row {
    /// Its number, from 1.
    pub(super) line: u64,
    pub(super) cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub(super) text: CompactString,
    /// Whether it is a copy of the first of the merged cells that it is part of.
    pub(super) is_merged: bool,
}

impl Row {
    /// What stands in a column.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// What it holds, in one line.
    pub(super) fn whole(&self) -> String {
        let own = self.cells.iter().filter(|cell| !cell.is_merged).map(|cell| cell.text.trim());
        own.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Sheet {
    /// Where a cell stands, under a heading.
    pub(super) fn place(
        &self,
        file: &Arc<str>,
        (row, column): (usize, usize),
        heading: &Arc<str>,
    ) -> Place {
        let Some((line, text)) = self.rows.get(row).map(|row| (row.line, row.text(column))) else {
            return Place::file(file);
        };
        let column = match &self.name {
            Some(sheet) => format!("{sheet}!{}{line}", letters(column)).into(),
            None => Arc::clone(heading),
        };
        Place::spot(file, &Spot { line, column, text: text.into() })
    }
}

/// The signs that may part the cells of a text.
const MARKS: [u8; 3] = [b',', b'\t', b';'];

/// So much of a text shows by which sign its cells are parted.
const SHOWS: usize = 64 << 10;

/// The sheets of a file that hold something, and what keeps others from being read. A text
/// is parted by the sign by which a row of it is a header.
pub(super) fn read(
    bytes: Vec<u8>,
    is_header: impl Fn(&Row) -> bool,
) -> Result<(Vec<Sheet>, Wrong), Wrong> {
    if is_document(&bytes) {
        return workbook(bytes).map_err(|error| wrong(SubmissionProblem::from(error)));
    }
    let (text, _) = decode(&bytes).ok_or_else(|| wrong(DivisionProblem::TargetsNotText))?;
    let beginning = text.get(..floor(&text, SHOWS)).unwrap_or(&text);
    let parts = |mark: &u8| rows(beginning, *mark).any(|row| is_header(&row));
    let mark = MARKS.into_iter().find(parts).unwrap_or(b',');
    let too_large = || Err(wrong(DivisionProblem::TargetsTooLarge { most: MOST_CELLS }));
    // A row of a text may be all of it, and is held as a whole before its cells are counted.
    if memchr::memchr_iter(mark, text.as_bytes()).count() as u64 > MOST_CELLS {
        return too_large();
    }
    if !quotes_pair(&text, char::from(mark)) {
        return Err(wrong(SubmissionProblem::UnclosedQuote));
    }
    let (mut kept, mut cells) = (Vec::new(), 0);
    for row in rows(&text, mark) {
        cells += row.cells.len() as u64;
        if cells > MOST_CELLS {
            return too_large();
        }
        kept.push(row);
    }
    Ok((vec![Sheet { name: None, rows: kept }], Vec::new()))
}

/// The rows of a text that hold anything.
fn rows(text: &str, mark: u8) -> impl Iterator<Item = Row> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(mark).has_headers(false).flexible(true);
    // Text in memory can't fail to be read.
    let records = builder.from_reader(text.as_bytes()).into_records().map_while(Result::ok);
    records.filter_map(move |record| {
        let mut cells: Vec<Cell> =
            record.iter().map(|text| Cell { text: text.into(), is_merged: false }).collect();
        let last = cells.iter().rposition(|cell| !cell.text.trim().is_empty())?;
        cells.truncate(last + 1);
        // The position lies before blank lines and the rest of a CRLF.
        let at = record.position()?;
        let rest = text.get(usize::try_from(at.byte()).ok()?..)?;
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let skipped = rest.as_bytes().iter().take(blank).filter(|byte| **byte == b'\n').count();
        Some(Row { line: at.line() + skipped as u64, cells })
    })
}

fn workbook(bytes: Vec<u8>) -> Result<(Vec<Sheet>, Wrong), Error> {
    let mut budget = Budget::default();
    let mut book = Workbook::open(bytes, &mut budget)?;
    let (mut sheets, mut unseen) = (Vec::new(), Vec::new());
    for at in 0..book.sheets().len() {
        let Some(listed) = book.sheets().get(at).cloned() else { continue };
        let sheet = book.read(at, &mut budget)?;
        if sheet.rows.is_empty() {
            continue;
        }
        let is_seen = !listed.is_hidden
            && sheet.hidden_rows.is_empty()
            && sheet.hidden_columns.is_empty()
            && sheet.covered == 0;
        if !is_seen {
            unseen.push(DivisionProblem::TargetsHidden { sheet: listed.name.clone() }.into());
        }
        let row = |row: dabiao_workbook::Row| Row {
            line: u64::from(row.number),
            cells: row.cells.iter().map(cell).collect(),
        };
        let rows = sheet.rows.into_iter().map(row).collect();
        sheets.push(Sheet { name: Some(listed.name.into()), rows });
    }
    Ok((sheets, unseen))
}

fn cell(cell: &dabiao_workbook::Cell) -> Cell {
    Cell { text: cell.text().into(), is_merged: cell.is_merged() }
}
