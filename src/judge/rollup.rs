//! 汇总: what the counties add up to.

use crate::diagnostic::NoRollUp;
use crate::exact::{Figure, Sum};
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

/// What the counties sent, those apart to which the measure does not apply.
struct Counties<'r> {
    regions: &'r [Region],
    figures: Vec<(usize, Figure)>,
    /// Those that sent nothing usable.
    incomplete: Vec<usize>,
}

impl<'r> Counties<'r> {
    fn new(regions: &'r [Region], entries: &[Entry]) -> Self {
        let (mut figures, mut incomplete) = (Vec::new(), Vec::new());
        for (at, (region, entry)) in regions.iter().zip(entries).enumerate() {
            if region.level != Level::County {
                continue;
            }
            match entry.sent() {
                Sent::NotApplicable => {}
                Sent::Nothing | Sent::Missing | Sent::Invalid => incomplete.push(at),
                Sent::Figure => figures.push((at, entry.figure())),
            }
        }
        Self { regions, figures, incomplete }
    }

    fn names(&self, list: &[usize]) -> Vec<String> {
        list.iter().map(|at| self.regions[*at].name.to_string()).collect()
    }

    fn require_all(&self) -> Result<(), NoRollUp> {
        if self.incomplete.is_empty() {
            return Ok(());
        }
        Err(NoRollUp::Incomplete { counties: self.names(&self.incomplete) })
    }
}

/// Σ numerators and Σ denominators; never a mean of rates.
fn ratio(counties: &Counties<'_>) -> Result<Option<Figure>, NoRollUp> {
    counties.require_all()?;
    let (mut numerators, mut denominators) = (Sum::default(), Sum::default());
    let mut uncounted = Vec::new();
    for (at, figure) in &counties.figures {
        match figure.counts {
            Some((numerator, denominator)) => {
                numerators.add(numerator);
                denominators.add(denominator);
            }
            None => uncounted.push(*at),
        }
    }
    if !uncounted.is_empty() {
        return Err(NoRollUp::NoCounts { counties: counties.names(&uncounted) });
    }
    if counties.figures.is_empty() {
        return Ok(None);
    }
    let numerator = numerators.decimal().ok_or(NoRollUp::TooLarge)?;
    let denominator = denominators.decimal().ok_or(NoRollUp::TooLarge)?;
    Ok(Some(Figure::of_counts(numerator, denominator)))
}

/// Σ totals where the target is a sum over the years, else Σ values.
fn sum(counties: &Counties<'_>) -> Result<Option<Figure>, NoRollUp> {
    counties.require_all()?;
    let add = |number: fn(&Figure) -> Option<crate::exact::Decimal>| {
        let numbers: Option<Vec<_>> =
            counties.figures.iter().map(|(_, figure)| number(figure)).collect();
        numbers.map(|numbers| numbers.into_iter().collect::<Sum>().decimal())
    };
    if counties.figures.is_empty() {
        return Ok(None);
    }
    let total = add(|figure| figure.total);
    let value = add(|figure| figure.value);
    if total == Some(None) || (total.is_none() && value == Some(None)) {
        return Err(NoRollUp::TooLarge);
    }
    Ok(Some(Figure { value: value.flatten(), total: total.flatten(), counts: None }))
}

/// Whether all (or any) counties are done. One that is not done decides `all`, and
/// one that is decides `any`, whatever the others sent.
fn milestone(counties: &Counties<'_>, year: Year, all: bool) -> Result<Option<Figure>, NoRollUp> {
    let done = |figure: &Figure| {
        figure.value.and_then(Done::from_decimal).is_some_and(|done| done.by_end_of(year))
    };
    let decided = counties.figures.iter().any(|(_, figure)| done(figure) != all);
    if !decided {
        counties.require_all()?;
        if counties.figures.is_empty() {
            return Ok(None);
        }
    }
    let result = if decided != all { Done::Yes } else { Done::No };
    Ok(Some(Figure::of_value(result.to_decimal())))
}
