//! Reading one file: what it is, its header, and its blocks in turns.

use std::io::{self, Read, Seek};
use std::sync::Arc;

use super::blocks::{Block, Blocks, LONGEST_RECORD, line_ends};
use super::encoding::{Decoded, Encoding};
use super::header::{Field, Header};
use super::record::{Raw, Receive, Record, Splitter};
use super::rows::Rows;
use super::turns::{Offset, Sink, offset, utf8};
use super::{Options, Submission, Vocabulary, turns};
use crate::diagnostic::{Binary, Container, Diagnostic, Findings, SubmissionProblem, YearSource};
use crate::source::{Place, Spot};
use crate::term::{FigureColumns, Year};

/// What is known of a file after it was read.
pub(super) struct Summary {
    pub(super) sha256: Option<String>,
    pub(super) rows: u64,
    pub(super) lines: u64,
    pub(super) columns: FigureColumns,
    /// How it was read; none if it could not be.
    pub(super) encoding: Option<Encoding>,
    /// Where each value stands, unless physical lines say it.
    pub(super) spots: Arc<[Spot]>,
}

/// Reads one file into the submission. UTF-8 is tried over the whole file first, then
/// GB18030; a byte order mark or `--encoding` goes before both.
pub(super) fn read<R: Read + Seek + Send>(
    mut bytes: R,
    name: &Arc<str>,
    first_line: u32,
    vocabulary: &Vocabulary<'_>,
    options: &Options,
    submission: &mut Submission,
) -> io::Result<Summary> {
    let mut beginning = Vec::new();
    bytes.by_ref().take(4).read_to_end(&mut beginning)?;
    bytes.rewind()?;
    let known = options.encoding.or(Encoding::announced(&beginning));
    let first = known.unwrap_or(Encoding::Utf8);
    let file = File { name, first_line, vocabulary, options };
    let mut attempt = file.attempt(Text::new(&mut bytes, first), first, submission)?;
    if let Some(bad) = attempt.undecoded {
        let mut problem = SubmissionProblem::Undecodable {
            encoding: first.name(),
            offset: bad.offset,
            other: None,
        };
        if known.is_none() {
            bytes.rewind()?;
            let other = Encoding::Gb18030;
            let mut second = file.attempt(Text::new(&mut bytes, other), other, submission)?;
            // The first attempt has seen the bytes as they are.
            second.summary.sha256 = attempt.summary.sha256.take();
            match second.undecoded {
                // Big5, say, can be taken for GB18030; then no header is known.
                None if second.summary.encoding.is_some() => {
                    submission.diagnostics.append(&mut second.faults.finish(Some(name)));
                    return Ok(second.summary);
                }
                None => {}
                Some(worse) => {
                    problem = SubmissionProblem::Undecodable {
                        encoding: first.name(),
                        offset: bad.offset,
                        other: Some((other.name(), worse.offset)),
                    };
                }
            }
            attempt.summary.sha256 = second.summary.sha256;
        }
        let place = Place::line(name, bad.line, "", 0..0);
        attempt.faults.push(Diagnostic::at(problem, place));
    }
    submission.diagnostics.append(&mut attempt.faults.finish(Some(name)));
    Ok(attempt.summary)
}

/// What reading a file in one encoding gives.
struct Attempt {
    summary: Summary,
    faults: Findings,
    /// The first byte that can't be decoded; then nothing of the file is kept.
    undecoded: Option<Offset>,
}

/// A file, and how it is read.
struct File<'f, 'v> {
    name: &'f Arc<str>,
    first_line: u32,
    vocabulary: &'v Vocabulary<'v>,
    options: &'f Options,
}

impl File<'_, '_> {
    fn attempt<R: Read + Send>(
        &self,
        text: Text<R>,
        encoding: Encoding,
        submission: &mut Submission,
    ) -> io::Result<Attempt> {
        let Self { name, first_line, vocabulary, options } = *self;
        let mut blocks = Blocks::new(text, options.digest);
        let mut faults = Findings::default();
        let mut undecoded = None;
        let mut rows = 0;
        let mut columns = FigureColumns::default();
        let mut read_as = None;
        match begin(&mut blocks, name, first_line, vocabulary, options, &mut faults)? {
            Begun::Rows(reader, block) => {
                columns = reader.header.figure_columns();
                read_as = Some(encoding);
                let sink = Sink {
                    columns: std::mem::take(&mut submission.columns),
                    remarks: std::mem::take(&mut submission.remarks),
                    words: std::mem::take(&mut submission.words),
                    faults,
                    ..Sink::default()
                };
                let (read, mut sink) = turns::read(&reader, blocks, block, sink, options.threads)?;
                blocks = read;
                faults = sink.faults;
                rows = sink.rows;
                undecoded = sink.undecoded.or(blocks.reader().fault());
                if undecoded.is_some() {
                    sink.columns.forget(first_line);
                    sink.remarks.retain(|line, _| *line <= first_line);
                    sink.words.retain(|line, _| *line <= first_line);
                    faults = Findings::default();
                    read_as = None;
                    rows = 0;
                } else if rows == 0 {
                    faults.push(Diagnostic::at(SubmissionProblem::NoRows, Place::file(name)));
                }
                if let Some(line) = blocks.too_long() {
                    let problem = SubmissionProblem::RecordTooLong { most: LONGEST_RECORD >> 20 };
                    faults.push(Diagnostic::at(problem, Place::line(name, line, "", 0..0)));
                }
                submission.columns = sink.columns;
                submission.remarks = sink.remarks;
                submission.words = sink.words;
            }
            Begun::Undecoded(offset) => undecoded = Some(offset),
            Begun::Unreadable(fault) => match blocks.reader().fault() {
                Some(offset) => undecoded = Some(offset),
                None => faults.push(fault),
            },
        }
        let sha256 = blocks.digest()?;
        let lines = blocks.lines();
        Ok(Attempt {
            summary: Summary {
                sha256,
                rows,
                lines,
                columns,
                encoding: read_as,
                spots: Arc::default(),
            },
            faults,
            undecoded,
        })
    }
}

