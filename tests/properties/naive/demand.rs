//! What a year demands.

use dabiao::term::Against;

use super::{Q, whole};
use crate::bounds::Bounds;
use crate::plan::{Dec, Form, Indicator, OwnPace, START};
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
        let met = self.target.hold(value);
        match &self.due {
            None if met => "met",
            None => "not_due",
            Some(due) if !due.bounds.hold(value) => match due.basis {
                "pace" | "milestone" => "behind",
                _ => "not_met",
            },
            Some(_) if met => "met",
            Some(_) => "on_pace",
        }
    }
}

/// What the target demands, if that does not rest on something that is not there.
fn target(indicator: &Indicator, base: Option<&Q>, reference: Option<&Q>) -> Option<Bounds> {
    let (low, high) = match indicator.form {
        Form::Relative { .. } => (reference?.clone(), reference?.clone()),
        Form::Change { .. } | Form::Multiple => {
            let low = changed(indicator, indicator.eased(), base?)?;
            let high = changed(indicator, indicator.high, base?)?;
            if indicator.about.is_some() {
                return Some(Bounds::of(indicator.operator, low.clone(), low));
            }
            if low <= high { (low, high) } else { (high, low) }
        }
        Form::Milestone { .. } => return Some(Bounds { low: Some((whole(1), false)), high: None }),
        Form::FullCoverage => return Some(Bounds { low: Some((whole(100), false)), high: None }),
        Form::Level | Form::Kept | Form::Sum | Form::EachYear | Form::Words => {
            (indicator.eased().value(), indicator.high.value())
        }
    };
    Some(Bounds::of(indicator.operator, low, high))
}

/// What the baseline becomes by such a change, or such a multiple of it.
fn changed(indicator: &Indicator, by: Dec, base: &Q) -> Option<Q> {
    let by = by.value();
    match indicator.form {
        Form::Change { percent: false } => Some(base + by),
        Form::Multiple if *base == whole(0) => None,
        Form::Change { percent: true } => Some(base * (whole(100) + by) / whole(100)),
        _ => Some(base * by),
    }
}

/// None where the target rests on something that is not there.
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
        Form::Relative { .. } => return demand(target, "reference", None),
        Form::EachYear => return demand(target, "target", None),
        Form::Milestone { due } => due.unwrap_or(plan.last),
        _ => plan.last,
    };
    if year >= ends || world.against == Against::Target {
        return demand(target, "target", compared);
    }
    // Where the path leads through, in the order of the years.
    let first = match form {
        Form::Sum => Some((plan.first - 1, whole(0), None)),
        _ if form.has_line() => base.clone().map(|(base, source)| (START, base, Some(source))),
        _ => None,
    };
    let mut knots: Vec<(u16, Q, &str, Option<&'static str>)> = Vec::new();
    if let Some((at, value, source)) = &first {
        knots.push((*at, value.clone(), "baseline", *source));
    }
    for (at, written) in &indicator.milestones {
        let value = match &base {
            Some((base, _)) if compares => changed(indicator, *written, base)?,
            _ => written.value(),
        };
        knots.push((*at, value, "milestone", None));
    }
    if let Some((_, value, ..)) =
        knots.iter().find(|(at, _, what, _)| *what == "milestone" && *at == year)
    {
        return demand(&target.through(value), "milestone", compared);
    }
    if form == Form::Kept {
        return demand(target, "kept", None);
    }
    let own = !indicator.milestones.is_empty() || indicator.pace.is_some();
    if !plan.linear && !own && !matches!(form, Form::Milestone { .. }) {
        return demand(target, "target", compared);
    }
    if let Some((_, start, source)) = &first
        && indicator.milestones.is_empty()
        && target.hold(start)
    {
        return demand(target, "kept", *source);
    }
    if indicator.pace == Some(OwnPace::AtEnd) {
        return None;
    }
    let (from, start, _, source) = knots.iter().rev().find(|(at, ..)| *at < year)?.clone();
    let next = knots.iter().find(|(at, ..)| *at > year);
    let (to, end) = match next {
        Some((at, value, ..)) => (*at, target.through(value)),
        None => (plan.last, target.clone()),
    };
    let gone = Q::new((year - from).into(), (to - from).into());
    let bounds = target.through(&start).toward(&end, &gone);
    demand(&bounds, "pace", source.or(compared))
}
