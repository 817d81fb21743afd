//! What is written for a region, or from a year on, and the rules that this makes.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{At, Checker};
use super::reading::Reading;
use super::table::Table;
use super::{
    Head, Indicator, Milestone, OwnYears, Role, RollUp, Scope, Tree, Variants, named, shapes,
};
use crate::diagnostic::{KeyProblem, PlanProblem, TargetProblem};
use crate::exact::Decimal;
use crate::form::{Aim, Target};
use crate::source::Place;
use crate::term::{Average, BaselineSource, Named, Region, RegionId, RegionNames, Year};

/// What stands in place of a rule's own words.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Where it holds; everywhere if none is named.
    pub(super) region: Option<RegionId>,
    /// From which year on; else from the beginning.
    pub(super) from: Option<Year>,
    pub(super) target: Option<Target>,
    pub(super) baseline: Option<Decimal>,
    pub(super) milestones: Option<BTreeMap<Year, Milestone>>,
    pub(super) own_years: OwnYears,
    pub(super) cite: Option<String>,
    pub(super) place: Place,
}

/// What a rule says of regions without a target of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByRegion {
    /// There may be none among the counties.
    Required,
    /// They have the plan's.
    Same,
}

/// What belongs to a rule beside the rule itself.
pub(super) struct Beside {
    pub(super) name: Named,
    /// How numbers are read; none where not even that is known.
    pub(super) reading: Option<Reading>,
    pub(super) clauses: Vec<Clause>,
    pub(super) by_region: Option<(ByRegion, Place)>,
    /// The regions of which something could not be read, none for any: what they lack is not
    /// told besides.
    pub(super) doubtful: BTreeSet<Option<RegionId>>,
}

/// What is known of the regions and the years.
#[derive(Clone, Copy)]
pub(super) struct Ground<'g> {
    pub(super) regions: &'g [Region],
    pub(super) names: &'g RegionNames,
    pub(super) tree: &'g Tree,
    pub(super) city: Option<RegionId>,
    pub(super) head: Option<&'g Head>,
}

/// The entries of `[indicator.regions]`, and the regions of those that are faulty.
pub(super) fn of_regions(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    reading: Option<&Reading>,
    ground: &Ground<'_>,
) -> (Vec<Clause>, BTreeSet<Option<RegionId>>) {
    let (mut clauses, mut doubtful) = (Vec::new(), BTreeSet::new());
    for (At { value: name, span }, value) in checker.entries(raw, "regions") {
        let place = checker.place(span.clone());
        let name = At { value: name.to_owned(), span };
        let known = checker.faults.count();
        let region = named::region(checker, ground.names, name);
        let table = checker.table(&shapes::REGION_TARGET, "regions", value);
        if let (Some(table), Some(reading)) = (table, reading) {
            let clause = clause(checker, &table, reading, (ground.head, None), place);
            clauses.extend(region.map(|_| Clause { region, ..clause }));
        }
        if checker.faults.count() > known {
            doubtful.insert(region);
        }
    }
    (clauses, doubtful)
}

/// `[[adjust]]`: the indicator that it is of, and what holds of it from a year on.
pub(super) fn adjustment<'r>(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    find: impl FnOnce(&mut Checker<'_>, At<String>) -> Option<(usize, &'r Reading)>,
    ground: &Ground<'_>,
) -> Option<(usize, Clause)> {
    let indicator = checker.text(raw, "indicator").and_then(|name| find(checker, name));
    let region = match checker.text(raw, "region") {
        Some(name) => named::region(checker, ground.names, name).map(Some),
        None => (!raw.has("region")).then_some(None),
    };
    let from = checker.year(raw, "from").filter(|from| {
        let is_known = ground
            .head
            .is_none_or(|head| (head.first_year..=head.target_year).contains(&from.value));
        if !is_known {
            checker.fault(PlanProblem::AdjustmentYear { year: from.value }, from.span.clone());
        }
        is_known
    });
    let (indicator, reading) = indicator?;
    let place = checker.place(raw.span_of("threshold"));
    let start = from.as_ref().map(|from| from.value);
    let clause = clause(checker, raw, reading, (ground.head, start), place);
    let from = from?;
    if let Some((year, _)) =
        clause.milestones.iter().flatten().find(|(year, _)| **year < from.value)
    {
        let year = year.to_string();
        checker.fault(TargetProblem::MilestoneYear { year }, raw.span_of("milestones"));
    }
    Some((indicator, Clause { region: region?, from: Some(from.value), ..clause }))
}

