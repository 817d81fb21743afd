//! The requirements of a plan as data.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::outline::outline_within;
use super::requirement::{Baseline, Demand, demand};
use crate::exact::Rational;
use crate::plan::{Head, Indicator, Plan};
use crate::report::{Demanded, DemandedYear, Dependence, PlanRecord, Requirements};
use crate::term::{Against, Attribute, BaselineSource, RegionId, RegionName, SeriesId, Year};

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The years; those of the plan if none is named.
    pub years: Vec<Year>,
    /// The regions, each with all that is demanded of it; if none is named, each rule stands
    /// once, and beside it what regions have of their own.
    pub regions: Vec<RegionId>,
    /// The indicators; all if none is named.
    pub indicators: Vec<SeriesId>,
    /// How firmly they are demanded; all if none is named.
    pub attributes: Vec<Attribute>,
    /// What values are held against.
    pub against: Against,
}

/// What a plan demands of whom in which year. What is words alone, or repeats another
/// indicator, demands nothing of a value.
pub fn requirements(plan: &Plan, asked: &Asked) -> Requirements {
    let head = &plan.head;
    let years: BTreeSet<Year> = match asked.years.as_slice() {
        [] => (head.first_year..=head.target_year).collect(),
        years => years.iter().copied().collect(),
    };
    let mut rules = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let (id, attribute) = (SeriesId(at as u16), indicator.attribute);
        if !(asked.indicators.is_empty() || asked.indicators.contains(&id))
            || !(asked.attributes.is_empty() || asked.attributes.contains(&attribute))
        {
            continue;
        }
        for region in whom(plan, indicator, &asked.regions) {
            let name = region.map(|id| RegionName::from(plan.region(id)));
            rules.extend(of_region(head, indicator, region, name, &years, asked.against));
        }
    }
    Requirements { plan: Arc::clone(head), rules }
}

/// The whole plan as data; with a region, as that has it.
pub fn plan_record(plan: &Plan, region: Option<RegionId>) -> PlanRecord {
    let asked = Asked { regions: region.into_iter().collect(), ..Asked::default() };
    PlanRecord {
        outline: outline_within(plan, region),
        requirements: requirements(plan, &asked),
        regions: Arc::clone(&plan.regions),
        references: plan.references.clone(),
    }
}

/// The regions that an indicator's demands are listed for; none stands for all of them.
fn whom(plan: &Plan, indicator: &Indicator, asked: &[RegionId]) -> Vec<Option<RegionId>> {
    if !indicator.is_judged() {
        return Vec::new();
    }
    let is_judged = |id: &RegionId| {
        indicator.concerns(*id) && indicator.scope.judges(plan.role(indicator, *id))
    };
    if !asked.is_empty() {
        let asked: BTreeSet<RegionId> = asked.iter().copied().collect();
        return asked.into_iter().filter(is_judged).map(Some).collect();
    }
    if !indicator.has_regions() && indicator.applies_to.is_none() {
        return vec![None];
    }
    (0..plan.regions.len()).map(|at| RegionId(at as u32)).filter(is_judged).map(Some).collect()
}

/// The rules that are in force in a region, each with its years.
fn of_region(
    head: &Head,
    indicator: &Indicator,
    region: Option<RegionId>,
    name: Option<RegionName>,
    years: &BTreeSet<Year>,
    against: Against,
) -> Vec<Demanded> {
    let mut rules: Vec<(&Indicator, Demanded)> = Vec::new();
    for year in years {
        let rule = indicator.in_force(region, *year);
        if rule.target.is_unset() {
            continue;
        }
        let demanded = of_year(head, rule, *year, against);
        match rules.last_mut() {
            Some((last, of)) if std::ptr::eq(*last, rule) => of.years.push(demanded),
            Some(_) | None => {
                let of = Demanded {
                    facts: Arc::clone(&rule.facts),
                    region: name.clone(),
                    form: rule.target.form,
                    cite: rule.cite.clone(),
                    years: vec![demanded],
                };
                rules.push((rule, of));
            }
        }
    }
    rules.into_iter().map(|(_, of)| of).collect()
}

fn of_year(head: &Head, rule: &Indicator, year: Year, against: Against) -> DemandedYear {
    let demanded = |baseline: Option<Baseline>| {
        let demand = demand(head, rule, year, against, baseline.as_ref(), None)?;
        // What is before the first year is history, and never judged.
        let requirement = demand.requirement.filter(|_| year >= head.first_year);
        Some(Demand { requirement, ..demand })
    };
    let planned = demanded(Baseline::of_rule(head, rule, year));
    let depends_on = if rule.target.is_derived() {
        Some(Dependence::Indicators)
    } else if rule.target.relation().is_some() {
        Some(Dependence::Reference)
    } else if rule.target.course().is_year_on_year() {
        Some(Dependence::YearBefore)
    } else {
        // Every bound is a straight line of the baseline: one that is the same at three
        // values far apart is the same everywhere.
        let own =
            |value: i64| Baseline { value: Rational::from(value), source: BaselineSource::History };
        let others = [-FAR, 1, FAR].map(|value| demanded(Some(own(value))));
        let is_moved = others.iter().any(|other| !is_alike(other.as_ref(), planned.as_ref()));
        is_moved.then_some(Dependence::Baseline)
    };
    let (target, requirement) = match planned {
        Some(Demand { target, requirement }) => (Some(target), requirement),
        None => (None, None),
    };
    DemandedYear { year, target, requirement, depends_on }
}

/// Far beyond what any indicator is.
const FAR: i64 = 1_000_000_000_000_000;

/// Whether two demands are met by the same values.
fn is_alike(one: Option<&Demand>, other: Option<&Demand>) -> bool {
    let required = |of: &Demand| of.requirement.as_ref().map(|it| it.condition.clone());
    match (one, other) {
        (Some(one), Some(other)) => one.target == other.target && required(one) == required(other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
