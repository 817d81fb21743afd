//! What is said of a whole table as of a column beside its figures: a label, and what stands
//! behind it, in one cell (倍数：1000) or in two.

use std::borrow::Cow;
use std::sync::Arc;

use super::footer::{is_footer, is_time};
use super::heading::is_figure;
use super::key::Key;
use super::label::{PAPERS, UNITS, is_aside, is_of_figures, is_sender};
use super::title::Title;
use crate::source::Place;
use crate::submission::grid::{Content, Grid, GridCell, GridRow};
use crate::submission::header::Field;
use crate::submission::milestone;
use crate::term::Done;
use crate::text;

/// A label and what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct Pair {
    pub(in crate::submission) label: String,
    pub(in crate::submission) value: String,
    pub(in crate::submission) place: Place,
}

impl Title {
    /// Takes what a label says that would tell rows apart if it were the heading of a column.
    pub(super) fn keyed(&mut self, key: Key<'_>, pair: (&str, &str), place: &dyn Fn() -> Place) {
        match key {
            // Whose the rows are each says itself, and a single sending is as good as any.
            Key::Level | Key::Edition | Key::Figure => {}
            Key::Part | Key::Asks(_) | Key::Factor | Key::Sign | Key::Spread | Key::Within(_) => {
                self.pair(pair.0, pair.1, place)
            }
        }
    }

    /// Takes what a text says of where the figures come from: 数据来源：2021年统计年鉴.
    pub(super) fn sourced(&mut self, text: &str, place: &dyn Fn() -> Place) {
        if let Some(source) = text::source_in(&text::fold(text)) {
            self.pair("来源", source, place);
        }
    }

    /// Takes the day on which a form was filled in or printed: before the year was over it held
    /// none of its results.
    pub(super) fn filed(&mut self, label: &str, value: &str, place: &dyn Fn() -> Place) {
        if text::is_filing_date(label) && text::read_day(value).is_some() {
            self.pair(label, value, place);
        }
    }

    fn pair(&mut self, label: &str, value: &str, place: &dyn Fn() -> Place) {
        let (label, value) = (label.to_owned(), value.to_owned());
        self.pairs.push(Pair { label, value, place: place() });
    }
}

/// The cells of a row that hold anything of their own, as they are read: a label in a cell of
/// its own belongs to the next one.
pub(super) fn texts(grid: &Grid, row: usize) -> Vec<(usize, Cow<'_, str>)> {
    let Some(row) = grid.rows.get(row) else { return Vec::new() };
    let cells = cells(row);
    let are_pairs = are_pairs(&cells);
    let mut texts = Vec::with_capacity(cells.len());
    let mut cells = cells.into_iter().peekable();
    while let Some((at, text)) = cells.next() {
        let is_ended = text.ends_with([':', '：']);
        let is_label = is_ended || are_pairs || is_label(text);
        texts.push(match cells.next_if(|_| is_label) {
            Some((_, value)) if is_ended => (at, format!("{text}{value}").into()),
            Some((_, value)) => (at, format!("{text}：{value}").into()),
            None => (at, text.into()),
        });
    }
    texts
}

/// The first cell of a row that says something of a table, and not surely what. Who filled it
/// in, and when, is nothing of the figures.
pub(super) fn failed(grid: &Grid, row: usize, file: &Arc<str>) -> Option<(GridCell, Place)> {
    let mut label = Cow::default();
    for (column, cell) in grid.rows.get(row)?.cells.iter().enumerate() {
        let is_aside = is_aside(&label) && !is_of_figures(&label) && !is_sender(&label);
        if cell.content.fault(&cell.text).is_some() && !is_aside {
            return Some((cell.clone(), grid.place(file, row, column, &"".into())));
        }
        if !cell.text.trim().is_empty() {
            label = text::fold(cell.text.trim().trim_end_matches([':', '：']));
        }
    }
    None
}

/// Whether a row is made of labels, and of what stands behind each.
pub(super) fn is_of_pairs(row: &GridRow) -> bool {
    are_pairs(&cells(row))
}

fn cells(row: &GridRow) -> Vec<(usize, &str)> {
    let own = row.cells.iter().enumerate().filter(|(_, cell)| cell.content != Content::Merged);
    own.map(|(at, cell)| (at, cell.text.trim())).filter(|(_, text)| !text.is_empty()).collect()
}

fn are_pairs(cells: &[(usize, &str)]) -> bool {
    !cells.is_empty()
        && cells.len().is_multiple_of(2)
        && cells
            .chunks(2)
            .all(|two| matches!(two, [(_, label), (_, value)] if is_pair(label, value)))
}

/// Labels, folded, of what figures are, or are of.
const SUBJECTS: [&str; 8] =
    ["类别", "数据类别", "指标类别", "对象", "统计对象", "样本", "口径", "统计口径"];

/// Whether a text is a label, and the one behind it what it says: 倍数 and 1000. What may be
/// the name of a row and its figure is none.
pub(in crate::submission) fn is_pair(label: &str, value: &str) -> bool {
    const LONGEST: usize = 8;
    let folded = text::fold(label);
    let is_short = folded.chars().count() <= LONGEST;
    if !is_short || label.contains([':', '：']) || Field::named(value).is_some() {
        return false;
    }
    let is_number = is_figure(value);
    match Key::of(&folded) {
        Some(Key::Factor | Key::Sign | Key::Spread | Key::Edition) => true,
        Some(Key::Part) => !is_number || folded.contains(['月', '季', '周', '旬', '期']),
        Some(Key::Asks(_)) => matches!(milestone::read(value), Some(Done::Yes | Done::No)),
        Some(Key::Level | Key::Within(_)) => !is_number,
        Some(Key::Figure) => false,
        None => {
            is_time(label)
                || is_footer(label)
                || PAPERS.contains(&&*folded)
                || is_aside(&folded) && !folded.ends_with(['率', '数', '比'])
                || !is_number && (SUBJECTS.contains(&&*folded) || is_sender(&folded))
                || !is_number && UNITS.contains(&&*folded)
        }
    }
}

/// Whether a cell says of what the one beside it is wherever they stand, and that this is no
/// matter of the figures (制表日期 | 2024年1月), or of their unit.
fn is_label(text: &str) -> bool {
    const ENDS: [&str; 5] = ["机关", "文号", "表号", "有效期至", "电话"];
    const LONGEST: usize = 8;
    let folded = text::fold(text);
    let is_short = folded.chars().count() <= LONGEST;
    let ends = || ENDS.iter().any(|end| folded.ends_with(end)) && is_aside(&folded);
    is_short && (text::is_filing_date(&folded) || UNITS.contains(&&*folded) || ends())
}
