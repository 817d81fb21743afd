//! 未达要求: what fell short, worst first; what could not be judged; what is waived.

use rust_xlsxwriter::XlsxError;

use super::matrix;
use super::page::{Head, Page, marked};
use crate::render::numbers::{self, Numbers};
use crate::render::verdicts::{self, List};
use crate::render::{Lang, overview, sentence};
use crate::report::{Report, Row};
use crate::term::RegionId;

/// The rows of what could not be judged, and of what is waived.
const MOST: usize = 10_000;
/// The row of the headings.
const HEAD: u32 = 2;

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let (words, look) = (lang.words(), page.look);
    let lists = List::all(report, MOST, lang);
    page.title(0, lang.name(&report.plan.title));
    let said = lang.list(lists.iter().map(|list| format!("{} {}", list.title, list.total)));
    let all_well = report.tally.is_all_well();
    page.passage(1, if all_well { words.no_shortfalls } else { &said }, &look.strong);
    let rows = lists.iter().flat_map(|list| &list.rows).copied();
    let mut row = table(page, &LISTED, rows, lang)?;
    for line in lists.iter().flat_map(|list| &list.at_once) {
        row += 1;
        page.passage(row + 1, line, &look.aside);
    }
    let left_out: u64 = lists.iter().map(List::left_out).sum();
    if left_out > 0 {
        page.passage(row + 2, &lang.unlisted(left_out), &look.aside);
    }
    page.paper(lang.name(&report.plan.title), lang)
}

/// All verdicts on a region, in the order of the plan.
pub(super) fn region(
    page: &mut Page<'_>,
    report: &Report,
    region: RegionId,
    lang: Lang,
) -> Result<(), XlsxError> {
    let name = &report.regions[region.index()].name;
    let title = lang.name(&report.plan.title);
    // One year is the whole sheet's.
    let (title, fields): (_, Vec<Field>) = match report.years.as_slice() {
        [year] => {
            let title = lang.headline(title, *year, report.against);
            (title, APART.into_iter().filter(|field| *field != Year).collect())
        }
        _ => (title.to_owned(), APART.to_vec()),
    };
    let title = format!("{}　{title}", lang.name(name));
    page.title(0, &title);
    let standings = report.overviews.iter();
    let standings = standings.filter_map(|of| overview::standing(report, of, region, lang));
    page.passage(1, &standings.collect::<Vec<_>>().join("　"), &page.look.aside);
    let rows = report.columns.iter().filter_map(|column| report.row(column, region));
    table(page, &fields, rows.take(MOST), lang)?;
    page.paper(lang.name(&report.plan.title), lang)
}

/// What a column tells of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Verdict,
    Attribute,
    Region,
    Year,
    Number,
    Indicator,
    Value,
    Unit,
    Requirement,
    Margin,
    People,
    CountUnit,
    Numerator,
    Denominator,
    Place,
    ShortPlace,
    Citation,
    Why,
}

use Field::*;

/// Those of the sheet of what fell short.
const LISTED: [Field; 17] = [
    Verdict,
    Attribute,
    Region,
    Year,
    Number,
    Indicator,
    Value,
    Unit,
    Requirement,
    Margin,
    People,
    CountUnit,
    Numerator,
    Denominator,
    Place,
    Citation,
    Why,
];

/// Those of a region's own sheet: as few as a printed page has room for. What it is in people
/// stands among the remarks.
const APART: [Field; 14] = [
    Verdict,
    Attribute,
    Year,
    Number,
    Indicator,
    Value,
    Unit,
    Requirement,
    Margin,
    Numerator,
    Denominator,
    ShortPlace,
    Citation,
    Why,
];

