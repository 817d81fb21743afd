//! From raw rule files to a plan: what one file says is found by the others.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeTable;

use super::applies::Whom;
use super::beginning::{Beginning, beginning};
use super::clause::{self, Beside, Ground};
use super::division::{self, Division};
use super::field::{At, Checker};
use super::ids::Ids;
use super::indicator::{self, Context};
use super::load::{Parsed, tell};
use super::{
    AuditRules, Group, Indicator, Plan, ReadBeside, Reference, audit, grading, growth, named,
    parts, reference,
};
use crate::diagnostic::{AppliesProblem, Diagnostic, Faults, KeyProblem, PlanProblem, Problem};
use crate::source::Place;
use crate::term::{Level, Named, Names, SeriesId};

type Files<'s> = [Parsed<'s>];

/// The indicators as they are written, faulty ones among them.
struct Written {
    /// Which of the sound ones each is.
    places: Vec<Option<usize>>,
    /// What belongs to each.
    beside: Vec<Beside>,
}

/// Keys of rules that are held against every region, whether it is meant or not.
const BY_REGION: [&str; 3] = ["applies-to", "regions", "by-region"];

/// So many regions are held against such rules, as often as there are any.
const MOST_BY_REGION: usize = 20_000_000;

/// That there are more.
fn too_many_by_region(rules: usize, regions: usize) -> Option<Diagnostic> {
    let most = MOST_BY_REGION;
    let problem = PlanProblem::TooManyByRegion { rules, regions, most };
    (rules.saturating_mul(regions) > most).then(|| Diagnostic::whole(problem))
}

/// Makes a plan of rule files. `faults` are those of files that could not be read.
pub(super) fn assemble(
    mut faults: Vec<Diagnostic>,
    mut files: Vec<Parsed<'_>>,
    read_beside: &mut ReadBeside<'_>,
) -> Result<Plan, Faults> {
    let broken = !faults.is_empty();
    let indicator_ids = indicator_ids(&files);
    let total = indicator_ids.len();
    let Beginning { head, heads, mut regions, has_roster, targets } =
        beginning(&mut files, read_beside);
    let groups = groups(&mut files);
    let (mut references, mut named) = references(&mut files, total);
    let has_regions = !has_roster || regions.has_roster();
    let second_city = regions.second_city.take();
    let region_rules = std::mem::take(&mut regions.rules);
    let tags = std::mem::take(&mut regions.tags);
    let (regions, tree, region_names, nowhere) = regions.finish();
    let city = tree.whole();
    let is_by_region = |raw: &&DeTable<'_>| BY_REGION.iter().any(|key| raw.contains_key(*key));
    let by_region = files.iter().flat_map(|file| file.written("indicator")).filter(is_by_region);
    if let Some(fault) = too_many_by_region(by_region.count(), regions.len()) {
        faults.push(fault);
        return Err(faults.into());
    }
    let whom = Whom { regions: &regions, names: &region_names, tags: &tags };
    let ground =
        Ground { regions: &regions, names: &region_names, tree: &tree, city, head: head.as_ref() };
    let said = Said { ground, groups: &groups, whom: has_regions.then_some(&whom) };
    let (mut indicators, Written { places, mut beside }) =
        indicators(&mut files, &said, &indicator_ids, &mut references, &mut named);
    let derived = parts::settle(&mut files, &mut indicators, &places);
    let series_names = series_names(&mut files, named);
    for file in &mut files {
        let (checker, tables) = file.tables("adjust");
        for raw in tables {
            let find = |checker: &mut Checker<'_>, name: At<String>| {
                let is_meant = |id: SeriesId| id.index() < total;
                let at = named::indicator_of(checker, &series_names, is_meant, name)?.index();
                Some((at, beside.get(at)?.reading.as_ref()?))
            };
            if let Some((at, clause)) = clause::adjustment(checker, &raw, find, &ground) {
                beside[at].clauses.push(clause);
            }
        }
    }
    let division = targets.zip(head.as_ref()).map(|(table, head)| {
        let (ground, names) = (&ground, &series_names);
        let (beside, most_headings) = (&beside, division::MOST_HEADINGS);
        let context = division::Context { ground, head, names, beside, most_headings };
        division::read(table, &context)
    });
    let of_table = division.as_ref().map_or(0, |division| division.clauses.len());
    if let Some(fault) = too_many_by_region(of_table, regions.len()) {
        faults.push(fault);
        return Err(faults.into());
    }
    let mut of_table = division.map(|Division { file, faults, clauses, doubtful }| {
        clauses.into_iter().for_each(|(at, clauses)| beside[at].clauses.extend(clauses));
        for (at, region) in doubtful {
            let of = at.map_or(0..beside.len(), |at| at..at + 1);
            beside[of].iter_mut().for_each(|beside| _ = beside.doubtful.insert(region));
        }
        (file, faults)
    });
    // What belongs to a rule is let go of once the rule has it.
    for (at, beside) in places.iter().zip(beside) {
        let mut found = clause::Clashes::new();
        let by_region = clause::by_region(&beside, &ground, &mut found);
        if let Some(indicator) = at.and_then(|at| indicators.get_mut(at)) {
            indicator.variants =
                clause::variants(indicator, &beside, by_region, &ground, &mut found);
        }
        for (problem, place, other) in found {
            let mut fault = Diagnostic::at(problem, place.clone());
            fault.related.extend(other);
            match &mut of_table {
                Some((file, faults)) if *file == place.file => faults.push(|| fault),
                _ => tell(&mut files, fault),
            }
        }
    }
    let audit = audit_rules(&mut files);
    let grading = grading::grading(&mut files).into();
    if let Some(place) = second_city.filter(|_| tree.levels().first() == Some(&Level::City)) {
        faults.push(Diagnostic::at(PlanProblem::TwoCities, place));
    } else if !nowhere.is_empty() && faults.is_empty() {
        let count = nowhere.len();
        let regions = nowhere.into_iter().take(super::MOST_NAMED).collect();
        faults.push(Diagnostic::whole(PlanProblem::RegionsNowhere { count, regions }));
    }
    for Parsed { mut checker, .. } in files {
        faults.extend(checker.faults.take(&checker.file));
    }
    faults.extend(of_table.into_iter().flat_map(|(file, mut told)| told.take(&file)));
    if broken {
        // What is not found may be in a file that could not be read.
        faults.retain(|fault| {
            !matches!(
                fault.problem,
                Problem::Key(
                    KeyProblem::UnknownReference { .. }
                        | KeyProblem::UnknownRegion { .. }
                        | KeyProblem::UnknownId { .. }
                ) | Problem::Applies(AppliesProblem::Unknown { .. } | AppliesProblem::Nobody)
            )
        });
    } else {
        let lacking = [
            (heads == 0).then_some(PlanProblem::NoHead),
            (tree.is_empty() && has_regions).then_some(PlanProblem::NoRegions),
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
            tree: tree.into(),
            regions,
            region_rules,
            region_names,
            groups: groups.into(),
            indicators: indicators.into_iter().map(Arc::new).collect(),
            derived,
            references,
            series_names,
            audit,
            grading,
        }),
        _ => Err(faults.into()),
    }
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
    let mut ids = BTreeSet::new();
    for file in files {
        let (checker, tables) = file.tables("group");
        for raw in tables {
            let group = reference::group(checker, &raw);
            if !group.id.is_empty() && !ids.insert(group.id.clone()) {
                let problem = KeyProblem::DuplicateId { id: group.id.clone() };
                checker.fault(problem, raw.span_of("id"));
            }
            groups.push(group);
        }
    }
    groups
}

