//! The text of a file, whatever its encoding.

use std::io::{self, Read};

use super::decoded::Decoded;
use super::encoding::Encoding;
use super::turns::Offset;

/// The text of a file as UTF-8.
pub(super) enum Text<R> {
    /// As it stands; whether it is UTF-8 is seen block by block.
    AsIs(R),
    Decoded(Box<Decoded<R>>),
}

impl<R: Read> Text<R> {
    pub(super) fn new(bytes: R, encoding: Encoding) -> Self {
        match encoding {
            Encoding::Utf8 => Self::AsIs(bytes),
            other => Self::Decoded(Box::new(Decoded::new(bytes, other))),
        }
    }

    /// The first byte that could not be decoded, once it is reached.
    pub(super) fn fault(&self) -> Option<Offset> {
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
