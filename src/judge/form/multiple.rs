//! 倍数: 翻一番 is twice the baseline.

use crate::exact::Rational;
use crate::term::{Comparison, Condition};

/// The condition on the value; none over a baseline of 0, of which everything is a
/// multiple.
pub(super) fn target(
    comparison: Comparison,
    factor: Rational,
    baseline: &Rational,
) -> Option<Condition> {
    let times = || Condition::Compare(comparison, (baseline.clone() * factor).reduced());
    (!baseline.is_zero()).then(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twice_150_is_300() {
        let whole = |value: i64| Rational::from(value);
        let twice = target(Comparison::AtLeast, whole(2), &whole(150)).unwrap();
        assert!(twice.holds(&whole(300)) && !twice.holds(&whole(299)));
        assert_eq!(target(Comparison::AtLeast, whole(2), &whole(0)), None);
    }
}
