//! 累计: what a region's years add up to.

use super::column::Judge;
use crate::exact::{Decimal, Figure, Sum};
use crate::term::{Entry, RegionId, Sent, Year};

/// The sum over the years of the plan, as far as it is known.
pub(super) enum Total {
    /// The entry with its total.
    Known(Entry),
    /// Years that have no value, none of them read as 0.
    Gap(Vec<Year>),
    /// The total that was sent for a year is not what is known of its years.
    Disagrees { year: Year, sent: Decimal, known: Decimal, is_partial: bool },
    /// More digits than a number may have.
    TooLarge,
}

impl Judge<'_> {
    /// The total of a region that sent a figure for the year.
    ///
    /// A total that was sent serves where years are not on hand, this year's as well as
    /// an earlier year's.
    pub(super) fn total(&self, region: RegionId, entry: Entry) -> Total {
        let figure = entry.figure();
        let first = self.plan.head.first_year;
        let known = |total| Total::Known(with_total(entry, figure, total));
        if self.year < first {
            return known(Decimal::ZERO);
        }
        let mut sum = Sum::default();
        let mut gap = Vec::new();
        for year in first..=self.year {
            let entry =
                if year == self.year { entry } else { self.years.entry(year, self.series, region) };
            let Figure { value, total, .. } = match entry.sent() {
                Sent::Figure => entry.figure(),
                // What does not apply adds nothing, as a county does not to a roll-up.
                Sent::NotApplicable => continue,
                Sent::Nothing | Sent::Missing | Sent::Invalid => {
                    gap.push(year);
                    continue;
                }
            };
            match value {
                Some(value) => sum.add(value),
                None => gap.push(year),
            }
            let Some(sent) = total else { continue };
            let Some(known) = sum.decimal() else { return Total::TooLarge };
            // Where years are not on hand, what is known of them can't be more.
            let is_partial = !gap.is_empty();
            if known.is_above(sent) || (!is_partial && sent.is_above(known)) {
                return Total::Disagrees { year, sent, known, is_partial };
            }
            // From here on the total stands for all the years behind it.
            sum = [sent].into_iter().collect();
            gap.clear();
        }
        if !gap.is_empty() {
            return Total::Gap(gap);
        }
        sum.decimal().map_or(Total::TooLarge, known)
    }
}

fn with_total(entry: Entry, figure: Figure, total: Decimal) -> Entry {
    Entry::new(Sent::Figure, &Figure { total: Some(total), ..figure }, entry.line())
}
