//! JSON, version 1: for scripts. Keys are additive within a version.

mod judgement;

use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use super::Lang;
use crate::diagnostic::{Diagnostic, JudgementProblem, Problem};
use crate::report::Report;
use crate::report::document::{
    CountKeys, Document, Envelope, FindingKeys, PlaceKeys, RunKeys, SubjectKeys, SummaryKeys,
};

pub(super) use judgement::{judgement, target, told};

/// Writes the report. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        run: Some(RunKeys::new(report)),
        summary: SummaryKeys(Some(report)),
        results: List(|| report.rows().map(|row| told(&row, lang))),
        diagnostics: findings(&report.diagnostics, lang),
    };
    write(&document, out)
}

/// Writes the same document for a run in which nothing could be judged.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        run: None,
        summary: SummaryKeys(None),
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
