//! By how much a verdict is missed, or may be.

use super::Lang;
use super::numbers::Numbers;
use super::text::{Amount, Side};
use crate::exact::shown;
use crate::report::Row;
use crate::term::Standing;

/// In people or institutions; of what counts whole things in those, where that is more than
/// the margin says.
pub(super) fn in_counts(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<Amount> {
    if let Some(count) = &numbers.count {
        let unit = lang.name(row.indicator().measure.count_units()[0]);
        return Some(Amount { is_count: true, ..amount(row, count, unit) });
    }
    let whole = row.whole_margin().filter(|whole| row.margin().as_ref() != Some(whole))?;
    let text = shown::rounded(&whole, 0);
    Some(Amount { is_count: true, ..amount(row, &text, lang.name(row.unit())) })
}

/// In the unit of the indicator.
pub(super) fn of_margin(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<Amount> {
    let margin = numbers.margin.as_deref()?;
    let is_count = row.whole_margin().is_some();
    Some(Amount { is_count, ..amount(row, margin, lang.name(row.unit())) })
}

fn amount(row: &Row<'_>, number: &str, unit: &str) -> Amount {
    // What is exactly on the wrong side of a strict bound is missed by nothing that is written.
    let fails = number.starts_with('-') || row.outcome().standing() == Standing::Fail;
    let side = match (fails, row.is_exceeded()) {
        (false, _) => Side::Spare,
        (true, true) => Side::Over,
        (true, false) => Side::Short,
    };
    let (number, unit) = (number.trim_start_matches('-').to_owned(), unit.to_owned());
    Amount { side, number, unit, is_count: false, needs_all: row.needs_all() }
}
