//! The sheets of a workbook as grids, and what is said of those that are not read.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::ops::RangeInclusive;
use std::sync::Arc;

use compact_str::CompactString;
use dabiao_workbook::{
    Budget as OfWorkbook, Cell, Content, Error, Format, MOST_FILE, NoCells, Row, Sheet, SheetInfo,
    Workbook, letters,
};

use super::budget::{Budget, Share};
use super::grid::{self, Grid, GridCell, GridRow};
use crate::diagnostic::{Diagnostic, Findings, SheetName, SubmissionProblem, Unread};
use crate::source::Place;

/// What was read of a workbook.
#[derive(Debug)]
pub(super) struct Sheets {
    pub(super) format: Format,
    /// The sheets that are read, in their order; each holds something.
    pub(super) grids: Vec<Grid>,
}

/// The bytes of a file that is read as a workbook. Of one that is too large no more are
/// read than show that.
///
/// # Errors
/// Those of the reader.
pub(super) fn load<R: Read>(bytes: R) -> io::Result<Vec<u8>> {
    let mut loaded = Vec::new();
    bytes.take(MOST_FILE + 1).read_to_end(&mut loaded)?;
    Ok(loaded)
}

/// Reads a workbook: the sheet that is named, by name or number, or else every sheet
/// that holds something and is not hidden. What is hidden is said, and what can't be read
/// beside others.
///
/// # Errors
/// Why nothing of it can be read.
pub(super) fn read(
    bytes: Vec<u8>,
    name: &Arc<str>,
    sheet: Option<&str>,
    faults: &mut Findings,
    budget: &Budget,
) -> Result<Sheets, SubmissionProblem> {
    let mut taken = Taken::default();
    budget.take(Share::Bytes, bytes.len() as u64);
    let read = read_within(bytes, name, sheet, faults, &mut taken);
    for of in [taken.read, taken.hidden] {
        budget.take(Share::Cells, of.cells_spent());
        budget.take(Share::Bytes, of.bytes_spent());
    }
    read
}

/// What a workbook takes. What is hidden has a budget of its own.
#[derive(Default)]
struct Taken {
    read: OfWorkbook,
    hidden: OfWorkbook,
}

fn read_within(
    bytes: Vec<u8>,
    name: &Arc<str>,
    sheet: Option<&str>,
    faults: &mut Findings,
    taken: &mut Taken,
) -> Result<Sheets, SubmissionProblem> {
    let book = Workbook::open(bytes, &mut taken.read).map_err(SubmissionProblem::from)?;
    let mut reading = Reading { book, unread: Vec::new(), said: Vec::new() };
    let chosen = match sheet {
        Some(sheet) => vec![choose(reading.book.sheets(), sheet)?],
        None => reading.visible(&mut taken.hidden)?,
    };
    let grids = reading.grids(&chosen, &mut taken.read)?;
    let Reading { book, unread, said } = reading;
    for problem in said {
        faults.push(Diagnostic::at(problem, Place::file(name)));
    }
    if grids.is_empty() {
        let damaged = unread.iter().find_map(|(at, why)| match why {
            Unread::Damaged { part } => Some(part.clone()),
            Unread::NoCells(NoCells::NoPart) => Some(called(book.sheets(), *at).name),
            Unread::NoCells(NoCells::Chart | NoCells::Dialog | NoCells::Macros) => None,
        });
        if let Some(part) = damaged {
            return Err(SubmissionProblem::WorkbookDamaged { part });
        }
        let sheets = (0..book.sheets().len()).map(|at| called(book.sheets(), at)).collect();
        let named = sheet.map(str::to_owned);
        return Err(SubmissionProblem::BlankWorkbook { named, sheets });
    }
    for (at, why) in unread {
        let sheet = called(book.sheets(), at).name;
        let problem = SubmissionProblem::SheetUnread { sheet, why };
        faults.push(Diagnostic::at(problem, Place::file(name)));
    }
    Ok(Sheets { format: book.format(), grids })
}

/// A workbook whose sheets are read one by one.
struct Reading {
    book: Workbook,
    /// The sheets that can't be read, by their place in the list.
    unread: Vec<(usize, Unread)>,
    /// What is said of the others.
    said: Vec<SubmissionProblem>,
}

impl Reading {
    /// The sheets that are not hidden. What hidden ones hold is not read, but said.
    fn visible(&mut self, budget: &mut OfWorkbook) -> Result<Vec<usize>, SubmissionProblem> {
        let sheets = 0..self.book.sheets().len();
        let (hidden, visible): (Vec<_>, Vec<_>) =
            sheets.partition(|at| self.book.sheets().get(*at).is_some_and(|it| it.is_hidden));
        // What goes beyond the budget is not blank.
        let (mut sheets, mut words, mut is_spent) = (Vec::new(), Vec::new(), false);
        for at in hidden {
            let read = if is_spent { Ok(None) } else { self.sheet(at, budget) };
            let name = called(self.book.sheets(), at);
            match read {
                Ok(None) if !is_spent => {}
                Ok(Some(sheet)) if sheet.rows.is_empty() => {}
                Ok(Some(sheet)) => {
                    let has_figures = grid(&name.name, sheet).has_figures();
                    if has_figures { &mut sheets } else { &mut words }.push(name);
                }
                Ok(None) => sheets.push(name),
                Err(SubmissionProblem::WorkbookTooLarge { .. }) => {
                    is_spent = true;
                    sheets.push(name);
                }
                Err(problem) => return Err(problem),
            }
        }
        if !sheets.is_empty() {
            self.said.push(SubmissionProblem::HiddenSheets { sheets });
        }
        if !words.is_empty() {
            self.said.push(SubmissionProblem::HiddenWords { sheets: words });
        }
        Ok(visible)
    }

