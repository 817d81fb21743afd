//! 年度要求: what a year demands (rules 1 to 5).

use super::form::{self, Elapsed};
use crate::exact::Rational;
use crate::plan::{Head, Indicator, Pace, Target};
use crate::report::Requirement;
use crate::term::{Against, BaselineSource, Basis, Condition, Year};

/// A baseline, and whose it is.
#[derive(Debug, Clone)]
pub(super) struct Baseline {
    pub(super) value: Rational,
    pub(super) source: BaselineSource,
}

impl Baseline {
    /// The plan's own, if it has one.
    pub(super) fn of_plan(indicator: &Indicator) -> Option<Self> {
        let value = indicator.baseline?.into();
        Some(Self { value, source: BaselineSource::Plan })
    }
}

/// What one region must satisfy in one year.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    /// The final target.
    pub(super) target: Condition,
    /// The requirement of the year; none if nothing is due.
    pub(super) requirement: Option<Requirement>,
}

/// The demand of a year; none if the target's reference has no value.
pub(super) fn demand(
    head: &Head,
    indicator: &Indicator,
    year: Year,
    against: Against,
    baseline: Option<&Baseline>,
    reference: Option<&Rational>,
) -> Option<Demand> {
    let target = form::target(&indicator.target, reference)?;
    let due = |basis, baseline| Requirement { condition: target.clone(), basis, baseline };
    let every_year = against == Against::Target || head.pace == Pace::None;
    let requirement = if matches!(indicator.target, Target::Relative { .. }) {
        // Rule 1: the form is judged every year.
        Some(due(Basis::Reference, None))
    } else if year >= head.target_year || every_year {
        // Rule 1: the target is due.
        Some(due(Basis::Target, None))
    } else if let Some(baseline) = baseline.filter(|baseline| target.holds(&baseline.value)) {
        // Rule 2: the baseline meets the target already.
        Some(due(Basis::Kept, Some(baseline.source)))
    } else if let Some(value) = indicator.milestones.get(&year) {
        // Rule 3: the plan writes a value for the year.
        form::milestone(&indicator.target, (*value).into()).map(|condition| Requirement {
            condition,
            basis: Basis::Milestone,
            baseline: None,
        })
    } else if let Some(baseline) = baseline {
        // Rule 4: the straight line.
        let elapsed = Elapsed {
            years: i64::from(year) - i64::from(head.baseline_year),
            total: i64::from(head.target_year) - i64::from(head.baseline_year),
        };
        form::path(&indicator.target, &baseline.value, elapsed).map(|condition| Requirement {
            condition,
            basis: Basis::Pace,
            baseline: Some(baseline.source),
        })
    } else {
        // Rule 5: no baseline, nothing due.
        None
    };
    Some(Demand { target, requirement })
}
