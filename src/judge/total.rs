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
    /// The total that was sent is not what the years add up to.
    Disagrees { sent: Decimal, computed: Decimal },
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
            let figure = if year == self.year {
                Some(figure)
            } else {
                self.years.figure(year, self.series, region).map(|entry| entry.figure())
            };
            match figure {
                Some(Figure { total: Some(total), .. }) if year < self.year => {
                    sum = [total].into_iter().collect();
                    gap.clear();
                }
                Some(Figure { value: Some(value), .. }) => sum.add(value),
                Some(Figure { value: None, .. }) | None => gap.push(year),
            }
        }
        if !gap.is_empty() {
            return figure.total.map_or(Total::Gap(gap), known);
        }
        match (figure.total, sum.decimal()) {
            (Some(sent), Some(computed)) if sent.is_above(computed) || computed.is_above(sent) => {
                Total::Disagrees { sent, computed }
            }
            (Some(sent), _) => known(sent),
            (None, Some(computed)) => known(computed),
            (None, None) => Total::TooLarge,
        }
    }
}

fn with_total(entry: Entry, figure: Figure, total: Decimal) -> Entry {
    Entry::new(Sent::Figure, &Figure { total: Some(total), ..figure }, entry.line())
}
