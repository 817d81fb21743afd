//! 目标值: the keys that say what a rule demands, form by form.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::field::{At, Checker};
use super::indicator::Context;
use super::raw::{Field, RawIndicator, Value};
use super::{Head, reference, words};
use crate::diagnostic::{KeyProblem, TargetProblem};
use crate::exact::{Decimal, Rational};
use crate::form::{Aim, Form, Relation, States, Target, Terms};
use crate::term::{Comparison, Condition, Limits, Year};

/// An operator as it is written.
#[derive(Clone, Copy)]
pub(super) enum Operator {
    Compare(Comparison),
    Equal,
    Between,
    About,
}

impl Operator {
    /// Those that relative targets take.
    pub(super) fn is_upward(self) -> bool {
        matches!(self, Self::Compare(comparison) if comparison.is_upward())
    }

    /// Those that multiples take.
    pub(super) fn is_one_sided(self) -> bool {
        matches!(self, Self::Compare(_))
    }
}

/// The words of the operators that are wanted.
pub(super) fn operators(wanted: impl Fn(Operator) -> bool) -> Vec<&'static str> {
    let words = words::OPERATORS.iter().zip(MEANINGS);
    words.filter(|(_, meaning)| wanted(*meaning)).map(|(word, _)| *word).collect()
}

const MEANINGS: [Operator; 9] = [
    Operator::Compare(Comparison::Above),
    Operator::Compare(Comparison::AtLeast),
    Operator::Compare(Comparison::AtLeast),
    Operator::Compare(Comparison::Below),
    Operator::Compare(Comparison::AtMost),
    Operator::Compare(Comparison::AtMost),
    Operator::Equal,
    Operator::Between,
    Operator::About,
];

/// The form that a rule is of: the one it names, else the one its keys say.
pub(super) fn form(checker: &mut Checker<'_>, raw: &RawIndicator) -> Option<Form> {
    if raw.form.is_some() {
        return checker.word("form", &raw.form, &Form::WORDS, &Form::ALL);
    }
    Some(if raw.reference.is_some() { Form::Relative } else { Form::Level })
}

