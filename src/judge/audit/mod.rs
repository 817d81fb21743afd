//! 数据审核: figures that read well, and can't be right or must be explained.
//!
//! Audits look at what was sent before it is judged: a cell by itself, beside the year
//! before, or beside the region's other rows. Each is a file of its own. What one does
//! when it finds something is the plan's to say, and the command line's. A hard finding
//! makes the row invalid, so that roll-ups see it as such; a soft one changes nothing.

mod baseline;
mod change;
mod city;
mod denominators;
mod fraction;
mod growth;
mod magnitude;
mod round;
mod same;
mod scale;
mod subject;
mod sum;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use super::column::Judge;
use super::rounding::counts_whole;
use super::total::Total;
use super::years::Years;
use super::{Options, jobs};
use crate::diagnostic::{
    Audit, AuditFinding, AuditProblem, AuditStatus, Diagnostic, Findings, Level, Levels,
};
use crate::plan::{Indicator, Plan};
use crate::report::AuditTally;
use crate::source::Place;
use crate::submission::{Column, Submission};
use crate::term::{Entry, RegionId, Sent, SeriesId, Year};
use magnitude::Usual;
use subject::{Before, Cell, Subject};

pub(super) use city::disagreement;

/// What each audit does: as the command line says, else as the plan does.
pub(super) fn levels(plan: &Plan, options: &Options) -> Levels {
    let mut levels = plan.audit.levels.clone();
    for (audit, level) in &options.audits {
        levels.set(*audit, *level);
    }
    levels
}

/// How a finding stands: a row with a remark is explained. None if it is allowed.
pub(super) fn status(level: Level, remark: Option<&str>) -> Option<AuditStatus> {
    match (level, remark) {
        (Level::Deny, _) => Some(AuditStatus::Hard),
        (Level::Warn, None) => Some(AuditStatus::Open),
        (Level::Warn, Some(remark)) => Some(AuditStatus::Explained { remark: remark.into() }),
        (Level::Allow, _) => None,
    }
}

/// Where a row was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Submission,
    History,
}

/// A cell that can't be used after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spoilt {
    source: Source,
    year: Year,
    series: SeriesId,
    region: RegionId,
}

/// What audits found.
#[derive(Debug, Default)]
pub(super) struct Audits {
    hard: Findings,
    soft: Findings,
    tally: AuditTally,
    spoilt: Vec<Spoilt>,
}

impl Audits {
    fn absorb(&mut self, mut other: Self) {
        self.hard.absorb(other.hard);
        self.soft.absorb(other.soft);
        self.tally.absorb(other.tally);
        self.spoilt.append(&mut other.spoilt);
    }

    /// Marks what can't be used.
    fn spoil(&mut self, submission: &mut Submission, history: &mut Submission) {
        for Spoilt { source, year, series, region } in self.spoilt.drain(..) {
            let of = match source {
                Source::Submission => &mut *submission,
                Source::History => &mut *history,
            };
            of.spoil(year, series.index(), region);
        }
    }

    /// The findings, the hard ones first.
    fn finish(self) -> (Vec<Diagnostic>, AuditTally) {
        let mut found = self.hard.finish(None);
        found.extend(self.soft.finish(None));
        (found, self.tally)
    }
}

/// Audits the rows of the indicators that are judged, and of what they rest on: those under
/// check and those of the history alike. What can't be used is marked, year by year, so
/// that no row is held against one of the year before that is invalid itself.
pub(super) fn audit(
    plan: &Plan,
    (submission, history): (&mut Submission, &mut Submission),
    options: &Options,
    levels: &Levels,
    chosen: &[(SeriesId, &Indicator)],
    threads: NonZeroUsize,
) -> (Vec<Diagnostic>, AuditTally) {
    let series = subject::series(plan, chosen);
    let groups = denominators::groups(plan, chosen);
    let years: BTreeSet<Year> = submission.years().chain(history.years()).collect();
    let mut audits = Audits::default();
    for year in years {
        let auditor = Auditor { plan, submission, history, options, levels };
        let mut found = auditor.run(year, &series, &groups, threads);
        found.spoil(submission, history);
        audits.absorb(found);
    }
    audits.finish()
}

/// What is needed to audit.
pub(super) struct Auditor<'a> {
    pub(super) plan: &'a Plan,
    pub(super) submission: &'a Submission,
    pub(super) history: &'a Submission,
    pub(super) options: &'a Options,
    pub(super) levels: &'a Levels,
}

