//! Findings as a terminal shows them: the line, a caret, and the rule.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer};

use super::{Ink, Style, plain, sentence};
use crate::diagnostic::{Diagnostic, Problem, Severity, SubmissionProblem};
use crate::source::Place;

/// The findings, one after the other.
pub fn diagnostics<'d>(found: impl IntoIterator<Item = &'d Diagnostic>, style: Style) -> String {
    let renderer = if style.color { coloured() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width);
    let mut page = String::new();
    for found in found {
        page.push_str(&renderer.render(&groups(found, style)));
        page.push_str("\n\n");
    }
    page
}

/// What weighs is bold, and an error is red.
fn coloured() -> Renderer {
    let (bold, plain) = (renderer::Style::new().bold(), renderer::Style::new());
    Renderer::styled()
        .error(renderer::Ansi256Color(Ink::Red.code()).on_default().bold())
        .warning(bold)
        .note(bold)
        .help(bold)
        .line_num(plain)
        .context(plain)
}

fn groups(found: &Diagnostic, style: Style) -> Vec<Group<'static>> {
    let words = style.lang.words();
    let message = found.problem.message(style.lang).for_who_runs_it(style.lang);
    let level = match found.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    // What people typed is one line, and the terminal must not obey it.
    let title = level
        .with_name(style.lang.severity(found.severity()))
        .primary_title(plain::line(&message.title))
        .id(found.code());
    let mut first = Group::with_title(title);
    if let Some(place) = &found.place {
        first = element(first, place);
    }
    if let Some(about) = sentence::about(found, &message, style.lang) {
        let about = plain::line(&about);
        let word = style.lang.ci_words().about;
        first = first.element(Level::NOTE.with_name(word).message(about));
    }
    if let Some(help) = message.help {
        let help = plain::line(&help);
        first = first.element(Level::HELP.with_name(words.help).message(help));
    }
    let mut groups = vec![first];
    let others = found.related.iter().map(|place| (words.also_here, place));
    // The rule of a name that is not known is the one that may be meant.
    let rule_title = match found.problem {
        Problem::Submission(SubmissionProblem::UnknownIndicator { .. }) => words.rule_meant,
        _ => words.rule_here,
    };
    let rule = found.rule.iter().map(|place| (rule_title, place));
    for (title, place) in others.chain(rule) {
        let title = Level::NOTE.with_name(words.note).secondary_title(title);
        groups.push(element(Group::with_title(title), place));
    }
    groups
}

/// The line with its caret; the bare position where its text was not kept.
pub(super) fn element(group: Group<'static>, place: &Place) -> Group<'static> {
    let Some(line) = &place.line else {
        return group.element(Origin::path(plain::line(&place.file)));
    };
    // Of a table only the cell is kept, which does not tell where in its line it begins.
    let cell = line.column.as_ref().filter(|_| line.span == (0..line.text.len()));
    if let Some(column) = cell {
        let group = group.element(Origin::path(sentence::spot(place)));
        let text = Level::NOTE.with_name(plain::line(column)).message(plain::line(&line.text));
        let says_more = !line.text.is_empty() && *line.text != **column;
        return if says_more { group.element(text) } else { group };
    }
    if line.text.is_empty() {
        let origin = Origin::path(plain::line(&place.file)).line(line.number as usize);
        return group.element(origin);
    }
    let mut annotation = AnnotationKind::Primary.span(line.span.clone());
    if let Some(column) = &line.column {
        annotation = annotation.label(plain::line(column));
    }
    let source = Snippet::source(line.text.to_string()).path(plain::line(&place.file));
    group.element(source.line_start(line.number as usize).annotation(annotation))
}