/// Tells keys that belong to another form.
pub(super) fn check_keys(checker: &mut Checker<'_>, raw: &RawIndicator, form: Form) {
    let fields: [(&'static str, &Field); 12] = [
        ("growth", &raw.growth),
        ("baseline", &raw.baseline),
        ("operator", &raw.operator),
        ("threshold", &raw.threshold),
        ("tolerance", &raw.tolerance),
        ("about", &raw.about),
        ("change", &raw.change),
        ("reference", &raw.reference),
        ("growth-of", &raw.growth_of),
        ("milestones", &raw.milestones),
        ("pace", &raw.pace),
        ("due", &raw.due),
    ];
    for (key, field) in fields {
        if let Some(got) = field
            && !form.keys().contains(&key)
        {
            let owners = Form::with_key(key).map(Form::word).collect();
            let problem = TargetProblem::KeyOfOtherForm { key, form: form.word(), owners };
            checker.fault(problem, got.span());
        }
    }
}

/// What a rule of that form demands.
pub(super) fn target(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    form: Form,
    owner: &Range<usize>,
    limits: Limits,
    context: &Context<'_>,
) -> Option<Target> {
    let number = |terms, bound| Aim::Number { terms, bound };
    let aim = match form.states() {
        States::Value => number(Terms::Value, bound(checker, raw, form, owner, limits)?),
        States::Change => {
            let bound = bound(checker, raw, form, owner, Limits::Any);
            let terms = &[Terms::Change, Terms::Percent];
            let terms = checker.word("change", &raw.change, words::CHANGES, terms);
            let terms = checker.require("change", raw.change.is_some(), terms, owner);
            number(terms?, bound?)
        }
        States::Multiple => {
            let bound = bound(checker, raw, form, owner, Limits::Any)?;
            let is_factor = |factor: &Rational| *factor > Rational::ZERO;
            if !matches!(&bound, Condition::Compare(_, factor) if is_factor(factor)) {
                let span = raw.threshold.as_ref().map_or(owner.clone(), Spanned::span);
                checker.fault(TargetProblem::FactorShape, span);
                return None;
            }
            number(Terms::Multiple, bound)
        }
        States::Reference => Aim::Relative(relation(checker, raw, owner, context)?),
        States::Coverage => {
            let all = Condition::Compare(Comparison::AtLeast, Rational::HUNDRED);
            number(Terms::Value, all)
        }
        States::Done => Aim::Done { due: due(checker, raw, owner, context.head)? },
        States::Words => Aim::Words,
    };
    Some(Target { form, aim })
}

/// The year at whose end a milestone is due; the target year if none is written.
fn due(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    head: Option<&Head>,
) -> Option<Year> {
    if raw.due.is_none() {
        return head.map(|head| head.target_year);
    }
    let due = checker.year("due", &raw.due, owner)?;
    if head.is_some_and(|head| !(head.first_year..=head.target_year).contains(&due.value)) {
        let year = due.value.to_string();
        checker.fault(TargetProblem::DueYear { year }, due.span);
        return None;
    }
    Some(due.value)
}

fn bound(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    form: Form,
    owner: &Range<usize>,
    limits: Limits,
) -> Option<Condition> {
    let operator = checker.word("operator", &raw.operator, words::OPERATORS, &MEANINGS);
    let tolerance = tolerance(checker, raw, form, operator, owner);
    let Some(threshold) = &raw.threshold else {
        match &raw.operator {
            Some(operator) => {
                checker.fault(TargetProblem::OperatorWithoutThreshold, operator.span());
            }
            None => ["operator", "threshold"]
                .into_iter()
                .for_each(|key| checker.fault(KeyProblem::MissingKey { key }, owner.clone())),
        }
        return None;
    };
    if raw.operator.is_none() {
        checker.fault(TargetProblem::ThresholdWithoutOperator, threshold.span());
    }
    let (items, is_array) = match threshold.get_ref() {
        Value::Array(items) => (items.iter().collect(), true),
        _ => (vec![threshold], false),
    };
    let numbers: Vec<At<Decimal>> =
        items.iter().filter_map(|item| checker.number("threshold", item)).collect();
    if numbers.len() < items.len() {
        return None; // what is wrong with the numbers has been said
    }
    for number in &numbers {
        if let Some(limit) = beyond(number.value, limits) {
            let (threshold, limit) = (number.value.to_string(), limit.to_owned());
            let problem = TargetProblem::ThresholdBeyondLimit { threshold, limit };
            checker.fault(problem, number.span.clone());
        }
    }
    match (operator?, numbers.as_slice()) {
        (Operator::Compare(comparison), [one]) if !is_array => {
            let percentage = limits == Limits::Percentage;
            let most = percentage && Rational::from(one.value) == Rational::HUNDRED;
            let least = (percentage || limits == Limits::NonNegative) && one.value.is_zero();
            let is_reachable = match comparison {
                Comparison::Below => !least,
                Comparison::Above => !most,
                Comparison::AtLeast | Comparison::AtMost => true,
            };
            if !is_reachable {
                let target = format!("{} {}", comparison.sign(), one.value);
                checker.fault(TargetProblem::Unreachable { target }, one.span.clone());
                return None;
            }
            Some(Condition::Compare(comparison, one.value.into()))
        }
        (Operator::Equal, [one]) if !is_array => {
            Some(Condition::Between(one.value.into(), one.value.into()))
        }
        // `23 ± 0.5` is from 22.5 to 23.5.
        (Operator::About, [one]) if !is_array => {
            let (middle, tolerance) = (Rational::from(one.value), Rational::from(tolerance?));
            Some(Condition::Between(middle.clone() - tolerance.clone(), middle + tolerance))
        }
        (Operator::Between, [low, high]) if !low.value.is_above(high.value) => {
            Some(Condition::Between(low.value.into(), high.value.into()))
        }
        _ => {
            checker.fault(TargetProblem::ThresholdShape, threshold.span());
            None
        }
    }
}

/// How far `±` reaches; it and no other operator wants to be told.
fn tolerance(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    form: Form,
    operator: Option<Operator>,
    owner: &Range<usize>,
) -> Option<Decimal> {
    let is_about = matches!(operator, Some(Operator::About));
    if is_about && !form.keys().contains(&"tolerance") {
        let span = raw.operator.as_ref().map_or(owner.clone(), Spanned::span);
        checker.fault(TargetProblem::AboutChange, span);
        return None;
    }
    let Some(got) = &raw.tolerance else {
        return if is_about { checker.require("tolerance", false, None, owner) } else { None };
    };
    if operator.is_some() && !is_about {
        checker.fault(TargetProblem::ToleranceWithoutAbout, got.span());
    }
    let tolerance = checker.number("tolerance", got)?;
    if tolerance.value.is_negative() {
        checker.fault(TargetProblem::NegativeTolerance, tolerance.span);
        return None;
    }
    Some(tolerance.value)
}

fn relation(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    context: &Context<'_>,
) -> Option<Relation> {
    let operator = checker.word("operator", &raw.operator, words::OPERATORS, &MEANINGS);
    let comparison = match operator {
        Some(Operator::Compare(comparison)) if comparison.is_upward() => Some(comparison),
        Some(_) => {
            let span = raw.operator.as_ref().map_or(owner.clone(), Spanned::span);
            checker.fault(TargetProblem::RelativeOperator, span);
            None
        }
        None => checker.require("operator", raw.operator.is_some(), None, owner),
    };
    let written = checker.text("reference", &raw.reference);
    let written = checker.require("reference", raw.reference.is_some(), written, owner);
    let reference = written.and_then(|id| reference::find(checker, &id, context));
    let growth_of = match checker.text("growth-of", &raw.growth_of) {
        Some(id) => Some(reference::find(checker, &id, context)?),
        None => None,
    };
    Some(Relation { comparison: comparison?, reference: reference?, growth_of })
}

/// Values that the plan writes for years before the target year.
pub(super) fn milestones(
    checker: &mut Checker<'_>,
    field: &Field,
    limits: Limits,
    head: Option<&Head>,
) -> BTreeMap<Year, Decimal> {
    let mut milestones = BTreeMap::new();
    let Some(got) = field else { return milestones };
    let Value::Table(entries) = got.get_ref() else {
        let (expected, found) = (crate::diagnostic::Kind::Table, got.get_ref().kind());
        checker.fault(KeyProblem::WrongType { key: "milestones", expected, found }, got.span());
        return milestones;
    };
    for (key, value) in entries {
        let four = key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
        let year = key.parse::<Year>().ok().filter(|year| {
            four && head.is_none_or(|head| (head.first_year..head.target_year).contains(year))
        });
        let number = within_limits(checker, "milestones", &Some(value.clone()), limits);
        match (year, number) {
            (Some(year), Some(number)) => {
                milestones.insert(year, number);
            }
            (None, _) => {
                let span = checker.key_before(value.span().start);
                checker.fault(TargetProblem::MilestoneYear { year: key.clone() }, span);
            }
            (Some(_), None) => {}
        }
    }
    milestones
}

/// A number that values of the indicator can have.
pub(super) fn within_limits(
    checker: &mut Checker<'_>,
    key: &'static str,
    field: &Field,
    limits: Limits,
) -> Option<Decimal> {
    let number = checker.number(key, field.as_ref()?)?;
    if let Some(limit) = beyond(number.value, limits) {
        let (value, limit) = (number.value.to_string(), limit.to_owned());
        checker.fault(TargetProblem::ValueBeyondLimit { key, value, limit }, number.span);
        return None;
    }
    Some(number.value)
}

/// The limit that a value lies beyond, if it does.
fn beyond(value: Decimal, limits: Limits) -> Option<&'static str> {
    match limits {
        Limits::Any | Limits::Done | Limits::Words => None,
        Limits::Percentage if Rational::from(value) > Rational::HUNDRED => Some("100"),
        Limits::Percentage | Limits::NonNegative => value.is_negative().then_some("0"),
    }
}
