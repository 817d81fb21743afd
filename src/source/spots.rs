//! Where the values of a file stand whose lines don't say it: a workbook, or a table with
//! several values on a line. There may be millions of them.

use std::borrow::Cow;
use std::sync::Arc;

use compact_str::CompactString;
use dabiao_workbook::letters;

use super::{KEPT, Spot, floor};

/// Where values stand, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spots {
    /// How columns are named, and how many values stand before the first of those.
    names: Vec<(usize, Columns)>,
    all: Vec<Held>,
}

/// How the columns of a table are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Columns {
    /// As those of a sheet.
    Sheet(Arc<str>),
    /// By their headings.
    Headings(Arc<[Arc<str>]>),
}

/// A spot whose column is named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Held {
    line: u32,
    column: u32,
    text: CompactString,
}

impl Columns {
    fn name(&self, column: usize, line: u64) -> Cow<'_, str> {
        match self {
            Self::Sheet(sheet) => Cow::Owned(format!("{sheet}!{}{line}", letters(column))),
            Self::Headings(headings) => {
                Cow::Borrowed(headings.get(column).map_or("", |heading| heading))
            }
        }
    }

    /// A cell, by its column from 0, and what it holds.
    pub(crate) fn spot(&self, line: u64, column: usize, text: &str) -> Spot {
        let column = match self {
            Self::Headings(headings) if column < headings.len() => Arc::clone(&headings[column]),
            Self::Headings(_) | Self::Sheet(_) => self.name(column, line).into(),
        };
        Spot { line, column, text: text.into() }
    }
}

impl Spots {
    /// Begins with a table, whose columns are named so.
    pub(crate) fn begin(&mut self, names: Columns) {
        self.names.push((self.all.len(), names));
    }

    /// Adds a cell of that table, by its column from 0, and says how many bytes it takes, about.
    pub(crate) fn push(&mut self, line: u64, column: usize, text: &str) -> usize {
        // More of it is never shown.
        let text = CompactString::from(&text[..floor(text, KEPT.min(text.len()))]);
        let taken = size_of::<Held>() + if text.is_heap_allocated() { text.capacity() } else { 0 };
        let [line, column] = [line, column as u64].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
        self.all.push(Held { line, column, text });
        taken
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Where a value stands, by its number from 0.
    pub fn get(&self, at: usize) -> Option<Spot> {
        let held = self.all.get(at)?;
        Some(self.columns(at)?.spot(held.line.into(), held.column as usize, &held.text))
    }

    /// The line of a value.
    pub(crate) fn line(&self, at: usize) -> Option<u64> {
        self.all.get(at).map(|held| held.line.into())
    }

    /// The name of a value's column.
    pub(crate) fn column(&self, at: usize) -> Option<Cow<'_, str>> {
        let held = self.all.get(at)?;
        Some(self.columns(at)?.name(held.column as usize, held.line.into()))
    }

    fn columns(&self, at: usize) -> Option<&Columns> {
        let behind = self.names.partition_point(|(before, _)| *before <= at);
        self.names.get(behind.checked_sub(1)?).map(|(_, names)| names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_named_as_its_table_names_its_columns() {
        let mut spots = Spots::default();
        let headings = ["地区", "数值"].map(Arc::from);
        spots.begin(Columns::Sheet("说明".into()));
        spots.begin(Columns::Sheet("表一".into()));
        spots.push(7, 3, "57.2%");
        spots.push(8, 27, "");
        spots.begin(Columns::Headings(headings.into()));
        spots.push(2, 1, &"长".repeat(KEPT));
        spots.push(3, 2, "x");
        let expected = [(7, "表一!D7"), (8, "表一!AB8"), (2, "数值"), (3, "")];
        for (at, (line, column)) in expected.into_iter().enumerate() {
            let spot = spots.get(at).unwrap();
            assert_eq!((spot.line, &*spot.column), (line, column));
            assert_eq!((spots.line(at), spots.column(at).as_deref()), (Some(line), Some(column)));
            assert!(spot.text.len() <= KEPT);
        }
        assert_eq!(spots.len(), expected.len());
        assert_eq!(spots.get(expected.len()), None);
        assert_eq!(&*spots.get(0).unwrap().text, "57.2%");
    }
}
