//! From JSON to a record: one place turns the one into the other and collects every fault.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::error::Category;

use super::raw::{RawFinding, RawReport, RawRequirement, RawRun, RawVerdict, RawVersion};
use super::{Bounds, IndicatorName, Number, Origin, Record, Value, Verdict};
use crate::diagnostic::{
    Diagnostic, JudgementProblem, ReportKey, RunProblem, SeriesName, Severity, Subject,
};
use crate::term::{Against, Attribute, Comparison, Date, Form, Level, Outcome, RegionName, Year};

/// The version of the documents that are understood.
const VERSION: &str = "1";
/// Of more faults than these the number is told.
const MOST_FAULTS: usize = 20;

/// Whether a text is a JSON document rather than a table, by how it begins.
pub fn is_report(head: &[u8]) -> bool {
    let text = decoded(head);
    text.trim_start().starts_with('{')
}

/// Redirected by some shells, a report is UTF-16.
fn decoded(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    encoding_rs::UTF_8.decode(bytes).0
}

/// Reads a JSON report of `check`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_report(name: &str, bytes: &[u8]) -> Result<Record, Vec<Diagnostic>> {
    let path = || name.to_owned();
    let one = |problem| vec![Diagnostic::whole(problem)];
    let failed = |error: serde_json::Error| match error.classify() {
        Category::Data => one(RunProblem::NotAReport { path: path() }),
        Category::Io | Category::Syntax | Category::Eof => {
            let (line, column) = (error.line(), error.column());
            one(RunProblem::ReportSyntax { path: path(), line, column })
        }
    };
    let text = decoded(bytes);
    let head: RawVersion = serde_json::from_str(&text).map_err(failed)?;
    let is_ours = head.tool.get("name").and_then(Json::as_str) == Some(env!("CARGO_PKG_NAME"));
    match head.schema_version.as_str() {
        Some(VERSION) if is_ours => {}
        Some(version) if is_ours => {
            let version = version.to_owned();
            return Err(one(RunProblem::ReportVersion { path: path(), version, known: VERSION }));
        }
        _ => return Err(one(RunProblem::NotAReport { path: path() })),
    }
    let raw: RawReport = serde_json::from_str(&text).map_err(failed)?;
    match (raw.run, raw.results) {
        (_, None) => Err(one(RunProblem::NotAReport { path: path() })),
        (None, Some(_)) => Err(one(RunProblem::ReportUnjudged { path: path() })),
        (Some(run), Some(results)) => {
            let mut reader = Reader::new(name);
            for result in results {
                reader.verdict(result);
            }
            for finding in raw.diagnostics.unwrap_or_default() {
                reader.raw_finding(&finding);
            }
            reader.finish(Origin::Report, &run)
        }
    }
}

/// Reads verdicts one by one.
pub(crate) struct Reader {
    name: String,
    /// Which verdict or finding is being read.
    at: String,
    faults: Vec<RunProblem>,
    more: usize,
    read: usize,
    verdicts: Vec<Verdict>,
    findings: BTreeMap<(Severity, String, Option<Subject>), u64>,
    found: usize,
    indicators: HashSet<Arc<IndicatorName>>,
    regions: HashSet<Arc<RegionName>>,
    units: HashSet<Arc<str>>,
}

