//! Writing numbers so that they never contradict a verdict.
//!
//! A value of 89.996% falls short of 90%, but two digits would print it as
//! `90.00`. Digits are added until what is printed stands to what is printed
//! beside it as the exact numbers stand to each other.

use super::{Decimal, Rational};

/// Beyond this many digits an exact decimal is written rounded. What a plan writes never
/// is.
const EXACT_DIGITS: u32 = Decimal::MAX_DIGITS as u32;
/// How many digits a bound has that no decimal writes exactly (a third).
const ROUNDED_DIGITS: u32 = 4;

/// Sets the point `scale` digits from the right, with zeros where digits lack.
pub fn with_point(negative: bool, digits: &str, scale: usize) -> String {
    let zeros = scale.saturating_sub(digits.len());
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
    let mut text = String::with_capacity(digits.len() + zeros + 3);
    if negative {
        text.push('-');
    }
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if scale > 0 {
        text.push('.');
        text.extend(std::iter::repeat_n('0', zeros));
        text.push_str(fraction);
    }
    text
}

/// The value rounded half away from zero to `digits` behind the point.
pub fn rounded(value: &Rational, digits: u32) -> String {
    let mut text = Vec::new();
    push_rounded(&mut text, value, digits);
    String::from_utf8(text).unwrap_or_default()
}

/// Adds to a text the value rounded half away from zero to `digits` behind the point.
pub fn push_rounded(text: &mut Vec<u8>, value: &Rational, digits: u32) {
    if let Some(scaled) = value.scaled_small(digits) {
        return push(text, scaled < 0, scaled.unsigned_abs(), digits);
    }
    let scaled = value.scaled(digits);
    let negative = scaled.sign() == num_bigint::Sign::Minus;
    let scaled = scaled.magnitude().to_string();
    text.extend_from_slice(with_point(negative, &scaled, digits as usize).as_bytes());
}

