//! Numbers of a workbook as a person would type them.
//!
//! A workbook keeps binary numbers, and shows at most fifteen digits of them. Those are
//! what was typed: 0.9941 stands in the file as 0.99409999999999998. Everything here
//! works on digits, not on the binary number.

use compact_str::{CompactString, format_compact};

use super::date;
use super::format::{NumberFormat, Shows};
use super::sheet::Cell;

/// How many digits of a number count, as in spreadsheet programs.
const DIGITS: usize = 15;

/// Below this whole numbers have no more.
const WHOLE: f64 = 1e15;

/// To how many decimals a number is rounded that was computed and not typed, so that it
/// agrees with the counts that it comes from: the last of fifteen digits may be off.
pub(super) const COMPUTED_DECIMALS: usize = 10;

/// A decimal number: the digits, times ten to the power of the exponent.
struct Digits {
    is_negative: bool,
    digits: CompactString,
    exponent: i32,
}

impl Digits {
    /// None if it is no number at all.
    fn new(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // A whole number is all there.
        if value.fract() == 0.0 && value.abs() < WHOLE {
            return Some(Self::whole(value.is_sign_negative(), value.abs() as u64));
        }
        let text = format_compact!("{value:.*e}", DIGITS - 1);
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = Self::scaled(mantissa, exponent.parse().ok()?)?;
        let decimals = usize::try_from(-digits.exponent).unwrap_or(0);
        if digits.digits.len() < DIGITS || decimals <= COMPUTED_DECIMALS {
            return Some(digits);
        }
        Self::scaled(&format_compact!("{value:.COMPUTED_DECIMALS$}"), 0)
    }

    fn whole(is_negative: bool, mut rest: u64) -> Self {
        let mut exponent = 0;
        while rest != 0 && rest.is_multiple_of(10) {
            rest /= 10;
            exponent += 1;
        }
        let mut digits = [0; DIGITS];
        let mut at = digits.len();
        while rest != 0 && at > 0 {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        let digits = CompactString::from_utf8(&digits[at..]).unwrap_or_default();
        Self { is_negative, digits, exponent }
    }

    /// Reads `-1.25`, times ten to a power.
    fn scaled(text: &str, exponent: i32) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = format_compact!("{}{decimals}", whole.trim_start_matches('-'));
        let kept = digits.trim_end_matches('0');
        let dropped = i32::try_from(digits.len() - kept.len()).ok()?;
        Some(Self {
            is_negative: text.starts_with('-'),
            digits: kept.trim_start_matches('0').into(),
            exponent: exponent - i32::try_from(decimals.len()).ok()? + dropped,
        })
    }

    /// Times ten to a power, written out with so many decimals at least, and with what is
    /// printed behind it.
    fn shown(&self, power: i32, decimals: usize, behind: &str) -> CompactString {
        let mut text = self.text(power);
        if decimals > 0 {
            let printed = text.split_once('.').map(|(_, printed)| printed.len());
            pad(&mut text, printed, decimals);
        }
        text.push_str(behind);
        text
    }

    /// Times ten to a power, written out without an exponent and without zeros at the end.
    fn text(&self, power: i32) -> CompactString {
        let exponent = self.exponent + power;
        let mut text = CompactString::default();
        if self.digits.is_empty() {
            text.push('0');
            return text;
        }
        if self.is_negative {
            text.push('-');
        }
        let decimals = usize::try_from(-exponent).unwrap_or(0);
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
                (0..exponent).for_each(|_| text.push('0'));
            }
        }
        text
    }
}

/// A number times a power of ten as it would be typed, by its format.
pub(super) fn typed(value: f64, power: i32, format: &NumberFormat, is_1904: bool) -> Cell {
    let Some(digits) = Digits::new(value) else { return no_number() };
    let plain = || digits.text(power);
    let value = if power == 0 { value } else { plain().parse().unwrap_or(value) };
    let text = match format.shows(value) {
        Shows::Number { power: of_format, decimals, behind } => {
            Some(digits.shown(power + of_format, *decimals, behind))
        }
        Shows::Day(shown) => date::of_serial(&plain(), *shown, is_1904),
        Shows::Unsure => None,
    };
    // No reader of cells takes this for a number.
    let unsure = || format_compact!("{} ({})", plain(), format.code());
    Cell::typed(text.unwrap_or_else(unsure))
}

