//! The figures of a verdict as people read them.

use crate::exact::shown;
use crate::render::Lang;
use crate::render::numbers::with_unit;
use crate::report::comparison::Change;
use crate::report::record::{Bounds, Value, Verdict};

const NONE: &str = "—";

/// The value with its unit, and its counts under it if they are asked for.
pub(super) fn value(verdict: &Verdict, counts: bool, lang: Lang) -> String {
    let words = lang.words();
    let value = match &verdict.value {
        Some(Value::Number(number)) => with_unit(number.text(), lang.name(&verdict.unit)),
        Some(Value::Done(true, Some(day)) | Value::Done(false, Some(day))) => day.to_string(),
        Some(Value::Done(true, None)) => words.done.to_owned(),
        Some(Value::Done(false, None)) => words.not_done.to_owned(),
        None => NONE.to_owned(),
    };
    match &verdict.counts {
        Some((numerator, denominator)) if counts => {
            format!("{value}\n{}/{}", numerator.text(), denominator.text())
        }
        _ => value,
    }
}

/// What was demanded.
pub(super) fn requirement(verdict: &Verdict, lang: Lang) -> String {
    let unit = lang.name(&verdict.unit);
    match &verdict.requirement {
        Some(Bounds::Compare(comparison, bound)) => {
            format!("{}{}", comparison.sign(), with_unit(bound.text(), unit))
        }
        Some(Bounds::Between(low, high)) => {
            format!("{}~{}", low.text(), with_unit(high.text(), unit))
        }
        None => String::new(),
    }
}

/// How much the value rose, with as many digits as the finer of the two, and more where it
/// would read as nothing.
pub(super) fn rise(change: &Change) -> Option<String> {
    let digits = [&change.old, &change.new].map(|verdict| match &verdict.value {
        Some(Value::Number(number)) => number.digits(),
        Some(Value::Done(..)) | None => 0,
    });
    let rise = change.difference.as_ref().filter(|rise| !rise.is_zero())?;
    let sign = if rise.is_negative() { '-' } else { '+' };
    Some(format!("{sign}{}", shown::difference(&rise.clone().abs(), digits[0].max(digits[1]))))
}