/// Adds a whole number to a text, with the point `scale` digits from the right.
pub(crate) fn push(text: &mut Vec<u8>, negative: bool, magnitude: u128, scale: u32) {
    let small = u64::try_from(magnitude).ok().filter(|_| scale <= EXACT_DIGITS);
    let Some(mut rest) = small else {
        let number = with_point(negative, &magnitude.to_string(), scale as usize);
        return text.extend_from_slice(number.as_bytes());
    };
    if let Some(eight) = eight_digits(rest)
        && scale < EIGHT
    {
        return push_eight(text, negative, eight, scale as usize);
    }
    let (scale, start) = (scale as usize, text.len());
    let length = rest.checked_ilog10().map_or(1, |most| most as usize + 1).max(scale + 1);
    let length = usize::from(negative) + length + usize::from(scale > 0);
    // More room than is needed is set to zeros at once. Each digit goes to its place in the text:
    // what was just written in pieces is not read again.
    text.extend_from_slice(&[b'0'; MOST_WRITTEN]);
    let room = &mut text[start..start + MOST_WRITTEN];
    let (mut at, mut behind) = (length, scale);
    while behind >= 2 {
        at -= 2;
        room[at..at + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
        behind -= 2;
    }
    if behind > 0 {
        at -= 1;
        room[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if scale > 0 {
        at -= 1;
        room[at] = b'.';
    }
    while rest >= 10 {
        at -= 2;
        room[at..at + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    if rest > 0 {
        at -= 1;
        room[at] = b'0' + rest as u8;
    }
    if negative {
        room[0] = b'-';
    }
    text.truncate(start + length);
}

/// How many digits a word holds, one a byte.
const EIGHT: u32 = 8;

/// The digits of a number below a hundred million, the first in the lowest byte. They are all
/// divided out at once: which digits a number has would be guessed at wrongly, one by one.
fn eight_digits(number: u64) -> Option<u64> {
    if number >= 100_000_000 {
        return None;
    }
    let fours = number / 10_000 + ((number % 10_000) << 32);
    // 10,486 of 2^20 is a hundredth of all below ten thousand, 103 of 2^10 a tenth of those below
    // a hundred.
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
    let pairs = hundreds + ((fours - 100 * hundreds) << 16);
    let tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
    Some(tens + ((pairs - 10 * tens) << 8))
}

/// Adds such digits, those before the first that counts left out, with fewer than eight of them
/// behind the point.
fn push_eight(text: &mut Vec<u8>, negative: bool, digits: u64, scale: usize) {
    let all = EIGHT as usize;
    let length = (all - digits.trailing_zeros() as usize / 8).max(scale + 1);
    let shown = digits + 0x3030_3030_3030_3030;
    let (from, start) = (usize::from(negative), text.len());
    text.extend_from_slice(&[b'-'; MOST_WRITTEN]);
    let room = &mut text[start + from..start + MOST_WRITTEN];
    room[..all].copy_from_slice(&(shown >> (8 * (all - length))).to_le_bytes());
    let mut written = length;
    if scale > 0 {
        let point = length - scale;
        room[point] = b'.';
        let behind = shown >> (8 * (all - scale));
        room[point + 1..point + 1 + all].copy_from_slice(&behind.to_le_bytes());
        written += 1;
    }
    text.truncate(start + from + written);
}

/// Twenty digits, the point, a zero before it and the sign.
const MOST_WRITTEN: usize = 24;

/// The numbers below one hundred in two digits.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut at = 0;
    while at < pairs.len() {
        pairs[at] = [b'0' + (at / 10) as u8, b'0' + (at % 10) as u8];
        at += 1;
    }
    pairs
};

/// A value among bounds: with at least so many digits, beside those of the bounds that it
/// is read against.
#[derive(Debug, Clone)]
pub struct Beside<'n> {
    /// The exact value.
    pub value: &'n Rational,
    /// With how many digits behind the point it is written at least.
    pub least: u32,
    /// Which of the bounds.
    pub bounds: Vec<usize>,
}

/// How bounds and the values beside them are written together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fitted {
    /// The bounds, in their order.
    pub bounds: Vec<Written>,
    /// The values, in their order.
    pub values: Vec<Written>,
}

/// A number as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What stands on the page.
    pub text: String,
    /// How many digits it has behind the point.
    pub digits: u32,
}

impl Written {
    fn new(value: &Rational, digits: u32) -> Self {
        Self { text: rounded(value, digits), digits }
    }
}

/// Writes bounds and all values beside them so that every value, as it is written, stands
/// to each of its bounds, as that is written, as the exact numbers stand to each other.
///
/// A bound that is a decimal is written exactly. All other bounds have the same number of
/// digits: the fewest that put each on the right side of every value and of every other
/// bound. A value that is a bound is written as that bound, any other with the fewest
/// digits that keep it on the right side of all its bounds at once. Each search ends at a
/// number of digits that is known to be enough.
pub fn fit(bounds: &[&Rational], values: &[Beside<'_>]) -> Fitted {
    let exact: Vec<Option<u32>> =
        bounds.iter().map(|bound| bound.exact_digits(EXACT_DIGITS)).collect();
    let open = open_digits(bounds, &exact, values);
    let printed =
        bounds.iter().zip(&exact).map(|(bound, exact)| bound.rounded(exact.unwrap_or(open)));
    let printed: Vec<Rational> = printed.collect();
    let value = |beside: &Beside<'_>| {
        let beside_it = beside.bounds.iter().filter_map(|at| {
            Some((*bounds.get(*at)?, printed.get(*at)?, exact.get(*at).copied()?))
        });
        Written::new(beside.value, digits(beside.value, beside.least, beside_it, open))
    };
    let bound =
        |(bound, exact): (&&Rational, &Option<u32>)| Written::new(bound, exact.unwrap_or(open));
    Fitted {
        values: values.iter().map(value).collect(),
        bounds: bounds.iter().zip(&exact).map(bound).collect(),
    }
}

/// With how many digits a value is written beside bounds: each with how it is written, and
/// with how many digits if it is a decimal; `open` have those that are none.
fn digits<'n>(
    value: &Rational,
    mut least: u32,
    bounds: impl Iterator<Item = (&'n Rational, &'n Rational, Option<u32>)> + Clone,
    open: u32,
) -> u32 {
    let written = value.rounded(least);
    let mut stands = true;
    for (bound, printed, exact) in bounds.clone() {
        let order = value.cmp(bound);
        let order_of_printed = if exact.is_some() { order } else { value.cmp(printed) };
        stands &= written.cmp(printed) == order_of_printed;
        match exact {
            _ if order.is_ne() => {}
            None => return open,
            Some(digits) => {
                stands &= digits <= least;
                least = least.max(digits);
            }
        }
    }
    if stands {
        return least;
    }
    // A bound that is the value, and is written exactly, stands to it as it should.
    let most = || {
        let others = bounds.clone().map(|(_, printed, _)| printed).filter(|it| *it != value);
        others.map(|bound| enough(value, bound)).fold(least, u32::max)
    };
    fewest(least, most, |digits| {
        let written = value.rounded(digits);
        bounds.clone().all(|(_, printed, _)| written.cmp(printed) == value.cmp(printed))
    })
}

/// Bounds that are decimals, all of them: they are written in one way, whatever stands
/// beside them.
#[derive(Debug, Clone, Default)]
pub struct Decimals {
    exact: Vec<Rational>,
    written: Vec<Written>,
}

impl Decimals {
    /// Those bounds, if they are.
    pub fn of(bounds: &[&Rational]) -> Option<Self> {
        let written = |bound: &&Rational| {
            let digits = bound.exact_digits(EXACT_DIGITS)?;
            Some(Written::new(bound, digits))
        };
        let written = bounds.iter().map(written).collect::<Option<_>>()?;
        Some(Self { exact: bounds.iter().map(|bound| bound.reduced()).collect(), written })
    }

    /// The bounds, in their order.
    pub fn written(&self) -> &[Written] {
        &self.written
    }

