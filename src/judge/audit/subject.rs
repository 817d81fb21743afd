//! What is audited: a series in a year, and a cell of it beside the year before.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::growth::Plausible;
use super::{Source, baseline};
use crate::diagnostic::CellName;
use crate::exact::{Decimal, Figure, Ratio, Rational};
use crate::judge::selection::rests_on;
use crate::plan::{Indicator, Plan, Role, RollUp, Scope};
use crate::source::Place;
use crate::term::{Entry, Level, Limits, Named, RegionId, Sent, SeriesId, Year, is_counted};

/// Fewer things than these come and go in any year.
pub(super) const FEW: i64 = 5;

/// Whether only a few things lie between two counts.
pub(super) fn is_few_apart(a: Decimal, b: Decimal) -> bool {
    (Rational::from(a) - Rational::from(b)).abs() < Rational::from(FEW)
}

/// What a series is, whether indicator or reference.
pub(super) struct Subject<'p> {
    pub(super) name: &'p Named,
    /// The unit of its value.
    pub(super) unit: &'p Named,
    /// What numerator and denominator count; blank if the plan does not say.
    pub(super) count_units: [&'p Named; 2],
    /// The same, if of that there are no parts.
    pub(super) counted: [Option<&'p Named>; 2],
    /// The same of the value and its total.
    pub(super) counted_values: Option<&'p Named>,
    pub(super) limits: Limits,
    /// Whether its years add up.
    pub(super) adds_up: bool,
    /// The plan's own baseline.
    pub(super) baseline: Option<Decimal>,
    /// The year that it is of.
    pub(super) baseline_year: Year,
    /// The same, if a copy of it can be told.
    pub(super) telling: Option<Ratio>,
    /// What growth it may have, if it is growth.
    pub(super) growth: Option<Plausible<'p>>,
    /// What the plan has in view for the value.
    planned: Planned<'p>,
    /// The indicator, if regions have targets of their own.
    divided: Option<&'p Indicator>,
    /// Of how many values of counties one of the whole is made.
    pub(super) parts: i64,
    pub(super) rule: &'p Place,
    pub(super) year: Year,
    /// Whether it is a part of a whole, of which counts say all.
    pub(super) is_by_counts: bool,
    scope: Option<Scope>,
    /// The level that sends it.
    pub(super) level: Level,
}

impl<'p> Subject<'p> {
    /// None of what is no number.
    pub(super) fn new(plan: &'p Plan, series: SeriesId, year: Year) -> Option<Self> {
        let growth = |limits, unit: &str| Plausible::new(plan, limits, unit);
        let subject = match plan.indicators.get(series.index()) {
            Some(indicator) => Self {
                name: &indicator.name,
                unit: &indicator.measure.unit,
                count_units: indicator.measure.count_units(),
                counted: indicator
                    .measure
                    .count_units()
                    .map(|unit| is_counted(unit).then_some(unit)),
                counted_values: indicator.counts_whole_things().then_some(&indicator.measure.unit),
                limits: indicator.measure.limits,
                adds_up: indicator.target.adds_up(),
                baseline: indicator.baseline,
                baseline_year: indicator.baseline_year(&plan.head),
                telling: baseline::telling(indicator),
                growth: growth(indicator.measure.limits, &indicator.measure.unit),
                planned: Planned::of(indicator.in_force(None, year)),
                divided: Some(&**indicator).filter(|indicator| indicator.has_regions()),
                parts: parts(plan, indicator),
                rule: &indicator.rule,
                year,
                is_by_counts: is_by_counts(indicator.measure.limits)
                    && !indicator.counts_whole_things(),
                scope: Some(indicator.scope),
                level: indicator.level,
            },
            None => {
                let reference = plan.reference(series)?;
                Self {
                    name: &reference.name,
                    unit: &reference.unit,
                    count_units: [Named::NONE; 2],
                    counted: [None; 2],
                    counted_values: is_counted(&reference.unit).then_some(&reference.unit),
                    limits: reference.limits,
                    adds_up: false,
                    baseline: None,
                    baseline_year: plan.head.baseline_year,
                    telling: None,
                    growth: growth(reference.limits, &reference.unit),
                    planned: Planned { baseline: None, bounds: Vec::new(), rule: &reference.rule },
                    divided: None,
                    parts: 1,
                    rule: &reference.rule,
                    year,
                    is_by_counts: false,
                    scope: None,
                    level: plan.tree.lowest(),
                }
            }
        };
        subject.limits.are_numbers().then_some(subject)
    }

    /// Whether rows of a region are not used, so that nothing in them matters.
    pub(super) fn leaves_out(&self, roles: &[Role], region: RegionId) -> bool {
        let role = || roles.get(region.index()).copied();
        match self.scope {
            Some(scope @ (Scope::City | Scope::Total | Scope::County)) => {
                role().is_some_and(|role| scope.leaves_out(role))
            }
            Some(scope @ Scope::EachCounty) => role().is_some_and(|role| !scope.judges(role)),
            None => false,
        }
    }

    /// What the rule that is in force in a region has in view for the value.
    pub(super) fn planned(&self, region: RegionId) -> Cow<'_, Planned<'p>> {
        match self.divided {
            Some(indicator) => Cow::Owned(Planned::of(indicator.in_force(Some(region), self.year))),
            None => Cow::Borrowed(&self.planned),
        }
    }

    pub(super) fn is_percent(&self) -> bool {
        &**self.unit == "%"
    }
}

/// What a rule has in view for a value, as far as that is not nothing.
#[derive(Debug, Clone)]
pub(super) struct Planned<'p> {
    pub(super) baseline: Option<Rational>,
    pub(super) bounds: Vec<Rational>,
    pub(super) rule: &'p Place,
}

impl<'p> Planned<'p> {
    fn of(rule: &'p Indicator) -> Self {
        let baseline = rule.baseline.map(Rational::from);
        Self {
            baseline: baseline.filter(|baseline| !baseline.is_zero()),
            bounds: rule.bounds_of_value().filter(|bound| !bound.is_zero()).collect(),
            rule: &rule.rule,
        }
    }
}

/// Of how many values of counties one of the whole is made: one, unless they are summed and
/// have nothing written for them.
fn parts(plan: &Plan, indicator: &Indicator) -> i64 {
    if indicator.roll_up != RollUp::Sum || indicator.has_regions() {
        return 1;
    }
    let roles = plan.tree.roles(indicator.level).iter();
    let parts = roles.filter(|role| **role == Role::Part).count();
    i64::try_from(parts).unwrap_or(i64::MAX).max(1)
}

fn is_by_counts(limits: Limits) -> bool {
    matches!(limits, Limits::Ratio { of_whole: true, .. })
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
            indicator: self.subject.name.clone(),
            region: self.plan.region(self.region).name.clone(),
            year: self.subject.year,
        }
    }
}

/// The series to audit: the indicators that are judged, and the references they rest on.
pub(super) fn series(plan: &Plan, chosen: &[(SeriesId, &Indicator)]) -> Vec<SeriesId> {
    let mut all: BTreeSet<SeriesId> = chosen.iter().map(|(id, _)| *id).collect();
    for (_, indicator) in chosen {
        all.extend(rests_on(plan, &indicator.target));
    }
    all.into_iter().collect()
}
