//! Every format that a kind of document has, and the one place that tells them apart.

use std::io::{self, Write};

use super::file::FileFormat;
use super::github::{github, github_failure};
#[cfg(feature = "html")]
use super::html;
use super::jsonl::{jsonl, jsonl_failure};
use super::junit::{junit, junit_failure};
#[cfg(feature = "parquet")]
use super::parquet;
use super::sarif::{sarif, sarif_failure};
use super::{
    Lang, Out, Query, Style, brief, csv, detail, diff, diff_csv, diff_json, diff_json_failure,
    indicators, json, json_failure, lint, lint_json, markdown, markdown_failure, plan_json,
    rehearsal, rehearsal_json, rehearsal_json_failure, requirements_csv, requirements_json,
    revision, revision_json, sql, table, tasks, trend, trend_csv, trend_json, trend_json_failure,
};
#[cfg(feature = "xlsx")]
use super::{docx, docx_failure, xlsx, xlsx_failure};
use crate::diagnostic::Diagnostic;
use crate::report::comparison::Comparison;
use crate::report::{LintReport, PlanRecord, Rehearsal, Report, Requirements, Revision, Trend};

/// One, where the program is built to write Parquet.
const PARQUET: usize = cfg!(feature = "parquet") as usize;

/// A format of a kind of document.
pub struct Writer<T> {
    /// In which kind of file it stands.
    pub file: FileFormat,
    /// Writes the document.
    pub write: Whole<T>,
    /// Writes that there is none, and why, where the format can say so.
    pub failure: Option<Failed>,
    /// It holds every finding, so that standard error need not; and where figures were read
    /// for it, the digests of their files.
    pub is_record: bool,
}

/// Writes a document.
pub type Whole<T> = fn(&T, Style, &mut dyn Out) -> io::Result<()>;

/// Writes that there is no document, and why.
pub type Failed = fn(&[Diagnostic], Lang, &mut dyn Write) -> io::Result<()>;

impl<T> Clone for Writer<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Writer<T> {}

impl<T> Writer<T> {
    const fn plain(file: FileFormat, write: Whole<T>) -> Self {
        Self { file, write, failure: None, is_record: false }
    }

    const fn or_failure(file: FileFormat, write: Whole<T>, failure: Failed) -> Self {
        Self { file, write, failure: Some(failure), is_record: false }
    }

    const fn record(file: FileFormat, write: Whole<T>, failure: Failed) -> Self {
        Self { file, write, failure: Some(failure), is_record: true }
    }
}

fn text(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text.as_bytes())
}

/// The formats of trends.
#[rustfmt::skip] // a format a line
pub static TREND: &[Writer<(Report, Trend)>] = &[
    Writer::plain(FileFormat::Text, |(it, of), style, out| text(&trend(it, of, style), out)),
    Writer::record(FileFormat::Json, |(it, of), style, out| trend_json(it, of, style.lang, out), trend_json_failure),
    Writer::plain(FileFormat::Csv, |(it, of), _, out| trend_csv(it, of, out)),
    Writer::plain(FileFormat::Markdown, |(it, of), Style { lang, .. }, out| text(&trend::paper(it, of, lang).markdown(lang), out)),
    #[cfg(feature = "html")]
    Writer::plain(FileFormat::Html, |it, Style { lang, .. }, out| html::trend(it, lang, out)),
    #[cfg(feature = "xlsx")]
    Writer::plain(FileFormat::Workbook, |(it, of), Style { lang, .. }, out| xlsx::trend(it, of, lang, out)),
    #[cfg(feature = "xlsx")]
    Writer::plain(FileFormat::Document, |(it, of), Style { lang, .. }, out| docx::document(&trend::drawn(it, of, lang), lang, out)),
];

/// The formats of a comparison.
#[rustfmt::skip] // a format a line
pub static DIFF: &[Writer<Comparison>] = &[
    Writer::plain(FileFormat::Text, |it, style, out| text(&diff(it, style), out)),
    Writer::or_failure(FileFormat::Json, |it, _, out| diff_json(it, out), diff_json_failure),
    Writer::plain(FileFormat::Csv, |it, _, out| diff_csv(it, out)),
    Writer::plain(FileFormat::Markdown, |it, Style { lang, .. }, out| text(&diff::paper(it, lang).markdown(lang), out)),
    #[cfg(feature = "html")]
    Writer::plain(FileFormat::Html, |it, Style { lang, .. }, out| diff::paper(it, lang).html(lang, out)),
    #[cfg(feature = "xlsx")]
    Writer::plain(FileFormat::Workbook, |it, Style { lang, .. }, out| diff::paper(it, lang).xlsx(lang, out)),
    #[cfg(feature = "xlsx")]
    Writer::plain(FileFormat::Document, |it, Style { lang, .. }, out| diff::paper(it, lang).docx(lang, out)),
];

/// The formats of a rehearsal.
pub static REHEARSAL: [Writer<Rehearsal>; 2] = [
    Writer::plain(FileFormat::Text, |it, style, out| text(&rehearsal(it, style), out)),
    Writer::record(
        FileFormat::Json,
        |it, style, out| rehearsal_json(it, style.lang, out),
        rehearsal_json_failure,
    ),
];

