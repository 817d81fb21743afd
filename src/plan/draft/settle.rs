//! What kind of target a number is: a level, a sum, a change.

use super::amount::PERCENT;
use super::baseline;
use super::cell::{self, Bound, Cell, Move, Sign, Span, TOO_LONG};
use super::header::Yearly;
use super::row::{Row, Told, is_every_year, operator};
use super::rule::{Form, Key, Pace, Rule, Target};
use crate::exact::Decimal;
use crate::term::{Comparison, magnitude};

/// The rule of a number, without its baseline; else why there is none.
pub(super) fn settle(row: &Row<'_>, told: &Told) -> Result<Rule, String> {
    let mut bound = told.bound.clone();
    let of_header = told.column == Some(Yearly::EachYear) && bound.span == Span::End;
    if of_header {
        bound.span = Span::EachYear;
    }
    let bound = &bound;
    let known = told.unit.as_deref().unwrap_or(&row.unit);
    let (number, unit) = bound.amount.resolve(known).ok_or(TOO_LONG)?;
    let is_points = matches!(&*unit, "个百分点" | "百分点");
    let unit = match unit {
        _ if is_points => PERCENT.to_owned(),
        unit if unit.is_empty() => unit_of(row),
        unit => unit,
    };
    let sense = Sense {
        row,
        bound,
        number,
        is_percent: unit == PERCENT && !is_points,
        unit,
        total: bound.total || (told.column == Some(Yearly::Total) && bound.moves.is_none()),
    };
    let average = bound.span == Span::Average
        || (matches!(told.column, Some(Yearly::Average | Yearly::Growth))
            && !sense.total
            && bound.span == Span::End);
    let mut rule = if let Some(Yearly::Change(to)) = told.column
        && bound.moves.is_none()
    {
        if !sense.is_percent && sense.bound.amount.is_bare() && told.unit.is_none() {
            return Err("变动多少没有说是百分之几，还是原来的单位".to_owned());
        }
        sense.change(to, sense.is_percent)?
    } else if average {
        sense.average(told.column)?
    } else if sense.total {
        sense.total()?
    } else if is_points && bound.moves.is_none() {
        return Err("“百分点”是变动多少，格里没有说提高还是降低".to_owned());
    } else {
        sense.level()?
    };
    if of_header {
        rule.note(Key::Form, "从表头看是每年的目标，请核对");
    }
    if bound.marked {
        rule.note(Key::Target, "原表的目标值带有注号，请看表注");
    }
    let known = magnitude(&row.unit).1;
    let in_percent = rule.growth || matches!(rule.form, Form::Change { percent: true });
    let differs = !row.unit.is_empty() && rule.unit != row.unit;
    if differs && !bound.amount.unit.is_empty() && !is_points && !in_percent {
        let (cell, table) = (&bound.amount.unit, &row.unit);
        let note = format!("格里的单位是“{cell}”，表里写“{table}”，用了格里的，请核对");
        rule.note(Key::Unit, note);
    }
    // Where the table counts in 万人 itself, 万 in the cell is no other scale.
    if bound.amount.zeros > 0 && (known == row.unit || row.unit.is_empty()) {
        let read = cell::read(row.baseline);
        if matches!(&read, Cell::Bound(base) if base.amount.is_bare()) {
            rule.note(Key::Baseline, "目标值带“万”或“亿”，基期值没有，请核对基期值的单位");
        }
    }
    Ok(rule)
}

/// The unit of a row whose target has none: the baseline's, if that has one.
pub(super) fn unit_of(row: &Row<'_>) -> String {
    match cell::read(row.baseline) {
        Cell::Bound(base) => base.amount.unit,
        _ => String::new(),
    }
}

/// A number and all that says what kind of target it is.
pub(super) struct Sense<'r> {
    pub(super) row: &'r Row<'r>,
    pub(super) bound: &'r Bound,
    pub(super) number: Decimal,
    pub(super) unit: String,
    /// The unit is %, and the cell does not say 百分点.
    pub(super) is_percent: bool,
    pub(super) total: bool,
}

