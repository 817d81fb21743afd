//! Fractions that never round.

use std::cmp::Ordering;
use std::iter;
use std::ops::{Add, Div, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Decimal, Per, Ratio};

/// An exact fraction.
///
/// Small fractions (nearly all that occur) are two 128-bit integers, compared by
/// cross-multiplication; what would overflow those is a [`BigRational`].
///
/// ```
/// use dabiao::exact::{Decimal, Rational};
///
/// let eight_of_nine = Rational::from(8) / Rational::from(9) * Rational::from(100);
/// let shown = Rational::from(Decimal::parse("88.89").unwrap());
/// assert!(eight_of_nine < shown); // 88.888… is not 88.89
/// ```
#[derive(Debug, Clone)]
pub struct Rational(Repr);

#[derive(Debug, Clone)]
enum Repr {
    /// `numerator / denominator`, denominator above zero; not always in lowest terms.
    Small(i128, i128),
    Big(Box<BigRational>),
}

impl Rational {
    /// Zero.
    pub const ZERO: Self = Self(Repr::Small(0, 1));
    /// One hundred, for percentages.
    pub const HUNDRED: Self = Self(Repr::Small(100, 1));

    /// `numerator / denominator × per`; `None` if the denominator is zero.
    #[inline]
    pub fn rate(numerator: Decimal, denominator: Decimal, per: Per) -> Option<Self> {
        if denominator.is_zero() {
            return None;
        }
        // 18 digits and 18 more for the scale fit 128 bits, and 2 for the percent too.
        let power = |scale: u8| 10i128.pow(u32::from(scale));
        let scaled = |mantissa: i64, scale: u8| match scale {
            0 => i128::from(mantissa),
            scale => i128::from(mantissa) * power(scale),
        };
        let n = scaled(numerator.mantissa(), denominator.scale());
        let d = scaled(denominator.mantissa(), numerator.scale());
        let n = n * d.signum();
        Some(match n.checked_mul(i128::from(per.count())) {
            Some(n) => Self(Repr::Small(n, d.abs())),
            None => Self(Repr::Small(n, d.abs())) * Self::from(per.count()),
        })
    }

    /// A whole number by its digits, which may be any number of them.
    pub fn whole(digits: &str) -> Option<Self> {
        digits.parse().ok().map(Self::from_whole)
    }

    pub(super) fn from_whole(whole: BigInt) -> Self {
        Self::from_big(BigRational::from_integer(whole))
    }

    /// `10^exponent`
    pub fn power_of_ten(exponent: u32) -> Self {
        match power_of_ten(exponent) {
            Some(power) => Self(Repr::Small(power, 1)),
            None => Self::from_whole(num_traits::pow(BigInt::from(10), exponent as usize)),
        }
    }

