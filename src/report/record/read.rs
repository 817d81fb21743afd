//! A JSON report from its text: verdict by verdict, so that no more is held than is kept.

use std::fmt;
use std::io::{BufReader, Read};

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use super::reader::Reader;
use super::source::{Held, MOST_OF_ONE, Source};
use super::{Origin, Record};
use crate::diagnostic::{ComparisonProblem, Diagnostic, InputProblem, ReportBound};
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
pub fn read_report(
    name: &str,
    source: impl Read,
    selection: &Selection,
) -> Result<Record, Vec<Diagnostic>> {
    let path = || name.to_owned();
    let held = Held::default();
    let source = BufReader::with_capacity(64 << 10, Source::new(source, &held));
    let mut json = serde_json::Deserializer::from_reader(source);
    let mut top = Top { reader: Reader::new(name, selection), held: &held, seen: Seen::default() };
    let read = top.deserialize(&mut json).and_then(|()| json.end());
    let Top { reader, seen, .. } = top;
    let fault = read.err().map(|error| (error.classify(), error));
    let problem = match (fault, seen) {
        (Some(_), _) if reader.is_full() => reader.too_much(),
        (Some((Category::Io, _)), _) if held.is_over() => {
            let (most, bound) = (MOST_OF_ONE, ReportBound::One);
            ComparisonProblem::ReportTooLarge { path: path(), most, bound }
        }
        (Some((Category::Io, error)), _) => {
            let problem = InputProblem::Unreadable { path: path(), reason: error.to_string() };
            return Err(vec![Diagnostic::whole(problem)]);
        }
        (Some((Category::Syntax | Category::Eof, error)), _) => {
            let (line, column) = (error.line(), error.column());
            ComparisonProblem::ReportSyntax { path: path(), line, column }
        }
        (_, Seen { version: Some(version), is_ours: true, .. }) if version != VERSION => {
            ComparisonProblem::ReportVersion { path: path(), version, known: VERSION }
        }
        (None, Seen { version: Some(_), is_ours: true, has_results: true, run, .. }) => match run {
            Some(run) => return reader.record(Origin::Report, run),
            None => ComparisonProblem::ReportUnjudged { path: path() },
        },
        (Some((Category::Data, _)) | None, _) => ComparisonProblem::NotAReport { path: path() },
    };
    Err(vec![Diagnostic::whole(problem)])
}

/// The document.
struct Top<'t, 's> {
    reader: Reader<'s>,
    held: &'t Held,
    seen: Seen,
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

impl<'de> DeserializeSeed<'de> for &mut Top<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Top<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Top { reader, held, seen } = self;
        while let Some(key) = map.next_key::<TopKey>()? {
            if key != TopKey::Other && seen.keys.contains(&key) {
                return Err(A::Error::custom("a key twice"));
            }
            seen.keys.push(key);
            match key {
                TopKey::SchemaVersion => {
                    seen.version = map.next_value::<Key<Name<'_>>>()?.is().map(Name::into_owned);
                }
                TopKey::Tool => {
                    let ToolKeys { name, .. } = map.next_value()?;
                    seen.is_ours = name == ToolKeys::this().name;
                }
                TopKey::Run => seen.run = map.next_value()?,
                TopKey::Results => {
                    let part = Part::Results;
                    seen.has_results = map.next_value_seed(List { part, reader, held })?;
                }
                TopKey::Diagnostics => {
                    map.next_value_seed(List { part: Part::Diagnostics, reader, held })?;
                }
                TopKey::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            held.release();
        }
        Ok(())
    }
}

/// Which list of the document.
#[derive(Clone, Copy)]
enum Part {
    Results,
    Diagnostics,
}

/// Passes on what is in a list, one by one; says whether there was a list.
struct List<'t, 's> {
    part: Part,
    reader: &'t mut Reader<'s>,
    held: &'t Held,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<bool, A::Error> {
        let Self { part, reader, held } = self;
        loop {
            let is_there = match part {
                Part::Results => {
                    let next = list.next_element::<Judgement<'_>>()?;
                    next.map(|judgement| reader.judgement(judgement)).is_some()
                }
                Part::Diagnostics => {
                    let reader = &mut *reader;
                    list.next_element_seed(Finding { reader, held })?.is_some()
                }
            };
            if !is_there {
                return Ok(true);
            }
            if reader.is_full() {
                return Err(A::Error::custom("more than is kept"));
            }
            held.release();
        }
    }
}

/// Passes on one finding.
struct Finding<'t, 's> {
    reader: &'t mut Reader<'s>,
    held: &'t Held,
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

impl<'de> DeserializeSeed<'de> for Finding<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Finding<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a finding")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut keys, mut counted) = (FindingKeys::default(), None);
        let mut subject = SubjectKeys::default();
        while let Some(key) = map.next_key()? {
            match key {
                FindingKey::Code => keys.code = map.next_value()?,
                FindingKey::Severity => keys.severity = map.next_value()?,
                FindingKey::Region => subject.region = map.next_value()?,
                FindingKey::Indicators => {
                    subject.indicators = map.next_value::<Option<_>>()?.unwrap_or_default();
                }
                FindingKey::Count => keys.count = map.next_value::<Key<u64>>()?.is(),
                FindingKey::Counts => {
                    let (reader, held) = (&*self.reader, self.held);
                    counted = map.next_value_seed(Counts { reader, held })?;
                }
                FindingKey::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        keys.subject = Some(subject);
        self.reader.finding_keys(keys, counted);
        Ok(())
    }
}

/// Adds up how many findings are about what is asked for.
struct Counts<'t, 's> {
    reader: &'t Reader<'s>,
    held: &'t Held,
}

impl<'de> DeserializeSeed<'de> for Counts<'_, '_> {
    type Value = Option<[u64; 2]>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Option<[u64; 2]>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Counts<'_, '_> {
    type Value = Option<[u64; 2]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of counts")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<[u64; 2]>, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<[u64; 2]>, A::Error> {
        let [mut taken, mut outside] = [0u64; 2];
        while let Some(CountKeys { region, indicators, count }) = list.next_element()? {
            let count = count.is().unwrap_or(1);
            let sum = match self.reader.takes(region, indicators) {
                true => &mut taken,
                false => &mut outside,
            };
            *sum = sum.saturating_add(count);
            self.held.release();
        }
        Ok(Some([taken, outside]))
    }
}
