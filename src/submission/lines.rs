//! Reading the lines of a text file that holds one value a row.

use std::ops::Range;
use std::sync::OnceLock;

use super::blocks::{Block, line_ends};
use super::cell;
use super::fast::Lead;
use super::figure::Plain;
use super::grid::Content;
use super::header::{Field, Header};
use super::layout::{Key, RemarkedRow, Title, is_footer, is_pair};
use super::record::{Raw, Receive, Record, Splitter};
use super::rows::{Batch, Context, Fields, Known, Reading};
use super::turns::utf8;
use crate::diagnostic::SubmissionProblem;
use crate::source::Place;
use crate::term::{Found, SeriesId};
use crate::text;

/// What is needed to read the lines of one file.
pub(super) struct Lines<'v> {
    pub(super) context: Context<'v>,
    /// The number of the file's first line among the lines of all files, less one.
    pub(super) first_line: u32,
    pub(super) header: Header,
    /// The line that the header stands on.
    pub(super) header_line: u64,
    pub(super) delimiter: u8,
    /// Whether it has rows in place of lines, so that one has a number whatever its cells hold.
    pub(super) by_row: bool,
    /// The columns of sendings (版本, 批次), and the one that is named there.
    pub(super) editions: Vec<(usize, OnceLock<Box<str>>)>,
}

/// Reads the lines of blocks, one block after the other.
pub(super) struct LineReader<'r> {
    pub(super) lines: &'r Lines<'r>,
    pub(super) reading: Reading<'r>,
    pub(super) lead: Lead,
    /// What a plain row of each series is.
    pub(super) plain: Vec<Plain>,
    /// The first byte of the block that is not UTF-8.
    undecoded: Option<usize>,
    /// Whether a row said something of those below it: then all is read anew as tables.
    says_more: bool,
}

impl<'r> LineReader<'r> {
    pub(super) fn new(lines: &'r Lines<'r>) -> Self {
        let lead = Lead::new(&lines.header);
        let plain = lines.context.vocabulary.series.iter().map(Plain::new).collect();
        Self {
            lines,
            reading: Reading::new(&lines.context),
            lead,
            plain,
            undecoded: None,
            says_more: false,
        }
    }

    /// Reads every row of a block; the batch is for taking what is in it. An error is where
    /// the first byte stands that is not UTF-8.
    pub(super) fn read(
        &mut self,
        splitter: &mut Splitter,
        block: &Block,
    ) -> Result<&mut Batch, usize> {
        splitter.split_block(block, self);
        match self.undecoded {
            Some(at) => Err(at),
            None => Ok(self.batch()),
        }
    }

    /// What was read, for taking what is in it.
    pub(super) fn batch(&mut self) -> &mut Batch {
        &mut self.reading.batch
    }

    fn fault(&mut self, problem: SubmissionProblem, raw: &Raw<'_>, span: Range<usize>) {
        self.reading.fault(problem, self.place(raw, span));
    }

    /// A row that can't be read whole, and why.
    fn unusable(&mut self, row: &Line<'_>, problem: SubmissionProblem, span: Range<usize>) {
        let place = self.place(row.raw, span);
        self.reading.unusable(row, Some((problem, place)));
    }

    fn place(&self, raw: &Raw<'_>, span: Range<usize>) -> Place {
        let text = String::from_utf8_lossy(raw.bytes);
        let end = text.trim_end().len();
        self.lines.place(&text, raw, span.start..span.end.min(end))
    }
}

/// A record as a row.
struct Line<'l> {
    lines: &'l Lines<'l>,
    record: &'l Record<'l>,
    raw: &'l Raw<'l>,
}

impl Fields for Line<'_> {
    #[inline]
    fn text(&self, field: Field) -> &[u8] {
        let at = self.lines.header.position(field).filter(|at| *at < self.record.len());
        at.map_or(&[], |at| self.record.cell(at))
    }

    #[inline]
    fn content(&self, _: Field) -> Content {
        Content::Typed
    }

    fn place(&self, field: Field) -> Place {
        let Lines { header, delimiter, .. } = self.lines;
        let text = String::from_utf8_lossy(self.raw.bytes);
        let Some(at) = header.position(field) else {
            return self.lines.place(&text, self.raw, 0..text.trim_end().len());
        };
        let place = self.lines.place(&text, self.raw, cell_span(&text, at, *delimiter));
        header.name(at).map_or(place.clone(), |name| place.column(name))
    }

    #[inline]
    fn line(&self) -> u32 {
        self.lines.line(self.raw.line)
    }

    fn is_parted_by_commas(&self) -> bool {
        self.lines.delimiter == b',' && !self.lines.by_row
    }

    fn is_quoted(&self, field: Field) -> bool {
        let raw = String::from_utf8_lossy(self.raw.bytes);
        let at = self.lines.header.position(field);
        at.is_some_and(|at| raw[cell_span(&raw, at, self.lines.delimiter)].starts_with('"'))
    }

    fn beside(&self, each: &mut dyn FnMut(&str, &str)) {
        let columns = self.lines.header.columns().iter().zip(self.record.cells()).enumerate();
        for (at, (field, cell)) in columns {
            let is_beside = matches!(field, None | Some(Field::Remark));
            if let Ok(text) = std::str::from_utf8(cell)
                && is_beside
                && !text.is_empty()
            {
                each(self.lines.header.name(at).map_or("", |name| name), text);
            }
        }
    }
}

