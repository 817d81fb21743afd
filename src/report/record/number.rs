//! A number as it is printed.

use compact_str::CompactString;

use crate::exact::Rational;

/// A decimal number of any length, as it is printed. Two are equal if their values are:
/// `55.2` is `55.20`.
///
/// A report holds millions, so that no more is kept than its text.
#[derive(Debug, Clone)]
pub struct Number(CompactString);

impl Number {
    /// More characters than any figure has; what is longer is no figure.
    const LONGEST: usize = 128;

    /// Reads `-?digits(.digits)?`.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = parts(text.strip_prefix('-').unwrap_or(text));
        let are_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_one =
            text.len() <= Self::LONGEST && are_digits(whole) && part.is_none_or(are_digits);
        is_one.then(|| Self(text.into()))
    }

    /// As it is printed.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its value.
    pub fn exact(&self) -> Rational {
        let (whole, part) = parts(&self.0);
        let all = Rational::whole(&[whole, part.unwrap_or_default()].concat());
        all.unwrap_or(Rational::ZERO) / Rational::power_of_ten(self.digits())
    }

    /// How many digits it has behind the point.
    pub fn digits(&self) -> u32 {
        parts(&self.0).1.map_or(0, |part| part.len() as u32)
    }

    /// How many bytes it takes beside its own.
    pub(super) fn heap(&self) -> usize {
        if self.0.is_heap_allocated() { self.0.capacity() } else { 0 }
    }
}

/// What stands before the point, and behind it.
fn parts(text: &str) -> (&str, Option<&str>) {
    text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)))
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.exact() == other.exact()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_value_however_it_is_printed() {
        assert_eq!(Number::parse("55.2"), Number::parse("055.20"));
        assert_eq!(Number::parse("-0.0"), Number::parse("0"));
        assert_ne!(Number::parse("-1"), Number::parse("1"));
        assert_eq!(Number::parse("55.20").map(|it| it.text().to_owned()), Some("55.20".to_owned()));
    }

    #[test]
    fn what_is_no_plain_decimal_is_none() {
        let long = "1".repeat(129);
        for text in
            ["", "-", ".", "1.", ".5", "+1", "1e3", "--1", "１", "1.2.3", " 1", "NaN", &long]
        {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        assert!(Number::parse(&"1".repeat(128)).is_some());
    }
}
