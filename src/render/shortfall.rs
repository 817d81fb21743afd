//! What fell short, and what could not be judged.

use super::grid::{self, Column, Fold, Text};
use super::numbers::{self, Numbers};
use super::{Style, detail, plain, prose};
use crate::report::{Report, Row};
use crate::term::{Outcome, Standing};

/// More than this are counted, not listed.
pub(super) const MOST: usize = 200;

/// A list of verdicts: some of them, and how many there are.
pub(super) struct List {
    pub(super) title: &'static str,
    pub(super) total: u64,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Text>>,
    /// What is said of several at once, and of how many.
    pub(super) at_once: (Vec<String>, u64),
}

impl List {
    /// The list as a table, and how many it leaves out.
    fn draw(&self, style: Style) -> String {
        let mut page = format!("{} {}\n", self.title, self.total);
        if !self.rows.is_empty() {
            page.push_str(&grid::draw(&self.columns, &self.rows, style));
        }
        let (lines, told) = &self.at_once;
        for line in lines {
            page.push_str(&prose::filled("", &plain::line(line), style.width));
        }
        let shown = self.rows.len() as u64 + told;
        if self.total > shown {
            page.push_str(&style.lang.and_more(self.total - shown));
            page.push('\n');
        }
        page.push('\n');
        page
    }
}

/// What fell short, what could not be judged, and what is waived, as far as there is any.
pub(super) fn lists(report: &Report, style: Style) -> Vec<List> {
    let lists = [failing(report, style), incomplete(report, style), waived(report, style)];
    lists.into_iter().filter(|list| list.total > 0).collect()
}

/// The same as text.
pub(super) fn shortfalls(report: &Report, style: Style) -> String {
    let lists = lists(report, style).iter().map(|list| list.draw(style)).collect();
    if is_all_well(report) {
        return format!("{}\n\n{lists}", style.lang.words().no_shortfalls);
    }
    lists
}

/// Nothing falls short, something holds, and nothing is left open.
pub(super) fn is_all_well(report: &Report) -> bool {
    let tally = &report.tally;
    tally.standing(Standing::Pass) > 0
        && tally.standing(Standing::Fail) == 0
        && tally.standing(Standing::Incomplete) == 0
        && tally.outcome(Outcome::Waived) == 0
}

/// Who falls short, of what, by how many people; the worst first.
fn failing(report: &Report, style: Style) -> List {
    let words = style.lang.words();
    let columns = vec![
        Column::new(words.attribute, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.value, Fold::AtLeast(7)).right(),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.margin, Fold::AtLeast(6)).right(),
        Column::new(words.in_people, Fold::AtLeast(6)),
        Column::new(words.citation, Fold::AtLeast(8)),
    ];
    List {
        title: words.shortfalls,
        total: report.tally.standing(Standing::Fail),
        columns,
        rows: report.shortfalls().iter().map(|row| line(row, report, style)).collect(),
        at_once: Default::default(),
    }
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
fn incomplete(report: &Report, style: Style) -> List {
    let words = style.lang.words();
    let columns = vec![
        Column::new(words.verdict, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.place, Fold::AtLeast(12)),
    ];
    let silence = report.silence();
    let single = report.incomplete().filter(|row| !silence.covers(row));
    let rows = single.take(MOST).map(|row| {
        vec![
            Text::outcome(style.lang.outcome(row.outcome()), row.outcome()),
            format!("{} {}", row.region().name, row.year()).into(),
            row.indicator().name.as_str().into(),
            detail::place(&row, style).into(),
        ]
    });
    List {
        title: words.incomplete,
        total: report.tally.standing(Standing::Incomplete),
        columns,
        rows: rows.collect(),
        at_once: (style.lang.silence(&silence, report), silence.values()),
    }
}

/// The failures that are waived, each with its reason.
fn waived(report: &Report, style: Style) -> List {
    let words = style.lang.words();
    let columns = vec![
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.indicator, Fold::AtLeast(12)),
        Column::new(words.value, Fold::AtLeast(7)).right(),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.reason, Fold::AtLeast(12)),
        Column::new(words.approved_by, Fold::AtLeast(6)),
        Column::new(words.expires, Fold::Never),
    ];
    let rows = report.waived().filter_map(|row| {
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
    });
    let total = report.tally.outcome(Outcome::Waived);
    let rows = rows.collect();
    List { title: words.waived, total, columns, rows, at_once: Default::default() }
}
