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
mod shared;
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
pub(super) const MOST_CELLS: u64 = 8_000_000;

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

/// The limits, as the page on them names them.
#[cfg(test)]
pub(super) const LIMITS: [(&str, u64, &str); 8] = [
    ("工作簿文件", MOST_FILE >> 20, " MiB"),
    ("工作簿解压后", MOST_UNPACKED >> 20, " MiB"),
    ("工作簿的格", MOST_CELLS, " 格"),
    ("工作簿的长文字", MOST_TEXT >> 20, " MiB"),
    ("工作簿的一段文字", MOST_ONE_TEXT as u64 >> 20, " MiB"),
    ("工作簿的工作表", MOST_SHEETS as u64, " 张"),
    ("工作簿里的文件", MOST_PARTS as u64, " 个"),
    (".xls 走过的记录", MOST_WALKED >> 20, " MiB"),
];

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
    sheets: Vec<Listed>,
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
        match sniff::beginning(&bytes) {
            Some(Beginning::Zip) => {
                let archive = Archive::new(bytes).map_err(|fault| fault.of("zip"))?;
                let is_of_office =
                    archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml");
                match (is_of_office, archive.has("mimetype") || archive.has("content.xml")) {
                    (true, true) => Err(Fault::Damaged.of("zip")),
                    (false, true) => Ok(Self::of(Format::Ods, ods::open(archive)?)),
                    (true | false, false) => Ok(Self::of(Format::Xlsx, xlsx::open(archive)?)),
                }
            }
            Some(Beginning::Ole | Beginning::Records) => {
                Ok(Self::of(Format::Xls, xls::open(bytes)?))
            }
            Some(Beginning::Foreign(what)) => Err(Error::NotAWorkbook(what)),
            None => Err(Error::NotAWorkbook(Foreign::Other)),
        }
    }

    fn of(format: Format, (sheets, book): (Vec<Listed>, impl Book + 'static)) -> Self {
        Self { format, sheets, book: Box::new(book) }
    }

    /// What it is.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Its sheets, in their order; hidden ones are among them.
    pub(super) fn sheets(&self) -> &[Listed] {
        &self.sheets
    }

    /// Reads one of its sheets, by its place in the list, from 0.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::NoCells`] say something of this sheet alone, all
    /// others of the workbook.
    pub(super) fn read(&mut self, at: usize, budget: &mut Budget) -> Result<Sheet, Error> {
        let listed = self.sheets.get(at).ok_or(Error::NoCells(NoCells::NoPart))?;
        let mut cells = Cells::new(budget);
        self.book.read(at, &mut cells)?;
        cells.finish().map_err(|fault| fault.of(&listed.name))
    }
}

/// Adds to the list of sheets.
fn list(sheets: &mut Vec<Listed>, name: String, is_hidden: bool) -> Result<(), Fault> {
    if sheets.len() == MOST_SHEETS {
        return Err(Fault::TooLarge(Limit::Sheets { most: MOST_SHEETS }));
    }
    sheets.push(Listed { name, is_hidden });
    Ok(())
}

/// A workbook of some format, opened with the list of its sheets.
trait Book {
    /// Reads a sheet, by its place in the list.
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error>;
}
