//! The drawings of an assessment: the values on every indicator beside what the year requires.
//! Each is told in words too.

use crate::render::document::{Chart, Document, Level, Mark, Series, alternative};
use crate::render::matrix::{self, MOST_REGIONS};
use crate::render::numbers::{self, Numbers};
use crate::render::text::LeftOut;
use crate::render::{Lang, spreadsheet};
use crate::report::{Column, Report, Row};
use crate::term::{Attribute, Standing};

/// More indicators than this are not drawn.
const MOST: usize = 40;

/// A chart of every indicator in the last year, if a page holds all regions.
pub(super) fn indicators(report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    let Some((_, columns)) = matrix::years(report).last() else { return told };
    if matrix::regions(report, &columns).len() > MOST_REGIONS {
        return told;
    }
    let charts = columns.iter().filter_map(|column| indicator(report, column, lang));
    let mut charts: Vec<Chart> = charts.collect();
    let left_out = charts.len().saturating_sub(MOST);
    charts.truncate(MOST);
    if !charts.is_empty() {
        told.part(Level::Annex, lang.assessment_words().charts);
        told.text(lang.assessment_words().charts_key);
    }
    charts.into_iter().for_each(|chart| told.chart(chart));
    if left_out > 0 {
        told.text(lang.left_out(LeftOut::Indicators, left_out as u64));
    }
    told
}

/// The values on an indicator beside what is required; none of what is no number.
fn indicator(report: &Report, column: &Column, lang: Lang) -> Option<Chart> {
    let indicator = &report.indicators[column.indicator()];
    let regions = matrix::regions(report, &[column]);
    let rows: Vec<Row<'_>> = regions.iter().filter_map(|id| report.row(column, *id)).collect();
    let unit = rows.first()?.unit();
    let is_drawn = indicator.attribute != Attribute::Task
        && indicator.measure.limits.are_numbers()
        // Rates beside indices have no axis together.
        && rows.iter().all(|row| row.unit() == unit);
    let written: Vec<Numbers> = rows.iter().map(Numbers::of).collect();
    let is_number = |text: &String| spreadsheet::number_of(text).is_some();
    let is_any = written.iter().any(|of| of.value.as_ref().is_some_and(is_number));
    if !is_drawn || !is_any || rows.len() < 2 {
        return None;
    }
    let holds = |row: &Row<'_>| row.outcome().standing() == Standing::Pass;
    let values = |of: bool| {
        let values = rows.iter().zip(&written);
        values.map(|(row, written)| written.value.clone().filter(|_| holds(row) == of)).collect()
    };
    let bound = |at: usize| written.iter().map(|of| of.requirement.get(at).cloned()).collect();
    let words = lang.words();
    let series = |name: String, mark, values| Series { name, mark, values };
    let others = lang.list([Standing::Fail, Standing::Neutral].map(|of| lang.standing(of)));
    let series = [
        series(lang.standing(Standing::Pass).to_owned(), Mark::Dot, values(true)),
        series(others, Mark::Diamond, values(false)),
        series(words.requirement.to_owned(), Mark::Dash, bound(0)),
        // The other end of a range.
        series(words.requirement.to_owned(), Mark::Dash, bound(1)),
    ];
    let is_filled = |of: &Series| of.values.iter().any(Option::is_some);
    let number = indicator.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
    let unit = if unit.is_empty() { String::new() } else { lang.in_brackets(lang.name(unit)) };
    let year = if report.years.len() > 1 {
        format!(" {}", lang.in_year(column.year()))
    } else {
        String::new()
    };
    let title = format!("{number}{}{unit}{year}", lang.name(&indicator.name));
    let told = rows.iter().zip(&written).map(|(row, written)| {
        let value = numbers::value(row, written, lang);
        let value = value.map(|value| format!("{value} ")).unwrap_or_default();
        let required = numbers::requirement(row, written, lang);
        let required = required.map(|it| lang.in_brackets(&format!("{} {it}", words.requirement)));
        let (region, verdict) = (lang.name(&row.region().name), lang.outcome(row.outcome()));
        format!("{region} {value}{verdict}{}", required.unwrap_or_default())
    });
    Some(Chart {
        alternative: alternative(&title, told, lang),
        title,
        names: rows.iter().map(|row| lang.name(&row.region().name).to_owned()).collect(),
        series: series.into_iter().filter(is_filled).collect(),
    })
}
