//! Rules on one measure, which `same-as` connects.

use std::collections::HashMap;

use super::interval::Interval;
use super::{Finding, baseline, place, repeated};
use crate::diagnostic::{Demand, LintProblem};
use crate::exact::Rational;
use crate::form::{Course, Form, Terms};
use crate::judge::requirement;
use crate::plan::{Indicator, Plan, Scope};
use crate::term::{Against, Basis, Condition, RegionId, SeriesId, Year};

/// So many pairs of rules that repeat a third are held against each other: of one measure, some
/// three hundred.
const MOST_PAIRS: usize = 50_000;

/// Two rules on one measure that no value satisfies together, or that demand
/// different things. A pair is told once: what contradicts differs as well.
pub(super) fn contradictions_and_differences(plan: &Plan) -> Vec<Finding<'_>> {
    let mut found = Vec::new();
    let mut agree: HashMap<SeriesId, Vec<&Indicator>> = HashMap::new();
    let mut pairs = 0;
    for here in &plan.indicators {
        let (Some(there), Some(measure)) = (repeated(plan, here), here.same_as) else { continue };
        if let Some(problem) = contradiction(plan, here, there) {
            found.push(finding(problem, here, there));
            continue;
        }
        if differ(plan, here, there) {
            let (here_demands, there_demands) = (here.demand(), there.demand());
            let problem = LintProblem::Differs { here: here_demands, there: there_demands };
            found.push(finding(problem, here, there));
        }
        // Two that repeat one may each agree with that and not with each other.
        let others = agree.entry(measure).or_default();
        pairs += others.len();
        let against = others.iter().filter(|_| pairs <= MOST_PAIRS).filter_map(|there| {
            let problem = contradiction(plan, here, there)?;
            Some(finding(problem, here, there))
        });
        found.extend(against);
        others.push(here);
    }
    found
}

fn finding<'p>(problem: LintProblem, here: &'p Indicator, there: &'p Indicator) -> Finding<'p> {
    let demanded = |indicator| place(indicator, &["threshold", "form"]);
    Finding::new(problem, demanded(here), &here.allow).with(demanded(there), &there.allow)
}

/// What a rule requires of a year; none if nothing, or nothing that is known.
fn required(plan: &Plan, indicator: &Indicator, year: Year) -> Option<Condition> {
    let baseline = baseline::of(plan, indicator);
    let against = Against::Requirement;
    requirement::demand(&plan.head, indicator, year, against, baseline.as_ref(), None)?
        .requirement
        .map(|requirement| requirement.condition)
}

/// The year in which no value satisfies both, the target year before the others.
fn contradiction(plan: &Plan, here: &Indicator, there: &Indicator) -> Option<LintProblem> {
    if here.measure.unit != there.measure.unit || !share_regions(plan, here, there) {
        return None;
    }
    let head = &plan.head;
    let years = std::iter::once(head.target_year).chain(head.first_year..head.target_year);
    for year in years {
        let (Some(one), Some(other)) = (required(plan, here, year), required(plan, there, year))
        else {
            continue;
        };
        let elapsed = Rational::from(i64::from(year) - i64::from(head.first_year) + 1);
        let Some((a, b)) = comparable((here, &one), (there, &other), &elapsed) else { continue };
        if !a.meets(&b) {
            let here = demand_of_year(plan, here, year, one);
            let there = demand_of_year(plan, there, year, other);
            return Some(LintProblem::Contradiction { year, here, there });
        }
    }
    None
}

/// The values that satisfy each, of one quantity; none if they are of two. What every
/// year yields adds up to a sum.
fn comparable(
    (here, one): (&Indicator, &Condition),
    (there, other): (&Indicator, &Condition),
    years: &Rational,
) -> Option<(Interval, Interval)> {
    let added = |all: &Condition| all.try_map(|bound| Some(bound.clone() * years.clone()));
    let (one, other) = match (here.target.course(), there.target.course()) {
        (Course::AtEnd | Course::YearOnYear, _) | (_, Course::AtEnd | Course::YearOnYear) => {
            return None;
        }
        (Course::Averages, Course::Averages) => (one.clone(), other.clone()),
        (Course::Averages, _) | (_, Course::Averages) => return None,
        (Course::AddsUp, Course::EachYear(Basis::Target)) => (one.clone(), added(other)?),
        (Course::EachYear(Basis::Target), Course::AddsUp) => (added(one)?, other.clone()),
        (Course::AddsUp, Course::AddsUp) => (one.clone(), other.clone()),
        (Course::AddsUp, _) | (_, Course::AddsUp) => return None,
        (
            Course::FromBaseline | Course::Compounds | Course::Kept | Course::EachYear(_),
            Course::FromBaseline | Course::Compounds | Course::Kept | Course::EachYear(_),
        ) => (one.clone(), other.clone()),
    };
    let of = |indicator: &Indicator, condition| Interval::of(condition, indicator.measure.limits);
    Some((of(here, &one), of(there, &other)))
}

