//! What a rehearsal of a plan's rules found: a plain value, and all that renderers see.

use std::sync::Arc;

use super::Exit;
use crate::diagnostic::Diagnostic;
use crate::exact::{Decimal, Rational};
use crate::plan::{Head, Indicator};
use crate::source::Place;
use crate::term::{Basis, Condition, Outcome, Region, Year};

/// How a plan's rules stood the cases of their authors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// The plan.
    pub plan: Arc<Head>,
    /// How many cases there are.
    pub cases: usize,
    /// How many checks they make.
    pub checks: usize,
    /// How many of them did not end as expected.
    pub failed: usize,
    /// The first of these, in the order of the cases.
    pub failures: Vec<Failure>,
    /// Every rule that is judged, in the order of the plan.
    pub rules: Vec<Rehearsed>,
}

/// One rule, and how far its cases go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsed {
    /// The rule.
    pub indicator: Arc<Indicator>,
    /// How many cases it has.
    pub cases: usize,
    /// How many checks they make.
    pub checks: usize,
    /// What none of its checks shows, though one could.
    pub lacks: Vec<Lack>,
}

/// What the checks of a rule may not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lack {
    /// A value that is the bound itself: its margin is 0.
    AtTheBound,
    /// A value that fails.
    Failing,
    /// A value that passes, with something to spare where that can be.
    Passing,
}

/// A check that did not end as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What its case is about.
    pub case: Option<String>,
    /// Which of the rules it is of.
    pub rule: usize,
    /// The region.
    pub region: Region,
    /// The year.
    pub year: Year,
    /// What was expected, and what was found instead; never empty.
    pub differences: Vec<Difference>,
    /// Errors and warnings about the rows.
    pub findings: Vec<Diagnostic>,
    /// Where the check is written.
    pub place: Place,
}

/// One thing that is not as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The verdict; none if there is no verdict.
    Outcome {
        /// As written in the check.
        expected: Outcome,
        /// As judged.
        found: Option<Outcome>,
    },
    /// The margin.
    Margin {
        /// As written in the check.
        expected: Decimal,
        /// As judged.
        found: Option<Rational>,
    },
    /// The margin in people or institutions.
    Count {
        /// As written in the check.
        expected: i64,
        /// As judged.
        found: Option<Rational>,
    },
    /// The requirement; none if nothing is due.
    Requirement {
        /// As written in the check.
        expected: Option<Condition>,
        /// As judged.
        found: Option<Condition>,
    },
    /// Where the requirement comes from.
    Basis {
        /// As written in the check.
        expected: Basis,
        /// As judged.
        found: Option<Basis>,
    },
    /// All is as expected, but some row has an error.
    Errors,
}

impl Lack {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::AtTheBound => "at_the_bound",
            Self::Failing => "failing",
            Self::Passing => "passing",
        }
    }
}

impl Rehearsal {
    /// The rules without a case.
    pub fn uncovered(&self) -> impl Iterator<Item = &Rehearsed> {
        self.rules.iter().filter(|rule| rule.cases == 0)
    }

    /// The rules whose cases leave something untried.
    pub fn weak(&self) -> impl Iterator<Item = &Rehearsed> {
        self.rules.iter().filter(|rule| rule.cases > 0 && !rule.lacks.is_empty())
    }

    /// How the run ends: a rule that nobody tried is as bad as one that is wrong.
    pub fn exit(&self) -> Exit {
        match self.failures.is_empty() && self.uncovered().next().is_none() {
            true => Exit::Passed,
            false => Exit::Failed,
        }
    }
}
