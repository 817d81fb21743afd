//! Against a reference series of the same region and year: 与GDP增长同步.
//!
//! Both sides are average yearly growth since the baseline year, so they compare
//! as they are; the target holds (or not) in every year.

use crate::exact::Rational;
use crate::term::{Comparison, Condition};

pub(super) fn target(comparison: Comparison, reference: Rational) -> Condition {
    Condition::Compare(comparison, reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_step_with_the_reference_is_at_least_as_much() {
        let target = target(Comparison::AtLeast, Rational::from(7));
        assert!(target.holds(&Rational::from(7)));
        assert!(!target.holds(&(Rational::from(699) / Rational::from(100))));
    }
}