/// What a rule demands of a year: of the target year in its own terms, of one before
/// as a value, unless the same is demanded of every year.
fn demand_of_year(plan: &Plan, indicator: &Indicator, year: Year, condition: Condition) -> Demand {
    if year == plan.head.target_year {
        return indicator.demand();
    }
    let form = match indicator.target.course() {
        Course::Kept | Course::EachYear(Basis::Target) | Course::AddsUp | Course::Averages => {
            indicator.target.form
        }
        Course::FromBaseline
        | Course::Compounds
        | Course::YearOnYear
        | Course::EachYear(_)
        | Course::AtEnd => Form::unnamed(|_| false),
    };
    Demand::number(form, Terms::Value, condition, &indicator.measure.unit)
}

/// Whether a region is judged by both: the city by none that judges each county alone, and
/// by none for the counties of the other where they concern different ones.
fn share_regions(plan: &Plan, here: &Indicator, there: &Indicator) -> bool {
    let is_city_alone = |scope| matches!(scope, Scope::City | Scope::Total);
    let share_a_level = match (here.scope, there.scope) {
        (Scope::EachCounty, other) | (other, Scope::EachCounty) => !is_city_alone(other),
        _ => true,
    };
    let all = (0..plan.regions.len()).map(|at| RegionId(at as u32));
    let mut counties = all.filter(|id| plan.city != Some(*id));
    let is_part = here.applies_to.is_some() || there.applies_to.is_some();
    share_a_level && (!is_part || counties.any(|id| here.concerns(id) && there.concerns(id)))
}

/// Whether a rule demands something else than the one it repeats.
fn differ(plan: &Plan, here: &Indicator, there: &Indicator) -> bool {
    if here.target.is_words() || here.demand() == there.demand() {
        return false;
    }
    if here.target.bound().is_none()
        || there.target.bound().is_none()
        || of_years(here) != of_years(there)
        || here.measure.unit != there.measure.unit
    {
        return true;
    }
    let target = |indicator: &Indicator| {
        let baseline = baseline::of(plan, indicator).map(|baseline| baseline.value);
        let condition = indicator.target.condition(baseline.as_ref(), None)?;
        Some(Interval::of(&condition, indicator.measure.limits))
    };
    match (target(here), target(there)) {
        (Some(one), Some(other)) if one == other => are_due_apart(plan, here, there, &one),
        (Some(_), Some(_)) => true,
        // Without the baseline a change can't be held against a value.
        (one, other) => one.is_none() && other.is_none() && here.target.form == there.target.form,
    }
}

/// What a rule makes of several years, if it does.
fn of_years(rule: &Indicator) -> Option<Course> {
    let course = rule.target.course();
    let is_of_years = matches!(course, Course::AddsUp | Course::Averages | Course::YearOnYear);
    is_of_years.then_some(course)
}

/// Whether one of two rules with one target demands it of every year, and the other
/// not. That what is kept up was not there is a finding of its own, and no second one.
fn are_due_apart(plan: &Plan, here: &Indicator, there: &Indicator, target: &Interval) -> bool {
    let is_every_year =
        |rule: &Indicator| matches!(rule.target.course(), Course::Kept | Course::EachYear(_));
    let later = match (is_every_year(here), is_every_year(there)) {
        (true, false) => there,
        (false, true) => here,
        (true, true) | (false, false) => return false,
    };
    let is_told = [here, there].iter().any(|rule| baseline::is_not_held(plan, rule));
    let mut years = plan.head.first_year..plan.head.target_year;
    !is_told
        && years.any(|year| {
            required(plan, later, year)
                .is_none_or(|condition| Interval::of(&condition, later.measure.limits) != *target)
        })
}
