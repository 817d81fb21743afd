//! A document on one sheet.

use std::io::{self, Write};

use rust_xlsxwriter::XlsxError;
use unicode_width::UnicodeWidthStr;

use super::page::{Page, marked};
use crate::render::document::{Block, Document, Table};
use crate::render::paper::Paper;
use crate::render::spreadsheet::{Formats, ROOM, fitted};
use crate::render::{Lang, seal};

/// A column has so many characters at least, and at most.
const WIDTHS: (usize, usize) = (8, 36);

/// Those of a document without tables, over which its passages stand.
const BARE: [u32; 2] = [20, 100];

/// Writes a document as a workbook of one sheet; its date is the first day of its year.
pub(in crate::render) fn document(
    paper: &Paper,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let workbook = workbook(paper, lang).map_err(io::Error::other)?;
    out.write_all(&seal::sealed(&workbook)?)
}

fn workbook(paper: &Paper, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let Paper { told, sheet, year } = paper;
    let title = title(told);
    let mut book = super::book(title, *year)?;
    let look = Formats::new();
    write(&mut super::page(&mut book, sheet, &look)?, told, lang)?;
    book.save_to_buffer()
}

/// What a document is.
pub(super) fn title(document: &Document) -> &str {
    let title = document.blocks.iter().find_map(|block| match block {
        Block::Title(text) => Some(text.as_str()),
        _ => None,
    });
    title.unwrap_or(env!("CARGO_PKG_NAME"))
}

/// Writes a document on a sheet.
pub(super) fn write(page: &mut Page<'_>, document: &Document, lang: Lang) -> Result<(), XlsxError> {
    page.columns(&widths(document))?;
    let mut row = 0;
    for block in &document.blocks {
        row += match block {
            Block::Title(text) => passage(page, row, text, true),
            Block::Heading(_, start, text) => passage(page, row, &format!("{start}{text}"), true),
            Block::Line(text) => passage(page, row, text, false),
            Block::Text(start, text) => passage(page, row, &format!("{start}{text}"), false),
            Block::List(start, items) => {
                passage(page, row, &format!("{start}{}", lang.list(items)), false)
            }
            Block::Chart(of) => passage(page, row, &of.alternative, false),
            Block::Table(of) => {
                let rows = table(page, row, of)?;
                let more = (of.left_out > 0).then(|| lang.and_more(of.left_out, of.held));
                let rest = more.map(|more| passage(page, row + rows, &more, false));
                rows + rest.unwrap_or(0)
            }
            Block::More(count, held) => passage(page, row, &lang.and_more(*count, *held), false),
            Block::Path(_) => 0,
            Block::Gap => 1,
        };
    }
    page.paper(title(document), lang)
}

/// How wide each column is, for all tables: a page has room for all where it can be.
fn widths(document: &Document) -> Vec<u32> {
    let mut widths: Vec<usize> = Vec::new();
    for block in &document.blocks {
        let Block::Table(table) = block else { continue };
        widths.resize(widths.len().max(table.columns.len()), WIDTHS.0);
        let heads = table.columns.iter().map(|column| column.title.as_str());
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()));
        let mut fit = |texts: &mut dyn Iterator<Item = &str>| {
            for (width, text) in widths.iter_mut().zip(texts) {
                *width = (text.width() + 2).clamp(*width, WIDTHS.1);
            }
        };
        fit(&mut heads.into_iter());
        rows.for_each(|mut row| fit(&mut row));
    }
    if widths.len() < 2 {
        return BARE.to_vec();
    }
    let widths: Vec<u32> = widths.into_iter().map(|width| width as u32).collect();
    fitted(&widths, ROOM)
}

/// A text over all columns; how many rows it takes.
fn passage(page: &mut Page<'_>, row: u32, text: &str, is_head: bool) -> u32 {
    let look = page.look;
    match (is_head, row) {
        (true, 0) => page.title(row, text),
        (true, _) => page.passage(row, text, &look.strong),
        (false, _) => page.passage(row, text, &look.aside),
    }
    1
}

/// The heads and rows of a table; how many rows it takes.
fn table(page: &mut Page<'_>, top: u32, of: &Table) -> Result<u32, XlsxError> {
    let look = page.look;
    for (at, column) in (0..).zip(&of.columns) {
        page.text(top, at, &column.title, &look.heading)?;
    }
    page.fit(top)?;
    let mut row = top;
    for cells in &of.rows {
        row += 1;
        for (at, (cell, column)) in (0..).zip(cells.iter().zip(&of.columns)) {
            let format = if column.right { &look.number } else { &look.words };
            let format = match cell.outcome {
                Some(outcome) => marked(format, outcome),
                None => format.clone(),
            };
            match &*cell.text {
                // A rise and a fall alike show their sign.
                text if text.starts_with('-') => page.text(row, at, text, &format)?,
                text if text.contains('.') => page.number(row, at, text, "", &format)?,
                text => page.ordinal(row, at, text, &format)?,
            }
        }
        page.fit(row)?;
    }
    Ok(row - top + 1)
}
