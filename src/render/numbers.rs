//! The numbers of a verdict as they are written, none contradicting it.

use std::ptr;

use super::Lang;
use crate::exact::Rational;
use crate::exact::shown::{self, Beside};
use crate::form::Aim;
use crate::plan::Indicator;
use crate::report::{Requirement, Row};
use crate::term::{Comparison, Condition, Done, Limits, Named, Outcome, Year};
pub(super) use crate::words::{bound, bounds, condition, with_unit};

/// The numbers of one row, without units.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    pub(super) value: Option<String>,
    /// The bounds of the requirement, lower first.
    pub(super) requirement: Vec<String>,
    pub(super) margin: Option<String>,
    /// In people or institutions.
    pub(super) count: Option<String>,
}

/// A value that was sent has the digits that it was sent with; a ratio that was computed has
/// two at least, as the plan prints them.
pub(super) fn least_digits(row: &Row<'_>) -> u32 {
    row.digits().unwrap_or_else(|| {
        let sent = row.sent().map_or(0, |value| u32::from(value.scale()));
        if row.counts().is_some() { sent.max(2) } else { sent }
    })
}

impl Numbers {
    pub(super) fn of(row: &Row<'_>) -> Self {
        let (mut numbers, _) = together(&[*row], &[]);
        numbers.pop().unwrap_or_default()
    }
}

/// The bounds that stand on a page, each once.
#[derive(Default)]
struct Bounds<'n>(Vec<&'n Rational>);

impl<'n> Bounds<'n> {
    /// Where the bounds of a condition are among them.
    fn of(&mut self, condition: Option<&'n Condition>) -> Vec<usize> {
        let bounds = condition.into_iter().flat_map(Condition::bounds);
        let place = |bound: &'n Rational| {
            self.0.iter().position(|there| *there == bound).unwrap_or_else(|| {
                self.0.push(bound);
                self.0.len() - 1
            })
        };
        bounds.map(place).collect()
    }
}

/// The numbers of rows that stand together under conditions that hold for all of them, and
/// the bounds of those: every value is on the right side of what is printed beside it.
fn together<'r>(rows: &[Row<'r>], shared: &[&'r Condition]) -> (Vec<Numbers>, Vec<Vec<String>>) {
    let mut bounds = Bounds::default();
    let shared: Vec<Vec<usize>> = shared.iter().map(|it| bounds.of(Some(it))).collect();
    let own = rows.iter().map(|row| {
        let required = bounds.of(row.requirement().map(|requirement| &requirement.condition));
        (row.value(), required, bounds.of(row.indicator().target.of_value()))
    });
    let own: Vec<(Option<Rational>, Vec<usize>, Vec<usize>)> = own.collect();
    let beside = rows.iter().zip(&own).filter_map(|(row, (value, required, target))| {
        let bounds = shared.iter().flatten().chain(required).chain(target).copied().collect();
        Some(Beside { value: value.as_ref()?, least: least_digits(row), bounds })
    });
    let beside: Vec<Beside<'_>> = beside.collect();
    let fitted = shown::fit(&bounds.0, &beside);
    let texts = |places: &Vec<usize>| -> Vec<String> {
        let bounds = places.iter().filter_map(|at| fitted.bounds.get(*at));
        bounds.map(|bound| bound.text.clone()).collect()
    };
    let mut values = fitted.values.iter();
    let numbers = rows.iter().zip(&own).map(|(row, (value, required, _))| {
        let value = value.as_ref().and_then(|_| values.next());
        let digits = value.map_or(least_digits(row), |value| value.digits);
        let required_digits = required.iter().filter_map(|at| fitted.bounds.get(*at));
        let finest = required_digits.map(|bound| bound.digits).fold(digits, u32::max);
        Numbers {
            value: value.map(|value| value.text.clone()),
            requirement: texts(required),
            margin: row.margin().map(|margin| shown::difference(&margin, finest)),
            count: row.count_margin().map(|count| shown::rounded(&count, 0)),
        }
    });
    (numbers.collect(), shared.iter().map(texts).collect())
}

/// With how many digits 完成率 is written: it reads 100 only where the value is what is
/// demanded.
pub(super) fn completion_digits(share: &Rational) -> u32 {
    shown::apart_from_decimal(share, &Rational::HUNDRED, 2)
}

