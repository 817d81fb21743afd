//! Judging one indicator in one year, region by region.

use super::outcome::outcome;
use super::requirement::{Baseline, Demand, demand};
use super::rollup::roll_up;
use super::{Options, Years};
use crate::diagnostic::{Diagnostic, Findings, JudgementProblem, NoRollUp};
use crate::exact::{Figure, Rational, shown};
use crate::plan::{Indicator, Plan, Scope, Target};
use crate::report::{Column as Judged, Judgement, Requirement};
use crate::source::Place;
use crate::submission::{Column, Entry, Sent};
use crate::term::{
    Attribute, BaselineSource, Level, Limits, Outcome, Region, RegionId, SeriesId, Year,
};

/// What is needed to judge one column.
pub(super) struct Judge<'j> {
    pub(super) plan: &'j Plan,
    pub(super) years: &'j Years<'j>,
    pub(super) options: &'j Options,
    pub(super) series: SeriesId,
    pub(super) indicator: &'j Indicator,
    /// Which of the report's indicators it is.
    pub(super) number: usize,
    pub(super) year: Year,
}

/// The verdicts of a column, and what was found on the way.
pub(super) struct Found {
    pub(super) column: Judged,
    pub(super) findings: Findings,
    /// Why there is no roll-up, and whether the city sent a row of its own.
    pub(super) no_roll_up: Option<(NoRollUp, bool)>,
}

