//! 反馈函: a letter to one region as a document, and its formats.

use std::io::{self, Write};

use super::columns::Written;
use super::document::{Cell, Column, Document, Fold, Table};
use super::file::FileFormat;
use super::paper::Paper;
use super::verdicts::{
    self, ATTRIBUTE, Field, IN_PEOPLE, INDICATOR, Kind, MARGIN, REQUIREMENT, VALUE, VERDICT, YEAR,
};
use super::{Lang, overview, sentence};
use crate::diagnostic::{self, Diagnostic, Headroom};
use crate::report::{Asks, FEW_HUNDREDTHS, HANDFUL, Letter};

/// Writes a letter.
pub type LetterWriter = fn(&Letter<'_>, Lang, &mut dyn Write) -> io::Result<()>;

/// The formats of letters, the usual one first.
pub static LETTER: &[(FileFormat, LetterWriter)] = &[
    #[cfg(feature = "xlsx")]
    // A word processor numbers the parts itself.
    (FileFormat::Document, |it, lang, out| paper(it, false, lang).docx(lang, out)),
    #[cfg(feature = "html")]
    (FileFormat::Html, |it, lang, out| paper(it, true, lang).html(lang, out)),
    #[cfg(feature = "xlsx")]
    (FileFormat::Workbook, |it, lang, out| paper(it, true, lang).xlsx(lang, out)),
    (FileFormat::Markdown, |it, lang, out| {
        out.write_all(paper(it, true, lang).markdown(lang).as_bytes())
    }),
];

fn paper(of: &Letter<'_>, is_numbered: bool, lang: Lang) -> Paper {
    let year = of.report.years.last().copied().unwrap_or_default();
    Paper { told: letter(of, is_numbered, lang), sheet: lang.letter_words().sheet, year }
}

/// What is wrong, what falls short, what hardly holds, and what to send again. Whatever it is
/// made of, nothing of another region is left in it.
fn letter(letter: &Letter<'_>, is_numbered: bool, lang: Lang) -> Document {
    let words = lang.letter_words();
    let mut told = head(letter, lang);
    let parts = [
        findings(letter, lang),
        short(letter, lang),
        thin(letter, lang),
        open(letter, lang),
        notes(letter, lang),
    ];
    for (at, (title, count, part)) in
        parts.into_iter().filter(|(_, count, _)| *count > 0).enumerate()
    {
        let number = if is_numbered { lang.part(at) } else { String::new() };
        told.heading(number, format!("{title} {count}"));
        told.append(part);
        told.gap();
    }
    told.gap();
    if letter.settled > 0 {
        told.text(lang.settled(letter.settled));
    }
    told.text(match letter.asks() {
        Asks::Again => lang.send_again(letter.due),
        Asks::Explanation => lang.explain_those(letter.due),
        Asks::Nothing => words.complete.to_owned(),
    });
    told.line(words.end);
    told.redacted(|text| letter.names_another(text), words.withheld)
}

fn head(letter: &Letter<'_>, lang: Lang) -> Document {
    let (words, report, colon) = (lang.letter_words(), letter.report, lang.words().colon);
    let mut told = Document::default();
    told.title(lang.letter_title(lang.name(&letter.to().name), &report.years));
    let facts = [
        (words.from, letter.sender.or(letter.city.map(|it| lang.name(it))).map(str::to_owned)),
        (words.to, Some(lang.name(&letter.to().name).to_owned())),
        (
            words.checked,
            Some(format!(
                "{}{}",
                lang.name(&report.plan.title),
                lang.in_brackets(lang.against(report.against))
            )),
        ),
    ];
    for (word, text) in facts {
        text.into_iter().for_each(|text| told.begun(format!("{word}{colon}"), text));
    }
    if letter.is_sample {
        told.text(words.is_sample);
    }
    for of in &report.overviews {
        overview::standing(report, of, letter.region, lang)
            .into_iter()
            .for_each(|it| told.text(it));
    }
    told.gap();
    told
}

type Part = (&'static str, u64, Document);

/// What is wrong with its figures: the cell, the indicator, what, and what to do.
fn findings(letter: &Letter<'_>, lang: Lang) -> Part {
    let mut told = Document::default();
    if !letter.findings.is_empty() {
        told.table(found(&letter.findings, lang));
    }
    if letter.withheld > 0 {
        told.text(lang.withheld(letter.withheld));
    }
    (lang.letter_words().findings, diagnostic::count(&letter.findings), told)
}

/// What was noticed, and asks for nothing.
fn notes(letter: &Letter<'_>, lang: Lang) -> Part {
    let mut told = Document::default();
    let mut table = found(&letter.notes, lang);
    // They all weigh the same.
    table.columns.remove(0);
    table.rows.iter_mut().for_each(|cells| drop(cells.remove(0)));
    told.table(table.without_empty_columns());
    (lang.letter_words().notes, diagnostic::count(&letter.notes), told)
}

fn found(findings: &[Diagnostic], lang: Lang) -> Table {
    let (words, own) = (lang.words(), lang.letter_words());
    let heads = vec![
        Column::new(own.weight, Fold::Never),
        Column::new(words.place, Fold::AtLeast(12)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(own.message, Fold::AtLeast(20)),
        Column::new(own.help, Fold::AtLeast(16)),
    ];
    let rows = findings.iter().map(|found| {
        let message = found.problem.message(lang);
        let series = found.subject.iter().flat_map(|subject| &subject.series);
        let places = found.place.iter().chain(&found.related).map(sentence::spot);
        vec![
            lang.severity(found.severity()).into(),
            lang.list(places).into(),
            lang.list(series.map(|series| lang.name(&series.name))).into(),
            message.title.into(),
            message.help.unwrap_or_default().into(),
        ]
    });
    Table::new(heads, rows.collect())
}

/// These fields; a year that is the only one is said above.
fn fields(letter: &Letter<'_>, all: &[Field]) -> Vec<Field> {
    let is_told = |field: &&Field| field.kind != Kind::Year || letter.report.years.len() > 1;
    all.iter().filter(is_told).copied().collect()
}

/// What falls short, by how many people.
fn short(letter: &Letter<'_>, lang: Lang) -> Part {
    let fields =
        fields(letter, &[ATTRIBUTE, YEAR, INDICATOR, VALUE, REQUIREMENT, MARGIN, IN_PEOPLE]);
    let mut told = Document::default();
    told.text(lang.binding_first());
    told.table(verdicts::table(&fields, letter.short.iter().copied(), lang));
    (lang.letter_words().short, letter.short.len() as u64, told)
}

/// What would fail with a few fewer.
fn thin(letter: &Letter<'_>, lang: Lang) -> Part {
    let words = lang.letter_words();
    let rows = letter.thin.iter().map(|(row, _)| *row);
    let fields = fields(letter, &[ATTRIBUTE, YEAR, INDICATOR, VALUE, REQUIREMENT]);
    let mut table = verdicts::table(&fields, rows, lang);
    table.columns.push(Column::new(words.left, Fold::AtLeast(6)).right());
    for (cells, (row, left)) in table.rows.iter_mut().zip(&letter.thin) {
        let left = match left {
            Headroom::Count { .. } => {
                verdicts::in_people(row, Written::of(*row).numbers(), lang).unwrap_or_default()
            }
            Headroom::Points(points) => lang.difference(points, lang.name(row.unit())),
        };
        cells.push(Cell::from(left));
    }
    let mut told = Document::default();
    told.text(lang.how_thin(HANDFUL, FEW_HUNDREDTHS));
    told.table(table);
    (words.thin, letter.thin.len() as u64, told)
}

/// What is to be corrected or sent, and why.
fn open(letter: &Letter<'_>, lang: Lang) -> Part {
    let mut told = Document::default();
    let rows = letter.open.iter().copied();
    let fields = fields(letter, &[VERDICT, YEAR, INDICATOR]);
    let mut table = verdicts::table(&fields, rows, lang);
    table.columns.push(Column::new(lang.words().why, Fold::AtLeast(16)));
    for (cells, row) in table.rows.iter_mut().zip(&letter.open) {
        let reason = letter.reason(row).map(|reason| sentence::unjudged(&reason, lang));
        cells.push(reason.unwrap_or_default().into());
    }
    told.table(table);
    (lang.letter_words().open, letter.open.len() as u64, told)
}
