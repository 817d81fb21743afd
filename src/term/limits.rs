//! What values a measure can have, and what a figure of it says.

use super::{Done, Year};
use crate::exact::{Figure, Per, Rational};

/// What values a measure can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Limits {
    /// Zero or more, by 分子 and 分母 where they are sent.
    Ratio {
        /// Of how many.
        per: Per,
        /// Whether it is a part of them, and never more.
        of_whole: bool,
    },
    /// Zero or more.
    NonNegative,
    /// Any number: a rate of growth may be negative, or over 100%.
    #[default]
    Any,
    /// Done or not, and perhaps when; see [`Done`].
    Done,
    /// Words, which are not read.
    Words,
}

impl Limits {
    /// A part of a whole: 0 to 100%.
    pub const PERCENTAGE: Self = Self::Ratio { per: Per::HUNDRED, of_whole: true };

    /// Of how many a ratio is.
    #[inline]
    pub fn per(self) -> Option<Per> {
        match self {
            Self::Ratio { per, .. } => Some(per),
            Self::NonNegative | Self::Any | Self::Done | Self::Words => None,
        }
    }

    /// The least that a value can be.
    pub fn least(self) -> Option<Rational> {
        match self {
            Self::Ratio { .. } | Self::NonNegative => Some(Rational::ZERO),
            Self::Any | Self::Done | Self::Words => None,
        }
    }

    /// The most that a value can be.
    pub fn most(self) -> Option<Rational> {
        match self {
            Self::Ratio { per, of_whole: true } => Some(Rational::from(per.count())),
            Self::Ratio { of_whole: false, .. }
            | Self::NonNegative
            | Self::Any
            | Self::Done
            | Self::Words => None,
        }
    }

    /// Whether it is a part of a whole, and never more.
    pub fn is_of_whole(self) -> bool {
        matches!(self, Self::Ratio { of_whole: true, .. })
    }

    /// Whether values have any size, and none is below zero.
    pub fn has_any_size(self) -> bool {
        self.least().is_some() && self.most().is_none()
    }

    /// Whether the values are numbers.
    pub fn are_numbers(self) -> bool {
        match self {
            Self::Ratio { .. } | Self::NonNegative | Self::Any => true,
            Self::Done | Self::Words => false,
        }
    }

    /// What a figure says as a number; of levels an index.
    #[inline]
    pub fn exact(self, figure: &Figure) -> Option<Rational> {
        figure.exact(self.per().unwrap_or(Per::HUNDRED))
    }

    /// The value that is judged: a milestone is 1 if it is done at the end of the
    /// year, else 0.
    #[inline]
    pub fn judged(self, figure: &Figure, year: Year) -> Option<Rational> {
        match self {
            Self::Ratio { .. } | Self::NonNegative | Self::Any => self.exact(figure),
            Self::Done => {
                let done = Done::from_decimal(figure.value?)?;
                Some(Rational::from(i64::from(done.by_end_of(year))))
            }
            Self::Words => None,
        }
    }
}