/// A number of so few digits that the file holds all of them, as `57.2`; none of one that is
/// written otherwise, or shown with its point elsewhere.
pub(super) fn as_written(text: &str, shows: &Shows) -> Option<Cell> {
    let Shows::Number { power: 0, decimals, behind } = shows else { return None };
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) if !fraction.ends_with('0') => (whole, Some(fraction)),
        Some(_) => return None,
        None => (text, None),
    };
    let is_all_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let is_plain = text.len() < DIGITS
        && is_all_digits(whole)
        && fraction.is_none_or(is_all_digits)
        && (whole == "0" || !whole.starts_with('0'));
    if !is_plain {
        return None;
    }
    let mut shown = CompactString::from(text);
    pad(&mut shown, fraction.map(str::len), *decimals);
    shown.push_str(behind);
    Some(Cell::typed(shown))
}

/// Adds zeros to a number until it has so many decimals.
fn pad(text: &mut CompactString, printed: Option<usize>, decimals: usize) {
    if decimals > 0 && printed.is_none() {
        text.push('.');
    }
    (printed.unwrap_or(0)..decimals).for_each(|_| text.push('0'));
}

/// A number with what is shown behind it, whatever its format.
pub(super) fn shown(value: f64, shows: &Shows) -> Cell {
    match (Digits::new(value), shows) {
        (Some(digits), Shows::Number { power, decimals, behind }) => {
            Cell::typed(digits.shown(*power, *decimals, behind))
        }
        (Some(digits), Shows::Day(_) | Shows::Unsure) => Cell::typed(digits.text(0)),
        (None, _) => no_number(),
    }
}

fn no_number() -> Cell {
    Cell::error("#NUM!")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn general(value: f64) -> String {
        shown(value, &Shows::PLAIN).text.into()
    }

    fn percent(value: f64) -> String {
        typed(value, 0, &NumberFormat::of_code("0%"), false).text.into()
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
    fn a_whole_number_has_all_its_digits() {
        let numbers = [1u64, 7, 10, 101, 33_480, 110_101_001_001, 99_999_999_999_999, 1 << 49];
        for number in numbers.into_iter().chain((0..15).map(|power| 10u64.pow(power))) {
            assert_eq!(general(number as f64), number.to_string());
            assert_eq!(general(-(number as f64)), format!("-{number}"));
            assert_eq!(percent(number as f64), format!("{}%", number * 100));
        }
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
    fn a_number_is_read_as_its_format_shows_it_or_not_at_all() {
        let typed = |code, value| typed(value, 0, &NumberFormat::of_code(code), false).text;
        assert_eq!(typed("0.00\"%\"", 55.2), "55.20%");
        assert_eq!(typed("0.0%", 0.552), "55.2%");
        assert_eq!(typed("0.00%", 0.085), "8.50%");
        assert_eq!(typed("0.0", 3.0), "3.0");
        assert_eq!(typed("0.0", 0.125), "0.125");
        assert_eq!(typed("0.0\"万\"", 12.5), "12.5万");
        assert_eq!(typed("0!.0,\"万\"", 125_000.0), "125000");
        assert_eq!(typed("yyyy-mm-dd", 45_107.0), "2023-06-30");
        assert_eq!(typed("yyyy-mm-dd", -5.0), "-5 (yyyy-mm-dd)");
        assert_eq!(typed("0,", 33_480.0), "33480 (0,)");
        assert_eq!(typed("[>=1]0%;;", 0.5), "0.5 ([>=1]0%;;)");
    }

    #[test]
    fn what_is_taken_as_it_is_written_is_what_the_number_would_be() {
        let mut taken = 0;
        for code in ["General", "0", "0.00", "0.0\"万\"", "0.00%", "0;-0", "[>1]0", "yyyy-mm-dd"] {
            let format = NumberFormat::of_code(code);
            for whole in ["", "0", "7", "10", "007", "-3", "+3", "33480", "12345678901234"] {
                for fraction in ["", ".", ".0", ".5", ".07", ".50", ".1234567891", ".5e3", "%"] {
                    let text = format!("{whole}{fraction}");
                    let written = format.always().and_then(|shows| as_written(&text, shows));
                    let Some(written) = written else { continue };
                    let value = text.parse().unwrap();
                    assert_eq!(written, typed(value, 0, &format, false), "{text} {code}");
                    taken += 1;
                }
            }
        }
        assert!(taken > 50, "{taken}");
    }

    #[test]
    fn a_number_in_hundredths_is_compared_as_what_it_is() {
        let format = NumberFormat::of_code("[>=1]0;0%");
        assert_eq!(typed(57.0, -2, &format, false).text, "57%");
        assert_eq!(typed(5720.0, -2, &format, false).text, "57.2");
    }

    #[test]
    fn what_is_no_number_is_an_error() {
        for value in [f64::NAN, f64::INFINITY] {
            assert_eq!(shown(value, &Shows::PLAIN), Cell::error("#NUM!"));
        }
    }

    #[test]
    fn the_largest_number_is_written_out_and_the_smallest_is_nothing() {
        assert_eq!(general(f64::MAX).len(), 309);
        assert_eq!(general(5e-324), "0");
    }
}
