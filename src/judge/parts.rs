//! 且、或、达标比例: verdicts that follow from the verdicts on other indicators.
//!
//! A part that does not apply to a region is left out; where none applies, the whole does not
//! either. A waiver excuses the one verdict that it is of: here its failure counts.

use super::column::{Found, Judge};
use super::finding;
use crate::exact::{Decimal, Figure};
use crate::form::Aim;
use crate::plan::{Indicator, Role};
use crate::report::Column as Judged;
use crate::term::{Entries, Entry, Limits, Outcome, RegionId, Sent};

/// How many counties are named that keep a share from being known.
const NAMED: usize = 20;

/// How several verdicts end together, of which each has to pass or one; none of those that
/// are left out are among them.
fn together(all: bool, outcomes: &[Outcome]) -> Outcome {
    use Outcome as O;
    // The first of these that is among them decides.
    let order = if all {
        [O::NotMet, O::Behind, O::Invalid, O::Missing, O::NotDue, O::OnPace, O::Met]
    } else {
        [O::Met, O::OnPace, O::Invalid, O::Missing, O::NotDue, O::Behind, O::NotMet]
    };
    let first = order.into_iter().find(|outcome| outcomes.contains(outcome));
    first.unwrap_or(O::NotApplicable)
}

/// An indicator that another follows from, and the verdicts on it.
type Part<'p> = (&'p Indicator, &'p Judged);

/// The verdict on a part in a region, if there is one: whom a task does not concern need not
/// be told so where nobody speaks of it.
fn of_part((part, judged): &Part<'_>, id: RegionId) -> Option<Outcome> {
    judged.unwaived(id).or_else(|| (!part.concerns(id)).then_some(Outcome::NotApplicable))
}

/// So many counties; there are not more than are counted in 32 bits.
fn counted(counties: i64) -> Decimal {
    Decimal::new(counties, 0).unwrap_or(Decimal::ZERO)
}

