//! Reading one file: what it is, how it begins, and its rows.

mod attempt;
mod begin;
#[cfg(feature = "parquet")]
mod parquet;
pub(super) mod whole;

use std::io::{self, Read, Seek};
use std::sync::Arc;

use dabiao_workbook::{Format, is_document};

use super::budget::{Budget, Share, Taken};
use super::digest::Digested;
use super::encoding::{Encoding, is_surely_gbk};
use super::grid::Grid;
use super::known::Effort;
use super::layout::{self, Demand, Kind, Scope, Words};
use super::rows::Context;
use super::sheets;
use super::tables::{self, Found};
use super::turns::Sink;
use super::{Options, Submission, Vocabulary};
use crate::diagnostic::{
    Bulk, Diagnostic, Findings, Problem, RegionSource, SubmissionProblem, YearSource,
};
use crate::source::{Place, Spots};
use crate::term::{FigureColumns, TableInfo, Year};
use crate::text::{self, Part};
use attempt::Way;

/// So many bytes of a file are looked at to know what it is.
const BEGINNING: usize = 4096;

/// What is known of a file after it was read.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) sha256: Option<String>,
    pub(super) rows: u64,
    /// How many numbers its rows take among the lines of all files.
    pub(super) lines: u64,
    pub(super) columns: FigureColumns,
    /// How it was read; none if it could not be, or is no text.
    pub(super) encoding: Option<Encoding>,
    /// What kind of workbook it is, if it is one.
    pub(super) format: Option<Format>,
    /// The tables that were read in it.
    pub(super) tables: Vec<TableInfo>,
    /// Where each value stands, unless physical lines say it.
    pub(super) spots: Arc<Spots>,
}

/// A file, and how it is read.
pub(super) struct File<'f, 'v> {
    budget: &'f Budget,
    pub(super) name: &'f Arc<str>,
    pub(super) first_line: u32,
    pub(super) vocabulary: &'v Vocabulary<'v>,
    pub(super) options: &'f Options,
}

impl<'f, 'v> File<'f, 'v> {
    pub(super) fn new(
        name: &'f Arc<str>,
        first_line: u32,
        vocabulary: &'v Vocabulary<'v>,
        options: &'f Options,
        budget: &'f Budget,
    ) -> Self {
        Self { budget, name, first_line, vocabulary, options }
    }

