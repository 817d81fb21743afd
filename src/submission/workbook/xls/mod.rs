//! .xls: the records of Excel 5 to 2003 ("BIFF"), mostly in an OLE container.

mod records;
mod sheet;
mod strings;

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;

use cfb::CompoundFile;
use compact_str::CompactString;

use super::cells::Cells;
use super::error::{Error, Fault, Foreign, Limit, NoCells};
use super::format::NumberFormat;
use super::results::Results;
use super::{Book, Listed, MOST_FILE, MOST_SHEETS, protected};
use records::{Record, Records};
use strings::{Pieces, Strings};

/// What the part is called in messages.
const STREAM: &str = "Workbook";

/// A workbook, all of which is in one stream.
pub(super) struct Xls {
    stream: Vec<u8>,
    listed: Vec<Listed>,
    /// Where in the stream each sheet begins that is listed, or why it is not read.
    begins: Vec<Begin>,
    shared: Shared,
}

/// What the sheets refer to.
struct Shared {
    strings: Vec<CompactString>,
    /// By the number of a cell's style.
    formats: Vec<Rc<NumberFormat>>,
    unknown: NumberFormat,
    is_1904: bool,
    results: Results,
    /// How texts are written that are not shared.
    kind: Strings,
}

impl Xls {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let stream = match bytes.as_slice() {
            [0xD0, ..] => stream(&bytes)?,
            _ => bytes,
        };
        let stream = protected::records(&stream).unwrap_or(stream);
        let (sheets, shared) = globals(&stream)?;
        let (listed, begins) = sheets.into_iter().unzip();
        Ok(Self { stream, listed, begins, shared })
    }
}

impl Book for Xls {
    fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error> {
        let begin = self.begins.get(at).copied().unwrap_or(Err(NoCells::NoPart));
        let begin = begin.map_err(Error::NoCells)?;
        self.stream
            .get(begin..)
            .ok_or(Fault::Damaged)
            .and_then(|records| sheet::read(Records::new(records), &self.shared, cells))
            .map_err(|fault| fault.of(STREAM))
    }
}

/// The stream of a container that holds the workbook.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let damaged = |_| Fault::Damaged.of("OLE");
    let mut container = CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    // What is encrypted may be .xlsx or .docx; neither can be read.
    if container.is_stream("/EncryptedPackage") {
        return Err(Error::Locked);
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name))
    else {
        let what = if container.is_stream("/WordDocument") {
            Foreign::Document
        } else if container.is_stream("/PowerPoint Document") {
            Foreign::Slides
        } else {
            Foreign::Other
        };
        return Err(Error::NotAWorkbook(what));
    };
    let mut stream = Vec::new();
    let opened = container.open_stream(name).map_err(damaged)?;
    opened.take(MOST_FILE).read_to_end(&mut stream).map_err(damaged)?;
    Ok(stream)
}

/// Where a sheet begins, or why it is not read.
type Begin = Result<usize, NoCells>;

type Globals = (Vec<(Listed, Begin)>, Shared);

/// Reads what stands before the sheets.
fn globals(stream: &[u8]) -> Result<Globals, Error> {
    let mut records = Records::new(stream);
    let damaged = |fault: Fault| fault.of(STREAM);
    let first = records.next().map_err(damaged)?.ok_or_else(|| Fault::Damaged.of(STREAM))?;
    let version = first.u16(0).map_err(damaged)?;
    let kind = match (first.kind, version) {
        (records::BOF, 0x0600) => Strings::Unicode,
        (records::BOF, 0x0500) => Strings::Bytes(encoding_rs::WINDOWS_1252),
        (records::BOF, _) => {
            return Err(Error::NotAWorkbook(Foreign::OldExcel));
        }
        _ => return Err(Fault::Damaged.of(STREAM)),
    };
    let (sheets, mut shared) = read_globals(&mut records, kind).map_err(damaged)?;
    if shared.results == Results::Doubtful && sheet::computes(Records::new(stream)) {
        shared.results = Results::Computed;
    }
    Ok((sheets, shared))
}

fn read_globals(records: &mut Records<'_>, mut kind: Strings) -> Result<Globals, Fault> {
    let mut sheets = Vec::new();
    let mut known: HashMap<u16, Rc<NumberFormat>> = HashMap::new();
    let mut ids = Vec::new();
    let mut strings = Vec::new();
    let mut is_1904 = false;
    // Programs that compute say who computed, but for old ones.
    let mut results = Results::Doubtful;
    loop {
        let record = records.next()?.ok_or(Fault::Damaged)?;
        match record.kind {
            records::FILE_PASS => return Err(Fault::Locked),
            records::CODE_PAGE => kind = kind.with_code_page(record.u16(0)?),
            records::DATE_MODE => is_1904 = record.u16(0)? == 1,
            records::RECALCULATED_BY => {
                results = if record.u32(4)? == 0 { Results::Stale } else { Results::Computed };
            }
            records::FORMAT => {
                // A code that is cut off spoils the cells that use it, and nothing else.
                let code = kind.short_or_long(&record, 2);
                let format = code
                    .map_or_else(|_| NumberFormat::unknown(), |code| NumberFormat::of_code(&code));
                known.insert(record.u16(0)?, Rc::new(format));
            }
            records::XF => ids.push(record.u16(2)?),
            records::BOUND_SHEET if sheets.len() == MOST_SHEETS => {
                return Err(Fault::TooLarge(Limit::Sheets { most: MOST_SHEETS }));
            }
            records::BOUND_SHEET => sheets.extend(bound_sheet(&record, kind)?),
            records::SST => strings = strings::shared(&record)?,
            records::EOF => break,
            _ => {}
        }
    }
    let mut format = |id: u16| {
        let built_in = || Rc::new(NumberFormat::built_in(u32::from(id)));
        Rc::clone(known.entry(id).or_insert_with(built_in))
    };
    let formats = ids.into_iter().map(&mut format).collect();
    let unknown = NumberFormat::unknown();
    Ok((sheets, Shared { strings, formats, unknown, is_1904, results, kind }))
}

/// A sheet and where it begins, or why it is not read; modules of macros are none.
fn bound_sheet(record: &Record<'_>, kind: Strings) -> Result<Option<(Listed, Begin)>, Fault> {
    const SHEET: u8 = 0;
    const MACROS: u8 = 1;
    const CHART: u8 = 2;
    const MODULE: u8 = 6;
    let at = usize::try_from(record.u32(0)?).map_err(|_| Fault::Damaged)?;
    let is_hidden = record.u8(4)? & 3 != 0;
    let begin = match record.u8(5)? {
        SHEET => Ok(at),
        MACROS => Err(NoCells::Macros),
        CHART => Err(NoCells::Chart),
        MODULE => return Ok(None),
        _ => Err(NoCells::NoPart),
    };
    let mut pieces = Pieces::of(record, 6)?;
    let count = usize::from(pieces.u8()?);
    let name = kind.characters(&mut pieces, count)?;
    Ok(Some((Listed { name: name.into(), is_hidden }, begin)))
}
