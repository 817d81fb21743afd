//! Reading the tables of a file into the submission.

use std::sync::Arc;

use super::file::File;
use super::grid::Grid;
use super::layout::{Finding, Idle, IdleColumn, Pair, Section, Title};
use super::rows::{Context, Reading};
use super::said::context;
use super::table;
use super::turns::Sink;
use crate::diagnostic::{Diagnostic, SubmissionProblem};
use crate::source::{Place, Spots};
use crate::term::{TableInfo, Year};
use crate::text::period_in_name;

/// How many bytes is kept of a table, and of the name of its sheet.
const OF_TABLE: usize = 256;

/// What was found in a grid.
pub(super) struct Found {
    pub(super) grid: Arc<Grid>,
    pub(super) sections: Vec<Section>,
    pub(super) findings: Vec<Finding>,
}

impl Found {
    /// The year that its sheet is named by.
    fn year(&self) -> Option<Year> {
        period_in_name(self.grid.sheet.as_deref()?).map(|period| period.year)
    }

    /// Whether a table could not be read, and it is known why.
    pub(super) fn has_faults(&self) -> bool {
        self.findings.iter().any(Finding::is_of_table)
    }
}

/// What reading tables gives.
#[derive(Default)]
pub(super) struct Read {
    pub(super) tables: Vec<TableInfo>,
    pub(super) spots: Spots,
    /// What is said of whole tables and told: sections one below the other share it.
    told: Vec<Pair>,
}

/// Reads every table that was found.
pub(super) fn read(file: &File<'_, '_>, found: Vec<Found>, sink: &mut Sink) -> Read {
    let mut read = Read::default();
    let is_one_found = found.iter().any(|found| !found.sections.is_empty());
    let asked = file.context().ok().and_then(|context| context.year).map(|(year, _)| year);
    let is_asked = |found: &Found| asked.is_some() && found.year() == asked;
    // Where a sheet is of the year that is asked for, those of other years are not.
    let leaves_others = found.iter().any(|found| is_asked(found) && !found.sections.is_empty());
    let covers = found.iter().filter(|found| found.sections.is_empty());
    let covers =
        covers.filter_map(|found| Title::of_words(&found.grid, file.name, file.vocabulary));
    let cover = covers.reduce(|mut all, one| {
        all.add(one);
        all
    });
    for mut found in found {
        if let Some(cover) = &cover {
            found.sections.iter_mut().for_each(|section| section.title.add(cover.clone()));
        }
        for section in &mut found.sections {
            let remarked = Title::of_remarks(section, file.name, file.vocabulary);
            section.title.add(remarked);
        }
        if let (Some(year), Some(asked), Some(sheet)) = (found.year(), asked, &found.grid.sheet)
            && leaves_others
            && year != asked
        {
            let sheet = sheet.to_string();
            let problem = SubmissionProblem::SheetOfOtherYear { sheet, year, asked };
            sink.faults.push(Diagnostic::at(problem, whole(file, &found.grid)));
            continue;
        }
        let (before, mut has_faults) = (read.spots.len(), found.has_faults());
        let has_rows = found.sections.iter().any(|section| !section.rows.is_empty());
        for section in &found.sections {
            // Too much is refused as a whole.
            if sink.over().is_some() {
                return read;
            }
            if section.rows.is_empty() && has_rows {
                let place = found.grid.place(
                    file.name,
                    section.table.head.0,
                    0,
                    &section.table.headings[0],
                );
                sink.faults.push(Diagnostic::at(SubmissionProblem::NoRows, place));
            } else {
                has_faults |= read.section(file, section, sink).is_err();
            }
        }
        for finding in &found.findings {
            told(file, &found.grid, finding, sink);
        }
        let problem = match found.sections.is_empty() {
            false if read.spots.len() > before || has_faults => continue,
            false => SubmissionProblem::NoRows,
            true if has_faults => continue,
            // A sheet of words beside the tables has nothing that could be left out.
            true if is_one_found && !found.grid.has_figures() => continue,
            true if is_one_found => SubmissionProblem::SheetWithoutTable {
                sheet: found.grid.sheet.as_deref().unwrap_or_default().to_owned(),
            },
            true => found.grid.no_layout(),
        };
        sink.faults.push(Diagnostic::at(problem, whole(file, &found.grid)));
    }
    read
}

/// A whole sheet, or the whole file.
fn whole(file: &File<'_, '_>, grid: &Grid) -> Place {
    match &grid.sheet {
        Some(sheet) => Place::line(file.name, 1, "", 0..0).column(sheet),
        None => Place::file(file.name),
    }
}

