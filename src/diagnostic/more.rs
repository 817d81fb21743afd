//! Findings that are counted, not listed.

use std::collections::BTreeMap;

use super::{Message, Severity, Subject};
use crate::words::Lang;

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
    pub(super) fn message(&self, lang: Lang) -> Message {
        let count = self.count();
        Message::new(lang.pick(
            format!("另有 {count} 处同类情况，未逐条列出"),
            format!("{count} more of the same kind, not listed one by one"),
        ))
        .help(lang.pick("请先处理已列出的，再检查", "see to those listed, then check again"))
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.counts.values().sum()
    }
}
