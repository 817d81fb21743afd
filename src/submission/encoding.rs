//! The encodings that submissions come in.

use std::io::{self, Read};

use encoding_rs::DecoderResult;

use super::gbk::Pairs;

/// How a file's bytes stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts: how spreadsheet programs in Chinese
    /// save CSV.
    Gb18030,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
}

impl Encoding {
    /// The name that is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// The one that a file surely is in, by the byte order marks at its beginning or by its
    /// zeros. A program may put the mark of UTF-8 before a text in another encoding.
    pub(super) fn announced(beginning: &[u8]) -> Option<Self> {
        let text = without_marks(beginning);
        match text {
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            [0x84, 0x31, 0x95, 0x33, ..] => Some(Self::Gb18030),
            _ if text.len() < beginning.len() => begins_as_utf8(text).then_some(Self::Utf8),
            _ => Self::of_zeros(text),
        }
    }

    /// UTF-16 without a mark: read the other way round, its commas and line ends are no
    /// characters that a table holds.
    fn of_zeros(beginning: &[u8]) -> Option<Self> {
        // What fills up the end of a file is no zero of a character.
        memchr::memchr(0, filled(beginning))?;
        let little = is_table(beginning, u16::from_le_bytes);
        let big = is_table(beginning, u16::from_be_bytes);
        match (little, big) {
            (true, false) => Some(Self::Utf16Le),
            (false, true) => Some(Self::Utf16Be),
            (true, true) | (false, false) => None,
        }
    }

    fn decoder(self) -> encoding_rs::Decoder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
        }
        .new_decoder_with_bom_removal()
    }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A text without the marks of UTF-8 before it: programs that join files leave several.
pub(super) fn without_marks(mut text: &[u8]) -> &[u8] {
    while let Some(rest) = text.strip_prefix(MARK) {
        text = rest;
    }
    text
}

/// What programs write behind the end of a text: Control-Z, with which old ones end it, and
/// zeros that fill up a block.
pub(super) fn is_filling(byte: u8) -> bool {
    matches!(byte, 0 | 0x1A)
}

/// A text without what fills up its end.
fn filled(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !is_filling(*byte)).map_or(0, |last| last + 1);
    text.get(..end).unwrap_or_default()
}

/// Whether what was read of a text is UTF-8; its last character may be cut.
fn begins_as_utf8(text: &[u8]) -> bool {
    std::str::from_utf8(text).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// Whether what was read of a text is a table in UTF-16: ASCII, ideographs, and the signs
/// that go with them, of which some part cells or lines.
fn is_table(text: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = text.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let mut units: Vec<u16> = units.collect();
    while matches!(units.last(), Some(0 | 0x1A)) {
        units.pop();
    }
    let mut parts = false;
    char::decode_utf16(units).all(|c| {
        let Ok(c) = c else { return false };
        parts |= matches!(c, ',' | '\t' | ';' | '\n');
        matches!(
            c,
            '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{FF}' | '\u{2000}'..='\u{206F}'
                | '\u{2190}'..='\u{22FF}' | '\u{2460}'..='\u{24FF}' | '\u{2E80}'..='\u{2FDF}'
                | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FE30}'..='\u{FE6F}'
                | '\u{FEFF}' | '\u{FF00}'..='\u{FFEF}'
        )
    }) && parts
}

/// Whether a text is surely GBK: nearly all its characters are of those that GB2312 has.
/// Another encoding taken for GBK has half of them elsewhere.
pub(super) fn is_surely_gbk(text: &[u8]) -> bool {
    let (mut plain, mut others) = (0u32, 0u32);
    let mut bytes = without_marks(text).iter();
    while let Some(lead) = bytes.next() {
        if lead.is_ascii() {
            continue;
        }
        match (lead, bytes.next()) {
            (0xA1..=0xF7, Some(0xA1..=0xFE)) => plain += 1,
            (_, Some(_)) => others += 1,
            (_, None) => {}
        }
    }
    plain > 0 && others * 20 <= plain
}

/// How many bytes are decoded at a time; so few in tests that they end within any character.
const PIECE: usize = if cfg!(test) { 64 } else { 64 * 1024 };

/// The text of a reader as UTF-8. It ends before the first byte that can't be decoded:
/// nothing is replaced by a mark that hides it.
pub(super) struct Decoded<R> {
    reader: R,
    decoder: encoding_rs::Decoder,
    input: Vec<u8>,
    /// Where the bytes that are not decoded yet begin.
    at: usize,
    /// How many bytes the marks of UTF-8 at the beginning have.
    marks: u64,
    /// How many bytes lie before those in `input`.
    before: u64,
    output: Vec<u8>,
    /// Where in it the text ends, and where what is not handed out yet begins.
    made: usize,
    given: usize,
    /// What pairs of bytes stand for, where most characters are such.
    pairs: Option<Pairs>,
    lines: u64,
    /// Whether the first bytes are still to come.
    begins: bool,
    ended: bool,
    fault: Option<(u64, u64)>,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(reader: R, encoding: Encoding) -> Self {
        Self {
            reader,
            decoder: encoding.decoder(),
            input: Vec::new(),
            at: 0,
            marks: 0,
            before: 0,
            output: Vec::new(),
            made: 0,
            given: 0,
            pairs: (encoding == Encoding::Gb18030).then(Pairs::default),
            lines: 0,
            begins: true,
            ended: false,
            fault: None,
        }
    }

