//! A number as it is printed.

use num_bigint::BigInt;

use crate::exact::Rational;

/// A decimal number of any length, and how it is printed. Two are equal if their values
/// are: `55.2` is `55.20`.
#[derive(Debug, Clone)]
pub struct Number {
    text: Box<str>,
    exact: Rational,
    digits: u32,
}

impl Number {
    /// More characters than any figure has; what is longer is no figure.
    const LONGEST: usize = 128;

    /// Reads `-?digits(.digits)?`.
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = match unsigned.split_once('.') {
            Some((whole, part)) if !part.is_empty() => (whole, part),
            Some(_) => return None,
            None => (unsigned, ""),
        };
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if text.len() > Self::LONGEST || whole.is_empty() || !are_digits(whole) || !are_digits(part)
        {
            return None;
        }
        let all: BigInt = format!("{whole}{part}").parse().ok()?;
        let all = if unsigned.len() < text.len() { -all } else { all };
        let digits = u32::try_from(part.len()).ok()?;
        let exact = Rational::from(all) / Rational::power_of_ten(digits);
        Some(Self { text: text.into(), exact, digits })
    }

    /// As it is printed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its value.
    pub fn exact(&self) -> &Rational {
        &self.exact
    }

    /// How many digits it has behind the point.
    pub fn digits(&self) -> u32 {
        self.digits
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.exact == other.exact
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
