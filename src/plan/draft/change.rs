//! Targets that say by how much a value goes up or down.

use super::amount::PERCENT;
use super::cell::{Move, Sign, TOO_LONG};
use super::rule::{Form, Key, Rule, Target};
use super::settle::{Sense, flipped, negative, unit_of};

impl Sense<'_> {
    /// The rule of a number that says how much the value goes up or down.
    pub(super) fn change(&self, to: Move, percent: bool) -> Result<Rule, String> {
        let down = to == Move::Down;
        let number = match down && !self.number.is_negative() {
            true => negative(self.number).ok_or(TOO_LONG)?,
            false => self.number,
        };
        let sign = match (&self.bound.sign, down) {
            (Sign::Bare, false) => "≥",
            (Sign::Bare, true) => "≤",
            (Sign::Equal, _) => "=",
            (Sign::Compare(comparison), false) => comparison.sign(),
            (Sign::Compare(comparison), true) => flipped(*comparison).sign(),
            (Sign::To(_) | Sign::About, _) => {
                return Err("变动多少是一个范围或约数，请自行写成规则".to_owned());
            }
        };
        let level = self.row.unit.is_empty() || self.row.unit == PERCENT;
        if percent && level && !self.has_baseline() && unit_of(self.row).is_empty() {
            return self.reported(to);
        }
        // What changes by so many percent is counted in a unit of its own.
        let unit = match (percent, &*self.row.unit) {
            (true, "") => unit_of(self.row),
            (true, unit) => unit.to_owned(),
            (false, _) => self.unit.clone(),
        };
        let unit = if unit.is_empty() && percent { PERCENT } else { &*unit };
        let form = Form::Change { percent };
        let mut rule = self.row.rule(unit, form, Target::Number(sign, number));
        let how = if percent { "比基期变动百分之多少" } else { "比基期增减多少" };
        rule.note(Key::Form, format!("{how}；降低写负数"));
        if percent && unit == PERCENT && self.has_baseline() && self.bound.moves.is_some() {
            rule.note(Key::Form, "比率变动百分之多少；若指百分点，请写 change = \"absolute\"");
        } else if !self.has_baseline() {
            rule.note(Key::Baseline, "没有基期值：要有基期年份的历史数据才能判定，请核对");
        }
        Ok(rule)
    }

    /// A number that the name says something has fallen by.
    pub(super) fn fall(&self) -> Result<Rule, String> {
        if self.is_percent || self.unit.is_empty() {
            return self.reported(Move::Down);
        }
        if self.has_baseline() {
            return Err(
                "名称说降低多少，基期值却像是水平：先定报送的是水平还是降低了多少".to_owned()
            );
        }
        if self.row.name.is_average(&self.unit) {
            return self.reported(Move::Down);
        }
        // 减排量（吨）: so many tons less are what is counted.
        self.sum("从名称看报送的是减少了多少，按规划期内各年合计写，请核对")
    }

    /// A change that is sent as such: the value is by how much it has fallen, or risen.
    pub(super) fn reported(&self, to: Move) -> Result<Rule, String> {
        let unclear = || "降低多少与比较的符号对不上，请自行写成规则".to_owned();
        let is_negative = self.number.is_negative();
        let number = if is_negative { negative(self.number).ok_or(TOO_LONG)? } else { self.number };
        let sign = match (&self.bound.sign, is_negative) {
            (Sign::Bare, _) => "≥",
            (Sign::Compare(comparison), true) => flipped(*comparison).sign(),
            (Sign::Compare(comparison), false) => comparison.sign(),
            (Sign::Equal | Sign::To(_) | Sign::About, _) => return Err(unclear()),
        };
        if !matches!(sign, "≥" | ">") {
            return Err(unclear());
        }
        let unit = if self.unit.is_empty() { PERCENT } else { &self.unit };
        let mut rule = self.row.rule(unit, Form::Plain, Target::Number(sign, number));
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
        rule.note(
            Key::Form,
            format!(
                "报送的就是规划期以来累计{how}了多少（{how} 8.1 就报 8.1），目标年到期，请核对"
            ),
        );
        Ok(rule)
    }
}
