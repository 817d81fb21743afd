//! The text of the file: paragraphs and tables on pages that stand or lie.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::package::{HEAD, MAIN};
use super::{chart, table};
use crate::render::document::{Block, Document, Level};
use crate::render::fit::Room;
use crate::render::text::LeftOut;
use crate::render::{Lang, plain};

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Upright,
    Across,
}

/// A character of a table takes so many twentieths of a point; a Chinese one two of these.
const CHARACTER: usize = 105;
/// What stands beside every column, in these.
const GAP: usize = 2;
/// A line of a title has room for so many characters, of which a Chinese one is two.
const TITLE: usize = 40;

impl Page {
    /// How wide its text is, in twentieths of a point: 156 mm, or 225 mm.
    pub(super) fn width(self) -> usize {
        match self {
            Self::Upright => 8845,
            Self::Across => 12756,
        }
    }

    /// How many characters of a table are as wide.
    pub(super) fn room(self) -> Room {
        Room { width: self.width() / CHARACTER, gap: GAP }
    }

    /// A4 with the margins of official documents, 22 lines of 28 characters.
    fn section(self) -> String {
        let (size, margins, foot) = match self {
            Self::Upright => (
                "w:w=\"11906\" w:h=\"16838\"",
                "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"",
                1304,
            ),
            Self::Across => (
                "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
                "w:top=\"1587\" w:right=\"1984\" w:bottom=\"1474\" w:left=\"2098\"",
                794,
            ),
        };
        format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
             <w:footerReference w:type=\"even\" r:id=\"rId6\"/><w:pgSz {size}/>\
             <w:pgMar {margins} w:header=\"850\" w:footer=\"{foot}\" w:gutter=\"0\"/>\
             <w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>\
             </w:sectPr>"
        )
    }
}

/// The main part of the file.
pub(super) fn document(document: &Document, lang: Lang) -> String {
    let is_head = |block: &Block| matches!(block, Block::Title(_) | Block::Heading(..));
    let parts: Vec<&[Block]> = document.blocks.chunk_by(|_, next| !is_head(next)).collect();
    let mut pages: Vec<Page> = parts.iter().map(|part| page(part)).collect();
    // A head by itself stands on the page of what follows it.
    for at in (1..parts.len()).rev() {
        if parts[at - 1].iter().all(is_head) {
            pages[at - 1] = pages[at];
        }
    }
    let mut text = Text {
        annexes: document.annexes().collect(),
        lang,
        annex: 0,
        chart: 0,
        keeps: "",
        is_behind_table: false,
        body: String::new(),
    };
    for (at, part) in parts.iter().enumerate() {
        // Which annexes there are stands on the page of what comes before them.
        if text.annex == 0 && matches!(part.first(), Some(Block::Heading(Level::Annex, ..))) {
            text.list_annexes();
        }
        if let Some(before) = at.checked_sub(1).and_then(|at| pages.get(at))
            && *before != pages[at]
        {
            text.end(&before.section());
        }
        for (block, next) in part.iter().zip(part.iter().skip(1).map(Some).chain([None])) {
            // What leads to a table or a chart stands on its page.
            let leads = matches!(next, Some(Block::Table(_) | Block::Chart(_)));
            text.keeps = if leads { "<w:keepNext/>" } else { "" };
            text.add(block, pages[at]);
        }
    }
    if text.is_behind_table {
        text.end("");
    }
    let last = pages.last().copied().unwrap_or(Page::Upright).section();
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <w:body>{}{last}</w:body></w:document>",
        text.body
    )
}

/// How the page lies that a part needs.
fn page(part: &[Block]) -> Page {
    let fits = |block: &Block| match block {
        Block::Table(table) => table::fits(table, Page::Upright),
        _ => true,
    };
    if part.iter().all(fits) { Page::Upright } else { Page::Across }
}

/// The text as far as it is written.
struct Text<'d> {
    /// The titles of all annexes.
    annexes: Vec<&'d str>,
    lang: Lang,
    /// How many annexes have begun.
    annex: usize,
    /// How many charts there are so far.
    chart: usize,
    /// What keeps a paragraph on the page of what follows it, if anything does.
    keeps: &'static str,
    /// No table must meet another, or end a section.
    is_behind_table: bool,
    body: String,
}

