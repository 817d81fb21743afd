//! What judging finds.

use super::Severity;
use crate::term::Year;

/// Why the city has no roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRollUp {
    /// A rate of growth does not add up.
    Growth,
    /// The plan says that it does not add up.
    ByRule,
    /// A county sent a rate without its counts.
    NoCounts {
        /// The counties.
        counties: Vec<String>,
    },
    /// A county has no usable value.
    Incomplete {
        /// The counties.
        counties: Vec<String>,
    },
    /// The sum has more digits than a number may have.
    TooLarge,
}

/// What judging finds beside the verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JudgementProblem {
    /// Nothing was judged at all.
    NothingJudged,
    /// A relative target without its reference.
    NoReference {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The reference series that has no value.
        reference: String,
    },
    /// The city is judged only on rows of its own.
    NoRollUp {
        /// The indicators.
        indicators: Vec<String>,
        /// The year.
        year: Year,
        /// Why.
        reason: NoRollUp,
        /// Whether it sent such rows.
        own: bool,
    },
    /// The city's own row is not what its counties add up to.
    CityDisagrees {
        /// The indicator.
        indicator: String,
        /// The year.
        year: Year,
        /// What the city sent.
        sent: String,
        /// What the counties add up to.
        computed: String,
    },
    /// A year after the target year, judged against the target.
    YearAfterPlan {
        /// The year.
        year: Year,
        /// The target year.
        target: Year,
    },
    /// The rounded value that was sent would turn the verdict of the exact one.
    RoundingTurns {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The value as sent.
        sent: String,
        /// The exact value, with digits enough.
        exact: String,
    },
    /// A county's or area's row for an indicator that is the city's alone.
    OutOfScope {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
    },
}

impl JudgementProblem {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingJudged => "judgement/nothing-judged",
            Self::NoReference { .. } => "judgement/no-reference",
            Self::NoRollUp { .. } => "judgement/no-roll-up",
            Self::CityDisagrees { .. } => "judgement/city-disagrees",
            Self::YearAfterPlan { .. } => "judgement/year-after-plan",
            Self::RoundingTurns { .. } => "judgement/rounding-turns",
            Self::OutOfScope { .. } => "judgement/out-of-scope",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NothingJudged | Self::NoReference { .. } => Severity::Error,
            Self::CityDisagrees { .. } | Self::OutOfScope { .. } | Self::YearAfterPlan { .. } => {
                Severity::Warning
            }
            Self::NoRollUp { .. } | Self::RoundingTurns { .. } => Severity::Note,
        }
    }
}
