//! Years and days.

use std::fmt;

use super::character::{half, half_width, is_invisible, typed};
use super::numeral::{is_digit, whole};
use super::scan::{Point, Scan, Style, characters};

/// A calendar year.
pub type Year = u16;

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

    /// Reads `2023-06-30` and nothing else: for what programs write.
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

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
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

/// No year or period that is all of a text is longer, in bytes, the blanks around it left out:
/// what is, is something else, and is not looked at.
pub(super) const LONGEST: usize = 200;

/// Reads a cell that is nothing but a year: `2023`, `2023年`, `2023 年度`, `二〇二三年`, or
/// as programs write it, `2023.0` and `="2023"`. Four digits; of which time they are is
/// not asked.
///
/// ```
/// use dabiao::text::read_year;
///
/// assert_eq!(read_year("２０２３年度"), Some(2023));
/// assert_eq!(read_year("2023.5"), None);
/// assert_eq!(read_year("23"), None);
/// ```
pub fn read_year(cell: &str) -> Option<Year> {
    let cell = whole(typed(cell));
    if cell.len() > LONGEST {
        return None;
    }
    if cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return cell.parse().ok();
    }
    // A look tells it of nearly all that is none.
    if !cell.starts_with(|c| is_digit(half(c)) || is_invisible(c)) {
        return None;
    }
    let text = characters(whole(&half_width(cell)));
    let mut scan = Scan::new(&text);
    let year = scan.year()?;
    if scan.word(&["年"]) {
        scan.word(&["度", "份"]);
    }
    scan.is_end().then_some(year)
}

/// Reads a cell that is nothing but a day, with or without a time behind it:
/// `2023-06-30`, `2023/6/30`, `2023.6.30`, `2023年6月30日`, `2023-06-30 00:00:00`.
///
/// ```
/// use dabiao::text::{Date, read_date};
///
/// assert_eq!(read_date("2023/6/30 0:00"), Date::new(2023, 6, 30));
/// assert_eq!(read_date("6/30/2023"), None);
/// ```
pub fn read_date(cell: &str) -> Option<Date> {
    let point = read_point(cell)?;
    Date::new(point.year, point.month?, point.day?)
}

/// Whether a number may be the last day of a month, the year left out: `6.30`, `12.31`.
pub fn may_end_month(number: &str) -> bool {
    // Of a year that does not leap: nobody ends a year with the twenty-ninth of February.
    const ANY: Year = 2023;
    let end = |month: &str| Date::end_of_month(ANY, month.parse().ok()?);
    let parts = number.split_once('.').filter(|(_, day)| day.len() == 2);
    parts.is_some_and(|(month, day)| end(month).is_some_and(|end| day.parse() == Ok(end.day)))
}

/// Reads a cell that is a day, a month or a year; of the latter two it is the last day, so
/// that nothing is taken for done before it surely was. A month has to be told apart from a
/// number, and a year from a count: `2023.6` and `2023` are neither.
pub fn read_day(cell: &str) -> Option<Date> {
    let point = read_point(cell)?;
    match (point.month, point.day, point.style) {
        (Some(month), Some(day), _) => Date::new(point.year, month, day),
        (Some(month), None, Style::Words | Style::Signs) => Date::end_of_month(point.year, month),
        (None, None, Style::Words) => Some(Date::end_of_year(point.year)),
        (_, _, Style::Points | Style::Bare) | (None, _, Style::Words | Style::Signs) => None,
    }
}

fn read_point(cell: &str) -> Option<Point> {
    let text: Vec<char> = half_width(typed(cell)).chars().collect();
    let mut scan = Scan::new(&text);
    let point = scan.point()?;
    (scan.is_end() || point.day.is_some() && is_time(scan.rest())).then_some(point)
}

