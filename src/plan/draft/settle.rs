//! What kind of target a number is: a level, a sum, a change.

use super::amount::PERCENT;
use super::cell::{Bound, Cell, Move, Sign, Span, TOO_LONG};
use super::header::Yearly;
use super::row::Row;
use super::rule::{Key, Pace, Rule, Target};
use crate::exact::Decimal;
use crate::form::Form;
use crate::term::Comparison::{Above, AtLeast, AtMost, Below};
use crate::term::magnitude;

/// A number and all that says what kind of target it is.
struct Sense<'r> {
    row: &'r Row<'r>,
    bound: Bound,
    number: Decimal,
    unit: String,
    /// The unit is %, and the cell does not say 百分点.
    is_percent: bool,
    total: bool,
}

/// The rule of a number in a column of that kind and unit, without its baseline; else why
/// there is none.
pub(super) fn settle(
    row: &Row<'_>,
    mut bound: Bound,
    column: Option<Yearly>,
    unit: Option<&str>,
) -> Result<Rule, String> {
    let of_header = column == Some(Yearly::EachYear) && bound.span == Span::End;
    if of_header {
        bound.span = Span::EachYear;
    }
    let (number, its) = bound.amount.resolve(unit.unwrap_or(&row.unit)).ok_or(TOO_LONG)?;
    let is_points = matches!(&*its, "个百分点" | "百分点");
    let its = match &*its {
        _ if is_points => PERCENT,
        "" => row.unit_of_baseline(),
        its => its,
    };
    let sense = Sense {
        row,
        number,
        is_percent: its == PERCENT && !is_points,
        unit: its.to_owned(),
        total: bound.total || (column == Some(Yearly::Total) && bound.moves.is_none()),
        bound,
    };
    let bound = &sense.bound;
    let of_average = matches!(column, Some(Yearly::Average | Yearly::Growth)) && !sense.total;
    let mut rule = match column {
        Some(Yearly::Change(_))
            if bound.moves.is_none()
                && !sense.is_percent
                && bound.amount.is_bare()
                && unit.is_none() =>
        {
            return Err("变动多少没有说是百分之几，还是原来的单位".to_owned());
        }
        Some(Yearly::Change(to)) if bound.moves.is_none() => sense.change(to, sense.is_percent)?,
        _ if bound.span == Span::Average || (of_average && bound.span == Span::End) => {
            sense.average(column)?
        }
        _ if sense.total => sense.total()?,
        _ if is_points && bound.moves.is_none() => {
            return Err("“百分点”是变动多少，格里没有说提高还是降低".to_owned());
        }
        _ => sense.level()?,
    };
    if of_header {
        rule.note(Key::Form, "从表头看是每年的目标，请核对");
    }
    if bound.marked {
        rule.note(Key::Target, "原表的目标值带有注号，请看表注");
    }
    let in_percent = rule.growth || (rule.form == Form::Change && rule.percent);
    let differs = !row.unit.is_empty() && rule.unit != row.unit;
    if differs && !bound.amount.unit.is_empty() && !is_points && !in_percent {
        let (cell, table) = (&bound.amount.unit, &row.unit);
        let note = format!("格里的单位是“{cell}”，表里写“{table}”，用了格里的，请核对");
        rule.note(Key::Unit, note);
    }
    // Where the table counts in 万人 itself, 万 in the cell is no other scale.
    let is_scaled = bound.amount.zeros > 0 && magnitude(&row.unit).0 == 0;
    if is_scaled && matches!(&row.baseline, Cell::Bound(base) if base.amount.is_bare()) {
        rule.note(Key::Baseline, "目标值带“万”或“亿”，基期值没有，请核对基期值的单位");
    }
    Ok(rule)
}

