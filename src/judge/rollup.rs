//! 汇总: what the counties add up to.

use crate::diagnostic::NoRollUp;
use crate::exact::{Decimal, Figure, Rational};
use crate::plan::RollUp;
use crate::term::{Entry, Level, Region, Sent};

use num_traits::ToPrimitive;

/// The sum over the counties: Σ numerators and Σ denominators, or Σ values;
/// never a mean of rates. `Ok(None)` where the measure applies to no county.
pub(super) fn roll_up(
    rule: RollUp,
    is_growth: bool,
    regions: &[Region],
    entries: &[Entry],
) -> Result<Option<Figure>, NoRollUp> {
    if rule == RollUp::None {
        return Err(if is_growth { NoRollUp::Growth } else { NoRollUp::ByRule });
    }
    let mut first = Sum::default();
    let mut second = Sum::default();
    let (mut incomplete, mut uncounted) = (Vec::new(), Vec::new());
    let mut applies = false;
    for (at, (region, entry)) in regions.iter().zip(entries).enumerate() {
        if region.level != Level::County {
            continue;
        }
        match entry.sent() {
            Sent::NotApplicable => {}
            Sent::Nothing | Sent::Missing | Sent::Invalid => incomplete.push(at),
            Sent::Figure => match (rule, entry.figure()) {
                (RollUp::Ratio, Figure { counts: Some((numerator, denominator)), .. }) => {
                    first.add(numerator);
                    second.add(denominator);
                    applies = true;
                }
                (RollUp::Sum, Figure { value: Some(value), .. }) => {
                    first.add(value);
                    applies = true;
                }
                _ => uncounted.push(at),
            },
        }
    }
    let names = |list: Vec<usize>| list.iter().map(|at| regions[*at].name.to_string()).collect();
    if !incomplete.is_empty() {
        return Err(NoRollUp::Incomplete { counties: names(incomplete) });
    }
    if !uncounted.is_empty() {
        return Err(NoRollUp::NoCounts { counties: names(uncounted) });
    }
    if !applies {
        return Ok(None);
    }
    let first = first.decimal().ok_or(NoRollUp::TooLarge)?;
    Ok(Some(match rule {
        RollUp::Ratio => {
            let second = second.decimal().ok_or(NoRollUp::TooLarge)?;
            Figure { value: None, counts: Some((first, second)) }
        }
        RollUp::Sum | RollUp::None => Figure { value: Some(first), counts: None },
    }))
}

/// A sum of decimals. Whole ones, nearly all there are, add up without fractions.
#[derive(Default)]
struct Sum {
    whole: i128,
    rest: Option<Rational>,
    scale: u8,
}

impl Sum {
    fn add(&mut self, number: Decimal) {
        if number.scale() == 0 {
            // 2³² regions of 18 digits each fit 128 bits.
            self.whole += i128::from(number.mantissa());
        } else {
            self.scale = self.scale.max(number.scale());
            self.rest = Some(self.rest.take().unwrap_or(Rational::ZERO) + number.into());
        }
    }

    /// The sum, if it has not too many digits.
    fn decimal(self) -> Option<Decimal> {
        let whole = Rational::from(num_bigint::BigInt::from(self.whole));
        let sum = whole + self.rest.unwrap_or(Rational::ZERO);
        Decimal::new(sum.scaled(u32::from(self.scale)).to_i64()?, self.scale)
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
