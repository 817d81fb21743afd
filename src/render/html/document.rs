//! A document as a page by itself.

use std::io::{self, Write};

use super::page::{Page, Part};
use super::table::{Cell, Table};
use super::text::{Typed, Verdict};
use crate::render::Lang;
use crate::render::document::{self, Block, Document};

/// Writes a document as a page: its parts have the names of their headings, and so have the
/// tables in them.
pub(in crate::render) fn document(
    document: &Document,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new("".into(), lang);
    let mut part = Part::new("p0", "", 0);
    for block in &document.blocks {
        let text = |text: &str| Typed::from(text).to_string();
        match block {
            Block::Title(text) => page.title = text.as_str().into(),
            Block::Heading(_, start, text) => {
                let next = format!("p{}", page.parts.len() + 1);
                page.parts.push(part);
                part = Part::new(next, format!("{start}{text}"), 0);
            }
            Block::Line(line) => part.passage("", &text(line)),
            Block::Text(start, said) => part.passage("", &text(&format!("{start}{said}"))),
            Block::List(start, items) => {
                part.passage("", &text(&format!("{start}{}", lang.list(items))));
            }
            Block::Chart(of) => part.passage("", &text(&of.alternative)),
            Block::Table(of) => {
                let name = if part.title.is_empty() {
                    page.title.plain()
                } else {
                    part.title.as_str().into()
                };
                part.add(&table(of, &name, lang))?;
                if of.left_out > 0 {
                    part.passage("more", &lang.and_more(of.left_out, of.held));
                }
            }
            Block::More(count, held) => part.passage("more", &lang.and_more(*count, *held)),
            Block::Gap => {}
        }
    }
    page.parts.push(part);
    page.parts.retain(|part| !part.title.is_empty() || !part.body.is_empty());
    page.write(out)
}

/// A table that those who hear the page know by that name.
fn table(of: &document::Table, name: &str, lang: Lang) -> Table {
    let heads = of.columns.iter().map(|column| Cell::head(&column.title)).collect();
    let cell = |(cell, column): (&document::Cell, &document::Column)| {
        let text = Typed::from(cell.text.as_str());
        match cell.outcome {
            Some(outcome) if cell.text == lang.outcome(outcome) => {
                Cell::verdict(Verdict::new(outcome, lang), None)
            }
            Some(_) | None => Cell::of(if column.right { "n" } else { "" }, text),
        }
    };
    let rows = of.rows.iter().map(|row| row.iter().zip(&of.columns).map(cell).collect());
    let table = Table::new("", heads, rows.collect());
    Table { name: format!(" aria-label=\"{}\"", Typed::from(name).escaped()), ..table }
}
