//! 累计: the sum over the years of the plan, 改造900户以上.
//!
//! Nothing has been done when the plan begins, so the path begins at 0 in the year before
//! its first.

use crate::exact::Rational;
use crate::term::Year;

pub(super) fn start(first_year: Year) -> (Year, Rational) {
    (first_year.saturating_sub(1), Rational::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::form::Knot;
    use crate::term::{Comparison, Condition};

    #[test]
    fn three_of_five_years_demand_three_fifths_of_the_sum() {
        let target = Condition::Compare(Comparison::AtLeast, Rational::from(900));
        let (year, nought) = start(2021);
        let path = Knot::on_the_way(year, nought, &target)
            .toward(&Knot { year: 2025, condition: target }, 2023);
        assert!(path.holds(&Rational::from(540)) && !path.holds(&Rational::from(539)));
    }
}
