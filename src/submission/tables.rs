//! Reading the tables of a file into the submission.

use super::file::File;
use super::grid::Grid;
use super::layout::Table;
use super::rows::{Context, Reading};
use super::table;
use super::turns::Sink;
use crate::diagnostic::{Diagnostic, SubmissionProblem, YearSource};
use crate::source::{Place, Spot};
use crate::term::{Layout, TableInfo};

/// What a grid turned out to be.
pub(super) type Found = Result<Table, SubmissionProblem>;

/// What reading tables gives.
#[derive(Default)]
pub(super) struct Read {
    pub(super) tables: Vec<TableInfo>,
    pub(super) spots: Vec<Spot>,
}

/// Reads every table that was found.
pub(super) fn read(file: &File<'_, '_>, found: Vec<(Grid, Found)>, sink: &mut Sink) -> Read {
    let mut read = Read::default();
    let is_one_found = found.iter().any(|(_, table)| table.is_ok());
    for (grid, table) in found {
        let whole = || match &grid.sheet {
            Some(sheet) => Place::line(file.name, 1, "", 0..0).column(sheet),
            None => Place::file(file.name),
        };
        let problem = match table {
            Ok(table) => match context(file, &table) {
                Ok(context) => {
                    let before = read.spots.len();
                    let mut reading = Reading::new(&context);
                    table::read(
                        &grid,
                        &table,
                        &context,
                        file.first_line,
                        &mut read.spots,
                        &mut reading,
                    );
                    sink.absorb(&mut reading.batch, file.vocabulary);
                    let rows = (read.spots.len() - before) as u64;
                    read.tables.push(TableInfo {
                        sheet: grid.sheet.clone(),
                        layout: table.layout,
                        rows,
                    });
                    if rows > 0 {
                        continue;
                    }
                    SubmissionProblem::NoRows
                }
                Err(problem) => problem,
            },
            // A sheet of words beside the tables has nothing that could be left out.
            Err(_) if is_one_found && !grid.has_figures() => continue,
            Err(_) if is_one_found => SubmissionProblem::SheetWithoutTable {
                sheet: grid.sheet.as_deref().unwrap_or_default().to_owned(),
            },
            Err(problem) => problem,
        };
        sink.faults.push(Diagnostic::at(problem, whole()));
    }
    read
}

/// What a table, its sheet and its file say of its rows.
fn context<'v>(file: &File<'_, 'v>, table: &Table) -> Result<Context<'v>, SubmissionProblem> {
    let mut context = file.context()?;
    let title = &table.title;
    let sheet = title.sheet_year.map(|year| (year, YearSource::Sheet));
    // Where rows have years, a title's is of the form.
    let said = title.year.filter(|_| table.year.is_none()).map(|year| (year, YearSource::Title));
    for one in [sheet, said].into_iter().flatten() {
        match context.year {
            Some(other) if other.0 != one.0 => {
                return Err(SubmissionProblem::YearsDisagree { one, other });
            }
            Some(_) => {}
            None => context.year = Some(one),
        }
        file.check_year(Some(one.0))?;
    }
    if table.year.is_none() && context.year.is_none() {
        return Err(SubmissionProblem::NoYear);
    }
    match (title.region, context.region) {
        (Some((one, source)), Some((other, _))) if one != other => {
            let name = |id: crate::term::RegionId| {
                let region = file.vocabulary.regions.get(id.index());
                region.map_or_else(String::new, |region| region.name.to_string())
            };
            let is_within =
                file.vocabulary.regions.get(one.index()).and_then(|r| r.within) == Some(other);
            if !file.is_city(one) && !is_within {
                let (row, other) = (name(other), name(one));
                return Err(SubmissionProblem::RegionConflict { row, other, source });
            }
        }
        (Some(said), _) => context.region = Some(said),
        (None, _) => {}
    }
    if table.layout == Layout::OneRegion {
        if context.region.is_none() {
            return Err(SubmissionProblem::NoRegion);
        }
    } else {
        context.region = context.region.filter(|(id, _)| !file.is_city(*id));
    }
    Ok(context)
}
