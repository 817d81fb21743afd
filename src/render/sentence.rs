//! A verdict, or a finding, as a sentence, for formats that list them one by one.

use super::numbers::{self, Numbers};
use super::text::Message;
use super::{Lang, plain, verdicts};
use crate::diagnostic::{Diagnostic, JudgementProblem, Problem};
use crate::plan::AppliesTo;
use crate::report::{Reason, Row};
use crate::source::Place;
use crate::term::Outcome;

/// The most characters of a reason.
const MOST: usize = 200;

/// What a sentence about a verdict tells, as far as it is there.
pub(super) struct Clauses<'t> {
    pub(super) region: &'t str,
    pub(super) year: u16,
    pub(super) indicator: &'t str,
    pub(super) verdict: &'t str,
    pub(super) value: Option<String>,
    pub(super) requirement: Option<String>,
    pub(super) margin: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) cite: Option<&'t str>,
}

/// Who, what, how much, what was required, and where the plan says so; in one line, and
/// harmless in any page that escapes its own signs.
pub(super) fn verdict(row: &Row<'_>, lang: Lang) -> String {
    let written = Numbers::of(row);
    let margin = Some(verdicts::whole_margin(row, &written, lang)).filter(|it| !it.is_empty());
    let clauses = Clauses {
        region: lang.name(&row.region().name),
        year: row.year(),
        indicator: lang.name(&row.indicator().name),
        verdict: lang.outcome(row.outcome()),
        value: numbers::value(row, &written, lang),
        requirement: numbers::requirement(row, &written, lang),
        margin,
        reason: reason(row, lang),
        cite: row.indicator().cite.as_deref(),
    };
    plain::line(&lang.verdict(clauses))
}

/// Why it is neither pass nor failure: in the words of those who said so, or what is wrong.
pub(super) fn reason(row: &Row<'_>, lang: Lang) -> Option<String> {
    match row.outcome() {
        Outcome::Waived => row.waiver().map(|waiver| {
            let approved = plain::short(&waiver.approved_by, MOST);
            format!("{} ({approved}, {})", plain::short(&waiver.reason, MOST), waiver.expires)
        }),
        Outcome::NotApplicable if row.not_concerned().is_some() => {
            row.not_concerned().map(|whom| plain::short(&applies_to(whom, lang), MOST))
        }
        Outcome::NotApplicable => row.remark().map(|remark| plain::short(remark, MOST)),
        Outcome::Missing | Outcome::Invalid => row.reason().map(|reason| unjudged(&reason, lang)),
        Outcome::Met | Outcome::OnPace | Outcome::Behind | Outcome::NotMet | Outcome::NotDue => {
            None
        }
    }
}

/// Why something could not be judged: what is wrong with its cell, or that nothing was sent.
/// Whose figure it is need not be said again.
pub(super) fn unjudged(reason: &Reason<'_>, lang: Lang) -> String {
    let told = match reason {
        Reason::Found(Diagnostic { problem: Problem::More(more), .. }) => {
            lang.counted_alike(more.code)
        }
        Reason::Found(Diagnostic { problem: Problem::Judgement(problem), .. }) => match problem {
            JudgementProblem::NoRollUp { reason, .. } => lang.no_roll_up(&reason.told(lang)),
            JudgementProblem::NoReference { reference, .. } => lang.no_reference(reference),
            problem => problem.message(lang).title,
        },
        Reason::Found(found) => {
            let title = found.problem.message(lang).title;
            let about = found.subject.as_deref().map(|subject| lang.about(subject));
            let rest = about.and_then(|about| title.strip_prefix(&*about));
            rest.map_or(&*title, |rest| rest.trim_start_matches(['的', '：', ':', ' '])).to_owned()
        }
        Reason::Perhaps(found) => {
            let place = found.place.as_ref();
            let at = place.and_then(|place| cell(place, lang).or_else(|| Some(spot(place))));
            lang.perhaps_in(&at.unwrap_or_default())
        }
        Reason::Marked(mark) => lang.marked(mark),
        Reason::Blank => lang.words().blank.to_owned(),
        Reason::Silent => lang.words().nothing_sent.to_owned(),
        Reason::Unsent => lang.words().not_sent.to_owned(),
    };
    plain::short(&told, MOST)
}

