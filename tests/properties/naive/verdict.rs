//! Every verdict, and what is found beside them.

use dabiao::term::FailOn;
use num_bigint::BigInt;

use super::demand::{Demand, demand};
use super::growth::{Growth, grew_so, growth_of_reference, own_levels};
use super::sums::{RollUp, own_baseline, roll_up, totalled, years_of};
use super::{Expected, Q, Verdict, exact, known, sent, whole};
use crate::plan::{Dec, Form, Indicator, Level, Measure, Operator, Scope};
use crate::world::{Sent, Sheet, World};

/// Everything the library should find.
pub(crate) fn judge(world: &World) -> Expected {
    let mut expected = Expected::default();
    let mut years: Vec<u16> = world.sheet.keys().map(|(year, ..)| *year).collect();
    years.dedup();
    // Years before the plan's first are history.
    years.retain(|year| *year >= world.plan.first);
    if !years.is_empty() {
        for series in 0..world.plan.indicators.len() {
            if baseline_disagrees(world, series) {
                expected.find("audit/city-disagrees");
            }
        }
    }
    let mut needed = Vec::new();
    for year in &years {
        for series in 0..world.plan.indicators.len() {
            if world.plan.indicators[series].form == Form::Words {
                continue;
            }
            let mut indexed = false;
            for region in 0..world.plan.regions.len() {
                let cell = Cell { world, year: *year, series, region };
                indexed |= cell.judge(&mut needed, &mut expected);
            }
            if indexed {
                expected.find("judgement/growth-indexed");
            }
        }
    }
    for (at, waiver) in world.waivers.iter().enumerate() {
        if years.contains(&waiver.year) && !needed.contains(&at) {
            let cell = |at: usize| {
                let waiver = &world.waivers[at];
                (waiver.series, waiver.region, waiver.year)
            };
            let is_double = needed.iter().any(|other| cell(*other) == cell(at));
            expected.find(match is_double {
                true => "judgement/waiver-double",
                false => "judgement/waiver-unused",
            });
        }
    }
    let invalid = |sheet: &Sheet| sheet.values().any(|sent| *sent == Sent::Invalid);
    let outcomes = || expected.verdicts.iter();
    let incomplete = outcomes().any(|(_, v)| ["missing", "invalid"].contains(&v.outcome));
    let failed = outcomes().any(|((_, id, _), verdict)| {
        let attribute = world.plan.indicators.iter().find(|i| i.id == *id).unwrap().attribute;
        let counts = match world.fail_on {
            FailOn::Binding => attribute == "约束性",
            FailOn::Anticipatory => attribute != "任务",
            FailOn::Task => true,
            FailOn::None => false,
        };
        counts && ["behind", "not_met"].contains(&verdict.outcome)
    });
    // A sum that is wrong is told of a county though the city alone has the verdict.
    let wrong = ["judgement/sum-gap", "judgement/total-disagrees"];
    let unusable = invalid(&world.sheet)
        || invalid(&world.history)
        || wrong.iter().any(|code| expected.found.contains_key(code));
    expected.exit =
        if unusable || incomplete || expected.verdicts.is_empty() { 3 } else { u8::from(failed) };
    expected
}

/// Whether the city's own baseline is not what its counties' add up to.
fn baseline_disagrees(world: &World, series: usize) -> bool {
    let indicator = &world.plan.indicators[series];
    let city = world.plan.regions.iter().position(|region| region.level == Level::City);
    let Some(city) = city else { return false };
    let has_baseline = indicator.form.has_line() || indicator.form == Form::Growth;
    if !has_baseline || indicator.form.adds_up() || !indicator.scope.adds_up() {
        return false;
    }
    let base = indicator.base();
    let sum = roll_up(world, base, indicator, |at| known(world, base, series, at));
    let RollUp::Sum { value, counts } = sum else { return false };
    let own = known(world, base, series, city);
    let of_own = match &own {
        Sent::Figure { counts: Some((n, d)), .. } => Some((n.value(), d.value())),
        _ => None,
    };
    disagrees(
        &own,
        of_own.as_ref(),
        exact(&own, base, indicator.measure).as_ref(),
        &value,
        counts.as_ref(),
    )
}

