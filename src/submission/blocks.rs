//! Cutting a stream into blocks that can be read by themselves.

use std::io::{self, Read};

use super::encoding::{is_filling, without_marks};
use super::record::is_plain;

/// How many bytes are read at a time: enough to be worth a turn, few enough to
/// stay in a processor's cache.
const BLOCK: usize = 256 * 1024;
/// How many bytes are read of a file at first.
const SMALL: usize = 16 * 1024;
/// The longest record that is read. A longer one is a quote that is never closed.
pub(super) const LONGEST_RECORD: usize = 16 * 1024 * 1024;

/// How many zeros at the end of a file are no part of its text.
const MOST_ZEROS: usize = 3;

/// Whole records, and where in the file they stand.
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    /// Offset of the first byte.
    pub(super) offset: u64,
    /// Line number of the first byte, from 1.
    pub(super) line: u64,
    /// Whether delimiters and line ends are all there is to it.
    pub(super) is_plain: bool,
}

impl Block {
    /// A block, and how many lines end in it. Nearly all blocks have no `marks`: line feeds
    /// alone end their lines and nothing is quoted, and they are looked through only so often.
    pub(super) fn new(bytes: Vec<u8>, offset: u64, line: u64, marks: bool) -> (Self, u64) {
        let (lines, is_plain) = match marks {
            false => (memchr::memchr_iter(b'\n', &bytes).count() as u64, true),
            true => (line_ends(&bytes), is_plain(&bytes)),
        };
        (Self { bytes, offset, line, is_plain }, lines)
    }
}

/// The blocks of one file.
pub(super) struct Blocks<R> {
    reader: R,
    carried: Vec<u8>,
    offset: u64,
    line: u64,
    ended: bool,
    /// What parts the cells, as far as it is known from the first line.
    delimiter: Option<u8>,
    /// The line of a record that is too long to be read.
    too_long: Option<u64>,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            carried: Vec::new(),
            offset: 0,
            line: 1,
            ended: false,
            delimiter: None,
            too_long: None,
        }
    }

    /// The next block, in the memory of a `used` one; none at the end of the file.
    ///
    /// A block ends with a record, but for the last one, which ends with the file. A
    /// record beyond [`LONGEST_RECORD`] ends the reading.
    pub(super) fn next(&mut self, used: Vec<u8>) -> io::Result<Option<Block>> {
        if self.ended {
            return Ok(None);
        }
        if u32::try_from(self.line).is_err() {
            return Err(io::Error::other(format!("more than {} lines", u32::MAX)));
        }
        // What a used one holds is written over: it need not be cleared first.
        let mut bytes = used;
        let mut filled = self.carried.len();
        bytes.resize(bytes.len().max(filled), 0);
        bytes[..filled].copy_from_slice(&self.carried);
        self.carried.clear();
        let (cut, marks) = loop {
            let wanted = BLOCK.max(filled);
            let read = fill(&mut self.reader, &mut bytes, filled, wanted)?;
            filled += read;
            bytes.truncate(filled);
            if read < wanted {
                let end = bytes.iter().rposition(|byte| !is_filling(*byte)).map_or(0, |at| at + 1);
                let zeros = bytes[end..].iter().filter(|byte| **byte == 0).count();
                // Many zeros are what a file has that was not written to its end.
                if zeros <= MOST_ZEROS {
                    bytes.truncate(end);
                }
                self.delimiter.get_or_insert_with(|| delimiter(&bytes));
                self.ended = true;
                break (bytes.len(), has_marks(&bytes));
            }
            let delimiter = *self.delimiter.get_or_insert_with(|| delimiter(&bytes));
            let marks = has_marks(&bytes);
            if let Some(cut) = last_record_end(&bytes, delimiter, marks) {
                break (cut, marks);
            }
            if bytes.len() >= LONGEST_RECORD {
                self.ended = true;
                self.too_long = Some(self.line);
                return Ok(None);
            }
        };
        self.carried.extend_from_slice(&bytes[cut..]);
        bytes.truncate(cut);
        if bytes.is_empty() {
            return Ok(None);
        }
        let (block, lines) = Block::new(bytes, self.offset, self.line, marks);
        self.offset += block.bytes.len() as u64;
        self.line += lines;
        Ok(Some(block))
    }

    /// What parts the cells of the first line.
    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter.unwrap_or(DELIMITERS[0])
    }

    /// What is read from.
    pub(super) fn reader(&self) -> &R {
        &self.reader
    }

    /// The line of a record that was too long, behind which nothing was read.
    pub(super) fn too_long(&self) -> Option<u64> {
        self.too_long
    }

    /// Whether every block has been handed out.
    pub(super) fn is_ended(&self) -> bool {
        self.ended
    }

    /// How many lines were handed out, the last one's end or not.
    pub(super) fn lines(&self) -> u64 {
        self.line
    }
}