/// A value as people read it: with its unit, or whether something is done.
pub(super) fn value(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<String> {
    let value = numbers.value.as_deref()?;
    let words = lang.words();
    Some(match row.done() {
        Some(Done::On(date)) => date.to_string(),
        Some(Done::Yes) => words.done.to_owned(),
        Some(Done::No) => words.not_done.to_owned(),
        None => with_unit(value, lang.name(row.unit())),
    })
}

/// A requirement as people read it: `≥55.944%`.
pub(super) fn requirement(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<String> {
    if let Aim::Parts { .. } = row.indicator().target.aim {
        return Some(lang.demand(&row.indicator().demand()));
    }
    let requirement = row.requirement()?;
    if row.indicator().measure.limits == Limits::Done {
        return Some(lang.words().done.to_owned());
    }
    let judged = condition(&requirement.condition, &numbers.requirement, lang.name(row.unit()));
    Some(judged + &about(row, requirement, lang))
}

/// What the document names where less is enough: nothing, or `（70%左右）`.
fn about(row: &Row<'_>, requirement: &Requirement, lang: Lang) -> String {
    if row.is_index() {
        return String::new();
    }
    about_of(row.indicator(), requirement, lang)
}

/// What the document names beside a demand on several rows, if that is one.
fn about_all(rows: &[Row<'_>], ends: (&Condition, &Condition), lang: Lang) -> String {
    let mut of_rows = rows.iter().filter_map(|row| Some((row, row.requirement()?)));
    let one = of_rows.find(|(_, of)| of.condition == *ends.0 && ends.0 == ends.1);
    one.map_or_else(String::new, |(row, requirement)| about(row, requirement, lang))
}

/// What the document names beside a requirement without a value.
pub(super) fn about_of(indicator: &Indicator, requirement: &Requirement, lang: Lang) -> String {
    match requirement.about(indicator) {
        Some(_) => named(indicator, &requirement.condition, &indicator.measure.unit, lang),
        None => String::new(),
    }
}

fn named(indicator: &Indicator, judged: &Condition, unit: &Named, lang: Lang) -> String {
    let named = indicator.named(judged);
    let unit = lang.name(unit);
    named.map_or(String::new(), |named| lang.named(&with_unit(&bound(&named), unit)))
}

/// How far a target may stay behind a reference series.
pub(super) fn about_reference(indicator: &Indicator, lang: Lang) -> String {
    let points = indicator.about.map(|about| about.to_string());
    let relation = indicator.target.relation();
    let is_upward = relation.is_none_or(|relation| relation.comparison.is_upward());
    points.map_or_else(String::new, |points| lang.about_reference(&points, is_upward))
}

/// A row of a matrix: what is demanded of its regions, and how each stands to it.
pub(super) struct Shared {
    /// Where regions differ, the least and the greatest.
    pub(super) requirement: Option<String>,
    /// The numbers of each row, and what is demanded of it alone: by another operator than
    /// of the others, or a range that is not the others'.
    pub(super) rows: Vec<(Numbers, Option<String>)>,
}

/// Rows under one head, none contradicting it.
pub(super) fn shared(rows: &[Row<'_>], lang: Lang) -> Shared {
    let mut kinds = requirements(rows);
    let apart = |requirement| {
        let alone = |row: &Row<'_>| (Numbers::of(row), None);
        Shared { requirement, rows: rows.iter().map(alone).collect() }
    };
    if rows.iter().any(|row| row.indicator().measure.limits == Limits::Done) {
        let due = kinds.iter().any(|of| !of.is_empty());
        return apart(due.then(|| lang.words().done.to_owned()));
    }
    let Some(unit) = rows.first().map(Row::unit).filter(|unit| are_of(rows, unit)) else {
        // Rates beside indices have no range together.
        return apart(None);
    };
    let unit = lang.name(unit);
    // What most are judged by stands in the head, the first of those that are as many.
    kinds.sort_by_key(|of| std::cmp::Reverse(of.len()));
    let head = kinds.first().and_then(|of| Some([*of.first()?, *of.last()?]));
    let (numbers, bounds) = together(rows, head.as_ref().map_or(&[], |head| head.as_slice()));
    let requirement = head.map(|[first, last]| {
        range((first, last), &bounds, unit) + &about_all(rows, (first, last), lang)
    });
    let cell = |(row, numbers): (&Row<'_>, Numbers)| {
        let own = row.requirement().map(|requirement| &requirement.condition);
        let own = own.filter(|own| head.is_some_and(|ends| !tells(ends, own)));
        let own = own.map(|own| condition(own, &numbers.requirement, unit));
        // Under a head that demands something of others, what meets the target unasked.
        let is_undemanded =
            || head.is_some() && row.requirement().is_none() && row.outcome() == Outcome::Met;
        let own = own.or_else(|| is_undemanded().then(|| lang.words().none_due.to_owned()));
        (numbers, own)
    };
    Shared { requirement, rows: rows.iter().zip(numbers).map(cell).collect() }
}

/// What is demanded of rows that are counted, not listed: with each operator that occurs.
pub(super) fn counted(rows: &[Row<'_>], lang: Lang) -> Option<String> {
    let kinds = requirements(rows);
    let unit = rows.first()?.unit();
    if kinds.is_empty() || !are_of(rows, unit) {
        return None;
    }
    let unit = lang.name(unit);
    if rows.iter().any(|row| row.indicator().measure.limits == Limits::Done) {
        return Some(lang.words().done.to_owned());
    }
    let heads = kinds.iter().filter_map(|of| {
        let ends = [*of.first()?, *of.last()?];
        let (_, bounds) = together(&[], &ends);
        let ends = (ends[0], ends[1]);
        Some(range(ends, &bounds, unit) + &about_all(rows, ends, lang))
    });
    Some(heads.collect::<Vec<_>>().join(lang.words().separator))
}

fn are_of(rows: &[Row<'_>], unit: &Named) -> bool {
    rows.iter().all(|row| row.unit() == unit)
}

/// The conditions of rows by their operators, each lot from the least to the greatest.
fn requirements<'r>(rows: &[Row<'r>]) -> Vec<Vec<&'r Condition>> {
    let mut kinds: Vec<Vec<&Condition>> = Vec::new();
    for requirement in rows.iter().filter_map(Row::requirement) {
        let condition = &requirement.condition;
        let same = |of: &&mut Vec<&Condition>| {
            of.first().is_some_and(|first| kind(first) == kind(condition))
        };
        match kinds.iter_mut().find(same) {
            // Nearly all regions of a column share one.
            Some(of) if of.last().is_some_and(|last| ptr::eq(*last, condition)) => {}
            Some(of) => of.push(condition),
            None => kinds.push(vec![condition]),
        }
    }
    for of in &mut kinds {
        of.sort_by(|a, b| a.bounds().cmp(b.bounds()));
    }
    kinds
}

/// The operator; none of a range.
fn kind(condition: &Condition) -> Option<Comparison> {
    match condition {
        Condition::Compare(comparison, _) => Some(*comparison),
        Condition::Between(..) => None,
    }
}

/// Whether a head from one condition to another says what is demanded of a row. Two ranges
/// have four ends, of which nobody can tell whose they are.
fn tells([first, last]: [&Condition; 2], own: &Condition) -> bool {
    let is_clear = kind(own).is_some() || first == last;
    kind(first) == kind(own) && is_clear
}

/// From one condition to another of its kind, or the one that they are.
fn range(ends: (&Condition, &Condition), bounds: &[Vec<String>], unit: &str) -> String {
    let (Some(from), Some(to)) = (bounds.first(), bounds.last()) else { return String::new() };
    let one = condition(ends.0, from, unit);
    match (ends.0, from == to) {
        (_, true) => one,
        (Condition::Compare(comparison, _), false) => {
            format!("{}{} ~ {}", comparison.sign(), from.concat(), with_unit(&to.concat(), unit))
        }
        (Condition::Between(..), false) => {
            format!("{one} ~ {}", condition(ends.1, to, unit))
        }
    }
}

/// Bounds as they are written beside exact numbers that they must not be mistaken for.
pub(super) fn beside(bounds: &[&Rational], others: &[&Rational]) -> Vec<String> {
    let all: Vec<&Rational> = bounds.iter().chain(others).copied().collect();
    let fitted = shown::fit(&all, &[]);
    fitted.bounds.into_iter().take(bounds.len()).map(|bound| bound.text).collect()
}

/// 目标值 as the plan prints it, and when it is due where that is not with the plan.
pub(super) fn target(indicator: &Indicator, lang: Lang) -> String {
    let due = indicator.own_years.due.filter(|_| indicator.target.bound().is_some());
    target_beside(indicator, bounds, lang) + &due.map_or_else(String::new, |due| lang.due(due))
}

/// 目标值 of the plan in a year, and that regions have others where they have.
pub(super) fn plan_target(indicator: &Indicator, year: Year, lang: Lang) -> String {
    target(indicator.in_force(None, year), lang) + apart(indicator, lang)
}

/// That what holds for the plan is not what holds in every region.
pub(super) fn apart(indicator: &Indicator, lang: Lang) -> &'static str {
    if indicator.has_regions() { lang.words().regions_apart } else { "" }
}

/// 目标值 of a region, where it is not the plan's.
pub(super) fn own_target(own: &Indicator, plan: &Indicator, lang: Lang) -> Option<String> {
    let text = target(own, lang);
    let word = if own.target.is_unset() { "" } else { lang.words().target };
    let is_own = own.target != plan.target || own.own_years.due != plan.own_years.due;
    is_own.then(|| format!("{word} {text}").trim_start().to_owned())
}

/// 目标值 with its bounds as they are written beside values.
pub(super) fn target_beside(
    indicator: &Indicator,
    bounds: impl Fn(&Condition) -> Vec<String>,
    lang: Lang,
) -> String {
    let demand = indicator.demand();
    let judged = lang.demand_beside(&demand, bounds);
    let named = match &demand.target.aim {
        Aim::Number { .. } => {
            let written = demand.target.as_written();
            let named = |(written, _)| named(indicator, &written, &demand.unit, lang);
            written.map_or_else(String::new, named)
        }
        Aim::Relative(_) => about_reference(indicator, lang),
        Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => String::new(),
    };
    judged + &named
}

/// A difference with its sign.
pub(super) fn signed(value: &Rational, text: &str) -> String {
    let positive = !value.is_negative() && !value.is_zero();
    if positive { format!("+{text}") } else { text.to_owned() }
}