impl Judge<'_> {
    /// Judges an indicator by the verdicts on its parts, which are judged already.
    pub(super) fn derived(&self, parts: &[Part<'_>]) -> Found {
        match self.indicator.target.aim {
            Aim::Parts { all } => self.of_parts(all, parts),
            Aim::Number { .. } | Aim::Relative(_) | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                self.share(parts)
            }
        }
    }

    fn of_parts(&self, all: bool, parts: &[Part<'_>]) -> Found {
        let entries = Entries::of(self.plan.regions.len());
        let column = Judged::new(self.year, self.number, entries, Limits::Words, None);
        let mut found = Found { column, ..Found::default() };
        let is_wanted = self.is_complete_wanted();
        let mut outcomes = Vec::with_capacity(parts.len());
        for (at, role) in self.roles.iter().enumerate() {
            let id = RegionId(at as u32);
            if !self.indicator.scope.judges(*role) {
                continue;
            }
            let is_spoken_of = parts.iter().any(|(_, part)| part.outcome(id).is_some());
            if !is_spoken_of && (!is_wanted || *role == Role::Area) {
                continue;
            }
            outcomes.clear();
            if self.indicator.concerns(id) {
                let of_part = |part: &Part<'_>| of_part(part, id).unwrap_or(Outcome::Missing);
                outcomes.extend(parts.iter().map(of_part));
            }
            let outcome = self.waive(id, together(all, &outcomes), &mut found);
            found.column.judge(id, outcome);
        }
        found.column.rank();
        found
    }

    /// Judges each region by how many of those in it that send meet the part.
    fn share(&self, parts: &[Part<'_>]) -> Found {
        let mut entries = Entries::of(self.plan.regions.len());
        let mut lacks = Vec::new();
        for (at, role) in self.roles.iter().enumerate() {
            let is_judged = *role != Role::Area && self.indicator.scope.judges(*role);
            let of = RegionId(at as u32);
            if is_judged && self.indicator.concerns(of) {
                let (entry, lacking) = self.share_of(of, parts);
                entries.set(of, entry);
                lacks.push((of, lacking));
            }
        }
        let mut found = self.run_on(entries);
        for (whole, lacking) in lacks.into_iter().filter(|(_, lacking)| !lacking.is_empty()) {
            let names = lacking.iter().take(NAMED).map(|id| self.plan.region(*id).name.clone());
            let names = names.collect();
            found.findings.push(finding::share_lacks(self, whole, names, lacking.len()));
        }
        found
    }

    /// How many of those that send meet the part, and which have no verdict on it.
    fn share_of(&self, whole: RegionId, parts: &[Part<'_>]) -> (Entry, Vec<RegionId>) {
        let (mut met, mut of) = (0, 0);
        let mut lacking = Vec::new();
        let mut is_spoken_of = self.is_complete_wanted();
        let Some(part) = parts.first() else { return Default::default() };
        for id in self.plan.tree.senders(part.0.level, whole) {
            is_spoken_of |= part.1.outcome(id).is_some();
            match of_part(part, id) {
                Some(Outcome::Met) => (met, of) = (met + 1, of + 1),
                Some(
                    Outcome::OnPace
                    | Outcome::Behind
                    | Outcome::NotMet
                    | Outcome::NotDue
                    | Outcome::Waived,
                ) => of += 1,
                Some(Outcome::NotApplicable) => {}
                Some(Outcome::Missing | Outcome::Invalid) | None => lacking.push(id),
            }
        }
        if !is_spoken_of {
            return (Entry::default(), Vec::new());
        }
        let counts = Figure::of_counts(counted(met), counted(of));
        let (sent, figure) = match (lacking.is_empty(), of) {
            (false, _) => (Sent::Missing, Figure::default()),
            (true, 0) => (Sent::NotApplicable, Figure::default()),
            (true, _) => (Sent::Figure, counts),
        };
        (Entry::new(sent, &figure, 0), lacking)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each stands for: the whole surely passes or fails only if it would whatever the
    /// parts that are not known turn out to be.
    #[test]
    fn several_verdicts_end_as_surely_as_they_must() {
        use Outcome as O;
        let parts = [O::Met, O::OnPace, O::Behind, O::NotMet, O::NotDue, O::Missing, O::Invalid];
        let is_open = |outcome| matches!(outcome, O::Missing | O::Invalid);
        let (pass, fail) =
            (|o| matches!(o, O::Met | O::OnPace), |o| matches!(o, O::Behind | O::NotMet));
        for one in parts {
            for other in parts {
                let (all, any) = (together(true, &[one, other]), together(false, &[one, other]));
                assert_eq!(all, together(true, &[other, one]));
                assert_eq!(any, together(false, &[other, one]));
                assert_eq!(pass(all), pass(one) && pass(other), "{one:?} and {other:?}");
                assert_eq!(fail(all), fail(one) || fail(other), "{one:?} and {other:?}");
                assert_eq!(pass(any), pass(one) || pass(other), "{one:?} or {other:?}");
                assert_eq!(fail(any), fail(one) && fail(other), "{one:?} or {other:?}");
                let is_left_open = is_open(one) || is_open(other);
                assert_eq!(is_open(all), is_left_open && !fail(one) && !fail(other));
                assert_eq!(is_open(any), is_left_open && !pass(one) && !pass(other));
                assert_eq!(together(true, &[one]), one);
                assert_eq!(together(false, &[one, O::NotApplicable]), one);
            }
        }
        assert_eq!(together(true, &[O::NotApplicable; 2]), O::NotApplicable);
        assert_eq!(together(false, &[O::Behind, O::NotMet]), O::Behind);
        assert_eq!(together(true, &[O::Behind, O::NotMet]), O::NotMet);
        assert_eq!(together(true, &[O::Met, O::OnPace]), O::OnPace);
        assert_eq!(together(false, &[O::Met, O::OnPace]), O::Met);
    }
}
