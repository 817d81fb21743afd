//! 判定: from a value and a demand to an outcome.

use std::cmp::Ordering;

use super::requirement::Demand;
use crate::exact::{Figure, Per, Ratio, Rational};
use crate::term::{Basis, Condition, Entry, Outcome, Sent};

/// The outcome of a value that can be judged. The requirement of the year goes before the
/// final target: a cap that grows can be missed in its year.
pub(super) fn outcome(value: &Rational, demand: &Demand) -> Outcome {
    let requirement = demand.requirement.as_ref();
    let required = requirement.map(|required| (&required.condition, required.basis));
    outcome_by(required, &demand.target, |bound| value.cmp(bound))
}

/// The same of a value of which is known how it compares with bounds.
#[inline]
fn outcome_by<B>(
    required: Option<(&Condition<B>, Basis)>,
    target: &Condition<B>,
    compare: impl Fn(&B) -> Ordering,
) -> Outcome {
    match required {
        Some((required, basis)) if !required.holds_by(&compare) => basis.short(),
        // What is required is the target itself.
        Some((_, Basis::Target | Basis::Kept | Basis::Reference)) => Outcome::Met,
        _ if target.holds_by(&compare) => Outcome::Met,
        Some(_) => Outcome::OnPace,
        None => Outcome::NotDue,
    }
}

/// A demand that many regions share, its bounds in machine words, and of which figures it
/// tells the outcome at once.
pub(super) struct Plain {
    required: Option<(Condition<Ratio>, Basis)>,
    target: Condition<Ratio>,
    per: Per,
    /// Whether counts are of whole things.
    counts_whole: bool,
}

impl Plain {
    /// None if a bound has too many digits.
    pub(super) fn new(demand: &Demand, per: Per, counts_whole: bool) -> Option<Self> {
        let required = match &demand.requirement {
            Some(required) => Some((required.condition.with_ratios()?, required.basis)),
            None => None,
        };
        Some(Self { required, target: demand.target.with_ratios()?, per, counts_whole })
    }

    /// The outcome of a figure, as nearly all are, of which rounding turns nothing: whole
    /// counts that end as the value beside them, or a value that is not near any bound. None
    /// where more has to be looked at.
    #[inline]
    pub(super) fn outcome(&self, entry: Entry) -> Option<Outcome> {
        let Figure { value, counts, total: None } = entry.figure() else { return None };
        if entry.sent() != Sent::Figure {
            return None;
        }
        match (counts, value) {
            (Some((n, d)), value) => {
                let decided = self.of(Ratio::rate(n, d, self.per)?);
                let is_exact = self.counts_whole && n.last_digit() == 0 && d.last_digit() == 0;
                let is_sure = value.is_none_or(|value| self.of(value.into()) == decided);
                (is_exact && is_sure).then_some(decided)
            }
            (None, Some(value)) => {
                let [low, high] = Ratio::rounded(value)?;
                let is_apart = |bound: &Ratio| match low.cmp(*bound) {
                    Ordering::Equal => false,
                    side => high.cmp(*bound) == side,
                };
                let required = self.required.iter().flat_map(|(required, _)| required.bounds());
                let is_sure = self.target.bounds().chain(required).all(is_apart);
                is_sure.then(|| self.of(value.into()))
            }
            (None, None) => None,
        }
    }

    #[inline]
    fn of(&self, value: Ratio) -> Outcome {
        let required = self.required.as_ref().map(|(required, basis)| (required, *basis));
        outcome_by(required, &self.target, |bound| value.cmp(*bound))
    }
}
