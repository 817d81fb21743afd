//! What was sent for one cell: a value, its counts, or both.

use super::{Decimal, Rational};

/// A value, its numerator and its denominator, each as it was sent or absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    /// 数值.
    pub value: Option<Decimal>,
    /// 分子 and 分母.
    pub counts: Option<(Decimal, Decimal)>,
}

impl Figure {
    /// What is judged: the percentage of the counts where they are there, else the
    /// value; `None` over a denominator of zero.
    #[inline]
    pub fn exact(&self) -> Option<Rational> {
        match self.counts {
            Some((numerator, denominator)) => Rational::percentage(numerator, denominator),
            None => self.value.map(Rational::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_are_judged_before_the_value() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let figure =
            Figure { value: Some(decimal("88.89")), counts: Some((decimal("8"), decimal("9"))) };
        assert!(figure.exact().unwrap() < Rational::from(decimal("88.89")));
        let no_base =
            Figure { value: Some(decimal("0")), counts: Some((decimal("0"), decimal("0"))) };
        assert_eq!(no_base.exact(), None);
    }
}
