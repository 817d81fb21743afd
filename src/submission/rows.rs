//! Reading the rows of a block.

use std::ops::Range;
use std::sync::Arc;

use super::Vocabulary;
use super::blocks::{Block, line_ends};
use super::cell;
use super::figure::{self, Cells};
use super::header::{Field, Header};
use super::record::{Raw, Receive, Record, Splitter};
use super::unit::Unit;
use crate::diagnostic::{Diagnostic, Findings, SubmissionProblem, YearSource};
use crate::exact::Figure;
use crate::source::Place;
use crate::term::{Entry, Found, RegionId, Sent, SeriesId, Year};

/// One row, its names resolved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) region: RegionId,
    pub(super) series: SeriesId,
    pub(super) year: Year,
    pub(super) entry: Entry,
}

/// What a block holds.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) rows: Vec<Row>,
    pub(super) remarks: Vec<(u32, Box<str>)>,
    /// Values that are words.
    pub(super) words: Vec<(u32, Box<str>)>,
    pub(super) faults: Findings,
    /// How many rows there were, usable or not.
    pub(super) seen: u64,
}

/// What is needed to read the rows of one file.
pub(super) struct Rows<'v> {
    pub(super) file: Arc<str>,
    /// The number of the file's first line among the lines of all files, less one.
    pub(super) first_line: u32,
    pub(super) header: Header,
    /// The year of rows that name none, and where it comes from.
    pub(super) year: Option<(Year, YearSource)>,
    pub(super) vocabulary: &'v Vocabulary<'v>,
}

/// Reads the rows of blocks, one block after the other.
pub(super) struct Reading<'r> {
    pub(super) rows: &'r Rows<'r>,
    batch: Batch,
    pub(super) regions: Recent<RegionId>,
    pub(super) series: Recent<SeriesId>,
    pub(super) years: Recent<Year>,
}

impl<'r> Reading<'r> {
    pub(super) fn new(rows: &'r Rows<'r>) -> Self {
        Self {
            rows,
            batch: Batch::default(),
            regions: Recent::new(1),
            series: Recent::new(64),
            years: Recent::new(4),
        }
    }

    /// Reads every row of a block of valid UTF-8; the batch is for taking what is
    /// in it.
    pub(super) fn read(&mut self, splitter: &mut Splitter, block: &Block) -> &mut Batch {
        self.batch.rows.clear();
        self.batch.seen = 0;
        splitter.split(&block.bytes, block.line, self);
        &mut self.batch
    }

    #[inline]
    fn row(&mut self, record: &Record<'_>, raw: &Raw<'_>) {
        let header = &self.rows.header;
        if record.len() != header.width() {
            let problem =
                SubmissionProblem::CellCount { expected: header.width(), found: record.len() };
            let place = self.place_of(raw, 0..raw.bytes.len());
            self.fault(problem, place);
            self.unusable(record, raw);
            return;
        }
        let region = self.region(record, raw);
        let series = self.series(record, raw);
        let year = self.year(record, raw);
        let cell = |field| self.rows.header.position(field).map_or(&[][..], |at| record.cell(at));
        let Some(series) = series else { return };
        let known = &self.rows.vocabulary.series[series.index()];
        let (unit, counting) = (Unit::Of(known.unit), Unit::Counting(known.count_unit));
        let remark = std::str::from_utf8(cell(Field::Remark)).unwrap_or_default().trim();
        let cells = Cells {
            value: cell::read_as(known.limits, cell(Field::Value), unit),
            numerator: cell::read(cell(Field::Numerator), counting),
            denominator: cell::read(cell(Field::Denominator), counting),
            total: cell::read(cell(Field::Total), unit),
            explained: !cell::is_blank(remark.as_bytes()),
        };
        let text = |field| String::from_utf8_lossy(cell(field)).trim().to_owned();
        let mut problems = Vec::new();
        let (sent, figure) = figure::validate(&cells, known, &text, &mut problems);
        for (field, problem) in problems {
            let place = self.place(raw, field);
            self.batch.faults.push(Diagnostic::at(problem, place).by_rule(known.rule));
        }
        let (Some(region), Some(year)) = (region, year) else { return };
        let line = self.line(raw.line);
        if cells.explained {
            self.batch.remarks.push((line, remark.into()));
        }
        if cells.value == cell::Cell::Words {
            self.batch.words.push((line, text(Field::Value).into()));
        }
        let entry = match sent {
            Sent::Missing => Entry::missing(cells.mark(), line),
            Sent::Nothing | Sent::NotApplicable | Sent::Invalid | Sent::Figure => {
                Entry::new(sent, &figure, line)
            }
        };
        self.batch.rows.push(Row { region, series, year, entry });
    }

