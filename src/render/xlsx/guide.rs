//! 说明: what was judged, from which files, how it ends, and how to read it.

use rust_xlsxwriter::XlsxError;

use super::page::{Page, TEXT, marked};
use crate::render::check::conclusion;
use crate::render::{Lang, check};
use crate::report::{Conclusion, Report};
use crate::term::Outcome;

/// How wide the columns are.
const WIDTHS: [u32; 6] = [16, 24, 20, 24, 10, 48];
/// The files that are listed.
const MOST: usize = 1_000;

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let words = lang.html_words();
    page.columns(&WIDTHS)?;
    page.title(0, lang.name(&report.plan.title));
    let years: Vec<String> = report.years.iter().take(MOST).map(u16::to_string).collect();
    let conclusion = conclusion(report, lang);
    let facts = [
        (words.conclusion, conclusion),
        (words.exit_code, report.exit.code().to_string()),
        (words.plan, report.plan.id.clone()),
        (words.years, years.join(lang.words().separator)),
        (words.against, lang.against(report.against).to_owned()),
        (words.fail_on, lang.fail_on(report.fail_on).to_owned()),
        ("dabiao", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let mut row = 2;
    for (what, how) in &facts {
        wide(page, row, what, how)?;
        row += 1;
    }
    row = tally(page, row + 1, report, lang)?;
    row = files(page, row + 1, report, lang)?;
    for (what, how) in lang.advice() {
        row += 1;
        wide(page, row, what, how)?;
    }
    page.paper(lang.name(&report.plan.title), lang)
}

/// The sheet of a run in which nothing could be judged.
pub(super) fn write_failure(page: &mut Page<'_>, lang: Lang) -> Result<(), XlsxError> {
    let title = env!("CARGO_PKG_NAME");
    page.columns(&WIDTHS)?;
    page.title(0, title);
    wide(page, 2, lang.html_words().conclusion, lang.conclusion(Conclusion::Unusable))?;
    page.paper(title, lang)
}

/// A fact over all columns but the first.
fn wide(page: &mut Page<'_>, row: u32, what: &str, how: &str) -> Result<(), XlsxError> {
    let (look, last) = (page.look, WIDTHS.len() as u16 - 1);
    page.text(row, 0, what, &look.heading)?;
    page.over(row, 1..=last, how, &look.words, TEXT)?;
    page.fit(row)
}

/// How often each verdict was given, and what it means.
fn tally(page: &mut Page<'_>, row: u32, report: &Report, lang: Lang) -> Result<u32, XlsxError> {
    let (words, look) = (lang.html_words(), page.look);
    let heads = [lang.words().verdict, lang.ci_words().count, words.counts_as];
    for (at, head) in (0..).zip(heads) {
        page.text(row, at, head, &look.heading)?;
    }
    page.over(row, 3..=5, words.meaning, &look.heading, TEXT)?;
    let mut row = row;
    for outcome in Outcome::ALL {
        row += 1;
        page.text(row, 0, lang.outcome(outcome), &marked(&look.label, outcome))?;
        page.number(row, 1, &report.tally.outcome(outcome).to_string(), "", &look.number)?;
        page.text(row, 2, lang.standing(outcome.standing()), &look.label)?;
        page.over(row, 3..=5, lang.meaning(outcome), &look.words, TEXT)?;
        page.fit(row)?;
    }
    row += 1;
    page.text(row, 0, lang.words().total, &look.label)?;
    page.number(row, 1, &report.tally.total().to_string(), "", &look.number)?;
    Ok(row + 1)
}

/// What was read.
fn files(page: &mut Page<'_>, row: u32, report: &Report, lang: Lang) -> Result<u32, XlsxError> {
    let (words, look) = (lang.html_words(), page.look);
    let heads = [words.role, words.file, words.encoding, words.layout, words.rows, "SHA-256"];
    for (at, head) in (0..).zip(heads) {
        page.text(row, at, head, &look.heading)?;
    }
    let all = check::sources(report, lang);
    let mut row = row;
    for (role, input) in all.iter().take(MOST) {
        row += 1;
        let layout = input.layout().map_or("", |layout| lang.layout(layout));
        page.text(row, 0, role, &look.label)?;
        page.text(row, 1, &input.name, &look.words)?;
        page.text(row, 2, input.encoding.or(input.workbook).unwrap_or_default(), &look.label)?;
        page.text(row, 3, layout, &look.words)?;
        page.number(row, 4, &input.rows.to_string(), "", &look.number)?;
        page.text(row, 5, input.sha256.as_deref().unwrap_or_default(), &look.words)?;
        page.fit(row)?;
    }
    if all.len() > MOST {
        row += 1;
        page.text(row, 0, &lang.unlisted((all.len() - MOST) as u64), &look.aside)?;
    }
    Ok(row + 1)
}
