//! What judging finds beside the verdicts, with the cell and the rule.

use super::audit;
use super::column::{Found, Judge};
use super::requirement::Demand;
use crate::diagnostic::{
    AuditFinding, AuditStatus, Diagnostic, JudgementProblem, Problem, RestProblem, Subject,
};
use crate::exact::{Decimal, Figure, Rational, shown};
use crate::form::States;
use crate::plan::{Indicator, Waiver};
use crate::submission::{Column, Submission};
use crate::term::{self, Entry, Named, Region, RegionId, RegionName, Year};

/// A finding about a row of the submission, or about the rule where no row is judged.
pub(super) fn at(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    problem: impl Into<Problem>,
) -> Diagnostic {
    let place = judge.years.submission.place(entry.line());
    let rule = &rule(judge, region).rule;
    let place = place.unwrap_or_else(|| rule.clone());
    Diagnostic::at(problem, place).by_rule(rule).about(subject(judge, Some(region)))
}

/// The rule by which a region is judged.
fn rule<'j>(judge: &Judge<'j>, region: &Region) -> &'j Indicator {
    let key = region.code.as_deref().unwrap_or(&region.name);
    let find = || judge.plan.region_names.find(key);
    let id = match judge.indicator.has_regions().then(find).flatten() {
        Some(term::Found::One(id)) => Some(RegionId(id)),
        Some(term::Found::Several) | None => None,
    };
    judge.indicator.in_force(id, judge.year)
}

fn subject(judge: &Judge<'_>, region: Option<&Region>) -> Subject {
    Subject {
        region: region.map(RegionName::from),
        series: judge.plan.series_name(judge.series).into_iter().collect(),
        year: Some(judge.year),
    }
}

/// A row for a region that the indicator does not judge.
pub(super) fn out_of_scope(judge: &Judge<'_>, region: &Region, entry: Entry) -> Diagnostic {
    let problem = JudgementProblem::OutOfScope {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
    };
    at(judge, region, entry, problem)
}

/// A figure whose reference is not there.
pub(super) fn no_reference(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    reference: &Named,
    sender: &Region,
) -> Diagnostic {
    let problem = JudgementProblem::NoReference {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year: judge.year,
        reference: reference.clone(),
        sender: sender.name.clone(),
    };
    at(judge, region, entry, problem)
}

/// A figure whose target depends on a baseline that is not there.
pub(super) fn no_baseline(
    judge: &Judge<'_>,
    id: RegionId,
    entry: Entry,
    is_zero: bool,
) -> Diagnostic {
    let region = judge.plan.region(id);
    let problem = JudgementProblem::NoBaseline {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        baseline_year: judge.base_year(id),
        is_zero,
    };
    at(judge, region, entry, problem)
}

/// A share or a rank of regions of which some have no verdict on the part.
pub(super) fn parts_lack(
    judge: &Judge<'_>,
    city: RegionId,
    counties: Vec<Named>,
    all: usize,
) -> Diagnostic {
    let target = &judge.indicator.target;
    let (indicator, year) = (judge.indicator.name.clone(), judge.year);
    let part = target.parts.first().map(|part| part.name.clone()).unwrap_or_default();
    let problem = match target.form.states() {
        States::Rank => RestProblem::RankLacks { indicator, year, part, counties, all },
        _ => RestProblem::ShareLacks { indicator, year, part, counties, all },
    };
    at(judge, judge.plan.region(city), Entry::default(), problem)
}

/// A sum that lacks years.
pub(super) fn sum_gap(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    gap: Vec<Year>,
) -> Diagnostic {
    let problem = JudgementProblem::SumGap {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year: judge.year,
        gap,
    };
    at(judge, region, entry, problem)
}

/// A total that is not the sum of its years.
pub(super) fn total_disagrees(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    (year, sent, known): (Year, Decimal, Decimal),
    is_partial: bool,
) -> Diagnostic {
    let problem = JudgementProblem::TotalDisagrees {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year,
        sent: sent.to_string(),
        computed: known.to_string(),
        is_partial,
    };
    at(judge, region, entry, problem)
}

