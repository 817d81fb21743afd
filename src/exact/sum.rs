//! Adding up decimals.

use super::{Decimal, Rational};

/// A sum of decimals. Whole ones, nearly all there are, add up without fractions.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    whole: i128,
    rest: Option<Rational>,
    scale: u8,
}

impl Sum {
    /// Adds a number.
    pub fn add(&mut self, number: Decimal) {
        if number.scale() == 0 {
            // 2³² regions of 18 digits each fit 128 bits.
            self.whole += i128::from(number.mantissa());
        } else {
            self.scale = self.scale.max(number.scale());
            self.rest = Some(self.rest.take().unwrap_or(Rational::ZERO) + number.into());
        }
    }

    /// The sum, if it has not too many digits.
    pub fn decimal(&self) -> Option<Decimal> {
        let whole = Rational::from_whole(self.whole.into());
        let sum = whole + self.rest.clone().unwrap_or(Rational::ZERO);
        let steps = sum * Rational::power_of_ten(u32::from(self.scale));
        Decimal::new(steps.to_i64()?, self.scale)
    }
}

impl FromIterator<Decimal> for Sum {
    fn from_iter<I: IntoIterator<Item = Decimal>>(numbers: I) -> Self {
        let mut sum = Self::default();
        numbers.into_iter().for_each(|number| sum.add(number));
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_exact_or_refused() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let mut sum = Sum::default();
        ["1", "2.25", "0.5", "3"].iter().for_each(|text| sum.add(decimal(text)));
        assert_eq!(sum.decimal().unwrap().to_string(), "6.75");
        let mut sum = Sum::default();
        (0..2).for_each(|_| sum.add(decimal("999999999999999999")));
        assert_eq!(sum.decimal(), None);
    }
}
