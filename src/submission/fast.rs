//! Rows as nearly all are: names that came before, plain numbers, no remark.
//!
//! Such a row is read in one pass, without looking for the ends of its cells
//! first. Whatever is unusual about a row, its faults above all, is left to the
//! careful way; a test holds the two together.

use super::figure::{Number, Numbers, Plain};
use super::header::{Field, Header};
use super::lines::LineReader;
use super::recent::begins_with;
use super::rows::{Context, Reading, Row};
use crate::exact::Decimal;
use crate::term::{Entry, RegionId, Sent, SeriesId, Year};

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
        let mut begun = Begun::new(self.reading.context);
        let (mut rest, mut known) = (bytes, 0);
        if let Some(behind) = self.lead.before(bytes) {
            (begun.region, begun.year) = (Some(self.lead.region), Some(self.lead.year));
            (rest, known) = (behind, self.lead.columns);
        }
        for (field, after) in self.lead.behind.get(known..)? {
            let quoted = QUOTED && *rest.first()? == b'"';
            let end = if quoted { b'"' } else { *after };
            rest = rest.get(usize::from(quoted)..)?;
            let length = begun.cell(&mut self.reading, *field, rest, end)?;
            rest = rest.get(length..)?;
            if quoted {
                rest = rest.strip_prefix(b"\"")?;
            }
            rest = match rest.split_first()? {
                (end, behind) if end == after => behind,
                (b'\r', [b'\n', behind @ ..]) if *after == b'\n' => behind,
                _ => return None,
            };
        }
        let row = begun.row(&self.plain, line)?;
        if known == 0 {
            self.lead.remember(bytes, row.region, row.year);
        }
        Some((row, bytes.len() - rest.len()))
    }
}

/// A row that is being read.
pub(super) struct Begun {
    pub(super) region: Option<RegionId>,
    pub(super) series: Option<SeriesId>,
    pub(super) year: Option<Year>,
    pub(super) numbers: Numbers,
}

impl Begun {
    #[inline(always)] // in all of the loops over rows
    pub(super) fn new(context: &Context<'_>) -> Self {
        let year = context.year.map(|(year, _)| year);
        Self { region: None, series: None, year, numbers: Numbers::default() }
    }

    /// Reads the cell that `rest` begins with, with `end` behind it, and says how long it is.
    #[inline(always)] // in all of the loops over rows
    fn cell(
        &mut self,
        reading: &mut Reading<'_>,
        field: Option<Field>,
        rest: &[u8],
        end: u8,
    ) -> Option<usize> {
        match field {
            Some(Field::Year) => {
                let (found, length) = reading.years.expect(rest, end)?;
                self.year = Some(found);
                Some(length)
            }
            Some(Field::Region) => {
                let found = reading.regions.expect(rest, end);
                let (found, length) = found.or_else(|| reading.next_region(rest, end))?;
                self.region = Some(found);
                Some(length)
            }
            Some(Field::Indicator) => {
                let (found, length) = reading.series.expect(rest, end)?;
                self.series = Some(found);
                Some(length)
            }
            Some(field @ (Field::Value | Field::Numerator | Field::Denominator | Field::Total)) => {
                let (found, length) = number(rest)?;
                *self.numbers.part(field)? = found;
                Some(length)
            }
            // A remark, a unit, or a column that holds no figure: empty, or read carefully.
            Some(Field::Remark | Field::Unit) | None => Some(0),
        }
    }

    #[inline(always)] // in all of the loops over rows
    pub(super) fn row(&self, plain: &[Plain], line: u32) -> Option<Row> {
        let (region, series, year) = (self.region?, self.series?, self.year?);
        let figure = self.numbers.plain(plain.get(series.index())?)?;
        Some(Row { region, series, year, entry: Entry::new(Sent::Figure, &figure, line) })
    }
}

