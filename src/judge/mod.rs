//! Judging a submission by a plan.

mod column;
mod finding;
mod form;
mod outcome;
mod requirement;
mod rollup;

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use column::{Found, Judge};

use crate::diagnostic::{Diagnostic, Findings, JudgementProblem, NoRollUp};
use crate::plan::{Indicator, Plan, Target};
use crate::report::{Explanation, IndicatorInfo, InputInfo, PlanInfo, Report, Tally, TargetInfo};
use crate::submission::{Column, Series, Submission, Vocabulary};
use crate::term::{Against, Attribute, FailOn, Limits, RegionId, SeriesId, Year};

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
}

impl Options {
    fn selects(&self, region: RegionId) -> bool {
        self.regions.is_empty() || self.regions.contains(&region)
    }

    fn selects_indicator(&self, id: SeriesId, indicator: &Indicator) -> bool {
        (self.indicators.is_empty() || self.indicators.contains(&id))
            && (self.attributes.is_empty() || self.attributes.contains(&indicator.attribute))
    }
}

/// What the years before and the year under check hold.
struct Years<'s> {
    submission: &'s Submission,
    history: &'s Submission,
}

/// The series of a plan, for reading submissions.
pub fn series(plan: &Plan) -> Vec<Series<'_>> {
    let indicators = plan.indicators.iter().map(|indicator| Series {
        name: &indicator.name,
        unit: &indicator.measure.unit,
        limits: indicator.measure.limits,
        rule: &indicator.rule,
    });
    let references = plan.references.iter().map(|reference| Series {
        name: &reference.name,
        unit: &reference.unit,
        limits: Limits::Any,
        rule: &reference.rule,
    });
    indicators.chain(references).collect()
}

/// The names that submissions under a plan may use.
pub fn vocabulary<'p>(plan: &'p Plan, series: &'p [Series<'p>]) -> Vocabulary<'p> {
    Vocabulary {
        regions: &plan.regions,
        region_names: &plan.region_names,
        series,
        series_names: &plan.series_names,
        baseline_year: plan.head.baseline_year,
    }
}

/// Judges every year of a submission. Faults of submission and history become
/// the report's.
pub fn judge(
    plan: &Plan,
    mut submission: Submission,
    mut history: Submission,
    options: &Options,
    threads: NonZeroUsize,
) -> Report {
    let years: Vec<Year> = submission.years().collect();
    let mut chosen: Vec<(SeriesId, &Indicator)> = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let id = SeriesId(at as u16);
        if options.selects_indicator(id, indicator) {
            chosen.push((id, indicator));
        }
    }
    let jobs: Vec<(Year, usize, Column)> = years
        .iter()
        .flat_map(|year| (0..chosen.len()).map(move |number| (*year, number)))
        .map(|(year, number)| {
            let column = submission.take_column(year, chosen[number].0.index());
            (year, number, column.unwrap_or_default())
        })
        .collect();
    let known = Years { submission: &submission, history: &history };
    let found = run(jobs, threads, plan.regions.len(), |(year, number, column)| {
        let (series, indicator) = chosen[number];
        Judge { plan, years: &known, options, series, indicator, number, year }.run(column)
    });

    let mut tally = Tally::default();
    let mut columns = Vec::with_capacity(found.len());
    let mut findings = Findings::default();
    let mut no_roll_ups: Vec<(Year, NoRollUp, bool, Vec<String>)> = Vec::new();
    for Found { column, findings: these, no_roll_up } in found {
        let indicator = chosen[column.indicator()].1;
        tally.add(indicator.attribute, &column);
        findings.absorb(these);
        if let Some((reason, own)) = no_roll_up {
            let name = indicator.name.clone();
            let same = no_roll_ups.iter_mut().find(|(year, why, had, _)| {
                *year == column.year() && *why == reason && *had == own
            });
            match same {
                Some((.., names)) => names.push(name),
                None => no_roll_ups.push((column.year(), reason, own, vec![name])),
            }
        }
        columns.push(column);
    }
    let mut diagnostics = std::mem::take(&mut submission.diagnostics);
    diagnostics.append(&mut history.diagnostics);
    diagnostics.extend(findings.finish(None));
    diagnostics.extend(no_roll_ups.into_iter().map(|(year, reason, own, indicators)| {
        Diagnostic::whole(JudgementProblem::NoRollUp { indicators, year, reason, own })
    }));
    let target = plan.head.target_year;
    diagnostics.extend(
        years
            .iter()
            .filter(|year| **year > target)
            .map(|year| Diagnostic::whole(JudgementProblem::YearAfterPlan { year: *year, target })),
    );
    if tally.total() == 0 {
        diagnostics.push(Diagnostic::whole(JudgementProblem::NothingJudged));
    }
    Report {
        plan: PlanInfo {
            id: plan.head.id.clone(),
            title: plan.head.title.clone(),
            baseline_year: plan.head.baseline_year,
            target_year: plan.head.target_year,
        },
        years,
        against: options.against,
        fail_on: options.fail_on,
        inputs: inputs(&submission),
        history: inputs(&history),
        indicators: chosen.iter().map(|(_, indicator)| info(plan, indicator)).collect(),
        regions: plan.regions.clone(),
        columns,
        remarks: submission.take_remarks(),
        exit: tally.exit(options.fail_on, &diagnostics),
        tally,
        diagnostics,
    }
}

