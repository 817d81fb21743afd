//! The requirements of a plan, for whoever joins them with figures elsewhere: as decimals
//! for people, and as whole numerators and denominators, for no division is exact.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{operator, some};
use super::json::{self, List};
use super::numbers::bounds;
use crate::form::Form;
use crate::plan::Facts;
use crate::report::document::{BoundKeys, PlanKeys, RegionKeys};
use crate::report::{Demanded, DemandedYear, Requirements};
use crate::term::Condition;

pub(super) const COLUMNS: [&str; 30] = [
    "indicator",
    "number",
    "name",
    "attribute",
    "unit",
    "per",
    "form",
    "scope",
    "roll_up",
    "region_code",
    "region",
    "level",
    "year",
    "basis",
    "depends_on",
    "target_operator",
    "target",
    "target_n",
    "target_d",
    "target_high",
    "target_high_n",
    "target_high_d",
    "requirement_operator",
    "requirement",
    "requirement_n",
    "requirement_d",
    "requirement_high",
    "requirement_high_n",
    "requirement_high_d",
    "cite",
];

/// Writes them as CSV, a rule and year a row. The header is the same in every language.
///
/// # Errors
/// Those of the writer.
pub fn requirements_csv(it: &Requirements, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in rows(it) {
        writer.write_record(row)?;
    }
    writer.flush()
}

/// A rule and year a row.
pub(super) fn rows(it: &Requirements) -> impl Iterator<Item = Vec<String>> + '_ {
    let of_rule = |rule| move |year| cells(rule, year);
    it.rules.iter().flat_map(move |rule| rule.years.iter().map(of_rule(rule)))
}

fn cells(rule: &Demanded, year: &DemandedYear) -> Vec<String> {
    let Demanded { facts, region, form, cite, .. } = rule;
    let per = facts.measure.limits.per().map(|per| per.count());
    let required = year.requirement.as_ref();
    let mut cells = vec![
        facts.id.clone(),
        some(facts.number.as_ref()),
        facts.name.to_string(),
        facts.attribute.word().to_owned(),
        facts.measure.unit.to_string(),
        some(per),
        form.word().to_owned(),
        facts.scope_word().to_owned(),
        facts.roll_up.word().to_owned(),
        some(region.as_ref().and_then(|region| region.code.as_ref())),
        some(region.as_ref().map(|region| &*region.name)),
        some(region.as_ref().map(|region| region.level.word())),
        year.year.to_string(),
        some(required.map(|required| required.basis.word())),
        some(year.depends_on.map(|of| of.word())),
    ];
    cells.extend(condition(year.target.as_ref()));
    cells.extend(condition(required.map(|required| &required.condition)));
    cells.push(some(cite.as_ref()));
    cells
}

/// An operator and two bounds; of a condition with one, the other is blank.
fn condition(of: Option<&Condition>) -> [String; 7] {
    let mut cells: [String; 7] = Default::default();
    if let Some(of) = of {
        operator(of).clone_into(&mut cells[0]);
        for (at, (text, bound)) in bounds(of).into_iter().zip(of.bounds()).enumerate() {
            let [numerator, denominator] = bound.fraction();
            let of_bound = [text, numerator, denominator];
            cells[1 + 3 * at..4 + 3 * at].clone_from_slice(&of_bound);
        }
    }
    cells
}

/// Writes them as JSON.
///
/// # Errors
/// Those of the writer.
pub fn requirements_json(it: &Requirements, out: &mut dyn Write) -> io::Result<()> {
    let rows = || {
        let of_rule = |rule| move |year| row(rule, year);
        it.rules.iter().flat_map(move |rule| rule.years.iter().map(of_rule(rule)))
    };
    let run = RunKeys { plan: PlanKeys::from(&it.plan) };
    json::write(&Document { run, requirements: List(rows) }, out)
}

fn row<'r>(rule: &'r Demanded, year: &'r DemandedYear) -> RowKeys<'r> {
    RowKeys { facts: FactsKeys::new(&rule.facts, rule.form), demand: DemandKeys::new(rule, year) }
}

impl<'r> FactsKeys<'r> {
    pub(super) fn new(facts: &'r Facts, form: Form) -> Self {
        Self {
            indicator: &facts.id,
            number: facts.number.as_deref(),
            name: &facts.name,
            attribute: facts.attribute.word(),
            unit: &facts.measure.unit,
            per: facts.measure.limits.per().map(|per| per.count()),
            form: form.word(),
            scope: facts.scope_word(),
            roll_up: facts.roll_up.word(),
        }
    }
}

impl<'r> DemandKeys<'r> {
    pub(super) fn new(rule: &'r Demanded, year: &'r DemandedYear) -> Self {
        Self {
            region: rule.region.as_ref().map(RegionKeys::from),
            year: year.year,
            basis: year.requirement.as_ref().map(|required| required.basis.word()),
            depends_on: year.depends_on.map(|of| of.word()),
            target: year.target.as_ref().map(ConditionKeys::from),
            requirement: year.requirement.as_ref().map(|of| ConditionKeys::from(&of.condition)),
            cite: rule.cite.as_deref(),
        }
    }
}

impl From<&Condition> for ConditionKeys {
    fn from(condition: &Condition) -> Self {
        let fractions = condition.bounds().map(|bound| bound.fraction()).collect();
        Self { bounds: BoundKeys::new(condition, &bounds(condition)), fractions }
    }
}

#[derive(Serialize)]
struct Document<'r, R> {
    run: RunKeys<'r>,
    requirements: R,
}

#[derive(Serialize)]
struct RunKeys<'r> {
    plan: PlanKeys<'r>,
}

#[derive(Serialize)]
struct RowKeys<'r> {
    #[serde(flatten)]
    facts: FactsKeys<'r>,
    #[serde(flatten)]
    demand: DemandKeys<'r>,
}

/// What a rule is about.
#[derive(Serialize)]
pub(super) struct FactsKeys<'r> {
    indicator: &'r str,
    number: Option<&'r str>,
    name: &'r str,
    attribute: &'static str,
    unit: &'r str,
    per: Option<i64>,
    form: &'static str,
    scope: &'static str,
    roll_up: &'static str,
}

/// What it demands of whom in a year.
#[derive(Serialize)]
pub(super) struct DemandKeys<'r> {
    region: Option<RegionKeys<'r>>,
    year: u16,
    basis: Option<&'static str>,
    depends_on: Option<&'static str>,
    target: Option<ConditionKeys>,
    requirement: Option<ConditionKeys>,
    cite: Option<&'r str>,
}

/// A condition, and the same bounds as numerators and denominators, lower first.
#[derive(Serialize)]
pub(super) struct ConditionKeys {
    #[serde(flatten)]
    bounds: BoundKeys,
    fractions: Vec<[String; 2]>,
}
