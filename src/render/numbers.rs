//! The numbers of a verdict as they are written, none contradicting it.

use super::Lang;
use crate::diagnostic::Demand;
use crate::exact::{Rational, shown};
use crate::report::{IndicatorInfo, Requirement, Row};
use crate::term::{Condition, Done, Form, Limits, POINTS};

/// The numbers of one row, without units.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    pub(super) value: Option<String>,
    /// The bounds of the requirement, lower first.
    pub(super) requirement: Vec<String>,
    pub(super) margin: Option<String>,
    /// In people or institutions.
    pub(super) count: Option<String>,
    /// How many digits the value has behind the point.
    digits: u32,
}

/// A value that was sent has the digits that it was sent with; a percentage that was
/// computed has two at least, as the plan prints them.
pub(super) fn least_digits(row: &Row<'_>) -> u32 {
    row.digits().unwrap_or_else(|| {
        let sent = row.sent().map_or(0, |value| u32::from(value.scale()));
        if row.indicator().unit == "%" { sent.max(2) } else { sent }
    })
}

impl Numbers {
    pub(super) fn of(row: &Row<'_>) -> Self {
        let value = row.value();
        let bounds = |condition: Option<&Condition>| -> Vec<shown::Bound> {
            let bounds = condition.into_iter().flat_map(Condition::bounds);
            bounds.map(|bound| shown::Bound::new(bound, &value)).collect()
        };
        let mut written = bounds(row.requirement().map(|requirement| &requirement.condition));
        let of_requirement = written.len();
        written.extend(bounds(row.indicator().target.of_value()));
        let least = least_digits(row);
        let digits =
            value.as_ref().map_or(least, |value| shown::digits(value, least, &mut written));
        written.truncate(of_requirement);
        let finest = written.iter().map(shown::Bound::digits).fold(digits, u32::max);
        Self {
            margin: row.margin().map(|margin| shown::difference(&margin, finest)),
            count: row.count_margin().map(|count| count.to_string()),
            value: value.map(|value| shown::rounded(&value, digits)),
            requirement: written.into_iter().map(|bound| bound.text).collect(),
            digits,
        }
    }
}

/// A value as people read it: with its unit, or whether something is done.
pub(super) fn value(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<String> {
    let value = numbers.value.as_deref()?;
    let words = lang.words();
    Some(match row.done() {
        Some(Done::On(date)) => date.to_string(),
        Some(Done::Yes) => words.done.to_owned(),
        Some(Done::No) => words.not_done.to_owned(),
        None => with_unit(value, row.unit()),
    })
}

/// A requirement as people read it: `≥55.944%`.
pub(super) fn requirement(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<String> {
    let requirement = row.requirement()?;
    if row.indicator().limits == Limits::Done {
        return Some(lang.words().done.to_owned());
    }
    Some(condition(&requirement.condition, &numbers.requirement, row.unit()))
}

/// The requirement of a whole row of a matrix, consistent with every value in it;
/// where regions differ, the least and the greatest.
pub(super) fn shared_requirement(rows: &[Row<'_>], lang: Lang) -> Option<String> {
    if rows.iter().any(|row| row.indicator().limits == Limits::Done) {
        let due = rows.iter().any(|row| row.requirement().is_some());
        return due.then(|| lang.words().done.to_owned());
    }
    let values: Vec<Rational> = rows.iter().filter_map(Row::value).collect();
    // Where a value is the bound itself, both have the same digits.
    let finest = rows.iter().map(|row| Numbers::of(row).digits).max().unwrap_or(0);
    let unit = rows.first()?.unit();
    if rows.iter().any(|row| row.unit() != unit) {
        // Rates beside indices have no range together.
        return None;
    }
    let mut all: Vec<&Requirement> = rows.iter().filter_map(Row::requirement).collect();
    all.sort_by(|a, b| a.condition.bounds().cmp(b.condition.bounds()));
    let texts = |requirement: &Requirement| -> Vec<String> {
        let bounds = requirement.condition.bounds();
        let written = bounds.map(|bound| {
            let mut written = shown::Bound::new(bound, &values);
            if values.contains(bound) {
                written.widen(finest);
            }
            written.text
        });
        written.collect()
    };
    let (first, last) = (all.first()?, all.last()?);
    let (from, to) = (texts(first), texts(last));
    let one = condition(&first.condition, &from, unit);
    Some(match (&first.condition, from == to) {
        (_, true) => one,
        (Condition::Compare(comparison, _), false) => {
            format!("{}{} ~ {}", comparison.sign(), from.concat(), with_unit(&to.concat(), unit))
        }
        (Condition::Between(..), false) => {
            format!("{one} ~ {}", condition(&last.condition, &to, unit))
        }
    })
}

/// The bounds of a condition as they are written beside a value.
pub(super) fn bounds(condition: &Condition, value: Option<&Rational>) -> Vec<String> {
    condition.bounds().map(|bound| shown::Bound::new(bound, value).text).collect()
}

/// A number that stands beside no value.
pub(super) fn bound(exact: &Rational) -> String {
    shown::Bound::new(exact, []).text
}

/// A condition with its bounds written out.
pub(super) fn condition(condition: &Condition, bounds: &[String], unit: &str) -> String {
    match (condition, bounds) {
        (Condition::Compare(comparison, _), [bound, ..]) => {
            format!("{}{}", comparison.sign(), with_unit(bound, unit))
        }
        (Condition::Between(..), [low, high, ..]) if low == high => {
            format!("={}", with_unit(low, unit))
        }
        (Condition::Between(..), [low, high, ..]) => format!("{low}~{}", with_unit(high, unit)),
        _ => String::new(),
    }
}

/// 目标值 as the plan prints it.
pub(super) fn target(indicator: &IndicatorInfo, lang: Lang) -> String {
    demand(&indicator.demand(), lang)
}

/// The same, its bounds as they are written beside values.
pub(super) fn target_beside(
    indicator: &IndicatorInfo,
    bounds: impl Fn(&Condition) -> Vec<String>,
    lang: Lang,
) -> String {
    demand_beside(&indicator.demand(), bounds, lang)
}

/// What a rule demands.
pub(super) fn demand(demand: &Demand, lang: Lang) -> String {
    demand_beside(demand, |condition| bounds(condition, None), lang)
}

fn demand_beside(
    demand: &Demand,
    bounds: impl Fn(&Condition) -> Vec<String>,
    lang: Lang,
) -> String {
    match demand {
        Demand::Number { form, condition: target, unit } => {
            let bounds = bounds(target);
            let text = match form {
                Form::Multiple => condition(target, &bounds, ""),
                Form::FullCoverage => bounds.concat() + "%",
                _ if unit == POINTS => condition(target, &bounds, lang.words().points),
                _ => condition(target, &bounds, unit),
            };
            lang.target(*form, &text)
        }
        Demand::Relative { comparison, reference } => {
            lang.target(Form::Relative, &format!("{}{reference}", comparison.sign()))
        }
        Demand::Done { by } => lang.target(Form::Milestone, &by.to_string()),
        Demand::Words => lang.target(Form::Words, ""),
    }
}

/// A number and its unit; a percent sign stands close.
pub(super) fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}

/// A difference with its sign.
pub(super) fn signed(value: &Rational, text: &str) -> String {
    let positive = !value.is_negative() && !value.is_zero();
    if positive { format!("+{text}") } else { text.to_owned() }
}
