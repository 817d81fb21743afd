//! What follows from a vocabulary, found out once and not once a cell.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::layout::Heading;

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
    headings: Mutex<HashMap<Box<str>, Heading>>,
}

/// A copy of a vocabulary may be given other names.
impl Clone for Known {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Known {
    /// What a text says as a heading, which is read if it is not known.
    pub(super) fn heading(&self, text: &str, read: impl FnOnce() -> Heading) -> Heading {
        if text.len() > LONGEST {
            return read();
        }
        let lock = || self.headings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(text) {
            return known.clone();
        }
        let heading = read();
        let mut headings = lock();
        if headings.len() < MOST {
            headings.insert(text.into(), heading.clone());
        }
        heading
    }
}
