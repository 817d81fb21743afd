//! The rows of a sheet while it is read, by their numbers from 0.

use std::collections::BTreeMap;

use super::sheet::Cell;

/// Rows of cells. Nearly every program writes them in their order; those that come behind a
/// later one are kept apart.
#[derive(Debug, Default)]
pub(super) struct Rows {
    in_order: Vec<(u32, Vec<Cell>)>,
    late: BTreeMap<u32, Vec<Cell>>,
}

impl Rows {
    /// The cells of a row, which may be the first that is known of it.
    #[inline]
    pub(super) fn row(&mut self, row: u32) -> &mut Vec<Cell> {
        let (last, width) = match self.in_order.last() {
            Some((last, cells)) => (Some(*last), cells.len()),
            None => (None, 0),
        };
        if last.is_none_or(|last| last < row) {
            // Mostly it has as many cells as the one before.
            self.in_order.push((row, Vec::with_capacity(width)));
        }
        let at = match last {
            Some(last) if last > row => self.in_order.binary_search_by_key(&row, |(row, _)| *row),
            Some(_) | None => Ok(self.in_order.len() - 1),
        };
        match at {
            Ok(at) => &mut self.in_order[at].1,
            Err(_) => self.late.entry(row).or_default(),
        }
    }

    /// The cells of a row, if any are known.
    pub(super) fn get(&self, row: u32) -> Option<&Vec<Cell>> {
        match self.in_order.binary_search_by_key(&row, |(row, _)| *row) {
            Ok(at) => self.in_order.get(at).map(|(_, cells)| cells),
            Err(_) => self.late.get(&row),
        }
    }

    /// A cell that is known.
    pub(super) fn cell_mut(&mut self, row: u32, column: u32) -> Option<&mut Cell> {
        let cells = match self.in_order.binary_search_by_key(&row, |(row, _)| *row) {
            Ok(at) => self.in_order.get_mut(at).map(|(_, cells)| cells),
            Err(_) => self.late.get_mut(&row),
        };
        cells?.get_mut(column as usize)
    }

    /// The last row and column that hold anything.
    pub(super) fn last(&self) -> Option<(u32, u32)> {
        // One that is late stands before another.
        let (row, _) = self.in_order.last()?;
        let cells = self.in_order.iter().map(|(_, cells)| cells).chain(self.late.values());
        let columns = cells.map(Vec::len).max()?;
        Some((*row, u32::try_from(columns.checked_sub(1)?).unwrap_or(u32::MAX)))
    }

    /// All of them, in their order.
    pub(super) fn in_order(self) -> Vec<(u32, Vec<Cell>)> {
        let Self { mut in_order, late } = self;
        if !late.is_empty() {
            in_order.extend(late);
            in_order.sort_unstable_by_key(|(row, _)| *row);
        }
        in_order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_in_their_order_however_they_come() {
        let columns = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]];
        for order in columns {
            let mut rows = Rows::default();
            assert_eq!(rows.last(), None);
            for row in order.into_iter().chain(order) {
                rows.row(row).push(Cell::typed(row.to_string()));
            }
            assert_eq!(rows.last(), Some((3, 1)));
            assert_eq!(rows.get(4), None);
            for row in order {
                assert_eq!(rows.get(row).map(Vec::len), Some(2));
                assert_eq!(
                    rows.cell_mut(row, 1).map(|cell| cell.text.to_string()),
                    Some(row.to_string())
                );
                assert_eq!(rows.cell_mut(row, 2), None);
            }
            let numbers: Vec<u32> = rows.in_order().into_iter().map(|(row, _)| row).collect();
            assert_eq!(numbers, [0, 1, 2, 3]);
        }
    }
}
