//! Some rows of a grid taken as the headings of a table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::columns::{Column, Idle, columns};
use super::heading::{Named, named_row};
use super::title::Title;
use super::under;
use super::{Group, IdleColumn, Table};
use crate::submission::Vocabulary;
use crate::submission::cell::{self, Cell};
use crate::submission::grid::{Grid, GridRow};
use crate::submission::header::Field;
use crate::submission::unit::Unit;
use crate::term::{Found, Layout, Year};
use crate::text;

/// Why rows are no headings, or not those of one table.
pub(super) enum Not {
    /// No table is under them.
    ATable,
    /// They can be read in more than one way.
    Clear([Layout; 2]),
    /// Two columns say the same of the rows; the second.
    Distinct(usize),
    /// They are the headings of several tables side by side; the columns at which they
    /// begin.
    One(Vec<usize>),
    /// None of their columns holds results.
    OfResults(Vec<IdleColumn>),
}

/// Reads the rows from `head.0` to `head.1` as headings.
pub(super) fn read(
    grid: &Grid,
    head: (usize, usize),
    title: &Title,
    vocabulary: &Vocabulary<'_>,
) -> Result<Table, Not> {
    let mut columns = columns(grid, head, vocabulary).ok_or(Not::ATable)?;
    let strips = strips(&columns);
    if strips.len() > 1 {
        return Err(Not::One(strips));
    }
    let heading = |at: usize| columns.get(at).map(|column| &column.text);
    for field in [Field::Year, Field::Indicator, Field::Unit] {
        let mut found = positions(&columns, field);
        let Some((first, second)) = found.next().zip(found.next()) else { continue };
        // A second column of times (报告期 beside 年份) is held against the row as any further one.
        if field != Field::Year || heading(first) == heading(second) {
            return Err(Not::Distinct(second));
        }
    }
    let (end, numbers) = under::read(grid, head.1, &mut columns, vocabulary);
    let data = grid.rows.get(end..).unwrap_or_default();
    let free: Vec<usize> =
        (0..columns.len()).filter(|at| columns.get(*at).is_some_and(Column::is_free)).collect();
    let sample = SAMPLE.min(MOST_SAMPLED / free.len().max(1));
    let names_series = |at: &usize| {
        let mut cells = data.iter().take(sample).filter_map(|row| row.cells.get(*at));
        cells.any(|cell| matches!(named_row(&cell.text, vocabulary), Some(Named::Series(_))))
    };
    // What names the rows: the headings say it, or else what stands under them. Every
    // column that names regions has a say, whatever its heading.
    let mut regions: Vec<usize> = positions(&columns, Field::Region).collect();
    let said = positions(&columns, Field::Indicator).next();
    let series = match said {
        Some(said) => Some(said),
        None => {
            let mut found = free.iter().copied().filter(names_series);
            match (found.next(), found.next()) {
                (only, None) => only,
                (_, Some(second)) => return Err(Not::Distinct(second)),
            }
        }
    };
    let rows = data_rows(data.iter().take(sample), &columns, series);
    let names_regions = |at: &usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(*at));
        cells.any(|cell| matches!(named_row(&cell.text, vocabulary), Some(Named::Region(_))))
    };
    regions.extend(free.iter().copied().filter(names_regions));
    regions.sort_unstable();
    regions.retain(|at| Some(*at) != series || columns[*at].is(Field::Region));
    let layout = layout(&columns, &mut regions, series, title)?;
    let series = series.filter(|_| layout != Layout::IndicatorsAcross);
    if layout == Layout::RegionsAcross {
        regions.clear();
    }
    let axes: Vec<usize> = regions.iter().copied().chain(series).collect();
    let mut groups = groups(&columns);
    groups.extend(milestones(&columns).filter(|_| groups.is_empty()));
    let single = |field| positions(&columns, field).next();
    let idle = columns.iter().enumerate().filter_map(|(at, column)| {
        let is_read =
            || groups.iter().any(|group| group.asks_done && group.parts.contains(&Some(at)));
        let why = column.idle().filter(|_| !axes.contains(&at) && !is_read())?;
        Some(IdleColumn { at, why })
    });
    let idle: Vec<IdleColumn> = idle.collect();
    if groups.is_empty() {
        let others = idle.iter().any(|idle| idle.why != Idle::Unknown);
        return Err(if others { Not::OfResults(idle) } else { Not::ATable });
    }
    if !groups.iter().all(Group::is_whole) {
        return Err(Not::ATable);
    }
    let is_head = |row| {
        is_heading(row, &axes, &groups, vocabulary) || under::goes_on(row, &columns, vocabulary)
    };
    if data.first().is_some_and(is_head) {
        return Err(Not::ATable);
    }
    let remarks = columns.iter().enumerate();
    let remarks = remarks.filter(|(_, c)| c.named.is_none() && c.is(Field::Remark));
    let years = groups.iter().filter_map(|group| group.year).map(|(year, _)| year);
    let has_others = idle.iter().any(|idle| matches!(idle.why, Idle::Other(_)))
        || years.collect::<HashSet<_>>().len() > 1;
    let figures = || groups.iter().flat_map(Group::figures);
    let tells_results = has_others && figures().all(|at| columns[at].says_result());
    let periods = axes.iter().filter_map(|at| Some((*at, columns[*at].period?)));
    Ok(Table {
        layout,
        head: (head.0, end),
        numbers,
        tells_results,
        periods: periods.collect(),
        year: single(Field::Year),
        regions,
        series,
        unit: single(Field::Unit),
        remarks: remarks.map(|(at, _)| at).collect(),
        groups,
        idle,
        headings: columns.iter().map(|column| Arc::from(column.text.as_str())).collect(),
    })
}

