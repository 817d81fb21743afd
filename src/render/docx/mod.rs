//! Documents for a word processor, in the form of official ones (GB/T 9704): A4 with 22 lines
//! of 28 characters a page, 仿宋 of size 3, heads numbered 一、（一）1., tables whose heads are
//! repeated on every page, and annexes. Styles, heads and numbers are real ones, so that the
//! document can be edited and a table of contents made.
//!
//! The same document is written to the same bytes; it has no date.

mod body;
mod chart;
mod package;
mod table;

use std::io::{self, Write};

use super::document::Document;
use super::{Lang, assessment};
use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// Writes the report as an assessment for a word processor.
///
/// # Errors
/// Those of the writer.
pub fn docx(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    document(&assessment::assessment(report, lang), lang, out)
}

/// Writes a document that says that nothing could be judged, and why.
///
/// # Errors
/// Those of the writer.
pub fn docx_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    document(&assessment::failure(found, lang), lang, out)
}

/// Writes any document.
pub(super) fn document(told: &Document, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&package::package(told, lang)?)
}
