//! Every format that a report can have, and the one place that tells them apart.

use std::io::{self, Write};

use super::file::FileFormat;
use super::github::{github, github_failure};
use super::jsonl::{jsonl, jsonl_failure};
use super::junit::{junit, junit_failure};
use super::sarif::{sarif, sarif_failure};
use super::{
    Lang, Style, csv, detail, html, json, json_failure, markdown, markdown_failure, table, xlsx,
    xlsx_failure,
};
use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// A format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page of text: the matrix, what fell short, and the tallies.
    Table,
    /// A page of text with one row a verdict.
    Detail,
    /// One JSON document.
    Json,
    /// JSON, one object a line.
    Jsonl,
    /// CSV, one row a verdict.
    Csv,
    /// Markdown that fits a comment on a merge request.
    Markdown,
    /// One page that is complete in itself.
    Html,
    /// JUnit XML.
    Junit,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A workbook to go on with.
    Xlsx,
}

/// Writes a report.
type Whole = fn(&Report, Style, &mut dyn Write) -> io::Result<()>;

/// Writes that nothing was judged, and why.
type Failed = fn(&[Diagnostic], Lang, &mut dyn Write) -> io::Result<()>;

impl Format {
    /// How it is written, if need be how it says that nothing was judged, and whether it
    /// is a record.
    fn writers(self) -> (Whole, Option<Failed>, bool) {
        match self {
            Self::Table => {
                (|it, style, out| out.write_all(table(it, style).as_bytes()), None, false)
            }
            Self::Detail => {
                (|it, style, out| out.write_all(detail(it, style).as_bytes()), None, false)
            }
            Self::Json => (|it, style, out| json(it, style.lang, out), Some(json_failure), true),
            Self::Jsonl => (|it, style, out| jsonl(it, style.lang, out), Some(jsonl_failure), true),
            Self::Csv => (|it, _, out| csv(it, out), None, false),
            Self::Markdown => (
                |it, style, out| out.write_all(markdown(it, style.lang).as_bytes()),
                Some(|found, lang, out| out.write_all(markdown_failure(found, lang).as_bytes())),
                false,
            ),
            Self::Html => (|it, style, out| html(it, style.lang, out), None, true),
            Self::Junit => {
                (|it, style, out| junit(it, style.lang, out), Some(junit_failure), false)
            }
            Self::Sarif => (|it, style, out| sarif(it, style.lang, out), Some(sarif_failure), true),
            Self::Github => {
                (|it, style, out| github(it, style.lang, out), Some(github_failure), false)
            }
            Self::Xlsx => (|it, style, out| xlsx(it, style.lang, out), Some(xlsx_failure), true),
        }
    }

    /// It holds every finding, and the digests of what it was made from.
    pub fn is_record(self) -> bool {
        self.writers().2
    }

    /// The format of a file that holds it.
    pub fn file(self) -> FileFormat {
        match self {
            Self::Table | Self::Detail => FileFormat::Text,
            Self::Json => FileFormat::Json,
            Self::Jsonl => FileFormat::Jsonl,
            Self::Csv => FileFormat::Csv,
            Self::Markdown => FileFormat::Markdown,
            Self::Html => FileFormat::Html,
            Self::Junit => FileFormat::Junit,
            Self::Sarif => FileFormat::Sarif,
            Self::Github => FileFormat::Github,
            Self::Xlsx => FileFormat::Workbook,
        }
    }

    /// It is no text, and of no use on standard output.
    pub fn needs_file(self) -> bool {
        matches!(self, Self::Xlsx)
    }

    /// It can say that nothing was judged, and why.
    pub fn tells_failure(self) -> bool {
        self.writers().1.is_some()
    }
}

/// Writes a report.
///
/// # Errors
/// Those of the writer.
pub fn report(
    report: &Report,
    format: Format,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (write, ..) = format.writers();
    write(report, style, out)
}

/// Writes that nothing could be judged, and why; nothing in a format that can't say so
/// (see [`Format::tells_failure`]).
///
/// # Errors
/// Those of the writer.
pub fn failure(
    found: &[Diagnostic],
    format: Format,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format.writers().1 {
        Some(write) => write(found, lang, out),
        None => Ok(()),
    }
}
