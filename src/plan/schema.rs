//! The JSON Schema of rule files and of those beside them, for editors that complete and check keys.
//!
//! It is made of the tables that the loader reads by, the words that those know and the
//! keys of each form, so that it can't say anything else than the loader does. What
//! one rule's text alone does not tell (whether an id is there, or a percentage is
//! over 100) is left to the loader: the schema refuses nothing that loads.

use serde_json::{Map, Value, json};

use super::operator::{Operator, operators};
use super::shapes::{FILE, INDICATOR, REGION};
use super::table::{Holds, Key, Shape};
use super::{settings, words};
use crate::diagnostic::{AuditProblem, LintProblem};
use crate::form::{Form, States, UnitKind};

/// The JSON Schema of rule files, draft 2020-12.
pub fn schema() -> String {
    let file = object(&FILE);
    let mut tables = Map::new();
    add_tables(&FILE, &mut tables);
    // Only an area need not have a code.
    tables[REGION.name]["if"] = has("level", "area");
    tables[REGION.name]["else"] = json!({ "required": ["code"] });
    tables[INDICATOR.name]["allOf"] = forms();
    tables.insert("allow".to_owned(), allowed());
    written(file, "dabiao 规则文件 / rule files", tables)
}

/// The JSON Schema of `dabiao.toml`, draft 2020-12.
pub fn settings_schema() -> String {
    let mut file = object(&settings::FILE);
    // A path without the year would stand for one year as for another.
    file["properties"]["years"]["pattern"] = r"\{year\}".into();
    written(file, "dabiao.toml", Map::new())
}

/// The JSON Schema of other files, which their tables say whole.
pub(super) fn document(shape: &Shape, title: &str) -> String {
    let mut tables = Map::new();
    add_tables(shape, &mut tables);
    written(object(shape), title, tables)
}

fn written(mut file: Value, title: &str, tables: Map<String, Value>) -> String {
    file["title"] = title.into();
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    if !tables.is_empty() {
        file["$defs"] = tables.into();
    }
    format!("{file:#}\n")
}

/// The tables that one holds, and those that they hold.
fn add_tables(shape: &Shape, tables: &mut Map<String, Value>) {
    for inner in shape.keys.iter().filter_map(|key| key.holds.shape()) {
        tables.insert(inner.name.to_owned(), object(inner));
        add_tables(inner, tables);
    }
}

/// A table with its keys.
fn object(shape: &Shape) -> Value {
    let property = |key: &Key| (key.name.to_owned(), property(key));
    let mut object = json!({
        "description": shape.about,
        "type": "object",
        "additionalProperties": false,
        "properties": shape.keys.iter().map(property).collect::<Map<_, _>>(),
    });
    let required: Vec<&str> = shape.musts.to_vec();
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}

/// What a key may hold, and what that is.
fn property(key: &Key) -> Value {
    let text = || json!({ "type": "string", "pattern": "\\S" });
    let audits: Vec<&str> = AuditProblem::codes().collect();
    let mut schema = match key.holds {
        Holds::Text => text(),
        Holds::Texts => json!({ "type": "array", "items": text() }),
        Holds::Label => json!({ "type": ["string", "integer"], "pattern": "\\S" }),
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Number => number(),
        Holds::Magnitude => json!({ "type": "number", "minimum": 0 }),
        Holds::Positive => json!({ "type": "number", "exclusiveMinimum": 0 }),
        Holds::Year => json!({ "type": "integer", "minimum": 1000, "maximum": 9999 }),
        Holds::Threshold => json!({ "anyOf": [number(), pair()] }),
        Holds::Milestones => json!({
            "type": "object",
            "patternProperties": { "^[0-9]{4}$": { "anyOf": [number(), pair()] } },
            "additionalProperties": false,
        }),
        Holds::Word(words) => json!({ "enum": words }),
        Holds::Audits => json!({ "type": "array", "items": { "enum": audits } }),
        Holds::Allowed => return json!({ "$ref": "#/$defs/allow" }),
        Holds::Table(shape) => json!({ "$ref": format!("#/$defs/{}", shape.name) }),
        Holds::Tables(shape) => {
            json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", shape.name) } })
        }
        Holds::Keyed(shape) => json!({
            "type": "object",
            "additionalProperties": { "$ref": format!("#/$defs/{}", shape.name) },
        }),
        Holds::Cell => json!({ "type": "string" }),
        Holds::Written => json!({ "type": ["string", "number"] }),
        // Some editors know days as such, others as text.
        Holds::Date => json!({}),
    };
    let form = |form: Form| format!("{} {}", form.word(), form.name()[0]);
    let forms = || Form::ALL.map(form).join("，");
    if !key.about.is_empty() {
        schema["description"] = key.about.replace("{forms}", &forms()).into();
    }
    schema
}

