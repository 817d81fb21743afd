//! What the cells of .xlsx and .xls refer to by its number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use compact_str::format_compact;

use super::error::{Fault, Limit};
use super::format::NumberFormat;
use super::results::Results;
use super::sheet::Cell;
use super::{MOST_CELLS, number};

/// What cells of a style have in common.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) format: Rc<NumberFormat>,
    /// Whether its font strikes out what it shows.
    pub(super) is_struck: bool,
}

/// What all sheets of a workbook refer to.
pub(super) struct Shared {
    pub(super) strings: Strings,
    pub(super) styles: Vec<Style>,
    pub(super) is_1904: bool,
    pub(super) results: Results,
}

impl Shared {
    /// A number of a style; none is a style that can't be read.
    pub(super) fn number(&self, value: f64, style: Option<usize>) -> Cell {
        self.scaled(value, 0, style)
    }

    /// A number as it is written, unless more than its digits has to be known.
    pub(super) fn digits(&self, written: &str, style: usize) -> Option<Cell> {
        let shows = self.styles.get(style)?.format.always()?;
        number::as_written(written, shows)
    }

    /// A number times ten to a power, as one that stands in the file in hundredths.
    pub(super) fn scaled(&self, value: f64, power: i32, style: Option<usize>) -> Cell {
        match style.and_then(|style| self.styles.get(style)) {
            Some(style) => number::typed(value, power, &style.format, self.is_1904),
            None => number::typed(value, power, &NumberFormat::unknown(), self.is_1904),
        }
    }

    /// A text as its style shows it. Where that is another one no reader of cells takes it for
    /// either.
    pub(super) fn text(&self, mut cell: Cell, style: Option<usize>) -> Cell {
        let format = style.and_then(|style| self.styles.get(style)).map(|style| &style.format);
        if let Some(format) = format.filter(|format| !format.is_plain_of_texts())
            && !cell.is_blank()
        {
            cell.text = format_compact!("{} ({})", cell.text, format.code());
        }
        self.styled(cell, style)
    }

    /// A cell as its style shows it.
    pub(super) fn styled(&self, cell: Cell, style: Option<usize>) -> Cell {
        let style = style.and_then(|style| self.styles.get(style));
        if style.is_some_and(|style| style.is_struck) { cell.struck() } else { cell }
    }
}

/// The texts that cells share.
#[derive(Default, PartialEq)]
pub(super) struct Strings(Vec<Cell>);

impl Strings {
    pub(super) fn push(&mut self, text: Cell) -> Result<(), Fault> {
        if self.0.len() as u64 == MOST_CELLS {
            return Err(Fault::TooLarge(Limit::Cells { most: MOST_CELLS }));
        }
        self.0.push(text);
        Ok(())
    }

    /// The text of a number.
    pub(super) fn cell(&self, at: usize) -> Result<Cell, Fault> {
        self.0.get(at).cloned().ok_or(Fault::Damaged)
    }
}

/// Notes the format of a number. Where one has two it is not sure which is meant.
pub(super) fn learn(known: &mut HashMap<u32, Rc<NumberFormat>>, number: u32, format: NumberFormat) {
    match known.entry(number) {
        Entry::Vacant(entry) => drop(entry.insert(Rc::new(format))),
        Entry::Occupied(mut entry) if **entry.get() != format => {
            entry.insert(Rc::new(NumberFormat::unknown()));
        }
        Entry::Occupied(_) => {}
    }
}

/// Styles, by the number of the format of each and whether its font strikes out; `known` are
/// the formats that the file holds.
pub(super) fn styles(
    mut known: HashMap<u32, Rc<NumberFormat>>,
    styles: impl IntoIterator<Item = (u32, bool)>,
) -> Vec<Style> {
    let mut format =
        |id| Rc::clone(known.entry(id).or_insert_with(|| Rc::new(NumberFormat::built_in(id))));
    styles.into_iter().map(|(id, is_struck)| Style { format: format(id), is_struck }).collect()
}
