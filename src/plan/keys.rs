//! Where the keys of a rule stand, for findings that point at one.

use std::ops::Range;
use std::sync::Arc;

use super::field::Checker;
use super::table::{Holds, Table};
use crate::source::Place;

/// Where the values of a rule's keys stand. A place costs counting lines, so one is
/// made only when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    file: Arc<str>,
    source: Arc<str>,
    spans: Vec<(&'static str, Range<usize>)>,
}

impl Keys {
    /// Those of the keys that a table has; of a list of texts each item.
    pub(super) fn new(checker: &Checker<'_>, table: &Table<'_>) -> Self {
        let mut spans = Vec::with_capacity(table.entries.len());
        for (key, value) in table.values() {
            match value.get_ref().as_array().filter(|_| matches!(key.holds, Holds::Texts)) {
                Some(items) => spans.extend(items.iter().map(|item| (key.name, item.span()))),
                None => spans.push((key.name, value.span())),
            }
        }
        Self { file: Arc::clone(&checker.file), source: Arc::clone(&checker.shared), spans }
    }

    /// Where the value of a key stands, if the rule has it; of a list its first item.
    pub fn place(&self, key: &str) -> Option<Place> {
        self.places(key).next()
    }

    /// Where each item of a list stands.
    pub fn places(&self, key: &str) -> impl Iterator<Item = Place> {
        let spans = self.spans.iter().filter(move |(known, _)| *known == key);
        spans.map(|(_, span)| Place::span(&self.file, &self.source, span.clone()))
    }
}