    /// The same value in lowest terms, if two machine words hold it.
    pub(crate) fn ratio(&self) -> Option<Ratio> {
        match &self.reduced().0 {
            Repr::Small(n, d) => Some(Ratio::new(i64::try_from(*n).ok()?, i64::try_from(*d).ok()?)),
            Repr::Big(_) => None,
        }
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(n, d) => BigRational::new(BigInt::from(*n), BigInt::from(*d)),
            Repr::Big(big) => (**big).clone(),
        }
    }

    /// Kept apart, so that comparing small fractions stays small itself.
    #[cold]
    fn cmp_big(&self, other: &Self) -> Ordering {
        self.big().cmp(&other.big())
    }

    /// In lowest terms, and small again if it fits.
    fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i128(), big.denom().to_i128()) {
            (Some(n), Some(d)) if n != i128::MIN => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new(big))),
        }
    }

    /// The same value in lowest terms, which keeps later products small.
    #[must_use]
    pub fn reduced(&self) -> Self {
        match &self.0 {
            Repr::Small(n, d) => {
                let divisor = n.gcd(d);
                Self(Repr::Small(n / divisor, d / divisor))
            }
            Repr::Big(_) => self.clone(),
        }
    }

    /// Its numerator and denominator in lowest terms, in digits.
    pub fn fraction(&self) -> [String; 2] {
        match &self.reduced().0 {
            Repr::Small(n, d) => [n.to_string(), d.to_string()],
            Repr::Big(big) => [big.numer().to_string(), big.denom().to_string()],
        }
    }

    /// Its numerator and another's over one denominator, and that, in digits.
    pub fn over_common_denominator(&self, other: &Self) -> [String; 3] {
        let (one, other) = (self.big(), other.big());
        let denominator = one.denom().lcm(other.denom());
        let over = |of: &BigRational| of.numer() * (&denominator / of.denom());
        [over(&one), over(&other), denominator.clone()].map(|whole| whole.to_string())
    }

    /// Below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// Equal to zero.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n == 0,
            Repr::Big(big) => big.is_zero(),
        }
    }

    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.is_negative() { -self } else { self }
    }

    /// The greatest whole number not above the value.
    #[must_use]
    pub fn floor(&self) -> Self {
        match &self.0 {
            Repr::Small(n, d) => Self(Repr::Small(ends(*n, *d)[0], 1)),
            Repr::Big(big) => Self::from_big(big.floor()),
        }
    }

    /// The smallest whole number not below the value.
    #[must_use]
    pub fn ceil(&self) -> Self {
        -(-self.clone()).floor()
    }

    /// So much of every `per` of a number, rounded down and up, where small integers hold what
    /// leads to it.
    pub(crate) fn ends_of_part(&self, of: i64, per: i64) -> Option<[i128; 2]> {
        let Repr::Small(n, d) = self.0 else { return None };
        Some(ends(product(n, of.into())?, product(d, per.into())?))
    }

    /// Without a part behind the point.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Repr::Small(n, d) => divided(*n, *d).1 == 0,
            Repr::Big(big) => big.is_integer(),
        }
    }

    /// The same as a machine word, if it is whole and fits one.
    pub fn to_i64(&self) -> Option<i64> {
        // What small integers hold is never kept in big ones.
        let Repr::Small(n, d) = self.0 else { return None };
        let (whole, rest) = if d == 1 { (n, 0) } else { divided(n, d) };
        if rest == 0 { i64::try_from(whole).ok() } else { None }
    }

    /// The value times `10^digits`, rounded half away from zero.
    pub(super) fn scaled(&self, digits: u32) -> BigInt {
        self.scaled_small(digits).map_or_else(
            || (self.big() * Self::power_of_ten(digits).big()).round().to_integer(),
            BigInt::from,
        )
    }

    /// The same, if small integers hold what leads to it.
    pub(super) fn scaled_small(&self, digits: u32) -> Option<i128> {
        let Repr::Small(n, d) = self.0 else { return None };
        let n = product(n, power_of_ten(digits)?)?;
        let (whole, rest) = divided(n, d);
        let is_half = rest.unsigned_abs() >= d.unsigned_abs() - rest.unsigned_abs();
        Some(if is_half { whole + n.signum() } else { whole })
    }

    /// The value rounded half away from zero to `digits` behind the point.
    #[must_use]
    pub fn rounded(&self, digits: u32) -> Self {
        match (self.scaled_small(digits), power_of_ten(digits)) {
            (Some(n), Some(power)) => Self(Repr::Small(n, power)),
            _ => Self::from_whole(self.scaled(digits)) / Self::power_of_ten(digits),
        }
    }

    /// How many digits behind the point write the value exactly; `None` if no
    /// number of digits does, or more than `most`.
    pub fn exact_digits(&self, most: u32) -> Option<u32> {
        if let Repr::Small(n, d) = self.0
            && let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d))
            && d <= i64::MAX / 10
        {
            let rests = iter::successors(Some(n % d), |rest| Some(rest * 10 % d));
            return rests.zip(0..=most).find(|(rest, _)| *rest == 0).map(|(_, digits)| digits);
        }
        // A denominator beyond 128 bits needs more digits than anyone writes.
        let reduced = self.reduced();
        let mut denominator = match &reduced.0 {
            Repr::Small(_, d) => *d,
            Repr::Big(big) => big.denom().to_i128()?,
        };
        for digits in 0..=most {
            if denominator == 1 {
                return Some(digits);
            }
            // 10^k · n/d is whole once d has been divided by gcd(d, 10) k times.
            let common = denominator.gcd(&10);
            if common == 1 {
                return None;
            }
            denominator /= common;
        }
        None
    }

    /// How many decimal digits the denominator has in lowest terms: what is not zero is
    /// further from zero than `1/10` to that power.
    pub fn denominator_length(&self) -> u32 {
        let [_, denominator] = self.fraction();
        u32::try_from(denominator.len()).unwrap_or(u32::MAX)
    }
}

