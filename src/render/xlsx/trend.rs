//! Trends as a workbook: a line a region and indicator with its years in columns; a line a year;
//! and what to be warned of, and how to read it.

use std::io::{self, Write};

use rust_xlsxwriter::{Sparkline, XlsxError};

use super::document;
use super::page::{Head, Page, marked};
use crate::render::document::Held;
use crate::render::numbers;
use crate::render::spreadsheet::{Formats, ROOM};
use crate::render::trend::{
    LIMITED, SHORT, Written, WrittenPoint, apart, is_limited, summary, target, unforetold, warned,
};
use crate::render::{Lang, check, seal};
use crate::report::{Point, Report, Row, TimeSeries, Trend};
use crate::term::Standing;

/// The row of the headings of the first sheet.
const HEAD: u32 = 2;
/// The columns before the years, of which the last is the course of the value.
const BEFORE: u16 = 6;
/// Those that stand on every page.
const NAMED: u16 = 4;

/// Writes trends as a workbook.
///
/// # Errors
/// Those of the writer, and what a workbook can't hold.
pub(in crate::render) fn trend(
    report: &Report,
    trend: &Trend,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(&seal::sealed(&workbook(report, trend, lang).map_err(io::Error::other)?)?)
}

fn workbook(report: &Report, trend: &Trend, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let (words, look) = (lang.trend_words(), Formats::new());
    let told = apart(report, trend, lang);
    let title = document::title(&told);
    let year = report.years_sent().last().copied().unwrap_or(report.plan.target_year);
    let mut book = super::book(title, year)?;
    if trend.count > 0 {
        lines(&mut super::page(&mut book, words.trend, &look)?, report, trend, title, lang)?;
        years(&mut super::page(&mut book, words.by_year, &look)?, report, trend, title, lang)?;
    }
    document::write(&mut super::page(&mut book, words.warnings, &look)?, &told, lang)?;
    book.save_to_buffer()
}

/// A line a region and indicator.
fn lines(
    page: &mut Page<'_>,
    report: &Report,
    trend: &Trend,
    title: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (words, own) = (lang.words(), lang.trend_words());
    let all = report.years_sent();
    let all: Vec<String> = all.iter().map(ToString::to_string).collect();
    let head = |text: &str| text.replace('\n', lang.pick("", " "));
    let due = trend.series(report).map(|series| series.due_year(report)).max().unwrap_or_default();
    let projection = format!("{due} {}", own.projection);
    let behind = [own.so_far, own.needed, words.target, &projection, own.warning].map(head);
    let mut heads = vec![(lang.xlsx_words().unit, 5), (own.trend, 7)];
    heads.extend(all.iter().map(|year| (year.as_str(), 8)));
    let widths = [7, 7, 8, 8, lang.pick(12, 13)];
    heads.extend(behind.iter().map(String::as_str).zip(widths));
    let heads = named(&heads, lang);
    page.title(0, title);
    page.passage(1, &summary(report, trend, lang), &page.look.strong.clone());
    page.heads(HEAD, &heads)?;
    let mut row = HEAD;
    for series in trend.series(report).take(check::MOST) {
        row += 1;
        line(page, row, report, &series, lang)?;
    }
    page.table(HEAD, row, heads.len() as u16, NAMED)?;
    left_out(page, row, trend.count.saturating_sub(check::MOST), lang);
    page.paper(title, lang)
}

/// 序号、指标、属性、地区, and the others behind them; names have the room that those leave.
fn named<'h>(others: &[Head<'h>], lang: Lang) -> Vec<Head<'h>> {
    let words = lang.words();
    let (number, attribute, region) = (5, lang.pick(7, 12), lang.pick(9, 13));
    let taken: u32 = others.iter().map(|(_, width)| width).sum();
    let name = ROOM.saturating_sub(taken + number + attribute + region).clamp(22, 34);
    let mut heads = vec![
        (words.number, number),
        (words.indicator, name),
        (words.attribute, attribute),
        (words.region, region),
    ];
    heads.extend_from_slice(others);
    heads
}

/// Whose it is, in the first columns.
fn subject(
    page: &mut Page<'_>,
    row: u32,
    report: &Report,
    series: &TimeSeries,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (look, indicator) = (page.look, series.rule(report));
    page.ordinal(row, 0, indicator.number.as_deref().unwrap_or_default(), &look.label)?;
    page.text(row, 1, lang.name(&indicator.name), &look.words)?;
    page.text(row, 2, lang.attribute(indicator.attribute), &look.label)?;
    let region = &report.regions[series.region.index()];
    page.text(row, 3, lang.name(&region.name), &look.words)
}

