//! The cells of a column, as text.

use std::collections::BTreeSet;
use std::io::Write as _;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::{ParquetError, Result};
use parquet::record::Field;

use super::chunks::MOST_PAGE;
use super::kind::{Kind, Moment};
use crate::submission::number::FLOAT;

/// The cells of some rows of a column, as they stand in CSV.
#[derive(Default)]
pub(super) struct Cells {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Cells that hold nothing.
    pub(super) fn blank(&mut self, rows: usize) {
        self.ends.resize(rows, 0);
    }

    #[inline]
    pub(super) fn cell(&self, row: usize) -> &[u8] {
        let from = row.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(row).copied().unwrap_or(0);
        self.text.get(from.copied().unwrap_or(0)..end).unwrap_or_default()
    }

    /// Decodes so many rows; `broken` gets those that hold a line break.
    pub(super) fn fill(
        &mut self,
        reader: &mut ColumnReader,
        kind: &Kind,
        rows: usize,
        broken: &mut BTreeSet<usize>,
    ) -> Result<()> {
        use ColumnReader as Of;
        let scale = if let Kind::Decimal { scale } = kind { *scale } else { 0 };
        let is_count = *kind == Kind::Count;
        match reader {
            Of::BoolColumnReader(of) => self.each(of, rows, |truth, text, _| {
                text.extend_from_slice(if *truth { "是" } else { "否" }.as_bytes());
                Ok(())
            }),
            Of::Int32ColumnReader(of) if *kind == Kind::Day => {
                self.each(of, rows, |days, text, _| day(i64::from(*days), text))
            }
            Of::Int32ColumnReader(of) => self.each(of, rows, |whole, text, _| {
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::Int64ColumnReader(of) => self.each(of, rows, |whole, text, _| {
                if let Kind::Moment(of) = kind {
                    return moment(*whole, *of, text);
                }
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::FloatColumnReader(of) => {
                self.each(of, rows, |value, text, _| float(f64::from(*value), value, text))
            }
            Of::DoubleColumnReader(of) => {
                self.each(of, rows, |value, text, _| float(*value, value, text))
            }
            Of::ByteArrayColumnReader(of) if *kind == Kind::Text => {
                self.each(of, rows, |value: &ByteArray, text, row| {
                    if quoted(value.data(), text) {
                        broken.insert(row);
                    }
                    Ok(())
                })
            }
            Of::ByteArrayColumnReader(of) => {
                self.each(of, rows, |value, text, _| unscaled(value.data(), scale, text))
            }
            Of::FixedLenByteArrayColumnReader(of) => {
                self.each(of, rows, |value, text, _| unscaled(value.data(), scale, text))
            }
            Of::Int96ColumnReader(_) => Err(ParquetError::General("INT96".to_owned())),
        }
    }

    /// Decodes so many rows, and writes each value.
    fn each<T: DataType>(
        &mut self,
        reader: &mut ColumnReaderImpl<T>,
        rows: usize,
        mut write: impl FnMut(&T::T, &mut Vec<u8>, usize) -> Result<()>,
    ) -> Result<()> {
        let (mut values, mut levels) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        let (read, ..) = reader.read_records(rows, Some(&mut levels), None, &mut values)?;
        if read != rows {
            return Err(ParquetError::EOF(format!("{read} of {rows} rows")));
        }
        let mut values = values.iter();
        // Of a column that has a value in every row there are no levels.
        for row in 0..rows {
            let value = match levels.get(row) {
                Some(0) => None,
                Some(_) | None => values.next(),
            };
            if let Some(value) = value {
                write(value, &mut self.text, row)?;
            }
            // A value that a dictionary holds once may stand in every row.
            if self.text.len() > MOST_PAGE {
                let most = MOST_PAGE >> 20;
                return Err(ParquetError::General(format!("{row} rows of more than {most} MiB")));
            }
            self.ends.push(self.text.len());
        }
        Ok(())
    }
}

/// Writes a text as CSV has it, and says whether it holds a line break.
#[inline]
fn quoted(value: &[u8], text: &mut Vec<u8>) -> bool {
    if !value.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        text.extend_from_slice(value);
        return false;
    }
    text.push(b'"');
    for byte in value {
        if *byte == b'"' {
            text.push(b'"');
        }
        text.push(*byte);
    }
    text.push(b'"');
    memchr::memchr2(b'\n', b'\r', value).is_some()
}

/// Writes a number of so many digits behind the point, with all of them.
fn decimal(value: i128, scale: usize, text: &mut Vec<u8>) {
    const PLACES: usize = 40;
    let mut digits = [b'0'; PLACES];
    let mut from = PLACES;
    let mut large = value.unsigned_abs();
    let mut put = |digit: u8| {
        from = from.saturating_sub(1);
        digits[from] += digit;
    };
    let small = loop {
        match u64::try_from(large) {
            Ok(small) => break small,
            Err(_) => put((large % 10) as u8),
        }
        large /= 10;
    };
    let mut rest = small;
    while rest > 0 {
        put((rest % 10) as u8);
        rest /= 10;
    }
    let from = from.min(PLACES.saturating_sub(scale + 1));
    if value < 0 {
        text.push(b'-');
    }
    let (whole, fraction) = digits[from..].split_at(PLACES - scale - from);
    text.extend_from_slice(whole);
    if scale > 0 {
        text.push(b'.');
        text.extend_from_slice(fraction);
    }
}

/// Writes a number that is told by its bytes, the highest first.
fn unscaled(bytes: &[u8], scale: usize, text: &mut Vec<u8>) -> Result<()> {
    let sign = if bytes.first().is_some_and(|first| *first >= 0x80) { 0xFF } else { 0 };
    let (above, held) = bytes.split_at(bytes.len().saturating_sub(size_of::<i128>()));
    let mut whole = [sign; size_of::<i128>()];
    let from = whole.len() - held.len();
    whole[from..].copy_from_slice(held);
    let whole = i128::from_be_bytes(whole);
    let is_held = above.iter().all(|byte| *byte == sign) && (whole < 0) == (sign != 0);
    if !is_held {
        return Err(ParquetError::General("DECIMAL of more than 38 digits".to_owned()));
    }
    decimal(whole, scale, text);
    Ok(())
}

/// Writes a day by its number since 1970.
fn day(number: i64, text: &mut Vec<u8>) -> Result<()> {
    /// Those that are written with four digits of a year.
    const DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896;
    match i32::try_from(number).ok().filter(|_| DAYS.contains(&number)) {
        Some(number) => write!(text, "{}", Field::Date(number))?,
        None => write!(text, "{number}(DATE)")?,
    }
    Ok(())
}

/// Writes a point in time as it would be typed, to its second.
fn moment(value: i64, of: Moment, text: &mut Vec<u8>) -> Result<()> {
    const DAY: i64 = 86_400;
    let seconds = value.div_euclid(of.of_second);
    day(seconds.div_euclid(DAY), text)?;
    let of_day = seconds.rem_euclid(DAY);
    let (hours, minutes, seconds) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    // Of another zone it may be of the next day here.
    let zone = if of.is_utc { "Z" } else { "" };
    write!(text, " {hours:02}:{minutes:02}:{seconds:02}{zone}")?;
    Ok(())
}

/// Writes a whole number as one; another says that it is not exact.
fn float(value: f64, shown: &impl std::fmt::Display, text: &mut Vec<u8>) -> Result<()> {
    /// From here on not every whole number is one.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < WHOLE {
        decimal(value as i128, 0, text);
    } else {
        write!(text, "{shown}{FLOAT}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut text = Vec::new();
        write(&mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn decimals_have_every_digit_that_they_were_sent_with() {
        for (value, scale, shown) in [
            (0, 0, "0"),
            (0, 2, "0.00"),
            (-7, 3, "-0.007"),
            (5720, 2, "57.20"),
            (i128::MAX, 0, "170141183460469231731687303715884105727"),
            (i128::MIN, 38, "-1.70141183460469231731687303715884105728"),
        ] {
            assert_eq!(text(|out| decimal(value, scale, out)), shown);
            let bytes = value.to_be_bytes();
            let longer = [[if value < 0 { 0xFF } else { 0 }; 3].as_slice(), &bytes].concat();
            for bytes in [&bytes[..], &longer] {
                assert_eq!(text(|out| unscaled(bytes, scale, out).unwrap()), shown);
            }
        }
        assert_eq!(text(|out| unscaled(&[0xFF, 0x00], 1, out).unwrap()), "-25.6");
        assert_eq!(text(|out| unscaled(&[], 0, out).unwrap()), "0");
        for bytes in [&[1; 17][..], &[[0].as_slice(), &[0x80; 16]].concat()] {
            assert!(unscaled(bytes, 0, &mut Vec::new()).is_err());
        }
    }

    #[test]
    fn a_float_is_a_number_where_it_is_whole_and_else_says_what_it_is() {
        let shown = |value: f64| text(|out| float(value, &value, out).unwrap());
        for (value, expected) in [
            (3512.0, "3512"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (57.2, "57.2(DOUBLE)"),
            (9_007_199_254_740_992.0, "9007199254740992(DOUBLE)"),
            (f64::NAN, "NaN(DOUBLE)"),
            (f64::NEG_INFINITY, "-inf(DOUBLE)"),
        ] {
            assert_eq!(shown(value), expected);
        }
        assert_eq!(text(|out| float(f64::from(0.1f32), &0.1f32, out).unwrap()), "0.1(DOUBLE)");
    }

    #[test]
    fn a_day_is_written_as_it_is_typed_and_a_time_of_another_zone_says_so() {
        for (number, shown) in [
            (0, "1970-01-01"),
            (19_473, "2023-04-26"),
            (-719_162, "0001-01-01"),
            (2_932_896, "9999-12-31"),
            (2_932_897, "2932897(DATE)"),
            (i64::from(i32::MIN), "-2147483648(DATE)"),
        ] {
            assert_eq!(text(|out| day(number, out).unwrap()), shown);
        }
        for (value, of_second, is_utc, shown) in [
            (0, 1_000, false, "1970-01-01 00:00:00"),
            (-1, 1_000_000, false, "1969-12-31 23:59:59"),
            (1_682_524_800_999_999_999, 1_000_000_000, true, "2023-04-26 16:00:00Z"),
            (i64::MAX, 1_000, true, "106751991167(DATE) 07:12:55Z"),
        ] {
            let of = Moment { of_second, is_utc };
            assert_eq!(text(|out| moment(value, of, out).unwrap()), shown);
        }
    }

    #[test]
    fn text_is_quoted_where_csv_wants_it() {
        for (value, expected, is_broken) in [
            ("定海区", "定海区", false),
            ("", "", false),
            ("甲,乙", "\"甲,乙\"", false),
            ("=\"1\"", "\"=\"\"1\"\"\"", false),
            ("甲\n乙", "\"甲\n乙\"", true),
            ("甲\r", "\"甲\r\"", true),
        ] {
            let mut broken = false;
            let shown = text(|out| broken = quoted(value.as_bytes(), out));
            assert_eq!((shown.as_str(), broken), (expected, is_broken));
        }
    }
}
