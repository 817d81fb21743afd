//! `[[indicator]]` and `[[reference]]` tables.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::field::{At, Checker};
use super::raw::{Field, RawIndicator, RawReference, Value};
use super::{Head, Indicator, Measure, Reference, RollUp, Scope, Target};
use crate::diagnostic::PlanProblem;
use crate::exact::{Decimal, Rational};
use crate::term::{Attribute, Comparison, Found, Limits, Names, SeriesId, Year, nearest};

const OPERATORS: &[&str] = &[">", "≥", ">=", "<", "≤", "<=", "=", "between"];

/// An operator as it is written.
#[derive(Clone, Copy)]
enum Operator {
    Compare(Comparison),
    Equal,
    Between,
}

/// A reference series, and the names it can be found by. A faulty one keeps its
/// place and its names, so that what refers to it is not called wrong too; the plan
/// is refused all the same.
pub(super) fn reference(
    checker: &mut Checker<'_>,
    raw: &RawReference,
    owner: &Range<usize>,
) -> (Reference, Vec<At<String>>) {
    let id = checker.required_text("id", &raw.id, owner);
    let name = checker.required_text("name", &raw.name, owner);
    let unit = checker.required_text("unit", &raw.unit, owner);
    let text = |at: &Option<At<String>>| at.as_ref().map_or(String::new(), |at| at.value.clone());
    let span = id.as_ref().map_or(owner.clone(), |id| id.span.clone());
    let reference = Reference {
        id: text(&id),
        name: text(&name),
        unit: text(&unit),
        rule: checker.place(span),
    };
    let aliases = checker.texts("aliases", &raw.aliases);
    (reference, id.into_iter().chain(name).chain(aliases).collect())
}

/// What the rest of the plan says that an indicator's rule rests on.
pub(super) struct Context<'p> {
    pub(super) head: Option<&'p Head>,
    /// Ids and names of the references.
    pub(super) references: &'p Names,
    /// Their ids alone, for finding the nearest.
    pub(super) reference_ids: &'p [String],
    /// The number of the first reference among the series.
    pub(super) first_reference: u16,
}

/// An indicator, unless it is faulty, and the names it can be found by.
pub(super) fn indicator(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    context: &Context<'_>,
) -> (Option<Indicator>, Vec<At<String>>) {
    let id = checker.required_text("id", &raw.id, owner);
    let name = checker.required_text("name", &raw.name, owner);
    let number = checker.label("number", &raw.number);
    let mut names = checker.texts("aliases", &raw.aliases);
    let attribute =
        checker.word("attribute", &raw.attribute, &["约束性", "预期性", "任务"], &Attribute::ALL);
    let attribute = checker.require("attribute", raw.attribute.is_some(), attribute, owner);
    let measure = measure(checker, raw, owner);
    let scope = checker.word(
        "scope",
        &raw.scope,
        &["county", "city", "each-county"],
        &[Scope::County, Scope::City, Scope::EachCounty],
    );
    // How values add up follows from the unit: rates never do by a sum. All that a
    // rule can say is that they do not at all.
    let roll_up = checker.word("roll-up", &raw.roll_up, &["none"], &[RollUp::None]);
    let limits = measure.as_ref().map_or(Limits::Any, |measure| measure.limits);
    let baseline = within_limits(checker, "baseline", &raw.baseline, limits);
    let target = target(checker, raw, owner, limits, context);
    let milestones = milestones(checker, &raw.milestones, limits, context.head);
    let cite = checker.text("cite", &raw.cite);
    let rule = checker.place(id.as_ref().map_or(owner.clone(), |id| id.span.clone()));
    let build = || {
        let measure = measure?;
        Some(Indicator {
            id: id.as_ref()?.value.clone(),
            number: number.as_ref().map(|number| number.value.clone()),
            name: name.as_ref()?.value.clone(),
            attribute: attribute?,
            roll_up: roll_up.unwrap_or(match measure.limits {
                Limits::Percentage => RollUp::Ratio,
                Limits::NonNegative => RollUp::Sum,
                Limits::Any => RollUp::None,
            }),
            measure,
            baseline,
            target: target?,
            milestones,
            scope: scope.unwrap_or(Scope::County),
            cite: cite.map(|text| text.value),
            rule,
        })
    };
    let indicator = build();
    // A name is taken though its rule has other faults.
    names.splice(0..0, id.into_iter().chain(name).chain(number));
    (indicator, names)
}

