//! The forms of target, one file each.
//!
//! A form says what the target year demands, where the straight line to it begins,
//! and whether it is judged in every year. The `match`es here are exhaustive, so that
//! the compiler lists what a new form must touch.

mod bound;
mod change;
mod full_coverage;
mod level;
mod milestone;
mod multiple;
mod relative;
mod sum;

use crate::exact::Rational;
use crate::plan::{Head, Target};
use crate::term::{Basis, Condition, Year};

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

/// What the target year demands. None where that depends on a baseline or a
/// reference which is not there, and for words.
pub(super) fn target(
    target: &Target,
    baseline: Option<&Rational>,
    reference: Option<&Rational>,
) -> Option<Condition> {
    match target {
        Target::Level(bound)
        | Target::Kept(bound)
        | Target::Sum(bound)
        | Target::EachYear(bound) => Some(level::target(*bound)),
        Target::Relative { comparison, .. } => {
            reference.map(|value| relative::target(*comparison, value.clone()))
        }
        Target::Change { bound, unit } => change::target(*bound, *unit, baseline?),
        Target::Multiple { comparison, factor } => {
            multiple::target(*comparison, (*factor).into(), baseline?)
        }
        Target::Milestone { .. } => Some(milestone::target()),
        Target::FullCoverage => Some(full_coverage::target()),
        Target::Words => None,
    }
}

/// Whether the target itself depends on the baseline.
pub(super) fn needs_baseline(target: &Target) -> bool {
    match target {
        Target::Change { .. } | Target::Multiple { .. } => true,
        Target::Level(_)
        | Target::Kept(_)
        | Target::Sum(_)
        | Target::EachYear(_)
        | Target::Relative { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => false,
    }
}

/// Where the straight line begins, if the form has one.
pub(super) fn start(target: &Target, baseline: Option<&Rational>) -> Option<Rational> {
    match target {
        Target::Level(_)
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::FullCoverage => baseline.cloned(),
        Target::Sum(_) => Some(sum::start()),
        Target::Kept(_)
        | Target::EachYear(_)
        | Target::Relative { .. }
        | Target::Milestone { .. }
        | Target::Words => None,
    }
}

/// Why the form is judged in every year, if it is.
pub(super) fn every_year(target: &Target) -> Option<Basis> {
    match target {
        Target::Kept(_) => Some(Basis::Kept),
        Target::EachYear(_) => Some(Basis::Target),
        Target::Relative { .. } => Some(Basis::Reference),
        Target::Level(_)
        | Target::Sum(_)
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => None,
    }
}

/// Whether what a year yields counts for the plan only from its first year on.
pub(super) fn is_yield(target: &Target) -> bool {
    match target {
        Target::Sum(_) | Target::EachYear(_) => true,
        Target::Level(_)
        | Target::Kept(_)
        | Target::Relative { .. }
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => false,
    }
}

/// The year at whose end the target is due.
pub(super) fn due(target: &Target, head: &Head) -> Year {
    match target {
        Target::Milestone { due } => *due,
        Target::Level(_)
        | Target::Kept(_)
        | Target::Relative { .. }
        | Target::Sum(_)
        | Target::EachYear(_)
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::FullCoverage
        | Target::Words => head.target_year,
    }
}

/// What a year between demands, on the straight line.
pub(super) fn path(condition: &Condition, start: &Rational, elapsed: Elapsed) -> Condition {
    bound::path(condition, start, elapsed)
}

/// What a year demands for which the plan writes a value, in the terms of the
/// target's own threshold.
pub(super) fn milestone(
    target: &Target,
    condition: &Condition,
    value: Rational,
    baseline: Option<&Rational>,
) -> Option<Condition> {
    let value = match target {
        Target::Change { unit, .. } => change::value(&value, *unit, baseline?),
        Target::Multiple { .. } => (baseline?.clone() * value).reduced(),
        Target::Level(_)
        | Target::Kept(_)
        | Target::Relative { .. }
        | Target::Sum(_)
        | Target::EachYear(_)
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => value,
    };
    Some(bound::milestone(condition, value))
}
