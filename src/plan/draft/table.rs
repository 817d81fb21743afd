//! From the bytes of a file to the rows of its tables.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::fold::{fold, tidy};
use super::header::Header;
use crate::text::{is_blank, is_invisible};

/// The text of a file that a spreadsheet program, an editor or a clipboard wrote, and the
/// encoding it was in unless that is UTF-8; none of a workbook, a picture or the like.
pub(in crate::plan) fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, Option<&'static str>)> {
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        // What Chinese Windows programs save a CSV as.
        None => (GB18030, bytes),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest)?;
    let is_text = !text.contains('\0');
    is_text.then_some((text, (encoding != UTF_8).then_some(encoding.name())))
}

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

impl Table {
    /// Reads a text; none if no row of it is a header. Its cells are parted by the mark by
    /// which most of a header is known, the surest first: a tab stands in no cell.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut best: Option<Self> = None;
        for mark in [b'\t', b'|', b',', b';'] {
            let known = best.as_ref().map_or(0, |table| table.header.known());
            best = parted(text, mark).filter(|table| table.header.known() > known).or(best);
        }
        best
    }
}

fn parted(text: &str, mark: u8) -> Option<Table> {
    let stray_quotes = mark != b'|' && !quotes_pair(text, char::from(mark));
    let mut rows = if mark == b'|' { piped(text) } else { marked(text, mark, !stray_quotes) };
    rows.retain(|row| !is_ruled(row) && row.iter().any(|cell| !fold(cell).is_empty()));
    let (at, (header, taken)) = rows.iter().enumerate().find_map(|(at, row)| {
        let next = rows.get(at + 1).map(Vec::as_slice);
        Some((at, Header::at(row, next)?))
    })?;
    let following = rows.split_off(at + taken);
    rows.truncate(at);
    let before = rows.iter().map(|row| row.join(" ")).collect();
    Some(Table { before, header, rows: following, stray_quotes })
}

/// The rows of CSV.
fn marked(text: &str, mark: u8, quotes: bool) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(mark).has_headers(false).flexible(true).quoting(quotes);
    // Text in memory can't fail to be read.
    let records = builder.from_reader(text.as_bytes()).into_records().map_while(Result::ok);
    records.map(|record| record.iter().map(trimmed).collect()).collect()
}

/// Whether every quote that opens a cell closes it too. Pasted text has quotes that
/// mean themselves; one of them would swallow the rest of the table.
pub(in crate::plan) fn quotes_pair(text: &str, mark: char) -> bool {
    let ends = [mark, '\n', '\r'];
    let mut rest = text;
    loop {
        if let Some(mut inner) = rest.strip_prefix('"') {
            while let Some((_, behind)) = inner.split_once('"') {
                rest = behind;
                // A doubled quote is one within the cell.
                inner = behind.strip_prefix('"').unwrap_or("");
            }
            if !rest.is_empty() && !rest.starts_with(ends) {
                return false;
            }
        }
        match rest.split_once(ends) {
            Some((_, next)) => rest = next,
            None => return true,
        }
    }
}

/// The rows of Markdown; a line without a pipe is a row of one cell.
fn piped(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().map(|line| {
        let line = line.trim();
        if !line.contains('|') {
            return vec![trimmed(line)];
        }
        // A pipe that belongs to a cell has a backslash before it.
        let line = line.strip_prefix('|').unwrap_or(line).replace("\\|", "\0");
        let line = line.strip_suffix('|').unwrap_or(&line);
        line.split('|').map(|cell| trimmed(&cell.replace('\0', "|"))).collect()
    });
    rows.collect()
}

/// The line below a Markdown header: `|---|:-:|`.
fn is_ruled(cells: &[String]) -> bool {
    let is_dashes = |cell: &String| {
        cell.contains("--") && cell.chars().all(|c| matches!(c, '-' | ':' | ' '))
            || matches!(&**cell, "-" | ":-" | "-:" | ":-:")
    };
    cells.iter().all(is_dashes)
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
