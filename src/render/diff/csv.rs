//! A comparison as CSV: one row a verdict that is not the same. The header is the same in
//! every language; findings are not in it.

use std::io::{self, Write};

use super::figures::rise;
use crate::render::csv::some;
use crate::report::comparison::Comparison;
use crate::report::record::Verdict;

/// A verdict that is not the same on both sides.
struct Line<'c> {
    change: &'static str,
    of: &'c Verdict,
    old: Option<&'c Verdict>,
    new: Option<&'c Verdict>,
    rise: Option<String>,
}

fn value(of: Option<&Verdict>) -> String {
    let value = of.and_then(|of| of.value.as_ref());
    some(value.map(|it| it.day().map_or_else(|| it.text().to_owned(), |day| day.to_string())))
}

fn numerator(of: Option<&Verdict>) -> String {
    some(of.and_then(|of| of.counts.as_ref()).map(|(numerator, _)| numerator.text()))
}

fn denominator(of: Option<&Verdict>) -> String {
    some(of.and_then(|of| of.counts.as_ref()).map(|(_, denominator)| denominator.text()))
}

/// What a column says.
type Text = fn(&Line<'_>) -> String;

/// The columns: the name of each, and what it says of a verdict.
#[rustfmt::skip] // a column a line
static COLUMNS: [(&str, Text); 20] = [
    ("change", |it| it.change.to_owned()),
    ("indicator", |it| it.of.indicator.id.clone()),
    ("number", |it| some(it.of.indicator.number.as_ref())),
    ("name", |it| it.of.indicator.name.to_string()),
    ("attribute", |it| it.of.indicator.attribute.word().to_owned()),
    ("region_code", |it| some(it.of.region.code.as_ref())),
    ("region", |it| it.of.region.name.to_string()),
    ("level", |it| it.of.region.level.word().to_owned()),
    ("old_year", |it| some(it.old.map(|of| of.year))),
    ("new_year", |it| some(it.new.map(|of| of.year))),
    ("old_outcome", |it| some(it.old.map(|of| of.outcome.word()))),
    ("new_outcome", |it| some(it.new.map(|of| of.outcome.word()))),
    ("old_value", |it| value(it.old)),
    ("new_value", |it| value(it.new)),
    ("difference", |it| some(it.rise.as_ref())),
    ("unit", |it| it.of.unit.to_string()),
    ("old_numerator", |it| numerator(it.old)),
    ("old_denominator", |it| denominator(it.old)),
    ("new_numerator", |it| numerator(it.new)),
    ("new_denominator", |it| denominator(it.new)),
];

/// The names of the columns.
pub(in crate::render) fn header() -> Vec<&'static str> {
    COLUMNS.iter().map(|(name, _)| *name).collect()
}

/// Writes every verdict that is not the same.
///
/// # Errors
/// Those of the writer.
pub fn csv(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(header())?;
    let Comparison { changes, vanished, appeared, .. } = comparison;
    let changes = changes.iter().map(|change| {
        let (old, new) = (Some(&change.old), Some(&change.new));
        Line { change: change.turn.word(), of: &change.new, old, new, rise: rise(change) }
    });
    let line = |change, of, old, new| Line { change, of, old, new, rise: None };
    let vanished = vanished.iter().map(|of| line("vanished", of, Some(of), None));
    let appeared = appeared.iter().map(|of| line("appeared", of, None, Some(of)));
    for line in changes.chain(vanished).chain(appeared) {
        writer.write_record(COLUMNS.iter().map(|(_, text)| text(&line)))?;
    }
    writer.flush()
}
