//! What counties sent: CSV becomes figures by region × indicator × year.
//!
//! Files are read as streams, in blocks that several threads take turns at.
//! Names are resolved to small numbers while reading, and figures land in dense
//! columns, so that a national file of ten million rows fits in memory. Whatever
//! is wrong with a row is collected as a [`Diagnostic`]; the other rows are kept.

mod beside;
mod blocks;
mod cell;
mod columns;
mod digest;
mod duplicates;
mod encoding;
mod fast;
mod figure;
mod file;
mod grid;
mod header;
mod layout;
#[cfg(test)]
mod limits;
mod lines;
mod milestone;
mod number;
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

use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::io::{self, Read, Seek};
use std::num::NonZeroUsize;
use std::sync::{Arc, OnceLock};

pub use columns::Column;
pub use encoding::Encoding;

use crate::diagnostic::{Diagnostic, SeriesName, Subject, SubmissionProblem};
use crate::source::{Place, Spot};
use crate::term::{
    FigureColumns, Found, Level, Limits, Names, Region, RegionId, RegionName, RegionNames,
    SeriesId, TableInfo, Whose, Year,
};
use columns::Columns;

/// The names a submission may use, and what each series can hold.
#[derive(Debug, Clone)]
pub struct Vocabulary<'p> {
    /// The title of the plan.
    pub title: &'p str,
    /// The words of the plan, folded; found out where a text is looked at.
    pub(crate) own_words: OnceLock<String>,
    /// The regions.
    pub regions: &'p [Region],
    /// Their names, aliases and codes.
    pub region_names: &'p RegionNames,
    /// The series: indicators, then references.
    pub series: Vec<Series<'p>>,
    /// Their names, aliases, numbers and ids.
    pub series_names: &'p Names,
    /// The first year a submission can be of.
    pub baseline_year: Year,
    /// After it no year is read: so long after the plan it is a slip.
    pub last_year: Year,
}

impl Vocabulary<'_> {
    /// What is wrong with a year that no submission under the plan can be of.
    fn outside(&self, year: Year) -> Option<SubmissionProblem> {
        let (baseline, last) = (self.baseline_year, self.last_year);
        if year < baseline {
            return Some(SubmissionProblem::YearBeforePlan { year, baseline });
        }
        (year > last).then_some(SubmissionProblem::YearFarAfterPlan { year, last })
    }

    /// What a finding about a row is about, as far as its names are known.
    fn subject(
        &self,
        region: Option<RegionId>,
        series: Option<SeriesId>,
        year: Option<Year>,
    ) -> Subject {
        let region = region.and_then(|id| self.regions.get(id.index())).map(RegionName::from);
        let series = series.and_then(|id| self.series.get(id.index())).map(Series::named);
        Subject { region, series: series.into_iter().collect(), year }
    }

    /// The words of the plan: its title, without the places in it, and the names of its
    /// series, one a line.
    fn own_words(&self) -> &str {
        self.own_words.get_or_init(|| self.words_of_the_plan())
    }

    fn words_of_the_plan(&self) -> String {
        let title = crate::text::fold(self.title);
        let (mut words, mut rest) = (String::new(), &*title);
        while let Some(first) = rest.chars().next() {
            match self.region_names.after_place(rest) {
                Some(behind) => {
                    words.push('\n');
                    rest = behind;
                }
                None => {
                    words.push(first);
                    rest = rest.get(first.len_utf8()..).unwrap_or_default();
                }
            }
        }
        for series in &self.series {
            words.push('\n');
            words.push_str(&crate::text::fold(series.name));
        }
        words
    }

    fn region(&self, id: RegionId) -> Option<&Region> {
        self.regions.get(id.index())
    }

    /// The name of a region that is printed.
    fn name(&self, id: RegionId) -> String {
        self.region(id).map_or_else(String::new, |region| region.name.to_string())
    }

    fn is_city(&self, id: RegionId) -> bool {
        self.region(id).is_some_and(|region| region.level == Level::City)
    }

    /// Whether a region is another one, or an area within it.
    fn lies_in(&self, inner: RegionId, outer: RegionId) -> bool {
        let is_within = |region: &Region| region.within == Some(outer) && !self.is_city(outer);
        inner == outer || self.region(inner).is_some_and(is_within)
    }

    /// The place whose name begins a text: of a city and one of its counties the county.
    fn sender(&self, text: &str) -> Option<RegionId> {
        self.region_names.at_beginning(text)
    }

    /// The one county or area that a title names, at its beginning or anywhere.
    fn region_in_title(&self, title: &str) -> Option<RegionId> {
        self.sender(title).filter(|id| !self.is_city(*id)).or_else(|| self.region_in_name(title))
    }

    /// The one county or area that the name of a file or sheet names.
    fn region_in_name(&self, path: &str) -> Option<RegionId> {
        if self.region_names.are_many() {
            return None;
        }
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match self.region_names.in_text(name) {
            Whose::One(id) => Some(id).filter(|id| !self.is_city(*id)),
            Whose::Nobody | Whose::Several => None,
        }
    }

    /// The series of a name, also with a number before it and marks behind it; an error is
    /// the series that the number stands for, where that is another one.
    fn series_named(&self, text: &str) -> Option<Result<SeriesId, SeriesId>> {
        let find = |name: &str| match self.series_names.find(name)? {
            Found::One(id) => u16::try_from(id).ok().map(SeriesId),
            Found::Several => None,
        };
        if let Some(id) = find(text) {
            return Some(Ok(id));
        }
        let (number, name) = crate::text::unmarked(text)?;
        let id = find(name)?;
        match number.as_deref().and_then(find) {
            Some(other) if other != id => Some(Err(other)),
            Some(_) | None => Some(Ok(id)),
        }
    }

    /// Whether a folded text is the unit of a series, or of its counts.
    fn is_unit(&self, folded: &str) -> bool {
        let is = |unit: &str| !unit.is_empty() && crate::text::fold(unit) == folded;
        self.series.iter().any(|series| is(series.unit) || is(series.count_unit))
    }
}

