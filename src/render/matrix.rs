//! Indicators down, regions across, or how many regions stand how.

use super::Lang;
use super::check::counts_by_outcome;
use super::document::{Cell, Column, Fold, Place, Table};
use super::numbers::{self, Numbers};
use crate::form::Aim;
use crate::report::{Column as Judged, Report, Row};
use crate::term::{Attribute, Outcome, RegionId, Year};

/// More regions than this are counted, not listed.
pub(super) const MOST_REGIONS: usize = 24;

/// The years that have verdicts, each with what it judges.
pub(super) fn years(report: &Report) -> impl Iterator<Item = (Year, Vec<&Judged>)> {
    report.years.iter().filter_map(|year| {
        // A task that nobody sent is not spoken of.
        let is_spoken_of = |column: &&Judged| {
            let is_task = report.indicators[column.indicator()].attribute == Attribute::Task;
            column.year() == *year && (!is_task || column.judged().next().is_some())
        };
        let columns: Vec<&Judged> = report.columns.iter().filter(is_spoken_of).collect();
        let is_judged = columns.iter().any(|column| column.judged().next().is_some());
        is_judged.then_some((*year, columns))
    })
}

/// A year's verdicts: by region if a page holds them all, else how many regions stand how.
pub(super) fn matrix(report: &Report, columns: &[&Judged], lang: Lang) -> Table {
    let regions = regions(report, columns);
    match regions.len() > MOST_REGIONS {
        true => counts(report, columns, lang),
        false => listed(report, columns, &regions, lang),
    }
}

/// The regions that have verdicts, counties first and the city last, else in the order
/// of the plan; more than a page holds are not all sought.
pub(super) fn regions(report: &Report, columns: &[&Judged]) -> Vec<RegionId> {
    let mut regions = std::collections::BTreeSet::new();
    for column in columns {
        regions.extend(column.judged().map(|(region, _)| region).take(MOST_REGIONS + 1));
    }
    let mut regions: Vec<RegionId> = regions.into_iter().collect();
    regions.sort_by_key(|id| report.regions[id.index()].level.order());
    regions
}

/// A value and a verdict of every region: the verdict beside the value, or under it where
/// there is little room.
fn listed(report: &Report, columns: &[&Judged], regions: &[RegionId], lang: Lang) -> Table {
    let names = regions.iter().map(|id| lang.name(&report.regions[id.index()].name).to_owned());
    let mut heads = heads(lang);
    // English names are folded between their words.
    let narrow = lang.pick(Fold::AtLeast(7), Fold::Words);
    heads.extend(names.map(|name| Column::new(name, Fold::Never).narrow(narrow).at(Place::Across)));
    let rows = columns.iter().map(|column| {
        let across = Across::of(report, column, regions, lang);
        let mut cells = start(report, column, across.required, lang);
        cells.extend(across.cells.iter().map(|cell| match cell {
            Some(cell) => judged(cell, lang),
            None => Cell::default(),
        }));
        cells
    });
    Table::new(heads, rows.collect())
}

fn judged(cell: &RegionCell<'_>, lang: Lang) -> Cell {
    let outcome = cell.row.outcome();
    let (verdict, short) = (lang.outcome(outcome), lang.short_outcome(outcome));
    let (wide, narrow) = match cell.value(lang) {
        Some(value) => (format!("{value} {verdict}"), format!("{value}\n{short}")),
        None => (verdict.to_owned(), short.to_owned()),
    };
    Cell::of(wide, &cell.row).narrow(narrow)
}

fn heads(lang: Lang) -> Vec<Column> {
    let words = lang.words();
    vec![
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::AtLeast(24)).narrow(Fold::AtLeast(12)),
        Column::new(words.attribute, Fold::Never),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.target, Fold::AtLeast(6)),
    ]
}

/// Number, name, attribute, requirement and target of an indicator.
fn start(report: &Report, column: &Judged, required: String, lang: Lang) -> Vec<Cell> {
    let indicator = &report.indicators[column.indicator()];
    let attribute = Cell::from(lang.attribute(indicator.attribute));
    vec![
        indicator.number.clone().unwrap_or_default().into(),
        lang.name(&indicator.name).into(),
        attribute.narrow(lang.short_attribute(indicator.attribute)),
        required.into(),
        numbers::plan_target(indicator, column.year(), lang).into(),
    ]
}

