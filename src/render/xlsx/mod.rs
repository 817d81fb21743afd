//! The report as a workbook, for those who go on in a spreadsheet: the matrix of each year,
//! how each region stands, what fell short, every verdict, the findings, how to read it, and a
//! sheet a region.
//!
//! Numbers are numbers, in the unit of their indicator: 57.20% is 57.20 and not 0.572, so
//! that no digit is moved, value less requirement is the margin, and every sheet says what
//! CSV says. Text is only ever a string, never a formula. The same report is written to the
//! same bytes: its date is the first day of the last year that is judged.

mod document;
mod findings;
mod guide;
mod matrix;
mod page;
mod regions;
mod rows;
mod shortfalls;
mod trend;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::spreadsheet::{self, Formats};
use super::{Lang, plain, seal, sheets};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::term::{Region, RegionId, whole};
pub(super) use document::document;
use page::Page;
pub(super) use trend::trend;

/// So many regions have a sheet each.
const MOST_APART: usize = 40;

/// Writes the report as a workbook.
///
/// # Errors
/// Those of the writer, and what a workbook can't hold.
pub fn xlsx(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&seal::sealed(&workbook(report, lang).map_err(io::Error::other)?)?)
}

/// Writes a workbook that says that nothing could be judged, and why.
///
/// # Errors
/// Those of the writer, and what a workbook can't hold.
pub fn xlsx_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&seal::sealed(&failed(found, lang).map_err(io::Error::other)?)?)
}

fn workbook(report: &Report, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let words = lang.xlsx_words();
    let title = lang.name(&report.plan.title);
    let year = report.years.last().copied().unwrap_or(report.plan.target_year);
    let mut book = book(title, year)?;
    let look = Formats::new();
    matrix::write(&mut book, report, lang, &look)?;
    regions::write(&mut page(&mut book, words.regions, &look)?, report, lang)?;
    shortfalls::write(&mut page(&mut book, words.shortfalls, &look)?, report, lang)?;
    rows::write(&mut page(&mut book, words.rows, &look)?, report, lang)?;
    let mut sheet = page(&mut book, words.findings, &look)?;
    findings::write(&mut sheet, &report.diagnostics, title, lang)?;
    guide::write(&mut page(&mut book, words.guide, &look)?, report, lang)?;
    for (region, name) in regions_apart(report, lang) {
        shortfalls::region(&mut page(&mut book, &name, &look)?, report, region, lang)?;
    }
    book.save_to_buffer()
}

/// The regions below the city that have a sheet, and what it is called; none where they are
/// very many, or one alone.
fn regions_apart(report: &Report, lang: Lang) -> Vec<(RegionId, String)> {
    let words = lang.xlsx_words();
    let ids = (0..).map(RegionId).zip(report.regions.iter());
    let is_judged = |id: RegionId| report.columns.iter().any(|of| of.outcome(id).is_some());
    let whole = whole(&report.regions);
    let below = ids.filter(|(id, _)| whole != Some(*id) && is_judged(*id));
    let below: Vec<(RegionId, &Region)> = below.take(MOST_APART + 1).collect();
    if below.len() < 2 || below.len() > MOST_APART {
        return Vec::new();
    }
    // That of a year begins with the same word.
    let others: Vec<String> =
        report.years.iter().map(|year| format!("{} {year}", words.matrix)).collect();
    let fixed =
        [words.matrix, words.regions, words.shortfalls, words.rows, words.findings, words.guide];
    let others: Vec<&str> = others.iter().map(String::as_str).chain(fixed).collect();
    let names = sheets::names(below.iter().map(|(_, region)| lang.name(&region.name)), &others);
    below.into_iter().map(|(id, _)| id).zip(names).collect()
}

fn failed(found: &[Diagnostic], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let words = lang.xlsx_words();
    let mut book = book(env!("CARGO_PKG_NAME"), 0)?;
    let look = Formats::new();
    guide::write_failure(&mut page(&mut book, words.guide, &look)?, lang)?;
    let mut sheet = page(&mut book, words.findings, &look)?;
    findings::write(&mut sheet, found, env!("CARGO_PKG_NAME"), lang)?;
    book.save_to_buffer()
}

/// An empty workbook, dated to a year as far as spreadsheets know it.
fn book(title: &str, year: u16) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    spreadsheet::measured(&mut book)?;
    let created = ExcelDateTime::from_ymd(year.clamp(1980, 9999), 1, 1)?;
    let properties =
        DocProperties::new().set_title(plain::short(title, 200)).set_creation_datetime(&created);
    book.set_properties(&seal::marked(properties, seal::REPORT));
    Ok(book)
}

/// A new sheet.
fn page<'b>(book: &'b mut Workbook, name: &str, look: &'b Formats) -> Result<Page<'b>, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    Ok(Page::new(sheet, look))
}