impl From<i64> for Rational {
    fn from(whole: i64) -> Self {
        Self(Repr::Small(i128::from(whole), 1))
    }
}

impl From<Decimal> for Rational {
    #[inline]
    fn from(decimal: Decimal) -> Self {
        let power = match decimal.scale() {
            0 => 1,
            2 => 100,
            scale => 10i128.pow(u32::from(scale)),
        };
        Self(Repr::Small(i128::from(decimal.mantissa()), power))
    }
}

/// Written in small integers where they hold, in big ones where they would overflow.
macro_rules! operation {
    ($trait:ident, $method:ident, |$a:ident, $b:ident, $c:ident, $d:ident| $small:expr) => {
        impl $trait for Rational {
            type Output = Rational;

            fn $method(self, other: Rational) -> Rational {
                if let (Repr::Small($a, $b), Repr::Small($c, $d)) = (&self.0, &other.0) {
                    let small = (|| -> Option<(i128, i128)> { $small })();
                    if let Some((n, d)) = small.filter(|(n, _)| *n != i128::MIN) {
                        return Rational(Repr::Small(n, d));
                    }
                }
                Rational::from_big(self.big().$method(other.big()))
            }
        }
    };
}

operation!(Add, add, |a, b, c, d| if b == d {
    Some((a.checked_add(*c)?, *b))
} else {
    Some((product(*a, *d)?.checked_add(product(*c, *b)?)?, product(*b, *d)?))
});
operation!(Sub, sub, |a, b, c, d| if b == d {
    Some((a.checked_sub(*c)?, *b))
} else {
    Some((product(*a, *d)?.checked_sub(product(*c, *b)?)?, product(*b, *d)?))
});
operation!(Mul, mul, |a, b, c, d| Some((product(*a, *c)?, product(*b, *d)?)));

impl Div for Rational {
    type Output = Rational;

    /// # Panics
    /// If `other` is zero, as integer division does.
    fn div(self, other: Rational) -> Rational {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0)
            && let (Some(n), Some(m)) = (product(*a, *d), product(*b, *c))
            && m != 0
            && n != i128::MIN
            && m != i128::MIN
        {
            return Rational(if m < 0 { Repr::Small(-n, -m) } else { Repr::Small(n, m) });
        }
        Rational::from_big(self.big() / other.big())
    }
}

impl Neg for Rational {
    type Output = Rational;

    fn neg(self) -> Rational {
        match self.0 {
            // `i128::MIN` is never stored, so this cannot overflow.
            Repr::Small(n, d) => Rational(Repr::Small(-n, d)),
            Repr::Big(big) => Rational(Repr::Big(Box::new(-*big))),
        }
    }
}

impl Ord for Rational {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0)
            && let (Some(left), Some(right)) = (product(*a, *d), product(*c, *b))
        {
            return left.cmp(&right);
        }
        self.cmp_big(other)
    }
}

/// A checked product; most factors fit 64 bits, where no check is needed.
#[inline]
fn product(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    }
}

/// A quotient and what is left; most numbers fit 64 bits, where division is cheap. The
/// denominator is above zero.
#[inline]
fn divided(n: i128, d: i128) -> (i128, i128) {
    match (i64::try_from(n), i64::try_from(d)) {
        (Ok(n), Ok(d)) => (i128::from(n / d), i128::from(n % d)),
        _ => (n / d, n % d),
    }
}

/// A quotient rounded down and up.
fn ends(n: i128, d: i128) -> [i128; 2] {
    let (whole, rest) = divided(n, d);
    [whole - i128::from(rest < 0), whole + i128::from(rest > 0)]
}

/// `10^exponent`, if it fits.
#[inline]
fn power_of_ten(exponent: u32) -> Option<i128> {
    let small = Decimal::POWERS.get(exponent as usize).copied().map(i128::from);
    small.or_else(|| 10i128.checked_pow(exponent))
}

impl PartialOrd for Rational {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rational {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rational {}

#[cfg(test)]
mod tests;
