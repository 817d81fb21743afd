//! A whole plan as data: what its rules say, and what each year demands.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{self, List};
use super::numbers::bounds;
use super::requirements::{DemandKeys, FactsKeys};
use crate::form::{Relation, Terms};
use crate::plan::{Head, Indicator, Milestone, OwnPace, Pace, Reference};
use crate::report::document::{BoundKeys, Operator, PlanKeys, RegionKeys};
use crate::report::{Explanation, PlanRecord};
use crate::term::{Attribute, Level, Region, Year};

/// Writes a plan as JSON; of its indicators all, or the tasks alone.
///
/// # Errors
/// Those of the writer.
pub fn plan_json(it: &PlanRecord, tasks: bool, out: &mut dyn Write) -> io::Result<()> {
    let is_asked = move |rule: &&Explanation| !tasks || rule.indicator.attribute == Attribute::Task;
    let document = Document {
        plan: HeadKeys::new(it),
        regions: List(|| it.regions.iter().map(|region| place(region, &it.regions))),
        references: it.references.iter().map(|of| ReferenceKeys::new(of, it)).collect(),
        indicators: List(|| {
            it.outline.rules.iter().filter(is_asked).map(|of| indicator(&of.indicator, it))
        }),
    };
    json::write(&document, out)
}

fn place<'r>(region: &'r Region, all: &'r [Region]) -> PlaceKeys<'r> {
    let within = region.within.and_then(|id| all.get(id.index()));
    PlaceKeys { region: region.into(), within: within.map(Region::key) }
}

fn indicator<'r>(indicator: &'r Indicator, it: &'r PlanRecord) -> IndicatorKeys<'r> {
    let demands = it.requirements.rules.iter().filter(|rule| rule.facts.id == indicator.id);
    let years = |rule| move |year| DemandKeys::new(rule, year);
    let measure = &indicator.measure;
    IndicatorKeys {
        facts: FactsKeys::new(&indicator.facts, indicator.target.form),
        aliases: &indicator.aliases,
        group: indicator.group.and_then(|at| Some(&*it.outline.groups.get(at)?.id)),
        item: indicator.item.as_deref(),
        text: indicator.text.as_deref(),
        numerator: measure.numerator.as_deref(),
        denominator: measure.denominator.as_deref(),
        count_unit: measure.count_unit.as_deref(),
        denominator_unit: measure.denominator_unit.as_deref(),
        applies_to: indicator.applies_to.as_ref().map(|whom| &*whom.written),
        same_as: indicator.same_as.and_then(|id| series(id.index(), it)),
        weight: indicator.weight.map(|weight| weight.to_string()),
        rule: RuleKeys::new(indicator, it),
        adjusted: indicator
            .adjustments()
            .map(|(from, rule)| AdjustedKeys { from, rule: RuleKeys::new(rule, it) })
            .collect(),
        requirements: demands.flat_map(|rule| rule.years.iter().map(years(rule))).collect(),
    }
}

/// The id of a series: indicators come first, then references.
fn series(at: usize, it: &PlanRecord) -> Option<&str> {
    let rules = &it.outline.rules;
    let reference = || it.references.get(at.checked_sub(rules.len())?);
    match rules.get(at) {
        Some(rule) => Some(&rule.indicator.id),
        None => reference().map(|of| &*of.id),
    }
}

#[derive(Serialize)]
struct Document<'r, R, I> {
    plan: HeadKeys<'r>,
    regions: R,
    references: Vec<ReferenceKeys<'r>>,
    indicators: I,
}

#[derive(Serialize)]
struct HeadKeys<'r> {
    #[serde(flatten)]
    plan: PlanKeys<'r>,
    source: Option<&'r str>,
    baseline_year: Year,
    first_year: Year,
    target_year: Year,
    pace: &'static str,
    region: Option<&'r str>,
}

