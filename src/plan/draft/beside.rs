//! What a row says beside its target: other years, and who is judged.

use super::Years;
use super::amount::PERCENT;
use super::cell::{self, Cell, Sign, Span};
use super::columns::Beside;
use super::fold::{fold, is_blank, tidy};
use super::header::{Header, years as years_in};
use super::row::{Row, cell};
use super::rule::{Form, Key, Rule, Target};
use crate::exact::Decimal;

impl Row<'_> {
    /// The columns of other years: milestones where they surely are, else words.
    pub(super) fn beside(&self, rule: &mut Rule, cells: &[String], header: &Header, years: Years) {
        for at in &header.unknown {
            let printed = cell(cells, Some(*at));
            if matches!(cell::read(printed), Cell::Bound(_)) {
                rule.note(Key::Milestones, unused(header, Some(*at), printed));
            }
        }
        let deadline = cell(cells, header.deadline);
        if !is_blank(&fold(deadline)) && years_in(&fold(deadline)) != [years.target] {
            let deadline = tidy(deadline);
            rule.note(
                Key::Milestones,
                format!("原表的完成时限是“{deadline}”，规则按 {} 年到期写，请核对", years.target),
            );
        }
        for Beside { at, milestone, is_target } in &header.beside {
            let printed = cell(cells, Some(*at));
            let read = cell::read(printed);
            if read == Cell::Blank {
                continue;
            }
            let year = milestone.filter(|year| years.baseline < *year && *year < years.target);
            let unit = header.unit_of(Some(*at));
            match (year, self.milestone(rule, &read, unit.as_deref())) {
                (Some(year), Some(number)) => {
                    rule.milestones.push((year, number));
                    if !is_target {
                        let column = header.cells.get(*at).map_or("", String::as_str);
                        let note =
                            format!("“{column}”列没有写明是目标，写作 {year} 年的年度值，请核对");
                        rule.note(Key::Milestones, note);
                    }
                }
                _ => rule.note(Key::Milestones, unused(header, Some(*at), printed)),
            }
        }
    }

    /// The number of a milestone's cell, if it is held against as the target is.
    fn milestone(&self, rule: &Rule, read: &Cell, unit: Option<&str>) -> Option<Decimal> {
        let is_level = matches!(rule.form, Form::Plain | Form::FullCoverage);
        let sign = match rule.target {
            Target::Number(sign, _) => sign,
            Target::Open(_) => "",
            Target::Implied => "≥",
            Target::Between(..) | Target::About(..) | Target::Series(..) => return None,
        };
        let Cell::Bound(bound) = read else { return None };
        let same = match &bound.sign {
            Sign::Bare => true,
            Sign::Compare(comparison) => comparison.sign() == sign,
            Sign::Equal | Sign::To(_) | Sign::About => false,
        };
        let is_plain =
            !bound.total && !bound.marked && bound.span == Span::End && bound.moves.is_none();
        let (number, its) = bound.amount.resolve(unit.unwrap_or(&self.unit))?;
        let fits = its.is_empty() || its == rule.unit;
        let is_sure = is_level && same && is_plain && fits && !rule.is_beyond(number);
        is_sure.then_some(number)
    }

    /// Who is judged, and whether the regions' values add up.
    pub(super) fn roll_up(&self, rule: &mut Rule) {
        let is_level = !matches!(rule.target, Target::Series(..));
        let says = |words: &[&str]| {
            let of = |text: &str| words.iter().any(|word| text.contains(word));
            of(&rule.name) || rule.text.as_deref().is_some_and(of)
        };
        if rule.unit == PERCENT {
            if says(&["市、县（区）", "市、县(区)", "市县（区）", "市县两级", "市、县两级"])
            {
                rule.scope = Some("city");
                rule.note(
                    Key::Scope,
                    "连市本级也算在内，各县（区）相加不得全市数，写作只看市级，请核对",
                );
            }
            return;
        }
        if rule.growth || rule.form == Form::FullCoverage || !is_level {
            return;
        }
        if says(&["每个县", "各县", "每县"]) {
            rule.scope = Some("each-county");
        } else if self.name.is_average(&rule.unit) {
            rule.apart = true;
            rule.note(
                Key::RollUp,
                "各地区的平均数、比率不能相加，全市只看市级自己报的数；若可相加，请写 \"sum\"",
            );
        } else {
            rule.scope = Some("total");
        }
    }
}

/// That a column's cell became no part of the rule.
pub(super) fn unused(header: &Header, at: Option<usize>, printed: &str) -> String {
    let column = at.and_then(|at| header.cells.get(at)).map_or("", String::as_str);
    format!("“{column}”列另有“{}”，没有写成规则，请核对", tidy(printed))
}
