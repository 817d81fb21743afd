//! The canonical layout: one row a value, the same in every language.
//!
//! Remarks are written as they were sent, those that begin with `=`, `+`, `-` or `@` too:
//! the file is for scripts, and a mark put in front would be data that nobody sent. A
//! spreadsheet program reads such a cell as a formula.

use std::borrow::Cow;
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
    let is_there = |name: &str| totals || name != TOTAL;
    let names: Vec<&str> = TIDY.into_iter().filter(|name| is_there(name)).collect();
    writeln!(out, "{}", names.join(","))?;
    let mut line = String::new();
    for row in rows {
        let cells = TIDY.iter().zip(cells(&row)).filter(|(name, _)| is_there(name));
        for (name, cell) in cells {
            let cell = quoted(cell, *name == REMARK);
            line.extend([&*cell, ","]);
        }
        line.pop();
        line.push('\n');
        out.write_all(line.as_bytes())?;
        line.clear();
    }
    out.flush()
}

/// A cell as it stands in a line. A remark that begins as a number does would be taken for what a
/// comma took apart of one.
fn quoted(cell: Cow<'_, str>, is_remark: bool) -> Cow<'_, str> {
    let begins_number = |c: char| c.is_numeric() || matches!(c, '.' | '．');
    let is_torn = is_remark && cell.trim_start().starts_with(begins_number);
    match is_torn || cell.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")).into(),
        false => cell,
    }
}

/// The columns, of which 累计 may be left out.
pub(super) const TIDY: [&str; 8] = ["年份", "地区", "指标", "数值", "分子", "分母", TOTAL, REMARK];
pub(super) const TOTAL: &str = "累计";
const REMARK: &str = "备注";

/// What a row has in all of them.
pub(super) fn cells<'r>(row: &TidyRow<'r>) -> [Cow<'r, str>; 8] {
    let (numerator, denominator) = row.counts.unzip();
    let number = |of: Option<_>, unit| of.map_or(String::new(), |of| number(of, unit));
    [
        row.year.to_string().into(),
        row.region.into(),
        row.indicator.into(),
        row.value.map(|sent| value(sent, row.unit)).unwrap_or_default().into(),
        number(numerator, "").into(),
        number(denominator, "").into(),
        number(row.total, row.unit).into(),
        row.remark.unwrap_or_default().into(),
    ]
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
