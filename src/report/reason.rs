//! Why a verdict that is due could not be reached: 无效 and 缺报, each with its finding or
//! with what was not sent.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Report, Row};
use crate::diagnostic::{Diagnostic, JudgementProblem, Problem, Severity, Subject};
use crate::term::{Outcome, RegionId, Standing, Year};

/// Why there is no verdict.
#[derive(Debug, Clone, Copy)]
pub enum Reason<'r> {
    /// What is wrong with its figure, or with what it would follow from.
    Found(&'r Diagnostic),
    /// It was not read; it may be in what can't be told to be somebody's, of which this is
    /// the first.
    Perhaps(&'r Diagnostic),
    /// What was sent is a mark for no value.
    Marked(&'static str),
    /// Its cells are blank.
    Blank,
    /// Nothing of the region was read in that year.
    Silent,
    /// Nothing was read for it, though the region sent others.
    Unsent,
}

impl Reason<'_> {
    /// The stable word for it: the code of the finding, if there is one.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Found(found) => found.code(),
            Self::Perhaps(_) => "unread",
            Self::Marked(_) => "marked",
            Self::Blank => "blank",
            Self::Silent => "nothing-sent",
            Self::Unsent => "not-sent",
        }
    }
}

/// Whose figure of what and when, as far as that is known.
type About = (Option<RegionId>, Option<usize>, Option<Year>);

/// The first finding that keeps a figure from being judged, by what it is about.
#[derive(Debug, Default)]
pub struct Reasons {
    by_subject: BTreeMap<About, usize>,
    /// By the file, those that are about nobody: of a whole table.
    by_file: BTreeMap<Arc<str>, usize>,
}

impl Reasons {
    /// Those among the findings of a report.
    pub(super) fn of(report: &Report) -> Self {
        let found = || report.diagnostics.iter().enumerate().filter(|(_, found)| blocks(found));
        let wanted: BTreeSet<&str> = found()
            .flat_map(|(_, found)| subjects(found))
            .filter_map(|subject| Some(subject.region.as_ref()?.key()))
            .collect();
        let ids = (0..).map(RegionId).zip(report.regions.iter());
        let regions: BTreeMap<&str, RegionId> = match wanted.is_empty() {
            true => BTreeMap::new(),
            false => ids
                .map(|(id, region)| (region.key(), id))
                .filter(|(key, _)| wanted.contains(key))
                .collect(),
        };
        let (mut own, mut held) =
            (BTreeMap::<_, Vec<usize>>::new(), BTreeMap::<_, Vec<usize>>::new());
        for (at, indicator) in report.indicators.iter().enumerate() {
            own.entry(&*indicator.name).or_default().push(at);
            if let Some(relation) = indicator.target.relation() {
                held.entry(&*relation.name).or_default().push(at);
            }
        }
        let (mut first, mut by_file) = (BTreeMap::new(), BTreeMap::new());
        // What is wrong with a figure goes before what is wrong with its reference.
        for (at, found, indicators) in
            [own, held].iter().flat_map(|them| found().map(move |(at, found)| (at, found, them)))
        {
            if found.subject.is_none() && !matches!(found.problem, Problem::More(_)) {
                first.entry((None, None, None)).or_insert(at);
                if let Some(place) = &found.place {
                    by_file.entry(Arc::clone(&place.file)).or_insert(at);
                }
            }
            for subject in subjects(found) {
                let region = subject.region.as_ref().map(|region| regions.get(region.key()));
                // What is outside of the report is the reason of nothing.
                let Some(region) = region.map_or(Some(None), |id| id.copied().map(Some)) else {
                    continue;
                };
                if subject.series.is_empty() {
                    first.entry((region, None, subject.year)).or_insert(at);
                }
                for indicator in
                    subject.series.iter().filter_map(|it| indicators.get(&*it.name)).flatten()
                {
                    first.entry((region, Some(*indicator), subject.year)).or_insert(at);
                }
            }
        }
        Self { by_subject: first, by_file }
    }

    fn first(&self, region: Option<RegionId>, series: Option<usize>, year: Year) -> Option<usize> {
        let of = |year| self.by_subject.get(&(region, series, year)).copied();
        of(Some(year)).or_else(|| of(None))
    }
}

/// What a finding is about; one that counts others is about many.
fn subjects(found: &Diagnostic) -> impl Iterator<Item = &Subject> {
    let more = if let Problem::More(more) = &found.problem { Some(more) } else { None };
    let counted = more.map(|more| more.counts.keys());
    found.subject.as_deref().into_iter().chain(counted.into_iter().flatten())
}

/// Whether it keeps a figure from being judged.
fn blocks(found: &Diagnostic) -> bool {
    let is_no_roll_up =
        matches!(found.problem, Problem::Judgement(JudgementProblem::NoRollUp { .. }));
    is_no_roll_up || found.severity() == Severity::Error && found.place.is_some()
}

impl<'r> Row<'r> {
    /// Why it could not be judged though it is due; none of what was judged.
    pub fn reason(&self) -> Option<Reason<'r>> {
        if self.outcome().standing() != Standing::Incomplete {
            return None;
        }
        let (report, region) = (self.report(), Some(self.region_id()));
        let (series, year) = (Some(self.column_indicator()), self.year());
        let first =
            |region, series| report.diagnostics.get(report.reasons.first(region, series, year)?);
        if let Some(found) = first(region, series) {
            return Some(Reason::Found(found));
        }
        if self.outcome() == Outcome::Missing
            && let Some(mark) = self.mark()
        {
            return Some(Reason::Marked(mark));
        }
        if let Some((input, _)) = self.location() {
            // What is no value has a finding of its own; else what is said of its table is why.
            let of_table = report.reasons.by_file.get(&*input.name);
            let of_table = of_table.filter(|_| self.outcome() == Outcome::Invalid);
            let found = of_table.and_then(|at| report.diagnostics.get(*at));
            return Some(found.map_or(Reason::Blank, Reason::Found));
        }
        let perhaps = [(region, None), (None, series), (None, None)];
        if let Some(found) = perhaps.into_iter().find_map(|(region, series)| first(region, series))
        {
            return Some(Reason::Perhaps(found));
        }
        let heard = report.heard.get(&year).and_then(|heard| heard.get(self.region_id().index()));
        Some(if heard == Some(&false) { Reason::Silent } else { Reason::Unsent })
    }
}
