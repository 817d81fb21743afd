//! Which audits there are, and what each does.

use super::super::Weight;
use super::AuditProblem;

/// One audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audit {
    /// A count with a fraction.
    FractionOfAPerson,
    /// A total below that of the year before.
    SumFalls,
    /// The city's own row against what its counties add up to.
    CityDisagrees,
    /// A change beyond the plan's bound.
    ChangeSinceLastYear,
    /// The figures of the year before once more.
    SameAsLastYear,
    /// The city's baseline in a row of another region.
    BaselineOfTheParent,
    /// Denominators that are one by the plan, and differ.
    DenominatorsDiffer,
    /// Numerator and denominator in round hundreds.
    RoundFigures,
    /// A thousand times the year before, or a thousandth.
    JumpOfScale,
    /// Growth beyond the plan's bound, or hardly any.
    ImplausibleGrowth,
    /// A thousand times what the plan or the others say, or a thousandth.
    OutOfScale,
}

/// What an audit does when it finds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 强制性: the row can't be used.
    Deny,
    /// 核实性: the row must be explained, and is used all the same.
    Warn,
    /// Nothing.
    Allow,
}

impl Level {
    /// All, the firmest first.
    pub const ALL: [Self; 3] = [Self::Deny, Self::Warn, Self::Allow];

    /// The key in rules, and the flag.
    pub fn word(self) -> &'static str {
        match self {
            Self::Deny => "deny",
            Self::Warn => "warn",
            Self::Allow => "allow",
        }
    }
}

impl Audit {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 11] = [
        Self::FractionOfAPerson,
        Self::SumFalls,
        Self::CityDisagrees,
        Self::ChangeSinceLastYear,
        Self::SameAsLastYear,
        Self::BaselineOfTheParent,
        Self::DenominatorsDiffer,
        Self::RoundFigures,
        Self::JumpOfScale,
        Self::ImplausibleGrowth,
        Self::OutOfScale,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        AuditProblem::codes().nth(self as usize).unwrap_or_default()
    }

    /// The audit of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(AuditProblem::codes()).find(|(_, of)| *of == code).map(|it| it.0)
    }

    /// What it does unless someone says otherwise.
    pub fn default_level(self) -> Level {
        let of_it = |entry: &&crate::diagnostic::Entry| entry.code == self.code();
        match AuditProblem::ENTRIES.iter().find(of_it).map(|entry| entry.weight) {
            Some(Weight::Switched(level)) => level,
            Some(Weight::Fixed(_)) | None => Level::Warn,
        }
    }
}

/// What each audit does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels([Level; Audit::ALL.len()]);

impl Default for Levels {
    fn default() -> Self {
        Self(Audit::ALL.map(Audit::default_level))
    }
}

impl Levels {
    /// What one does.
    pub fn of(&self, audit: Audit) -> Level {
        self.0[audit as usize]
    }

    /// Sets what one does.
    pub fn set(&mut self, audit: Audit, level: Level) {
        self.0[audit as usize] = level;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_stand_in_the_order_of_the_audits() {
        assert_eq!(AuditProblem::codes().count(), Audit::ALL.len());
        for (at, (audit, code)) in Audit::ALL.into_iter().zip(AuditProblem::codes()).enumerate() {
            assert_eq!((audit as usize, Audit::of_code(code)), (at, Some(audit)));
        }
        assert_eq!(Audit::of_code("submission/negative"), None);
        for problem in AuditProblem::samples() {
            assert_eq!(problem.audit().code(), problem.code());
        }
    }
}
