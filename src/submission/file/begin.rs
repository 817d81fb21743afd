//! How a file begins: the header of its rows, or why it has none.

use std::io::{self, Read};

use super::{File, Way};
use crate::diagnostic::{Binary, Bulk, Container, Diagnostic, Findings, SubmissionProblem};
use crate::source::Place;
use crate::submission::blocks::{Block, Blocks, LONGEST_RECORD, line_ends};
use crate::submission::encoding::without_marks;
use crate::submission::grid::MOST_COLUMNS;
use crate::submission::header::{Field, Header};
use crate::submission::layout::{Heading, is_descriptive};
use crate::submission::lines::{Lines, cell_span, cell_spans};
use crate::submission::record::{Raw, Receive, Record, Splitter};
use crate::submission::text::Text;
use crate::submission::turns::{Offset, offset, utf8};
use crate::text;

/// What a Parquet file begins with, and one that is encrypted as a whole.
const PARQUET: [&[u8]; 2] = [b"PAR1", b"PARE"];

/// Whether this is the beginning of a Parquet file.
pub(super) fn is_parquet(bytes: &[u8]) -> bool {
    PARQUET.iter().any(|mark| bytes.starts_with(mark))
}

/// How a file begins.
pub(super) enum Begun<'v> {
    /// One value a row: the first block without the header, and what reads it.
    Lines(Lines<'v>, Block),
    /// Something else, which has to be seen whole; and why its first line is no header.
    Table(Block, Diagnostic),
    /// A byte that can't be decoded.
    Undecoded(Offset),
    /// Why nothing of it can be read.
    Unreadable(Diagnostic),
}

impl<'v> File<'_, 'v> {
    /// Reads the header, and what else a file says before its rows.
    pub(super) fn begin<R: Read>(
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
        if is_parquet(&block.bytes) {
            return whole(SubmissionProblem::ParquetUnread);
        }
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
        let (first_line, header_line, by_row) = (self.first_line, line, false);
        let editions = Lines::editions(&cells);
        let lines = Lines { context, first_line, header, header_line, delimiter, by_row, editions };
        Ok(Begun::Lines(lines, block))
    }

    /// Whether a header is of one table of one value a row: its columns are known by
    /// their names alone, and no other column bears on the figures.
    pub(super) fn is_lines(&self, header: &Header, cells: &[&str]) -> bool {
        let mut unknown = header.columns().iter().zip(cells).filter(|(field, _)| field.is_none());
        let bears = |cell: &str| {
            !is_descriptive(&text::fold(cell)) && Heading::read(cell, self.vocabulary).bears()
        };
        header.is_plain() && !unknown.any(|(_, cell)| bears(cell))
    }
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

fn container(bytes: &[u8]) -> Option<Container> {
    let known: [(&[u8], Container); 2] =
        [(b"%PDF-", Container::Pdf), (b"\x1F\x8B", Container::Gzip)];
    known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, container)| *container)
}
