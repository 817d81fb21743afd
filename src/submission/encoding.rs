//! The encodings that submissions come in.

use std::io::{self, Read};

use encoding_rs::DecoderResult;

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

    /// The one that a byte order mark at the beginning announces.
    pub(super) fn announced(beginning: &[u8]) -> Option<Self> {
        match beginning {
            [0xEF, 0xBB, 0xBF, ..] => Some(Self::Utf8),
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            _ => None,
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

/// How many bytes are decoded at a time.
const PIECE: usize = 64 * 1024;

/// The text of a reader as UTF-8. It ends before the first byte that can't be decoded:
/// nothing is replaced by a mark that hides it.
pub(super) struct Decoded<R> {
    reader: R,
    decoder: encoding_rs::Decoder,
    input: Vec<u8>,
    /// Where the bytes that are not decoded yet begin.
    at: usize,
    /// How many bytes lie before those in `input`.
    before: u64,
    output: Vec<u8>,
    /// Where the text that is not handed out yet begins.
    given: usize,
    lines: u64,
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
            before: 0,
            output: Vec::new(),
            given: 0,
            lines: 0,
            ended: false,
            fault: None,
        }
    }

    /// Offset and line of the first bytes that can't be decoded, once they are reached.
    pub(super) fn fault(&self) -> Option<(u64, u64)> {
        self.fault
    }

    /// Decodes another piece.
    fn fill(&mut self) -> io::Result<()> {
        self.output.clear();
        self.given = 0;
        while self.output.is_empty() && !self.ended {
            self.input.drain(..self.at);
            self.before += self.at as u64;
            self.at = 0;
            let had = self.input.len();
            let read = self.reader.by_ref().take(PIECE as u64).read_to_end(&mut self.input)?;
            let last = read < PIECE;
            debug_assert!(had == 0 || last || read > 0);
            // As much as any of the encodings can make of the bytes.
            let room = self.decoder.max_utf8_buffer_length(self.input.len()).unwrap_or(PIECE * 4);
            self.output.resize(room, 0);
            let (result, taken, made) = self.decoder.decode_to_utf8_without_replacement(
                &self.input,
                &mut self.output,
                last,
            );
            self.output.truncate(made);
            self.at = taken;
            self.ended = last && self.at == self.input.len();
            if let DecoderResult::Malformed(bad, after) = result {
                let bad = u64::from(bad) + u64::from(after);
                let lines = self.lines + super::blocks::line_ends(&self.output);
                self.fault = Some((self.before + (taken as u64).saturating_sub(bad), lines + 1));
                self.ended = true;
            }
            self.lines += super::blocks::line_ends(&self.output);
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.output.len() {
            self.fill()?;
        }
        let rest = &self.output[self.given..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
