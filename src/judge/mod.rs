//! Judging a submission by a plan.

mod audit;
mod before;
mod city;
mod column;
mod finding;
mod growth;
mod kept;
mod lint;
mod outcome;
mod outline;
mod parts;
mod path;
mod rehearsal;
mod requirement;
mod requirements;
mod rollup;
mod rounding;
mod selection;
mod shared;
mod template;
mod tidy;
mod total;
mod trend;
mod waived;
mod years;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

pub use rehearsal::rehearse;

use column::{Found, Judge};
use kept::Kept;
pub use lint::lint;
pub use outline::{explain, outline};
pub use requirements::{Asked, requirements};
pub use selection::selection;
pub use template::template;
pub use tidy::{has_totals, tidy};
pub use trend::trend;
use years::Years;

use crate::diagnostic::{
    Audit, Diagnostic, Findings, JudgementProblem, Level, NoRollUp, RestProblem,
};
use crate::form::Part;
use crate::plan::{Indicator, Plan, Waiver};
use crate::report::{
    AuditTally, Column as Judged, Exit, InputInfo, Reasons, Report, Selection, Tally,
};
use crate::submission::{Column, Encoding, FileInfo, Known, Series, Submission, Vocabulary};
use crate::term::{Against, Attribute, Date, FailOn, RegionId, Sent, SeriesId, Year};

/// How to judge, and what of it to report.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the verdicts are held against.
    pub against: Against,
    /// From which attribute on a failure fails the run.
    pub fail_on: FailOn,
    /// The regions to report; all if there are none.
    pub regions: Vec<RegionId>,
    /// The indicators to report; all if there are none.
    pub indicators: Vec<SeriesId>,
    /// The attributes to report; all if there are none.
    pub attributes: Vec<Attribute>,
    /// Whether tasks are due from everyone, as the main indicators are.
    pub require_tasks: bool,
    /// The waivers that were given.
    pub waivers: Vec<Waiver>,
    /// The day on which waivers have to be in force; without one, the end of the year
    /// that is judged.
    pub as_of: Option<Date>,
    /// What audits do, where that is not as the plan says.
    pub audits: Vec<(Audit, Level)>,
    /// The file that flags were taken from, if any were.
    pub settings: Option<String>,
}

/// The series of a plan, for reading submissions.
fn series(plan: &Plan) -> Vec<Series<'_>> {
    let indicators = plan.indicators.iter().map(|indicator| Series {
        id: &indicator.id,
        name: &indicator.name,
        unit: &indicator.measure.unit,
        count_units: indicator.measure.count_units(),
        limits: indicator.measure.limits,
        adds_up: indicator.target.adds_up(),
        rule: &indicator.rule,
    });
    let references = plan.references.iter().map(|reference| Series {
        id: &reference.id,
        name: &reference.name,
        unit: &reference.unit,
        count_units: [""; 2],
        limits: reference.limits,
        adds_up: false,
        rule: &reference.rule,
    });
    indicators.chain(references).collect()
}

/// How many years after the target year are read; growth is compounded over each.
const YEARS_AFTER: Year = 20;

/// The names that submissions under a plan may use.
pub fn vocabulary(plan: &Plan) -> Vocabulary<'_> {
    Vocabulary {
        title: &plan.head.title,
        regions: &plan.regions,
        region_names: &plan.region_names,
        series: series(plan),
        known: Known::default(),
        series_names: &plan.series_names,
        baseline_year: plan.head.baseline_year,
        last_year: plan.head.target_year.saturating_add(YEARS_AFTER),
    }
}

/// Judges every year of a submission, and reports what is asked for. Faults of submission
/// and history become the report's.
pub fn judge(
    plan: &Plan,
    submission: Submission,
    history: Submission,
    options: &Options,
    threads: NonZeroUsize,
) -> Report {
    whole(plan, submission, history, options, threads).about(selection(plan, options))
}

