//! Reading the values of a table that was found in a grid.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::grid::{Grid, GridCell, GridRow};
use super::header::Field;
use super::layout::{Group, Idle, IdleColumn, Section, Table};
use super::rows::{Context, Fields, Reading};
use super::stated::Stated;
use super::workbook::letters;
use crate::diagnostic::{RegionSource, SubmissionProblem, YearSource};
use crate::source::{Place, Spot};
use crate::term::{Found, RegionId, Year};

/// One value of a table.
struct Value<'t> {
    grid: &'t Grid,
    table: &'t Table,
    file: &'t Arc<str>,
    group: &'t Group,
    /// The row of the grid.
    row: usize,
    /// The column that names its region, where one does.
    of: Option<usize>,
    /// The names that the table says for all of it.
    region: Option<&'t str>,
    series: Option<&'t str>,
    stated: &'t Stated,
    line: u32,
}

impl Value<'_> {
    /// The column of a field.
    fn column(&self, field: Field) -> Option<usize> {
        match field {
            Field::Year => self.table.year,
            Field::Region => self.of,
            Field::Indicator => self.table.series,
            Field::Unit => self.table.unit,
            Field::Remark => self.group.part(field).or_else(|| self.remark()),
            Field::Value | Field::Numerator | Field::Denominator | Field::Total => {
                self.group.part(field)
            }
        }
    }

    /// The first column of remarks that holds one.
    fn remark(&self) -> Option<usize> {
        let remarks = &self.table.remarks;
        let is_filled = |at: &&usize| {
            self.grid.cell(self.row, **at).is_some_and(|cell| !cell.text.trim().is_empty())
        };
        remarks.iter().find(is_filled).or(remarks.first()).copied()
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

    /// Whether nothing at all stands in its cells.
    fn is_blank(&self) -> bool {
        let mut parts = self.group.parts.iter().flatten();
        parts.all(|at| is_blank(self.grid, self.row, *at))
    }
}

fn is_blank(grid: &Grid, row: usize, column: usize) -> bool {
    grid.cell(row, column).is_none_or(|cell| cell.text.trim().is_empty())
}

impl Fields for Value<'_> {
    fn text(&self, field: Field) -> &[u8] {
        let across = match field {
            Field::Region if self.of.is_none() => self.region,
            Field::Indicator if self.table.series.is_none() => self.series,
            _ => None,
        };
        match across {
            Some(name) => name.as_bytes(),
            None => self.cell(field).map_or(&[], |cell| cell.text.as_bytes()),
        }
    }

    fn content(&self, field: Field) -> super::grid::Content {
        self.cell(field).map_or(super::grid::Content::Typed, |cell| cell.content)
    }

    fn place(&self, field: Field) -> Place {
        let column = self.column(field).unwrap_or_else(|| self.main());
        Place::spot(self.file, &self.spot(column))
    }

    fn line(&self) -> u32 {
        self.line
    }

    fn year(&self) -> Option<(Year, YearSource)> {
        self.group.year.map(|(year, _)| (year, YearSource::Heading))
    }

    fn beside(&self, each: &mut dyn FnMut(&str, &str)) {
        let Some(row) = self.grid.rows.get(self.row) else { return };
        for (at, cell) in row.cells.iter().enumerate() {
            let heading = self.table.headings.get(at).map_or("", |heading| heading);
            if self.table.is_beside(at) {
                each(heading, &cell.text);
            }
        }
    }

    fn stated(&self) -> Option<&Stated> {
        Some(self.stated)
    }
}

/// Reads every value of a section; `spots` gets the place of each.
pub(super) fn read(
    section: &Section,
    context: &Context<'_>,
    first_line: u32,
    spots: &mut Vec<Spot>,
    reading: &mut Reading<'_>,
) {
    let (grid, table) = (&*section.grid, &*section.table);
    let region = context.region.and_then(|(id, _)| context.vocabulary.regions.get(id.index()));
    let region = region.map(|region| region.name.as_str());
    let series = section.title.series.and_then(|id| context.vocabulary.series.get(id.index()));
    let series = series.map(|series| series.name);
    let groups = readable(section, context, reading);
    let mut unheaded = BTreeMap::new();
    for row in section.rows.iter().copied() {
        for at in table.unheaded(&grid.rows[row]) {
            unheaded.entry(at).or_insert(row);
        }
        let of = match of(section, row, context) {
            Ok(of) => of,
            Err((column, problem)) => {
                reading.batch.seen += 1;
                let spot = grid.spot(row, column, &table.headings[column]);
                reading.fault(problem, Place::spot(&context.file, &spot));
                spots.push(spot);
                continue;
            }
        };
        for (group, stated) in &groups {
            let value = Value {
                grid,
                table,
                file: &context.file,
                group,
                row,
                of,
                region: group.name.as_deref().or(region),
                series: group.name.as_deref().or(series),
                stated,
                line: first_line + spots.len() as u32 + 1,
            };
            // What is blank side by side was not sent; a row by itself was.
            if group.name.is_some() && value.is_blank() {
                continue;
            }
            spots.push(value.spot(value.main()));
            reading.batch.seen += 1;
            if stated.is_unusable {
                reading.unusable(&value, None);
            } else if !reading.row(&value) {
                break; // what is wrong with the row's own names is said once
            }
        }
    }
    for (at, row) in unheaded {
        let name = letters(at);
        let place = grid.place(&context.file, row, at, &name.as_str().into());
        reading.fault(SubmissionProblem::UnknownColumn { name }, place);
    }
}

