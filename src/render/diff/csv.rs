//! A comparison as CSV: one row a verdict that is not the same. The header is the same in
//! every language; findings are not in it.

use std::io::{self, Write};

use super::figures::rise;
use crate::render::csv::plain;
use crate::report::comparison::Comparison;
use crate::report::record::{Value, Verdict};

pub(in crate::render) const HEADER: [&str; 20] = [
    "change",
    "indicator",
    "number",
    "name",
    "attribute",
    "region_code",
    "region",
    "level",
    "old_year",
    "new_year",
    "old_outcome",
    "new_outcome",
    "old_value",
    "new_value",
    "difference",
    "unit",
    "old_numerator",
    "old_denominator",
    "new_numerator",
    "new_denominator",
];

/// Writes every verdict that is not the same.
///
/// # Errors
/// Those of the writer.
pub fn csv(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    write(comparison, out).map_err(plain)
}

fn write(comparison: &Comparison, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEADER)?;
    for change in &comparison.changes {
        let rise = rise(change).unwrap_or_default();
        let sides = (Some(&change.old), Some(&change.new));
        writer.write_record(record(change.turn.word(), &change.new, sides, rise))?;
    }
    for verdict in &comparison.vanished {
        writer.write_record(record("vanished", verdict, (Some(verdict), None), String::new()))?;
    }
    for verdict in &comparison.appeared {
        writer.write_record(record("appeared", verdict, (None, Some(verdict)), String::new()))?;
    }
    Ok(writer.flush()?)
}

fn record(
    word: &str,
    of: &Verdict,
    (old, new): (Option<&Verdict>, Option<&Verdict>),
    rise: String,
) -> [String; 20] {
    let year = |it: Option<&Verdict>| it.map_or(String::new(), |it| it.year.to_string());
    let outcome = |it: Option<&Verdict>| it.map_or("", |it| it.outcome.word()).to_owned();
    let value = |it: Option<&Verdict>| match it.and_then(|it| it.value.as_ref()) {
        Some(Value::Number(number)) => number.text().to_owned(),
        Some(Value::Done(_, Some(day))) => day.to_string(),
        Some(Value::Done(done, None)) => if *done { "1" } else { "0" }.to_owned(),
        None => String::new(),
    };
    let counts = |it: Option<&Verdict>| match it.and_then(|it| it.counts.as_ref()) {
        Some((numerator, denominator)) => {
            [numerator, denominator].map(|number| number.text().to_owned())
        }
        None => [String::new(), String::new()],
    };
    let ([old_numerator, old_denominator], [new_numerator, new_denominator]) =
        (counts(old), counts(new));
    [
        word.to_owned(),
        of.indicator.id.clone(),
        of.indicator.number.clone().unwrap_or_default(),
        of.indicator.name.clone(),
        of.indicator.attribute.word().to_owned(),
        of.region.code.clone().unwrap_or_default(),
        of.region.name.clone(),
        of.region.level.word().to_owned(),
        year(old),
        year(new),
        outcome(old),
        outcome(new),
        value(old),
        value(new),
        rise,
        of.unit.to_string(),
        old_numerator,
        old_denominator,
        new_numerator,
        new_denominator,
    ]
}
