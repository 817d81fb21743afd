//! Workbooks: .xlsx, .xls and .ods become grids.
//!
//! What a file is is seen from its bytes, never from its name. Each format is read in one
//! pass over its parts, and all of them keep their cells in the same way; a workbook's
//! own claims of how large it is are not believed, and nothing is reserved for them.
//!
//! The library for workbooks, calamine, tells neither hidden rows and columns nor
//! percentages of .xls and .ods nor formulas without results; it unpacks without a bound,
//! lays sheets out densely and panics on damaged .xls files. So the formats are read here,
//! on libraries for their containers (zip, quick-xml, cfb); calamine is a second opinion
//! in the tests.

mod archive;
mod cells;
mod date;
mod format;
mod number;
mod ods;
mod protected;
mod results;
mod sniff;
mod spans;
#[cfg(test)]
mod tests;
mod xls;
mod xlsx;
mod xml;

use std::io::{self, Read};
use std::sync::Arc;

pub(super) use sniff::announced;

use super::grid::{Grid, letters};
use crate::diagnostic::{
    Bulk, Diagnostic, Findings, Foreign, SheetName, SubmissionProblem, Unread,
};
use crate::source::Place;
use archive::Archive;
use cells::{Budget, Cells, ReadSheet};
use sniff::Beginning;

/// How large a file may be that is read as a workbook, in bytes.
const MOST_FILE: u64 = 256 << 20;

/// How many bytes may be unpacked from it, in all.
const MOST_UNPACKED: u64 = 256 << 20;

/// How many cells are kept, blank ones between them counted.
const MOST_CELLS: u64 = 8_000_000;

/// How many bytes of long texts are kept, and how many blanks are written out.
const MOST_TEXT: u64 = 128 << 20;

/// How long one text can be, in bytes: no program lets a cell hold a tenth of that.
const MOST_ONE_TEXT: usize = 1 << 20;

/// How many sheets a workbook can have.
const MOST_SHEETS: usize = 10_000;

/// How many parts a zip can have.
const MOST_PARTS: usize = 16_384;

/// How many bytes of records are walked, in all: sheets of an .xls may share them.
const MOST_WALKED: u64 = 1 << 30;

/// A workbook.
#[derive(Debug)]
pub(super) struct Workbook {
    /// What it is.
    pub(super) format: WorkbookFormat,
    /// The sheets that are read, in their order; each holds something.
    pub(super) sheets: Vec<Grid>,
}

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkbookFormat {
    /// Office Open XML.
    Xlsx,
    /// The binary format of Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl WorkbookFormat {
    /// The name that is printed.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// Why a part of a workbook can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// It is not as it should be.
    Damaged,
    /// There is a password on it.
    Locked,
    /// More than is kept.
    TooLarge(Bulk),
}

impl Fault {
    fn of(self, part: &str) -> SubmissionProblem {
        match self {
            Self::Damaged => SubmissionProblem::WorkbookDamaged { part: part.to_owned() },
            Self::Locked => SubmissionProblem::WorkbookLocked,
            Self::TooLarge(what) => SubmissionProblem::WorkbookTooLarge { what },
        }
    }

    /// The same of a part that holds one sheet alone.
    fn of_sheet(self, part: &str) -> SheetFault {
        match self {
            Self::Damaged => SheetFault::Unread(Unread::Damaged { part: part.to_owned() }),
            Self::Locked | Self::TooLarge(_) => SheetFault::Whole(self.of(part)),
        }
    }
}

fn too_long() -> Fault {
    Fault::TooLarge(Bulk::OneText { mebibytes: (MOST_ONE_TEXT >> 20) as u64 })
}

/// Why a sheet can't be read.
enum SheetFault {
    /// Something that is wrong with it alone.
    Unread(Unread),
    /// Something that is wrong with the workbook.
    Whole(SubmissionProblem),
}

/// A sheet as the workbook lists it.
struct Listed {
    name: Arc<str>,
    is_hidden: bool,
}

/// A workbook whose list of sheets was read.
trait Book {
    /// Its sheets, in their order.
    fn listed(&self) -> &[Listed];

