//! What a plan says, apart from any submission.

use super::{IndicatorInfo, PlanInfo, Requirement};
use crate::exact::Decimal;
use crate::term::{Attribute, Form, Year};

/// What a rule says, apart from any submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The indicator.
    pub indicator: IndicatorInfo,
    /// Which of the outline's groups it is in.
    pub group: Option<usize>,
    /// 项目: the row of the document's table that it is part of.
    pub item: Option<String>,
    /// 目标要求, as the document has it.
    pub text: Option<String>,
    /// The number, or else the name, of the indicator that this one repeats.
    pub same_as: Option<String>,
    /// 分子 in words.
    pub numerator: Option<String>,
    /// 分母 in words.
    pub denominator: Option<String>,
    /// 基期值.
    pub baseline: Option<Decimal>,
    /// The baseline year.
    pub baseline_year: Year,
    /// The year in which the target is due.
    pub target_year: Year,
    /// What each year of the plan demands of a region that has no baseline of
    /// its own; none where nothing is due, or where it depends on a reference.
    pub path: Vec<(Year, Option<Requirement>)>,
}

impl Explanation {
    /// Where the straight line to the target begins, if there is one.
    pub fn start(&self) -> Option<Decimal> {
        match self.indicator.target.form() {
            Form::Sum => Some(Decimal::ZERO),
            Form::Level | Form::Change | Form::Multiple | Form::FullCoverage => self.baseline,
            Form::Kept | Form::Relative | Form::EachYear | Form::Milestone | Form::Words => None,
        }
    }
}

/// A whole plan, for reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The plan.
    pub plan: PlanInfo,
    /// The document it comes from.
    pub source: Option<String>,
    /// 专栏: number and title of each group.
    pub groups: Vec<(Option<String>, String)>,
    /// Every rule, in the order of the plan.
    pub rules: Vec<Explanation>,
}

/// How many tasks a plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskCounts {
    /// Those that are judged.
    pub judged: usize,
    /// Those that repeat another indicator.
    pub same: usize,
    /// Those in words alone.
    pub in_words: usize,
}

impl Outline {
    /// How many tasks there are of each kind.
    pub fn task_counts(&self) -> TaskCounts {
        let mut counts = TaskCounts::default();
        for rule in &self.rules {
            if rule.indicator.attribute != Attribute::Task {
                continue;
            }
            match (&rule.same_as, rule.indicator.target.form()) {
                (Some(_), _) => counts.same += 1,
                (None, Form::Words) => counts.in_words += 1,
                (None, _) => counts.judged += 1,
            }
        }
        counts
    }
}
