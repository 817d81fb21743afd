//! JSON reports as they are written: every key may be missing or of any type.

use serde::Deserialize;
use serde_json::Value;

/// What tells whether the rest can be understood.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawVersion {
    pub(super) schema_version: Value,
    pub(super) tool: Value,
}

/// The document. Keys that nothing is compared by are passed over: keys are additive.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawReport {
    pub(super) run: Option<RawRun>,
    pub(super) results: Option<Vec<RawVerdict>>,
    pub(super) diagnostics: Option<Vec<RawFinding>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawRun {
    pub(super) plan: RawPlan,
    pub(super) years: Vec<Value>,
    pub(super) against: Value,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawPlan {
    pub(super) id: Value,
    pub(super) title: Value,
}

/// One of `results`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawVerdict {
    pub(super) indicator: Value,
    pub(super) number: Value,
    pub(super) name: Value,
    pub(super) attribute: Value,
    pub(super) region: RawRegion,
    pub(super) year: Value,
    pub(super) outcome: Value,
    pub(super) value: Value,
    pub(super) numerator: Value,
    pub(super) denominator: Value,
    pub(super) unit: Value,
    pub(super) requirement: Option<RawRequirement>,
    pub(super) target: RawTarget,
    pub(super) done_on: Value,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawRegion {
    pub(super) code: Value,
    pub(super) name: Value,
    pub(super) level: Value,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawRequirement {
    pub(super) operator: Value,
    pub(super) value: Value,
    pub(super) low: Value,
    pub(super) high: Value,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawTarget {
    pub(super) form: Value,
}

/// One of `diagnostics`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawFinding {
    pub(super) code: Value,
    pub(super) severity: Value,
    /// How many findings it stands for, if it is not one alone.
    pub(super) count: Value,
    /// How many of those are about what.
    pub(super) counts: Value,
    pub(super) region: Value,
    pub(super) indicators: Value,
}
