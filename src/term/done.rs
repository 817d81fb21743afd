//! Whether a milestone is reached, and when it was.

use super::{Date, Year};
use crate::exact::Decimal;

/// What was sent about a milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Done {
    /// 否
    No,
    /// 是
    Yes,
    /// Done on that day, or meant to be.
    On(Date),
}

impl Done {
    /// Whether it is done at the end of a year: a later day is a promise.
    pub fn by_end_of(self, year: Year) -> bool {
        match self {
            Self::No => false,
            Self::Yes => true,
            Self::On(date) => date.year() <= year,
        }
    }

    /// As the number that figures are kept as: 0, 1, or the digits of the day.
    pub fn to_decimal(self) -> Decimal {
        let number = match self {
            Self::No => 0,
            Self::Yes => 1,
            Self::On(date) => {
                i64::from(date.year()) * 10_000
                    + i64::from(date.month()) * 100
                    + i64::from(date.day())
            }
        };
        Decimal::packed((number, 0))
    }

    /// Back from that number; none if it is no such number.
    pub fn from_decimal(number: Decimal) -> Option<Self> {
        let digits = number.mantissa();
        match (number.scale(), digits) {
            (0, 0) => Some(Self::No),
            (0, 1) => Some(Self::Yes),
            (0, _) => {
                let part = |number: i64| u8::try_from(number % 100).ok();
                let year = Year::try_from(digits / 10_000).ok()?;
                Date::new(year, part(digits / 100)?, part(digits)?).map(Self::On)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_after_the_end_of_the_year_is_not_done_yet() {
        let on = |text| Done::On(Date::parse(text).unwrap());
        assert!(on("2023-12-31").by_end_of(2023));
        assert!(!on("2024-01-01").by_end_of(2023));
        assert!(Done::Yes.by_end_of(2021));
        assert!(!Done::No.by_end_of(2025));
    }

    #[test]
    fn what_was_sent_comes_back_from_its_number() {
        for done in [Done::No, Done::Yes, Done::On(Date::end_of_year(2025))] {
            assert_eq!(Done::from_decimal(done.to_decimal()), Some(done));
        }
        assert_eq!(Done::from_decimal(Decimal::parse("2").unwrap()), None);
        assert_eq!(Done::from_decimal(Decimal::parse("-20230630").unwrap()), None);
    }
}