/// The groups that are read, each with what is stated of its units.
fn readable<'s>(
    section: &'s Section,
    context: &Context<'_>,
    reading: &mut Reading<'_>,
) -> Vec<(&'s Group, Stated)> {
    let (grid, table) = (&*section.grid, &*section.table);
    let mut readable = Vec::new();
    let is_foreign = Stated::is_title_foreign(section, context, reading);
    for group in &table.groups {
        // Of last year's column beside this year's nothing is judged.
        let others = table.groups.iter().filter(|other| other.name == group.name);
        let is_other_year = |(year, _): (Year, usize)| {
            let is_now = |other: &Group| other.year.is_some_and(|(y, _)| context.is_of(y));
            !context.is_of(year) && others.clone().any(is_now)
        };
        if let Some((year, at)) = group.year.filter(|year| is_other_year(*year)) {
            if section.is_headed {
                let problem = SubmissionProblem::NotAResult {
                    name: table.headings[at].to_string(),
                    what: year.to_string(),
                };
                reading.fault(
                    problem,
                    grid.place(&context.file, table.head.0, at, &table.headings[at]),
                );
            }
            continue;
        }
        let mut stated = Stated::of(section, group, context, reading);
        stated.is_unusable |= is_foreign;
        readable.push((group, stated));
    }
    readable
}

/// The column that names a row's region: of several the one of the finest, if it lies
/// within all others.
fn of(
    section: &Section,
    row: usize,
    context: &Context<'_>,
) -> Result<Option<usize>, (usize, SubmissionProblem)> {
    let columns = section.table.regions.as_slice();
    let [first, others @ ..] = columns else { return Ok(None) };
    let vocabulary = context.vocabulary;
    let find = |at: usize| {
        let text = section.grid.cell(row, at).map_or("", |cell| cell.text.trim());
        match vocabulary.region_names.find(text) {
            Some(Found::One(id)) => Some(RegionId(id)),
            Some(Found::Several) | None => None,
        }
    };
    let mut finest = (*first, find(*first));
    for at in others.iter().copied() {
        let (Some(one), Some(other)) = (finest.1, find(at)) else {
            // What can't be read is said of the column that can't be.
            let unread = if finest.1.is_none() { finest.0 } else { at };
            return Ok(Some(unread));
        };
        let lies_in = |inner: RegionId, outer: RegionId| {
            vocabulary.lies_in(inner, outer) || vocabulary.is_city(outer)
        };
        if lies_in(other, one) {
            finest = (at, Some(other));
        } else if !lies_in(one, other) {
            let (row, other) = (vocabulary.name(other), vocabulary.name(one));
            let source = RegionSource::Column;
            return Err((at, SubmissionProblem::RegionConflict { row, other, source }));
        }
    }
    Ok(Some(finest.0))
}

impl Table {
    /// Whether a column neither names the rows nor holds figures, last year's included.
    fn is_beside(&self, at: usize) -> bool {
        let is_part = |group: &Group| group.figures().any(|part| part == at);
        let is_axis =
            self.regions.contains(&at) || [self.year, self.series, self.unit].contains(&Some(at));
        let is_other = |idle: &IdleColumn| idle.at == at && !matches!(idle.why, Idle::Unknown);
        !is_axis && !self.groups.iter().any(is_part) && !self.idle.iter().any(is_other)
    }

    /// The columns without a heading in which a row holds something.
    fn unheaded<'r>(&'r self, row: &'r GridRow) -> impl Iterator<Item = usize> + 'r {
        let cells = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        cells.map(|(at, _)| at).filter(move |at| {
            self.headings.get(*at).is_none_or(|heading| heading.is_empty())
                && !self.regions.contains(at)
                && ![self.series, self.unit].contains(&Some(*at))
        })
    }
}
