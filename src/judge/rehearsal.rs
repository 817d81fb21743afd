//! 预演: the cases of a plan's authors, each through the whole program.
//!
//! A check becomes a CSV as a county would send it. That is read and judged as every
//! submission is, so that what passes here passes there.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::selection::{all_rested_on, selection};
use super::{Options, vocabulary, whole};
use crate::diagnostic::{Diagnostic, JudgementProblem, Problem, Severity};
use crate::form::{Aim, Terms};
use crate::plan::{Case, Cells, Check, Expected, Indicator, Plan, SentRow};
use crate::report::{Difference, Failure, Lack, Rehearsal, Rehearsed, Report, Row};
use crate::source::Place;
use crate::submission::{self, Input, Submission, Vocabulary};
use crate::term::{Condition, Limits, RegionId, Standing};

/// The canonical layout.
const HEADER: [&str; 8] = ["年份", "地区", "指标", "数值", "分子", "分母", "累计", "备注"];
/// What the sheet is called. No year may stand in it: that would be the rows' year.
const SHEET: &str = "用例";

/// How many checks that fail are told one by one, and how many findings of each.
const MOST_FAILURES: usize = 500;
const MOST_FINDINGS: usize = 20;

/// Judges every check of every case.
pub fn rehearse(plan: &Plan, cases: &[Case]) -> Rehearsal {
    let stage = Stage::new(plan);
    let mut numbers = vec![None; plan.indicators.len()];
    let mut rules = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate().filter(|(_, i)| i.is_judged()) {
        numbers[at] = Some(rules.len());
        rules.push(Rehearsed {
            indicator: Arc::clone(indicator),
            cases: 0,
            checks: 0,
            lacks: wanted(indicator),
        });
    }
    let (mut failed, mut failures) = (0, Vec::new());
    for case in cases {
        let Some(number) = numbers.get(case.indicator.index()).copied().flatten() else { continue };
        let rule = &mut rules[number];
        rule.cases += 1;
        for check in &case.checks {
            rule.checks += 1;
            let report = stage.judge(case, check);
            let row = report.rows().find(|row| row.year() == case.year);
            rule.lacks.retain(|lack| !row.as_ref().is_some_and(|row| shows(row, *lack)));
            let differences = differences(&check.expected, row.as_ref(), &report);
            failed += usize::from(!differences.is_empty());
            if !differences.is_empty() && failures.len() < MOST_FAILURES {
                let findings = findings(&report).take(MOST_FINDINGS);
                failures.push(Failure {
                    case: case.name.clone(),
                    rule: number,
                    region: plan.region(case.region).clone(),
                    year: case.year,
                    differences,
                    findings: findings.map(|found| at(&check.place, found)).collect(),
                    place: check.place.clone(),
                });
            }
        }
    }
    Rehearsal {
        plan: Arc::clone(&plan.head),
        cases: cases.len(),
        checks: rules.iter().map(|rule| rule.checks).sum(),
        failed,
        failures,
        rules,
    }
}

/// What is needed to judge a check.
pub(super) struct Stage<'p> {
    pub(super) plan: &'p Plan,
    vocabulary: Vocabulary<'p>,
}

impl<'p> Stage<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self { plan, vocabulary: vocabulary(plan) }
    }

    pub(super) fn judge(&self, case: &Case, check: &Check) -> Report {
        let (series, year) = (case.indicator, case.year);
        let own = check.cells.clone().map(|cells| SentRow { series, region: None, year, cells });
        let rows = case.beside.iter().chain(&check.sent).chain(&own);
        let (now, other): (Vec<_>, Vec<_>) = rows.partition(|row| row.year == case.year);
        let options = Options {
            regions: vec![case.region],
            indicators: vec![case.indicator],
            ..Options::default()
        };
        let (submission, history) = (self.read(case.region, &now), self.read(case.region, &other));
        // A plan may have a hundred indicators, and as many checks of each.
        let target = &self.plan.indicators[case.indicator.index()].target;
        let rested_on = all_rested_on(self.plan, vec![target]);
        let is_wanted = |series| series == case.indicator || rested_on.contains(&series);
        let threads = NonZeroUsize::MIN;
        let report = whole::of(self.plan, is_wanted, submission, history, &options, threads);
        report.about(selection(self.plan, &options))
    }

    /// What the program makes of rows that a region sends.
    fn read(&self, region: RegionId, rows: &[&SentRow]) -> Submission {
        if rows.is_empty() {
            return Submission::default();
        }
        let options = submission::Options::default();
        // Neither writing to memory nor reading from it fails.
        let sheet = self.sheet(region, rows).unwrap_or_default();
        let input = Input { name: SHEET.to_owned(), bytes: std::io::Cursor::new(sheet) };
        Submission::read(vec![input], &self.vocabulary, &options).unwrap_or_default()
    }

    fn sheet(&self, region: RegionId, rows: &[&SentRow]) -> csv::Result<Vec<u8>> {
        let mut sheet = csv::Writer::from_writer(Vec::new());
        sheet.write_record(HEADER)?;
        for SentRow { series, region: own, year, cells } in rows {
            let id = match self.plan.reference(*series) {
                Some(reference) => &reference.id,
                None => &self.plan.indicators[series.index()].id,
            };
            let own = own.unwrap_or(region);
            let sender = self.plan.holder(*series, own).unwrap_or(own);
            let region = self.plan.region(sender);
            let region = region.code.as_deref().unwrap_or(&region.name);
            let year = year.to_string();
            let Cells { value, numerator, denominator, total, remark } = cells;
            let row = [&year, region, id, value, numerator, denominator, total, remark];
            sheet.write_record(row)?;
        }
        sheet.into_inner().map_err(|error| error.into_error().into())
    }
}

