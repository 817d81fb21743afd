//! Of how many a ratio is.

/// A power of ten: a ratio is its numerator over its denominator times it. 100 is a
/// percentage, 1000 is ‰, 1 is so much for each.
///
/// ```
/// use dabiao::exact::{Decimal, Per, Rational};
///
/// let [deaths, births] = ["7", "1400"].map(|text| Decimal::parse(text).unwrap());
/// let per_thousand = Rational::rate(deaths, births, Per::of(1000).unwrap());
/// assert_eq!(per_thousand, Some(Rational::from(5)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Per(u8);

impl Per {
    /// So much for each.
    pub const ONE: Self = Self(0);

    /// A percentage.
    pub const HUNDRED: Self = Self(2);

    /// ‰
    pub const THOUSAND: Self = Self(3);

    /// Every one there is, the least first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=8).map(Self)
    }

    /// That of so many.
    pub fn of(count: i64) -> Option<Self> {
        Self::all().find(|per| per.count() == count)
    }

    /// Of how many it is.
    #[inline]
    pub fn count(self) -> i64 {
        super::Decimal::POWERS[self.power()]
    }

    /// How many zeros that has.
    #[inline]
    pub(crate) fn power(self) -> usize {
        usize::from(self.0)
    }
}
