//! One row a verdict.

use super::Style;
use super::grid::{self, Column, Fold, Text};
use super::numbers::{self, Numbers};
use crate::report::{Report, Row};

/// Every verdict with its numbers, its place and its citation.
pub fn detail(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let columns = [
        Column::new(words.year, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(10)),
        Column::new(words.verdict, Fold::Never),
        Column::new(words.value, Fold::AtLeast(7)).right(),
        Column::new(words.counts, Fold::AtLeast(6)).right(),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.margin, Fold::AtLeast(6)).right(),
        Column::new(words.in_people, Fold::AtLeast(6)),
        Column::new(words.place, Fold::AtLeast(8)),
        Column::new(words.citation, Fold::AtLeast(8)),
    ];
    let rows: Vec<Vec<Text>> = report.rows().map(|row| line(&row, style)).collect();
    grid::draw(&columns, &rows, style)
}

fn line(row: &Row<'_>, style: Style) -> Vec<Text> {
    let indicator = row.indicator();
    let written = Numbers::of(row);
    let unit = |text: &String| numbers::with_unit(text, &indicator.unit);
    let counts = row.counts().map(|(n, d)| format!("{n}/{d}"));
    let count = written.count.as_deref().map(|count| {
        let unit = indicator.count_unit.as_deref().unwrap_or_default();
        style.lang.count_margin(count, unit, row.needs_all() && count.starts_with('-'))
    });
    let place = match row.location() {
        Some((file, line)) => format!("{}:{line}", file.name),
        None if row.value().is_some() => style.lang.words().roll_up.to_owned(),
        None => String::new(),
    };
    let margin = row.margin().zip(written.margin.as_ref()).map(|(exact, text)| {
        style.lang.difference(&numbers::signed(&exact, text), &indicator.unit)
    });
    vec![
        row.year().to_string().into(),
        row.region().name.to_string().into(),
        indicator.name.as_str().into(),
        Text::outcome(style.lang.outcome(row.outcome()), row.outcome()),
        written.value.as_ref().map(unit).unwrap_or_default().into(),
        counts.unwrap_or_default().into(),
        numbers::requirement(row, &written).unwrap_or_default().into(),
        margin.unwrap_or_default().into(),
        count.unwrap_or_default().into(),
        place.into(),
        indicator.cite.clone().unwrap_or_default().into(),
    ]
}
