//! Trends: what several years of verdicts say together.

use std::collections::BTreeSet;

use crate::diagnostic::{Audit, AuditStatus, Diagnostic, JudgementProblem, Problem, Severity};
use crate::exact::Rational;
use crate::report::{Exit, Point, Report, TimeSeries, Trend};

/// How the values of every indicator and region have moved, and where they lead.
pub fn trend(report: &Report) -> Trend {
    let mut trend = Trend::new(report);
    let (mut count, mut says, mut ranked) = (0, BTreeSet::new(), Vec::new());
    for (at, series) in trend.numbered(report) {
        count += 1;
        says.extend(series.says(report));
        if series.is_warned_of() {
            let attribute = report.indicators[series.indicator].attribute;
            ranked.push((attribute, lacking(report, &series).unwrap_or(Rational::ZERO), at));
        }
    }
    ranked.sort_unstable();
    trend.found(count, says, ranked.into_iter().map(|(.., at)| at).collect());
    trend.diagnostics =
        report.diagnostics.iter().filter(|found| concerns(report, found)).cloned().collect();
    let faulty = trend.diagnostics.iter().any(|found| found.severity() == Severity::Error);
    if faulty || trend.is_empty() {
        trend.exit = Exit::Incomplete;
    }
    trend
}

/// What slides, and which years are before the plan, is to be seen in the trend itself.
fn concerns(report: &Report, found: &Diagnostic) -> bool {
    use JudgementProblem as J;
    // What has to be explained is for who checks a year.
    if let Problem::Audit(audited) = &found.problem {
        return audited.status == AuditStatus::Hard;
    }
    if let Problem::More(more) = &found.problem {
        return more.severity == Severity::Error || Audit::of_code(more.code).is_none();
    }
    let Problem::Judgement(problem) = &found.problem else { return true };
    match problem {
        J::Slides { .. } | J::YearsBefore { .. } => false,
        J::ThinHeadroom { year, .. } => report.years.last() == Some(year),
        _ => true,
    }
}

/// How far what is to be expected is on the good side of the target, as a share of its
/// bound, for comparing indicators of different units; negative is short. Without a
/// target that is a number, how far the latest value is from what its year demanded.
fn lacking(report: &Report, series: &TimeSeries) -> Option<Rational> {
    let latest = series.latest()?;
    let (condition, value) = match &series.target {
        Some(target) => (target, expected(report, series, latest)?),
        None => (&series.requirement(report, latest)?.condition, latest.value.clone()?),
    };
    Some(condition.relative_margin(&value).reduced())
}

/// The value of the target year: as projected, else at the pace so far, else the latest.
fn expected(report: &Report, series: &TimeSeries, latest: &Point) -> Option<Rational> {
    if let Some(projection) = &series.projection {
        return Some(projection.value.clone());
    }
    let value = latest.value.clone()?;
    let left = i64::from(series.due_year(report)) - i64::from(latest.year);
    match &series.pace.so_far {
        Some(pace) if left > 0 && series.unforetold.is_none() => {
            Some(value + pace.clone() * Rational::from(left))
        }
        _ => Some(value),
    }
}
