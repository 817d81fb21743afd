//! Writing a report: pure functions from a value to text.
//!
//! No renderer decides, counts or reads a clock: verdicts, tallies and the exit
//! code come from the [`Report`](crate::report::Report).

mod amount;
mod assessment;
mod brief;
mod check;
mod columns;
mod csv;
mod diagnostics;
mod diff;
mod document;
#[cfg(feature = "xlsx")]
mod docx;
mod explain;
mod file;
mod findings;
mod fit;
mod format;
mod github;
#[cfg(feature = "html")]
mod html;
mod ink;
mod json;
mod jsonl;
mod junit;
mod letter;
mod lint;
mod markdown;
mod matrix;
mod numbers;
mod outline;
mod overview;
mod paper;
#[cfg(feature = "parquet")]
mod parquet;
mod plain;
mod plan;
mod rehearsal;
mod requirements;
mod revision;
mod rows;
mod sarif;
#[cfg(feature = "xlsx")]
mod seal;
mod sentence;
#[cfg(feature = "xlsx")]
mod sheets;
mod spreadsheet;
mod sql;
mod standings;
mod template;
mod terminal;
mod text;
mod tidy;
mod trend;
mod verdicts;
#[cfg(feature = "xlsx")]
mod xlsx;

use std::io::{self, Write};
use std::num::NonZeroUsize;

pub use brief::brief;
pub use check::{detail, detail_of, table};
pub use csv::csv;

pub use diagnostics::diagnostics;
pub use diff::{diff, diff_csv, diff_json, diff_json_failure, record};
#[cfg(feature = "xlsx")]
pub use docx::{docx, docx_failure};
pub use explain::{codes, explain, page};
pub use file::{FileFormat, Known, file_name, known};
pub use findings::findings;
pub use format::{
    DIFF, Failed, Format, LINT, OUTLINE, REHEARSAL, REQUIREMENTS, REVISION, SQL, TREND, Whole,
    Writer, failure, report,
};
pub use github::github_log;
#[cfg(feature = "html")]
pub use html::html;
pub use ink::Ink;
pub use json::{json, json_failure};
pub use letter::{LETTER, LetterWriter};
pub use lint::{lint, lint_json};
pub use markdown::{markdown, markdown_failure};
pub use outline::{indicators, tasks};
#[cfg(feature = "parquet")]
pub use parquet::tidy_parquet;
pub use plan::plan_json;
pub use rehearsal::{rehearsal, rehearsal_json, rehearsal_json_failure};
pub use requirements::{requirements_csv, requirements_json};
pub use revision::{revision, revision_json};
pub use sql::{Cells, Dialect, Emit, FIELDS, Figures, Query, TOTAL, begins_template, sql};
pub use template::template_csv;
#[cfg(feature = "xlsx")]
pub use template::{MOST_SHEETS, template_xlsx};
pub use text::{CiWords, Lang, Message, Words, XlsxWords};
pub use tidy::tidy;
pub use trend::{trend, trend_csv, trend_json, trend_json_failure};
#[cfg(feature = "xlsx")]
pub use xlsx::{xlsx, xlsx_failure};

/// Where a document goes.
pub trait Out: Write {
    /// Takes a part of it of which is known that it [is harmless](crate::text::is_harmless):
    /// who looks through what he is given need not look again.
    ///
    /// # Errors
    /// Those of writing.
    fn write_harmless(&mut self, part: &[u8], is_of_lines: bool) -> io::Result<()>;
}

impl Out for Vec<u8> {
    fn write_harmless(&mut self, part: &[u8], _: bool) -> io::Result<()> {
        self.write_all(part)
    }
}

/// How text for people is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// Whether colour is used, beside words that say the same.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// On how many threads long lists are made, which tell the same on any.
    pub threads: NonZeroUsize,
}

impl Style {
    /// So many columns without colour, made on one thread.
    pub const fn plain(lang: Lang, width: usize) -> Self {
        Self { lang, color: false, width, threads: NonZeroUsize::MIN }
    }
}
