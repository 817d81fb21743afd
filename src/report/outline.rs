//! What a plan says, apart from any submission, and what was found in its rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Exit, Requirement};
use crate::diagnostic::Diagnostic;
use crate::exact::Rational;
use crate::plan::{Group, Head, Indicator};
use crate::term::{Attribute, Level, Named, Year};

/// What a rule says, apart from any submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The head of the plan.
    pub plan: Arc<Head>,
    /// The indicator; where a region is asked for, as that has it.
    pub indicator: Arc<Indicator>,
    /// The region that was asked for, if some have targets of their own.
    pub region: Option<Named>,
    /// The number, or else the name, of the indicator that this one repeats.
    pub same_as: Option<Named>,
    /// 达标比例: whom a share counts.
    pub counts: Option<Level>,
    /// What each year of the plan demands of a region that has no baseline of
    /// its own; none where nothing is due, or where it depends on a reference.
    pub path: Vec<(Year, Option<Requirement>)>,
    /// Where the path begins, and at which value, if there is one.
    pub start: Option<(Year, Rational)>,
    /// The straight lines of the years that are held to one, where the target is one-sided.
    pub lines: BTreeMap<Year, Stretch>,
}

/// A straight line between two years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub from: (Year, Rational),
    /// Where it ends.
    pub to: (Year, Rational),
}

/// A whole plan, for reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The head of the plan.
    pub plan: Arc<Head>,
    /// The groups of its indicators.
    pub groups: Arc<[Group]>,
    /// Every rule, in the order of the plan.
    pub rules: Vec<Explanation>,
    /// The region that was asked for.
    pub region: Option<Named>,
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
    /// The title of the group that an indicator is in.
    pub fn group(&self, indicator: &Indicator) -> Option<&Named> {
        Some(&self.groups.get(indicator.group?)?.title)
    }

    /// How many tasks there are of each kind.
    pub fn task_counts(&self) -> TaskCounts {
        let mut counts = TaskCounts::default();
        for rule in &self.rules {
            if rule.indicator.attribute != Attribute::Task {
                continue;
            }
            match (&rule.same_as, rule.indicator.target.is_words()) {
                (Some(_), _) => counts.same += 1,
                (None, true) => counts.in_words += 1,
                (None, false) => counts.judged += 1,
            }
        }
        counts
    }
}

/// What was found in the rules of a plan.
#[derive(Debug)]
pub struct LintReport {
    /// The plan.
    pub plan: Arc<Head>,
    /// The findings that nobody said are meant, in the order of the rules.
    pub found: Vec<Diagnostic>,
    /// Those that are meant so, in the same order.
    pub allowed: Vec<Allowed>,
    /// How many rules were looked at.
    pub rules: usize,
}

/// A finding that is meant so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// The finding.
    pub found: Diagnostic,
    /// Why it is meant so.
    pub reason: String,
}

impl LintReport {
    /// How the run ends.
    pub fn exit(&self) -> Exit {
        if self.found.is_empty() { Exit::Passed } else { Exit::Failed }
    }
}
