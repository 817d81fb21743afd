//! 数据审核: what can't be right in figures that read well, and what must be explained.

use super::{NumberField, Severity};
use crate::term::Year;

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

    /// The codes of all, in the same order.
    pub const CODES: [&'static str; Self::ALL.len()] = [
        "audit/fraction-of-a-person",
        "audit/sum-falls",
        "audit/city-disagrees",
        "audit/change-since-last-year",
        "audit/same-as-last-year",
        "audit/baseline-of-the-parent",
        "audit/denominators-differ",
        "audit/round-figures",
        "audit/jump-of-scale",
        "audit/implausible-growth",
        "audit/out-of-scale",
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        Self::CODES[self as usize]
    }

    /// The audit of a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audit| audit.code() == code)
    }

    /// What it does unless someone says otherwise.
    pub fn default_level(self) -> Level {
        match self {
            Self::FractionOfAPerson | Self::SumFalls => Level::Deny,
            Self::CityDisagrees
            | Self::ChangeSinceLastYear
            | Self::SameAsLastYear
            | Self::BaselineOfTheParent
            | Self::DenominatorsDiffer
            | Self::RoundFigures
            | Self::JumpOfScale
            | Self::ImplausibleGrowth
            | Self::OutOfScale => Level::Warn,
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

/// How a finding of an audit stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditStatus {
    /// The row can't be used.
    Hard,
    /// The row has to be explained.
    Open,
    /// The row is explained.
    Explained {
        /// 备注 as it was sent.
        remark: Box<str>,
    },
}

/// What an audit found, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    /// What was found.
    pub problem: AuditProblem,
    /// How it stands.
    pub status: AuditStatus,
}

impl AuditFinding {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self.status {
            AuditStatus::Hard => Severity::Error,
            AuditStatus::Open => Severity::Warning,
            AuditStatus::Explained { .. } => Severity::Note,
        }
    }
}

/// What an audit finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditProblem {
    /// A count with a fraction.
    FractionOfAPerson {
        /// The cell.
        cell: CellName,
        /// Which number.
        field: NumberField,
        /// As it was written.
        text: String,
        /// What is counted.
        unit: String,
    },
    /// A total below that of the year before.
    SumFalls {
        /// The cell.
        cell: CellName,
        /// The total of the year before.
        before: String,
        /// The total of the year.
        now: String,
    },
    /// The city's own row is not what its counties add up to.
    CityDisagrees {
        /// The indicator.
        indicator: String,
        /// The year.
        year: Year,
        /// The city's name.
        city: String,
        /// What it sent.
        sent: String,
        /// What the counties add up to.
        computed: String,
    },
    /// The same of a milestone.
    CityDisagreesDone {
        /// The indicator.
        indicator: String,
        /// The year.
        year: Year,
        /// The city's name.
        city: String,
        /// Whether the city says that it is done.
        sent: bool,
    },
    /// A change beyond the plan's bound.
    ChangeSinceLastYear {
        /// The cell.
        cell: CellName,
        /// The value of the year before, with its unit.
        before: String,
        /// The value of the year, with its unit.
        now: String,
        /// How large the change is, without a sign.
        change: String,
        /// How large it may be.
        bound: String,
        /// What both are measured in.
        measured: ChangeMeasure,
    },
    /// The figures of the year before once more.
    SameAsLastYear {
        /// The cell.
        cell: CellName,
        /// The figures, with their unit.
        figures: String,
    },
    /// The city's baseline in a row of another region.
    BaselineOfTheParent {
        /// The cell.
        cell: CellName,
        /// The city.
        city: String,
        /// Its baseline, with its unit.
        baseline: String,
        /// The year the baseline is of.
        baseline_year: Year,
    },
    /// Denominators that are one by the plan, and differ.
    DenominatorsDiffer {
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// What the plan says that they count.
        denominator: String,
        /// Each figure, and the indicators that have it.
        figures: Vec<(String, Vec<String>)>,
    },
    /// Numerator and denominator in round hundreds.
    RoundFigures {
        /// The cell.
        cell: CellName,
        /// The numerator.
        numerator: String,
        /// The denominator.
        denominator: String,
    },
    /// A thousand times the year before, or a thousandth.
    JumpOfScale {
        /// The cell.
        cell: CellName,
        /// Which number.
        field: NumberField,
        /// What it was the year before.
        before: String,
        /// What it is.
        now: String,
        /// What is counted, or the unit of the value.
        unit: String,
    },
    /// Growth beyond the plan's bound, or hardly any.
    ImplausibleGrowth {
        /// The cell.
        cell: CellName,
        /// As it was sent.
        sent: String,
        /// How large it may be.
        bound: String,
        /// What it probably is.
        likely: Growth,
    },
    /// A thousand times what the plan or the others say, or a thousandth.
    OutOfScale {
        /// The cell.
        cell: CellName,
        /// Which number.
        field: NumberField,
        /// What it is, with its unit.
        now: String,
        /// What it is out of proportion to.
        beside: Proportion,
    },
}

/// What implausible growth probably is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Growth {
    /// Nobody knows; it is beyond the bound.
    Beyond,
    /// An index around 100, and the growth that it stands for.
    Index(String),
    /// A fraction, and the percentage that it stands for.
    Fraction(String),
}

/// What a figure is out of proportion to, with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proportion {
    /// The plan's baseline.
    Baseline(String),
    /// The plan's target.
    Target(String),
    /// What the other counties sent, as a power of ten.
    Others(String),
}

impl Proportion {
    /// The same with a unit behind the number.
    #[must_use]
    pub fn with_unit(self, unit: &str) -> Self {
        match self {
            Self::Baseline(number) => Self::Baseline(number + unit),
            Self::Target(number) => Self::Target(number + unit),
            Self::Others(number) => Self::Others(number + unit),
        }
    }
}

/// Whose figures a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellName {
    /// The indicator or reference series.
    pub indicator: String,
    /// The region.
    pub region: String,
    /// The year.
    pub year: Year,
}

/// What a change is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeMeasure {
    /// Percentage points.
    Points,
    /// Percent of the year before.
    Percent,
}

impl AuditProblem {
    /// Which audit finds it.
    pub fn audit(&self) -> Audit {
        match self {
            Self::FractionOfAPerson { .. } => Audit::FractionOfAPerson,
            Self::SumFalls { .. } => Audit::SumFalls,
            Self::CityDisagrees { .. } | Self::CityDisagreesDone { .. } => Audit::CityDisagrees,
            Self::ChangeSinceLastYear { .. } => Audit::ChangeSinceLastYear,
            Self::SameAsLastYear { .. } => Audit::SameAsLastYear,
            Self::BaselineOfTheParent { .. } => Audit::BaselineOfTheParent,
            Self::DenominatorsDiffer { .. } => Audit::DenominatorsDiffer,
            Self::RoundFigures { .. } => Audit::RoundFigures,
            Self::JumpOfScale { .. } => Audit::JumpOfScale,
            Self::ImplausibleGrowth { .. } => Audit::ImplausibleGrowth,
            Self::OutOfScale { .. } => Audit::OutOfScale,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_stand_in_the_order_of_the_audits() {
        for (at, audit) in Audit::ALL.into_iter().enumerate() {
            assert_eq!((audit as usize, Audit::of_code(Audit::CODES[at])), (at, Some(audit)));
        }
        assert_eq!(Audit::of_code("submission/negative"), None);
    }
}
