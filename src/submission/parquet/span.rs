//! Rows of a row group that one thread decodes and reads, some at a time.

use std::io::{self, Read, Seek};
use std::sync::Arc;

use parquet::errors::ParquetError;
use parquet::file::reader::FileReader;

use super::cells::Cells;
use super::column::Reader;
use super::meant::Meant;
use super::pages::{Beside, MOST_HELD, Pages, too_much};
use super::{Fault, ROWS, Table};
use crate::submission::budget::{OF_ROW, ORDINARY_ROW, Share};
use crate::submission::fast::Begun;
use crate::submission::header::Field;
use crate::submission::lines::LineReader;
use crate::submission::record::Splitter;
use crate::submission::rows::Batch;
use crate::submission::turns::{Offset, Part};

/// Which rows of a row group they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) group: usize,
    /// How many of the group come before them.
    pub(super) before: usize,
    pub(super) rows: usize,
    /// Whether none come behind them.
    pub(super) is_last: bool,
    /// The number of the first, from 1.
    pub(super) first: u64,
}

pub(in crate::submission) struct Span<R: Read + Seek + Send + 'static> {
    table: Arc<Table<R>>,
    pub(super) extent: Extent,
    columns: Vec<Open>,
    beside: Arc<Beside>,
    /// How many rows of its group are to be passed before the next.
    ahead: usize,
    /// How many rows are left, and the number of the next.
    pub(super) left: usize,
    row: u64,
    /// What kept it from being read to its end.
    pub(super) fault: Option<Fault>,
}

/// A column, and those of its cells that were decoded.
struct Open {
    reader: Reader,
    cells: Cells,
    meant: Meant,
}

impl<R: Read + Seek + Send + 'static> Span<R> {
    pub(super) fn new(table: Arc<Table<R>>, extent: Extent) -> Self {
        let beside = Arc::new(Beside::new(table.columns.len()));
        let (ahead, left, row) = (extent.before, extent.rows, extent.first);
        Self { table, extent, columns: Vec::new(), beside, ahead, left, row, fault: None }
    }

    /// Those further on in the same group, when these are read: what was opened stays so.
    pub(super) fn before(self, next: Extent) -> Self {
        let ahead = next.before.saturating_sub(self.extent.before + self.extent.rows);
        Self { extent: next, ahead, left: next.rows, row: next.first, ..self }
    }

    fn open(&self, fields: &[Option<Field>]) -> Result<Vec<Open>, Fault> {
        let Table { file, chunks, columns, .. } = &*self.table;
        let group = file.metadata().row_group(self.extent.group);
        let rows = usize::try_from(group.num_rows()).unwrap_or(0);
        let open = |(at, (column, field)): (usize, (&super::Column, &Option<_>))| {
            let reader = column.decoded(chunks, || {
                let told = group.column(column.at);
                let pages = Pages::new(chunks, &self.beside, at, told, rows)?;
                let kind = match field {
                    Some(_) => column.kind.clone(),
                    None => column.kind.unused(),
                };
                Reader::open(told, &kind, Box::new(pages))
            })?;
            Ok(Open { reader, cells: Cells::new(), meant: Meant::new(*field) })
        };
        // What dictionaries hold is put into words at once.
        let mut opened = Vec::with_capacity(columns.len());
        let mut held = 0;
        for of in columns.iter().zip(fields).enumerate() {
            let column = open(of)?;
            held += column.reader.held();
            if held > MOST_HELD {
                return Err(Fault::of(too_much(), None));
            }
            opened.push(column);
        }
        Ok(opened)
    }

    /// Comes to the rows that are read.
    fn begin(&mut self, fields: &[Option<Field>]) -> Result<(), Fault> {
        let ahead = std::mem::take(&mut self.ahead);
        self.beside.passes(ahead > 0);
        if self.columns.is_empty() {
            self.columns = self.open(fields)?;
        }
        let Table { chunks, columns, .. } = &*self.table;
        for (Open { reader, .. }, column) in self.columns.iter_mut().zip(columns) {
            column.decoded(chunks, || match reader.pass(ahead)? {
                true => Ok(()),
                false => Err(ParquetError::EOF(format!("{ahead} rows"))),
            })?;
        }
        self.beside.passes(false);
        Ok(())
    }

    /// Decodes the next rows, and says how many they are.
    pub(super) fn decode(&mut self, fields: &[Option<Field>]) -> Result<usize, Fault> {
        if self.columns.is_empty() || self.ahead > 0 {
            self.begin(fields)?;
        }
        let rows = self.left.min(ROWS);
        if u32::try_from(self.row + rows as u64).is_err() {
            let most = format!("more than {} rows", u32::MAX);
            return Err(Fault::System(io::Error::other(most)));
        }
        let Table { chunks, columns, .. } = &*self.table;
        let is_end = self.extent.is_last && rows == self.left;
        let mut held = 0;
        for (Open { reader, cells, meant }, column) in self.columns.iter_mut().zip(columns) {
            let has_more = column.decoded(chunks, || {
                reader.read(rows, cells)?;
                held += cells.words.bytes();
                if held > MOST_HELD {
                    return Err(too_much());
                }
                Ok(is_end && reader.has_more()?)
            })?;
            if has_more {
                return Err(Fault::Damaged(format!("{}: more rows than are told", column.name)));
            }
            meant.follow(cells);
        }
        self.left -= rows;
        Ok(rows)
    }

    /// The rows that come next; none of them if they can't be decoded.
    fn next(&mut self, reading: &LineReader<'_>) -> usize {
        self.decode(reading.lines.header.columns()).unwrap_or_else(|fault| {
            self.left = 0;
            self.fault = Some(fault);
            0
        })
    }

    /// Reads a row, if nothing is unusual about it.
    #[inline]
    fn plain(&mut self, at: usize, reading: &mut LineReader<'_>) -> Option<()> {
        let mut row = Begun::new(reading.reading.context);
        for Open { cells, meant, .. } in &mut self.columns {
            meant.put(cells, at, reading, &mut row)?;
        }
        let row = row.row(&reading.plain, reading.lines.line(self.row))?;
        reading.reading.batch.seen += 1;
        reading.reading.batch.rows.push(row);
        Some(())
    }

    /// Writes a row as CSV has it.
    pub(super) fn write(&self, row: usize, text: &mut Vec<u8>) {
        for (position, Open { cells, .. }) in self.columns.iter().enumerate() {
            if position > 0 {
                text.push(b',');
            }
            text.extend_from_slice(cells.get(row));
        }
        text.push(b'\n');
    }
}

impl<R: Read + Seek + Send + 'static> Part for Span<R> {
    /// Rows as nearly all are need not become text: only others are read as that.
    fn read<'b>(
        &mut self,
        reading: &'b mut LineReader<'_>,
        splitter: &mut Splitter,
    ) -> Result<&'b mut Batch, Offset> {
        let mut text = Vec::new();
        for at in 0..self.next(reading) {
            if self.plain(at, reading).is_none() {
                text.clear();
                self.write(at, &mut text);
                let beyond = (text.len() as u64).saturating_sub(ORDINARY_ROW);
                reading.reading.batch.unpacked += beyond + OF_ROW;
                // Nothing more of it is looked at: it is too much whoever reads the rest.
                if reading.reading.batch.unpacked > Share::Unpacked.most() {
                    break;
                }
                splitter.split(&text, self.row, reading);
            }
            self.row += 1;
        }
        Ok(reading.batch())
    }

    fn check(&mut self, reading: &LineReader<'_>) -> Result<(), Offset> {
        self.row += self.next(reading) as u64;
        Ok(())
    }
}
