//! The units that a title and headings state, held against each indicator's own.

use super::Series;
use super::cell::Cell;
use super::figure::Cells;
use super::header::Field;
use super::layout::{Group, Section};
use super::rows::{Context, Reading};
use super::unit::{self, Unit};
use crate::diagnostic::{Diagnostic, Subject, SubmissionProblem};
use crate::term::{Found, Limits, counts_alike, is_counted};

/// What is stated of the units of a group of columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Stated {
    /// By the title, one or several.
    title: Vec<String>,
    /// By the headings, part by part.
    parts: Vec<(Field, Vec<String>)>,
    /// The heading by which no number stands in them: 是否完成.
    asks_done: Option<String>,
    /// Whether none of its figures can be used.
    pub(super) is_unusable: bool,
}

impl Stated {
    /// What is stated of a group. What is wrong for all of its rows is said at the heading.
    pub(super) fn of(
        section: &Section,
        group: &Group,
        context: &Context<'_>,
        reading: &mut Reading<'_>,
    ) -> Self {
        let title = section.title.units.as_ref().map(|(units, _)| units.clone());
        let mut stated = Self { title: title.unwrap_or_default(), ..Self::default() };
        let (grid, table) = (&section.grid, &section.table);
        let value = group.part(Field::Value).filter(|_| group.asks_done);
        stated.asks_done = value.and_then(|at| table.headings.get(at)).map(|name| name.to_string());
        for (at, units) in &group.units {
            let Some(field) = Field::PARTS.into_iter().find(|f| group.part(*f) == Some(*at)) else {
                continue;
            };
            let place = || grid.place(&context.file, table.head.0, *at, &table.headings[*at]);
            if let Some(series) = series(group, context)
                && let Some(problem) = mismatch(field, units, series)
            {
                let about = Subject { series: vec![series.named()], ..Subject::default() };
                let fault = Diagnostic::at(problem, place()).by_rule(series.rule);
                reading.batch.faults.push(fault.about(about));
                stated.is_unusable = true;
            } else if let Some(unit) = foreign(units, context) {
                reading.fault(SubmissionProblem::ScaledUnit { unit }, place());
                stated.is_unusable = true;
            }
            stated.parts.push((field, units.clone()));
        }
        stated
    }

    /// Whether the units of a title are none of the plan's; that is said there.
    pub(super) fn is_title_foreign(
        section: &Section,
        context: &Context<'_>,
        reading: &mut Reading<'_>,
    ) -> bool {
        let Some((units, place)) = &section.title.units else { return false };
        let Some(unit) = foreign(units, context) else { return false };
        reading.fault(SubmissionProblem::ScaledUnit { unit }, place.clone());
        true
    }

    /// Why a row's figures can't be in the units that are stated.
    pub(super) fn fault(
        &self,
        cells: &Cells,
        series: &Series<'_>,
    ) -> Option<(Field, SubmissionProblem)> {
        if let Some(name) = self.asks_done.clone().filter(|_| series.limits != Limits::Done) {
            let words = name.clone();
            return Some((Field::Value, SubmissionProblem::HeadingUnclear { name, words }));
        }
        if !series.limits.are_numbers() {
            return None;
        }
        let is_sent =
            |field| cells.part(field).is_some_and(|cell| matches!(cell, Cell::Number { .. }));
        let stated = self.parts.iter().filter(|(field, _)| is_sent(*field));
        let mut found = stated
            .filter_map(|(field, units)| mismatch(*field, units, series).map(|p| (*field, p)));
        if let Some(found) = found.next() {
            return Some(found);
        }
        let has_counts = is_sent(Field::Numerator) && is_sent(Field::Denominator);
        let heads_counts =
            |unit: &String| series.count_units.iter().any(|counted| may_head(unit, counted));
        let fits = self.title.is_empty()
            || unit::is_among(&self.title, series.unit)
            || (has_counts && self.title.iter().any(heads_counts));
        let field = if is_sent(Field::Value) { Field::Value } else { Field::Numerator };
        let (found, expected) = (self.title.join("、"), series.unit.to_string());
        (!fits).then_some((field, SubmissionProblem::UnitMismatch { found, expected }))
    }
}

/// The one series of a group.
fn series<'v>(group: &Group, context: &Context<'v>) -> Option<&'v Series<'v>> {
    match context.vocabulary.series_names.find(group.name.as_deref()?) {
        Some(Found::One(id)) => context.vocabulary.series.get(id as usize),
        Some(Found::Several) | None => None,
    }
}

/// A unit that has to be multiplied, where none of those stated is any indicator's.
fn foreign(units: &[String], context: &Context<'_>) -> Option<String> {
    let known = |unit: &String| {
        let mut series = context.vocabulary.series.iter();
        series.any(|series| unit::same(unit, series.unit) || counts_any(unit, series))
    };
    if units.iter().any(known) {
        return None;
    }
    units.iter().find(|unit| unit::scales(unit)).cloned()
}

/// Whether a unit is that of counts.
fn counts(unit: &str, counted: &str) -> bool {
    unit::power(unit, Unit::Counting(counted)) == Ok(0)
}

/// Whether a unit that stands above many figures may be meant of some counts: 人 is, whatever one
/// row of many counts.
fn may_head(unit: &str, counted: &str) -> bool {
    counts(unit, counted) || counts_alike(unit, "人") && is_counted(counted)
}

/// Whether a unit is one of the counts of a series.
fn counts_any(unit: &str, series: &Series<'_>) -> bool {
    series.count_units.iter().any(|counted| counts(unit, counted))
}

/// What is wrong with the units that a heading states over a part of a value.
fn mismatch(field: Field, units: &[String], series: &Series<'_>) -> Option<SubmissionProblem> {
    let [numerator, denominator] = series.count_units;
    let counted = |unit| (units.iter().any(|stated| may_head(stated, unit)), unit);
    let (fits, expected) = match field {
        Field::Value | Field::Total => (unit::is_among(units, series.unit), &**series.unit),
        Field::Numerator => counted(numerator),
        Field::Denominator => counted(denominator),
        Field::Year | Field::Region | Field::Indicator | Field::Remark | Field::Unit => {
            return None;
        }
    };
    if fits {
        return None;
    }
    let found = units.join("、");
    Some(match units.iter().find(|unit| unit::scales(unit)) {
        Some(unit) if expected.is_empty() => SubmissionProblem::ScaledUnit { unit: unit.clone() },
        Some(_) | None => {
            let expected = if expected.is_empty() { "人" } else { expected };
            SubmissionProblem::UnitMismatch { found, expected: expected.to_owned() }
        }
    })
}
