//! What a row below the headings of a table is to it: data, the headings of another one, or
//! words beside it.

use super::band;
use super::footer::{is_footer, is_time};
use super::heading::{Heading, Named, named_row};
use super::key::Key;
use super::pair::is_of_pairs;
use super::{Group, Table};
use crate::submission::Vocabulary;
use crate::submission::cell;
use crate::submission::grid::{Content, GridCell, GridRow};
use crate::term::{Found, Layout};
use crate::text;

/// The first text of a row.
pub(super) fn first_text(row: &GridRow) -> Option<&str> {
    row.cells.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty())
}

/// The cells of a row in the columns of figures, but for those that an earlier one fills.
fn figures<'r>(row: &'r GridRow, table: &'r Table) -> impl Iterator<Item = &'r GridCell> {
    let cells = table.groups.iter().flat_map(Group::figures).filter_map(|at| row.cells.get(at));
    cells.filter(|cell| cell.content != Content::Merged)
}

fn filled(row: &GridRow) -> usize {
    row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count()
}

/// Whether a row is data of a table.
pub(super) fn is_data(row: &GridRow, table: &Table, vocabulary: &Vocabulary<'_>) -> bool {
    let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.trim());
    let is_region = |at: usize| {
        let text = text(at);
        let found = vocabulary.known.regions.of(text, || vocabulary.region_names.find(text));
        matches!(found, Some(Found::One(_) | Found::Several))
    };
    let is_series = |at: usize| {
        vocabulary.series_names.find(text(at)).is_some()
            || matches!(named_row(text(at), vocabulary), Some(Named::Series(_)))
    };
    let regions = table.regions.iter().any(|at| is_region(*at));
    let series = table.series.is_some_and(is_series);
    let has_axes = !table.regions.is_empty() || table.series.is_some();
    if has_axes && (table.regions.is_empty() || regions) && (table.series.is_none() || series) {
        return true;
    }
    // Of when the columns are, 1-6月 and 202306 look like figures, and so does 倍数 | 1000.
    let is_named = regions || series && table.regions.is_empty();
    if !is_named && is_of_pairs(row) {
        return false;
    }
    if first_text(row).is_some_and(|it| is_footer(it) || is_time(it)) && !series && !regions {
        return false;
    }
    let filled = filled(row);
    if regions || series {
        // A place alone in a table of one value a row stands below or above it.
        return filled > 1 || table.layout != Layout::Long;
    }
    if figures(row, table).any(GridCell::is_figure) {
        return true;
    }
    let cells = figures(row, table).map(|cell| cell.text.trim());
    let filled_figures = cells.filter(|text| !cell::is_blank(text.as_bytes())).count();
    let words = band::words(row, &table.groups);
    // Words in every column of figures are headings, a single one is a slip.
    let are_headings = words > 1 && words == filled_figures;
    filled_figures > 0 && filled > 1 && !are_headings && !bears(row, vocabulary)
}

/// Whether a row is one of totals or means that nobody filled in.
pub(super) fn is_blank_total(row: &GridRow) -> bool {
    filled(row) == 1 && first_text(row).is_some_and(|text| Key::is_total(&text::fold(text)))
}

/// Whether anything in a row says what headings or titles say.
fn bears(row: &GridRow, vocabulary: &Vocabulary<'_>) -> bool {
    let mut cells = row.cells.iter().map(|cell| cell.text.trim()).filter(|t| !t.is_empty());
    cells.any(|text| Heading::read(text, vocabulary).bears())
}

/// Whether a row that names nothing holds something in a column of figures.
pub(super) fn holds_more(row: &GridRow, table: &Table, _: &Vocabulary<'_>) -> bool {
    // The day and the page at the foot of a form stand wherever there is room.
    let is_aside = |text: &str| {
        text::read_date(text).is_some()
            || is_footer(text)
            || text.starts_with('第') && text.ends_with('页')
    };
    let mut texts = figures(row, table).map(|cell| cell.text.trim());
    texts.any(|text| text.contains(|c: char| c.is_ascii_digit()) && !is_aside(text))
}

/// Whether a row is headings of which nothing is known: words alone, also where the
/// figures stand.
pub(super) fn is_unknown_head(row: &GridRow, table: &Table, vocabulary: &Vocabulary<'_>) -> bool {
    let axes: Vec<usize> = table.regions.iter().copied().chain(table.series).collect();
    let is_beside = first_text(row).is_some_and(is_footer) || is_of_pairs(row);
    filled(row) > 1 && !is_beside && band::is_heading(row, &axes, &table.groups, vocabulary)
}