impl Field {
    fn head(self, lang: Lang) -> Head<'static> {
        let (words, own) = (lang.words(), lang.xlsx_words());
        match self {
            Verdict => (words.verdict, 8),
            Attribute => (words.attribute, lang.pick(7, 12)),
            Region => (words.region, 11),
            Year => (words.year, 6),
            Number => (words.number, 5),
            Indicator => (words.indicator, 22),
            Value => (words.value, 9),
            Unit => (own.unit, 4),
            Requirement => (words.requirement, 10),
            Margin => (words.margin, 7),
            People => (own.people, 12),
            CountUnit => (own.count_unit, 9),
            Numerator => (words.numerator, lang.pick(8, 11)),
            Denominator => (words.denominator, lang.pick(8, 13)),
            Place => (words.place, 19),
            ShortPlace => (words.place, 12),
            Citation => (words.citation, 16),
            Why => (own.why, 11),
        }
    }

    fn write(
        self,
        page: &mut Page<'_>,
        (row, at): (u32, u16),
        judged: &Row<'_>,
        written: &Numbers,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        let (look, indicator, outcome) = (page.look, judged.indicator(), judged.outcome());
        let count = |of: Option<String>| of.unwrap_or_default();
        let (text, format) = match self {
            Verdict => {
                return page.text(row, at, lang.outcome(outcome), &marked(&look.label, outcome));
            }
            Year => return page.ordinal(row, at, &judged.year().to_string(), &look.label),
            Number => {
                let number = indicator.number.as_deref().unwrap_or_default();
                return page.ordinal(row, at, number, &look.label);
            }
            Value => return matrix::value(page, row, at, judged, written, lang),
            // The margin of a percentage is in points.
            Margin => {
                return page.number(row, at, &count(written.margin.clone()), "", &look.number);
            }
            People => return page.number(row, at, &count(written.count.clone()), "", &look.number),
            Numerator => {
                let numerator = count(judged.counts().map(|(n, _)| n.to_string()));
                return page.number(row, at, &numerator, "", &look.number);
            }
            Denominator => {
                let denominator = count(judged.counts().map(|(_, d)| d.to_string()));
                return page.number(row, at, &denominator, "", &look.number);
            }
            Attribute => (Some(lang.attribute(indicator.attribute).into()), &look.label),
            Region => (Some(lang.name(&judged.region().name).into()), &look.words),
            Indicator => (Some(lang.name(&indicator.name).into()), &look.words),
            Unit => (Some(lang.name(judged.unit()).into()), &look.label),
            Requirement => (numbers::requirement(judged, written, lang), &look.label),
            CountUnit => {
                let unit = indicator.measure.count_unit.as_ref();
                let unit = written.count.as_ref().and(unit);
                (unit.map(|unit| lang.name(unit).into()), &look.label)
            }
            Place => (Some(verdicts::place(judged, lang)), &look.words),
            ShortPlace => (Some(verdicts::short_place(judged, lang)), &look.words),
            Citation => (indicator.cite.clone(), &look.words),
            Why => (why(judged, written, lang), &look.words),
        };
        page.text(row, at, &text.unwrap_or_default(), format)
    }
}

/// Why it was not judged, else so many people too few or to spare.
fn why(judged: &Row<'_>, written: &Numbers, lang: Lang) -> Option<String> {
    sentence::reason(judged, lang).or_else(|| verdicts::in_people(judged, written, lang))
}

/// A row a verdict below the headings; the last row. What is up to the indicator's name says
/// which verdict it is, on every page.
fn table<'r>(
    page: &mut Page<'_>,
    fields: &[Field],
    rows: impl Iterator<Item = Row<'r>>,
    lang: Lang,
) -> Result<u32, XlsxError> {
    let heads: Vec<Head<'_>> = fields.iter().map(|field| field.head(lang)).collect();
    page.heads(HEAD, &heads)?;
    let mut row = HEAD;
    for judged in rows {
        row += 1;
        let written = Numbers::of(&judged);
        for (at, field) in (0..).zip(fields) {
            field.write(page, (row, at), &judged, &written, lang)?;
        }
        page.fit(row)?;
    }
    let named = fields.iter().take_while(|field| **field != Indicator).count() as u16 + 1;
    page.table(HEAD, row, heads.len() as u16, named)?;
    Ok(row)
}