/// Whether a text is a time of a day in this country: ` 00:00:00`, `T8:30`, ` 0时`. One of
/// another zone (`T16:00:00Z`) may be of the next day here.
fn is_time(text: &[char]) -> bool {
    const HALVES: [&str; 4] = ["上午", "下午", "AM", "PM"];
    let text: String = text.iter().collect::<String>().to_uppercase();
    let mut text = text.trim_start_matches(['T', ' ']).trim();
    for half in HALVES {
        let rest = text.strip_prefix(half).or(text.strip_suffix(half));
        text = rest.map_or(text, str::trim);
    }
    for zone in ["+08:00", "+0800"] {
        text = text.strip_suffix(zone).map_or(text, str::trim);
    }
    let text = text.trim_end_matches('秒').trim_end_matches('分');
    let text = text.strip_suffix('时').map_or(text.to_owned(), |hour| format!("{hour}:0"));
    let mut most = [23, 59, 59].into_iter();
    let mut parts = 0;
    let are_parts = text.split([':', '时', '点', '分']).all(|part| {
        parts += 1;
        // Of seconds there may be parts.
        let whole =
            if parts == 3 { part.split_once('.').map_or(part, |(whole, _)| whole) } else { part };
        let digits =
            (1..=2).contains(&whole.len()) && part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        digits && most.next().is_some_and(|most| whole.parse::<u8>().is_ok_and(|n| n <= most))
    });
    are_parts && parts > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_only_if_the_calendar_has_it() {
        for text in ["2023-06-30", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
            assert_eq!(read_date(text), Date::parse(text));
        }
        for text in ["2023-02-29", "1900-02-29", "2023-6-30", "2023-13-01", "2023-06", "2023-06-31"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for text in ["2023-02-29", "2023/13/1", "2023年6月31日", "2023.0.1", "2023-06", "2023"] {
            assert_eq!(read_date(text), None, "{text}");
        }
        assert_eq!(Date::end_of_month(2023, 2), Date::new(2023, 2, 28));
    }

    #[test]
    fn a_cell_that_is_nothing_but_a_year_is_one() {
        for text in [
            "2023",
            " 2023 ",
            "２０２３",
            "2023年",
            "2023 年度",
            "2023年度",
            "2023年份",
            "二〇二三年",
            "二○二三年",
            "二零二三",
            "二O二三年度",
            "2023.0",
            "2023.00",
            "'2023",
            "=\"2023\"",
            "2 0 2 3 年",
            "二 〇 二 三 年 度",
            "20\u{200B}23",
            "\u{202D}2023\u{202C}",
            "2023\n年",
        ] {
            assert_eq!(read_year(text), Some(2023), "{text:?}");
        }
        for text in [
            "",
            "23",
            "23年",
            "2023.5",
            "2023.",
            "20230",
            "202",
            "2023-12",
            "2023年1月",
            "FY2023",
            "2,023",
            "2023人",
            "十四五",
            "2023年2024年",
            "\u{202E}2023",
            "2023%",
            "②⓪②③",
        ] {
            assert_eq!(read_year(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_day_is_read_however_it_is_written_and_whatever_time_stands_behind_it() {
        for text in [
            "2023-06-30",
            "2023-6-30",
            "2023/6/30",
            "2023.6.30",
            "2023.06.30",
            "2023年6月30日",
            "2023年06月30号",
            "2023 年 6 月 30 日",
            "２０２３年６月３０日",
            "二〇二三年六月三十日",
            "2023－06－30",
            "2023‑06‑30",
            "2023-06-30 00:00:00",
            "2023-06-30T00:00:00",
            "2023/6/30 0:00",
            "2023-06-30 08:30:15.123",
            "2023年6月30日 0时",
            "2023.6.30 23:59",
            "2023年6月30日8时30分",
            "2023-06-30 12:00:00 AM",
            "2023/6/30 上午 12:00:00",
            "2023-06-30T00:00:00+08:00",
            "'2023-06-30",
            "=\"2023-06-30\"",
            "\u{200E}2023/6/30",
        ] {
            assert_eq!(read_date(text), Date::new(2023, 6, 30), "{text}");
            assert_eq!(read_day(text), Date::new(2023, 6, 30), "{text}");
        }
        for text in [
            "6/30/2023",
            "30.6.2023",
            "23-6-30",
            "20230630",
            "2023-06/30",
            "2023-06-30 25:00",
            "2023-06-30 0:60",
            "2023-06-30T16:00:00Z",
            "2023-06-30前",
            "2023-06-30 00:00 起",
            "2023-06-30-1",
            "约2023-06-30",
            "2023年6月30日,7月1日",
            "2023-06-30 8",
        ] {
            assert_eq!(read_date(text), None, "{text}");
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_or_a_year_alone_is_over_on_its_last_day() {
        for (text, day) in [
            ("2023年2月", "2023-02-28"),
            ("2024-2", "2024-02-29"),
            ("2023/6", "2023-06-30"),
            ("二〇二三年十二月", "2023-12-31"),
            ("2023年", "2023-12-31"),
        ] {
            assert_eq!(read_day(text), Date::parse(day), "{text}");
            assert_eq!(read_date(text), None, "{text}");
        }
        for text in ["2023", "2023.6", "2023年度计划", "2023-13", "6月"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
