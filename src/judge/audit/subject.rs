//! What is audited: a series in a year, and a cell of it beside the year before.

use std::collections::BTreeSet;

use super::Source;
use crate::diagnostic::CellName;
use crate::exact::{Decimal, Figure, Rational};
use crate::plan::{Bound, Indicator, Plan, RollUp, Scope, Target};
use crate::source::Place;
use crate::term::{Average, Entry, Limits, RegionId, Sent, SeriesId, Year, counted_in, is_counted};

/// Fewer things than these come and go in any year.
pub(super) const FEW: i64 = 5;

/// Whether only a few things lie between two counts.
pub(super) fn is_few_apart(a: Decimal, b: Decimal) -> bool {
    (Rational::from(a) - Rational::from(b)).abs() < Rational::from(FEW)
}

/// What a series is, whether indicator or reference.
pub(super) struct Subject<'p> {
    pub(super) name: &'p str,
    /// The unit of its value.
    pub(super) unit: &'p str,
    /// What numerator and denominator count.
    pub(super) count_unit: Option<&'p str>,
    /// The same, if of that there are no parts.
    pub(super) counted: Option<&'p str>,
    /// The same of the value and its total.
    pub(super) counted_values: Option<&'p str>,
    pub(super) limits: Limits,
    /// Whether its years add up.
    pub(super) adds_up: bool,
    /// The plan's own baseline.
    pub(super) baseline: Option<Decimal>,
    /// What the plan demands of the value itself, as far as that is not nothing.
    pub(super) thresholds: Vec<Rational>,
    pub(super) rule: &'p Place,
    pub(super) year: Year,
    scope: Option<Scope>,
}

impl<'p> Subject<'p> {
    /// None of what is no number.
    pub(super) fn new(plan: &'p Plan, series: SeriesId, year: Year) -> Option<Self> {
        let subject = match plan.indicators.get(series.index()) {
            Some(indicator) => Self {
                name: &indicator.name,
                unit: &indicator.measure.unit,
                count_unit: indicator.measure.count_unit.as_deref(),
                counted: indicator.measure.count_unit.as_deref().filter(|unit| is_counted(unit)),
                counted_values: counts_values(indicator).then_some(&indicator.measure.unit),
                limits: indicator.measure.limits,
                adds_up: matches!(indicator.target, Target::Sum(_)),
                baseline: indicator.baseline,
                thresholds: thresholds(indicator),
                rule: &indicator.rule,
                year,
                scope: Some(indicator.scope),
            },
            None => {
                let reference = plan.reference(series)?;
                Self {
                    name: &reference.name,
                    unit: &reference.unit,
                    count_unit: None,
                    counted: None,
                    counted_values: is_counted(&reference.unit).then_some(&reference.unit),
                    limits: reference.limits,
                    adds_up: false,
                    baseline: None,
                    thresholds: Vec::new(),
                    rule: &reference.rule,
                    year,
                    scope: None,
                }
            }
        };
        subject.limits.are_numbers().then_some(subject)
    }

    /// Whether rows of a region are not used, so that nothing in them matters.
    pub(super) fn leaves_out(&self, plan: &Plan, region: RegionId) -> bool {
        match self.scope {
            Some(scope @ (Scope::City | Scope::Total)) => {
                scope.leaves_out(plan.region(region).level)
            }
            Some(Scope::EachCounty) => plan.city == Some(region),
            Some(Scope::County) | None => false,
        }
    }

    pub(super) fn is_percent(&self) -> bool {
        self.unit == "%"
    }
}

/// Whether the values of an indicator count whole things, one by one.
fn counts_values(indicator: &Indicator) -> bool {
    let is_average = || Average::of(&indicator.name, &indicator.measure.unit).is_some();
    grain(indicator) == Some(0) && !is_average()
}

/// In which power of ten the values of an indicator count whole things: by their unit, and
/// because they add up and the plan's own figures for them are whole. 执业医师 3.2 人 are
/// an average.
pub(in crate::judge) fn grain(indicator: &Indicator) -> Option<u8> {
    let power = counted_in(&indicator.measure.unit)?;
    let mut figures = bounds(indicator);
    // The milestones are in the terms of the bounds.
    if !figures.is_empty() {
        figures.extend(indicator.milestones.values());
    }
    figures.extend(indicator.baseline);
    let shift = i8::try_from(power).ok()?;
    let is_whole = |figure: Decimal| figure.shifted(shift).is_none_or(Decimal::is_whole);
    // Where the years add up, what is not added up over the counties counts all the same.
    let adds_up = indicator.roll_up == RollUp::Sum || matches!(indicator.target, Target::Sum(_));
    let counts = adds_up && figures.into_iter().all(is_whole);
    counts.then_some(power)
}

/// The bounds of the target, in the terms of the value.
fn bounds(indicator: &Indicator) -> Vec<Decimal> {
    let bound = match indicator.target {
        Target::Level(bound)
        | Target::Kept(bound)
        | Target::Sum(bound)
        | Target::EachYear(bound) => bound,
        // In the terms of a change, not of the value.
        Target::Change { .. } | Target::Multiple { .. } => return Vec::new(),
        Target::Relative { .. }
        | Target::Milestone { .. }
        | Target::FullCoverage
        | Target::Words => return Vec::new(),
    };
    match bound {
        Bound::Compare { threshold, .. } => vec![threshold],
        Bound::Between { low, high } => vec![low, high],
    }
}

fn thresholds(indicator: &Indicator) -> Vec<Rational> {
    let bounds = bounds(indicator).into_iter().filter(|bound| !bound.is_zero());
    bounds.map(Rational::from).collect()
}

/// What a region sent the year before, if it can be used.
pub(super) struct Before {
    pub(super) figure: Figure,
    pub(super) source: Source,
    pub(super) line: u32,
}

impl Before {
    pub(super) fn of(entry: Option<Entry>, source: Source) -> Option<Self> {
        let entry = entry.filter(|entry| entry.sent() == Sent::Figure)?;
        Some(Self { figure: entry.figure(), source, line: entry.line() })
    }
}

/// One cell.
pub(super) struct Cell<'c> {
    pub(super) plan: &'c Plan,
    pub(super) subject: &'c Subject<'c>,
    pub(super) region: RegionId,
    pub(super) now: Figure,
    pub(super) before: Option<Before>,
}

impl Cell<'_> {
    /// Whose figures these are.
    pub(super) fn name(&self) -> CellName {
        CellName {
            indicator: self.subject.name.to_owned(),
            region: self.plan.region(self.region).name.to_string(),
            year: self.subject.year,
        }
    }
}

/// The series to audit: the indicators that are judged, and the references they rest on.
pub(super) fn series(plan: &Plan, chosen: &[(SeriesId, &Indicator)]) -> Vec<SeriesId> {
    let mut all: BTreeSet<SeriesId> = chosen.iter().map(|(id, _)| *id).collect();
    for (_, indicator) in chosen {
        let Target::Relative { reference, growth_of, .. } = indicator.target else { continue };
        all.insert(reference);
        all.extend(growth_of);
        all.extend(plan.reference(reference).and_then(|reference| reference.growth_of));
    }
    all.into_iter().collect()
}
