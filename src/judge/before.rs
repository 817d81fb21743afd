//! Years that are not judged: those before the plan's first, wherever they stand, and those
//! of the history.

use super::column::Judge;
use crate::plan::Plan;
use crate::report::Column as Judged;
use crate::submission::Submission;
use crate::term::{Entry, RegionId, Sent, Year};

/// More regions than this are nowhere drawn year by year.
const MOST_REGIONS: usize = 64;

/// The years of the history from the earliest baseline's on that are before the last one judged, and
/// not judged themselves.
pub(super) fn past(plan: &Plan, read: &[Year], history: &Submission) -> Vec<Year> {
    let last = read.last().copied().unwrap_or_default();
    let years = super::earliest_year(plan)..last;
    let is_past = |year: &Year| years.contains(year) && !read.contains(year);
    let is_drawn = plan.regions.len() <= MOST_REGIONS;
    history.years().filter(|year| is_drawn && is_past(year)).collect()
}

impl<'j> Judge<'j> {
    /// The values of a year of the history.
    pub(super) fn past(&self) -> Judged {
        if self.year < self.plan.head.first_year {
            return self.before();
        }
        let column = self.years.history.column(self.year, self.series.index());
        self.run(column.cloned().unwrap_or_default()).column
    }

    /// The values of a year before the plan's first, which has no verdicts.
    pub(super) fn before(&self) -> Judged {
        let of = |sent: &'j Submission| sent.column(self.year, self.series.index());
        let column = of(self.years.submission).or_else(|| of(self.years.history));
        // What was done before the plan began is no part of its sums.
        let column = column.filter(|_| !self.indicator.target.adds_up());
        let mut entries = column.cloned().unwrap_or_default().into_entries(self.plan.regions.len());
        let sums = self.plan.tree.sums(self.indicator.level).iter();
        for id in sums.filter(|_| !self.indicator.target.adds_up()) {
            if let Some(figure) = self.rolled_in(self.year, *id) {
                entries.set(*id, Entry::new(Sent::Figure, &figure, 0));
            }
        }
        for (at, role) in self.roles.iter().enumerate() {
            if !self.indicator.scope.judges(*role) {
                entries.set(RegionId(at as u32), Entry::default());
            }
        }
        Judged::new(self.year, self.number, entries, self.indicator.measure.limits, None)
    }
}
