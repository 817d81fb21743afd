//! 且、或、达标比例、名次: indicators whose verdicts follow from those of others.

use std::collections::BTreeSet;

use super::field::Checker;
use super::indicator::{Context, known};
use super::load::{Parsed, tell};
use super::table::Table;
use super::{Indicator, Scope};
use crate::diagnostic::{Diagnostic, TargetProblem};
use crate::form::{Form, Part, States};
use crate::source::Place;
use crate::term::{Condition, SeriesId};

/// How many parts a whole can have: each is named wherever its target is printed.
const MOST: usize = 50;

/// How many of those that are parts of one another are named.
const NAMED: usize = 20;

/// The key that names the parts of a form that has some.
fn key(form: Form) -> Option<&'static str> {
    match form.states() {
        states @ (States::Either | States::Both | States::Share | States::Rank) => states.others(),
        States::Value
        | States::Change
        | States::Multiple
        | States::Growth
        | States::Reference
        | States::Coverage
        | States::Done
        | States::Words => None,
    }
}

/// The parts that a rule names by their ids; none where they are faulty.
pub(super) fn of(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    form: Form,
    context: &Context<'_>,
) -> Option<Vec<Part>> {
    let Some(key) = key(form) else { return Some(Vec::new()) };
    checker.need(raw, key);
    let is_of_one = matches!(form.states(), States::Share | States::Rank);
    let written = if is_of_one {
        checker.text(raw, key).into_iter().collect()
    } else {
        checker.texts(raw, key)
    };
    if !is_of_one && raw.has(key) && !(2..=MOST).contains(&written.len()) {
        checker.fault(TargetProblem::PartsCount { key, most: MOST }, raw.span_of(key));
    }
    let mut parts = Vec::new();
    for id in written {
        let name = id.value.as_str().into();
        let at = known(checker, key, id, context.indicator_ids);
        let series = at.and_then(|at| u16::try_from(at).ok()).map(SeriesId);
        parts.push(Part { series: series?, name });
    }
    (!parts.is_empty()).then_some(parts)
}

