//! From JSON to a record: one place turns the one into the other and collects every fault.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use hashbrown::HashSet;

use super::{Bounds, IndicatorName, Origin, Record, Value, Verdict};
use crate::diagnostic::{
    ComparisonProblem, Diagnostic, Faults, Outside, ReportBound, Severity, Subject,
};
use crate::form::States;
use crate::report::Selection;
use crate::report::document::{
    FindingKeys, Judgement, Key, Name, Operator, RegionKeys, RequirementKeys, RunKeys, Scalar,
    SeriesKeys, SubjectKeys, subject,
};
use crate::term::{Named, RegionName, Year};

/// Of more faults than these the number is told.
const MOST_FAULTS: usize = 20;
/// How many MiB of verdicts and names are kept: more than half a million verdicts. Two runs are
/// held at once, and what differs once more.
const MOST: u64 = 128;

/// Reads verdicts one by one, and keeps what is asked for.
pub(crate) struct Reader<'s> {
    name: String,
    selection: &'s Selection,
    /// Which verdict or finding is being read.
    at: (&'static str, u64),
    faults: Vec<ComparisonProblem>,
    more: usize,
    read: u64,
    found: u64,
    /// How many bytes are kept, and how many may be.
    kept: u64,
    most: u64,
    verdicts: Vec<Verdict>,
    findings: BTreeMap<(Severity, String), u64>,
    outside: Outside,
    indicators: HashSet<Arc<IndicatorName>>,
    regions: HashSet<Arc<RegionName>>,
    units: HashSet<Arc<Named>>,
}

impl<'s> Reader<'s> {
    pub(crate) fn new(name: &str, selection: &'s Selection) -> Self {
        Self {
            name: name.to_owned(),
            selection,
            at: ("", 0),
            faults: Vec::new(),
            more: 0,
            read: 0,
            found: 0,
            kept: 0,
            most: MOST << 20,
            verdicts: Vec::new(),
            findings: BTreeMap::new(),
            outside: Outside::default(),
            indicators: HashSet::new(),
            regions: HashSet::new(),
            units: HashSet::new(),
        }
    }

    /// Whether there is more than is kept, and nothing further need be read.
    pub(crate) fn is_full(&self) -> bool {
        self.kept > self.most
    }

    /// What is said then.
    pub(crate) fn too_much(&self) -> ComparisonProblem {
        let (path, verdicts) = (self.name.clone(), self.verdicts.len() as u64);
        ComparisonProblem::ReportTooLarge {
            path,
            most: MOST,
            bound: ReportBound::Kept { verdicts },
        }
    }

    /// Counts findings that are about the same, as far as they are asked for. What lies
    /// outside of what was asked for is no finding in what was sent.
    pub(crate) fn finding(
        &mut self,
        severity: Severity,
        code: &str,
        subject: Option<&Subject>,
        count: u64,
    ) {
        let is_taken = self.selection.takes(subject);
        let (taken, outside) = if is_taken { (count, 0) } else { (0, count) };
        self.count(severity, code, taken, outside);
    }

    fn count(&mut self, severity: Severity, code: &str, taken: u64, outside: u64) {
        if code == "judgement/outside" {
            return;
        }
        self.outside.count(severity, outside);
        if taken == 0 {
            return;
        }
        let kept = &mut self.kept;
        let sum = self.findings.entry((severity, code.to_owned())).or_insert_with(|| {
            *kept += (size_of::<(Severity, String, u64)>() + code.len()) as u64;
            0
        });
        *sum = sum.saturating_add(taken);
    }

    /// Whether findings about something are asked for.
    pub(super) fn takes(
        &self,
        region: Option<RegionKeys<'_>>,
        indicators: Vec<SeriesKeys<'_>>,
    ) -> bool {
        self.selection.takes(Some(&subject(region, indicators)))
    }

