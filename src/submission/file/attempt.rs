//! A text, read in one encoding: line by line, or else as tables.

use std::io::{self, Read, Seek};

use super::begin::Begun;
use super::whole::{MOST_TEXT, Whole};
use super::{File, Summary};
use crate::diagnostic::{Bulk, Diagnostic, Findings, Limit, SubmissionProblem};
use crate::source::Place;
use crate::submission::blocks::{Blocks, LONGEST_RECORD};
use crate::submission::digest::Digested;
use crate::submission::encoding::Encoding;
use crate::submission::lines::Lines;
use crate::submission::text::Text;
use crate::submission::turns::{Offset, Source};
use crate::submission::{Submission, turns};
use crate::term::{Layout, TableInfo};

/// What reading a file in one encoding gives.
#[derive(Default)]
pub(super) struct Attempt {
    pub(super) summary: Summary,
    pub(super) faults: Findings,
    /// The first byte that can't be decoded; then nothing of the file is kept.
    pub(super) undecoded: Option<Offset>,
    /// The first line that says something of those below it, so that the file is no single
    /// table of lines; then nothing of it is kept either.
    pub(super) more: Option<u64>,
}

/// How a text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Line by line, if its first line is a header.
    Lines,
    /// Whole, as the tables in it.
    Tables,
}

impl<'v> File<'_, 'v> {
    /// Reads a text in one encoding: line by line, or else as tables.
    pub(super) fn attempt<R: Read + Seek + Send>(
        &self,
        bytes: &mut Digested<R>,
        encoding: Encoding,
        submission: &mut Submission,
    ) -> io::Result<Attempt> {
        let mut attempt = self.attempt_as(Way::Lines, &mut *bytes, encoding, submission)?;
        if attempt.more.is_some() {
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
                let blocks = self.lines(&lines, blocks, Some(block), submission, &mut attempt)?;
                if let Some(line) = blocks.too_long() {
                    let problem = SubmissionProblem::RecordTooLong { most: LONGEST_RECORD >> 20 };
                    let place = Place::line(self.name, line, "", 0..0);
                    attempt.faults.push(Diagnostic::at(problem, place));
                }
                if attempt.undecoded.is_none() && attempt.more.is_none() {
                    attempt.summary.encoding = Some(encoding);
                }
            }
            Begun::Table(block, no_header) => match self.whole(&mut blocks, block)? {
                Whole::Text(text) => {
                    let mut sink = submission.lend(self.budget);
                    match self.table(&text, blocks.delimiter(), no_header) {
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

    /// Reads the rows under a header, in blocks that threads take turns at.
    pub(super) fn lines<S: Source>(
        &self,
        lines: &Lines<'v>,
        blocks: S,
        first: Option<S::Part>,
        submission: &mut Submission,
        attempt: &mut Attempt,
    ) -> io::Result<S> {
        attempt.summary.columns = lines.header.figure_columns();
        let sink = submission.lend(self.budget);
        let (blocks, mut sink) = turns::read(lines, blocks, first, sink, self.options.threads)?;
        attempt.undecoded = sink.undecoded.or(blocks.undecoded());
        attempt.more = sink.says_more;
        // Where there are too many rows that can't be read, none is looked at any more, but for
        // whether it is text, or sound.
        let is_whole = attempt.undecoded.is_none() && !blocks.is_broken();
        let is_told = sink.is_stopped() || attempt.more.is_none();
        if !is_whole || !is_told {
            sink.forget(self.first_line);
            if !is_whole {
                // How far it was read depends on the threads.
                for taken in [&mut sink.unread, &mut sink.claims, &mut sink.unpacked] {
                    taken.taken = 0;
                }
            }
            attempt.faults = Findings::default();
        } else if let Some(beyond) = self.beyond_left(&mut sink) {
            attempt.more = None;
            attempt.faults = Findings::default();
            attempt.faults.push(beyond);
        } else {
            attempt.faults.absorb(std::mem::take(&mut sink.faults));
            attempt.summary.rows = sink.rows;
            let table = TableInfo { sheet: None, layout: Layout::Long, rows: sink.rows };
            attempt.summary.tables.push(table);
            if sink.rows == 0 {
                let place = Place::file(self.name);
                attempt.faults.push(Diagnostic::at(SubmissionProblem::NoRows, place));
            }
        }
        submission.take_back(sink, self.budget);
        attempt.summary.lines = blocks.lines();
        Ok(blocks)
    }
}