    /// Reads one of them, by its place in the list.
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), SheetFault>;
}

/// The bytes of a file that [`announced`] takes for a workbook.
///
/// # Errors
/// An error of the system while reading; a file that is too large is a problem.
pub(super) fn load<R: Read>(bytes: R) -> io::Result<Result<Vec<u8>, SubmissionProblem>> {
    let mut loaded = Vec::new();
    bytes.take(MOST_FILE + 1).read_to_end(&mut loaded)?;
    if loaded.len() as u64 > MOST_FILE {
        let what = Bulk::File { mebibytes: MOST_FILE >> 20 };
        return Ok(Err(SubmissionProblem::WorkbookTooLarge { what }));
    }
    Ok(Ok(loaded))
}

/// Reads a workbook: the sheet that is named, by name or number, or else every sheet
/// that holds something and is not hidden. What is hidden is said, and what can't be read
/// beside others.
///
/// # Errors
/// Why nothing of it can be read.
pub(super) fn read(
    bytes: &[u8],
    name: &Arc<str>,
    sheet: Option<&str>,
    faults: &mut Findings,
) -> Result<Workbook, SubmissionProblem> {
    let opened = protected::opened(bytes);
    let (format, mut book) = open(opened.as_deref().unwrap_or(bytes))?;
    let mut reading = Reading { book: &mut *book, unread: Vec::new(), said: Vec::new() };
    let chosen = match sheet {
        Some(sheet) => vec![choose(reading.book.listed(), sheet)?],
        None => reading.visible()?,
    };
    let sheets = reading.sheets(&chosen)?;
    let Reading { unread, said, .. } = reading;
    for problem in said {
        faults.push(Diagnostic::at(problem, Place::file(name)));
    }
    if sheets.is_empty() {
        let damaged = unread.iter().find_map(|(at, why)| match why {
            Unread::Damaged { part } => Some(part.clone()),
            Unread::NoPart => Some(called(book.listed(), *at).name),
            Unread::Chart | Unread::Dialog | Unread::Macros => None,
        });
        if let Some(part) = damaged {
            return Err(SubmissionProblem::WorkbookDamaged { part });
        }
        let sheets = (0..book.listed().len()).map(|at| called(book.listed(), at)).collect();
        let named = sheet.map(str::to_owned);
        return Err(SubmissionProblem::BlankWorkbook { named, sheets });
    }
    for (at, why) in unread {
        let sheet = called(book.listed(), at).name;
        let problem = SubmissionProblem::SheetUnread { sheet, why };
        faults.push(Diagnostic::at(problem, Place::file(name)));
    }
    Ok(Workbook { format, sheets })
}

/// A workbook whose sheets are read one by one.
struct Reading<'b> {
    book: &'b mut dyn Book,
    /// The sheets that can't be read, by their place in the list.
    unread: Vec<(usize, Unread)>,
    /// What is said of the others.
    said: Vec<SubmissionProblem>,
}

