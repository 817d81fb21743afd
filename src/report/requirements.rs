//! What a plan demands, year by year, as data.

use std::sync::Arc;

use super::{Outline, Requirement};
use crate::form::Form;
use crate::plan::{Facts, Head, Reference};
use crate::term::{Condition, Region, RegionName, Year};

/// A whole plan, as data: its rules, and what these demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRecord {
    /// What the rules say.
    pub outline: Outline,
    /// What they demand, year by year.
    pub requirements: Requirements,
    /// The regions.
    pub regions: Arc<Vec<Region>>,
    /// The series that targets are held against.
    pub references: Vec<Reference>,
}

/// What a plan demands of whom in which year, apart from any submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirements {
    /// The head of the plan.
    pub plan: Arc<Head>,
    /// Each rule by itself, in the order of the plan, of the regions and of the years.
    pub rules: Vec<Demanded>,
}

/// One rule, for as many years as it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demanded {
    /// What it is about.
    pub facts: Arc<Facts>,
    /// Of whom; of every region that is judged where none is named.
    pub region: Option<RegionName>,
    /// The form of its target.
    pub form: Form,
    /// Where in the document it stands.
    pub cite: Option<String>,
    /// What its years demand.
    pub years: Vec<DemandedYear>,
}

/// What one year demands of a value, in the unit of the indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandedYear {
    /// The year.
    pub year: Year,
    /// The final target; none where the plan alone does not say it.
    pub target: Option<Condition>,
    /// The requirement of the year; none where nothing is due, or where the plan alone does
    /// not say it.
    pub requirement: Option<Requirement>,
    /// What else than the plan moves the two.
    pub depends_on: Option<Dependence>,
}

/// What a requirement follows from that is not in the plan, or that goes before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dependence {
    /// The region's own value of the baseline year, where there is one.
    Baseline,
    /// Its value of the year before.
    YearBefore,
    /// The series of a reference.
    Reference,
    /// The verdicts on other indicators.
    Indicators,
}

impl Dependence {
    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::YearBefore => "year-before",
            Self::Reference => "reference",
            Self::Indicators => "indicators",
        }
    }
}
