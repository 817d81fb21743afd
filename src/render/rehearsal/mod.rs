//! How a plan's rules stood their cases: as text, and as JSON.

mod json;

pub use json::{json as rehearsal_json, json_failure as rehearsal_json_failure};

use annotate_snippets::{Group, Level, Renderer};

use super::diagnostics::element;
use super::document::{Cell, Column, Document, Fold, Table};
use super::{Lang, Style, numbers, plain, terminal};
use crate::exact::{Rational, shown};
use crate::report::{Difference, Failure, Rehearsal, Rehearsed};
use crate::term::Condition;

/// The checks that failed, the rules that nobody tried, and the tallies.
pub fn rehearsal(rehearsal: &Rehearsal, style: Style) -> String {
    let words = style.lang.rehearsal_words();
    let mut page = format!("{}\n\n", plain::line(style.lang.name(&rehearsal.plan.title)));
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width);
    for failure in &rehearsal.failures {
        page.push_str(&renderer.render(&groups(failure, rehearsal, style)));
        page.push_str("\n\n");
    }
    let mut end = Document::default();
    let untold = rehearsal.failed - rehearsal.failures.len();
    if untold > 0 {
        end.line(style.lang.untold(untold));
        end.gap();
    }
    if rehearsal.cases == 0 {
        end.line(words.no_cases);
        end.gap();
    }
    let uncovered: Vec<&Rehearsed> = rehearsal.uncovered().collect();
    let weak: Vec<&Rehearsed> = rehearsal.weak().collect();
    for (title, rules) in [(words.uncovered, uncovered), (words.weak, weak)] {
        if !rules.is_empty() {
            end.line(format!("{title} {}", rules.len()));
            end.table(table(&rules, style.lang));
            end.gap();
        }
    }
    style.lang.rehearsed(rehearsal).lines().for_each(|line| end.line(line));
    page + &terminal::page(&end, style)
}

/// A check with its line, what differs, and its rule.
fn groups(failure: &Failure, rehearsal: &Rehearsal, style: Style) -> [Group<'static>; 2] {
    let (lang, words) = (style.lang, style.lang.words());
    let indicator = &rehearsal.rules[failure.rule].indicator;
    let about = failure.case.as_ref().map(|name| format!("{}{name}", words.colon));
    let title = format!(
        "{} {} {} {}{}",
        lang.name(&indicator.name),
        lang.name(&failure.region.name),
        failure.year,
        lang.rehearsal_words().not_as_expected,
        about.unwrap_or_default(),
    );
    let title = Level::ERROR.with_name(words.error).primary_title(plain::line(&title));
    let mut first = element(Group::with_title(title), &failure.place);
    for difference in &failure.differences {
        let (word, text) = difference_text(difference, lang);
        first = first.element(Level::NOTE.with_name(word).message(text));
    }
    for finding in &failure.findings {
        let text = format!("[{}] {}", finding.code(), finding.problem.message(lang).title);
        let level = Level::NOTE.with_name(lang.severity(finding.severity()));
        first = first.element(level.message(plain::line(&text)));
    }
    let title = Level::NOTE.with_name(words.note).secondary_title(words.rule_here);
    [first, element(Group::with_title(title), &indicator.rule)]
}

/// What differs, and how.
fn difference_text(difference: &Difference, lang: Lang) -> (&'static str, String) {
    let words = lang.words();
    let own = lang.rehearsal_words();
    let Written { expected, found } = Written::of(difference);
    let or = |text: Option<String>, none: &str| text.unwrap_or_else(|| none.to_owned());
    let (word, none) = match difference {
        Difference::Outcome { expected, found } => {
            let found = or(found.map(|found| lang.written_outcome(found)), own.nothing);
            return (words.verdict, lang.expected(&lang.written_outcome(*expected), &found));
        }
        Difference::Errors => return (words.verdict, own.errors.to_owned()),
        Difference::Margin { .. } => (words.margin, own.nothing),
        Difference::Count { .. } => (words.in_people, own.nothing),
        Difference::Requirement { .. } => (words.requirement, own.no_requirement),
        Difference::Basis { .. } => (own.basis, own.nothing),
    };
    (word, lang.expected(&or(expected, none), &or(found, none)))
}

/// Rules, and what their cases lack if they have any.
fn table(rules: &[&Rehearsed], lang: Lang) -> Table {
    let words = lang.words();
    let is_told = rules.iter().any(|rule| rule.cases > 0);
    let mut columns = vec![
        Column::new(words.number, Fold::Never),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.rule, Fold::AtLeast(12)),
    ];
    columns.extend(is_told.then(|| Column::new(lang.rehearsal_words().lacks, Fold::AtLeast(10))));
    let row = |rule: &&Rehearsed| {
        let indicator = &rule.indicator;
        let line = indicator.rule.line_number().unwrap_or_default();
        let mut row = vec![
            indicator.number.clone().unwrap_or_default().into(),
            lang.name(&indicator.name).into(),
            format!("{}:{line}", indicator.rule.file).into(),
        ];
        let lacks = || lang.list(rule.lacks.iter().map(|lack| lang.lack(*lack)));
        row.extend(is_told.then(|| Cell::from(lacks())));
        row
    };
    Table::new(columns, rules.iter().map(row).collect())
}

/// Both sides of a difference, as a check writes them.
struct Written {
    expected: Option<String>,
    found: Option<String>,
}

impl Written {
    fn of(difference: &Difference) -> Self {
        let (expected, found) = match difference {
            Difference::Outcome { expected, found } => {
                (Some(expected.word().to_owned()), found.map(|found| found.word().to_owned()))
            }
            Difference::Margin { expected, found } => {
                // Enough digits that it does not read as what was expected.
                let exact = Rational::from(*expected);
                let text = |found: &Rational| numbers::beside(&[found], &[&exact]).concat();
                (Some(expected.to_string()), found.as_ref().map(text))
            }
            Difference::Count { expected, found } => {
                (Some(expected.to_string()), found.as_ref().map(|found| shown::rounded(found, 0)))
            }
            Difference::Requirement { expected, found } => {
                let text = |condition: &Option<Condition>, beside: &Option<Condition>| {
                    condition.as_ref().map(|condition| condition_text(condition, beside.as_ref()))
                };
                (text(expected, found), text(found, expected))
            }
            Difference::Basis { expected, found } => {
                (Some(expected.word().to_owned()), found.map(|found| found.word().to_owned()))
            }
            Difference::Errors => (None, None),
        };
        Self { expected, found }
    }
}

/// A condition, with enough digits that it does not read as the one beside it.
fn condition_text(condition: &Condition, beside: Option<&Condition>) -> String {
    let values: Vec<&Rational> = beside.into_iter().flat_map(Condition::bounds).collect();
    let own: Vec<&Rational> = condition.bounds().collect();
    let bounds = numbers::beside(&own, &values);
    numbers::condition(condition, &bounds, "").trim_end().to_owned()
}
