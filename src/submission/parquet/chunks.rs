//! The bytes of a file, wherever they are asked for.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};

use super::stop::Stop;
use crate::diagnostic::{Bulk, Limit};

/// How many bytes a page has at most, unpacked; what is at the end of a file has no more either.
pub(in crate::submission) const MOST_PAGE: usize = 64 << 20;

/// How many bytes the pages of a file have together, unpacked: each once, however many threads
/// pass it.
pub(in crate::submission) const MOST_UNPACKED: u64 = 8 << 30;

/// So many more has each page, however few there are of it.
pub(in crate::submission) const OF_PAGE: u64 = 1 << 10;

/// A file that several columns are read of.
pub(in crate::submission) struct Chunks<R> {
    shared: Arc<Mutex<Shared<R>>>,
    length: u64,
    /// How many bytes its pages may have together.
    most: u64,
}

struct Shared<R> {
    file: R,
    /// What the system said when it failed.
    failed: Option<io::Error>,
    /// How many bytes the pages have that were read, unpacked.
    unpacked: u64,
}

impl<R> Clone for Chunks<R> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), length: self.length, most: self.most }
    }
}

impl<R> Chunks<R> {
    /// The file, once nothing else reads it.
    pub(in crate::submission) fn into_inner(self) -> Option<R> {
        let shared = Arc::into_inner(self.shared)?;
        Some(shared.into_inner().unwrap_or_else(PoisonError::into_inner).file)
    }

    /// What the system said, if it failed.
    pub(super) fn failed(&self) -> Option<io::Error> {
        self.lock().failed.take()
    }

    /// Takes a page of so many bytes as one that is read.
    pub(super) fn charge(&self, size: u64) -> Result<()> {
        let shared = &mut *self.lock();
        shared.unpacked = shared.unpacked.saturating_add(size).saturating_add(OF_PAGE);
        match shared.unpacked > self.most {
            true => {
                Err(Stop::TooLarge(Bulk::Of(Limit::Unpacked { mebibytes: self.most >> 20 }))
                    .error())
            }
            false => Ok(()),
        }
    }

    #[cfg(test)]
    pub(super) fn unpacked(&self) -> u64 {
        self.lock().unpacked
    }

    fn lock(&self) -> MutexGuard<'_, Shared<R>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R: Read + Seek> Chunks<R> {
    /// # Errors
    /// Those of seeking.
    pub(in crate::submission) fn new(file: R) -> io::Result<Self> {
        Self::within(file, MOST_UNPACKED)
    }

    /// Those whose pages may have so many bytes together.
    pub(super) fn within(mut file: R, most: u64) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        let shared = Arc::new(Mutex::new(Shared { file, failed: None, unpacked: 0 }));
        Ok(Self { shared, length, most })
    }

    fn read(&self, start: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let shared = &mut *self.lock();
        let read = shared.file.seek(SeekFrom::Start(start)).and_then(|_| shared.file.read(buffer));
        read.inspect_err(|error| {
            shared.failed = Some(io::Error::new(error.kind(), error.to_string()))
        })
    }
}

/// The bytes from one on.
pub(in crate::submission) struct Bytewise<R> {
    pub(super) chunks: Chunks<R>,
    pub(super) at: u64,
}

impl<R: Read + Seek> Read for Bytewise<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.chunks.read(self.at, buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<R> Length for Chunks<R> {
    fn len(&self) -> u64 {
        self.length
    }
}

impl<R: Read + Seek + Send> ChunkReader for Chunks<R> {
    type T = BufReader<Bytewise<R>>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        let from = Bytewise { chunks: self.clone(), at: start };
        Ok(BufReader::with_capacity(1 << 10, from))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        if length > MOST_PAGE {
            let mebibytes = MOST_PAGE as u64 >> 20;
            return Err(Stop::TooLarge(Bulk::Held { mebibytes }).error());
        }
        let mut bytes = Vec::with_capacity(length);
        let from = Bytewise { chunks: self.clone(), at: start };
        let read = from.take(length as u64).read_to_end(&mut bytes)?;
        match read == length {
            true => Ok(bytes.into()),
            false => Err(ParquetError::EOF(format!("{read} of {length} bytes at {start}"))),
        }
    }
}