/// The keys of which a table has one at least that stands in the place of a rule.
const NUMBERS: [&str; 5] = ["threshold", "baseline", "milestones", "baseline-year", "due"];

/// What one table says in place of a rule.
fn clause(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    reading: &Reading,
    (head, from): (Option<&Head>, Option<Year>),
    place: Place,
) -> Clause {
    reading.check_keys(checker, raw);
    if !NUMBERS.into_iter().any(|key| raw.has(key)) {
        checker.fault(KeyProblem::MissingKey { key: "threshold" }, raw.span.clone());
    }
    Clause {
        region: None,
        from: None,
        target: reading.target(checker, raw),
        baseline: reading.baseline(checker, raw),
        milestones: raw.has("milestones").then(|| {
            let years = head.map(|head| head.first_year..head.target_year);
            reading.milestones(checker, raw, years)
        }),
        own_years: OwnYears::read(checker, raw, head, from),
        cite: checker.text(raw, "cite").map(|cite| cite.value),
        place,
    }
}

impl Clause {
    /// Puts itself in the place of what a rule said before.
    fn apply(&self, rule: &mut Indicator, is_own: &mut bool, head: Option<&Head>) {
        if let Some(target) = &self.target {
            let parts = std::mem::take(&mut rule.target.parts);
            rule.target = Target { parts, ..target.clone() };
            // The plan's way there is not the region's, nor what all counties start from.
            if self.region.is_some() && !std::mem::replace(is_own, true) {
                rule.milestones.clear();
                let adds_up = rule.roll_up == RollUp::Sum
                    && (rule.scope != Scope::EachCounty
                        || Average::of(&rule.name, &rule.measure.unit).is_none());
                rule.baseline = rule.baseline.filter(|_| !adds_up);
            }
        }
        if let Some(baseline) = self.baseline {
            rule.baseline = Some(baseline);
            if self.region.is_some() {
                rule.baseline_source = BaselineSource::Region;
            }
        }
        if let Some(milestones) = &self.milestones {
            rule.milestones.retain(|year, _| self.from.is_some_and(|from| *year < from));
            rule.milestones.extend(milestones);
        }
        head.into_iter().for_each(|head| rule.take_years(self.own_years, head));
        if self.target.is_some() || self.milestones.is_some() || self.own_years.due.is_some() {
            rule.rule = self.place.clone();
            rule.cite = Some(self.cite.clone().unwrap_or_else(|| written(&self.place)));
        }
    }

    fn start(&self) -> Year {
        self.from.unwrap_or(Year::MIN)
    }
}

/// Where a clause stands, for those who read a report.
pub(super) fn written(place: &Place) -> String {
    let file = place.file.rsplit(['/', '\\']).next().unwrap_or_default();
    Place { file: file.into(), line: place.line.clone() }.to_string()
}

/// What of clauses does not go together, and where.
pub(super) type Clashes = Vec<(crate::diagnostic::Problem, Place, Option<Place>)>;

/// The clauses of each region, by their years.
type ByPlace<'b> = BTreeMap<Option<RegionId>, Vec<&'b Clause>>;

