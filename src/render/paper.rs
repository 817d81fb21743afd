//! A document in every format that takes documents whole.

use std::io::{self, Write};

use super::document::Document;
#[cfg(feature = "html")]
use super::html;
use super::{Lang, Style, markdown, terminal};
#[cfg(feature = "xlsx")]
use super::{docx, xlsx};
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

    #[cfg(feature = "html")]
    pub(super) fn html(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        html::document(&self.told, lang, out)
    }

    #[cfg(feature = "xlsx")]
    pub(super) fn xlsx(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        xlsx::document(self, lang, out)
    }

    #[cfg(feature = "xlsx")]
    pub(super) fn docx(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        docx::document(&self.told, lang, out)
    }
}
