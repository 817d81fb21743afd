//! Tables that fit a width: columns are folded, never cut.

use comfy_table::presets::ASCII_HORIZONTAL_ONLY;
use comfy_table::{
    CellAlignment, Color, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Width,
};

use crate::render::document::{Cell, Column, Fold, Table};
use crate::render::fit::{self, Room, pieces, width};
use crate::render::{Ink, Style, plain};
use crate::term::{Attribute, Outcome, Standing};

/// Between two columns there is one blank.
const GAP: usize = 1;

/// A table in lines that fit, in several tables where there is too little room.
pub(super) fn fitted(table: &Table, style: Style) -> String {
    let room = Room { width: style.width, gap: GAP };
    let parts = fit::parts(table, room);
    parts.iter().map(|part| draw(&part.columns, &part.rows, table.is_dense, style)).collect()
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
    let widths = fit::widths(&columns, &rows, Room { width: style.width, gap: GAP });
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

/// The text in lines of at most `most` columns, broken at blanks where there are
/// any, else between characters.
fn folded(text: &str, most: usize) -> String {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if width(line) <= most {
            lines.push(line.to_owned());
            continue;
        }
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

/// What does not hold is bold, and has the colour of how firmly it was to hold.
fn marked(cell: comfy_table::Cell, of: &Cell) -> comfy_table::Cell {
    let ink = match (of.outcome.map(Outcome::standing), of.attribute) {
        (Some(Standing::Fail), Some(Attribute::Binding)) => Some(Ink::Red),
        (Some(Standing::Fail), Some(Attribute::Anticipatory)) => Some(Ink::Yellow),
        (Some(Standing::Fail), Some(Attribute::Task) | None) => None,
        (Some(Standing::Incomplete), _) => Some(Ink::Magenta),
        (Some(Standing::Pass | Standing::Neutral) | None, _) => return cell,
    };
    let cell = cell.add_attribute(comfy_table::Attribute::Bold);
    match ink {
        Some(ink) => cell.fg(Color::AnsiValue(ink.code())),
        None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_cell_or_start_of_a_list_turns_its_line_round() {
        let style = Style::plain(crate::render::Lang::Zh, 40);
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
