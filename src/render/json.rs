//! JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use num_traits::ToPrimitive;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::Lang;
use super::numbers::{Numbers, bounds};
use crate::diagnostic::{
    AuditStatus, Diagnostic, JudgementProblem, Outside, Problem, SeriesName, Subject,
};
use crate::report::{
    AuditTally, Exit, IndicatorInfo, InputInfo, Report, Row, Selection, Tally, TargetInfo,
};
use crate::source::Place;
use crate::term::{Condition, Done, Outcome, RegionName, Year};

pub(super) const VERSION: &str = "1";

/// Writes the report. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: VERSION,
        tool: tool(),
        run: run(report),
        summary: summary(report.exit, &report.tally, report.audits),
        results: Results(report),
        diagnostics: diagnostics(&report.diagnostics, lang),
    };
    write(&document, out)
}

/// Writes the same document for a run in which nothing could be judged.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: VERSION,
        tool: tool(),
        run: Value::Null,
        summary: summary(Exit::Unusable, &Tally::default(), AuditTally::default()),
        results: [(); 0],
        diagnostics: diagnostics(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<R: Serialize> {
    schema_version: &'static str,
    tool: Value,
    run: Value,
    summary: Value,
    results: R,
    diagnostics: Vec<Value>,
}

pub(super) fn write(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// The verdicts, written one by one.
struct Results<'r>(&'r Report);

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.rows().map(|row| result(&row)))
    }
}

/// What was judged, and how.
pub(super) fn run(report: &Report) -> Value {
    json!({
        "plan": { "id": report.plan.id, "title": report.plan.title },
        "years": report.years,
        "against": report.against.word(),
        "fail_on": report.fail_on.word(),
        "selection": selection(&report.selection),
        "inputs": report.inputs.iter().map(input).collect::<Vec<_>>(),
        "history": report.history.iter().map(input).collect::<Vec<_>>(),
    })
}

/// What was asked for; an empty list stands for all.
fn selection(selection: &Selection) -> Value {
    json!({
        "regions": selection.regions.iter().map(region).collect::<Vec<_>>(),
        "indicators": selection.indicators.iter().map(series).collect::<Vec<_>>(),
        "attributes": selection.attributes.iter().map(|it| it.word()).collect::<Vec<_>>(),
    })
}

pub(super) fn tool() -> Value {
    json!({ "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") })
}

pub(super) fn input(input: &InputInfo) -> Value {
    let mixed = (!input.tables.is_empty()).then_some("mixed");
    let sheets = input.tables.iter().filter_map(|table| {
        let name = table.sheet.as_deref()?;
        Some(json!({ "name": name, "layout": table.layout.word(), "rows": table.rows }))
    });
    let sheets: Vec<Value> = sheets.collect();
    json!({
        "path": &*input.name,
        "sha256": input.sha256,
        "encoding": input.encoding,
        "workbook": input.workbook,
        "layout": input.layout().map_or(json!(mixed), |layout| json!(layout.word())),
        "rows": input.rows,
        "sheets": sheets,
    })
}

pub(super) fn summary(exit: Exit, tally: &Tally, audits: AuditTally) -> Value {
    let mut summary = Map::new();
    summary.insert("exit_code".into(), exit.code().into());
    for outcome in Outcome::ALL {
        summary.insert(outcome.word().into(), tally.outcome(outcome).into());
    }
    let AuditTally { hard, open, explained } = audits;
    summary.insert("audits".into(), json!({ "hard": hard, "open": open, "explained": explained }));
    Value::Object(summary)
}

pub(super) fn result(row: &Row<'_>) -> Value {
    let indicator = row.indicator();
    let region = row.region();
    let numbers = Numbers::of(row);
    let counts = row.counts().map(|(n, d)| (n.to_string(), d.to_string())).unzip();
    let requirement = row.requirement().map(|requirement| {
        let mut object = condition(&requirement.condition, &numbers.requirement);
        object.insert("basis".into(), requirement.basis.word().into());
        let baseline = requirement.baseline.map(|baseline| baseline.word());
        object.insert("baseline".into(), json!(baseline));
        if let Some(about) = indicator.about_of(requirement) {
            object.insert("about".into(), about.to_string().into());
        }
        object
    });
    let margin = numbers.margin.map(|margin| {
        let count = row.count_margin().and_then(|count| count.to_i64());
        json!({ "value": margin, "count": count })
    });
    // A change is in its own terms, not in those of the value.
    let target_bounds = match indicator.target.of_value() {
        Some(_) => numbers.target.clone(),
        None => indicator.target.condition().map(bounds).unwrap_or_default(),
    };
    let location = row.location().map(|(file, line)| {
        json!({ "file": &*file.name, "line": line, "column": row.location_column() })
    });
    let done_on = match row.done() {
        Some(Done::On(date)) => Some(date.to_string()),
        Some(Done::Yes | Done::No) | None => None,
    };
    let waiver = row.waiver().map(|waiver| {
        json!({
            "reason": waiver.reason,
            "approved_by": waiver.approved_by,
            "expires": waiver.expires.to_string(),
            "rule": place(&waiver.rule),
        })
    });
    json!({
        "indicator": indicator.id,
        "number": indicator.number,
        "name": indicator.name,
        "attribute": indicator.attribute.word(),
        "region": {
            "code": region.code.as_deref(),
            "name": &*region.name,
            "level": region.level.word(),
        },
        "year": row.year(),
        "outcome": row.outcome().word(),
        "value": numbers.value,
        "numerator": counts.0,
        "denominator": counts.1,
        "unit": row.unit(),
        "requirement": requirement,
        "target": target(indicator, |_| target_bounds, row.target_year()),
        "margin": margin,
        "location": location,
        "rule": place(&indicator.rule),
        "cite": indicator.cite,
        "remark": row.remark(),
        "group": indicator.group.as_deref(),
        "year_value": row.total().and(row.sent()).map(|value| value.to_string()),
        "done_on": done_on,
        "index_base": row.index_base(),
        "waiver": waiver,
        "mark": row.mark(),
    })
}

