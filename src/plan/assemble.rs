//! From raw rule files to a plan: what one file says is found by the others.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::applies::Whom;
use super::clause::{self, Beside, Ground};
use super::field::{At, Checker};
use super::indicator::{self, Context};
use super::load::{Parsed, tell};
use super::region::Regions;
use super::table::Table;
use super::{
    AuditRules, Group, Head, Indicator, Plan, ReadRoster, Reference, audit, grading, head, named,
    reference,
};
use crate::diagnostic::{Diagnostic, KeyProblem, PlanProblem, Problem, TargetProblem};
use crate::form::Relation;
use crate::source::Place;
use crate::term::{Level, Limits, Names, SeriesId};

type Files<'s> = [Parsed<'s>];

/// Makes a plan of rule files. `faults` are those of files that could not be read.
pub(super) fn assemble(
    mut faults: Vec<Diagnostic>,
    mut files: Vec<Parsed<'_>>,
    read_roster: &mut ReadRoster<'_>,
) -> Result<Plan, Vec<Diagnostic>> {
    let broken = !faults.is_empty();
    let total: usize = files.iter_mut().map(|file| file.tables("indicator").1.len()).sum();
    let (head, heads, mut regions, has_roster) = head_and_regions(&mut files, read_roster);
    let groups = groups(&mut files);
    let (mut references, mut named) = references(&mut files, total);
    let counties = regions.list.iter().filter(|r| r.level == Level::County).count();
    let has_regions = !has_roster || regions.has_roster();
    let city = regions.city;
    let region_rules = std::mem::take(&mut regions.rules);
    let tags = std::mem::take(&mut regions.tags);
    let (regions, region_names) = regions.finish();
    let whom = Whom { regions: &regions, names: &region_names, tags: &tags };
    let ground = Ground { regions: &regions, names: &region_names, city, head: head.as_ref() };
    let said = Said { ground, groups: &groups, whom: has_regions.then_some(&whom) };
    let (mut indicators, mut beside, places) =
        indicators(&mut files, &said, &mut references, &mut named);
    let series_names = series_names(&mut files, named);
    for file in &mut files {
        let (checker, tables) = file.tables("adjust");
        for raw in tables {
            let find = |checker: &mut Checker<'_>, name: At<String>| {
                let is_meant = |id: SeriesId| id.index() < total;
                let id = named::indicator_of(checker, &series_names, is_meant, name)?;
                places.get(id.index()).copied().flatten()
            };
            let adjustment = clause::adjustment(checker, &raw, &beside, find, &ground);
            if let Some((at, clause)) = adjustment {
                beside[at].clauses.push(clause);
            }
        }
    }
    for (indicator, beside) in indicators.iter_mut().zip(&beside) {
        let mut found = clause::Faults::new();
        indicator.variants = clause::variants(indicator, beside, &ground, &mut found);
        for (problem, place, other) in found {
            let mut fault = Diagnostic::at(problem, place);
            fault.related.extend(other);
            tell(&mut files, fault);
        }
    }
    let audit = audit_rules(&mut files);
    let grading = grading::grading(&mut files).into();
    for Parsed { mut checker, .. } in files {
        faults.extend(checker.faults.take(&checker.file));
    }
    if broken {
        // What is not found may be in a file that could not be read.
        faults.retain(|fault| {
            !matches!(
                fault.problem,
                Problem::Key(
                    KeyProblem::UnknownReference { .. }
                        | KeyProblem::UnknownRegion { .. }
                        | KeyProblem::UnknownId { .. }
                ) | Problem::Target(
                    TargetProblem::AppliesToUnknown { .. } | TargetProblem::AppliesToNobody
                )
            )
        });
    } else {
        let lacking = [
            (heads == 0).then_some(PlanProblem::NoHead),
            (counties == 0 && has_regions).then_some(PlanProblem::NoRegions),
            (total == 0).then_some(PlanProblem::NoIndicators),
            (total + references.len() > usize::from(u16::MAX))
                .then_some(PlanProblem::TooMany { most: u32::from(u16::MAX) }),
            u32::try_from(regions.len() + 1)
                .is_err()
                .then_some(PlanProblem::TooMany { most: u32::MAX }),
        ];
        faults.extend(lacking.into_iter().flatten().map(Diagnostic::whole));
    }
    match head {
        Some(head) if faults.is_empty() => Ok(Plan {
            head: head.into(),
            city,
            levels: regions.iter().map(|region| region.level).collect(),
            regions,
            region_rules,
            region_names,
            groups: groups.into(),
            indicators: indicators.into_iter().map(Arc::new).collect(),
            references,
            series_names,
            audit,
            grading,
        }),
        _ => Err(faults),
    }
}

