//! Rows between the headings of a table and its data: units, the numbers of columns, and
//! headings of which no word need be known.

use super::columns::Column;
use super::footer::is_time;
use super::heading::named_row;
use super::key::Key;
use super::label::is_labelled;
use super::units::is_unit;
use super::words::is_column_mark;
use crate::submission::Vocabulary;
use crate::submission::cell::{self, Cell};
use crate::submission::grid::{Grid, GridRow};
use crate::submission::header::Field;
use crate::submission::unit::Unit;
use crate::text;

/// What such a row is.
enum Under {
    Units,
    Numbers,
    /// A line that is drawn with dashes.
    Rule,
}

/// Passes over the rows from `first` on that are no data yet; units are added to their
/// columns. Returns the first row of the data, and the row of column numbers.
pub(super) fn read(
    grid: &Grid,
    first: usize,
    columns: &mut [Column],
    vocabulary: &Vocabulary<'_>,
) -> (usize, Option<usize>) {
    let (mut at, mut had_units, mut numbers) = (first, false, None);
    while let Some(row) = grid.rows.get(at) {
        match kind(row, columns, vocabulary) {
            Some(Under::Units) if !had_units => {
                had_units = true;
                add_units(row, columns);
            }
            Some(Under::Numbers) if numbers.is_none() => numbers = Some(at),
            Some(Under::Rule) => {}
            Some(_) | None => break,
        }
        at += 1;
    }
    (at, numbers)
}

fn cells(row: &GridRow) -> impl Iterator<Item = (usize, &str)> {
    let cells = row.cells.iter().enumerate().map(|(at, cell)| (at, cell.text.trim()));
    cells.filter(|(_, text)| !text.is_empty())
}

fn kind(row: &GridRow, columns: &[Column], vocabulary: &Vocabulary<'_>) -> Option<Under> {
    let figures = |at: usize| {
        let column = columns.get(at)?;
        column.part().filter(|part| *part != Field::Remark)
    };
    let is_drawn = |text: &str| text.len() > 2 && text.trim_matches(':').bytes().all(|c| c == b'-');
    if cells(row).all(|(_, text)| is_drawn(text)) {
        return Some(Under::Rule);
    }
    if cells(row).any(|(_, text)| named_row(text, vocabulary).is_some()) {
        return None;
    }
    let units = cells(row).all(|(at, text)| {
        let unit = text::fold(unbracketed(text));
        let is_label = figures(at).is_none() && matches!(&*unit, "单位" | "计量单位");
        is_label || is_unit(&unit) || vocabulary.is_unit(&unit)
    });
    if units && cells(row).any(|(at, _)| figures(at).is_some()) {
        return Some(Under::Units);
    }
    let mut numbers = Vec::new();
    for (at, text) in cells(row) {
        let folded = text::fold(unbracketed(text));
        match folded.parse::<u16>() {
            Ok(number) => numbers.push((at, number)),
            Err(_) if is_column_mark(&folded) => {}
            Err(_) => return None,
        }
    }
    // 甲 乙 1 2 3. Figures of a row that begins with a known number look like it where there
    // are but two of them.
    let goes_up = numbers.windows(2).all(|pair| pair[1].1 == pair[0].1.saturating_add(1));
    let (first, number) = *numbers.first()?;
    let begins = number >= 1 && usize::from(number) <= first + 1;
    let marks = cells(row).count() - numbers.len();
    let are_enough = marks > 0 || numbers.len() >= 3 || (first > 0 && numbers.len() == 2);
    (goes_up && begins && are_enough).then_some(Under::Numbers)
}

/// Whether a row under headings goes on with them, though none of its words need be known:
/// it names nothing, and in several columns of figures holds what is none (6月底, Q1, 第1期).
pub(super) fn goes_on(row: &GridRow, columns: &[Column], vocabulary: &Vocabulary<'_>) -> bool {
    if kind(row, columns, vocabulary).is_some() {
        return false;
    }
    let first = columns.iter().position(|column| !column.is_axis() && column.is_of_figures());
    let is_spread = |at: usize| columns.get(at).is_none_or(|column| column.text.is_empty());
    let is_of_figures = |at: usize| {
        let column = columns.get(at);
        column.is_some_and(|column| !column.is_axis() && column.is_of_figures())
    };
    let is_under = |at: usize| is_of_figures(at) || is_spread(at) && Some(at) > first;
    let (under, beside): (Vec<_>, Vec<_>) = cells(row).partition(|(at, _)| is_under(*at));
    let labels: Vec<(usize, &str)> = under.into_iter().filter(|cell| !is_missing(cell.1)).collect();
    let is_one = labels.windows(2).all(|two| two[0].1 == two[1].1);
    // Whole numbers are labels where headings were merged, or all columns have the same one.
    let may_count = is_one || labels.iter().any(|(at, _)| !is_of_figures(*at));
    let is_label = |(_, text): &(usize, &str)| {
        !is_labelled(text)
            && named_row(text, vocabulary).is_none()
            && (is_words(text) || is_time_in_digits(text) || may_count && is_small(text))
    };
    let says_nothing = |(at, text): &(usize, &str)| {
        let is_copy = columns.get(*at).is_some_and(|column| column.text == **text);
        is_copy || is_missing(text) || is_of_time(text)
    };
    // What such a row says of its columns is read where it says that it is of time.
    let is_known = beside.iter().any(|(_, text)| is_time(text));
    !is_known
        && labels.len() > 1
        && labels.iter().any(|(at, _)| is_of_figures(*at))
        && labels.iter().all(is_label)
        && beside.iter().all(says_nothing)
}

fn is_missing(text: &str) -> bool {
    cell::read(text.as_bytes(), Unit::Of("")).is_missing()
}

/// Whether a text is surely no figure, not even one that can't be read.
fn is_words(text: &str) -> bool {
    matches!(cell::read(text.as_bytes(), Unit::Of("")), Cell::Unreadable(_))
        && !text.contains(['%', '％', '‰'])
}

/// Whether a number may be a month, or the last day of one: 202306, 2023.6, 6.30.
fn is_time_in_digits(text: &str) -> bool {
    let text = text::half_width(text);
    text::read_period(&text).is_some() || text::may_end_month(&text)
}

/// Whether a number may be that of a month, or of a time among others.
fn is_small(text: &str) -> bool {
    const MOST: u8 = 31;
    text::half_width(text).parse::<u8>().is_ok_and(|number| number <= MOST)
}

/// Whether a text is a time, or a word for one.
fn is_of_time(text: &str) -> bool {
    Key::of(&text::fold(text)) == Some(Key::Part)
        || text::is_part_of_year(text)
        || text::read_period(text).is_some()
}

/// A text without the brackets around all of it.
fn unbracketed(text: &str) -> &str {
    let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inner.unwrap_or(text)
}

fn add_units(row: &GridRow, columns: &mut [Column]) {
    for (at, text) in cells(row) {
        if let Some(column) = columns.get_mut(at).filter(|column| column.units.is_empty()) {
            column.units.push(text::fold(unbracketed(text)).into_owned());
        }
    }
}
