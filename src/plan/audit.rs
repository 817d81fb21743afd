//! The `[audit]` table: bounds of audits, and what each audit does.

use super::field::Checker;
use super::table::Table;
use crate::diagnostic::{Audit, AuditProblem, Level, Levels, PlanProblem};
use crate::exact::Decimal;
use crate::source::Place;
use crate::term::nearest;

/// 数据审核: what the plan says of audits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditRules {
    /// What each audit does.
    pub levels: Levels,
    /// How many percentage points a rate may change from one year to the next.
    pub change_points: Option<AuditBound>,
    /// By how many percent of the year before any other value may change.
    pub change_percent: Option<AuditBound>,
    /// How many percent growth may be, up or down.
    pub growth: Option<AuditBound>,
}

/// A bound of an audit. Without one nothing is audited by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditBound {
    /// The bound; what reaches it, but does not go beyond, is let pass.
    pub value: Decimal,
    /// Where in the rules it stands.
    pub rule: Place,
}

/// What the table says.
pub(super) fn rules(checker: &mut Checker<'_>, raw: &Table<'_>) -> AuditRules {
    let mut rules = AuditRules {
        levels: Levels::default(),
        change_points: bound(checker, raw, "change-points"),
        change_percent: bound(checker, raw, "change-percent"),
        growth: bound(checker, raw, "growth"),
    };
    let mut known = Vec::new();
    for level in Level::ALL {
        for code in checker.texts(raw, level.word()) {
            let Some(audit) = Audit::of_code(&code.value) else {
                let nearest = nearest(&code.value, AuditProblem::codes());
                let problem = PlanProblem::UnknownAudit { code: code.value, nearest };
                checker.fault(problem, code.span);
                continue;
            };
            if known.contains(&audit) {
                checker.fault(PlanProblem::AuditTwice { code: audit.code() }, code.span);
            }
            known.push(audit);
            rules.levels.set(audit, level);
        }
    }
    rules
}

fn bound(checker: &mut Checker<'_>, raw: &Table<'_>, key: &'static str) -> Option<AuditBound> {
    let number = checker.number(raw, key)?;
    if number.value.is_negative() {
        checker.fault(PlanProblem::NegativeBound { key }, number.span);
        return None;
    }
    Some(AuditBound { value: number.value, rule: checker.place(number.span) })
}
