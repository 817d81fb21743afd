//! Reading in turns: several threads take one part after the other.

use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::Builder;

use super::Vocabulary;
use super::blocks::{Block, Blocks, line_ends};
use super::budget::{Share, Taken};
use super::columns::Columns;
use super::lines::{LineReader, Lines};
use super::record::Splitter;
use super::rows::Batch;
use super::text::Text;
use crate::diagnostic::Findings;
use crate::term::Texts;

/// What rows come from.
pub(super) trait Source: Send {
    /// Rows that a thread takes at a time.
    type Part: Part;

    /// The next ones, perhaps in the memory of `used` ones, or what is left of these; none at the
    /// end.
    fn next(&mut self, used: Option<Self::Part>) -> io::Result<Option<Self::Part>>;

    /// Whether there is so little left that it is not worth another thread.
    fn is_ended(&self) -> bool;

    /// The first byte that could not be decoded.
    fn undecoded(&self) -> Option<Offset>;

    /// Whether it ended before its rows did, so that nothing of it may be kept.
    fn is_broken(&self) -> bool;

    /// How many lines were handed out.
    fn lines(&self) -> u64;
}

/// Rows that one thread reads.
pub(super) trait Part: Send {
    /// Reads all of them; the batch is for taking what is in it. An error is the first byte
    /// that is not UTF-8.
    fn read<'b>(
        &mut self,
        reading: &'b mut LineReader<'_>,
        splitter: &mut Splitter,
    ) -> Result<&'b mut Batch, Offset>;

    /// Looks at what is too much to be read, in case that is no text, or damaged.
    fn check(&mut self, reading: &LineReader<'_>) -> Result<(), Offset>;
}

impl Part for Block {
    fn read<'b>(
        &mut self,
        reading: &'b mut LineReader<'_>,
        splitter: &mut Splitter,
    ) -> Result<&'b mut Batch, Offset> {
        reading.read(splitter, self).map_err(|at| offset(self, at))
    }

    fn check(&mut self, _: &LineReader<'_>) -> Result<(), Offset> {
        utf8(&self.bytes).map_err(|at| offset(self, at))
    }
}

impl<R: Read + Send> Source for Blocks<Text<R>> {
    type Part = Block;

    fn next(&mut self, used: Option<Block>) -> io::Result<Option<Block>> {
        self.next(used.map_or_else(Vec::new, |block| block.bytes))
    }

    fn is_ended(&self) -> bool {
        self.is_ended()
    }

    fn undecoded(&self) -> Option<Offset> {
        self.reader().fault()
    }

    fn is_broken(&self) -> bool {
        false
    }

    fn lines(&self) -> u64 {
        self.lines()
    }
}

/// What the threads share: where parts come from, and where rows go.
struct Shared<S: Source> {
    blocks: Mutex<Queue<S>>,
    sink: Mutex<Sink>,
}

struct Queue<S: Source> {
    blocks: S,
    /// The first part, of which the header has been read.
    first: Option<S::Part>,
    /// How many parts were handed out.
    handed: u64,
    stopped: bool,
}

/// How many bytes a value takes that was sent before.
const OF_DUPLICATE: usize = 192;

/// Where rows go.
#[derive(Default)]
pub(super) struct Sink {
    pub(super) columns: Columns,
    pub(super) remarks: Texts,
    pub(super) words: Texts,
    /// Of remarks and words those of files that were read before.
    pub(super) before: ((usize, usize), (usize, usize)),
    /// What the file keeps beside figures.
    pub(super) kept: Taken,
    /// What its rows take that can't be read.
    pub(super) unread: Taken,
    /// What the texts beside its figures claim.
    pub(super) claims: Taken,
    /// What its rows take as text that are packed otherwise.
    pub(super) unpacked: Taken,
    /// The number of each part that took something of these, and what: unread, claims, unpacked.
    pub(super) took: Vec<(u64, [u64; 3])>,
    pub(super) faults: Findings,
    pub(super) rows: u64,
    /// The first line that says something of the rows below it.
    pub(super) says_more: Option<u64>,
    /// The first byte that is not UTF-8.
    pub(super) undecoded: Option<Offset>,
}

/// A byte of a file, and its line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Offset {
    pub(super) offset: u64,
    pub(super) line: u64,
}

/// Reads the blocks of a file, of which the first may have been taken, into the sink.
pub(super) fn read<S: Source>(
    lines: &Lines<'_>,
    blocks: S,
    first: Option<S::Part>,
    sink: Sink,
    threads: NonZeroUsize,
) -> io::Result<(S, Sink)> {
    let shared = Shared {
        blocks: Mutex::new(Queue { blocks, first, handed: 0, stopped: false }),
        sink: Mutex::new(sink),
    };
    let result = shared.run(lines, threads);
    let source = shared.blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut sink = shared.sink.into_inner().unwrap_or_else(PoisonError::into_inner);
    sink.settle();
    result.map(|()| (source.blocks, sink))
}

impl<S: Source> Shared<S> {
    fn run(&self, lines: &Lines<'_>, threads: NonZeroUsize) -> io::Result<()> {
        // A file of one block is not worth another thread.
        let others = if lock(&self.blocks).blocks.is_ended() { 0 } else { threads.get() - 1 };
        std::thread::scope(|scope| {
            let spawn = |_| Builder::new().spawn_scoped(scope, || self.work(lines)).ok();
            // Where no more threads can be had, fewer do the work.
            let others: Vec<_> = (0..others).map_while(spawn).collect();
            others.into_iter().fold(self.work(lines), |result, other| {
                let joined = other.join();
                let stopped = |_| Err(io::Error::other("a reading thread stopped"));
                result.and(joined.unwrap_or_else(stopped))
            })
        })
    }

