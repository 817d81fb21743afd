//! Bounds of audits that let everything pass, or nothing.

use super::Finding;
use crate::diagnostic::LintProblem;
use crate::exact::{Decimal, Rational};
use crate::plan::{AuditBound, Plan};

/// A bound of 0, which tells of every row, and one of 100 or more where growth or points
/// are meant: an index of 108.74 would pass, and no percentage can change by more.
pub(super) fn audit_bounds(plan: &Plan) -> Vec<Finding<'_>> {
    let hundred = Decimal::new(100, 0);
    let audit = &plan.audit;
    let bounds = [
        ("growth", &audit.growth, hundred),
        ("change-points", &audit.change_points, hundred),
        ("change-percent", &audit.change_percent, None),
    ];
    let is_odd = |bound: &AuditBound, most: Option<Decimal>| {
        bound.value.is_zero()
            || most.is_some_and(|most| Rational::from(bound.value) >= Rational::from(most))
    };
    let found = bounds.into_iter().filter_map(|(key, bound, most)| {
        let bound = bound.as_ref().filter(|bound| is_odd(bound, most))?;
        let problem = LintProblem::AuditBound { key, bound: bound.value };
        Some(Finding::new(problem, bound.rule.clone(), &[]))
    });
    found.collect()
}