    /// Reads it into the submission, if the run has something left for it.
    pub(super) fn read_into<R: Read + Seek + Send + 'static>(
        &self,
        submission: &mut Submission,
        bytes: R,
    ) -> io::Result<Summary> {
        if let Some(what) = self.budget.spent() {
            let mut unread = Findings::default();
            unread.push(self.beyond(what));
            submission.diagnostics.append(&mut self.filed(unread));
            return Ok(Summary::default());
        }
        let effort = &self.vocabulary.known.effort;
        effort.begin();
        self.budget.begin();
        #[cfg(feature = "parquet")]
        let bytes = match parquet::sniffed(bytes)? {
            (bytes, false) => bytes,
            (bytes, true) => {
                let summary = self.parquet(bytes, submission)?;
                self.budget.take(Share::Headings, effort.taken());
                return Ok(summary);
            }
        };
        let mut bytes = Digested::new(bytes, self.options.digest);
        let mut summary = self.read(&mut bytes, submission)?;
        self.budget.take(Share::Headings, effort.taken());
        summary.sha256 = bytes.finish()?;
        Ok(summary)
    }

    /// That the files of the run would take more than they may, so that it is not read.
    fn beyond(&self, what: Bulk) -> Diagnostic {
        let problem = SubmissionProblem::RunTooLarge { what };
        Diagnostic::at(problem, Place::file(self.name))
    }

    /// The same if it would take more of a share than is left: then nothing of it is kept. No
    /// other file is read after it, for each may take as long.
    fn beyond_left(&self, sink: &mut Sink) -> Option<Diagnostic> {
        let share = sink.over()?;
        sink.forget(self.first_line);
        self.budget.take(share, u64::MAX);
        share.bulk().map(|what| self.beyond(what))
    }

    /// UTF-8 is tried over the whole file first, then GB18030; a byte order mark or
    /// `--encoding` goes before both.
    fn read<R: Read + Seek + Send>(
        &self,
        bytes: &mut Digested<R>,
        submission: &mut Submission,
    ) -> io::Result<Summary> {
        let mut beginning = Vec::with_capacity(BEGINNING);
        bytes.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning)?;
        bytes.rewind()?;
        if is_document(&beginning) {
            return self.workbook(bytes, submission);
        }
        let known = self.options.encoding.or(Encoding::announced(&beginning));
        let first = known.unwrap_or(Encoding::Utf8);
        let mut attempt = self.attempt(bytes, first, submission)?;
        if let Some(bad) = attempt.undecoded {
            let mut problem = SubmissionProblem::Undecodable {
                encoding: first.name(),
                offset: bad.offset,
                other: None,
            };
            let mut line = bad.line;
            if known.is_none() {
                let other = Encoding::Gb18030;
                bytes.rewind()?;
                let second = self.attempt(bytes, other, submission)?;
                match second.undecoded {
                    // Big5, say, can be taken for GB18030; then no header is known.
                    None if second.summary.encoding.is_some() => {
                        submission.diagnostics.append(&mut self.filed(second.faults));
                        return Ok(second.summary);
                    }
                    // The text is read, and what is wrong with it is said.
                    None if is_surely_gbk(&beginning) => {
                        submission.diagnostics.append(&mut self.filed(second.faults));
                        return Ok(second.summary);
                    }
                    None => {}
                    Some(worse) => {
                        problem = SubmissionProblem::Undecodable {
                            encoding: first.name(),
                            offset: bad.offset,
                            other: Some((other.name(), worse.offset)),
                        };
                        // Where the encoding that goes further ends, the file changes to another.
                        if worse.offset > bad.offset {
                            line = worse.line;
                        }
                    }
                }
            }
            let place = Place::line(self.name, line, "", 0..0);
            attempt.faults.push(Diagnostic::at(problem, place));
        }
        submission.diagnostics.append(&mut self.filed(attempt.faults));
        Ok(attempt.summary)
    }

    /// Reads the tables of a workbook.
    fn workbook<R: Read>(&self, bytes: R, submission: &mut Submission) -> io::Result<Summary> {
        let mut summary = Summary::default();
        let mut sink = submission.lend(self.budget);
        let bytes = sheets::load(bytes)?;
        let sheet = self.options.sheet.as_deref();
        match sheets::read(bytes, self.name, sheet, &mut sink.faults, self.budget) {
            Ok(sheets) => {
                summary.format = Some(sheets.format);
                let found = sheets.grids.into_iter().map(|grid| self.found(grid));
                match found.collect() {
                    Ok(found) => self.tables(found, &mut sink, &mut summary),
                    Err(what) => sink.faults.push(self.too_large(what)),
                }
            }
            Err(problem) => sink.faults.push(Diagnostic::at(problem, Place::file(self.name))),
        }
        let faults = std::mem::take(&mut sink.faults);
        submission.diagnostics.append(&mut self.filed(faults));
        submission.take_back(sink, self.budget);
        Ok(summary)
    }

    /// Reads tables, unless they would keep more than is left.
    fn tables(&self, found: Vec<Found>, sink: &mut Sink, summary: &mut Summary) {
        let read = tables::read(self, found, sink);
        match self.beyond_left(sink) {
            Some(beyond) => sink.faults.push(beyond),
            None => summary.absorb(read),
        }
    }

    /// The findings of the file. Of a file that can't be read at all its name alone says
    /// whose it is.
    fn filed(&self, faults: Findings) -> Vec<Diagnostic> {
        let mut found = faults.finish(Some(self.name));
        self.vocabulary.guess(&mut found, self.budget);
        if let Some(region) = self.vocabulary.region_in_name(self.name) {
            for whole in found.iter_mut().filter(|found| found.subject.is_none() && is_whole(found))
            {
                let subject = self.vocabulary.subject(Some(region), None, None);
                whole.subject = Some(Box::new(subject));
            }
        }
        found
    }

    /// That there is too much in it to be read.
    fn too_large(&self, what: Bulk) -> Diagnostic {
        Diagnostic::at(SubmissionProblem::TableTooLarge { what }, Place::file(self.name))
    }

    /// The tables of a grid, unless there is too much to be looked at.
    fn found(&self, grid: Grid) -> Result<Found, Bulk> {
        let grid = Arc::new(grid);
        let (sections, findings) = layout::find(&grid, self.name, self.vocabulary);
        if self.vocabulary.known.effort.is_spent() {
            return Err(Bulk::Headings { most: Effort::MOST });
        }
        Ok(Found { grid, sections, findings })
    }

    /// What the file's name and the command line say of its rows.
    pub(super) fn context(&self) -> Result<Context<'v>, SubmissionProblem> {
        let named = text::period_in_name(self.name);
        let stem = self.name.rsplit(['/', '\\']).next().unwrap_or(self.name);
        let is_part = named.is_some_and(|named| named.part == Part::Partial);
        let bare = stem.rsplit_once('.').map_or(stem, |(bare, _)| bare);
        if is_part || text::is_part_of_year(stem) || text::is_part_behind_year(bare) {
            let text = self.name.to_string();
            return Err(SubmissionProblem::PartOfYear { text });
        }
        let kind = Kind::of_name(self.name, self.vocabulary);
        if let Some(text) = kind.as_ref().and_then(|kind| kind.refuses(false)) {
            return Err(SubmissionProblem::NotResults { text: text.to_owned() });
        }
        let names_other =
            |flag: Year| text::years_in_name(self.name).into_iter().find(|year| *year != flag);
        let place = self.options.places.get(&**self.name).copied();
        let other = self.options.year.or(place).and_then(names_other);
        let said = [
            (named.map(|named| named.year).or(other), YearSource::FileName),
            (self.options.year, YearSource::Flag),
            (place, YearSource::Folder),
        ];
        let mut said = said.into_iter().filter_map(|(year, source)| Some((year?, source)));
        let year = said.next();
        if let Some(one) = year
            && let Some(other) = said.find(|(other, _)| *other != one.0)
        {
            return Err(SubmissionProblem::YearsDisagree { one, other });
        }
        self.check_year(year.map(|(year, _)| year))?;
        let region =
            self.vocabulary.region_in_name(self.name).map(|id| (id, RegionSource::FileName));
        let scope = Scope::of(stem, Demand::Places, self.vocabulary);
        if let Some(Words { words, text }) = scope.unclear.clone() {
            return Err(SubmissionProblem::TitleUnclear { words, text });
        }
        let (file, vocabulary) = (Arc::clone(self.name), self.vocabulary);
        let (notes, pairs) = (Vec::new(), Vec::new());
        Ok(Context { file, year, region, scope, notes, pairs, vocabulary })
    }

    /// No year can be before the plan's baseline year, or long after its target year.
    pub(super) fn check_year(&self, year: Option<Year>) -> Result<(), SubmissionProblem> {
        year.and_then(|year| self.vocabulary.outside(year)).map_or(Ok(()), Err)
    }
}

