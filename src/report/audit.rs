//! How what audits found stands.

use crate::diagnostic::{Audit, AuditStatus, Diagnostic, Severity};

/// How many findings of audits there are of each kind, those not listed included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AuditTally {
    /// 强制性: the row can't be used.
    pub hard: u64,
    /// 核实性: the row has to be explained, and is not.
    pub open: u64,
    /// 核实性, and explained.
    pub explained: u64,
}

impl AuditTally {
    /// What a list of findings holds.
    pub(crate) fn of(found: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for found in found.iter().filter(|found| Audit::of_code(found.code()).is_some()) {
            match found.severity() {
                Severity::Error => tally.hard += found.count(),
                Severity::Warning => tally.open += found.count(),
                Severity::Note => tally.explained += found.count(),
            }
        }
        tally
    }

    /// Counts one.
    pub(crate) fn add(&mut self, status: &AuditStatus) {
        match status {
            AuditStatus::Hard => self.hard += 1,
            AuditStatus::Open => self.open += 1,
            AuditStatus::Explained { .. } => self.explained += 1,
        }
    }

    /// Counts those of another.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.hard += other.hard;
        self.open += other.open;
        self.explained += other.explained;
    }

    /// Whether nothing was found.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}
