//! Workbooks: .xlsx, .xls and .ods become sheets of cells.
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
mod error;
mod format;
mod number;
mod ods;
mod protected;
mod results;
mod sheet;
mod sniff;
mod spans;
#[cfg(test)]
mod tests;
mod xls;
mod xlsx;
mod xml;

pub(super) use cells::Budget;
pub(super) use error::{Error, Foreign, Limit, NoCells};
pub(super) use sheet::{Cell, Content, Row, Sheet, letters};
pub(super) use sniff::is_document;

use archive::Archive;
use cells::Cells;
use error::Fault;
use sniff::Beginning;

/// How large a file may be that is read as a workbook, in bytes.
pub(super) const MOST_FILE: u64 = 256 << 20;

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

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Office Open XML.
    Xlsx,
    /// The binary format of Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl Format {
    /// Its name: `xlsx`, `xls` or `ods`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// Its name.
    pub(super) name: String,
    /// Whether it is hidden.
    pub(super) is_hidden: bool,
}

/// A workbook whose list of sheets was read.
pub(super) struct Workbook {
    format: Format,
    book: Box<dyn Book>,
}

impl Workbook {
    /// Opens a workbook by the bytes of its file. One that is encrypted with the key that
    /// programs try before they ask for a password is opened too.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        if bytes.len() as u64 > MOST_FILE {
            return Err(Error::TooLarge(Limit::File { mebibytes: MOST_FILE >> 20 }));
        }
        let bytes = protected::opened(&bytes).unwrap_or(bytes);
        let (format, book): (_, Box<dyn Book>) = match sniff::beginning(&bytes) {
            Some(Beginning::Zip) => {
                let archive = Archive::new(bytes).map_err(|fault| fault.of("zip"))?;
                let is_of_office =
                    archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml");
                match (is_of_office, archive.has("mimetype") || archive.has("content.xml")) {
                    (true, true) => return Err(Fault::Damaged.of("zip")),
                    (false, true) => (Format::Ods, Box::new(ods::Ods::open(archive)?)),
                    (true | false, false) => (Format::Xlsx, Box::new(xlsx::Xlsx::open(archive)?)),
                }
            }
            Some(Beginning::Ole | Beginning::Records) => {
                (Format::Xls, Box::new(xls::Xls::open(bytes)?))
            }
            Some(Beginning::Foreign(what)) => return Err(Error::NotAWorkbook(what)),
            None => return Err(Error::NotAWorkbook(Foreign::Other)),
        };
        Ok(Self { format, book })
    }

    /// What it is.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Its sheets, in their order; hidden ones are among them.
    pub(super) fn sheets(&self) -> &[Listed] {
        self.book.listed()
    }

    /// Reads one of its sheets, by its place in the list, from 0.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::NoCells`] say something of this sheet alone, all
    /// others of the workbook.
    pub(super) fn read(&mut self, at: usize, budget: &mut Budget) -> Result<Sheet, Error> {
        let name = self.sheets().get(at).map(|listed| listed.name.clone());
        let name = name.ok_or(Error::NoCells(NoCells::NoPart))?;
        let mut cells = Cells::new(budget);
        self.book.read(at, &mut cells)?;
        cells.finish().map_err(|fault| fault.of(&name))
    }
}

/// A workbook of some format.
trait Book {
    /// Its sheets, in their order.
    fn listed(&self) -> &[Listed];

    /// Reads one of them, by its place in the list.
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error>;
}
