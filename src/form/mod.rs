//! Forms of target: how a rule states what it demands, and what that is of a value.
//!
//! A form is one entry of `table.rs`, which puts it together of the parts below: its keys
//! and words, what it states, and how its years are judged. Whoever reads rules, judges or
//! writes asks for a part, never for a form, so that a form of known parts needs nothing
//! else; where one needs a new part, the `match`es of that part no longer compile.

mod table;
mod target;

pub use table::Form;
pub(crate) use target::grown;
pub use target::{Aim, Part, Relation, Target, Terms};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::term::{BaselineSource, Basis};

/// All that a form is.
struct Shape {
    /// The word in rules.
    word: &'static str,
    /// Its name, Chinese and English.
    name: [&'static str; 2],
    /// A target in words; `{}` is its operator and bound, or its year.
    said: [&'static str; 2],
    /// The keys that a rule may have beside those of every rule.
    keys: &'static [&'static str],
    states: States,
    unit: UnitKind,
    course: Course,
}

/// What a rule states, by an operator and what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum States {
    /// A threshold for the value.
    Value,
    /// A threshold for its change since the baseline year, in what `change` says.
    Change,
    /// How many times the baseline it is.
    Multiple,
    /// By how many percent it grows a year, on average since the baseline year.
    Growth,
    /// The series that it is held against.
    Reference,
    /// Nothing, for it is 100%.
    Coverage,
    /// Indicators of which one has to be met.
    Either,
    /// Indicators that have to be met, each.
    Both,
    /// A threshold for the share of counties that meet an indicator.
    Share,
    /// A threshold for the place among the regions of its level, by their values of an indicator.
    Rank,
    /// The year by whose end something is done.
    Done,
    /// Nothing: words alone.
    Words,
}

/// What the unit of a form's values is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum UnitKind {
    Any,
    /// Percentages and other ratios don't add up.
    NoRatio,
    Percent,
    /// It needs none.
    None,
}

/// What the years before the target year demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Course {
    /// The straight line from the baseline.
    FromBaseline,
    /// What steady growth makes of the baseline.
    Compounds,
    /// What is done adds up over the years of the plan: the straight line from 0 in the
    /// year before its first.
    AddsUp,
    /// The target, for it has to be kept up.
    Kept,
    /// The target, each year by itself, and what that rests on.
    EachYear(Basis),
    /// The target, each year against the year before.
    YearOnYear,
    /// The target, for the mean of the years so far; it is due with the last of them.
    Averages,
    /// Nothing, for there is no half of it.
    AtEnd,
}

impl Course {
    /// Whether a year is held against the one before, and not against the baseline year.
    pub(crate) fn is_year_on_year(self) -> bool {
        match self {
            Self::YearOnYear => true,
            Self::FromBaseline
            | Self::Compounds
            | Self::AddsUp
            | Self::Kept
            | Self::EachYear(_)
            | Self::Averages
            | Self::AtEnd => false,
        }
    }

    /// Whether every year is held against the target itself.
    pub(crate) fn is_yearly(self) -> bool {
        match self {
            Self::Kept | Self::EachYear(_) | Self::YearOnYear | Self::Averages => true,
            Self::FromBaseline | Self::Compounds | Self::AddsUp | Self::AtEnd => false,
        }
    }

    /// Where the region's own value that a year is held against comes from.
    pub(crate) fn own_source(self) -> BaselineSource {
        match self.is_year_on_year() {
            true => BaselineSource::YearBefore,
            false => BaselineSource::History,
        }
    }
}

impl Form {
    /// The form of a rule that names none, by the keys that it has.
    pub fn unnamed(has: impl Fn(&str) -> bool) -> Self {
        Self::ALL.into_iter().find(|form| form.sign().is_some_and(&has)).unwrap_or(Self::Level)
    }

    /// The key by which a rule that names no form is known to be of this one.
    pub(crate) fn sign(self) -> Option<&'static str> {
        self.states().others()
    }
}

impl States {
    /// The key that names other series.
    pub(crate) fn others(self) -> Option<&'static str> {
        match self {
            Self::Reference => Some("reference"),
            Self::Either => Some("any-of"),
            Self::Both => Some("all-of"),
            Self::Share => Some("share-of"),
            Self::Rank => Some("rank-of"),
            Self::Value
            | Self::Change
            | Self::Multiple
            | Self::Growth
            | Self::Coverage
            | Self::Done
            | Self::Words => None,
        }
    }

    /// The keys that a rule has to have.
    fn required(self) -> &'static [&'static str] {
        match self {
            Self::Value | Self::Multiple | Self::Growth => &["operator", "threshold"],
            Self::Change => &["operator", "threshold", "change"],
            Self::Reference => &["operator", "reference"],
            Self::Either => &["any-of"],
            Self::Both => &["all-of"],
            Self::Share => &["share-of", "operator", "threshold"],
            Self::Rank => &["rank-of", "operator", "threshold"],
            Self::Coverage | Self::Done | Self::Words => &[],
        }
    }
}

impl Form {
    /// The word in rules.
    pub fn word(self) -> &'static str {
        self.shape().word
    }

    /// The name, Chinese and English.
    pub(crate) fn name(self) -> [&'static str; 2] {
        self.shape().name
    }

    /// A target in words, Chinese and English; `{}` is its operator and bound, or its year.
    pub(crate) fn said(self) -> [&'static str; 2] {
        self.shape().said
    }

    /// The keys that a rule of this form may have beside those of every rule.
    pub fn keys(self) -> &'static [&'static str] {
        self.shape().keys
    }

    /// The keys among them that a rule of this form has to have.
    pub fn required(self) -> &'static [&'static str] {
        self.states().required()
    }

    /// The forms that have a key.
    pub fn with_key(key: &str) -> impl Iterator<Item = Self> + '_ {
        Self::ALL.into_iter().filter(move |form| form.keys().contains(&key))
    }

    /// The keys of all forms, each once, but for those of one form.
    pub(crate) fn keys_of_others(form: Self) -> impl Iterator<Item = &'static str> {
        /// Each with a bit for every form that has it.
        static KEYS: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
            let mut keys = BTreeMap::new();
            for form in Form::ALL {
                form.keys().iter().for_each(|key| *keys.entry(*key).or_default() |= form.bit());
            }
            keys
        });
        KEYS.iter().filter(move |(_, owners)| **owners & form.bit() == 0).map(|(key, _)| *key)
    }

    fn bit(self) -> u32 {
        1 << self as u32
    }

    pub(crate) fn states(self) -> States {
        self.shape().states
    }

    /// Whether a rule of this form states numbers in a unit.
    pub fn is_measured(self) -> bool {
        self.unit() != UnitKind::None
    }

    pub(crate) fn unit(self) -> UnitKind {
        self.shape().unit
    }

    /// How its years are judged.
    pub fn course(self) -> Course {
        self.shape().course
    }

    /// Whether its values add up over the years.
    pub fn adds_up(self) -> bool {
        matches!(self.course(), Course::AddsUp | Course::Averages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_has_to_have_is_its_own() {
        for form in Form::ALL {
            assert!(form.required().iter().all(|key| form.keys().contains(key)), "{form:?}");
        }
    }

    #[test]
    fn a_key_names_the_forms_it_belongs_to() {
        let forms = |key| Form::with_key(key).collect::<Vec<_>>();
        assert_eq!(forms("reported"), [Form::Change]);
        assert_eq!(forms("reference"), [Form::Relative]);
        assert_eq!(forms("cite"), []);
    }
}
