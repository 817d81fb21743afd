//! How little can be lost before what holds does not.

use super::Row;
use crate::diagnostic::Headroom;
use crate::exact::{Decimal, Rational, shown};
use crate::plan::Measure;
use crate::term::{Condition, Standing};

/// Fewer than so many people or institutions are worth a word.
pub(crate) const HANDFUL: i64 = 5;

/// Fewer hundredths of a point than that are next to nothing.
pub(crate) const FEW_HUNDREDTHS: i64 = 5;

/// How many can be lost, if that is fewer than a handful; of a rate without counts, how many
/// points, if that is next to nothing.
pub(crate) fn headroom(
    condition: &Condition,
    value: Option<Rational>,
    counts: Option<(Decimal, Decimal)>,
    measure: &Measure,
) -> Option<Headroom> {
    let Some((numerator, denominator)) = counts else {
        let margin = condition.margin(&value?);
        let is_little = margin.clone() * Rational::HUNDRED < Rational::from(FEW_HUNDREDTHS);
        let points = || Headroom::Points(shown::difference(&margin, 2));
        return (measure.is_percent() && is_little).then(points);
    };
    let left = condition.count_margin(&numerator.into(), &denominator.into(), measure.limits)?;
    let left = left.to_i64().filter(|left| (0..HANDFUL).contains(left))?;
    Some(Headroom::Count { left, unit: measure.count_unit.clone().unwrap_or_default() })
}

impl Row<'_> {
    /// How little can be lost, of what holds and is hardly more than was required.
    pub fn headroom(&self) -> Option<Headroom> {
        let requirement =
            self.requirement().filter(|_| self.outcome().standing() == Standing::Pass);
        let measure = &self.indicator().measure;
        headroom(&requirement?.condition, self.value(), self.counts(), measure)
    }
}