/// What a year demands of regions, and how each stands to it.
pub(super) struct Across<'r> {
    pub(super) required: String,
    /// One for each region; none where it is not judged.
    pub(super) cells: Vec<Option<RegionCell<'r>>>,
}

/// A verdict under the head that all share.
pub(super) struct RegionCell<'r> {
    pub(super) row: Row<'r>,
    pub(super) numbers: Numbers,
    /// What is demanded of this region, where the head does not say.
    pub(super) own: Option<String>,
}

impl<'r> Across<'r> {
    pub(super) fn of(
        report: &'r Report,
        column: &'r Judged,
        regions: &[RegionId],
        lang: Lang,
    ) -> Self {
        let places: Vec<Option<Row<'r>>> =
            regions.iter().map(|id| report.row(column, *id)).collect();
        let rows: Vec<Row<'r>> = places.iter().flatten().copied().collect();
        let shared = numbers::shared(&rows, lang);
        let is_any_missing = rows.iter().any(|row| row.outcome() == Outcome::Missing);
        let undemanded = || undemanded(is_any_missing, column, report, lang);
        let required = shared.requirement.unwrap_or_else(undemanded);
        let mut written = shared.rows.into_iter();
        let plan = report.indicators[column.indicator()].in_force(None, column.year());
        let cells = places.into_iter().map(|row| {
            let (row, (numbers, own)) = (row?, written.next()?);
            let own = own.into_iter().chain(numbers::own_target(row.indicator(), plan, lang));
            let own: Vec<String> = own.collect();
            let own = (!own.is_empty()).then(|| own.join(lang.words().separator));
            Some(RegionCell { row, numbers, own })
        });
        Self { required, cells: cells.collect() }
    }
}

impl RegionCell<'_> {
    /// The value, and what is demanded of it where the head does not say.
    pub(super) fn value(&self, lang: Lang) -> Option<String> {
        let value = numbers::value(&self.row, &self.numbers, lang);
        match &self.own {
            Some(own) => Some(format!("{}{}", value.unwrap_or_default(), lang.in_brackets(own))),
            None => value,
        }
    }
}

/// What a year demands of regions that are counted, not listed.
pub(super) fn required(report: &Report, column: &Judged, lang: Lang) -> String {
    let rows: Vec<Row<'_>> = report.kinds_of_rows(column).collect();
    let is_any_missing = column.counts()[Outcome::Missing as usize] > 0;
    let counted = numbers::counted(&rows, lang);
    counted.unwrap_or_else(|| undemanded(is_any_missing, column, report, lang))
}

/// What stands in place of a requirement that is no number, or that there is none.
fn undemanded(is_any_missing: bool, column: &Judged, report: &Report, lang: Lang) -> String {
    let indicator = report.indicators[column.indicator()].in_force(None, column.year());
    if indicator.target.relation().is_some() {
        numbers::target(indicator, lang)
    } else if let Aim::Parts { .. } = indicator.target.aim {
        lang.words().by_parts.to_owned()
    } else if indicator.target.course().is_year_on_year() && is_any_missing {
        lang.words().by_year_before.to_owned()
    } else if indicator.target.needs_baseline() && is_any_missing {
        lang.words().by_baseline.to_owned()
    } else {
        lang.words().none_due.to_owned()
    }
}

/// How many regions stand how, for plans with more regions than a page holds.
fn counts(report: &Report, columns: &[&Judged], lang: Lang) -> Table {
    let outcomes: Vec<Outcome> = counts_by_outcome(report).map(|(outcome, _)| outcome).collect();
    let mut heads = heads(lang);
    let short = |outcome: &Outcome| Column::new(lang.short_outcome(*outcome), Fold::Never).right();
    heads.extend(outcomes.iter().map(short));
    let rows = columns.iter().map(|column| {
        let required = required(report, column, lang);
        let mut cells = start(report, column, required, lang);
        let count = |outcome: &Outcome| column.counts()[*outcome as usize].to_string().into();
        cells.extend(outcomes.iter().map(count));
        cells
    });
    Table::new(heads, rows.collect())
}
