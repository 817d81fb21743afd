//! 修约: whether a figure that was sent rounded could truly end otherwise.
//!
//! A value without counts is known to its last written digit only: 55.9% is what lies
//! between 55.85% and 55.95%, and 0.22万 between 2150 and 2250. The same holds for what is
//! made of such values: sums of years and of counties, a region's own baseline, a
//! reference. A verdict is told to be in doubt exactly where some true value that rounds
//! to what was sent ends otherwise. What a plan writes is exact, and so are whole numbers
//! of what is counted one by one.
//!
//! A requirement rises with the baseline or reference it follows from, so that the ends of
//! their intervals are enough; of a value also the bounds, and what lies between them.

mod beside;
mod turned;

use super::column::{Found, Judge};
use super::finding;
use super::growth::Growth;
use super::requirement::{Baseline, Demand};
use super::total::Part;
use crate::diagnostic::{Diagnostic, Doubt, JudgementProblem, Rounded};
use crate::exact::{Decimal, Figure, Interval, Rational, Sum, shown};
use crate::form::Course;
use crate::plan::{Indicator, RollUp};
use crate::term::{
    Entry, Limits, Named, Outcome, Region, RegionId, Sent, SeriesId, Year, counted_in,
};

/// Whether an indicator's counts are of whole things; those of which the plan says no unit
/// are.
pub(super) fn counts_whole(indicator: &Indicator) -> bool {
    let [numerator, denominator] = indicator.measure.count_units();
    [numerator, denominator].iter().all(|unit| whole_in(unit) == Some(0))
}

/// In which power of ten a unit of counts counts whole things.
fn whole_in(unit: &str) -> Option<u8> {
    if unit.is_empty() { Some(0) } else { counted_in(unit) }
}

