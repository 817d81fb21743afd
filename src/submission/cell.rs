//! Reading one cell that should hold a number.

use std::borrow::Cow;

use crate::exact::{Decimal, DecimalError};
use crate::term::{Date, Done, Limits};

/// What a number's cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Blank, or a mark that says there is no value.
    Missing,
    /// 不适用
    NotApplicable,
    /// A number, and whether a percent sign stood behind it.
    Number { number: Decimal, percent: bool },
    /// Whether something is done.
    Done(Done),
    /// Words, which are not read.
    Words,
    /// Something else.
    Unreadable(DecimalError),
}

/// The marks for a missing value, in half width and upper case.
const MISSING: [&str; 11] = ["", "-", "--", "—", "——", "–", "…", "……", "/", "NA", "无数据"];
const NOT_APPLICABLE: [&str; 2] = ["不适用", "NOT APPLICABLE"];

/// Reads a cell. Nothing is guessed: what is not a mark and not a plain number is
/// [`Cell::Unreadable`].
#[inline]
pub(super) fn read(bytes: &[u8]) -> Cell {
    // Nearly every cell is plain digits with or without a percent sign, or blank.
    if bytes.is_empty() {
        return Cell::Missing;
    }
    let (digits, percent) = match bytes {
        [digits @ .., b'%'] => (digits, true),
        digits => (digits, false),
    };
    match Decimal::parse_bytes(digits) {
        Ok(number) => Cell::Number { number, percent },
        Err(_) => read_carefully(bytes),
    }
}

/// Reads a value's cell as its measure wants it.
pub(super) fn read_as(limits: Limits, bytes: &[u8]) -> Cell {
    let marked = || match read(bytes) {
        mark @ (Cell::Missing | Cell::NotApplicable) => Some(mark),
        _ => None,
    };
    match limits {
        Limits::Percentage | Limits::NonNegative | Limits::Any => read(bytes),
        Limits::Words => marked().unwrap_or(Cell::Words),
        Limits::Done => marked().unwrap_or_else(|| {
            let done = std::str::from_utf8(bytes).ok().and_then(done);
            done.map_or(Cell::Unreadable(DecimalError::NotANumber), Cell::Done)
        }),
    }
}

/// Yes, no, or a day; of a month or a year alone the last day, so that nothing is
/// taken for done before it surely was.
fn done(text: &str) -> Option<Done> {
    let text = half_width(text.trim());
    match text.to_lowercase().as_str() {
        "是" | "已完成" | "完成" | "√" | "yes" | "y" => return Some(Done::Yes),
        "否" | "未完成" | "×" | "no" | "n" => return Some(Done::No),
        _ => {}
    }
    let number = |part: &str, most: usize| -> Option<u16> {
        let digits = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let small = |part: &str| u8::try_from(number(part, 2)?).ok();
    let year = |part: &str| number(part, 4).filter(|_| part.len() == 4);
    let date = if let Some((first, rest)) = text.split_once('年') {
        let year = year(first)?;
        match rest.split_once('月') {
            None if rest.is_empty() => Date::end_of_year(year),
            None => return None,
            Some((month, "")) => Date::end_of_month(year, small(month)?)?,
            Some((month, day)) => {
                Date::new(year, small(month)?, small(day.strip_suffix('日').unwrap_or(day))?)?
            }
        }
    } else {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        match parts.as_slice() {
            [first, month] => Date::end_of_month(year(first)?, small(month)?)?,
            [first, month, day] => Date::new(year(first)?, small(month)?, small(day)?)?,
            _ => return None,
        }
    };
    Some(Done::On(date))
}

fn read_carefully(bytes: &[u8]) -> Cell {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Cell::Unreadable(DecimalError::NotANumber);
    };
    let text = half_width(text.trim());
    let mark = text.to_uppercase();
    if MISSING.contains(&mark.as_str()) {
        return Cell::Missing;
    }
    if NOT_APPLICABLE.contains(&mark.as_str()) {
        return Cell::NotApplicable;
    }
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (text.as_ref(), false),
    };
    match without_separators(digits).map(|digits| Decimal::parse(&digits)) {
        Some(Ok(number)) => Cell::Number { number, percent },
        Some(Err(error)) => Cell::Unreadable(error),
        None => Cell::Unreadable(DecimalError::NotANumber),
    }
}

