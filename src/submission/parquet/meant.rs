//! What the words of a column mean, each asked once however many rows it stands in.

use std::sync::Arc;

use super::cells::{Cells, Words};
use crate::submission::fast::{Begun, number};
use crate::submission::figure::Number;
use crate::submission::header::Field;
use crate::submission::lines::LineReader;
use crate::term::{RegionId, SeriesId, Year};

/// What a column holds.
pub(super) enum Meant {
    Year(Known<Year>),
    Region(Known<RegionId>),
    Series(Known<SeriesId>),
    Number(Field, Known<Option<Number>>),
    /// A remark, a unit, or no part of a figure: blank, or read carefully.
    Beside,
}

impl Meant {
    pub(super) fn new(field: Option<Field>) -> Self {
        match field {
            Some(Field::Year) => Self::Year(Known::new()),
            Some(Field::Region) => Self::Region(Known::new()),
            Some(Field::Indicator) => Self::Series(Known::new()),
            Some(of @ (Field::Value | Field::Numerator | Field::Denominator | Field::Total)) => {
                Self::Number(of, Known::new())
            }
            Some(Field::Remark | Field::Unit) | None => Self::Beside,
        }
    }

    /// Forgets what other words meant than those of its cells.
    pub(super) fn follow(&mut self, cells: &Cells) {
        match self {
            Self::Year(known) => known.follow(cells),
            Self::Region(known) => known.follow(cells),
            Self::Series(known) => known.follow(cells),
            Self::Number(_, known) => known.follow(cells),
            Self::Beside => {}
        }
    }

    /// Puts what stands in a cell into its row, if nothing is unusual about it.
    #[inline]
    pub(super) fn put(
        &mut self,
        cells: &Cells,
        at: usize,
        reading: &mut LineReader<'_>,
        row: &mut Begun,
    ) -> Option<()> {
        let reading = &mut reading.reading;
        match self {
            Self::Year(known) => {
                row.year = Some(known.of(cells, at, || reading.years.find(cells.get(at)))?);
            }
            Self::Region(known) => {
                row.region = Some(known.of(cells, at, || {
                    let cell = cells.get(at);
                    if cell.starts_with(b"\"") { None } else { reading.known_region(cell) }
                })?);
            }
            Self::Series(known) => {
                row.series = Some(known.of(cells, at, || reading.series.find(cells.get(at)))?);
            }
            Self::Number(field, known) => {
                let found = known.of(cells, at, || {
                    let cell = cells.rest(at);
                    let (found, length) = number(cell)?;
                    (cell.get(length) == Some(&b',')).then_some(found)
                });
                *row.numbers.part(*field)? = found?;
            }
            Self::Beside => cells.get(at).is_empty().then_some(())?,
        }
        Some(())
    }
}

/// What words mean, as far as they were asked.
pub(super) struct Known<T> {
    of: Option<Arc<Words>>,
    known: Vec<Option<T>>,
}

/// Of so many words it is kept.
const MOST: usize = 1 << 17;

impl<T: Copy> Known<T> {
    fn new() -> Self {
        Self { of: None, known: Vec::new() }
    }

    fn follow(&mut self, cells: &Cells) {
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, &cells.words)) {
            self.known.clear();
            self.known.resize(cells.words.len().min(MOST), None);
            self.of = Some(Arc::clone(&cells.words));
        }
    }

    #[inline]
    fn of(&mut self, cells: &Cells, at: usize, ask: impl FnOnce() -> Option<T>) -> Option<T> {
        let place = self.known.get_mut(cells.word(at));
        if let Some(Some(known)) = place {
            return Some(*known);
        }
        let found = ask()?;
        if let Some(place) = place {
            *place = Some(found);
        }
        Some(found)
    }
}