    /// The region after the last one, if its code comes next: files are in the
    /// order of the plan's regions nearly always.
    pub(super) fn next_region(&mut self, bytes: &[u8]) -> Option<(RegionId, usize)> {
        let next = RegionId(self.regions.last().map_or(0, |id| id.0 + 1));
        let code = self.rows.vocabulary.regions.get(next.index())?.code.as_deref()?.as_bytes();
        if !bytes.starts_with(code) || !matches!(bytes.get(code.len()), None | Some(b',' | b'\n')) {
            return None;
        }
        self.regions.remember(code, next);
        Some((next, code.len()))
    }

    /// Marks the cell of a row that can't be read whole, if its names can be.
    fn unusable(&mut self, record: &Record<'_>, raw: &Raw<'_>) {
        let cell = |field| {
            let at = self.rows.header.position(field).filter(|at| *at < record.len())?;
            std::str::from_utf8(record.cell(at)).ok()
        };
        let one = |found| match found {
            Some(Found::One(number)) => Some(number),
            _ => None,
        };
        let region = cell(Field::Region).map(|name| self.rows.vocabulary.region_names.find(name));
        let series =
            cell(Field::Indicator).map(|name| self.rows.vocabulary.series_names.find(name));
        let year = cell(Field::Year).and_then(read_year).or(self.rows.year.map(|(year, _)| year));
        if let (Some(region), Some(series), Some(year)) =
            (region.and_then(one), series.and_then(one), year)
            && let Ok(series) = u16::try_from(series)
            && year >= self.rows.vocabulary.baseline_year
        {
            let entry = Entry::new(Sent::Invalid, &Figure::default(), self.line(raw.line));
            let (region, series) = (RegionId(region), SeriesId(series));
            self.batch.rows.push(Row { region, series, year, entry });
        }
    }

    #[inline]
    fn region(&mut self, record: &Record<'_>, raw: &Raw<'_>) -> Option<RegionId> {
        let at = self.rows.header.position(Field::Region)?;
        let bytes = record.cell(at);
        if let Some(id) = self.regions.find(bytes) {
            return Some(id);
        }
        let name = std::str::from_utf8(bytes).ok()?;
        let names = self.rows.vocabulary.region_names;
        let name = name.trim();
        let problem = match names.find(name) {
            Some(Found::One(id)) => {
                self.regions.remember(bytes, RegionId(id));
                return Some(RegionId(id));
            }
            Some(Found::Several) => SubmissionProblem::AmbiguousRegion { name: name.to_owned() },
            None => SubmissionProblem::UnknownRegion {
                name: name.to_owned(),
                nearest: self.nearest(|| match names.find(&names.nearest(name)?)? {
                    Found::One(id) => {
                        let regions = self.rows.vocabulary.regions;
                        regions.get(id as usize).map(|region| region.name.to_string())
                    }
                    Found::Several => None,
                }),
            },
        };
        let place = self.place(raw, Field::Region);
        self.fault(problem, place);
        None
    }