/// `allow`: what `plan lint` may find, each with its reason.
fn allowed() -> Value {
    let reason = json!({ "type": "string", "pattern": "\\S" });
    json!({
        "description": "确属本意的 plan lint 发现，各写明原因 / \
                        what plan lint finds and is meant so, each with its reason",
        "type": "object",
        "properties": each(LintProblem::codes(), &reason),
        "additionalProperties": false,
    })
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

/// What the form of a target and its operator ask of the other keys.
fn forms() -> Value {
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
        "then": { "properties": { "operator": { "enum": operators(Operator::is_one_sided) } } },
    });
    forms.chain([range, about, one_sided]).collect()
}

/// Whether a rule is of a form: it names it, or its keys say it.
fn is_of(form: Form) -> Value {
    let unnamed = |signed: Value| {
        json!({ "anyOf": [
            has("form", form.word()),
            { "allOf": [{ "not": { "required": ["form"] } }, signed] },
        ] })
    };
    let required = |key: &str| json!({ "required": [key] });
    if let Some(sign) = form.sign() {
        unnamed(required(sign))
    } else if form == Form::unnamed(|_| false) {
        let signs = Form::ALL.into_iter().filter_map(Form::sign).map(required);
        unnamed(json!({ "not": { "anyOf": signs.collect::<Vec<_>>() } }))
    } else {
        has("form", form.word())
    }
}

/// What a form asks: no keys of other forms, and its own as it takes them.
fn demanded(form: Form) -> Value {
    let others = Form::ALL.into_iter().flat_map(Form::keys).copied();
    let others = others.filter(|key| !form.keys().contains(key));
    let mut properties = each(others, &Value::Bool(false));
    let roll_ups = match form.states() {
        States::Done => words::MILESTONE_ROLL_UPS,
        States::Value
        | States::Change
        | States::Multiple
        | States::Growth
        | States::Coverage
        | States::Reference
        | States::Either
        | States::Both
        | States::Share
        | States::Rank
        | States::Words => words::ROLL_UPS,
    };
    properties.insert("roll-up".to_owned(), json!({ "enum": roll_ups }));
    let operators = match form.states() {
        States::Reference | States::Multiple => Some(operators(Operator::is_one_sided)),
        States::Value
        | States::Change
        | States::Growth
        | States::Coverage
        | States::Either
        | States::Both
        | States::Share
        | States::Rank
        | States::Done
        | States::Words => None,
    };
    let percent = json!({ "enum": ["%", "％"] });
    let unit = match form.unit() {
        UnitKind::NoRatio => Some(json!({ "not": { "enum": ["%", "％", "‰"] } })),
        UnitKind::Percent => Some(percent),
        UnitKind::Any | UnitKind::None => None,
    };
    properties.extend(operators.map(|words| ("operator".to_owned(), json!({ "enum": words }))));
    properties.extend(unit.map(|unit| ("unit".to_owned(), unit)));
    if form.unit() == UnitKind::NoRatio {
        properties.insert("per".to_owned(), Value::Bool(false));
    }
    let unit = form.is_measured().then_some("unit");
    let required: Vec<&str> = unit.into_iter().chain(form.required().iter().copied()).collect();
    json!({ "properties": properties, "required": required })
}
