//! 水平: `≥ 60%`, `> 99%`, `2–3个` of the target year, and 保持 the same in every year.
//!
//! The baseline is where the straight line begins; a baseline that meets the target
//! already has to be kept up.

use crate::plan::Bound;
use crate::term::Condition;

pub(super) fn target(bound: Bound) -> Condition {
    bound.condition()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Decimal, Rational};
    use crate::term::Comparison;

    #[test]
    fn exactly_the_threshold_does_not_meet_a_strict_target() {
        let threshold = Decimal::parse("99").unwrap();
        let above = target(Bound::Compare { comparison: Comparison::Above, threshold });
        let at_least = target(Bound::Compare { comparison: Comparison::AtLeast, threshold });
        let at = Rational::from(99);
        assert!(!above.holds(&at) && at_least.holds(&at));
    }
}
