//! How tables fit the room they have, in characters: which columns stand beside one another,
//! and how wide each is. Columns are folded, never cut.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::document::{Cell, Column, Fold, Place, Table};

/// The room that a table has, and what of it stands beside every column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: usize,
    pub(super) gap: usize,
}

/// Columns of a table that stand beside one another, and their cells.
pub(super) struct Part<'t> {
    pub(super) columns: Cow<'t, [Column]>,
    pub(super) rows: Cow<'t, [Vec<Cell>]>,
}

impl Part<'_> {
    /// Whether no column is narrower than it may be.
    pub(super) fn fits(&self, room: Room) -> bool {
        least_width(&self.columns, &self.rows, room.gap) <= room.width
    }
}

/// How many columns of text are as wide as the widest line of a text.
pub(super) fn width(text: &str) -> usize {
    text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// A table in parts that fit. Where there is little room, cells are narrow; where even so
/// there is too little, the columns across stand in several parts.
pub(super) fn parts(table: &Table, room: Room) -> Vec<Part<'_>> {
    let places = 0..table.columns.len();
    let across: Vec<usize> =
        places.filter(|at| table.columns[*at].place == Place::Across).collect();
    let is_narrow = |cell: &Cell| cell.narrow.is_some();
    let is_one = across.is_empty() && !table.rows.iter().flatten().any(is_narrow);
    let whole = Part { columns: (&table.columns).into(), rows: (&table.rows).into() };
    if is_one || whole.fits(room) {
        return vec![whole];
    }
    let mut parts = Vec::new();
    // What stands in the last part alone takes its room first.
    let from_end = table.columns.iter().any(|column| column.place == Place::Last);
    let mut rest = 0..across.len();
    loop {
        let Range { mut start, mut end } = rest;
        let mut drawn = part(table, &across[rest.clone()], rest.end == across.len());
        while end - start > 1 && !drawn.fits(room) {
            (start, end) = if from_end { (start + 1, end) } else { (start, end - 1) };
            drawn = part(table, &across[start..end], end == across.len());
        }
        parts.push(drawn);
        rest = if from_end { rest.start..start } else { end..rest.end };
        if rest.is_empty() {
            break;
        }
    }
    if from_end {
        parts.reverse();
    }
    parts
}

/// Those columns of a table that stand in a part, narrow.
fn part<'t>(table: &'t Table, across: &[usize], is_last: bool) -> Part<'t> {
    let stands = |at: &usize| match table.columns[*at].place {
        Place::Each => true,
        Place::Across => across.contains(at),
        Place::Last => is_last,
    };
    let places: Vec<usize> = (0..table.columns.len()).filter(stands).collect();
    let columns = places.iter().map(|at| {
        let column = &table.columns[*at];
        Column { fold: column.narrow, ..column.clone() }
    });
    let cell = |cell: &Cell| {
        let text = cell.narrow.as_ref().unwrap_or(&cell.text).clone();
        Cell { text, narrow: None, ..*cell }
    };
    let row = |row: &Vec<Cell>| places.iter().filter_map(|at| row.get(*at)).map(cell).collect();
    Part { columns: columns.collect(), rows: table.rows.iter().map(row).collect() }
}

/// How wide a table is at the least.
fn least_width(columns: &[Column], rows: &[Vec<Cell>], gap: usize) -> usize {
    let widths = columns.iter().enumerate().map(|(at, column)| least(column, at, rows));
    widths.map(|width| width + gap).sum()
}

/// A number or a word in letters no wider than this is never broken over two lines.
const UNBROKEN: usize = 10;

/// How narrow a column may be drawn.
fn least(column: &Column, at: usize, rows: &[Vec<Cell>]) -> usize {
    match column.fold {
        Fold::Never => widest(column, at, rows),
        Fold::Cut(least) => least.min(widest(column, at, rows)),
        Fold::AtLeast(least) => {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let texts = cells.chain([column.title.as_str()]);
            let whole = texts.flat_map(pieces).map(width).filter(|width| *width <= UNBROKEN);
            let widest = widest(column, at, rows);
            least.min(widest).max(whole.max().unwrap_or(0))
        }
        Fold::Words => {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let words = cells.chain([column.title.as_str()]).flat_map(str::split_whitespace);
            words.map(width).max().unwrap_or(0)
        }
    }
}

fn widest(column: &Column, at: usize, rows: &[Vec<Cell>]) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text));
    cells.chain([width(&column.title)]).max().unwrap_or(0)
}

/// How wide each column is drawn: what folds shares the room that is left, each
/// no wider than it needs.
pub(super) fn widths(columns: &[Column], rows: &[Vec<Cell>], room: Room) -> Vec<usize> {
    let mut widths: Vec<usize> =
        columns.iter().enumerate().map(|(at, column)| widest(column, at, rows)).collect();
    let total = room.width.max(least_width(columns, rows, room.gap));
    let least: Vec<usize> =
        columns.iter().enumerate().map(|(at, column)| least(column, at, rows)).collect();
    loop {
        let used: usize = widths.iter().map(|width| width + room.gap).sum();
        // The widest column that may still be folded gives way by one.
        let foldable = (0..columns.len()).filter(|at| widths[*at] > least[*at]);
        match foldable.max_by_key(|at| widths[*at]) {
            Some(at) if used > total => widths[at] -= 1,
            _ => return widths,
        }
    }
}

/// What of a word is not broken: a number with its sign, its point and its unit's
/// sign, or a day; letters of the alphabet; every other character stands by itself.
pub(super) fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let is_number = |c: char| c.is_ascii_digit() || "+-.,:%≥≤><=".contains(c);
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '\'';
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_number(first) {
            rest.find(|c| !is_number(c))
        } else if is_letter(first) {
            rest.find(|c| !is_letter(c))
        } else {
            Some(first.len_utf8())
        };
        let length = end.unwrap_or(rest.len());
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some(piece)
    })
}
