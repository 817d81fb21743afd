//! The frame of every page: its head, its style, its title, its contents and its parts.

use std::io::{self, Write};

use askama::Template;

use super::policy;
use super::text::Typed;
use super::tongue::marked;
use crate::render::Lang;
use crate::render::text::{HtmlWords, LeftOut};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A page that is complete in itself.
#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct Page<'r> {
    pub(super) w: &'static HtmlWords,
    pub(super) lang: Lang,
    pub(super) title: Typed<'r>,
    /// What kind of document it is, if its title doesn't say so.
    pub(super) stage: Option<&'static str>,
    /// Markup below the title.
    pub(super) intro: String,
    /// Whether its parts are listed before them.
    pub(super) has_contents: bool,
    /// Its figures are made up, in part or all of them.
    pub(super) is_sample: bool,
    pub(super) parts: Vec<Part>,
}

impl<'r> Page<'r> {
    pub(super) fn new(title: Typed<'r>, lang: Lang) -> Self {
        let (intro, w) = (String::new(), lang.html_words());
        let parts = Vec::new();
        Self { w, lang, title, stage: None, intro, has_contents: false, is_sample: false, parts }
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let page = self.render().map_err(io::Error::other)?;
        let (head, body) = page.split_at(page.find("<body").unwrap_or_default());
        out.write_all(head.as_bytes())?;
        out.write_all(marked(body, self.lang).as_bytes())
    }
}

/// A part of a page, with its markup.
pub(super) struct Part {
    pub(super) id: String,
    pub(super) title: String,
    /// How many it tells of; 0 if that is not told.
    pub(super) count: u64,
    /// It is for those who check how the report came about.
    pub(super) is_annex: bool,
    pub(super) body: String,
}

impl Part {
    pub(super) fn new(id: impl Into<String>, title: impl Into<String>, count: u64) -> Self {
        Self { id: id.into(), title: title.into(), count, is_annex: false, body: String::new() }
    }

    /// One behind the report.
    pub(super) fn annex(id: &str, number: usize, title: &str, lang: Lang) -> Self {
        Self { is_annex: true, ..Self::new(id, lang.appendix(number, title), 0) }
    }

    pub(super) fn add(&mut self, part: &impl Template) -> io::Result<()> {
        part.render_into(&mut self.body).map_err(io::Error::other)
    }

    /// A passage of our own words and of typed text.
    pub(super) fn passage(&mut self, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.body.push_str(&format!("<p{class}>{text}</p>\n"));
    }

    pub(super) fn left_out(&mut self, what: LeftOut, count: u64, lang: Lang) {
        if count > 0 {
            self.passage("more", &lang.left_out(what, count));
        }
    }
}
