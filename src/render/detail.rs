//! One row a verdict.

use super::grid::{self, Column, Fold, Text};
use super::matrix::tallies;
use super::numbers::{self, Numbers};
use super::{Lang, Style, plain, prose};
use crate::report::{Report, Row};
use crate::term::BaselineSource;

/// The verdicts that are listed: a table is held whole while it is drawn, and a program
/// keeps a whole workbook in memory.
pub(super) const MOST: usize = 50_000;

/// Every verdict with its numbers, its place and its citation, and the tallies; of very
/// many the first, and how many are left out.
pub fn detail(report: &Report, style: Style) -> String {
    detail_of(report, style, MOST)
}

/// The same of at most so many verdicts.
pub fn detail_of(report: &Report, style: Style, most: usize) -> String {
    if report.tally.total() == 0 {
        return tallies(report, style);
    }
    let words = style.lang.words();
    let columns = [
        Column::new(words.year, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(10)),
        Column::new(words.verdict, Fold::Never),
        Column::new(words.value, Fold::Words),
        Column::new(words.requirement, Fold::Words),
        Column::new(words.margin, Fold::Words),
        Column::new(words.place, Fold::AtLeast(8)),
        Column::new(words.citation, Fold::AtLeast(8)),
    ];
    let rows: Vec<Vec<Text>> = report.rows().take(most).map(|row| line(&row, style)).collect();
    let mut page = format!("{}\n", report.plan.title);
    page.push_str(&grid::draw(&columns, &rows, style));
    let unlisted = report.tally.total().saturating_sub(rows.len() as u64);
    if unlisted > 0 {
        page.push_str(&prose::filled("", &style.lang.and_more(unlisted), style.width));
    }
    page.push('\n');
    page.push_str(&tallies(report, style));
    page
}

fn line(row: &Row<'_>, style: Style) -> Vec<Text> {
    let indicator = row.indicator();
    let written = Numbers::of(row);
    vec![
        row.year().to_string().into(),
        row.region().name.to_string().into(),
        indicator.name.as_str().into(),
        Text::outcome(style.lang.outcome(row.outcome()), row.outcome()),
        value(row, &written, style.lang).into(),
        requirement(row, &written, style).into(),
        margin(row, &written, style).into(),
        place(row, style).into(),
        indicator.cite.clone().unwrap_or_default().into(),
    ]
}

/// `3512/6140 = 57.20%`, as far as it is there; of a missing value its mark.
pub(super) fn value(row: &Row<'_>, written: &Numbers, lang: Lang) -> String {
    let value = numbers::value(row, written, lang);
    match (row.counts(), row.total(), row.sent(), value) {
        (Some((n, d)), _, _, Some(value)) => format!("{n}/{d} = {value}"),
        (Some((n, d)), _, _, None) => format!("{n}/{d}"),
        (None, Some(_), Some(year), Some(total)) => {
            let words = lang.words();
            format!("{total}{}{} {year}", words.separator, words.this_year)
        }
        (None, _, _, Some(value)) => value,
        (None, _, _, None) => row.mark().unwrap_or_default().to_owned(),
    }
}

/// The requirement, and that it starts from the region's own baseline if it does.
pub(super) fn requirement(row: &Row<'_>, written: &Numbers, style: Style) -> String {
    let own = row.requirement().and_then(|requirement| requirement.baseline)
        == Some(BaselineSource::History);
    let text = numbers::requirement(row, written, style.lang).unwrap_or_default();
    if own { format!("{text} {}", style.lang.words().own_baseline) } else { text }
}

/// `+1.255 百分点 余77人`, as far as it is there.
pub(super) fn margin(row: &Row<'_>, written: &Numbers, style: Style) -> String {
    let (Some(exact), Some(text)) = (row.margin(), &written.margin) else { return String::new() };
    let difference = style.lang.difference(&numbers::signed(&exact, text), row.unit());
    match &written.count {
        Some(count) => format!("{difference} {}", self::count(row, count, style)),
        None => difference,
    }
}

/// So many people or institutions short, or to spare.
pub(super) fn count(row: &Row<'_>, count: &str, style: Style) -> String {
    let unit = row.indicator().count_unit.as_deref().unwrap_or_default();
    style.lang.count_margin(count, unit, row.needs_all())
}

/// The cell that was sent, or that it is a roll-up.
pub(super) fn place(row: &Row<'_>, style: Style) -> String {
    match row.location() {
        Some((file, line)) => format!("{}:{line}", plain::line(&file.name)),
        None if row.value().is_some() => style.lang.words().roll_up.to_owned(),
        None => String::new(),
    }
}
