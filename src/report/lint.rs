//! What `plan lint` found: a plain value, as the report is.

use super::{Exit, PlanInfo};
use crate::diagnostic::Diagnostic;

/// What was found in the rules of a plan.
#[derive(Debug)]
pub struct LintReport {
    /// The plan.
    pub plan: PlanInfo,
    /// The findings that nobody said are meant, in the order of the rules.
    pub found: Vec<Diagnostic>,
    /// Those that are meant so, in the same order.
    pub allowed: Vec<Allowed>,
    /// How many rules were looked at.
    pub rules: usize,
}

/// A finding that is meant so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The finding.
    pub found: Diagnostic,
    /// Why it is meant so.
    pub reason: String,
}

impl LintReport {
    /// How the run ends.
    pub fn exit(&self) -> Exit {
        if self.found.is_empty() { Exit::Passed } else { Exit::Failed }
    }
}
