//! What counties sent: CSV becomes figures by region × indicator × year.
//!
//! Files are read as streams, in blocks that several threads take turns at.
//! Names are resolved to small numbers while reading, and figures land in dense
//! columns, so that a national file of ten million rows fits in memory. Whatever
//! is wrong with a row is collected as a [`Diagnostic`]; the other rows are kept.

mod beside;
mod blocks;
mod budget;
mod cell;
mod columns;
mod dated;
mod decoded;
mod digest;
mod duplicates;
mod encoding;
mod error;
mod fast;
mod figure;
mod file;
mod gbk;
mod grid;
mod header;
mod known;
mod layout;
#[cfg(test)]
mod limits;
mod lines;
mod milestone;
mod number;
#[cfg(feature = "parquet")]
mod parquet;
mod passed;
mod reached;
mod recent;
mod record;
mod rows;
mod said;
mod sheets;
mod stated;
mod table;
mod tables;
mod text;
mod turns;
mod unit;
mod vocabulary;

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};
use std::num::NonZeroUsize;
use std::sync::Arc;

pub use budget::Budget;
pub use columns::Column;
pub use encoding::Encoding;
pub use error::{ReadError, ReadErrors};
pub(crate) use known::Known;
pub use vocabulary::{Series, Vocabulary};

use crate::diagnostic::{Diagnostic, bounded};
use crate::source::{Place, Spots};
use crate::term::{Entry, FigureColumns, RegionId, TableInfo, Texts, Year};
use columns::Columns;

/// One file.
#[derive(Debug)]
pub struct Input<R> {
    /// The path as it was given.
    pub name: String,
    /// Its bytes.
    pub bytes: R,
}

/// How to read.
#[derive(Debug, Clone)]
pub struct Options {
    /// `--encoding`: how the bytes of text are to be read; found out if none is said.
    pub encoding: Option<Encoding>,
    /// `--sheet`: the sheet of workbooks that is read, by name or number; all that are not
    /// hidden if none is said.
    pub sheet: Option<String>,
    /// `--year`: the year of rows that name none.
    pub year: Option<Year>,
    /// The years of files by where they lie, by the names of the files.
    pub places: BTreeMap<String, Year>,
    /// How many threads read.
    pub threads: NonZeroUsize,
    /// Whether the SHA-256 of every file is computed.
    pub digest: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            encoding: None,
            sheet: None,
            year: None,
            places: BTreeMap::new(),
            threads: NonZeroUsize::MIN,
            digest: false,
        }
    }
}

/// 报送: everything that was read.
#[derive(Debug, Default)]
pub struct Submission {
    /// The files, in the order they were given.
    pub files: Vec<FileInfo>,
    /// What is wrong with them, by file and line.
    pub diagnostics: Vec<Diagnostic>,
    columns: Columns,
    remarks: Texts,
    words: Texts,
    /// How many lines all files have.
    lines: u32,
}

/// How many findings in all files are told one by one: each of many files may have many.
const MOST_TOLD: usize = 20_000;

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
    /// What kind of workbook it is, if it is one: `xlsx`, `xls` or `ods`.
    pub workbook: Option<&'static str>,
    /// The tables in it that were read.
    pub tables: Vec<TableInfo>,
    /// Where each of its values stands, in the order of their lines among the lines of
    /// all files; empty where those are the file's physical lines.
    pub spots: Arc<Spots>,
    /// The number of the file's first line among the lines of all files.
    first_line: u32,
}

impl FileInfo {
    /// The first of the lines of all files that is this file's.
    pub fn first_line(&self) -> u32 {
        self.first_line
    }

    /// How many values it has, usable or not.
    pub fn values(&self) -> u64 {
        if self.spots.is_empty() { self.rows } else { self.spots.len() as u64 }
    }
}

impl Submission {
    /// Reads files, one after the other.
    ///
    /// # Errors
    /// Every file that the system could not read; what is wrong with the content is in
    /// [`diagnostics`](Self::diagnostics).
    pub fn read<R: Read + Seek + Send + 'static>(
        inputs: Vec<Input<R>>,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
    ) -> Result<Self, ReadErrors> {
        Self::read_within(inputs, vocabulary, options, &Budget::default())
    }

    /// The same within the budget of a run that reads other files too.
    ///
    /// # Errors
    /// As of [`read`](Self::read).
    pub fn read_within<R: Read + Seek + Send + 'static>(
        inputs: Vec<Input<R>>,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
        budget: &Budget,
    ) -> Result<Self, ReadErrors> {
        let mut submission = Self::default();
        let mut failed = ReadErrors::default();
        for input in inputs {
            let name: Arc<str> = input.name.as_str().into();
            if let Err(error) = submission.add(&name, input.bytes, vocabulary, options, budget) {
                failed.errors.push(ReadError { name, error });
            }
        }
        if !failed.errors.is_empty() {
            return Err(failed);
        }
        let mut repeated = duplicates::told(&submission, vocabulary);
        submission.diagnostics.append(&mut repeated);
        Ok(submission)
    }

    fn add<R: Read + Seek + Send + 'static>(
        &mut self,
        name: &Arc<str>,
        bytes: R,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
        budget: &Budget,
    ) -> io::Result<()> {
        let first_line = self.lines;
        let of = file::File::new(name, first_line, vocabulary, options, budget);
        let read = of.read_into(self, bytes)?;
        self.diagnostics = bounded(std::mem::take(&mut self.diagnostics), MOST_TOLD);
        self.files.push(FileInfo {
            name: Arc::clone(name),
            sha256: read.sha256,
            rows: read.rows,
            columns: read.columns,
            encoding: read.encoding,
            workbook: read.format.map(dabiao_workbook::Format::name),
            tables: read.tables,
            spots: read.spots,
            first_line,
        });
        self.lines = u32::try_from(u64::from(first_line) + read.lines)
            .map_err(|_| io::Error::other("more than 4,294,967,295 lines"))?;
        Ok(())
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

    /// Marks a cell as not usable after all.
    pub fn spoil(&mut self, year: Year, series: usize, region: RegionId) {
        self.columns.spoil(year, series, region);
    }

    /// Marks what regions sent for a series that does not apply to them, in every year, and
    /// returns what was a figure.
    pub fn set_aside(
        &mut self,
        series: usize,
        applies: impl Fn(RegionId) -> bool,
    ) -> Vec<(Year, RegionId, Entry)> {
        self.columns.set_aside(series, applies)
    }

    /// 备注 of the row on that line of all files.
    pub fn remark(&self, line: u32) -> Option<&str> {
        self.remarks.get(line)
    }

    /// 数值 of the row on that line of all files, of a series whose values are words.
    pub fn words(&self, line: u32) -> Option<&str> {
        self.words.get(line)
    }

    /// All remarks, by line of all files.
    pub fn take_remarks(&mut self) -> Texts {
        std::mem::take(&mut self.remarks)
    }

    /// Where one of the lines of all files stands. Of a physical line the text is not
    /// known any more.
    pub fn place(&self, line: u32) -> Option<Place> {
        let file = &self.files[self.file_of(line)?];
        let number = line - file.first_line;
        Some(match file.spots.get(number as usize - 1) {
            Some(spot) => Place::spot(&file.name, &spot),
            None => Place::line(&file.name, u64::from(number), "", 0..0),
        })
    }

    /// Which of the files has one of the lines of all files.
    fn file_of(&self, line: u32) -> Option<usize> {
        self.files.partition_point(|file| file.first_line < line).checked_sub(1)
    }
}
