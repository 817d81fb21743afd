//! Trends as a page: a table for each indicator, its years across and its regions down,
//! and at the end what to be warned of.

mod csv;
mod json;
mod numbers;
mod sparkline;
mod table;
mod warnings;

pub(super) use csv::HEADER;
pub use csv::csv as trend_csv;
pub use json::{json as trend_json, json_failure as trend_json_failure};

use super::matrix::own_baselines;
use super::numbers::target;
use super::text::Concluded;
use super::{Style, prose};
use crate::report::{Column, Report, TimeSeries, Trend};
use crate::term::Form;

/// All trends as a page of text.
pub fn trend(report: &Report, trend: &Trend, style: Style) -> String {
    let lang = style.lang;
    let words = lang.trend_words();
    let conclusion = lang.trend_conclusion(Concluded {
        exit: trend.exit,
        series: trend.series.len(),
        warnings: trend.warnings.len(),
        is_empty: trend.is_empty(),
    });
    let conclusion = prose::filled("", &conclusion, style.width);
    if trend.series.is_empty() {
        return conclusion;
    }
    let head = lang.trend_headline(&report.plan.title, &report.years_sent(), report.against);
    let mut page = prose::filled("", &head, style.width);
    // What matters most comes first, for those who read no further.
    if !trend.warnings.is_empty() {
        let summary = warnings::summary(report, trend, style) + words.at_the_end;
        page.push_str(&prose::filled("", &summary, style.width));
    }
    let limited = |series: &TimeSeries| series.projection.as_ref().is_some_and(|p| p.is_limited());
    let limited = trend.series.iter().any(limited).then_some(&words.limited);
    let unforetold = trend.series.iter().any(|series| series.unforetold.is_some());
    let unforetold = unforetold.then_some(&words.unforetold);
    for line in lang.trend_legend().iter().chain(limited).chain(unforetold) {
        page.push_str(&prose::filled("", line, style.width));
    }
    let columns: Vec<&Column> = report.columns.iter().collect();
    page.push_str(&own_baselines(report, &columns, style));
    for block in trend.series.chunk_by(|a, b| a.indicator == b.indicator) {
        page.push('\n');
        page.push_str(&title(report, block, style));
        page.push_str(&table::table(report, block, style));
    }
    page.push('\n');
    page.push_str(&warnings::list(report, trend, style));
    page.push_str(&conclusion);
    page
}

/// `9 残疾人就业率　预期性　2025 年目标：≥60%`
fn title(report: &Report, block: &[TimeSeries], style: Style) -> String {
    let words = style.lang.words();
    let Some(indicator) = block.first().map(|series| &report.indicators[series.indicator]) else {
        return String::new();
    };
    let number = indicator.number.as_ref().map_or(String::new(), |number| format!("{number} "));
    let due = match indicator.target.form() {
        Form::Milestone => words.target.to_owned(), // its year is its own
        _ => style.lang.year_of(report.plan.target_year, words.target),
    };
    let attribute = style.lang.attribute(indicator.attribute);
    let text = format!(
        "{}  {attribute}  {due}{}{}",
        indicator.name,
        words.colon,
        target(indicator, style.lang)
    );
    let mut title = prose::filled(&number, &text, style.width);
    if indicator.target.of_value().is_none() {
        let no_number = style.lang.trend_words().no_number;
        title.push_str(&prose::filled(&" ".repeat(number.len()), no_number, style.width));
    }
    title
}
