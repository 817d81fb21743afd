//! From a text to the rows of its tables.

use super::fold::{fold, tidy};
use super::header::Header;
use crate::text::{is_blank, is_invisible};

/// The rows of a text, up to its first header and from there on.
#[derive(Debug)]
pub(super) struct Table {
    /// What stands before the first header, a line each.
    pub(super) before: Vec<String>,
    /// The first header.
    pub(super) header: Header,
    /// What follows it.
    pub(super) rows: Vec<Vec<String>>,
    /// Whether quotes did not pair, and were read as they stand.
    pub(super) stray_quotes: bool,
}

/// How the cells of a row are parted.
#[derive(Clone, Copy)]
enum Split {
    /// CSV, with this mark.
    Mark(u8),
    /// Markdown.
    Pipes,
}

/// The ways that are tried, the surest first: a tab stands in no cell.
const SPLITS: [Split; 4] = [Split::Mark(b'\t'), Split::Pipes, Split::Mark(b','), Split::Mark(b';')];

impl Table {
    /// Reads a text; `None` if no row of it is a header.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut best: Option<Self> = None;
        for split in SPLITS {
            let known = best.as_ref().map_or(0, |table| table.header.known());
            best = read(text, split).filter(|table| table.header.known() > known).or(best);
        }
        best
    }
}

fn read(text: &str, split: Split) -> Option<Table> {
    let (mut rows, stray_quotes) = match split {
        Split::Mark(mark) => {
            let stray = !quotes_pair(text, mark);
            (marked(text, mark, !stray), stray)
        }
        Split::Pipes => (piped(text), false),
    };
    let (at, (header, taken)) = rows.iter().enumerate().find_map(|(at, row)| {
        let next = rows.get(at + 1).map(Vec::as_slice);
        Some((at, Header::at(row, next)?))
    })?;
    let following = rows.split_off(at + taken);
    rows.truncate(at);
    let before = rows.iter().map(|row| row.join(" ")).collect();
    Some(Table { before, header, rows: following, stray_quotes })
}

/// The rows of CSV. Blank ones and ruled lines are left out.
fn marked(text: &str, mark: u8, quotes: bool) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .quoting(quotes)
        .from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut rows = Vec::new();
    // Bytes in memory can't fail to be read.
    while let Ok(true) = reader.read_byte_record(&mut record) {
        let cells = record.iter().map(|cell| trimmed(&String::from_utf8_lossy(cell)));
        let cells: Vec<String> = cells.collect();
        if !is_rule(&cells) {
            rows.push(cells);
        }
    }
    without_blank(rows)
}

/// Whether every quote that opens a cell closes it too. Pasted text has quotes that
/// mean themselves; one of them would swallow the rest of the table.
fn quotes_pair(text: &str, mark: u8) -> bool {
    let bytes = text.as_bytes();
    let ends = |byte: u8| byte == mark || byte == b'\n' || byte == b'\r';
    let mut at = 0;
    let mut opens = true;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' && opens {
            loop {
                at += 1;
                match (bytes.get(at), bytes.get(at + 1)) {
                    (None, _) => return false,
                    (Some(b'"'), Some(b'"')) => at += 1,
                    (Some(b'"'), next) => match next {
                        Some(next) if !ends(*next) => return false,
                        _ => break,
                    },
                    (Some(_), _) => {}
                }
            }
            opens = false;
        } else {
            opens = ends(byte);
        }
        at += 1;
    }
    true
}

/// The rows of Markdown; a line without a pipe is a row of one cell.
fn piped(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter_map(|line| {
        let line = line.trim();
        if !line.contains('|') {
            return Some(vec![trimmed(line)]);
        }
        let line = line.strip_prefix('|').unwrap_or(line);
        let mut cells = vec![String::new()];
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' if chars.peek() == Some(&'|') => {
                    chars.next();
                    push(&mut cells, '|');
                }
                '|' => cells.push(String::new()),
                c => push(&mut cells, c),
            }
        }
        if cells.len() > 1 && cells.last().is_some_and(|last| last.trim().is_empty()) {
            cells.pop();
        }
        let cells: Vec<String> = cells.iter().map(|cell| trimmed(cell)).collect();
        (!is_rule(&cells)).then_some(cells)
    });
    without_blank(rows.collect())
}

fn push(cells: &mut [String], c: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(c);
    }
}

/// The line below a Markdown header: `|---|:-:|`.
fn is_rule(cells: &[String]) -> bool {
    let is_dashes = |cell: &String| {
        cell.contains("--") && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
            || matches!(&**cell, "-" | ":-" | "-:" | ":-:")
    };
    cells.iter().all(is_dashes)
}

fn without_blank(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_blank = |row: &Vec<String>| row.iter().all(|cell| fold(cell).is_empty());
    rows.into_iter().filter(|row| !is_blank(row)).collect()
}

fn trimmed(cell: &str) -> String {
    cell.trim_matches(|c: char| is_blank(c) || is_invisible(c)).to_owned()
}

/// The only cell of a row that holds something, if there is only one: a heading
/// within the table, or words around it.
pub(super) fn only(row: &[String]) -> Option<&str> {
    let mut filled = row.iter().filter(|cell| !tidy(cell).is_empty());
    match (filled.next(), filled.next()) {
        (Some(cell), None) => Some(cell),
        _ => None,
    }
}
