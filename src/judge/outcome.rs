//! 判定: from a value and a demand to an outcome.

use super::requirement::Demand;
use crate::exact::Rational;
use crate::term::{Basis, Outcome};

/// The outcome of a value that can be judged. The requirement of the year goes before the
/// final target: a cap that grows can be missed in its year.
#[inline]
pub(super) fn outcome(value: &Rational, demand: &Demand) -> Outcome {
    let requirement = demand.requirement.as_ref();
    if let Some(missed) = requirement.filter(|required| !required.condition.holds(value)) {
        return match missed.basis {
            Basis::Target | Basis::Kept | Basis::Reference => Outcome::NotMet,
            Basis::Pace | Basis::Milestone => Outcome::Behind,
        };
    }
    match requirement {
        _ if demand.target.holds(value) => Outcome::Met,
        Some(_) => Outcome::OnPace,
        None => Outcome::NotDue,
    }
}