impl Submission {
    /// What rows are put into, for as long as a file is read.
    fn lend(&mut self, budget: &Budget) -> Sink {
        Sink {
            before: (self.remarks.mark(), self.words.mark()),
            columns: std::mem::take(&mut self.columns),
            remarks: std::mem::take(&mut self.remarks),
            words: std::mem::take(&mut self.words),
            kept: Taken::within(budget, Share::Kept),
            unread: Taken::within(budget, Share::Unread),
            claims: Taken::within(budget, Share::Claims),
            unpacked: Taken::within(budget, Share::Unpacked),
            ..Sink::default()
        }
    }

    fn take_back(&mut self, mut sink: Sink, budget: &Budget) {
        budget.take(Share::Kept, sink.kept.taken);
        budget.take(Share::Unread, sink.unread.taken);
        budget.take(Share::Claims, sink.claims.taken);
        budget.take(Share::Unpacked, sink.unpacked.taken);
        sink.remarks.order();
        sink.words.order();
        self.columns = sink.columns;
        self.remarks = sink.remarks;
        self.words = sink.words;
    }
}

impl Summary {
    /// Takes over what tables gave.
    fn absorb(&mut self, read: tables::Read) {
        self.lines = read.spots.len() as u64;
        self.rows = read.tables.iter().map(|table| table.rows).sum();
        self.tables = read.tables;
        self.spots = Arc::new(read.spots);
    }
}

/// Whether nothing of a file was read, so that nothing in it says whose it is.
fn is_whole(found: &Diagnostic) -> bool {
    use SubmissionProblem as S;
    let Problem::Submission(problem) = &found.problem else { return false };
    matches!(
        problem,
        S::Empty
            | S::NoRows
            | S::NoHeader { .. }
            | S::NoLayout { .. }
            | S::Binary { .. }
            | S::Undecodable { .. }
            | S::ParquetDamaged { .. }
            | S::ParquetPacked { .. }
            | S::ParquetLayout { .. }
            | S::ParquetColumn { .. }
            | S::RunTooLarge { .. }
            | S::TableTooLarge { .. }
            | S::WorkbookDamaged { .. }
            | S::WorkbookLocked
            | S::WorkbookTooLarge { .. }
            | S::NotAWorkbook { .. }
            | S::BlankWorkbook { .. }
    )
}
