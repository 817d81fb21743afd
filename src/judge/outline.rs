//! What a plan says, apart from any submission.

use super::path::Knot;
use super::requirement;
use crate::exact::Rational;
use crate::plan::{Indicator, Plan};
use crate::report::{Explanation, IndicatorInfo, Outline, PlanInfo, Requirement, Stretch};
use crate::term::{Against, Basis, Condition, SeriesId, Year};

/// What the whole plan says.
pub fn outline(plan: &Plan) -> Outline {
    let ids = (0..plan.indicators.len()).map(|at| SeriesId(at as u16));
    Outline {
        plan: plan_info(plan),
        source: plan.head.source.clone(),
        groups: plan.groups.iter().map(|g| (g.number.clone(), g.title.clone())).collect(),
        rules: ids.filter_map(|id| explain(plan, id, Against::Requirement)).collect(),
    }
}

pub(super) fn plan_info(plan: &Plan) -> PlanInfo {
    PlanInfo {
        id: plan.head.id.clone(),
        title: plan.head.title.clone(),
        baseline_year: plan.head.baseline_year,
        first_year: plan.head.first_year,
        target_year: plan.head.target_year,
    }
}

/// What one rule says, year by year.
pub fn explain(plan: &Plan, id: SeriesId, against: Against) -> Option<Explanation> {
    let indicator = plan.indicators.get(id.index())?;
    let head = &plan.head;
    let baseline = requirement::Baseline::of_plan(indicator);
    let path: Vec<(Year, Option<Requirement>)> = (head.first_year..=head.target_year)
        .map(|year| {
            let demand =
                requirement::demand(head, indicator, year, against, baseline.as_ref(), None);
            (year, demand.and_then(|demand| demand.requirement))
        })
        .collect();
    let is_on_a_line = |required: &Option<Requirement>| {
        required.as_ref().is_some_and(|required| required.basis == Basis::Pace)
    };
    let lines = path.iter().filter(|(_, required)| is_on_a_line(required));
    let lines = lines.filter_map(|(year, _)| {
        let (from, to) = requirement::stretch(head, indicator, *year, baseline.as_ref())?;
        Some((*year, Stretch { from: one_sided(from)?, to: one_sided(to)? }))
    });
    let lines = lines.collect();
    Some(Explanation {
        indicator: info(plan, indicator),
        group: indicator.group,
        item: indicator.item.clone(),
        text: indicator.text.clone(),
        same_as: indicator.same_as.and_then(|id| {
            let same = plan.indicators.get(id.index())?;
            Some(same.number.as_ref().unwrap_or(&same.name).clone())
        }),
        numerator: indicator.measure.numerator.clone(),
        denominator: indicator.measure.denominator.clone(),
        baseline: indicator.baseline,
        baseline_year: head.baseline_year,
        target_year: head.target_year,
        path,
        start: requirement::start(head, indicator, baseline.as_ref().map(|b| &b.value)),
        lines,
    })
}

/// A knot of the path to a target that is no range.
fn one_sided(knot: Knot) -> Option<(Year, Rational)> {
    match knot.condition {
        Condition::Compare(_, value) => Some((knot.year, value)),
        Condition::Between(..) => None,
    }
}

/// An indicator, as far as a reader needs it.
pub(super) fn info(plan: &Plan, indicator: &Indicator) -> IndicatorInfo {
    let reference = indicator.target.relation().and_then(|it| plan.reference(it.reference));
    let group = indicator.group.and_then(|at| plan.groups.get(at));
    IndicatorInfo {
        id: indicator.id.clone(),
        number: indicator.number.clone(),
        name: indicator.name.clone(),
        attribute: indicator.attribute,
        group: group.map(|group| group.title.as_str().into()),
        unit: indicator.measure.unit.clone(),
        limits: indicator.measure.limits,
        count_unit: indicator.measure.count_unit.clone(),
        target: indicator.target.clone(),
        reference: reference.map(|reference| reference.name.clone()),
        about: indicator.about,
        cite: indicator.cite.clone(),
        rule: indicator.rule.clone(),
    }
}
