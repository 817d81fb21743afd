//! The JSON Schema of rule files, for editors that complete and check keys.
//!
//! It is made of the types that read rule files, the words that those know and the
//! keys of each form, so that it can't say anything else than the loader does. What
//! one rule's text alone does not tell (whether an id is there, or a percentage is
//! over 100) is left to the loader: the schema refuses nothing that loads.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::raw::RawFile;
use super::target::{self, Operator};
use super::words;
use crate::diagnostic::{AuditProblem, LintProblem};
use crate::form::{Form, States, UnitKind};

/// The JSON Schema of rule files, draft 2020-12.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(RawFile).as_value())
}

/// What the value of a key may be.
macro_rules! kinds {
    ($($name:ident = $schema:tt)+) => {$(
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

kinds! {
    Text = { "type": "string", "pattern": "\\S" }
    Texts = { "type": "array", "items": { "type": "string", "pattern": "\\S" } }
    Label = { "type": ["string", "integer"], "pattern": "\\S" }
    Flag = { "type": "boolean" }
    Number = { "type": "number" }
    YearNumber = { "type": "integer", "minimum": 1000, "maximum": 9999 }
    Threshold = { "anyOf": [number(), pair()] }
    Milestones = {
        "type": "object",
        "patternProperties": { "^[0-9]{4}$": number() },
        "additionalProperties": false,
    }
    Level = { "enum": words::LEVELS }
    Attribute = { "enum": words::ATTRIBUTES }
    Scope = { "enum": words::SCOPES }
    RollUp = { "enum": words::ALL_ROLL_UPS }
    PlanPace = { "enum": words::PLAN_PACES }
    Pace = { "enum": words::PACES }
    Change = { "enum": words::CHANGES }
    OperatorWord = { "enum": words::OPERATORS }
    FormWord = { "enum": Form::WORDS }
    Magnitude = { "type": "number", "minimum": 0 }
    Audits = { "type": "array", "items": { "enum": AuditProblem::codes().collect::<Vec<_>>() } }
}

/// `allow`: what `plan lint` may find, each with its reason.
pub(super) struct Allowed;

impl JsonSchema for Allowed {
    fn schema_name() -> Cow<'static, str> {
        "allow".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let reason = json!({ "type": "string", "pattern": "\\S" });
        json_schema!({
            "description": "确属本意的 plan lint 发现，各写明原因 / \
                            what plan lint finds and is meant so, each with its reason",
            "type": "object",
            "properties": each(LintProblem::codes(), &reason),
            "additionalProperties": false,
        })
    }
}

fn number() -> Value {
    json!({ "type": "number" })
}

/// From the lower to the upper.
fn pair() -> Value {
    json!({ "type": "array", "items": number(), "minItems": 2, "maxItems": 2 })
}

/// Properties that are all alike.
fn each<'k>(keys: impl IntoIterator<Item = &'k str>, schema: &Value) -> Map<String, Value> {
    keys.into_iter().map(|key| (key.to_owned(), schema.clone())).collect()
}

/// If a key has that value.
fn has(key: &str, value: &str) -> Value {
    json!({ "properties": { key: { "const": value } }, "required": [key] })
}

/// An area alone need not have a code.
pub(super) fn region_codes(schema: &mut Schema) {
    schema.insert("if".to_owned(), has("level", "area"));
    schema.insert("else".to_owned(), json!({ "required": ["code"] }));
}

/// What the form of a target and its operator ask of the other keys.
pub(super) fn forms(schema: &mut Schema) {
    let forms = Form::ALL.into_iter();
    let forms = forms.map(|form| json!({ "if": is_of(form), "then": demanded(form) }));
    let range = json!({
        "if": has("operator", "between"),
        "then": { "properties": { "threshold": pair() } },
        "else": { "properties": { "threshold": number() } },
    });
    let about = json!({
        "if": has("operator", "±"),
        "then": { "required": ["tolerance"] },
        "else": { "properties": { "tolerance": false } },
    });
    let one_sided = json!({
        "if": { "required": ["about"] },
        "then": { "properties": { "operator": { "enum": target::operators(Operator::is_one_sided) } } },
    });
    schema.insert("allOf".to_owned(), forms.chain([range, about, one_sided]).collect());
}

/// Whether a rule is of a form: it names it, or its keys say it.
fn is_of(form: Form) -> Value {
    let unnamed = |reference: Value| {
        json!({ "anyOf": [
            has("form", form.word()),
            { "allOf": [{ "not": { "required": ["form"] } }, reference] },
        ] })
    };
    match form {
        Form::Level => unnamed(json!({ "not": { "required": ["reference"] } })),
        Form::Relative => unnamed(json!({ "required": ["reference"] })),
        _ => has("form", form.word()),
    }
}

/// What a form asks: no keys of other forms, and its own as it takes them.
fn demanded(form: Form) -> Value {
    let others = Form::ALL.into_iter().flat_map(Form::keys).copied();
    let others = others.filter(|key| !form.keys().contains(key));
    let mut properties = each(others, &Value::Bool(false));
    let roll_ups = match form.states() {
        States::Done => words::MILESTONE_ROLL_UPS,
        _ => words::ROLL_UPS,
    };
    properties.insert("roll-up".to_owned(), json!({ "enum": roll_ups }));
    let operators = match form.states() {
        States::Reference => Some(target::operators(Operator::is_upward)),
        States::Multiple => Some(target::operators(Operator::is_one_sided)),
        States::Value | States::Change | States::Coverage | States::Done | States::Words => None,
    };
    let percent = json!({ "enum": ["%", "％"] });
    let unit = match form.unit() {
        UnitKind::NoPercent => Some(json!({ "not": percent })),
        UnitKind::Percent => Some(percent),
        UnitKind::Any | UnitKind::None => None,
    };
    properties.extend(operators.map(|words| ("operator".to_owned(), json!({ "enum": words }))));
    properties.extend(unit.map(|unit| ("unit".to_owned(), unit)));
    let unit = form.is_measured().then_some("unit");
    let required: Vec<&str> = unit.into_iter().chain(form.required().iter().copied()).collect();
    json!({ "properties": properties, "required": required })
}
