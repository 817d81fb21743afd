//! What `plan lint` finds in rules that load, and that judge what they say.

use crate::exact::{Decimal, Rational};
use crate::term::Year;
use crate::words::Demand;

/// Something in a plan that may not be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LintProblem {
    /// "Kept up" of a baseline that does not meet the target.
    KeptNotHeld {
        /// The target.
        target: Demand,
        /// The baseline.
        baseline: Decimal,
        /// Its unit.
        unit: String,
    },
    /// Two rules on one measure that no value satisfies together.
    Contradiction {
        /// The year in which.
        year: Year,
        /// What this rule demands.
        here: Demand,
        /// What the other demands.
        there: Demand,
    },
    /// Two rules on one measure, one stricter than the other.
    Differs {
        /// What this rule demands.
        here: Demand,
        /// What the other demands.
        there: Demand,
    },
    /// A threshold that a small denominator makes stricter than it reads.
    SmallCounts {
        /// The target.
        target: Demand,
        /// The baseline, a percentage, that gives the denominator away.
        baseline: Decimal,
        /// The denominator.
        denominator: u32,
    },
    /// A straight line to a sum of a few things.
    PaceOfFew {
        /// The target.
        target: Demand,
        /// What the line demands of the first year.
        first: Rational,
    },
    /// A fall by its name, and a rise by its target.
    WrongWay {
        /// The indicator.
        name: String,
        /// What it demands.
        target: Demand,
    },
    /// A reference series that no rule is held against.
    UnusedReference {
        /// Its id.
        id: String,
    },
    /// A region that no rule judges.
    UnusedRegion {
        /// Its name.
        name: String,
    },
    /// An alias that is the name again, or stands there twice.
    DuplicateAlias {
        /// The alias.
        alias: String,
    },
    /// A rule that does not say where in the document it stands.
    NoCite,
    /// A percentage that does not say of what.
    NoCounts {
        /// The keys that are lacking.
        lacking: Vec<&'static str>,
    },
    /// A bound of an audit that lets everything pass, or nothing.
    AuditBound {
        /// The key.
        key: &'static str,
        /// The bound.
        bound: Decimal,
    },
    /// "Meant so" of something that is not found.
    UnusedAllow {
        /// The code.
        code: String,
    },
}

impl LintProblem {
    /// All codes, in the order of the documentation.
    pub const CODES: [&'static str; 13] = [
        "lint/kept-not-held",
        "lint/contradiction",
        "lint/differs",
        "lint/small-counts",
        "lint/pace-of-few",
        "lint/wrong-way",
        "lint/unused-reference",
        "lint/unused-region",
        "lint/duplicate-alias",
        "lint/no-cite",
        "lint/no-counts",
        "lint/audit-bound",
        "lint/unused-allow",
    ];

    /// The stable code.
    pub fn code(&self) -> &'static str {
        let [
            kept,
            contradiction,
            differs,
            small,
            pace,
            way,
            reference,
            region,
            alias,
            cite,
            counts,
            bound,
            allow,
        ] = Self::CODES;
        match self {
            Self::KeptNotHeld { .. } => kept,
            Self::Contradiction { .. } => contradiction,
            Self::Differs { .. } => differs,
            Self::SmallCounts { .. } => small,
            Self::PaceOfFew { .. } => pace,
            Self::WrongWay { .. } => way,
            Self::UnusedReference { .. } => reference,
            Self::UnusedRegion { .. } => region,
            Self::DuplicateAlias { .. } => alias,
            Self::NoCite => cite,
            Self::NoCounts { .. } => counts,
            Self::AuditBound { .. } => bound,
            Self::UnusedAllow { .. } => allow,
        }
    }
}
