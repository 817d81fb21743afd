//! The text of a report, piece by piece.

use std::cell::Cell;
use std::io::{self, Read};

use encoding_rs::Decoder;

/// How many bytes are taken at once.
const PIECE: usize = 64 << 10;

/// How much may be read before the next verdict or finding is whole, in MiB: what is read
/// of one is held at once.
pub(super) const MOST_OF_ONE: u64 = 16;

/// How many bytes were read of what is not whole yet.
#[derive(Debug, Default)]
pub(super) struct Held(Cell<u64>);

impl Held {
    /// Something is whole, and no longer held.
    pub(super) fn release(&self) {
        self.0.set(0);
    }

    /// Whether it was too much.
    pub(super) fn is_over(&self) -> bool {
        self.0.get() > MOST_OF_ONE << 20
    }
}

/// A reader of UTF-8. Redirected by some shells, a report is UTF-16.
pub(super) struct Source<'h, R> {
    inner: R,
    /// None when it has given all.
    decoder: Option<Decoder>,
    piece: Vec<u8>,
    text: Vec<u8>,
    /// How much of the text is taken.
    taken: usize,
    held: &'h Held,
}

impl<'h, R: Read> Source<'h, R> {
    pub(super) fn new(inner: R, held: &'h Held) -> Self {
        let decoder = Some(encoding_rs::UTF_8.new_decoder());
        Self { inner, decoder, piece: vec![0; PIECE], text: Vec::new(), taken: 0, held }
    }

    /// Takes the next piece.
    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.taken = 0;
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let length = self.inner.read(&mut self.piece)?;
        self.held.0.set(self.held.0.get() + length as u64);
        if self.held.is_over() {
            return Err(io::Error::other("one verdict or finding of too many bytes"));
        }
        let piece = self.piece.get(..length).unwrap_or_default();
        self.text.resize(decoder.max_utf8_buffer_length(length).unwrap_or_default(), 0);
        let (_, _, written, _) = decoder.decode_to_utf8(piece, &mut self.text, length == 0);
        self.text.truncate(written);
        if length == 0 {
            self.decoder = None;
        }
        Ok(())
    }
}

impl<R: Read> Read for Source<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.text.len() && self.decoder.is_some() {
            self.refill()?;
        }
        let length = self.text.get(self.taken..).unwrap_or_default().read(out)?;
        self.taken += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives so many bytes at a time.
    struct Pieces<'b>(&'b [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let length = out.len().min(self.1);
            self.0.read(&mut out[..length])
        }
    }

    fn text(bytes: &[u8], length: usize) -> String {
        let held = Held::default();
        let mut text = String::new();
        let source = Source::new(Pieces(bytes, length), &held);
        let mut source = io::BufReader::with_capacity(16, source);
        source.read_to_string(&mut text).unwrap();
        assert_eq!(source.read(&mut [0; 4]).unwrap(), 0, "the end is the end");
        text
    }

    #[test]
    fn a_text_is_the_same_in_every_encoding_and_in_pieces_of_any_length() {
        let told = "{\"name\": \"𠮷県 —\"}";
        let marked = |mark: &[u8], units: Vec<[u8; 2]>| [mark, units.as_flattened()].concat();
        let little = told.encode_utf16().map(u16::to_le_bytes).collect();
        let big = told.encode_utf16().map(u16::to_be_bytes).collect();
        let all = [
            told.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", told.as_bytes()].concat(),
            marked(b"\xFF\xFE", little),
            marked(b"\xFE\xFF", big),
        ];
        for bytes in all {
            for length in [1, 2, 3, 7, 100] {
                assert_eq!(text(&bytes, length), told, "{length}");
            }
        }
        assert_eq!(text(b"", 1), "");
    }

    #[test]
    fn what_is_never_whole_is_not_read_to_its_end() {
        let held = Held::default();
        let mut all = Vec::new();
        let endless = Source::new(io::repeat(b' '), &held).read_to_end(&mut all);
        assert!(endless.is_err() && held.is_over());
        assert!(all.len() as u64 <= MOST_OF_ONE << 20);
    }
}
