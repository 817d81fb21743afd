//! From rule files to a plan, all faults in one run.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use serde_ignored::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::field::{At, Checker};
use super::indicator::Context;
use super::raw::RawFile;
use super::region::Regions;
use super::{Head, Plan, head, indicator, raw};
use crate::diagnostic::{Diagnostic, PlanProblem, Problem};
use crate::source::Place;
use crate::term::{Level, Names, nearest};

/// A rule file: the name it is shown by, and its bytes.
#[derive(Debug, Clone)]
pub struct RuleFile {
    name: Arc<str>,
    bytes: Vec<u8>,
}

impl RuleFile {
    /// A file of that name with those bytes.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

/// Reads the roster that a rule file names: the rule file's name, then the path
/// as it is written there.
pub type ReadRoster<'r> = dyn FnMut(&str, &str) -> io::Result<Vec<u8>> + 'r;

impl Plan {
    /// Reads and checks the rule files, which together are one plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(files: &[RuleFile], roster: &mut ReadRoster<'_>) -> Result<Self, Vec<Diagnostic>> {
        let mut loader = Loader::default();
        let parsed: Vec<(Checker<'_>, RawFile)> =
            files.iter().filter_map(|file| loader.parse(file)).collect();
        loader.assemble(parsed, roster)
    }
}

#[derive(Default)]
struct Loader {
    faults: Vec<Diagnostic>,
}

impl Loader {
    /// The raw content of a file; its faults are kept, unknown keys among them.
    fn parse<'f>(&mut self, file: &'f RuleFile) -> Option<(Checker<'f>, RawFile)> {
        let Ok(source) = std::str::from_utf8(&file.bytes) else {
            self.faults.push(Diagnostic::at(PlanProblem::NotUtf8, Place::file(&file.name)));
            return None;
        };
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let mut checker = Checker { file: Arc::clone(&file.name), source, faults: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(source);
        for error in &errors {
            checker.fault(syntax(error), error.span().unwrap_or(0..0));
        }
        let mut unknown = Vec::new();
        let raw = RawFile::deserialize(serde_ignored::Deserializer::new(
            toml::Deserializer::from(table.clone()),
            &mut |path: Path<'_>| unknown.push(steps(&path)),
        ));
        // What recovers from a syntax error may stand in the wrong table.
        let unknown = if errors.is_empty() { unknown } else { Vec::new() };
        let known = unknown.into_iter().filter_map(|path| find(table.get_ref(), &path));
        for (key, span, siblings) in known {
            let nearest = nearest(&key, siblings.iter().copied());
            checker.fault(PlanProblem::UnknownKey { key, nearest }, span);
        }
        match raw {
            // What recovers from a syntax error may lack anything: its gaps are no faults.
            Ok(_) if !errors.is_empty() => {}
            Ok(raw) => return Some((checker, raw)),
            Err(error) => checker.fault(syntax(&error), error.span().unwrap_or(0..0)),
        }
        self.faults.append(&mut checker.faults);
        None
    }

    fn assemble(
        self,
        mut files: Vec<(Checker<'_>, RawFile)>,
        read_roster: &mut ReadRoster<'_>,
    ) -> Result<Plan, Vec<Diagnostic>> {
        let broken = !self.faults.is_empty();
        let mut head: Option<Head> = None;
        let mut heads = 0;
        let mut has_roster = false;
        let mut regions = Regions::default();
        let mut references = Vec::new();
        let mut reference_names = Names::default();
        let mut names = Vec::new();
        for (checker, raw) in &mut files {
            regions.add(checker, &raw.region);
            if let Some(table) = &raw.plan {
                heads += 1;
                has_roster |= table.get_ref().roster.is_some();
                if heads == 2 {
                    checker.fault(PlanProblem::TwoHeads, table.span());
                }
                if let Some((read, roster)) = head::head(checker, table.get_ref(), &table.span()) {
                    head.get_or_insert(read);
                    if let Some(roster) = roster {
                        add_roster(checker, &mut regions, &roster, read_roster);
                    }
                }
            }
            for raw in &raw.reference {
                let (reference, known) = indicator::reference(checker, raw.get_ref(), &raw.span());
                reference_names.insert(&reference.name, references.len() as u32);
                references.push(reference);
                let id = raw.get_ref().id.as_ref().map(Spanned::span);
                names.push((Arc::clone(&checker.file), id, known));
            }
        }
        for (checker, _) in &mut files {
            regions.resolve(checker);
        }
        let total: usize = files.iter().map(|(_, raw)| raw.indicator.len()).sum();
        let reference_ids: Vec<String> = references.iter().map(|r| r.id.clone()).collect();
        let mut indicators = Vec::new();
        let mut series_names = Names::default();
        // Where each series stands, in the order of their numbers.
        let mut rules: Vec<Place> = Vec::new();
        let context = Context {
            head: head.as_ref(),
            references: &reference_names,
            reference_ids: &reference_ids,
            first_reference: u16::try_from(total).unwrap_or(u16::MAX),
        };
        for (checker, raw) in &mut files {
            for raw in &raw.indicator {
                let (read, known) =
                    indicator::indicator(checker, raw.get_ref(), &raw.span(), &context);
                rules.push(match (&read, known.first()) {
                    (Some(read), _) => read.rule.clone(),
                    (None, Some(first)) => checker.place(first.span.clone()),
                    (None, None) => checker.place(raw.span()),
                });
                let id = raw.get_ref().id.as_ref().map(Spanned::span);
                add_names(checker, &mut series_names, &rules, id, known);
                indicators.extend(read);
            }
        }
        for (at, (file, id, known)) in names.into_iter().enumerate() {
            rules.push(references[at].rule.clone());
            if let Some((checker, _)) = files.iter_mut().find(|(c, _)| c.file == file) {
                add_names(checker, &mut series_names, &rules, id, known);
            }
        }
        let mut faults: Vec<Diagnostic> = self.faults;
        faults.extend(files.into_iter().flat_map(|(mut checker, _)| {
            checker.faults.sort_by_key(|fault| fault.place.as_ref().and_then(Place::line_number));
            checker.faults
        }));
        if broken {
            // What is not found may be in a file that could not be read.
            faults.retain(|fault| {
                !matches!(
                    fault.problem,
                    Problem::Plan(
                        PlanProblem::UnknownReference { .. } | PlanProblem::UnknownRegion { .. }
                    )
                )
            });
        } else {
            let counties = regions.list.iter().filter(|r| r.level == Level::County).count();
            let lacking = [
                (heads == 0).then_some(PlanProblem::NoHead),
                (counties == 0 && (!has_roster || regions.has_roster()))
                    .then_some(PlanProblem::NoRegions),
                (total == 0).then_some(PlanProblem::NoIndicators),
                (total + references.len() > usize::from(u16::MAX))
                    .then_some(PlanProblem::TooMany { most: u32::from(u16::MAX) }),
                u32::try_from(regions.list.len() + 1)
                    .is_err()
                    .then_some(PlanProblem::TooMany { most: u32::MAX }),
            ];
            faults.extend(lacking.into_iter().flatten().map(Diagnostic::whole));
        }
        let city = regions.city;
        let (regions, region_names) = regions.finish();
        match head {
            Some(head) if faults.is_empty() => {
                Ok(Plan { head, city, regions, region_names, indicators, references, series_names })
            }
            _ => Err(faults),
        }
    }
}

fn add_names(
    checker: &mut Checker<'_>,
    names: &mut Names,
    rules: &[Place],
    id: Option<Range<usize>>,
    known: Vec<At<String>>,
) {
    let number = (rules.len() - 1) as u32;
    for name in known {
        if let Some(first) = names.insert(&name.value, number) {
            let problem = if id.as_ref() == Some(&name.span) {
                PlanProblem::DuplicateId { id: name.value }
            } else {
                PlanProblem::DuplicateName { name: name.value }
            };
            let fault = Diagnostic::at(problem, checker.place(name.span));
            checker.faults.push(fault.with(rules[first as usize].clone()));
        }
    }
}

fn add_roster(
    checker: &mut Checker<'_>,
    regions: &mut Regions,
    roster: &At<String>,
    read: &mut ReadRoster<'_>,
) {
    let bytes = read(&checker.file, &roster.value);
    let text = bytes
        .as_ref()
        .map_err(ToString::to_string)
        .and_then(|bytes| simdutf8::basic::from_utf8(bytes).map_err(|error| error.to_string()));
    match text {
        Ok(text) => {
            let file: Arc<str> = roster.value.as_str().into();
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
            regions.add_roster(&file, text, &mut checker.faults);
        }
        Err(reason) => {
            let path = roster.value.clone();
            checker.fault(PlanProblem::RosterUnreadable { path, reason }, roster.span.clone());
        }
    }
}

fn syntax(error: &toml::de::Error) -> PlanProblem {
    PlanProblem::Syntax { message: error.message().to_owned() }
}

/// One step down into a TOML document.
enum Step {
    Key(String),
    Index(usize),
}

/// The steps to an ignored key, without those that `Spanned` puts between.
fn steps(path: &Path<'_>) -> Vec<Step> {
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(Step::Index(*index))),
        Path::Map { parent, key } => {
            (parent, (!key.starts_with("$__")).then(|| Step::Key(key.clone())))
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = steps(parent);
    steps.extend(step);
    steps
}

/// An ignored key, where it stands, and the keys that may stand there.
fn find(
    table: &DeTable<'_>,
    path: &[Step],
) -> Option<(String, Range<usize>, &'static [&'static str])> {
    let (last, way) = path.split_last()?;
    let Step::Key(key) = last else { return None };
    let mut here = table;
    let mut items = None;
    for step in way {
        let value = match step {
            Step::Key(key) => here.get(key.as_str())?,
            Step::Index(at) => {
                let array: &toml::de::DeArray<'_> = items?;
                array.get(*at)?
            }
        };
        match value.get_ref() {
            DeValue::Table(table) => here = table,
            DeValue::Array(array) => items = Some(array),
            _ => return None,
        }
    }
    let (found, _) = here.get_key_value(key.as_str())?;
    let table = match way.first() {
        Some(Step::Key(table)) => Some(table.as_str()),
        _ => None,
    };
    Some((key.clone(), found.span(), raw::keys(table)))
}
