//! Reading one cell that should hold a number.

use std::borrow::Cow;

use crate::exact::{Decimal, DecimalError};

/// What a number's cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Blank, or a mark that says there is no value.
    Missing,
    /// 不适用
    NotApplicable,
    /// A number, and whether a percent sign stood behind it.
    Number { number: Decimal, percent: bool },
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
    fn what_is_not_surely_a_number_is_not_read() {
        for text in
            ["约55", "①", "½", "12,34", "1,2345", ",123", "1.234,5", "五十", "55%%", "1e3", "%"]
        {
            assert!(matches!(read(text.as_bytes()), Cell::Unreadable(_)), "{text}");
        }
        assert!(matches!(read(b"\xff\xfe"), Cell::Unreadable(_)));
    }
}
