//! What years and counties add up to.

use super::{Q, exact, is_done, known, whole};
use crate::plan::{Dec, Form, Indicator, Level, Measure};
use crate::world::{Sent, World};

/// What years add up to.
enum Tally {
    Known(Q),
    /// No year applies.
    Nothing,
    /// A year is not known.
    Gap,
    /// A total that was sent is not what is known of its years.
    Wrong,
}

/// What the years of the plan add up to, one of them the last.
fn tally(world: &World, last: u16, series: usize, region: usize) -> Tally {
    let is_city = world.plan.regions[region].level == Level::City;
    match own_tally(world, last, series, region) {
        Tally::Gap if is_city && world.plan.indicators[series].scope.adds_up() => {
            joined_tally(world, last, series, region)
        }
        own => own,
    }
}

fn own_tally(world: &World, last: u16, series: usize, region: usize) -> Tally {
    let (mut sum, mut gap, mut applies) = (whole(0), None, false);
    for year in world.plan.first..=last {
        match known(world, year, series, region) {
            Sent::Figure { value, total, .. } => {
                applies = true;
                if value.is_none() {
                    gap = Some(year);
                }
                sum += value.map_or(whole(0), Dec::value);
                if let Some(total) = total.map(Dec::value) {
                    if sum > total || (gap.is_none() && sum != total) {
                        return Tally::Wrong;
                    }
                    (sum, gap) = (total, None);
                }
            }
            Sent::NotApplicable => {}
            _ => gap = Some(year),
        }
    }
    match gap {
        Some(_) => Tally::Gap,
        None if applies => Tally::Known(sum),
        None => Tally::Nothing,
    }
}

/// Where years of the city are not known, those of its counties may be: all up to one of
/// them, or one alone.
fn joined_tally(world: &World, last: u16, series: usize, region: usize) -> Tally {
    let indicator = &world.plan.indicators[series];
    let sent = |year, region| known(world, year, series, region);
    let by = |year| {
        roll_up(world, year, indicator, |county| {
            totalled(world, year, series, county, sent(year, county))
        })
    };
    let behind = (world.plan.first..last).rev().find_map(|year| match by(year) {
        RollUp::Sum { value, .. } => Some((year, value)),
        RollUp::None | RollUp::NotApplicable => None,
    });
    let own = (world.plan.first..=last).rev().find_map(|year| match sent(year, region) {
        Sent::Figure { total: Some(total), .. } => Some((year, total.value())),
        _ => None,
    });
    let known = own.into_iter().chain(behind).max_by_key(|(year, _)| *year);
    let (since, mut sum) = known.unwrap_or((world.plan.first - 1, whole(0)));
    let mut gap = false;
    for year in since + 1..=last {
        match (sent(year, region), roll_up(world, year, indicator, |county| sent(year, county))) {
            (Sent::Figure { value: Some(value), .. }, _) => sum += value.value(),
            (Sent::NotApplicable, _) => {}
            (_, RollUp::Sum { value, .. }) if year < last => sum += value,
            _ => gap = true,
        }
    }
    if gap { Tally::Gap } else { Tally::Known(sum) }
}

/// What the years before one add up to; none if that is not known.
pub(crate) fn sum_before(world: &World, year: u16, series: usize, region: usize) -> Option<Q> {
    match tally(world, year - 1, series, region) {
        Tally::Known(sum) => Some(sum),
        Tally::Nothing => Some(whole(0)),
        Tally::Gap | Tally::Wrong => None,
    }
}

/// A figure of the year with its total in the place of its value; blank where years are
/// lacking, invalid where a total is another. What does not apply keeps what was before.
pub(super) fn totalled(world: &World, year: u16, series: usize, region: usize, own: Sent) -> Sent {
    if !matches!(own, Sent::Figure { .. } | Sent::NotApplicable) {
        return own;
    }
    match tally(world, year, series, region) {
        Tally::Known(sum) => Sent::Total(sum),
        Tally::Nothing => Sent::NotApplicable,
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
            (Sent::Figure { counts: Some((n, d)), .. }, of_counts) if of_counts.has_counts() => {
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
        measure if measure.has_counts() => {
            RollUp::Sum { value: &sum / &of * whole(measure.per()), counts: Some((sum, of)) }
        }
        _ => RollUp::Sum { value: sum, counts: None },
    }
}

/// How many years of the plan there are so far that apply to a region.
pub(crate) fn years_of(world: &World, year: u16, series: usize, region: usize) -> Q {
    let indicator = &world.plan.indicators[series];
    let is_sum = world.plan.regions[region].level == Level::City
        && indicator.scope.adds_up()
        && !indicator.no_roll_up;
    let applies = |year: &u16| is_sum || known(world, *year, series, region) != Sent::NotApplicable;
    whole(1 + (world.plan.first..year).filter(applies).count() as i64)
}

/// The region's own value of the year that another is held against.
pub(crate) fn own_baseline(world: &World, year: u16, series: usize, region: usize) -> Option<Q> {
    let indicator = &world.plan.indicators[series];
    let base = match indicator.form {
        Form::YearOnYear { .. } => year - 1,
        _ => indicator.base(),
    };
    let at = |region| known(world, base, series, region);
    if world.plan.regions[region].level == Level::City
        && indicator.scope.adds_up()
        && let RollUp::Sum { value, .. } = roll_up(world, base, indicator, at)
    {
        return Some(value);
    }
    exact(&at(region), base, indicator.measure)
}