/// Reads so many bytes behind those that there are, or as many as are left, and says how many.
fn fill(
    reader: &mut impl Read,
    bytes: &mut Vec<u8>,
    filled: usize,
    wanted: usize,
) -> io::Result<usize> {
    let mut at = filled;
    // Of a small file no more memory is touched than it needs.
    for end in [filled + SMALL.min(wanted), filled + wanted] {
        bytes.resize(bytes.len().max(end), 0);
        while at < end {
            match reader.read(&mut bytes[at..end]) {
                Ok(0) => return Ok(at - filled),
                Ok(read) => at += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(wanted)
}

/// What may part the cells of a line, the usual one first.
pub(super) const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// What parts the cells of the first line that is not blank: the mark that it holds most
/// often outside quotes.
fn delimiter(bytes: &[u8]) -> u8 {
    let bytes = without_marks(bytes);
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let mut quoted = false;
    let mut counts = [0usize; DELIMITERS.len()];
    for byte in &bytes[start..] {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            byte if !quoted => {
                if let Some(at) = DELIMITERS.iter().position(|mark| mark == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let at = counts.iter().position(|count| *count == most).unwrap_or(0);
    DELIMITERS[at]
}

/// How many lines end in a text: with LF, CRLF, or CR by itself.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    let line_feeds = memchr::memchr_iter(b'\n', bytes).count() as u64;
    let returns = memchr::memchr_iter(b'\r', bytes);
    let alone = returns.filter(|at| bytes.get(at + 1) != Some(&b'\n')).count() as u64;
    line_feeds + alone
}

/// Whether any byte is a quote, or such a line end as nearly no file has.
fn has_marks(bytes: &[u8]) -> bool {
    memchr::memchr2(b'"', b'\r', bytes).is_some()
}

/// Where the last whole record ends; none if none does.
///
/// Without quotes every line end is a record's; between quotes none is.
fn last_record_end(bytes: &[u8], delimiter: u8, marks: bool) -> Option<usize> {
    // Old files end their lines with CR; one at the very end may be half a CRLF.
    let before_last = bytes.len().saturating_sub(1);
    if !marks || memchr::memchr(b'"', bytes).is_none() {
        return memchr::memrchr(b'\n', bytes)
            .or_else(|| memchr::memrchr(b'\r', &bytes[..before_last]))
            .map(|at| at + 1);
    }
    let first = bytes.len() - without_marks(bytes).len();
    let begins_cell = |at: usize| {
        at == first || {
            let before = bytes[at - 1];
            before == delimiter || matches!(before, b'\n' | b'\r')
        }
    };
    if let Some(is_open) = open_quote(bytes, begins_cell) {
        return last_outside(bytes, is_open);
    }
    let (mut quoted, mut passed, mut whole) = (false, 0, None);
    for at in memchr::memchr3_iter(b'"', b'\n', b'\r', bytes) {
        match bytes[at] {
            _ if at < passed => {}
            // Two of them are one within the cell.
            b'"' if quoted && bytes.get(at + 1) == Some(&b'"') => passed = at + 2,
            b'"' => quoted = !quoted && begins_cell(at),
            _ if quoted => {}
            b'\r' if at == before_last || bytes[at + 1] == b'\n' => {}
            _ => whole = Some(at + 1),
        }
    }
    whole
}

/// Whether bytes end within quotes, by how many quotes there are. None if one stands inside a
/// cell, so that counting them does not tell; two within quotes, which are one, do no harm.
fn open_quote(bytes: &[u8], begins_cell: impl Fn(usize) -> bool) -> Option<bool> {
    let (chunks, rest) = bytes.as_chunks();
    let mut last = [0; 64];
    last[..rest.len()].copy_from_slice(rest);
    // All ones after an odd number of quotes.
    let mut inside = 0u64;
    for (chunk, base) in chunks.iter().chain([&last]).zip((0..).step_by(64)) {
        let quotes = quotes(chunk);
        // Each bit becomes that of whether the quotes up to it are odd.
        let odd = [1, 2, 4, 8, 16, 32].into_iter().fold(quotes, |odd, by| odd ^ odd << by) ^ inside;
        let mut opening = quotes & odd;
        while opening != 0 {
            let at = base + opening.trailing_zeros() as usize;
            if !begins_cell(at) && bytes[at - 1] != b'"' {
                return None;
            }
            opening &= opening - 1;
        }
        inside = (odd.cast_signed() >> 63).cast_unsigned();
    }
    Some(inside != 0)
}

/// Which of 64 bytes are quotes: the first in the lowest bit.
#[inline]
fn quotes(bytes: &[u8; 64]) -> u64 {
    let is_quote = bytes.map(|byte| u8::from(byte == b'"'));
    let (words, _) = is_quote.as_chunks::<8>();
    words.iter().rev().fold(0, |mask, word| {
        // Brings the lowest bits of eight bytes together in the uppermost byte.
        let bits = u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask << 8 | bits
    })
}

/// The last line end outside of quotes, where counting them tells.
fn last_outside(bytes: &[u8], is_open: bool) -> Option<usize> {
    let (mut end, mut inside) = (bytes.len(), is_open);
    memchr::memchr2_iter(b'\n', b'\r', bytes).rev().find_map(|at| {
        inside ^= memchr::memchr_iter(b'"', &bytes[at..end]).count() % 2 == 1;
        end = at;
        let is_half = bytes[at] == b'\r' && bytes.get(at + 1).is_none_or(|next| *next == b'\n');
        (!inside && !is_half).then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::string::string_regex;

    fn blocks(text: &str) -> Vec<Block> {
        let mut blocks = Blocks::new(text.as_bytes());
        std::iter::from_fn(|| blocks.next(Vec::new()).unwrap()).collect()
    }

    #[test]
    fn blocks_end_with_a_record_and_lose_nothing() {
        let plain = "2023,330902,9,,3212,5819,\n".repeat(40_000);
        let quoted = "2023,330902,9,,3212,5819,\"甲\n乙\"\n".repeat(30_000);
        for text in [plain, quoted] {
            let blocks = blocks(&text);
            assert!(blocks.len() > 2);
            assert!(
                blocks
                    .iter()
                    .all(|block| block.bytes.ends_with(b",\n") || block.bytes.ends_with(b"\"\n"))
            );
            let joined: Vec<u8> = blocks.iter().flat_map(|b| b.bytes.clone()).collect();
            assert_eq!(joined, text.as_bytes());
            for block in &blocks {
                let before = &text.as_bytes()[..block.offset as usize];
                let lines = memchr::memchr_iter(b'\n', before).count() as u64;
                assert_eq!(block.line, lines + 1);
            }
        }
    }

    #[test]
    fn a_record_without_an_end_stops_the_reading_and_is_told() {
        let text = format!("a\nb,\"{}", "x\n".repeat(LONGEST_RECORD));
        let mut blocks = Blocks::new(text.as_bytes());
        assert_eq!(blocks.next(Vec::new()).unwrap().unwrap().bytes, b"a\n");
        assert!(blocks.next(Vec::new()).unwrap().is_none());
        assert_eq!(blocks.too_long(), Some(2));
    }

    #[test]
    fn lines_that_end_with_cr_alone_are_cut_and_counted() {
        let text = "2023,330902,9,,3212,5819,\r".repeat(40_000);
        let mut blocks = Blocks::new(text.as_bytes());
        let mut lines = 1;
        while let Some(block) = blocks.next(Vec::new()).unwrap() {
            assert_eq!(block.line, lines);
            lines += line_ends(&block.bytes);
        }
        assert_eq!(lines, 40_001);
    }

    /// A text with quotes where they are none, and a longer one with all of them around cells.
    fn quoted() -> impl Strategy<Value = String> {
        let cell = "([ab]{0,9}|\"([ab,;\n]|\"\"){0,9}\")";
        let long = string_regex(&format!("({cell}[,;\n]){{0,40}}")).unwrap();
        prop_oneof!["[ab\";,\n]{0,40}", long]
    }

    proptest! {
        #[test]
        fn records_end_where_the_parser_of_csv_says(
            text in quoted(),
            line_end in proptest::sample::select(&["\n", "\r\n", "\r"][..]),
            delimiter in proptest::sample::select(&b",;"[..]),
        ) {
            // A CR at the very end may be half a CRLF.
            let text = format!("{}z", text.replace('\n', line_end));
            let bytes = text.as_bytes();
            let mut core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
            let (mut output, mut ends) = ([0; 1024], [0; 256]);
            let (mut at, mut whole) = (0, 0);
            while let (csv_core::ReadRecordResult::Record, read, ..) =
                core.read_record(&bytes[at..], &mut output, &mut ends)
            {
                at += read;
                whole = at;
            }
            // Blank lines behind it, and the rest of a CRLF, belong to it.
            let rest = &bytes[whole..];
            let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            let end = last_record_end(bytes, delimiter, has_marks(bytes)).unwrap_or(0);
            prop_assert!((whole..=whole + blank).contains(&end) || whole == 0 && end <= blank, "{end} {whole}");
            prop_assert!(end == 0 || matches!(bytes[end - 1], b'\n' | b'\r'));
        }
    }
}