/// The clauses of a rule, though that may be faulty; two of one region and year are told.
pub(super) fn by_region<'b>(
    beside: &'b Beside,
    ground: &Ground<'_>,
    faults: &mut Clashes,
) -> ByPlace<'b> {
    let mut by_region = ByPlace::new();
    for clause in &beside.clauses {
        by_region.entry(clause.region).or_default().push(clause);
    }
    for clauses in by_region.values_mut() {
        clauses.sort_by_key(|clause| clause.start());
        for pair in clauses.windows(2) {
            if let [first, second] = pair
                && first.start() == second.start()
            {
                let problem = PlanProblem::ClauseTwice {
                    region: name(ground, second.region),
                    year: second.from,
                };
                faults.push((problem.into(), second.place.clone(), Some(first.place.clone())));
            }
        }
    }
    by_region
}

/// The rules that clauses make of one.
pub(super) fn variants(
    rule: &Indicator,
    beside: &Beside,
    mut by_region: ByPlace<'_>,
    ground: &Ground<'_>,
    faults: &mut Clashes,
) -> Variants {
    let common = by_region.remove(&None).unwrap_or_default();
    for clauses in by_region.values() {
        faults.extend(clauses.iter().filter_map(|clause| misplaced(rule, clause, ground)));
    }
    if let Some(clauses) = ground.city.and_then(|city| by_region.remove(&Some(city))) {
        faults.extend(clauses.iter().filter_map(|clause| differs(rule, clause, ground)));
    }
    let has_target =
        |clauses: &Vec<&Clause>| clauses.iter().any(|it| it.from.is_none() && it.target.is_some());
    let own: BTreeSet<RegionId> = by_region
        .iter()
        .filter(|(_, clauses)| has_target(clauses))
        .flat_map(|(id, _)| *id)
        .collect();
    let is_divided = !own.is_empty();
    let is_doubtful =
        |id: Option<RegionId>| beside.doubtful.contains(&None) || beside.doubtful.contains(&id);
    if let Some((ByRegion::Required, place)) = &beside.by_region {
        let lacking = ground.tree.lacking(rule.level, &own).into_iter();
        let lacking = lacking.filter(|id| rule.concerns(*id) && !is_doubtful(Some(*id)));
        let lacking: Vec<RegionId> = lacking.collect();
        if !lacking.is_empty() {
            let first = lacking.iter().take(super::MOST_NAMED);
            let regions: Vec<Named> = first.flat_map(|id| name(ground, Some(*id))).collect();
            let problem = PlanProblem::RegionsWithoutTarget { count: lacking.len(), regions };
            faults.push((problem.into(), place.clone(), None));
        }
    }
    let same = matches!(beside.by_region, Some((ByRegion::Same, _)));
    let undue = (is_divided && !same).then(|| without_target(rule));
    let mut rules = Vec::new();
    let plain = Indicator { variants: Variants::default(), ..rule.clone() };
    for year in starts(&common) {
        rules.push((None, year, of_year(&plain, &common, year, ground.head, faults)));
    }
    for (region, own) in &by_region {
        let first = own.first().map_or(Year::MIN, |clause| clause.start());
        let later: Vec<&Clause> = common.iter().copied().filter(|it| it.start() > first).collect();
        for year in starts(own).into_iter().chain(starts(&later)).collect::<BTreeSet<_>>() {
            let base = of_year(&plain, &common, year, ground.head, &mut Clashes::new());
            let mut built = of_year(&base, own, year, ground.head, faults);
            let is_own = own.iter().any(|it| it.target.is_some() && it.start() <= year);
            if !is_own && let Some(undue) = &undue {
                let leads = |it: &&&Clause| it.milestones.is_some() || it.own_years.due.is_some();
                if let Some(clause) = own.iter().find(leads)
                    && !is_doubtful(*region)
                {
                    let region = name(ground, *region).unwrap_or_default();
                    let key = if clause.milestones.is_some() { "milestones" } else { "due" };
                    let problem = PlanProblem::MilestonesWithoutTarget { region, key };
                    faults.push((problem.into(), clause.place.clone(), None));
                }
                built = Indicator {
                    baseline: built.baseline,
                    baseline_source: built.baseline_source,
                    ..undue.clone()
                };
            }
            rules.push((*region, year, built));
        }
    }
    Variants { rules, others: undue.map(Box::new), city: ground.city }
}