/// The same where there is little room: the cell that is wrong stands for what is wrong.
pub(super) fn reason_in_short(reason: &Reason<'_>, lang: Lang) -> String {
    let at = |found: &Diagnostic| found.place.as_ref().and_then(|place| cell(place, lang));
    match reason {
        Reason::Found(found) => at(found).unwrap_or_else(|| unjudged(reason, lang)),
        Reason::Silent | Reason::Unsent => lang.words().not_sent.to_owned(),
        Reason::Perhaps(_) | Reason::Marked(_) | Reason::Blank => unjudged(reason, lang),
    }
}

/// The cell of a workbook, else the line and the column.
pub(super) fn cell(place: &Place, lang: Lang) -> Option<String> {
    let line = place.line.as_ref()?;
    Some(plain::line(&match line.column.as_deref() {
        Some(column) if is_cell(column, line.number) => column.to_owned(),
        Some(column) => format!("{} {column}", lang.line(line.number)),
        None => lang.line(line.number),
    }))
}

/// Whether a column's name is that of a cell of a workbook in that line.
pub(super) fn is_cell(column: &str, line: u64) -> bool {
    let (line, cell) = (line.to_string(), column.rsplit_once('!').map(|(_, cell)| cell));
    cell.and_then(|cell| cell.strip_suffix(&*line))
        .is_some_and(|column| column.bytes().all(|c| c.is_ascii_uppercase()))
}

/// Whom an indicator concerns.
pub(super) fn applies_to(whom: &AppliesTo, lang: Lang) -> String {
    format!("{}{}{}", lang.words().applies_to, lang.words().colon, lang.list(&whom.written))
}

/// The verdict, the indicator and the region.
pub(super) fn verdict_title(row: &Row<'_>, lang: Lang) -> String {
    let [indicator, region] = [&row.indicator().name, &row.region().name].map(|of| lang.name(of));
    plain::line(&format!("{} {indicator} {region}", lang.outcome(row.outcome())))
}

/// What is wrong, and what to do about it, for those who run the program; in one line.
pub(super) fn finding(found: &Diagnostic, lang: Lang) -> String {
    told(found, found.problem.message(lang).for_who_runs_it(lang), lang)
}

/// What is wrong, and what to do about it; in one line.
pub(super) fn told(found: &Diagnostic, message: Message, lang: Lang) -> String {
    let words = lang.words();
    let title = title(found, &message, lang);
    let help = message.help.map_or(String::new(), |help| {
        format!("{}{}{}{help}", lang.ci_words().clause, words.help, words.colon)
    });
    plain::line(&format!("{title}{help}"))
}

/// What is wrong, and with whose figure.
pub(super) fn title(found: &Diagnostic, message: &Message, lang: Lang) -> String {
    let about = about(found, message, lang);
    let about = about.map_or(String::new(), |about| format!("{about}{}", lang.words().colon));
    format!("{about}{}", message.title)
}

/// Whose figure a finding is about, of what and of when, where its message does not name
/// them.
pub(super) fn about(found: &Diagnostic, message: &Message, lang: Lang) -> Option<String> {
    let subject = found.subject.as_deref()?;
    let region = subject.region.iter().map(|region| &region.name);
    let mut names = region.chain(subject.series.iter().map(|series| &series.name)).peekable();
    names.peek()?;
    let is_said = names.all(|name| message.title.contains(lang.name(name)));
    (!is_said).then(|| lang.about(subject))
}

/// A finding as a sentence, with its weight, its code and its place.
pub(super) fn full(found: &Diagnostic, lang: Lang) -> String {
    let place = found.place.as_ref().map_or(String::new(), |place| format!(" {}", spot(place)));
    let weight = lang.severity(found.severity());
    format!("{weight}[{}]{place}{}{}", found.code(), lang.words().colon, finding(found, lang))
}

/// The file, the line and the column.
pub(super) fn spot(place: &Place) -> String {
    let column = place.line.as_ref().and_then(|line| line.column.as_deref());
    let column = column.map_or(String::new(), |column| format!(" {column}"));
    let line = place.line_number().map_or(String::new(), |line| format!(":{line}"));
    plain::line(&format!("{}{line}{column}", place.file))
}
