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
fn target(
    indicator: &Indicator,
    base: Option<&Q>,
    reference: Option<&Q>,
    years: u16,
) -> Option<Bounds> {
    let (low, high) = match indicator.form {
        Form::Relative { .. } => (reference?.clone(), reference?.clone()),
        form if form.compares() => {
            let low = changed(indicator, indicator.eased(), base?, years)?;
            let high = changed(indicator, indicator.high, base?, years)?;
            if indicator.about.is_some() {
                return Some(Bounds::of(indicator.operator, low.clone(), low));
            }
            if low <= high { (low, high) } else { (high, low) }
        }
        Form::Milestone { .. } => return Some(Bounds { low: Some((whole(1), false)), high: None }),
        Form::FullCoverage => return Some(Bounds { low: Some((whole(100), false)), high: None }),
        _ => (indicator.eased().value(), indicator.high.value()),
    };
    Some(Bounds::of(indicator.operator, low, high))
}

/// What the baseline becomes by such a change, or such a multiple of it, or in years of such
/// growth.
fn changed(indicator: &Indicator, by: Dec, base: &Q, years: u16) -> Option<Q> {
    let by = by.value();
    match indicator.form {
        Form::Change { percent: false } | Form::YearOnYear { percent: false } => Some(base + by),
        Form::Multiple | Form::Growth if *base == whole(0) => None,
        Form::Change { .. } | Form::YearOnYear { .. } => {
            Some(base * (whole(100) + by) / whole(100))
        }
        Form::Growth => {
            let factor = ((whole(100) + by) / whole(100)).max(whole(0));
            Some(base * num_traits::pow(factor, usize::from(years)))
        }
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
    let is_year_on_year = matches!(indicator.form, Form::YearOnYear { .. });
    let source = if is_year_on_year { "year-before" } else { "history" };
    let own = own.map(|own| (own, source));
    let plan = indicator.baseline.filter(|_| !is_year_on_year || year == START + 1);
    let base = own.or_else(|| Some((plan?.value(), "plan")));
    let bare = base.as_ref().map(|(base, _)| base);
    let target =
        target(indicator, bare, reference.as_ref(), indicator.due(&world.plan) - indicator.base())?;
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
    let compares = form.compares();
    let source = base.as_ref().map(|(_, source)| *source);
    let compared = source.filter(|_| compares);
    let demand =
        |bounds: &Bounds, basis, source| Some(Due { bounds: bounds.clone(), basis, source });
    let ends = match form {
        Form::Relative { .. } => return demand(target, "reference", None),
        Form::EachYear => return demand(target, "target", None),
        Form::YearOnYear { .. } => return demand(target, "target", compared),
        Form::Milestone { due } => due.unwrap_or(plan.last),
        _ => indicator.due(plan),
    };
    if year >= ends || world.against == Against::Target {
        return demand(target, "target", compared);
    }
    // Where the path leads through, in the order of the years.
    let first = match form {
        Form::Sum => Some((plan.first - 1, whole(0), None)),
        Form::Reported { .. } => Some((indicator.base(), whole(0), None)),
        _ if form.has_line() => {
            base.clone().map(|(base, source)| (indicator.base(), base, Some(source)))
        }
        _ => None,
    };
    let mut knots: Vec<(u16, [Q; 2], Option<&'static str>)> = Vec::new();
    if let Some((at, value, source)) = &first {
        knots.push((*at, [value.clone(), value.clone()], *source));
    }
    for (at, written) in &indicator.milestones {
        let value = |written: Dec| match &base {
            Some((base, _)) if compares => changed(indicator, written, base, 0),
            _ => Some(written.value()),
        };
        let low = value(*written)?;
        let range = match indicator.upper.get(at) {
            Some(upper) => [low, value(*upper)?],
            None => [low.clone(), low],
        };
        if *at == year {
            let [low, high] = range;
            // A range is what its year demands; one number is where both ends lead through.
            let bounds = match indicator.upper.contains_key(at) {
                true => Bounds { low: Some((low, false)), high: Some((high, false)) },
                false => target.through(&low),
            };
            return demand(&bounds, "milestone", compared);
        }
        knots.push((*at, range, None));
    }
    let through = |[low, high]: &[Q; 2]| Bounds {
        low: target.through(low).low,
        high: target.through(high).high,
    };
    if form == Form::Kept {
        return demand(target, "kept", None);
    }
    let own = !indicator.milestones.is_empty() || indicator.pace.is_some();
    if !plan.linear && !own && !matches!(form, Form::Milestone { .. }) {
        return demand(target, "target", compared);
    }
    if matches!(form, Form::Mean | Form::Growth) {
        let years = year - indicator.base();
        let bare = base.as_ref().map(|(base, _)| base);
        return match (indicator.pace, form) {
            (Some(OwnPace::AtEnd), _) => None,
            (_, Form::Mean) => demand(target, "pace", None),
            _ => {
                let strict = self::target(indicator, bare, None, years)?;
                let lenient = |end: Option<(Q, bool)>| end.map(|(bound, _)| (bound, false));
                let bounds = Bounds { low: lenient(strict.low), high: lenient(strict.high) };
                demand(&bounds, "pace", compared)
            }
        };
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
    let (from, start, source) = knots.iter().rev().find(|(at, ..)| *at < year)?.clone();
    let next = knots.iter().find(|(at, ..)| *at > year);
    let (to, end) = match next {
        Some((at, value, _)) => (*at, through(value)),
        None => (ends, target.clone()),
    };
    let gone = Q::new((year - from).into(), (to - from).into());
    let bounds = through(&start).toward(&end, &gone);
    demand(&bounds, "pace", source.or(compared))
}
