//! Reading the values of a table that was found in a grid.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use dabiao_workbook::letters;

use super::grid::{Content, Grid, GridCell, GridRow};
use super::header::Field;
use super::layout::{Group, Idle, IdleColumn, Key, Section, Table};
use super::rows::{Context, Fields, Known, Reading};
use super::stated::Stated;
use super::turns::Sink;
use crate::diagnostic::{RegionSource, SubmissionProblem, YearSource};
use crate::source::{Columns, Place, Spots};
use crate::term::{Found, Layout, RegionId, Year};
use crate::text;

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
    columns: &'t Columns,
    /// The row's remark, and what else stands beside its values.
    remark: Option<usize>,
    beside: &'t [usize],
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
            Field::Remark => self.group.part(field).or(self.remark),
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

    fn content(&self, field: Field) -> Content {
        let content = self.cell(field).map_or(Content::Typed, |cell| cell.content);
        let keys = [self.of, self.table.series, self.table.year];
        let is_of_several =
            || self.column(field).is_some_and(|at| self.grid.is_of_rows_below(self.row, at, &keys));
        if content == Content::Typed && is_of_several() { Content::Merged } else { content }
    }

    fn place(&self, field: Field) -> Place {
        let column = self.column(field).unwrap_or_else(|| self.main());
        let (line, text) = self.grid.text(self.row, column);
        Place::spot(self.file, &self.columns.spot(line, column, text))
    }

    fn line(&self) -> u32 {
        self.line
    }

    fn year(&self) -> Option<(Year, YearSource)> {
        self.group.year.map(|(year, _)| (year, YearSource::Heading))
    }

    fn across(&self) -> Option<Field> {
        self.group.name.as_ref()?;
        match self.table.layout {
            Layout::RegionsAcross => Some(Field::Region),
            Layout::IndicatorsAcross => Some(Field::Indicator),
            Layout::Long | Layout::OneRegion | Layout::OneIndicator => None,
        }
    }

    fn is_parted_by_commas(&self) -> bool {
        self.grid.sheet.is_none()
    }

    fn beside(&self, each: &mut dyn FnMut(&str, &str)) {
        for at in self.beside {
            let heading = self.table.headings.get(*at).map_or("", |heading| heading);
            let text = self.grid.cell(self.row, *at).map_or("", |cell| &cell.text);
            each(heading, text);
            // What is taken for the remark is heard as one, whatever else its heading says.
            if self.column(Field::Remark) == Some(*at) && Field::named(heading).is_none() {
                each(Field::Remark.names()[0], text);
            }
        }
    }

    fn stated(&self) -> Option<&Stated> {
        Some(self.stated)
    }
}

/// How many values are read before they are put in their places.
const MOST_HELD: usize = 4096;

/// How much they claim before that is held against what is left.
const MOST_CLAIMED: u64 = 1_000;

