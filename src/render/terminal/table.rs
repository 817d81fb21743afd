//! Tables that fit a width: columns are folded, never cut.

use std::ops::Range;

use comfy_table::presets::ASCII_HORIZONTAL_ONLY;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, ContentLineStyle,
    LineStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use crate::render::document::{Cell, Column, Fold, Place, Table};
use crate::render::{Style, plain};
use crate::term::{Outcome, Standing};

/// Between two columns there is one blank.
const GAP: usize = 1;

/// The columns that the terminal shows for a text.
fn width(text: &str) -> usize {
    text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// A table in lines that fit. Where there is little room, cells are narrow; where even so
/// there is too little, the columns across stand in several tables.
pub(super) fn fitted(table: &Table, style: Style) -> String {
    let places = 0..table.columns.len();
    let across: Vec<usize> =
        places.filter(|at| table.columns[*at].place == Place::Across).collect();
    let is_narrow = |cell: &Cell| cell.narrow.is_some();
    let is_one = across.is_empty() && !table.rows.iter().flatten().any(is_narrow);
    if is_one || least_width(&table.columns, &table.rows) <= style.width {
        return draw(&table.columns, &table.rows, table.is_dense, style);
    }
    let mut tables = Vec::new();
    // What stands in the last part alone takes its room first.
    let from_end = table.columns.iter().any(|column| column.place == Place::Last);
    let mut rest = 0..across.len();
    loop {
        let Range { mut start, mut end } = rest;
        let mut drawn = part(table, &across[rest.clone()], rest.end == across.len());
        while end - start > 1 && least_width(&drawn.0, &drawn.1) > style.width {
            (start, end) = if from_end { (start + 1, end) } else { (start, end - 1) };
            drawn = part(table, &across[start..end], end == across.len());
        }
        tables.push(draw(&drawn.0, &drawn.1, table.is_dense, style));
        rest = if from_end { rest.start..start } else { end..rest.end };
        if rest.is_empty() {
            break;
        }
    }
    if from_end {
        tables.reverse();
    }
    tables.concat()
}

/// Some columns of a table, and their cells.
type Part = (Vec<Column>, Vec<Vec<Cell>>);

/// Those columns of a table that stand in a part, narrow.
fn part(table: &Table, across: &[usize], is_last: bool) -> Part {
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
    (columns.collect(), table.rows.iter().map(row).collect())
}

/// How wide a table is at the least.
fn least_width(columns: &[Column], rows: &[Vec<Cell>]) -> usize {
    let widths = columns.iter().enumerate().map(|(at, column)| least(column, at, rows));
    widths.map(|width| width + GAP).sum()
}

/// A number no wider than this is never broken over two lines.
const NUMBER: usize = 10;

/// How narrow a column may be drawn.
fn least(column: &Column, at: usize, rows: &[Vec<Cell>]) -> usize {
    match column.fold {
        Fold::Never => widest(column, at, rows),
        Fold::Cut(least) => least.min(widest(column, at, rows)),
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

fn widest(column: &Column, at: usize, rows: &[Vec<Cell>]) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| width(&cell.text));
    cells.chain([width(&column.title)]).max().unwrap_or(0)
}

/// Draws a table.
fn draw(columns: &[Column], rows: &[Vec<Cell>], is_dense: bool, style: Style) -> String {
    let mut table = comfy_table::Table::new();
    let none = LineStyle::none();
    let ruled = ASCII_HORIZONTAL_ONLY.row_separator(none);
    let look = match is_dense {
        true => {
            let gap = ContentLineStyle::none().junction(' ');
            let bare = ruled.top_border(none).header_separator(none).bottom_border(none);
            bare.header_lines(gap).content_lines(gap)
        }
        false => ruled,
    };
    table.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
    if style.color {
        table.enforce_styling();
    } else {
        table.force_no_tty();
    }
    let plain = |cell: &Cell| Cell { text: plain::lines(&cell.text), narrow: None, ..*cell };
    let title = |column: &Column| Column { title: plain::lines(&column.title), ..column.clone() };
    let columns: Vec<Column> = columns.iter().map(title).collect();
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(plain).collect()).collect();
    let widths = widths(&columns, &rows, style.width);
    let fold = |text: &str, at: usize| match columns[at].fold {
        Fold::Cut(_) => cut(text, widths[at]),
        Fold::Never | Fold::AtLeast(_) | Fold::Words => folded(text, widths[at]),
    };
    table.set_header(columns.iter().enumerate().map(|(at, column)| fold(&column.title, at)));
    for row in &rows {
        table.add_row(row.iter().enumerate().map(|(at, text)| {
            let cell = comfy_table::Cell::new(fold(&text.text, at));
            marked(cell, text)
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
fn widths(columns: &[Column], rows: &[Vec<Cell>], total: usize) -> Vec<usize> {
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
            // What no line of its own holds is broken anyway.
            let own = width(word.trim_end());
            if width(&current) + own > most && own <= most && !current.is_empty() {
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

/// The text in one line of at most `most` columns, without its middle if it is wider.
fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let (mut head, mut tail) = (String::new(), String::new());
    let room = most.saturating_sub(1);
    let (mut from, mut to) = (text.chars(), text.chars().rev());
    loop {
        // The end tells more: 覆盖率.
        let is_tail = width(&tail) <= width(&head);
        let Some(c) = (if is_tail { to.next() } else { from.next() }) else { break };
        let wide = width(c.encode_utf8(&mut [0; 4]));
        if width(&head) + width(&tail) + wide > room {
            break;
        }
        if is_tail { tail.insert(0, c) } else { head.push(c) }
    }
    format!("{head}…{tail}")
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
pub(super) fn wrapped(start: &str, items: &[String], separator: &str, most: usize) -> String {
    let mut lines = vec![plain::line(start)];
    for (at, item) in items.iter().enumerate() {
        let item = plain::line(item);
        let end = if at + 1 < items.len() { separator } else { "" };
        let piece = format!("{item}{end}");
        match lines.last_mut() {
            Some(line) if width(line) + width(piece.trim_end()) <= most => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// What does not hold is bold, and red where it binds: normal red and magenta can be read on
/// white, on black and on what lies between, as bright ones, green and yellow can't.
fn marked(cell: comfy_table::Cell, of: &Cell) -> comfy_table::Cell {
    let color = match of.outcome.map(Outcome::standing) {
        Some(Standing::Fail) if of.is_binding => Some(Color::DarkRed),
        Some(Standing::Fail) => None,
        Some(Standing::Incomplete) => Some(Color::DarkMagenta),
        Some(Standing::Pass | Standing::Neutral) | None => return cell,
    };
    let cell = cell.add_attribute(Attribute::Bold);
    match color {
        Some(color) => cell.fg(color),
        None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_cell_or_start_of_a_list_turns_its_line_round() {
        let style = Style { lang: crate::render::Lang::Zh, color: false, width: 40 };
        let heads = vec![Column::new("甲\u{202E}乙\u{2067}", Fold::Never)];
        let drawn = fitted(&Table::new(heads, vec![vec!["丙\u{200F}".into()]]), style);
        assert_eq!(drawn.matches('\u{FFFD}').count(), 3, "{drawn}");
        let list = wrapped("丁\u{61C}：", &["戊\u{202D}".to_owned()], "、", 40);
        assert_eq!(list, "丁\u{FFFD}：戊\u{FFFD}\n");
    }

    #[test]
    fn folding_breaks_between_characters_and_loses_none() {
        assert_eq!(folded("残疾人之家覆盖率", 7), "残疾人\n之家覆\n盖率");
        assert_eq!(folded("not met at all", 7), "not met\nat all");
        assert_eq!(folded("", 5), "");
        assert_eq!(folded("ab\ncd", 5), "ab\ncd");
    }
}
