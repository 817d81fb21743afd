//! A Parquet file: the rows of one table, under a header of its own.

use std::io::{self, Read, Seek, SeekFrom};

use super::attempt::Attempt;
use super::begin::is_parquet;
use super::{File, Summary};
use crate::diagnostic::{Bulk, Diagnostic, Limit, SubmissionProblem};
use crate::source::Place;
use crate::submission::Submission;
use crate::submission::digest::Digested;
use crate::submission::encoding::Encoding;
use crate::submission::header::{Field, Header};
use crate::submission::lines::Lines;
use crate::submission::parquet::{Chunks, Column, Fault, Kind, MOST_CELLS, MOST_COLUMNS, Table};

/// A file that stands at its beginning, and whether that is one of Parquet.
pub(super) fn sniffed<R: Read + Seek>(mut file: R) -> io::Result<(R, bool)> {
    let mut beginning = Vec::new();
    file.by_ref().take(4).read_to_end(&mut beginning)?;
    file.seek(SeekFrom::Start(0))?;
    Ok((file, is_parquet(&beginning)))
}

/// What is said of a file that could not be read, unless it is the system that failed.
fn unread(fault: Fault) -> io::Result<SubmissionProblem> {
    match fault {
        Fault::System(error) => Err(error),
        Fault::Damaged(why) => Ok(SubmissionProblem::ParquetDamaged { why }),
        Fault::Unread { name, kind } => Ok(SubmissionProblem::ParquetColumn { name, kind }),
        Fault::TooLarge { column, what } => Ok(SubmissionProblem::ParquetTooLarge { column, what }),
    }
}

impl<'v> File<'_, 'v> {
    /// Reads it to its end, as it was sent and as the rows in it.
    pub(super) fn parquet<R: Read + Seek + Send + 'static>(
        &self,
        file: R,
        submission: &mut Submission,
    ) -> io::Result<Summary> {
        let chunks = Chunks::new(file)?;
        let mut attempt = Attempt::default();
        self.read_parquet(chunks.clone(), submission, &mut attempt)?;
        submission.diagnostics.append(&mut self.filed(attempt.faults));
        let mut summary = attempt.summary;
        if let Some(mut file) = chunks.into_inner() {
            file.seek(SeekFrom::Start(0))?;
            summary.sha256 = Digested::new(file, self.options.digest).finish()?;
        }
        Ok(summary)
    }

    fn read_parquet<R: Read + Seek + Send + 'static>(
        &self,
        chunks: Chunks<R>,
        submission: &mut Submission,
        attempt: &mut Attempt,
    ) -> io::Result<()> {
        let whole = |problem| Diagnostic::at(problem, Place::file(self.name));
        let table = match Table::open(chunks) {
            Ok(table) => table,
            Err(fault) => {
                attempt.faults.push(whole(unread(fault)?));
                return Ok(());
            }
        };
        if let Some(codec) = table.unread_codec() {
            attempt.faults.push(whole(SubmissionProblem::ParquetPacked { codec }));
            return Ok(());
        }
        let lines = match self.parquet_lines(&table.columns, attempt) {
            Ok(lines) => lines,
            Err(fault) => {
                attempt.faults.push(*fault);
                return Ok(());
            }
        };
        if table.cells() > MOST_CELLS {
            let what = Bulk::Of(Limit::Cells { most: MOST_CELLS });
            attempt.faults.push(self.too_large(what));
            return Ok(());
        }
        let rows = self.lines(&lines, table.rows(), None, submission, attempt)?;
        match rows.fault() {
            Some(fault) => attempt.faults.push(whole(unread(fault)?)),
            None if attempt.more.is_some() => {
                let row = attempt.more.unwrap_or_default();
                let place = Place::line(self.name, row, "", 0..0);
                attempt.faults.push(Diagnostic::at(SubmissionProblem::ParquetRow, place));
            }
            None => attempt.summary.encoding = Some(Encoding::Utf8),
        }
        Ok(())
    }

    /// What its rows are read by.
    fn parquet_lines(
        &self,
        columns: &[Column],
        attempt: &mut Attempt,
    ) -> Result<Lines<'v>, Box<Diagnostic>> {
        let whole = |problem| Box::new(Diagnostic::at(problem, Place::file(self.name)));
        if columns.len() > MOST_COLUMNS {
            return Err(Box::new(self.too_large(Bulk::Columns { most: MOST_COLUMNS })));
        }
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let layout = || {
            let found = names.iter().map(|name| (*name).to_owned()).collect();
            whole(SubmissionProblem::ParquetLayout { found })
        };
        let mut faults = Vec::new();
        let header = Header::read(&names, |_| Place::file(self.name), &mut faults);
        let header = header.map_err(|_| layout())?;
        if !self.is_lines(&header, &names) {
            return Err(layout());
        }
        for (column, field) in columns.iter().zip(header.columns()) {
            if let (Kind::Unread(kind), Some(_)) = (&column.kind, field) {
                let (name, kind) = (column.name.clone(), kind.clone());
                return Err(whole(SubmissionProblem::ParquetColumn { name, kind }));
            }
        }
        let mut context = self.context().map_err(whole)?;
        context.region = context.region.filter(|(id, _)| !self.vocabulary.is_city(*id));
        if header.position(Field::Year).is_none() && context.year.is_none() {
            return Err(whole(SubmissionProblem::NoYear));
        }
        faults.into_iter().for_each(|fault| attempt.faults.push(fault));
        let (first_line, header_line, delimiter) = (self.first_line, 0, b',');
        let editions = Lines::editions(&names);
        Ok(Lines { context, first_line, header, header_line, delimiter, by_row: true, editions })
    }
}