/// A total with too many digits.
pub(super) fn total_too_large(judge: &Judge<'_>, region: &Region, entry: Entry) -> Diagnostic {
    let problem = JudgementProblem::TotalTooLarge {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
    };
    at(judge, region, entry, problem)
}

/// A rate of growth that its levels contradict.
pub(super) fn growth_disagrees(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    rate: Decimal,
    now: Decimal,
    then: Decimal,
) -> Diagnostic {
    let problem = JudgementProblem::GrowthDisagrees {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year: judge.year,
        sent: rate.to_string(),
        levels: (then.to_string(), now.to_string()),
    };
    at(judge, region, entry, problem)
}

/// Says whose growth is shown as an index.
pub(super) fn growth_indexed(judge: &Judge<'_>, found: &Found) -> Option<Diagnostic> {
    let name = |id| RegionName::from(judge.plan.region(id));
    let regions: Vec<RegionName> = found.column.indexed().map(name).collect();
    if regions.is_empty() {
        return None;
    }
    let problem = JudgementProblem::GrowthIndexed {
        indicator: judge.indicator.name.clone(),
        year: judge.year,
        baseline_year: judge.plan.head.baseline_year,
        regions,
    };
    Some(Diagnostic::at(problem, judge.indicator.rule.clone()).about(subject(judge, None)))
}

/// Rows for an indicator that is only listed.
pub(super) fn words_only(
    submission: &Submission,
    indicator: &Indicator,
    column: &Column,
) -> Option<Diagnostic> {
    let mut sent = column.sent();
    let (_, first) = sent.next()?;
    let place = submission.place(first.line())?;
    let (name, rows) = (indicator.name.clone(), sent.count() + 1);
    let problem = JudgementProblem::WordsOnly { indicator: name, rows };
    Some(Diagnostic::at(problem, place).by_rule(&indicator.rule))
}

/// A waiver that a failure can't rest on any more.
pub(super) fn waiver_expired(judge: &Judge<'_>, region: &Region, waiver: &Waiver) -> Diagnostic {
    let problem = JudgementProblem::WaiverExpired {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year: judge.year,
        expires: waiver.expires,
    };
    let found = Diagnostic::at(problem, waiver.rule.clone()).by_rule(&judge.indicator.rule);
    found.about(subject(judge, Some(region)))
}

/// A city's own row that is not what its counties add up to, and how that stands.
pub(super) fn city_disagrees(
    judge: &Judge<'_>,
    city: &Region,
    (own, sent_in): (Entry, &Submission),
    sum: &Figure,
) -> Option<(AuditStatus, Diagnostic)> {
    let problem = audit::disagreement(judge.indicator, judge.year, city, own, sum)?;
    let remark = sent_in.remark(own.line());
    let status = audit::status(judge.levels.of(problem.audit()), remark)?;
    let finding = AuditFinding { problem, status: status.clone() };
    let rule = &judge.indicator.rule;
    let place = sent_in.place(own.line()).unwrap_or_else(|| rule.clone());
    let found = Diagnostic::at(finding, place).by_rule(rule);
    Some((status, found.about(subject(judge, Some(city)))))
}

/// A rounded value beside its counts that would turn the verdict.
pub(super) fn rounding_turns(
    judge: &Judge<'_>,
    region: &Region,
    entry: Entry,
    exact: &Rational,
    sent: Decimal,
    demand: &Demand,
) -> Diagnostic {
    let requirement = demand.requirement.iter().flat_map(|r| r.condition.bounds());
    let bounds: Vec<&Rational> = demand.target.bounds().chain(requirement).collect();
    let (written, _) = shown::beside(exact, u32::from(sent.scale()), &bounds);
    let problem = JudgementProblem::RoundingTurns {
        indicator: judge.indicator.name.clone(),
        region: region.name.clone(),
        year: judge.year,
        sent: sent.to_string(),
        exact: written.text,
    };
    at(judge, region, entry, problem)
}