impl<'r> HeadKeys<'r> {
    fn new(it: &'r PlanRecord) -> Self {
        let plan = &it.outline.plan;
        let Head { source, baseline_year, first_year, target_year, pace, .. } = &**plan;
        Self {
            plan: plan.into(),
            source: source.as_deref(),
            baseline_year: *baseline_year,
            first_year: *first_year,
            target_year: *target_year,
            pace: match pace {
                Pace::Linear => "linear",
                Pace::None => "none",
            },
            region: it.outline.region.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct PlaceKeys<'r> {
    #[serde(flatten)]
    region: RegionKeys<'r>,
    /// The code, or else the name, of what it lies in.
    within: Option<&'r str>,
}

#[derive(Serialize)]
struct ReferenceKeys<'r> {
    id: &'r str,
    name: &'r str,
    aliases: &'r [String],
    unit: &'r str,
    growth_of: Option<&'r str>,
    shared: bool,
    shared_by: Option<&'static str>,
}

impl<'r> ReferenceKeys<'r> {
    fn new(of: &'r Reference, it: &'r PlanRecord) -> Self {
        Self {
            id: &of.id,
            name: &of.name,
            aliases: &of.aliases,
            unit: &of.unit,
            growth_of: of.growth_of.and_then(|id| series(id.index(), it)),
            shared: of.shared.is_some(),
            shared_by: of.shared.map(Level::word),
        }
    }
}

#[derive(Serialize)]
struct IndicatorKeys<'r> {
    #[serde(flatten)]
    facts: FactsKeys<'r>,
    aliases: &'r [String],
    group: Option<&'r str>,
    item: Option<&'r str>,
    text: Option<&'r str>,
    numerator: Option<&'r str>,
    denominator: Option<&'r str>,
    count_unit: Option<&'r str>,
    denominator_unit: Option<&'r str>,
    applies_to: Option<&'r [String]>,
    same_as: Option<&'r str>,
    weight: Option<String>,
    #[serde(flatten)]
    rule: RuleKeys<'r>,
    adjusted: Vec<AdjustedKeys<'r>>,
    requirements: Vec<DemandKeys<'r>>,
}

/// What may be otherwise from a year on.
#[derive(Serialize)]
struct RuleKeys<'r> {
    baseline: Option<String>,
    baseline_year: Option<Year>,
    /// The condition in the terms of the rule.
    condition: Option<BoundKeys>,
    /// What its number is.
    terms: Option<&'static str>,
    /// The series that it is held against, or that it follows from.
    rests_on: Vec<&'r str>,
    about: Option<String>,
    due: Option<Year>,
    pace: Option<&'static str>,
    milestones: Vec<MilestoneKeys>,
    cite: Option<&'r str>,
}

impl<'r> RuleKeys<'r> {
    fn new(rule: &'r Indicator, it: &'r PlanRecord) -> Self {
        let relation = rule.target.relation();
        let operator = |of: &Relation| Some(Operator::Compare(of.comparison));
        let against =
            relation.map(|of| BoundKeys { operator: operator(of), ..BoundKeys::default() });
        let series_of = relation.into_iter().flat_map(|of| [Some(of.reference), of.growth_of]);
        let parts = rule.target.parts.iter().map(|part| part.series);
        let bound = rule.target.bound().map(|of| BoundKeys::new(of, &bounds(of)));
        let rests_on = series_of.flatten().chain(parts);
        let milestones = rule.milestones.iter();
        Self {
            baseline: rule.baseline.map(|value| value.to_string()),
            baseline_year: rule.own_years.baseline,
            condition: bound.or(against),
            terms: rule.target.terms().map(terms),
            rests_on: rests_on.filter_map(|id| series(id.index(), it)).collect(),
            about: rule.about.map(|about| about.to_string()),
            due: rule.own_years.due,
            pace: rule.pace.map(|pace| match pace {
                OwnPace::Linear => "linear",
                OwnPace::AtEnd => "at-end",
            }),
            milestones: milestones.map(|(year, of)| MilestoneKeys::new(*year, *of)).collect(),
            cite: rule.cite.as_deref(),
        }
    }
}

fn terms(terms: Terms) -> &'static str {
    match terms {
        Terms::Value => "value",
        Terms::Change => "change",
        Terms::Percent => "percent",
        Terms::Reported { percent: false, fall: false } => "reported-change",
        Terms::Reported { percent: false, fall: true } => "reported-fall",
        Terms::Reported { percent: true, fall: false } => "reported-percent",
        Terms::Reported { percent: true, fall: true } => "reported-percent-fall",
        Terms::Multiple => "multiple",
        Terms::Growth { .. } => "growth",
    }
}

#[derive(Serialize)]
struct AdjustedKeys<'r> {
    from: Year,
    #[serde(flatten)]
    rule: RuleKeys<'r>,
}

/// One number, or a range, lower first.
#[derive(Serialize)]
struct MilestoneKeys {
    year: Year,
    numbers: Vec<String>,
}

impl MilestoneKeys {
    fn new(year: Year, of: Milestone) -> Self {
        Self { year, numbers: of.numbers().map(|number| number.to_string()).collect() }
    }
}
