//! Parquet: the rows of a warehouse's table, their cells as the text that they would be as CSV.
//!
//! So a cell of it is read by what reads every other cell, and a finding about it is the same.
//! Each thread takes a row group, or a part of a large one, and decodes it some rows at a time:
//! however large it is, a page of each column is what is held, and its dictionary. Of one group it
//! takes a further part where it has the pages before, and so passes each of them once.

mod cells;
mod chunks;
mod column;
mod kind;
mod meant;
mod pages;
mod span;
mod stop;

use std::io::{self, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use parquet::basic::CompressionCodec as Codec;
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::turns::{Offset, Source};
use crate::diagnostic::Bulk;
pub(super) use chunks::Chunks;
pub(super) use kind::Kind;
use span::{Extent, Span};

/// How many columns are taken.
pub(super) const MOST_COLUMNS: usize = 64;
/// How many cells are read of a file, blank ones among them.
pub(super) const MOST_CELLS: u64 = 2_000_000_000;
/// How many rows are decoded at a time: about as many as a block of text has.
const ROWS: usize = 4096;
/// So many rows of a row group are worth a thread of their own.
const WORTH: usize = if cfg!(test) { 1 << 10 } else { 1 << 19 };
/// Into how many parts a row group is cut at most.
const MOST_PARTS: usize = 16;

/// Why a file can't be read.
pub(super) enum Fault {
    /// What the system says.
    System(io::Error),
    /// What is wrong with it, as its decoder says.
    Damaged(String),
    /// What there is too much of, and in which column if in one.
    TooLarge { column: Option<String>, what: Bulk },
    /// What kind of values a column has, which is not read.
    Unread { name: String, kind: String },
}

/// A table, of which every row is still to be read.
pub(super) struct Table<R: Read + Seek + Send + 'static> {
    file: SerializedFileReader<Chunks<R>>,
    chunks: Chunks<R>,
    pub(super) columns: Vec<Column>,
    extents: Vec<Extent>,
    /// How many rows there are.
    all: u64,
}

/// A column, which may hold columns in its turn.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The first of its columns that hold values.
    at: usize,
}

impl<R: Read + Seek + Send + 'static> Table<R> {
    pub(super) fn open(chunks: Chunks<R>) -> Result<Self, Fault> {
        let open = || SerializedFileReader::new(chunks.clone());
        let file = decoded(&chunks, None, open)?;
        let schema = file.metadata().file_metadata().schema_descr();
        let column = |(at, field): (usize, &parquet::schema::types::TypePtr)| {
            let mut leaves =
                (0..schema.num_columns()).filter(|leaf| schema.get_column_root_idx(*leaf) == at);
            let leaf = leaves.next().unwrap_or(0);
            let kind = match field.is_primitive() {
                true => Kind::of(&schema.column(leaf)),
                false => Kind::Unread("STRUCT / LIST / MAP".to_owned()),
            };
            Column { name: field.name().to_owned(), kind, at: leaf }
        };
        let fields = schema.root_schema().get_fields().iter();
        // No more are looked at than tell that there are too many.
        let columns = fields.enumerate().take(MOST_COLUMNS + 1).map(column).collect();
        let Some((extents, all)) = extents(file.metadata()) else {
            return Err(Fault::Damaged("number of rows".to_owned()));
        };
        Ok(Self { file, chunks, columns, extents, all })
    }

    /// How many cells it has.
    pub(super) fn cells(&self) -> u64 {
        self.all.saturating_mul(self.columns.len() as u64)
    }

    /// By what a column of it is packed, if nothing here unpacks that.
    pub(super) fn unread_codec(&self) -> Option<String> {
        let columns = self.file.metadata().row_groups().iter().flat_map(|group| group.columns());
        let mut codecs = columns.map(|column| column.compression_codec());
        let is_read =
            |codec: &Codec| matches!(codec, Codec::UNCOMPRESSED | Codec::SNAPPY | Codec::ZSTD);
        codecs.find(|codec| !is_read(codec)).map(|codec| codec.to_string())
    }

    /// Its rows, in their order.
    pub(super) fn rows(mut self) -> Rows<R> {
        let extents = std::mem::take(&mut self.extents).into_iter();
        Rows { table: Arc::new(self), extents, fault: None }
    }
}

