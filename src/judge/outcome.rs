//! 判定: from a value and a demand to an outcome.

use super::requirement::Demand;
use crate::exact::Rational;
use crate::term::{Basis, Outcome};

/// The outcome of a value that can be judged.
#[inline]
pub(super) fn outcome(value: &Rational, demand: &Demand) -> Outcome {
    if demand.target.holds(value) {
        return Outcome::Met;
    }
    match &demand.requirement {
        None => Outcome::NotDue,
        Some(requirement) => match requirement.basis {
            // The requirement is the target, and that does not hold.
            Basis::Target | Basis::Kept | Basis::Reference => Outcome::NotMet,
            Basis::Pace | Basis::Milestone => {
                if requirement.condition.holds(value) {
                    Outcome::OnPace
                } else {
                    Outcome::Behind
                }
            }
        },
    }
}
