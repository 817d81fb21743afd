//! The cells of a column, as text.

use std::io::Write as _;
use std::sync::Arc;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType, Int32Type};
use parquet::errors::{ParquetError, Result};
use parquet::record::Field;

use super::chunks::MOST_PAGE;
use super::kind::{Kind, Moment};
use crate::submission::number::FLOAT;
use crate::submission::recent::is_plain;
use crate::submission::turns::utf8;

/// The cells of some rows of a column: what stands in them, and which of it in which row.
pub(super) struct Cells {
    words: Arc<Words>,
    of: Vec<u32>,
}

/// What stands in cells, each as CSV has it and with a comma behind it. The first is blank.
pub(super) struct Words {
    text: Vec<u8>,
    /// Where they begin, and where one more would.
    starts: Vec<u32>,
    longest: usize,
}

/// So much stands behind the last of them that a number may be read by whole words.
const BEHIND: [u8; 16] = [b','; 16];

impl Cells {
    /// # Errors
    /// If they hold more text than a page may.
    pub(super) fn new(words: Arc<Words>, of: Vec<u32>) -> Result<Self> {
        // A word that is told once may stand in every row.
        if words.longest.saturating_mul(of.len()) > MOST_PAGE {
            let lengths = of.iter().map(|word| words.get(*word).len());
            if lengths.sum::<usize>() > MOST_PAGE {
                return Err(too_long(of.len()));
            }
        }
        Ok(Self { words, of })
    }

    /// Cells that hold nothing.
    pub(super) fn blank(rows: usize) -> Self {
        Self { words: Arc::new(Words::new()), of: vec![0; rows] }
    }

    /// One of them, with a comma and whatever else behind it.
    #[inline]
    pub(super) fn rest(&self, row: usize) -> &[u8] {
        self.words.rest(self.of.get(row).copied().unwrap_or(0))
    }

    /// Whether the same word stands in two rows.
    #[inline]
    pub(super) fn is_again(&self, before: usize, row: usize) -> bool {
        self.of.get(before) == self.of.get(row)
    }

    pub(super) fn get(&self, row: usize) -> &[u8] {
        self.words.get(self.of.get(row).copied().unwrap_or(0))
    }
}

fn too_long(rows: usize) -> ParquetError {
    ParquetError::General(format!("{rows} rows of more than {} MiB", MOST_PAGE >> 20))
}

impl Words {
    fn new() -> Self {
        Self { text: vec![b','], starts: vec![0, 1], longest: 0 }
    }

    #[inline]
    fn rest(&self, word: u32) -> &[u8] {
        let start = self.starts.get(word as usize).copied().unwrap_or(0);
        self.text.get(start as usize..).unwrap_or_default()
    }

    fn get(&self, word: u32) -> &[u8] {
        let next = self.starts.get(word as usize + 1).copied().unwrap_or(1);
        let start = self.starts.get(word as usize).copied().unwrap_or(0);
        self.text.get(start as usize..next as usize - 1).unwrap_or_default()
    }

    /// Takes what was written behind the last one as another.
    fn end(&mut self) -> Result<()> {
        let [.., start] = self.starts.as_slice() else { return Ok(()) };
        self.longest = self.longest.max(self.text.len() - *start as usize);
        self.text.push(b',');
        if self.text.len() > MOST_PAGE {
            return Err(too_long(self.starts.len() - 1));
        }
        self.starts.push(self.text.len() as u32);
        Ok(())
    }