    /// Takes parts until none is left.
    fn work(&self, lines: &Lines<'_>) -> io::Result<()> {
        let mut reading = LineReader::new(lines);
        let mut splitter = Splitter::new(lines.delimiter);
        let mut used = None;
        let mut is_wanted = true;
        loop {
            let (number, part) = {
                let mut source = lock(&self.blocks);
                if source.stopped {
                    return Ok(());
                }
                source.handed += 1;
                let part = match source.first.take() {
                    Some(first) => Some(first),
                    None => source.blocks.next(used)?,
                };
                (source.handed, part)
            };
            let Some(mut part) = part else { return Ok(()) };
            // What is too much is read to its end all the same, in case that is no text.
            let read = match is_wanted {
                true => part.read(&mut reading, &mut splitter).map(|batch| {
                    let mut sink = lock(&self.sink);
                    sink.note(number, batch);
                    is_wanted = sink.absorb(batch, lines.context.vocabulary);
                }),
                false => part.check(&reading),
            };
            if let Err(offset) = read {
                self.stop(offset);
                return Ok(());
            }
            used = Some(part);
        }
    }

    /// Notes the first byte that is not UTF-8. Blocks before it are in other
    /// threads' hands already and may hold an earlier one.
    fn stop(&self, offset: Offset) {
        lock(&self.blocks).stopped = true;
        let mut sink = lock(&self.sink);
        if sink.undecoded.is_none_or(|first| offset < first) {
            sink.undecoded = Some(offset);
        }
    }
}

/// Where in the file a byte of a block stands.
pub(super) fn offset(block: &Block, at: usize) -> Offset {
    Offset { offset: block.offset + at as u64, line: block.line + line_ends(&block.bytes[..at]) }
}

impl Sink {
    /// Takes what is in a batch, and says whether more is wanted.
    pub(super) fn absorb(&mut self, batch: &mut Batch, vocabulary: &Vocabulary<'_>) -> bool {
        self.unread.take(batch.unread);
        self.claims.take(batch.claims);
        self.unpacked.take(batch.unpacked);
        self.says_more = self.says_more.into_iter().chain(batch.says_more).min();
        // What keeps too much is read to its end all the same: what else is to be said of it
        // does not depend on which block came first.
        if !self.kept.is_over() {
            let (regions, series) = (vocabulary.regions.len(), vocabulary.series.len());
            let again = self.columns.absorb(&batch.rows, regions, series);
            self.kept.take((again * OF_DUPLICATE) as u64);
            for (texts, new) in
                [(&mut self.remarks, &batch.remarks), (&mut self.words, &batch.words)]
            {
                new.iter().for_each(|(line, text)| self.kept.take(texts.push(*line, text) as u64));
            }
            self.faults.absorb(std::mem::take(&mut batch.faults));
            self.rows += batch.seen;
        }
        *batch = Batch { rows: std::mem::take(&mut batch.rows), ..Batch::default() };
        batch.rows.clear();
        !self.is_stopped()
    }

    /// Notes what a part took.
    fn note(&mut self, number: u64, batch: &Batch) {
        let took = [batch.unread, batch.claims, batch.unpacked];
        if took != [0; 3] {
            self.took.push((number, took));
        }
    }

    /// Of what is too much counts no more than up to the first part with which it is: every part
    /// before was read, and how many behind it is chance.
    fn settle(&mut self) {
        let mut took = std::mem::take(&mut self.took);
        if !self.is_stopped() {
            return;
        }
        took.sort_unstable();
        for taken in [&mut self.unread, &mut self.claims, &mut self.unpacked] {
            taken.taken = 0;
        }
        for (_, [unread, claims, unpacked]) in took {
            self.unread.take(unread);
            self.claims.take(claims);
            self.unpacked.take(unpacked);
            if self.is_stopped() {
                return;
            }
        }
    }

    /// Whether its rows take so much time that no more of them is looked at.
    pub(super) fn is_stopped(&self) -> bool {
        self.unread.is_over() || self.claims.is_over() || self.unpacked.is_over()
    }

    /// The share of which the file takes more than is left.
    pub(super) fn over(&self) -> Option<Share> {
        let shares = [
            (Share::Unread, &self.unread),
            (Share::Claims, &self.claims),
            (Share::Unpacked, &self.unpacked),
            (Share::Kept, &self.kept),
        ];
        shares.into_iter().find_map(|(share, taken)| taken.is_over().then_some(share))
    }

    /// Takes back all of a file, whose lines are behind this one.
    pub(super) fn forget(&mut self, first_line: u32) {
        let (remarks, words) = self.before;
        self.columns.forget(first_line);
        self.remarks.back_to(remarks);
        self.words.back_to(words);
        self.faults = Findings::default();
        self.kept.taken = 0;
    }
}

/// A poisoned lock means that another thread panicked, which it then reports itself.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Checks that bytes are UTF-8; else where the first stands that is not.
pub(super) fn utf8(bytes: &[u8]) -> Result<(), usize> {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return Ok(());
    }
    std::str::from_utf8(bytes).map(|_| ()).map_err(|error| error.valid_up_to())
}
