//! 未达要求: what fell short, worst first; what could not be judged; what is waived.

use rust_xlsxwriter::XlsxError;

use super::matrix;
use super::page::{Head, Page, marked};
use crate::render::numbers::{self, Numbers};
use crate::render::verdicts::{self, List};
use crate::render::{Lang, overview, sentence};
use crate::report::{Report, Row};
use crate::term::{RegionId, Standing};

/// The rows of what could not be judged, and of what is waived.
const MOST: usize = 10_000;
/// The row of the headings.
const HEAD: u32 = 2;

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let (words, look) = (lang.words(), page.look);
    let lists = List::all(report, MOST, lang);
    page.text(0, 0, lang.name(&report.plan.title), &look.title)?;
    let said = lang.list(lists.iter().map(|list| format!("{} {}", list.title, list.total)));
    let all_well = report.tally.is_all_well();
    page.text(1, 0, if all_well { words.no_shortfalls } else { &said }, &look.strong)?;
    page.heads(HEAD, &heads(lang))?;
    let mut row = HEAD;
    for judged in lists.iter().flat_map(|list| &list.rows) {
        row += 1;
        line(page, row, judged, lang)?;
    }
    page.table(HEAD, row, heads(lang).len() as u16, 0)?;
    for line in lists.iter().flat_map(|list| &list.at_once) {
        row += 1;
        page.text(row + 1, 0, line, &look.aside)?;
    }
    let left_out: u64 = lists.iter().map(List::left_out).sum();
    if left_out > 0 {
        page.text(row + 2, 0, &lang.unlisted(left_out), &look.aside)?;
    }
    page.paper(lang.name(&report.plan.title), lang);
    Ok(())
}

/// All verdicts on a region, in the order of the plan.
pub(super) fn region(
    page: &mut Page<'_>,
    report: &Report,
    region: RegionId,
    lang: Lang,
) -> Result<(), XlsxError> {
    let name = &report.regions[region.index()].name;
    let title = format!("{}　{}", lang.name(name), lang.name(&report.plan.title));
    page.text(0, 0, &title, &page.look.title)?;
    let standings = report.overviews.iter();
    let standings = standings.filter_map(|of| overview::standing(report, of, region, lang));
    page.text(1, 0, &standings.collect::<Vec<_>>().join("　"), &page.look.aside)?;
    page.heads(HEAD, &heads(lang))?;
    let mut row = HEAD;
    let rows = report.columns.iter().filter_map(|column| report.row(column, region));
    for judged in rows.take(MOST) {
        row += 1;
        line(page, row, &judged, lang)?;
    }
    page.table(HEAD, row, heads(lang).len() as u16, 0)?;
    page.paper(lang.name(&report.plan.title), lang);
    Ok(())
}

fn heads(lang: Lang) -> [Head<'static>; 17] {
    let (words, own) = (lang.words(), lang.xlsx_words());
    [
        (words.verdict, 10),
        (words.attribute, 9),
        (words.region, 11),
        (words.year, 6),
        (words.number, 7),
        (words.indicator, 30),
        (words.value, 11),
        (own.unit, 6),
        (words.requirement, 14),
        (words.margin, 11),
        (own.people, 12),
        (own.count_unit, 9),
        (words.numerator, 11),
        (words.denominator, 11),
        (words.place, 19),
        (words.citation, 16),
        (own.why, 22),
    ]
}

fn line(page: &mut Page<'_>, row: u32, judged: &Row<'_>, lang: Lang) -> Result<(), XlsxError> {
    let (look, indicator, outcome) = (page.look, judged.indicator(), judged.outcome());
    let written = Numbers::of(judged);
    let or_nothing = |text: Option<&str>| text.unwrap_or_default().to_owned();
    page.text(row, 0, lang.outcome(outcome), &marked(&look.label, outcome))?;
    page.text(row, 1, lang.attribute(indicator.attribute), &look.label)?;
    page.text(row, 2, lang.name(&judged.region().name), &look.words)?;
    page.ordinal(row, 3, &judged.year().to_string(), &look.label)?;
    page.ordinal(row, 4, &or_nothing(indicator.number.as_deref()), &look.label)?;
    page.text(row, 5, lang.name(&indicator.name), &look.words)?;
    matrix::value(page, row, 6, judged, &written, lang)?;
    page.text(row, 7, lang.name(judged.unit()), &look.label)?;
    let required = numbers::requirement(judged, &written, lang).unwrap_or_default();
    page.text(row, 8, &required, &look.label)?;
    // The margin of a percentage is in points.
    page.number(row, 9, &or_nothing(written.margin.as_deref()), "", &look.number)?;
    page.number(row, 10, &or_nothing(written.count.as_deref()), "", &look.number)?;
    let counted = written
        .count
        .as_ref()
        .and(indicator.measure.count_unit.as_ref().map(|unit| lang.name(unit)));
    page.text(row, 11, &or_nothing(counted), &look.label)?;
    let counts = judged.counts().map(|(n, d)| (n.to_string(), d.to_string()));
    let (numerator, denominator) = counts.unwrap_or_default();
    page.number(row, 12, &numerator, "", &look.number)?;
    page.number(row, 13, &denominator, "", &look.number)?;
    page.text(row, 14, &verdicts::place(judged, lang), &look.words)?;
    page.text(row, 15, &or_nothing(indicator.cite.as_deref()), &look.words)?;
    let why = match outcome.standing() {
        Standing::Fail => verdicts::in_people(judged, &written, lang),
        Standing::Pass | Standing::Neutral | Standing::Incomplete => sentence::reason(judged, lang),
    };
    page.text(row, 16, &why.unwrap_or_default(), &look.words)?;
    page.fit(row)
}