/// Which rows a thread takes at a time, and how many there are; none if a file contradicts itself.
fn extents(metadata: &ParquetMetaData) -> Option<(Vec<Extent>, u64)> {
    let (mut extents, mut all) = (Vec::new(), 0u64);
    for (group, told) in metadata.row_groups().iter().enumerate() {
        let rows = usize::try_from(told.num_rows()).ok()?;
        let most = WORTH.max(rows.div_ceil(MOST_PARTS));
        extents.extend((0..rows).step_by(most).map(|before| {
            let of = most.min(rows - before);
            let (is_last, first) = (before + of == rows, all.saturating_add(before as u64 + 1));
            Extent { group, before, rows: of, is_last, first }
        }));
        all = all.saturating_add(rows as u64);
    }
    (u64::try_from(metadata.file_metadata().num_rows()) == Ok(all)).then_some((extents, all))
}

/// What comes of reading, where the decoder may be led astray by what it reads; of a column that
/// has this name, if of one.
fn decoded<R, T>(
    chunks: &Chunks<R>,
    column: Option<&str>,
    decode: impl FnOnce() -> Result<T, ParquetError>,
) -> Result<T, Fault> {
    let decoded = catch_unwind(AssertUnwindSafe(decode));
    if let Some(error) = chunks.failed() {
        return Err(Fault::System(error));
    }
    let stopped = |_| Err(ParquetError::General("decoder stopped".to_owned()));
    decoded.unwrap_or_else(stopped).map_err(|error| Fault::of(error, column))
}

/// The rows of a table.
pub(super) struct Rows<R: Read + Seek + Send + 'static> {
    table: Arc<Table<R>>,
    /// Those that no thread has taken.
    extents: std::vec::IntoIter<Extent>,
    /// Why it was not read to its end, and the first of the rows that this was found in.
    fault: Option<(u64, Fault)>,
}

impl<R: Read + Seek + Send + 'static> Rows<R> {
    /// Why it was not read to its end, so that nothing of it may be kept.
    pub(super) fn fault(self) -> Option<Fault> {
        self.fault.map(|(_, fault)| fault)
    }
}

impl Column {
    /// What comes of decoding something of it.
    fn decoded<R, T>(
        &self,
        chunks: &Chunks<R>,
        decode: impl FnOnce() -> Result<T, ParquetError>,
    ) -> Result<T, Fault> {
        decoded(chunks, Some(&self.name), decode)
    }
}

impl<R: Read + Seek + Send + 'static> Source for Rows<R> {
    type Part = Span<R>;

    /// What one thread can't read does not keep others from reading what comes before it.
    fn next(&mut self, used: Option<Span<R>>) -> io::Result<Option<Span<R>>> {
        let mut used = used;
        if let Some(span) = &mut used {
            match span.fault.take() {
                Some(Fault::System(error)) => return Err(error),
                Some(
                    fault @ (Fault::Damaged(_) | Fault::TooLarge { .. } | Fault::Unread { .. }),
                ) => {
                    let found = (span.extent.first, fault);
                    let all = self.fault.take().into_iter().chain([found]);
                    self.fault = all.min_by_key(|(first, _)| *first);
                    used = None;
                }
                None if span.left > 0 => return Ok(used),
                None => {}
            }
        }
        let Some(next) = self.extents.next().filter(|_| !self.is_broken()) else {
            return Ok(None);
        };
        let used = used.filter(|span| span.extent.group == next.group);
        Ok(Some(match used {
            Some(span) => span.before(next),
            None => Span::new(Arc::clone(&self.table), next),
        }))
    }

    fn is_ended(&self) -> bool {
        self.extents.len() < 2
    }

    fn undecoded(&self) -> Option<Offset> {
        None
    }

    fn is_broken(&self) -> bool {
        self.fault.is_some()
    }

    fn lines(&self) -> u64 {
        if self.is_broken() { 0 } else { self.table.all }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) use tests::LIMITS;
