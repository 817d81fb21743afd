//! A document as a page by itself.

use std::io::{self, Write};

use askama::Template;

use super::policy::{STYLE, policy};
use super::table::{Cell, Table};
use super::text::{Typed, Verdict};
use crate::render::Lang;
use crate::render::document::{self, Block, Document};
use crate::render::text::HtmlWords;

#[derive(Template)]
#[template(path = "document.html")]
struct Page<'d> {
    w: &'static HtmlWords,
    version: &'static str,
    policy: String,
    title: Typed<'d>,
    body: String,
}

/// Writes a document as a page: its parts have the names of their headings, and so have the
/// tables in them.
pub(in crate::render) fn document(
    document: &Document,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page {
        w: lang.html_words(),
        version: env!("CARGO_PKG_VERSION"),
        policy: policy(),
        title: "".into(),
        body: String::new(),
    };
    let mut parts = 0;
    for block in &document.blocks {
        match block {
            Block::Title(text) => page.title = text.as_str().into(),
            Block::Heading(_, start, text) => {
                parts += 1;
                let text = Typed::from(format!("{start}{text}"));
                page.body.push_str(&format!("<h2 id=\"p{parts}\">{text}</h2>\n"));
            }
            Block::Line(text) => page.passage(text),
            Block::Text(start, text) => page.passage(&format!("{start}{text}")),
            Block::List(start, items) => page.passage(&format!("{start}{}", lang.list(items))),
            Block::Chart(of) => page.passage(&of.alternative),
            Block::Table(of) => page.body.push_str(&table(of, parts, lang)?),
            Block::More(count, held) => page.passage(&lang.and_more(*count, *held)),
            Block::Gap => {}
        }
    }
    page.write_into(out)
}

impl Page<'_> {
    fn passage(&mut self, text: &str) {
        self.body.push_str(&format!("<p>{}</p>\n", Typed::from(text)));
    }
}

fn table(of: &document::Table, part: usize, lang: Lang) -> io::Result<String> {
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
    let table = Table::named_by(&format!("p{part}"), String::new(), heads);
    let mut markup = Table { bodies: vec![(None, rows.collect())], ..table }
        .render()
        .map_err(io::Error::other)?;
    if of.left_out > 0 {
        markup.push_str(&format!("<p class=\"more\">{}</p>\n", lang.unlisted(of.left_out)));
    }
    Ok(markup)
}
