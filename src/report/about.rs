//! 左右: what the document names beside what is judged.

use super::{IndicatorInfo, Requirement};
use crate::exact::{Decimal, Rational};
use crate::term::{Basis, Condition};

impl IndicatorInfo {
    /// The value that the document names, where less than it is enough: 70 of `≥ 69`.
    pub fn named(&self, judged: &Condition) -> Option<Rational> {
        let about = Rational::from(self.about?);
        match judged {
            Condition::Compare(comparison, bound) if comparison.is_upward() => {
                Some((bound.clone() + about).reduced())
            }
            Condition::Compare(_, bound) => Some((bound.clone() - about).reduced()),
            Condition::Between(..) => None,
        }
    }

    /// How far a requirement is from what the document names. What it writes for a year
    /// is as written, and a line leads to the bound that is judged; a change is in terms
    /// of its own, and an index in none.
    pub fn about_of(&self, requirement: &Requirement) -> Option<Decimal> {
        let is_own = self.target.of_value().is_some() || self.target.relation().is_some();
        let is_target = match requirement.basis {
            Basis::Target | Basis::Kept | Basis::Reference => true,
            Basis::Pace | Basis::Milestone => false,
        };
        self.about.filter(|_| is_own && is_target)
    }
}
