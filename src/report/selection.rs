//! What a run is about: the one rule by which verdicts and findings are taken or left out.

use std::collections::BTreeSet;

use super::{AuditTally, Overview, Reasons, Report, Tally};
use crate::diagnostic::{
    Diagnostic, JudgementProblem, More, Outside, Problem, SeriesName, Subject,
};
use crate::term::{Attribute, Level, Outcome, Region, RegionName};

/// The regions, indicators and attributes that were asked for; what was not asked for by
/// one of these is all there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The regions that were named.
    pub regions: Vec<RegionName>,
    /// The levels that were named; regions that were named beside are then those around.
    pub levels: Vec<Level>,
    /// The indicators that were named.
    pub indicators: Vec<SeriesName>,
    /// The attributes that were named.
    pub attributes: Vec<Attribute>,
    keys: BTreeSet<String>,
    /// The ids of the indicators of which verdicts are taken, and of those the series on
    /// which these rest.
    taken: BTreeSet<String>,
    rested_on: BTreeSet<String>,
}

impl Selection {
    /// The same, of the regions of these levels alone; all of them, or those with these keys.
    #[must_use]
    pub fn of_levels(mut self, levels: Vec<Level>, keys: BTreeSet<String>) -> Self {
        if !levels.is_empty() {
            (self.levels, self.keys) = (levels, keys);
        }
        self
    }

    /// What was named, the ids of the indicators that were asked for by it, and those of
    /// the series on which their verdicts rest.
    pub fn new(
        regions: Vec<RegionName>,
        indicators: Vec<SeriesName>,
        attributes: Vec<Attribute>,
        taken: BTreeSet<String>,
        rested_on: BTreeSet<String>,
    ) -> Self {
        let keys = regions.iter().map(|region| region.key().to_owned()).collect();
        Self { regions, levels: Vec::new(), indicators, attributes, keys, taken, rested_on }
    }

    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.regions.is_empty() && self.levels.is_empty() && !self.has_indicators()
    }

    fn has_indicators(&self) -> bool {
        !self.indicators.is_empty() || !self.attributes.is_empty()
    }

    /// Whether verdicts on a region are taken, by its key and level.
    pub fn takes_region(&self, key: &str, level: Level) -> bool {
        (self.levels.is_empty() || self.levels.contains(&level))
            && (self.regions.is_empty() || self.keys.contains(key))
    }

    /// Whether verdicts on an indicator are taken, by its id.
    pub fn takes_indicator(&self, id: &str) -> bool {
        !self.has_indicators() || self.taken.contains(id)
    }

    /// Whether a finding is taken. What can't be told stays in.
    pub fn takes(&self, subject: Option<&Subject>) -> bool {
        let Some(subject) = subject else { return true };
        subject.region.as_ref().is_none_or(|region| self.takes_region(region.key(), region.level))
            && (subject.series.is_empty() || subject.series.iter().any(|it| self.takes_series(it)))
    }

    fn takes_series(&self, series: &SeriesName) -> bool {
        self.takes_indicator(&series.id) || self.rested_on.contains(&series.id)
    }

    /// The findings that are taken; of the others they are counted.
    pub fn narrowed(&self, found: Vec<Diagnostic>, outside: &mut Outside) -> Vec<Diagnostic> {
        if self.is_all() {
            return found;
        }
        found.into_iter().filter_map(|found| self.part(found, outside)).collect()
    }

    /// What of a finding is taken: some speak of several regions or indicators.
    fn part(&self, mut found: Diagnostic, outside: &mut Outside) -> Option<Diagnostic> {
        use JudgementProblem as J;
        if !self.takes(found.subject.as_deref()) {
            outside.count(found.severity(), found.count());
            return None;
        }
        let is_left = match &mut found.problem {
            Problem::More(More { severity, counts, .. }) => {
                counts.retain(|subject, count| {
                    let is_taken = self.takes(Some(subject));
                    outside.count(*severity, if is_taken { 0 } else { *count });
                    is_taken
                });
                !counts.is_empty()
            }
            Problem::Judgement(J::Slides { slides, .. }) => {
                slides.retain(|it| self.takes_both(&it.region, &it.indicator));
                !slides.is_empty()
            }
            Problem::Judgement(J::ThinHeadroom { thin, .. }) => {
                thin.retain(|it| self.takes_both(&it.region, &it.indicator));
                !thin.is_empty()
            }
            Problem::Judgement(J::GrowthIndexed { regions, .. }) => {
                regions.retain(|region| self.takes_region(region.key(), region.level));
                !regions.is_empty()
            }
            Problem::Judgement(J::NoRollUp { indicators, .. }) => {
                indicators.retain(|series| self.takes_series(series));
                !indicators.is_empty()
            }
            Problem::Judgement(_)
            | Problem::Rest(_)
            | Problem::Key(_)
            | Problem::Target(_)
            | Problem::Applies(_)
            | Problem::Plan(_)
            | Problem::Division(_)
            | Problem::Lint(_)
            | Problem::Submission(_)
            | Problem::Input(_)
            | Problem::Output(_)
            | Problem::Comparison(_)
            | Problem::Audit(_) => true,
        };
        if let Problem::Judgement(J::NoRollUp { indicators, .. }) = &found.problem
            && let Some(subject) = &mut found.subject
        {
            subject.series.clone_from(indicators);
        }
        is_left.then_some(found)
    }

    fn takes_both(&self, region: &RegionName, series: &SeriesName) -> bool {
        self.takes_region(region.key(), region.level) && self.takes_series(series)
    }
}

