//! Reading the values of a table that was found in a grid.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell;
use super::grid::{Content, Grid, GridCell, GridRow, letters};
use super::header::Field;
use super::layout::{Group, Table, is_footer, scales};
use super::rows::{Context, Fields, Reading};
use super::unit::{self, Unit};
use crate::diagnostic::{Diagnostic, Subject, SubmissionProblem};
use crate::source::{Place, Spot};
use crate::term::Found;

/// One value of a table.
struct Value<'t> {
    grid: &'t Grid,
    table: &'t Table,
    file: &'t Arc<str>,
    group: &'t Group,
    /// The row of the grid.
    row: usize,
    /// The names that the table says for all of it.
    region: Option<&'t str>,
    series: Option<&'t str>,
    line: u32,
}

impl Value<'_> {
    /// The column of a field.
    fn column(&self, field: Field) -> Option<usize> {
        match field {
            Field::Year => self.table.year,
            Field::Region => self.table.region,
            Field::Indicator => self.table.series,
            Field::Unit => self.table.unit,
            Field::Remark => self.group.part(field).or(self.table.remark),
            Field::Value | Field::Numerator | Field::Denominator | Field::Total => {
                self.group.part(field)
            }
        }
    }

    fn cell(&self, field: Field) -> Option<&GridCell> {
        self.grid.cell(self.row, self.column(field)?)
    }

    /// The cell that stands for the whole value: the one that is judged.
    fn main(&self) -> usize {
        let order = [Field::Value, Field::Numerator, Field::Denominator, Field::Total];
        let filled = order
            .into_iter()
            .find(|field| self.cell(*field).is_some_and(|cell| !cell.text.trim().is_empty()));
        let there = order.into_iter().find(|field| self.column(*field).is_some());
        filled.or(there).and_then(|field| self.column(field)).unwrap_or(0)
    }

    fn spot(&self, column: usize) -> Spot {
        static NONE: &str = "";
        let heading = self.table.headings.get(column).cloned();
        self.grid.spot(self.row, column, &heading.unwrap_or_else(|| NONE.into()))
    }
}

impl Fields for Value<'_> {
    fn text(&self, field: Field) -> &[u8] {
        let across = match field {
            Field::Region if self.table.region.is_none() => self.region,
            Field::Indicator if self.table.series.is_none() => self.series,
            _ => None,
        };
        match across {
            Some(name) => name.as_bytes(),
            None => self.cell(field).map_or(&[], |cell| cell.text.as_bytes()),
        }
    }

    fn content(&self, field: Field) -> Content {
        self.cell(field).map_or(Content::Typed, |cell| cell.content)
    }

    fn place(&self, field: Field) -> Place {
        let column = self.column(field).unwrap_or_else(|| self.main());
        Place::spot(self.file, &self.spot(column))
    }

    fn line(&self) -> u32 {
        self.line
    }
}

/// Reads every value of a table; `spots` gets the place of each.
pub(super) fn read(
    grid: &Grid,
    table: &Table,
    context: &Context<'_>,
    first_line: u32,
    spots: &mut Vec<Spot>,
    reading: &mut Reading<'_>,
) {
    let file = &context.file;
    let scaled = faults_of_headings(grid, table, context, reading);
    let region = context.region.and_then(|(id, _)| context.vocabulary.regions.get(id.index()));
    let region = region.map(|region| region.name.as_str());
    let series = table.title.series.and_then(|id| context.vocabulary.series.get(id.index()));
    let series = series.map(|series| series.name);
    let mut idle = Vec::new();
    let mut unheaded = BTreeMap::new();
    for row in table.head.1..grid.rows.len() {
        match kind(grid, table, row, context) {
            Kind::Data => {
                for at in table.unheaded(&grid.rows[row]) {
                    unheaded.entry(at).or_insert(row);
                }
            }
            Kind::Beside => continue,
            Kind::Head => {
                let place = grid.place(file, row, 0, &table.headings[0]);
                reading.fault(SubmissionProblem::RepeatedHeader, place);
                continue;
            }
            Kind::Words => {
                idle.push(row);
                continue;
            }
        }
        for (at, group) in table.groups.iter().enumerate() {
            let value = Value {
                grid,
                table,
                file,
                group,
                row,
                region: group.name.as_deref().or(region),
                series: group.name.as_deref().or(series),
                line: first_line + spots.len() as u32 + 1,
            };
            // What is blank side by side was not sent; a row by itself was.
            if group.name.is_some() && is_blank(&value) {
                continue;
            }
            let column = value.main();
            spots.push(value.spot(column));
            reading.batch.seen += 1;
            if scaled.contains(&at) {
                reading.unusable(&value, None);
            } else if !reading.row(&value) {
                break; // what is wrong with the row's own names is said once
            }
        }
    }
    for (at, row) in unheaded {
        let name = letters(at);
        let place = grid.place(file, row, at, &name.as_str().into());
        reading.fault(SubmissionProblem::UnknownColumn { name }, place);
    }
    if let Some(first) = idle.first() {
        let text = grid.rows[*first].cells.iter().map(|cell| cell.text.trim());
        let problem = SubmissionProblem::RowsWithoutFigures {
            lines: idle.iter().map(|row| grid.rows[*row].line).collect(),
            first: text.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
        };
        let place = grid.place(file, *first, 0, &table.headings[0]);
        reading.fault(problem, place);
    }
}