impl Sense<'_> {
    /// The rule of a target that the number itself is, in a certain form.
    fn plain(&self, form: Form, bare: &'static str) -> Result<Rule, String> {
        let is_level = matches!(form, Form::Level | Form::Kept);
        // Nothing says that more is better, and the baseline is more.
        let is_undirected = is_level
            && bare == "≥"
            && self.row.upward.is_none()
            && self.row.is_below_baseline(self.number, &self.unit);
        let target = match &self.bound.sign {
            Sign::To(high) => {
                let (high, _) = high.resolve(&self.row.unit).ok_or(TOO_LONG)?;
                if self.number.is_above(high) {
                    return Err("范围的前一个数大于后一个".to_owned());
                }
                Target::Between(self.number, high)
            }
            Sign::About => Target::About(if is_undirected { "±" } else { bare }, self.number),
            Sign::Bare if is_undirected => Target::Open(self.number),
            Sign::Bare => Target::Number(bare, self.number),
            Sign::Equal => Target::Number("=", self.number),
            Sign::Compare(comparison) => Target::Number(comparison.sign(), self.number),
        };
        Ok(self.row.rule(&self.unit, form, target))
    }

    /// The operator of a change, where its number is turned round if it goes down: 降低 at
    /// least 5 is a change of at most −5. None of a range, and of 左右.
    fn turned(&self, down: bool) -> Option<&'static str> {
        match (&self.bound.sign, down) {
            (Sign::Bare, false) => Some("≥"),
            (Sign::Bare, true) => Some("≤"),
            (Sign::Equal, _) => Some("="),
            (Sign::Compare(comparison), false) => Some(comparison.sign()),
            (Sign::Compare(comparison), true) => Some(match comparison {
                Above => Below.sign(),
                AtLeast => AtMost.sign(),
                Below => Above.sign(),
                AtMost => AtLeast.sign(),
            }),
            (Sign::To(_) | Sign::About, _) => None,
        }
    }

    /// The rule of a number that says how much the value goes up or down.
    fn change(&self, to: Move, percent: bool) -> Result<Rule, String> {
        let down = to == Move::Down;
        let number = if down && !self.number.is_negative() { -self.number } else { self.number };
        let sign = self.turned(down).ok_or("变动多少是一个范围或约数，请自行写成规则")?;
        let (row, has_baseline) = (self.row, self.row.has_baseline());
        let own = if row.unit.is_empty() { row.unit_of_baseline() } else { &row.unit };
        if percent
            && !has_baseline
            && matches!(own, "" | PERCENT)
            && row.unit_of_baseline().is_empty()
        {
            return self.reported(to);
        }
        // What changes by so many percent is counted in a unit of its own.
        let unit = match percent {
            true if own.is_empty() => PERCENT,
            true => own,
            false => &self.unit,
        };
        let mut rule = row.rule(unit, Form::Change, Target::Number(sign, number));
        rule.percent = percent;
        let how = if percent { "比基期变动百分之多少" } else { "比基期增减多少" };
        rule.note(Key::Form, format!("{how}；降低写负数"));
        if percent && unit == PERCENT && has_baseline && self.bound.moves.is_some() {
            let note = "比率变动百分之多少；若指百分点，请写 change = \"absolute\"";
            rule.note(Key::Form, note);
        } else if !has_baseline {
            rule.note(Key::Baseline, "没有基期值：要有基期年份的历史数据才能判定，请核对");
        }
        Ok(rule)
    }

    /// A number that the name says something has fallen by.
    fn fall(&self) -> Result<Rule, String> {
        if self.is_percent || self.unit.is_empty() {
            return self.reported(Move::Down);
        }
        if self.row.has_baseline() {
            let why = "名称说降低多少，基期值却像是水平：先定报送的是水平还是降低了多少";
            return Err(why.to_owned());
        }
        if self.row.name.is_average(&self.unit) {
            return self.reported(Move::Down);
        }
        // 减排量（吨）: so many tons less are what is counted.
        self.sum("从名称看报送的是减少了多少，按规划期内各年合计写，请核对")
    }

    /// A change that is sent as such: the value is by how much it has fallen, or risen.
    fn reported(&self, to: Move) -> Result<Rule, String> {
        let is_negative = self.number.is_negative();
        let number = if is_negative { -self.number } else { self.number };
        let turned = self.turned(is_negative && self.bound.sign != Sign::Bare);
        let sign = turned
            .filter(|sign| matches!(*sign, "≥" | ">"))
            .ok_or("降低多少与比较的符号对不上，请自行写成规则")?;
        let unit = if self.unit.is_empty() { PERCENT } else { &self.unit };
        let mut rule = self.row.rule(unit, Form::Level, Target::Number(sign, number));
        rule.reported = true;
        rule.growth = true;
        let how = match to {
            Move::Down => "降低",
            Move::Up => "提高",
        };
        let name = &self.row.name;
        if !rule.name.contains(how) && !name.is_fall() && !name.is_growth() {
            rule.name.push_str(how);
        }
        let note = format!(
            "报送的就是规划期以来累计{how}了多少（{how} 8.1 就报 8.1），目标年到期，请核对"
        );
        rule.note(Key::Form, note);
        Ok(rule)
    }

    /// 〔13.5〕: of all years together.
    fn total(&self) -> Result<Rule, String> {
        let (name, has_baseline) = (&self.row.name, self.row.has_baseline());
        let counts = self.unit != PERCENT && !name.is_share();
        if let Some(to) = self.bound.moves {
            self.change(to, self.is_percent)
        } else if name.is_fall() {
            self.fall()
        } else if self.number.is_negative() {
            self.change(Move::Down, self.is_percent)
        } else if counts && (name.is_total() || !has_baseline) {
            self.sum("规划期内各年合计")
        } else if self.is_percent && name.is_growth() {
            self.reported(Move::Up)
        } else if has_baseline {
            self.change(Move::Up, false)
        } else {
            Err("是五年累计，又没有基期值，看不出是变动还是合计".to_owned())
        }
    }

    /// The sum of what every year brings.
    fn sum(&self, note: &str) -> Result<Rule, String> {
        let mut rule = self.plain(Form::Sum, "≥")?;
        self.say_bare(&mut rule, "≥");
        rule.note(Key::Form, note);
        rule.pace = self.pace_of_count();
        Ok(rule)
    }

    /// Of few things a straight line would ask for a fraction of one.
    fn pace_of_count(&self) -> Pace {
        let few = self.number.scale() == 0 && (1..10).contains(&self.number.mantissa());
        if few && magnitude(&self.unit).0 == 0 { Pace::PerhapsAtEnd } else { Pace::Plan }
    }

    /// 年均: the average of the years.
    fn average(&self, column: Option<Yearly>) -> Result<Rule, String> {
        let name = &self.row.name;
        let of_column = column == Some(Yearly::Growth) && !(self.is_percent && name.is_share());
        let of_cell =
            self.bound.amount.unit == PERCENT && self.row.unit != PERCENT && !name.is_share();
        let is_growth = name.is_growth() || self.bound.moves.is_some() || of_column || of_cell;
        if name.is_fall() {
            return Err("年均降低：先定报送的是降低的百分数还是（负的）增长率".to_owned());
        }
        if !is_growth || !(self.is_percent || self.bound.amount.is_bare()) {
            let form = if self.unit == PERCENT { Form::Kept } else { Form::EachYear };
            let bare = self.bare();
            let mut rule = self.plain(form, bare)?;
            self.say_bare(&mut rule, bare);
            rule.note(Key::Form, "年均：写作逐年都要达到；是否只看目标年或五年平均，请核对");
            return Ok(rule);
        }
        let mut rule = self.plain(Form::Level, "≥")?;
        rule.unit = PERCENT.to_owned();
        rule.growth = true;
        if !self.row.unit.is_empty() && self.row.unit != PERCENT {
            let note = format!("目标是增长率，单位是 %，不是表里的“{}”", self.row.unit);
            rule.note(Key::Unit, note);
        }
        if self.bound.moves == Some(Move::Down) {
            rule.target = match (&self.bound.sign, self.turned(true)) {
                (Sign::About, _) => Target::About("≤", -self.number),
                (_, Some(sign)) => Target::Number(sign, -self.number),
                (_, None) => return Err("变动多少是一个范围或约数，请自行写成规则".to_owned()),
            };
        } else {
            self.say_bare(&mut rule, "≥");
        }
        rule.pace = Pace::AtEnd;
        let note = "年均：报送的应是规划期以来的年均增长率，到目标年才判定；若每年都要达到，请写 form = \"each-year\"，请核对";
        rule.note(Key::Form, note);
        Ok(rule)
    }

    /// The value of the target year, or of every year.
    fn level(&self) -> Result<Rule, String> {
        let (row, name, span) = (self.row, &self.row.name, self.bound.span);
        let is_every_year = matches!(span, Span::Kept | Span::Ceiling);
        let counts = self.unit != PERCENT && !name.is_average(&self.unit);
        let is_plain = span == Span::End && self.bound.moves.is_none();
        if is_plain && counts && row.words.is_some() && name.is_doing() && !row.has_baseline() {
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
            None if name.is_fall() && !is_every_year => {
                let mut rule = self.fall()?;
                rule.note(Key::Target, "从名称看是降低多少，按规划期累计读，请核对");
                return Ok(rule);
            }
            None => {}
        }
        let form = match span {
            Span::EachYear => Form::EachYear,
            Span::Kept | Span::Ceiling => Form::Kept,
            Span::End | Span::Average => Form::Level,
        };
        let bare = if span == Span::Ceiling { "≤" } else { self.bare() };
        let mut rule = self.plain(form, bare)?;
        rule.growth = is_growth;
        match span {
            Span::Ceiling => {
                rule.note(
                    Key::Form,
                    "“控制在”按逐年都不得超过写作 kept；若只看目标年，请删去 form",
                );
            }
            Span::End | Span::Kept | Span::EachYear | Span::Average => {
                self.say_bare(&mut rule, bare);
            }
        }
        if form == Form::Level {
            self.say_level(&mut rule, counts);
        }
        Ok(rule)
    }

    /// What a level may be instead.
    fn say_level(&self, rule: &mut Rule, counts: bool) {
        if rule.growth {
            rule.note(Key::Form, "增长率：按目标年的增长率读；若指年均增长，请核对");
        }
        if rule.unit.ends_with("/年") {
            let note = "单位是每年多少：若每年都要达到，请加 form = \"each-year\"，请核对";
            rule.note(Key::Form, note);
        } else if counts && self.row.baseline == Cell::Blank {
            let note = "没有基期值：是目标年的数，还是规划期内各年合计（form = \"sum\"），请核对";
            rule.note(Key::Form, note);
        }
        if counts {
            rule.pace = self.pace_of_count();
        }
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
        if self.bound.sign != Sign::Bare {
            return;
        }
        let note = match (bare, &rule.target) {
            (_, Target::Open(_)) => {
                "原表只有数，又低于基期值：看不出是越高越好还是越低越好，请填写"
            }
            (_, _) if self.row.upward.is_some() => "原表只有数，按它所写的方向比较",
            ("≤", _) if self.number.is_zero() => "原表只有数，是 0：写作 ≤，请务必核对",
            ("≤", _) => "原表只有数；从名称看越低越好，写作 ≤，请务必核对",
            (_, _) => "原表只有数，按不低于写作 ≥",
        };
        rule.note(Key::Target, note);
    }
}
