//! Splitting text into records.
//!
//! Where a block holds no quote and no carriage return by itself, its delimiters and
//! line ends are the whole of CSV, and are searched for directly. Of every other block rows
//! that are plain but for quotes around whole cells are read at once, and the rest goes
//! through the `csv-core` parser. Tests hold the ways together.

use csv_core::ReadRecordResult;

use super::blocks::{Block, line_ends};

/// The cells of one record, without their quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'r> {
    bytes: &'r [u8],
    ends: &'r [usize],
    /// What lies between two cells: a delimiter, or nothing.
    gap: usize,
}

impl<'r> Record<'r> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    pub(super) fn cell(&self, at: usize) -> &'r [u8] {
        let from = if at == 0 { 0 } else { self.ends[at - 1] + self.gap };
        &self.bytes[from..self.ends[at]]
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = &'r [u8]> {
        let record = *self;
        (0..record.len()).map(move |at| record.cell(at))
    }
}

/// A record as it stands in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw<'b> {
    pub(super) bytes: &'b [u8],
    /// Where among the bytes that are split.
    pub(super) at: usize,
    /// The line it begins on.
    pub(super) line: u64,
    /// The bytes end within quotes.
    pub(super) open_quote: bool,
    /// It may hold quotes.
    pub(super) quoted: bool,
}

impl Raw<'_> {
    /// Where a quote stands inside a cell, or text behind a closing quote: there the
    /// parser goes on as well as it can, and may join what are several rows.
    pub(super) fn stray_quote(&self, delimiter: u8) -> Option<usize> {
        if !self.quoted {
            return None;
        }
        let mut bytes = self.bytes.iter().enumerate().peekable();
        let mut at_start = true;
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'"' if at_start => {
                    // To the closing quote; two of them are one within the cell.
                    loop {
                        match bytes.next() {
                            Some((_, b'"')) if bytes.peek().is_some_and(|(_, b)| **b == b'"') => {
                                bytes.next();
                            }
                            Some((_, b'"')) => break,
                            Some(_) => {}
                            None => return None,
                        }
                    }
                    at_start = false;
                    match bytes.peek() {
                        None | Some((_, b'\n' | b'\r')) => {}
                        Some((_, byte)) if **byte == delimiter => {}
                        Some((at, _)) => return Some(*at),
                    }
                }
                b'=' if at_start && bytes.peek().is_some_and(|(_, b)| **b == b'"') => {
                    // ="330902", by which a spreadsheet program keeps a number as text.
                    bytes.next();
                    let close =
                        bytes.find(|(_, b)| matches!(**b, b'"' | b'\n') || **b == delimiter);
                    let ends =
                        |(_, b): &(usize, &u8)| matches!(**b, b'\n' | b'\r') || **b == delimiter;
                    if close.is_none_or(|(_, b)| *b != b'"') || !bytes.peek().is_none_or(ends) {
                        return Some(at + 1);
                    }
                    at_start = false;
                }
                b'"' => return Some(at),
                byte => at_start = *byte == delimiter,
            }
        }
        None
    }
}

/// What records are given to.
pub(super) trait Receive {
    /// Takes the line at the beginning of `bytes` at once, if it can, and returns
    /// how long it is with its end. Where they are not `QUOTED` there is no quote in them.
    fn fast<const QUOTED: bool>(&mut self, bytes: &[u8], line: u64) -> Option<usize>;

    /// Takes a record; false if no more are wanted.
    fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool;
}

/// Splits blocks, one after the other, with buffers that are used again.
pub(super) struct Splitter {
    delimiter: u8,
    /// Made when a block has quotes: its tables are dear for a small file.
    core: Option<csv_core::Reader>,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, core: None, output: vec![0; 1024], ends: vec![0; 16] }
    }

    /// Gives `each` every record, blank lines left out, until it says no. `line` is
    /// the number of the first line. Returns how many bytes were taken.
    pub(super) fn split(&mut self, bytes: &[u8], line: u64, each: &mut impl Receive) -> usize {
        if is_plain(bytes) { self.plain(bytes, line, each) } else { self.quoted(bytes, line, each) }
    }

    /// The same of a block, of which is known how it can be split.
    pub(super) fn split_block(&mut self, block: &Block, each: &mut impl Receive) -> usize {
        let Block { bytes, line, is_plain, .. } = block;
        if *is_plain { self.plain(bytes, *line, each) } else { self.quoted(bytes, *line, each) }
    }

    fn plain(&mut self, bytes: &[u8], mut line: u64, each: &mut impl Receive) -> usize {
        let mut start = 0;
        while start < bytes.len() {
            if let Some(length) = each.fast::<false>(&bytes[start..], line) {
                start += length;
                line += 1;
                continue;
            }
            let at = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
            let bytes_of = &bytes[start..at];
            let raw = Raw { bytes: bytes_of, at: start, line, open_quote: false, quoted: false };
            let text = raw.bytes.strip_suffix(b"\r").unwrap_or(raw.bytes);
            start = (at + 1).min(bytes.len());
            line += 1;
            if text.is_empty() {
                continue;
            }
            self.ends.clear();
            self.ends.extend(memchr::memchr_iter(self.delimiter, text));
            self.ends.push(text.len());
            if !each.record(Record { bytes: text, ends: &self.ends, gap: 1 }, raw) {
                break;
            }
        }
        start
    }

    fn quoted(&mut self, bytes: &[u8], mut line: u64, each: &mut impl Receive) -> usize {
        self.core.iter_mut().for_each(csv_core::Reader::reset);
        let mut at = 0;
        loop {
            let blank = bytes[at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            if blank > 0 {
                line += line_ends(&bytes[at..at + blank]);
                at += blank;
            }
            let rest = &bytes[at..];
            if rest.is_empty() {
                return at;
            }
            if let Some(length) = each.fast::<true>(rest, line) {
                at += length;
                line += 1;
                continue;
            }
            let (taken, cells, open_quote) = self.read(rest);
            let raw = Raw { bytes: &rest[..taken], at, line, open_quote, quoted: true };
            let record = Record { bytes: &self.output, ends: &self.ends[..cells], gap: 0 };
            at += taken;
            // A record is given back at the CR of a CRLF.
            let lf = usize::from(raw.bytes.ends_with(b"\r") && bytes.get(at) == Some(&b'\n'));
            line += line_ends(&bytes[at - taken..at + lf]);
            at += lf;
            if !each.record(record, raw) {
                return at;
            }
        }
    }

    /// Reads one record: how many bytes it took, how many cells it has, and
    /// whether it ends within quotes.
    fn read(&mut self, bytes: &[u8]) -> (usize, usize, bool) {
        if self.ends.len() < 16 {
            self.ends.resize(16, 0);
        }
        let made = || csv_core::ReaderBuilder::new().delimiter(self.delimiter).build();
        let core = self.core.get_or_insert_with(made);
        let (mut read, mut written, mut cells) = (0, 0, 0);
        let mut input = bytes;
        let mut closing = false;
        loop {
            let (result, r, w, c) =
                core.read_record(input, &mut self.output[written..], &mut self.ends[cells..]);
            input = &input[r..];
            if !closing {
                read += r;
            }
            written += w;
            cells += c;
            match result {
                ReadRecordResult::Record => return (read, cells, false),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                // The bytes end within a record. A line end closes it, unless a quote is open.
                ReadRecordResult::InputEmpty if !closing => {
                    closing = true;
                    input = b"\n";
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    core.reset();
                    return (read, cells, true);
                }
            }
        }
    }
}