/// What one series can hold.
#[derive(Debug, Clone, Copy)]
pub struct Series<'p> {
    /// Its stable name.
    pub id: &'p str,
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

impl Series<'_> {
    /// How findings name it.
    fn named(&self) -> SeriesName {
        SeriesName { id: self.id.to_owned(), name: self.name.to_owned() }
    }
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
#[derive(Debug, Clone)]
pub struct Options {
    /// `--encoding`: how the bytes of text are to be read; found out if none is said.
    pub encoding: Option<Encoding>,
    /// `--sheet`: the sheet of workbooks that is read, by name or number; all that are not
    /// hidden if none is said.
    pub sheet: Option<String>,
    /// `--year`: the year of rows that name none.
    pub year: Option<Year>,
    /// How many threads read.
    pub threads: NonZeroUsize,
    /// Whether the SHA-256 of every file is computed.
    pub digest: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { encoding: None, sheet: None, year: None, threads: NonZeroUsize::MIN, digest: false }
    }
}

/// A file that could not be read to its end.
#[derive(Debug)]
pub struct ReadError {
    /// The path as it was given.
    pub name: Arc<str>,
    /// What the system says.
    pub error: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} could not be read", self.name)
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
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
    remarks: HashMap<u32, Box<str>>,
    words: HashMap<u32, Box<str>>,
    /// How many lines all files have.
    lines: u32,
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
    /// What kind of workbook it is, if it is one: `xlsx`, `xls` or `ods`.
    pub workbook: Option<&'static str>,
    /// The tables in it that were read.
    pub tables: Vec<TableInfo>,
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
    pub fn read<R: Read + Seek + Send>(
        inputs: Vec<Input<R>>,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
    ) -> Result<Self, Vec<ReadError>> {
        let mut submission = Self::default();
        let mut failed = Vec::new();
        for input in inputs {
            let name: Arc<str> = input.name.as_str().into();
            if let Err(error) = submission.add(&name, input.bytes, vocabulary, options) {
                failed.push(ReadError { name, error });
            }
        }
        if !failed.is_empty() {
            return Err(failed);
        }
        let mut repeated = duplicates::told(&submission, vocabulary);
        submission.diagnostics.append(&mut repeated);
        Ok(submission)
    }

    fn add<R: Read + Seek + Send>(
        &mut self,
        name: &Arc<str>,
        bytes: R,
        vocabulary: &Vocabulary<'_>,
        options: &Options,
    ) -> io::Result<()> {
        let first_line = self.lines;
        let read = file::read(bytes, name, first_line, vocabulary, options, self)?;
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

    /// 备注 of the row on that line of all files.
    pub fn remark(&self, line: u32) -> Option<&str> {
        self.remarks.get(&line).map(AsRef::as_ref)
    }

    /// 数值 of the row on that line of all files, of a series whose values are words.
    pub fn words(&self, line: u32) -> Option<&str> {
        self.words.get(&line).map(AsRef::as_ref)
    }

    /// All remarks, by line of all files.
    pub fn take_remarks(&mut self) -> HashMap<u32, Box<str>> {
        std::mem::take(&mut self.remarks)
    }

    /// Where one of the lines of all files stands. Of a physical line the text is not
    /// known any more.
    pub fn place(&self, line: u32) -> Option<Place> {
        let file = &self.files[self.file_of(line)?];
        let number = line - file.first_line;
        Some(match file.spots.get(number as usize - 1) {
            Some(spot) => Place::spot(&file.name, spot),
            None => Place::line(&file.name, u64::from(number), "", 0..0),
        })
    }

    /// Which of the files has one of the lines of all files.
    fn file_of(&self, line: u32) -> Option<usize> {
        self.files.partition_point(|file| file.first_line < line).checked_sub(1)
    }
}
