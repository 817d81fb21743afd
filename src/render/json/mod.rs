//! JSON, version 1: for scripts. Keys are additive within a version.

mod judgement;

use std::io::{self, BufWriter, Write};

use memchr::memmem;
use serde::{Serialize, Serializer};

use super::rows::{self, Own, Script};
use super::{Lang, Out, Style};
use crate::diagnostic::{Diagnostic, JudgementProblem, Problem};
use crate::report::document::{
    CountKeys, Document, Envelope, FindingKeys, PlaceKeys, RunKeys, ScoreKeys, SubjectKeys,
    SummaryKeys,
};
use crate::report::{Overview, Report, Row, Score};

pub(super) use judgement::{judgement, target, told};

/// Writes the report. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(report: &Report, style: Style, out: &mut dyn Out) -> io::Result<()> {
    let document = Document {
        run: Some(RunKeys::new(report)),
        summary: SummaryKeys::marked(report),
        // A number in the place of all of them.
        results: List(|| report.rows().take(1).map(|_| 0)),
        diagnostics: findings(&report.diagnostics, style.lang),
    };
    let mut whole = Vec::new();
    write(&document, &mut whole)?;
    let mut whole = &*whole;
    // No text holds an end of a line.
    if let Some((before, behind)) = parted(whole, "\n    \"regions\": [", "\n      0", "\n") {
        out.write_all(before)?;
        regions(report, style, score, out)?;
        whole = behind;
    }
    let Some((before, behind)) = parted(whole, "\n  \"results\": [", "\n    0", "\n") else {
        return out.write_all(whole);
    };
    out.write_all(before)?;
    // None stands before the first, behind which it would be.
    let mut comma = 1;
    let script = Script { plain: element, text, is_of_lines: false };
    rows::write(report, script, style.lang, style.threads, |part| {
        part.write(comma, script, out)?;
        comma = if part.is_empty() { comma } else { 0 };
        Ok(())
    })?;
    out.write_all(behind)
}

/// What stands before the number that stands in a list for all in it, and what behind it.
pub(super) fn parted<'w>(
    whole: &'w [u8],
    list: &str,
    number: &str,
    end: &str,
) -> Option<(&'w [u8], &'w [u8])> {
    let at = memmem::find(whole, [list, number, end].concat().as_bytes())?;
    let (before, behind) = whole.split_at(at + list.len());
    Some((before, &behind[number.len()..]))
}

/// Writes the regions of a summary, each as it stands in a document behind a comma.
pub(super) fn regions(
    report: &Report,
    style: Style,
    one: fn(&ScoreKeys<'_>, &mut Vec<u8>) -> io::Result<()>,
    out: &mut dyn Out,
) -> io::Result<()> {
    let scores: Vec<&Score> = report.overviews.iter().flat_map(Overview::scores).collect();
    let one = |score: &&Score, part: &mut Vec<u8>| one(&ScoreKeys::of(report, score), part);
    // No comma stands before the first.
    let mut comma = 1;
    let out = |part: &Vec<u8>| out.write_all(&part[std::mem::take(&mut comma)..]);
    rows::write_each(&scores, style.threads, one, out)
}

/// A region in the list of all, behind a comma: on a line of its own, as a verdict.
fn score(keys: &ScoreKeys<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    line("      ", keys, out)
}

/// A verdict in the list of all, behind a comma.
fn element(row: &Row<'_>, own: &Own, lang: Lang, out: &mut Vec<u8>) -> io::Result<()> {
    line("    ", &told(row, own, lang), out)
}

/// One of very many, on a line: a third of what they would take is blanks, and a line is what
/// other programs search for and compare.
fn line(indent: &str, one: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b",\n");
    out.extend_from_slice(indent.as_bytes());
    serde_json::to_writer(out, one).map_err(io::Error::from)
}

/// What stands between the quotes of a text.
pub(super) fn text(text: &[u8], out: &mut Vec<u8>) -> io::Result<()> {
    let is_marked = |byte: u8| (byte < b' ') | (byte == b'"') | (byte == b'\\');
    if !text.iter().fold(false, |any, byte| any | is_marked(*byte)) {
        out.extend_from_slice(text);
        return Ok(());
    }
    let quoted = serde_json::to_string(std::str::from_utf8(text).map_err(io::Error::other)?)?;
    out.extend_from_slice(&quoted.as_bytes()[1..quoted.len() - 1]);
    Ok(())
}

/// Writes the same document for a run in which nothing could be judged.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        run: None,
        summary: SummaryKeys::of(None),
        results: [(); 0],
        diagnostics: findings(found, lang),
    };
    write(&document, out)
}

/// A document of ours of any kind, behind what each begins with.
pub(super) fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_bare(&Envelope::new(document), out)
}

/// A document as others lay it down.
pub(super) fn write_bare(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    // It is written in pieces of a few bytes.
    let mut out = BufWriter::new(out);
    serde_json::to_writer_pretty(&mut out, document).map_err(io::Error::from)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Findings, one after the other.
pub(super) fn findings(found: &[Diagnostic], lang: Lang) -> impl Serialize {
    List(move || found.iter().map(move |found| finding(found, lang)))
}

/// A list that is made and written one by one.
pub(super) struct List<F>(pub(super) F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A finding, its message in `lang`.
pub(super) fn finding(found: &Diagnostic, lang: Lang) -> FindingKeys<'_> {
    let message = found.problem.message(lang).for_who_runs_it(lang);
    let keys = FindingKeys {
        code: found.code().into(),
        severity: found.severity().into(),
        message: message.title,
        help: message.help,
        location: found.place.as_ref().map(PlaceKeys::from),
        rule: found.rule.as_ref().map(PlaceKeys::from),
        related: found.related.iter().map(PlaceKeys::from).collect(),
        subject: found.subject.as_deref().map(SubjectKeys::new),
        ..FindingKeys::default()
    };
    match &found.problem {
        Problem::Audit(audited) => FindingKeys { audit: Some((&audited.status).into()), ..keys },
        Problem::More(more) => {
            let counts = more.counts.iter().map(|(of, count)| CountKeys::new(of, *count));
            FindingKeys { count: Some(more.count()), counts: Some(counts.collect()), ..keys }
        }
        Problem::Judgement(JudgementProblem::Outside { outside }) => {
            FindingKeys { outside: Some(outside.into()), ..keys }
        }
        Problem::Key(_)
        | Problem::Target(_)
        | Problem::Applies(_)
        | Problem::Plan(_)
        | Problem::Division(_)
        | Problem::Lint(_)
        | Problem::Submission(_)
        | Problem::Judgement(_)
        | Problem::Rest(_)
        | Problem::Input(_)
        | Problem::Output(_)
        | Problem::Comparison(_) => keys,
    }
}
