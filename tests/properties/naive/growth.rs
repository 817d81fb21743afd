//! Growth, sent as a rate or following from levels.

use num_bigint::BigInt;

use super::{Q, known, whole};
use crate::plan::{Dec, Form, INCOME, Indicator, OUTPUT, RATE, START};
use crate::world::{Sent, World};

/// How much something grew since the baseline year.
#[derive(Debug, Clone)]
pub(super) enum Growth {
    Rate(Dec),
    /// The levels of the year and of the baseline year.
    Levels(Q, Q),
}

impl Growth {
    /// What is enough beside this growth of a reference.
    pub(super) fn eased(self, about: Option<Dec>) -> Self {
        match (self, about) {
            (Self::Rate(rate), Some(about)) => {
                let scale = rate.scale.max(about.scale);
                let digits = |it: Dec| it.digits * 10i64.pow(scale - it.scale);
                Self::Rate(Dec { digits: digits(rate) - digits(about), scale })
            }
            (Self::Levels(..), Some(_)) => unreachable!("a plan error"),
            (growth, None) => growth,
        }
    }

    /// The baseline year is 100.
    pub(super) fn index(&self, year: u16) -> Q {
        match self {
            Self::Rate(rate) => compounded(&rate.value(), year),
            Self::Levels(now, then) => now / then * whole(100),
        }
    }
}

/// 100 (1 + g)ⁿ; nothing can lose more than all of itself.
pub(crate) fn compounded(rate: &Q, year: u16) -> Q {
    let factor = (whole(1) + rate / whole(100)).max(whole(0));
    whole(100) * num_traits::pow(factor, usize::from(year - START))
}

fn levels(world: &World, year: u16, which: usize, region: usize) -> Option<Growth> {
    let series = world.plan.reference(which);
    let level = |year| match known(world, year, series, region) {
        Sent::Figure { value, .. } => value.map(Dec::value),
        _ => None,
    };
    let (now, then) = (level(year)?, level(START)?);
    (year > START && then != whole(0)).then_some(Growth::Levels(now, then))
}

pub(super) fn growth_of_reference(world: &World, year: u16, region: usize) -> Option<Growth> {
    match known(world, year, world.plan.reference(RATE), region) {
        Sent::Figure { value: Some(rate), .. } => Some(Growth::Rate(rate)),
        _ if world.plan.output => levels(world, year, OUTPUT, region),
        _ => None,
    }
}

/// The levels that an indicator's own growth follows from.
pub(super) fn own_levels(
    world: &World,
    indicator: &Indicator,
    year: u16,
    region: usize,
) -> Option<Growth> {
    let has_levels = indicator.form == Form::Relative { levels: true };
    has_levels.then(|| levels(world, year, INCOME, region)).flatten()
}

/// What the reference demands, as a rate or as an index of levels.
pub(crate) fn reference(world: &World, year: u16, region: usize) -> Option<(Q, bool)> {
    Some(match growth_of_reference(world, year, region)? {
        Growth::Rate(rate) => (rate.value(), false),
        levels => (levels.index(year), true),
    })
}

/// Whether levels grew at a rate, to that rate's own last digit.
pub(super) fn grew_so(rate: Dec, levels: &Growth, year: u16) -> bool {
    let half = Q::new(1.into(), BigInt::from(2) * BigInt::from(10).pow(rate.scale));
    let index = levels.index(year);
    compounded(&(rate.value() - &half), year) <= index
        && index <= compounded(&(rate.value() + half), year)
}