/// What one rule says, year by year.
pub fn explain(plan: &Plan, id: SeriesId, against: Against) -> Option<Explanation> {
    let indicator = plan.indicators.get(id.index())?;
    let head = &plan.head;
    let baseline = requirement::Baseline::of_plan(indicator);
    let path = (head.first_year..=head.target_year)
        .map(|year| {
            let demand =
                requirement::demand(head, indicator, year, against, baseline.as_ref(), None);
            (year, demand.and_then(|demand| demand.requirement))
        })
        .collect();
    Some(Explanation {
        indicator: info(plan, indicator),
        numerator: indicator.measure.numerator.clone(),
        denominator: indicator.measure.denominator.clone(),
        baseline: indicator.baseline,
        baseline_year: head.baseline_year,
        target_year: head.target_year,
        path,
    })
}

fn inputs(submission: &Submission) -> Vec<InputInfo> {
    let info = |file: &crate::submission::FileInfo| InputInfo {
        name: file.name.clone(),
        sha256: file.sha256.clone(),
        encoding: file.readable.then_some("UTF-8"),
        layout: file.readable.then_some("long"),
        rows: file.rows,
        first_line: file.first_line(),
        columns: file.columns.clone(),
    };
    submission.files.iter().map(info).collect()
}

fn info(plan: &Plan, indicator: &Indicator) -> IndicatorInfo {
    let target = match &indicator.target {
        Target::Relative { comparison, reference } => TargetInfo::Relative {
            comparison: *comparison,
            reference: plan.reference(*reference).map_or_else(String::new, |r| r.name.clone()),
        },
        Target::Level { comparison, threshold } => {
            TargetInfo::Condition(crate::term::Condition::Compare(*comparison, (*threshold).into()))
        }
        Target::Range { low, high } => {
            TargetInfo::Condition(crate::term::Condition::Between((*low).into(), (*high).into()))
        }
    };
    IndicatorInfo {
        id: indicator.id.clone(),
        number: indicator.number.clone(),
        name: indicator.name.clone(),
        attribute: indicator.attribute,
        unit: indicator.measure.unit.clone(),
        count_unit: indicator.measure.count_unit.clone(),
        target,
        cite: indicator.cite.clone(),
        rule: indicator.rule.clone(),
    }
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
    std::thread::scope(|scope| {
        for _ in 0..threads.get() {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((at, job)) = next else { return };
                    let found = work(job);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, found));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, found)| found).collect()
}
