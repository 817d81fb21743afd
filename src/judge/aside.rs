//! What was sent and is not judged: rows of what is only listed, of regions that it does not
//! concern, of years that are no years before.

use super::finding;
use crate::diagnostic::{Diagnostic, Findings, JudgementProblem, RestProblem};
use crate::plan::{Indicator, Plan};
use crate::submission::{Column, Submission};
use crate::term::{Sent, SeriesId, Year};

/// Sets aside what regions sent that the indicator does not concern, before anything rests on
/// it.
pub(super) fn set_aside(
    plan: &Plan,
    chosen: &[(SeriesId, &Indicator)],
    submission: &mut Submission,
) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    for (series, indicator) in chosen.iter().filter(|(_, it)| it.applies_to.is_some()) {
        let applies = |region| {
            // What is out of its scope is told as such.
            indicator.concerns(region) || indicator.scope.leaves_out(plan.role(indicator, region))
        };
        for (year, region, entry) in submission.set_aside(series.index(), applies) {
            let subject = plan.subject(Some(region), [*series], Some(year));
            let problem = JudgementProblem::NotConcerned {
                indicator: indicator.name.clone(),
                region: plan.region(region).name.clone(),
                year,
                whom: indicator.applies_to.iter().flat_map(|it| it.written.clone()).collect(),
            };
            let place = submission.place(entry.line()).unwrap_or_else(|| indicator.rule.clone());
            findings.push(Diagnostic::at(problem, place).by_rule(&indicator.rule).about(subject));
        }
    }
    findings.finish(None)
}

/// Sets aside what regions sent for what follows from the verdicts on others.
pub(super) fn not_sent(plan: &Plan, submission: &mut Submission) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    let years: Vec<Year> = submission.years().collect();
    for series in &plan.derived {
        let indicator = &plan.indicators[series.index()];
        for year in &years {
            let column = submission.column(*year, series.index());
            let sent = column.into_iter().flat_map(Column::sent);
            for (region, entry) in sent.filter(|(_, entry)| entry.sent() != Sent::Missing) {
                let problem = RestProblem::NotSent {
                    indicator: indicator.name.clone(),
                    region: plan.region(region).name.clone(),
                    year: *year,
                    parts: indicator.target.parts.iter().map(|part| part.name.clone()).collect(),
                };
                let place =
                    submission.place(entry.line()).unwrap_or_else(|| indicator.rule.clone());
                let found = Diagnostic::at(problem, place).by_rule(&indicator.rule);
                findings.push(found.about(plan.subject(Some(region), [*series], Some(*year))));
            }
        }
        submission.set_aside(series.index(), |_| false);
    }
    findings.finish(None)
}

/// Rows for what is only listed.
pub(super) fn words_only(plan: &Plan, submission: &Submission) -> Vec<Diagnostic> {
    let listed = plan.indicators.iter().enumerate().filter(|(_, indicator)| !indicator.is_judged());
    let found = listed.flat_map(|(at, indicator)| {
        submission.years().filter_map(move |year| {
            let column = submission.column(year, at)?;
            let found = finding::words_only(submission, indicator, column)?;
            Some(found.about(plan.subject(None, [SeriesId(at as u16)], Some(year))))
        })
    });
    found.collect()
}

/// Years of the history that are no years before.
pub(super) fn other_years(
    plan: &Plan,
    years: &[Year],
    submission: &Submission,
    history: &Submission,
) -> Vec<Diagnostic> {
    let Some(last) = years.last().copied() else { return Vec::new() };
    let series = plan.indicators.len() + plan.references.len();
    let found = history.years().filter_map(|year| {
        // Of a folder's files of one year only those matter that say the same thing.
        let both = || (0..series).any(|at| both_sent(submission, history, year, at));
        let problem = if years.contains(&year) && both() {
            JudgementProblem::YearInBoth { year }
        } else if year > last {
            JudgementProblem::HistoryAfter { year, last }
        } else {
            return None;
        };
        Some(Diagnostic::whole(problem))
    });
    found.collect()
}

/// Whether a region sent something for a series and a year in both.
fn both_sent(one: &Submission, other: &Submission, year: Year, series: usize) -> bool {
    let (Some(one), Some(other)) = (one.column(year, series), other.column(year, series)) else {
        return false;
    };
    one.sent().any(|(region, _)| other.get(region).sent() != Sent::Nothing)
}
