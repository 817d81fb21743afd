//! Documents of any kind as Markdown.

use super::escape::{escape, escape_all};
use super::{LIST, filled};
use crate::render::Lang;
use crate::render::document::{Block, Document, Level, Table};

/// The most characters of a document, and of all its tables; none has more than a list.
const DOCUMENT: usize = 60_000;
const TABLES: usize = 44_000;
/// More than it takes to say how many are left out.
const UNLISTED: usize = 100;

/// A document as Markdown. What stands behind its last gap says how it ends and always has
/// room; before that stands how many rows and sentences are left out.
pub(in crate::render) fn page(document: &Document, lang: Lang) -> String {
    let is_gap = |block: &Block| matches!(block, Block::Gap);
    let last = document.blocks.iter().rposition(is_gap).unwrap_or(0);
    let (parts, end) = document.blocks.split_at(last);
    let mut page = Page { room: DOCUMENT - UNLISTED, tables: TABLES, ..Page::default() };
    page.add(end, lang);
    let end = std::mem::take(&mut page.text);
    page.add(parts, lang);
    if page.left_out > 0 {
        page.text.push_str(&format!("{}\n\n", lang.unlisted(page.left_out)));
    }
    super::finished(page.text + &end)
}

/// A page that is being written.
#[derive(Default)]
struct Page {
    text: String,
    /// What stands over a table that is still to come, or that has no room.
    head: String,
    room: usize,
    tables: usize,
    left_out: u64,
}

impl Page {
    fn add(&mut self, blocks: &[Block], lang: Lang) {
        for block in blocks {
            match block {
                Block::Title(text) => self.passage(&format!("## {}\n\n", escape(text))),
                Block::Heading(level, start, text) => {
                    self.end_head();
                    let mark = match level {
                        Level::Part | Level::Annex => "###",
                        Level::Within => "####",
                    };
                    self.head = format!("{mark} {}\n\n", escape(&format!("{start}{text}")));
                }
                Block::Line(text) => self.passage(&format!("{}\n\n", escape_all(text))),
                Block::Text(start, text) => {
                    self.passage(&format!("{}{}\n\n", start.trim_start(), escape_all(text)));
                }
                Block::List(start, items) => {
                    let text = format!("{start}{}", lang.list(items));
                    self.passage(&format!("{}\n\n", escape_all(&text)));
                }
                Block::Chart(of) => self.passage(&format!("{}\n\n", escape_all(&of.alternative))),
                Block::Path(_) => {}
                Block::Table(of) => self.table(of),
                Block::More(count, _) => self.left_out += count,
                Block::Gap => self.end_head(),
            }
        }
        self.end_head();
    }

    /// A text, which belongs to the head that stands before it.
    fn passage(&mut self, text: &str) {
        if !self.head.is_empty() {
            self.head.push_str(text);
        } else if let Some(room) = self.room.checked_sub(text.chars().count()) {
            self.room = room;
            self.text.push_str(text);
        } else {
            self.left_out += 1;
        }
    }

    /// A head over no table is a passage.
    fn end_head(&mut self) {
        let head = std::mem::take(&mut self.head);
        self.passage(&head);
    }

    /// A table and its head, or neither.
    fn table(&mut self, of: &Table) {
        let head = std::mem::take(&mut self.head);
        let share = LIST.min(self.room).min(self.tables).saturating_sub(head.chars().count());
        let (table, left_out) = filled(of, share);
        self.left_out += left_out;
        if !table.is_empty() {
            self.tables -= (head.chars().count() + table.chars().count()).min(self.tables);
            self.passage(&(head + &table));
        }
    }
}