/// The head, how many there are, the regions, and whether a roster is named.
fn head_and_regions(
    files: &mut Files<'_>,
    read_roster: &mut ReadRoster<'_>,
) -> (Option<Head>, usize, Regions, bool) {
    let mut head: Option<Head> = None;
    let mut heads = 0;
    let mut has_roster = false;
    let mut regions = Regions::default();
    for file in files.iter_mut() {
        let (checker, tables) = file.tables("region");
        tables.iter().for_each(|table| regions.add(checker, table));
        let (checker, tables) = file.tables("plan");
        let Some(table) = tables.first() else { continue };
        heads += 1;
        has_roster |= table.has("roster");
        if heads == 2 {
            checker.fault(PlanProblem::TwoHeads, table.span.clone());
        }
        if let Some((read, roster)) = head::head(checker, table) {
            head.get_or_insert(read);
            if let Some(roster) = roster {
                add_roster(checker, &mut regions, &roster, read_roster);
            }
        }
    }
    for Parsed { checker, .. } in files.iter_mut() {
        regions.resolve(checker);
    }
    let circles = regions.listed_circles();
    for Parsed { checker, .. } in files.iter_mut() {
        regions.refuse(checker, &circles);
    }
    (head, heads, regions, has_roster)
}

/// What the plan says of audits, in any of its files.
fn audit_rules(files: &mut Files<'_>) -> AuditRules {
    let mut rules = None;
    for file in files {
        let (checker, tables) = file.tables("audit");
        let Some(table) = tables.first() else { continue };
        let read = audit::rules(checker, table);
        if rules.is_some() {
            checker.fault(PlanProblem::TwoAudits, table.span.clone());
        }
        rules.get_or_insert(read);
    }
    rules.unwrap_or_default()
}

fn groups(files: &mut Files<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for file in files {
        let (checker, tables) = file.tables("group");
        for raw in tables {
            let group = reference::group(checker, &raw);
            if !group.id.is_empty() && groups.iter().any(|known| known.id == group.id) {
                let problem = KeyProblem::DuplicateId { id: group.id.clone() };
                checker.fault(problem, raw.span_of("id"));
            }
            groups.push(group);
        }
    }
    groups
}

/// What a series can be found by, and where it stands.
struct Named {
    file: usize,
    /// The number of the series that the names stand for.
    number: usize,
    rule: Place,
    id: Option<Range<usize>>,
    known: Vec<At<String>>,
}

/// The references, counted behind so many indicators.
fn references(files: &mut Files<'_>, indicators: usize) -> (Vec<Reference>, Vec<Named>) {
    let mut references = Vec::new();
    let mut named = Vec::new();
    for (file, parsed) in files.iter_mut().enumerate() {
        let (checker, tables) = parsed.tables("reference");
        for raw in tables {
            let (reference, known) = reference::reference(checker, &raw);
            let number = indicators + references.len();
            let id = raw.get("id").map(Spanned::span);
            named.push(Named { file, number, rule: reference.rule.clone(), id, known });
            references.push(reference);
        }
    }
    (references, named)
}

/// What indicators rest on beside each other and the references.
struct Said<'p> {
    ground: Ground<'p>,
    groups: &'p [Group],
    whom: Option<&'p Whom<'p>>,
}

/// The indicators, what belongs to each, and which of them the written ones are; the names
/// of each come before those of the references.
fn indicators(
    files: &mut Files<'_>,
    &Said { ground, groups, whom }: &Said<'_>,
    references: &mut [Reference],
    named: &mut Vec<Named>,
) -> (Vec<Indicator>, Vec<Beside>, Vec<Option<usize>>) {
    let mut reference_names = Names::default();
    for (at, reference) in references.iter().enumerate() {
        reference_names.insert(&reference.name, at as u32);
    }
    let reference_ids: Vec<String> = references.iter().map(|r| r.id.clone()).collect();
    let titles: Vec<Arc<str>> = references.iter().map(|r| r.name.as_str().into()).collect();
    let group_ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    let mut indicator_ids: Vec<(String, bool)> = Vec::new();
    for file in files.iter_mut() {
        let of = |raw: &Table<'_>| (raw.str("id").unwrap_or_default().into(), raw.has("same-as"));
        indicator_ids.extend(file.tables("indicator").1.iter().map(of));
    }
    let context = Context {
        ground,
        head: ground.head,
        whom,
        references: &reference_names,
        reference_ids: &reference_ids,
        reference_titles: &titles,
        first_reference: u16::try_from(indicator_ids.len()).unwrap_or(u16::MAX),
        group_ids: &group_ids,
        indicator_ids: &indicator_ids,
    };
    let mut indicators: Vec<Indicator> = Vec::new();
    let (mut all_beside, mut places) = (Vec::new(), Vec::new());
    let mut of_indicators = Vec::new();
    for (file, parsed) in files.iter_mut().enumerate() {
        let (checker, tables) = parsed.tables("indicator");
        for raw in tables {
            let (read, beside, known) = indicator::indicator(checker, &raw, &context);
            let rule = match (&read, known.first()) {
                (Some(read), _) => read.rule.clone(),
                (None, Some(first)) => checker.place(first.span.clone()),
                (None, None) => checker.place(raw.span.clone()),
            };
            // What repeats another is found under the other's number.
            let repeated = read.as_ref().and_then(|read| read.same_as);
            let number = repeated.map_or(of_indicators.len(), SeriesId::index);
            if let (Some(read), Some(id)) = (&read, raw.get("id"))
                && repeated.is_some()
                && indicator_ids.iter().filter(|(known, _)| *known == read.id).count() > 1
            {
                checker.fault(KeyProblem::DuplicateId { id: read.id.clone() }, id.span());
            }
            let id = raw.get("id").map(Spanned::span);
            of_indicators.push(Named { file, number, rule, id, known });
            places.push(read.is_some().then_some(indicators.len()));
            if let Some(read) = read {
                indicators.push(read);
                all_beside.push(beside);
            }
        }
    }
    let mut at = 0;
    for file in files.iter_mut() {
        let (checker, tables) = file.tables("reference");
        for raw in tables {
            if let Some(id) = checker.text(&raw, "growth-of") {
                references[at].growth_of = reference::find(checker, &id, &context);
            }
            at += 1;
        }
    }
    growth_units(files, indicator_ids.len(), &indicators, references);
    let grown = indicators.iter().filter_map(|indicator| indicator.target.relation()?.growth_of);
    let grown: Vec<SeriesId> =
        grown.chain(references.iter().filter_map(|reference| reference.growth_of)).collect();
    for level in grown {
        if let Some(reference) = references.get_mut(level.index() - indicator_ids.len()) {
            reference.limits = Limits::NonNegative;
        }
    }
    of_indicators.append(named);
    *named = of_indicators;
    (indicators, all_beside, places)
}

