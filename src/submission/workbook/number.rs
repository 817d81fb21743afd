//! Numbers of a workbook as a person would type them.
//!
//! A workbook keeps binary numbers, and shows at most fifteen digits of them. Those are
//! what was typed: 0.9941 stands in the file as 0.99409999999999998. Everything here
//! works on digits, not on the binary number.

use compact_str::CompactString;

use super::date;
use super::format::NumberFormat;
use crate::submission::grid::Content;

/// How many digits of a number count, as in spreadsheet programs.
const DIGITS: usize = 15;

/// To how many decimals a number is rounded that was computed and not typed, so that it
/// agrees with the counts that it comes from: the last of fifteen digits may be off.
const COMPUTED_DECIMALS: usize = 10;

/// A decimal number: the digits, times ten to the power of the exponent.
struct Digits {
    is_negative: bool,
    digits: String,
    exponent: i32,
}

impl Digits {
    /// None if it is no number at all.
    fn new(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let digits = Self::scientific(&format!("{value:.*e}", DIGITS - 1))?;
        let decimals = usize::try_from(-digits.exponent).unwrap_or(0);
        if digits.digits.len() < DIGITS || decimals <= COMPUTED_DECIMALS {
            return Some(digits);
        }
        let rounded = format!("{value:.COMPUTED_DECIMALS$}");
        Self::scientific(&format!("{rounded}e0"))
    }

    /// Reads `-1.25e3`.
    fn scientific(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let is_negative = whole.starts_with('-');
        let digits = format!("{}{decimals}", whole.trim_start_matches('-'));
        let kept = digits.trim_end_matches('0');
        let dropped = i32::try_from(digits.len() - kept.len()).ok()?;
        let decimals = i32::try_from(decimals.len()).ok()?;
        Some(Self {
            is_negative,
            digits: kept.trim_start_matches('0').to_owned(),
            exponent: exponent - decimals + dropped,
        })
    }

    /// The same, times ten to a power.
    fn shifted(mut self, by: i32) -> Self {
        self.exponent += by;
        self
    }

    /// Written out, without an exponent and without zeros at the end.
    fn text(&self) -> CompactString {
        let mut text = CompactString::default();
        if self.digits.is_empty() {
            text.push('0');
            return text;
        }
        if self.is_negative {
            text.push('-');
        }
        let decimals = usize::try_from(-self.exponent).unwrap_or(0);
        match self.digits.len().checked_sub(decimals) {
            None | Some(0) => {
                text.push_str("0.");
                (self.digits.len()..decimals).for_each(|_| text.push('0'));
                text.push_str(&self.digits);
            }
            Some(whole) => {
                text.push_str(&self.digits[..whole]);
                if decimals > 0 {
                    text.push('.');
                    text.push_str(&self.digits[whole..]);
                }
                (0..self.exponent).for_each(|_| text.push('0'));
            }
        }
        text
    }
}

/// A number as it would be typed, by its format.
pub(super) fn typed(value: f64, format: NumberFormat, is_1904: bool) -> (CompactString, Content) {
    scaled(value, 0, format, is_1904)
}

/// The same of a number that stands in the file a hundred times too large.
pub(super) fn typed_hundredth(
    value: f64,
    format: NumberFormat,
    is_1904: bool,
) -> (CompactString, Content) {
    scaled(value, -2, format, is_1904)
}

fn scaled(value: f64, by: i32, format: NumberFormat, is_1904: bool) -> (CompactString, Content) {
    let Some(digits) = Digits::new(value) else {
        return (CompactString::const_new("#NUM!"), Content::Error);
    };
    let digits = digits.shifted(by);
    let text = match format {
        NumberFormat::General => digits.text(),
        NumberFormat::Percent => {
            let mut text = digits.shifted(2).text();
            text.push('%');
            text
        }
        NumberFormat::PercentSign => {
            let mut text = digits.text();
            text.push('%');
            text
        }
        NumberFormat::Day(shown) => {
            let plain = digits.text();
            date::of_serial(&plain, shown, is_1904).unwrap_or(plain)
        }
    };
    (text, Content::Typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn general(value: f64) -> String {
        typed(value, NumberFormat::General, false).0.into()
    }

    fn percent(value: f64) -> String {
        typed(value, NumberFormat::Percent, false).0.into()
    }

    #[test]
    fn what_was_typed_comes_back_digit_for_digit() {
        for text in ["0", "1", "-1.5", "0.1", "55.2", "33480", "100", "0.000001", "1200000", "0.07"]
        {
            assert_eq!(general(text.parse().unwrap()), text);
        }
        assert_eq!(general("0.99409999999999998".parse().unwrap()), "0.9941");
        assert_eq!(general(123_456_789_012_345.0), "123456789012345");
        assert_eq!(general(1e20), "100000000000000000000");
        assert_eq!(general(-0.0), "0");
    }

    #[test]
    fn what_was_computed_is_rounded_so_that_it_agrees_with_its_counts() {
        assert_eq!(general(3212.0_f64 / 5819.0), "0.5519848771");
        assert_eq!(general(100.0_f64 / 3.0), "33.3333333333");
        assert_eq!(general(0.1 + 0.2), "0.3");
        assert_eq!(general(0.1 + 0.2 - 0.3), "0");
        assert_eq!(general(-2.0_f64 / 3.0), "-0.6666666667");
    }

    #[test]
    fn a_percentage_is_shifted_by_its_digits() {
        assert_eq!(percent(0.9941), "99.41%");
        assert_eq!(percent(0.552), "55.2%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.0), "0%");
        assert_eq!(percent(-0.005), "-0.5%");
        assert_eq!(percent(3212.0_f64 / 5819.0), "55.19848771%");
    }

    #[test]
    fn a_sign_that_is_only_printed_shifts_nothing() {
        assert_eq!(typed(55.2, NumberFormat::PercentSign, false).0, "55.2%");
    }

    #[test]
    fn what_is_no_number_is_an_error() {
        for value in [f64::NAN, f64::INFINITY] {
            assert_eq!(typed(value, NumberFormat::General, false).1, Content::Error);
        }
    }

    #[test]
    fn the_largest_number_is_written_out_and_the_smallest_is_nothing() {
        assert_eq!(general(f64::MAX).len(), 309);
        assert_eq!(general(5e-324), "0");
    }
}