/// The cells of year and region that rows begin with: those of the last row come again
/// until its region has all its rows.
pub(super) struct Lead {
    /// What each column holds, and what is behind it.
    behind: Vec<(Option<Field>, u8)>,
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
        let mut behind: Vec<_> = header.columns().iter().map(|field| (*field, b',')).collect();
        behind.last_mut().into_iter().for_each(|(_, end)| *end = b'\n');
        Self { behind, bytes: Vec::new(), columns, region: RegionId(0), year: 0 }
    }

    /// What stands behind it, if `bytes` begin with it.
    #[inline]
    fn before<'b>(&self, bytes: &'b [u8]) -> Option<&'b [u8]> {
        let is_there = !self.bytes.is_empty() && begins_with(bytes, &self.bytes);
        bytes.get(self.bytes.len()..).filter(|_| is_there)
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
/// point, are read carefully, and so is what is too near the end to look at eight bytes at
/// once.
#[inline(always)] // in both of the loops over the rows of a block
pub(super) fn number(bytes: &[u8]) -> Option<(Option<Number>, usize)> {
    let word = Word::of(bytes)?;
    let [whole, end] = word.ends();
    // One word holds nearly all numbers and what is behind them, the point taken out of it.
    let (mantissa, length, scale, behind) = match word.byte(whole) {
        _ if whole == 0 => return Some((None, 0)),
        _ if whole == 8 => long(bytes)?,
        b'.' if end == 8 => long(bytes)?,
        b'.' if end == whole + 1 => return None,
        b'.' => (word.without(whole).number(end - 1), end, end - whole - 1, Some(word.byte(end))),
        byte => (word.number(whole), whole, 0, Some(byte)),
    };
    let percent = behind == Some(b'%');
    let number = Decimal::with_scale(mantissa, scale as u8);
    Some((Some(Number { number, percent }), length + usize::from(percent)))
}

/// A number of any length: its digits, how many bytes it takes, how many of the digits stand
/// behind the point, and what is behind it.
#[cold]
fn long(bytes: &[u8]) -> Option<(i64, usize, usize, Option<u8>)> {
    let (whole, length) = digits(bytes)?;
    if bytes.get(length) != Some(&b'.') {
        return Some((whole, length, 0, bytes.get(length).copied()));
    }
    let (fraction, scale) = digits(bytes.get(length + 1..)?)?;
    if scale == 0 || length + scale > usize::from(Decimal::MAX_DIGITS) {
        return None;
    }
    let mantissa = whole * Decimal::POWERS.get(scale)? + fraction;
    let all = length + 1 + scale;
    Some((mantissa, all, scale, bytes.get(all).copied()))
}

/// The digits at the beginning, at most 16, as a number, and how many they are.
fn digits(bytes: &[u8]) -> Option<(i64, usize)> {
    let word = Word::of(bytes)?;
    let length = word.digits();
    if length < 8 {
        return Some((word.number(length), length));
    }
    let rest = Word::of(bytes.get(8..)?)?;
    let more = rest.digits();
    let number = word.number(length) * Decimal::POWERS.get(more)? + rest.number(more);
    Some((number, length + more))
}

/// Eight characters, of each how far it is from `0`: the first in the lowest byte.
#[derive(Clone, Copy)]
struct Word(u64);

impl Word {
    const EACH: u64 = 0x0101_0101_0101_0101;

    #[inline]
    fn of(bytes: &[u8]) -> Option<Self> {
        Some(Self(u64::from_le_bytes(*bytes.first_chunk()?) ^ (Self::EACH * b'0' as u64)))
    }

    /// How many digits it begins with.
    #[inline]
    fn digits(self) -> usize {
        self.ends()[0]
    }

    /// Where the first character is that is no digit, and if that is a point the next one.
    #[inline]
    fn ends(self) -> [usize; 2] {
        // The upper bit of each byte that is above 9: up to the first at least, and up to the
        // next if nothing is carried out of the first.
        let above = self.0.wrapping_add(Self::EACH * (0x7F - 9)) | self.0;
        let above = above & (Self::EACH << 7);
        [above, above & above.wrapping_sub(1)].map(|above| (above.trailing_zeros() / 8) as usize)
    }

    /// One of its characters.
    #[inline]
    fn byte(self, at: usize) -> u8 {
        self.0.checked_shr(at as u32 * 8).unwrap_or(0) as u8 ^ b'0'
    }

    /// The same without one of its characters.
    #[inline]
    fn without(self, at: usize) -> Self {
        let before = (1 << (at * 8)) - 1;
        Self(self.0 & before | self.0 >> 8 & !before)
    }

    /// The number that so many digits at its beginning are.
    #[inline]
    fn number(self, digits: usize) -> i64 {
        // Zeros before them, so that they are eight; then pairs of one, two and four digits
        // become numbers of two, four and eight.
        let ones = self.0.checked_shl(64 - digits as u32 * 8).unwrap_or(0);
        let twos = (ones.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
        let fours = (twos.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
        (fours.wrapping_mul(10_000 << 32 | 1) >> 32) as i64
    }
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
            let Some((found, length)) = number(line.as_bytes()) else { return Ok(()) };
            let (text, _) = line.split_at(length);
            let plain = text.strip_suffix('%');
            let expected = Decimal::parse(plain.unwrap_or(text)).ok();
            prop_assert_eq!(found.map(|found| found.number), expected);
            prop_assert_eq!(found.map(|found| found.percent), expected.map(|_| plain.is_some()));
            prop_assert_eq!(found.is_none(), text.is_empty());
        }
    }
}
