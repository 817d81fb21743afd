//! A document as a page by itself.

use std::io::{self, Write};

use super::chart::{Chart, Figure};
use super::page::{Page, Part};
use super::rules::Rules;
use super::table::{Cell, Table, in_lines};
use super::text::{Typed, Verdict};
use crate::render::Lang;
use crate::render::document::{self, Block, Document};
use crate::render::trend::{drawn, rows};
use crate::report::{Report, Trend};

/// Trends as a page: the years of an indicator are drawn over its table.
pub(in crate::render) fn trend(
    (report, trend): &(Report, Trend),
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rules = Rules::new(report);
    let chart = |at: usize| Chart::new(report, rules.of(at), at, &rows(report, trend, at), lang);
    let page = Page { is_sample: report.is_sample(), ..Page::new("".into(), lang) };
    written(page, &drawn(report, trend, lang), chart, out)
}

/// Writes a document as a page: its parts have the names of their headings, and so have the
/// tables in them.
pub(in crate::render) fn document(
    document: &Document,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    written(Page::new("".into(), lang), document, |_| None, out)
}

/// The same, with the drawings that there are of indicators.
fn written<'d>(
    mut page: Page<'d>,
    document: &'d Document,
    drawn: impl Fn(usize) -> Option<Chart>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = page.lang;
    let mut keys: Vec<&'static str> = Vec::new();
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
            Block::Path(at) => {
                let Some(chart) = drawn(*at) else { continue };
                let key = chart.key(lang);
                if !keys.contains(&key) {
                    keys.push(key);
                    part.passage("note", key);
                }
                part.add(&Figure { chart, w: lang.html_words(), lang })?;
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
    let heads = of.columns.iter().map(|column| Cell::head_in_lines(&column.title, lang)).collect();
    let cell = |(cell, column): (&document::Cell, &document::Column)| {
        let text = in_lines(&cell.text);
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