impl Reader {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            at: String::new(),
            faults: Vec::new(),
            more: 0,
            read: 0,
            verdicts: Vec::new(),
            findings: BTreeMap::new(),
            found: 0,
            indicators: HashSet::new(),
            regions: HashSet::new(),
            units: HashSet::new(),
        }
    }

    /// Reads one of `results`.
    pub(crate) fn result(&mut self, result: Json) {
        self.verdict(RawVerdict::deserialize(result).unwrap_or_default());
    }

    /// Counts findings that are about the same. What lies outside of what was asked for is
    /// no finding in what was sent.
    pub(crate) fn finding(
        &mut self,
        severity: Severity,
        code: &str,
        subject: Option<Subject>,
        count: u64,
    ) {
        if code != JudgementProblem::OUTSIDE {
            let subject = subject.map(|subject| Subject { year: None, ..subject });
            *self.findings.entry((severity, code.to_owned(), subject)).or_default() += count;
        }
    }

    /// The record, made under `run` of a report at hand.
    ///
    /// # Errors
    /// Everything that could not be read.
    pub(crate) fn record(self, run: Json) -> Result<Record, Vec<Diagnostic>> {
        let run = RawRun::deserialize(run).unwrap_or_default();
        self.finish(Origin::Submission, &run)
    }

    fn finish(mut self, origin: Origin, run: &RawRun) -> Result<Record, Vec<Diagnostic>> {
        self.at = "run".to_owned();
        let plan = self.text("plan.id", &run.plan.id);
        let title = self.text("plan.title", &run.plan.title);
        let against = [Against::Requirement, Against::Target];
        let against = self.word("against", &run.against, against, Against::word);
        let years: Vec<_> = run.years.iter().map(|year| self.year("years", year)).collect();
        let mut years: Option<Vec<Year>> = years.into_iter().collect();
        if let Some(years) = &mut years {
            years.sort_unstable();
            years.dedup();
        }
        self.find_doubles();
        let (Some(plan), Some(title), Some(against), Some(years), true) =
            (plan, title, against, years, self.faults.is_empty())
        else {
            if self.more > 0 {
                let (path, count) = (self.name.clone(), self.more);
                self.faults.push(RunProblem::ReportValues { path, count });
            }
            return Err(self.faults.into_iter().map(Diagnostic::whole).collect());
        };
        let Self { name, verdicts, findings, .. } = self;
        Ok(Record { name, origin, plan, title, years, against, verdicts, findings })
    }

    /// Verdicts on the same: none of them could be taken for the other's.
    fn find_doubles(&mut self) {
        let mut seen: HashMap<(&str, &str, Year), ()> = HashMap::new();
        let mut faults = Vec::new();
        for verdict in &self.verdicts {
            let key = (verdict.indicator.id.as_str(), verdict.region.key(), verdict.year);
            if seen.insert(key, ()).is_some() {
                faults.push(RunProblem::ReportTwice {
                    path: self.name.clone(),
                    indicator: verdict.indicator.name.clone(),
                    region: verdict.region.name.clone(),
                    year: verdict.year,
                });
            }
        }
        faults.into_iter().for_each(|fault| self.fault(fault));
    }

    fn verdict(&mut self, raw: RawVerdict) {
        self.at = format!("results[{}]", self.read);
        self.read += 1;
        let id = self.text("indicator", &raw.indicator);
        let number = self.or_null(&raw.number, |this, it| this.text("number", it));
        let name = self.text("name", &raw.name);
        let attribute = self.word("attribute", &raw.attribute, Attribute::ALL, Attribute::word);
        let code = self.or_null(&raw.region.code, |this, it| this.text("region.code", it));
        let region = self.text("region.name", &raw.region.name);
        let levels = [Level::City, Level::County, Level::Area];
        let level = self.word("region.level", &raw.region.level, levels, Level::word);
        let year = self.year("year", &raw.year);
        let outcome = self.word("outcome", &raw.outcome, Outcome::ALL, Outcome::word);
        let form = self.word("target.form", &raw.target.form, Form::ALL, Form::word);
        let is_milestone = form == Some(Form::Milestone);
        let value = self.or_null(&raw.value, |this, it| this.value(&raw, it, is_milestone));
        let unit = self.unit(&raw.unit);
        let numerator = self.or_null(&raw.numerator, |this, it| this.number("numerator", it));
        let denominator = self.or_null(&raw.denominator, |this, it| this.number("denominator", it));
        let requirement = raw.requirement.as_ref().filter(|_| !is_milestone);
        let requirement = requirement.map(|it| self.bounds(it));
        let (Some(id), Some(number), Some(name), Some(attribute)) = (id, number, name, attribute)
        else {
            return;
        };
        let (Some(code), Some(region), Some(level)) = (code, region, level) else { return };
        let (Some(year), Some(outcome), Some(value)) = (year, outcome, value) else { return };
        let (Some(unit), Some(numerator), Some(denominator)) = (unit, numerator, denominator)
        else {
            return;
        };
        let indicator = IndicatorName { id, number, name, attribute };
        let region = RegionName { code, name: region, level };
        self.verdicts.push(Verdict {
            indicator: shared(&mut self.indicators, indicator),
            region: shared(&mut self.regions, region),
            year,
            outcome,
            value,
            unit,
            counts: numerator.zip(denominator),
            requirement: requirement.flatten(),
        });
    }

    fn value(&mut self, raw: &RawVerdict, value: &Json, is_milestone: bool) -> Option<Value> {
        let number = self.number("value", value)?;
        if is_milestone {
            let day = self.or_null(&raw.done_on, |this, it| {
                let day = it.as_str().and_then(Date::parse);
                day.or_else(|| this.unusable("done_on", ReportKey::Day, it))
            })?;
            return Some(Value::Done(!number.exact().is_zero(), day));
        }
        Some(Value::Number(number))
    }

    /// It may be empty.
    fn unit(&mut self, value: &Json) -> Option<Arc<str>> {
        let Some(unit) = value.as_str() else {
            return self.unusable("unit", ReportKey::Text, value);
        };
        if let Some(known) = self.units.get(unit) {
            return Some(Arc::clone(known));
        }
        let unit: Arc<str> = unit.into();
        self.units.insert(Arc::clone(&unit));
        Some(unit)
    }

    fn bounds(&mut self, raw: &RawRequirement) -> Option<Bounds> {
        if raw.operator.as_str() == Some("between") {
            let low = self.number("requirement.low", &raw.low);
            let high = self.number("requirement.high", &raw.high);
            return Some(Bounds::Between(low?, high?));
        }
        let all = [Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost];
        let operator = self.word("requirement.operator", &raw.operator, all, Comparison::ascii);
        let bound = self.number("requirement.value", &raw.value);
        Some(Bounds::Compare(operator?, bound?))
    }

    fn raw_finding(&mut self, raw: &RawFinding) {
        self.at = format!("diagnostics[{}]", self.found);
        self.found += 1;
        let code = self.text("code", &raw.code);
        let all = [Severity::Error, Severity::Warning, Severity::Note];
        let severity = self.word("severity", &raw.severity, all, Severity::word);
        if let Some((severity, code)) = severity.zip(code) {
            let Json::Array(counts) = &raw.counts else {
                return self.finding(
                    severity,
                    &code,
                    subject(raw),
                    raw.count.as_u64().unwrap_or(1),
                );
            };
            for of in counts.iter().filter_map(|of| RawFinding::deserialize(of).ok()) {
                self.finding(severity, &code, subject(&of), of.count.as_u64().unwrap_or(1));
            }
        }
    }

    /// Nothing where there is nothing; none where what is there can't be used.
    #[allow(clippy::option_option)] // the outer says whether it could be read
    fn or_null<T>(
        &mut self,
        value: &Json,
        read: impl FnOnce(&mut Self, &Json) -> Option<T>,
    ) -> Option<Option<T>> {
        if value.is_null() { Some(None) } else { read(self, value).map(Some) }
    }

    fn text(&mut self, key: &str, value: &Json) -> Option<String> {
        match value.as_str().filter(|text| !text.is_empty()) {
            Some(text) => Some(text.to_owned()),
            None => self.unusable(key, ReportKey::Text, value),
        }
    }

    fn number(&mut self, key: &str, value: &Json) -> Option<Number> {
        let number = value.as_str().and_then(Number::parse);
        number.or_else(|| self.unusable(key, ReportKey::Decimal, value))
    }

    fn year(&mut self, key: &str, value: &Json) -> Option<Year> {
        let year = value.as_u64().and_then(|year| Year::try_from(year).ok());
        let year = year.filter(|year| (1..=9999).contains(year));
        year.or_else(|| self.unusable(key, ReportKey::Year, value))
    }

    fn word<T: Copy>(
        &mut self,
        key: &str,
        value: &Json,
        all: impl IntoIterator<Item = T>,
        word: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let all: Vec<T> = all.into_iter().collect();
        let text = value.as_str();
        let found = text.and_then(|text| all.iter().copied().find(|it| word(*it) == text));
        let words = || all.iter().map(|it| word(*it)).collect();
        found.or_else(|| self.unusable(key, ReportKey::Word(words()), value))
    }

    fn unusable<T>(&mut self, key: &str, expected: ReportKey, value: &Json) -> Option<T> {
        let found = match value {
            Json::Null => None,
            Json::String(text) => Some(text.clone()),
            Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
            Json::Array(_) => Some("[…]".to_owned()),
            Json::Object(_) => Some("{…}".to_owned()),
        };
        let key = format!("{}.{key}", self.at);
        self.fault(RunProblem::ReportValue { path: self.name.clone(), key, expected, found });
        None
    }

    fn fault(&mut self, fault: RunProblem) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// What a finding is about; what can't be told of it is left open.
fn subject(raw: &RawFinding) -> Option<Subject> {
    let text = |value: &Json, key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let levels = [Level::City, Level::County, Level::Area];
    let region = text(&raw.region, "name").and_then(|name| {
        let level = text(&raw.region, "level")?;
        let level = levels.into_iter().find(|it| it.word() == level)?;
        Some(RegionName { code: text(&raw.region, "code"), name, level })
    });
    let series = raw.indicators.as_array()?.iter().filter_map(|series| {
        Some(SeriesName { id: text(series, "id")?, name: text(series, "name")? })
    });
    Some(Subject { region, series: series.collect(), year: None })
}

/// The one that is known already, if there is one: a report names few things often.
fn shared<T: Eq + Hash>(known: &mut HashSet<Arc<T>>, new: T) -> Arc<T> {
    if let Some(known) = known.get(&new) {
        return Arc::clone(known);
    }
    let new = Arc::new(new);
    known.insert(Arc::clone(&new));
    new
}