impl Judge<'_> {
    /// Judges every region that is due or sent something.
    pub(super) fn run(&self, column: &Column) -> Found {
        let mut found = Found {
            column: Judged {
                year: self.year,
                indicator: self.number,
                judgements: Vec::new(),
                requirements: Vec::new(),
            },
            findings: Findings::default(),
            no_roll_up: None,
        };
        // Regions without a baseline of their own share one demand.
        let plans = Baseline::of_plan(self.indicator);
        let shared = self.demand(plans.as_ref(), None);
        let shared = shared.map(|demand| Shared::new(demand, &mut found.column.requirements));
        let own_baselines = self.years.history.column(self.baseline_year(), self.series.index());
        found.column.judgements.reserve(self.plan.regions.len());
        for (at, region) in self.plan.regions.iter().enumerate() {
            let id = RegionId(at as u32);
            let selected = self.options.selects(id);
            let entry = column.get(id);
            match region.level {
                Level::City => {
                    let (entry, is_due) = self.city(id, entry, column, selected, &mut found);
                    if selected && is_due {
                        self.judge(id, region, entry, own_baselines, shared.as_ref(), &mut found);
                    }
                }
                Level::County | Level::Area if self.indicator.scope == Scope::City => {
                    if selected && entry.sent != Sent::Nothing {
                        self.out_of_scope(region, entry, &mut found);
                    }
                }
                Level::County | Level::Area => {
                    let is_due = entry.sent != Sent::Nothing
                        || (region.level == Level::County
                            && self.indicator.attribute != Attribute::Task);
                    if selected && is_due {
                        self.judge(id, region, entry, own_baselines, shared.as_ref(), &mut found);
                    }
                }
            }
        }
        found
    }

    /// What the city is judged on, and whether it is judged at all.
    fn city(
        &self,
        id: RegionId,
        own: Entry,
        column: &Column,
        selected: bool,
        found: &mut Found,
    ) -> (Entry, bool) {
        let region = self.plan.region(id);
        match self.indicator.scope {
            Scope::City => {
                let due = self.indicator.attribute != Attribute::Task;
                return (own, due || own.sent != Sent::Nothing);
            }
            Scope::EachCounty => {
                if selected && own.sent != Sent::Nothing {
                    self.out_of_scope(region, own, found);
                }
                return (own, false);
            }
            Scope::County => {}
        }
        if !selected {
            return (own, false);
        }
        let is_growth = self.indicator.measure.limits == Limits::Any;
        match roll_up(self.indicator.roll_up, is_growth, &self.plan.regions, column) {
            Ok(figure) => {
                let sent = if figure.is_some() { Sent::Figure } else { Sent::NotApplicable };
                let figure = figure.unwrap_or_default();
                self.compare(own, &figure, found);
                (Entry { figure, line: 0, sent }, true)
            }
            Err(reason) => {
                let has_own = own.sent != Sent::Nothing;
                found.no_roll_up = Some((reason, has_own));
                (own, has_own)
            }
        }
    }

    /// A city's own row that is not what its counties add up to.
    fn compare(&self, own: Entry, sum: &Figure, found: &mut Found) {
        let (Sent::Figure, Some(computed), Some(sent)) =
            (own.sent, sum.exact(), own.figure.exact())
        else {
            return;
        };
        // A rate without counts is as exact as its digits.
        let scale = own.figure.value().map_or(0, |value| u32::from(value.scale()));
        let same = match own.figure.counts() {
            Some((numerator, denominator)) => sum.counts().is_some_and(|(n, d)| {
                let equal = |a, b| Rational::from(a) == Rational::from(b);
                equal(n, numerator) && equal(d, denominator)
            }),
            None => computed.scaled(scale) == sent.scaled(scale),
        };
        if same {
            return;
        }
        let digits = scale.max(2);
        let problem = JudgementProblem::CityDisagrees {
            indicator: self.indicator.name.clone(),
            year: self.year,
            sent: text(&sent, &own.figure, digits),
            computed: text(&computed, sum, digits),
        };
        let place = self.place(own.line);
        found.findings.push(Diagnostic::at(problem, place).by_rule(&self.indicator.rule));
    }

    fn judge(
        &self,
        id: RegionId,
        region: &Region,
        entry: Entry,
        own_baselines: Option<&Column>,
        shared: Option<&Shared>,
        found: &mut Found,
    ) {
        let value = match entry.sent {
            Sent::Nothing | Sent::Missing => Err(Outcome::Missing),
            Sent::Invalid => Err(Outcome::Invalid),
            Sent::NotApplicable => Err(Outcome::NotApplicable),
            Sent::Figure => entry.figure.exact().ok_or(Outcome::Invalid),
        };
        let own = own_baselines.and_then(|column| self.own_baseline(id, region, column));
        let (demand, requirement);
        let demand = match (self.reference(id), own, shared) {
            (Reference::Value(reference), ..) => {
                demand = self.demand(None, Some(&reference));
                requirement = intern(demand.as_ref(), &mut found.column.requirements);
                demand.as_ref()
            }
            (Reference::Lacking(name), ..) => {
                if value.is_ok() {
                    self.no_reference(region, entry, name, found);
                }
                let missing = if value.is_ok() { Outcome::Missing } else { fallback(&value) };
                found.push(id, missing, entry, None);
                return;
            }
            (Reference::None, Some(own), _) => {
                demand = self.demand(Some(&own), None);
                requirement = intern(demand.as_ref(), &mut found.column.requirements);
                demand.as_ref()
            }
            (Reference::None, None, shared) => {
                requirement = shared.and_then(|shared| shared.requirement);
                shared.map(|shared| &shared.demand)
            }
        };
        let decided = match (&value, demand) {
            (Ok(value), Some(demand)) => {
                let decided = outcome(value, demand);
                self.rounding(region, entry, value, decided, demand, found);
                decided
            }
            _ => fallback(&value),
        };
        found.push(id, decided, entry, requirement);
    }

    /// Says so where the rounded value beside the counts would turn the verdict.
    #[inline]
    fn rounding(
        &self,
        region: &Region,
        entry: Entry,
        exact: &Rational,
        decided: Outcome,
        demand: &Demand,
        found: &mut Found,
    ) {
        let (Some(sent), Some(_)) = (entry.figure.value(), entry.figure.counts()) else { return };
        let rounded = Rational::from(sent);
        if outcome(&rounded, demand) == decided {
            return;
        }
        let bounds = demand.target.bounds();
        let requirement = demand.requirement.iter().flat_map(|r| r.condition.bounds());
        let bounds: Vec<_> =
            bounds.chain(requirement).map(|bound| shown::Bound::new(bound, [exact])).collect();
        let digits =
            shown::digits(exact, u32::from(sent.scale()), &bounds.iter().collect::<Vec<_>>());
        let problem = JudgementProblem::RoundingTurns {
            indicator: self.indicator.name.clone(),
            region: region.name.to_string(),
            year: self.year,
            sent: sent.to_string(),
            exact: shown::rounded(exact, digits),
        };
        let place = self.place(entry.line);
        found.findings.push(Diagnostic::at(problem, place).by_rule(&self.indicator.rule));
    }

    fn no_reference(&self, region: &Region, entry: Entry, name: &str, found: &mut Found) {
        let problem = JudgementProblem::NoReference {
            indicator: self.indicator.name.clone(),
            region: region.name.to_string(),
            year: self.year,
            reference: name.to_owned(),
        };
        let place = self.place(entry.line);
        found.findings.push(Diagnostic::at(problem, place).by_rule(&self.indicator.rule));
    }

    fn out_of_scope(&self, region: &Region, entry: Entry, found: &mut Found) {
        let problem = JudgementProblem::OutOfScope {
            indicator: self.indicator.name.clone(),
            region: region.name.to_string(),
        };
        let place = self.place(entry.line);
        found.findings.push(Diagnostic::at(problem, place).by_rule(&self.indicator.rule));
    }

    fn baseline_year(&self) -> Year {
        self.plan.head.baseline_year
    }

    /// The region's value of the baseline year; the city's may be a roll-up.
    fn own_baseline(&self, id: RegionId, region: &Region, column: &Column) -> Option<Baseline> {
        let entry = column.get(id);
        let value = match (entry.sent, region.level) {
            (Sent::Figure, _) => entry.figure.exact(),
            (_, Level::City) => {
                let is_growth = self.indicator.measure.limits == Limits::Any;
                roll_up(self.indicator.roll_up, is_growth, &self.plan.regions, column)
                    .ok()
                    .flatten()
                    .and_then(|figure| figure.exact())
            }
            _ => None,
        }?;
        Some(Baseline { value: value.reduced(), source: BaselineSource::History })
    }

    fn reference(&self, id: RegionId) -> Reference<'_> {
        let Target::Relative { reference, .. } = &self.indicator.target else {
            return Reference::None;
        };
        let entry = self.years.submission.column(self.year, reference.index()).map(|c| c.get(id));
        match entry.filter(|entry| entry.sent == Sent::Figure).and_then(|e| e.figure.exact()) {
            Some(value) => Reference::Value(value),
            None => Reference::Lacking(
                self.plan.reference(*reference).map_or("", |reference| &reference.name),
            ),
        }
    }

    fn demand(&self, baseline: Option<&Baseline>, reference: Option<&Rational>) -> Option<Demand> {
        demand(
            &self.plan.head,
            self.indicator,
            self.year,
            self.options.against,
            baseline,
            reference,
        )
    }

    fn place(&self, line: u32) -> Place {
        match self.years.submission.locate(line) {
            Some((file, number)) => Place::line(&file.name, number, "", 0..0),
            None => self.indicator.rule.clone(),
        }
    }
}

