//! 豁免: which failures are not counted.

use crate::diagnostic::{Diagnostic, JudgementProblem};
use crate::plan::{Plan, Waiver};
use crate::term::{Date, RegionId, SeriesId, Year};

/// The waiver of a cell, and its number; the one that holds longest, if there are
/// several.
pub(super) fn find(
    waivers: &[Waiver],
    series: SeriesId,
    region: RegionId,
    year: Year,
) -> Option<(usize, &Waiver)> {
    let of_cell = |waiver: &Waiver| {
        waiver.indicator == series && waiver.region == region && waiver.year == year
    };
    let found = waivers.iter().enumerate().filter(|(_, waiver)| of_cell(waiver));
    found.max_by_key(|(_, waiver)| waiver.expires)
}

/// Whether a waiver holds on a day; without one, at the end of the year it is for.
pub(super) fn is_in_force(waiver: &Waiver, as_of: Option<Date>, year: Year) -> bool {
    as_of.unwrap_or(Date::end_of_year(year)) <= waiver.expires
}

/// Waivers of what did not fail, as far as it was judged.
pub(super) fn unused(
    plan: &Plan,
    waivers: &[Waiver],
    years: &[Year],
    met: &[usize],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut elsewhere = Vec::new();
    for (at, waiver) in waivers.iter().enumerate() {
        let Some(indicator) = plan.indicators.get(waiver.indicator.index()) else { continue };
        if !years.contains(&waiver.year) {
            elsewhere.push(waiver.year);
            continue;
        }
        if met.contains(&at) {
            continue;
        }
        let region = plan.region(waiver.region).name.clone();
        let (indicator, year) = (indicator.name.clone(), waiver.year);
        let others = met.iter().filter_map(|met| waivers.get(*met));
        let other = others.into_iter().find(|other| other.is_of(waiver));
        let problem = match other {
            Some(_) => JudgementProblem::WaiverDouble { indicator, region, year },
            None => JudgementProblem::WaiverUnused { indicator, region, year },
        };
        let subject = plan.subject(Some(waiver.region), [waiver.indicator], Some(waiver.year));
        let mut fault = Diagnostic::at(problem, waiver.rule.clone()).about(subject);
        fault.related.extend(other.map(|other| other.rule.clone()));
        found.push(fault);
    }
    if !elsewhere.is_empty() {
        let count = elsewhere.len();
        elsewhere.sort_unstable();
        elsewhere.dedup();
        let problem = JudgementProblem::WaiversElsewhere { years: elsewhere, count };
        found.push(Diagnostic::whole(problem));
    }
    found
}
