//! 累计: what a region's years add up to.

use super::column::Judge;
use crate::exact::{Decimal, Figure, Sum};
use crate::term::{Entry, Level, RegionId, Sent, Year};

/// The sum over the years of the plan, as far as it is known.
pub(super) enum Total {
    /// The sum.
    Known(Decimal),
    /// None of the years applies to the region.
    Nothing,
    /// Years that have no value, none of them read as 0.
    Gap(Vec<Year>),
    /// The total that was sent for a year is not what is known of its years.
    Disagrees { year: Year, sent: Decimal, known: Decimal, is_partial: bool },
    /// More digits than a number may have.
    TooLarge,
}

impl Judge<'_> {
    /// The total of a region by the end of a year for which it sent `entry`.
    ///
    /// A total that was sent serves where years are not on hand, this year's as well as
    /// an earlier year's. Where the city's own years are not on hand, those of its counties
    /// may be.
    pub(super) fn total(&self, last: Year, region: RegionId, entry: Entry) -> Total {
        match self.own_total(last, region, entry) {
            Total::Gap(gap) => {
                self.total_behind(&gap, last, region, entry).unwrap_or(Total::Gap(gap))
            }
            own => own,
        }
    }

    fn own_total(&self, last: Year, region: RegionId, entry: Entry) -> Total {
        let mut sum = Sum::default();
        let mut gap = Vec::new();
        let mut applies = false;
        for year in self.plan.head.first_year..=last {
            let Figure { value, total, .. } = match self.of_year(year, last, region, entry) {
                entry if entry.sent() == Sent::Figure => entry.figure(),
                // What does not apply adds nothing, and takes nothing away.
                entry if entry.sent() == Sent::NotApplicable => continue,
                _ => {
                    gap.push(year);
                    continue;
                }
            };
            applies = true;
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
        match (gap.is_empty(), applies) {
            (false, _) => Total::Gap(gap),
            (true, false) => Total::Nothing,
            (true, true) => sum.decimal().map_or(Total::TooLarge, Total::Known),
        }
    }

    /// The city's total where its own years have a gap: what its counties had added up to
    /// behind that, and its own years since.
    fn total_behind(
        &self,
        gap: &[Year],
        last: Year,
        region: RegionId,
        entry: Entry,
    ) -> Option<Total> {
        if self.plan.city != Some(region) || !self.is_rolled_up() {
            return None;
        }
        let known = (*gap.last()?..last).rev();
        let (since, before) = known
            .map(|year| (year, self.rolled_up(year)))
            .find_map(|(year, total)| Some((year, total?)))?;
        let mut sum: Sum = [before].into_iter().collect();
        for year in since.saturating_add(1)..=last {
            let own = self.of_year(year, last, region, entry);
            if own.sent() == Sent::Figure {
                sum.add(own.figure().value?);
            }
        }
        Some(sum.decimal().map_or(Total::TooLarge, Total::Known))
    }

    fn of_year(&self, year: Year, last: Year, region: RegionId, entry: Entry) -> Entry {
        if year == last { entry } else { self.years.entry(year, self.series, region) }
    }

    /// What the counties had added up to by the end of a year, if that is known.
    fn rolled_up(&self, year: Year) -> Option<Decimal> {
        let regions = self.plan.regions.iter().enumerate();
        let entries: Vec<Entry> = regions
            .map(|(at, region)| {
                let id = RegionId(at as u32);
                match region.level {
                    Level::County => {
                        self.summand(year, id, self.years.entry(year, self.series, id))
                    }
                    Level::City | Level::Area => Entry::default(),
                }
            })
            .collect();
        self.roll_up(year, &entries).ok().flatten()?.total
    }

    /// What a county is summed by: one to which the year does not apply keeps what it
    /// added before.
    pub(super) fn summand(&self, year: Year, region: RegionId, entry: Entry) -> Entry {
        let figure = match entry.sent() {
            Sent::Figure => entry.figure(),
            Sent::NotApplicable => Figure::of_value(Decimal::ZERO),
            Sent::Nothing | Sent::Missing | Sent::Invalid => return entry,
        };
        match self.total(year, region, entry) {
            Total::Known(total) => with_total(entry, figure, total),
            Total::Nothing => entry,
            Total::Gap(_) => Entry::missing(None, entry.line()),
            Total::Disagrees { .. } | Total::TooLarge => entry.spoilt(entry.line()),
        }
    }
}

/// A figure with its total beside it.
pub(super) fn with_total(entry: Entry, figure: Figure, total: Decimal) -> Entry {
    Entry::new(Sent::Figure, &Figure { total: Some(total), ..figure }, entry.line())
}
