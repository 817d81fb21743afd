//! What was found in the data: the words, the place, and the rule it rests on.

use askama::Template;

use super::text::Typed;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::render::text::{LeftOut, Words};
use crate::render::{Lang, sentence};
use crate::report::Report;
use crate::source::Place;

/// More than this of each severity are counted, not listed.
const MOST: usize = 100;

/// All findings.
#[derive(Debug, Template)]
#[template(path = "findings.html")]
pub(super) struct Findings<'r> {
    words: &'static Words,
    lang: Lang,
    findings: Vec<Alike<'r>>,
}

/// The findings of one severity.
#[derive(Debug)]
struct Alike<'r> {
    severity: &'static str,
    class: &'static str,
    total: u64,
    found: Vec<Finding<'r>>,
    left_out: u64,
}

/// One finding.
#[derive(Debug)]
struct Finding<'r> {
    message: Typed<'r>,
    help: Option<Typed<'r>>,
    code: &'static str,
    /// Where it is, the rule, and other places, each with what it is.
    places: Vec<(&'static str, Spot<'r>)>,
}

/// A place, and its line if that is known.
#[derive(Debug)]
struct Spot<'r> {
    file: Typed<'r>,
    line: Option<u64>,
    column: Option<Typed<'r>>,
    /// Before what is meant, what is meant, and after it.
    text: Option<[Typed<'r>; 3]>,
}

impl<'r> Findings<'r> {
    /// The findings, errors first.
    pub(super) fn new(report: &'r Report, lang: Lang) -> Self {
        let of = |severity: Severity| {
            let all: Vec<&Diagnostic> =
                report.diagnostics.iter().filter(|found| found.severity() == severity).collect();
            Alike {
                severity: lang.severity(severity),
                class: severity.word(),
                total: diagnostic::count(all.iter().copied()),
                found: all.iter().take(MOST).map(|found| told(found, lang)).collect(),
                left_out: diagnostic::count(all.iter().copied().skip(MOST)),
            }
        };
        let all = [Severity::Error, Severity::Warning, Severity::Note].map(of);
        let findings = all.into_iter().filter(|of| of.total > 0).collect();
        Self { words: lang.words(), lang, findings }
    }
}

fn told<'r>(found: &'r Diagnostic, lang: Lang) -> Finding<'r> {
    let words = lang.words();
    let message = found.problem.message(lang);
    let here = found.place.iter().map(|place| (words.place, spot(place)));
    let related = found.related.iter().map(|place| (words.also_here, spot(place)));
    let rule = found.rule.iter().map(|place| (words.rule, spot(place)));
    Finding {
        message: sentence::title(found, &message, lang).into(),
        help: message.help.map(Typed::from),
        code: found.code(),
        places: here.chain(related).chain(rule).collect(),
    }
}

fn spot(place: &Place) -> Spot<'_> {
    let line = place.line.as_ref();
    let text = line.filter(|line| !line.text.is_empty()).and_then(|line| {
        let (from, to) = (line.span.start, line.span.end);
        let part = |range: Option<&'_ str>| range.map(|text| Typed::from(text.to_owned()));
        Some([
            part(line.text.get(..from))?,
            part(line.text.get(from..to))?,
            part(line.text.get(to..))?,
        ])
    });
    Spot {
        file: Typed::from(&*place.file),
        line: place.line_number(),
        column: line.and_then(|line| line.column.as_deref()).map(Typed::from),
        text,
    }
}
