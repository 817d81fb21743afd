//! Decimal numbers as they are written.

use std::error::Error;
use std::fmt;
use std::ops::Neg;

/// A decimal number with the digits it was written with: `55.20` is
/// `5520 / 10²`, and differs in [`scale`](Decimal::scale) (not in value) from `55.2`.
///
/// At most [`MAX_DIGITS`](Decimal::MAX_DIGITS) digits, so the mantissa fits 64 bits.
/// The value of 0.22万 is 2200, of which the last two digits were never written:
/// [`last_digit`](Decimal::last_digit) tells.
///
/// ```
/// use dabiao::exact::Decimal;
///
/// let rate = Decimal::parse("55.20").unwrap();
/// assert_eq!((rate.mantissa(), rate.scale()), (5520, 2));
/// assert_eq!(rate.to_string(), "55.20");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    /// The place of the last digit that was written, as a power of ten.
    last: i8,
}

/// Why a text is not a [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalError {
    /// The text is not an optional sign, digits, and at most one point between digits.
    NotANumber,
    /// More than [`Decimal::MAX_DIGITS`] digits.
    TooLong,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => f.write_str("not a decimal number"),
            Self::TooLong => write!(f, "more than {} digits", Decimal::MAX_DIGITS),
        }
    }
}

impl Error for DecimalError {}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self { mantissa: 0, last: 0 };
    /// One hundred, for percentages.
    pub const HUNDRED: Self = Self { mantissa: 100, ..Self::ZERO };

    /// Ten to the power of every number of digits that there may be.
    pub(crate) const POWERS: [i64; 19] = {
        let mut powers = [1; 19];
        let mut at = 1;
        while at < powers.len() {
            powers[at] = powers[at - 1] * 10;
            at += 1;
        }
        powers
    };

    /// The most digits a number may have, leading zeros not counted: 10¹⁸ − 1
    /// fits 64 bits with room for a sign.
    pub const MAX_DIGITS: u8 = 18;

    /// `mantissa / 10^scale`; `None` beyond [`MAX_DIGITS`](Self::MAX_DIGITS).
    pub fn new(mantissa: i64, scale: u8) -> Option<Self> {
        let fits = mantissa.unsigned_abs() < 10u64.pow(u32::from(Self::MAX_DIGITS));
        (fits && scale <= Self::MAX_DIGITS).then(|| Self::with_scale(mantissa, scale))
    }

    /// The same number as an exact one, with as few digits as write it, if there are such.
    pub(crate) fn exactly(number: &super::Rational) -> Option<Self> {
        let scale = number.exact_digits(Self::MAX_DIGITS.into())?;
        let mantissa = number.scaled_small(scale).and_then(|it| i64::try_from(it).ok())?;
        Self::new(mantissa, scale as u8)
    }

    /// The same of what surely has not too many digits.
    #[inline]
    pub(crate) fn with_scale(mantissa: i64, scale: u8) -> Self {
        Self { mantissa, last: -(scale as i8) }
    }

    /// In nine bytes.
    #[inline]
    pub(crate) fn pack(self) -> (i64, i8) {
        (self.mantissa, self.last)
    }

    /// What [`pack`](Self::pack) gave before.
    #[inline]
    pub(crate) fn packed((mantissa, last): (i64, i8)) -> Self {
        Self { mantissa, last }
    }

    /// Reads `-?digits(.digits)?`; a leading `+` is allowed.
    ///
    /// # Errors
    /// [`DecimalError`] for anything else, exponents and bare points included.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        Self::parse_bytes(text.as_bytes())
    }

    /// The same of bytes, which need not be UTF-8.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn parse_bytes(text: &[u8]) -> Result<Self, DecimalError> {
        let (negative, digits) = match text {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let mut mantissa: i64 = 0;
        let mut length = 0u8;
        let mut scale = None;
        let mut after_digit = false;
        for &byte in digits {
            match byte {
                b'0'..=b'9' => {
                    if length > 0 || byte != b'0' {
                        length += 1;
                    }
                    let fraction = scale.unwrap_or(0);
                    if length > Self::MAX_DIGITS || fraction >= Self::MAX_DIGITS {
                        // Say "not a number" rather than "too long" if what follows is no digit.
                        let clean = digits.iter().all(|b| b.is_ascii_digit() || *b == b'.');
                        return Err(if clean {
                            DecimalError::TooLong
                        } else {
                            DecimalError::NotANumber
                        });
                    }
                    mantissa = mantissa * 10 + i64::from(byte - b'0');
                    scale = scale.map(|s: u8| s + 1);
                    after_digit = true;
                }
                b'.' if after_digit && scale.is_none() => {
                    scale = Some(0);
                    after_digit = false;
                }
                _ => return Err(DecimalError::NotANumber),
            }
        }
        if !after_digit {
            return Err(DecimalError::NotANumber);
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        Ok(Self::with_scale(mantissa, scale.unwrap_or(0)))
    }

    /// The digits without the point.
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many of the digits stand behind the point.
    #[inline]
    pub fn scale(self) -> u8 {
        self.last.min(0).unsigned_abs()
    }

    /// How many zeros at the end of a whole number were not written.
    fn padding(self) -> u8 {
        self.last.max(0).unsigned_abs()
    }

    /// The place of the last digit that was written, as a power of ten: −2 of 55.20, and
    /// 2 of 0.22万, which is 2200.
    pub fn last_digit(self) -> i32 {
        i32::from(self.last)
    }

    /// Whether the value, however it is written, is above another.
    #[inline]
    pub fn is_above(self, other: Self) -> bool {
        if self.scale() == other.scale() {
            return self.mantissa > other.mantissa;
        }
        super::Rational::from(self) > super::Rational::from(other)
    }

    /// The number times a power of ten: the point moves, no digit is lost; `None` beyond
    /// [`MAX_DIGITS`](Self::MAX_DIGITS).
    ///
    /// ```
    /// use dabiao::exact::Decimal;
    ///
    /// let number = Decimal::parse("33.48").unwrap();
    /// assert_eq!(number.shifted(4).unwrap().to_string(), "334800");
    /// assert_eq!(number.shifted(-2).unwrap().to_string(), "0.3348");
    /// ```
    pub fn shifted(self, power: i8) -> Option<Self> {
        let written = self.mantissa / 10i64.checked_pow(u32::from(self.padding()))?;
        let last = self.last_digit() + i32::from(power);
        let Ok(padding) = u8::try_from(last) else {
            return Self::new(written, u8::try_from(-last).ok()?);
        };
        let zeros = 10i64.checked_pow(u32::from(padding))?;
        let whole = Self::new(written.checked_mul(zeros)?, 0)?;
        Some(Self { last: i8::try_from(padding).ok()?, ..whole })
    }

    /// The number in ten thousands or hundred millions, where its zeros were not written;
    /// true for the latter.
    pub fn unpadded(self) -> Option<(Self, bool)> {
        let (power, is_larger) = if self.padding() <= 4 { (-4, false) } else { (-8, true) };
        let number = if self.padding() == 0 { None } else { self.shifted(power) };
        Some((number?, is_larger))
    }

    /// Below zero (`-0` is not).
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Without a fraction, however it was written: `12.00` is whole.
    pub fn is_whole(self) -> bool {
        // 10¹⁸ fits 64 bits.
        self.scale() == 0 || self.mantissa % 10i64.pow(u32::from(self.scale())) == 0
    }

    /// Equal to zero, however it was written.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }
}

