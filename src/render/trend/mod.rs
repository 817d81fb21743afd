//! Trends as a page: a table for each indicator, its years across and its regions down,
//! and at the end what to be warned of.

mod csv;
mod json;
mod numbers;
mod sparkline;
mod table;
mod warnings;

pub use csv::csv as trend_csv;
pub(super) use csv::header;
pub use json::{json as trend_json, json_failure as trend_json_failure};

use super::check::own_baselines;
use super::document::{Document, Held};
use super::numbers::plan_target;
use super::paper::Paper;
use super::text::Concluded;
use super::{Lang, Style};
use crate::form::Aim;
use crate::report::{Column, Report, TimeSeries, Trend};

/// All trends as a page of text.
pub fn trend(report: &Report, trend: &Trend, style: Style) -> String {
    paper(report, trend, style.lang).text(style)
}

/// All trends as a document.
pub(super) fn paper(report: &Report, trend: &Trend, lang: Lang) -> Paper {
    let year = report.years_sent().last().copied().unwrap_or(report.plan.target_year);
    Paper { told: document(report, trend, lang), sheet: lang.trend_words().trend, year }
}

fn document(report: &Report, trend: &Trend, lang: Lang) -> Document {
    let words = lang.trend_words();
    let mut page = Document::default();
    let conclusion = lang.trend_conclusion(Concluded {
        exit: trend.exit,
        series: trend.series.len(),
        warnings: trend.warnings.len(),
        is_empty: trend.is_empty(),
    });
    if trend.series.is_empty() {
        page.text(conclusion);
        return page;
    }
    page.title(lang.trend_headline(
        lang.name(&report.plan.title),
        &report.years_sent(),
        report.against,
    ));
    // What matters most comes first, for those who read no further.
    if !trend.warnings.is_empty() {
        page.text(warnings::summary(report, trend, lang) + words.at_the_end);
    }
    lang.trend_legend().into_iter().for_each(|line| page.text(line));
    let is_limited = |of: &TimeSeries| of.projection.as_ref().is_some_and(|it| it.is_limited());
    if trend.series.iter().any(is_limited) {
        page.text(words.limited);
    }
    if trend.series.iter().any(|series| series.unforetold.is_some()) {
        page.text(words.unforetold);
    }
    let columns: Vec<&Column> = report.columns.iter().collect();
    page.append(own_baselines(report, &columns, Held::Json, lang));
    for block in trend.series.chunk_by(|a, b| a.indicator == b.indicator) {
        page.gap();
        title(&mut page, report, block, lang);
        page.table(table::table(report, block, lang));
    }
    page.gap();
    page.append(warnings::list(report, trend, lang));
    page.text(conclusion);
    page
}

/// `9 残疾人就业率　预期性　2025 年目标：≥60%`
fn title(page: &mut Document, report: &Report, block: &[TimeSeries], lang: Lang) {
    let words = lang.words();
    let Some(indicator) = block.first().map(|series| &report.indicators[series.indicator]) else {
        return;
    };
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
    if indicator.target.of_value().is_none() {
        page.begun(margin, lang.trend_words().no_number);
    }
}