/// The years from which on clauses hold.
fn starts(clauses: &[&Clause]) -> BTreeSet<Year> {
    clauses.iter().map(|clause| clause.start()).collect()
}

/// A rule with all that is written for a year.
fn of_year(
    rule: &Indicator,
    clauses: &[&Clause],
    year: Year,
    head: Option<&Head>,
    faults: &mut Clashes,
) -> Indicator {
    let mut rule = rule.clone();
    let mut is_own = false;
    for clause in clauses.iter().filter(|clause| clause.start() <= year) {
        let is_last = clause.start() == year;
        let ahead = clause.from.map(|from| rule.milestones.range(from..).next().is_some());
        let is_open = clause.target.is_some()
            && clause.milestones.is_none()
            && (clause.region.is_none() || is_own);
        if is_last && is_open && ahead == Some(true) {
            faults.push((PlanProblem::MilestonesOfOldTarget.into(), clause.place.clone(), None));
        }
        clause.apply(&mut rule, &mut is_own, head);
        let due = head.map(|head| rule.due_year(head));
        let year = head.map(|head| rule.baseline_year(head));
        if let (true, Some(year), Some(due)) = (is_last, year, due)
            && year >= due
        {
            let problem = TargetProblem::BaselineYear { year, first: due };
            faults.push((problem.into(), clause.place.clone(), None));
        }
        let late = due.and_then(|due| rule.milestones.range(due..).next());
        if let Some((year, _)) = late.filter(|_| is_last) {
            let year = year.to_string();
            let problem = TargetProblem::MilestoneYear { year };
            faults.push((problem.into(), clause.place.clone(), None));
        }
    }
    rule
}

fn without_target(rule: &Indicator) -> Indicator {
    let target = Target { aim: Aim::Unset, ..rule.target.clone() };
    Indicator {
        target,
        about: None,
        milestones: BTreeMap::new(),
        cite: None,
        variants: Variants::default(),
        ..rule.clone()
    }
}

pub(super) fn name(ground: &Ground<'_>, region: Option<RegionId>) -> Option<Named> {
    Some(ground.regions.get(region?.index())?.name.clone())
}

/// That a region has a target by which it is not judged.
fn misplaced(
    rule: &Indicator,
    clause: &Clause,
    ground: &Ground<'_>,
) -> Option<(crate::diagnostic::Problem, Place, Option<Place>)> {
    let id = clause.region?;
    let region = ground.regions.get(id.index())?;
    let role = *ground.tree.roles(rule.level).get(id.index())?;
    let is_judged = rule.concerns(id)
        && match (rule.scope, role) {
            (Scope::Total, Role::Part | Role::Between) => false,
            (scope, role) => !scope.leaves_out(role),
        };
    let region = region.name.clone();
    let problem = PlanProblem::RegionNotJudged { region, indicator: rule.name.clone() };
    (!is_judged).then(|| (problem.into(), clause.place.clone(), None))
}

/// That what is written for the city is not what the plan says of it.
fn differs(
    rule: &Indicator,
    clause: &Clause,
    ground: &Ground<'_>,
) -> Option<(crate::diagnostic::Problem, Place, Option<Place>)> {
    let is_other = clause.target.as_ref().is_some_and(|target| *target != rule.target)
        || clause
            .baseline
            .is_some_and(|own| rule.baseline.map(crate::exact::Rational::from) != Some(own.into()))
        || clause.milestones.as_ref().is_some_and(|own| *own != rule.milestones)
        || ground.head.is_some_and(|head| {
            let own = clause.own_years;
            own.baseline.is_some_and(|year| year != rule.baseline_year(head))
                || own.due.is_some_and(|year| year != rule.due_year(head))
        })
        || clause.from.is_some();
    let region = name(ground, clause.region).unwrap_or_default();
    let problem = PlanProblem::CityDiffers { region };
    is_other.then(|| (problem.into(), clause.place.clone(), Some(rule.rule.clone())))
}
