//! 总表: indicators down, regions across; a sheet a year.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::page::{Head, Page, marked};
use crate::render::Lang;
use crate::render::check;
use crate::render::document::{Document, Held};
use crate::render::matrix::{self, Across, MOST_REGIONS, RegionCell};
use crate::render::numbers::{self, Numbers};
use crate::render::overview;
use crate::render::spreadsheet::Formats;
use crate::report::{Column, Report, Row};
use crate::term::{RegionId, Year};

/// The years that have a sheet, of which programs open no more than a few hundred.
const MOST_YEARS: usize = 200;

/// Writes a sheet a year, and one that says so where nothing was judged.
pub(super) fn write(
    book: &mut Workbook,
    report: &Report,
    lang: Lang,
    look: &Formats,
) -> Result<(), XlsxError> {
    let word = lang.xlsx_words().matrix;
    let years: Vec<(Year, Vec<&Column>)> = matrix::years(report).collect();
    if years.is_empty() {
        let mut page = super::page(book, word, look)?;
        page.title(0, lang.name(&report.plan.title));
        top(&mut page, report, lang);
        page.paper(lang.name(&report.plan.title), lang)?;
    }
    let unlisted = years.len().saturating_sub(MOST_YEARS);
    for (year, columns) in years.iter().take(MOST_YEARS) {
        let name = match years.len() {
            1 => word.to_owned(),
            _ => format!("{word} {year}"),
        };
        let mut page = super::page(book, &name, look)?;
        let headline = lang.headline(lang.name(&report.plan.title), *year, report.against);
        page.title(0, &headline);
        let row = top(&mut page, report, lang);
        let baselines = check::own_baselines(report, columns, Held::CsvAndJson, lang);
        let row = passages(&mut page, row, &baselines, lang);
        let regions = matrix::regions(report, columns);
        let end = match regions.len() > MOST_REGIONS {
            true => counted(&mut page, row, report, columns, lang)?,
            false => listed(&mut page, row, report, columns, &regions, lang)?,
        };
        if unlisted > 0 {
            page.passage(end + 1, &lang.unlisted(unlisted as u64), &look.aside);
        }
        page.paper(lang.name(&report.plan.title), lang)?;
    }
    Ok(())
}

/// The conclusion, which is what people look for first, and the tallies; the row below them.
fn top(page: &mut Page<'_>, report: &Report, lang: Lang) -> u32 {
    let look = page.look;
    let mut row = 1;
    for line in check::tallies(report, lang).lines(lang).iter().rev() {
        let format = if row == 1 { &look.strong } else { &look.aside };
        page.passage(row, line, format);
        row += 1;
    }
    for headline in overview::headlines(report, lang) {
        page.passage(row, &headline, &look.aside);
        row += 1;
    }
    row
}

/// Passages below one another; the row below them.
fn passages(page: &mut Page<'_>, row: u32, told: &Document, lang: Lang) -> u32 {
    let (look, mut row) = (page.look, row);
    for line in told.lines(lang) {
        page.passage(row, &line, &look.aside);
        row += 1;
    }
    row
}

/// 序号、指标、属性、年度要求、目标
fn heads(lang: Lang) -> [Head<'static>; 5] {
    let words = lang.words();
    [
        (words.number, 5),
        (words.indicator, 24),
        (words.attribute, lang.pick(7, 12)),
        (words.requirement, 11),
        (words.target, 13),
    ]
}

/// A value and a verdict of every region; the last row.
fn listed(
    page: &mut Page<'_>,
    top: u32,
    report: &Report,
    columns: &[&Column],
    regions: &[RegionId],
    lang: Lang,
) -> Result<u32, XlsxError> {
    let (words, look, head) = (lang.words(), page.look, top + 1);
    let mut all = heads(lang).to_vec();
    all.extend(regions.iter().flat_map(|_| [(words.value, 8), (words.verdict, 8)]));
    page.heads(head, &all)?;
    for (at, (word, _)) in (0..).zip(heads(lang)) {
        page.sheet.merge_range(top, at, head, at, word, &look.heading)?;
    }
    for (at, region) in (5..).step_by(2).zip(regions) {
        page.sheet.merge_range(top, at, top, at + 1, "", &look.heading)?;
        page.text(top, at, lang.name(&report.regions[region.index()].name), &look.heading)?;
    }
    let mut row = head;
    for column in columns {
        row += 1;
        let across = Across::of(report, column, regions, lang);
        start(page, row, report, column, &across.required, lang)?;
        for (at, cell) in (5..).step_by(2).zip(&across.cells) {
            match cell {
                Some(cell) => verdict(page, row, at, cell, lang)?,
                None => {
                    page.sheet.write_blank(row, at, &look.words)?;
                    page.sheet.write_blank(row, at + 1, &look.words)?;
                }
            }
        }
        page.fit(row)?;
    }
    page.table(head, row, all.len() as u16, 2)?;
    Ok(row)
}

fn start(
    page: &mut Page<'_>,
    row: u32,
    report: &Report,
    column: &Column,
    required: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (look, indicator) = (page.look, &report.indicators[column.indicator()]);
    page.ordinal(row, 0, indicator.number.as_deref().unwrap_or_default(), &look.label)?;
    page.text(row, 1, lang.name(&indicator.name), &look.words)?;
    page.text(row, 2, lang.attribute(indicator.attribute), &look.label)?;
    page.text(row, 3, required, &look.label)?;
    page.text(row, 4, &numbers::plan_target(indicator, column.year(), lang), &look.label)
}

fn verdict(
    page: &mut Page<'_>,
    row: u32,
    at: u16,
    cell: &RegionCell<'_>,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (look, outcome) = (page.look, cell.row.outcome());
    value(page, row, at, &cell.row, &cell.numbers, lang)?;
    let own = cell.own.as_ref().map(|own| lang.in_brackets(own)).unwrap_or_default();
    let verdict = format!("{}{own}", lang.outcome(outcome));
    page.text(row, at + 1, &verdict, &marked(&look.label, outcome))
}

/// The value that was judged, marked by its verdict.
pub(super) fn value(
    page: &mut Page<'_>,
    row: u32,
    at: u16,
    judged: &Row<'_>,
    written: &Numbers,
    lang: Lang,
) -> Result<(), XlsxError> {
    let format = marked(&page.look.number, judged.outcome());
    match judged.done() {
        Some(_) => {
            let done = numbers::value(judged, written, lang).unwrap_or_default();
            page.text(row, at, &done, &format)
        }
        None => {
            let text = written.value.as_deref().unwrap_or_default();
            page.number(row, at, text, judged.unit(), &format)
        }
    }
}

/// How many regions stand how; the last row.
fn counted(
    page: &mut Page<'_>,
    top: u32,
    report: &Report,
    columns: &[&Column],
    lang: Lang,
) -> Result<u32, XlsxError> {
    let look = page.look;
    let table = matrix::matrix(report, columns, lang);
    let starts = heads(lang);
    let counts = table.columns.iter().skip(starts.len()).map(|head| (head.title.as_str(), 9));
    let all: Vec<Head<'_>> = starts.into_iter().chain(counts).collect();
    page.heads(top, &all)?;
    let mut row = top;
    for (column, cells) in columns.iter().zip(&table.rows) {
        row += 1;
        start(page, row, report, column, &matrix::required(report, column, lang), lang)?;
        for (at, cell) in (0..).zip(cells).skip(starts.len()) {
            page.number(row, at, &cell.text, "", &look.number)?;
        }
        page.fit(row)?;
    }
    page.table(top, row, all.len() as u16, 2)?;
    Ok(row)
}
