//! A rule as it will be written, and what is said about it.

use std::fmt::Display;

use super::amount::PERCENT;
use super::words::has;
use crate::exact::{Decimal, Rational};
use crate::form::Form;
use crate::plan::placeholder::is_placeholder;

/// What becomes of a target.
#[derive(Debug)]
pub(super) struct Drafted {
    /// The rule, as far as it could be written.
    pub(super) rule: Option<Box<Rule>>,
    /// Why it does not stand.
    pub(super) left: Option<String>,
}

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) attribute: &'static str,
    pub(super) unit: String,
    /// The value is a growth, and may fall below zero.
    pub(super) growth: bool,
    /// The value that is sent is the change itself.
    pub(super) reported: bool,
    pub(super) form: Form,
    pub(super) baseline: Option<Decimal>,
    pub(super) target: Target,
    /// What else is written, as the plan has it, and where.
    pub(super) lines: Vec<(Key, String)>,
    /// What the reader of the rule should know, by the key it is said at.
    pub(super) notes: Vec<(Key, String)>,
}

impl Drafted {
    pub(super) fn left(reason: impl Into<String>) -> Self {
        Self { rule: None, left: Some(reason.into()) }
    }
}

/// What stands for an operator that is still to be written.
pub(super) const OPEN: &str = "（填写：≥ 或 ≤）";

/// `operator` and what the value is held against.
#[derive(Debug)]
pub(super) enum Target {
    /// What the form says.
    Implied,
    /// The operator is [`OPEN`] where the table does not say whether more or less is better.
    Number(&'static str, Decimal),
    Between(Decimal, Decimal),
    /// Within a distance that the table does not have: to either side, or short of what
    /// the operator says is better.
    About(&'static str, Decimal),
    Series(&'static str, Series),
}

/// A series that a target is held against.
#[derive(Debug)]
pub(super) struct Series {
    /// As printed.
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The reference that it is, once that is known.
    pub(super) id: String,
}

/// What a series is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The growth of the gross domestic product.
    Gdp,
    /// Another growth: the same for every indicator that names it.
    Growth,
    /// 全省平均水平: the indicator's own value elsewhere.
    Elsewhere,
}

impl Series {
    pub(super) fn new(name: String) -> Self {
        let parts = "国内 地区 生产总值 GDP ( ) 经济 年均 增长 增速 增幅 速度 水平 率";
        let other =
            parts.split_whitespace().fold(name.clone(), |rest, part| rest.replace(part, ""));
        let kind = if other.is_empty() && has(&name, "生产总值 GDP 经济增长") {
            Kind::Gdp
        } else if has(&name, "增长 增速 增幅") {
            Kind::Growth
        } else {
            Kind::Elsewhere
        };
        Self { name, kind, id: String::new() }
    }
}

/// Where notes and lines stand in a rule, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number,
    Name,
    Attribute,
    Unit,
    Scope,
    Form,
    Baseline,
    Target,
    Milestones,
    Pace,
    Cite,
}

impl Rule {
    /// Says something at a key.
    pub(super) fn note(&mut self, key: Key, note: impl Into<String>) {
        self.notes.push((key, note.into()));
    }

    /// Writes a key that nothing else depends on.
    pub(super) fn line(&mut self, at: Key, key: &str, value: impl Display) {
        self.lines.push((at, format!("{key} = {value}")));
    }

    /// Whether a value may be any number, below zero and above 100% too.
    fn is_free(&self) -> bool {
        self.growth || self.form == Form::Change || matches!(self.target, Target::Series(..))
    }

    /// Whether it can't stand in a plan before something is written in its place.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.target, Target::Number(OPEN, _))
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
        let (sign, low, high) = match self.target {
            Target::Number(sign, number) => (sign, number, number),
            Target::Between(low, high) => ("", low, high),
            Target::About(_, number) => ("", number, number),
            Target::Implied | Target::Series(..) => return None,
        };
        if let Some(number) = [low, high].into_iter().find(|number| self.is_beyond(*number)) {
            let hint = match number.is_negative() {
                true => "这样的单位不会小于 0；若是增长率，请加 growth = true",
                false => "比率不会超过 100%；若是增长率，请加 growth = true，若是指数请改单位",
            };
            return Some(format!("{number} 超出单位“{}”的界限：{hint}", self.unit));
        }
        let is_hundred = self.unit == PERCENT && Rational::from(low) == Rational::HUNDRED;
        let none = (sign == "<" && low.is_zero()) || (sign == ">" && is_hundred);
        (none && !self.is_free())
            .then(|| format!("没有数值能满足 {sign} {low}：若含界限本身，请用 ≥ 或 ≤"))
    }
}