impl Sense<'_> {
    /// The rule of a target that the number itself is, in a certain form.
    fn plain(&self, form: Form, bare: &'static str) -> Result<Rule, String> {
        let target = match &self.bound.sign {
            Sign::To(high) => {
                let (high, _) = high.resolve(&self.row.unit).ok_or(TOO_LONG)?;
                if self.number.is_above(high) {
                    return Err("范围的前一个数大于后一个".to_owned());
                }
                Target::Between(self.number, high)
            }
            Sign::About if self.is_undirected(form, bare) => Target::About("±", self.number),
            Sign::About => Target::About(bare, self.number),
            Sign::Bare if self.is_undirected(form, bare) => Target::Open(self.number),
            sign => Target::Number(operator(sign, bare), self.number),
        };
        Ok(self.row.rule(&self.unit, form, target))
    }

    /// Whether nothing says that more is better, and the baseline is more.
    fn is_undirected(&self, form: Form, bare: &str) -> bool {
        let is_level = matches!(form, Form::Plain | Form::Kept);
        is_level
            && bare == "≥"
            && self.row.upward.is_none()
            && baseline::is_above(self.row, self.number, &self.unit)
    }

    /// 〔13.5〕: of all years together.
    fn total(&self) -> Result<Rule, String> {
        let (row, number) = (self.row, self.number);
        if let Some(to) = self.bound.moves {
            return self.change(to, self.is_percent);
        }
        if row.name.is_fall() {
            return self.fall();
        }
        if number.is_negative() {
            return self.change(Move::Down, self.is_percent);
        }
        let has_baseline = self.has_baseline();
        let counts = self.unit != PERCENT && !row.name.is_share();
        if counts && (row.name.is_total() || !has_baseline) {
            return self.sum("规划期内各年合计");
        }
        if self.is_percent && row.name.is_growth() {
            return self.reported(Move::Up);
        }
        if has_baseline {
            return self.change(Move::Up, false);
        }
        Err("是五年累计，又没有基期值，看不出是变动还是合计".to_owned())
    }

    /// The sum of what every year brings.
    pub(super) fn sum(&self, note: &str) -> Result<Rule, String> {
        let mut rule = self.plain(Form::Sum, "≥")?;
        self.say_bare(&mut rule, "≥");
        rule.note(Key::Form, note);
        if self.is_few() {
            rule.pace = Pace::PerhapsAtEnd;
        }
        Ok(rule)
    }

    /// Whether the table has a value of the baseline year.
    pub(super) fn has_baseline(&self) -> bool {
        let read = cell::read(self.row.baseline);
        matches!(read, Cell::Bound(Bound { total: false, moves: None, .. }))
    }

    /// Few enough things that a straight line would ask for a fraction of one.
    fn is_few(&self) -> bool {
        let few = self.number.scale() == 0 && (1..10).contains(&self.number.mantissa());
        few && magnitude(&self.unit).0 == 0
    }

    /// 年均: the average of the years.
    fn average(&self, column: Option<Yearly>) -> Result<Rule, String> {
        let name = &self.row.name;
        let is_growth = name.is_growth()
            || self.bound.moves.is_some()
            || (column == Some(Yearly::Growth)
                && !name.is_fall()
                && !(self.is_percent && name.is_share()))
            || (self.bound.amount.unit == PERCENT && self.row.unit != PERCENT && !name.is_share());
        if name.is_fall() {
            return Err("年均降低：先定报送的是降低的百分数还是（负的）增长率".to_owned());
        }
        if is_growth && (self.is_percent || self.bound.amount.is_bare()) {
            let mut rule = self.plain(Form::Plain, "≥")?;
            rule.unit = PERCENT.to_owned();
            rule.growth = true;
            if !self.row.unit.is_empty() && self.row.unit != PERCENT {
                let unit = &self.row.unit;
                rule.note(Key::Unit, format!("目标是增长率，单位是 %，不是表里的“{unit}”"));
            }
            if self.bound.moves == Some(Move::Down) {
                let number = negative(self.number).ok_or(TOO_LONG)?;
                let sign = match &self.bound.sign {
                    Sign::Compare(comparison) => flipped(*comparison).sign(),
                    _ => "≤",
                };
                rule.target = match &self.bound.sign {
                    Sign::About => Target::About(sign, number),
                    _ => Target::Number(sign, number),
                };
            } else {
                self.say_bare(&mut rule, "≥");
            }
            rule.pace = Pace::AtEnd;
            rule.note(
                Key::Form,
                "年均：报送的应是规划期以来的年均增长率，到目标年才判定；若每年都要达到，请写 form = \"each-year\"，请核对",
            );
            return Ok(rule);
        }
        let form = if self.unit == PERCENT { Form::Kept } else { Form::EachYear };
        let bare = self.bare();
        let mut rule = self.plain(form, bare)?;
        self.say_bare(&mut rule, bare);
        rule.note(Key::Form, "年均：写作逐年都要达到；是否只看目标年或五年平均，请核对");
        Ok(rule)
    }

    /// The value of the target year, or of every year.
    fn level(&self) -> Result<Rule, String> {
        let (name, span) = (&self.row.name, self.bound.span);
        let is_plain = span == Span::End && self.bound.moves.is_none();
        let counts = self.unit != PERCENT && !name.is_average(&self.unit);
        if is_plain && counts && self.row.is_worded() && name.is_doing() && !self.has_baseline() {
            return self.sum("做多少件事：按规划期内各年合计写，请核对");
        }
        let is_growth = name.is_growth() && self.is_percent;
        match self.bound.moves {
            Some(Move::Up) if is_growth => {}
            Some(Move::Up) if name.is_fall() => {
                return Err("名称说降低，目标值说提高".to_owned());
            }
            Some(to) if span == Span::EachYear => return self.change_each_year(to),
            Some(to) => return self.change(to, self.is_percent),
            None if name.is_fall() && !is_every_year(span) => {
                let mut rule = self.fall()?;
                let note = "从名称看是降低多少，按规划期累计读，请核对";
                rule.note(Key::Target, note);
                return Ok(rule);
            }
            None => {}
        }
        let form = match span {
            Span::EachYear => Form::EachYear,
            span if is_every_year(span) => Form::Kept,
            _ => Form::Plain,
        };
        let bare = if span == Span::Ceiling { "≤" } else { self.bare() };
        let mut rule = self.plain(form, bare)?;
        rule.growth = is_growth;
        match span {
            Span::Ceiling => {
                rule.note(Key::Form, "“控制在”按逐年都不得超过写作 kept；若只看目标年，请删去 form")
            }
            _ => self.say_bare(&mut rule, bare),
        }
        if is_growth && form == Form::Plain {
            rule.note(Key::Form, "增长率：按目标年的增长率读；若指年均增长，请核对");
        }
        let counts = rule.unit != PERCENT && !name.is_average(&rule.unit) && form == Form::Plain;
        if rule.unit.ends_with("/年") && form == Form::Plain {
            rule.note(
                Key::Form,
                "单位是每年多少：若每年都要达到，请加 form = \"each-year\"，请核对",
            );
        } else if counts && cell::read(self.row.baseline) == Cell::Blank {
            rule.note(
                Key::Form,
                "没有基期值：是目标年的数，还是规划期内各年合计（form = \"sum\"），请核对",
            );
        }
        if counts && self.is_few() {
            rule.pace = Pace::PerhapsAtEnd;
        }
        Ok(rule)
    }

    /// 每年增长5%
    fn change_each_year(&self, to: Move) -> Result<Rule, String> {
        if !self.is_percent || to == Move::Down {
            return Err("每年都要变动多少，请自行写成规则".to_owned());
        }
        let mut rule = self.plain(Form::EachYear, "≥")?;
        rule.growth = true;
        Ok(rule)
    }

    /// The operator of a number that has none.
    fn bare(&self) -> &'static str {
        let is_low = self.row.name.is_better_low() || self.number.is_zero();
        if self.row.upward.unwrap_or(!is_low) { "≥" } else { "≤" }
    }

    /// Says so where the operator is not the document's.
    fn say_bare(&self, rule: &mut Rule, bare: &'static str) {
        if self.bound.sign == Sign::Bare {
            rule.note(
                Key::Target,
                match (bare, &rule.target) {
                    (_, Target::Open(_)) => {
                        "原表只有数，又低于基期值：看不出是越高越好还是越低越好，请填写"
                    }
                    (_, _) if self.row.upward.is_some() => "原表只有数，按它所写的方向比较",
                    ("≤", _) if self.number.is_zero() => "原表只有数，是 0：写作 ≤，请务必核对",
                    ("≤", _) => "原表只有数；从名称看越低越好，写作 ≤，请务必核对",
                    _ => "原表只有数，按不低于写作 ≥",
                },
            );
        }
    }
}

/// The number below zero.
pub(super) fn negative(number: Decimal) -> Option<Decimal> {
    Decimal::new(-number.mantissa(), number.scale())
}

/// 降低 at least 5 is a change of at most −5.
pub(super) fn flipped(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Above => Comparison::Below,
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::Below => Comparison::Above,
        Comparison::AtMost => Comparison::AtLeast,
    }
}