/// Gives parts the names that are printed, and says what can't be a part of what. Returns the
/// indicators that have parts, each behind its parts. `places` says which of the indicators
/// each of the written ones is.
pub(super) fn settle(
    files: &mut [Parsed<'_>],
    indicators: &mut [Indicator],
    places: &[Option<usize>],
) -> Vec<SeriesId> {
    let mut faults = Vec::new();
    let mut resolved = Vec::new();
    for (at, whole) in indicators.iter().enumerate().filter(|(_, it)| it.target.is_derived()) {
        let mut parts: Vec<Part> = Vec::new();
        for part in &whole.target.parts {
            let of = |series: SeriesId| {
                let at = places.get(series.index()).copied().flatten()?;
                indicators.get(at).map(|found| (series, found))
            };
            // What repeats another is judged as that.
            let found = of(part.series).and_then(|(series, found)| match found.same_as {
                Some(original) => of(original),
                None => Some((series, found)),
            });
            let Some((series, found)) = found else { continue };
            let name = found.name.to_string();
            if found.target.is_words() {
                faults.push(Diagnostic::at(TargetProblem::PartInWords { name }, place(whole)));
            } else if parts.iter().any(|known| known.series == series) {
                faults.push(Diagnostic::at(TargetProblem::PartTwice { name }, place(whole)));
            } else if whole.target.form.states() == States::Rank && !has_better(found) {
                faults.push(Diagnostic::at(TargetProblem::RankOf { name }, place(whole)));
            } else if !is_judged_with(found, whole) {
                faults.push(Diagnostic::at(TargetProblem::PartScope { name }, place(whole)));
            }
            parts.push(Part { series, name: found.name.clone() });
        }
        resolved.push((at, parts));
    }
    for (at, parts) in resolved {
        indicators[at].target.parts = parts;
    }
    let (order, circles) = order(indicators, places);
    for circle in circles {
        let mut ids: Vec<String> =
            circle.iter().take(NAMED).map(|at| indicators[*at].id.clone()).collect();
        let problem = match ids.pop() {
            Some(id) if ids.is_empty() => TargetProblem::PartOfItself { id },
            last => TargetProblem::PartsCircle { ids: ids.into_iter().chain(last).collect() },
        };
        let mut circle = circle.iter().map(|at| place(&indicators[*at]));
        if let Some(first) = circle.next() {
            let mut fault = Diagnostic::at(problem, first);
            fault.related.extend(circle.take(NAMED));
            faults.push(fault);
        }
    }
    faults.into_iter().for_each(|fault| tell(files, fault));
    order
}

/// Where an indicator names its parts.
fn place(whole: &Indicator) -> Place {
    let named = key(whole.target.form).and_then(|key| whole.keys.place(key));
    named.unwrap_or_else(|| whole.rule.clone())
}

/// Whether one value of an indicator is better than another.
fn has_better(part: &Indicator) -> bool {
    let is_one_sided = matches!(part.target.bound(), Some(Condition::Compare(..)));
    is_one_sided && !part.target.is_derived()
}

/// Whether a part has a verdict wherever the whole needs one.
fn is_judged_with(part: &Indicator, whole: &Indicator) -> bool {
    match (whole.target.form.states(), whole.scope, part.scope) {
        // A share is of those that send, in each region that they lie in.
        (States::Share, _, Scope::County | Scope::EachCounty) => whole.level < part.level,
        (States::Share, _, Scope::City | Scope::Total) => false,
        (_, Scope::County, Scope::County) => whole.level <= part.level,
        (_, Scope::County, Scope::EachCounty | Scope::City | Scope::Total) => false,
        (_, Scope::EachCounty, Scope::County) => whole.level <= part.level,
        (_, Scope::EachCounty, Scope::EachCounty) => whole.level == part.level,
        (_, Scope::EachCounty, Scope::City | Scope::Total) => false,
        (_, Scope::City | Scope::Total, scope) => scope != Scope::EachCounty,
    }
}

/// The indicators with parts, each behind its parts, and those that are parts of one
/// another, a circle each.
fn order(indicators: &[Indicator], places: &[Option<usize>]) -> (Vec<SeriesId>, Vec<Vec<usize>>) {
    let parts = |at: usize| {
        let parts = indicators[at].target.parts.iter();
        parts.filter_map(|part| places.get(part.series.index()).copied().flatten())
    };
    let derived = indicators.iter().enumerate().filter(|(_, it)| it.target.is_derived());
    let mut wholes: Vec<Vec<usize>> = vec![Vec::new(); indicators.len()];
    let mut open: Vec<usize> = vec![0; indicators.len()];
    let mut left: BTreeSet<usize> = derived.map(|(at, _)| at).collect();
    for at in &left {
        for part in parts(*at).filter(|part| left.contains(part)) {
            wholes[part].push(*at);
            open[*at] += 1;
        }
    }
    let mut order: Vec<usize> = left.iter().copied().filter(|at| open[*at] == 0).collect();
    let (mut done, mut circles) = (0, Vec::new());
    let (mut way, mut passed) = (Vec::new(), BTreeSet::new());
    loop {
        while let Some(at) = order.get(done).copied() {
            done += 1;
            left.remove(&at);
            for whole in &wholes[at] {
                open[*whole] -= 1;
                if open[*whole] == 0 && left.contains(whole) {
                    order.push(*whole);
                }
            }
        }
        // Each that is left has a part that is left, so that a way through them comes round.
        // A circle that was found is out of the way of what else there is.
        while way.last().is_some_and(|at| !left.contains(at)) {
            way.pop();
        }
        let next = match way.last() {
            Some(at) => parts(*at).find(|part| left.contains(part)),
            None => left.first().copied(),
        };
        let Some(at) = next else { break };
        if passed.insert(at) {
            way.push(at);
            continue;
        }
        let start = way.iter().rposition(|passed| *passed == at).unwrap_or(0);
        let circle = way.split_off(start);
        for at in &circle {
            left.remove(at);
        }
        order.extend(&circle);
        circles.push(circle);
    }
    // In a plan without faults an indicator is where it is written.
    let series = order.into_iter().filter_map(|at| u16::try_from(at).ok());
    (series.map(SeriesId).collect(), circles)
}