/// The columns that say a field of the row, in their order.
fn positions(columns: &[Column], field: Field) -> impl Iterator<Item = usize> + '_ {
    columns.iter().enumerate().filter(move |(_, c)| c.is(field)).map(|(at, _)| at)
}

/// Where tables begin that stand side by side: at the first of them, and wherever a column
/// names the rows again behind columns with values, and before others.
fn strips(columns: &[Column]) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut seen, mut has_values) = (Vec::new(), false);
    let holds_more = |behind: usize| {
        columns.iter().skip(behind).any(|column| !column.is_axis() && column.is_of_figures())
    };
    for (at, column) in columns.iter().enumerate() {
        let axis = column.fields.iter().copied().find(|field| field.is_axis());
        match axis {
            Some(field) if has_values && seen.contains(&field) && holds_more(at + 1) => {
                starts.push(at);
                seen = vec![field];
                has_values = false;
            }
            Some(field) => seen.push(field),
            None => has_values |= column.part().is_some_and(|part| part != Field::Remark),
        }
    }
    starts
}

/// How a table is laid out whose rows are named by these columns.
fn layout(
    columns: &[Column],
    regions: &mut Vec<usize>,
    series: Option<usize>,
    title: &Title,
) -> Result<Layout, Not> {
    let across = columns.iter().filter_map(|column| column.named.as_ref().map(|(named, _)| *named));
    let (of_regions, of_series): (Vec<_>, Vec<_>) =
        across.partition(|named| matches!(named, Named::Region(_)));
    // The corner may say of both, as a pivot table of pandas does: what goes across, and
    // under it what goes down.
    let is_corner = |at: usize| {
        series == Some(at) && columns[at].is(Field::Region) && columns[at].is(Field::Indicator)
    };
    let corner = regions.iter().copied().find(|at| is_corner(*at));
    let mut series = series;
    if corner.is_some() {
        if !of_regions.is_empty() {
            regions.clear();
        }
        series = series.filter(|_| of_series.is_empty());
    }
    match (of_regions.is_empty(), of_series.is_empty(), !regions.is_empty(), series.is_some()) {
        (false, false, true, true) => {
            Err(Not::Clear([Layout::IndicatorsAcross, Layout::RegionsAcross]))
        }
        (true, false, true, true) => Err(Not::Clear([Layout::IndicatorsAcross, Layout::Long])),
        (false, true, true, true) => Err(Not::Clear([Layout::RegionsAcross, Layout::Long])),
        (true, false, true, false) => Ok(Layout::IndicatorsAcross),
        (false, true, false, true) => Ok(Layout::RegionsAcross),
        (true, true, true, true) => Ok(Layout::Long),
        (true, true, false, true) => Ok(Layout::OneRegion),
        (true, true, true, false) if title.series.is_some() => Ok(Layout::OneIndicator),
        _ => Err(Not::ATable),
    }
}

/// The rows that hold figures, of what the column `series` names where there is one: who signed
/// below them owns no column.
fn data_rows<'g>(
    rows: impl Iterator<Item = &'g GridRow>,
    columns: &[Column],
    series: Option<usize>,
) -> Vec<&'g GridRow> {
    let is_filled = |row: &GridRow, at: usize| {
        row.cells.get(at).is_some_and(|cell| !cell.text.trim().is_empty())
    };
    let figures: Vec<usize> =
        columns.iter().enumerate().filter(|(_, it)| it.is_of_figures()).map(|(at, _)| at).collect();
    let holds = |row: &&GridRow| {
        series.is_none_or(|at| is_filled(row, at)) && figures.iter().any(|at| is_filled(row, *at))
    };
    rows.filter(holds).collect()
}