impl Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        // 18 digits leave room for either sign.
        Self { mantissa: -self.mantissa, ..self }
    }
}

impl Decimal {
    /// Adds it to a text, as it was written.
    pub(crate) fn push_to(self, text: &mut Vec<u8>) {
        let magnitude = u128::from(self.mantissa.unsigned_abs());
        super::shown::push(text, self.mantissa < 0, magnitude, u32::from(self.scale()));
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Vec::new();
        self.push_to(&mut text);
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<(i64, u8), DecimalError> {
        Decimal::parse(text).map(|d| (d.mantissa(), d.scale()))
    }

    #[test]
    fn digits_are_kept_as_written() {
        assert_eq!(parsed("55.20"), Ok((5520, 2)));
        assert_eq!(parsed("-0.5"), Ok((-5, 1)));
        assert_eq!(parsed("+7"), Ok((7, 0)));
        assert_eq!(parsed("007"), Ok((7, 0)));
        assert_eq!(Decimal::parse("-0.05").unwrap().to_string(), "-0.05");
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in ["", "-", ".", ".5", "5.", "1e3", "1,000", "1.2.3", "五", "--1", "0x1", "NaN"]
        {
            assert_eq!(parsed(text), Err(DecimalError::NotANumber), "{text:?}");
        }
    }

    #[test]
    fn eighteen_digits_are_the_most() {
        assert_eq!(parsed("999999999999999999"), Ok((999_999_999_999_999_999, 0)));
        assert_eq!(parsed("1000000000000000000"), Err(DecimalError::TooLong));
        assert_eq!(parsed("0000000000000000000001"), Ok((1, 0)));
        assert_eq!(parsed("0.000000000000000001"), Ok((1, 18)));
        assert_eq!(parsed("0.0000000000000000001"), Err(DecimalError::TooLong));
        assert_eq!(parsed("1000000000000000000x"), Err(DecimalError::NotANumber));
    }

    #[test]
    fn moving_the_point_loses_no_digit() {
        let shifted = |text: &str, power| {
            Decimal::parse(text).unwrap().shifted(power).map(|shifted| shifted.to_string())
        };
        assert_eq!(shifted("33.480000", 4).as_deref(), Some("334800.00"));
        assert_eq!(shifted("-1.5", 8).as_deref(), Some("-150000000"));
        assert_eq!(shifted("0", 8).as_deref(), Some("0"));
        assert_eq!(shifted("120000", -4).as_deref(), Some("12.0000"));
        assert_eq!(shifted("99999999999999", 4).as_deref(), Some("999999999999990000"));
        assert_eq!(shifted("999999999999999", 4), None);
        assert_eq!(shifted("1", 18), None);
        assert_eq!(shifted("0.000000000000001", -4), None);
        assert_eq!(shifted("1", i8::MAX).or(shifted("1", i8::MIN)), None);
    }

    #[test]
    fn zeros_that_were_not_written_are_told_apart() {
        let last = |text: &str, power| {
            Decimal::parse(text).unwrap().shifted(power).map(Decimal::last_digit)
        };
        assert_eq!(last("0.22", 4), Some(2));
        assert_eq!(last("2200", 0), Some(0));
        assert_eq!(last("0.2200", 4), Some(0));
        assert_eq!(last("1.2", 8), Some(7));
        assert_eq!(last("55.20", 0), Some(-2));
        let there_and_back = Decimal::parse("0.22").unwrap().shifted(4).unwrap().shifted(-4);
        assert_eq!(there_and_back.unwrap().to_string(), "0.22");
    }
}