/// Growth is held against a rate of growth, and follows from what is none. The
/// references are counted behind all indicators that are written, faulty ones too.
fn growth_units(
    files: &mut Files<'_>,
    written: usize,
    indicators: &[Indicator],
    references: &[Reference],
) {
    let unit = |id: SeriesId| {
        let at = id.index().checked_sub(written)?;
        // A faulty reference has none; what is wrong with it has been said.
        references.get(at).map(|r| &*r.unit).filter(|unit| !unit.is_empty())
    };
    let is_rate = |id: SeriesId| matches!(unit(id), Some("%" | "％"));
    let is_level = |id: SeriesId| unit(id).is_some_and(|unit| !matches!(unit, "%" | "％"));
    let follows = |id: SeriesId| {
        let at = id.index().checked_sub(written);
        at.and_then(|at| references.get(at)).is_some_and(|it| it.growth_of.is_some())
    };
    let mut faults = Vec::new();
    for indicator in indicators {
        let Some(&Relation { reference, growth_of, .. }) = indicator.target.relation() else {
            continue;
        };
        let keys = [
            ("unit", !indicator.measure.is_percent()),
            ("reference", is_level(reference)),
            ("growth-of", growth_of.is_some_and(is_rate)),
        ];
        if indicator.about.is_some() && follows(reference) {
            let place = indicator.keys.place("about").unwrap_or_else(|| indicator.rule.clone());
            faults.push(Diagnostic::at(TargetProblem::AboutOfLevels, place));
        }
        faults.extend(keys.into_iter().filter(|(_, wrong)| *wrong).map(|(key, _)| {
            let place = indicator.keys.place(key).unwrap_or_else(|| indicator.rule.clone());
            Diagnostic::at(TargetProblem::GrowthUnit { key }, place)
        }));
    }
    for reference in references {
        let is_percent = matches!(&*reference.unit, "%" | "％");
        if let Some(levels) = reference.growth_of
            && (is_rate(levels) || !is_percent)
        {
            let key = if is_percent { "growth-of" } else { "unit" };
            let fault = Diagnostic::at(TargetProblem::GrowthUnit { key }, reference.rule.clone());
            faults.push(fault);
        }
    }
    faults.into_iter().for_each(|fault| tell(files, fault));
}

/// The index of all names; a name that two series have is a fault.
fn series_names(files: &mut Files<'_>, named: Vec<Named>) -> Names {
    let mut names = Names::default();
    let rules: Vec<Place> = named.iter().map(|named| named.rule.clone()).collect();
    for Named { file, number, id, known, .. } in named {
        let Some(Parsed { checker, .. }) = files.get_mut(file) else { continue };
        for name in known {
            let Some(first) = names.insert(&name.value, number as u32) else { continue };
            let problem = if id.as_ref() == Some(&name.span) {
                KeyProblem::DuplicateId { id: name.value }
            } else {
                KeyProblem::DuplicateName { name: name.value }
            };
            let (file, source) = (&checker.file, checker.source);
            checker.faults.push(|| {
                let fault = Diagnostic::at(problem, Place::span(file, source, name.span));
                fault.with(rules[first as usize].clone())
            });
        }
    }
    names
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
            let text = crate::text::without_marks(text);
            regions.add_roster(&file, text, &mut checker.faults);
        }
        Err(reason) => {
            let path = roster.value.clone();
            checker.fault(PlanProblem::RosterUnreadable { path, reason }, roster.span.clone());
        }
    }
}