fn measure(checker: &mut Checker<'_>, raw: &RawIndicator, owner: &Range<usize>) -> Option<Measure> {
    let unit = checker.required_text("unit", &raw.unit, owner);
    let growth = checker.boolean("growth", &raw.growth).unwrap_or(false);
    let numerator = checker.text("numerator", &raw.numerator);
    let denominator = checker.text("denominator", &raw.denominator);
    let count_unit = checker.text("count-unit", &raw.count_unit);
    let unit = unit?.value.replace('％', "%");
    let limits = if growth || raw.reference.is_some() {
        Limits::Any
    } else if unit == "%" {
        Limits::Percentage
    } else {
        Limits::NonNegative
    };
    Some(Measure {
        unit,
        limits,
        numerator: numerator.map(|text| text.value),
        denominator: denominator.map(|text| text.value),
        count_unit: count_unit.map(|text| text.value),
    })
}

fn target(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    limits: Limits,
    context: &Context<'_>,
) -> Option<Target> {
    let operator = checker.word(
        "operator",
        &raw.operator,
        OPERATORS,
        &[
            Operator::Compare(Comparison::Above),
            Operator::Compare(Comparison::AtLeast),
            Operator::Compare(Comparison::AtLeast),
            Operator::Compare(Comparison::Below),
            Operator::Compare(Comparison::AtMost),
            Operator::Compare(Comparison::AtMost),
            Operator::Equal,
            Operator::Between,
        ],
    );
    if raw.reference.is_some() {
        let reference = checker.text("reference", &raw.reference)?;
        return relative(checker, raw, owner, operator, &reference, context);
    }
    let Some(threshold) = &raw.threshold else {
        let problem = if raw.operator.is_some() {
            PlanProblem::OperatorWithoutThreshold
        } else {
            PlanProblem::MissingKey { key: "operator" }
        };
        let span = raw.operator.as_ref().map_or(owner.clone(), Spanned::span);
        checker.fault(problem, span);
        return None;
    };
    if raw.operator.is_none() {
        checker.fault(PlanProblem::ThresholdWithoutOperator, threshold.span());
    }
    let bounds: Vec<At<Decimal>> = match threshold.get_ref() {
        Value::Array(items) => {
            items.iter().filter_map(|item| checker.number("threshold", item)).collect()
        }
        _ => checker.number("threshold", threshold).into_iter().collect(),
    };
    let written = match threshold.get_ref() {
        Value::Array(items) => items.len(),
        _ => 1,
    };
    if bounds.len() < written {
        return None; // what is wrong with the numbers has been said
    }
    for bound in &bounds {
        if let Some(limit) = beyond(bound.value, limits) {
            let threshold = bound.value.to_string();
            let limit = limit.to_owned();
            checker
                .fault(PlanProblem::ThresholdBeyondLimit { threshold, limit }, bound.span.clone());
        }
    }
    let exact = |decimal: Decimal| Rational::from(decimal);
    match (operator?, bounds.as_slice()) {
        (Operator::Compare(comparison), [bound])
            if !matches!(threshold.get_ref(), Value::Array(_)) =>
        {
            let least = limits != Limits::Any && bound.value.is_zero();
            let most = limits == Limits::Percentage && exact(bound.value) == Rational::HUNDRED;
            if (comparison == Comparison::Below && least)
                || (comparison == Comparison::Above && most)
            {
                let target = format!("{} {}", comparison.sign(), bound.value);
                checker.fault(PlanProblem::Unreachable { target }, bound.span.clone());
                return None;
            }
            Some(Target::Level { comparison, threshold: bound.value })
        }
        (Operator::Equal, [bound]) if !matches!(threshold.get_ref(), Value::Array(_)) => {
            Some(Target::Range { low: bound.value, high: bound.value })
        }
        (Operator::Between, [low, high]) if exact(low.value) <= exact(high.value) => {
            Some(Target::Range { low: low.value, high: high.value })
        }
        _ => {
            checker.fault(PlanProblem::ThresholdShape, threshold.span());
            None
        }
    }
}

