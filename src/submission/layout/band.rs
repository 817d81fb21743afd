//! Some rows of a grid taken as the headings of a table.

use std::collections::HashMap;
use std::sync::Arc;

use super::heading::{Heading, Named, is_figure, named};
use super::title::Title;
use super::{Group, Table};
use crate::submission::Vocabulary;
use crate::submission::cell::{self, Cell};
use crate::submission::grid::{Grid, GridRow};
use crate::submission::header::{Field, is_descriptive};
use crate::submission::unit::Unit;
use crate::term::Layout;

/// Why rows are no headings.
pub(super) enum Not {
    /// No table is under them.
    ATable,
    /// They can be read in more than one way.
    Clear([Layout; 2]),
}

/// What the headings of one column say together.
#[derive(Default)]
struct Column {
    /// The region or indicator, as it is written.
    named: Option<(Named, String)>,
    /// The column's own fields, from top to bottom.
    fields: Vec<Field>,
    unit: Option<String>,
    /// One of its headings is not known, so that it is not sure what stands under it.
    stray: bool,
    /// The headings themselves.
    text: String,
}

impl Column {
    fn is(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// Which part of a value stands in it.
    fn part(&self) -> Option<Field> {
        if self.stray {
            return None;
        }
        let part = self.fields.iter().copied().find(|field| field.is_part());
        // The name alone: what stands under it is its value.
        part.or_else(|| (self.named.is_some() && self.fields.is_empty()).then_some(Field::Value))
    }
}

/// Reads the rows from `head.0` to `head.1` as headings.
pub(super) fn read(
    grid: &Grid,
    head: (usize, usize),
    title: &Title,
    vocabulary: &Vocabulary<'_>,
) -> Result<Table, Not> {
    let columns = columns(grid, head, vocabulary).ok_or(Not::ATable)?;
    let data = &grid.rows[head.1..];
    let is_free = |column: &Column| {
        column.named.is_none() && !column.fields.iter().any(|field| field.is_part())
    };
    // What names the rows: the headings say it, or else what stands under them.
    let axis = |field: Field, is_wanted: &dyn Fn(Named) -> bool| {
        let said = columns.iter().position(|column| column.is(field));
        let hits = |at: usize| {
            let cells = data.iter().take(SAMPLE).filter_map(|row| row.cells.get(at));
            cells.filter(|cell| named(&cell.text, vocabulary).is_some_and(is_wanted)).count()
        };
        said.or_else(|| {
            let free = columns.iter().enumerate().filter(|(_, column)| is_free(column));
            let counted = free.map(|(at, _)| (hits(at), at)).filter(|(hits, _)| *hits > 0);
            // The first of several that are as good.
            counted.max_by_key(|(hits, at)| (*hits, usize::MAX - at)).map(|(_, at)| at)
        })
    };
    let region = axis(Field::Region, &|named| matches!(named, Named::Region(_)));
    let series = axis(Field::Indicator, &|named| matches!(named, Named::Series(_)));
    let across = columns.iter().filter(|column| !column.stray);
    let across = across.filter_map(|column| column.named.as_ref());
    let (regions, indicators): (Vec<_>, Vec<_>) =
        across.partition(|(named, _)| matches!(named, Named::Region(_)));
    // The corner may say of both, as a pivot table of pandas does: what goes across, and
    // under it what goes down.
    let corner = region.filter(|at| {
        series == Some(*at) && columns[*at].is(Field::Region) && columns[*at].is(Field::Indicator)
    });
    let region = region.filter(|_| corner.is_none() || regions.is_empty());
    let series = series.filter(|_| corner.is_none() || indicators.is_empty());
    let layout = match (regions.is_empty(), indicators.is_empty(), region, series) {
        (false, false, Some(_), Some(_)) => {
            return Err(Not::Clear([Layout::IndicatorsAcross, Layout::RegionsAcross]));
        }
        (false, false, ..) => return Err(Not::ATable),
        (true, false, Some(_), None) => Layout::IndicatorsAcross,
        (true, false, Some(_), Some(_)) => {
            return Err(Not::Clear([Layout::IndicatorsAcross, Layout::Long]));
        }
        (false, true, None, Some(_)) => Layout::RegionsAcross,
        (false, true, Some(_), Some(_)) => {
            return Err(Not::Clear([Layout::RegionsAcross, Layout::Long]));
        }
        (true, false, None, _) | (false, true, _, None) => return Err(Not::ATable),
        (true, true, Some(_), Some(_)) => Layout::Long,
        (true, true, None, Some(_)) => Layout::OneRegion,
        (true, true, Some(_), None) if title.series.is_some() => Layout::OneIndicator,
        (true, true, ..) => return Err(Not::ATable),
    };
    let groups = groups(&columns).ok_or(Not::ATable)?;
    let names = [
        region.filter(|_| layout != Layout::RegionsAcross),
        series.filter(|_| layout != Layout::IndicatorsAcross),
    ];
    if data.first().is_some_and(|row| is_heading(row, &names, &groups, vocabulary)) {
        return Err(Not::ATable);
    }
    let single = |field| columns.iter().position(|column| column.is(field));
    let shared_remark = columns.iter().position(|c| c.named.is_none() && c.is(Field::Remark));
    let axes = [region, series, single(Field::Unit)];
    let unknown = columns.iter().enumerate().filter(|(at, column)| {
        (column.stray || column.named.is_none() && column.fields.is_empty())
            && !column.text.is_empty()
            && !is_descriptive(&column.text)
            && !axes.contains(&Some(*at))
    });
    Ok(Table {
        layout,
        title: title.clone(),
        head,
        year: single(Field::Year),
        region: if layout == Layout::RegionsAcross { None } else { region },
        series: if layout == Layout::IndicatorsAcross { None } else { series },
        unit: single(Field::Unit),
        remark: shared_remark,
        groups,
        unknown: unknown.map(|(at, _)| at).collect(),
        headings: columns.iter().map(|column| Arc::from(column.text.as_str())).collect(),
    })
}

/// Whether a row that should be data is headings that are not known: words where the
/// figures should stand, and no name.
fn is_heading(
    row: &GridRow,
    names: &[Option<usize>],
    groups: &[Group],
    vocabulary: &Vocabulary<'_>,
) -> bool {
    let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.trim());
    let is_named = names.iter().flatten().any(|at| {
        let (regions, series) = (vocabulary.region_names, vocabulary.series_names);
        regions.find(text(*at)).is_some() || series.find(text(*at)).is_some()
    });
    let parts = || groups.iter().flat_map(|group| group.parts.iter().take(4).flatten());
    let is_words = |at: &usize| {
        let cell = cell::read(text(*at).as_bytes(), Unit::Of(""));
        matches!(cell, Cell::Unreadable(_)) && !text(*at).contains(|c: char| c.is_ascii_digit())
    };
    !is_named && parts().any(is_words)
}

