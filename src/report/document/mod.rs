//! The JSON report, version 1, as types: what `json` and `jsonl` write, and `diff` reads.
//!
//! The keys stand in the order of the fields, and are additive within a version: what is
//! read passes over keys that it does not know, and those that nothing is compared by.

mod finding;
mod judgement;
mod key;
mod score;

use std::sync::Arc;

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

pub(crate) use finding::{CountKeys, FindingKeys, SeriesKeys, SubjectKeys, subject};
pub(crate) use judgement::{
    BoundKeys, Judgement, MarginKeys, PlaceKeys, ReasonKeys, RegionKeys, RequirementKeys,
    TargetKeys, WaiverKeys,
};
pub(crate) use key::{Key, Name, Operator, Scalar};
pub(crate) use score::{HeadlineKeys, PointsKeys, ScoreKeys};

use super::{AuditTally, Exit, InputInfo, Report, Selection, Tally};
use crate::plan::Head;
use crate::term::{Against, FailOn, Outcome, Year};

/// The version.
pub(crate) const VERSION: &str = "1";

/// A document of any kind: its version, the program that wrote it, and what it says.
#[derive(Debug, Serialize)]
pub(crate) struct Envelope<B> {
    schema_version: &'static str,
    tool: ToolKeys<'static>,
    #[serde(flatten)]
    body: B,
}

impl<B> Envelope<B> {
    pub(crate) fn new(body: B) -> Self {
        Self { schema_version: VERSION, tool: ToolKeys::this(), body }
    }
}

/// What a report says; `results` and `diagnostics` may be written one by one.
#[derive(Debug, Serialize)]
pub(crate) struct Document<'r, R, D> {
    pub(crate) run: Option<RunKeys<'r>>,
    pub(crate) summary: SummaryKeys<'r>,
    pub(crate) results: R,
    pub(crate) diagnostics: D,
}

/// The program that wrote it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ToolKeys<'r> {
    pub(crate) name: Key<Name<'r>>,
    #[serde(skip_deserializing)]
    pub(crate) version: &'static str,
}

impl ToolKeys<'static> {
    /// This one.
    pub(crate) fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").into(), version: env!("CARGO_PKG_VERSION") }
    }
}

/// What was judged, and how.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct RunKeys<'r> {
    pub(crate) plan: PlanKeys<'r>,
    pub(crate) years: Vec<Key<Year>>,
    pub(crate) against: Key<Against>,
    #[serde(skip_deserializing)]
    pub(crate) fail_on: &'static str,
    #[serde(skip_deserializing)]
    pub(crate) selection: SelectionKeys<'r>,
    #[serde(skip_deserializing)]
    pub(crate) inputs: Vec<InputKeys<'r>>,
    #[serde(skip_deserializing)]
    pub(crate) history: Vec<InputKeys<'r>>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) settings: Option<&'r str>,
}

impl<'r> RunKeys<'r> {
    pub(crate) fn new(report: &'r Report) -> Self {
        Self {
            plan: PlanKeys::from(&report.plan),
            years: report.years.iter().copied().map(Key::Is).collect(),
            against: report.against.into(),
            fail_on: FailOn::word(report.fail_on),
            selection: SelectionKeys::from(&report.selection),
            inputs: report.inputs.iter().map(InputKeys::from).collect(),
            history: report.history.iter().map(InputKeys::from).collect(),
            settings: report.settings.as_deref(),
        }
    }
}

/// The plan.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct PlanKeys<'r> {
    pub(crate) id: Key<Name<'r>>,
    pub(crate) title: Key<Name<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title_en: Option<Key<Name<'r>>>,
}

impl<'r> From<&'r Arc<Head>> for PlanKeys<'r> {
    fn from(plan: &'r Arc<Head>) -> Self {
        let title_en = plan.title.english().map(Key::from);
        Self { id: plan.id.as_str().into(), title: (&*plan.title).into(), title_en }
    }
}

/// What was asked for; an empty list stands for all.
#[derive(Debug, Default, Serialize)]
pub(crate) struct SelectionKeys<'r> {
    regions: Vec<RegionKeys<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<&'static str>,
    indicators: Vec<SeriesKeys<'r>>,
    attributes: Vec<&'static str>,
}