/// Errors and warnings about the rows of a check. That nothing was judged is no more
/// than what its verdict says; and a check's figures are meant exactly.
fn findings(report: &Report) -> impl Iterator<Item = &Diagnostic> {
    report.diagnostics.iter().filter(|found| {
        let nothing = Problem::Judgement(JudgementProblem::NothingJudged);
        let is_doubt =
            matches!(found.problem, Problem::Judgement(JudgementProblem::RoundingDoubts { .. }));
        found.severity() != Severity::Note && found.problem != nothing && !is_doubt
    })
}

/// The same finding where the author can mend it: the sheet is in no file.
fn at(check: &Place, found: &Diagnostic) -> Diagnostic {
    Diagnostic { place: Some(check.clone()), related: Vec::new(), ..found.clone() }
}

/// What is not as expected.
pub(super) fn differences(
    expected: &Expected,
    row: Option<&Row<'_>>,
    report: &Report,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    let outcome = row.map(Row::outcome);
    if outcome != Some(expected.outcome) {
        differences.push(Difference::Outcome { expected: expected.outcome, found: outcome });
    }
    if let Some(margin) = expected.margin {
        let found = row.and_then(Row::margin);
        if found != Some(margin.into()) {
            differences.push(Difference::Margin { expected: margin, found });
        }
    }
    if let Some(count) = expected.count {
        let found = row.and_then(Row::count_margin);
        if found != Some(count.into()) {
            differences.push(Difference::Count { expected: count, found });
        }
    }
    let requirement = row.and_then(Row::requirement);
    if let Some(condition) = &expected.requirement {
        let found = requirement.map(|requirement| requirement.condition.clone());
        if found != *condition {
            differences.push(Difference::Requirement { expected: condition.clone(), found });
        }
    }
    if let Some(basis) = expected.basis {
        let found = requirement.map(|requirement| requirement.basis);
        if found != Some(basis) {
            differences.push(Difference::Basis { expected: basis, found });
        }
    }
    let faulty = findings(report).any(|found| found.severity() == Severity::Error);
    // A value that can't be used has an error, and may be what is tried.
    if differences.is_empty() && faulty && expected.outcome.standing() != Standing::Incomplete {
        differences.push(Difference::Errors);
    }
    differences
}

/// What the checks of a rule should show between them.
fn wanted(indicator: &Indicator) -> Vec<Lack> {
    let limits = indicator.measure.limits;
    if matches!(limits, Limits::Done | Limits::Words) {
        return vec![Lack::Failing, Lack::Passing];
    }
    if can_spare(indicator) {
        vec![Lack::AtTheBound, Lack::Failing, Lack::Passing]
    } else {
        vec![Lack::AtTheBound, Lack::Failing]
    }
}

/// Whether a value can be better than the bound: none is above 100%, and what lies
/// within a range of whole numbers mostly is one of its ends.
fn can_spare(indicator: &Indicator) -> bool {
    let Aim::Number { terms, bound } = &indicator.target.aim else { return true };
    match (bound, indicator.measure.limits) {
        (Condition::Between(..), _) => false,
        (Condition::Compare(..), _) if *terms != Terms::Value => true,
        (Condition::Compare(comparison, bound), limits) => match comparison.is_upward() {
            true => limits.most().is_none_or(|most| *bound < most),
            false => limits.least().is_none_or(|least| *bound > least),
        },
    }
}

/// Whether a verdict shows what a rule lacks.
fn shows(row: &Row<'_>, lack: Lack) -> bool {
    let margin = row.margin();
    match lack {
        Lack::AtTheBound => margin.is_some_and(|margin| margin.is_zero()),
        Lack::Failing => row.outcome().standing() == Standing::Fail,
        Lack::Passing => {
            let spare = margin.is_none_or(|margin| !margin.is_negative() && !margin.is_zero());
            row.outcome().standing() == Standing::Pass && spare
        }
    }
}