/// The text of a file as UTF-8.
enum Text<R> {
    /// As it stands; whether it is UTF-8 is seen block by block.
    AsIs(R),
    Decoded(Decoded<R>),
}

impl<R: Read> Text<R> {
    fn new(bytes: R, encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::AsIs(bytes),
            other => Self::Decoded(Decoded::new(bytes, other)),
        }
    }

    fn fault(&self) -> Option<Offset> {
        match self {
            Self::AsIs(_) => None,
            Self::Decoded(decoded) => decoded.fault().map(|(offset, line)| Offset { offset, line }),
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::AsIs(bytes) => bytes.read(buffer),
            Self::Decoded(decoded) => decoded.read(buffer),
        }
    }
}

/// How a file begins.
enum Begun<'v> {
    /// The first block without the header, and what reads it.
    Rows(Rows<'v>, Block),
    /// A byte that is not UTF-8.
    Undecoded(Offset),
    /// Why nothing of it can be read.
    Unreadable(Diagnostic),
}

/// Reads the header, and what else a file says before its rows.
fn begin<'v, R: Read>(
    blocks: &mut Blocks<R>,
    name: &Arc<str>,
    first_line: u32,
    vocabulary: &'v Vocabulary<'v>,
    options: &Options,
    faults: &mut Findings,
) -> io::Result<Begun<'v>> {
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
    if block.bytes.starts_with(b"\xEF\xBB\xBF") {
        block.bytes.drain(..3);
        block.offset += 3;
    }
    if let Err(at) = utf8(&block.bytes) {
        if block.bytes.contains(&0) {
            return whole(SubmissionProblem::Binary { what: Binary::Unknown });
        }
        return Ok(Begun::Undecoded(offset(&block, at)));
    }
    let mut first = First::default();
    let consumed = Splitter::new().split(&block.bytes, block.line, &mut first);
    let First(Some((cells, raw, line))) = first else {
        return whole(SubmissionProblem::Empty);
    };
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let place = |at: usize| Place::within(name, &raw, line, super::rows::cell_span(&raw, at));
    let mut header_faults = Vec::new();
    let header = match Header::read(&cells, place, &mut header_faults) {
        Ok(header) => header,
        Err(_) if block.bytes.contains(&0) => {
            return whole(SubmissionProblem::Binary { what: Binary::Unknown });
        }
        Err(problem) => {
            let place = Place::within(name, &raw, line, 0..raw.trim_end().len());
            return Ok(Begun::Unreadable(Diagnostic::at(problem, place)));
        }
    };
    header_faults.into_iter().for_each(|fault| faults.push(fault));
    let year = match (year_in_name(name), options.year) {
        (Some(name_year), Some(flag)) if name_year != flag => {
            let problem = SubmissionProblem::NameAgainstFlag { name: name_year, flag };
            return whole(problem);
        }
        (Some(year), _) => Some((year, YearSource::FileName)),
        (None, flag) => flag.map(|year| (year, YearSource::Flag)),
    };
    let baseline = vocabulary.baseline_year;
    if let Some((year, _)) = year.filter(|(year, _)| *year < baseline) {
        return whole(SubmissionProblem::YearBeforePlan { year, baseline });
    }
    if header.position(Field::Year).is_none() && year.is_none() {
        return whole(SubmissionProblem::NoYear);
    }
    block.line += line_ends(&block.bytes[..consumed]);
    block.offset += consumed as u64;
    block.bytes.drain(..consumed);
    let rows = Rows { file: Arc::clone(name), first_line, header, year, vocabulary };
    Ok(Begun::Rows(rows, block))
}

/// The first record of a file: its cells, its text and its line.
#[derive(Default)]
struct First(Option<(Vec<String>, String, u64)>);

impl Receive for First {
    fn fast(&mut self, _: &[u8], _: u64) -> Option<usize> {
        None
    }

    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        self.0 = Some((record.cells().map(text).collect(), text(raw.bytes), raw.line));
        false
    }
}

fn container(bytes: &[u8]) -> Option<Container> {
    let known: [(&[u8], Container); 4] = [
        (b"PK\x03\x04", Container::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Container::Ole),
        (b"%PDF-", Container::Pdf),
        (b"\x1F\x8B", Container::Gzip),
    ];
    known.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, container)| *container)
}

/// The year in a file's name: four digits from 1900 to 2199 by themselves; none
/// if there are two different ones.
fn year_in_name(path: &str) -> Option<Year> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let mut years = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse::<Year>().ok())
        .filter(|year| (1900..2200).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_the_name_is_four_digits_by_themselves() {
        assert_eq!(year_in_name("data/2023.csv"), Some(2023));
        assert_eq!(year_in_name("2021/定海2023年报.csv"), Some(2023));
        assert_eq!(year_in_name("2021-2023.csv"), None);
        assert_eq!(year_in_name("20230115.csv"), None);
        assert_eq!(year_in_name("330902.csv"), None);
        assert_eq!(year_in_name("9999.csv"), None);
    }
}