/// Full-width digits and signs in half width. A small map of its own: a Unicode
/// normalisation would also turn ① into 1.
pub(super) fn half_width(text: &str) -> Cow<'_, str> {
    let half = |c: char| match c {
        '０'..='９' | '．' | '，' | '％' | '＋' | '－' | '／' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '\u{2212}' => '-',
        c => c,
    };
    if text.chars().all(|c| half(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(half).collect())
    }
}

/// `1,234` as `1234`; none where the commas do not part thousands.
fn without_separators(digits: &str) -> Option<Cow<'_, str>> {
    if !digits.contains(',') {
        return Some(Cow::Borrowed(digits));
    }
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let unsigned = whole.trim_start_matches(['-', '+']);
    let mut groups = unsigned.split(',');
    let leads = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let thousands = leads && groups.all(|group| group.len() == 3);
    let plain = thousands && fraction.is_none_or(|fraction| !fraction.contains(','));
    plain.then(|| Cow::Owned(digits.replace(',', "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(String, bool)> {
        match read(text.as_bytes()) {
            Cell::Number { number, percent } => Some((number.to_string(), percent)),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, value, percent) in [
            ("55.2", "55.2", false),
            ("55.20%", "55.20", true),
            ("５５．２％", "55.2", true),
            (" 55.2 % ", "55.2", true),
            ("1,234", "1234", false),
            ("1，234，567.5", "1234567.5", false),
            ("－3.1", "-3.1", false),
            ("\u{2212}3.1", "-3.1", false),
        ] {
            assert_eq!(number(text), Some((value.to_owned(), percent)), "{text}");
        }
    }

    #[test]
    fn marks_for_a_missing_value_are_not_zero() {
        for text in ["", " ", "—", "——", "-", "…", "/", "NA", "na", "无数据", "　", "－"]
        {
            assert_eq!(read(text.as_bytes()), Cell::Missing, "{text:?}");
        }
        assert_eq!(read("不适用".as_bytes()), Cell::NotApplicable);
    }

    #[test]
    fn a_milestone_is_done_or_not_or_has_a_day() {
        let read = |text: &str| read_as(Limits::Done, text.as_bytes());
        for text in ["是", " 是 ", "√", "yes", "已完成"] {
            assert_eq!(read(text), Cell::Done(Done::Yes), "{text}");
        }
        for text in ["否", "×", "No", "未完成"] {
            assert_eq!(read(text), Cell::Done(Done::No), "{text}");
        }
        for (text, day) in [
            ("2023-06-30", "2023-06-30"),
            ("2023/6/30", "2023-06-30"),
            ("2023年6月30日", "2023-06-30"),
            ("２０２３年６月３０日", "2023-06-30"),
            ("2023年2月", "2023-02-28"),
            ("2024-2", "2024-02-29"),
            ("2023年", "2023-12-31"),
        ] {
            assert_eq!(read(text), Cell::Done(Done::On(Date::parse(day).unwrap())), "{text}");
        }
        for text in ["1", "0", "2023", "2023.6", "2023-13-01", "2023年2月30日", "已印发", "23-6-30"]
        {
            assert!(matches!(read(text), Cell::Unreadable(_)), "{text}");
        }
        assert_eq!(read("—"), Cell::Missing);
        assert_eq!(read("不适用"), Cell::NotApplicable);
    }

    #[test]
    fn what_is_not_surely_a_number_is_not_read() {
        for text in
            ["约55", "①", "½", "12,34", "1,2345", ",123", "1.234,5", "五十", "55%%", "1e3", "%"]
        {
            assert!(matches!(read(text.as_bytes()), Cell::Unreadable(_)), "{text}");
        }
        assert!(matches!(read(b"\xff\xfe"), Cell::Unreadable(_)));
    }
}
