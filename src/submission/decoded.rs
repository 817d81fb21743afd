//! Text of another encoding as UTF-8, piece by piece.

use std::io::{self, Read};

use encoding_rs::DecoderResult;

use super::encoding::{Encoding, is_filling, without_marks};
use super::gbk::Pairs;

/// How many bytes are decoded at a time.
const PIECE: usize = 64 * 1024;

/// The text of a reader as UTF-8. It ends before the first byte that can't be decoded:
/// nothing is replaced by a mark that hides it.
pub(super) struct Decoded<R> {
    reader: R,
    decoder: encoding_rs::Decoder,
    /// How many bytes are decoded at a time.
    piece: usize,
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
        Self::in_pieces(reader, encoding, PIECE)
    }

    fn in_pieces(reader: R, encoding: Encoding, piece: usize) -> Self {
        Self {
            reader,
            decoder: encoding.decoder(),
            piece,
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
            let read = self.reader.by_ref().take(self.piece as u64).read_to_end(&mut self.input)?;
            let last = read < self.piece;
            if std::mem::take(&mut self.begins) {
                self.at = self.input.len() - without_marks(&self.input).len();
                self.marks = self.at as u64;
            }
            if last {
                self.drop_half();
            }
            // As much as any of the encodings can make of the bytes.
            let room =
                self.decoder.max_utf8_buffer_length(self.input.len()).unwrap_or(self.piece * 4);
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
                if end.is_none() && !last && line.len() < self.piece {
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
pub(in crate::submission) mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(in crate::submission) fn decoded(
        bytes: &[u8],
        encoding: Encoding,
    ) -> (String, Option<(u64, u64)>) {
        // So few bytes at a time that they end within any character.
        let mut decoded = Decoded::in_pieces(bytes, encoding, 64);
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
}