    #[inline]
    fn series(&mut self, record: &Record<'_>, raw: &Raw<'_>) -> Option<SeriesId> {
        let at = self.rows.header.position(Field::Indicator)?;
        let bytes = record.cell(at);
        if let Some(id) = self.series.find(bytes) {
            return Some(id);
        }
        let name = std::str::from_utf8(bytes).ok()?.trim();
        let names = self.rows.vocabulary.series_names;
        if let Some(Found::One(id)) = names.find(name) {
            let id = SeriesId(u16::try_from(id).ok()?);
            self.series.remember(bytes, id);
            return Some(id);
        }
        let meant = self.nearest(|| match names.find(&names.nearest(name)?)? {
            Found::One(id) => self.rows.vocabulary.series.get(id as usize),
            Found::Several => None,
        });
        let rule = meant.map(|meant| meant.rule);
        let nearest = meant.map(|meant| meant.name.to_owned());
        let problem = SubmissionProblem::UnknownIndicator { name: name.to_owned(), nearest };
        let mut fault = Diagnostic::at(problem, self.place(raw, Field::Indicator));
        fault.rule = rule.cloned();
        self.batch.faults.push(fault);
        None
    }

    #[inline]
    fn year(&mut self, record: &Record<'_>, raw: &Raw<'_>) -> Option<Year> {
        let bytes = self.rows.header.position(Field::Year).map_or(&[][..], |at| record.cell(at));
        if !bytes.is_empty()
            && let Some(year) = self.years.find(bytes)
        {
            return Some(year);
        }
        let text = std::str::from_utf8(bytes).ok()?.trim();
        let problem = match (read_year(text), self.rows.year) {
            (Some(column), Some((other, source))) if column != other => {
                SubmissionProblem::YearConflict { column, other, source }
            }
            (None, Some((year, _))) if text.is_empty() => return Some(year),
            (None, None) if text.is_empty() => SubmissionProblem::NoYear,
            (None, _) => SubmissionProblem::BadYear { text: text.to_owned() },
            (Some(year), _) if year < self.rows.vocabulary.baseline_year => {
                let baseline = self.rows.vocabulary.baseline_year;
                SubmissionProblem::YearBeforePlan { year, baseline }
            }
            (Some(year), _) => {
                self.years.remember(bytes, year);
                return Some(year);
            }
        };
        let place = self.place(raw, Field::Year);
        self.fault(problem, place);
        None
    }

    /// Finding the nearest of many names is slow; past so many faults none is sought.
    fn nearest<T>(&self, seek: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.batch.faults.seen() < 20 { seek() } else { None }
    }

    fn fault(&mut self, problem: SubmissionProblem, place: Place) {
        self.batch.faults.push(Diagnostic::at(problem, place));
    }

    /// The line among the lines of all files.
    fn line(&self, line: u64) -> u32 {
        u32::try_from(line + u64::from(self.rows.first_line)).unwrap_or(u32::MAX)
    }

    /// A field's cell, as it stands in the file.
    fn place(&self, raw: &Raw<'_>, field: Field) -> Place {
        let header = &self.rows.header;
        let Some(at) = header.position(field) else {
            return self.place_of(raw, 0..raw.bytes.len());
        };
        let text = String::from_utf8_lossy(raw.bytes);
        let place = Place::within(&self.rows.file, &text, raw.line, cell_span(&text, at));
        header.name(at).map_or(place.clone(), |name| place.column(name))
    }

    fn place_of(&self, raw: &Raw<'_>, span: Range<usize>) -> Place {
        let text = String::from_utf8_lossy(raw.bytes);
        let end = text.trim_end().len();
        Place::within(&self.rows.file, &text, raw.line, span.start..span.end.min(end))
    }
}

fn read_year(text: &str) -> Option<Year> {
    let text = super::cell::half_width(text);
    let digits = text.strip_suffix('年').unwrap_or(&text);
    let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    four.then(|| digits.parse().ok()).flatten()
}

