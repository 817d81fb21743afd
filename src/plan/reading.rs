//! Numbers that stand in the place of a rule's own, in a region or from a year on.

use std::collections::BTreeMap;
use std::ops::Range;

use super::field::Checker;
use super::table::Table;
use super::target::{
    MEANINGS, Operator, ThresholdFaults, check_keys, condition, is_factor, limits_of, milestones,
    of_limits, read, within_limits,
};
use super::{Milestone, about, words};
use crate::diagnostic::TargetProblem;
use crate::exact::Decimal;
use crate::form::{Aim, Form, Target, Terms};
use crate::term::{Limits, Year};

/// How the numbers of a rule are read: those that it has itself, and those that stand in
/// their place in a region or from a year on.
pub(super) struct Reading {
    form: Form,
    pub(super) terms: Terms,
    pub(super) operator: Option<Operator>,
    is_range: bool,
    tolerance: Option<Decimal>,
    about: Option<Decimal>,
    /// What values there can be, and what milestones.
    limits: Limits,
    ends: Limits,
}

impl Reading {
    /// How a rule is read that has been read without a fault.
    pub(super) fn new(
        checker: &mut Checker<'_>,
        raw: &Table<'_>,
        target: &Target,
        about: Option<Decimal>,
        (limits, ends): (Limits, Limits),
    ) -> Self {
        Self {
            form: target.form,
            terms: target.terms().unwrap_or(Terms::Value),
            operator: checker.word(raw, "operator", words::OPERATORS, &MEANINGS),
            is_range: target.is_range(),
            tolerance: checker.number(raw, "tolerance").map(|tolerance| tolerance.value),
            about,
            limits,
            ends,
        }
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
        milestones(checker, raw, (self.ends, Some(self.is_range)), years)
    }

    /// A baseline that stands in no rule file.
    pub(super) fn baseline_of(&self, number: Decimal) -> Result<Decimal, TargetProblem> {
        of_limits("baseline", number, self.limits)
    }

    /// A milestone that stands in no rule file, of numbers as its target has them.
    pub(super) fn milestone_of(&self, numbers: &[Decimal]) -> Result<Milestone, TargetProblem> {
        for number in numbers {
            of_limits("milestones", *number, self.ends)?;
        }
        Milestone::of(numbers, Some(self.is_range)).ok_or(TargetProblem::MilestoneShape)
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