/// A pass over one or several columns.
enum Job<'g> {
    /// The rows of a series.
    Rows(Source, SeriesId),
    /// Series that count one and the same thing in their denominators.
    Group(Source, &'g [SeriesId]),
}

impl Auditor<'_> {
    fn run(
        &self,
        year: Year,
        series: &[SeriesId],
        groups: &[Vec<SeriesId>],
        threads: NonZeroUsize,
    ) -> Audits {
        let mut jobs = Vec::new();
        for source in [Source::Submission, Source::History] {
            jobs.extend(series.iter().map(|series| Job::Rows(source, *series)));
            jobs.extend(groups.iter().map(|group| Job::Group(source, group)));
        }
        let found = jobs::run(jobs, threads, self.plan.regions.len(), |job| {
            let mut audits = Audits::default();
            match job {
                Job::Rows(source, series) => self.rows((source, year, series), &mut audits),
                Job::Group(source, group) => {
                    denominators::audit(self, (source, year), group, &mut audits);
                }
            }
            audits
        });
        let mut audits = Audits::default();
        found.into_iter().for_each(|found| audits.absorb(found));
        audits
    }

    /// Every row of a series in a year, by itself and beside the year before.
    fn rows(&self, (source, year, series): (Source, Year, SeriesId), audits: &mut Audits) {
        let Some(column) = self.column(source, year, series).filter(|it| !it.is_empty()) else {
            return;
        };
        let Some(subject) = Subject::new(self.plan, series, year) else { return };
        let roles = self.plan.tree.roles(subject.level);
        let usual = Usual::of(roles, column);
        let [own, other] = [Source::Submission, Source::History]
            .map(|source| self.column(source, year.checked_sub(1)?, series));
        let stand_alone = own.is_none() && other.is_none();
        // Nearly all rows of a roster stand alone, and are passed over by a look.
        let is_passed = |entry: &Entry<i32>| stand_alone && are_usual(&subject, entry, &usual);
        column.sent_but(is_passed).for_each(|(region, entry)| {
            if entry.sent() != Sent::Figure
                || stand_alone && !may_be_found(&subject, entry, &usual)
                || subject.leaves_out(roles, region)
            {
                return;
            }
            let now = entry.figure();
            let before = |of: Option<&Column>| of.map(|column| column.get(region));
            let before = Before::of(before(own), Source::Submission)
                .or_else(|| Before::of(before(other), Source::History))
                .filter(|before| self.adds_up(before, &subject, (series, region)));
            let cell = Cell { plan: self.plan, subject: &subject, region, now, before };
            let at = Spoilt { source, year, series, region };
            self.cell(&cell, &usual, (at, entry), audits);
        });
    }

    /// Whether the total of the year before is what is known of its years; one that is not
    /// is invalid itself, and nothing is held against it.
    fn adds_up(
        &self,
        before: &Before,
        subject: &Subject<'_>,
        (series, region): (SeriesId, RegionId),
    ) -> bool {
        let indicator = self.plan.indicators.get(series.index());
        let (Some(indicator), Some(year)) = (indicator, subject.year.checked_sub(1)) else {
            return true;
        };
        if !subject.adds_up || before.figure.total.is_none() || year < self.plan.head.first_year {
            return true;
        }
        let years = &Years { submission: self.submission, history: self.history };
        let (plan, options, levels) = (self.plan, self.options, self.levels);
        let (roles, counts_whole, number) = (plan.roles(indicator), counts_whole(indicator), 0);
        let judge = Judge {
            plan,
            years,
            options,
            levels,
            series,
            indicator,
            roles,
            counts_whole,
            number,
            year,
        };
        let entry = years.entry(year, series, region);
        !matches!(judge.total(year, region, entry), Total::Disagrees { .. } | Total::TooLarge)
    }

    /// The audits of one cell.
    fn cell(&self, cell: &Cell<'_>, usual: &Usual, row: (Spoilt, Entry), audits: &mut Audits) {
        let (subject, rule) = (cell.subject, cell.subject.rule);
        let mut finds = |audit, rule: &Place, find: &dyn Fn(&Cell<'_>) -> Option<AuditProblem>| {
            let is_on = self.levels.of(audit) != Level::Allow;
            let problem = if is_on { find(cell) } else { None };
            let is_found = problem.is_some();
            if let Some(problem) = problem {
                self.tell_of(cell, row, problem, rule, audits);
            }
            is_found
        };
        finds(Audit::FractionOfAPerson, rule, &fraction::find);
        finds(Audit::RoundFigures, rule, &round::find);
        finds(Audit::BaselineOfTheParent, rule, &baseline::find);
        if let Some(plausible) = &subject.growth {
            finds(Audit::ImplausibleGrowth, &plausible.rule.rule, &growth::find);
        }
        finds(Audit::SumFalls, rule, &sum::find);
        // A thousand times as much is told once, and is a change beyond any bound.
        let jumps = finds(Audit::JumpOfScale, rule, &scale::find)
            || (magnitude::may_be(subject, &cell.now, usual)
                && finds(Audit::OutOfScale, subject.planned(cell.region).rule, &|cell| {
                    magnitude::find(cell, *usual)
                }));
        if !jumps && let Some(bound) = change::bound(cell) {
            let find = |cell: &Cell<'_>| change::find(cell, bound);
            finds(Audit::ChangeSinceLastYear, &bound.rule, &find);
        }
        finds(Audit::SameAsLastYear, rule, &same::find);
    }

    /// A finding about one row, and where the row of the year before stands if it rests
    /// on that.
    fn tell_of(
        &self,
        cell: &Cell<'_>,
        (at, entry): (Spoilt, Entry),
        problem: AuditProblem,
        rule: &Place,
        audits: &mut Audits,
    ) {
        let before = cell.before.as_ref().filter(|_| looks_back(problem.audit()));
        let related = before.and_then(|before| self.place(before.source, before.line));
        self.tell(audits, problem, &[at], &[entry.line()], related, rule);
    }

    /// What was sent for a series in a year.
    fn column(&self, source: Source, year: Year, series: SeriesId) -> Option<&Column> {
        self.of(source).column(year, series.index())
    }

    fn of(&self, source: Source) -> &Submission {
        match source {
            Source::Submission => self.submission,
            Source::History => self.history,
        }
    }

    fn place(&self, source: Source, line: u32) -> Option<Place> {
        self.of(source).place(line)
    }

    /// Puts a finding about cells of one region where it belongs, if it is wanted. The
    /// first of their lines is where it stands; a remark on any of them explains it.
    fn tell(
        &self,
        audits: &mut Audits,
        problem: AuditProblem,
        cells: &[Spoilt],
        lines: &[u32],
        related: Option<Place>,
        rule: &Place,
    ) {
        let (Some(first), Some(line)) = (cells.first(), lines.first()) else { return };
        let of = self.of(first.source);
        let remark = lines.iter().find_map(|line| of.remark(*line));
        let Some(status) = status(self.levels.of(problem.audit()), remark) else { return };
        let is_hard = status == AuditStatus::Hard;
        audits.tally.add(&status);
        let place = of.place(*line).unwrap_or_else(|| rule.clone());
        let mut series: Vec<SeriesId> = cells.iter().map(|cell| cell.series).collect();
        series.sort_unstable();
        series.dedup();
        let subject = self.plan.subject(Some(first.region), series, Some(first.year));
        let found = Diagnostic::at(AuditFinding { problem, status }, place).by_rule(rule);
        let mut found = found.about(subject);
        found.related.extend(related);
        if is_hard {
            audits.hard.push(found);
            audits.spoilt.extend(cells);
        } else {
            audits.soft.push(found);
        }
    }
}

