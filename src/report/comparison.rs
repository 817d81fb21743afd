//! Two runs side by side: what turned, what moved, what came and what went.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use hashbrown::HashMap;

use super::Exit;
use super::record::{Origin, Record, Value, Verdict};
use crate::diagnostic::{ComparisonProblem, Diagnostic, Faults, Severity};
use crate::exact::{Per, Rational};
use crate::term::{Against, Attribute, FailOn, Named, Standing, Year};

/// What two runs of one plan differ in.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The stable name of the plan.
    pub plan: String,
    /// The plan's title.
    pub title: Named,
    /// What both were held against.
    pub against: Against,
    /// From which attribute on what got worse fails the run.
    pub fail_on: FailOn,
    /// The run before.
    pub old: Side,
    /// The run after.
    pub new: Side,
    /// The two years, if one year is compared with another.
    pub across: Option<(Year, Year)>,
    /// What is in both and not the same, by kind (worse first), then attribute.
    pub changes: Vec<Change>,
    /// Verdicts that only the old run has, firmest attribute first.
    pub vanished: Vec<Verdict>,
    /// Verdicts that only the new run has, firmest attribute first.
    pub appeared: Vec<Verdict>,
    /// Codes of findings of which there are more or fewer, heaviest first.
    pub findings: Vec<FindingChange>,
    /// How many there are of each.
    pub counts: ComparisonCounts,
    /// How the run ends.
    pub exit: Exit,
}

/// One of the two runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it was made of, as it was given.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The years that were judged.
    pub years: Vec<Year>,
    /// How many verdicts are compared.
    pub verdicts: u64,
    /// How many errors were found in what was sent.
    pub errors: u64,
}

/// How a verdict that is in both runs changed. Ordered as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// From holding or being open to failing, or from any of these to not being judged.
    Worse,
    /// From not being judged to failing: a figure was sent or corrected, and it falls short,
    /// which is neither better nor worse than not to know.
    Supplied,
    /// From failing or not being judged to holding or being open.
    Better,
    /// To another verdict that stands no better and no worse.
    Aside,
    /// The verdict stayed, its figures did not.
    Moved,
}

impl Turn {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Worse, Self::Supplied, Self::Better, Self::Aside, Self::Moved];

    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Supplied => "supplied",
            Self::Better => "better",
            Self::Aside => "aside",
            Self::Moved => "moved",
        }
    }
}

/// A verdict that is in both runs and not the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// How it changed.
    pub turn: Turn,
    /// In the run before.
    pub old: Verdict,
    /// In the run after.
    pub new: Verdict,
    /// How much the value rose, where both have one in the same unit: exactly, where both
    /// have counts.
    pub difference: Option<Rational>,
}

/// How many findings of a code there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingChange {
    /// The code.
    pub code: String,
    /// How much they weigh.
    pub severity: Severity,
    /// In the run before.
    pub old: u64,
    /// In the run after.
    pub new: u64,
}

/// How many verdicts changed, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ComparisonCounts {
    turns: [u64; Turn::ALL.len()],
    /// Only in the old run.
    pub vanished: u64,
    /// Those of them that held or failed: what was judged is no longer there.
    pub lost: u64,
    /// Only in the new run.
    pub appeared: u64,
    /// Those that do not differ.
    pub same: u64,
    /// What got worse or was lost among the attributes of `--fail-on`.
    pub failing: u64,
}

impl ComparisonCounts {
    /// How many verdicts changed in that way.
    pub fn turned(&self, turn: Turn) -> u64 {
        self.turns[turn as usize]
    }
}