    /// Those of the chosen sheets that hold something.
    fn grids(
        &mut self,
        chosen: &[usize],
        budget: &mut OfWorkbook,
    ) -> Result<Vec<Grid>, SubmissionProblem> {
        let mut grids = Vec::new();
        for at in chosen {
            let Some(sheet) = self.sheet(*at, budget)? else { continue };
            let name = called(self.book.sheets(), *at).name;
            self.said.extend(hidden(&name, &sheet));
            self.said.extend(covered(&name, &sheet));
            if !sheet.rows.is_empty() {
                grids.push(grid(&name, sheet));
            }
        }
        Ok(grids)
    }

    /// One sheet; none if it can't be read and others may.
    fn sheet(
        &mut self,
        at: usize,
        budget: &mut OfWorkbook,
    ) -> Result<Option<Sheet>, SubmissionProblem> {
        let why = match self.book.read(at, budget) {
            Ok(sheet) => return Ok(Some(sheet)),
            Err(Error::Damaged { part }) => Unread::Damaged { part },
            Err(Error::NoCells(why)) => Unread::NoCells(why),
            Err(error) => return Err(error.into()),
        };
        self.unread.push((at, why));
        Ok(None)
    }
}

/// The rows and columns of a sheet that are not seen on a screen.
fn hidden(name: &str, sheet: &Sheet) -> Option<SubmissionProblem> {
    let are_all_seen = sheet.hidden_rows.is_empty() && sheet.hidden_columns.is_empty();
    (!are_all_seen).then(|| SubmissionProblem::HiddenCells {
        sheet: name.to_owned(),
        rows: named(&sheet.hidden_rows, |row| row.to_string()),
        columns: named(&sheet.hidden_columns, |column| letters(column as usize)),
    })
}

/// Its cells that merged cells cover.
fn covered(name: &str, sheet: &Sheet) -> Option<SubmissionProblem> {
    let cells = sheet.covered;
    (cells > 0).then(|| SubmissionProblem::CoveredCells { sheet: name.to_owned(), cells })
}

/// How many runs are named before the rest is only hinted at.
const NAMED: usize = 20;

/// Runs of rows or columns as `3, 5-8`; each number as it is called.
fn named(runs: &[RangeInclusive<u32>], name: fn(u32) -> String) -> String {
    let mut text = String::new();
    for (at, run) in runs.iter().take(NAMED).enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a string does not fail.
        let _ = write!(text, "{comma}{}", name(*run.start()));
        if run.end() > run.start() {
            let _ = write!(text, "-{}", name(*run.end()));
        }
    }
    if runs.len() > NAMED {
        text.push_str(", …");
    }
    text
}

/// A sheet by its name, or by its number among all of them from 1.
fn choose(listed: &[SheetInfo], sheet: &str) -> Result<usize, SubmissionProblem> {
    let by_name = || listed.iter().position(|listed| listed.name == sheet);
    let trimmed = || listed.iter().position(|listed| listed.name.trim() == sheet.trim());
    let by_number = || {
        let number: usize = sheet.trim().parse().ok()?;
        number.checked_sub(1).filter(|at| *at < listed.len())
    };
    by_name().or_else(trimmed).or_else(by_number).ok_or_else(|| SubmissionProblem::NoSuchSheet {
        name: sheet.to_owned(),
        sheets: (0..listed.len()).map(|at| called(listed, at)).collect(),
    })
}

fn called(listed: &[SheetInfo], at: usize) -> SheetName {
    let name = listed.get(at).map_or_else(String::new, |listed| listed.name.clone());
    SheetName { number: at + 1, name }
}

fn grid(name: &str, sheet: Sheet) -> Grid {
    let row = |row: Row| GridRow {
        line: u64::from(row.number),
        cells: row.cells.into_iter().map(cell).collect(),
    };
    Grid { sheet: Some(name.into()), rows: sheet.rows.into_iter().map(row).collect() }
}

/// A cell as a county would type it.
fn cell(cell: Cell) -> GridCell {
    let (said, content) = match cell.content() {
        Content::Typed => (None, grid::Content::Typed),
        Content::Truth(true) => (Some("是"), grid::Content::Typed),
        Content::Truth(false) => (Some("否"), grid::Content::Typed),
        Content::Error => (None, grid::Content::Error),
        Content::Uncomputed => (None, grid::Content::Uncomputed),
        Content::Struck => (None, grid::Content::Struck),
    };
    let content = if cell.is_merged() { grid::Content::Merged } else { content };
    GridCell { text: said.map_or_else(|| cell.into_text(), CompactString::from), content }
}

#[cfg(test)]
mod tests;
