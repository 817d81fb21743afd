//! .xls: the records of Excel 5 to 2003 ("BIFF"), mostly in an OLE container.

pub(super) mod records;
mod sheet;
mod strings;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::cells::{Budget, Cells};
use super::error::{Error, Fault, Foreign, NoCells};
use super::format::NumberFormat;
use super::results::Results;
use super::shared::{self, Shared};
use super::{Book, MOST_FILE, SheetInfo, list, protected};
use records::{Record, Records};
use strings::{Fonts, Strings};

/// What the part is called in messages.
const STREAM: &str = "Workbook";

/// A workbook, all of which is in one stream.
struct Xls {
    stream: Vec<u8>,
    /// Where in the stream each sheet begins that is listed, or why it is not read.
    begins: Vec<Begin>,
    context: Context,
}

/// What the sheets refer to.
struct Context {
    shared: Shared,
    /// How texts are written that are not shared.
    kind: Strings,
    fonts: Fonts,
}

pub(super) fn open(
    mut bytes: Vec<u8>,
    budget: &mut Budget,
) -> Result<(Vec<SheetInfo>, impl Book + use<>), Error> {
    // What it came in is let go of.
    if bytes.first() == Some(&0xD0) {
        bytes = stream(&bytes)?;
    }
    let stream = protected::records(&bytes).unwrap_or(bytes);
    let Globals { listed, begins, context } = globals(&stream, budget)?;
    Ok((listed, Xls { stream, begins, context }))
}

impl Book for Xls {
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error> {
        let begin = self.begins.get(at).copied().unwrap_or(Err(NoCells::NoPart));
        let begin = begin.map_err(Error::NoCells)?;
        self.stream
            .get(begin..)
            .ok_or(Fault::Damaged)
            .and_then(|records| sheet::read(Records::new(records), &self.context, cells))
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

/// What stands before the sheets.
struct Globals {
    listed: Vec<SheetInfo>,
    begins: Vec<Begin>,
    context: Context,
}

/// Reads what stands before the sheets.
fn globals(stream: &[u8], budget: &mut Budget) -> Result<Globals, Error> {
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
    let mut globals = read_globals(&mut records, kind, budget).map_err(damaged)?;
    let results = &mut globals.context.shared.results;
    if *results == Results::Doubtful && sheet::computes(Records::new(stream)) {
        *results = Results::Computed;
    }
    Ok(globals)
}

fn read_globals(
    records: &mut Records<'_>,
    mut kind: Strings,
    budget: &mut Budget,
) -> Result<Globals, Fault> {
    let (mut listed, mut begins) = (Vec::new(), Vec::new());
    let mut known = HashMap::new();
    let (mut fonts, mut styles) = (Fonts::default(), Vec::new());
    let (mut strings, mut is_1904) = (None, None);
    // Programs that compute say who computed, but for old ones.
    let mut results = Results::Doubtful;
    loop {
        let record = records.next()?.ok_or(Fault::Damaged)?;
        match record.kind {
            records::FILE_PASS => return Err(Fault::Locked),
            records::CODE_PAGE => kind = kind.with_code_page(record.u16(0)?),
            records::DATE_MODE => once(&mut is_1904, record.u16(0)? == 1)?,
            records::RECALCULATED_BY => {
                results = if record.u32(4)? == 0 { Results::Stale } else { Results::Computed };
            }
            records::FORMAT => {
                // A code that is cut off spoils the cells that use it, and nothing else.
                let code = kind.short_or_long(&record, 2);
                let format = code
                    .map_or_else(|_| NumberFormat::unknown(), |code| NumberFormat::of_code(&code));
                shared::learn(&mut known, u32::from(record.u16(0)?), format);
            }
            records::FONT => fonts.add(&record)?,
            records::XF => {
                let is_struck = fonts.font(record.u16(0)?).is_struck;
                styles.push((u32::from(record.u16(2)?), is_struck));
            }
            records::BOUND_SHEET => {
                if let Some(begin) = begin(&record)? {
                    let mut name = record.pieces(6)?;
                    let count = usize::from(name.u8()?);
                    let name = kind.characters(&mut name, count)?;
                    list(&mut listed, name.into(), record.u8(4)? & 3 != 0)?;
                    begins.push(begin);
                }
            }
            records::SST => once(&mut strings, strings::shared(&record, &fonts, budget)?)?,
            records::EOF => break,
            _ => {}
        }
    }
    let styles = shared::styles(known, styles);
    let (strings, is_1904) = (strings.unwrap_or_default(), is_1904.unwrap_or_default());
    let shared = Shared { strings, styles, is_1904, results };
    Ok(Globals { listed, begins, context: Context { shared, kind, fonts } })
}

/// Takes what a workbook says once, or alike: of two it is not sure which is meant.
fn once<T: PartialEq>(said: &mut Option<T>, value: T) -> Result<(), Fault> {
    if said.as_ref().is_some_and(|said| *said != value) {
        return Err(Fault::Damaged);
    }
    *said = Some(value);
    Ok(())
}

/// Where a sheet begins that is listed, or why it is not read; modules of macros are none.
fn begin(record: &Record<'_>) -> Result<Option<Begin>, Fault> {
    const SHEET: u8 = 0;
    const MACROS: u8 = 1;
    const CHART: u8 = 2;
    const MODULE: u8 = 6;
    let at = usize::try_from(record.u32(0)?).map_err(|_| Fault::Damaged)?;
    Ok(Some(match record.u8(5)? {
        SHEET => Ok(at),
        MACROS => Err(NoCells::Macros),
        CHART => Err(NoCells::Chart),
        MODULE => return Ok(None),
        _ => Err(NoCells::NoPart),
    }))
}
