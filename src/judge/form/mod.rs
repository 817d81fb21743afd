//! The forms of target, one file each.
//!
//! A form says what the target year demands, whether a baseline meets that
//! already, and what a year in between demands. The `match`es here are
//! exhaustive, so that the compiler lists what a new form must touch.

mod level;
mod range;
mod relative;

use crate::exact::Rational;
use crate::plan::Target;
use crate::term::Condition;

/// The part of the way from the baseline year to the target year that lies
/// behind a year: `elapsed / total`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Elapsed {
    pub(super) years: i64,
    pub(super) total: i64,
}

impl Elapsed {
    /// `E(y) = B + (T − B)(y − y0)/(yT − y0)`
    fn between(self, baseline: &Rational, target: &Rational) -> Rational {
        let way = (target.clone() - baseline.clone()) * Rational::from(self.years);
        (baseline.clone() + way / Rational::from(self.total)).reduced()
    }
}

/// What the target year demands. A relative target needs the value of its
/// reference, and is none without.
pub(super) fn target(target: &Target, reference: Option<&Rational>) -> Option<Condition> {
    match target {
        Target::Level { comparison, threshold } => {
            Some(level::target(*comparison, (*threshold).into()))
        }
        Target::Range { low, high } => Some(range::target((*low).into(), (*high).into())),
        Target::Relative { comparison, .. } => {
            reference.map(|value| relative::target(*comparison, value.clone()))
        }
    }
}

/// What a year between demands, on the straight line from the baseline.
pub(super) fn path(target: &Target, baseline: &Rational, elapsed: Elapsed) -> Option<Condition> {
    match target {
        Target::Level { comparison, threshold } => {
            Some(level::path(*comparison, &(*threshold).into(), baseline, elapsed))
        }
        Target::Range { low, high } => {
            Some(range::path(&(*low).into(), &(*high).into(), baseline, elapsed))
        }
        Target::Relative { .. } => None,
    }
}

/// What a year demands for which the plan writes a value.
pub(super) fn milestone(target: &Target, value: Rational) -> Option<Condition> {
    match target {
        Target::Level { comparison, .. } => Some(level::milestone(*comparison, value)),
        Target::Range { low, high } => {
            Some(range::milestone(&(*low).into(), &(*high).into(), value))
        }
        Target::Relative { .. } => None,
    }
}
