//! The words that rules may use, in the order of what they mean. The loader reads them
//! and the schema lists them.

pub(super) const LEVELS: &[&str] = &["nation", "province", "city", "county", "township", "area"];
pub(super) const ATTRIBUTES: &[&str] = &["约束性", "预期性", "任务"];
pub(super) const SCOPES: &[&str] = &[
    "county",
    "city",
    "each-county",
    "total",
    "province",
    "township",
    "each-city",
    "each-township",
    "nation",
    "each-province",
];
/// How values add up follows from the unit. A rule can say that they don't, or that they
/// do though its name sounds like an average.
pub(super) const ROLL_UPS: &[&str] = &["none", "sum"];
/// Of any rule, for the schema.
pub(super) const ALL_ROLL_UPS: &[&str] = &["all", "any", "none", "sum"];
/// Percentages and rates of growth never add up.
pub(super) const ROLL_UPS_OF_RATES: &[&str] = &["none"];
/// Of a milestone a rule says whose counts.
pub(super) const MILESTONE_ROLL_UPS: &[&str] = &["all", "any", "none"];
/// Of the whole plan.
pub(super) const PLAN_PACES: &[&str] = &["linear", "none"];
/// Of one rule.
pub(super) const PACES: &[&str] = &["linear", "at-end"];
pub(super) const GRADED_BY: &[&str] = &["requirement", "target"];
/// What of a change is sent.
pub(super) const REPORTED: &[&str] = &["level", "change", "fall"];
/// What regions without a target of their own have, where some have one.
pub(super) const BY_REGION: &[&str] = &["required", "same"];
pub(super) const CHANGES: &[&str] = &["absolute", "percent"];
/// Of `dabiao.toml`.
pub(super) const FAIL_ON: &[&str] = &["binding", "anticipatory", "task", "none"];
pub(super) const LANGUAGES: &[&str] = &["zh", "en"];
/// `>=` and `<=` are `≥` and `≤` typed in ASCII.
pub(super) const OPERATORS: &[&str] = &[">", "≥", ">=", "<", "≤", "<=", "=", "between", "±"];