/// The formats of the requirements of a plan.
pub static REQUIREMENTS: [Writer<Requirements>; 2 + PARQUET] = [
    Writer::plain(FileFormat::Csv, |it, _, out| requirements_csv(it, out)),
    Writer::plain(FileFormat::Json, |it, _, out| requirements_json(it, out)),
    #[cfg(feature = "parquet")]
    Writer::plain(FileFormat::Parquet, |it, _, out| parquet::requirements(it, out)),
];

/// The formats of a plan; of its indicators the tasks, if those are asked for.
pub static OUTLINE: [Writer<(PlanRecord, bool)>; 2] = [
    Writer::plain(FileFormat::Text, |(it, are_tasks), style, out| match are_tasks {
        true => text(&tasks(&it.outline, style), out),
        false => text(&indicators(&it.outline, style), out),
    }),
    Writer::plain(FileFormat::Json, |(it, are_tasks), _, out| plan_json(it, *are_tasks, out)),
];

/// The one format of a judgement for a database.
pub static SQL: [Writer<Query>; 1] =
    [Writer::plain(FileFormat::Sql, |query, _, out| text(&sql(query), out))];

/// The formats of two plans side by side.
pub static REVISION: [Writer<Revision>; 2] = [
    Writer::plain(FileFormat::Text, |it, style, out| text(&revision(it, style), out)),
    Writer::plain(FileFormat::Json, |it, style, out| revision_json(it, style.lang, out)),
];

/// The formats of what lints found; as text with what is meant so, if that is asked for.
pub static LINT: [Writer<(LintReport, bool)>; 2] = [
    Writer::plain(FileFormat::Text, |(it, all), style, out| text(&lint(it, *all, style), out)),
    Writer::record(
        FileFormat::Json,
        |(it, _), style, out| lint_json(Ok(it), style.lang, out),
        |found, lang, out| lint_json(Err(found), lang, out),
    ),
];

/// A format of a report.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A page of text that is seen as a whole: who falls short, of what, by how many.
    Table,
    /// A page of text with the matrix and whole lists.
    Full,
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
    #[cfg(feature = "html")]
    Html,
    /// JUnit XML.
    Junit,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A workbook to go on with.
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// The assessment as an official document, to be edited.
    #[cfg(feature = "xlsx")]
    Docx,
    /// A table of an engine, one row a verdict.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Format {
    /// Those that differ by more than how much they tell; a terminal shows the first.
    pub const ALL: &'static [Self] = &[
        Self::Table,
        Self::Json,
        Self::Jsonl,
        Self::Csv,
        Self::Markdown,
        #[cfg(feature = "html")]
        Self::Html,
        Self::Junit,
        Self::Sarif,
        Self::Github,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
        #[cfg(feature = "xlsx")]
        Self::Docx,
        #[cfg(feature = "parquet")]
        Self::Parquet,
    ];

    /// How it is written.
    #[rustfmt::skip] // a format a line
    pub fn writer(self) -> Writer<Report> {
        use FileFormat as File;
        match self {
            Self::Table => Writer::plain(File::Text, |it, style, out| text(&brief(it, style), out)),
            Self::Full => Writer::plain(File::Text, |it, style, out| text(&table(it, style), out)),
            Self::Detail => Writer::plain(File::Text, |it, style, out| text(&detail(it, style), out)),
            Self::Json => Writer::record(File::Json, |it, style, out| json(it, style, out), json_failure),
            Self::Jsonl => Writer::record(File::Jsonl, |it, style, out| jsonl(it, style, out), jsonl_failure),
            Self::Csv => Writer::plain(File::Csv, |it, style, out| csv(it, style.threads, out)),
            Self::Markdown => Writer::or_failure(
                File::Markdown,
                |it, style, out| text(&markdown(it, style.lang), out),
                |found, lang, out| text(&markdown_failure(found, lang), out),
            ),
            #[cfg(feature = "html")]
            Self::Html => Writer {
                is_record: true,
                ..Writer::plain(File::Html, |it, style, out| html(it, style.lang, out))
            },
            Self::Junit => Writer::or_failure(File::Junit, |it, style, out| junit(it, style.lang, out), junit_failure),
            Self::Sarif => Writer::record(File::Sarif, |it, style, out| sarif(it, style.lang, out), sarif_failure),
            Self::Github => Writer::or_failure(File::Github, |it, style, out| github(it, style.lang, out), github_failure),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Writer::record(File::Workbook, |it, style, out| xlsx(it, style.lang, out), xlsx_failure),
            #[cfg(feature = "xlsx")]
            Self::Docx => Writer::record(File::Document, |it, style, out| docx(it, style.lang, out), docx_failure),
            #[cfg(feature = "parquet")]
            Self::Parquet => Writer::plain(File::Parquet, |it, _, out| parquet::verdicts(it, out)),
        }
    }
}

/// Writes a report.
///
/// # Errors
/// Those of the writer.
pub fn report(report: &Report, format: Format, style: Style, out: &mut dyn Out) -> io::Result<()> {
    (format.writer().write)(report, style, out)
}

/// Writes that nothing could be judged, and why; nothing in a format that can't say so
/// (see [`Writer::failure`]).
///
/// # Errors
/// Those of the writer.
pub fn failure(
    found: &[Diagnostic],
    format: Format,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    format.writer().failure.map_or(Ok(()), |write| write(found, lang, out))
}