    /// Offset and line of the first bytes that can't be decoded, once they are reached.
    pub(super) fn fault(&self) -> Option<(u64, u64)> {
        self.fault
    }

    /// Takes out one byte behind the end of a text in UTF-16 that is no half of a character:
    /// programs that know nothing of UTF-16 end a file with it.
    fn drop_half(&mut self) {
        let is_utf16 = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE];
        let length = self.before + self.input.len() as u64 - self.marks;
        if !length.is_multiple_of(2)
            && is_utf16.contains(&self.decoder.encoding())
            && self.input.last().is_some_and(|byte| is_filling(*byte))
        {
            self.input.pop();
        }
    }

    /// Decodes another piece.
    fn fill(&mut self) -> io::Result<()> {
        (self.made, self.given) = (0, 0);
        while self.made == 0 && !self.ended {
            self.input.drain(..self.at);
            self.before += self.at as u64;
            self.at = 0;
            let read = self.reader.by_ref().take(PIECE as u64).read_to_end(&mut self.input)?;
            let last = read < PIECE;
            if std::mem::take(&mut self.begins) {
                self.at = self.input.len() - without_marks(&self.input).len();
                self.marks = self.at as u64;
            }
            if last {
                self.drop_half();
            }
            // As much as any of the encodings can make of the bytes.
            let room = self.decoder.max_utf8_buffer_length(self.input.len()).unwrap_or(PIECE * 4);
            // What it holds is written over: it need not be cleared first.
            self.output.resize(self.output.len().max(room), 0);
            let result = self.decode(last);
            self.lines += super::blocks::line_ends(&self.output[..self.made]);
            self.ended = last && self.at == self.input.len();
            if let DecoderResult::Malformed(bad, after) = result {
                let bad = u64::from(bad) + u64::from(after);
                let offset = self.before + (self.at as u64).saturating_sub(bad);
                self.fault = Some((offset, self.lines + 1));
                self.ended = true;
            }
        }
        Ok(())
    }

    /// Decodes what was read: pairs at a look, and the rest of a line that has anything else
    /// by the decoder. What of such a line is not read yet is left for the next piece.
    fn decode(&mut self, last: bool) -> DecoderResult {
        loop {
            let mut line = &self.input[self.at..];
            if let Some(pairs) = &mut self.pairs {
                let (taken, made) = pairs.decode(line, &mut self.output[self.made..]);
                (self.at, self.made) = (self.at + taken, self.made + made);
                line = &line[taken..];
                let end = memchr::memchr(b'\n', line);
                if end.is_none() && !last && line.len() < PIECE {
                    return DecoderResult::InputEmpty;
                }
                line = &line[..end.map_or(line.len(), |end| end + 1)];
                // Behind it the decoder may be within a character.
                if end.is_none() {
                    self.pairs = None;
                }
            }
            let is_end = self.at + line.len() == self.input.len();
            let room = &mut self.output[self.made..];
            let (result, taken, made) =
                self.decoder.decode_to_utf8_without_replacement(line, room, last && is_end);
            (self.at, self.made) = (self.at + taken, self.made + made);
            if is_end || result != DecoderResult::InputEmpty {
                return result;
            }
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.made {
            self.fill()?;
        }
        let rest = &self.output[self.given..self.made];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(bytes: &[u8], encoding: Encoding) -> (String, Option<(u64, u64)>) {
        let mut decoded = Decoded::new(bytes, encoding);
        let mut text = Vec::new();
        decoded.read_to_end(&mut text).unwrap();
        (String::from_utf8(text).unwrap(), decoded.fault())
    }

    #[test]
    fn text_comes_out_whatever_the_encoding_and_however_long_it_is() {
        let text = "年份,地区\n2023,定海区㐂\n".repeat(9000);
        let (gb18030, _, _) = encoding_rs::GB18030.encode(&text);
        assert_eq!(decoded(&gb18030, Encoding::Gb18030), (text.clone(), None));
        let utf16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(mark).chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        let little = utf16(0xFEFF, u16::to_le_bytes);
        assert_eq!(decoded(&little, Encoding::Utf16Le), (text.clone(), None));
        let big = utf16(0xFEFF, u16::to_be_bytes);
        assert_eq!(decoded(&big, Encoding::Utf16Be), (text, None));
    }

    /// Characters of each length, what is none, and what stands between them.
    const PARTS: &[&[u8]] = &[
        b"a",
        b",",
        b"2023,110101,\n",
        b"\r\n",
        b"\xC4\xEA\xB7\xDD",
        b"\x81\x40",
        b"\xA1\xA4",
        b"\xFE\x50",
        b"\x82\x30\x82\x34",
        b"\x81\x30\x84\x36",
        b"\x90\x30\x81\x30",
        b"\x84\x31\x95\x33",
        b"\x80",
        b"\xFF",
        b"\xC4",
        b"\xC4\n",
        b"\x81\x30",
        b"\xFE\xFE",
    ];

    proptest! {
        #[test]
        fn pairs_that_are_looked_up_are_what_the_decoder_says(
            parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..60),
            sound in any::<bool>(),
        ) {
            let is_text = |part: &&[u8]| !sound || !encoding_rs::GB18030.decode(part).2;
            let bytes = parts.into_iter().filter(is_text).collect::<Vec<_>>().concat();
            let mut decoder = encoding_rs::GB18030.new_decoder_without_bom_handling();
            let mut text = vec![0; 4 * bytes.len() + 16];
            let (result, taken, made) =
                decoder.decode_to_utf8_without_replacement(&bytes, &mut text, true);
            text.truncate(made);
            let fault = match result {
                DecoderResult::Malformed(bad, after) => Some(taken - usize::from(bad + after)),
                DecoderResult::InputEmpty | DecoderResult::OutputFull => None,
            };
            let (told, first) = decoded(&bytes, Encoding::Gb18030);
            prop_assert_eq!(told.as_bytes(), text);
            prop_assert_eq!(first.map(|(offset, _)| offset as usize), fault);
        }
    }

    #[test]
    fn the_first_bytes_that_can_t_be_decoded_are_told_with_offset_and_line() {
        let (mut bytes, _, _) = encoding_rs::GB18030.encode("年份\n地区\n");
        let start = bytes.len() as u64;
        bytes.to_mut().extend(b"\xFF\xFF,2023\n");
        assert_eq!(
            decoded(&bytes, Encoding::Gb18030),
            ("年份\n地区\n".to_owned(), Some((start, 3)))
        );
        // Half a character at the very end.
        let (_, fault) = decoded(b"a\n\xC4", Encoding::Gb18030);
        assert_eq!(fault, Some((2, 2)));
        let (_, fault) = decoded(b"\xFF\xFEa\0b", Encoding::Utf16Le);
        assert_eq!(fault, Some((4, 1)));
    }

    #[test]
    fn utf16_without_a_mark_is_known_only_if_it_is_sure() {
        let table = "年份,地区,指标\n2023,定海区一,９５％（甲）—\n";
        let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Encoding::announced(&little), Some(Encoding::Utf16Le));
        assert_eq!(Encoding::announced(&big), Some(Encoding::Utf16Be));
        assert_eq!(Encoding::announced(&little[..31]), Some(Encoding::Utf16Le), "cut anywhere");
        for end in ["\u{1A}", "\0", "\0\0\0", "\u{1A}\u{1A}\0"] {
            let text = format!("{table}{end}");
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(Encoding::announced(&little), Some(Encoding::Utf16Le), "{end:?}");
            assert_eq!(Encoding::announced(&big), Some(Encoding::Utf16Be), "{end:?}");
            let half = [&*little, b"\x1A"].concat();
            assert_eq!(Encoding::announced(&half), Some(Encoding::Utf16Le), "{end:?}");
            assert_eq!(decoded(&half, Encoding::Utf16Le), (text, None), "{end:?}");
        }
        for unsure in [
            b"abcd\n\0".as_slice(),
            b"ab,cd\n\0\0\0",
            b"PK\x03\x04\0\0",
            b"a\0",
            b"\0\0\0\0",
            b"2023\0,a\n",
            b"",
            table.as_bytes(),
        ] {
            assert_eq!(Encoding::announced(unsure), None, "{unsure:?}");
        }
    }

    #[test]
    fn marks_before_a_text_are_passed_over_and_the_text_is_what_it_is() {
        let (gbk, _, _) = encoding_rs::GBK.encode("年份,地区\n");
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        for (marks, text, expected) in [
            (MARK.to_vec(), "年份\n".as_bytes().to_vec(), Some(Encoding::Utf8)),
            (MARK.repeat(3), "年份\n".as_bytes().to_vec(), Some(Encoding::Utf8)),
            (MARK.to_vec(), gbk.to_vec(), None),
            (MARK.repeat(2), utf16("\u{FEFF}年份\n"), Some(Encoding::Utf16Le)),
            (b"\x84\x31\x95\x33".to_vec(), gbk.to_vec(), Some(Encoding::Gb18030)),
        ] {
            assert_eq!(Encoding::announced(&[marks, text].concat()), expected);
        }
        let text = [MARK, &*gbk].concat();
        assert_eq!(decoded(&text, Encoding::Gb18030).0, "年份,地区\n");
        let bad = [MARK, b"a\xFF\xFF".as_slice()].concat();
        assert_eq!(decoded(&bad, Encoding::Gb18030).1, Some((4, 1)));
    }

    #[test]
    fn gbk_is_told_from_what_is_only_taken_for_it() {
        let text = "县区,持证人数,就业人数\n定海区,6140,3512\n";
        assert!(is_surely_gbk(&encoding_rs::GBK.encode(text).0));
        assert!(!is_surely_gbk(&encoding_rs::BIG5.encode("縣區,持證人數,就業人數").0));
        assert!(!is_surely_gbk(text.as_bytes()));
        assert!(!is_surely_gbk(b"region,value\n"));
    }
}
