//! 汇总: what the counties add up to.

use crate::diagnostic::NoRollUp;
use crate::exact::{Decimal, Figure, Sum};
use crate::plan::{AppliesTo, Plan, RollUp};
use crate::term::{Done, Entry, Level, Named, RegionId, Sent, Year};

/// What the counties that are concerned add up to in a year. `Ok(None)` where the measure applies to no
/// county.
pub(super) fn roll_up(
    rule: RollUp,
    is_growth: bool,
    year: Year,
    plan: &Plan,
    whom: Option<&AppliesTo>,
    entries: &[Entry],
) -> Result<Option<Figure>, NoRollUp> {
    let counties = Counties { plan, whom, entries };
    match rule {
        RollUp::Ratio => ratio(&counties),
        RollUp::Sum => sum(&counties),
        RollUp::All => milestone(&counties, year, true),
        RollUp::Any => milestone(&counties, year, false),
        RollUp::None if is_growth => Err(NoRollUp::Growth),
        RollUp::None => Err(NoRollUp::ByRule),
    }
}

/// How many counties are named that keep the others from adding up.
const NAMED: usize = 20;

/// What the counties sent.
struct Counties<'r> {
    plan: &'r Plan,
    whom: Option<&'r AppliesTo>,
    entries: &'r [Entry],
}

impl Counties<'_> {
    fn sent(&self) -> impl Iterator<Item = (usize, Entry)> + '_ {
        let sent = self.plan.levels.iter().zip(self.entries).enumerate();
        let concerned = |at: usize| self.whom.is_none_or(|it| it.includes(RegionId(at as u32)));
        sent.filter(move |(at, (level, _))| **level == Level::County && concerned(*at))
            .map(|(at, (_, entry))| (at, *entry))
    }

    /// Adds the figures up, one by one: there may be a million. Says whether the measure
    /// applies to any; every county has to have sent something usable.
    fn add_up(&self, mut add: impl FnMut(usize, Figure)) -> Result<bool, NoRollUp> {
        let mut incomplete = Vec::new();
        let mut applies = false;
        for (at, entry) in self.sent() {
            match entry.sent() {
                Sent::Nothing | Sent::Missing | Sent::Invalid => incomplete.push(at),
                Sent::NotApplicable => {}
                Sent::Figure => {
                    applies = true;
                    add(at, entry.figure());
                }
            }
        }
        if incomplete.is_empty() {
            return Ok(applies);
        }
        Err(NoRollUp::Incomplete { counties: self.names(&incomplete), all: incomplete.len() })
    }

    /// The names of the first of them.
    fn names(&self, list: &[usize]) -> Vec<Named> {
        let name = |at: &usize| self.plan.regions[*at].name.clone();
        list.iter().take(NAMED).map(name).collect()
    }
}

/// Σ numerators and Σ denominators; never a mean of rates.
fn ratio(counties: &Counties<'_>) -> Result<Option<Figure>, NoRollUp> {
    let (mut numerators, mut denominators) = (Sum::default(), Sum::default());
    let mut uncounted = Vec::new();
    let applies = counties.add_up(|at, figure| match figure.counts {
        Some((numerator, denominator)) => {
            numerators.add(numerator);
            denominators.add(denominator);
        }
        None => uncounted.push(at),
    })?;
    if !uncounted.is_empty() {
        let (counties, all) = (counties.names(&uncounted), uncounted.len());
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
fn sum(counties: &Counties<'_>) -> Result<Option<Figure>, NoRollUp> {
    let (mut values, mut totals) = (Some(Sum::default()), Some(Sum::default()));
    let applies = counties.add_up(|_, figure| {
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

/// Whether all (or any) counties are done. One that is not done decides `all`, and
/// one that is decides `any`, whatever the others sent.
fn milestone(counties: &Counties<'_>, year: Year, all: bool) -> Result<Option<Figure>, NoRollUp> {
    let done = |figure: &Figure| {
        figure.value.and_then(Done::from_decimal).is_some_and(|done| done.by_end_of(year))
    };
    let mut decided = false;
    let applies = counties.add_up(|_, figure| decided |= done(&figure) != all);
    if !decided && !applies? {
        return Ok(None);
    }
    let result = if decided != all { Done::Yes } else { Done::No };
    Ok(Some(Figure::of_value(result.to_decimal())))
}
