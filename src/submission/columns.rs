//! Columns of what was sent: dense, where enough of it was.

use std::collections::BTreeMap;

use super::rows::Row;
use crate::exact::Figure;
use crate::term::{Entries, Entry, RegionId, Sent, SeriesId, Year};

/// How many cells are laid out before anything is known of how many are sent.
const LAID_OUT: usize = 4_000_000;

/// One region in so many makes a column dense: a file that says little of many years does
/// not take the memory of a roster for each.
const DENSE: usize = 32;

/// How many cells each row that was sent lays out in all dense columns together: rows that are
/// spread over many columns would else make a roster of each.
const A_ROW: usize = 8;

/// Everything that was sent for one series in one year, by region.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// By region; none while the column is sparse.
    dense: Entries,
    /// What was sent, while that is little.
    sparse: BTreeMap<RegionId, Entry>,
}

impl Column {
    /// What one region sent.
    #[inline]
    pub fn get(&self, region: RegionId) -> Entry {
        if self.dense.is_empty() {
            return self.sparse.get(&region).copied().unwrap_or_default();
        }
        self.dense.get(region)
    }

    /// What each of so many regions sent, in their order.
    pub fn into_entries(self, regions: usize) -> Entries {
        let mut entries = self.dense;
        entries.resize(regions);
        self.sparse.into_iter().for_each(|(region, entry)| entries.set(region, entry));
        entries
    }

    /// What was sent, in the order of the regions.
    pub fn sent(&self) -> impl Iterator<Item = (RegionId, Entry)> + '_ {
        self.sent_but(|_| false)
    }

    /// The same, but for what a look at it in narrow words passes over, where that is possible.
    #[inline]
    pub(crate) fn sent_but(
        &self,
        is_passed: impl Fn(&Entry<i32>) -> bool,
    ) -> impl Iterator<Item = (RegionId, Entry)> {
        let is_passed = move |entry: &_| Entry::sent(entry) == Sent::Nothing || is_passed(entry);
        let sparse = self.sparse.iter().map(|(region, entry)| (*region, *entry));
        self.dense.but(is_passed).chain(sparse)
    }

    /// Whether nothing was ever sent for it.
    pub fn is_empty(&self) -> bool {
        self.dense.is_empty() && self.sparse.is_empty()
    }

    /// Puts something else in the place of what a region sent.
    fn replace(&mut self, region: RegionId, entry: Entry) {
        if self.dense.is_empty() {
            self.sparse.insert(region, entry);
        } else {
            self.dense.set(region, entry);
        }
    }

    /// Makes sure that there is a place for what a region sends.
    fn make_room(&mut self, region: RegionId, regions: usize, sent: usize, laid_out: &mut usize) {
        if region.index() >= self.dense.len()
            && (!self.dense.is_empty() || self.lay_out(regions, sent, laid_out))
        {
            self.dense.resize(self.dense.len().max(region.index() + 1));
        }
    }

    /// Makes a column dense, if that is worth its memory.
    #[cold]
    fn lay_out(&mut self, regions: usize, sent: usize, laid_out: &mut usize) -> bool {
        let all = *laid_out + regions;
        let is_free = self.sparse.is_empty() && all <= LAID_OUT;
        let is_worth_it =
            self.sparse.len() * DENSE >= regions && all <= LAID_OUT.saturating_add(sent * A_ROW);
        let is_dense = is_free || is_worth_it;
        if is_dense {
            *laid_out = all;
            self.dense.reserve_exact(regions);
            let last = self.sparse.last_key_value().map_or(0, |(last, _)| last.index() + 1);
            self.dense = std::mem::take(self).into_entries(last);
        }
        is_dense
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
    /// How many cells were laid out at once.
    laid_out: usize,
    /// How many rows came.
    sent: usize,
    /// What was sent for cells that were sent more than once.
    duplicates: BTreeMap<CellId, Vec<Entry>>,
}

