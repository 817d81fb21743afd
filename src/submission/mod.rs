//! What counties sent: CSV becomes figures by region × indicator × year.
//!
//! Files are read as streams, in blocks that several threads take turns at.
//! Names are resolved to small numbers while reading, and figures land in dense
//! columns, so that a national file of ten million rows fits in memory. Whatever
//! is wrong with a row is collected as a [`Diagnostic`]; the other rows are kept.

mod blocks;
mod cell;
mod columns;
mod encoding;
mod fast;
mod figure;
mod file;
mod header;
mod milestone;
mod number;
mod record;
mod rows;
mod turns;
mod unit;

use std::collections::HashMap;
use std::io::{self, Read, Seek};
use std::num::NonZeroUsize;
use std::sync::Arc;

pub use columns::Column;
pub use encoding::Encoding;

use crate::diagnostic::{Diagnostic, Findings};
use crate::source::{Place, Spot};
use crate::term::{FigureColumns, Limits, Names, Region, RegionNames, Year};
use columns::Columns;

/// The names a submission may use, and what each series can hold.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'p> {
    /// The regions.
    pub regions: &'p [Region],
    /// Their names, aliases and codes.
    pub region_names: &'p RegionNames,
    /// The series: indicators, then references.
    pub series: &'p [Series<'p>],
    /// Their names, aliases, numbers and ids.
    pub series_names: &'p Names,
    /// The first year a submission can be of.
    pub baseline_year: Year,
}

/// What one series can hold.
#[derive(Debug, Clone, Copy)]
pub struct Series<'p> {
    /// The name that is printed.
    pub name: &'p str,
    /// The unit of its value.
    pub unit: &'p str,
    /// What 分子 and 分母 are counts of; blank if the plan does not say.
    pub count_unit: &'p str,
    /// What values it can have.
    pub limits: Limits,
    /// Whether its years add up, so that a row may hold their total.
    pub adds_up: bool,
    /// The rule that says so.
    pub rule: &'p Place,
}

/// One file.
#[derive(Debug)]
pub struct Input<R> {
    /// The path as it was given.
    pub name: String,
    /// Its bytes.
    pub bytes: R,
}

/// How to read.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// `--encoding`: how the bytes are to be read; found out if none is said.
    pub encoding: Option<Encoding>,
    /// `--year`: the year of rows that name none.
    pub year: Option<Year>,
    /// How many threads read.
    pub threads: NonZeroUsize,
    /// Whether the SHA-256 of every file is computed.
    pub digest: bool,
}

/// 报送: everything that was read.
#[derive(Debug, Default)]
pub struct Submission {
    /// The files, in the order they were given.
    pub files: Vec<FileInfo>,
    /// What is wrong with them, by file and line.
    pub diagnostics: Vec<Diagnostic>,
    columns: Columns,
    remarks: HashMap<u32, Box<str>>,
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInfo {
    /// The path as it was given.
    pub name: Arc<str>,
    /// SHA-256 in hexadecimal, if it was asked for.
    pub sha256: Option<String>,
    /// How many rows were read, the header not counted.
    pub rows: u64,
    /// The columns that hold its figures.
    pub columns: FigureColumns,
    /// Its encoding, if it is text with a known header.
    pub encoding: Option<Encoding>,
    /// Where each of its values stands, in the order of their lines among the lines of
    /// all files; empty where those are the file's physical lines.
    pub spots: Arc<[Spot]>,
    /// The number of the file's first line among the lines of all files.
    first_line: u32,
}

impl FileInfo {
    /// The first of the lines of all files that is this file's.
    pub fn first_line(&self) -> u32 {
        self.first_line
    }
}

impl Submission {
    /// Reads files, one after the other.
    ///
    /// # Errors
    /// An error of the system while reading; what is wrong with the content is in
    /// [`diagnostics`](Self::diagnostics).
    pub fn read<R: Read + Seek + Send>(
        inputs: Vec<Input<R>>,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
    ) -> io::Result<Self> {
        let mut submission = Self::default();
        let mut first_line = 0u32;
        for input in inputs {
            let name: Arc<str> = input.name.as_str().into();
            let read =
                file::read(input.bytes, &name, first_line, vocabulary, options, &mut submission)
                    .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?;
            submission.files.push(FileInfo {
                name,
                sha256: read.sha256,
                rows: read.rows,
                columns: read.columns,
                encoding: read.encoding,
                spots: read.spots,
                first_line,
            });
            first_line = u32::try_from(u64::from(first_line) + read.lines)
                .map_err(|_| io::Error::other("more than 4,294,967,295 lines"))?;
        }
        submission.report_duplicates(vocabulary);
        Ok(submission)
    }

    /// The years that have rows, in order.
    pub fn years(&self) -> impl Iterator<Item = Year> + '_ {
        self.columns.years()
    }

    /// Everything sent for one series and year.
    pub fn column(&self, year: Year, series: usize) -> Option<&Column> {
        self.columns.get(year, series)
    }

    /// The same, taken out of the submission so that its memory can be freed.
    pub fn take_column(&mut self, year: Year, series: usize) -> Option<Column> {
        self.columns.take(year, series)
    }

    /// 备注 of the row on that line of all files.
    pub fn remark(&self, line: u32) -> Option<&str> {
        self.remarks.get(&line).map(AsRef::as_ref)
    }

    /// All remarks, by line of all files.
    pub fn take_remarks(&mut self) -> HashMap<u32, Box<str>> {
        std::mem::take(&mut self.remarks)
    }

    /// Where one of the lines of all files stands. Of a physical line the text is not
    /// known any more.
    pub fn place(&self, line: u32) -> Option<Place> {
        let at = self.files.partition_point(|file| file.first_line < line).checked_sub(1)?;
        let file = &self.files[at];
        let number = line - file.first_line;
        Some(match file.spots.get(number as usize - 1) {
            Some(spot) => Place::spot(&file.name, spot),
            None => Place::line(&file.name, u64::from(number), "", 0..0),
        })
    }

    fn report_duplicates(&mut self, vocabulary: &Vocabulary<'_>) {
        let mut faults = Findings::default();
        for (cell, lines) in self.columns.duplicates() {
            let problem = crate::diagnostic::SubmissionProblem::Duplicate {
                region: vocabulary.regions[cell.region.index()].name.to_string(),
                indicator: vocabulary.series[cell.series.index()].name.to_owned(),
                year: cell.year,
            };
            let mut places = lines.into_iter().filter_map(|line| self.place(line));
            let Some(first) = places.next() else { continue };
            for later in places {
                faults.push(Diagnostic::at(problem.clone(), later).with(first.clone()));
            }
        }
        self.diagnostics.append(&mut faults.finish(None));
    }
}
