//! The rules read a second time, without thought of cost.

mod demand;
mod growth;
mod sums;
mod verdict;

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;

use demand::Due;
pub(crate) use demand::demand;
pub(crate) use growth::{compounded, reference};
pub(crate) use sums::{own_baseline, sum_before, years_of};
pub(crate) use verdict::judge;

use super::bounds::Bounds;
use super::plan::{Dec, Measure};
use super::world::{Day, Sent, Sheet, World};

pub(crate) type Q = BigRational;

pub(crate) fn whole(number: i64) -> Q {
    Q::from_integer(number.into())
}

#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) outcome: &'static str,
    pub(crate) due: Option<Due>,
    pub(crate) value: Option<Q>,
    counts: Option<(Q, Q)>,
    measure: Measure,
}

impl Verdict {
    fn bounds(&self) -> Option<&Bounds> {
        self.due.as_ref().map(|due| &due.bounds)
    }

    pub(crate) fn margin(&self) -> Option<Q> {
        // There is no half of a milestone.
        let bounds = self.bounds().filter(|_| self.measure != Measure::Done)?;
        Some(bounds.margin(self.value.as_ref()?))
    }

    pub(crate) fn count_margin(&self) -> Option<BigInt> {
        let (numerator, denominator) = self.counts.as_ref()?;
        self.bounds()?.count_margin(numerator, denominator, self.measure)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Expected {
    pub(crate) verdicts: BTreeMap<(u16, String, String), Verdict>,
    pub(crate) exit: u8,
    /// How often each finding beside the verdicts is told, by its code.
    pub(crate) found: BTreeMap<&'static str, u64>,
    /// What was come across on the way, for telling whether the cases reach it.
    pub(crate) met: BTreeMap<&'static str, u64>,
}

impl Expected {
    fn find(&mut self, code: &'static str) {
        *self.found.entry(code).or_default() += 1;
    }

    fn meet(&mut self, what: &'static str) {
        *self.met.entry(what).or_default() += 1;
    }
}

/// What was sent for a year and a series: by the submission, and if that has none
/// of it, by the history.
fn sent(sheet: &Sheet, year: u16, series: usize, region: usize) -> Sent {
    sheet.get(&(year, series, region)).cloned().unwrap_or(Sent::Nothing)
}

fn known(world: &World, year: u16, series: usize, region: usize) -> Sent {
    match sent(&world.sheet, year, series, region) {
        Sent::Nothing => sent(&world.history, year, series, region),
        here => here,
    }
}

/// The exact value of what was sent for a year.
fn exact(sent: &Sent, year: u16, measure: Measure) -> Option<Q> {
    match sent {
        Sent::Figure { counts: Some((n, d)), .. } => {
            Some(n.value() / d.value() * whole(measure.per()))
        }
        Sent::Figure { total: Some(total), .. } => Some(total.value()),
        Sent::Figure { value, .. } => value.map(Dec::value),
        Sent::Done(day) => Some(whole(i64::from(is_done(*day, year)))),
        _ => None,
    }
}

fn is_done(day: Day, year: u16) -> bool {
    match day {
        Day::No => false,
        Day::Yes => true,
        Day::On(on, _, _) => on <= year,
    }
}
