//! Parquet: the rows of a warehouse's table, their cells as the text that they would be as CSV.
//!
//! So a cell of it is read by what reads every other cell, and a finding about it is the same.
//! Columns are decoded in lots of rows, of one row group after the other: however large a row
//! group is, a page of each column is what is held, and its dictionary.

mod cells;
mod chunks;
mod column;
mod kind;
mod lot;

use std::io::{self, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::turns::{Offset, Source};
pub(super) use chunks::Chunks;
use column::Reader;
pub(super) use kind::Kind;
use lot::Lot;

/// How many columns are taken.
pub(super) const MOST_COLUMNS: usize = 64;
/// How many rows are decoded at a time: about as many as a block of text has.
const ROWS: usize = 4096;

/// Why a file can't be read.
pub(super) enum Fault {
    /// What the system says.
    System(io::Error),
    /// What is wrong with it, as its decoder says.
    Damaged(String),
}

/// A table, of which every row is still to be read.
pub(super) struct Table<R: Read + Seek + Send + 'static> {
    file: SerializedFileReader<Chunks<R>>,
    chunks: Chunks<R>,
    pub(super) columns: Vec<Column>,
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
        let file = decoded(&chunks, open)?;
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
        Ok(Self { file, chunks, columns })
    }

    /// Its rows, in their order.
    pub(super) fn rows(self) -> Rows<R> {
        let groups = self.file.metadata().row_groups().iter();
        let count = |group: &parquet::file::metadata::RowGroupMetaData| {
            u64::try_from(group.num_rows()).unwrap_or(0)
        };
        let left = groups.map(count).fold(0, u64::saturating_add);
        Rows {
            table: self,
            group: 0,
            readers: Vec::new(),
            left_in_group: 0,
            left,
            row: 1,
            damage: None,
        }
    }
}

/// What comes of reading, where the decoder may be led astray by what it reads.
fn decoded<R, T>(
    chunks: &Chunks<R>,
    decode: impl FnOnce() -> Result<T, ParquetError>,
) -> Result<T, Fault> {
    let decoded = catch_unwind(AssertUnwindSafe(decode));
    if let Some(error) = chunks.failed() {
        return Err(Fault::System(error));
    }
    match decoded {
        Ok(decoded) => decoded.map_err(|error| Fault::Damaged(error.to_string())),
        Err(_) => Err(Fault::Damaged("decoder stopped".to_owned())),
    }
}

/// The rows of a table, in lots.
pub(super) struct Rows<R: Read + Seek + Send + 'static> {
    table: Table<R>,
    /// The row group that comes next.
    group: usize,
    readers: Vec<Reader>,
    left_in_group: usize,
    left: u64,
    /// The number of the next row, from 1.
    row: u64,
    pub(super) damage: Option<String>,
}

impl<R: Read + Seek + Send + 'static> Rows<R> {
    /// Decodes the next rows; none are left if there are none of them.
    fn decode(&mut self) -> Result<Lot, Fault> {
        let groups = self.table.file.num_row_groups();
        while self.left_in_group == 0 && self.group < groups {
            self.open_group()?;
        }
        let rows = self.left_in_group.min(ROWS);
        let Table { chunks, columns, .. } = &self.table;
        let readers = self.readers.iter_mut().zip(columns);
        let cells = readers.map(|(reader, column)| column.decoded(chunks, || reader.read(rows)));
        let columns = cells.collect::<Result<Vec<_>, Fault>>()?;
        let first = self.row;
        self.left_in_group -= rows;
        self.left = self.left.saturating_sub(rows as u64);
        self.row += rows as u64;
        Ok(Lot { columns, rows, first })
    }

    fn open_group(&mut self) -> Result<(), Fault> {
        let Table { file, chunks, columns } = &self.table;
        let group = decoded(chunks, || file.get_row_group(self.group))?;
        let open = |column: &Column| {
            column.decoded(chunks, || Reader::open(&*group, column.at, &column.kind))
        };
        self.readers = columns.iter().map(open).collect::<Result<Vec<_>, Fault>>()?;
        self.left_in_group = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        self.group += 1;
        Ok(())
    }
}

impl Column {
    /// What comes of decoding something of it; what is damaged says where.
    fn decoded<R, T>(
        &self,
        chunks: &Chunks<R>,
        decode: impl FnOnce() -> Result<T, ParquetError>,
    ) -> Result<T, Fault> {
        decoded(chunks, decode).map_err(|fault| match fault {
            Fault::Damaged(why) => Fault::Damaged(format!("{}: {why}", self.name)),
            Fault::System(error) => Fault::System(error),
        })
    }
}

impl<R: Read + Seek + Send + 'static> Source for Rows<R> {
    type Part = Lot;

    fn next(&mut self, _: Option<Lot>) -> io::Result<Option<Lot>> {
        if self.damage.is_some() {
            return Ok(None);
        }
        let lot = match self.decode() {
            Ok(lot) => lot,
            Err(Fault::System(error)) => return Err(error),
            Err(Fault::Damaged(why)) => {
                self.damage = Some(why);
                return Ok(None);
            }
        };
        if u32::try_from(self.row).is_err() {
            return Err(io::Error::other(format!("more than {} rows", u32::MAX)));
        }
        Ok((lot.rows > 0).then_some(lot))
    }

    fn is_ended(&self) -> bool {
        self.left <= ROWS as u64
    }

    fn undecoded(&self) -> Option<Offset> {
        None
    }

    fn is_broken(&self) -> bool {
        self.damage.is_some()
    }

    fn lines(&self) -> u64 {
        self.row - 1
    }
}