impl Columns {
    pub(super) fn years(&self) -> impl Iterator<Item = Year> + '_ {
        let mut years: Vec<Year> = self
            .years
            .iter()
            .filter(|(_, columns)| columns.iter().any(|column| column.sent().next().is_some()))
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
        let Some(column) = of_year.and_then(|(_, columns)| columns.get_mut(series)) else { return };
        let entry = column.get(region);
        if entry.sent() != Sent::Nothing {
            column.replace(region, entry.spoilt(entry.line()));
        }
    }

    /// Marks what regions sent for a series that does not apply to them, in every year, and
    /// returns the years and regions of what was a figure.
    pub(super) fn set_aside(
        &mut self,
        series: usize,
        applies: impl Fn(RegionId) -> bool,
    ) -> Vec<(Year, RegionId, Entry)> {
        let mut figures = Vec::new();
        for (year, columns) in &mut self.years {
            let Some(column) = columns.get_mut(series) else { continue };
            let sent: Vec<_> = column.sent().filter(|(region, _)| !applies(*region)).collect();
            for (region, entry) in sent {
                let aside = Entry::new(Sent::NotApplicable, &Figure::default(), entry.line());
                column.replace(region, aside);
                if matches!(entry.sent(), Sent::Figure | Sent::Invalid) {
                    figures.push((*year, region, entry));
                }
            }
        }
        figures.sort_unstable_by_key(|(year, region, _)| (*year, *region));
        figures
    }

    /// Puts rows in their places; of two for one place none can be used. Returns how many
    /// places were taken.
    pub(super) fn absorb(&mut self, rows: &[Row], regions: usize, series: usize) -> usize {
        let (mut at, mut again) = (0, 0);
        self.sent += rows.len();
        for row in rows {
            if self.years.get(at).is_none_or(|(year, _)| *year != row.year) {
                at = self.year(row.year, series);
            }
            let column = &mut self.years[at].1[row.series.index()];
            // Regions come in their order nearly always, so that memory is first touched here.
            if !column.dense.is_empty() && column.dense.len() == row.region.index() {
                column.dense.push(row.entry);
                continue;
            }
            column.make_room(row.region, regions, self.sent, &mut self.laid_out);
            let (mut entry, there) = (row.entry, column.get(row.region));
            if there.sent() != Sent::Nothing {
                let cell = CellId { year: row.year, series: row.series, region: row.region };
                let sent = self.duplicates.entry(cell).or_insert_with(|| vec![there]);
                sent.push(entry);
                again += 1;
                // Blocks come in any order; what is shown is always the first row's.
                let first = if entry.line() < there.line() { entry } else { there };
                entry = first.spoilt(first.line());
            }
            column.replace(row.region, entry);
        }
        again
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
            for region in (0..column.dense.len() as u32).map(RegionId) {
                if column.dense.get(region).line() > after {
                    column.dense.set(region, Entry::default());
                }
            }
            column.sparse.retain(|_, entry| entry.line() <= after);
        }
        let duplicates = std::mem::take(&mut self.duplicates);
        for (cell, mut sent) in duplicates {
            sent.retain(|entry| entry.line() <= after);
            if let [only] = sent.as_slice() {
                let at = self.year(cell.year, 0);
                let column = &mut self.years[at].1[cell.series.index()];
                column.replace(cell.region, *only);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(year: Year, series: u16, region: u32, line: u32) -> Row {
        let entry = Entry::new(Sent::Figure, &Figure::default(), line);
        Row { region: RegionId(region), series: SeriesId(series), year, entry }
    }

    /// What the columns hold, by year, series and region, and its line.
    fn held(columns: &Columns) -> Vec<(Year, usize, u32, u32)> {
        let years: Vec<Year> = columns.years().collect();
        let all = years.iter().flat_map(|year| (0..3).map(move |series| (*year, series)));
        let of = |(year, series)| {
            let column = columns.get(year, series).into_iter();
            column.flat_map(Column::sent).map(move |(id, entry)| (year, series, id.0, entry.line()))
        };
        all.flat_map(of).collect()
    }

    #[test]
    fn a_row_takes_no_memory_of_a_roster() {
        let regions = 1_000_000;
        let mut columns = Columns::default();
        let rows: Vec<Row> = (0..90).map(|at| row(2000 + at / 3, at % 3, 7, at.into())).collect();
        columns.absorb(&rows, regions, 3);
        assert!(columns.laid_out <= LAID_OUT, "{}", columns.laid_out);
        let cells = columns.years.iter().flat_map(|(_, columns)| columns);
        assert!(cells.map(|column| column.dense.capacity()).sum::<usize>() <= LAID_OUT);
        assert_eq!(held(&columns).len(), 90);
    }

    #[test]
    fn rows_that_are_spread_over_many_columns_take_memory_by_their_number() {
        let regions = LAID_OUT / 4;
        let mut columns = Columns::default();
        for column in 0..20 {
            let of = |at: usize| row(2020 + column / 3, column % 3, at as u32, at as u32 + 1);
            let rows: Vec<Row> = (0..regions / DENSE + 1).map(of).collect();
            columns.absorb(&rows, regions, 3);
        }
        let all = columns.years.iter().flat_map(|(_, columns)| columns);
        let laid_out: usize = all.map(|column| column.dense.capacity()).sum();
        assert!(laid_out > LAID_OUT && laid_out <= LAID_OUT + A_ROW * columns.sent, "{laid_out}");
        assert_eq!(held(&columns).len(), columns.sent);
    }

    #[test]
    fn sparse_and_dense_columns_hold_the_same() {
        // Sent by all, by some, by the last alone; twice, and then taken back.
        let regions = LAID_OUT / 8 * 9;
        let many = u32::try_from(regions / DENSE).unwrap() + 10;
        let mut rows: Vec<Row> = (0..many).rev().map(|at| row(2021, 0, at, at + 1)).collect();
        rows.push(row(2022, 2, regions as u32 - 1, many + 1));
        let mut columns = Columns::default();
        columns.absorb(&rows, regions, 3);
        assert_eq!(columns.years[0].1[0].dense.capacity(), regions);
        assert!(columns.years[1].1[2].dense.is_empty());
        let mut expected: Vec<_> = (0..many).map(|at| (2021, 0, at, at + 1)).collect();
        expected.push((2022, 2, regions as u32 - 1, many + 1));
        assert_eq!(held(&columns), expected);
        for (year, series, region, _) in [expected[5], expected[expected.len() - 1]] {
            let again = row(year, series as u16, region, many + 9);
            columns.absorb(&[again], regions, 3);
            let column = columns.get(year, series).unwrap();
            assert_eq!(column.get(RegionId(region)).sent(), Sent::Invalid);
            assert_eq!(
                column.clone().into_entries(regions).get(RegionId(region)).sent(),
                Sent::Invalid
            );
        }
        columns.forget(many + 2);
        assert_eq!(held(&columns), expected);
        columns.forget(5);
        assert_eq!(held(&columns), expected[..5]);
    }
}
