//! Dense columns of what was sent.

use std::collections::BTreeMap;

use super::rows::Row;
use crate::term::{Entry, RegionId, Sent, SeriesId, Year};

/// Everything that was sent for one series in one year, by region.
#[derive(Debug, Clone, Default)]
pub struct Column {
    entries: Vec<Entry>,
}

impl Column {
    /// What one region sent.
    #[inline]
    pub fn get(&self, region: RegionId) -> Entry {
        self.entries.get(region.index()).copied().unwrap_or_default()
    }

    /// What the regions sent, in their order; none if none sent anything.
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries
    }

    /// What the regions sent, in their order; none if none sent anything.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn has_entries(&self) -> bool {
        self.entries.iter().any(|entry| entry.sent() != Sent::Nothing)
    }
}

/// One cell of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellId {
    pub(super) year: Year,
    pub(super) series: SeriesId,
    pub(super) region: RegionId,
}

/// The columns, by year and series; each is made when its first row comes.
#[derive(Debug, Default)]
pub(super) struct Columns {
    years: Vec<(Year, Vec<Column>)>,
    /// What was sent for cells that were sent more than once.
    duplicates: BTreeMap<CellId, Vec<Entry>>,
}

impl Columns {
    pub(super) fn years(&self) -> impl Iterator<Item = Year> + '_ {
        let mut years: Vec<Year> = self
            .years
            .iter()
            .filter(|(_, columns)| columns.iter().any(Column::has_entries))
            .map(|(year, _)| *year)
            .collect();
        years.sort_unstable();
        years.into_iter()
    }

    pub(super) fn get(&self, year: Year, series: usize) -> Option<&Column> {
        let (_, columns) = self.years.iter().find(|(y, _)| *y == year)?;
        columns.get(series)
    }

    pub(super) fn take(&mut self, year: Year, series: usize) -> Option<Column> {
        let (_, columns) = self.years.iter_mut().find(|(y, _)| *y == year)?;
        columns.get_mut(series).map(std::mem::take)
    }

    pub(super) fn spoil(&mut self, year: Year, series: usize, region: RegionId) {
        let of_year = self.years.iter_mut().find(|(y, _)| *y == year);
        let column = of_year.and_then(|(_, columns)| columns.get_mut(series));
        let entry = column.and_then(|column| column.entries.get_mut(region.index()));
        if let Some(entry) = entry {
            *entry = entry.spoilt(entry.line());
        }
    }

    /// Puts rows in their places; of two for one place none can be used.
    pub(super) fn absorb(&mut self, rows: &[Row], regions: usize, series: usize) {
        let mut at = 0;
        for row in rows {
            if self.years.get(at).is_none_or(|(year, _)| *year != row.year) {
                at = self.year(row.year, series);
            }
            let column = &mut self.years[at].1[row.series.index()];
            if column.entries.is_empty() {
                column.entries = vec![Entry::default(); regions];
            }
            let entry = &mut column.entries[row.region.index()];
            if entry.sent() == Sent::Nothing {
                *entry = row.entry;
            } else {
                let cell = CellId { year: row.year, series: row.series, region: row.region };
                let sent = self.duplicates.entry(cell).or_insert_with(|| vec![*entry]);
                sent.push(row.entry);
                // Blocks come in any order; what is shown is always the first row's.
                let first = if row.entry.line() < entry.line() { row.entry } else { *entry };
                *entry = first.spoilt(first.line());
            }
        }
    }

    fn year(&mut self, year: Year, series: usize) -> usize {
        self.years.iter().position(|(y, _)| *y == year).unwrap_or_else(|| {
            self.years.push((year, vec![Column::default(); series]));
            self.years.len() - 1
        })
    }

    /// Takes back the rows of a file that turned out unreadable.
    pub(super) fn forget(&mut self, after: u32) {
        for column in self.years.iter_mut().flat_map(|(_, columns)| columns) {
            for entry in column.entries.iter_mut().filter(|entry| entry.line() > after) {
                *entry = Entry::default();
            }
        }
        let duplicates = std::mem::take(&mut self.duplicates);
        for (cell, mut sent) in duplicates {
            sent.retain(|entry| entry.line() <= after);
            if let [only] = sent.as_slice() {
                let at = self.year(cell.year, 0);
                self.years[at].1[cell.series.index()].entries[cell.region.index()] = *only;
            } else if !sent.is_empty() {
                self.duplicates.insert(cell, sent);
            }
        }
    }

    /// The cells that were sent more than once, each with what was sent, by line.
    pub(super) fn duplicates(&self) -> impl Iterator<Item = (CellId, Vec<Entry>)> + '_ {
        self.duplicates.iter().map(|(cell, sent)| {
            let mut sent = sent.clone();
            sent.sort_unstable_by_key(Entry::line);
            (*cell, sent)
        })
    }
}
