//! What kind of target a number is: a level, a sum, a change.

use super::amount::PERCENT;
use super::cell::{Bound, Cell, Move, Sign, Span, TOO_LONG};
use super::header::Yearly;
use super::row::Row;
use super::rule::{Key, OPEN, Rule, Target};
use super::write::quoted;
use crate::exact::Decimal;
use crate::form::Form;
use crate::term::Comparison::{Above, AtLeast, AtMost, Below};
use crate::term::magnitude;

/// A rule, or why there is none.
type Settled = Result<Rule, &'static str>;

const NO_RANGE: &str = "变动多少是一个范围或约数，请自行写成规则";

/// A number and all that says what kind of target it is.
struct Sense<'r> {
    row: &'r Row<'r>,
    bound: Bound,
    /// What the table counts in where the cell does not say.
    known: &'r str,
    number: Decimal,
    unit: String,
    /// The cell says 百分点.
    is_points: bool,
    /// The unit is %, and the cell does not say 百分点.
    is_percent: bool,
}

/// The rule of a number in a column of that kind and unit, without its baseline.
pub(super) fn settle(
    row: &Row<'_>,
    bound: Bound,
    column: Option<Yearly>,
    column_unit: Option<&str>,
) -> Settled {
    let of_header = column == Some(Yearly::EachYear) && bound.span == Span::End;
    let known = column_unit.unwrap_or(&row.unit);
    let (number, its) = bound.amount.resolve(known).ok_or(TOO_LONG)?;
    let is_points = matches!(&*its, "个百分点" | "百分点");
    let unit = match &*its {
        _ if is_points => PERCENT.to_owned(),
        "" => row.unit_of_baseline().to_owned(),
        _ => its,
    };
    let is_percent = unit == PERCENT && !is_points;
    let mut sense = Sense { row, bound, known, number, unit, is_points, is_percent };
    if let Some(column) = column {
        sense.hear(column, column_unit.is_some())?;
    }
    let mut rule = sense.rule()?;
    if of_header {
        rule.note(Key::Form, "从表头看是每年的目标，请核对");
    }
    sense.check(&mut rule);
    Ok(rule)
}

