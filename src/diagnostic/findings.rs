//! Collecting findings without unbounded memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Diagnostic, More, Problem, Severity, Subject};
use crate::source::Place;

/// How many findings of one file, or of one run of judging, are kept.
const KEPT: usize = 1000;
/// Of how many subjects those that are not kept are counted apart.
const APART: usize = 1000;

/// Findings, of which the first by line are kept and the rest counted.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Diagnostic>,
    /// How many are not kept, by what they are about, their code and their weight.
    unkept: BTreeMap<(Subject, &'static str, Severity), u64>,
    /// The same of those whose subjects are too many.
    others: BTreeMap<(&'static str, Severity), u64>,
    seen: u64,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.seen += 1;
        self.kept.push(diagnostic);
        self.trim();
    }

    /// How many there were.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Adds several.
    pub fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        found.into_iter().for_each(|found| self.push(found));
    }

    /// Adds all of another collection.
    pub fn absorb(&mut self, other: Self) {
        self.seen += other.seen;
        for ((subject, code, severity), count) in other.unkept {
            self.count((code, severity), subject, count);
        }
        for (of, count) in other.others {
            *self.others.entry(of).or_default() += count;
        }
        self.kept.extend(other.kept);
        self.trim();
    }

    /// Blocks are read in any order, so which are the first is known by line only.
    fn trim(&mut self) {
        if self.kept.len() >= 2 * KEPT {
            self.cut();
        }
    }

    /// Keeps the first by line, and counts the others.
    fn cut(&mut self) {
        self.kept.sort_by_key(|fault| fault.place.as_ref().and_then(Place::line_number));
        let rest = self.kept.split_off(self.kept.len().min(KEPT));
        rest.into_iter().for_each(|found| self.leave(found));
    }

    /// Counts one that is not kept.
    fn leave(&mut self, found: Diagnostic) {
        let of = (found.code(), found.severity());
        if let Problem::More(more) = found.problem {
            let counts = more.counts.into_iter();
            counts.for_each(|(subject, count)| self.count(of, subject, count));
        } else {
            let subject = found.subject.map_or_else(Subject::default, |subject| *subject);
            self.count(of, Subject { year: None, ..subject }, 1);
        }
    }

    /// Counts what is not kept. Of too many subjects the first are told apart, in whatever order
    /// they come.
    fn count(&mut self, (code, severity): (&'static str, Severity), subject: Subject, count: u64) {
        if subject == Subject::default() {
            *self.others.entry((code, severity)).or_default() += count;
            return;
        }
        *self.unkept.entry((subject, code, severity)).or_default() += count;
        if self.unkept.len() > APART
            && let Some(((_, code, severity), count)) = self.unkept.pop_last()
        {
            *self.others.entry((code, severity)).or_default() += count;
        }
    }

    /// The findings by line, and one of each code that counts those that were not kept.
    pub fn finish(mut self, file: Option<&Arc<str>>) -> Vec<Diagnostic> {
        self.cut();
        let others = self.others.into_iter().map(|(of, count)| (of, Subject::default(), count));
        let apart = self.unkept.into_iter();
        let apart =
            apart.map(|((subject, code, severity), count)| ((code, severity), subject, count));
        let mut unkept: BTreeMap<_, BTreeMap<Subject, u64>> = BTreeMap::new();
        for (of, subject, count) in others.chain(apart) {
            unkept.entry(of).or_default().insert(subject, count);
        }
        for ((code, severity), counts) in unkept {
            let problem = Problem::More(More { code, severity, counts });
            self.kept.push(match file {
                Some(file) => Diagnostic::at(problem, Place::file(file)),
                None => Diagnostic::whole(problem),
            });
        }
        self.kept
    }
}

/// The first so many findings of a whole run as they are, and the others counted by code.
pub fn bounded(mut found: Vec<Diagnostic>, most: usize) -> Vec<Diagnostic> {
    let mut counted = Findings::default();
    if found.len() > most {
        found.drain(most..).for_each(|found| counted.leave(found));
    }
    found.append(&mut counted.finish(None));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{JudgementProblem, SubmissionProblem};

    fn of(problem: impl Into<Problem>, year: u16, line: u64) -> Diagnostic {
        let place = Place::line(&"2023.csv".into(), line, "", 0..0);
        Diagnostic::at(problem, place).about(Subject { year: Some(year), ..Subject::default() })
    }

    /// Codes, weights and numbers, of those that are listed and of those that are counted.
    fn counts(found: &[Diagnostic]) -> Vec<(&'static str, Severity, u64)> {
        let mut counts: BTreeMap<(&'static str, Severity), u64> = BTreeMap::new();
        for found in found {
            *counts.entry((found.code(), found.severity())).or_default() += found.count();
        }
        counts.into_iter().map(|((code, severity), count)| (code, severity, count)).collect()
    }

    #[test]
    fn counts_by_code_are_right_however_many_there_are() {
        for errors in [0, 3, 999, 1000, 1001, 5000] {
            for notes in [0, 1, 2500] {
                let mut found = Findings::default();
                let mut other = Findings::default();
                let target = 2025;
                for line in 0..errors {
                    found.push(of(SubmissionProblem::NoYear, 2023, line));
                }
                for line in 0..notes {
                    let problem = JudgementProblem::YearAfterPlan { year: 2026, target };
                    other.push(of(problem, 2026, line));
                }
                found.absorb(other);
                let mut expected = vec![
                    ("judgement/year-after-plan", Severity::Warning, notes),
                    ("submission/no-year", Severity::Error, errors),
                ];
                expected.retain(|(.., count)| *count > 0);
                let found = found.finish(None);
                assert_eq!(counts(&found), expected);
                assert!(found.len() <= KEPT + 2, "{}", found.len());
            }
        }
    }

    #[test]
    fn the_first_by_line_are_kept_in_whatever_order_they_come() {
        let mut found = Findings::default();
        (0..3000u64).rev().for_each(|line| found.push(of(SubmissionProblem::NoYear, 2023, line)));
        let lines: Vec<_> =
            found.finish(None).iter().filter_map(|it| it.place.as_ref()?.line_number()).collect();
        assert_eq!(lines, (0..1000).collect::<Vec<u64>>());
    }

    #[test]
    fn of_so_many_subjects_and_no_more_the_rest_is_counted_apart() {
        let told =
            [1, 3, 7, 9_999].map(|step| of_subjects((0..10_000).map(|at| at * step % 10_000)));
        for more in &told {
            assert_eq!((more.count(), more.counts.len()), (9000, APART + 1));
            assert_eq!(more.counts.get(&Subject::default()), Some(&8000));
            assert_eq!(more.counts, told[0].counts, "in whatever order they come");
            let last = more.counts.keys().next_back().and_then(|subject| subject.series.first());
            assert!(last.is_some_and(|last| *last.id < *"2"), "the first of them: {last:?}");
        }
    }

    /// What is not told one by one of findings on these lines, each about something else.
    fn of_subjects(lines: impl Iterator<Item = u64>) -> More {
        let mut found = Findings::default();
        for at in lines {
            let series = crate::diagnostic::SeriesName {
                id: at.to_string(),
                name: crate::term::Named::default(),
            };
            let subject = Subject { series: vec![series], ..Subject::default() };
            let place = Place::line(&"2023.csv".into(), at, "", 0..0);
            found.push(Diagnostic::at(SubmissionProblem::NoYear, place).about(subject));
        }
        let found = found.finish(None);
        match found.into_iter().next_back().map(|found| found.problem) {
            Some(Problem::More(more)) => more,
            other => panic!("{other:?}"),
        }
    }
}
