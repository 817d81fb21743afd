//! Trends as a page: a table for each indicator, its years across and its regions down,
//! and at the end what to be warned of.

mod block;
mod csv;
mod json;
mod numbers;
mod sparkline;
mod table;
mod warnings;

pub use csv::csv as trend_csv;
pub(super) use csv::header;
#[cfg(feature = "xlsx")]
pub(super) use numbers::{Written, WrittenPoint, target};
pub(super) use table::is_limited;
#[cfg(feature = "xlsx")]
pub(super) use table::{LIMITED, SHORT, unforetold, warned};
pub(super) use warnings::summary;

pub use json::{json as trend_json, json_failure as trend_json_failure};

use block::{Block, blocks};

use super::check::own_baselines;
use super::document::{Document, Held};
use super::numbers::plan_target;
use super::paper::Paper;
use super::text::Concluded;
use super::{Lang, Style};
use crate::form::Aim;
use crate::report::{AimedAt, Column, Report, Row, Said, TimeSeries, Trend, aimed_at};

/// All trends as a page of text.
pub fn trend(report: &Report, trend: &Trend, style: Style) -> String {
    paper(report, trend, style.lang).text(style)
}

/// All trends as a document.
pub(super) fn paper(report: &Report, trend: &Trend, lang: Lang) -> Paper {
    let year = report.years_sent().last().copied().unwrap_or(report.plan.target_year);
    Paper {
        told: document(report, trend, Shown::Blocks, lang),
        sheet: lang.trend_words().trend,
        year,
    }
}

/// The same for a format that has the years of every indicator elsewhere.
#[cfg(feature = "xlsx")]
pub(super) fn apart(report: &Report, trend: &Trend, lang: Lang) -> Document {
    document(report, trend, Shown::Apart, lang)
}

/// The same for a format that draws the years of every indicator, or has no letters for it.
#[cfg(any(feature = "html", feature = "xlsx"))]
pub(super) fn drawn(report: &Report, trend: &Trend, lang: Lang) -> Document {
    document(report, trend, Shown::Drawn, lang)
}

/// The judged years of the regions that the table of an indicator lists.
#[cfg(feature = "html")]
pub(super) fn rows<'r>(report: &'r Report, trend: &Trend, indicator: usize) -> Vec<Row<'r>> {
    let row = |series: &TimeSeries| {
        let judged = series.points.iter().filter(|point| point.outcome.is_some());
        judged.filter_map(|point| series.row(report, point)).collect::<Vec<_>>()
    };
    let block = Block::of(report, trend, indicator);
    block.iter().flat_map(|block| &block.listed).flat_map(row).collect()
}

/// How the course of a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// As a line of blocks in the table.
    Blocks,
    /// In a drawing over it.
    Drawn,
    /// On a sheet of its own, and not in the document.
    Apart,
}

fn document(report: &Report, trend: &Trend, shown: Shown, lang: Lang) -> Document {
    let words = lang.trend_words();
    let mut page = Document::default();
    let conclusion = lang.trend_conclusion(Concluded {
        exit: trend.exit,
        series: trend.count,
        warnings: trend.warnings(),
        is_empty: trend.is_empty(),
    });
    if trend.count == 0 {
        page.text(conclusion);
        return page;
    }
    page.title(lang.trend_headline(
        lang.name(&report.plan.title),
        &report.years_sent(),
        report.against,
    ));
    // What matters most comes first, for those who read no further.
    if trend.warnings() > 0 && shown != Shown::Apart {
        page.text(summary(report, trend, lang) + words.at_the_end);
    }
    let [marks, paces] = lang.trend_legend();
    page.text(if shown == Shown::Apart { words.marks_apart } else { marks });
    page.text(paces);
    if shown == Shown::Apart && trend.says(Said::NoNumber) {
        page.text(words.no_number);
    }
    if shown == Shown::Apart && trend.says(Said::Mean) {
        page.text(words.of_a_mean);
    }
    if trend.says(Said::Limited) {
        page.text(words.limited);
    }
    if trend.says(Said::Unforetold) {
        page.text(words.unforetold);
    }
    let columns: Vec<&Column> = report.columns.iter().collect();
    page.append(own_baselines(report, &columns, Held::Json, lang));
    for block in blocks(report, trend).filter(|_| shown != Shown::Apart) {
        page.gap();
        title(&mut page, report, block.indicator, lang);
        if shown == Shown::Drawn {
            page.path(block.indicator);
        }
        page.table(table::table(report, &block, shown, lang));
    }
    page.gap();
    page.append(warnings::list(report, trend, lang));
    page.text(conclusion);
    page
}

/// `9 残疾人就业率　预期性　2025 年目标：≥60%`
fn title(page: &mut Document, report: &Report, indicator: usize, lang: Lang) {
    let (words, indicator) = (lang.words(), &report.indicators[indicator]);
    let number = indicator.number.as_ref().map_or(String::new(), |number| format!("{number} "));
    let due = match indicator.target.aim {
        Aim::Done { .. } => words.target.to_owned(), // its year is its own
        _ => lang.year_of(report.plan.target_year, words.target),
    };
    let attribute = lang.attribute(indicator.attribute);
    let target = plan_target(indicator, report.plan.target_year, lang);
    let margin = " ".repeat(number.len());
    page.heading(
        number,
        format!("{}  {attribute}  {due}{}{target}", lang.name(&indicator.name), words.colon),
    );
    match aimed_at(indicator) {
        AimedAt::NoNumber => page.begun(margin, lang.trend_words().no_number),
        AimedAt::Mean => page.begun(margin, lang.trend_words().of_a_mean),
        AimedAt::Number => {}
    }
}
