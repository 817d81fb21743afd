//! 且、或、达标比例、名次: verdicts that follow from what others are judged on.
//!
//! A part that does not apply to a region is left out; where none applies, the whole does not
//! either. A waiver excuses the one verdict that it is of: here its failure counts.

use std::collections::BTreeMap;

use super::column::{Found, Judge};
use super::finding;
use crate::exact::{Decimal, Figure, Interval, Rational};
use crate::form::{Aim, States};
use crate::plan::Role;
use crate::report::Column as Judged;
use crate::term::{Condition, Entries, Entry, Limits, Outcome, RegionId, Sent};

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

/// An indicator that another follows from, as it is judged.
pub(super) type Part<'p> = (Judge<'p>, &'p Found);

/// The verdict on a part in a region, if there is one: whom a task does not concern need not
/// be told so where nobody speaks of it.
fn of_part((judge, found): &Part<'_>, id: RegionId) -> Option<Outcome> {
    let told = found.column.unwaived(id);
    told.or_else(|| (!judge.indicator.concerns(id)).then_some(Outcome::NotApplicable))
}

/// How many of sorted values are above one.
fn above(values: &[Rational], value: &Rational) -> i64 {
    (values.len() - values.partition_point(|it| it <= value)) as i64
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
                match self.indicator.target.form.states() {
                    States::Rank => self.ranks(parts),
                    _ => self.share(parts),
                }
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
            let is_spoken_of = parts.iter().any(|(_, part)| part.column.outcome(id).is_some());
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
        self.judged(entries, BTreeMap::new(), lacks)
    }

    /// What follows is judged, and of which regions something lacks is told.
    fn judged(
        &self,
        entries: Entries,
        possible: BTreeMap<RegionId, Interval>,
        lacks: Vec<(RegionId, Vec<RegionId>)>,
    ) -> Found {
        let mut found = self.run_on(entries, possible);
        for (whole, lacking) in lacks.into_iter().filter(|(_, lacking)| !lacking.is_empty()) {
            let names = lacking.iter().take(NAMED).map(|id| self.plan.region(*id).name.clone());
            let names = names.collect();
            found.findings.push(finding::parts_lack(self, whole, names, lacking.len()));
        }
        found
    }

    /// Judges the regions of a level by their places among all of a whole.
    fn ranks(&self, parts: &[Part<'_>]) -> Found {
        let mut entries = Entries::of(self.plan.regions.len());
        let (mut possible, mut lacks) = (BTreeMap::new(), Vec::new());
        for whole in self.plan.tree.wholes() {
            let all = self.plan.tree.senders(self.indicator.level, whole);
            let all: Vec<RegionId> =
                all.into_iter().filter(|id| self.indicator.concerns(*id)).collect();
            let is_spoken_of =
                |(_, found): &Part<'_>| all.iter().any(|id| found.column.outcome(*id).is_some());
            if let Some(part) = parts.first()
                && (self.is_complete_wanted() || is_spoken_of(part))
            {
                let lacking = self.rank(part, &all, &mut entries, &mut possible);
                lacks.push((whole, lacking));
            }
        }
        self.judged(entries, possible, lacks)
    }

    /// The places of regions by their values of a part, and which have none. Those with alike
    /// values share the better place; of one that is rounded the place may be another.
    fn rank(
        &self,
        part @ (judge, found): &Part<'_>,
        all: &[RegionId],
        entries: &mut Entries,
        possible: &mut BTreeMap<RegionId, Interval>,
    ) -> Vec<RegionId> {
        let is_upward = match judge.indicator.target.bound() {
            Some(Condition::Compare(comparison, _)) => comparison.is_upward(),
            Some(Condition::Between(..)) | None => true,
        };
        let goodness = |value: &Rational| if is_upward { value.clone() } else { -value.clone() };
        let (mut ranked, mut lacking) = (Vec::new(), Vec::new());
        for id in all {
            let value = match of_part(part, *id) {
                Some(Outcome::NotApplicable) => {
                    entries.set(*id, Entry::new(Sent::NotApplicable, &Figure::default(), 0));
                    continue;
                }
                Some(Outcome::Missing | Outcome::Invalid) | None => None,
                Some(
                    Outcome::Met
                    | Outcome::OnPace
                    | Outcome::Behind
                    | Outcome::NotMet
                    | Outcome::NotDue
                    | Outcome::Waived,
                ) => found.column.value(*id),
            };
            match value {
                Some(value) => {
                    let known = judge.possible(*id, found);
                    let known = known.unwrap_or_else(|| Interval::exactly(value.clone()));
                    let [low, high] = [known.low(), known.high()].map(goodness);
                    let [low, high] = if is_upward { [low, high] } else { [high, low] };
                    ranked.push((*id, [goodness(&value), low, high]));
                }
                None => lacking.push(*id),
            }
        }
        let sorted = |at: usize| {
            let mut values: Vec<Rational> =
                ranked.iter().map(|(_, values)| values[at].clone()).collect();
            values.sort();
            values
        };
        let [values, lows, highs] = [0, 1, 2].map(sorted);
        for (id, [value, low, high]) in &ranked {
            let entry = match lacking.is_empty() {
                true => {
                    let place = Figure::of_value(counted(1 + above(&values, value)));
                    Entry::new(Sent::Figure, &place, 0)
                }
                false => Entry::new(Sent::Missing, &Figure::default(), 0),
            };
            entries.set(*id, entry);
            // Its own value is above its own least one.
            let own = i64::from(high > low);
            let best = Rational::from(1 + above(&lows, high));
            possible
                .insert(*id, Interval::between(best, Rational::from(1 + above(&highs, low) - own)));
        }
        for id in &lacking {
            entries.set(*id, Entry::new(Sent::Missing, &Figure::default(), 0));
        }
        lacking
    }

    /// How many of those that send meet the part, and which have no verdict on it.
    fn share_of(&self, whole: RegionId, parts: &[Part<'_>]) -> (Entry, Vec<RegionId>) {
        let (mut met, mut of) = (0, 0);
        let mut lacking = Vec::new();
        let mut is_spoken_of = self.is_complete_wanted();
        let Some(part) = parts.first() else { return Default::default() };
        for id in self.plan.tree.senders(part.0.indicator.level, whole) {
            is_spoken_of |= part.1.column.outcome(id).is_some();
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
