//! 各地区: a line a region and year, what of what was due it meets and what it lacks.

use rust_xlsxwriter::XlsxError;

use super::page::Page;
use crate::render::Lang;
use crate::render::overview::{self, Named};
use crate::report::{Report, Score};
use crate::term::{Attribute, Standing, Year};

/// The row of the headings.
const HEAD: u32 = 2;

pub(super) fn write(page: &mut Page<'_>, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let (words, own, look) = (lang.words(), lang.xlsx_words(), page.look);
    page.title(0, lang.name(&report.plan.title));
    let lacking = Attribute::ALL.map(|of| (lang.attribute(of), 11));
    let before = [(words.year, 7), (words.region, 14), (own.due, 8), (own.met, 8)];
    let behind = [(words.incomplete, 10), (words.shortfalls, 52)];
    let points = [(words.points, 9), (words.rank, 7)];
    let points = points.into_iter().filter(|_| !report.points.is_empty());
    let heads: Vec<_> = before.into_iter().chain(lacking).chain(behind).chain(points).collect();
    page.heads(HEAD, &heads)?;
    let mut row = HEAD;
    for of in &report.overviews {
        for score in of.scores() {
            row += 1;
            line(page, row, report, of.year, score, lang)?;
        }
    }
    page.table(HEAD, row, heads.len() as u16, 2)?;
    let left_out = report.overviews.iter().map(|of| of.regions - of.scores().len() as u64).sum();
    if left_out > 0 {
        page.passage(row + 2, &lang.unlisted(left_out), &look.aside);
    }
    page.paper(lang.name(&report.plan.title), lang)
}

fn line(
    page: &mut Page<'_>,
    row: u32,
    report: &Report,
    year: Year,
    score: &Score,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (look, tally) = (page.look, &score.tally);
    let region = score.region.and_then(|id| report.regions.get(id.index()));
    page.ordinal(row, 0, &year.to_string(), &look.label)?;
    page.text(row, 1, region.map_or("", |region| lang.name(&region.name)), &look.words)?;
    let due = Attribute::ALL.into_iter().map(|of| tally.due_of(of)).sum();
    let lacking = Attribute::ALL.map(|of| tally.standing_of(of, Standing::Fail));
    let counts = [due, tally.standing(Standing::Pass)].into_iter().chain(lacking);
    let counts = counts.chain([tally.standing(Standing::Incomplete)]);
    for (at, count) in (2..).zip(counts) {
        page.number(row, at, &count.to_string(), "", &look.number)?;
    }
    page.text(row, 8, &overview::short(report, score, Named::ByName, lang), &look.words)?;
    if let Some(points) = score.region.and_then(|id| report.points(year, id)) {
        if let Some(written) = points.written() {
            page.number(row, 9, &written, "", &look.number)?;
        }
        if let Some(rank) = points.rank {
            page.number(row, 10, &rank.to_string(), "", &look.number)?;
        }
    }
    page.fit(row)
}
