//! Reading one file: what it is, how it begins, and its rows.

use std::cell::Cell;
use std::io::{self, Read, Seek};
use std::sync::Arc;

use dabiao_workbook::{Format, is_document};

use super::blocks::{Block, Blocks, DELIMITERS, LONGEST_RECORD, line_ends};
use super::budget::{Budget, Kept, Share};
use super::digest::Digested;
use super::encoding::{Encoding, is_surely_gbk, without_marks};
use super::grid::{Grid, MOST_COLUMNS};
use super::header::{Field, Header};
use super::layout::{self, Demand, Heading, Kind, Scope, Words, is_descriptive};
use super::lines::{Lines, cell_span, cell_spans};
use super::record::{Raw, Receive, Record, Splitter};
use super::rows::Context;
use super::sheets;
use super::tables::{self, Found};
use super::text::Text;
use super::turns::{Offset, Sink, offset, utf8};
use super::{Options, Submission, Vocabulary, turns};
use crate::diagnostic::{
    Binary, Bulk, Container, Diagnostic, Findings, Limit, Problem, RegionSource, SubmissionProblem,
    YearSource,
};
use crate::source::{Place, Spot};
use crate::term::{FigureColumns, Layout, TableInfo, Year};
use crate::text::{self, Part};

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
    pub(super) spots: Arc<[Spot]>,
}

/// What reading a file in one encoding gives.
#[derive(Default)]
struct Attempt {
    summary: Summary,
    faults: Findings,
    /// The first byte that can't be decoded; then nothing of the file is kept.
    undecoded: Option<Offset>,
    /// Whether a line says something of those below it, so that the file is no single
    /// table of lines; then nothing of it is kept either.
    is_more: bool,
}

/// How a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Line by line, if its first line is a header.
    Lines,
    /// Whole, as the tables in it.
    Tables,
}

/// A file, and how it is read.
pub(super) struct File<'f, 'v> {
    /// How many of its cells were looked at as headings.
    tried: Cell<usize>,
    budget: &'f Budget,
    pub(super) name: &'f Arc<str>,
    pub(super) first_line: u32,
    pub(super) vocabulary: &'v Vocabulary<'v>,
    pub(super) options: &'f Options,
}

/// How a file begins.
enum Begun<'v> {
    /// One value a row: the first block without the header, and what reads it.
    Lines(Lines<'v>, Block),
    /// Something else, which has to be seen whole; and why its first line is no header.
    Table(Block, Diagnostic),
    /// A byte that can't be decoded.
    Undecoded(Offset),
    /// Why nothing of it can be read.
    Unreadable(Diagnostic),
}

impl<'f, 'v> File<'f, 'v> {
    pub(super) fn new(
        name: &'f Arc<str>,
        first_line: u32,
        vocabulary: &'v Vocabulary<'v>,
        options: &'f Options,
        budget: &'f Budget,
    ) -> Self {
        Self { tried: Cell::new(0), budget, name, first_line, vocabulary, options }
    }

    /// Reads it into the submission, if the run has something left for it.
    pub(super) fn read_into<R: Read + Seek + Send>(
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
        let mut bytes = Digested::new(bytes, self.options.digest);
        let mut summary = self.read(&mut bytes, submission)?;
        self.budget.take(Share::Headings, self.tried.get() as u64);
        summary.sha256 = bytes.finish()?;
        Ok(summary)
    }

    /// That the files of the run would take more than they may, so that it is not read.
    fn beyond(&self, what: Bulk) -> Diagnostic {
        let problem = SubmissionProblem::RunTooLarge { what };
        Diagnostic::at(problem, Place::file(self.name))
    }

