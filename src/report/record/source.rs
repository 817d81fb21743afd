//! The text of a report, piece by piece.

use std::io::{self, Read};

use encoding_rs::Decoder;
use memchr::{memchr_iter, memrchr};

/// How many bytes are taken at once, at least.
const PIECE: usize = 64 << 10;

/// How much may be read before the next value is whole, in MiB: what is read of one is held
/// at once.
pub(super) const MOST_OF_ONE: u64 = 16;

/// UTF-8 of which what is not taken yet is held. Redirected by some shells, a report is
/// UTF-16.
pub(super) struct Source<R> {
    inner: R,
    /// None when it has given all.
    decoder: Option<Decoder>,
    piece: Vec<u8>,
    text: Vec<u8>,
    /// How much of the text is taken.
    taken: usize,
    /// Line and column behind which the text begins, both from 0.
    begins: (usize, usize),
}

impl<R: Read> Source<R> {
    pub(super) fn new(inner: R) -> Self {
        let decoder = Some(encoding_rs::UTF_8.new_decoder());
        Self { inner, decoder, piece: Vec::new(), text: Vec::new(), taken: 0, begins: (0, 0) }
    }

    /// What is held and not taken.
    pub(super) fn rest(&self) -> &[u8] {
        self.text.get(self.taken..).unwrap_or_default()
    }

    /// Whether nothing comes behind the rest.
    pub(super) fn is_all(&self) -> bool {
        self.decoder.is_none()
    }

    /// Takes so many bytes of the rest.
    pub(super) fn take(&mut self, length: usize) {
        self.taken += length.min(self.rest().len());
    }

    /// How many lines begin in the text before the rest, and how far it is into its line.
    pub(super) fn place(&self) -> (usize, usize) {
        let before = self.text.get(..self.taken).unwrap_or_default();
        let (line, column) = self.begins;
        match memrchr(b'\n', before) {
            Some(end) => (line + memchr_iter(b'\n', before).count(), before.len() - end - 1),
            None => (line, column + before.len()),
        }
    }

    /// Whether more is held of what is not whole than may be.
    pub(super) fn is_over(&self) -> bool {
        self.rest().len() as u64 > MOST_OF_ONE << 20
    }

    /// Lets go of what was taken and adds the next piece, twice as large where much is held.
    pub(super) fn more(&mut self) -> io::Result<()> {
        self.begins = self.place();
        self.text.drain(..self.taken);
        self.taken = 0;
        let Some(decoder) = &mut self.decoder else { return Ok(()) };
        let most = (MOST_OF_ONE << 20) as usize + 1;
        let wanted = self.text.len().max(PIECE).min(most.saturating_sub(self.text.len()));
        self.piece.resize(wanted, 0);
        let length = self.inner.read(&mut self.piece)?;
        let piece = self.piece.get(..length).unwrap_or_default();
        let held = self.text.len();
        self.text.resize(held + decoder.max_utf8_buffer_length(length).unwrap_or_default(), 0);
        let added = self.text.get_mut(held..).unwrap_or_default();
        let (_, _, written, _) = decoder.decode_to_utf8(piece, added, length == 0);
        self.text.truncate(held + written);
        if length == 0 {
            self.decoder = None;
        }
        Ok(())
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

    /// The text, of which so many bytes are taken at a time.
    fn text(bytes: &[u8], length: usize) -> String {
        let mut source = Source::new(Pieces(bytes, length));
        let mut text = Vec::new();
        while !source.is_all() {
            source.more().unwrap();
            let taken = if source.is_all() { source.rest().len() } else { length };
            text.extend(source.rest().iter().take(taken));
            source.take(taken);
            let lines = text.split(|byte| *byte == b'\n').collect::<Vec<_>>();
            assert_eq!(source.place(), (lines.len() - 1, lines.last().unwrap().len()));
        }
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn a_text_is_the_same_in_every_encoding_and_in_pieces_of_any_length() {
        let told = "{\"name\":\n\n \"𠮷県 —\"\n}";
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
        let mut source = Source::new(io::repeat(b' '));
        while !source.is_over() {
            source.more().unwrap();
        }
        assert_eq!(source.rest().len(), (16 << 20) + 1);
    }
}
