//! A rule as it will be written, and what is said about it.

use super::amount::PERCENT;
use super::series::Kind;
use crate::exact::{Decimal, Rational};
use crate::plan::placeholder::is_placeholder;
use crate::term::Year;

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Drafted {
    /// A rule.
    Rule(Box<Rule>),
    /// None: why, and the rule as far as it could be written.
    Left(String, Option<Box<Rule>>),
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) number: String,
    pub(super) name: String,
    pub(super) attribute: &'static str,
    pub(super) unit: String,
    /// The value is a growth, and may fall below zero.
    pub(super) growth: bool,
    /// The regions' values do not add up.
    pub(super) apart: bool,
    /// The value that is sent is the change itself.
    pub(super) reported: bool,
    /// `scope`, where it is not what a rule has without one.
    pub(super) scope: Option<&'static str>,
    /// 项目, and 目标要求 as printed.
    pub(super) item: Option<String>,
    pub(super) text: Option<String>,
    pub(super) form: Form,
    pub(super) baseline: Option<Decimal>,
    pub(super) milestones: Vec<(Year, Decimal)>,
    pub(super) target: Target,
    pub(super) pace: Pace,
    /// What the reader of the rule should know, by the key it is said at.
    pub(super) notes: Vec<(Key, String)>,
}

/// `form`, where it is not what a rule has without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A level, or a comparison with a series.
    Plain,
    Kept,
    EachYear,
    Sum,
    /// Of so many percent, else absolute.
    Change {
        percent: bool,
    },
    Multiple,
    FullCoverage,
    Milestone,
    Words,
}

impl Form {
    /// The word in the plan.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Kept => Some("kept"),
            Self::EachYear => Some("each-year"),
            Self::Sum => Some("sum"),
            Self::Change { .. } => Some("change"),
            Self::Multiple => Some("multiple"),
            Self::FullCoverage => Some("full-coverage"),
            Self::Milestone => Some("milestone"),
            Self::Words => Some("words"),
        }
    }

    /// Whether such a rule may have a baseline.
    pub(super) fn has_baseline(self) -> bool {
        !matches!(self, Self::EachYear | Self::Sum | Self::Milestone | Self::Words)
    }

    /// Whether such a rule states numbers in a unit.
    pub(super) fn is_measured(self) -> bool {
        !matches!(self, Self::Milestone | Self::Words)
    }
}

/// `operator` and what the value is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// What the form says.
    Implied,
    Number(&'static str, Decimal),
    /// A number of which the table does not say whether more or less is better.
    Open(Decimal),
    Between(Decimal, Decimal),
    /// Within a distance that the table does not have: to either side, or short of what
    /// the operator says is better.
    About(&'static str, Decimal),
    /// A series, as printed.
    Series(&'static str, String, Kind),
}

/// When a target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// As the plan's head says.
    Plan,
    /// In the target year alone.
    AtEnd,
    /// As the plan's head says, though it may be better at the end.
    PerhapsAtEnd,
}

/// The key that a note stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Number,
    Name,
    Attribute,
    Unit,
    RollUp,
    Scope,
    Form,
    Baseline,
    Milestones,
    Target,
}

impl Rule {
    /// Says something at a key.
    pub(super) fn note(&mut self, key: Key, note: impl Into<String>) {
        self.notes.push((key, note.into()));
    }

    /// Whether a value may be any number, below zero and above 100% too.
    fn is_free(&self) -> bool {
        let is_change = matches!(self.form, Form::Change { .. });
        self.growth || is_change || matches!(self.target, Target::Series(..))
    }

    /// Whether it can't stand in a plan before something is written in its place.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.target, Target::Open(_))
            || is_placeholder(&self.unit)
            || is_placeholder(&self.name)
    }

    /// Whether a value is a percentage between 0 and 100.
    pub(super) fn is_percentage(&self) -> bool {
        self.unit == PERCENT && !self.is_free()
    }

    /// Whether a number lies beyond what a value can be.
    pub(super) fn is_beyond(&self, number: Decimal) -> bool {
        let above = self.unit == PERCENT && Rational::from(number) > Rational::HUNDRED;
        !self.is_free() && (number.is_negative() || above)
    }

    /// What the table does not say and a rule can't do without.
    pub(super) fn lacking(&self) -> Option<String> {
        let lack = match self.target {
            Target::About("±", _) => {
                "“左右”没有说允许差多少；补上 tolerance（只许一边差的，改写 operator 和 about）"
            }
            Target::About(..) => {
                "“左右”没有说允许差多少；补上 about（两边都不能偏的，改用 operator = \"±\" 和 tolerance）"
            }
            Target::Series(..) if self.unit != PERCENT => {
                "与另一数列比较的，单位只能是 %；改好单位"
            }
            _ if self.form == Form::Multiple && self.baseline.is_none() => {
                "翻番没有基期值就无从计算；补上 baseline"
            }
            _ => return None,
        };
        Some(format!("{lack}，去掉以下各行行首的一个 #，就是一条规则"))
    }

    /// Why no value could meet the target, if none could.
    pub(super) fn unreachable(&self) -> Option<String> {
        let (sign, numbers) = match &self.target {
            Target::Number(sign, number) => (*sign, vec![*number]),
            Target::Between(low, high) => ("", vec![*low, *high]),
            Target::About(_, number) | Target::Open(number) => ("", vec![*number]),
            Target::Implied | Target::Series(..) => return None,
        };
        if let Some(number) = numbers.iter().find(|number| self.is_beyond(**number)) {
            let hint = match number.is_negative() {
                true => "这样的单位不会小于 0；若是增长率，请加 growth = true",
                false => "比率不会超过 100%；若是增长率，请加 growth = true，若是指数请改单位",
            };
            return Some(format!("{number} 超出单位“{}”的界限：{hint}", self.unit));
        }
        let number = *numbers.first()?;
        let is_hundred = Rational::from(number) == Rational::HUNDRED;
        let none = !self.is_free()
            && ((sign == "<" && number.is_zero())
                || (sign == ">" && self.unit == PERCENT && is_hundred));
        none.then(|| format!("没有数值能满足 {sign} {number}：若含界限本身，请用 ≥ 或 ≤"))
    }
}
