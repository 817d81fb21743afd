//! What a row says beside its target: its baseline, other years, and who is judged.

use super::amount::PERCENT;
use super::cell::{self, Bound, Cell, Sign};
use super::columns::Beside;
use super::fold::{fold, is_blank, tidy};
use super::header::{Column, years as years_in};
use super::row::Row;
use super::rule::{Key, Rule, Target};
use super::words::has;
use super::write::quoted;
use crate::exact::Decimal;
use crate::form::Form;
use crate::term::Year;

impl Row<'_> {
    /// The unit of a row whose target has none: the baseline's, if that has one.
    pub(super) fn unit_of_baseline(&self) -> &str {
        match &self.baseline {
            Cell::Bound(base) => &base.amount.unit,
            _ => "",
        }
    }

    /// Whether the table has a value of the baseline year.
    pub(super) fn has_baseline(&self) -> bool {
        matches!(self.baseline, Cell::Bound(Bound { total: false, moves: None, .. }))
    }

    /// The number that a column's cell holds, if it holds one and no more than a sign that
    /// may be there, and its unit.
    fn number(
        &self,
        read: &Cell,
        column: Option<usize>,
        may_be: impl Fn(&Sign) -> bool,
    ) -> Option<(Decimal, String)> {
        match read {
            Cell::Full => Some((Decimal::new(100, 0)?, PERCENT.to_owned())),
            Cell::Bound(bound) if may_be(&bound.sign) && bound.is_level() => {
                let unit = self.around.header.unit_of(column);
                bound.amount.resolve(unit.as_deref().unwrap_or(&self.unit))
            }
            _ => None,
        }
    }

    fn base(&self) -> Option<(Decimal, String)> {
        self.number(&self.baseline, self.around.header.baseline, |sign| *sign == Sign::Bare)
    }

    /// Whether a number in a unit lies below the baseline that the table gives.
    pub(super) fn is_below_baseline(&self, target: Decimal, unit: &str) -> bool {
        self.base().is_some_and(|(base, its)| {
            (its.is_empty() || its == unit || unit.is_empty()) && base.is_above(target)
        })
    }

    /// Writes the baseline, or says why there is none.
    pub(super) fn write_baseline(&self, rule: &mut Rule) {
        let printed = tidy(self.cell(self.around.header.baseline));
        if self.baseline == Cell::Blank {
            return;
        }
        let number = self.base().and_then(|(number, unit)| {
            let fits = unit.is_empty() || rule.unit.is_empty() || unit == rule.unit;
            if fits && rule.unit.is_empty() {
                rule.unit = unit;
            }
            fits.then_some(number)
        });
        if matches!(&self.baseline, Cell::Bound(base) if base.marked) {
            rule.note(Key::Baseline, "原表的基期值带有注号，可能不是基期年份的数，请看表注");
        }
        if rule.reported || !rule.form.keys().contains(&"baseline") {
            rule.note(Key::Baseline, format!("这种目标不用基期值（原表：{printed}）"));
            return;
        }
        rule.baseline = number.filter(|number| !rule.is_beyond(*number));
        if rule.baseline.is_none() {
            let why = match &self.baseline {
                Cell::Bound(base) if base.total => "是累计数",
                _ if number.is_some() => "超出单位的界限",
                _ if self.base().is_some() => "与目标值的单位不同",
                _ => "不是一个确定的数",
            };
            let note = format!("原表的基期值“{printed}”{why}，没有写 baseline");
            rule.note(Key::Baseline, note);
        }
    }

    /// The columns of other years: milestones where they surely are, else words. Of what a
    /// sentence says none of the others surely is.
    pub(super) fn beside(&self, rule: &mut Rule, is_sentence: bool) {
        let (header, years) = (self.around.header, self.around.years);
        let number = |at: &usize| matches!(cell::read(self.cell(Some(*at))), Cell::Bound(_));
        let others = [header.baseline, header.yearly.map(|(at, _)| at)];
        let others = others.into_iter().flatten().filter(|_| is_sentence);
        let columns = header.columns.iter().enumerate();
        let unknown = columns.filter(|(_, column)| **column == Column::Unknown).map(|(at, _)| at);
        for at in others.chain(unknown).filter(number) {
            rule.note(Key::Milestones, self.unused(Some(at)));
        }
        let deadline = self.cell(header.first(Column::Deadline));
        if !is_blank(&fold(deadline)) && years_in(&fold(deadline)) != [years.target] {
            let (deadline, target) = (tidy(deadline), years.target);
            let note = format!("原表的完成时限是“{deadline}”，规则按 {target} 年到期写，请核对");
            rule.note(Key::Milestones, note);
        }
        let mut milestones = Vec::new();
        for Beside { at, milestone, is_target } in &header.beside {
            let read = cell::read(self.cell(Some(*at)));
            if read == Cell::Blank {
                continue;
            }
            let is_between = |year: &Year| years.baseline < *year && *year < years.target;
            let year = milestone.filter(|year| !is_sentence && is_between(year));
            match (year, self.milestone(rule, &read, *at)) {
                (Some(year), Some(number)) => {
                    milestones.push(format!("{year} = {number}"));
                    if !is_target {
                        let column = header.cell(Some(*at));
                        let note =
                            format!("“{column}”列没有写明是目标，写作 {year} 年的年度值，请核对");
                        rule.note(Key::Milestones, note);
                    }
                }
                (_, _) => rule.note(Key::Milestones, self.unused(Some(*at))),
            }
        }
        if !milestones.is_empty() {
            let milestones = format!("{{ {} }}", milestones.join(", "));
            rule.line(Key::Milestones, "milestones", milestones);
        }
    }

    /// The number of a milestone's cell, if it is held against as the target is.
    fn milestone(&self, rule: &Rule, read: &Cell, at: usize) -> Option<Decimal> {
        let is_level = matches!(rule.form, Form::Level | Form::FullCoverage);
        let is_marked = matches!(read, Cell::Bound(bound) if bound.marked);
        let sign = match rule.target {
            Target::Number(sign, _) => sign,
            Target::Implied => "≥",
            Target::Between(..) | Target::About(..) | Target::Series(..) => return None,
        };
        let (number, its) = self.number(read, Some(at), |said| match said {
            Sign::Bare => true,
            Sign::Compare(comparison) => comparison.sign() == sign,
            Sign::Equal | Sign::To(_) | Sign::About => false,
        })?;
        let fits = its.is_empty() || its == rule.unit;
        (is_level && !is_marked && fits && !rule.is_beyond(number)).then_some(number)
    }

    /// Who is judged, and whether the regions' values add up.
    pub(super) fn roll_up(&self, rule: &mut Rule) {
        let text = self.words.as_ref().map_or("", |(_, text)| text);
        let says = |words: &str| has(&self.name.text, words) || has(text, words);
        if rule.unit == PERCENT {
            if says("市、县（区） 市、县(区) 市县（区） 市县两级 市、县两级")
            {
                rule.line(Key::Scope, "scope", quoted("city"));
                let note = "连市本级也算在内，各县（区）相加不得全市数，写作只看市级，请核对";
                rule.note(Key::Scope, note);
            }
            return;
        }
        if rule.growth || matches!(rule.form, Form::FullCoverage | Form::Relative) {
            return;
        }
        if says("每个县 各县 每县") {
            rule.line(Key::Scope, "scope", quoted("each-county"));
        } else if self.name.is_average(&rule.unit) {
            rule.line(Key::Scope, "roll-up", quoted("none"));
            let note =
                "各地区的平均数、比率不能相加，全市只看市级自己报的数；若可相加，请写 \"sum\"";
            rule.note(Key::Scope, note);
        } else {
            rule.line(Key::Scope, "scope", quoted("total"));
        }
    }

    /// That a column's cell became no part of the rule.
    pub(super) fn unused(&self, at: Option<usize>) -> String {
        let column = self.around.header.cell(at);
        format!("“{column}”列另有“{}”，没有写成规则，请核对", tidy(self.cell(at)))
    }
}