    /// Decodes so many rows: their words, and which of them stands in each row.
    pub(super) fn read(
        reader: &mut ColumnReader,
        kind: &Kind,
        rows: usize,
    ) -> Result<(Self, Vec<u32>)> {
        use ColumnReader as Of;
        let scale = if let Kind::Decimal { scale } = kind { *scale } else { 0 };
        let is_count = *kind == Kind::Count;
        match reader {
            Of::BoolColumnReader(of) => Self::each(of, rows, |truth, text| {
                text.extend_from_slice(if *truth { "是" } else { "否" }.as_bytes());
                Ok(())
            }),
            Of::Int32ColumnReader(of) if *kind == Kind::Day => {
                Self::each(of, rows, |days, text| day(i64::from(*days), text))
            }
            Of::Int32ColumnReader(of) => Self::each(of, rows, |whole, text| {
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::Int64ColumnReader(of) => Self::each(of, rows, |whole, text| {
                if let Kind::Moment(of) = kind {
                    return moment(*whole, *of, text);
                }
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::FloatColumnReader(of) => {
                Self::each(of, rows, |value, text| float(f64::from(*value), value, text))
            }
            Of::DoubleColumnReader(of) => {
                Self::each(of, rows, |value, text| float(*value, value, text))
            }
            Of::ByteArrayColumnReader(of) if *kind == Kind::Text => {
                Self::each(of, rows, |value: &ByteArray, text| {
                    quoted(value.data(), text);
                    Ok(())
                })
            }
            Of::ByteArrayColumnReader(of) => {
                Self::each(of, rows, |value, text| unscaled(value.data(), scale, text))
            }
            Of::FixedLenByteArrayColumnReader(of) => {
                Self::each(of, rows, |value, text| unscaled(value.data(), scale, text))
            }
            Of::Int96ColumnReader(_) => Err(ParquetError::General("INT96".to_owned())),
        }
    }

    /// Decodes so many rows, and writes each value.
    fn each<T: DataType>(
        reader: &mut ColumnReaderImpl<T>,
        rows: usize,
        mut write: impl FnMut(&T::T, &mut Vec<u8>) -> Result<()>,
    ) -> Result<(Self, Vec<u32>)> {
        let (values, levels) = decoded(reader, rows)?;
        let mut words = Self::new();
        for value in &values {
            write(value, &mut words.text)?;
            words.end()?;
        }
        if utf8(&words.text).is_err() {
            return Err(ParquetError::General("not UTF-8".to_owned()));
        }
        words.text.extend_from_slice(&BEHIND);
        let of = by_row(1..values.len() as u32 + 1, &levels, rows);
        Ok((words, of))
    }
}

/// Decodes so many rows that have numbers in a dictionary: of each which word stands in it.
pub(super) fn numbers(reader: &mut ColumnReaderImpl<Int32Type>, rows: usize) -> Result<Vec<u32>> {
    let (numbers, levels) = decoded(reader, rows)?;
    let words = numbers.iter().map(|number| number.cast_unsigned().wrapping_add(1));
    Ok(by_row(words, &levels, rows))
}

/// Decodes so many rows: the values that there are, and of each row whether it has one, unless
/// all of them do.
fn decoded<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    rows: usize,
) -> Result<(Vec<T::T>, Vec<i16>)> {
    let (mut values, mut levels) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let (read, ..) = reader.read_records(rows, Some(&mut levels), None, &mut values)?;
    match read == rows {
        true => Ok((values, levels)),
        false => Err(ParquetError::EOF(format!("{read} of {rows} rows"))),
    }
}

/// The words that there are by the rows they stand in: where there is none, the blank one.
fn by_row(mut words: impl ExactSizeIterator<Item = u32>, levels: &[i16], rows: usize) -> Vec<u32> {
    match words.len() {
        0 => vec![0; rows],
        all if all == rows => words.collect(),
        _ => {
            let mut of = Vec::with_capacity(rows);
            for level in levels {
                of.push(if *level == 0 { 0 } else { words.next().unwrap_or(0) });
            }
            of
        }
    }
}

/// Writes a text as CSV has it.
#[inline]
fn quoted(value: &[u8], text: &mut Vec<u8>) {
    if is_plain(value) {
        text.extend_from_slice(value);
        return;
    }
    text.push(b'"');
    for byte in value {
        if *byte == b'"' {
            text.push(b'"');
        }
        text.push(*byte);
    }
    text.push(b'"');
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
mod tests;
