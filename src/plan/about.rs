//! 左右: how far a value may stay behind the number that the document names.
//!
//! `≥ 70` about 1 is judged as `≥ 69`, `≤ 5` about 0.5 as `≤ 5.5`: more than the document
//! wants is never too much where more is better.

use toml::Spanned;

use super::field::{At, Checker};
use super::raw::RawIndicator;
use super::{Bound, Target};
use crate::diagnostic::{KeyProblem, TargetProblem};
use crate::exact::{Decimal, Rational, Sum};
use crate::term::{Comparison, Limits};

/// `about`: a number above 0.
pub(super) fn about(checker: &mut Checker<'_>, raw: &RawIndicator) -> Option<At<Decimal>> {
    let about = checker.number("about", raw.about.as_ref()?)?;
    if about.value.is_negative() || about.value.is_zero() {
        checker.fault(TargetProblem::AboutNotPositive, about.span);
        return None;
    }
    Some(about)
}

/// The target with the bounds that are judged. A relative target's follows from its
/// reference; of those that take no `about` it has been said.
pub(super) fn applied(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    target: Target,
    about: &At<Decimal>,
    limits: Limits,
) -> Option<Target> {
    let mut eased = |bound, least| eased(checker, raw, bound, about, least);
    let at_worst = |comparison: Comparison| match (limits, comparison.is_upward()) {
        (Limits::Percentage | Limits::NonNegative, true) => Some(Rational::ZERO),
        (Limits::Percentage, false) => Some(Rational::HUNDRED),
        (Limits::NonNegative, false) => None,
        (Limits::Any | Limits::Done | Limits::Words, _) => None,
    };
    Some(match target {
        Target::Level(bound) => Target::Level(eased(bound, &at_worst)?),
        Target::Kept(bound) => Target::Kept(eased(bound, &at_worst)?),
        Target::Sum(bound) => Target::Sum(eased(bound, &at_worst)?),
        Target::EachYear(bound) => Target::EachYear(eased(bound, &at_worst)?),
        Target::Change { bound, unit } => {
            // A fall that may be a rise demands no fall.
            let moves = |comparison: Comparison| match bound {
                Bound::Compare { threshold, .. } if !threshold.is_zero() => {
                    (comparison.is_upward() != threshold.is_negative()).then_some(Rational::ZERO)
                }
                Bound::Compare { .. } | Bound::Between { .. } => None,
            };
            Target::Change { bound: eased(bound, &moves)?, unit }
        }
        Target::Relative { .. }
        | Target::Multiple { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => target,
    })
}

/// The bound moved to its easy side, short of where every value would meet it.
fn eased(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    bound: Bound,
    about: &At<Decimal>,
    at_worst: &dyn Fn(Comparison) -> Option<Rational>,
) -> Option<Bound> {
    let Bound::Compare { comparison, threshold: named } = bound else {
        let span = raw.operator.as_ref().map_or(about.span.clone(), Spanned::span);
        checker.fault(TargetProblem::AboutTwoSided, span);
        return None;
    };
    let step = if comparison.is_upward() { -about.value } else { about.value };
    let Some(threshold) = [named, step].into_iter().collect::<Sum>().decimal() else {
        let text = checker.source[about.span.clone()].to_owned();
        checker.fault(KeyProblem::BadNumber { text }, about.span.clone());
        return None;
    };
    let judged = Rational::from(threshold);
    let demands_nothing = at_worst(comparison).is_some_and(|worst| match comparison {
        Comparison::Above => judged < worst,
        Comparison::AtLeast => judged <= worst,
        Comparison::Below => judged > worst,
        Comparison::AtMost => judged >= worst,
    });
    if demands_nothing {
        let target = format!("{} {threshold}", comparison.sign());
        checker.fault(TargetProblem::AboutTooWide { target }, about.span.clone());
        return None;
    }
    Some(Bound::Compare { comparison, threshold })
}