impl Table {
    /// The columns without a heading in which a row holds something.
    fn unheaded<'r>(&'r self, row: &'r GridRow) -> impl Iterator<Item = usize> + 'r {
        let axes = [self.year, self.region, self.series, self.unit, self.remark];
        let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        cells.map(|(at, _)| at).filter(move |at| {
            self.headings.get(*at).is_none_or(|heading| heading.is_empty())
                && !axes.contains(&Some(*at))
        })
    }
}

/// What a row under the headings is.
enum Kind {
    Data,
    /// Who filled in the form, or a note.
    Beside,
    /// The headings once more, as at the top of a printed page.
    Head,
    /// No name that is known, and nothing that could be a figure.
    Words,
}

fn kind(grid: &Grid, table: &Table, row: usize, context: &Context<'_>) -> Kind {
    let cells = &grid.rows[row].cells;
    let text = |column: Option<usize>| {
        column.and_then(|at| cells.get(at)).map_or("", |cell| cell.text.trim())
    };
    let is_region = matches!(
        context.vocabulary.region_names.find(text(table.region)),
        Some(Found::One(_) | Found::Several)
    );
    let is_series = context.vocabulary.series_names.find(text(table.series)).is_some();
    let is_named = (table.region.is_none() || is_region) && (table.series.is_none() || is_series);
    if is_named && (table.region.is_some() || table.series.is_some()) {
        return Kind::Data;
    }
    let first = cells.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty());
    if first.is_some_and(is_footer) && !is_series && !is_region {
        return Kind::Beside;
    }
    let last_head = &grid.rows[table.head.1 - 1].cells;
    if cells.len() == last_head.len() && cells.iter().zip(last_head).all(|(a, b)| a.text == b.text)
    {
        return Kind::Head;
    }
    let mut figures = table.groups.iter().flat_map(|group| group.parts.iter().take(4).flatten());
    let has_figure = figures.any(|at| {
        let cell = cells.get(*at).filter(|cell| cell.content != Content::Merged);
        cell.is_some_and(|cell| {
            !matches!(cell::read(cell.text.as_bytes(), Unit::Of("")), cell::Cell::Missing(_))
        })
    });
    if has_figure || is_region || is_series { Kind::Data } else { Kind::Words }
}

/// Whether nothing at all stands in the cells of a value.
fn is_blank(value: &Value<'_>) -> bool {
    let mut parts = value.group.parts.iter().flatten();
    parts.all(|at| value.grid.cell(value.row, *at).is_none_or(|cell| cell.text.trim().is_empty()))
}

/// What is wrong with the headings; and the groups whose unit would have to be multiplied
/// or is another one.
fn faults_of_headings(
    grid: &Grid,
    table: &Table,
    context: &Context<'_>,
    reading: &mut Reading<'_>,
) -> Vec<usize> {
    let last = table.head.1 - 1;
    for at in &table.unknown {
        let has_content = grid.rows[table.head.1..]
            .iter()
            .any(|row| row.cells.get(*at).is_some_and(|cell| !cell.text.trim().is_empty()));
        if has_content {
            let name = table.headings[*at].to_string();
            let place = grid.place(&context.file, table.head.0, *at, &table.headings[*at]);
            reading.fault(SubmissionProblem::UnknownColumn { name }, place);
        }
    }
    let mut scaled = Vec::new();
    if let Some((unit, place)) = &table.title.scaled_unit {
        let is_known = context.vocabulary.series.iter().any(|series| series.unit == unit);
        if !is_known {
            let problem = SubmissionProblem::ScaledUnit { unit: unit.clone() };
            reading.fault(problem, place.clone());
            return (0..table.groups.len()).collect();
        }
    }
    for (number, group) in table.groups.iter().enumerate() {
        let series = group.name.as_deref().and_then(|name| {
            match context.vocabulary.series_names.find(name) {
                Some(Found::One(id)) => context.vocabulary.series.get(id as usize),
                _ => None,
            }
        });
        for (at, unit) in &group.units {
            let is_value = group.part(Field::Value) == Some(*at);
            let place = || grid.place(&context.file, last, *at, &table.headings[*at]);
            match series {
                Some(series) if is_value && unit::disagrees(unit, series) => {
                    let (found, expected) = (unit.clone(), series.unit.to_owned());
                    let problem = SubmissionProblem::UnitMismatch { found, expected };
                    let about = Subject { series: vec![series.named()], ..Subject::default() };
                    let fault = Diagnostic::at(problem, place()).by_rule(series.rule);
                    reading.batch.faults.push(fault.about(about));
                    scaled.push(number);
                }
                _ if scales(unit) && !context.vocabulary.series.iter().any(|s| s.unit == unit) => {
                    reading.fault(SubmissionProblem::ScaledUnit { unit: unit.clone() }, place());
                    scaled.push(number);
                }
                _ => {}
            }
        }
    }
    scaled
}
