//! The operators of a rule: how they are written, and what they mean.

use super::words;
use crate::term::Comparison;

/// An operator as it is written.
#[derive(Clone, Copy)]
pub(super) enum Operator {
    Compare(Comparison),
    Equal,
    Between,
    About,
}

impl Operator {
    /// Those that relative targets and multiples take.
    pub(super) fn is_one_sided(self) -> bool {
        matches!(self, Self::Compare(_))
    }
}

/// The words of the operators that are wanted.
pub(super) fn operators(wanted: impl Fn(Operator) -> bool) -> Vec<&'static str> {
    let words = words::OPERATORS.iter().zip(MEANINGS);
    words.filter(|(_, meaning)| wanted(*meaning)).map(|(word, _)| *word).collect()
}

pub(super) const MEANINGS: [Operator; 9] = [
    Operator::Compare(Comparison::Above),
    Operator::Compare(Comparison::AtLeast),
    Operator::Compare(Comparison::AtLeast),
    Operator::Compare(Comparison::Below),
    Operator::Compare(Comparison::AtMost),
    Operator::Compare(Comparison::AtMost),
    Operator::Equal,
    Operator::Between,
    Operator::About,
];

/// What an operator means that is written rightly.
pub(super) fn operator(word: &str) -> Option<Operator> {
    let at = words::OPERATORS.iter().position(|known| *known == word)?;
    MEANINGS.get(at).copied()
}