    /// UTF-8 is tried over the whole file first, then GB18030; a byte order mark or
    /// `--encoding` goes before both.
    fn read<R: Read + Seek + Send>(
        &self,
        bytes: &mut Digested<R>,
        submission: &mut Submission,
    ) -> io::Result<Summary> {
        let mut beginning = Vec::new();
        bytes.by_ref().take(4096).read_to_end(&mut beginning)?;
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
                let found = sheets.grids.into_iter().map(|grid| self.found(grid)).collect();
                self.tables(found, &mut sink, &mut summary);
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
        match sink.kept.over() {
            Some(what) => {
                sink.forget(self.first_line);
                sink.faults.push(self.beyond(what));
            }
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

    /// Reads a text in one encoding: line by line, or else as tables.
    fn attempt<R: Read + Seek + Send>(
        &self,
        bytes: &mut Digested<R>,
        encoding: Encoding,
        submission: &mut Submission,
    ) -> io::Result<Attempt> {
        let mut attempt = self.attempt_as(Way::Lines, &mut *bytes, encoding, submission)?;
        if attempt.is_more {
            bytes.rewind()?;
            attempt = self.attempt_as(Way::Tables, bytes, encoding, submission)?;
        }
        Ok(attempt)
    }

    fn attempt_as<R: Read + Send>(
        &self,
        way: Way,
        bytes: R,
        encoding: Encoding,
        submission: &mut Submission,
    ) -> io::Result<Attempt> {
        let mut blocks = Blocks::new(Text::new(bytes, encoding));
        let mut attempt = Attempt::default();
        match self.begin(way, &mut blocks, &mut attempt.faults)? {
            Begun::Lines(lines, block) => {
                attempt.summary.columns = lines.header.figure_columns();
                let (read, mut sink) = turns::read(
                    &lines,
                    blocks,
                    block,
                    submission.lend(self.budget),
                    self.options.threads,
                )?;
                blocks = read;
                attempt.faults.absorb(std::mem::take(&mut sink.faults));
                attempt.undecoded = sink.undecoded.or(blocks.reader().fault());
                attempt.is_more = sink.says_more.is_some();
                if attempt.undecoded.is_some() || attempt.is_more {
                    sink.forget(self.first_line);
                    attempt.faults = Findings::default();
                } else if let Some(what) = sink.kept.over() {
                    sink.forget(self.first_line);
                    attempt.summary.encoding = Some(encoding);
                    attempt.faults = Findings::default();
                    attempt.faults.push(self.beyond(what));
                } else {
                    attempt.summary.encoding = Some(encoding);
                    attempt.summary.rows = sink.rows;
                    attempt.summary.tables.push(TableInfo {
                        sheet: None,
                        layout: Layout::Long,
                        rows: sink.rows,
                    });
                    if sink.rows == 0 {
                        let place = Place::file(self.name);
                        attempt.faults.push(Diagnostic::at(SubmissionProblem::NoRows, place));
                    }
                }
                if let Some(line) = blocks.too_long() {
                    let problem = SubmissionProblem::RecordTooLong { most: LONGEST_RECORD >> 20 };
                    attempt
                        .faults
                        .push(Diagnostic::at(problem, Place::line(self.name, line, "", 0..0)));
                }
                submission.take_back(sink, self.budget);
                attempt.summary.lines = blocks.lines();
            }
            Begun::Table(block, no_header) => match self.whole(&mut blocks, block)? {
                Whole::Text(text) => {
                    let mut sink = submission.lend(self.budget);
                    let found = self.table(&text, blocks.delimiter(), no_header);
                    match found {
                        Ok((found, faults)) => {
                            attempt.faults.absorb(faults);
                            self.tables(vec![found], &mut sink, &mut attempt.summary);
                            attempt.summary.encoding = Some(encoding);
                        }
                        Err(fault) => attempt.faults.push(*fault),
                    }
                    attempt.faults.absorb(std::mem::take(&mut sink.faults));
                    submission.take_back(sink, self.budget);
                }
                Whole::Undecoded(offset) => attempt.undecoded = Some(offset),
                Whole::TooLarge => {
                    let what = Bulk::Of(Limit::Text { mebibytes: (MOST_TEXT >> 20) as u64 });
                    attempt.faults.push(self.too_large(what));
                }
            },
            Begun::Undecoded(offset) => attempt.undecoded = Some(offset),
            Begun::Unreadable(fault) => match blocks.reader().fault() {
                Some(offset) => attempt.undecoded = Some(offset),
                None => attempt.faults.push(fault),
            },
        }
        Ok(attempt)
    }

    /// Reads the header, and what else a file says before its rows.
    fn begin<R: Read>(
        &self,
        way: Way,
        blocks: &mut Blocks<Text<R>>,
        faults: &mut Findings,
    ) -> io::Result<Begun<'v>> {
        let name = self.name;
        let whole = |problem| Ok(Begun::Unreadable(Diagnostic::at(problem, Place::file(name))));
        let Some(mut block) = blocks.next(Vec::new())? else {
            return whole(match blocks.too_long() {
                Some(_) => SubmissionProblem::RecordTooLong { most: LONGEST_RECORD >> 20 },
                None => SubmissionProblem::Empty,
            });
        };
        if let Some(container) = container(&block.bytes) {
            return whole(SubmissionProblem::Binary { what: Binary::Known(container) });
        }
        let marks = block.bytes.len() - without_marks(&block.bytes).len();
        block.bytes.drain(..marks);
        block.offset += marks as u64;
        // Blank lines may fill whole blocks before anything stands in one.
        while block.bytes.iter().all(|byte| matches!(byte, b'\n' | b'\r')) {
            match blocks.next(std::mem::take(&mut block.bytes))? {
                Some(next) => block = next,
                None => return whole(SubmissionProblem::Empty),
            }
        }
        if let Err(at) = utf8(&block.bytes) {
            if block.bytes.contains(&0) {
                return whole(SubmissionProblem::Binary { what: Binary::Unknown });
            }
            return Ok(Begun::Undecoded(offset(&block, at)));
        }
        let delimiter = blocks.delimiter();
        let mut first = First::default();
        let consumed = Splitter::new(delimiter).split_block(&block, &mut first);
        let First(Some((cells, raw, line))) = first else {
            return whole(SubmissionProblem::Empty);
        };
        if cells.len() > MOST_COLUMNS {
            return Ok(Begun::Unreadable(self.too_large(Bulk::Columns { most: MOST_COLUMNS })));
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let spans = cell_spans(&raw, delimiter);
        let first_line = raw.split(['\r', '\n']).next().unwrap_or_default();
        let place = |at: usize| match spans.get(at) {
            Some(span) if span.end <= first_line.len() => {
                Place::line(name, line, first_line, span.clone())
            }
            Some(_) | None => Place::within(name, &raw, line, cell_span(&raw, at, delimiter)),
        };
        let mut header_faults = Vec::new();
        let header = match Header::read(&cells, place, &mut header_faults) {
            Ok(header) if way == Way::Lines && self.is_lines(&header, &cells) => header,
            Ok(_) => {
                let place = Place::within(name, &raw, line, 0..raw.trim_end().len());
                let problem = SubmissionProblem::NoLayout { found: vec![raw.trim().to_owned()] };
                return Ok(Begun::Table(block, Diagnostic::at(problem, place)));
            }
            Err(_) if block.bytes.contains(&0) => {
                return whole(SubmissionProblem::Binary { what: Binary::Unknown });
            }
            Err(problem) => {
                let place = Place::within(name, &raw, line, 0..raw.trim_end().len());
                return Ok(Begun::Table(block, Diagnostic::at(problem, place)));
            }
        };
        header_faults.into_iter().for_each(|fault| faults.push(fault));
        let mut context = match self.context() {
            Ok(context) => context,
            Err(problem) => return whole(problem),
        };
        // The city sends what its counties sent.
        context.region = context.region.filter(|(id, _)| !self.vocabulary.is_city(*id));
        if header.position(Field::Year).is_none() && context.year.is_none() {
            return whole(SubmissionProblem::NoYear);
        }
        block.line += line_ends(&block.bytes[..consumed]);
        block.offset += consumed as u64;
        block.bytes.drain(..consumed);
        let (first_line, header_line) = (self.first_line, line);
        Ok(Begun::Lines(Lines { context, first_line, header, header_line, delimiter }, block))
    }

    /// Whether a header is of one table of one value a row: its columns are known by
    /// their names alone, and no other column bears on the figures.
    fn is_lines(&self, header: &Header, cells: &[&str]) -> bool {
        let mut unknown = header.columns().iter().zip(cells).filter(|(field, _)| field.is_none());
        let bears = |cell: &str| {
            !is_descriptive(&text::fold(cell)) && Heading::read(cell, self.vocabulary).bears()
        };
        header.is_plain() && !unknown.any(|(_, cell)| bears(cell))
    }

    /// That there is too much in it to be read.
    fn too_large(&self, what: Bulk) -> Diagnostic {
        Diagnostic::at(SubmissionProblem::TableTooLarge { what }, Place::file(self.name))
    }

    /// The tables of a grid.
    fn found(&self, grid: Grid) -> Found {
        let grid = Arc::new(grid);
        let (sections, findings) = layout::find(&grid, self.name, self.vocabulary, &self.tried);
        Found { grid, sections, findings }
    }

    /// What the file's name and the command line say of its rows.
    pub(super) fn context(&self) -> Result<Context<'v>, SubmissionProblem> {
        let named = layout::period_in_name(self.name);
        let stem = self.name.rsplit(['/', '\\']).next().unwrap_or(self.name);
        let is_part = named.is_some_and(|named| named.part == Part::Partial);
        if is_part || text::is_part_of_year(stem) {
            let text = self.name.to_string();
            return Err(SubmissionProblem::PartOfYear { text });
        }
        let kind = Kind::of_name(self.name);
        if let Some(text) = kind.as_ref().and_then(|kind| kind.refuses(false)) {
            return Err(SubmissionProblem::NotResults { text: text.to_owned() });
        }
        let names_other =
            |flag: Year| text::years_in_name(self.name).into_iter().find(|year| *year != flag);
        let named = named.map(|named| named.year).or(self.options.year.and_then(names_other));
        let year = match (named, self.options.year) {
            (Some(name), Some(flag)) if name != flag => {
                return Err(SubmissionProblem::YearsDisagree {
                    one: (name, YearSource::FileName),
                    other: (flag, YearSource::Flag),
                });
            }
            (Some(year), _) => Some((year, YearSource::FileName)),
            (None, flag) => flag.map(|year| (year, YearSource::Flag)),
        };
        self.check_year(year.map(|(year, _)| year))?;
        let region =
            self.vocabulary.region_in_name(self.name).map(|id| (id, RegionSource::FileName));
        let scope = Scope::of(stem, Demand::Places, self.vocabulary);
        if let Some(Words { words, text }) = scope.unclear.clone() {
            return Err(SubmissionProblem::TitleUnclear { words, text });
        }
        let (file, vocabulary) = (Arc::clone(self.name), self.vocabulary);
        Ok(Context { file, year, region, scope, vocabulary })
    }

    /// No year can be before the plan's baseline year, or long after its target year.
    pub(super) fn check_year(&self, year: Option<Year>) -> Result<(), SubmissionProblem> {
        year.and_then(|year| self.vocabulary.outside(year)).map_or(Ok(()), Err)
    }

    /// The rest of a text, behind its first block.
    fn whole<R: Read>(&self, blocks: &mut Blocks<Text<R>>, first: Block) -> io::Result<Whole> {
        let mut text = first.bytes;
        let mut used = Vec::new();
        while let Some(block) = blocks.next(used)? {
            if let Err(at) = utf8(&block.bytes) {
                return Ok(Whole::Undecoded(offset(&block, at)));
            }
            if text.len() + block.bytes.len() > MOST_TEXT {
                return Ok(Whole::TooLarge);
            }
            text.extend_from_slice(&block.bytes);
            used = block.bytes;
        }
        Ok(match blocks.reader().fault() {
            Some(offset) => Whole::Undecoded(offset),
            None if blocks.too_long().is_some() => Whole::TooLarge,
            None => Whole::Text(text),
        })
    }

    /// The tables in a text, whatever parts its cells.
    fn table(
        &self,
        text: &[u8],
        likely: u8,
        no_header: Diagnostic,
    ) -> Result<(Found, Findings), Box<Diagnostic>> {
        let others = DELIMITERS.into_iter().filter(|delimiter| *delimiter != likely);
        let mut first = None;
        for delimiter in std::iter::once(likely).chain(others) {
            let mut faults = Findings::default();
            let grid = Grid::of_text(text, delimiter, self.name, &mut faults, self.budget);
            let found = self.found(grid.map_err(|what| Box::new(self.too_large(what)))?);
            if !found.sections.is_empty() {
                return Ok((found, faults));
            }
            first = first.or(Some((found, faults)));
        }
        match first {
            Some((found, faults)) if found.has_faults() => Ok((found, faults)),
            // A first line that is a header but for a column or two says more of what is wrong.
            Some((found, _)) if !is_header(&no_header) => {
                let problem = found.grid.no_layout().into();
                Err(Box::new(Diagnostic { problem, ..no_header }))
            }
            Some(_) | None => Err(Box::new(no_header)),
        }
    }
}

/// Whether it is said of a line that it lacks columns of a header, of which it has some.
fn is_header(no_header: &Diagnostic) -> bool {
    match &no_header.problem {
        Problem::Submission(SubmissionProblem::NoHeader { found, separator, .. }) => {
            separator.is_some() || found.iter().any(|cell| Field::named(cell).is_some())
        }
        _ => false,
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
            kept: Kept::within(budget),
            ..Sink::default()
        }
    }

