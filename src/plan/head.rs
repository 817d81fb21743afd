//! The `[plan]` table.

use super::field::{At, Checker};
use super::table::Table;
use super::{Head, Pace, words};
use crate::diagnostic::PlanProblem;
use crate::term::Year;

/// No plan spans more years; every one of them is judged.
pub(super) const MOST_YEARS: Year = 100;

/// The head, and the files it names: a roster, and a table of regions' targets.
pub(super) fn head(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
) -> Option<(Head, [Option<At<String>>; 2])> {
    let id = checker.text(raw, "id");
    let title = checker.named(raw, ["title", "title-en"]);
    let source = checker.text(raw, "source");
    let baseline = checker.year(raw, "baseline-year");
    let first = checker.year(raw, "first-year");
    let target = checker.year(raw, "target-year");
    let pace = checker.word(raw, "pace", words::PLAN_PACES, &[Pace::Linear, Pace::None]);
    let named = ["roster", "targets"].map(|key| checker.text(raw, key));
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
        title: title?,
        source: source.map(|text| text.value),
        baseline_year: baseline.value,
        first_year: first.value,
        target_year: target.value,
        pace: pace.unwrap_or(Pace::Linear),
    };
    Some((head, named))
}
