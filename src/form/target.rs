//! 目标值: what a rule demands.

use super::{Course, Form};
use crate::exact::Rational;
use crate::term::{Comparison, Condition, Named, SeriesId, Year};

/// 目标值, in one of its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its form.
    pub form: Form,
    /// What it demands.
    pub aim: Aim,
    /// The indicators that the verdict follows from, where it follows from those of others.
    pub parts: Vec<Part>,
}

/// An indicator that another's verdict follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub series: SeriesId,
    /// Its name.
    pub name: Named,
}

/// What a target demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// Something of a number.
    Number {
        /// What the number is.
        terms: Terms,
        /// The condition on it.
        bound: Condition,
    },
    /// As much as a reference series, or more.
    Relative(Relation),
    /// That its parts are met.
    Parts {
        /// Whether each has to be, or one.
        all: bool,
    },
    /// Something to be done.
    Done {
        /// The year at whose end.
        due: Year,
    },
    /// Words alone: listed, never judged.
    Words,
    /// Nothing of this region: others have targets of their own.
    Unset,
}

/// What a value is held against that has a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// `≥` or `>`; `≤` or `<` where lower is better.
    pub comparison: Comparison,
    /// The reference series.
    pub reference: SeriesId,
    /// Its name.
    pub name: Named,
    /// The series of levels that the growth follows from where it is not sent.
    pub growth_of: Option<SeriesId>,
}

/// What the number of a target is, and what the plan writes for a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Terms {
    /// The value itself.
    Value,
    /// Its change since the baseline, in its unit: 提高1岁. A fall is negative.
    Change,
    /// The same in percent of the baseline: 累计降低13.5%.
    Percent,
    /// Its change since the baseline, which itself is sent.
    Reported {
        /// Whether in percent of the baseline.
        percent: bool,
        /// Whether by how much it fell.
        fall: bool,
    },
    /// How many times the baseline it is.
    Multiple,
    /// Its average yearly growth in percent: 年均增长7%.
    Growth {
        /// Since the baseline, up to the year that is meant.
        years: Year,
    },
}

/// What 1 becomes in years of steady growth by so many percent. Nothing can lose more than
/// all of itself.
pub(crate) fn grown(percent: &Rational, years: Year) -> Rational {
    let factor = (Rational::HUNDRED + percent.clone()).max(Rational::ZERO) / Rational::HUNDRED;
    (0..years).fold(Rational::from(1), |grown, _| grown * factor.clone()).reduced()
}

impl Terms {
    /// The value that a number stands for. None if that rests on a baseline which is not
    /// there, or which everything is a multiple of; whatever percentage of 0 is 0.
    pub fn value(self, number: &Rational, baseline: Option<&Rational>) -> Option<Rational> {
        let times = |factor| {
            let baseline = baseline.filter(|baseline| !baseline.is_zero())?;
            Some((baseline.clone() * factor).reduced())
        };
        let step = match self {
            Self::Value | Self::Reported { .. } => return Some(number.clone()),
            Self::Multiple => return times(number.clone()),
            Self::Growth { years } => return times(grown(number, years)),
            Self::Change => number.clone(),
            Self::Percent => baseline?.clone() * number.clone() / Rational::HUNDRED,
        };
        Some((baseline?.clone() + step).reduced())
    }
}

impl Target {
    /// What the target year demands of a value. None where that depends on a baseline or a
    /// reference which is not there, and for words.
    pub fn condition(
        &self,
        baseline: Option<&Rational>,
        reference: Option<&Rational>,
    ) -> Option<Condition> {
        match &self.aim {
            Aim::Number { terms, bound } => bound.try_map(|number| terms.value(number, baseline)),
            Aim::Relative(relation) => {
                Some(Condition::Compare(relation.comparison, reference?.clone()))
            }
            Aim::Done { .. } => Some(Condition::Compare(Comparison::AtLeast, Rational::from(1))),
            Aim::Parts { .. } | Aim::Words | Aim::Unset => None,
        }
    }

    /// Takes the years over which it leads: of its baseline, and in which it is due.
    pub(crate) fn over(&mut self, baseline: Year, due: Year) {
        match &mut self.aim {
            Aim::Number { terms: Terms::Growth { years }, .. } => {
                *years = due.saturating_sub(baseline);
            }
            Aim::Done { due: done } => *done = due,
            Aim::Number { .. } | Aim::Relative(_) | Aim::Parts { .. } | Aim::Words | Aim::Unset => {
            }
        }
    }

    /// What steady growth demands so many years after the baseline.
    pub fn after(&self, years: Year, baseline: Option<&Rational>) -> Option<Condition> {
        let terms = Terms::Growth { years };
        self.bound()?.try_map(|number| terms.value(number, baseline))
    }

