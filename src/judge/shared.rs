//! 共用的参照: series of which one row, that of the whole or of a region of a level, holds for all
//! that lies within.

use super::column::Judge;
use super::years::Years;
use crate::diagnostic::{Diagnostic, Findings, RestProblem};
use crate::exact::Rational;
use crate::plan::Plan;
use crate::submission::Submission;
use crate::term::{Entry, Named, RegionId, Sent, SeriesId, Year};

/// Marks what regions sent for shared series that the whole did not send alike, so that they
/// are not judged by it.
pub(super) fn conflicts(
    plan: &Plan,
    submission: &mut Submission,
    history: &mut Submission,
) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    let (mut here, mut before) = (Vec::new(), Vec::new());
    let years = Years { submission, history };
    for (from, spoilt) in [(years.submission, &mut here), (years.history, &mut before)] {
        for (series, year) in of_shared(plan, from) {
            let Some(column) = from.column(year, series.index()) else { continue };
            for (region, entry) in column.sent() {
                let Some(city) = plan.holder(series, region).filter(|city| *city != region) else {
                    continue;
                };
                let held = years.sent(year, series, city);
                let held = held.filter(|(own, _)| own.sent() == Sent::Figure);
                if is_alike(entry, held.as_ref().map(|(held, _)| held)) {
                    continue;
                }
                let problem = problem(plan, (series, region, year), entry, held.map(|(it, _)| it));
                let Some(place) = from.place(entry.line()) else { continue };
                let mut found = Diagnostic::at(problem, place);
                found.related.extend(held.and_then(|(held, sent_in)| sent_in.place(held.line())));
                findings.push(found.about(plan.subject(Some(region), [series], Some(year))));
                spoilt.push((year, series, region));
            }
        }
    }
    for (from, spoilt) in [(submission, here), (history, before)] {
        spoilt.into_iter().for_each(|(year, series, of)| from.spoil(year, series.index(), of));
    }
    findings.finish(None)
}

/// The shared series and the years of a submission.
fn of_shared(plan: &Plan, from: &Submission) -> Vec<(SeriesId, Year)> {
    let first = plan.indicators.len();
    let shared =
        plan.references.iter().enumerate().filter(|(_, reference)| reference.shared.is_some());
    let years: Vec<Year> = from.years().collect();
    let all = |at| years.iter().map(move |year| (SeriesId((first + at) as u16), *year));
    shared.flat_map(|(at, _)| all(at)).collect()
}

/// Whether a row says nothing, can't be used anyway, or says what the whole says.
fn is_alike(entry: Entry, held: Option<&Entry>) -> bool {
    match entry.sent() {
        Sent::Nothing | Sent::Missing | Sent::Invalid => true,
        Sent::NotApplicable => false,
        Sent::Figure => {
            let value = |entry: &Entry| entry.figure().value.map(Rational::from);
            held.is_some_and(|held| value(held) == value(&entry))
        }
    }
}

fn problem(
    plan: &Plan,
    (series, region, year): (SeriesId, RegionId, Year),
    entry: Entry,
    held: Option<Entry>,
) -> RestProblem {
    let name = |id| plan.region(id).name.clone();
    let reference = plan.reference(series).map_or_else(Named::default, |it| it.name.clone());
    let city = plan.holder(series, region).map_or_else(Named::default, name);
    let region = name(region);
    let text = |entry: Entry| entry.figure().value.map_or("—".to_owned(), |it| it.to_string());
    match held.map(text) {
        Some(held) => {
            let sent = text(entry);
            RestProblem::SharedConflict { reference, region, year, sent, city, held }
        }
        None => RestProblem::SharedUnsent { reference, region, year, city },
    }
}

impl Judge<'_> {
    /// Whose row of a series holds for a region; nobody's where what it sent itself of another's
    /// can't be used.
    pub(super) fn holder(&self, year: Year, series: SeriesId, id: RegionId) -> Option<RegionId> {
        let holder = self.plan.holder(series, id)?;
        let is_own = || self.years.entry(year, series, id).sent() != Sent::Invalid;
        (holder == id || is_own()).then_some(holder)
    }
}