    fn take_back(&mut self, mut sink: Sink, budget: &Budget) {
        budget.take(Share::Kept, sink.kept.taken);
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
        self.spots = read.spots.into();
    }
}

/// How large a text may be whose rows can't be read one by one, in bytes.
pub(super) const MOST_TEXT: usize = 64 << 20;

/// The whole of a text.
enum Whole {
    Text(Vec<u8>),
    Undecoded(Offset),
    TooLarge,
}

/// The first record of a file: its cells, its text and its line.
#[derive(Default)]
struct First(Option<(Vec<String>, String, u64)>);

impl Receive for First {
    fn fast<const QUOTED: bool>(&mut self, _: &[u8], _: u64) -> Option<usize> {
        None
    }

    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        self.0 = Some((record.cells().map(text).collect(), text(raw.bytes), raw.line));
        false
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
            | S::RunTooLarge { .. }
            | S::TableTooLarge { .. }
            | S::WorkbookDamaged { .. }
            | S::WorkbookLocked
            | S::WorkbookTooLarge { .. }
            | S::NotAWorkbook { .. }
            | S::BlankWorkbook { .. }
    )
}

fn container(bytes: &[u8]) -> Option<Container> {
    let known: [(&[u8], Container); 2] =
        [(b"%PDF-", Container::Pdf), (b"\x1F\x8B", Container::Gzip)];
    known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, container)| *container)
}
