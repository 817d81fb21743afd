//! What years and counties add up to.

use super::{Q, exact, is_done, known, sent, whole};
use crate::plan::{Dec, Indicator, Level, Measure, START, Scope};
use crate::world::{Sent, World};

/// What years add up to.
enum Tally {
    Known(Q),
    /// A year is not known.
    Gap,
    /// A total that was sent is not what is known of its years.
    Wrong,
}

/// What the years of the plan add up to, one of them the last.
fn tally(world: &World, last: u16, series: usize, region: usize) -> Tally {
    let (mut sum, mut gap) = (whole(0), false);
    for year in world.plan.first..=last {
        match known(world, year, series, region) {
            Sent::Figure { value, total, .. } => {
                gap |= value.is_none();
                sum += value.map_or(whole(0), Dec::value);
                if let Some(total) = total.map(Dec::value) {
                    if sum > total || (!gap && sum != total) {
                        return Tally::Wrong;
                    }
                    (sum, gap) = (total, false);
                }
            }
            Sent::NotApplicable => {}
            _ => gap = true,
        }
    }
    if gap { Tally::Gap } else { Tally::Known(sum) }
}

/// What the years before one add up to; none if that is not known.
pub(crate) fn sum_before(world: &World, year: u16, series: usize, region: usize) -> Option<Q> {
    match tally(world, year - 1, series, region) {
        Tally::Known(sum) => Some(sum),
        Tally::Gap | Tally::Wrong => None,
    }
}

/// A figure of the year with its total in the place of its value; blank where years
/// are lacking, invalid where a total is another.
pub(super) fn totalled(world: &World, year: u16, series: usize, region: usize, own: Sent) -> Sent {
    if !matches!(own, Sent::Figure { .. }) {
        return own;
    }
    if year < world.plan.first {
        return Sent::Total(whole(0));
    }
    match tally(world, year, series, region) {
        Tally::Known(sum) => Sent::Total(sum),
        Tally::Gap => Sent::Blank,
        Tally::Wrong => Sent::Invalid,
    }
}

/// What the counties add up to.
pub(super) enum RollUp {
    None,
    NotApplicable,
    Sum { value: Q, counts: Option<(Q, Q)> },
}

/// Of what each county sent for a year.
pub(super) fn roll_up(
    world: &World,
    year: u16,
    indicator: &Indicator,
    sent: impl Fn(usize) -> Sent,
) -> RollUp {
    if indicator.no_roll_up || indicator.measure == Measure::Growth {
        return RollUp::None;
    }
    let is_county = |at: &usize| world.plan.regions[*at].level == Level::County;
    let counties = (0..world.plan.regions.len()).filter(is_county).map(sent);
    let counting: Vec<Sent> = counties.filter(|sent| *sent != Sent::NotApplicable).collect();
    if indicator.measure == Measure::Done {
        let done: Vec<Option<bool>> = counting
            .iter()
            .map(|sent| match sent {
                Sent::Done(day) => Some(is_done(*day, year)),
                _ => None,
            })
            .collect();
        let whether = |yes: bool| RollUp::Sum { value: whole(i64::from(yes)), counts: None };
        return match () {
            () if done.contains(&Some(indicator.any)) => whether(indicator.any),
            () if done.contains(&None) => RollUp::None,
            () if done.is_empty() => RollUp::NotApplicable,
            () => whether(!indicator.any),
        };
    }
    let (mut sum, mut of) = (whole(0), whole(0));
    for sent in &counting {
        match (sent, indicator.measure) {
            (Sent::Figure { counts: Some((n, d)), .. }, Measure::Rate) => {
                sum += n.value();
                of += d.value();
            }
            (Sent::Total(total), _) => sum += total,
            (Sent::Figure { value: Some(value), .. }, Measure::Count) => sum += value.value(),
            _ => return RollUp::None,
        }
    }
    match indicator.measure {
        _ if counting.is_empty() => RollUp::NotApplicable,
        Measure::Rate => RollUp::Sum { value: &sum / &of * whole(100), counts: Some((sum, of)) },
        _ => RollUp::Sum { value: sum, counts: None },
    }
}

/// The region's own value of the baseline year.
pub(crate) fn own_baseline(world: &World, year: u16, series: usize, region: usize) -> Option<Q> {
    // The submission's own rows of that year are no baseline for themselves.
    let at = |region| match year {
        START => sent(&world.history, START, series, region),
        _ => known(world, START, series, region),
    };
    let own = exact(&at(region), START);
    let indicator = &world.plan.indicators[series];
    let is_city = world.plan.regions[region].level == Level::City;
    // Of an indicator that is the city's alone, the counties' rows are not used.
    if own.is_some() || !is_city || indicator.scope != Scope::County {
        return own;
    }
    match roll_up(world, START, indicator, at) {
        RollUp::Sum { value, .. } => Some(value),
        _ => None,
    }
}
