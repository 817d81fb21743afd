//! Trends as JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::numbers::{Written, WrittenPoint};
use super::warnings;
use crate::diagnostic::Diagnostic;
use crate::render::Lang;
use crate::render::json::{List, findings, target, write};
use crate::report::document::{
    BoundKeys, InputKeys, PlanKeys, RegionKeys, RequirementKeys, ToolKeys, VERSION,
};
use crate::report::{Exit, Report, TimeSeries, Trend};

/// Writes all trends. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(report: &Report, trend: &Trend, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: VERSION,
        tool: ToolKeys::this(),
        run: json!({
            "plan": PlanKeys::from(&report.plan),
            "baseline_year": report.plan.baseline_year,
            "target_year": report.plan.target_year,
            "years": report.years_sent(),
            "against": report.against.word(),
            "inputs": report.inputs.iter().map(InputKeys::from).collect::<Vec<_>>(),
        }),
        summary: summary(trend.exit, trend.series.len(), trend.warnings.len()),
        trends: List(|| trend.series.iter().map(|series| time_series(report, series))),
        warnings: trend.warned_of().map(|series| warning(report, series, lang)).collect(),
        diagnostics: findings(&trend.diagnostics, lang),
    };
    write(&document, out)
}

/// Writes the same document for a run in which nothing could be read.
///
/// # Errors
/// Those of the writer.
pub fn json_failure(found: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema_version: VERSION,
        tool: ToolKeys::this(),
        run: Value::Null,
        summary: summary(Exit::Unusable, 0, 0),
        trends: [(); 0],
        warnings: Vec::new(),
        diagnostics: findings(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<T: Serialize, D: Serialize> {
    schema_version: &'static str,
    tool: ToolKeys<'static>,
    run: Value,
    summary: Value,
    trends: T,
    warnings: Vec<Value>,
    diagnostics: D,
}

fn summary(exit: Exit, series: usize, warnings: usize) -> Value {
    json!({ "exit_code": exit.code(), "trends": series, "warnings": warnings })
}

fn region<'r>(report: &'r Report, series: &TimeSeries) -> RegionKeys<'r> {
    let region = &report.regions[series.region.index()];
    RegionKeys::new(region.code.as_deref(), &region.name, region.level)
}

fn time_series(report: &Report, series: &TimeSeries) -> Value {
    let indicator = &report.indicators[series.indicator];
    let written = Written::of(report, series);
    let target = target(indicator, |_| written.target.clone(), report.plan.target_year);
    let projection = series.projection.as_ref().map(|projection| {
        json!({
            "method": "least_squares",
            "year": report.plan.target_year,
            "value": written.projection,
            "line": written.line,
            "limited": projection.is_limited(),
            "holds": projection.holds,
        })
    });
    json!({
        "indicator": indicator.id,
        "number": indicator.number,
        "name": indicator.name,
        "attribute": indicator.attribute.word(),
        "group": indicator.group.as_deref(),
        "region": region(report, series),
        "unit": indicator.unit,
        "target": target,
        "years": years(report, series, &written),
        "pace": { "so_far": written.so_far, "needed": written.needed },
        "projection": projection,
        "unforetold": series.unforetold.map(|why| why.word()),
        "outlook": series.outlook.map(|outlook| outlook.word()),
        "failing": series.is_failing(),
        "warning_rank": series.rank,
    })
}

fn years(report: &Report, series: &TimeSeries, written: &Written) -> Vec<Value> {
    let points = series.points.iter().zip(&written.points);
    let year = points.map(|(point, written)| {
        let WrittenPoint { numbers, change } = written;
        let requirement = series.requirement(report, point).map(|requirement| {
            let bounds = BoundKeys::new(&requirement.condition, &numbers.requirement);
            RequirementKeys::new(bounds, requirement.basis, requirement.baseline)
        });
        json!({
            "year": point.year,
            "outcome": point.outcome.map(|outcome| outcome.word()),
            "value": numbers.value,
            "requirement": requirement,
            "change": change,
            "index_base": series.row(report, point).and_then(|row| row.index_base()),
        })
    });
    year.collect()
}

fn warning(report: &Report, series: &TimeSeries, lang: Lang) -> Value {
    json!({
        "indicator": report.indicators[series.indicator].id,
        "region": region(report, series),
        "message": warnings::sentence(report, series, lang),
    })
}
