//! What a rule demands, and how numbers are written that stand beside no value.

use super::Lang;
use crate::exact::Rational;
use crate::exact::shown;
use crate::term::{Comparison, Condition, Form, POINTS, Year};

/// What a rule demands, as a finding quotes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// Something of a number.
    Number {
        /// How the number comes about.
        form: Form,
        /// What is demanded of it.
        condition: Condition,
        /// Its unit.
        unit: String,
    },
    /// As much as a reference series, or more.
    Relative {
        /// `≥` or `>`.
        comparison: Comparison,
        /// The name of the series.
        reference: String,
    },
    /// Something to be done.
    Done {
        /// The year at whose end.
        by: Year,
    },
    /// Words alone.
    Words,
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
        match demand {
            Demand::Number { form, condition: target, unit } => {
                let bounds = bounds(target);
                let text = match form {
                    Form::Multiple => condition(target, &bounds, ""),
                    Form::FullCoverage => bounds.concat() + "%",
                    _ if unit == POINTS => condition(target, &bounds, self.points()),
                    _ => condition(target, &bounds, unit),
                };
                self.target(*form, &text)
            }
            Demand::Relative { comparison, reference } => {
                self.target(Form::Relative, &format!("{}{reference}", comparison.sign()))
            }
            Demand::Done { by } => self.target(Form::Milestone, &by.to_string()),
            Demand::Words => self.target(Form::Words, ""),
        }
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

/// A number and its unit; a percent sign stands close.
pub(crate) fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}