/// Whether delimiters and line ends are all there is to a block.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    memchr::memchr(b'"', bytes).is_none()
        && memchr::memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Split = Vec<(Vec<Vec<u8>>, u64, bool)>;

    #[derive(Default)]
    struct Collect(Split);

    impl Receive for Collect {
        fn fast<const QUOTED: bool>(&mut self, _: &[u8], _: u64) -> Option<usize> {
            None
        }

        fn record(&mut self, record: Record<'_>, raw: Raw<'_>) -> bool {
            let cells = record.cells().map(<[u8]>::to_vec).collect();
            self.0.push((cells, raw.line, raw.open_quote));
            true
        }
    }

    fn quoted(text: &str) -> Split {
        let mut split = Collect::default();
        Splitter::new(b',').split(text.as_bytes(), 1, &mut split);
        split.0
    }

    fn cells(cells: &[&str]) -> Vec<Vec<u8>> {
        cells.iter().map(|cell| cell.as_bytes().to_vec()).collect()
    }

    #[test]
    fn quotes_hold_commas_and_line_ends() {
        assert_eq!(
            quoted("a,\"b,1\"\r\n\r\n\"c\n\"\"d\",e\n"),
            [(cells(&["a", "b,1"]), 1, false), (cells(&["c\n\"d", "e"]), 3, false)]
        );
    }

    #[test]
    fn a_quote_that_stays_open_is_told() {
        assert_eq!(quoted("a,b\n\"c,d\n")[1], (vec![], 2, true));
        assert_eq!(quoted("a,\"b\"")[0], (cells(&["a", "b"]), 1, false));
        assert_eq!(quoted("a,b")[0], (cells(&["a", "b"]), 1, false));
    }

    #[test]
    fn quotes_that_do_not_hold_a_whole_cell_are_found() {
        let stray = |text: &str| {
            let bytes = text.as_bytes();
            Raw { bytes, at: 0, line: 1, open_quote: false, quoted: true }.stray_quote(b',')
        };
        for fine in [
            "a,b",
            "\"a\",\"b,c\"",
            "\"a\"\"b\"",
            "\"\",\"\"\r\n",
            "\"a\nb\"\n",
            "=\"1\",b",
            "a,=\"1\"\n",
        ] {
            assert_eq!(stray(fine), None, "{fine:?}");
        }
        assert_eq!(stray("a,5\"6"), Some(3));
        assert_eq!(stray("=\"1\"2,b"), Some(1));
        assert_eq!(stray("=\"1,b\",c"), Some(1));
        assert_eq!(stray("a=\"1\",b"), Some(2));
        assert_eq!(stray("\"a\"b,c"), Some(3));
        assert_eq!(stray("x,\"a\n2023,\"b\""), Some(11));
    }

    #[test]
    fn records_of_any_size_are_read() {
        let wide = format!("\"{}\"{}\n", "x".repeat(5000), ",y".repeat(300));
        let read = quoted(&wide);
        assert_eq!((read[0].0.len(), read[0].0[0].len()), (301, 5000));
    }

    proptest! {
        #[test]
        fn plain_splitting_is_csv(text in "[ab,\n]{0,60}", crlf in any::<bool>()) {
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            let bytes = text.as_bytes();
            prop_assert!(is_plain(bytes) && Block::new(bytes.to_vec(), 0, 1, true).0.is_plain);
            let (mut plain, mut core) = (Collect::default(), Collect::default());
            Splitter::new(b',').plain(bytes, 1, &mut plain);
            Splitter::new(b',').quoted(bytes, 1, &mut core);
            prop_assert_eq!(plain.0, core.0);
        }
    }
}