/// Whether a city's own figure is not what its counties add up to, to the last digit that
/// it wrote.
fn disagrees(
    sent: &Sent,
    own: Option<&(Q, Q)>,
    value: Option<&Q>,
    sum: &Q,
    of: Option<&(Q, Q)>,
) -> bool {
    match (own, of, value) {
        (Some(counts), Some(of), _) => counts != of,
        (_, _, Some(value)) => {
            let scale = match sent {
                Sent::Figure { total: Some(total), .. } => total.scale,
                Sent::Figure { value: Some(value), .. } => value.scale,
                _ => 0,
            };
            let off = if sum > value { sum - value } else { value - sum };
            off * whole(2) * Q::from_integer(BigInt::from(10).pow(scale)) > whole(1)
        }
        _ => false,
    }
}

/// One region, indicator and year.
#[derive(Clone, Copy)]
struct Cell<'w> {
    world: &'w World,
    year: u16,
    series: usize,
    region: usize,
}

/// What a region is judged on.
struct Judged {
    sent: Sent,
    value: Option<Q>,
    counts: Option<(Q, Q)>,
    /// The rate that was sent beside the counts.
    written: Option<Q>,
}

impl Cell<'_> {
    fn indicator(&self) -> &Indicator {
        &self.world.plan.indicators[self.series]
    }

    fn level(&self) -> Level {
        self.world.plan.regions[self.region].level
    }

    fn is_main(&self) -> bool {
        self.indicator().attribute != "任务" || self.world.require_tasks
    }

    /// What a region of the same year sent.
    fn sent_by(&self, region: usize) -> Sent {
        sent(&self.world.sheet, self.year, self.series, region)
    }

    /// The same, with its total if it is a sum.
    fn totalled_by(&self, region: usize) -> Sent {
        let own = self.sent_by(region);
        if !self.indicator().form.adds_up() {
            return own;
        }
        totalled(self.world, self.year, self.series, region, own)
    }

    /// Judges the cell if it is to be judged, and says whether its growth is indexed.
    fn judge(&self, needed: &mut Vec<usize>, expected: &mut Expected) -> bool {
        let indicator = self.indicator();
        let (world, level) = (self.world, self.level());
        let levels = own_levels(world, indicator, self.year, self.region);
        let has_own = self.sent_by(self.region) != Sent::Nothing || levels.is_some();
        let in_scope = match indicator.scope {
            Scope::County => true,
            Scope::City => level == Level::City,
            Scope::EachCounty => level != Level::City,
            Scope::Total => level != Level::Area,
        };
        if !in_scope {
            let told = match level {
                Level::City => has_own,
                _ => !matches!(self.sent_by(self.region), Sent::Nothing | Sent::Blank),
            };
            if told {
                expected.find("judgement/out-of-scope");
            }
            return false;
        }
        // Its value is in the total, where it is judged.
        if indicator.scope == Scope::Total && level == Level::County {
            self.told(expected);
            return false;
        }
        let judged = if level == Level::City && indicator.scope.adds_up() {
            let Some(judged) = self.city(has_own, expected) else { return false };
            judged
        } else if has_own || (self.is_main() && level != Level::Area) {
            self.told(expected)
        } else {
            return false;
        };
        match indicator.form {
            Form::Relative { .. } => self.relative(judged, levels, needed, expected),
            _ => {
                let mut judged = judged;
                if indicator.form == Form::Mean {
                    let years = years_of(world, self.year, self.series, self.region);
                    judged.value = judged.value.map(|sum| sum / years);
                }
                let own = own_baseline(world, self.year, self.series, self.region);
                let demand = demand(world, indicator, self.year, own, None);
                let lacks = demand.is_none() && judged.value.is_some();
                if lacks {
                    expected.find("judgement/no-baseline");
                }
                self.verdict(judged, demand, lacks, needed, expected);
                false
            }
        }
    }

    /// What the region sent itself.
    fn own(&self) -> Judged {
        let sent = match self.sent_by(self.region) {
            Sent::NotApplicable => Sent::NotApplicable,
            _ => self.totalled_by(self.region),
        };
        let (counts, written) = match self.sent_by(self.region) {
            Sent::Figure { counts: Some((n, d)), value, .. } => {
                (Some((n.value(), d.value())), value.map(Dec::value))
            }
            _ => (None, None),
        };
        let value = match &sent {
            Sent::Total(total) => Some(total.clone()),
            sent => exact(sent, self.year, self.indicator().measure),
        };
        Judged { sent, value, counts, written }
    }

    /// The same, with a word on what is wrong with its sum.
    fn told(&self, expected: &mut Expected) -> Judged {
        let judged = self.own();
        let sent = self.sent_by(self.region);
        match (&sent, &judged.sent) {
            (Sent::Figure { .. }, Sent::Blank) => expected.find("judgement/sum-gap"),
            (Sent::Figure { .. }, Sent::Invalid) => expected.find("judgement/total-disagrees"),
            (Sent::Figure { total: Some(_), .. }, Sent::Total(_)) => expected.meet("a total sent"),
            (Sent::Figure { .. }, Sent::Total(_)) => expected.meet("a sum of years"),
            _ => {}
        }
        judged
    }

    /// What the city is judged on, if it is judged.
    fn city(&self, has_own: bool, expected: &mut Expected) -> Option<Judged> {
        let own = self.own();
        let counties = || {
            let regions = self.world.plan.regions.iter().enumerate();
            regions.filter(|(_, region)| region.level == Level::County).map(|(at, _)| at)
        };
        let adds_up = !self.indicator().no_roll_up && self.indicator().measure != Measure::Growth;
        let silent = !adds_up || counties().all(|at| self.sent_by(at) == Sent::Nothing);
        if silent && !has_own && !self.is_main() {
            return None;
        }
        match roll_up(self.world, self.year, self.indicator(), |at| self.totalled_by(at)) {
            // Its own row is due.
            RollUp::None => Some(self.told(expected)),
            // What the city says itself is all there is.
            RollUp::NotApplicable if own.value.is_some() => Some(own),
            // It said something, and its years don't add up.
            RollUp::NotApplicable if matches!(self.sent_by(self.region), Sent::Figure { .. }) => {
                Some(self.told(expected))
            }
            RollUp::NotApplicable => {
                Some(Judged { sent: Sent::NotApplicable, value: None, counts: None, written: None })
            }
            RollUp::Sum { value, counts } => {
                let sent = self.sent_by(self.region);
                let (with, of) = (own.counts.as_ref(), counts.as_ref());
                if disagrees(&sent, with, own.value.as_ref(), &value, of) {
                    expected.find("audit/city-disagrees");
                }
                let sent = Sent::Total(value.clone());
                Some(Judged { sent, value: Some(value), counts, written: None })
            }
        }
    }

    /// Judges growth against its reference, and says whether it is indexed.
    fn relative(
        &self,
        mut judged: Judged,
        levels: Option<Growth>,
        needed: &mut Vec<usize>,
        expected: &mut Expected,
    ) -> bool {
        let (world, year) = (self.world, self.year);
        let rate = match &judged.sent {
            Sent::Figure { value: Some(rate), .. } => Some(*rate),
            _ => None,
        };
        if let (Some(rate), Some(levels)) = (rate, &levels)
            && !grew_so(rate, levels, year)
        {
            expected.find("judgement/growth-disagrees");
        }
        let own = match (rate, &judged.sent) {
            (Some(rate), _) => Some(Growth::Rate(rate)),
            (None, Sent::Nothing | Sent::Blank) => levels,
            (None, _) => None,
        };
        let Some(reference) = growth_of_reference(world, year, self.region) else {
            if own.is_some() {
                expected.find("judgement/no-reference");
            }
            self.verdict(judged, None, own.is_some(), needed, expected);
            return false;
        };
        let about = self.indicator().about.map(|about| match self.indicator().operator {
            Operator::Below | Operator::AtMost => Dec { digits: -about.digits, ..about },
            _ => about,
        });
        let reference = reference.eased(about);
        // Two rates compare as they are; all else as an index.
        let (value, bound, indexed) = match (&own, &reference) {
            (Some(Growth::Rate(own)), Growth::Rate(rate)) => {
                expected.meet("a rate against a rate");
                (Some(own.value()), rate.value(), false)
            }
            (None, Growth::Rate(rate)) => (None, rate.value(), false),
            (None, levels) => (None, levels.index(year), false),
            (Some(own), reference) => {
                expected.meet(match (own, reference) {
                    (Growth::Rate(_), _) => "a rate against levels",
                    (_, Growth::Rate(_)) => "levels against a rate",
                    _ => "levels against levels",
                });
                let (own, bound) = (own.index(year), reference.index(year));
                if own == bound {
                    expected.meet("an index at its bound");
                }
                (Some(own), bound, true)
            }
        };
        if let Some(Growth::Levels(now, then)) = &own {
            // Nobody is short of an index.
            judged.sent = Sent::Total(now.clone() / then.clone());
        }
        judged.value = value;
        let demand = demand(world, self.indicator(), year, None, Some(bound));
        self.verdict(judged, demand, false, needed, expected);
        indexed
    }

    /// Writes down the verdict. `lacks`: a figure that nothing can be held against.
    fn verdict(
        &self,
        judged: Judged,
        demand: Option<Demand>,
        lacks: bool,
        needed: &mut Vec<usize>,
        expected: &mut Expected,
    ) {
        let outcome = match &judged.sent {
            _ if lacks => "missing",
            Sent::Nothing | Sent::Blank => "missing",
            Sent::Invalid => "invalid",
            Sent::NotApplicable => "not_applicable",
            Sent::Figure { .. } | Sent::Done(_) | Sent::Total(_) => {
                let demand = demand.as_ref().unwrap();
                let outcome = demand.outcome(judged.value.as_ref().unwrap());
                if let Some(written) = &judged.written
                    && demand.outcome(written) != outcome
                {
                    expected.find("judgement/rounding-turns");
                }
                outcome
            }
        };
        let outcome = self.waived(outcome, needed, expected);
        let due = demand.and_then(|demand| demand.due);
        let measure = self.indicator().measure;
        let region = self.world.plan.regions[self.region].name.to_owned();
        let key = (self.year, self.indicator().id.clone(), region);
        let Judged { value, counts, .. } = judged;
        let verdict = Verdict { outcome, due, value, counts, measure };
        expected.verdicts.insert(key, verdict);
    }

    /// A failure is waived by the waiver that holds longest, if that is in force.
    fn waived(
        &self,
        outcome: &'static str,
        needed: &mut Vec<usize>,
        expected: &mut Expected,
    ) -> &'static str {
        if !["behind", "not_met"].contains(&outcome) {
            return outcome;
        }
        let here = (self.series, self.region, self.year);
        let waivers = self.world.waivers.iter().enumerate();
        let longest = waivers
            .filter(|(_, waiver)| (waiver.series, waiver.region, waiver.year) == here)
            .max_by_key(|(_, waiver)| waiver.expires);
        let Some((at, waiver)) = longest else { return outcome };
        needed.push(at);
        if waiver.expires >= self.world.as_of.unwrap_or((self.year, 12, 31)) {
            return "waived";
        }
        expected.find("judgement/waiver-expired");
        outcome
    }
}
