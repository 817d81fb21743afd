//! 累计: the sum over the years of the plan, 改造900户以上.
//!
//! Nothing has been done when the plan begins, so the straight line begins at 0.

use crate::exact::Rational;

pub(super) fn start() -> Rational {
    Rational::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::form::{Elapsed, bound};
    use crate::term::{Comparison, Condition};

    #[test]
    fn three_of_five_years_demand_three_fifths_of_the_sum() {
        let target = Condition::Compare(Comparison::AtLeast, Rational::from(900));
        let path = bound::path(&target, &start(), Elapsed { years: 3, total: 5 });
        assert!(path.holds(&Rational::from(540)) && !path.holds(&Rational::from(539)));
    }
}