    /// Reads one of `diagnostics`; `counted` says of how many that are asked for it speaks,
    /// and of how many others, if it says of what.
    pub(super) fn finding_keys(&mut self, keys: FindingKeys<'_>, counted: Option<[u64; 2]>) {
        self.at = ("diagnostics", self.found);
        self.found += 1;
        let code = self.key("code", keys.code);
        let severity = self.key("severity", keys.severity);
        let Some((severity, code)) = severity.zip(code) else { return };
        let SubjectKeys { region, indicators, .. } = keys.subject.unwrap_or_default();
        let count = keys.count.unwrap_or(1);
        let [taken, outside] = match counted {
            Some(counted) => counted,
            None if self.takes(region, indicators) => [count, 0],
            None => [0, count],
        };
        self.count(severity, &code.0, taken, outside);
    }

    /// The record, made under a run.
    ///
    /// # Errors
    /// Everything that could not be read.
    pub(crate) fn record(mut self, origin: Origin, run: RunKeys<'_>) -> Result<Record, Faults> {
        if self.is_full() {
            return Err(Diagnostic::whole(self.too_much()).into());
        }
        self.at = ("", 0);
        let plan = self.key("run.plan.id", run.plan.id);
        let title = self.key("run.plan.title", run.plan.title);
        let title_en = self.or_null("run.plan.title_en", run.plan.title_en).flatten();
        let against = self.key("run.against", run.against);
        let years: Vec<_> = run.years.into_iter().map(|year| self.key("run.years", year)).collect();
        let mut years: Vec<Year> = years.into_iter().flatten().collect();
        years.sort_unstable();
        years.dedup();
        self.find_doubles();
        let (Some(plan), Some(title), Some(against), true) =
            (plan, title, against, self.faults.is_empty())
        else {
            if self.more > 0 {
                let (path, count) = (self.name.clone(), self.more);
                self.faults.push(ComparisonProblem::ReportValues { path, count });
            }
            return Err(self.faults.into_iter().map(Diagnostic::whole).collect());
        };
        let (plan, title) = (plan.into_owned(), title.with(title_en));
        let Self { name, verdicts, findings, outside, .. } = self;
        Ok(Record { name, origin, plan, title, years, against, verdicts, findings, outside })
    }

    /// Verdicts on the same: none of them could be taken for the other's.
    fn find_doubles(&mut self) {
        let mut seen: HashSet<(&str, &str, Year)> = HashSet::with_capacity(self.verdicts.len());
        let mut faults = Vec::new();
        let mut more = 0;
        for verdict in &self.verdicts {
            if seen.insert(verdict.subject()) {
                continue;
            }
            if faults.len() >= MOST_FAULTS {
                more += 1;
                continue;
            }
            faults.push(ComparisonProblem::ReportTwice {
                path: self.name.clone(),
                indicator: verdict.indicator.name.clone(),
                region: verdict.region.name.clone(),
                year: verdict.year,
            });
        }
        drop(seen);
        faults.into_iter().for_each(|fault| self.fault(fault));
        self.more += more;
    }

    /// Reads one of `results`.
    pub(crate) fn judgement(&mut self, keys: Judgement<'_>) {
        self.at = ("results", self.read);
        self.read += 1;
        let id = self.key("indicator", keys.indicator);
        let number = self.or_null("number", keys.number);
        let name = self.key("name", keys.name);
        let name_en = self.or_null("name_en", keys.name_en).flatten();
        let attribute = self.key("attribute", keys.attribute);
        let code = self.or_null("region.code", keys.region.code);
        let region = self.key("region.name", keys.region.name);
        let region_en = self.or_null("region.name_en", keys.region.name_en).flatten();
        let level = self.key("region.level", keys.region.level);
        let year = self.key("year", keys.year);
        let outcome = self.key("outcome", keys.outcome);
        let is_milestone = self
            .key("target.form", keys.target.form)
            .is_some_and(|form| form.states() == States::Done);
        let value = self.or_null("value", keys.value);
        let day = keys.done_on.filter(|_| is_milestone);
        let day = self.or_null("done_on", day);
        let unit = self.key("unit", keys.unit);
        let unit_en = self.or_null("unit_en", keys.unit_en).flatten();
        let numerator = self.or_null("numerator", keys.numerator);
        let denominator = self.or_null("denominator", keys.denominator);
        let requirement = keys.requirement.filter(|_| !is_milestone);
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
        let value = match (value, day.flatten()) {
            (Some(value), day) if is_milestone => Some(Value::Done(!value.exact().is_zero(), day)),
            (value, _) => value.map(Value::Number),
        };
        let (number, code) = (number.map(Name::into_owned), code.map(Name::into_owned));
        let (id, name) = (id.into_owned(), name.with(name_en));
        let indicator = IndicatorName { id, number, name, attribute };
        let region = RegionName { code, name: region.with(region_en), level };
        if self.selection.takes_region(region.key(), region.level)
            && self.selection.takes_indicator(&indicator.id)
        {
            let counts = numerator.zip(denominator);
            let (indicator, region) = (self.indicator(indicator), self.region(region));
            let (unit, requirement) = (self.unit(unit.0, unit_en), requirement.flatten());
            let verdict =
                Verdict { indicator, region, year, outcome, value, unit, counts, requirement };
            self.kept += (size_of::<Verdict>() + verdict.heap()) as u64;
            self.verdicts.push(verdict);
        } else {
            self.outside.count_verdicts(outcome.standing(), 1);
        }
    }

