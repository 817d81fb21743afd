//! The canonical layout: one row a value, the same in every language.
//!
//! Remarks are written as they were sent, those that begin with `=`, `+`, `-` or `@` too:
//! the file is for scripts, and a mark put in front would be data that nobody sent. A
//! spreadsheet program reads such a cell as a formula.

use std::io::{self, Write};

use crate::exact::Decimal;
use crate::report::{TidyRow, TidyValue};
use crate::term::Done;

/// Writes a header and the rows; 累计 is a column only if any row has one.
///
/// # Errors
/// Those of the writer.
pub fn tidy<'s>(
    rows: impl Iterator<Item = TidyRow<'s>>,
    totals: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let fields = ["年份", "地区", "指标", "数值", "分子", "分母"];
    let last = ["累计", "备注"];
    writer.write_record(fields.iter().chain(if totals { &last[..] } else { &last[1..] }))?;
    for row in rows {
        let (numerator, denominator) = row.counts.unzip();
        let number = |of: Option<_>, unit| of.map_or(String::new(), |of| number(of, unit));
        writer.write_field(row.year.to_string())?;
        writer.write_field(row.region)?;
        writer.write_field(row.indicator)?;
        writer.write_field(row.value.map(|sent| value(sent, row.unit)).unwrap_or_default())?;
        writer.write_field(number(numerator, ""))?;
        writer.write_field(number(denominator, ""))?;
        if totals {
            writer.write_field(number(row.total, row.unit))?;
        }
        writer.write_field(row.remark.unwrap_or_default())?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

/// A number with the digits it was sent with: 0.22万 is not 2200.
fn number(number: Decimal, unit: &str) -> String {
    match (number.unpadded(), unit.strip_prefix('万')) {
        (None, _) => number.to_string(),
        (Some((parts, false)), None) => format!("{parts}万"),
        (Some((parts, true)), None) => format!("{parts}亿"),
        (Some((parts, _)), Some(base)) => format!("{parts}亿{base}"),
    }
}

/// Whether something is done, as it is filled in.
pub(super) fn done(done: Done) -> String {
    match done {
        Done::Yes => "是".to_owned(),
        Done::No => "否".to_owned(),
        Done::On(date) => date.to_string(),
    }
}

fn value(value: TidyValue<'_>, unit: &str) -> String {
    match value {
        // With its sign, so that 0.5% can't be taken for a half.
        TidyValue::Percent(number) => format!("{number}%"),
        TidyValue::Number(sent) => number(sent, unit),
        TidyValue::Done(done) => self::done(done),
        TidyValue::Words(words) => words.to_owned(),
        TidyValue::NotApplicable => "不适用".to_owned(),
    }
}