impl Sense<'_> {
    /// Hears a heading, as if it stood before the number.
    fn hear(&mut self, column: Yearly, has_unit: bool) -> Result<(), &'static str> {
        let bound = &mut self.bound;
        let is_end = bound.span == Span::End;
        match column {
            Yearly::EachYear if is_end => bound.span = Span::EachYear,
            Yearly::Total if bound.moves.is_none() => bound.total = true,
            Yearly::Average | Yearly::Growth
                if !bound.total && (is_end || bound.span == Span::Average) =>
            {
                bound.span = Span::Average;
                if column == Yearly::Growth && !(self.is_percent && self.row.name.is_share()) {
                    bound.moves = bound.moves.or(Some(Move::Up));
                }
            }
            Yearly::Change(_) if bound.moves.is_none() && !is_end => {
                return Err("表头说的是累计变动多少，格里说的是每年，请自行写成规则");
            }
            Yearly::Change(to) if bound.moves.is_none() => {
                if !self.is_percent && bound.amount.is_bare() && !has_unit {
                    return Err("变动多少没有说是百分之几，还是原来的单位");
                }
                bound.moves = Some(to);
                bound.total = true;
            }
            // The cell says more than its heading.
            Yearly::EachYear
            | Yearly::Total
            | Yearly::Average
            | Yearly::Growth
            | Yearly::Change(_) => {}
        }
        Ok(())
    }

    /// Says what of the cell does not fit the table.
    fn check(&self, rule: &mut Rule) {
        let (bound, row) = (&self.bound, self.row);
        if bound.marked {
            rule.note(Key::Target, "原表的目标值带有注号，请看表注");
        }
        let (cell, table) = (&bound.amount.unit, &row.unit);
        let differs = !table.is_empty() && rule.unit != *table && !cell.is_empty();
        if differs && !self.is_points && !rule.growth {
            let note = format!("格里的单位是“{cell}”，表里写“{table}”，用了格里的，请核对");
            rule.note(Key::Unit, note);
        }
        // Where the table counts in 万人 itself, 万 in the cell is no other scale.
        let is_scaled = bound.amount.zeros > 0 && magnitude(table).0 == 0;
        if is_scaled && matches!(&row.baseline, Cell::Bound(base) if base.amount.is_bare()) {
            rule.note(Key::Baseline, "目标值带“万”或“亿”，基期值没有，请核对基期值的单位");
        }
    }

    fn rule(&self) -> Settled {
        let Bound { total, span, .. } = self.bound;
        match self.bound.moves {
            _ if span == Span::Average => self.average(),
            Some(to) if total => self.change(to, self.is_percent),
            None if total => self.total(),
            Some(Move::Up) if self.is_growth() => self.level(),
            Some(Move::Up) if self.row.name.is_fall() => Err("名称说降低，目标值说提高"),
            Some(Move::Up) if span == Span::EachYear && self.is_percent => {
                let mut rule = self.plain(Form::EachYear, "≥")?;
                rule.growth = true;
                Ok(rule)
            }
            Some(_) if span == Span::EachYear => Err("每年都要变动多少，请自行写成规则"),
            Some(to) => self.change(to, self.is_percent),
            None if self.is_points => Err("“百分点”是变动多少，格里没有说提高还是降低"),
            None => self.level(),
        }
    }

    /// The rule of a target that the number itself is, in a certain form; `bare` is the
    /// operator of a number that has none.
    fn plain(&self, form: Form, bare: &'static str) -> Settled {
        let is_level = matches!(form, Form::Level | Form::Kept);
        // Nothing says that more is better, and the baseline is more.
        let is_undirected = is_level
            && bare == "≥"
            && self.row.upward.is_none()
            && self.row.is_below_baseline(self.number, &self.unit);
        let target = match &self.bound.sign {
            Sign::To(high) => {
                let (high, _) = high.resolve(self.known).ok_or(TOO_LONG)?;
                if self.number.is_above(high) {
                    return Err("范围的前一个数大于后一个");
                }
                Target::Between(self.number, high)
            }
            Sign::About => Target::About(if is_undirected { "±" } else { bare }, self.number),
            Sign::Bare => Target::Number(if is_undirected { OPEN } else { bare }, self.number),
            Sign::Equal => Target::Number("=", self.number),
            Sign::Compare(comparison) => Target::Number(comparison.sign(), self.number),
        };
        Ok(self.row.rule(&self.unit, form, target))
    }

    /// The same, with a word where the operator is not the document's.
    fn bare(&self, form: Form, bare: &'static str) -> Settled {
        let mut rule = self.plain(form, bare)?;
        if self.bound.sign == Sign::Bare {
            let note = match (bare, &rule.target) {
                (_, Target::Number(OPEN, _)) => {
                    "原表只有数，又低于基期值：看不出是越高越好还是越低越好，请填写"
                }
                (_, _) if self.row.upward.is_some() => "原表只有数，按它所写的方向比较",
                ("≤", _) if self.number.is_zero() => "原表只有数，是 0：写作 ≤，请务必核对",
                ("≤", _) => "原表只有数；从名称看越低越好，写作 ≤，请务必核对",
                (_, _) => "原表只有数，按不低于写作 ≥",
            };
            rule.note(Key::Target, note);
        }
        Ok(rule)
    }

    /// The operator that a number without one gets.
    fn better(&self) -> &'static str {
        let is_low = self.row.name.is_better_low() || self.number.is_zero();
        if self.row.upward.unwrap_or(!is_low) { "≥" } else { "≤" }
    }

    /// The operator of a change, where its number is turned round if it goes down: 降低 at
    /// least 5 is a change of at most −5. None of a range, and of 左右.
    fn turned(&self, down: bool) -> Option<&'static str> {
        match (&self.bound.sign, down) {
            (Sign::Bare, false) => Some("≥"),
            (Sign::Bare, true) => Some("≤"),
            (Sign::Equal, _) => Some("="),
            (Sign::Compare(comparison), false) => Some(comparison.sign()),
            (Sign::Compare(Above), true) => Some(Below.sign()),
            (Sign::Compare(AtLeast), true) => Some(AtMost.sign()),
            (Sign::Compare(Below), true) => Some(Above.sign()),
            (Sign::Compare(AtMost), true) => Some(AtLeast.sign()),
            (Sign::To(_) | Sign::About, _) => None,
        }
    }

    fn is_growth(&self) -> bool {
        self.row.name.is_growth() && self.is_percent
    }

    /// Whether things are counted, which add up.
    fn counts(&self) -> bool {
        self.unit != PERCENT && !self.row.name.is_average(&self.unit)
    }

    /// The rule of a number that says how much the value goes up or down.
    fn change(&self, to: Move, percent: bool) -> Settled {
        let (row, has_baseline, down) = (self.row, self.row.has_baseline(), to == Move::Down);
        let number = if down && !self.number.is_negative() { -self.number } else { self.number };
        let sign = self.turned(down).ok_or(NO_RANGE)?;
        let unit = match (&*row.unit, row.unit_of_baseline()) {
            ("" | PERCENT, "") if percent && !has_baseline => return self.reported(to),
            _ if !percent => &self.unit,
            ("", "") => PERCENT,
            // What changes by so many percent is counted in a unit of its own.
            ("", unit) | (unit, _) => unit,
        };
        let mut rule = row.rule(unit, Form::Change, Target::Number(sign, number));
        let (word, how) = match percent {
            true => ("percent", "比基期变动百分之多少；降低写负数"),
            false => ("absolute", "比基期增减多少；降低写负数"),
        };
        rule.line(Key::Target, "change", quoted(word));
        rule.note(Key::Form, how);
        if percent && unit == PERCENT && has_baseline && self.bound.moves.is_some() {
            let note = "比率变动百分之多少；若指百分点，请写 change = \"absolute\"";
            rule.note(Key::Form, note);
        } else if !has_baseline {
            rule.note(Key::Baseline, "没有基期值：要有基期年份的历史数据才能判定，请核对");
        }
        Ok(rule)
    }

    /// A number that the name says something has fallen by.
    fn fall(&self) -> Settled {
        let is_level = self.row.has_baseline() && !self.is_percent && !self.unit.is_empty();
        if is_level {
            Err("名称说降低多少，基期值却像是水平：先定报送的是水平还是降低了多少")
        } else if self.counts() && !self.unit.is_empty() {
            // 减排量（吨）: so many tons less are what is counted.
            self.sum("从名称看报送的是减少了多少，按规划期内各年合计写，请核对")
        } else {
            self.reported(Move::Down)
        }
    }

    /// A change that is sent as such: the value is by how much it has fallen, or risen.
    fn reported(&self, to: Move) -> Settled {
        let is_negative = self.number.is_negative();
        let number = if is_negative { -self.number } else { self.number };
        let sign = self.turned(is_negative && self.bound.sign != Sign::Bare);
        let sign = sign.filter(|sign| matches!(*sign, "≥" | ">"));
        let sign = sign.ok_or("降低多少与比较的符号对不上，请自行写成规则")?;
        let unit = if self.unit.is_empty() { PERCENT } else { &self.unit };
        let mut rule = self.row.rule(unit, Form::Level, Target::Number(sign, number));
        rule.reported = true;
        rule.growth = true;
        let how = if to == Move::Down { "降低" } else { "提高" };
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
    fn total(&self) -> Settled {
        let (name, has_baseline) = (&self.row.name, self.row.has_baseline());
        let is_counted = self.unit != PERCENT && !name.is_share();
        if name.is_fall() {
            self.fall()
        } else if self.number.is_negative() {
            self.change(Move::Down, self.is_percent)
        } else if is_counted && (name.is_total() || !has_baseline) {
            self.sum("规划期内各年合计")
        } else if self.is_growth() {
            self.reported(Move::Up)
        } else if has_baseline {
            self.change(Move::Up, false)
        } else {
            Err("是五年累计，又没有基期值，看不出是变动还是合计")
        }
    }

    /// The sum of what every year brings.
    fn sum(&self, note: &str) -> Settled {
        let mut rule = self.bare(Form::Sum, "≥")?;
        rule.note(Key::Form, note);
        self.ask_pace(&mut rule);
        Ok(rule)
    }

    /// Of few things a straight line would ask for a fraction of one.
    fn ask_pace(&self, rule: &mut Rule) {
        let few = self.number.scale() == 0 && (1..10).contains(&self.number.mantissa());
        if few && magnitude(&self.unit).0 == 0 {
            let note = "pace = \"at-end\"  # 数目少：若目标年之前不作要求，去掉行首的 #";
            rule.note(Key::Pace, note);
        }
    }

    /// 年均: the average of the years.
    fn average(&self) -> Settled {
        let (name, unit) = (&self.row.name, &self.row.unit);
        let of_cell = self.bound.amount.unit == PERCENT && unit != PERCENT && !name.is_share();
        let is_growth = name.is_growth() || self.bound.moves.is_some() || of_cell;
        if name.is_fall() {
            return Err("年均降低：先定报送的是降低的百分数还是（负的）增长率");
        }
        if !is_growth || !(self.is_percent || self.bound.amount.is_bare()) {
            let form = if self.unit == PERCENT { Form::Kept } else { Form::EachYear };
            let mut rule = self.bare(form, self.better())?;
            rule.note(Key::Form, "年均：写作逐年都要达到；是否只看目标年或五年平均，请核对");
            return Ok(rule);
        }
        let mut rule = if self.bound.moves == Some(Move::Down) {
            let target = match (&self.bound.sign, self.turned(true)) {
                (Sign::About, _) => Target::About("≤", -self.number),
                (_, sign) => Target::Number(sign.ok_or(NO_RANGE)?, -self.number),
            };
            self.row.rule(PERCENT, Form::Level, target)
        } else {
            self.bare(Form::Level, "≥")?
        };
        rule.unit = PERCENT.to_owned();
        rule.growth = true;
        if !unit.is_empty() && unit != PERCENT {
            let note = format!("目标是增长率，单位是 %，不是表里的“{unit}”");
            rule.note(Key::Unit, note);
        }
        rule.line(Key::Pace, "pace", quoted("at-end"));
        let note = "年均：报送的应是规划期以来的年均增长率，到目标年才判定；若每年都要达到，请写 form = \"each-year\"，请核对";
        rule.note(Key::Form, note);
        Ok(rule)
    }

    /// The value of the target year, or of every year.
    fn level(&self) -> Settled {
        let (row, name) = (self.row, &self.row.name);
        let is_done = row.words.is_some() && name.is_doing() && !row.has_baseline();
        if self.bound.is_level() && is_done && self.counts() {
            return self.sum("做多少件事：按规划期内各年合计写，请核对");
        }
        let form = match self.bound.span {
            Span::EachYear => Form::EachYear,
            Span::Kept | Span::Ceiling => Form::Kept,
            Span::End | Span::Average => Form::Level,
        };
        if self.bound.moves.is_none() && name.is_fall() && form != Form::Kept {
            let mut rule = self.fall()?;
            rule.note(Key::Target, "从名称看是降低多少，按规划期累计读，请核对");
            return Ok(rule);
        }
        let mut rule = match self.bound.span {
            Span::Ceiling => {
                let mut rule = self.plain(form, "≤")?;
                let note = "“控制在”按逐年都不得超过写作 kept；若只看目标年，请删去 form";
                rule.note(Key::Form, note);
                rule
            }
            Span::End | Span::Kept | Span::EachYear | Span::Average => {
                self.bare(form, self.better())?
            }
        };
        rule.growth = self.is_growth();
        if form == Form::Level {
            self.ask_form(&mut rule);
        }
        Ok(rule)
    }

    /// Says what a level may be instead.
    fn ask_form(&self, rule: &mut Rule) {
        if rule.growth {
            rule.note(Key::Form, "增长率：按目标年的增长率读；若指年均增长，请核对");
        }
        if rule.unit.ends_with("/年") {
            let note = "单位是每年多少：若每年都要达到，请加 form = \"each-year\"，请核对";
            rule.note(Key::Form, note);
        } else if self.counts() && self.row.baseline == Cell::Blank {
            let note = "没有基期值：是目标年的数，还是规划期内各年合计（form = \"sum\"），请核对";
            rule.note(Key::Form, note);
        }
        if self.counts() {
            self.ask_pace(rule);
        }
    }
}