impl Text<'_> {
    fn add(&mut self, block: &Block, page: Page) {
        match block {
            // Of a long one each part has a line.
            Block::Title(text) if text.width() > TITLE => {
                self.paragraph("Title", &text.replacen('\u{3000}', "\n", 1));
            }
            Block::Title(text) => self.paragraph("Title", text),
            Block::Heading(Level::Part, start, text) => self.head(1, start, text),
            Block::Heading(Level::Within, start, text) => self.head(2, start, text),
            Block::Heading(Level::Annex, start, text) => {
                self.annex += 1;
                let number = (self.annexes.len() > 1).then_some(self.annex);
                self.paragraph("AnnexLabel", &self.lang.annex(number));
                self.paragraph("AnnexTitle", &format!("{start}{text}"));
            }
            Block::Line(text) => self.paragraph("BodyText", text),
            Block::Text(start, text) => self.paragraph("BodyText", &format!("{start}{text}")),
            Block::List(start, items) => {
                self.paragraph("BodyText", &format!("{start}{}", self.lang.list(items)));
            }
            Block::Table(of) => {
                let tables = table::tables(of, page, self.lang);
                if !tables.is_empty() {
                    self.push(&tables);
                    self.is_behind_table = true;
                }
                if of.left_out > 0 {
                    self.add(&Block::More(of.left_out, of.held), page);
                }
            }
            Block::Chart(of) => {
                self.chart += 1;
                self.push(&chart::drawing(of, self.chart, page));
            }
            Block::More(count, _) => {
                // It stands close below its table.
                self.is_behind_table = false;
                self.paragraph("TableNote", &self.lang.left_out(LeftOut::Rows, count));
            }
            Block::Path(_) | Block::Gap => {}
        }
    }

    /// Which annexes there are, before the first.
    fn list_annexes(&mut self) {
        self.paragraph("BodyText", "");
        let start = format!("{}{}", self.lang.annex(None), self.lang.words().colon);
        match self.annexes.clone().as_slice() {
            [only] => self.paragraph("BodyText", &format!("{start}{only}")),
            all => {
                for (at, title) in all.iter().enumerate() {
                    let (style, start) =
                        if at == 0 { ("BodyText", &*start) } else { ("AnnexList", "") };
                    self.paragraph(style, &format!("{start}{}. {title}", at + 1));
                }
            }
        }
    }

    /// A paragraph that is not seen, which ends a section or follows a table at the end.
    fn end(&mut self, section: &str) {
        let look = format!("<w:pStyle w:val=\"SectionEnd\"/>{section}");
        self.is_behind_table = false;
        self.push(&paragraph(&look, "", false, self.lang));
    }

    /// A head with a number, if it does not begin with one; in an annex the numbers begin
    /// anew.
    fn head(&mut self, level: usize, start: &str, text: &str) {
        let list = match self.annex {
            _ if !start.is_empty() => Some(0), // none
            0 => None,
            annex => Some(annex + 1),
        };
        let numbers = list.map_or(String::new(), |list| {
            let level = level - 1;
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
        });
        let look = format!("<w:pStyle w:val=\"Heading{level}\"/>{numbers}");
        self.push(&paragraph(&look, &format!("{start}{text}"), false, self.lang));
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        let look = format!("<w:pStyle w:val=\"{style}\"/>{}", self.keeps);
        self.push(&paragraph(&look, text, false, self.lang));
    }

    fn push(&mut self, written: &str) {
        if std::mem::take(&mut self.is_behind_table) {
            self.body.push_str(&table::between(self.lang));
        }
        self.body.push_str(written);
    }
}

/// A paragraph that looks so.
pub(super) fn paragraph(look: &str, text: &str, is_bold: bool, lang: Lang) -> String {
    // Marks that both scripts have, as “ and …, are as wide as Chinese ones among these.
    let is_chinese = lang == Lang::Zh && text.chars().any(|c| c.width() > Some(1));
    let hint = if is_chinese { "<w:rFonts w:hint=\"eastAsia\"/>" } else { "" };
    let bold = if is_bold { "<w:b/>" } else { "" };
    let line = |line: &str| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
    let run = match text {
        "" => String::new(),
        text => {
            let lines: Vec<String> = text.split('\n').map(line).collect();
            format!("<w:r><w:rPr>{hint}{bold}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
        }
    };
    format!("<w:p><w:pPr>{look}</w:pPr>{run}</w:p>")
}

/// A text of which nothing is markup, in one line.
pub(super) fn escaped(text: &str) -> String {
    let line = plain::seen(text);
    quick_xml::escape::escape(&line).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup_and_xml_can_hold_it() {
        assert_eq!(
            escaped("<a>&\"'\u{0}\u{202E}\u{FFFE}\t"),
            "&lt;a&gt;&amp;&quot;&apos;\u{FFFD}\u{FFFD}\u{FFFD} "
        );
    }
}
