//! What one cell of a submission holds, packed.

use super::{Decimal, Rational};

/// A value, its numerator and its denominator, each as it was sent or absent.
///
/// Packed, because a national file holds ten million of them: three mantissas,
/// three scales and the byte that says which are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    mantissas: [i64; 3],
    scales: [u8; 3],
    present: u8,
}

impl Figure {
    /// Packs the three numbers.
    pub fn new(
        value: Option<Decimal>,
        numerator: Option<Decimal>,
        denominator: Option<Decimal>,
    ) -> Self {
        let mut figure = Self::default();
        for (slot, number) in [value, numerator, denominator].into_iter().enumerate() {
            if let Some(number) = number {
                figure.mantissas[slot] = number.mantissa();
                figure.scales[slot] = number.scale();
                figure.present |= 1 << slot;
            }
        }
        figure
    }

    #[inline]
    fn get(&self, slot: usize) -> Option<Decimal> {
        if self.present & (1 << slot) == 0 {
            return None;
        }
        Decimal::new(self.mantissas[slot], self.scales[slot])
    }

    /// 数值.
    #[inline]
    pub fn value(&self) -> Option<Decimal> {
        self.get(0)
    }

    /// 分子.
    #[inline]
    pub fn numerator(&self) -> Option<Decimal> {
        self.get(1)
    }

    /// 分母.
    #[inline]
    pub fn denominator(&self) -> Option<Decimal> {
        self.get(2)
    }

    /// Both counts, if both are there.
    #[inline]
    pub fn counts(&self) -> Option<(Decimal, Decimal)> {
        Some((self.numerator()?, self.denominator()?))
    }

    /// The percentage the counts give, exactly; `None` without counts or over a
    /// denominator of zero.
    #[inline]
    pub fn percentage(&self) -> Option<Rational> {
        let (numerator, denominator) = self.counts()?;
        Some(Rational::ratio(numerator, denominator)? * Rational::HUNDRED)
    }

    /// What is judged: the percentage of the counts where they are there (for a
    /// measure in percent), else the value.
    #[inline]
    pub fn exact(&self) -> Option<Rational> {
        self.percentage().or_else(|| self.value().map(Rational::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_gives_back_what_was_packed() {
        let figure = Figure::new(Decimal::parse("55.20").ok(), None, Decimal::parse("5819").ok());
        assert_eq!(figure.value().unwrap().to_string(), "55.20");
        assert_eq!(figure.numerator(), None);
        assert_eq!(figure.denominator().unwrap().to_string(), "5819");
        assert_eq!(figure.counts(), None);
        assert_eq!(std::mem::size_of::<Figure>(), 32);
    }

    #[test]
    fn the_counts_are_judged_before_the_value() {
        let figure = Figure::new(
            Decimal::parse("88.89").ok(),
            Decimal::parse("8").ok(),
            Decimal::parse("9").ok(),
        );
        assert!(figure.exact().unwrap() < Rational::from(Decimal::parse("88.89").unwrap()));
        let no_base = Figure::new(None, Decimal::parse("0").ok(), Decimal::parse("0").ok());
        assert_eq!(no_base.exact(), None);
    }
}
