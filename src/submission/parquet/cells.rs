//! The cells of a column, as text.

use std::io::Write as _;
use std::sync::Arc;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::{ParquetError, Result};
use parquet::record::Field;

use super::ROWS;
use super::chunks::MOST_PAGE;
use super::kind::{Kind, Moment};
use super::stop::Stop;
use crate::diagnostic::Bulk;
use crate::submission::number::FLOAT;
use crate::submission::recent::is_plain;
use crate::submission::turns::utf8;

/// The cells of some rows of a column: what stands in them, and which of it in which row.
pub(super) struct Cells {
    pub(super) words: Arc<Words>,
    /// Empty where no row has any.
    pub(super) of: Vec<i32>,
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
    /// Those of no rows.
    pub(super) fn new() -> Self {
        let mut words = Words::new();
        words.text.extend_from_slice(&BEHIND);
        Self { words: Arc::new(words), of: Vec::new() }
    }

    /// # Errors
    /// If they hold more text than a page may.
    pub(super) fn check(&self) -> Result<()> {
        // A word that is told once may stand in every row.
        if self.words.longest.saturating_mul(self.of.len()) > MOST_PAGE {
            let lengths = (0..self.of.len()).map(|row| self.get(row).len());
            if lengths.sum::<usize>() > MOST_PAGE {
                return Err(too_long());
            }
        }
        Ok(())
    }

    /// Which of the words stands in a row; the first is blank.
    #[inline]
    pub(super) fn word(&self, row: usize) -> usize {
        self.of.get(row).map_or(0, |word| word.cast_unsigned() as usize)
    }

    /// One of them, with a comma and whatever else behind it.
    #[inline]
    pub(super) fn rest(&self, row: usize) -> &[u8] {
        self.words.rest(self.word(row))
    }

    pub(super) fn get(&self, row: usize) -> &[u8] {
        self.words.get(self.word(row))
    }
}

fn too_long() -> ParquetError {
    Stop::ColumnTooLarge(Bulk::Held { mebibytes: MOST_PAGE as u64 >> 20 }).error()
}

impl Words {
    fn new() -> Self {
        Self { text: vec![b','], starts: vec![0, 1], longest: 0 }
    }

