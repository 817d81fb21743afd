//! How what audits found stands.

use crate::diagnostic::AuditStatus;

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