impl Judge<'_> {
    /// A finding, if a true value that rounds to what was sent ends otherwise.
    pub(super) fn rounding(
        &self,
        id: RegionId,
        region: &Region,
        demand: &Demand,
        decided: Outcome,
        found: &Found,
    ) -> Option<Diagnostic> {
        // Before the plan begins nothing is due.
        if !self.indicator.measure.limits.are_numbers() || self.year < self.plan.head.first_year {
            return None;
        }
        // Nearly all values are of whole counts, and those leave no doubt.
        if self.is_of_whole_counts(id, found)
            && self.indicator.target.relation().is_none()
            && self.possible_baseline(id, found).is_none_or(|known| known.is_exact())
        {
            return None;
        }
        let value = self.possible(id, found)?;
        let against = match self.indicator.target.relation() {
            Some(relation) => {
                let reference = self.possible_reference(id, relation, found);
                reference.map(|reference| (Rounded::Reference, reference))
            }
            None => {
                let baseline = self.possible_baseline(id, found);
                let of = match self.rule(id).target.course().is_year_on_year() {
                    true => Rounded::YearBefore,
                    false => Rounded::Baseline,
                };
                baseline.map(|baseline| (of, baseline))
            }
        };
        let against = against.filter(|(_, known)| !known.is_exact());
        if value.is_exact() && against.is_none() {
            return None;
        }
        let demands: Vec<Demand> = against
            .iter()
            .flat_map(|(of, known)| [(of, known.low()), (of, known.high())])
            .filter_map(|(of, end)| self.demand_at(self.rule(id), *of, end))
            .collect();
        let step = self.step(&value);
        let ends_otherwise = |demand| turned::other(&value, step.as_ref(), demand, decided);
        let other = [demand].into_iter().chain(&demands).find_map(ends_otherwise)?;
        let of = match found.possible.contains_key(&id) {
            true => Rounded::Ranked,
            false => Rounded::Value,
        };
        let value = (!value.is_exact()).then_some((of, value));
        let doubts: Vec<(Rounded, Interval)> = value.into_iter().chain(against).collect();
        let entry = found.column.entry(id);
        let problem = JudgementProblem::RoundingDoubts {
            indicator: self.indicator.name.clone(),
            region: region.name.clone(),
            year: self.year,
            sent: self.sent(&entry.figure()),
            doubts: self.doubts(&doubts, demand, found.column.is_index(id)),
            outcome: decided,
            other,
            has_counts: self.indicator.measure.limits.per().is_some(),
        };
        Some(finding::at(self, region, entry, problem))
    }

    /// Whether a value is made of counts that are exact, and of nothing else.
    fn is_of_whole_counts(&self, id: RegionId, found: &Found) -> bool {
        let entry = found.column.entry(id);
        if !self.is_sum(id) || entry.line() > 0 {
            return self.counts_whole && entry.whole_counts().is_some();
        }
        if found.of_exact_counts.contains(&id) {
            return true;
        }
        let is_added = |id: &RegionId| found.column.entry(*id).sent() == Sent::Figure;
        self.indicator.roll_up == RollUp::Ratio
            && self.parts(id).filter(is_added).all(|part| self.is_of_whole_counts(part, found))
    }

    fn demand_at(&self, rule: &Indicator, of: Rounded, end: &Rational) -> Option<Demand> {
        match of {
            Rounded::Reference => self.demand(rule, None, Some(end)),
            Rounded::Baseline | Rounded::YearBefore | Rounded::Value | Rounded::Ranked => {
                let source = rule.target.course().own_source();
                self.demand(rule, Some(&Baseline { value: end.clone(), source }), None)
            }
        }
    }

    /// What is judged, as it was sent or adds up.
    fn sent(&self, figure: &Figure) -> Named {
        let value = figure.total.or(figure.value);
        let unit = &self.indicator.measure.unit;
        match (figure.counts, value) {
            (Some((numerator, denominator)), _) => format!("{numerator}/{denominator}").into(),
            (None, Some(value)) => unit.counted(value),
            (None, None) => Named::default(),
        }
    }

    fn doubts(&self, of: &[(Rounded, Interval)], demand: &Demand, is_index: bool) -> Vec<Doubt> {
        let unit = if is_index { Named::NONE } else { &self.indicator.measure.unit };
        let text = |end: &Rational| {
            let bounds: Vec<&Rational> = demand.bounds().collect();
            let (written, _) = shown::beside(end, end.exact_digits(6).unwrap_or(4), &bounds);
            unit.counted(written.text)
        };
        let doubt = |(of, known): &(Rounded, Interval)| Doubt {
            of: *of,
            low: text(known.low()),
            high: text(known.high()),
        };
        of.iter().map(doubt).collect()
    }

    /// What the value that is judged may truly be.
    pub(super) fn possible(&self, id: RegionId, found: &Found) -> Option<Interval> {
        if let Some(known) = found.possible.get(&id) {
            return Some(known.clone());
        }
        let entry = found.column.entry(id);
        let figure = entry.figure();
        if let Some(relation) = self.indicator.target.relation() {
            let growth = match figure.counts {
                Some((now, then)) => Growth::Levels { now, then, line: 0 },
                None => Growth::Rate(figure.value?),
            };
            return self.possible_growth(&growth, relation.growth_of, found.column.is_index(id));
        }
        let is_rolled_up = self.is_sum(id) && entry.line() == 0;
        let adds_up = self.indicator.target.adds_up();
        let sent = |id: RegionId| match adds_up {
            true => Some(self.possible_sum(self.year, id, found.sent.get(id))),
            false => self.possible_figure(&found.column.entry(id).figure()),
        };
        let possible = match is_rolled_up {
            true => self.possible_roll_up(id, |id| found.column.entry(id), sent),
            false => sent(id),
        };
        match self.mean(id, found) {
            Some(_) => Some(possible?.map(|sum| sum.clone() / self.years_of(id, &found.sent))),
            None => possible,
        }
    }

    /// What a figure may truly be, of one that has a value or counts.
    fn possible_figure(&self, figure: &Figure) -> Option<Interval> {
        let value = match figure.counts {
            Some((numerator, denominator)) => {
                let limits = self.indicator.measure.limits;
                let [of_part, of_whole] = self.indicator.measure.count_units();
                let part = self.count(numerator, of_part);
                let whole = self.count(denominator, of_whole);
                let rate = part.rate(&whole, limits.per()?);
                rate.or_else(|| limits.exact(figure).map(Interval::exactly))?
            }
            None => return Some(self.possible_number(figure.total.or(figure.value)?)),
        };
        Some(within(value, self.indicator.measure.limits))
    }

    /// What the years of a region may truly add up to, of which it sent `entry` for the last.
    fn possible_sum(&self, last: Year, id: RegionId, entry: Entry) -> Interval {
        let nought = || Interval::exactly(Rational::ZERO);
        let of_counties = |possible: &dyn Fn(RegionId) -> Interval| {
            self.senders(id).map(possible).fold(nought(), |sum, sender| sum + sender)
        };
        let mut sum = nought();
        self.added(last, id, entry, &mut |part| {
            let before = std::mem::replace(&mut sum, nought());
            sum = match part {
                Part::Start => nought(),
                Part::Year(value) => before + self.possible_number(value),
                Part::Total(total) => self.possible_number(total),
                Part::Counties(year) => of_counties(&|id| {
                    self.possible_sum(year, id, self.years.entry(year, self.series, id))
                }),
                Part::InCounties(year) => {
                    let yielded = of_counties(&|id| {
                        let figure = self.years.figure(year, self.series, id);
                        let value = figure.and_then(|entry| entry.figure().value);
                        value.map_or_else(nought, |value| self.possible_number(value))
                    });
                    before + yielded
                }
            };
        });
        sum
    }

    fn possible_number(&self, number: Decimal) -> Interval {
        let known = self.within_step(Interval::rounded(number));
        within(known, self.indicator.measure.limits)
    }

    /// What a region's parts may truly add up to.
    fn possible_roll_up(
        &self,
        of: RegionId,
        entries: impl Fn(RegionId) -> Entry,
        sent: impl Fn(RegionId) -> Option<Interval>,
    ) -> Option<Interval> {
        match self.indicator.roll_up {
            RollUp::Ratio => {
                // Nearly all counts are exact, and those add up without intervals.
                let units = self.indicator.measure.count_units();
                let exact = || [Sum::default(), Sum::default()];
                let (mut sums, mut rounded) = (exact(), [None::<Interval>, None]);
                for (numerator, denominator) in
                    self.added_from(of, &entries).filter_map(|id| entries(id).figure().counts)
                {
                    if self.is_exact_count(numerator) && self.is_exact_count(denominator) {
                        sums[0].add(numerator);
                        sums[1].add(denominator);
                        continue;
                    }
                    for (at, count) in [numerator, denominator].into_iter().enumerate() {
                        let before = rounded[at].take();
                        let count = self.count(count, units[at]);
                        rounded[at] = Some(match before {
                            Some(before) => before + count,
                            None => count,
                        });
                    }
                }
                let sum = |(sum, rounded): (Sum, Option<Interval>)| {
                    let exact = Interval::exactly(sum.decimal()?.into());
                    Some(match rounded {
                        Some(rounded) => exact + rounded,
                        None => exact,
                    })
                };
                let [numerator, denominator] = sums;
                let [n, d] = rounded;
                let limits = self.indicator.measure.limits;
                let rate = sum((numerator, n))?.rate(&sum((denominator, d))?, limits.per()?)?;
                Some(within(rate, limits))
            }
            RollUp::Sum => {
                let parts = self.added_from(of, &entries).filter_map(sent);
                Some(parts.fold(Interval::exactly(Rational::ZERO), |sum, part| sum + part))
            }
            RollUp::All | RollUp::Any | RollUp::None => None,
        }
    }

    /// The regions whose own rows a region is added up from: of parts that others add up to
    /// those, unless they are there by a row of their own.
    fn added_from(
        &self,
        of: RegionId,
        entries: &impl Fn(RegionId) -> Entry,
    ) -> impl Iterator<Item = RegionId> {
        let (mut added, mut open) = (Vec::new(), vec![of]);
        while let Some(next) = open.pop() {
            for part in self.parts(next) {
                match self.is_sum(part) && entries(part).line() == 0 {
                    true => open.push(part),
                    false => added.push(part),
                }
            }
        }
        added.into_iter()
    }

    /// What a level may truly be, in the unit of its series.
    fn level(&self, series: Option<SeriesId>, number: Decimal) -> Interval {
        let unit = series.and_then(|series| {
            let indicator = self.plan.indicators.get(series.index());
            let reference = || self.plan.reference(series).map(|reference| &reference.unit);
            indicator.map(|indicator| &indicator.measure.unit).or_else(reference)
        });
        on(Interval::rounded(number), unit.and_then(|unit| counted_in(unit)))
    }

    /// What a numerator or denominator may truly be. Of which the plan says no unit are
    /// whole things.
    fn count(&self, number: Decimal, unit: &str) -> Interval {
        if self.is_exact_count(number) {
            return Interval::exactly(number.into());
        }
        on(Interval::rounded(number), whole_in(unit))
    }

    fn is_exact_count(&self, number: Decimal) -> bool {
        number.last_digit() == 0 && self.counts_whole
    }

    /// In which steps the value is, if it counts whole things and no part of one was sent.
    fn step(&self, value: &Interval) -> Option<Rational> {
        // Of a mean there are parts.
        let course = self.indicator.target.course();
        let step = self.indicator.grain().filter(|_| course != Course::Averages).map(step)?;
        let steps = value.low().clone() / step.clone();
        steps.is_whole().then_some(step)
    }

    fn within_step(&self, known: Interval) -> Interval {
        on(known, self.indicator.grain())
    }
}

/// 1, or that part of 10⁴ or 10⁸ things that one is.
fn step(power: u8) -> Rational {
    Rational::from(1) / Rational::power_of_ten(u32::from(power))
}

fn on(known: Interval, grain: Option<u8>) -> Interval {
    match grain {
        Some(power) => known.on(&step(power)),
        None => known,
    }
}

fn within(value: Interval, limits: Limits) -> Interval {
    let value = match limits.least() {
        Some(least) => value.at_least(&least),
        None => value,
    };
    match limits.most() {
        Some(most) => value.at_most(&most),
        None => value,
    }
}