fn line(
    page: &mut Page<'_>,
    row: u32,
    report: &Report,
    series: &TimeSeries,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (look, indicator) = (page.look, series.rule(report));
    let written = Written::of(report, series);
    let unit = lang.name(&indicator.measure.unit);
    subject(page, row, report, series, lang)?;
    page.text(row, NAMED, unit, &look.label)?;
    page.text(row, BEFORE - 1, "", &look.words)?;
    let mut at = BEFORE;
    for (point, of) in series.points.iter().zip(&written.points) {
        match series.row(report, point) {
            Some(judged) => value(page, (row, at), &judged, point, &of.numbers, lang)?,
            None => page.text(row, at, "", &look.words)?,
        }
        at += 1;
    }
    if indicator.measure.limits.are_numbers() && series.values().count() > 1 {
        let name = page.sheet.name();
        let course = Sparkline::new().set_range((name.as_str(), row, BEFORE, row, at - 1));
        page.sheet.add_sparkline(row, BEFORE - 1, &course.show_markers(true))?;
    }
    for (at, pace) in (at..).zip([&written.so_far, &written.needed]) {
        page.number(row, at, pace.as_deref().unwrap_or("—"), "", &look.number)?;
    }
    page.text(row, at + 2, &target(report, series, &written, lang), &look.label)?;
    match &written.projection {
        Some(value) => {
            let mark = if is_limited(series) { LIMITED } else { "" };
            page.marked(row, at + 3, value, unit, mark, &look.number)?;
        }
        None => page.text(row, at + 3, unforetold(series, lang), &look.number)?,
    }
    let (warning, outcome) = warned(series, lang);
    let format = outcome.map_or(look.words.clone(), |outcome| marked(&look.words, outcome));
    page.text(row, at + 4, &warning, &format)?;
    page.fit(row)
}

/// The value of a year, with a mark that it falls short; empty where there is none.
fn value(
    page: &mut Page<'_>,
    (row, at): (u32, u16),
    judged: &Row<'_>,
    point: &Point,
    written: &numbers::Numbers,
    lang: Lang,
) -> Result<(), XlsxError> {
    let look = page.look;
    let format = point.outcome.map_or(look.number.clone(), |of| marked(&look.number, of));
    let is_short = point.outcome.is_some_and(|of| of.standing() == Standing::Fail);
    let mark = if is_short { SHORT } else { "" };
    match judged.done() {
        Some(_) => {
            let done = numbers::value(judged, written, lang).unwrap_or_default();
            page.text(row, at, &format!("{done}{mark}"), &format)
        }
        None => match &written.value {
            Some(value) => page.marked(row, at, value, judged.unit(), mark, &format),
            None => page.text(row, at, "", &format),
        },
    }
}

/// A line a region, indicator and year of which something is known.
fn years(
    page: &mut Page<'_>,
    report: &Report,
    trend: &Trend,
    title: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let words = lang.words();
    let others = [
        (words.year, 6),
        (words.value, 10),
        (lang.xlsx_words().unit, 5),
        (words.requirement, 12),
        (words.verdict, 10),
        (lang.trend_words().change, 11),
        (words.numerator, 10),
        (words.denominator, 11),
    ];
    let heads = named(&others, lang);
    page.heads(0, &heads)?;
    let (mut row, mut unlisted) = (0, 0);
    for series in trend.series(report) {
        let is_listed = (row as usize) < check::MOST;
        let written = if is_listed { Written::of(report, &series) } else { Written::default() };
        for (at, point) in series.points.iter().enumerate() {
            let Some(judged) = series.row(report, point) else { continue };
            match written.points.get(at).filter(|_| (row as usize) < check::MOST) {
                Some(of) => {
                    row += 1;
                    subject(page, row, report, &series, lang)?;
                    of_year(page, row, &judged, (point, of), lang)?;
                }
                None => unlisted += 1,
            }
        }
    }
    page.table(0, row, heads.len() as u16, 0)?;
    left_out(page, row, unlisted, lang);
    page.paper(title, lang)
}

/// What is known of a year, behind whose it is.
fn of_year(
    page: &mut Page<'_>,
    row: u32,
    judged: &Row<'_>,
    (point, of): (&Point, &WrittenPoint),
    lang: Lang,
) -> Result<(), XlsxError> {
    let look = page.look;
    page.ordinal(row, NAMED, &point.year.to_string(), &look.label)?;
    value(page, (row, 5), judged, point, &of.numbers, lang)?;
    page.text(row, 6, lang.name(judged.unit()), &look.label)?;
    let requirement =
        judged.requirement().and_then(|_| numbers::requirement(judged, &of.numbers, lang));
    page.text(row, 7, &requirement.unwrap_or_default(), &look.label)?;
    match point.outcome {
        Some(outcome) => page.text(row, 8, lang.outcome(outcome), &marked(&look.label, outcome))?,
        None => page.text(row, 8, "", &look.label)?,
    }
    page.number(row, 9, of.change.as_deref().unwrap_or_default(), "", &look.number)?;
    let counts = judged.counts().map(|(n, d)| [n.to_string(), d.to_string()]);
    for (at, count) in (10..).zip(counts.unwrap_or_default()) {
        page.number(row, at, &count, "", &look.number)?;
    }
    page.fit(row)
}

fn left_out(page: &mut Page<'_>, row: u32, count: usize, lang: Lang) {
    if count > 0 {
        let more = lang.and_more(count as u64, Held::CsvAndJson);
        page.passage(row + 2, &more, &page.look.aside.clone());
    }
}