    /// How many bytes they take.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + self.starts.len() * size_of::<u32>()
    }

    /// How many they are, and one that is blank.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    #[inline]
    fn rest(&self, word: usize) -> &[u8] {
        let start = self.starts.get(word).copied().unwrap_or(0);
        self.text.get(start as usize..).unwrap_or_default()
    }

    fn get(&self, word: usize) -> &[u8] {
        let next = self.starts.get(word + 1).copied().unwrap_or(1);
        let start = self.starts.get(word).copied().unwrap_or(0);
        self.text.get(start as usize..next as usize - 1).unwrap_or_default()
    }

    /// Takes what was written behind the last one as another.
    fn end(&mut self) -> Result<()> {
        let [.., start] = self.starts.as_slice() else { return Ok(()) };
        self.longest = self.longest.max(self.text.len() - *start as usize);
        self.text.push(b',');
        if self.text.len() > MOST_PAGE {
            return Err(too_long());
        }
        self.starts.push(self.text.len() as u32);
        Ok(())
    }

    /// Decodes so many rows: a word for each value that there is, and of each row whether it has
    /// one, where it need not.
    pub(super) fn read(
        reader: &mut ColumnReader,
        kind: &Kind,
        rows: usize,
        levels: &mut Vec<i16>,
    ) -> Result<Self> {
        use ColumnReader as Of;
        let scale = if let Kind::Decimal { scale } = kind { *scale } else { 0 };
        let is_count = *kind == Kind::Count;
        match reader {
            Of::BoolColumnReader(of) => Self::each(of, rows, levels, |truth, text| {
                text.extend_from_slice(if *truth { "是" } else { "否" }.as_bytes());
                Ok(())
            }),
            Of::Int32ColumnReader(of) if *kind == Kind::Day => {
                Self::each(of, rows, levels, |days, text| day(i64::from(*days), text))
            }
            Of::Int32ColumnReader(of) if *kind == Kind::Blank => {
                Self::each(of, rows, levels, |_, _| {
                    Err(ParquetError::General("values in a column of none".to_owned()))
                })
            }
            Of::Int32ColumnReader(of) => Self::each(of, rows, levels, |whole, text| {
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::Int64ColumnReader(of) => Self::each(of, rows, levels, |whole, text| {
                if let Kind::Moment(of) = kind {
                    return moment(*whole, *of, text);
                }
                let count = i128::from(whole.cast_unsigned());
                decimal(if is_count { count } else { i128::from(*whole) }, scale, text);
                Ok(())
            }),
            Of::FloatColumnReader(of) => {
                Self::each(of, rows, levels, |value, text| float(f64::from(*value), value, text))
            }
            Of::DoubleColumnReader(of) => {
                Self::each(of, rows, levels, |value, text| float(*value, value, text))
            }
            Of::ByteArrayColumnReader(of) if *kind == Kind::Text => {
                Self::each(of, rows, levels, |value: &ByteArray, text| {
                    quoted(value.data(), text);
                    Ok(())
                })
            }
            Of::ByteArrayColumnReader(of) if matches!(kind, Kind::Bytes { .. }) => {
                let is_used = *kind == Kind::Bytes { is_used: true };
                Self::each(of, rows, levels, |value: &ByteArray, text| {
                    match utf8(value.data()) {
                        Ok(_) => quoted(value.data(), text),
                        Err(_) if is_used => return Err(Stop::Kind("BYTE_ARRAY").error()),
                        Err(_) => {}
                    }
                    Ok(())
                })
            }
            Of::ByteArrayColumnReader(of) => {
                Self::each(of, rows, levels, |value, text| unscaled(value.data(), scale, text))
            }
            Of::FixedLenByteArrayColumnReader(of) => {
                Self::each(of, rows, levels, |value, text| unscaled(value.data(), scale, text))
            }
            Of::Int96ColumnReader(_) => Err(ParquetError::General("INT96".to_owned())),
        }
    }

    /// Decodes so many rows, some at a time, and writes each value.
    fn each<T: DataType>(
        reader: &mut ColumnReaderImpl<T>,
        rows: usize,
        levels: &mut Vec<i16>,
        mut write: impl FnMut(&T::T, &mut Vec<u8>) -> Result<()>,
    ) -> Result<Self> {
        let (mut words, mut values) = (Self::new(), Vec::new());
        for from in (0..rows).step_by(ROWS) {
            values.clear();
            decode(reader, ROWS.min(rows - from), levels, &mut values)?;
            for value in &values {
                write(value, &mut words.text)?;
                words.end()?;
            }
        }
        if utf8(&words.text).is_err() {
            return Err(ParquetError::General("not UTF-8".to_owned()));
        }
        words.text.extend_from_slice(&BEHIND);
        Ok(words)
    }
}

/// Decodes so many rows: the values that there are, and of each row whether it has one, where it
/// need not.
pub(super) fn decode<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    rows: usize,
    levels: &mut Vec<i16>,
    values: &mut Vec<T::T>,
) -> Result<()> {
    let (read, ..) = reader.read_records(rows, Some(levels), None, values)?;
    match read == rows {
        true => Ok(()),
        false => Err(ParquetError::EOF(format!("{read} of {rows} rows"))),
    }
}

/// Puts the words that there are into the rows they stand in: where there is none, the blank one.
pub(super) fn spread(words: &mut Vec<i32>, levels: &[i16]) {
    let mut from = words.len();
    if from == 0 || from >= levels.len() {
        return;
    }
    words.resize(levels.len(), 0);
    for (row, level) in levels.iter().enumerate().rev() {
        let is_there = *level > 0 && from > 0;
        from -= usize::from(is_there);
        words[row] = if is_there { words[from] } else { 0 };
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
        return Err(Stop::Kind("DECIMAL(>38)").error());
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