/// What a series can be found by, and where it stands.
struct Findable {
    file: usize,
    /// The number of the series that the names stand for.
    number: usize,
    rule: Place,
    id: Option<Range<usize>>,
    known: Vec<At<String>>,
}

/// The references, counted behind so many indicators.
fn references(files: &mut Files<'_>, indicators: usize) -> (Vec<Reference>, Vec<Findable>) {
    let mut references = Vec::new();
    let mut named = Vec::new();
    for (file, parsed) in files.iter_mut().enumerate() {
        let (checker, tables) = parsed.tables("reference");
        for raw in tables {
            let (reference, known) = reference::reference(checker, &raw);
            let number = indicators + references.len();
            let id = raw.get("id").map(Spanned::span);
            named.push(Findable { file, number, rule: reference.rule.clone(), id, known });
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

/// The ids of all indicators.
fn indicator_ids(files: &[Parsed<'_>]) -> Ids {
    let id = |raw: &DeTable<'_>| raw.get("id").and_then(|id| id.get_ref().as_str().map(Into::into));
    let id = |raw| id(raw).unwrap_or_default();
    Ids::new(files.iter().flat_map(|file| file.written("indicator").map(id)))
}

/// The indicators, and what is known of all that are written; their names come before those of
/// the references.
fn indicators(
    files: &mut Files<'_>,
    &Said { ground, groups, whom }: &Said<'_>,
    indicator_ids: &Ids,
    references: &mut [Reference],
    named: &mut Vec<Findable>,
) -> (Vec<Indicator>, Written) {
    let mut reference_names = Names::default();
    for (at, reference) in references.iter().enumerate() {
        reference_names.insert(&reference.name, at as u32);
    }
    let reference_ids = Ids::new(references.iter().map(|reference| reference.id.clone()));
    let titles: Vec<Named> = references.iter().map(|r| r.name.clone()).collect();
    let group_ids = Ids::new(groups.iter().map(|group| group.id.clone()));
    let repeats = |raw: &DeTable<'_>| raw.contains_key("same-as");
    let repeats = files.iter().flat_map(|file| file.written("indicator").map(repeats));
    let repeats: Vec<bool> = repeats.collect();
    let context = Context {
        ground,
        head: ground.head,
        whom,
        references: &reference_names,
        reference_ids: &reference_ids,
        reference_titles: &titles,
        first_reference: u16::try_from(indicator_ids.len()).unwrap_or(u16::MAX),
        group_ids: &group_ids,
        indicator_ids,
        repeats: &repeats,
    };
    let mut indicators: Vec<Indicator> = Vec::new();
    let mut written = Written { places: Vec::new(), beside: Vec::new() };
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
                && indicator_ids.is_shared(&read.id)
            {
                checker.fault(KeyProblem::DuplicateId { id: read.id.clone() }, id.span());
            }
            let id = raw.get("id").map(Spanned::span);
            of_indicators.push(Findable { file, number, rule, id, known });
            written.places.push(read.is_some().then_some(indicators.len()));
            written.beside.push(beside);
            indicators.extend(read);
        }
    }
    growth::levels(files, &context, &indicators, references);
    of_indicators.append(named);
    *named = of_indicators;
    (indicators, written)
}

/// The index of all names; a name that two series have is a fault.
fn series_names(files: &mut Files<'_>, named: Vec<Findable>) -> Names {
    let mut names = Names::default();
    let rules: Vec<Place> = named.iter().map(|named| named.rule.clone()).collect();
    for Findable { file, number, id, known, .. } in named {
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