/// Whether they are whole counts of a part of a whole, as nearly all are, of which no audit
/// finds anything in them by themselves: these can only be round or out of scale.
#[inline]
fn are_usual<N: Copy + Into<i64>>(subject: &Subject<'_>, entry: &Entry<N>, usual: &Usual) -> bool {
    let is_usual = |counts| !usual.is_far(counts) && !round::may_be_of(subject, counts);
    subject.is_by_counts && entry.whole_counts().is_some_and(is_usual)
}

/// Whether any audit may find something in figures by themselves.
fn may_be_found(subject: &Subject<'_>, entry: Entry, usual: &Usual) -> bool {
    if are_usual(subject, &entry, usual) {
        return false;
    }
    let now = &entry.figure();
    fraction::may_have(subject, now)
        || round::may_be(subject, now)
        || baseline::may_be(subject, now)
        || growth::may_be(subject, now)
        || magnitude::may_be(subject, now, usual)
}

/// Whether what an audit finds rests on the year before.
fn looks_back(audit: Audit) -> bool {
    match audit {
        Audit::SumFalls
        | Audit::ChangeSinceLastYear
        | Audit::SameAsLastYear
        | Audit::JumpOfScale => true,
        Audit::FractionOfAPerson
        | Audit::CityDisagrees
        | Audit::BaselineOfTheParent
        | Audit::DenominatorsDiffer
        | Audit::RoundFigures
        | Audit::ImplausibleGrowth
        | Audit::OutOfScale => false,
    }
}
