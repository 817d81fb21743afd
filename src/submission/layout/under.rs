//! Rows between the headings of a table and its data: units, and the numbers of columns.

use super::columns::Column;
use super::heading::named_row;
use super::units::is_unit;
use super::words::is_column_mark;
use crate::submission::Vocabulary;
use crate::submission::grid::{Grid, GridRow};
use crate::submission::header::Field;
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
