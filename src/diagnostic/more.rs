//! Findings that are counted, not listed.

use std::collections::BTreeMap;

use super::{Severity, Subject};

/// How many more findings of one code there are than are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct More {
    /// The code.
    pub code: &'static str,
    /// How much each weighs.
    pub severity: Severity,
    /// How many there are, by what they are about.
    pub counts: BTreeMap<Subject, u64>,
}

impl More {
    /// How many there are.
    pub fn count(&self) -> u64 {
        self.counts.values().sum()
    }
}
