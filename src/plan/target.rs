//! 目标值: the keys that say what a rule demands, form by form.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeValue;

use super::field::{At, Checker, four_digits};
use super::indicator::Context;
use super::operator::{MEANINGS, Operator};
use super::table::{Table, Value};
use super::{Milestone, parts, reference, words};
use crate::diagnostic::TargetProblem;
use crate::exact::{Decimal, Rational, shown};
use crate::form::{Aim, Form, Relation, States, Target, Terms};
use crate::term::{Comparison, Condition, Limits, Year, says_fall};

/// What the numbers of a rule are, whether or not its target is written rightly.
pub(super) fn terms(raw: &Table<'_>, form: Form) -> Option<Terms> {
    Some(match form.states() {
        States::Multiple => Terms::Multiple,
        States::Growth => Terms::Growth { years: 0 },
        States::Change => {
            let percent = match raw.str("change")? {
                "percent" => true,
                "absolute" => false,
                _ => return None,
            };
            match raw.str("reported") {
                Some("change") => Terms::Reported { percent, fall: false },
                Some("fall") => Terms::Reported { percent, fall: true },
                _ if percent => Terms::Percent,
                _ => Terms::Change,
            }
        }
        States::Value
        | States::Share
        | States::Rank
        | States::Coverage
        | States::Reference
        | States::Either
        | States::Both
        | States::Done
        | States::Words => Terms::Value,
    })
}

/// The form that a rule is of: the one it names, else the one its keys say.
pub(super) fn form(checker: &mut Checker<'_>, raw: &Table<'_>) -> Option<Form> {
    if raw.has("form") {
        return checker.word(raw, "form", &Form::WORDS, &Form::ALL);
    }
    Some(Form::unnamed(|key| raw.has(key)))
}

/// Tells keys that belong to another form.
pub(super) fn check_keys(checker: &mut Checker<'_>, raw: &Table<'_>, form: Form) {
    for key in Form::keys_of_others(form) {
        let Some(value) = raw.if_known(key) else { continue };
        if let Some(problem) = of_other_form(key, form) {
            checker.fault(problem, value.span());
        }
    }
}

/// That a key belongs to other forms than this one.
pub(super) fn of_other_form(key: &'static str, form: Form) -> Option<TargetProblem> {
    if form.keys().contains(&key) {
        return None;
    }
    let owners: Vec<&str> = Form::with_key(key).map(Form::word).collect();
    (!owners.is_empty()).then(|| TargetProblem::KeyOfOtherForm { key, form: form.word(), owners })
}

/// What a rule of that form demands; over which years, it takes afterwards.
pub(super) fn target(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    form: Form,
    limits: Limits,
    context: &Context<'_>,
) -> Option<Target> {
    let number = |terms, bound| Aim::Number { terms, bound };
    let parts = parts::of(checker, raw, form, context);
    let aim = match form.states() {
        States::Value => number(Terms::Value, bound(checker, raw, form, limits)?),
        States::Change => {
            let terms = &[Terms::Change, Terms::Percent];
            let terms = checker.word(raw, "change", words::CHANGES, terms);
            checker.need(raw, "change");
            let terms = reported(checker, raw, terms);
            let limits = terms.map_or(Limits::Any, |terms| limits_of(terms, limits));
            let bound = bound(checker, raw, form, limits);
            number(terms?, bound?)
        }
        States::Multiple => {
            let bound = bound(checker, raw, form, Limits::Any)?;
            if !is_factor(&bound) {
                checker.fault(TargetProblem::FactorShape, raw.span_of("threshold"));
                return None;
            }
            number(Terms::Multiple, bound)
        }
        States::Growth => {
            let bound = bound(checker, raw, form, Limits::Any)?;
            number(Terms::Growth { years: 0 }, bound)
        }
        States::Reference => Aim::Relative(relation(checker, raw, context)?),
        States::Coverage => {
            let all = Condition::Compare(Comparison::AtLeast, Rational::HUNDRED);
            number(Terms::Value, all)
        }
        States::Share | States::Rank => number(Terms::Value, bound(checker, raw, form, limits)?),
        States::Either => Aim::Parts { all: false },
        States::Both => Aim::Parts { all: true },
        States::Done => Aim::Done { due: 0 },
        States::Words => Aim::Words,
    };
    Some(Target { form, aim, parts: parts? })
}

/// What the numbers of a target can be, whose values have limits.
pub(super) fn limits_of(terms: Terms, limits: Limits) -> Limits {
    match terms {
        Terms::Value => limits,
        // 降低 8.1 is written as 8.1: of -8.1 it could not be told whether it is a rise.
        Terms::Reported { fall: true, .. } => Limits::NonNegative,
        Terms::Reported { fall: false, .. }
        | Terms::Change
        | Terms::Percent
        | Terms::Multiple
        | Terms::Growth { .. } => Limits::Any,
    }
}

