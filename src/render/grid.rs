//! Tables that fit a width: columns are folded, never cut.

use comfy_table::presets::ASCII_HORIZONTAL_ONLY;
use comfy_table::{
    Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, Width,
};
use unicode_width::UnicodeWidthStr;

use super::{Style, plain};
use crate::term::{Outcome, Standing};

/// How a column may be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// As wide as its widest line.
    Never,
    /// Takes what the others leave, but no less than this.
    AtLeast(usize),
    /// The same, but never within a word: for numbers.
    Words,
}

/// One column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) title: String,
    pub(super) fold: Fold,
    pub(super) right: bool,
}

impl Column {
    pub(super) fn new(title: impl Into<String>, fold: Fold) -> Self {
        Self { title: title.into(), fold, right: false }
    }

    pub(super) fn right(mut self) -> Self {
        self.right = true;
        self
    }
}

/// One cell: its text, and the outcome that colours it.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) outcome: Option<Outcome>,
}

impl<T: Into<String>> From<T> for Text {
    fn from(text: T) -> Self {
        Self { text: text.into(), outcome: None }
    }
}

impl Text {
    /// The same, each line of it harmless to a terminal.
    fn plain(&self) -> Self {
        let lines: Vec<String> = self.text.split('\n').map(plain::line).collect();
        Self { text: lines.join("\n"), outcome: self.outcome }
    }

    pub(super) fn outcome(text: impl Into<String>, outcome: Outcome) -> Self {
        Self { text: text.into(), outcome: Some(outcome) }
    }
}

/// Between two columns there is one blank.
const GAP: usize = 1;

/// The columns that the terminal shows for a text.
pub(super) fn width(text: &str) -> usize {
    text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// How wide a table is at the least.
pub(super) fn least_width(columns: &[Column], rows: &[Vec<Text>]) -> usize {
    let widths = columns.iter().enumerate().map(|(at, column)| least(column, at, rows));
    widths.map(|width| width + GAP).sum()
}

/// A number no wider than this is never broken over two lines.
const NUMBER: usize = 10;

/// How narrow a column may be drawn.
fn least(column: &Column, at: usize, rows: &[Vec<Text>]) -> usize {
    match column.fold {
        Fold::Never => widest(column, at, rows),
        Fold::AtLeast(least) => {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let numbers = cells.flat_map(pieces).map(width).filter(|width| *width <= NUMBER);
            let widest = widest(column, at, rows);
            least.min(widest).max(numbers.max().unwrap_or(0))
        }
        Fold::Words => {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
            let words = cells.chain([column.title.as_str()]).flat_map(str::split_whitespace);
            words.map(width).max().unwrap_or(0)
        }
    }
}

fn widest(column: &Column, at: usize, rows: &[Vec<Text>]) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text));
    cells.chain([width(&column.title)]).max().unwrap_or(0)
}

/// Draws a table.
pub(super) fn draw(columns: &[Column], rows: &[Vec<Text>], style: Style) -> String {
    let mut table = Table::new();
    let look = ASCII_HORIZONTAL_ONLY.row_separator(LineStyle::none());
    table.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
    if style.color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let rows: Vec<Vec<Text>> =
        rows.iter().map(|row| row.iter().map(Text::plain).collect()).collect();
    let widths = widths(columns, &rows, style.width);
    let fold = |text: &str, at: usize| folded(text, widths[at]);
    table.set_header(columns.iter().enumerate().map(|(at, column)| fold(&column.title, at)));
    for row in &rows {
        table.add_row(row.iter().enumerate().map(|(at, text)| {
            let cell = Cell::new(fold(&text.text, at));
            match text.outcome.and_then(color) {
                Some(color) => cell.fg(color),
                None => cell,
            }
        }));
    }
    for (at, column) in columns.iter().enumerate() {
        if let Some(drawn) = table.column_mut(at) {
            drawn.set_padding((0, 0)); // the style's own separator is the gap
            let fixed = u16::try_from(widths[at]).unwrap_or(u16::MAX);
            drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(fixed)));
            if column.right {
                drawn.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let mut text: String = table.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    text.truncate(text.trim_end_matches('\n').len());
    text.push('\n');
    text
}

/// How wide each column is drawn: what folds shares the room that is left, each
/// no wider than it needs.
fn widths(columns: &[Column], rows: &[Vec<Text>], total: usize) -> Vec<usize> {
    let mut widths: Vec<usize> =
        columns.iter().enumerate().map(|(at, column)| widest(column, at, rows)).collect();
    let room = total.max(least_width(columns, rows));
    let least: Vec<usize> =
        columns.iter().enumerate().map(|(at, column)| least(column, at, rows)).collect();
    loop {
        let used: usize = widths.iter().map(|width| width + GAP).sum();
        // The widest column that may still be folded gives way by one.
        let foldable = (0..columns.len()).filter(|at| widths[*at] > least[*at]);
        match foldable.max_by_key(|at| widths[*at]) {
            Some(at) if used > room => widths[at] -= 1,
            _ => return widths,
        }
    }
}

/// The text in lines of at most `most` columns, broken at blanks where there are
/// any, else between characters.
fn folded(text: &str, most: usize) -> String {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut current = String::new();
        for word in line.split_inclusive(' ') {
            if width(&current) + width(word.trim_end()) > most && !current.is_empty() {
                lines.push(std::mem::take(&mut current));
            }
            for piece in pieces(word) {
                // A number is broken only where it has no line to itself.
                let fits = width(&current) + width(piece.trim_end()) <= most;
                if !fits && !current.is_empty() && width(piece.trim_end()) <= most {
                    lines.push(std::mem::take(&mut current));
                }
                for c in piece.chars() {
                    let mut buffer = [0; 4];
                    if c != ' ' && width(&current) + width(c.encode_utf8(&mut buffer)) > most {
                        lines.push(std::mem::take(&mut current));
                    }
                    current.push(c);
                }
            }
        }
        lines.push(current);
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// What of a word is not broken: a number with its sign, its point and its unit's
/// sign, or a day; every other character stands by itself.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let is_number = |c: char| c.is_ascii_digit() || "+-.,:%≥≤><=".contains(c);
    let mut rest = word;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = if is_number(first) {
            rest.find(|c| !is_number(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some(piece)
    })
}

/// A list in lines of at most `most` columns, broken between its items.
pub(super) fn wrapped(start: String, items: &[String], separator: &str, most: usize) -> String {
    let mut lines = vec![start];
    for (at, item) in items.iter().enumerate() {
        let item = plain::line(item);
        let end = if at + 1 < items.len() { separator } else { "" };
        let piece = format!("{item}{end}");
        match lines.last_mut() {
            Some(line) if width(line) + width(piece.trim_end()) <= most => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn color(outcome: Outcome) -> Option<Color> {
    match (outcome, outcome.standing()) {
        (_, Standing::Pass) => Some(Color::Green),
        (Outcome::Behind, _) => Some(Color::Yellow),
        (_, Standing::Fail) => Some(Color::Red),
        (_, Standing::Incomplete) => Some(Color::Magenta),
        (_, Standing::Neutral) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_breaks_between_characters_and_loses_none() {
        assert_eq!(folded("残疾人之家覆盖率", 7), "残疾人\n之家覆\n盖率");
        assert_eq!(folded("not met at all", 7), "not met\nat all");
        assert_eq!(folded("", 5), "");
        assert_eq!(folded("ab\ncd", 5), "ab\ncd");
    }
}
