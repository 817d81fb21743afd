//! The pages of a column: what is held of them, and what is charged.

use std::io::{BufReader, Chain, Cursor, Read, Seek};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedPageReader;

use super::chunks::{Bytewise, Chunks, MOST_PAGE, MOST_UNPACKED, OF_PAGE};
use super::stop::Stop;
use crate::diagnostic::{Bulk, Limit};

/// How many bytes the pages have together that a thread holds at a time, one of each column,
/// unpacked; and as many have their words.
pub(in crate::submission) const MOST_HELD: usize = 96 << 20;

/// That columns take more together than a thread holds.
pub(super) fn too_much() -> ParquetError {
    Stop::TooLarge(Bulk::Held { mebibytes: MOST_HELD as u64 >> 20 }).error()
}

/// What a thread has of columns that it reads beside each other.
pub(super) struct Beside {
    /// How many bytes the page has that is held of each.
    held: Mutex<Vec<u64>>,
    /// Whether it passes rows, which are for other threads.
    is_passing: AtomicBool,
}

impl Beside {
    pub(super) fn new(columns: usize) -> Self {
        Self { held: Mutex::new(vec![0; columns]), is_passing: AtomicBool::new(false) }
    }

    /// A page counts where its first row is read: once, whoever needs more of it.
    pub(super) fn passes(&self, is_passing: bool) {
        self.is_passing.store(is_passing, Ordering::Relaxed);
    }

    /// Holds a page of so many bytes in place of the last of its column.
    fn hold(&self, column: usize, size: u64) -> Result<()> {
        let mut held = lock(&self.held);
        if let Some(of) = held.get_mut(column) {
            *of = size;
        }
        match held.iter().fold(0, |all: u64, of| all.saturating_add(*of)) > MOST_HELD as u64 {
            true => Err(too_much()),
            false => Ok(()),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The bytes of one of the columns.
struct OfColumn<R> {
    chunks: Chunks<R>,
    beside: Arc<Beside>,
    at: usize,
    next: Mutex<Next>,
}

/// The page that is read next.
#[derive(Default)]
struct Next {
    /// How many bytes it has, unpacked.
    size: u64,
    /// Whether its header was read, and what comes is the page itself.
    is_told: bool,
}

impl<R: Read + Seek + Send> Length for OfColumn<R> {
    fn len(&self) -> u64 {
        self.chunks.len()
    }
}

/// So many bytes of a header are read at once, which few are longer than.
const HEAD: u64 = 128;

impl<R: Read + Seek + Send> ChunkReader for OfColumn<R> {
    type T = Chain<Cursor<Vec<u8>>, BufReader<Bytewise<R>>>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        let next = &mut *lock(&self.next);
        let mut head = Vec::new();
        if !std::mem::take(&mut next.is_told) {
            let from = Bytewise { chunks: self.chunks.clone(), at: start };
            head.reserve_exact(HEAD as usize);
            from.take(HEAD).read_to_end(&mut head)?;
            let size = unpacked(&head);
            next.size = size.ok_or_else(|| ParquetError::General("header of a page".to_owned()))?;
        }
        let rest = self.chunks.get_read(start + head.len() as u64)?;
        Ok(Cursor::new(head).chain(rest))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        let size = lock(&self.next).size;
        if size.max(length as u64) > MOST_PAGE as u64 {
            let mebibytes = MOST_PAGE as u64 >> 20;
            return Err(Stop::ColumnTooLarge(Bulk::Page { mebibytes }).error());
        }
        self.beside.hold(self.at, size)?;
        if !self.beside.is_passing.load(Ordering::Relaxed) {
            self.chunks.charge(size)?;
        }
        self.chunks.get_bytes(start, length)
    }
}

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

/// The pages of a column, each of which is read or passed.
pub(super) struct Pages<R: Read + Seek + Send + 'static> {
    bytes: Arc<OfColumn<R>>,
    pages: SerializedPageReader<OfColumn<R>>,
    /// How many were passed.
    passed: u64,
}

impl<R: Read + Seek + Send + 'static> Pages<R> {
    /// Those of the column that is `at` this place beside others, by what is told of it.
    pub(super) fn new(
        chunks: &Chunks<R>,
        beside: &Arc<Beside>,
        at: usize,
        told: &ColumnChunkMetaData,
        rows: usize,
    ) -> Result<Self> {
        let (chunks, beside) = (chunks.clone(), Arc::clone(beside));
        let bytes = Arc::new(OfColumn { chunks, beside, at, next: Mutex::default() });
        let pages = SerializedPageReader::new(Arc::clone(&bytes), told, rows, None)?;
        Ok(Self { bytes, pages, passed: 0 })
    }

    fn told(&self, is_told: bool) {
        lock(&self.bytes.next).is_told = is_told;
    }
}

impl<R: Read + Seek + Send + 'static> PageReader for Pages<R> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page();
        self.told(false);
        page
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        let page = self.pages.peek_next_page();
        self.told(true);
        page
    }

    fn skip_next_page(&mut self) -> Result<()> {
        // However many are passed, they are no more than may be read.
        self.passed += 1;
        if self.passed > MOST_UNPACKED / OF_PAGE {
            let mebibytes = MOST_UNPACKED >> 20;
            return Err(Stop::TooLarge(Bulk::Of(Limit::Unpacked { mebibytes })).error());
        }
        let passed = self.pages.skip_next_page();
        self.told(false);
        passed
    }
}

impl<R: Read + Seek + Send + 'static> Iterator for Pages<R> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
