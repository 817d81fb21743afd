//! Years before the plan's first: history, wherever they stand.

use super::column::Judge;
use crate::report::Column as Judged;
use crate::term::{Entry, Sent};

impl Judge<'_> {
    /// The values of a year before the plan's first, which has no verdicts.
    pub(super) fn before(&self) -> Judged {
        let column = self.years.submission.column(self.year, self.series.index());
        // What was done before the plan began is no part of its sums.
        let column = column.filter(|_| !self.indicator.target.adds_up());
        let mut entries = column.cloned().unwrap_or_default().into_entries(self.plan.regions.len());
        if let Some(city) = self.plan.city
            && !self.indicator.target.adds_up()
            && let Some(figure) = self.rolled_in(self.year)
        {
            entries[city.index()] = Entry::new(Sent::Figure, &figure, 0);
        }
        for (at, region) in self.plan.regions.iter().enumerate() {
            if !self.indicator.scope.judges(region.level) {
                entries[at] = Entry::default();
            }
        }
        Judged::new(self.year, self.number, entries, self.indicator.measure.limits, None)
    }
}
