//! One run: everything that was sent, judged by everything that the plan demands.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;

use super::column::{Found, Judge};
use super::kept::Kept;
use super::outline::outline_of;
use super::years::Years;
use super::{Options, aside, audit, before, jobs, parts, rounding, shared, waived};
use crate::diagnostic::{Diagnostic, Findings, JudgementProblem, NoRollUp, bounded};
use crate::form::Part;
use crate::plan::{Indicator, Plan};
use crate::report::{
    AuditTally, Column as Judged, Exit, InputInfo, Reasons, Report, Selection, Tally,
};
use crate::submission::{Column, Encoding, FileInfo, Submission};
use crate::term::{RegionId, SeriesId, Year};

/// Judges all there is: what is asked for is taken from it afterwards, so that no verdict
/// depends on what else is asked for.
pub(super) fn whole(
    plan: &Plan,
    submission: Submission,
    history: Submission,
    options: &Options,
    threads: NonZeroUsize,
) -> Report {
    of(plan, |_| true, submission, history, options, threads)
}

/// The same of the indicators that are wanted and of those that something was sent for. The
/// others have no verdict: nothing that a wanted one rests on may be among them.
pub(super) fn of(
    plan: &Plan,
    is_wanted: impl Fn(SeriesId) -> bool,
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
    let numbered = plan.indicators.iter().enumerate();
    let numbered = numbered.map(|(at, indicator)| (SeriesId(at as u16), &**indicator));
    let is_sent = |series: SeriesId| {
        let is_sent = |sent: &Submission, year| {
            sent.column(year, series.index()).is_some_and(|column| !column.is_empty())
        };
        [&submission, &history].iter().any(|sent| sent.years().any(|year| is_sent(sent, year)))
    };
    let chosen: Vec<Chosen<'_>> =
        numbered.filter(|(id, it)| it.is_judged() && (is_wanted(*id) || is_sent(*id))).collect();
    let mut diagnostics = std::mem::take(&mut submission.diagnostics);
    diagnostics.extend(beyond);
    diagnostics.append(&mut history.diagnostics);
    diagnostics.extend(aside::words_only(plan, &submission));
    if !before.is_empty() {
        let (years, first) = (before.clone(), plan.head.first_year);
        let problem = JudgementProblem::YearsBefore { years, first };
        diagnostics.push(Diagnostic::whole(problem));
    }
    diagnostics.extend(aside::other_years(plan, &read, &submission, &history));
    for sent in [&mut submission, &mut history] {
        diagnostics.extend(aside::not_sent(plan, sent));
        diagnostics.extend(aside::set_aside(plan, &chosen, sent));
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
        let (roles, counts_whole) = (plan.roles(indicator), rounding::counts_whole(indicator));
        Judge { plan, years, options, levels, series, indicator, roles, counts_whole, number, year }
    };
    let mut found = jobs::run(jobs, threads, plan.regions.len(), |(year, number, own)| {
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
            let part = |part: &Part| {
                let at = place(&chosen, part.series)?;
                Some((judge(*year, at), &found[first + at]))
            };
            let parts: Vec<parts::Part<'_>> = parts.iter().filter_map(part).collect();
            found[first + number] = judge(*year, number).derived(&parts);
        }
    }
    let before = before.iter().flat_map(|year| (0..chosen.len()).map(|number| (*year, number)));
    let before = before.map(|(year, number)| judge(year, number).before()).collect();
    let of_values = |number: &usize| !chosen[*number].1.target.is_derived();
    let past = before::past(plan, &read, &history).into_iter();
    let past = past.flat_map(|year| (0..chosen.len()).filter(of_values).map(move |at| (year, at)));
    let past = past.map(|(year, number)| judge(year, number).past()).collect();

    if !years.is_empty() {
        let of = |(number, (_, indicator)): (usize, &Chosen<'_>)| {
            let years: BTreeSet<Year> =
                indicator.rules().map(|rule| rule.baseline_year(&plan.head)).collect();
            years.into_iter().map(move |year| (year, number))
        };
        let baselines = chosen.iter().enumerate().flat_map(of);
        let baselines =
            baselines.flat_map(|(year, number)| judge(year, number).baselines_disagree());
        for (status, disagreement) in baselines {
            audits.add(&status);
            diagnostics.push(disagreement);
        }
    }

    let mut gathered = Gathered::default();
    for found in found {
        gathered.add(found, &mut audits);
    }
    let columns = std::mem::take(&mut gathered.columns);
    diagnostics.extend(gathered.told(plan, options, &years, &chosen));
    let target = plan.head.target_year;
    diagnostics.extend(
        years
            .iter()
            .filter(|year| **year > target)
            .map(|year| Diagnostic::whole(JudgementProblem::YearAfterPlan { year: *year, target })),
    );
    let judged = chosen.iter();
    Report {
        plan: Arc::clone(&plan.head),
        years,
        selection: Selection::default(),
        before,
        past,
        against: options.against,
        fail_on: options.fail_on,
        inputs: inputs(&submission),
        history: inputs(&history),
        settings: options.settings.clone(),
        outline: outline_of(plan, is_wanted, None),
        indicators: judged
            .map(|(series, _)| Arc::clone(&plan.indicators[series.index()]))
            .collect(),
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

/// How many waivers that nothing needs are told one by one.
const MOST_UNUSED: usize = 1_000;

/// An indicator that is judged.
type Chosen<'p> = (SeriesId, &'p Indicator);

/// What all columns found together.
#[derive(Default)]
struct Gathered {
    columns: Vec<Judged>,
    findings: Findings,
    no_roll_ups: BTreeMap<(Year, RegionId), Vec<NotRolledUp>>,
    met_waivers: Vec<usize>,
    kept: BTreeMap<Year, Kept>,
}

/// Series that a region has no roll-up of in a year, for one reason.
struct NotRolledUp {
    reason: NoRollUp,
    /// Whether it sent rows of its own.
    own: bool,
    /// The numbers of the indicators among those that are judged.
    numbers: Vec<usize>,
}

impl Gathered {
    fn add(&mut self, found: Found, audits: &mut AuditTally) {
        let Found { column, findings, no_roll_ups, waivers, kept, audits: status, .. } = found;
        let (year, number) = (column.year(), column.indicator());
        audits.absorb(status);
        self.met_waivers.extend(waivers);
        self.kept.entry(year).or_default().absorb(kept);
        self.findings.absorb(findings);
        for (region, reason, own) in no_roll_ups {
            let known = self.no_roll_ups.entry((year, region)).or_default();
            match known.iter_mut().find(|of| (&of.reason, of.own) == (&reason, own)) {
                Some(same) => same.numbers.push(number),
                None => known.push(NotRolledUp { reason, own, numbers: vec![number] }),
            }
        }
        self.columns.push(column);
    }

    /// What is told of them.
    fn told(
        self,
        plan: &Plan,
        options: &Options,
        years: &[Year],
        chosen: &[Chosen<'_>],
    ) -> Vec<Diagnostic> {
        let mut told = self.findings.finish(None);
        told.extend(self.kept.into_iter().flat_map(|(year, kept)| kept.notes(year)));
        let unused = waived::unused(plan, &options.waivers, years, &self.met_waivers);
        told.extend(bounded(unused, MOST_UNUSED));
        let no_roll_ups = self.no_roll_ups.into_iter();
        let no_roll_ups = no_roll_ups.flat_map(|(of, all)| all.into_iter().map(move |it| (of, it)));
        told.extend(no_roll_ups.map(|((year, region), of)| {
            let NotRolledUp { reason, own, numbers } = of;
            let series = numbers.into_iter().map(|number| chosen[number].0);
            let subject = plan.subject(Some(region), series, Some(year));
            let indicators = subject.series.clone();
            let city = plan.region(region).name.clone();
            let problem = JudgementProblem::NoRollUp { indicators, year, reason, own, city };
            Diagnostic::whole(problem).about(subject)
        }));
        told
    }
}

/// Which of the indicators that are judged one is.
fn place(chosen: &[Chosen<'_>], series: SeriesId) -> Option<usize> {
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

/// By year, of which regions anything was read.
fn heard(plan: &Plan, submission: &Submission, years: &[Year]) -> BTreeMap<Year, Vec<bool>> {
    let all = plan.indicators.len() + plan.references.len();
    let of_year = |year: Year| {
        let mut heard = vec![false; plan.regions.len()];
        // Nearly all send all: the first columns tell.
        let mut silent = heard.len();
        for column in (0..all).filter_map(|series| submission.column(year, series)) {
            if silent == 0 {
                break;
            }
            column.sent().for_each(|(region, _)| heard[region.index()] = true);
            silent = heard.iter().filter(|heard| !**heard).count();
        }
        heard
    };
    years.iter().map(|year| (*year, of_year(*year))).collect()
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