impl Lines<'_> {
    /// The columns of sendings under a header.
    pub(super) fn editions(names: &[&str]) -> Vec<(usize, OnceLock<Box<str>>)> {
        let is_edition = |name: &str| Key::of(&text::fold(name)) == Some(Key::Edition);
        let found = names.iter().enumerate().filter(|(_, name)| is_edition(name));
        found.map(|(at, _)| (at, OnceLock::new())).collect()
    }

    /// Where the quote stands, between which and the next a row ends and another begins: of
    /// two quotes that do not belong together the cell has as many separators as a row.
    fn swallowed(&self, record: &Record<'_>, raw: &Raw<'_>) -> Option<usize> {
        if line_ends(raw.bytes.trim_ascii_end()) == 0 {
            return None;
        }
        let is_row = |cell: &[u8]| {
            let separators = memchr::memchr_iter(self.delimiter, cell).count();
            cell.contains(&b'\n') && separators + 1 >= self.header.least_width().max(3)
        };
        record.cells().any(is_row).then(|| memchr::memchr(b'"', raw.bytes).unwrap_or(0))
    }

    /// Whether a row has as many cells as the header, but for blank ones behind them, which
    /// spreadsheets leave.
    fn fits(&self, record: &Record<'_>) -> bool {
        let mut more = record.cells().skip(self.header.width());
        record.len() >= self.header.least_width() && more.all(cell::is_blank)
    }

    /// Whether a row names another sending than those before it.
    fn is_parted(&self, record: &Record<'_>) -> bool {
        self.editions.iter().filter(|(at, _)| *at < record.len()).any(|(at, first)| {
            let text = String::from_utf8_lossy(record.cell(*at));
            let text = text.trim();
            !text.is_empty() && &**first.get_or_init(|| text.into()) != text
        })
    }

    /// Where a span of a record stands.
    fn place(&self, text: &str, raw: &Raw<'_>, span: Range<usize>) -> Place {
        let mut place = Place::within(&self.context.file, text, raw.line, span);
        if let Some(line) = place.line.as_mut().filter(|_| self.by_row) {
            line.number = raw.line;
        }
        place
    }

    /// The line among the lines of all files.
    #[inline]
    pub(super) fn line(&self, line: u64) -> u32 {
        u32::try_from(line + u64::from(self.first_line)).unwrap_or(u32::MAX)
    }
}

/// What a row of so many cells and bytes takes of [`Share::Unread`](super::budget::Share): its
/// names are read word by word, for years, places and what they say of other rows.
fn unread(cells: usize, bytes: usize) -> u64 {
    15 + 3 * cells as u64 + bytes as u64
}

/// Where a cell stands in the text of its record, its quotes included.
pub(super) fn cell_span(raw: &str, cell: usize, delimiter: u8) -> Range<usize> {
    let end = raw.trim_end_matches(['\r', '\n']).len();
    spans(raw, delimiter).nth(cell).unwrap_or(end..end)
}

/// The same of all cells of a record.
pub(super) fn cell_spans(raw: &str, delimiter: u8) -> Vec<Range<usize>> {
    spans(raw, delimiter).collect()
}

fn spans(raw: &str, delimiter: u8) -> impl Iterator<Item = Range<usize>> + '_ {
    let end = raw.trim_end_matches(['\r', '\n']).len();
    let mut bytes = raw.bytes().enumerate();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let from = next.take()?;
        let mut quoted = false;
        let close = bytes.find(|(at, byte)| match byte {
            b'"' if quoted || *at == from => {
                quoted = !quoted;
                false
            }
            byte => *byte == delimiter && !quoted,
        });
        next = close.map(|(at, _)| at + 1);
        Some(from..close.map_or(end.max(from), |(at, _)| at))
    })
}