/// The terms of a change that is sent itself, where it is: then its unit is its own, there
/// is no baseline, and a name that speaks of a fall says which way.
fn reported(checker: &mut Checker<'_>, raw: &Table<'_>, terms: Option<Terms>) -> Option<Terms> {
    let sent = &[None, Some(false), Some(true)];
    let fall = checker.word(raw, "reported", words::REPORTED, sent).flatten();
    let (terms, Some(fall)) = (terms?, fall) else { return terms };
    let percent = terms == Terms::Percent;
    if percent && raw.str("unit").is_some_and(|unit| !matches!(unit, "%" | "％")) {
        checker.fault(TargetProblem::ReportedUnit, raw.span_of("unit"));
    }
    if raw.has("baseline") {
        checker.fault(TargetProblem::ReportedBaseline, raw.span_of("baseline"));
    }
    if !fall && raw.str("name").is_some_and(says_fall) {
        checker.fault(TargetProblem::ReportedWay, raw.span_of("reported"));
    }
    Some(Terms::Reported { percent, fall })
}

fn bound(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    form: Form,
    limits: Limits,
) -> Option<Condition> {
    let operator = checker.word(raw, "operator", words::OPERATORS, &MEANINGS);
    let tolerance = tolerance(checker, raw, form, operator);
    let Some(threshold) = raw.get("threshold") else {
        match raw.get("operator") {
            Some(operator) => {
                checker.fault(TargetProblem::OperatorWithoutThreshold, operator.span());
            }
            None => ["operator", "threshold"].iter().for_each(|key| checker.need(raw, key)),
        }
        return None;
    };
    if !raw.has("operator") {
        checker.fault(TargetProblem::ThresholdWithoutOperator, threshold.span());
    }
    read(checker, threshold, |numbers| condition(operator, tolerance, numbers, limits))
}

/// What is made of the numbers of a threshold; what is wrong with them is told.
pub(super) fn read<T>(
    checker: &mut Checker<'_>,
    threshold: &Value<'_>,
    make: impl FnOnce((&[Decimal], bool)) -> Result<T, ThresholdFaults>,
) -> Option<T> {
    read_with(checker, "threshold", threshold, make)
}

/// The same of what a key holds, one number or a list of them.
fn read_with<T>(
    checker: &mut Checker<'_>,
    key: &'static str,
    threshold: &Value<'_>,
    make: impl FnOnce((&[Decimal], bool)) -> Result<T, ThresholdFaults>,
) -> Option<T> {
    let (items, is_array) = match threshold.get_ref() {
        DeValue::Array(items) => (items.iter().collect(), true),
        _ => (vec![threshold], false),
    };
    let numbers: Vec<At<Decimal>> =
        items.iter().filter_map(|item| checker.number_of(key, item)).collect();
    if numbers.len() < items.len() {
        return None; // what is wrong with the numbers has been said
    }
    let values: Vec<Decimal> = numbers.iter().map(|number| number.value).collect();
    let place = |at: Option<usize>| {
        let number = at.and_then(|at| numbers.get(at));
        number.map_or(threshold.span(), |number| number.span.clone())
    };
    let told = |faults: ThresholdFaults| {
        faults.into_iter().for_each(|(at, problem)| checker.fault(problem, place(at)));
    };
    make((&values, is_array)).map_err(told).ok()
}

pub(super) fn is_factor(bound: &Condition) -> bool {
    matches!(bound, Condition::Compare(_, factor) if *factor > Rational::ZERO)
}

/// What is wrong with a threshold: with one of its numbers, or with all of it.
pub(super) type ThresholdFaults = Vec<(Option<usize>, TargetProblem)>;

/// The condition that an operator makes of numbers, which stand in a list or by themselves.
pub(super) fn condition(
    operator: Option<Operator>,
    tolerance: Option<Decimal>,
    (numbers, is_array): (&[Decimal], bool),
    limits: Limits,
) -> Result<Condition, ThresholdFaults> {
    let beyond = numbers.iter().enumerate().filter_map(|(at, number)| {
        let (threshold, limit) = (number.to_string(), beyond(*number, limits)?);
        Some((Some(at), TargetProblem::ThresholdBeyondLimit { threshold, limit }))
    });
    let beyond: ThresholdFaults = beyond.collect();
    let Some(operator) = operator.filter(|_| beyond.is_empty()) else { return Err(beyond) };
    match (operator, numbers) {
        (Operator::Compare(comparison), [one]) if !is_array => {
            let is_end = |end: Option<Rational>| end == Some(Rational::from(*one));
            let is_reachable = match comparison {
                Comparison::Below => !is_end(limits.least()),
                Comparison::Above => !is_end(limits.most()),
                Comparison::AtLeast | Comparison::AtMost => true,
            };
            if !is_reachable {
                let target = format!("{} {one}", comparison.sign());
                return Err(vec![(Some(0), TargetProblem::Unreachable { target })]);
            }
            Ok(Condition::Compare(comparison, (*one).into()))
        }
        (Operator::Equal, [one]) if !is_array => {
            Ok(Condition::Between((*one).into(), (*one).into()))
        }
        // `23 ± 0.5` is from 22.5 to 23.5.
        (Operator::About, [one]) if !is_array => {
            let Some(tolerance) = tolerance.map(Rational::from) else { return Err(Vec::new()) };
            let middle = Rational::from(*one);
            Ok(Condition::Between(middle.clone() - tolerance.clone(), middle + tolerance))
        }
        (Operator::Between, [low, high]) if !low.is_above(*high) => {
            Ok(Condition::Between((*low).into(), (*high).into()))
        }
        _ => Err(vec![(None, TargetProblem::ThresholdShape)]),
    }
}

