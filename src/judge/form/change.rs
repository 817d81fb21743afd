//! 变化: 累计降低13.5%, 提高1岁 since the baseline year.
//!
//! The change is turned into what the value itself must be, so that the value that
//! was sent is what the verdict shows.

use crate::exact::Rational;
use crate::plan::{Bound, ChangeUnit};
use crate::term::Condition;

/// The condition on the value. Whatever percentage of 0 is demanded, it is 0.
pub(super) fn target(bound: Bound, unit: ChangeUnit, baseline: &Rational) -> Condition {
    bound.condition().map(|change| value(change, unit, baseline))
}

/// The value that a change leads to.
pub(super) fn value(change: &Rational, unit: ChangeUnit, baseline: &Rational) -> Rational {
    let step = match unit {
        ChangeUnit::Absolute => change.clone(),
        ChangeUnit::Percent => baseline.clone() * change.clone() / Rational::HUNDRED,
    };
    (baseline.clone() + step).reduced()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;
    use crate::term::Comparison;

    fn condition(comparison: Comparison, change: &str, unit: ChangeUnit, base: &str) -> Condition {
        let decimal = |text| Decimal::parse(text).unwrap();
        let bound = Bound::Compare { comparison, threshold: decimal(change) };
        target(bound, unit, &decimal(base).into())
    }

    #[test]
    fn a_fall_of_13_5_percent_from_0_40_ends_at_0_346() {
        let at_most = condition(Comparison::AtMost, "-13.5", ChangeUnit::Percent, "0.40");
        let number = |text| Rational::from(Decimal::parse(text).unwrap());
        assert!(at_most.holds(&number("0.346")));
        assert!(!at_most.holds(&number("0.3460001")));
    }

    #[test]
    fn one_year_more_than_77_3_is_78_3() {
        let at_least = condition(Comparison::AtLeast, "1", ChangeUnit::Absolute, "77.3");
        let number = |text| Rational::from(Decimal::parse(text).unwrap());
        assert!(at_least.holds(&number("78.3")) && !at_least.holds(&number("78.29")));
    }

    #[test]
    fn a_percentage_of_nought_is_nought() {
        let nought = Condition::Compare(Comparison::AtLeast, Rational::ZERO);
        assert_eq!(condition(Comparison::AtLeast, "10", ChangeUnit::Percent, "0"), nought);
        assert_ne!(condition(Comparison::AtLeast, "10", ChangeUnit::Absolute, "0"), nought);
    }
}