/// Judges all there is: what is asked for is taken from it afterwards, so that no verdict
/// depends on what else is asked for.
fn whole(
    plan: &Plan,
    mut submission: Submission,
    mut history: Submission,
    options: &Options,
    threads: NonZeroUsize,
) -> Report {
    let mut read: Vec<Year> = submission.years().collect();
    let beyond = beyond(plan, &submission, read.len());
    if beyond.is_some() {
        read.clear();
    }
    // Years before the first are history wherever they stand.
    let is_before = |year: &Year| *year < plan.head.first_year;
    let (before, years): (Vec<Year>, Vec<Year>) = read.iter().copied().partition(is_before);
    let mut chosen: Vec<(SeriesId, &Indicator)> = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let id = SeriesId(at as u16);
        if indicator.is_judged() {
            chosen.push((id, indicator));
        }
    }
    let mut diagnostics = std::mem::take(&mut submission.diagnostics);
    diagnostics.extend(beyond);
    diagnostics.append(&mut history.diagnostics);
    diagnostics.extend(words_only(plan, &submission));
    if !before.is_empty() {
        let (years, first) = (before.clone(), plan.head.first_year);
        let problem = JudgementProblem::YearsBefore { years, first };
        diagnostics.push(Diagnostic::whole(problem));
    }
    diagnostics.extend(other_years(plan, &read, &submission, &history));
    for sent in [&mut submission, &mut history] {
        diagnostics.extend(not_sent(plan, sent));
        diagnostics.extend(set_aside(plan, &chosen, sent));
    }
    diagnostics.extend(shared::conflicts(plan, &mut submission, &mut history));
    let levels = audit::levels(plan, options);
    let sent = (&mut submission, &mut history);
    let (audited, mut audits) = audit::audit(plan, sent, options, &levels, &chosen, threads);
    diagnostics.extend(audited);
    let heard = heard(plan, &submission, &years);
    let jobs: Vec<(Year, usize, Option<Column>)> = years
        .iter()
        .flat_map(|year| (0..chosen.len()).map(move |number| (*year, number)))
        .map(|(year, number)| {
            let series = chosen[number].0.index();
            // A year alone is nowhere looked up; its memory is needed only once.
            let own = match read.as_slice() {
                [_] => submission.take_column(year, series),
                _ => None,
            };
            (year, number, own)
        })
        .collect();
    let known = Years { submission: &submission, history: &history };
    let judge = |year, number: usize| {
        let ((series, indicator), levels, years) = (chosen[number], &levels, &known);
        let counts_whole = rounding::counts_whole(indicator);
        Judge { plan, years, options, levels, series, indicator, counts_whole, number, year }
    };
    let mut found = run(jobs, threads, plan.regions.len(), |(year, number, own)| {
        // Those that follow from others are judged behind these.
        if chosen[number].1.target.is_derived() {
            return Found::default();
        }
        let shared = || known.submission.column(year, chosen[number].0.index()).cloned();
        judge(year, number).run(own.or_else(shared).unwrap_or_default())
    });
    for series in &plan.derived {
        let Some(number) = place(&chosen, *series) else { continue };
        let parts = &chosen[number].1.target.parts;
        for (at, year) in years.iter().enumerate() {
            let first = at * chosen.len();
            let part = |part: &Part| Some(&found[first + place(&chosen, part.series)?].column);
            let parts: Vec<&Judged> = parts.iter().filter_map(part).collect();
            found[first + number] = judge(*year, number).derived(&parts);
        }
    }
    let before = before.iter().flat_map(|year| (0..chosen.len()).map(|number| (*year, number)));
    let before = before.map(|(year, number)| judge(year, number).before()).collect();

    if !years.is_empty() {
        let baselines = (0..chosen.len())
            .filter_map(|number| judge(plan.head.baseline_year, number).baseline_disagrees());
        for (status, disagreement) in baselines {
            audits.add(&status);
            diagnostics.push(disagreement);
        }
    }

    let mut columns = Vec::with_capacity(found.len());
    let mut findings = Findings::default();
    let mut no_roll_ups: Vec<(Year, NoRollUp, bool, Vec<SeriesId>)> = Vec::new();
    let mut met_waivers = Vec::new();
    let mut kept: BTreeMap<Year, Kept> = BTreeMap::new();
    for found in found {
        let Found { column, findings: these, no_roll_up, waivers, kept: here, .. } = found;
        audits.absorb(found.audits);
        met_waivers.extend(waivers);
        kept.entry(column.year()).or_default().absorb(here);
        findings.absorb(these);
        if let Some((reason, own)) = no_roll_up {
            let series = chosen[column.indicator()].0;
            let same = no_roll_ups.iter_mut().find(|(year, why, had, _)| {
                *year == column.year() && *why == reason && *had == own
            });
            match same {
                Some((.., all)) => all.push(series),
                None => no_roll_ups.push((column.year(), reason, own, vec![series])),
            }
        }
        columns.push(column);
    }
    diagnostics.extend(findings.finish(None));
    diagnostics.extend(kept.into_iter().flat_map(|(year, kept)| kept.notes(year)));
    diagnostics.extend(unused_waivers(plan, options, &years, &met_waivers));
    diagnostics.extend(no_roll_ups.into_iter().map(|(year, reason, own, series)| {
        let subject = plan.subject(plan.city, series, Some(year));
        let indicators = subject.series.clone();
        let city = plan.city.map_or_else(String::new, |id| plan.region(id).name.to_string());
        let problem = JudgementProblem::NoRollUp { indicators, year, reason, own, city };
        Diagnostic::whole(problem).about(subject)
    }));
    let target = plan.head.target_year;
    diagnostics.extend(
        years
            .iter()
            .filter(|year| **year > target)
            .map(|year| Diagnostic::whole(JudgementProblem::YearAfterPlan { year: *year, target })),
    );
    let judged = plan.indicators.iter().filter(|indicator| indicator.is_judged());
    Report {
        plan: Arc::clone(&plan.head),
        years,
        selection: Selection::default(),
        before,
        against: options.against,
        fail_on: options.fail_on,
        inputs: inputs(&submission),
        history: inputs(&history),
        settings: options.settings.clone(),
        outline: outline(plan),
        indicators: judged.cloned().collect(),
        regions: plan.regions.clone(),
        columns,
        waivers: options.waivers.clone(),
        remarks: submission.take_remarks(),
        heard,
        exit: Exit::Passed,
        tally: Tally::default(),
        overviews: Vec::new(),
        grading: Arc::clone(&plan.grading),
        points: Vec::new(),
        audits: AuditTally::default(),
        diagnostics,
        reasons: Reasons::default(),
    }
}

