//! What the cells of .xlsx and .xls refer to by its number.

use std::collections::HashMap;
use std::rc::Rc;

use compact_str::CompactString;

use super::error::{Fault, Limit};
use super::format::NumberFormat;
use super::results::Results;
use super::sheet::Cell;
use super::{MOST_CELLS, number};

/// What all sheets of a workbook refer to.
pub(super) struct Shared {
    pub(super) strings: Strings,
    pub(super) formats: Vec<Rc<NumberFormat>>,
    pub(super) is_1904: bool,
    pub(super) results: Results,
}

impl Shared {
    /// A number of a style; none is a style that can't be read.
    pub(super) fn number(&self, value: f64, style: Option<usize>) -> Cell {
        self.scaled(value, 0, style)
    }

    /// A number that stands in the file as so many hundredths.
    pub(super) fn hundredths(&self, value: f64, style: Option<usize>) -> Cell {
        self.scaled(value, -2, style)
    }

    fn scaled(&self, value: f64, power: i32, style: Option<usize>) -> Cell {
        match style.and_then(|style| self.formats.get(style)) {
            Some(format) => number::typed(value, power, format, self.is_1904),
            None => number::typed(value, power, &NumberFormat::unknown(), self.is_1904),
        }
    }
}

/// The texts that cells share.
#[derive(Default)]
pub(super) struct Strings(Vec<CompactString>);

impl Strings {
    pub(super) fn push(&mut self, text: CompactString) -> Result<(), Fault> {
        if self.0.len() as u64 == MOST_CELLS {
            return Err(Fault::TooLarge(Limit::Cells { most: MOST_CELLS }));
        }
        self.0.push(text);
        Ok(())
    }

    /// The text of a number.
    pub(super) fn cell(&self, at: usize) -> Result<Cell, Fault> {
        self.0.get(at).cloned().map(Cell::typed).ok_or(Fault::Damaged)
    }
}

/// The formats of styles, by the number of the format of each; `known` are those that the
/// file holds.
pub(super) fn formats(
    mut known: HashMap<u32, Rc<NumberFormat>>,
    of_styles: impl IntoIterator<Item = u32>,
) -> Vec<Rc<NumberFormat>> {
    let format =
        |id| Rc::clone(known.entry(id).or_insert_with(|| Rc::new(NumberFormat::built_in(id))));
    of_styles.into_iter().map(format).collect()
}
