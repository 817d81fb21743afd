//! Numbers that stand in the place of a rule's own, in a region or from a year on.

use std::collections::BTreeMap;
use std::ops::Range;

use super::field::Checker;
use super::operator::{Operator, operator};
use super::table::Table;
use super::target::{
    ThresholdFaults, check_keys, condition, is_factor, limits_of, milestones, of_limits,
    of_other_form, read, terms, within_limits,
};
use super::{Measure, Milestone, OwnYears, about};
use crate::diagnostic::{Demand, TargetProblem};
use crate::exact::Decimal;
use crate::form::{Aim, Form, Target, Terms};
use crate::term::{Limits, Named, POINTS, Year};

/// How the numbers of a rule are read: those that it has itself, and those that stand in
/// their place in a region or from a year on.
pub(super) struct Reading {
    form: Form,
    pub(super) terms: Terms,
    /// None where it is faulty; so for the next.
    pub(super) operator: Option<Operator>,
    is_range: Option<bool>,
    tolerance: Option<Decimal>,
    about: Option<Decimal>,
    /// What values there can be, and what milestones.
    limits: Limits,
    ends: Limits,
    /// None where it is faulty; so for the next.
    pub(super) unit: Option<Named>,
    /// What the rule demands.
    pub(super) demand: Option<Demand>,
    pub(super) own_years: OwnYears,
}

impl Reading {
    /// How the numbers of a rule are read, of which all is known that its own table says
    /// rightly.
    pub(super) fn new(
        checker: &mut Checker<'_>,
        raw: &Table<'_>,
        form: Form,
        (target, measure): (Option<&Target>, Option<&Measure>),
        about: Option<Decimal>,
        own_years: OwnYears,
    ) -> Option<Self> {
        let limits = measure.map_or(Limits::Any, |measure| measure.limits);
        let unit = measure.map(|measure| measure.unit.clone());
        let terms = target.and_then(Target::terms).or_else(|| terms(raw, form))?;
        let operator = raw.str("operator").and_then(operator);
        let of_operator = || operator.map(|operator| !operator.is_one_sided());
        // That of a faulty target may be what is wrong.
        let tolerance = target.and_then(|_| checker.number(raw, "tolerance"));
        Some(Self {
            form,
            terms,
            operator,
            is_range: target.map(Target::is_range).or_else(of_operator),
            tolerance: tolerance.map(|tolerance| tolerance.value),
            about,
            limits,
            ends: limits_of(terms, limits),
            demand: target
                .map(|target| Demand::of(target.clone(), unit.as_ref().unwrap_or(Named::NONE))),
            unit,
            own_years,
        })
    }

    /// Tells keys that the rule's form does not have.
    pub(super) fn check_keys(&self, checker: &mut Checker<'_>, raw: &Table<'_>) {
        check_keys(checker, raw, self.form);
    }

    /// The target that a table states.
    pub(super) fn target(&self, checker: &mut Checker<'_>, raw: &Table<'_>) -> Option<Target> {
        let threshold = raw.get("threshold").filter(|_| self.has("threshold"))?;
        read(checker, threshold, |numbers| self.target_of(numbers))
    }

    /// The baseline that a table states.
    pub(super) fn baseline(&self, checker: &mut Checker<'_>, raw: &Table<'_>) -> Option<Decimal> {
        let baseline = checker.number(raw, "baseline");
        within_limits(checker, "baseline", baseline, self.limits)
    }

    /// The milestones that a table states.
    pub(super) fn milestones(
        &self,
        checker: &mut Checker<'_>,
        raw: &Table<'_>,
        years: Option<Range<Year>>,
    ) -> BTreeMap<Year, Milestone> {
        milestones(checker, raw, (self.ends, self.is_range), years)
    }

    /// A baseline that stands in no rule file.
    pub(super) fn baseline_of(&self, number: Decimal) -> Result<Decimal, TargetProblem> {
        of_limits("baseline", number, self.limits)
    }

    /// A milestone that stands in no rule file, of numbers as its target has them.
    pub(super) fn milestone_as(&self, numbers: Milestone) -> Result<Milestone, TargetProblem> {
        let numbers: Vec<Decimal> = numbers.numbers().collect();
        for number in &numbers {
            of_limits("milestones", *number, self.ends)?;
        }
        Milestone::of(&numbers, self.is_range).ok_or(TargetProblem::MilestoneShape)
    }

    /// The target of numbers that stand in no rule file.
    pub(super) fn target_as(&self, numbers: Milestone) -> Result<Target, ThresholdFaults> {
        let is_range = matches!(numbers, Milestone::Range(..));
        self.target_of((&numbers.numbers().collect::<Vec<_>>(), is_range))
    }

    /// That a key belongs to other forms.
    pub(super) fn refused(&self, key: &'static str) -> Option<TargetProblem> {
        of_other_form(key, self.form)
    }

    /// Whether the values of the form add up over the years.
    pub(super) fn adds_up(&self) -> bool {
        self.form.adds_up()
    }

    /// The unit of the numbers that thresholds are made of.
    pub(super) fn threshold_unit(&self) -> Option<&str> {
        let unit = self.unit.as_deref()?;
        Some(match self.terms {
            Terms::Change if unit == "%" => POINTS[0],
            Terms::Value | Terms::Change | Terms::Reported { .. } => unit,
            Terms::Percent | Terms::Growth { .. } => "%",
            Terms::Multiple => "倍",
        })
    }

    /// Whether the form has a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.form.keys().contains(&key)
    }

    /// The target of numbers, which stand in a list or by themselves.
    pub(super) fn target_of(&self, numbers: (&[Decimal], bool)) -> Result<Target, ThresholdFaults> {
        let terms = self.terms;
        let limits = limits_of(terms, self.limits);
        let bound = condition(self.operator, self.tolerance, numbers, limits)?;
        if terms == Terms::Multiple && !is_factor(&bound) {
            return Err(vec![(None, TargetProblem::FactorShape)]);
        }
        let target =
            Target { form: self.form, aim: Aim::Number { terms, bound }, parts: Vec::new() };
        match self.about {
            Some(about) => {
                about::applied(target, about, self.limits).map_err(|problem| vec![(None, problem)])
            }
            None => Ok(target),
        }
    }
}