/// Whether a row that should be data is headings that are not known: words where the
/// figures should stand, and no name.
pub(super) fn is_heading(
    row: &GridRow,
    names: &[usize],
    groups: &[Group],
    vocabulary: &Vocabulary<'_>,
) -> bool {
    let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.trim());
    let is_named = names.iter().any(|at| {
        let (regions, series) = (vocabulary.region_names, vocabulary.series_names);
        matches!(regions.find(text(*at)), Some(Found::One(_) | Found::Several))
            || series.find(text(*at)).is_some()
    });
    !is_named && words(row, groups) > 0
}

/// How many columns of figures hold words.
pub(super) fn words(row: &GridRow, groups: &[Group]) -> usize {
    let is_words = |at: usize| {
        let text = row.cells.get(at).map_or("", |cell| cell.text.trim());
        let cell = cell::read(text.as_bytes(), Unit::Of(""));
        matches!(cell, Cell::Unreadable(_)) && !text.contains(|c: char| c.is_ascii_digit())
    };
    groups.iter().flat_map(Group::figures).filter(|at| is_words(*at)).count()
}

/// How many rows are looked at to see what a column names.
const SAMPLE: usize = 200;
/// How many cells, in all columns that may name something.
const MOST_SAMPLED: usize = 100_000;

/// Whom or what a column names, as far as it does.
type Name = Option<Named>;

/// The columns by whose heading the others of the same name are of a year: the only year that
/// headings state, where no part of a value stands both with it and without. 2023年完成值
/// beside 分子 and 分母.
fn years_of_names(columns: &[Column]) -> HashMap<Name, (Year, usize)> {
    let years: HashSet<Year> = columns.iter().filter_map(Column::year).collect();
    let mut of_names: HashMap<Name, (Year, usize)> = HashMap::new();
    if years.len() != 1 {
        return of_names;
    }
    let (mut dated, mut plain) = (HashSet::new(), HashSet::new());
    for (at, column) in columns.iter().enumerate() {
        let Some(part) = column.part() else { continue };
        match column.year() {
            Some(year) => {
                of_names.entry(column.name()).or_insert((year, at));
                dated.insert((column.name(), part as usize));
            }
            None => {
                plain.insert((column.name(), part as usize));
            }
        }
    }
    for (name, _) in dated.intersection(&plain) {
        of_names.remove(name);
    }
    of_names
}

/// The one column that says of milestones whether they are done, or when they were. 完成时间 alone
/// is as often when they should be.
fn milestones(columns: &[Column]) -> Option<Group> {
    const DONE: [&str; 11] = [
        "是否完成",
        "是否已完成",
        "是否出台",
        "是否已出台",
        "是否印发",
        "是否建立",
        "是否建成",
        "实际完成时间",
        "实际完成日期",
        "实际出台时间",
        "实际出台日期",
    ];
    let is_one = |column: &Column| DONE.contains(&&*text::fold(&column.text));
    let mut found = columns.iter().enumerate().filter(|(_, column)| is_one(column));
    let (at, None) = (found.next()?.0, found.next()) else { return None };
    let value = Field::PARTS.iter().position(|part| *part == Field::Value)?;
    let mut group = Group { asks_done: true, ..Group::default() };
    group.parts[value] = Some(at);
    Some(group)
}

/// The groups of columns that hold one value a row each.
fn groups(columns: &[Column]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // Tables may be thousands of columns wide.
    let (mut seen, mut by_key) = (HashMap::new(), HashMap::new());
    let years = years_of_names(columns);
    for (at, column) in columns.iter().enumerate() {
        let Some(field) = column.part() else { continue };
        let named = column.name();
        // A remark of the row belongs to every group.
        if named.is_none() && field == Field::Remark {
            continue;
        }
        let Some(part) = Field::PARTS.iter().position(|part| *part == field) else { continue };
        let own = column.year().map(|year| (year, at));
        let dated = own.or_else(|| years.get(&named).copied());
        let year = dated.map(|(year, _)| year);
        // The same part again is another group, and the same value sent twice.
        let key = (named, year);
        let nth = seen.entry((key, part)).or_insert(0usize);
        let of_key = by_key.entry(key).or_insert_with(Vec::new);
        let number = match of_key.get(*nth) {
            Some(number) => *number,
            None => {
                let name = column.named.as_ref().map(|(_, name)| name.clone());
                of_key.push(groups.len());
                groups.push(Group { name, year: dated, ..Group::default() });
                groups.len() - 1
            }
        };
        *nth += 1;
        let group = &mut groups[number];
        group.parts[part] = Some(at);
        if !column.units.is_empty() {
            group.units.push((at, column.units.clone()));
        }
    }
    groups
}