/// How far `±` reaches; it and no other operator wants to be told.
fn tolerance(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    form: Form,
    operator: Option<Operator>,
) -> Option<Decimal> {
    let is_about = matches!(operator, Some(Operator::About));
    if is_about && !form.keys().contains(&"tolerance") {
        checker.fault(TargetProblem::AboutChange, raw.span_of("operator"));
        return None;
    }
    if is_about {
        checker.need(raw, "tolerance");
    } else if operator.is_some() && raw.has("tolerance") {
        checker.fault(TargetProblem::ToleranceWithoutAbout, raw.span_of("tolerance"));
    }
    let tolerance = checker.number(raw, "tolerance")?;
    if tolerance.value.is_negative() {
        checker.fault(TargetProblem::NegativeTolerance, tolerance.span);
        return None;
    }
    Some(tolerance.value)
}

fn relation(checker: &mut Checker<'_>, raw: &Table<'_>, context: &Context<'_>) -> Option<Relation> {
    let operator = checker.word(raw, "operator", words::OPERATORS, &MEANINGS);
    let comparison = match operator {
        Some(Operator::Compare(comparison)) => Some(comparison),
        Some(_) => {
            checker.fault(TargetProblem::RelativeOperator, raw.span_of("operator"));
            None
        }
        None => None,
    };
    ["operator", "reference"].into_iter().for_each(|key| checker.need(raw, key));
    let written = checker.text(raw, "reference");
    let reference = written.and_then(|id| reference::find(checker, &id, context));
    let growth_of = match checker.text(raw, "growth-of") {
        Some(id) => Some(reference::find(checker, &id, context)?),
        None => None,
    };
    let reference = reference?;
    let first = usize::from(context.first_reference);
    let name = context.reference_titles.get(reference.index() - first)?.clone();
    Some(Relation { comparison: comparison?, reference, name, growth_of })
}

/// What the plan writes for its years before the one in which a target is due; ranges, if that
/// is one.
pub(super) fn milestones(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    (limits, is_range): (Limits, Option<bool>),
    years: Option<Range<Year>>,
) -> BTreeMap<Year, Milestone> {
    let is_before = |year: &Year| years.as_ref().is_none_or(|years| years.contains(year));
    let mut milestones = BTreeMap::new();
    for (key, value) in checker.entries(raw, "milestones") {
        let written = read_with(checker, "milestones", value, |(numbers, is_array)| {
            let faults = numbers.iter().enumerate().filter_map(|(at, number)| {
                Some((Some(at), of_limits("milestones", *number, limits).err()?))
            });
            let faults: ThresholdFaults = faults.collect();
            let shape = || vec![(None, TargetProblem::MilestoneShape)];
            let fits = is_array == (numbers.len() > 1);
            let milestone = Milestone::of(numbers, is_range).filter(|_| fits).ok_or_else(shape)?;
            if faults.is_empty() { Ok(milestone) } else { Err(faults) }
        });
        match four_digits(key.value).filter(is_before) {
            Some(year) => milestones.extend(written.map(|written| (year, written))),
            None => {
                let year = key.value.to_owned();
                checker.fault(TargetProblem::MilestoneYear { year }, key.span);
            }
        }
    }
    milestones
}

/// A number that values of the indicator can have.
pub(super) fn within_limits(
    checker: &mut Checker<'_>,
    key: &'static str,
    number: Option<At<Decimal>>,
    limits: Limits,
) -> Option<Decimal> {
    let number = number?;
    let within = of_limits(key, number.value, limits);
    within.map_err(|problem| checker.fault(problem, number.span)).ok()
}

/// The same of a number alone.
pub(super) fn of_limits(
    key: &'static str,
    number: Decimal,
    limits: Limits,
) -> Result<Decimal, TargetProblem> {
    match beyond(number, limits) {
        Some(limit) => {
            Err(TargetProblem::ValueBeyondLimit { key, value: number.to_string(), limit })
        }
        None => Ok(number),
    }
}

/// The limit that a value lies beyond, if it does.
fn beyond(value: Decimal, limits: Limits) -> Option<String> {
    let value = Rational::from(value);
    let least = limits.least().filter(|least| value < *least);
    let limit = least.or_else(|| limits.most().filter(|most| value > *most))?;
    Some(shown::alone(&limit).text)
}