fn relative(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    operator: Option<Operator>,
    reference: &At<String>,
    context: &Context<'_>,
) -> Option<Target> {
    for (key, field) in [("threshold", &raw.threshold), ("milestones", &raw.milestones)] {
        if let Some(got) = field {
            checker.fault(PlanProblem::NotForRelative { key }, got.span());
        }
    }
    let comparison = match operator {
        Some(Operator::Compare(comparison)) if comparison.is_upward() => Some(comparison),
        Some(_) => {
            let span = raw.operator.as_ref().map_or(owner.clone(), Spanned::span);
            checker.fault(PlanProblem::NotForRelative { key: "operator" }, span);
            None
        }
        None => checker.require("operator", raw.operator.is_some(), None, owner),
    };
    let known = context.reference_ids.iter().position(|id| *id == reference.value);
    let Some(at) = known.and_then(|at| u16::try_from(at).ok()) else {
        // The name instead of the id is a slip as likely as a misspelt id.
        let id_of = |name: &str| match context.references.find(name) {
            Some(Found::One(at)) => context.reference_ids.get(at as usize).cloned(),
            _ => None,
        };
        let ids = context.reference_ids.iter().map(String::as_str);
        let nearest = id_of(&reference.value)
            .or_else(|| nearest(&reference.value, ids))
            .or_else(|| id_of(&context.references.nearest(&reference.value)?));
        let id = reference.value.clone();
        checker.fault(PlanProblem::UnknownReference { id, nearest }, reference.span.clone());
        return None;
    };
    let reference = SeriesId(context.first_reference + at);
    Some(Target::Relative { comparison: comparison?, reference })
}

fn milestones(
    checker: &mut Checker<'_>,
    field: &Field,
    limits: Limits,
    head: Option<&Head>,
) -> BTreeMap<Year, Decimal> {
    let mut milestones = BTreeMap::new();
    let Some(got) = field else { return milestones };
    let Value::Table(entries) = got.get_ref() else {
        let (expected, found) = (crate::diagnostic::Kind::Table, got.get_ref().kind());
        checker.fault(PlanProblem::WrongType { key: "milestones", expected, found }, got.span());
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
                // The key stands before its value.
                let end = value.span().start;
                let before = checker.source[..end].trim_end_matches([' ', '\t', '=']);
                let start = before.rfind(['{', ',', '\n', ' ', '\t']).map_or(0, |at| at + 1);
                let span = start..before.len();
                checker.fault(PlanProblem::MilestoneYear { year: key.clone() }, span);
            }
            (Some(_), None) => {}
        }
    }
    milestones
}

fn within_limits(
    checker: &mut Checker<'_>,
    key: &'static str,
    field: &Field,
    limits: Limits,
) -> Option<Decimal> {
    let number = checker.number(key, field.as_ref()?)?;
    if let Some(limit) = beyond(number.value, limits) {
        let (value, limit) = (number.value.to_string(), limit.to_owned());
        checker.fault(PlanProblem::ValueBeyondLimit { key, value, limit }, number.span);
        return None;
    }
    Some(number.value)
}

/// The limit that a value lies beyond, if it does.
fn beyond(value: Decimal, limits: Limits) -> Option<&'static str> {
    match limits {
        Limits::Any => None,
        Limits::Percentage if Rational::from(value) > Rational::HUNDRED => Some("100"),
        Limits::Percentage | Limits::NonNegative => value.is_negative().then_some("0"),
    }
}
