//! 累计: what a region's years add up to.

use super::column::{Found, Judge};
use crate::exact::{Decimal, Figure, Rational, Sum};
use crate::form::Course;
use crate::term::{Entries, Entry, RegionId, Sent, Year};

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

/// What a total is added up from, in the order of the years.
pub(super) enum Part {
    /// Nothing yet.
    Start,
    /// What a year yielded.
    Year(Decimal),
    /// A total that was sent, which stands for all the years behind it.
    Total(Decimal),
    /// What the counties had added up to by the end of a year, which stands for all of it.
    Counties(Year),
    /// What a year yielded in the counties.
    InCounties(Year),
}

impl Judge<'_> {
    /// The total of a region by the end of a year for which it sent `entry`.
    ///
    /// A total that was sent serves where years are not on hand, this year's as well as
    /// an earlier year's. Where the city's own years are not on hand, those of its counties
    /// may be.
    pub(super) fn total(&self, last: Year, region: RegionId, entry: Entry) -> Total {
        self.added(last, region, entry, &mut |_| {})
    }

    /// The same, every part of it handed out.
    pub(super) fn added(
        &self,
        last: Year,
        region: RegionId,
        entry: Entry,
        part: &mut impl FnMut(Part),
    ) -> Total {
        match self.own_total(last, region, entry, part) {
            Total::Gap(_) if self.is_sum(region) && self.is_rolled_up() => {
                self.joined_total(last, region, entry, part)
            }
            own => own,
        }
    }

    /// The mean of a region's years so far, if that is what is judged. A year that does not
    /// apply to it is none of them.
    pub(super) fn mean(&self, region: RegionId, found: &Found) -> Option<Rational> {
        if self.indicator.target.course() != Course::Averages {
            return None;
        }
        let entry = Some(found.column.entry(region)).filter(|entry| entry.sent() == Sent::Figure);
        let total = entry?.figure().total?;
        Some((Rational::from(total) / self.years_of(region, &found.sent)).reduced())
    }

    /// How many years of the plan so far apply to a region that has a mean; `sent` is of the
    /// last.
    pub(super) fn years_of(&self, region: RegionId, sent: &Entries) -> Rational {
        let applies = |year: &Year| self.entry_in(*year, region).sent() != Sent::NotApplicable;
        let before = (self.plan.head.first_year..self.year).filter(applies).count();
        let years = before + usize::from(self.applies(region, sent));
        Rational::from(years.max(1) as i64)
    }

    /// Whether what is judged applies to a region: to any that it is added up from, if it is.
    fn applies(&self, region: RegionId, sent: &Entries) -> bool {
        match sent.get(region).sent() {
            Sent::Figure => true,
            _ if self.is_sum(region) && self.is_rolled_up() => {
                self.parts(region).any(|part| self.applies(part, sent))
            }
            of => of != Sent::NotApplicable,
        }
    }

    fn own_total(
        &self,
        last: Year,
        region: RegionId,
        entry: Entry,
        part: &mut impl FnMut(Part),
    ) -> Total {
        part(Part::Start);
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
                Some(value) => {
                    sum.add(value);
                    part(Part::Year(value));
                }
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
            part(Part::Total(sent));
            gap.clear();
        }
        match (gap.is_empty(), applies) {
            (false, _) => Total::Gap(gap),
            (true, false) => Total::Nothing,
            (true, true) => sum.decimal().map_or(Total::TooLarge, Total::Known),
        }
    }

    /// The city's total where its own years have a gap: what its counties had added up to,
    /// and of the years for which that is not known its own figure, or what the year
    /// yielded in them.
    fn joined_total(
        &self,
        last: Year,
        city: RegionId,
        entry: Entry,
        part: &mut impl FnMut(Part),
    ) -> Total {
        part(Part::Start);
        let mut sum = Sum::default();
        let mut gap = Vec::new();
        for year in self.plan.head.first_year..=last {
            let before = year < last;
            if before && let Some(total) = self.rolled_up(year, city) {
                sum = [total].into_iter().collect();
                part(Part::Counties(year));
                gap.clear();
                continue;
            }
            let own = self.of_year(year, last, city, entry);
            match (own.sent(), own.figure()) {
                (Sent::NotApplicable, _) => {}
                (Sent::Figure, Figure { total: Some(total), .. }) => {
                    sum = [total].into_iter().collect();
                    part(Part::Total(total));
                    gap.clear();
                }
                (Sent::Figure, Figure { value: Some(value), .. }) => {
                    sum.add(value);
                    part(Part::Year(value));
                }
                _ if before
                    && let Some(value) =
                        self.rolled_in(year, city).and_then(|figure| figure.value) =>
                {
                    sum.add(value);
                    part(Part::InCounties(year));
                }
                _ => gap.push(year),
            }
        }
        match gap.is_empty() {
            true => sum.decimal().map_or(Total::TooLarge, Total::Known),
            false => Total::Gap(gap),
        }
    }

    fn of_year(&self, year: Year, last: Year, region: RegionId, entry: Entry) -> Entry {
        if year == last { entry } else { self.years.entry(year, self.series, region) }
    }

    /// What a region's parts had added up to by the end of a year, if that is known.
    fn rolled_up(&self, year: Year, id: RegionId) -> Option<Decimal> {
        let sent = self.parts(id).map(|part| {
            let own = self.years.entry(year, self.series, part);
            let rolled = if self.is_sum(part) { self.rolled_up(year, part) } else { None };
            let entry = match rolled {
                Some(total) => with_total(
                    Entry::new(Sent::Figure, &Figure::default(), 0),
                    Figure::default(),
                    total,
                ),
                None => self.summand(year, part, own),
            };
            (part, entry)
        });
        self.roll_up(year, sent).ok().flatten()?.total
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
