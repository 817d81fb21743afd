//! Whether a milestone is reached, and when it was.

use std::fmt;

use super::Year;
use crate::exact::Decimal;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// A day of the calendar; none if there is no such day.
    pub fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        (day >= 1 && day <= days(year, month)?).then_some(Self { year, month, day })
    }

    /// The last day of a month.
    pub fn end_of_month(year: Year, month: u8) -> Option<Self> {
        Some(Self { year, month, day: days(year, month)? })
    }

    /// The last day of a year.
    pub fn end_of_year(year: Year) -> Self {
        Self { year, month: 12, day: 31 }
    }

    /// Reads `2023-06-30`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next()?;
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let date = Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        parts.next().is_none().then_some(date)
    }

    /// The year.
    pub fn year(self) -> Year {
        self.year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has.
fn days(year: Year, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

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
            Self::On(date) => date.year <= year,
        }
    }

    /// As the number that figures are kept as: 0, 1, or the digits of the day.
    pub fn to_decimal(self) -> Decimal {
        let number = match self {
            Self::No => 0,
            Self::Yes => 1,
            Self::On(Date { year, month, day }) => {
                i64::from(year) * 10_000 + i64::from(month) * 100 + i64::from(day)
            }
        };
        Decimal::packed(number, 0)
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
    fn a_day_is_read_only_if_the_calendar_has_it() {
        for text in ["2023-06-30", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in ["2023-02-29", "1900-02-29", "2023-6-30", "2023-13-01", "2023-06", "2023-06-31"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert_eq!(Date::end_of_month(2023, 2), Date::new(2023, 2, 28));
    }

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
