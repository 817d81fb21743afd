//! Rows as nearly all are: names that came before, plain numbers, no remark.
//!
//! Such a row is read in one pass, without looking for the ends of its cells
//! first. Whatever is unusual about a row, its faults above all, is left to the
//! careful way; a test holds the two together.

use super::cell::Cell;
use super::figure::{self, Cells};
use super::header::Field;
use super::lines::LineReader;
use super::rows::Row;
use crate::exact::Decimal;
use crate::term::Entry;

impl LineReader<'_> {
    /// The row at the beginning of `bytes`, and how long it is with its line end;
    /// none if it has to be read carefully. `line` is counted over all files.
    #[inline]
    pub(super) fn fast_row(&mut self, bytes: &[u8], line: u32) -> Option<(Row, usize)> {
        if self.lines.delimiter != b',' {
            return None;
        }
        let columns = self.lines.header.columns();
        let reading = &mut self.reading;
        let mut at = 0;
        let (mut region, mut series, mut year) = (None, None, reading.context.year.map(|(y, _)| y));
        let (mut value, mut numerator) = (Cell::Missing(None), Cell::Missing(None));
        let (mut denominator, mut total) = (Cell::Missing(None), Cell::Missing(None));
        for (position, field) in columns.iter().enumerate() {
            let rest = bytes.get(at..)?;
            let length = match field {
                Some(Field::Year) => {
                    let (found, length) = reading.years.expect(rest)?;
                    year = Some(found);
                    length
                }
                Some(Field::Region) => {
                    let (found, length) =
                        reading.regions.expect(rest).or_else(|| reading.next_region(rest))?;
                    region = Some(found);
                    length
                }
                Some(Field::Indicator) => {
                    let (found, length) = reading.series.expect(rest)?;
                    series = Some(found);
                    length
                }
                Some(Field::Value) => number(rest, &mut value)?,
                Some(Field::Numerator) => number(rest, &mut numerator)?,
                Some(Field::Denominator) => number(rest, &mut denominator)?,
                Some(Field::Total) => number(rest, &mut total)?,
                // A remark, a unit, or a column that holds no figure: empty, or read
                // carefully.
                Some(Field::Remark | Field::Unit) | None => 0,
            };
            let end = if position + 1 == columns.len() { b'\n' } else { b',' };
            if *rest.get(length)? != end {
                return None;
            }
            at += length + 1;
        }
        let (region, series, year) = (region?, series?, year?);
        let known = &reading.context.vocabulary.series[series.index()];
        if !known.limits.are_numbers() {
            return None;
        }
        let cells = Cells { value, numerator, denominator, total, explained: false };
        let mut problems = Vec::new();
        let (sent, figure) = figure::validate(&cells, known, &|_| String::new(), &mut problems);
        let entry = Entry::new(sent, &figure, line);
        problems.is_empty().then_some((Row { region, series, year, entry }, at))
    }
}

/// Reads plain digits with at most one point and a percent sign, and says how many
/// bytes they take; nothing is a missing value. At most 16 digits: longer ones are
/// read carefully.
#[inline]
fn number(bytes: &[u8], cell: &mut Cell) -> Option<usize> {
    let mut mantissa = 0i64;
    let mut point = None;
    for (at, byte) in bytes.iter().enumerate().take(18) {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at),
            b',' | b'\n' | b'%' => {
                let percent = *byte == b'%';
                let scale = point.map_or(0, |point| at - point - 1);
                if at == 0 {
                    return (!percent).then_some(0);
                }
                if point == Some(at - 1) {
                    return None;
                }
                let number = Decimal::packed((mantissa, u8::try_from(scale).ok()?));
                *cell = Cell::Number { number, percent };
                return Some(at + usize::from(percent));
            }
            _ => return None,
        }
    }
    None
}
