//! 判定: from a value and a demand to an outcome.

use std::cmp::Ordering;

use super::requirement::Demand;
use crate::exact::{Figure, Per, Ratio, Rational};
use crate::term::{Basis, Entry, Outcome, Sent};

/// The outcome of a value that can be judged. The requirement of the year goes before the
/// final target: a cap that grows can be missed in its year.
pub(super) fn outcome(value: &Rational, demand: &Demand) -> Outcome {
    let required = demand.requirement.as_ref();
    match required.map(|required| (required.basis, required.condition.holds(value))) {
        Some((basis, false)) => basis.short(),
        // What is required is the target itself.
        Some((Basis::Target | Basis::Kept | Basis::Reference, true)) => Outcome::Met,
        Some((Basis::Pace | Basis::Milestone, true)) | None if demand.target.holds(value) => {
            Outcome::Met
        }
        Some((Basis::Pace | Basis::Milestone, true)) => Outcome::OnPace,
        None => Outcome::NotDue,
    }
}

/// A demand that many regions share, its bounds in machine words, and of which figures it
/// tells the outcome at once: all values that lie between the same two bounds end alike.
pub(super) struct Plain {
    /// The lowest first.
    bounds: Vec<Ratio>,
    /// How values end that lie below all bounds, at the first, between it and the next, and
    /// so on.
    outcomes: Vec<Outcome>,
    per: Per,
    /// Whether counts are of whole things.
    counts_whole: bool,
}

impl Plain {
    /// None if a bound has too many digits.
    pub(super) fn new(demand: &Demand, per: Per, counts_whole: bool) -> Option<Self> {
        let mut bounds: Vec<Rational> = demand.bounds().cloned().collect();
        bounds.sort();
        bounds.dedup();
        let one = Rational::from(1);
        let mut values = vec![bounds.first()?.clone() - one.clone()];
        for (at, bound) in bounds.iter().enumerate() {
            let next = bounds.get(at + 1).cloned().unwrap_or_else(|| bound.clone() + one.clone());
            values.extend([bound.clone(), (bound.clone() + next) / Rational::from(2)]);
        }
        let outcomes = values.iter().map(|value| outcome(value, demand)).collect();
        let bounds = bounds.iter().map(Rational::ratio).collect::<Option<_>>()?;
        Some(Self { bounds, outcomes, per, counts_whole })
    }

    /// The outcome of a figure, as nearly all are, of which rounding turns nothing: whole
    /// counts that end as the value beside them, or a value that is not near any bound. None
    /// where more has to be looked at.
    #[inline]
    pub(super) fn outcome<N: Copy + Into<i64>>(&self, entry: &Entry<N>) -> Option<Outcome> {
        if let Some((numerator, denominator)) = entry.whole_counts() {
            let decided = self.of(Ratio::rate(numerator, denominator, self.per)?);
            let is_sure = entry.value().is_none_or(|value| self.of(value.into()) == decided);
            return (self.counts_whole && is_sure).then_some(decided);
        }
        let Figure { value: Some(value), counts: None, total: None } = entry.figure() else {
            return None;
        };
        let [low, high] = Ratio::rounded(value)?.map(|end| self.zone(end));
        let is_sure = entry.sent() == Sent::Figure && low == high && low.is_multiple_of(2);
        is_sure.then(|| self.outcomes[low])
    }

    #[inline]
    fn of(&self, value: Ratio) -> Outcome {
        self.outcomes[self.zone(value)]
    }

    /// Twice as many as there are bounds below a value, and one more if it is at one. Most
    /// values of most targets lie above them all.
    #[inline]
    fn zone(&self, value: Ratio) -> usize {
        for (at, bound) in self.bounds.iter().enumerate().rev() {
            match value.cmp(*bound) {
                Ordering::Less => {}
                Ordering::Equal => return at * 2 + 1,
                Ordering::Greater => return at * 2 + 2,
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;
    use crate::report::Requirement;
    use crate::term::{Comparison, Condition};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn condition() -> impl Strategy<Value = Condition> {
        use Comparison::{Above, AtLeast, AtMost, Below};
        let bound = || (-4i64..9, 1i64..4).prop_map(|(n, d)| Rational::from(n) / d.into());
        let one = (select(&[Above, AtLeast, Below, AtMost][..]), bound());
        let range = (bound(), bound()).prop_map(|(a, b)| match a <= b {
            true => Condition::Between(a, b),
            false => Condition::Between(b, a),
        });
        prop_oneof![
            one.prop_map(|(comparison, bound)| Condition::Compare(comparison, bound)),
            range
        ]
    }

    proptest! {
        #[test]
        fn a_look_tells_what_comparing_fractions_does(
            target in condition(), required in proptest::option::of(condition()),
            basis in select(&[Basis::Target, Basis::Pace, Basis::Kept, Basis::Milestone][..]),
            n in 0i64..30, d in 1i64..6, scale in 0u8..2,
        ) {
            let requirement =
                required.map(|condition| Requirement { condition, basis, baseline: None });
            let demand = Demand { target, requirement };
            let plain = Plain::new(&demand, Per::ONE, true).unwrap();
            let decimal = |number, scale| Decimal::new(number, scale).unwrap();
            let counts = Figure::of_counts(decimal(n, 0), decimal(d, 0));
            let value = Figure::of_value(decimal(n, scale));
            for (figure, is_told) in [(counts, true), (value, false)] {
                let told = plain.outcome(&Entry::new(Sent::Figure, &figure, 1));
                let exact = outcome(&figure.exact(Per::ONE).unwrap(), &demand);
                prop_assert!(told == Some(exact) || told.is_none() && !is_told);
            }
        }
    }
}
