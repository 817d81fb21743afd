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

/// The demand of a year; none if the target's reference or baseline has no value.
pub(super) fn demand(
    head: &Head,
    indicator: &Indicator,
    year: Year,
    against: Against,
    baseline: Option<&Baseline>,
    reference: Option<&Rational>,
) -> Option<Demand> {
    let form = &indicator.target;
    let value = baseline.map(|baseline| &baseline.value);
    let source = baseline.map(|baseline| baseline.source);
    let target = form::target(form, value, reference)?;
    let requirement = |condition: Condition, basis| {
        // Whose baseline matters only where it moves the requirement.
        let moved = form::needs_baseline(form) || matches!(basis, Basis::Pace | Basis::Kept);
        let is_started = form::start(form, value).is_some() && form::start(form, None).is_none();
        let baseline = source.filter(|_| moved && is_started);
        Requirement { condition, basis, baseline }
    };
    let no_pace =
        head.pace == Pace::None && !indicator.at_end && !matches!(form, Target::Milestone { .. });
    let requirement = if form::is_yield(form) && year < head.first_year {
        // What was done before the plan began does not count.
        None
    } else if let Some(basis) = form::every_year(form) {
        // Rule 1: the form is judged every year.
        Some(requirement(target.clone(), basis))
    } else if year >= form::due(form, head) || against == Against::Target || no_pace {
        // Rule 1: the target is due.
        Some(requirement(target.clone(), Basis::Target))
    } else if form::start(form, value).is_some_and(|start| target.holds(&start)) {
        // Rule 2: the baseline meets the target already.
        Some(requirement(target.clone(), Basis::Kept))
    } else if let Some(written) = indicator.milestones.get(&year) {
        // Rule 3: the plan writes a value for the year.
        form::milestone(form, &target, (*written).into(), value)
            .map(|condition| requirement(condition, Basis::Milestone))
    } else if let Some(start) = form::start(form, value).filter(|_| !indicator.at_end) {
        // Rule 4: the straight line.
        let elapsed = Elapsed {
            years: i64::from(year) - i64::from(head.baseline_year),
            total: i64::from(head.target_year) - i64::from(head.baseline_year),
        };
        Some(requirement(form::path(&target, &start, elapsed), Basis::Pace))
    } else {
        // Rule 5: no baseline, nothing due.
        None
    };
    Some(Demand { target, requirement })
}
