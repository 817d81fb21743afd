//! The `[plan]` table.

use std::ops::Range;

use super::field::{At, Checker};
use super::raw::RawHead;
use super::{Head, Pace, words};
use crate::diagnostic::PlanProblem;
use crate::term::Year;

/// No plan spans more years; every one of them is judged.
const MOST_YEARS: Year = 100;

/// The head, and the roster it names, if any.
pub(super) fn head(
    checker: &mut Checker<'_>,
    raw: &RawHead,
    owner: &Range<usize>,
) -> Option<(Head, Option<At<String>>)> {
    let id = checker.required_text("id", &raw.id, owner);
    let title = checker.required_text("title", &raw.title, owner);
    let source = checker.text("source", &raw.source);
    let baseline = checker.year("baseline-year", &raw.baseline_year, owner);
    let first = checker.year("first-year", &raw.first_year, owner);
    let target = checker.year("target-year", &raw.target_year, owner);
    let pace = checker.word("pace", &raw.pace, words::PLAN_PACES, &[Pace::Linear, Pace::None]);
    let roster = checker.text("roster", &raw.roster);
    let (baseline, first, target) = (baseline?, first?, target?);
    if !(baseline.value < first.value && first.value <= target.value) {
        checker.fault(PlanProblem::YearOrder, target.span);
        return None;
    }
    if target.value - baseline.value > MOST_YEARS {
        checker.fault(PlanProblem::YearSpan { most: MOST_YEARS }, target.span);
        return None;
    }
    let head = Head {
        id: id?.value,
        title: title?.value,
        source: source.map(|text| text.value),
        baseline_year: baseline.value,
        first_year: first.value,
        target_year: target.value,
        pace: pace.unwrap_or(Pace::Linear),
    };
    Some((head, roster))
}
