//! What was sent for one cell: a value, its counts, or both.

use super::{Decimal, Per, Ratio, Rational};

/// A value, its numerator and its denominator, and the total since the plan began,
/// each as it was sent or absent. Counts and a total never go together: one makes a
/// rate, the other a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    /// 数值.
    pub value: Option<Decimal>,
    /// 分子 and 分母.
    pub counts: Option<(Decimal, Decimal)>,
    /// 累计: the sum over the years of the plan, this one included.
    pub total: Option<Decimal>,
}

impl Figure {
    /// What is judged: the ratio of the counts or the total where they are there, else the
    /// value; `None` over a denominator of zero.
    #[inline]
    pub fn exact(&self, per: Per) -> Option<Rational> {
        match self.counts {
            Some((numerator, denominator)) => Rational::rate(numerator, denominator, per),
            None => self.total.or(self.value).map(Rational::from),
        }
    }

    /// The same in machine words, where those hold it and the counts are whole.
    #[inline]
    pub(crate) fn ratio(&self, per: Per) -> Option<Ratio> {
        match self.counts {
            Some((numerator, denominator)) => Ratio::rate(numerator, denominator, per),
            None => self.total.or(self.value).map(Ratio::from),
        }
    }

    /// With how many digits behind the point the value that is judged was sent; none if
    /// it follows from counts.
    pub fn digits(&self) -> Option<u32> {
        let sent = if self.counts.is_some() { None } else { self.total.or(self.value) };
        sent.map(|sent| u32::from(sent.scale()))
    }

    /// A value with nothing beside it.
    pub fn of_value(value: Decimal) -> Self {
        Self { value: Some(value), ..Self::default() }
    }

    /// Counts with nothing beside them.
    pub fn of_counts(numerator: Decimal, denominator: Decimal) -> Self {
        Self { counts: Some((numerator, denominator)), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_judged_before_the_value() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let counts = |n, d| Some((decimal(n), decimal(d)));
        let figure =
            Figure { value: Some(decimal("88.89")), counts: counts("8", "9"), total: None };
        assert!(figure.exact(Per::HUNDRED).unwrap() < Rational::from(decimal("88.89")));
        let no_base = Figure { counts: counts("0", "0"), ..Figure::of_value(decimal("0")) };
        assert_eq!(no_base.exact(Per::HUNDRED), None);
    }

    #[test]
    fn a_total_is_judged_before_the_value_of_its_year() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let figure = Figure { total: Some(decimal("540")), ..Figure::of_value(decimal("180")) };
        assert_eq!(figure.exact(Per::HUNDRED), Some(Rational::from(540)));
    }
}
