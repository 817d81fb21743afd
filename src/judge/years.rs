//! What other years hold, from the history and from the submission itself.

use crate::submission::{Column, Submission};
use crate::term::{Entry, RegionId, Sent, SeriesId, Year};

/// The years before the one that is judged, and beside it.
pub(super) struct Years<'s> {
    pub(super) submission: &'s Submission,
    pub(super) history: &'s Submission,
}

impl<'s> Years<'s> {
    /// What was sent for a series in a year. The submission goes before the history:
    /// it is what is under check.
    pub(super) fn column(&self, year: Year, series: SeriesId) -> Option<&'s Column> {
        let of = |from: &'s Submission| {
            from.column(year, series.index()).filter(|column| !column.entries().is_empty())
        };
        of(self.submission).or_else(|| of(self.history))
    }

    /// What a region sent for a series in a year, if that can be used.
    pub(super) fn figure(&self, year: Year, series: SeriesId, region: RegionId) -> Option<Entry> {
        let entry = self.column(year, series)?.get(region);
        (entry.sent() == Sent::Figure).then_some(entry)
    }
}