/// Which of the indicators that are judged one is.
fn place(chosen: &[(SeriesId, &Indicator)], series: SeriesId) -> Option<usize> {
    chosen.binary_search_by_key(&series.index(), |(id, _)| id.index()).ok()
}

fn inputs(submission: &Submission) -> Vec<InputInfo> {
    let info = |file: &FileInfo| InputInfo {
        name: file.name.clone(),
        sha256: file.sha256.clone(),
        encoding: file.encoding.map(Encoding::name),
        workbook: file.workbook,
        tables: file.tables.clone(),
        rows: file.rows,
        spots: Arc::clone(&file.spots),
        first_line: file.first_line(),
        columns: file.columns.clone(),
    };
    submission.files.iter().map(info).collect()
}

/// How many verdicts a run can have, whatever was sent.
pub const MOST_VERDICTS: u64 = 20_000_000;

/// How many verdicts there may be for each value that was sent, where that is more.
const VERDICTS_A_VALUE: u64 = 8;

/// That there would be too many verdicts: a few rows can name many years, and each of those
/// is due from all regions of a roster.
fn beyond(plan: &Plan, submission: &Submission, years: usize) -> Option<Diagnostic> {
    let indicators = plan.indicators.iter().filter(|indicator| indicator.is_judged()).count();
    let verdicts = [years, indicators, plan.regions.len()].map(|count| count as u64);
    let verdicts = verdicts.into_iter().fold(1, u64::saturating_mul);
    let values: u64 = submission.files.iter().map(FileInfo::values).sum();
    let most = MOST_VERDICTS.max(values.saturating_mul(VERDICTS_A_VALUE));
    let regions = plan.regions.len();
    let problem = JudgementProblem::TooManyVerdicts { regions, indicators, years, most };
    (verdicts > most).then(|| Diagnostic::whole(problem))
}

