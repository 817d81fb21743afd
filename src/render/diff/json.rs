//! A comparison as JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::figures::rise;
use crate::diagnostic::Diagnostic;
use crate::render::Lang;
use crate::render::json::{VERSION, diagnostics, tool, write};
use crate::report::Exit;
use crate::report::comparison::{Change, Comparison, ComparisonCounts, FindingChange, Side, Turn};
use crate::report::record::{Bounds, Value, Verdict};

/// Writes a comparison; it is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let vanished = comparison.vanished.iter().map(|verdict| alone("vanished", verdict));
    let appeared = comparison.appeared.iter().map(|verdict| alone("appeared", verdict));
    let document = Document {
        schema_version: VERSION,
        tool: tool(),
        run: json!({
            "plan": { "id": comparison.plan, "title": comparison.title },
            "against": comparison.against.word(),
            "fail_on": comparison.fail_on.word(),
            "by_year": comparison.across.is_none(),
            "old": side(&comparison.old),
            "new": side(&comparison.new),
        }),
        summary: summary(comparison.exit, comparison.counts),
        changes: comparison.changes.iter().map(change).chain(vanished).chain(appeared).collect(),
        findings: comparison.findings.iter().map(finding).collect(),
        diagnostics: Vec::new(),
    };
    write(&document, out)
}

/// Writes the same document for a run in which nothing could be compared.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: VERSION,
        tool: tool(),
        run: Json::Null,
        summary: summary(Exit::Unusable, ComparisonCounts::default()),
        changes: Vec::new(),
        findings: Vec::new(),
        diagnostics: diagnostics(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document {
    schema_version: &'static str,
    tool: Json,
    run: Json,
    summary: Json,
    changes: Vec<Json>,
    findings: Vec<Json>,
    diagnostics: Vec<Json>,
}

fn side(side: &Side) -> Json {
    json!({
        "path": side.name,
        "kind": side.origin.word(),
        "years": side.years,
        "verdicts": side.verdicts,
        "errors": side.errors,
    })
}

fn summary(exit: Exit, counts: ComparisonCounts) -> Json {
    let mut summary = Map::new();
    summary.insert("exit_code".into(), exit.code().into());
    for turn in Turn::ALL {
        summary.insert(turn.word().into(), counts.turned(turn).into());
    }
    summary.insert("vanished".into(), counts.vanished.into());
    summary.insert("vanished_judged".into(), counts.lost.into());
    summary.insert("appeared".into(), counts.appeared.into());
    summary.insert("same".into(), counts.same.into());
    summary.insert("failing".into(), counts.failing.into());
    Json::Object(summary)
}

fn change(change: &Change) -> Json {
    let sides = (Some(&change.old), Some(&change.new));
    object(change.turn.word(), &change.new, sides, rise(change))
}

fn alone(word: &str, verdict: &Verdict) -> Json {
    let sides = if word == "vanished" { (Some(verdict), None) } else { (None, Some(verdict)) };
    object(word, verdict, sides, None)
}

fn object(
    word: &str,
    of: &Verdict,
    (old, new): (Option<&Verdict>, Option<&Verdict>),
    rise: Option<String>,
) -> Json {
    json!({
        "change": word,
        "indicator": of.indicator.id,
        "number": of.indicator.number,
        "name": of.indicator.name,
        "attribute": of.indicator.attribute.word(),
        "region": {
            "code": of.region.code,
            "name": of.region.name,
            "level": of.region.level.word(),
        },
        "old": old.map(verdict),
        "new": new.map(verdict),
        "difference": rise,
    })
}

fn verdict(verdict: &Verdict) -> Json {
    let (value, done_on) = match &verdict.value {
        Some(Value::Number(number)) => (Some(number.text()), None),
        Some(Value::Done(done, day)) => (Some(if *done { "1" } else { "0" }), *day),
        None => (None, None),
    };
    let counts = verdict.counts.as_ref();
    let requirement = verdict.requirement.as_ref().map(|bounds| match bounds {
        Bounds::Compare(comparison, bound) => {
            json!({ "operator": comparison.ascii(), "value": bound.text() })
        }
        Bounds::Between(low, high) => {
            json!({ "operator": "between", "low": low.text(), "high": high.text() })
        }
    });
    json!({
        "year": verdict.year,
        "outcome": verdict.outcome.word(),
        "value": value,
        "numerator": counts.map(|(numerator, _)| numerator.text()),
        "denominator": counts.map(|(_, denominator)| denominator.text()),
        "unit": &*verdict.unit,
        "done_on": done_on.map(|day| day.to_string()),
        "requirement": requirement,
    })
}

fn finding(found: &FindingChange) -> Json {
    json!({
        "code": found.code,
        "severity": found.severity.word(),
        "old": found.old,
        "new": found.new,
    })
}