    /// What the plan writes for a year, as a value.
    pub fn written(&self, number: &Rational, baseline: Option<&Rational>) -> Option<Rational> {
        match &self.aim {
            Aim::Number { terms, .. } => terms.value(number, baseline),
            Aim::Relative(_) | Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                Some(number.clone())
            }
        }
    }

    /// The condition in its own terms, if it is one on a number.
    pub fn bound(&self) -> Option<&Condition> {
        match &self.aim {
            Aim::Number { bound, .. } => Some(bound),
            Aim::Relative(_) | Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                None
            }
        }
    }

    /// Whether it is a range.
    pub(crate) fn is_range(&self) -> bool {
        matches!(self.bound(), Some(Condition::Between(..)))
    }

    /// What its number is, if it is one on a number.
    pub fn terms(&self) -> Option<Terms> {
        match &self.aim {
            Aim::Number { terms, .. } => Some(*terms),
            Aim::Relative(_) | Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                None
            }
        }
    }

    /// The condition of a target in the terms of the value itself.
    pub fn of_value(&self) -> Option<&Condition> {
        self.bound().filter(|_| !self.needs_baseline())
    }

    /// What it is held against, if it has a reference.
    pub fn relation(&self) -> Option<&Relation> {
        match &self.aim {
            Aim::Relative(relation) => Some(relation),
            Aim::Number { .. } | Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => {
                None
            }
        }
    }

    /// How its years are judged.
    pub fn course(&self) -> Course {
        self.form.course()
    }

    /// Whether its values add up over the years.
    pub fn adds_up(&self) -> bool {
        self.form.adds_up()
    }

    /// Whether the target itself depends on the baseline.
    pub fn needs_baseline(&self) -> bool {
        self.terms().is_some_and(|terms| match terms {
            Terms::Value | Terms::Reported { .. } => false,
            Terms::Change | Terms::Percent | Terms::Multiple | Terms::Growth { .. } => true,
        })
    }

    /// Whether what is sent is the change itself.
    pub fn is_reported(&self) -> bool {
        matches!(self.terms(), Some(Terms::Reported { .. }))
    }

    /// The condition as documents write it, and whether it is one on a fall.
    pub fn as_written(&self) -> Option<(Condition, bool)> {
        let bound = self.bound()?;
        let is_fall = match self.terms()? {
            Terms::Reported { fall: true, .. } => return Some((bound.clone(), true)),
            Terms::Change | Terms::Percent | Terms::Reported { .. } => {
                let mut bounds = bound.bounds();
                bounds.all(|bound| *bound <= Rational::ZERO)
                    && bound.bounds().any(Rational::is_negative)
            }
            Terms::Value | Terms::Multiple | Terms::Growth { .. } => false,
        };
        Some((if is_fall { bound.mirrored() } else { bound.clone() }, is_fall))
    }

    /// Whether it follows from the verdicts on others, and nothing is sent for it.
    pub fn is_derived(&self) -> bool {
        !self.parts.is_empty()
    }

    /// Whether nothing is due from the region.
    pub fn is_unset(&self) -> bool {
        self.aim == Aim::Unset
    }

    /// Whether it is words alone.
    pub fn is_words(&self) -> bool {
        self.aim == Aim::Words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;

    fn number(text: &str) -> Rational {
        Decimal::parse(text).unwrap().into()
    }

    fn condition(terms: Terms, bound: Condition, baseline: &str) -> Option<Condition> {
        let form = Form::Level;
        let aim = Aim::Number { terms, bound };
        Target { form, aim, parts: Vec::new() }.condition(Some(&number(baseline)), None)
    }

    #[test]
    fn a_number_is_a_value_by_its_terms_and_the_baseline() {
        for (terms, written, baseline, value) in [
            (Terms::Value, "60", "49.86", Some("60")),
            (Terms::Change, "1", "77.3", Some("78.3")),
            (Terms::Change, "10", "0", Some("10")),
            (Terms::Percent, "-13.5", "0.40", Some("0.346")),
            (Terms::Percent, "10", "0", Some("0")),
            (Terms::Multiple, "2", "150", Some("300")),
            (Terms::Multiple, "2", "0", None),
            (Terms::Growth { years: 2 }, "5", "10000", Some("11025")),
            (Terms::Growth { years: 3 }, "-10", "1000", Some("729")),
            (Terms::Growth { years: 1 }, "-120", "1000", Some("0")),
            (Terms::Growth { years: 5 }, "7", "0", None),
        ] {
            let found = terms.value(&number(written), Some(&number(baseline)));
            assert_eq!(found, value.map(number), "{terms:?} {written} of {baseline}");
            let is_known = terms.value(&number(written), None).is_some();
            assert_eq!(is_known, terms == Terms::Value, "{terms:?} without a baseline");
        }
    }

    #[test]
    fn the_operator_holds_for_the_value_as_for_the_number() {
        let at_most = Condition::Compare(Comparison::AtMost, number("-13.5"));
        let at_most = condition(Terms::Percent, at_most, "0.40").unwrap();
        assert!(at_most.holds(&number("0.346")) && !at_most.holds(&number("0.3460001")));
        let above = Condition::Compare(Comparison::Above, number("1"));
        let above = condition(Terms::Change, above, "77.3").unwrap();
        assert!(above.holds(&number("78.31")) && !above.holds(&number("78.3")));
        // Percentages of what is below 0 go the other way.
        let range = Condition::Between(number("10"), number("20"));
        let turned = Condition::Between(number("-12"), number("-11"));
        assert_eq!(condition(Terms::Percent, range, "-10"), Some(turned));
    }

    #[test]
    fn what_has_no_number_demands_what_its_form_says() {
        let (comparison, reference) = (Comparison::AtLeast, SeriesId(3));
        let relation = Relation { comparison, reference, name: "GDP".into(), growth_of: None };
        let of = |form, aim| Target { form, aim, parts: Vec::new() };
        let relative = of(Form::Relative, Aim::Relative(relation));
        let seven = number("7");
        let in_step = relative.condition(None, Some(&seven)).unwrap();
        assert!(in_step.holds(&seven) && !in_step.holds(&number("6.99")));
        assert_eq!(relative.condition(None, None), None);
        let done = of(Form::Milestone, Aim::Done { due: 2023 });
        let done = done.condition(None, None).unwrap();
        assert!(done.holds(&number("1")) && !done.holds(&number("0")));
    }
}