    fn indicator(&mut self, new: IndicatorName) -> Arc<IndicatorName> {
        let texts = [Some(&*new.id), new.number.as_deref(), Some(&new.name), new.name.english()];
        let length = texts.into_iter().flatten().map(str::len).sum();
        shared(&mut self.indicators, new, length, &mut self.kept)
    }

    fn region(&mut self, new: RegionName) -> Arc<RegionName> {
        let length = new.code.as_ref().map_or(0, String::len)
            + new.name.len()
            + new.name.english().map_or(0, str::len);
        shared(&mut self.regions, new, length, &mut self.kept)
    }

    fn unit(&mut self, new: Cow<'_, str>, english: Option<Name<'_>>) -> Arc<Named> {
        let new = Named::from(new).in_english(english.map(Name::into_owned));
        let length = new.len() + new.english().map_or(0, str::len);
        shared(&mut self.units, new, length, &mut self.kept)
    }

    fn bounds(&mut self, keys: RequirementKeys) -> Option<Bounds> {
        match self.key("requirement.operator", keys.operator.unwrap_or_default())? {
            Operator::Between => {
                let low = self.key("requirement.low", keys.low.unwrap_or_default());
                let high = self.key("requirement.high", keys.high.unwrap_or_default());
                Some(Bounds::Between(low?, high?))
            }
            Operator::Compare(comparison) => {
                let bound = self.key("requirement.value", keys.value.unwrap_or_default())?;
                Some(Bounds::Compare(comparison, bound))
            }
        }
    }

    /// Nothing where there is nothing; none where what is there can't be used.
    #[allow(clippy::option_option)] // the outer says whether it could be read
    fn or_null<T: Scalar>(&mut self, name: &'static str, key: Option<Key<T>>) -> Option<Option<T>> {
        match key {
            None => Some(None),
            Some(key) => self.key(name, key).map(Some),
        }
    }

    fn key<T: Scalar>(&mut self, name: &'static str, key: Key<T>) -> Option<T> {
        match key {
            Key::Is(value) => Some(value),
            // Counted alone, so that nothing is written for millions of them.
            Key::Not(_) if self.faults.len() >= MOST_FAULTS => {
                self.more += 1;
                None
            }
            Key::Not(found) => {
                let key = match self.at {
                    ("", _) => name.to_owned(),
                    (list, at) => format!("{list}[{at}].{name}"),
                };
                let (path, expected) = (self.name.clone(), T::expected());
                let found = found.map(String::from);
                self.fault(ComparisonProblem::ReportValue { path, key, expected, found });
                None
            }
        }
    }

    fn fault(&mut self, fault: ComparisonProblem) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// The one that is known already, if there is one: a report names few things often.
fn shared<T: Eq + Hash>(
    known: &mut HashSet<Arc<T>>,
    new: T,
    texts: usize,
    kept: &mut u64,
) -> Arc<T> {
    if let Some(known) = known.get(&new) {
        return Arc::clone(known);
    }
    *kept += (size_of::<T>() + texts) as u64;
    let new = Arc::new(new);
    known.insert(Arc::clone(&new));
    new
}

#[cfg(test)]
mod tests;
