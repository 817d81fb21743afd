//! What other years hold, from the history and from the submission itself.

use crate::submission::Submission;
use crate::term::{Entry, RegionId, Sent, SeriesId, Year};

/// The years before the one that is judged, and beside it.
pub(super) struct Years<'s> {
    pub(super) submission: &'s Submission,
    pub(super) history: &'s Submission,
}

impl Years<'_> {
    /// What a region sent for a series in a year. The submission goes before the
    /// history: it is what is under check.
    pub(super) fn entry(&self, year: Year, series: SeriesId, region: RegionId) -> Entry {
        self.sent(year, series, region).map(|(entry, _)| entry).unwrap_or_default()
    }

    /// The same, and where it was sent; none if nothing was.
    pub(super) fn sent(
        &self,
        year: Year,
        series: SeriesId,
        region: RegionId,
    ) -> Option<(Entry, &Submission)> {
        [self.submission, self.history].into_iter().find_map(|from| {
            let entry = from.column(year, series.index())?.get(region);
            (entry.sent() != Sent::Nothing).then_some((entry, from))
        })
    }

    /// The same, if it can be used.
    pub(super) fn figure(&self, year: Year, series: SeriesId, region: RegionId) -> Option<Entry> {
        let entry = self.entry(year, series, region);
        (entry.sent() == Sent::Figure).then_some(entry)
    }

    /// Whether the submission itself has something for a region.
    pub(super) fn is_submitted(&self, year: Year, series: SeriesId, region: RegionId) -> bool {
        let column = self.submission.column(year, series.index());
        column.is_some_and(|column| column.get(region).sent() != Sent::Nothing)
    }

    /// Whether anything was sent for a series in a year.
    pub(super) fn has(&self, year: Year, series: SeriesId) -> bool {
        let of = |from: &Submission| {
            let column = from.column(year, series.index());
            column.is_some_and(|column| !column.is_empty())
        };
        of(self.submission) || of(self.history)
    }
}