    /// With how many digits, `least` at least, [`fit`] writes a value beside all of them.
    pub fn digits(&self, value: &Rational, least: u32) -> u32 {
        let bounds = self.exact.iter().zip(&self.written);
        let bounds = bounds.map(|(bound, written)| (bound, bound, Some(written.digits)));
        digits(value, least, bounds, ROUNDED_DIGITS)
    }
}

/// How many digits the bounds have that no decimal writes exactly.
fn open_digits(bounds: &[&Rational], exact: &[Option<u32>], values: &[Beside<'_>]) -> u32 {
    let mut least = ROUNDED_DIGITS;
    if exact.iter().all(Option::is_some) {
        return least;
    }
    // Each with a value that it must not be mistaken for, or with another bound.
    let mut beside: Vec<(&Rational, &Rational)> = Vec::new();
    let mut between: Vec<(&Rational, &Rational, Option<u32>)> = Vec::new();
    let is_open = |index: &usize| exact.get(*index).is_some_and(Option::is_none);
    for value in values {
        for index in value.bounds.iter().filter(|index| is_open(index)) {
            match bounds.get(*index) {
                Some(bound) if *bound == value.value => least = least.max(value.least),
                Some(bound) => beside.push((bound, value.value)),
                None => {}
            }
        }
    }
    for (bound, _) in bounds.iter().zip(exact).filter(|(_, exact)| exact.is_none()) {
        let others = bounds.iter().zip(exact).filter(|(other, _)| *other != bound);
        between.extend(others.map(|(other, exact)| (*bound, *other, *exact)));
    }
    let gaps = beside.iter().copied().chain(between.iter().map(|(a, b, _)| (*a, *b)));
    let most = || gaps.map(|(a, b)| enough(a, b)).fold(least, u32::max);
    fewest(least, most, |digits| {
        beside.iter().all(|(bound, value)| bound.rounded(digits).cmp(value) == bound.cmp(value))
            && between.iter().all(|(bound, other, exact)| {
                let other_at = other.rounded(exact.unwrap_or(digits));
                bound.rounded(digits).cmp(&other_at) == bound.cmp(other)
            })
    })
}

/// The fewest digits, `least` at least, with which numbers stand as they should; `most`
/// are known to be enough, and are asked for only where `least` are not.
fn fewest(least: u32, most: impl FnOnce() -> u32, stands: impl Fn(u32) -> bool) -> u32 {
    if stands(least) {
        return least;
    }
    let most = most();
    (least..most).find(|digits| stands(*digits)).unwrap_or(most)
}

/// So many digits tell two numbers apart, and so does any greater number: they are further
/// from each other than both can move together when they are rounded.
fn enough(a: &Rational, b: &Rational) -> u32 {
    (a.clone() - b.clone()).denominator_length()
}

/// One value beside some bounds, all of them written.
pub fn beside(value: &Rational, least: u32, bounds: &[&Rational]) -> (Written, Vec<Written>) {
    let all = (0..bounds.len()).collect();
    let mut fitted = fit(bounds, &[Beside { value, least, bounds: all }]);
    let value = fitted.values.pop().unwrap_or_else(|| Written::new(value, least));
    (value, fitted.bounds)
}

/// A number that stands beside no value.
pub fn alone(exact: &Rational) -> Written {
    Written::new(exact, exact.exact_digits(EXACT_DIGITS).unwrap_or(ROUNDED_DIGITS))
}

/// A difference, with more digits than `least` where it would round to zero.
pub fn difference(value: &Rational, least: u32) -> String {
    rounded(value, difference_digits(value, least))
}

/// How many digits a difference has.
pub fn difference_digits(value: &Rational, least: u32) -> u32 {
    let most = || enough(value, &Rational::ZERO).max(least);
    fewest(least, most, |digits| value.is_zero() || !value.rounded(digits).is_zero())
}

/// How many digits, at least `least`, write two numbers so that they stand to each
/// other as the exact ones do.
pub fn apart(a: &Rational, b: &Rational, least: u32) -> u32 {
    let most = || enough(a, b).max(least);
    fewest(least, most, |digits| a.rounded(digits).cmp(&b.rounded(digits)) == a.cmp(b))
}

/// The same of a number and one that `least` digits write exactly.
pub fn apart_from_decimal(a: &Rational, decimal: &Rational, least: u32) -> u32 {
    let order = a.cmp(decimal);
    let most = || enough(a, decimal).max(least);
    fewest(least, most, |digits| a.rounded(digits).cmp(decimal) == order)
}

/// A change rounded to `digits`, with the sign of the exact one: what rises a little
/// reads `+0.00`.
pub fn change(exact: &Rational, digits: u32) -> String {
    let sign = if exact.is_zero() {
        ""
    } else if exact.is_negative() {
        "-"
    } else {
        "+"
    };
    format!("{sign}{}", rounded(&exact.clone().abs(), digits))
}

#[cfg(test)]
mod tests;
