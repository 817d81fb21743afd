//! The bytes of a file, wherever they are asked for.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, Length};

/// How many bytes a page has at most, unpacked; what is at the end of a file has no more either.
pub(in crate::submission) const MOST_PAGE: usize = 64 << 20;

/// How many bytes the pages have together that a thread holds at a time, one of each column,
/// unpacked; and as many have their words.
pub(in crate::submission) const MOST_HELD: usize = 96 << 20;

/// How many bytes the pages of a file have together, unpacked, each as often as it is read or
/// passed.
pub(in crate::submission) const MOST_UNPACKED: u64 = 8 << 30;

/// A file that several columns are read of.
pub(in crate::submission) struct Chunks<R> {
    shared: Arc<Mutex<Shared<R>>>,
    length: u64,
}

struct Shared<R> {
    file: R,
    /// What the system said when it failed.
    failed: Option<io::Error>,
    /// How many bytes the pages have that were read or passed, unpacked.
    unpacked: u64,
}

impl<R> Clone for Chunks<R> {
    fn clone(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), length: self.length }
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

    fn lock(&self) -> MutexGuard<'_, Shared<R>> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<R: Read + Seek> Chunks<R> {
    /// # Errors
    /// Those of seeking.
    pub(in crate::submission) fn new(mut file: R) -> io::Result<Self> {
        let length = file.seek(SeekFrom::End(0))?;
        Ok(Self {
            shared: Arc::new(Mutex::new(Shared { file, failed: None, unpacked: 0 })),
            length,
        })
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
    chunks: Chunks<R>,
    at: u64,
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
            return Err(too_large());
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

/// The bytes of one of the columns that a thread reads beside each other.
pub(super) struct OfColumn<R> {
    pub(super) chunks: Chunks<R>,
    /// How many bytes the page has that is held of each column.
    pub(super) held: Arc<Mutex<Vec<u64>>>,
    pub(super) at: usize,
}

impl<R: Read + Seek + Send> Length for OfColumn<R> {
    fn len(&self) -> u64 {
        self.chunks.len()
    }
}

impl<R: Read + Seek + Send> ChunkReader for OfColumn<R> {
    type T = BufReader<Bytewise<R>>;

    /// What stands there begins with the header of a page, which takes the place of the last.
    fn get_read(&self, start: u64) -> Result<Self::T> {
        let from = Bytewise { chunks: self.chunks.clone(), at: start };
        let mut head = Vec::new();
        from.take(HEAD).read_to_end(&mut head)?;
        if let Some(size) = unpacked(&head) {
            if size > MOST_PAGE as u64 {
                return Err(too_large());
            }
            let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(of) = held.get_mut(self.at) {
                *of = size;
            }
            if held.iter().fold(0, |all: u64, of| all.saturating_add(*of)) > MOST_HELD as u64 {
                return Err(too_much());
            }
            let shared = &mut *self.chunks.lock();
            shared.unpacked = shared.unpacked.saturating_add(size);
            if shared.unpacked > MOST_UNPACKED {
                let mebibytes = MOST_UNPACKED >> 20;
                return Err(ParquetError::General(format!("pages of more than {mebibytes} MiB")));
            }
        }
        self.chunks.get_read(start)
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        self.chunks.get_bytes(start, length)
    }
}

fn too_large() -> ParquetError {
    ParquetError::General(format!("a page of more than {} MiB", MOST_PAGE >> 20))
}

/// That columns take more together than a thread holds.
pub(super) fn too_much() -> ParquetError {
    ParquetError::General(format!("columns of more than {} MiB at a time", MOST_HELD >> 20))
}

/// So many bytes hold the sizes of a page.
const HEAD: u64 = 24;

/// How many bytes a page has when it is unpacked, by its header: that allots so much before
/// anything is unpacked.
fn unpacked(head: &[u8]) -> Option<u64> {
    /// The mark of a whole number that is the next field.
    const NEXT: u8 = 0x15;
    let mut bytes = head.iter().copied();
    let mut number = || {
        bytes.next().filter(|mark| *mark == NEXT)?;
        let mut number = 0;
        for place in 0..5 {
            let byte = bytes.next()?;
            number |= u64::from(byte & 0x7F) << (7 * place);
            if byte < 0x80 {
                return Some(number >> 1);
            }
        }
        None
    };
    let _kind = number()?;
    number()
}