impl Comparison {
    /// The changes of one kind.
    pub fn turned(&self, turn: Turn) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.turn == turn)
    }

    /// Nothing at all differs.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.vanished.is_empty()
            && self.appeared.is_empty()
            && self.findings.is_empty()
    }

    /// Compares two runs.
    ///
    /// # Errors
    /// All reasons why they can't be held against each other.
    pub fn of(old: Record, new: Record, fail_on: FailOn) -> Result<Self, Faults> {
        let faults = mismatches(&old, &new);
        if !faults.is_empty() {
            return Err(faults.into_iter().map(Diagnostic::whole).collect());
        }
        let across = match (&old.years[..], &new.years[..]) {
            (&[before], &[after]) if before != after => Some((before, after)),
            _ => None,
        };
        let sides = [side(&old), side(&new)];
        let findings = findings(&old, &new);
        let (plan, title, against) = (new.plan, new.title, new.against);
        let mut counts = ComparisonCounts::default();
        let (changes, mut vanished, mut appeared) =
            matched(old.verdicts, new.verdicts, across.is_none(), &mut counts);
        vanished.sort_by_key(|verdict| verdict.indicator.attribute);
        appeared.sort_by_key(|verdict| verdict.indicator.attribute);
        counts.vanished = vanished.len() as u64;
        counts.appeared = appeared.len() as u64;
        let lost = || vanished.iter().filter(|verdict| verdict.was_judged());
        counts.lost = lost().count() as u64;
        let worse = changes.iter().filter(|change| change.turn == Turn::Worse);
        let worse = worse.map(Change::attribute).chain(lost().map(|it| it.indicator.attribute));
        counts.failing = worse.filter(|attribute| fail_on.includes(*attribute)).count() as u64;
        let [old, new] = sides;
        let exit = if new.errors > 0 || old.verdicts == 0 || new.verdicts == 0 {
            Exit::Incomplete
        } else if counts.failing > 0 {
            Exit::Failed
        } else {
            Exit::Passed
        };
        Ok(Self {
            plan,
            title,
            against,
            fail_on,
            old,
            new,
            across,
            changes,
            vanished,
            appeared,
            findings,
            counts,
            exit,
        })
    }
}

impl Change {
    /// 属性 of the indicator, as the new run has it.
    pub fn attribute(&self) -> Attribute {
        self.new.indicator.attribute
    }

    fn of(old: Verdict, new: Verdict) -> Option<Self> {
        let has_moved = old.value != new.value || old.counts != new.counts;
        let (from, to) = (old.outcome.standing(), new.outcome.standing());
        let turn = match rank(to).cmp(&rank(from)) {
            Ordering::Less => Turn::Worse,
            Ordering::Greater if to == Standing::Fail => Turn::Supplied,
            Ordering::Greater => Turn::Better,
            Ordering::Equal if old.outcome != new.outcome => Turn::Aside,
            Ordering::Equal if has_moved => Turn::Moved,
            Ordering::Equal => return None,
        };
        let is_same_unit = old.unit == new.unit;
        let values = new.exact().zip(old.exact()).filter(|_| is_same_unit);
        let difference = values.map(|(to, from)| to - from);
        Some(Self { turn, old, new, difference })
    }
}

impl Verdict {
    /// The number that is printed, if there is one; by its counts, where they are what it
    /// was rounded from.
    fn exact(&self) -> Option<Rational> {
        let Some(Value::Number(printed)) = &self.value else { return None };
        let counts = self.counts.as_ref().map(|(n, d)| (n.exact(), d.exact()));
        let of_counts = counts.filter(|(_, d)| !d.is_zero()).and_then(|(n, d)| {
            let unit = Rational::power_of_ten(printed.digits());
            let is_printed = |exact: &Rational| {
                let off = (exact.clone() - printed.exact()).abs();
                off * unit.clone() * Rational::from(2) <= Rational::from(1)
            };
            let each = Per::all().map(|per| n.clone() / d.clone() * Rational::from(per.count()));
            // What rounds to 0 may be anything.
            each.filter(|exact| !printed.exact().is_zero() || exact.is_zero()).find(is_printed)
        });
        Some(of_counts.unwrap_or_else(|| printed.exact()))
    }

