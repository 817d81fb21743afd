//! JSON, one object a line: for reports that are too large to hold as one document.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use super::json::{finding, parted, regions, text, told};
use super::rows::{self, Own, Script};
use super::{Lang, Out, Style};
use crate::diagnostic::Diagnostic;
use crate::report::document::{Envelope, RunKeys, ScoreKeys, SummaryKeys};
use crate::report::{Report, Row};

/// Writes the report: first the run with its summary, then what was found beside the
/// verdicts, then the verdicts, each as in [`json`](super::json()) and told by its `type`.
///
/// # Errors
/// Those of the writer.
pub(super) fn jsonl(report: &Report, style: Style, out: &mut dyn Out) -> io::Result<()> {
    let mut first = Vec::new();
    head(Some(RunKeys::new(report)), SummaryKeys::marked(report), &mut first)?;
    let mut first = &*first;
    // A quote within a text has a sign before it.
    if let Some((before, behind)) = parted(first, "\"regions\":[", "0", "]") {
        out.write_all(before)?;
        regions(report, style, score, out)?;
        first = behind;
    }
    out.write_all(first)?;
    let mut found = BufWriter::new(&mut *out as &mut dyn Write);
    findings(&report.diagnostics, style.lang, &mut found)?;
    found.flush()?;
    drop(found);
    let script = Script { plain: result, text, is_of_lines: false };
    rows::write(report, script, style.lang, style.threads, |part| part.write(0, script, out))?;
    out.flush()
}

/// Writes the same for a run in which nothing could be judged.
///
/// # Errors
/// Those of the writer.
pub(super) fn jsonl_failure(
    found: &[Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let out = &mut BufWriter::new(out);
    head(None, SummaryKeys::of(None), out)?;
    findings(found, lang, out)?;
    out.flush()
}

fn result(row: &Row<'_>, own: &Own, lang: Lang, out: &mut Vec<u8>) -> io::Result<()> {
    line("result", told(row, own, lang), out)
}

/// A region in the list of all, behind a comma.
fn score(keys: &ScoreKeys<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    out.push(b',');
    serde_json::to_writer(out, keys).map_err(io::Error::from)
}

/// A line is written in pieces of a few bytes.
type Lines<'o> = BufWriter<&'o mut dyn Write>;

fn head(
    run: Option<RunKeys<'_>>,
    summary: SummaryKeys<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Head<'r> {
        run: Option<RunKeys<'r>>,
        summary: SummaryKeys<'r>,
    }
    line("run", Envelope::new(Head { run, summary }), out)
}

fn findings(found: &[Diagnostic], lang: Lang, out: &mut Lines<'_>) -> io::Result<()> {
    found.iter().try_for_each(|found| line("diagnostic", finding(found, lang), out))
}

/// One object, its `type` first.
fn line(r#type: &'static str, body: impl Serialize, out: &mut impl Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<B: Serialize> {
        r#type: &'static str,
        #[serde(flatten)]
        body: B,
    }
    serde_json::to_writer(&mut *out, &Line { r#type, body }).map_err(io::Error::from)?;
    out.write_all(b"\n")
}
