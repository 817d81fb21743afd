//! What a year demands: rules 1 to 5.

use dabiao::term::Against;

use super::{Q, whole};
use crate::bounds::Bounds;
use crate::plan::{Dec, Form, Indicator, START};
use crate::world::World;

/// What a year demands.
#[derive(Debug, Clone)]
pub(crate) struct Due {
    pub(crate) bounds: Bounds,
    pub(crate) basis: &'static str,
    pub(crate) source: Option<&'static str>,
}

/// What one region must satisfy: in the end, and in the year.
#[derive(Debug, Clone)]
pub(crate) struct Demand {
    target: Bounds,
    pub(crate) due: Option<Due>,
}

impl Demand {
    pub(super) fn outcome(&self, value: &Q) -> &'static str {
        match &self.due {
            _ if self.target.hold(value) => "met",
            None => "not_due",
            Some(due) if due.bounds.hold(value) => "on_pace",
            Some(due) if ["pace", "milestone"].contains(&due.basis) => "behind",
            Some(_) => "not_met",
        }
    }
}

/// What the target demands, if that does not rest on something that is not there.
fn target(indicator: &Indicator, base: Option<&Q>, reference: Option<&Q>) -> Option<Bounds> {
    let (low, high) = match indicator.form {
        Form::Relative { .. } => (reference?.clone(), reference?.clone()),
        Form::Change { .. } | Form::Multiple => {
            let (low, high) = (changed(indicator, indicator.low, base?)?, indicator.high);
            let high = changed(indicator, high, base?)?;
            if low <= high { (low, high) } else { (high, low) }
        }
        Form::Milestone { .. } => return Some(Bounds { low: Some((whole(1), false)), high: None }),
        Form::FullCoverage => return Some(Bounds { low: Some((whole(100), false)), high: None }),
        Form::Level | Form::Kept | Form::Sum | Form::EachYear | Form::Words => {
            (indicator.low.value(), indicator.high.value())
        }
    };
    Some(Bounds::of(indicator.operator, low, high))
}

/// What the baseline becomes by such a change, or such a multiple of it.
fn changed(indicator: &Indicator, by: Dec, base: &Q) -> Option<Q> {
    let by = by.value();
    match indicator.form {
        Form::Change { percent: false } => Some(base + by),
        _ if *base == whole(0) => None,
        Form::Change { percent: true } => Some(base * (whole(100) + by) / whole(100)),
        _ => Some(base * by),
    }
}

/// Rules 1 to 5; none where the target rests on something that is not there.
pub(crate) fn demand(
    world: &World,
    indicator: &Indicator,
    year: u16,
    own: Option<Q>,
    reference: Option<Q>,
) -> Option<Demand> {
    let own = own.map(|own| (own, "history"));
    let base = own.or_else(|| Some((indicator.baseline?.value(), "plan")));
    let target = target(indicator, base.as_ref().map(|(base, _)| base), reference.as_ref())?;
    let due = due(world, indicator, year, &target, base);
    Some(Demand { target, due })
}

fn due(
    world: &World,
    indicator: &Indicator,
    year: u16,
    target: &Bounds,
    base: Option<(Q, &'static str)>,
) -> Option<Due> {
    let plan = &world.plan;
    let form = indicator.form;
    // A target that is part of the baseline always says whose.
    let compares = matches!(form, Form::Change { .. } | Form::Multiple);
    let source = base.as_ref().map(|(_, source)| *source);
    let compared = source.filter(|_| compares);
    let demand =
        |bounds: &Bounds, basis, source| Some(Due { bounds: bounds.clone(), basis, source });
    let ends = match form {
        Form::Kept => return demand(target, "kept", None),
        Form::Relative { .. } => return demand(target, "reference", None),
        Form::Sum | Form::EachYear if year < plan.first => return None,
        Form::EachYear => return demand(target, "target", None),
        Form::Milestone { due } => due.unwrap_or(plan.last),
        _ => plan.last,
    };
    let no_pace = !plan.linear && !indicator.at_end && !matches!(form, Form::Milestone { .. });
    if year >= ends || world.against == Against::Target || no_pace {
        return demand(target, "target", compared);
    }
    let start = match form {
        Form::Sum => Some((whole(0), None)),
        _ if form.has_line() => base.as_ref().map(|(base, source)| (base.clone(), Some(*source))),
        _ => None,
    };
    if let Some((start, source)) = &start
        && target.hold(start)
    {
        return demand(target, "kept", *source);
    }
    if let Some(milestone) = indicator.milestones.get(&year) {
        let value = match &base {
            Some((base, _)) if compares => changed(indicator, *milestone, base)?,
            _ => milestone.value(),
        };
        let bounds = target.toward(&value, value.clone(), value.clone());
        return demand(&bounds, "milestone", compared);
    }
    let (start, source) = start.filter(|_| !indicator.at_end)?;
    let line = |end: &Q| {
        let gone = Q::new((year - START).into(), (plan.last - START).into());
        &start + (end - &start) * gone
    };
    let to = |end: &Option<(Q, bool)>| end.as_ref().map_or(start.clone(), |(end, _)| line(end));
    let bounds = target.toward(&start, to(&target.low), to(&target.high));
    demand(&bounds, "pace", source)
}
