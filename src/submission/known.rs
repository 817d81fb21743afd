//! What follows from a vocabulary, found out once and not once a cell.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::layout::{Heading, Named};
use crate::term::Found;

/// How many texts are remembered, and of how many bytes each.
const MOST: usize = 200_000;
const LONGEST: usize = 200;

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
    /// Which regions they are, below headings: the same words may stand in a million rows.
    pub(super) regions: Memo<Option<Found>>,
    /// What they name at the beginning of a row.
    pub(super) names: Memo<Option<Named>>,
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

impl<T: Clone> Memo<T> {
    /// What is known of a text; else it is read.
    pub(super) fn of(&self, text: &str, read: impl FnOnce() -> T) -> T {
        if text.len() > LONGEST {
            return read();
        }
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(text) {
            return known.clone();
        }
        let read = read();
        let mut known = lock();
        if known.len() < MOST {
            known.insert(text.into(), read.clone());
        }
        read
    }
}