/// Where a cell stands in the text of its record, its quotes included.
pub(super) fn cell_span(raw: &str, cell: usize) -> Range<usize> {
    let mut quoted = false;
    let (mut at, mut from) = (0, 0);
    for (byte, c) in raw.bytes().enumerate() {
        match c {
            b'"' if quoted || byte == from => quoted = !quoted,
            b',' if !quoted => {
                if at == cell {
                    return from..byte;
                }
                at += 1;
                from = byte + 1;
            }
            _ => {}
        }
    }
    let end = raw.trim_end_matches(['\r', '\n']).len();
    if at == cell { from..end.max(from) } else { end..end }
}

impl Receive for Reading<'_> {
    #[inline]
    fn fast(&mut self, bytes: &[u8], line: u64) -> Option<usize> {
        let (row, length) = self.fast_row(bytes, self.line(line))?;
        self.batch.seen += 1;
        self.batch.rows.push(row);
        Some(length)
    }

    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
        let (record, raw) = (&record, &raw);
        if record.cells().all(|cell| cell.trim_ascii().is_empty()) && !raw.open_quote {
            return true; // spreadsheets leave rows of bare commas behind their data
        }
        self.batch.seen += 1;
        if raw.open_quote {
            let quote = memchr::memchr(b'"', raw.bytes).unwrap_or(0);
            let place = self.place_of(raw, quote..quote + 1);
            self.fault(SubmissionProblem::UnclosedQuote, place);
        } else if let Some(at) = raw.stray_quote() {
            let last = raw.line + line_ends(raw.bytes.trim_ascii_end());
            let place = self.place_of(raw, at..at + 1);
            self.fault(SubmissionProblem::StrayQuote { first: raw.line, last }, place);
            self.unusable(record, raw);
        } else if memchr::memchr(0, raw.bytes).is_some() {
            let place = self.place_of(raw, 0..raw.bytes.len());
            self.fault(SubmissionProblem::Nul, place);
            self.unusable(record, raw);
        } else {
            self.row(record, raw);
        }
        true
    }
}

/// Names seen lately, with what they stand for: rows come in runs, and the same
/// names come again in the same order.
pub(super) struct Recent<T> {
    seen: Vec<(Vec<u8>, T)>,
    most: usize,
    at: usize,
}

impl<T: Copy> Recent<T> {
    fn new(most: usize) -> Self {
        Self { seen: Vec::new(), most, at: 0 }
    }

    #[inline]
    fn find(&mut self, bytes: &[u8]) -> Option<T> {
        let same = |at: usize, seen: &[(Vec<u8>, T)]| seen.get(at).is_some_and(|s| s.0 == bytes);
        let next = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        if same(next, &self.seen) {
            self.at = next;
        } else if !same(self.at, &self.seen) {
            self.at = self.seen.iter().position(|(seen, _)| seen == bytes)?;
        }
        self.seen.get(self.at).map(|(_, meaning)| *meaning)
    }

    /// The next name again, or the last one, at the beginning of `bytes`: what it
    /// stands for, and its length. What follows it is not looked at.
    #[inline]
    pub(super) fn expect(&mut self, bytes: &[u8]) -> Option<(T, usize)> {
        let next = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        for at in [next, self.at] {
            let (name, meaning) = self.seen.get(at)?;
            let ends = matches!(bytes.get(name.len()), Some(b',' | b'\n'));
            if ends && bytes.starts_with(name) {
                self.at = at;
                return Some((*meaning, name.len()));
            }
        }
        None
    }

    fn last(&self) -> Option<T> {
        self.seen.get(self.at).map(|(_, meaning)| *meaning)
    }

    fn remember(&mut self, bytes: &[u8], meaning: T) {
        if self.seen.len() < self.most {
            self.at = self.seen.len();
            self.seen.push((bytes.to_vec(), meaning));
        } else if let Some(oldest) = self.seen.get_mut(0) {
            oldest.0.clear();
            oldest.0.extend_from_slice(bytes);
            oldest.1 = meaning;
            self.at = 0;
        }
    }
}