/// Reads every value of a section; `spots` gets the place of each.
pub(super) fn read(
    section: &Section,
    context: &Context<'_>,
    first_line: u32,
    spots: &mut Spots,
    reading: &mut Reading<'_>,
    sink: &mut Sink,
) {
    let (grid, table) = (&*section.grid, &*section.table);
    let region = context.region.and_then(|(id, _)| context.vocabulary.regions.get(id.index()));
    let region = region.map(|region| &*region.name);
    let series = section.title.series.and_then(|id| context.vocabulary.series.get(id.index()));
    let series = series.map(|series| &**series.name);
    let groups = readable(section, context, reading);
    let columns = grid.columns(&table.headings);
    spots.begin(columns.clone());
    let mut unheaded = BTreeMap::new();
    let (beside_read, without_heading) = table.others();
    let editions = editions(section, context);
    let is_parted = editions.is_some();
    if let Some((problem, place)) = editions {
        reading.fault(problem, place);
    }
    for row in section.rows.iter().copied() {
        if is_beyond(reading, context, sink) {
            return;
        }
        let remark = table.remark(grid, row);
        let beside = table.beside(&grid.rows[row], &beside_read);
        for at in table.unheaded(&grid.rows[row], &without_heading) {
            unheaded.entry(at).or_insert(row);
        }
        let of = match of(section, row, context) {
            Ok(of) => of,
            Err((column, problem)) => {
                reading.batch.seen += 1;
                let (line, text) = grid.text(row, column);
                let spot = columns.spot(line, column, text);
                reading.fault(problem, Place::spot(&context.file, &spot));
                sink.kept.take(spots.push(line, column, text) as u64);
                continue;
            }
        };
        for (group, stated) in &groups {
            // A row may have thousands of values, and all of them its remark.
            if is_beyond(reading, context, sink) {
                return;
            }
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
                columns: &columns,
                remark,
                beside: &beside,
                line: first_line + spots.len() as u32 + 1,
            };
            // What is blank side by side was not sent; a row by itself was.
            if group.name.is_some() && value.is_blank() {
                continue;
            }
            let main = value.main();
            let (line, text) = grid.text(row, main);
            sink.kept.take(spots.push(line, main, text) as u64);
            reading.batch.seen += 1;
            if is_parted || stated.is_unusable {
                reading.unusable(&value, None);
            } else if reading.row(&value) == Known::NotInRow {
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

/// Whether more was taken than is left, so that no further value is read; many that were read
/// are put in their places first.
fn is_beyond(reading: &mut Reading<'_>, context: &Context<'_>, sink: &mut Sink) -> bool {
    if reading.batch.rows.len() > MOST_HELD || reading.batch.claims > MOST_CLAIMED {
        sink.absorb(&mut reading.batch, context.vocabulary);
    }
    sink.over().is_some()
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
    let is_now = |group: &&Group| group.year.is_none_or(|(year, _)| context.is_of(year));
    let now: HashSet<_> = table.groups.iter().filter(is_now).map(|group| &group.name).collect();
    for group in &table.groups {
        // Of last year's column beside this year's nothing is judged.
        let is_other_year =
            |(year, _): (Year, usize)| !context.is_of(year) && now.contains(&group.name);
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

/// That a column of sendings (版本, 批次) names several, if one does, and where it stands.
fn editions(section: &Section, context: &Context<'_>) -> Option<(SubmissionProblem, Place)> {
    let (grid, table) = (&section.grid, &section.table);
    let is_edition = |heading: &str| Key::of(&text::fold(heading)) == Some(Key::Edition);
    let headings = table.headings.iter().enumerate().filter(|(_, heading)| is_edition(heading));
    headings.into_iter().find_map(|(at, heading)| {
        let cells = section.rows.iter().filter_map(|row| grid.cell(*row, at));
        let mut texts = cells.map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let one = texts.next()?;
        let other = texts.find(|text| *text != one)?;
        let (column, one, other) = (heading.to_string(), one.to_owned(), other.to_owned());
        let place = grid.place(&context.file, table.head.0, at, heading);
        Some((SubmissionProblem::SeveralEditions { column, one, other }, place))
    })
}

impl Table {
    /// The columns that name the rows or hold figures, last year's included.
    fn read_columns(&self) -> HashSet<usize> {
        let axes = [self.year, self.series, self.unit].into_iter().flatten();
        let figures = self.groups.iter().flat_map(Group::figures);
        let parts_rows = |at: usize| {
            self.headings.get(at).is_some_and(|heading| Key::of(&text::fold(heading)).is_some())
        };
        let others = self.idle.iter().filter(|idle| !matches!(idle.why, Idle::Unknown));
        let others = others.map(|idle: &IdleColumn| idle.at).filter(|at| !parts_rows(*at));
        axes.chain(self.regions.iter().copied()).chain(figures).chain(others).collect()
    }

    /// The other columns, and those that have no heading; what stands behind the last heading
    /// belongs to both.
    fn others(&self) -> (Vec<usize>, Vec<usize>) {
        let read = self.read_columns();
        let is_headed = |at: &usize| {
            !self.headings[*at].is_empty()
                || self.regions.contains(at)
                || [self.series, self.unit].contains(&Some(*at))
        };
        let all = || 0..self.headings.len();
        let others = all().filter(|at| !read.contains(at)).collect();
        (others, all().filter(|at| !is_headed(at)).collect())
    }

    /// The cells of a row that hold something, in some of its columns and behind the last heading.
    fn filled<'r>(
        &self,
        row: &'r GridRow,
        columns: &'r [usize],
    ) -> impl Iterator<Item = (usize, &'r str)> + use<'r> {
        let behind = self.headings.len()..row.cells.len();
        let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.trim());
        let cells = columns.iter().copied().chain(behind).map(move |at| (at, text(at)));
        cells.filter(|(_, text)| !text.is_empty())
    }

    /// The other columns in which a row says something, each thing once: a row may have
    /// thousands of values, and each is held against all of them.
    fn beside(&self, row: &GridRow, others: &[usize]) -> Vec<usize> {
        let mut said = HashSet::new();
        let cells = self.filled(row, others);
        let says = cells.filter(|(at, text)| {
            said.insert((self.headings.get(*at).map_or("", |heading| heading), *text))
        });
        says.map(|(at, _)| at).collect()
    }

    /// The first column of remarks in which a row holds one.
    fn remark(&self, grid: &Grid, row: usize) -> Option<usize> {
        let is_filled = |at: &&usize| !is_blank(grid, row, **at);
        self.remarks.iter().find(is_filled).or(self.remarks.first()).copied()
    }

    /// The columns without a heading in which a row holds something.
    fn unheaded<'r>(
        &self,
        row: &'r GridRow,
        without_heading: &'r [usize],
    ) -> impl Iterator<Item = usize> + use<'r> {
        self.filled(row, without_heading).map(|(at, _)| at)
    }
}