impl Read {
    /// Reads a section, or files why it can't be.
    fn section(
        &mut self,
        file: &File<'_, '_>,
        section: &Section,
        sink: &mut Sink,
    ) -> Result<(), ()> {
        let context = context(file, section).map_err(|fault| {
            let (problem, place) = *fault;
            let place = place.unwrap_or_else(|| whole(file, &section.grid));
            sink.faults.push(Diagnostic::at(problem, place));
        })?;
        let before = self.spots.len();
        let mut reading = Reading::new(&context);
        idle(section, &context, &mut reading);
        table::read(section, &context, file.first_line, &mut self.spots, &mut reading, sink);
        for pair in reading.denying.iter().filter_map(|at| context.pairs.get(*at)) {
            if !self.told.contains(pair) {
                self.told.push(pair.clone());
                let Pair { label, value, place } = pair.clone();
                let problem = SubmissionProblem::TableOfElse { label, text: value };
                sink.faults.push(Diagnostic::at(problem, place));
            }
        }
        sink.absorb(&mut reading.batch, file.vocabulary);
        let rows = (self.spots.len() - before) as u64;
        let (sheet, layout) = (section.grid.sheet.clone(), section.table.layout);
        match self.tables.last_mut() {
            Some(last) if last.sheet == sheet && last.layout == layout => last.rows += rows,
            _ => {
                sink.kept.take(OF_TABLE as u64);
                self.tables.push(TableInfo { sheet, layout, rows });
            }
        }
        Ok(())
    }
}

/// Says which columns of a table are not read, and why.
fn idle(section: &Section, context: &Context<'_>, reading: &mut Reading<'_>) {
    let (grid, table) = (&section.grid, &section.table);
    if !section.is_headed {
        return;
    }
    for IdleColumn { at, why } in &table.idle {
        let name = table.headings[*at].to_string();
        let has_content = section
            .rows
            .iter()
            .any(|row| grid.cell(*row, *at).is_some_and(|cell| !cell.text.trim().is_empty()));
        let place = grid.place(&context.file, table.head.0, *at, &table.headings[*at]);
        if has_content {
            reading.fault(why_idle(name, why), place);
        }
    }
    if let Some(row) = table.numbers {
        let place = grid.place(&context.file, row, 0, &table.headings[0]);
        reading.fault(SubmissionProblem::ColumnNumbers, place);
    }
}

fn why_idle(name: String, why: &Idle) -> SubmissionProblem {
    match why {
        Idle::Unknown => SubmissionProblem::UnknownColumn { name },
        Idle::Other(what) => SubmissionProblem::NotAResult { name, what: what.clone() },
        Idle::Unclear(words) => SubmissionProblem::HeadingUnclear { name, words: words.clone() },
        Idle::PartOfYear => SubmissionProblem::PartOfYear { text: name },
    }
}

/// Says what was found beside tables.
fn told(file: &File<'_, '_>, grid: &Grid, finding: &Finding, sink: &mut Sink) {
    let at =
        |row: usize, column: usize, heading: &Arc<str>| grid.place(file.name, row, column, heading);
    let none: Arc<str> = "".into();
    let rows = |rows: &[usize]| -> (Vec<u64>, String) {
        let first = rows.first().and_then(|row| grid.rows.get(*row));
        (
            rows.iter().filter_map(|row| Some(grid.rows.get(*row)?.line)).collect(),
            first.map_or_else(String::new, |row| row.text()),
        )
    };
    let (problem, place) = match finding {
        Finding::Repeated(row) => (SubmissionProblem::RepeatedHeader, at(*row, 0, &none)),
        Finding::Words(words) => {
            let (lines, first) = rows(words);
            (SubmissionProblem::RowsWithoutFigures { lines, first }, at(words[0], 0, &none))
        }
        Finding::Unread(unread) => {
            let (lines, first) = rows(unread);
            (SubmissionProblem::RowsUnread { lines, first }, at(unread[0], 0, &none))
        }
        Finding::Clear(row, ways) => {
            let line = grid.rows.get(*row).map_or(0, |row| row.line);
            (SubmissionProblem::AmbiguousLayout { line, ways: *ways }, at(*row, 0, &none))
        }
        Finding::Distinct(row, column, heading) => {
            let name = heading.to_string();
            (SubmissionProblem::DuplicateColumn { name }, at(*row, *column, heading))
        }
        Finding::OfResults(row, columns) => {
            for (IdleColumn { at: column, why }, heading) in columns {
                let problem = why_idle(heading.to_string(), why);
                sink.faults.push(Diagnostic::at(problem, at(*row, *column, heading)));
            }
            (SubmissionProblem::NoResults, at(*row, 0, &none))
        }
    };
    sink.faults.push(Diagnostic::at(problem, place));
}
