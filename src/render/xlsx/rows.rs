//! 全部判定: a row a verdict, with the columns of CSV.

use rust_xlsxwriter::XlsxError;

use super::page::{Head, Page, marked};
use crate::render::columns::{COLUMNS, Kind, Written};
use crate::render::document::Held;
use crate::render::{Lang, check, sentence};
use crate::report::Report;

/// The rows of a sheet. Of more verdicts than that nobody looks for one among the first, and the
/// list would take a quarter of the memory that a run may have.
const SHEET: u64 = 1 << 20;
/// So many of them are listed all the same.
const FEW: usize = 1_000;

/// How many of so many verdicts are listed.
fn listed(all: u64) -> usize {
    if all > SHEET { FEW } else { check::MOST }
}

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let look = page.look;
    let widths = COLUMNS.iter().map(|column| column.width);
    let heads: Vec<Head<'_>> = lang.verdict_headings().into_iter().zip(widths).collect();
    page.heads(0, &heads)?;
    let mut row = 0;
    for judged in report.rows().take(listed(report.tally.total())) {
        row += 1;
        line(page, row, &Written::of(judged), lang)?;
    }
    page.table(0, row, heads.len() as u16, 0)?;
    let unlisted = report.tally.total().saturating_sub(u64::from(row));
    if unlisted > 0 {
        page.passage(row + 2, &lang.and_more(unlisted, Held::CsvAndJson), &look.aside);
    }
    page.paper(lang.name(&report.plan.title), lang)
}

fn line(page: &mut Page<'_>, row: u32, written: &Written<'_>, lang: Lang) -> Result<(), XlsxError> {
    let judged = written.row();
    let (look, indicator, outcome) = (page.look, judged.indicator(), judged.outcome());
    let (requirement, reason) = (judged.requirement(), sentence::reason(judged, lang));
    for (at, column) in (0..).zip(&COLUMNS) {
        let text = (column.value)(written, lang);
        let word = match column.kind {
            _ if text.is_empty() => continue,
            Kind::Text => Some(&*text),
            Kind::Ordinal => {
                page.ordinal(row, at, &text, &look.label)?;
                None
            }
            Kind::Value => {
                page.number(row, at, &text, judged.unit(), &look.number)?;
                None
            }
            Kind::Number => {
                page.number(row, at, &text, "", &look.number)?;
                None
            }
            Kind::Verdict => {
                page.text(row, at, lang.outcome(outcome), &marked(&look.label, outcome))?;
                None
            }
            Kind::Attribute => Some(lang.attribute(indicator.attribute)),
            Kind::Level => {
                let region = judged.region();
                Some(lang.region_level(region.level, region.within.is_none()))
            }
            Kind::Basis => requirement.map(|it| lang.basis(it.basis, it.baseline)),
            Kind::Baseline => requirement.and_then(|it| it.baseline).map(|it| lang.baseline(it)),
            Kind::Reason => reason.as_deref(),
            Kind::Form => Some(lang.form(indicator.target.form)),
        };
        if let Some(word) = word {
            page.text(row, at, word, &look.words)?;
        }
    }
    page.fit(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_more_verdicts_than_a_sheet_holds_a_few_are_listed() {
        for (all, expected) in
            [(9, 50_000), (60_000, 50_000), (1_048_576, 50_000), (1_048_577, 1_000)]
        {
            assert_eq!(listed(all), expected, "{all}");
        }
    }
}