impl Reading<'_> {
    /// The sheets that are not hidden. What hidden ones hold is not read, but said.
    fn visible(&mut self) -> Result<Vec<usize>, SubmissionProblem> {
        let listed = self.book.listed().iter().enumerate();
        let (hidden, visible): (Vec<_>, Vec<_>) = listed
            .map(|(at, listed)| (at, listed.is_hidden))
            .partition(|(_, is_hidden)| *is_hidden);
        // All of them have one budget; what goes beyond it is not blank.
        let (mut budget, mut sheets) = (Budget::new(), Vec::new());
        let mut is_spent = false;
        for (at, _) in hidden {
            let read = if is_spent { Ok(None) } else { self.sheet(at, &mut budget) };
            let holds_something = match read {
                Ok(read) => is_spent || read.is_some_and(|read| !read.grid.rows.is_empty()),
                Err(SubmissionProblem::WorkbookTooLarge { .. }) => {
                    is_spent = true;
                    true
                }
                Err(problem) => return Err(problem),
            };
            if holds_something {
                sheets.push(called(self.book.listed(), at));
            }
        }
        if !sheets.is_empty() {
            self.said.push(SubmissionProblem::HiddenSheets { sheets });
        }
        Ok(visible.into_iter().map(|(at, _)| at).collect())
    }

    /// Those of the chosen sheets that hold something.
    fn sheets(&mut self, chosen: &[usize]) -> Result<Vec<Grid>, SubmissionProblem> {
        let mut budget = Budget::new();
        let mut sheets = Vec::new();
        for at in chosen {
            let Some(read) = self.sheet(*at, &mut budget)? else { continue };
            said(&read, &mut self.said);
            if !read.grid.rows.is_empty() {
                sheets.push(read.grid);
            }
        }
        Ok(sheets)
    }

    /// One sheet; none if it can't be read.
    fn sheet(
        &mut self,
        at: usize,
        budget: &mut Budget,
    ) -> Result<Option<ReadSheet>, SubmissionProblem> {
        let name = self.book.listed().get(at).map(|listed| Arc::clone(&listed.name));
        let name = name.unwrap_or_else(|| Arc::from(""));
        let mut cells = Cells::new(budget);
        let read = self.book.read(at, &mut cells);
        match read.and_then(|()| cells.finish(&name).map_err(|fault| fault.of_sheet(&name))) {
            Ok(read) => Ok(Some(read)),
            Err(SheetFault::Unread(why)) => {
                self.unread.push((at, why));
                Ok(None)
            }
            Err(SheetFault::Whole(problem)) => Err(problem),
        }
    }
}

/// Says what of a sheet that was read is not seen on a screen.
fn said(read: &ReadSheet, said: &mut Vec<SubmissionProblem>) {
    let sheet = || read.grid.sheet.as_deref().unwrap_or_default().to_owned();
    if !read.hidden_rows.is_empty() || !read.hidden_columns.is_empty() {
        said.push(SubmissionProblem::HiddenCells {
            sheet: sheet(),
            rows: read.hidden_rows.named(|row| (row + 1).to_string()),
            columns: read.hidden_columns.named(|column| letters(column as usize)),
        });
    }
    if read.covered > 0 {
        said.push(SubmissionProblem::CoveredCells { sheet: sheet(), cells: read.covered });
    }
}

fn open<'b>(bytes: &'b [u8]) -> Result<(WorkbookFormat, Box<dyn Book + 'b>), SubmissionProblem> {
    match sniff::beginning(bytes) {
        Some(Beginning::Zip) => {
            let archive = Archive::new(bytes).map_err(|fault| fault.of("zip"))?;
            let is_of_office = archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml");
            match (is_of_office, archive.has("mimetype") || archive.has("content.xml")) {
                (true, true) => Err(Fault::Damaged.of("zip")),
                (false, true) => Ok((WorkbookFormat::Ods, Box::new(ods::Ods::open(archive)?))),
                (true | false, false) => {
                    Ok((WorkbookFormat::Xlsx, Box::new(xlsx::Xlsx::open(archive)?)))
                }
            }
        }
        Some(Beginning::Ole | Beginning::Records) => {
            Ok((WorkbookFormat::Xls, Box::new(xls::Xls::open(bytes)?)))
        }
        Some(Beginning::Foreign(what)) => Err(SubmissionProblem::NotAWorkbook { what }),
        None => Err(SubmissionProblem::NotAWorkbook { what: Foreign::Other }),
    }
}

/// A sheet by its name, or by its number among all of them from 1.
fn choose(listed: &[Listed], sheet: &str) -> Result<usize, SubmissionProblem> {
    let by_name = || listed.iter().position(|listed| &*listed.name == sheet);
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

fn called(listed: &[Listed], at: usize) -> SheetName {
    let name = listed.get(at).map_or_else(String::new, |listed| listed.name.to_string());
    SheetName { number: at + 1, name }
}

/// A truth value as it would be typed.
fn yes_no(is: bool) -> compact_str::CompactString {
    compact_str::CompactString::const_new(if is { "是" } else { "否" })
}
