//! 汇总: what the parts of a region add up to.

use crate::diagnostic::NoRollUp;
use crate::exact::{Decimal, Figure, Sum};
use crate::plan::{Plan, RollUp};
use crate::term::{Done, Entry, Named, RegionId, Sent, Year};

/// What parts add up to in a year. `Ok(None)` where the measure applies to none of them.
pub(super) fn roll_up(
    rule: RollUp,
    is_growth: bool,
    year: Year,
    plan: &Plan,
    sent: impl Iterator<Item = (RegionId, Entry)>,
) -> Result<Option<Figure>, NoRollUp> {
    let parts = Parts { plan, sent };
    match rule {
        RollUp::Ratio => ratio(parts),
        RollUp::Sum => sum(parts),
        RollUp::All => milestone(parts, year, true),
        RollUp::Any => milestone(parts, year, false),
        RollUp::None if is_growth => Err(NoRollUp::Growth),
        RollUp::None => Err(NoRollUp::ByRule),
    }
}

/// How many parts are named that keep the others from adding up.
const NAMED: usize = 20;

/// What the parts sent.
struct Parts<'r, S> {
    plan: &'r Plan,
    sent: S,
}

impl<S: Iterator<Item = (RegionId, Entry)>> Parts<'_, S> {
    /// Adds the figures up, one by one: there may be a million. Says whether the measure
    /// applies to any; every part has to have sent something usable.
    #[inline]
    fn add_up(self, mut add: impl FnMut(RegionId, Entry)) -> Result<bool, NoRollUp> {
        let mut incomplete = Vec::new();
        let mut applies = false;
        self.sent.for_each(|(id, entry)| match entry.sent() {
            Sent::Nothing | Sent::Missing | Sent::Invalid => incomplete.push(id),
            Sent::NotApplicable => {}
            Sent::Figure => {
                applies = true;
                add(id, entry);
            }
        });
        if incomplete.is_empty() {
            return Ok(applies);
        }
        let counties = names(self.plan, &incomplete);
        Err(NoRollUp::Incomplete { counties, all: incomplete.len() })
    }
}

/// The names of the first of these.
fn names(plan: &Plan, list: &[RegionId]) -> Vec<Named> {
    list.iter().take(NAMED).map(|id| plan.region(*id).name.clone()).collect()
}

/// Σ numerators and Σ denominators; never a mean of rates.
fn ratio<S>(parts: Parts<'_, S>) -> Result<Option<Figure>, NoRollUp>
where
    S: Iterator<Item = (RegionId, Entry)>,
{
    let plan = parts.plan;
    let (mut numerators, mut denominators) = (Sum::default(), Sum::default());
    let mut uncounted = Vec::new();
    let counts = |entry: Entry| entry.whole_counts().or_else(|| entry.figure().counts);
    let applies = parts.add_up(|id, entry| match counts(entry) {
        Some((numerator, denominator)) => {
            numerators.add(numerator);
            denominators.add(denominator);
        }
        None => uncounted.push(id),
    })?;
    if !uncounted.is_empty() {
        let (counties, all) = (names(plan, &uncounted), uncounted.len());
        return Err(NoRollUp::NoCounts { counties, all });
    }
    if !applies {
        return Ok(None);
    }
    let numerator = numerators.decimal().ok_or(NoRollUp::TooLarge)?;
    let denominator = denominators.decimal().ok_or(NoRollUp::TooLarge)?;
    Ok(Some(Figure::of_counts(numerator, denominator)))
}

/// Σ totals where the target is a sum over the years, else Σ values.
fn sum<S>(parts: Parts<'_, S>) -> Result<Option<Figure>, NoRollUp>
where
    S: Iterator<Item = (RegionId, Entry)>,
{
    let (mut values, mut totals) = (Some(Sum::default()), Some(Sum::default()));
    let applies = parts.add_up(|_, entry| {
        let figure = entry.figure();
        add(&mut values, figure.value);
        add(&mut totals, figure.total);
    })?;
    if !applies {
        return Ok(None);
    }
    let decimal = |sum: Option<Sum>| match sum {
        Some(sum) => sum.decimal().map(Some).ok_or(NoRollUp::TooLarge),
        None => Ok(None),
    };
    let total = decimal(totals)?;
    // Of a sum over the years the values of one year do not matter.
    let value = if total.is_some() { decimal(values).ok().flatten() } else { decimal(values)? };
    Ok(Some(Figure { value, total, counts: None }))
}

/// Adds a number to a sum; one that is lacking leaves no sum.
fn add(sum: &mut Option<Sum>, number: Option<Decimal>) {
    match (sum.as_mut(), number) {
        (Some(sum), Some(number)) => sum.add(number),
        _ => *sum = None,
    }
}

/// Whether all (or any) parts are done. One that is not done decides `all`, and
/// one that is decides `any`, whatever the others sent.
fn milestone<S>(parts: Parts<'_, S>, year: Year, all: bool) -> Result<Option<Figure>, NoRollUp>
where
    S: Iterator<Item = (RegionId, Entry)>,
{
    let done = |figure: &Figure| {
        figure.value.and_then(Done::from_decimal).is_some_and(|done| done.by_end_of(year))
    };
    let mut decided = false;
    let applies = parts.add_up(|_, entry| decided |= done(&entry.figure()) != all);
    if !decided && !applies? {
        return Ok(None);
    }
    let result = if decided != all { Done::Yes } else { Done::No };
    Ok(Some(Figure::of_value(result.to_decimal())))
}
