//! What a rule demands, and how numbers are written that stand beside no value.

use super::Lang;
use crate::exact::Rational;
use crate::exact::shown;
use crate::form::{Aim, Course, Form, States, Target, Terms};
use crate::term::{Comparison, Condition, Named, counted, points};

/// What a rule demands, as a finding quotes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The target.
    pub target: Target,
    /// The unit of its number, if it is one.
    pub unit: Named,
}

impl Demand {
    /// A demand of a number.
    pub fn number(form: Form, terms: Terms, bound: Condition, unit: &Named) -> Self {
        let target = Target { form, aim: Aim::Number { terms, bound }, parts: Vec::new() };
        Self::of(target, unit)
    }

    /// The demand of a target whose values have that unit.
    pub fn of(target: Target, unit: &Named) -> Self {
        let unit = match target.terms() {
            Some(Terms::Percent | Terms::Growth { .. } | Terms::Reported { percent: true, .. }) => {
                "%".into()
            }
            // A percentage that rises by 10% and one that rises by 10 points differ.
            Some(Terms::Change | Terms::Reported { .. }) if **unit == *"%" => points(),
            Some(Terms::Value | Terms::Change | Terms::Reported { .. }) => unit.clone(),
            Some(Terms::Multiple) | None => Named::default(),
        };
        Self { target, unit }
    }
}

impl Lang {
    /// What a rule demands.
    pub(crate) fn demand(self, demand: &Demand) -> String {
        self.demand_beside(demand, bounds)
    }

    /// The same, its bounds as they are written beside values.
    pub(crate) fn demand_beside(
        self,
        demand: &Demand,
        bounds: impl Fn(&Condition) -> Vec<String>,
    ) -> String {
        let Demand { target: Target { form, aim, parts }, unit } = demand;
        let text = match aim {
            Aim::Number { bound, .. } if form.states() == States::Coverage => {
                bounds(bound).concat() + self.name(unit)
            }
            Aim::Number { bound, .. } => {
                if let Some(text) = self.no_change(*form, bound) {
                    return text;
                }
                let (written, is_fall) =
                    demand.target.as_written().unwrap_or((bound.clone(), false));
                let text = condition(&written, &bounds(&written), self.name(unit));
                let fall = if is_fall { self.pick("降低", "down ") } else { "" };
                format!("{fall}{text}")
            }
            Aim::Relative(relation) => {
                relation.comparison.sign().to_owned()
                    + self.pick("", " ")
                    + self.name(&relation.name)
            }
            Aim::Parts { .. } => self.list(parts.iter().map(|part| self.name(&part.name))),
            Aim::Done { due } => due.to_string(),
            Aim::Words => String::new(),
            Aim::Unset => return self.pick("无分解任务", "no target of its own").to_owned(),
        };
        let [zh, en] = form.said();
        self.pick(zh, en).replace("{}", &text)
    }

    /// A bound on a change that is nothing, as 只增不减 has it: the side of what was before.
    fn no_change(self, form: Form, bound: &Condition) -> Option<String> {
        let before = match form.course() {
            Course::YearOnYear => self.pick("上年", "the year before"),
            Course::FromBaseline => self.pick("基期", "the baseline"),
            Course::Compounds
            | Course::AddsUp
            | Course::Kept
            | Course::EachYear(_)
            | Course::Averages
            | Course::AtEnd => return None,
        };
        let side = match bound {
            Condition::Compare(comparison, bound)
                if form.states() == States::Change && *bound == Rational::ZERO =>
            {
                match comparison {
                    Comparison::Above => self.pick("高于", "above "),
                    Comparison::AtLeast => self.pick("不低于", "not below "),
                    Comparison::Below => self.pick("低于", "below "),
                    Comparison::AtMost => self.pick("不高于", "not above "),
                }
            }
            Condition::Compare(..) | Condition::Between(..) => return None,
        };
        Some(format!("{side}{before}"))
    }
}

/// The bounds of a condition as they are written beside no value.
pub(crate) fn bounds(condition: &Condition) -> Vec<String> {
    condition.bounds().map(bound).collect()
}

/// A number that stands beside no value.
pub(crate) fn bound(exact: &Rational) -> String {
    shown::alone(exact).text
}

/// A condition with its bounds written out.
pub(crate) fn condition(condition: &Condition, bounds: &[String], unit: &str) -> String {
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

/// A number and its unit; signs of percent and ‰ stand close.
pub(crate) fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" | "‰" => format!("{number}{unit}"),
        unit => counted(number, unit),
    }
}