/// The reference value of a relative target.
enum Reference<'p> {
    /// The target is not relative.
    None,
    Value(Rational),
    /// There is none; the name of the series.
    Lacking(&'p str),
}

/// A demand that many regions share, and where its requirement stands.
struct Shared {
    demand: Demand,
    requirement: Option<usize>,
}

impl Shared {
    fn new(demand: Demand, requirements: &mut Vec<Requirement>) -> Self {
        let requirement = intern(Some(&demand), requirements);
        Self { demand, requirement }
    }
}

impl Found {
    fn push(&mut self, id: RegionId, outcome: Outcome, entry: Entry, requirement: Option<usize>) {
        let judgement = Judgement::new(id, outcome, entry.figure, entry.line, requirement);
        self.column.judgements.push(judgement);
    }
}

fn intern(demand: Option<&Demand>, requirements: &mut Vec<Requirement>) -> Option<usize> {
    let requirement = demand?.requirement.clone()?;
    requirements.push(requirement);
    Some(requirements.len() - 1)
}

/// The outcome without a value to judge.
fn fallback(value: &Result<Rational, Outcome>) -> Outcome {
    match value {
        Ok(_) => Outcome::Missing,
        Err(outcome) => *outcome,
    }
}

/// A figure with its counts, as messages show it.
fn text(value: &Rational, figure: &Figure, digits: u32) -> String {
    let rounded = shown::rounded(value, digits);
    match figure.counts() {
        Some((numerator, denominator)) => format!("{rounded} ({numerator}/{denominator})"),
        None => rounded,
    }
}
