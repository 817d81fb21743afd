//! Trends as JSON, version 1: for scripts. Keys are additive within a version.

use std::io::{self, Write};

use serde::Serialize;

use super::numbers::{Written, WrittenPoint};
use super::warnings;
use crate::diagnostic::Diagnostic;
use crate::render::Lang;
use crate::render::json::{List, findings, target, write};
use crate::report::document::{
    BoundKeys, InputKeys, PlanKeys, RegionKeys, RequirementKeys, TargetKeys,
};
use crate::report::{Exit, Outlook, Point, Report, TimeSeries, Trend, Unforetold};
use crate::term::{Against, Attribute, Outcome, Year};

/// Writes all trends. Messages are in `lang`; all else is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn json(report: &Report, trend: &Trend, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        run: Some(RunKeys::new(report)),
        summary: SummaryKeys::new(trend.exit, trend.count, trend.warnings()),
        trends: List(|| trend.series(report).map(|series| SeriesKeys::new(report, &series))),
        warnings: List(|| trend.warned_of(report).map(|of| WarningKeys::new(report, &of, lang))),
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
        run: None,
        summary: SummaryKeys::new(Exit::Unusable, 0, 0),
        trends: [(); 0],
        warnings: [(); 0],
        diagnostics: findings(found, lang),
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<'r, T, W, D> {
    run: Option<RunKeys<'r>>,
    summary: SummaryKeys,
    trends: T,
    warnings: W,
    diagnostics: D,
}

#[derive(Serialize)]
struct RunKeys<'r> {
    plan: PlanKeys<'r>,
    baseline_year: Year,
    target_year: Year,
    years: Vec<Year>,
    against: Against,
    inputs: Vec<InputKeys<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<&'r str>,
}

impl<'r> RunKeys<'r> {
    fn new(report: &'r Report) -> Self {
        Self {
            plan: PlanKeys::from(&report.plan),
            baseline_year: report.plan.baseline_year,
            target_year: report.plan.target_year,
            years: report.years_sent(),
            against: report.against,
            inputs: report.inputs.iter().map(InputKeys::from).collect(),
            settings: report.settings.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct SummaryKeys {
    exit_code: u8,
    trends: usize,
    warnings: usize,
}

impl SummaryKeys {
    fn new(exit: Exit, trends: usize, warnings: usize) -> Self {
        Self { exit_code: exit.code(), trends, warnings }
    }
}

/// One of `trends`.
#[derive(Serialize)]
struct SeriesKeys<'r> {
    indicator: &'r str,
    number: Option<&'r str>,
    name: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<&'r str>,
    attribute: Attribute,
    group: Option<&'r str>,
    region: RegionKeys<'r>,
    unit: &'r str,
    target: TargetKeys<'r>,
    years: Vec<PointKeys>,
    pace: PaceKeys,
    projection: Option<ProjectionKeys>,
    unforetold: Option<&'static str>,
    outlook: Option<&'static str>,
    failing: bool,
    warning_rank: Option<usize>,
}

#[derive(Serialize)]
struct PaceKeys {
    so_far: Option<String>,
    needed: Option<String>,
}

#[derive(Serialize)]
struct ProjectionKeys {
    method: &'static str,
    year: Year,
    value: Option<String>,
    line: Option<String>,
    limited: bool,
    holds: bool,
}

impl<'r> SeriesKeys<'r> {
    fn new(report: &'r Report, series: &TimeSeries) -> Self {
        let indicator = series.rule(report);
        let Written { points, so_far, needed, projection: value, line, target: bounds, .. } =
            Written::of(report, series);
        let year = series.due_year(report);
        let points = series.points.iter().zip(points);
        Self {
            indicator: &indicator.id,
            number: indicator.number.as_deref(),
            name: &indicator.name,
            name_en: indicator.name.english(),
            attribute: indicator.attribute,
            group: report.outline.group(indicator).map(|title| &**title),
            region: region(report, series),
            unit: &indicator.measure.unit,
            target: target(indicator, |_| bounds, year),
            years: points
                .map(|(of, written)| PointKeys::new(report, series, of, written))
                .collect(),
            pace: PaceKeys { so_far, needed },
            projection: series.projection.as_ref().map(|projection| ProjectionKeys {
                method: "least_squares",
                year,
                value,
                line,
                limited: projection.is_limited(),
                holds: projection.holds,
            }),
            unforetold: series.unforetold.map(Unforetold::word),
            outlook: series.outlook.map(Outlook::word),
            failing: series.is_failing(),
            warning_rank: series.rank,
        }
    }
}

fn region<'r>(report: &'r Report, series: &TimeSeries) -> RegionKeys<'r> {
    RegionKeys::from(&report.regions[series.region.index()])
}

/// One year of a series.
#[derive(Serialize)]
struct PointKeys {
    year: Year,
    outcome: Option<Outcome>,
    value: Option<String>,
    requirement: Option<RequirementKeys>,
    change: Option<String>,
    index_base: Option<Year>,
}

impl PointKeys {
    fn new(report: &Report, series: &TimeSeries, point: &Point, written: WrittenPoint) -> Self {
        let WrittenPoint { numbers, change } = written;
        Self {
            year: point.year,
            outcome: point.outcome,
            requirement: series.requirement(report, point).map(|requirement| {
                let bounds = BoundKeys::new(&requirement.condition, &numbers.requirement);
                RequirementKeys::new(bounds, requirement.basis, requirement.baseline)
            }),
            value: numbers.value,
            change,
            index_base: series.row(report, point).and_then(|row| row.index_base()),
        }
    }
}

/// One of `warnings`.
#[derive(Serialize)]
struct WarningKeys<'r> {
    indicator: &'r str,
    region: RegionKeys<'r>,
    message: String,
}

impl<'r> WarningKeys<'r> {
    fn new(report: &'r Report, series: &TimeSeries, lang: Lang) -> Self {
        Self {
            indicator: &report.indicators[series.indicator].id,
            region: region(report, series),
            message: warnings::sentence(report, series, lang),
        }
    }
}
