//! Two plans side by side: what came, what went, what is otherwise.

use std::sync::Arc;

use crate::plan::{Head, Indicator};
use crate::term::RegionName;

/// What a second plan has otherwise than a first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The head of the first.
    pub old: Arc<Head>,
    /// The head of the second.
    pub new: Arc<Head>,
    /// Regions that only the second has.
    pub regions_came: Vec<RegionName>,
    /// Regions that only the first has.
    pub regions_went: Vec<RegionName>,
    /// What is otherwise, in the order of the second plan; what went is at the end.
    pub rows: Vec<Revised>,
    /// How many indicators are the same in both.
    pub alike: usize,
}

/// One thing that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The indicator as the first plan has it, with what is adjusted; none if it came.
    pub old: Option<Arc<Indicator>>,
    /// As the second has it; none if it went.
    pub new: Option<Arc<Indicator>>,
    /// Where this is of what one region has of its own, which.
    pub region: Option<RegionName>,
    /// What of it is otherwise; all of it, if it came or went.
    pub aspect: Option<Aspect>,
}

/// What of an indicator can be otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// 名称.
    Name,
    /// 属性.
    Attribute,
    /// 单位, with how many it is of.
    Unit,
    /// 口径: what numerator and denominator are.
    Counts,
    /// Who is judged.
    Scope,
    /// Whom it concerns.
    AppliesTo,
    /// How the whole's value comes about.
    RollUp,
    /// 基期值, and its year.
    Baseline,
    /// 目标值, and when it is due.
    Target,
    /// 年度值.
    Milestones,
    /// How the years between are judged.
    Pace,
    /// 权重.
    Weight,
    /// 出处.
    Cite,
}

impl Aspect {
    /// All.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Attribute,
        Self::Unit,
        Self::Counts,
        Self::Scope,
        Self::AppliesTo,
        Self::RollUp,
        Self::Baseline,
        Self::Target,
        Self::Milestones,
        Self::Pace,
        Self::Weight,
        Self::Cite,
    ];

    /// Whether a region can have it otherwise than the plan.
    pub fn is_of_regions(self) -> bool {
        match self {
            Self::Baseline | Self::Target | Self::Milestones => true,
            Self::Name
            | Self::Attribute
            | Self::Unit
            | Self::Counts
            | Self::Scope
            | Self::AppliesTo
            | Self::RollUp
            | Self::Pace
            | Self::Weight
            | Self::Cite => false,
        }
    }

    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Attribute => "attribute",
            Self::Unit => "unit",
            Self::Counts => "counts",
            Self::Scope => "scope",
            Self::AppliesTo => "applies-to",
            Self::RollUp => "roll-up",
            Self::Baseline => "baseline",
            Self::Target => "target",
            Self::Milestones => "milestones",
            Self::Pace => "pace",
            Self::Weight => "weight",
            Self::Cite => "cite",
        }
    }
}
