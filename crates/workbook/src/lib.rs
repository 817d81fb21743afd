#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
// Readers alone need all that is kept of cells.
#![cfg_attr(not(feature = "read"), allow(dead_code))]

// The library for workbooks, calamine, tells neither hidden rows and columns nor percentages
// of .xls and .ods nor formulas without results; it unpacks without a bound, lays sheets out
// densely and panics on damaged .xls files. So the formats are read here, on libraries for
// their containers (zip, quick-xml, cfb); calamine is a second opinion in the tests.

#[cfg(feature = "read")]
mod archive;
mod cells;
#[cfg(feature = "read")]
mod date;
mod error;
#[cfg(feature = "read")]
mod format;
#[cfg(feature = "read")]
mod number;
#[cfg(feature = "read")]
mod ods;
#[cfg(feature = "read")]
mod protected;
mod results;
#[cfg(feature = "read")]
mod rich;
mod rows;
#[cfg(feature = "read")]
mod shared;
mod sheet;
mod sniff;
mod spans;
#[cfg(test)]
#[cfg(feature = "read")]
mod tests;
#[cfg(feature = "read")]
mod xls;
#[cfg(feature = "read")]
mod xlsx;
#[cfg(feature = "read")]
mod xml;

use std::fmt;

pub use cells::{Budget, MOST_COLUMNS, MOST_ROWS};
pub use error::{Error, Foreign, Limit, NoCells};
pub use sheet::{Cell, Content, Row, Sheet, letters};
pub use sniff::is_document;

#[cfg(feature = "read")]
use archive::Archive;
use cells::Cells;
#[cfg(feature = "read")]
use error::Fault;
use sniff::Beginning;

/// How large the file of a workbook may be, in bytes.
pub const MOST_FILE: u64 = 256 << 20;

/// How many bytes may be unpacked from a file, in all.
pub const MOST_UNPACKED: u64 = 256 << 20;

/// How many cells are kept of the sheets that are read with one [`Budget`], blank ones before
/// others in their row counted.
pub const MOST_CELLS: u64 = 8_000_000;

/// How many bytes of long texts are kept of the sheets that are read with one [`Budget`],
/// blanks that are written out counted.
pub const MOST_TEXT: u64 = 128 << 20;

/// How long one text can be, in bytes: no program lets a cell hold a tenth of that.
pub const MOST_ONE_TEXT: usize = 1 << 20;

/// How many sheets a workbook can have.
pub const MOST_SHEETS: usize = 10_000;
/// How long the name of a sheet may be, in bytes: programs let nobody write so much.
pub const MOST_SHEET_NAME: usize = 1_000;

/// How many parts a zip can have.
pub const MOST_PARTS: usize = 16_384;

/// How many bytes of records of an .xls are walked with one [`Budget`]: sheets may share
/// them.
pub const MOST_WALKED: u64 = 1 << 30;

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Office Open XML.
    Xlsx,
    /// The binary format of Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl Format {
    /// Its name: `xlsx`, `xls` or `ods`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetInfo {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
}

/// A workbook whose list of sheets was read; its cells are read sheet by sheet.
pub struct Workbook {
    format: Format,
    sheets: Vec<SheetInfo>,
    book: Box<dyn Book>,
}

impl fmt::Debug for Workbook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Workbook");
        shown.field("format", &self.format).field("sheets", &self.sheets).finish_non_exhaustive()
    }
}

impl Workbook {
    /// Opens a workbook by the bytes of its file, which are at most [`MOST_FILE`]. One that
    /// is encrypted with the key that programs try before they ask for a password is opened
    /// too. The list of sheets is read and what they share, but no cell.
    ///
    /// What it took of the budget can be asked for also where it can't be opened.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn open(bytes: Vec<u8>, budget: &mut Budget) -> Result<Self, Error> {
        if bytes.len() as u64 > MOST_FILE {
            return Err(Error::TooLarge(Limit::File { mebibytes: MOST_FILE >> 20 }));
        }
        Self::opened(bytes, budget)
    }

    #[cfg(not(feature = "read"))]
    fn opened(bytes: Vec<u8>, _: &mut Budget) -> Result<Self, Error> {
        Err(Error::NotAWorkbook(match sniff::beginning(&bytes) {
            Some(Beginning::Zip | Beginning::Ole | Beginning::Records) => Foreign::Unsupported,
            Some(Beginning::Foreign(what)) => what,
            None => Foreign::Other,
        }))
    }

    #[cfg(feature = "read")]
    fn opened(bytes: Vec<u8>, budget: &mut Budget) -> Result<Self, Error> {
        let bytes = protected::opened(&bytes, budget).unwrap_or(bytes);
        match sniff::beginning(&bytes) {
            Some(Beginning::Zip) => {
                let archive = Archive::new(bytes).map_err(|fault| fault.of("zip"))?;
                let is_of_office =
                    archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml");
                match (is_of_office, archive.has("mimetype") || archive.has("content.xml")) {
                    (true, true) => Err(Fault::Damaged.of("zip")),
                    (false, true) => Ok(Self::of(Format::Ods, ods::open(archive, budget)?)),
                    (true | false, false) => {
                        Ok(Self::of(Format::Xlsx, xlsx::open(archive, budget)?))
                    }
                }
            }
            Some(Beginning::Ole | Beginning::Records) => {
                Ok(Self::of(Format::Xls, xls::open(bytes, budget)?))
            }
            Some(Beginning::Foreign(what)) => Err(Error::NotAWorkbook(what)),
            None => Err(Error::NotAWorkbook(Foreign::Other)),
        }
    }

    #[cfg(feature = "read")]
    fn of(format: Format, (sheets, book): (Vec<SheetInfo>, impl Book + 'static)) -> Self {
        Self { format, sheets, book: Box::new(book) }
    }

    /// What it is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Its sheets, in their order; hidden ones are among them.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    /// Reads one of its sheets, by its place in the list, from 0. Sheets that are read with
    /// one budget share it.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::NoCells`] say something of this sheet alone, all
    /// others of the workbook.
    pub fn read(&mut self, at: usize, budget: &mut Budget) -> Result<Sheet, Error> {
        let listed = self.sheets.get(at).ok_or(Error::NoCells(NoCells::NoPart))?;
        let mut cells = Cells::new(budget);
        self.book.read(at, &mut cells)?;
        cells.finish().map_err(|fault| fault.of(&listed.name))
    }
}

/// Adds to the list of sheets.
#[cfg(feature = "read")]
fn list(sheets: &mut Vec<SheetInfo>, name: String, is_hidden: bool) -> Result<(), Fault> {
    if sheets.len() == MOST_SHEETS {
        return Err(Fault::TooLarge(Limit::Sheets { most: MOST_SHEETS }));
    }
    if name.len() > MOST_SHEET_NAME {
        return Err(Fault::TooLarge(Limit::SheetName { bytes: MOST_SHEET_NAME }));
    }
    sheets.push(SheetInfo { name, is_hidden });
    Ok(())
}

/// A workbook of some format, opened with the list of its sheets.
trait Book {
    /// Reads a sheet, by its place in the list.
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error>;
}
