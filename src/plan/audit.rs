//! The `[audit]` table: bounds of audits, and what each audit does.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::field::Checker;
use super::raw::Field;
use super::schema::{Audits, Magnitude};
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

/// `[audit]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(rename = "audit", description = "数据审核 / audits", deny_unknown_fields)]
pub(super) struct RawAudit {
    #[schemars(
        with = "Magnitude",
        description = "百分比比上年变化至多几个百分点；不写则不审 / \
            by how many points a rate may change in a year; not audited if left out"
    )]
    change_points: Field,
    #[schemars(
        with = "Magnitude",
        description = "其他数值比上年变化至多百分之几；不写则不审 / \
            by how many percent other values may change in a year; not audited if left out"
    )]
    change_percent: Field,
    #[schemars(
        with = "Magnitude",
        description = "增长率至多百分之几，升降都算；不写则不审 / \
            how many percent growth may be, up or down; not audited if left out"
    )]
    growth: Field,
    #[schemars(
        with = "Audits",
        description = "强制性：查出的行无效 / hard: what they find makes the row invalid"
    )]
    deny: Field,
    #[schemars(
        with = "Audits",
        description = "核实性：查出的行要在备注中说明 / soft: what they find must be explained"
    )]
    warn: Field,
    #[schemars(with = "Audits", description = "不审 / not audited")]
    allow: Field,
}

/// What the table says.
pub(super) fn rules(checker: &mut Checker<'_>, raw: &RawAudit) -> AuditRules {
    let mut rules = AuditRules {
        levels: Levels::default(),
        change_points: bound(checker, "change-points", &raw.change_points),
        change_percent: bound(checker, "change-percent", &raw.change_percent),
        growth: bound(checker, "growth", &raw.growth),
    };
    let mut known = Vec::new();
    for level in Level::ALL {
        let field = match level {
            Level::Deny => &raw.deny,
            Level::Warn => &raw.warn,
            Level::Allow => &raw.allow,
        };
        for code in checker.texts(level.word(), field) {
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

fn bound(checker: &mut Checker<'_>, key: &'static str, field: &Field) -> Option<AuditBound> {
    let number = checker.number(key, field.as_ref()?)?;
    if number.value.is_negative() {
        checker.fault(PlanProblem::NegativeBound { key }, number.span);
        return None;
    }
    let rule = checker.place(field.as_ref().map(Spanned::span)?);
    Some(AuditBound { value: number.value, rule })
}
