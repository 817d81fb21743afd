//! The report of a check as a page of text, and the parts of it that other formats share.

use super::document::{Document, Fold, Held};
use super::matrix::MOST_REGIONS;
use super::verdicts;
use super::{Lang, Style, matrix, overview, terminal};
use crate::report::{Column, InputInfo, Report, Requirement};
use crate::term::{BaselineSource, Layout, Outcome, TableInfo};

/// The verdicts that are listed one a row: a table is held whole while it is drawn, and a
/// program keeps a whole workbook in memory.
pub(super) const MOST: usize = 50_000;

/// The whole report as a page of text: a matrix for each year, what fell short,
/// and the tallies.
pub fn table(report: &Report, style: Style) -> String {
    let lang = style.lang;
    let mut page = begun(report, lang);
    page.append(overview::overview(report, MOST_REGIONS, lang));
    for (year, columns) in matrix::years(report) {
        if report.years.len() > 1 {
            page.line(lang.headline(lang.name(&report.plan.title), year, report.against));
        }
        page.table(matrix::matrix(report, &columns, lang));
        page.append(own_baselines(report, &columns, Held::CsvAndJson, lang));
        page.gap();
    }
    page.append(verdicts::shortfalls(report, lang));
    page.append(read_as(report, lang));
    page.append(tallies(report, lang));
    terminal::page(&page, style)
}

/// What was judged: the plan, and the year if there is one.
pub(super) fn begun(report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    match report.overviews.as_slice() {
        [] => {}
        [of] => told.line(lang.headline(lang.name(&report.plan.title), of.year, report.against)),
        _ => told.line(lang.name(&report.plan.title)),
    }
    told
}

/// Every verdict with its numbers, its place and its citation, and the tallies; of very
/// many the first, and how many are left out.
pub fn detail(report: &Report, style: Style) -> String {
    detail_of(report, style, MOST)
}

/// At most so many verdicts, and the tallies.
pub fn detail_of(report: &Report, style: Style, most: usize) -> String {
    use verdicts::*;
    let lang = style.lang;
    let mut page = begun(report, lang);
    if report.tally.total() > 0 {
        let several = report.years.len() > 1;
        let fields = [
            if several { REGION_AND_YEAR } else { REGION },
            INDICATOR.fold(Fold::AtLeast(10)),
            VERDICT,
            FIGURE,
            OWN_REQUIREMENT,
            WHOLE_MARGIN.fold(Fold::AtLeast(8)),
            PLACE,
            CITATION.fold(Fold::AtLeast(6)),
        ];
        page.table(table(&fields, report.rows().take(most), lang).of(report.tally.total()));
        page.gap();
    }
    page.append(tallies(report, lang));
    terminal::page(&page, style)
}

/// Which regions' requirements start from their own baselines, if any do.
pub(super) fn own_baselines(
    report: &Report,
    columns: &[&Column],
    held: Held,
    lang: Lang,
) -> Document {
    let mut own = std::collections::BTreeSet::new();
    for column in columns {
        // What regions share starts from the plan's baseline.
        let requirements = column.own_requirements();
        let of_history = |own: &Requirement| own.baseline == Some(BaselineSource::History);
        own.extend(requirements.filter(|(_, own)| of_history(own)).map(|(region, _)| region));
    }
    let mut told = Document::default();
    if own.is_empty() {
        return told;
    }
    let words = lang.words();
    let first = own.iter().take(MOST_REGIONS);
    let names = first.map(|id| lang.name(&report.regions[id.index()].name).to_owned());
    told.list(format!("{}{}", words.own_baselines, words.colon), names.collect());
    told.more(own.len().saturating_sub(MOST_REGIONS), held);
    told
}

/// A line for each file that is not plain UTF-8 with one value a row.
pub(super) fn read_as(report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    for input in report.inputs.iter().filter(|input| !is_plain(input)) {
        let kind = input.encoding.or(input.workbook).map(str::to_owned);
        let table = |of: &TableInfo| lang.table_read(of.sheet.as_deref(), of.layout, of.rows);
        let parts: Vec<String> = kind.into_iter().chain(input.tables.iter().map(table)).collect();
        told.line(lang.file_read(&input.name, &parts));
    }
    told
}

fn is_plain(input: &InputInfo) -> bool {
    let is_utf8 = input.encoding.is_none_or(|encoding| encoding == "UTF-8");
    let is_long = |table: &TableInfo| table.sheet.is_none() && table.layout == Layout::Long;
    is_utf8 && input.tables.iter().all(is_long)
}

/// The files that were judged, then those of the years before, and what each was for.
pub(super) fn sources(report: &Report, lang: Lang) -> Vec<(&'static str, &InputInfo)> {
    let words = lang.html_words();
    let submitted = report.inputs.iter().map(|input| (words.submitted, input));
    submitted.chain(report.history.iter().map(|input| (words.history, input))).collect()
}

/// The tallies, and how the run ends.
pub(super) fn tallies(report: &Report, lang: Lang) -> Document {
    let words = lang.words();
    let mut told = Document::default();
    if report.tally.total() == 0 {
        told.line(words.nothing);
    } else {
        let counts = counts_by_outcome(report);
        let counts = counts.map(|(outcome, count)| format!("{} {count}", lang.outcome(outcome)));
        let start = format!("{} {}{}", words.total, report.tally.total(), words.colon);
        told.list(start, counts.collect());
        if !report.audits.is_empty() {
            told.line(lang.audits(report.audits));
        }
    }
    told.line(conclusion(report, lang));
    told
}

/// How a run ends; under a filter it begins with what was asked for.
pub(super) fn conclusion(report: &Report, lang: Lang) -> String {
    format!("{}{}", lang.asked(&report.selection), lang.concluded(report.conclusion()))
}

/// The outcomes that occur, and how often.
pub(super) fn counts_by_outcome(report: &Report) -> impl Iterator<Item = (Outcome, u64)> {
    let counted = Outcome::ALL.into_iter().map(|outcome| (outcome, report.tally.outcome(outcome)));
    counted.filter(|(_, count)| *count > 0)
}
