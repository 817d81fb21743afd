//! A document in every format that takes documents whole.

use std::io::{self, Write};

use super::document::Document;
use super::{Lang, Style, docx, html, markdown, terminal, xlsx};
use crate::term::Year;

/// A document, and what formats say of it that is not in it.
#[derive(Debug)]
pub(super) struct Paper {
    pub(super) told: Document,
    /// What the sheet of a workbook is called.
    pub(super) sheet: &'static str,
    /// The last year that it is about, which dates a workbook.
    pub(super) year: Year,
}

impl Paper {
    pub(super) fn text(&self, style: Style) -> String {
        terminal::page(&self.told, style)
    }

    pub(super) fn markdown(&self, lang: Lang) -> String {
        markdown::page(&self.told, lang)
    }

    pub(super) fn html(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        html::document(&self.told, lang, out)
    }

    pub(super) fn xlsx(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        xlsx::document(self, lang, out)
    }

    pub(super) fn docx(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&docx::written(&self.told, lang)?)
    }
}
