//! 全覆盖: 100%, and nobody left out.

use crate::exact::Rational;
use crate::term::{Comparison, Condition};

pub(super) fn target() -> Condition {
    Condition::Compare(Comparison::AtLeast, Rational::HUNDRED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Decimal;

    #[test]
    fn one_of_a_million_left_out_is_not_full() {
        let counts = |n: &str, d: &str| {
            let decimal = |text| Decimal::parse(text).unwrap();
            Rational::percentage(decimal(n), decimal(d)).unwrap()
        };
        assert!(target().holds(&counts("1000000", "1000000")));
        assert!(!target().holds(&counts("999999", "1000000")));
    }
}
