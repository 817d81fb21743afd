//! Documents as a terminal shows them: in lines that fit its width.

mod prose;
mod table;

use super::document::{Block, Document};
use super::{Style, plain};
pub(super) use prose::filled;

/// A document as a page of text.
pub(super) fn page(document: &Document, style: Style) -> String {
    let mut page = String::new();
    for block in &document.blocks {
        match block {
            Block::Title(text) => page.push_str(&filled("", text, style.width)),
            Block::Line(text) => page.push_str(&(plain::line(text) + "\n")),
            Block::Heading(_, start, text) | Block::Text(start, text) => {
                page.push_str(&filled(start, text, style.width));
            }
            Block::Chart(chart) => {
                page.push_str(&filled("", &chart.alternative, style.width));
            }
            Block::List(start, items) => {
                let separator = style.lang.words().separator;
                page.push_str(&table::wrapped(start, items, separator, style.width));
            }
            Block::Table(table) => {
                page.push_str(&table::fitted(table, style));
                if table.left_out > 0 {
                    let more = style.lang.and_more(table.left_out, table.held);
                    page.push_str(&filled("", &more, style.width));
                }
            }
            Block::More(count, held) => page.push_str(&(style.lang.and_more(*count, *held) + "\n")),
            Block::Path(_) => {}
            Block::Gap => page.push('\n'),
        }
    }
    page
}