/// The target, its bounds as they are written beside the values, and the year in which
/// it is due.
pub(super) fn target(
    indicator: &IndicatorInfo,
    bounds: impl FnOnce(&Condition) -> Vec<String>,
    year: Year,
) -> Map<String, Value> {
    let target = &indicator.target;
    let mut object = match target {
        TargetInfo::Relative { comparison, reference } => {
            let mut object = Map::new();
            object.insert("operator".into(), comparison.ascii().into());
            object.insert("reference".into(), reference.as_str().into());
            object
        }
        _ => target.condition().map_or_else(Map::new, |it| condition(it, &bounds(it))),
    };
    let year = match target {
        TargetInfo::Milestone { due } => *due,
        _ => year,
    };
    object.insert("year".into(), year.into());
    object.insert("form".into(), target.form().word().into());
    if let Some(about) = indicator.about {
        object.insert("about".into(), about.to_string().into());
    }
    match target {
        TargetInfo::Change(_) => {
            object.insert("change".into(), "absolute".into());
        }
        TargetInfo::ChangePercent(_) => {
            object.insert("change".into(), "percent".into());
            object.insert("unit".into(), "%".into());
        }
        _ => {}
    }
    object
}

pub(super) fn condition(condition: &Condition, bounds: &[String]) -> Map<String, Value> {
    let mut object = Map::new();
    match (condition, bounds) {
        (Condition::Compare(comparison, _), [bound, ..]) => {
            object.insert("operator".into(), comparison.ascii().into());
            object.insert("value".into(), bound.as_str().into());
        }
        (Condition::Between(..), [low, high, ..]) => {
            object.insert("operator".into(), "between".into());
            object.insert("low".into(), low.as_str().into());
            object.insert("high".into(), high.as_str().into());
        }
        _ => {}
    }
    object
}

pub(super) fn diagnostics(found: &[Diagnostic], lang: Lang) -> Vec<Value> {
    found.iter().map(|found| diagnostic(found, lang)).collect()
}

pub(super) fn diagnostic(found: &Diagnostic, lang: Lang) -> Value {
    let message = lang.message(&found.problem);
    let mut object = json!({
        "code": found.code(),
        "severity": found.severity().word(),
        "message": message.title,
        "help": message.help,
        "location": found.place.as_ref().map(place),
        "rule": found.rule.as_ref().map(place),
        "related": found.related.iter().map(place).collect::<Vec<_>>(),
    });
    let Some(keys) = object.as_object_mut() else { return object };
    if let Some(subject) = &found.subject {
        keys.extend(about(subject));
        keys.insert("year".into(), json!(subject.year));
    }
    match &found.problem {
        Problem::Audit(audited) => {
            keys.insert("audit".into(), audit(&audited.status));
        }
        Problem::More(more) => {
            keys.insert("count".into(), more.count().into());
            keys.insert("counts".into(), more.counts.iter().map(counted).collect());
        }
        Problem::Judgement(JudgementProblem::Outside(outside)) => {
            let Outside { failed, incomplete, errors, warnings } = outside;
            let counts = json!({
                "failed": failed,
                "incomplete": incomplete,
                "errors": errors,
                "warnings": warnings,
            });
            keys.insert("outside".into(), counts);
        }
        Problem::Plan(_)
        | Problem::Lint(_)
        | Problem::Submission(_)
        | Problem::Judgement(_)
        | Problem::Run(_) => {}
    }
    object
}

/// How many findings are about the same.
fn counted((subject, count): (&Subject, &u64)) -> Value {
    let mut keys = about(subject);
    keys.insert("count".into(), json!(count));
    keys.into()
}

/// Whose figure a finding is about, and of what.
fn about(subject: &Subject) -> Map<String, Value> {
    let indicators: Vec<Value> = subject.series.iter().map(series).collect();
    let mut keys = Map::new();
    keys.insert("region".into(), json!(subject.region.as_ref().map(region)));
    keys.insert("indicators".into(), indicators.into());
    keys
}

/// Whose figure a finding is about.
fn region(region: &RegionName) -> Value {
    json!({ "code": region.code, "name": region.name, "level": region.level.word() })
}

/// What a finding is about: an indicator or a reference.
fn series(series: &SeriesName) -> Value {
    json!({ "id": series.id, "name": series.name })
}

/// How a finding of an audit stands.
fn audit(status: &AuditStatus) -> Value {
    match status {
        AuditStatus::Hard => json!({ "level": "hard", "explained": null }),
        AuditStatus::Open => json!({ "level": "soft", "explained": null }),
        AuditStatus::Explained { remark } => json!({ "level": "soft", "explained": remark }),
    }
}

pub(super) fn place(place: &Place) -> Value {
    let column = place.line.as_ref().and_then(|line| line.column.as_deref());
    json!({ "file": &*place.file, "line": place.line_number(), "column": column })
}
