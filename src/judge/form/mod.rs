//! The forms of target, one file each.
//!
//! A form says what the target year demands, where the path to it begins, and whether it
//! is judged in every year. The `match`es here are exhaustive, so that the compiler lists
//! what a new form must touch.

mod change;
mod full_coverage;
mod level;
mod milestone;
mod multiple;
mod path;
mod relative;
mod sum;

pub(super) use path::Knot;

use crate::exact::Rational;
use crate::plan::{Head, Target};
use crate::term::{Basis, Condition, Year};

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
        Target::Change { bound, unit } => Some(change::target(*bound, *unit, baseline?)),
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

/// Whether the path begins at the baseline.
pub(super) fn starts_from_baseline(target: &Target) -> bool {
    match target {
        Target::Level(_)
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::FullCoverage => true,
        Target::Sum(_)
        | Target::Kept(_)
        | Target::EachYear(_)
        | Target::Relative { .. }
        | Target::Milestone { .. }
        | Target::Words => false,
    }
}

/// Where the path begins, if the form has one.
pub(super) fn start(
    target: &Target,
    head: &Head,
    baseline: Option<&Rational>,
) -> Option<(Year, Rational)> {
    match target {
        Target::Sum(_) => Some(sum::start(head.first_year)),
        target if starts_from_baseline(target) => Some((head.baseline_year, baseline?.clone())),
        _ => None,
    }
}

/// Whether every year is held to the target itself, whatever it rests on.
pub(super) fn is_due_every_year(target: &Target) -> bool {
    matches!(target, Target::Kept(_)) || every_year(target).is_some()
}

/// What a requirement rests on if the form judges every year by itself.
pub(super) fn every_year(target: &Target) -> Option<Basis> {
    match target {
        Target::EachYear(_) => Some(Basis::Target),
        Target::Relative { .. } => Some(Basis::Reference),
        Target::Level(_)
        | Target::Kept(_)
        | Target::Sum(_)
        | Target::Change { .. }
        | Target::Multiple { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => None,
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

/// What the plan writes for a year in the terms of the target's own threshold, as a value.
pub(super) fn written(
    target: &Target,
    written: Rational,
    baseline: Option<&Rational>,
) -> Option<Rational> {
    Some(match target {
        Target::Change { unit, .. } => change::value(&written, *unit, baseline?),
        Target::Multiple { .. } => (baseline?.clone() * written).reduced(),
        Target::Level(_)
        | Target::Kept(_)
        | Target::Relative { .. }
        | Target::Sum(_)
        | Target::EachYear(_)
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => written,
    })
}
