//! Workflow commands of GitHub Actions: annotations at the lines that were sent.
//!
//! A step shows ten annotations of each kind, so the worst come first and the rest are
//! counted in one. Every line is a command of ours: text of others stands only inside
//! one, where neither a line end nor `::` can begin another.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::{Lang, check, overview, plain, sentence};
use crate::diagnostic::{Diagnostic, Severity, count};
use crate::report::{Conclusion, Homes, Report, Row};
use crate::source::Place;
use crate::term::{Outcome, Standing};

/// How many annotations of one kind a step shows.
const SHOWN: usize = 10;

/// The most characters of an annotation.
const MOST: usize = 1000;

/// Writes the annotations: errors for what makes the exit code differ from 0, warnings
/// for failures that are not counted, notices for what is worth knowing.
///
/// # Errors
/// Those of the writer.
pub(super) fn github(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let homes = report.homes();
    let found =
        |severity| report.diagnostics.iter().filter(move |found| found.severity() == severity);
    let told = |found| Annotation::finding(found, lang);
    let row = |row: Row<'_>| Annotation::row(&row, &homes, report, lang);

    // The row of a value that can't be used says no more than the finding at its place.
    let known: BTreeSet<(&str, u64)> = report
        .diagnostics
        .iter()
        .filter(|found| found.severity() == Severity::Error)
        .filter_map(|found| found.place.as_ref())
        .filter_map(|place| Some((&*place.file, place.line_number()?)))
        .collect();
    let is_told = |row: &Row<'_>| {
        row.outcome() == Outcome::Invalid
            && row.location().is_some_and(|(file, line)| known.contains(&(&*file.name, line)))
    };
    let silence = report.silence();
    let incomplete = || report.incomplete().filter(|row| !is_told(row) && !silence.covers(row));
    let silent = lang.silence(&silence, report).into_iter().zip(silence.years().into_values());
    let silent = silent.map(|(message, (_, values))| {
        let more = values.saturating_sub(1);
        Annotation { message, more, ..Annotation::default() }
    });
    let short = report.shortfalls();
    let failing = |counted: bool| short.iter().filter(move |row| row.fails_run() == counted);

    let failures = report.tally.failures(report.fail_on);
    let errors = found(Severity::Error)
        .map(told)
        .chain(failing(true).map(|found| row(*found)))
        .chain(silent)
        .chain(incomplete().map(row));
    let others = silence.values() + incomplete().count() as u64;
    let total = count(found(Severity::Error)) + failures + others;
    write("error", errors, total, lang, out)?;

    let uncounted = report.tally.standing(Standing::Fail) - failures;
    let warnings =
        failing(false).map(|found| row(*found)).chain(found(Severity::Warning).map(told));
    let total = count(found(Severity::Warning)) + uncounted;
    write("warning", warnings, total, lang, out)?;

    let lines = overview::headlines(report, lang).chain(check::tallies(report, lang).lines(lang));
    let message = lines.collect::<Vec<_>>().join(lang.ci_words().clause);
    let summary = Annotation { message, ..Annotation::default() };
    let waived = report.tally.outcome(Outcome::Waived);
    let notices = std::iter::once(summary)
        .chain(report.waived().map(row))
        .chain(found(Severity::Note).map(told));
    let total = 1 + waived + count(found(Severity::Note));
    write("notice", notices, total, lang, out)
}

/// Writes what kept anything from being judged.
///
/// # Errors
/// Those of the writer.
pub(super) fn github_failure(
    found: &[Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let annotations = found.iter().map(|found| Annotation::finding(found, lang));
    write("error", annotations, count(found), lang, out)?;
    let message = lang.concluded(Conclusion::Unusable);
    let summary = Annotation { message, ..Annotation::default() };
    write("notice", std::iter::once(summary), 1, lang, out)
}

/// Text for people in the log of a step, without what GitHub Actions takes as commands:
/// `::` at the beginning of a line, and `##[` anywhere.
pub fn github_log(text: &str) -> String {
    let mut log = String::with_capacity(text.len());
    for line in text.split_inclusive(['\n', '\r']) {
        if line.trim_start().starts_with("::") {
            log.push('\u{200B}');
        }
        log.push_str(&line.replace("##[", "## ["));
    }
    log
}

/// One annotation.
#[derive(Default)]
struct Annotation {
    file: Option<String>,
    line: Option<u64>,
    title: Option<String>,
    message: String,
    /// How many more it stands for.
    more: u64,
}

impl Annotation {
    fn row(row: &Row<'_>, homes: &Homes, report: &Report, lang: Lang) -> Self {
        let home = homes.of(row).and_then(|at| report.inputs.get(at));
        Self {
            file: home.map(|input| input.name.to_string()),
            line: row.location().map(|(_, line)| line),
            title: Some(sentence::verdict_title(row, lang)),
            message: sentence::verdict(row, lang),
            more: 0,
        }
    }

    fn finding(found: &Diagnostic, lang: Lang) -> Self {
        Self {
            file: found.place.as_ref().map(|place| place.file.to_string()),
            line: found.place.as_ref().and_then(Place::line_number),
            title: Some(found.code().to_owned()),
            message: sentence::finding(found, lang),
            more: found.count().saturating_sub(1),
        }
    }

    /// The command: a property ends at `,` or `::`, the message at the line's end.
    fn command(&self, kind: &str) -> String {
        let line = self.line.map(|line| line.to_string());
        let properties = [("file", &self.file), ("line", &line), ("title", &self.title)];
        let properties: Vec<String> = properties
            .into_iter()
            .filter_map(|(key, value)| Some(format!("{key}={}", property(value.as_ref()?))))
            .collect();
        let gap = if properties.is_empty() { "" } else { " " };
        format!("::{kind}{gap}{}::{}\n", properties.join(","), data(&self.message))
    }
}

/// Those that a step has room for; one in the place of those that it has not.
fn write(
    kind: &str,
    annotations: impl Iterator<Item = Annotation>,
    total: u64,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let room = if total > SHOWN as u64 { SHOWN - 1 } else { SHOWN };
    let mut shown = 0;
    for annotation in annotations.take(room) {
        out.write_all(annotation.command(kind).as_bytes())?;
        shown += 1 + annotation.more;
    }
    if total > shown {
        let message = lang.unlisted(total - shown);
        let rest = Annotation { message, ..Annotation::default() };
        out.write_all(rest.command(kind).as_bytes())?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    plain::short(text, MOST).replace('%', "%25")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
