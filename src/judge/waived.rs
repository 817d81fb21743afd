//! 豁免: which failures are not counted.

use crate::plan::Waiver;
use crate::term::{Date, RegionId, SeriesId, Year};

/// The waiver of a cell, and its number; the one that holds longest, if there are
/// several.
pub(super) fn find(
    waivers: &[Waiver],
    series: SeriesId,
    region: RegionId,
    year: Year,
) -> Option<(usize, &Waiver)> {
    let of_cell = |waiver: &Waiver| {
        waiver.indicator == series && waiver.region == region && waiver.year == year
    };
    let found = waivers.iter().enumerate().filter(|(_, waiver)| of_cell(waiver));
    found.max_by_key(|(_, waiver)| waiver.expires)
}

/// Whether a waiver holds on a day; without one, at the end of the year it is for.
pub(super) fn is_in_force(waiver: &Waiver, as_of: Option<Date>, year: Year) -> bool {
    as_of.unwrap_or(Date::end_of_year(year)) <= waiver.expires
}
