//! The SHA-256 of a file as it was sent, whatever is made of its bytes.

use std::io::{self, Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

/// A file whose bytes are digested when they are read for the first time.
pub(super) struct Digested<R> {
    bytes: R,
    digest: Option<Sha256>,
    /// Where the next byte is read.
    at: u64,
    /// How many bytes are in the digest.
    digested: u64,
}

impl<R: Read + Seek> Digested<R> {
    pub(super) fn new(bytes: R, is_wanted: bool) -> Self {
        Self { bytes, digest: is_wanted.then(Sha256::new), at: 0, digested: 0 }
    }

    /// Back to the first byte.
    pub(super) fn rewind(&mut self) -> io::Result<()> {
        self.at = self.bytes.seek(SeekFrom::Start(0))?;
        Ok(())
    }

    /// The SHA-256 of the whole file, its unread rest included; none if it is not wanted.
    pub(super) fn finish(mut self) -> io::Result<Option<String>> {
        if self.digest.is_some() {
            self.at = self.bytes.seek(SeekFrom::Start(self.digested))?;
            io::copy(&mut self, &mut io::sink())?;
        }
        let hexadecimal =
            |digest: Sha256| digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(self.digest.map(hexadecimal))
    }
}

impl<R: Read> Read for Digested<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.at += read as u64;
        if let Some(digest) = &mut self.digest {
            // Of bytes that are read again only those behind the digest's end are new.
            let new = self.at.saturating_sub(self.digested).min(read as u64) as usize;
            digest.update(buffer.get(read - new..read).unwrap_or_default());
            self.digested = self.digested.max(self.at);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const OF_ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn every_byte_is_digested_once_however_often_it_is_read() {
        for reads in [&[][..], &[1], &[3], &[3, 3], &[1, 2, 3], &[2, 1], &[9, 9, 1]] {
            let mut file = Digested::new(Cursor::new("abc"), true);
            for length in reads {
                let mut read = Vec::new();
                file.by_ref().take(*length).read_to_end(&mut read).unwrap();
                file.rewind().unwrap();
            }
            assert_eq!(file.finish().unwrap().as_deref(), Some(OF_ABC), "{reads:?}");
        }
        assert_eq!(Digested::new(Cursor::new("abc"), false).finish().unwrap(), None);
    }
}