impl Receive for LineReader<'_> {
    #[inline]
    fn fast<const QUOTED: bool>(&mut self, bytes: &[u8], line: u64) -> Option<usize> {
        if self.lines.delimiter != b',' {
            return None;
        }
        let (row, length) = self.fast_row::<QUOTED>(bytes, self.lines.line(line))?;
        self.reading.batch.seen += 1;
        self.reading.batch.rows.push(row);
        Some(length)
    }

    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
        let (record, raw) = (&record, &raw);
        let lines = self.lines;
        // Rows that are read fast hold names that are known, and digits.
        if let Err(at) = utf8(raw.bytes) {
            self.undecoded = Some(raw.at + at);
            return false;
        }
        if record.cells().all(cell::is_blank) && !raw.open_quote {
            return true; // spreadsheets leave rows of bare commas behind their data
        }
        let row = Line { lines, record, raw };
        if !self.is_read(&row) {
            self.reading.batch.unread += unread(record.len(), raw.bytes.len());
        }
        true
    }
}

impl LineReader<'_> {
    /// Reads a row, and says whether it is one of which it is known whose, of what and of when.
    fn is_read(&mut self, row: &Line<'_>) -> bool {
        let Line { lines, record, raw } = row;
        if !raw.open_quote && self.is_beside(row) {
            return false;
        }
        self.reading.batch.seen += 1;
        if raw.open_quote {
            let quote = memchr::memchr(b'"', raw.bytes).unwrap_or(0);
            self.fault(SubmissionProblem::UnclosedQuote, raw, quote..quote + 1);
        } else if let Some(at) =
            raw.stray_quote(lines.delimiter).or_else(|| lines.swallowed(record, raw))
        {
            let last = raw.line + line_ends(raw.bytes.trim_ascii_end());
            let problem = SubmissionProblem::StrayQuote { first: raw.line, last };
            self.unusable(row, problem, at..at + 1);
        } else if memchr::memchr(0, raw.bytes).is_some() {
            self.unusable(row, SubmissionProblem::Nul, 0..raw.bytes.len());
        } else if !lines.fits(record) {
            let (expected, found) = (lines.header.width(), record.len());
            let problem = SubmissionProblem::CellCount { expected, found };
            self.unusable(row, problem, 0..raw.bytes.len());
        } else {
            if lines.is_parted(record) {
                // Two sendings are told apart where all rows are seen. Which of them came first is
                // chance, and so a row of either counts as any other.
                self.reading.batch.says_more.get_or_insert(lines.header_line + 1);
            }
            if !self.says_more && self.is_remarked_beyond(row) {
                self.reading.batch.says_more.get_or_insert(raw.line);
                self.says_more = true;
            }
            return self.reading.row(row) == Known::All;
        }
        false
    }

    /// Whether a row's remark says something of others: then all are to be seen.
    fn is_remarked_beyond(&self, row: &Line<'_>) -> bool {
        let vocabulary = self.lines.context.vocabulary;
        let text = |field| std::str::from_utf8(row.text(field)).unwrap_or_default().trim();
        let remark = text(Field::Remark);
        let named = || {
            let series = match vocabulary.series_names.find(text(Field::Indicator)) {
                Some(Found::One(id)) => u16::try_from(id).ok().map(SeriesId),
                Some(Found::Several) | None => None,
            };
            RemarkedRow { region: vocabulary.region_named(text(Field::Region)), series }
        };
        !matches!(remark, "" | text::SAMPLE) && Title::is_beyond(remark, named, vocabulary)
    }

    /// Whether a row is none: who filled in the form, a note under it, or what is said of
    /// the rows below it. That last makes of the file several tables, which are read whole.
    fn is_beside(&mut self, row: &Line<'_>) -> bool {
        let vocabulary = self.lines.context.vocabulary;
        let text = |field| std::str::from_utf8(row.text(field)).unwrap_or_default().trim();
        let names_series = vocabulary.series_names.find(text(Field::Indicator)).is_some();
        let names_region = vocabulary.region_names.find(text(Field::Region)).is_some();
        if names_series && names_region {
            return false;
        }
        let cells = row.record.cells().map(|cell| std::str::from_utf8(cell).unwrap_or_default());
        let cells: Vec<&str> = cells.filter(|cell| !cell.trim().is_empty()).collect();
        let is_alone = cells.len() == 1 && self.lines.header.width() > 2;
        // 月份 | 6 names an indicator by its number only where the row's region is known.
        let is_paired =
            matches!(cells.as_slice(), [label, value] if is_pair(label.trim(), value.trim()));
        if names_series && !is_paired || names_region && !is_alone {
            return false;
        }
        if self.says_more {
            return true;
        }
        let headings = cells.iter().filter(|cell| Field::named(cell).is_some()).count();
        // Units and the numbers of columns stand right below a header.
        let is_below_header = row.raw.line <= self.lines.header_line + 2;
        let is_beside = cells.first().is_some_and(|first| is_footer(first));
        let is_told = (is_alone || is_below_header) && !(is_beside && is_below_header) || is_paired;
        if headings > 1 || is_told || cells.iter().any(|cell| Title::is_said(cell, vocabulary)) {
            self.reading.batch.says_more.get_or_insert(row.raw.line);
            self.says_more = true;
            return true;
        }
        is_beside
    }
}
