//! 汇总: what the counties add up to.

use crate::diagnostic::NoRollUp;
use crate::exact::{Decimal, Figure, Sum};
use crate::plan::RollUp;
use crate::term::{Done, Entry, Level, Region, Sent, Year};

/// What the counties add up to in a year. `Ok(None)` where the measure applies to no
/// county.
pub(super) fn roll_up(
    rule: RollUp,
    is_growth: bool,
    year: Year,
    regions: &[Region],
    entries: &[Entry],
) -> Result<Option<Figure>, NoRollUp> {
    match rule {
        RollUp::Ratio => ratio(&Counties::new(regions, entries)),
        RollUp::Sum => sum(&Counties::new(regions, entries)),
        RollUp::All => milestone(&Counties::new(regions, entries), year, true),
        RollUp::Any => milestone(&Counties::new(regions, entries), year, false),
        RollUp::None if is_growth => Err(NoRollUp::Growth),
        RollUp::None => Err(NoRollUp::ByRule),
    }
}

/// How many counties are named that keep the others from adding up.
const NAMED: usize = 20;

/// What the counties sent.
struct Counties<'r> {
    regions: &'r [Region],
    entries: &'r [Entry],
    /// Those that sent nothing usable.
    incomplete: Vec<usize>,
}

impl<'r> Counties<'r> {
    fn new(regions: &'r [Region], entries: &'r [Entry]) -> Self {
        let is_incomplete = |(at, entry): (usize, Entry)| {
            let lacks = match entry.sent() {
                Sent::Nothing | Sent::Missing | Sent::Invalid => true,
                Sent::NotApplicable | Sent::Figure => false,
            };
            lacks.then_some(at)
        };
        let mut counties = Self { regions, entries, incomplete: Vec::new() };
        counties.incomplete = counties.sent().filter_map(is_incomplete).collect();
        counties
    }

    fn sent(&self) -> impl Iterator<Item = (usize, Entry)> + '_ {
        let sent = self.regions.iter().zip(self.entries).enumerate();
        sent.filter(|(_, (region, _))| region.level == Level::County)
            .map(|(at, (_, entry))| (at, *entry))
    }

    /// The figures, those apart to which the measure does not apply. Not kept: there may
    /// be a million.
    fn figures(&self) -> impl Iterator<Item = (usize, Figure)> + '_ {
        self.sent()
            .filter(|(_, entry)| entry.sent() == Sent::Figure)
            .map(|(at, entry)| (at, entry.figure()))
    }

    /// The names of the first of them.
    fn names(&self, list: &[usize]) -> Vec<String> {
        list.iter().take(NAMED).map(|at| self.regions[*at].name.to_string()).collect()
    }

    fn require_all(&self) -> Result<(), NoRollUp> {
        if self.incomplete.is_empty() {
            return Ok(());
        }
        let counties = self.names(&self.incomplete);
        Err(NoRollUp::Incomplete { counties, all: self.incomplete.len() })
    }
}

/// Σ numerators and Σ denominators; never a mean of rates.
fn ratio(counties: &Counties<'_>) -> Result<Option<Figure>, NoRollUp> {
    counties.require_all()?;
    let (mut numerators, mut denominators) = (Sum::default(), Sum::default());
    let mut uncounted = Vec::new();
    let mut applies = false;
    for (at, figure) in counties.figures() {
        applies = true;
        match figure.counts {
            Some((numerator, denominator)) => {
                numerators.add(numerator);
                denominators.add(denominator);
            }
            None => uncounted.push(at),
        }
    }
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
    counties.require_all()?;
    let (mut values, mut totals) = (Some(Sum::default()), Some(Sum::default()));
    let mut applies = false;
    for (_, figure) in counties.figures() {
        applies = true;
        add(&mut values, figure.value);
        add(&mut totals, figure.total);
    }
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
    let decided = counties.figures().any(|(_, figure)| done(&figure) != all);
    if !decided {
        counties.require_all()?;
        if counties.figures().next().is_none() {
            return Ok(None);
        }
    }
    let result = if decided != all { Done::Yes } else { Done::No };
    Ok(Some(Figure::of_value(result.to_decimal())))
}
