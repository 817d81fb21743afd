//! Rows that are decoded together, column by column.

use super::cells::Cells;
use crate::submission::lines::LineReader;
use crate::submission::record::Splitter;
use crate::submission::rows::Batch;
use crate::submission::turns::{Offset, Part};

pub(in crate::submission) struct Lot {
    pub(super) columns: Vec<Cells>,
    pub(super) rows: usize,
    /// The number of the first, from 1.
    pub(super) first: u64,
}

impl Part for Lot {
    /// Rows as nearly all are need not become text: only others are read as that.
    fn read<'b>(
        &self,
        reading: &'b mut LineReader<'_>,
        splitter: &mut Splitter,
    ) -> Result<&'b mut Batch, Offset> {
        let (mut text, mut before) = (Vec::new(), None);
        let leading = self.columns.get(..reading.leading()).unwrap_or_default();
        for (at, row) in (0..self.rows).zip(self.first..) {
            let cells = self.columns.iter().map(|column| column.rest(at));
            let is_again = |before| leading.iter().all(|column| column.is_again(before, at));
            let taken = reading.taken(cells, before.is_some_and(is_again), row);
            before = taken.map(|()| at);
            if taken.is_none() {
                text.clear();
                self.write(at, &mut text);
                splitter.split(&text, row, reading);
            }
        }
        Ok(reading.batch())
    }

    fn check(&self) -> Result<(), Offset> {
        Ok(())
    }
}

impl Lot {
    /// Writes a row as CSV has it.
    fn write(&self, row: usize, text: &mut Vec<u8>) {
        for (position, cells) in self.columns.iter().enumerate() {
            if position > 0 {
                text.push(b',');
            }
            text.extend_from_slice(cells.get(row));
        }
        text.push(b'\n');
    }
}
