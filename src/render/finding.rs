//! One finding as a sentence, for formats that list findings one by one.

use super::text::Message;
use super::{Lang, plain};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// What is wrong, and what to do about it; in one line.
pub(super) fn sentence(found: &Diagnostic, lang: Lang) -> String {
    let message = found.problem.message(lang);
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
    let is_said = names.all(|name| message.title.contains(name.as_str()));
    (!is_said).then(|| lang.about(subject))
}

/// The same with its weight, its code and its place.
pub(super) fn full(found: &Diagnostic, lang: Lang) -> String {
    let place = found.place.as_ref().map_or(String::new(), |place| format!(" {}", spot(place)));
    let weight = lang.severity(found.severity());
    format!("{weight}[{}]{place}{}{}", found.code(), lang.words().colon, sentence(found, lang))
}

/// The file, the line and the column.
pub(super) fn spot(place: &Place) -> String {
    let column = place.line.as_ref().and_then(|line| line.column.as_deref());
    let column = column.map_or(String::new(), |column| format!(" {column}"));
    let line = place.line_number().map_or(String::new(), |line| format!(":{line}"));
    plain::line(&format!("{}{line}{column}", place.file))
}
