//! Parquet: the rows of a warehouse's table, as the text that they would be as CSV.
//!
//! So a cell of it is read by what reads every other cell, and a finding about it is the same.
//! Columns are decoded in lots of rows, of one row group after the other: however large a row
//! group is, a page of each column is what is held.

mod cells;
mod chunks;
mod kind;

use std::collections::BTreeSet;
use std::io::{self, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::column::reader::ColumnReader;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use super::blocks::Block;
use super::turns::{Offset, Source, utf8};
use cells::Cells;
pub(super) use chunks::Chunks;
pub(super) use kind::Kind;

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
            lot: Lot::default(),
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

/// The rows of a table, as blocks of text.
pub(super) struct Rows<R: Read + Seek + Send + 'static> {
    table: Table<R>,
    /// The row group that comes next.
    group: usize,
    readers: Vec<Option<ColumnReader>>,
    left_in_group: usize,
    left: u64,
    lot: Lot,
    /// The number of the next row, from 1.
    row: u64,
    pub(super) damage: Option<String>,
}

/// Rows that are decoded, column by column.
#[derive(Default)]
struct Lot {
    columns: Vec<Cells>,
    rows: usize,
    /// How many were given away.
    given: usize,
    /// Those that hold a line break within a cell.
    broken: BTreeSet<usize>,
}

impl<R: Read + Seek + Send + 'static> Rows<R> {
    /// Decodes the next rows; none are left if the lot stays empty.
    fn decode(&mut self) -> Result<(), Fault> {
        self.lot.rows = 0;
        self.lot.given = 0;
        let groups = self.table.file.num_row_groups();
        while self.left_in_group == 0 && self.group < groups {
            self.open_group()?;
        }
        let rows = self.left_in_group.min(ROWS);
        if rows == 0 {
            return Ok(());
        }
        let Self { table, readers, lot, .. } = self;
        lot.columns.resize_with(readers.len(), Cells::default);
        for ((cells, reader), column) in lot.columns.iter_mut().zip(readers).zip(&table.columns) {
            cells.clear();
            match reader {
                Some(reader) => {
                    let of = column.kind.clone();
                    decoded(&table.chunks, || cells.fill(reader, &of, rows, &mut lot.broken))?;
                }
                None => cells.blank(rows),
            }
        }
        lot.rows = rows;
        self.left_in_group -= rows;
        self.left = self.left.saturating_sub(rows as u64);
        Ok(())
    }

    fn open_group(&mut self) -> Result<(), Fault> {
        let Table { file, chunks, columns } = &self.table;
        let at = self.group;
        let opened = decoded(chunks, || {
            let group = file.get_row_group(at)?;
            let reader = |column: &Column| match column.kind {
                Kind::Unread(_) => Ok(None),
                _ => group.get_column_reader(column.at).map(Some),
            };
            let readers = columns.iter().map(reader).collect::<Result<Vec<_>, _>>()?;
            Ok((group.metadata().num_rows(), readers))
        });
        let (rows, readers) = opened?;
        self.left_in_group = usize::try_from(rows).unwrap_or(0);
        self.readers = readers;
        self.group += 1;
        Ok(())
    }
}

impl Lot {
    /// Writes rows as text, up to the first that takes more than a line, and says how many.
    fn write(&mut self, text: &mut Vec<u8>) -> u64 {
        let from = self.given;
        while self.given < self.rows {
            for (position, cells) in self.columns.iter().enumerate() {
                if position > 0 {
                    text.push(b',');
                }
                text.extend_from_slice(cells.cell(self.given));
            }
            text.push(b'\n');
            self.given += 1;
            if !self.broken.is_empty() && self.broken.remove(&(self.given - 1)) {
                break;
            }
        }
        (self.given - from) as u64
    }
}

impl<R: Read + Seek + Send + 'static> Source for Rows<R> {
    fn next(&mut self, mut used: Vec<u8>) -> io::Result<Option<Block>> {
        if self.damage.is_some() {
            return Ok(None);
        }
        if self.lot.given == self.lot.rows {
            match self.decode() {
                Ok(()) => {}
                Err(Fault::System(error)) => return Err(error),
                Err(Fault::Damaged(why)) => {
                    self.damage = Some(why);
                    return Ok(None);
                }
            }
        }
        used.clear();
        let first = self.row;
        self.row += self.lot.write(&mut used);
        if self.row == first {
            return Ok(None);
        }
        if utf8(&used).is_err() {
            self.damage = Some(format!("rows {first}–{}: not UTF-8", self.row - 1));
            return Ok(None);
        }
        if u32::try_from(self.row).is_err() {
            return Err(io::Error::other(format!("more than {} rows", u32::MAX)));
        }
        Ok(Some(Block::new(used, 0, first, true).0))
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