impl Report {
    /// The run narrowed to what was asked for; how it ends follows from that.
    #[must_use]
    pub(crate) fn about(mut self, selection: Selection) -> Self {
        let mut outside = Outside::default();
        self.points = self.count_points();
        if !selection.is_all() {
            self.leave_out(&selection, &mut outside);
        }
        self.diagnostics = selection.narrowed(self.diagnostics, &mut outside);
        self.tally = Tally::default();
        for column in &self.columns {
            self.tally.add(self.indicators[column.indicator()].attribute, column);
        }
        self.overviews = Overview::all(&self.columns, &self.indicators, &self.regions);
        if self.tally.total() == 0 {
            self.diagnostics.push(Diagnostic::whole(JudgementProblem::NothingJudged));
        }
        if !outside.is_empty() {
            self.diagnostics.push(Diagnostic::whole(JudgementProblem::Outside { outside }));
        }
        self.audits = AuditTally::of(&self.diagnostics);
        self.exit = self.tally.exit(self.fail_on, &self.diagnostics);
        self.selection = selection;
        self.reasons = Reasons::of(&self);
        self
    }

    /// Takes the verdicts out that were not asked for.
    fn leave_out(&mut self, selection: &Selection, outside: &mut Outside) {
        let takes = |region: &Region| selection.takes_region(region.key(), region.level);
        let takes: Vec<bool> = self.regions.iter().map(takes).collect();
        let mut places = Vec::new();
        let mut kept = 0;
        for indicator in &self.indicators {
            let is_taken = selection.takes_indicator(&indicator.id);
            places.push(is_taken.then_some(kept));
            kept += usize::from(is_taken);
        }
        self.columns.retain_mut(|column| {
            let place = places[column.indicator()];
            let out = column.narrow(place, |region| takes[region.index()]);
            for outcome in Outcome::ALL {
                outside.count_verdicts(outcome.standing(), out[outcome as usize]);
            }
            place.is_some()
        });
        self.points.retain(|of| takes[of.region.index()]);
        // They have no verdicts to count.
        for columns in [&mut self.before, &mut self.past] {
            columns.retain_mut(|column| {
                let place = places[column.indicator()];
                column.narrow(place, |region| takes[region.index()]);
                place.is_some()
            });
        }
        self.indicators.retain(|indicator| selection.takes_indicator(&indicator.id));
    }
}
