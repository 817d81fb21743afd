//! The baseline of a rule.

use super::amount::PERCENT;
use super::cell::{self, Bound, Cell, Sign, Span};
use super::fold::tidy;
use super::row::Row;
use super::rule::{Key, Rule};
use crate::exact::Decimal;

/// The number that the baseline's cell holds, if it holds one and no more, and its unit.
fn number(row: &Row<'_>) -> Option<(Decimal, String)> {
    match cell::read(row.baseline) {
        Cell::Full => Some((Decimal::new(100, 0)?, PERCENT.to_owned())),
        Cell::Bound(Bound {
            sign: Sign::Bare,
            total: false,
            span: Span::End,
            moves: None,
            amount,
            ..
        }) => amount.resolve(row.baseline_unit.as_deref().unwrap_or(&row.unit)),
        _ => None,
    }
}

/// Whether a number in a unit lies below the baseline that the table gives.
pub(super) fn is_above(row: &Row<'_>, target: Decimal, unit: &str) -> bool {
    number(row).is_some_and(|(base, its)| {
        (its.is_empty() || its == unit || unit.is_empty()) && base.is_above(target)
    })
}

/// Writes the baseline, or says why there is none.
pub(super) fn write(row: &Row<'_>, rule: &mut Rule) {
    let read = cell::read(row.baseline);
    let printed = tidy(row.baseline);
    if read == Cell::Blank {
        return;
    }
    let number = number(row).and_then(|(number, unit)| {
        let fits = unit.is_empty() || rule.unit.is_empty() || unit == rule.unit;
        if fits && rule.unit.is_empty() {
            rule.unit = unit;
        }
        fits.then_some(number)
    });
    if matches!(&read, Cell::Bound(base) if base.marked) {
        rule.note(Key::Baseline, "原表的基期值带有注号，可能不是基期年份的数，请看表注");
    }
    if rule.reported || !rule.form.has_baseline() {
        rule.note(Key::Baseline, format!("这种目标不用基期值（原表：{printed}）"));
        return;
    }
    rule.baseline = number.filter(|number| !rule.is_beyond(*number));
    if rule.baseline.is_none() {
        let why = match &read {
            Cell::Bound(Bound { total: true, .. }) => "是累计数",
            Cell::Bound(Bound { sign: Sign::Bare, .. }) if number.is_some() => "超出单位的界限",
            Cell::Bound(Bound { sign: Sign::Bare, span: Span::End, moves: None, .. }) => {
                "与目标值的单位不同"
            }
            _ => "不是一个确定的数",
        };
        rule.note(Key::Baseline, format!("原表的基期值“{printed}”{why}，没有写 baseline"));
    }
}
