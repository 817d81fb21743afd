//! Where the keys of a rule stand, for findings that point at one.

use std::ops::Range;
use std::sync::Arc;

use super::field::Checker;
use super::table::{Holds, Table};
use crate::source::Place;

/// Where the values of a rule's keys stand. A place holds the text of its line, so one is
/// made only when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    file: Arc<str>,
    source: Arc<str>,
    /// Where the lines of the file begin.
    starts: Arc<Vec<usize>>,
    /// The keys, and behind how many spans those of each end: a list may have very many.
    keys: Vec<(&'static str, usize)>,
    spans: Vec<Range<usize>>,
}

impl Keys {
    /// Those of the keys that a table has; of a list of texts each item.
    pub(super) fn new(checker: &Checker<'_>, table: &Table<'_>) -> Self {
        let mut keys = Vec::with_capacity(table.entries.len());
        let mut spans = Vec::with_capacity(table.entries.len());
        for (key, value) in table.values() {
            match value.get_ref().as_array().filter(|_| matches!(key.holds, Holds::Texts)) {
                Some(items) => spans.extend(items.iter().map(|item| item.span())),
                None => spans.push(value.span()),
            }
            keys.push((key.name, spans.len()));
        }
        let (file, source) = (Arc::clone(&checker.file), Arc::clone(&checker.shared));
        Self { file, source, starts: Arc::clone(&checker.starts), keys, spans }
    }

    /// Where the value of a key stands, if the rule has it; of a list its first item.
    pub fn place(&self, key: &str) -> Option<Place> {
        self.places(key).next()
    }

    /// Where each item of a list stands.
    pub fn places(&self, key: &str) -> impl Iterator<Item = Place> {
        let Self { file, source, starts, keys, spans } = self;
        let at = keys.iter().position(|(known, _)| *known == key);
        let end = |at: usize| keys.get(at).map_or(0, |(_, end)| *end);
        let of = at.map_or(0..0, |at| at.checked_sub(1).map_or(0, end)..end(at));
        let spans = spans.get(of).into_iter().flatten();
        spans.map(move |span| Place::among(file, source, starts, span.clone()))
    }
}