impl<'r> From<&'r Selection> for SelectionKeys<'r> {
    fn from(selection: &'r Selection) -> Self {
        Self {
            regions: selection.regions.iter().map(RegionKeys::from).collect(),
            levels: selection.levels.iter().map(|level| level.word()).collect(),
            indicators: selection.indicators.iter().map(SeriesKeys::from).collect(),
            attributes: selection.attributes.iter().map(|it| it.word()).collect(),
        }
    }
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub(crate) struct InputKeys<'r> {
    path: &'r str,
    sha256: Option<&'r str>,
    encoding: Option<&'static str>,
    workbook: Option<&'static str>,
    layout: Option<&'static str>,
    rows: u64,
    sheets: Vec<SheetKeys<'r>>,
}

/// A sheet of a workbook that was read.
#[derive(Debug, Serialize)]
struct SheetKeys<'r> {
    name: &'r str,
    layout: &'static str,
    rows: u64,
}

impl<'r> From<&'r InputInfo> for InputKeys<'r> {
    fn from(input: &'r InputInfo) -> Self {
        let mixed = (!input.tables.is_empty()).then_some("mixed");
        let sheets = input.tables.iter().filter_map(|table| {
            let (name, layout) = (table.sheet.as_deref()?, table.layout.word());
            Some(SheetKeys { name, layout, rows: table.rows })
        });
        Self {
            path: &input.name,
            sha256: input.sha256.as_deref(),
            encoding: input.encoding,
            workbook: input.workbook,
            layout: input.layout().map(|layout| layout.word()).or(mixed),
            rows: input.rows,
            sheets: sheets.collect(),
        }
    }
}

/// How the run ends, how the verdicts are distributed, and how each year and region stands;
/// none where nothing could be judged.
#[derive(Debug)]
pub(crate) struct SummaryKeys<'r> {
    report: Option<&'r Report>,
    /// Whether a number stands in the place of all regions, which are written by themselves.
    is_marked: bool,
}

impl<'r> SummaryKeys<'r> {
    /// Of a report; none of what could not be judged.
    pub(crate) fn of(report: Option<&'r Report>) -> Self {
        Self { report, is_marked: false }
    }

    /// The same, with a number in the place of all regions if there are any.
    pub(crate) fn marked(report: &'r Report) -> Self {
        let is_marked = report.overviews.iter().any(|of| !of.scores().is_empty());
        Self { report: Some(report), is_marked }
    }
}

/// How what audits found stands.
#[derive(Debug, Serialize)]
struct AuditCounts {
    hard: u64,
    open: u64,
    explained: u64,
}

impl Serialize for SummaryKeys<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (exit, tally, audits) = self.report.map_or_else(
            || (Exit::Unusable, Tally::default(), AuditTally::default()),
            |report| (report.exit, report.tally, report.audits),
        );
        let AuditTally { hard, open, explained } = audits;
        let mut keys = serializer.serialize_map(None)?;
        keys.serialize_entry("exit_code", &exit.code())?;
        for outcome in Outcome::ALL {
            keys.serialize_entry(outcome.word(), &tally.outcome(outcome))?;
        }
        keys.serialize_entry("audits", &AuditCounts { hard, open, explained })?;
        let years = || {
            self.report.iter().flat_map(|report| report.overviews.iter().map(|of| (*report, of)))
        };
        let headline: Vec<_> = years().map(|(report, of)| HeadlineKeys::of(report, of)).collect();
        let scores =
            years().flat_map(|(report, of)| of.scores().iter().map(move |of| (report, of)));
        let regions = scores.map(|(report, score)| ScoreKeys::of(report, score));
        let left_out = years().map(|(_, of)| of.regions - of.scores().len() as u64).sum::<u64>();
        keys.serialize_entry("headline", &headline)?;
        match self.is_marked {
            true => keys.serialize_entry("regions", &[0])?,
            false => keys.serialize_entry("regions", &regions.collect::<Vec<_>>())?,
        }
        keys.serialize_entry("regions_left_out", &left_out)?;
        if let Some(report) = self.report.filter(|report| !report.points.is_empty()) {
            let points = report.points.iter().map(|of| PointsKeys::of(report, of));
            keys.serialize_entry("points", &points.collect::<Vec<_>>())?;
        }
        keys.end()
    }
}
