//! One of `diagnostics`.

use serde::{Deserialize, Serialize};

use super::judgement::{PlaceKeys, RegionKeys};
use super::key::{Key, Name};
use crate::diagnostic::{AuditStatus, Outside, SeriesName, Severity, Subject};
use crate::term::{RegionName, Year};

/// One finding.
#[derive(Debug, Default, Serialize)]
pub(crate) struct FindingKeys<'r> {
    pub(crate) code: Key<Name<'r>>,
    pub(crate) severity: Key<Severity>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) location: Option<PlaceKeys<'r>>,
    pub(crate) rule: Option<PlaceKeys<'r>>,
    pub(crate) related: Vec<PlaceKeys<'r>>,
    #[serde(flatten)]
    pub(crate) subject: Option<SubjectKeys<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) audit: Option<AuditKeys<'r>>,
    /// How many findings it stands for, if it is not one alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<u64>,
    /// How many of those are about what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) counts: Option<Vec<CountKeys<'r>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) outside: Option<OutsideKeys>,
}

/// What a finding is about.
#[derive(Debug, Default, Serialize)]
pub(crate) struct SubjectKeys<'r> {
    pub(crate) region: Option<RegionKeys<'r>>,
    pub(crate) indicators: Vec<SeriesKeys<'r>>,
    pub(crate) year: Option<Year>,
}

/// How many findings are about the same.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct CountKeys<'r> {
    pub(crate) region: Option<RegionKeys<'r>>,
    pub(crate) indicators: Vec<SeriesKeys<'r>>,
    pub(crate) count: Key<u64>,
}

/// An indicator or a reference.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SeriesKeys<'r> {
    pub(crate) id: Key<Name<'r>>,
    pub(crate) name: Key<Name<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name_en: Option<Key<Name<'r>>>,
}

impl<'r> From<&'r SeriesName> for SeriesKeys<'r> {
    fn from(series: &'r SeriesName) -> Self {
        let SeriesName { id, name } = series;
        let name_en = name.english().map(Key::from);
        Self { id: id.as_str().into(), name: (&**name).into(), name_en }
    }
}

impl<'r> SubjectKeys<'r> {
    pub(crate) fn new(subject: &'r Subject) -> Self {
        let region = subject.region.as_ref().map(RegionKeys::from);
        let indicators = subject.series.iter().map(SeriesKeys::from).collect();
        Self { region, indicators, year: subject.year }
    }
}

impl<'r> CountKeys<'r> {
    pub(crate) fn new(subject: &'r Subject, count: u64) -> Self {
        let SubjectKeys { region, indicators, .. } = SubjectKeys::new(subject);
        Self { region, indicators, count: count.into() }
    }
}

/// What can't be told is left open.
pub(crate) fn subject(region: Option<RegionKeys<'_>>, indicators: Vec<SeriesKeys<'_>>) -> Subject {
    let region = region.and_then(|region| match region {
        RegionKeys { code, name: Key::Is(name), name_en, level: Key::Is(level) } => {
            let code = code.and_then(Key::is).map(Name::into_owned);
            Some(RegionName { code, name: name.with(name_en.and_then(Key::is)), level })
        }
        RegionKeys { .. } => None,
    });
    let series = indicators.into_iter().filter_map(|SeriesKeys { id, name, name_en }| {
        let name = name.is()?.with(name_en.and_then(Key::is));
        Some(SeriesName { id: id.is()?.into_owned(), name })
    });
    Subject { region, series: series.collect(), year: None }
}

/// How a finding of an audit stands.
#[derive(Debug, Serialize)]
pub(crate) struct AuditKeys<'r> {
    pub(crate) level: &'static str,
    pub(crate) explained: Option<&'r str>,
}

impl<'r> From<&'r AuditStatus> for AuditKeys<'r> {
    fn from(status: &'r AuditStatus) -> Self {
        match status {
            AuditStatus::Hard => Self { level: "hard", explained: None },
            AuditStatus::Open => Self { level: "soft", explained: None },
            AuditStatus::Explained { remark } => Self { level: "soft", explained: Some(remark) },
        }
    }
}

/// What lies outside of what was asked for.
#[derive(Debug, Serialize)]
pub(crate) struct OutsideKeys {
    pub(crate) failed: u64,
    pub(crate) incomplete: u64,
    pub(crate) errors: u64,
    pub(crate) warnings: u64,
}

impl From<&Outside> for OutsideKeys {
    fn from(outside: &Outside) -> Self {
        let Outside { failed, incomplete, errors, warnings } = *outside;
        Self { failed, incomplete, errors, warnings }
    }
}
