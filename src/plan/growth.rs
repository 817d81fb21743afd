//! 增长: the levels that rates of growth follow from.

use std::collections::BTreeMap;

use super::field::Checker;
use super::indicator::Context;
use super::load::{Parsed, tell};
use super::table::Table;
use super::{Indicator, Reference, reference, words};
use crate::diagnostic::{Diagnostic, PlanProblem, TargetProblem};
use crate::form::Relation;
use crate::term::{Level, Limits, SeriesId};

/// Finds the levels that references follow from, and holds rates and levels apart. The
/// references are counted behind all indicators that are written, faulty ones too.
pub(super) fn levels(
    files: &mut [Parsed<'_>],
    context: &Context<'_>,
    indicators: &[Indicator],
    references: &mut [Reference],
) {
    let mut at = 0;
    for file in files.iter_mut() {
        let (checker, tables) = file.tables("reference");
        for raw in tables {
            if let Some(id) = checker.text(&raw, "growth-of") {
                references[at].growth_of = reference::find(checker, &id, context);
            }
            references[at].shared = shared(checker, &raw, context);
            at += 1;
        }
    }
    let written = usize::from(context.first_reference);
    share(written, references).into_iter().for_each(|fault| tell(files, fault));
    faults(written, indicators, references).into_iter().for_each(|fault| tell(files, fault));
    let grown = indicators.iter().filter_map(|indicator| indicator.target.relation()?.growth_of);
    let of_references = references.iter().filter_map(|reference| reference.growth_of);
    let grown: Vec<SeriesId> = grown.chain(of_references).collect();
    for level in grown {
        if let Some(level) = references.get_mut(level.index() - written) {
            level.limits = Limits::NonNegative;
        }
    }
}

/// Shares the levels of what is shared alike: they have one holder, whatever follows from them.
fn share(written: usize, references: &mut [Reference]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    // Who says first how each is shared.
    let said = |(at, reference): (usize, &Reference)| reference.shared.map(|_| (at, at));
    let mut first: BTreeMap<usize, usize> =
        references.iter().enumerate().filter_map(said).collect();
    for at in 0..references.len() {
        let Some(levels) = references[at].growth_of.map(|id| id.index() - written) else {
            continue;
        };
        let by = *first.entry(levels).or_insert(at);
        let (own, other) = (&references[at], &references[by]);
        if own.shared == other.shared {
            references[levels].shared = own.shared;
            continue;
        }
        let (levels, other_name) = (references[levels].name.clone(), other.name.clone());
        let problem = PlanProblem::SharedApart { levels, other: other_name };
        let place = own.keys.place("growth-of").unwrap_or_else(|| own.rule.clone());
        faults.push(Diagnostic::at(problem, place).with(other.rule.clone()));
    }
    faults
}

/// The level whose row holds for all that lies within, of a series that is shared.
fn shared(checker: &mut Checker<'_>, raw: &Table<'_>, context: &Context<'_>) -> Option<Level> {
    let tree = context.ground.tree;
    let is_shared = checker.boolean(raw, "shared").unwrap_or(false);
    if let Some(level) = checker.word(raw, "shared-by", words::LEVELS, &Level::ALL) {
        if context.whom.is_some() && !tree.levels().contains(&level) {
            let levels = tree.levels().to_vec();
            checker.fault(TargetProblem::ScopeLevel { level, levels }, raw.span_of("shared-by"));
        }
        return Some(level);
    }
    if is_shared && context.whom.is_some() && tree.top().is_none() {
        checker.fault(TargetProblem::SharedByNobody, raw.span_of("shared"));
    }
    tree.top().filter(|_| is_shared)
}

/// Growth is held against a rate of growth, and follows from what is none: the region's own.
fn faults(written: usize, indicators: &[Indicator], references: &[Reference]) -> Vec<Diagnostic> {
    let of = |id: SeriesId| references.get(id.index().checked_sub(written)?);
    // A faulty reference has no unit; what is wrong with it has been said.
    let unit = |id: SeriesId| of(id).map(|found| &*found.unit).filter(|unit| !unit.is_empty());
    let is_rate = |id: SeriesId| matches!(unit(id), Some("%" | "％"));
    let is_level = |id: SeriesId| unit(id).is_some_and(|unit| !matches!(unit, "%" | "％"));
    let mut faults = Vec::new();
    for indicator in indicators {
        let Some(&Relation { reference, growth_of, .. }) = indicator.target.relation() else {
            continue;
        };
        let of_levels = of(reference).is_some_and(|found| found.growth_of.is_some());
        let is_shared = growth_of.and_then(of).is_some_and(|levels| levels.shared.is_some());
        let wrong = [
            ("about", indicator.about.is_some() && of_levels, TargetProblem::AboutOfLevels),
            ("growth-of", is_shared, TargetProblem::GrowthOfShared),
            ("unit", !indicator.measure.is_percent(), TargetProblem::GrowthUnit { key: "unit" }),
            ("reference", is_level(reference), TargetProblem::GrowthUnit { key: "reference" }),
            (
                "growth-of",
                growth_of.is_some_and(is_rate),
                TargetProblem::GrowthUnit { key: "growth-of" },
            ),
        ];
        for (key, _, problem) in wrong.into_iter().filter(|(_, is_wrong, _)| *is_wrong) {
            let place = indicator.keys.place(key).unwrap_or_else(|| indicator.rule.clone());
            faults.push(Diagnostic::at(problem, place));
        }
    }
    for reference in references {
        let is_percent = matches!(&*reference.unit, "%" | "％");
        if let Some(levels) = reference.growth_of
            && (is_rate(levels) || !is_percent)
        {
            let key = if is_percent { "growth-of" } else { "unit" };
            let fault = Diagnostic::at(TargetProblem::GrowthUnit { key }, reference.rule.clone());
            faults.push(fault);
        }
    }
    faults
}
