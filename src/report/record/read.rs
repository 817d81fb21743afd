//! A JSON report from its text: verdict by verdict, so that no more is held than is kept.

use std::io::Read;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::reader::Reader;
use super::source::MOST_OF_ONE;
use super::values::{Fault, Values};
use super::{Origin, Record};
use crate::diagnostic::{
    ComparisonProblem, Diagnostic, Faults, InputProblem, Refusal, ReportBound,
};
use crate::report::Selection;
use crate::report::document::{
    CountKeys, FindingKeys, Judgement, Key, Name, RunKeys, SubjectKeys, ToolKeys, VERSION,
};

/// Whether a text is a JSON document rather than a table, by how it begins.
pub fn is_report(head: &[u8]) -> bool {
    let (text, ..) = encoding_rs::UTF_8.decode(head);
    text.trim_start().starts_with('{')
}

/// Reads what is asked for of a JSON report of `check`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_report(name: &str, source: impl Read, selection: &Selection) -> Result<Record, Faults> {
    let path = || name.to_owned();
    let mut reader = Reader::new(name, selection);
    let mut seen = Seen::default();
    let mut values = Values::new(source);
    let read = document(&mut values, &mut reader, &mut seen).and_then(|()| values.end());
    let problem = match (read.err(), seen) {
        (Some(_), _) if reader.is_full() => reader.too_much(),
        (Some(Fault::TooLong), _) => {
            let (most, bound) = (MOST_OF_ONE, ReportBound::One);
            ComparisonProblem::ReportTooLarge { path: path(), most, bound }
        }
        (Some(Fault::Unreadable(error)), _) => {
            let problem = InputProblem::Unreadable { path: path(), reason: Refusal::of(&error) };
            return Err(Diagnostic::whole(problem).into());
        }
        (Some(Fault::Syntax { line, column }), _) => {
            ComparisonProblem::ReportSyntax { path: path(), line, column }
        }
        (_, Seen { version: Some(version), is_ours: true, .. }) if version != VERSION => {
            ComparisonProblem::ReportVersion { path: path(), version, known: VERSION }
        }
        (None, Seen { version: Some(_), is_ours: true, has_results: true, run, .. }) => match run {
            Some(run) => return reader.record(Origin::Report, run),
            None => ComparisonProblem::ReportUnjudged { path: path() },
        },
        (Some(Fault::Other) | None, _) => ComparisonProblem::NotAReport { path: path() },
    };
    Err(Diagnostic::whole(problem).into())
}

/// What of the document was seen.
#[derive(Default)]
struct Seen {
    keys: Vec<TopKey>,
    version: Option<String>,
    is_ours: bool,
    run: Option<RunKeys<'static>>,
    has_results: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum TopKey {
    SchemaVersion,
    Tool,
    Run,
    Results,
    Diagnostics,
    #[serde(other)]
    Other,
}

/// Reads the document.
fn document(
    values: &mut Values<impl Read>,
    reader: &mut Reader<'_>,
    seen: &mut Seen,
) -> Result<(), Fault> {
    values.object(|values, key| {
        if key != TopKey::Other && seen.keys.contains(&key) {
            return Err(Fault::Other);
        }
        seen.keys.push(key);
        match key {
            TopKey::SchemaVersion => {
                seen.version = values.value::<Key<Name<'_>>>()?.is().map(Name::into_owned);
            }
            TopKey::Tool => {
                let ToolKeys { name, .. } = values.value()?;
                seen.is_ours = name == ToolKeys::this().name;
            }
            TopKey::Run => seen.run = values.value()?,
            TopKey::Results => {
                seen.has_results = values.list(|values| {
                    reader.judgement(values.value::<Judgement<'_>>()?);
                    goes_on(reader)
                })?;
            }
            TopKey::Diagnostics => {
                values.list(|values| {
                    finding(values, reader)?;
                    goes_on(reader)
                })?;
            }
            TopKey::Other => {
                values.value::<IgnoredAny>()?;
            }
        }
        Ok(())
    })
}

/// Unless there is more than is kept.
fn goes_on(reader: &Reader<'_>) -> Result<(), Fault> {
    if reader.is_full() { Err(Fault::Other) } else { Ok(()) }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum FindingKey {
    Code,
    Severity,
    Region,
    Indicators,
    Count,
    Counts,
    #[serde(other)]
    Other,
}

/// Passes on one finding.
fn finding(values: &mut Values<impl Read>, reader: &mut Reader<'_>) -> Result<(), Fault> {
    let (mut keys, mut counted) = (FindingKeys::default(), None);
    let mut subject = SubjectKeys::default();
    values.object(|values, key| {
        match key {
            FindingKey::Code => keys.code = values.value()?,
            FindingKey::Severity => keys.severity = values.value()?,
            FindingKey::Region => subject.region = values.value()?,
            FindingKey::Indicators => {
                subject.indicators = values.value::<Option<_>>()?.unwrap_or_default();
            }
            FindingKey::Count => keys.count = values.value::<Key<u64>>()?.is(),
            FindingKey::Counts => counted = counts(values, reader)?,
            FindingKey::Other => {
                values.value::<IgnoredAny>()?;
            }
        }
        Ok(())
    })?;
    keys.subject = Some(subject);
    reader.finding_keys(keys, counted);
    Ok(())
}

/// How many findings are about what is asked for, and how many about others.
fn counts(values: &mut Values<impl Read>, reader: &Reader<'_>) -> Result<Option<[u64; 2]>, Fault> {
    let [mut taken, mut outside] = [0u64; 2];
    let is_there = values.list(|values| {
        let CountKeys { region, indicators, count } = values.value()?;
        let count = count.is().unwrap_or(1);
        let sum = match reader.takes(region, indicators) {
            true => &mut taken,
            false => &mut outside,
        };
        *sum = sum.saturating_add(count);
        Ok(())
    })?;
    Ok(is_there.then_some([taken, outside]))
}