/// How many rows are looked at to see what a column names.
const SAMPLE: usize = 200;

/// What each column's headings say; none if the rows are no headings.
fn columns(grid: &Grid, head: (usize, usize), vocabulary: &Vocabulary<'_>) -> Option<Vec<Column>> {
    let rows = &grid.rows[head.0..head.1];
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let mut columns: Vec<Column> = (0..width).map(|_| Column::default()).collect();
    for (depth, row) in rows.iter().enumerate() {
        let is_last = depth + 1 == rows.len();
        let mut known = 0;
        // What spreads over the blank cells behind it: they were merged with it.
        let mut left: Option<Heading> = None;
        let mut blank = true;
        for (at, column) in columns.iter_mut().enumerate() {
            let text = row.cells.get(at).map_or("", |cell| cell.text.trim());
            if is_figure(text) {
                return None;
            }
            let heading = if !text.is_empty() {
                blank = false;
                let heading = Heading::read(text, vocabulary);
                left = Some(heading.clone()).filter(|_| !is_descriptive(text));
                if !column.text.split(' ').any(|above| above == text) {
                    if !column.text.is_empty() {
                        column.text.push(' ');
                    }
                    column.text.push_str(text);
                }
                heading
            } else {
                // The rest of merged cells, whose first alone was kept.
                let below = rows[depth + 1..].iter().filter_map(|row| row.cells.get(at));
                let goes_on =
                    !is_last && below.into_iter().any(|cell| !cell.text.trim().is_empty());
                let spreads = |heading: &Heading| {
                    heading.named.is_some() || heading.field.is_none_or(Field::is_part)
                };
                match &left {
                    Some(heading) if goes_on && spreads(heading) => heading.clone(),
                    _ => continue,
                }
            };
            known += usize::from(heading.is_known());
            column.stray |= !heading.is_known() && (text.is_empty() || !is_descriptive(text));
            if let Some((named, name)) = heading.named {
                match &column.named {
                    Some((other, _)) if *other != named => return None,
                    Some(_) => {}
                    None => column.named = Some((named, name)),
                }
            }
            if let Some(field) = heading.field
                && !column.is(field)
            {
                column.fields.push(field);
            }
            column.unit = column.unit.take().or(heading.unit);
        }
        // Every row of headings says something that is known; the first and the last of
        // all would else be a title or data.
        if known == 0 || blank {
            return None;
        }
    }
    let is_sound = |column: &Column| {
        let parts = column.fields.iter().filter(|field| field.is_part()).count();
        let axes = column.fields.iter().any(|field| field.is_axis());
        parts <= 1 && !(axes && (parts > 0 || column.named.is_some()))
    };
    columns.iter().all(is_sound).then_some(columns)
}

/// The groups of columns that hold one value a row each; none if a value can't be had.
fn groups(columns: &[Column]) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    // Tables may be thousands of columns wide.
    let (mut seen, mut by_key) = (HashMap::new(), HashMap::new());
    for (at, column) in columns.iter().enumerate() {
        let Some(field) = column.part() else { continue };
        let key = column.named.as_ref().map(|(named, _)| *named);
        // A remark of the row belongs to every group.
        if key.is_none() && field == Field::Remark {
            continue;
        }
        let part = Field::PARTS.iter().position(|part| *part == field)?;
        // The same part again is another group, and the same value sent twice.
        let nth = seen.entry((key, part)).or_insert(0usize);
        let of_key = by_key.entry(key).or_insert_with(Vec::new);
        let number = match of_key.get(*nth) {
            Some(number) => *number,
            None => {
                let name = column.named.as_ref().map(|(_, name)| name.clone());
                of_key.push(groups.len());
                groups.push(Group { name, ..Group::default() });
                groups.len() - 1
            }
        };
        *nth += 1;
        let group = &mut groups[number];
        group.parts[part] = Some(at);
        group.units.extend(column.unit.clone().map(|unit| (at, unit)));
    }
    let is_whole = |group: &Group| {
        let has = |field| group.part(field).is_some();
        has(Field::Value) || has(Field::Total) || (has(Field::Numerator) && has(Field::Denominator))
    };
    (!groups.is_empty() && groups.iter().all(is_whole)).then_some(groups)
}
