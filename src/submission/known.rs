//! What follows from a vocabulary, found out once and not once a cell.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::layout::{Heading, Named};
use crate::term::Found;

/// How many texts are remembered.
const MOST: usize = 200_000;

/// How many bytes a text has that is remembered, at most.
pub(super) const LONGEST_REMEMBERED: usize = 200;

/// What was found out so far.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The words of the plan, folded.
    pub(super) words: OnceLock<String>,
    /// The units of the series and of their counts, folded.
    pub(super) units: OnceLock<HashSet<String>>,
    /// What texts say as headings. A row is looked at with those above and below it, and
    /// its cells alone and again.
    pub(super) headings: Memo<Heading>,
    /// The same of the names of indicators in rows, which several threads read.
    pub(super) indicators: Memo<Heading>,
    /// Which regions they are, below headings: the same words may stand in a million rows.
    pub(super) regions: Memo<Option<Found>>,
    /// Whether they say something of all rows, in rows that are not known.
    pub(super) said: Memo<bool>,
    /// Whether they may say something, as remarks, of other rows than their own.
    pub(super) remarked: Memo<bool>,
    /// What they name at the beginning of a row.
    pub(super) names: Memo<Option<Named>>,
    /// The regions that areas lie in, by number.
    pub(super) with_areas: OnceLock<HashSet<u32>>,
    /// What looking for the tables of a file has taken.
    pub(super) effort: Effort,
}

/// What is spent on looking at texts as headings and titles, in tenths of a byte that is
/// read. One thread looks for tables.
#[derive(Debug, Default)]
pub(super) struct Effort(AtomicU64);

impl Effort {
    /// What a text costs however short it is, in bytes.
    pub(super) const LEAST: u64 = 8;
    /// How much a file may take, in bytes.
    pub(super) const MOST: u64 = 4_000_000;
    /// What a row costs that is looked at as headings, beside its texts.
    pub(super) const OF_ROW: u64 = 40;
    const TENTHS: u64 = 10;

    /// Begins another file.
    pub(super) fn begin(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// Charges a text that is read, of which no more than `longest` bytes are read word by
    /// word.
    pub(super) fn read(&self, bytes: usize, longest: usize) {
        let words = bytes.min(longest);
        self.add((words as u64 + Self::LEAST) * Self::TENTHS + (bytes - words) as u64);
    }

    /// Charges a row that is looked at as headings.
    pub(super) fn row(&self) {
        self.add(Self::OF_ROW * Self::TENTHS);
    }

    /// Charges a text of which it is known what it says.
    fn again(&self) {
        self.add(1);
    }

    fn add(&self, tenths: u64) {
        self.0.fetch_add(tenths, Ordering::Relaxed);
    }

    /// What the file has taken, in bytes.
    pub(super) fn taken(&self) -> u64 {
        self.0.load(Ordering::Relaxed) / Self::TENTHS
    }

    /// Whether that is all that a file may take. What is found then is not used.
    pub(super) fn is_spent(&self) -> bool {
        self.taken() >= Self::MOST
    }
}

/// What was found out of texts.
#[derive(Debug)]
pub(super) struct Memo<T>(Mutex<HashMap<Box<str>, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// A copy of a vocabulary may be given other names.
impl Clone for Known {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T: Clone + Default> Memo<T> {
    /// The same, charged; nothing once all is spent that a file may take.
    pub(super) fn charged(
        &self,
        text: &str,
        longest: usize,
        effort: &Effort,
        read: impl FnOnce() -> T,
    ) -> T {
        if effort.is_spent() {
            return T::default();
        }
        effort.again();
        self.of(text, || {
            effort.read(text.len(), longest);
            read()
        })
    }
}

impl<T: Clone> Memo<T> {
    /// What is known of a text; else it is read.
    pub(super) fn of(&self, text: &str, read: impl FnOnce() -> T) -> T {
        if text.len() > LONGEST_REMEMBERED {
            return read();
        }
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(text) {
            return known.clone();
        }
        let read = read();
        let mut known = lock();
        // What fills it can't keep it from what comes later.
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.into(), read.clone());
        read
    }
}
