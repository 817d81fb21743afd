//! One cell of what was sent, packed.

use super::Mark;
use crate::exact::{Decimal, Figure};

/// What was sent for one region, series and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sent {
    /// No row.
    #[default]
    Nothing,
    /// A row whose cells are blank or hold a mark for a missing value.
    Missing,
    /// 不适用, or a denominator of zero.
    NotApplicable,
    /// A row that can't be used.
    Invalid,
    /// A figure.
    Figure,
}

/// A figure, and the line it was sent on.
///
/// Packed into 32 bytes, or 20 where narrow words hold the numbers: three mantissas, the
/// places of their last digits, which of them are there, and the line. A total takes the
/// place of the numerator: the two never go together; so does the mark of a missing value
/// that of its last digit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry<N = i64> {
    mantissas: [N; 3],
    line: u32,
    lasts: [i8; 3],
    /// What was sent in the lower bits, what of the figure is there above them.
    flags: u8,
}

const HAS_VALUE: u8 = 1 << 3;
const HAS_COUNTS: u8 = 1 << 4;
const HAS_TOTAL: u8 = 1 << 5;
const HAS_MARK: u8 = 1 << 6;
/// Its numbers are elsewhere, and the first of its own is their place.
const ELSEWHERE: u8 = 1 << 7;
const SENT: u8 = HAS_VALUE - 1;

impl Entry {
    /// What was sent on a line, counted over all files; a roll-up has line 0.
    #[inline]
    pub fn new(sent: Sent, figure: &Figure, line: u32) -> Self {
        let mut entry = Self { line, flags: sent as u8, ..Self::default() };
        if let Some(value) = figure.value {
            entry.put(0, value);
            entry.flags |= HAS_VALUE;
        }
        if let Some((numerator, denominator)) = figure.counts {
            entry.put(1, numerator);
            entry.put(2, denominator);
            entry.flags |= HAS_COUNTS;
        } else if let Some(total) = figure.total {
            entry.put(1, total);
            entry.flags |= HAS_TOTAL;
        }
        entry
    }

    /// A row without a value, and the mark it has for that, if it is not blank.
    pub fn missing(mark: Option<Mark>, line: u32) -> Self {
        let mut entry = Self::new(Sent::Missing, &Figure::default(), line);
        if let Some(mark) = mark {
            entry.lasts[0] = mark.number() as i8;
            entry.flags |= HAS_MARK;
        }
        entry
    }

    /// The mark for its missing value, as it was written; none if it was left blank.
    pub fn mark(&self) -> Option<Mark> {
        let marked = self.sent() == Sent::Missing && self.flags & HAS_MARK != 0;
        marked.then(|| Mark::numbered(self.lasts[0] as u8)).flatten()
    }

    #[inline]
    fn put(&mut self, slot: usize, number: Decimal) {
        (self.mantissas[slot], self.lasts[slot]) = number.pack();
    }

    /// In narrow words, if they hold it.
    #[inline]
    pub(super) fn narrowed(self) -> Option<Entry<i32>> {
        let Self { mantissas: [value, numerator, denominator], line, lasts, flags } = self;
        let narrow = |number: i64| i32::try_from(number).ok();
        let mantissas = [narrow(value)?, narrow(numerator)?, narrow(denominator)?];
        Some(Entry { mantissas, line, lasts, flags })
    }

    /// The same cell, not usable after all, first sent on that line.
    #[must_use]
    pub fn spoilt(self, line: u32) -> Self {
        Self { line, flags: self.flags & !SENT | Sent::Invalid as u8, ..self }
    }
}

impl<N: Copy + Into<i64>> Entry<N> {
    /// What was sent.
    #[inline]
    pub fn sent(&self) -> Sent {
        match self.flags & SENT {
            0 => Sent::Nothing,
            1 => Sent::Missing,
            2 => Sent::NotApplicable,
            3 => Sent::Invalid,
            _ => Sent::Figure,
        }
    }

    /// The line it was sent on, counted over all files.
    #[inline]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The numbers.
    #[inline]
    pub fn figure(&self) -> Figure {
        Figure {
            value: self.value(),
            counts: (self.flags & HAS_COUNTS != 0).then(|| (self.number(1), self.number(2))),
            total: (self.flags & HAS_TOTAL != 0).then(|| self.number(1)),
        }
    }

    /// The value alone.
    #[inline]
    pub(crate) fn value(&self) -> Option<Decimal> {
        (self.flags & HAS_VALUE != 0).then(|| self.number(0))
    }

    /// The counts of a figure that were written to their last one, as nearly all are.
    #[inline]
    pub(crate) fn whole_counts(&self) -> Option<(Decimal, Decimal)> {
        let [_, numerator, denominator] = self.lasts;
        let are_whole = self.flags & (SENT | HAS_COUNTS) == Sent::Figure as u8 | HAS_COUNTS;
        (are_whole && numerator == 0 && denominator == 0).then(|| (self.number(1), self.number(2)))
    }

    #[inline]
    fn number(&self, slot: usize) -> Decimal {
        Decimal::packed((self.mantissas[slot].into(), self.lasts[slot]))
    }
}

impl Entry<i32> {
    /// That of an entry that is elsewhere.
    pub(super) fn at(place: usize) -> Self {
        let place = u32::try_from(place).unwrap_or(u32::MAX).cast_signed();
        Self { mantissas: [place, 0, 0], flags: ELSEWHERE, ..Self::default() }
    }

    /// Where the entry is, if it is elsewhere.
    #[inline]
    pub(super) fn place(&self) -> Option<usize> {
        (self.flags & ELSEWHERE != 0).then(|| self.mantissas[0].cast_unsigned() as usize)
    }

    /// The same in wide words.
    #[inline]
    pub(super) fn widened(self) -> Entry {
        let Self { mantissas, line, lasts, flags } = self;
        Entry { mantissas: mantissas.map(i64::from), line, lasts, flags }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_gives_back_what_was_packed() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let value = Figure::of_value(decimal("-55.20"));
        let counts = Figure::of_counts(decimal("3212"), decimal("5819.5"));
        let total = Figure { total: Some(decimal("900")), ..value };
        let padded = Figure::of_value(decimal("0.22").shifted(4).unwrap());
        for figure in [Figure::default(), value, counts, total, padded] {
            for sent in
                [Sent::Nothing, Sent::Missing, Sent::NotApplicable, Sent::Invalid, Sent::Figure]
            {
                let entry = Entry::new(sent, &figure, 7);
                assert_eq!((entry.sent(), entry.figure(), entry.line()), (sent, figure, 7));
                let spoilt = entry.spoilt(3);
                assert_eq!(
                    (spoilt.sent(), spoilt.figure(), spoilt.line()),
                    (Sent::Invalid, figure, 3)
                );
            }
        }
        assert_eq!(size_of::<Entry>(), 32);
    }

    #[test]
    fn a_missing_value_keeps_its_mark() {
        for mark in [None, Mark::read("-"), Mark::read("无数据")] {
            let entry = Entry::missing(mark, 7);
            assert_eq!((entry.sent(), entry.line(), entry.mark()), (Sent::Missing, 7, mark));
            assert_eq!(entry.figure(), Figure::default());
            assert_eq!(entry.spoilt(3).mark(), None);
        }
    }
}
