//! Rows as nearly all are: names that came before, plain numbers, no remark.
//!
//! Such a row is read in one pass, without looking for the ends of its cells
//! first. Whatever is unusual about a row, its faults above all, is left to the
//! careful way; a test holds the two together.

use super::figure::{Number, Numbers};
use super::header::{Field, Header};
use super::lines::LineReader;
use super::recent::begins_with;
use super::rows::Row;
use crate::exact::Decimal;
use crate::term::{Entry, RegionId, Sent, Year};

impl LineReader<'_> {
    /// The row at the beginning of `bytes`, and how long it is with its line end;
    /// none if it has to be read carefully. `line` is counted over all files. Where cells
    /// are `QUOTED`, any of them may stand in quotes.
    #[inline]
    pub(super) fn fast_row<const QUOTED: bool>(
        &mut self,
        bytes: &[u8],
        line: u32,
    ) -> Option<(Row, usize)> {
        let columns = self.lines.header.columns();
        let reading = &mut self.reading;
        let (mut region, mut series, mut year) = (None, None, reading.context.year.map(|(y, _)| y));
        let mut numbers = Numbers::default();
        let (mut at, mut known) = (0, 0);
        if !QUOTED && self.lead.begins(bytes) {
            (region, year) = (Some(self.lead.region), Some(self.lead.year));
            (at, known) = (self.lead.bytes.len(), self.lead.columns);
        }
        for (position, field) in columns.iter().enumerate().skip(known) {
            let is_last = position + 1 == columns.len();
            let after = if is_last { b'\n' } else { b',' };
            let quoted = QUOTED && *bytes.get(at)? == b'"';
            let (rest, end) = match quoted {
                true => (bytes.get(at + 1..)?, b'"'),
                false => (bytes.get(at..)?, after),
            };
            let mut length = match field {
                Some(Field::Year) => {
                    let (found, length) = reading.years.expect(rest, end)?;
                    year = Some(found);
                    length
                }
                Some(Field::Region) => {
                    let found = reading.regions.expect(rest, end);
                    let (found, length) = found.or_else(|| reading.next_region(rest, end))?;
                    region = Some(found);
                    length
                }
                Some(Field::Indicator) => {
                    let (found, length) = reading.series.expect(rest, end)?;
                    series = Some(found);
                    length
                }
                Some(Field::Value) => number(rest, &mut numbers.value)?,
                Some(Field::Numerator) => number(rest, &mut numbers.numerator)?,
                Some(Field::Denominator) => number(rest, &mut numbers.denominator)?,
                Some(Field::Total) => number(rest, &mut numbers.total)?,
                // A remark, a unit, or a column that holds no figure: empty, or read
                // carefully.
                Some(Field::Remark | Field::Unit) | None => 0,
            };
            if quoted {
                if *rest.get(length)? != b'"' {
                    return None;
                }
                length += 2;
            }
            at += length;
            at += usize::from(is_last && bytes.get(at) == Some(&b'\r'));
            if *bytes.get(at)? != after {
                return None;
            }
            at += 1;
        }
        let (region, series, year) = (region?, series?, year?);
        let figure = numbers.plain(&reading.context.vocabulary.series[series.index()])?;
        let entry = Entry::new(Sent::Figure, &figure, line);
        if !QUOTED && known == 0 {
            self.lead.remember(bytes, region, year);
        }
        Some((Row { region, series, year, entry }, at))
    }
}

/// The cells of year and region that rows begin with: those of the last row come again
/// until its region has all its rows.
pub(super) struct Lead {
    bytes: Vec<u8>,
    /// How many columns they are.
    columns: usize,
    region: RegionId,
    year: Year,
}

impl Lead {
    pub(super) fn new(header: &Header) -> Self {
        let is_lead = |field: &&Option<Field>| matches!(field, Some(Field::Year | Field::Region));
        let columns = header.columns().iter().take_while(is_lead).count();
        Self { bytes: Vec::new(), columns, region: RegionId(0), year: 0 }
    }

