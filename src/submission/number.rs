//! Numbers as people type them.

use std::borrow::Cow;

use super::cell::Fault;
use super::unit::{Unit, power};
use crate::diagnostic::Unclear;
use crate::exact::{Decimal, DecimalError};

/// What stands behind a number that a file holds as a floating one, and that is not whole.
pub(super) const FLOAT: &str = "(DOUBLE)";

/// Reads a number in half width, with what may stand behind it; true if that is a
/// percent sign.
pub(super) fn read(text: &str, unit: Unit<'_>) -> Result<(Decimal, bool), Fault> {
    if text.ends_with(FLOAT) {
        return Err(Fault::Unclear(Unclear::Float));
    }
    let (digits, behind) = parted(text.strip_suffix('。').unwrap_or(text));
    let bracketed = behind.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let behind = bracketed.filter(|inner| *inner == "%").unwrap_or(behind);
    let of_what = |fault| match fault {
        Fault::NotANumber => unclear(text),
        Fault::OtherUnit if is_about(behind) => Fault::Unclear(Unclear::About),
        fault => fault,
    };
    if digits.is_empty() {
        return Err(unclear(text));
    }
    let (power, percent) = match behind {
        "%" => (0, true),
        behind => (power(behind, unit).map_err(of_what)?, false),
    };
    let plain = without_separators(digits).ok_or_else(|| of_what(torn(digits)))?;
    let number = Decimal::parse(&plain).map_err(|error| match error {
        DecimalError::NotANumber => unclear(text),
        DecimalError::TooLong => Fault::TooLong,
    })?;
    Ok((number.shifted(power).ok_or(Fault::TooLong)?, percent))
}

/// A number, and what stands behind it.
pub(super) fn parted(text: &str) -> (&str, &str) {
    let is_digit = |c: char| c.is_ascii_digit() || "+-.,".contains(c) || c.is_whitespace();
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let (digits, behind) = text.split_at(end);
    (digits.trim_end(), behind)
}

/// What is within the parentheses that stand around all of a text.
pub(super) fn within_parentheses(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?.trim();
    inner.starts_with(|c: char| c.is_ascii_digit()).then_some(inner)
}

/// The blanks that may part thousands: those that a keyboard or a spreadsheet gives.
const THIN: [char; 5] = [' ', '\u{A0}', '\u{2007}', '\u{2009}', '\u{202F}'];

/// `1,234` and `1 234` as `1234`; none where what stands between digits does not part
/// thousands. `0,123` has a comma for a point.
fn without_separators(digits: &str) -> Option<Cow<'_, str>> {
    let Some(separator) = digits.chars().find(|c| *c == ',' || c.is_whitespace()) else {
        return Some(Cow::Borrowed(digits));
    };
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.strip_prefix(['-', '+']).unwrap_or(whole).split(separator);
    let first = groups.next().unwrap_or_default();
    let leads = (1..=3).contains(&first.len()) && are_digits(first) && !first.starts_with('0');
    let known = separator == ',' || THIN.contains(&separator);
    let thousands = known && leads && groups.all(|group| group.len() == 3 && are_digits(group));
    let plain = thousands && are_digits(fraction);
    plain.then(|| Cow::Owned(digits.replace(separator, "")))
}

/// Digits with separators that do not part thousands, unless it is no number at all.
fn torn(digits: &str) -> Fault {
    let body = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    let begins = body.starts_with(|c: char| c.is_ascii_digit());
    let signs = body.contains(['-', '+']);
    if begins && !signs { Fault::Unclear(Unclear::Separators) } else { Fault::NotANumber }
}

/// Words and signs that make a number less than exact.
const ABOUT: [&str; 17] = [
    "约", "近", "超", "左右", "上下", "以上", "以下", "不到", "不足", "多", "余", "几", "≥", "≤",
    "<", ">", "~",
];
const NUMERALS: &str = "〇零一二三四五六七八九十百千两";

fn is_about(text: &str) -> bool {
    ABOUT.iter().any(|word| text.contains(word)) || text.contains('±')
}

/// Why a text is no number, as far as it can be told.
fn unclear(text: &str) -> Fault {
    let digits = |c: char| c.is_ascii_digit();
    let numeral = |c: char| NUMERALS.contains(c);
    let in_words = text.strip_prefix("百分之").unwrap_or(text).starts_with(numeral);
    if within_parentheses(text).is_some() {
        Fault::Parentheses
    } else if is_exponent(text) {
        Fault::Unclear(Unclear::Exponent)
    } else if is_about(text) && text.contains(|c| digits(c) || numeral(c)) {
        Fault::Unclear(Unclear::About)
    } else if in_words && !text.contains(digits) {
        Fault::Unclear(Unclear::Words)
    } else {
        Fault::NotANumber
    }
}

/// `1.5e3`, `1.5E+3` and `1.5×10^3`.
fn is_exponent(text: &str) -> bool {
    let Some((number, power)) =
        text.split_once(['e', 'E']).or_else(|| text.split_once("×10")).or(text.split_once("*10^"))
    else {
        return false;
    };
    let power = power.trim_start_matches(['^', '+', '-']);
    Decimal::parse(number).is_ok()
        && !power.is_empty()
        && power.bytes().all(|byte| byte.is_ascii_digit())
}
