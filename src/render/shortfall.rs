//! What fell short, and what could not be judged.

use super::grid::{self, Column, Fold, Text};
use super::numbers::{self, Numbers};
use super::{Style, detail};
use crate::report::{Report, Row};
use crate::term::{Outcome, Standing};

/// More than this are counted, not listed.
const MOST: usize = 200;

/// Who falls short, of what, by how many people; the worst first.
pub(super) fn shortfalls(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let rows = report.shortfalls();
    let total = report.tally.standing(Standing::Fail);
    if total == 0 {
        return if report.tally.standing(Standing::Pass) == 0
            || report.tally.standing(Standing::Incomplete) > 0
            || report.tally.outcome(Outcome::Waived) > 0
        {
            String::new()
        } else {
            format!("{}\n\n", words.no_shortfalls)
        };
    }
    let columns = [
        Column::new(words.attribute, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.value, Fold::AtLeast(7)).right(),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.margin, Fold::AtLeast(6)).right(),
        Column::new(words.in_people, Fold::AtLeast(6)),
        Column::new(words.citation, Fold::AtLeast(8)),
    ];
    let cells: Vec<Vec<Text>> = rows.iter().map(|row| line(row, report, style)).collect();
    let mut page = format!("{} {total}\n", words.shortfalls);
    page.push_str(&grid::draw(&columns, &cells, style));
    if total > rows.len() as u64 {
        page.push_str(&style.lang.and_more(total - rows.len() as u64));
        page.push('\n');
    }
    page.push('\n');
    page
}

fn line(row: &Row<'_>, report: &Report, style: Style) -> Vec<Text> {
    let indicator = row.indicator();
    let numbers = Numbers::of(row);
    let count = numbers.count.as_deref().map(|count| detail::count(row, count, style));
    let margin = numbers.margin.as_deref();
    let margin = margin.map(|margin| style.lang.difference(margin, row.unit()));
    let year = if report.years.len() > 1 { format!(" {}", row.year()) } else { String::new() };
    vec![
        style.lang.attribute(indicator.attribute).into(),
        format!("{}{year}", row.region().name).into(),
        indicator.name.as_str().into(),
        Text::outcome(numbers::value(row, &numbers, style.lang).unwrap_or_default(), row.outcome()),
        numbers::requirement(row, &numbers, style.lang).unwrap_or_default().into(),
        margin.unwrap_or_default().into(),
        count.unwrap_or_default().into(),
        indicator.cite.clone().unwrap_or_default().into(),
    ]
}

/// What is due and could not be judged.
pub(super) fn incomplete(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let total = report.tally.standing(Standing::Incomplete);
    if total == 0 {
        return String::new();
    }
    let columns = [
        Column::new(words.verdict, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.place, Fold::AtLeast(12)),
    ];
    let cells: Vec<Vec<Text>> = report
        .incomplete()
        .take(MOST)
        .map(|row| {
            let place = row.location().map(|(file, line)| format!("{}:{line}", file.name));
            vec![
                Text::outcome(style.lang.outcome(row.outcome()), row.outcome()),
                format!("{} {}", row.region().name, row.year()).into(),
                row.indicator().name.as_str().into(),
                place.unwrap_or_default().into(),
            ]
        })
        .collect();
    let mut page = format!("{} {total}\n", words.incomplete);
    page.push_str(&grid::draw(&columns, &cells, style));
    if total > cells.len() as u64 {
        page.push_str(&style.lang.and_more(total - cells.len() as u64));
        page.push('\n');
    }
    page.push('\n');
    page
}

/// The failures that are waived, each with its reason.
pub(super) fn waived(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let total = report.tally.outcome(Outcome::Waived);
    if total == 0 {
        return String::new();
    }
    let columns = [
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.value, Fold::AtLeast(7)).right(),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.reason, Fold::AtLeast(12)),
        Column::new(words.approved_by, Fold::AtLeast(6)),
        Column::new(words.expires, Fold::Never),
    ];
    let cells: Vec<Vec<Text>> = report
        .waived()
        .filter_map(|row| {
            let numbers = Numbers::of(&row);
            let waiver = row.waiver()?;
            Some(vec![
                format!("{} {}", row.region().name, row.year()).into(),
                row.indicator().name.as_str().into(),
                numbers::value(&row, &numbers, style.lang).unwrap_or_default().into(),
                numbers::requirement(&row, &numbers, style.lang).unwrap_or_default().into(),
                waiver.reason.as_str().into(),
                waiver.approved_by.as_str().into(),
                waiver.expires.to_string().into(),
            ])
        })
        .collect();
    let mut page = format!("{} {total}\n", words.waived);
    page.push_str(&grid::draw(&columns, &cells, style));
    page.push('\n');
    page
}