    #[inline]
    fn begins(&self, bytes: &[u8]) -> bool {
        !self.bytes.is_empty() && begins_with(bytes, &self.bytes)
    }

    fn remember(&mut self, bytes: &[u8], region: RegionId, year: Year) {
        let mut ends = memchr::memchr_iter(b',', bytes);
        let end = self.columns.checked_sub(1).and_then(|last| ends.nth(last));
        self.bytes.clear();
        self.bytes.extend_from_slice(end.and_then(|end| bytes.get(..=end)).unwrap_or_default());
        (self.region, self.year) = (region, year);
    }
}

/// Reads plain digits with at most one point and a percent sign, and says how many
/// bytes they take; nothing is no number. More than 16 digits, or 18 with those behind the
/// point, are read carefully.
#[inline]
fn number(bytes: &[u8], found: &mut Option<Number>) -> Option<usize> {
    let (mut mantissa, mut length) = digits(bytes)?;
    if length == 0 {
        return Some(0);
    }
    let mut scale = 0;
    if bytes.get(length) == Some(&b'.') {
        let (fraction, more) = digits(bytes.get(length + 1..)?)?;
        if more == 0 || length + more > usize::from(Decimal::MAX_DIGITS) {
            return None;
        }
        mantissa = mantissa * Decimal::POWERS.get(more)? + fraction;
        scale = more;
        length += 1 + more;
    }
    let percent = bytes.get(length) == Some(&b'%');
    let number = Decimal::with_scale(mantissa, scale as u8);
    *found = Some(Number { number, percent });
    Some(length + usize::from(percent))
}

/// The digits at the beginning, at most 16, as a number, and how many they are; none too
/// near the end to look at eight bytes at once.
#[inline]
fn digits(bytes: &[u8]) -> Option<(i64, usize)> {
    let (number, length) = eight_digits(bytes)?;
    if length < 8 {
        return Some((number, length));
    }
    let (rest, more) = eight_digits(bytes.get(8..)?)?;
    Some((number * Decimal::POWERS.get(more)? + rest, length + more))
}

/// The same of at most eight, which one word holds: the first digit in its lowest byte.
#[inline]
fn eight_digits(bytes: &[u8]) -> Option<(i64, usize)> {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let digits = u64::from_le_bytes(*bytes.first_chunk()?) ^ (EACH * b'0' as u64);
    // The upper bit of each byte that is above 9, up to the first at least.
    let others = (digits.wrapping_add(EACH * (0x7F - 9)) | digits) & (EACH << 7);
    let length = others.trailing_zeros() / 8;
    // Zeros before them, so that they are eight; then pairs of one, two and four digits
    // become numbers of two, four and eight.
    let ones = digits.checked_shl(64 - length * 8).unwrap_or(0);
    let twos = (ones.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (twos.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
    let eight = fours.wrapping_mul(10_000 << 32 | 1) >> 32;
    Some((eight as i64, length as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_digits_at_a_time_are_the_number_that_is_written(
            text in "[0-9]{0,18}(\\.[0-9]{0,10})?%?", behind in "[,\n%.0-9a:/ ％，０五-]",
            rest in "[ -~％０五]{16}",
        ) {
            let line = format!("{text}{behind}{rest}");
            let mut found = None;
            let Some(length) = number(line.as_bytes(), &mut found) else { return Ok(()) };
            let (text, _) = line.split_at(length);
            let plain = text.strip_suffix('%');
            let expected = Decimal::parse(plain.unwrap_or(text)).ok();
            prop_assert_eq!(found.map(|found| found.number), expected);
            prop_assert_eq!(found.map(|found| found.percent), expected.map(|_| plain.is_some()));
            prop_assert_eq!(found.is_none(), text.is_empty());
        }
    }
}
