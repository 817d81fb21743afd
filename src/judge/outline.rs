//! What a plan says, apart from any submission.

use std::sync::Arc;

use super::path::Knot;
use super::requirement;
use crate::exact::Rational;
use crate::form::Form;
use crate::plan::Plan;
use crate::report::{Explanation, Outline, Requirement, Stretch};
use crate::term::{Against, Basis, Condition, Named, RegionId, SeriesId, Year};

/// What the whole plan says.
pub fn outline(plan: &Plan) -> Outline {
    outline_within(plan, None)
}

/// What the whole plan says of a region.
pub fn outline_within(plan: &Plan, region: Option<RegionId>) -> Outline {
    outline_of(plan, |_| true, region)
}

/// What the plan says of the indicators that are wanted.
pub(super) fn outline_of(
    plan: &Plan,
    is_wanted: impl Fn(SeriesId) -> bool,
    region: Option<RegionId>,
) -> Outline {
    let ids = (0..plan.indicators.len()).map(|at| SeriesId(at as u16));
    let ids = ids.filter(|id| is_wanted(*id));
    Outline {
        plan: Arc::clone(&plan.head),
        groups: Arc::clone(&plan.groups),
        rules: ids
            .filter_map(|id| explain_within(plan, id, Against::Requirement, region))
            .collect(),
        region: region.map(|id| plan.region(id).name.clone()),
    }
}

/// What one rule says, year by year.
pub fn explain(plan: &Plan, id: SeriesId, against: Against) -> Option<Explanation> {
    explain_within(plan, id, against, None)
}

/// What one rule says of a region, year by year.
pub fn explain_within(
    plan: &Plan,
    id: SeriesId,
    against: Against,
    region: Option<RegionId>,
) -> Option<Explanation> {
    let indicator = plan.indicators.get(id.index())?;
    let region = region.filter(|_| indicator.has_regions());
    let indicator = match region {
        Some(region) => &Arc::new(indicator.within(region)),
        None => indicator,
    };
    let head = &plan.head;
    let rule = |year| indicator.in_force(None, year);
    let baseline = |year| requirement::Baseline::of_rule(head, rule(year), year);
    let path: Vec<(Year, Option<Requirement>)> = (head.first_year..=head.target_year)
        .map(|year| {
            let baseline = baseline(year);
            let demand =
                requirement::demand(head, rule(year), year, against, baseline.as_ref(), None);
            (year, demand.and_then(|demand| demand.requirement))
        })
        .collect();
    let is_on_a_line = |required: &Option<Requirement>| {
        required.as_ref().is_some_and(|required| required.basis == Basis::Pace)
    };
    let lines = path.iter().filter(|(_, required)| is_on_a_line(required));
    let lines = lines.filter_map(|(year, _)| {
        let (from, to) = requirement::stretch(head, rule(*year), *year, baseline(*year).as_ref())?;
        Some((*year, Stretch { from: one_sided(from)?, to: one_sided(to)? }))
    });
    let lines = lines.collect();
    Some(Explanation {
        plan: Arc::clone(head),
        indicator: Arc::clone(indicator),
        region: region.map(|id| plan.region(id).name.clone()),
        same_as: indicator.same_as.and_then(|id| {
            let same = plan.indicators.get(id.index())?;
            Some(same.number.as_deref().map_or_else(|| same.name.clone(), Named::from))
        }),
        counts: indicator.target.parts.first().and_then(|part| {
            let is_share = indicator.target.form == Form::Share;
            Some(plan.indicators.get(part.series.index())?.level).filter(|_| is_share)
        }),
        path,
        start: requirement::start(
            head,
            indicator,
            baseline(head.first_year).as_ref().map(|b| &b.value),
        ),
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