/// By year, of which regions anything was read.
fn heard(plan: &Plan, submission: &Submission, years: &[Year]) -> BTreeMap<Year, Vec<bool>> {
    let all = plan.indicators.len() + plan.references.len();
    let of_year = |year: Year| {
        let mut heard = vec![false; plan.regions.len()];
        for column in (0..all).filter_map(|series| submission.column(year, series)) {
            for (region, _) in column.sent() {
                heard[region.index()] = true;
            }
        }
        heard
    };
    years.iter().map(|year| (*year, of_year(*year))).collect()
}

/// Sets aside what regions sent that the indicator does not concern, before anything rests on
/// it.
fn set_aside(
    plan: &Plan,
    chosen: &[(SeriesId, &Indicator)],
    submission: &mut Submission,
) -> Vec<Diagnostic> {
    let mut findings = Findings::default();
    for (series, indicator) in chosen.iter().filter(|(_, it)| it.applies_to.is_some()) {
        let applies = |region| {
            // What is out of its scope is told as such.
            indicator.concerns(region) || indicator.scope.leaves_out(plan.region(region).level)
        };
        for (year, region, entry) in submission.set_aside(series.index(), applies) {
            let subject = plan.subject(Some(region), [*series], Some(year));
            let problem = JudgementProblem::NotConcerned {
                indicator: indicator.name.clone(),
                region: plan.region(region).name.to_string(),
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
fn not_sent(plan: &Plan, submission: &mut Submission) -> Vec<Diagnostic> {
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
                    region: plan.region(region).name.to_string(),
                    year: *year,
                    parts: indicator
                        .target
                        .parts
                        .iter()
                        .map(|part| part.name.to_string())
                        .collect(),
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
fn words_only(plan: &Plan, submission: &Submission) -> Vec<Diagnostic> {
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
fn other_years(
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

/// Waivers of what did not fail, as far as it was judged.
fn unused_waivers(
    plan: &Plan,
    options: &Options,
    years: &[Year],
    met: &[usize],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut elsewhere = Vec::new();
    for (at, waiver) in options.waivers.iter().enumerate() {
        let Some(indicator) = plan.indicators.get(waiver.indicator.index()) else { continue };
        if !years.contains(&waiver.year) {
            elsewhere.push(waiver.year);
            continue;
        }
        if met.contains(&at) {
            continue;
        }
        let region = plan.region(waiver.region).name.to_string();
        let (indicator, year) = (indicator.name.clone(), waiver.year);
        let others = met.iter().filter_map(|met| options.waivers.get(*met));
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

/// How many verdicts are worth another thread.
const WORTH_A_THREAD: usize = 100_000;

/// Runs jobs on several threads and returns what they found in the jobs' order.
fn run<J: Send, F: Send>(
    jobs: Vec<J>,
    threads: NonZeroUsize,
    regions: usize,
    work: impl Fn(J) -> F + Sync,
) -> Vec<F> {
    if threads.get() == 1 || jobs.len() * regions < WORTH_A_THREAD {
        return jobs.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(jobs.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let take = || {
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((at, job)) = next else { return };
            let found = work(job);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, found));
        }
    };
    std::thread::scope(|scope| {
        // Where no more threads can be had, fewer do the work.
        let spawn = |_: &usize| std::thread::Builder::new().spawn_scoped(scope, take).is_ok();
        (1..threads.get()).take_while(spawn).count();
        take();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, found)| found).collect()
}