    /// Whether there was a figure that held or failed.
    fn was_judged(&self) -> bool {
        matches!(self.outcome.standing(), Standing::Pass | Standing::Fail)
    }
}

/// What stands well or open, what falls short, what could not be judged: as exit codes
/// weigh it, the last is the worst.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Pass | Standing::Neutral => 2,
        Standing::Fail => 1,
        Standing::Incomplete => 0,
    }
}

/// Why two runs can't be held against each other.
fn mismatches(old: &Record, new: &Record) -> Vec<ComparisonProblem> {
    let mut faults = Vec::new();
    if old.plan != new.plan {
        let (old, new) = (old.plan.clone(), new.plan.clone());
        faults.push(ComparisonProblem::DifferentPlans { old, new });
    }
    if old.against != new.against {
        faults.push(ComparisonProblem::DifferentAgainst { old: old.against, new: new.against });
    }
    let [before, after] = [&old.years, &new.years];
    let have_one = before.len() == 1 && after.len() == 1;
    let have_any = !before.is_empty() && !after.is_empty();
    if have_any && !have_one && !before.iter().any(|year| after.contains(year)) {
        faults.push(ComparisonProblem::NoCommonYear { old: before.clone(), new: after.clone() });
    }
    faults
}

fn side(record: &Record) -> Side {
    Side {
        name: record.name.clone(),
        origin: record.origin,
        years: record.years.clone(),
        verdicts: record.verdicts.len() as u64,
        errors: record.errors(),
    }
}

/// What is in both and changed, what is only in the old, and what is only in the new.
fn matched(
    old: Vec<Verdict>,
    new: Vec<Verdict>,
    by_year: bool,
    counts: &mut ComparisonCounts,
) -> (Vec<Change>, Vec<Verdict>, Vec<Verdict>) {
    let places = found_again(&old, &new, by_year);
    let mut old: Vec<Option<Verdict>> = old.into_iter().map(Some).collect();
    let (mut changes, mut appeared) = (Vec::new(), Vec::new());
    for (verdict, place) in new.into_iter().zip(places) {
        let Some(before) = place.and_then(|at| old.get_mut(at)?.take()) else {
            appeared.push(verdict);
            continue;
        };
        match Change::of(before, verdict) {
            Some(change) => changes.push(change),
            None => counts.same += 1,
        }
    }
    // They are large, and moved once each.
    changes.sort_by_cached_key(|change: &Change| (change.turn, change.attribute()));
    for change in &changes {
        counts.turns[change.turn as usize] += 1;
    }
    (changes, old.into_iter().flatten().collect(), appeared)
}

/// Where the old run has a verdict on the same as each of the new one, if it has.
fn found_again(old: &[Verdict], new: &[Verdict], by_year: bool) -> Vec<Option<usize>> {
    fn key(verdict: &Verdict, by_year: bool) -> (&str, &str, Option<Year>) {
        let (indicator, region, year) = verdict.subject();
        (indicator, region, by_year.then_some(year))
    }
    let places: HashMap<_, usize> =
        old.iter().enumerate().map(|(at, verdict)| (key(verdict, by_year), at)).collect();
    new.iter().map(|verdict| places.get(&key(verdict, by_year)).copied()).collect()
}

/// The codes of which there are more or fewer.
fn findings(old: &Record, new: &Record) -> Vec<FindingChange> {
    let mut all: BTreeMap<(Severity, &str), [u64; 2]> = BTreeMap::new();
    for (side, record) in [old, new].into_iter().enumerate() {
        for ((severity, code), count) in &record.findings {
            all.entry((*severity, code)).or_default()[side] += count;
        }
    }
    let changed = all.into_iter().filter(|(_, [old, new])| old != new);
    let change = changed.map(|((severity, code), [old, new])| {
        let code = code.to_owned();
        FindingChange { code, severity, old, new }
    });
    change.collect()
}
