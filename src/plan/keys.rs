//! Where the keys of a rule stand, for findings that point at one.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::field::{At, Checker};
use super::raw::Field;
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
    /// Those of the keys that the rule has.
    pub(super) fn new(checker: &Checker<'_>, fields: &[(&'static str, &Field)]) -> Self {
        let spans = fields
            .iter()
            .filter_map(|(key, field)| field.as_ref().map(|value| (*key, Spanned::span(value))));
        Self {
            file: Arc::clone(&checker.file),
            source: Arc::clone(&checker.shared),
            spans: spans.collect(),
        }
    }

    /// The same with the items of a list, under the key that holds them.
    pub(super) fn with_items<T>(mut self, key: &'static str, items: &[At<T>]) -> Self {
        self.spans.extend(items.iter().map(|item| (key, item.span.clone())));
        self
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
