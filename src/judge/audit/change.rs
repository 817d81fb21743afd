//! A change beyond the plan's bound.

use super::subject::{Cell, FEW, is_few_apart};
use crate::diagnostic::{AuditProblem, ChangeMeasure};
use crate::exact::{Figure, Rational, shown};
use crate::plan::AuditBound;

/// The bound that the plan states for such a series, if it does.
pub(super) fn bound<'c>(cell: &Cell<'c>) -> Option<&'c AuditBound> {
    let rules = &cell.plan.audit;
    let bound =
        if cell.subject.is_percent() { &rules.change_points } else { &rules.change_percent };
    bound.as_ref()
}

/// A value further from that of the year before than the plan's bound: in percentage points
/// of a rate, in percent of the year before of anything else. Of a sum the years by
/// themselves are compared. From 0 there is no change in percent.
pub(super) fn find(cell: &Cell<'_>, bound: &AuditBound) -> Option<AuditProblem> {
    let then = cell.before.as_ref()?.figure;
    let value = |figure: &Figure| match cell.subject.adds_up {
        true => figure.value.map(Rational::from),
        false => cell.subject.limits.exact(figure),
    };
    let (now, before) = (value(&cell.now)?, value(&then)?);
    let difference = (now.clone() - before.clone()).abs();
    let (change, measured) = if cell.subject.is_percent() {
        (difference.clone(), ChangeMeasure::Points)
    } else if before.is_zero() {
        return None;
    } else {
        let percent = difference.clone() * Rational::HUNDRED / before.clone().abs();
        (percent, ChangeMeasure::Percent)
    };
    let limit = Rational::from(bound.value);
    if change <= limit || is_of_few(cell, &then, &difference) {
        return None;
    }
    let unit = cell.subject.unit;
    let digits = shown::apart(&now, &before, 2);
    let text = |figure: &Figure, value: &Rational| match (figure.counts, figure.value) {
        (None, Some(sent)) => unit.counted(sent),
        _ => unit.counted(shown::rounded(value, digits)),
    };
    let (written, printed) = shown::beside(&change, 2, &[&limit]);
    Some(AuditProblem::ChangeSinceLastYear {
        cell: cell.name(),
        before: text(&then, &before),
        now: text(&cell.now, &now),
        change: written.text,
        bound: printed.into_iter().map(|bound| bound.text).collect(),
        measured,
    })
}

/// Whether a change is that of a few things: one home more of two is 50 points.
fn is_of_few(cell: &Cell<'_>, then: &Figure, difference: &Rational) -> bool {
    match (cell.now.counts, then.counts) {
        (Some((n, d)), Some((n0, d0))) => is_few_apart(n, n0) && is_few_apart(d, d0),
        _ => cell.subject.counted_values.is_some() && *difference < Rational::from(FEW),
    }
}
