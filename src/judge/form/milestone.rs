//! 节点: something that is done or not, 出台《办法》.
//!
//! It is judged as 1 or 0. Before its year nothing is due, for there is no half of it.

use crate::exact::Rational;
use crate::term::{Comparison, Condition};

pub(super) fn target() -> Condition {
    Condition::Compare(Comparison::AtLeast, Rational::from(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn done_is_one() {
        assert!(target().holds(&Rational::from(1)) && !target().holds(&Rational::ZERO));
    }
}
