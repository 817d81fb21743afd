//! 左右: how far a value may stay behind the number that the document names.
//!
//! `≥ 70` about 1 is judged as `≥ 69`, `≤ 5` about 0.5 as `≤ 5.5`: more than the document
//! wants is never too much where more is better.

use super::field::{At, Checker};
use super::table::Table;
use crate::diagnostic::TargetProblem;
use crate::exact::{Decimal, Rational, shown};
use crate::form::{Aim, Target, Terms};
use crate::term::{Comparison, Condition, Limits};

/// `about`: a number above 0.
pub(super) fn about(checker: &mut Checker<'_>, raw: &Table<'_>) -> Option<At<Decimal>> {
    let about = checker.number(raw, "about")?;
    if about.value.is_negative() || about.value.is_zero() {
        checker.fault(TargetProblem::AboutNotPositive, about.span);
        return None;
    }
    Some(about)
}

/// The target with the bounds that are judged. A relative target's follows from its
/// reference; of those that take no `about` it has been said.
///
/// # Errors
/// Why it can't be eased: its operator has two sides, or every value would meet it.
pub(super) fn applied(
    target: Target,
    about: Decimal,
    limits: Limits,
) -> Result<Target, TargetProblem> {
    let Aim::Number { terms, bound } = &target.aim else { return Ok(target) };
    let terms = *terms;
    let at_worst = |comparison: Comparison, named: &Rational| match terms {
        Terms::Value if comparison.is_upward() => limits.least(),
        Terms::Value => limits.most(),
        // A fall that may be a rise demands no fall.
        Terms::Change | Terms::Percent | Terms::Reported { .. } | Terms::Growth { .. } => {
            let is_moved = !named.is_zero() && comparison.is_upward() != named.is_negative();
            is_moved.then_some(Rational::ZERO)
        }
        Terms::Multiple => None,
    };
    let bound = eased(bound, about, &at_worst)?;
    Ok(Target { aim: Aim::Number { terms, bound }, ..target })
}

/// The bound moved to its easy side, short of where every value would meet it.
fn eased(
    bound: &Condition,
    about: Decimal,
    at_worst: &dyn Fn(Comparison, &Rational) -> Option<Rational>,
) -> Result<Condition, TargetProblem> {
    let Condition::Compare(comparison, named) = bound else {
        return Err(TargetProblem::AboutTwoSided);
    };
    let step = Rational::from(if comparison.is_upward() { -about } else { about });
    let judged = named.clone() + step;
    let demands_nothing = at_worst(*comparison, named).is_some_and(|worst| match comparison {
        Comparison::Above => judged < worst,
        Comparison::AtLeast => judged <= worst,
        Comparison::Below => judged > worst,
        Comparison::AtMost => judged >= worst,
    });
    if demands_nothing {
        let target = format!("{} {}", comparison.sign(), shown::alone(&judged).text);
        return Err(TargetProblem::AboutTooWide { target });
    }
    Ok(Condition::Compare(*comparison, judged))
}
