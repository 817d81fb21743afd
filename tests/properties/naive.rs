//! The rules read a second time, without thought of cost.

use std::collections::BTreeMap;

use dabiao::term::{Against, FailOn};
use num_bigint::BigInt;
use num_rational::BigRational;

use super::world::{Dec, Indicator, Level, Measure, Operator, START, Scope, Sent, Sheet, World};

pub(crate) type Q = BigRational;

/// What a value must lie between; each bound with whether it is excluded.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) low: Option<(Q, bool)>,
    pub(crate) high: Option<(Q, bool)>,
}

impl Bounds {
    fn reach_low(&self, value: &Q) -> bool {
        match &self.low {
            Some((bound, true)) => value > bound,
            Some((bound, false)) => value >= bound,
            None => true,
        }
    }

    fn reach_high(&self, value: &Q) -> bool {
        match &self.high {
            Some((bound, true)) => value < bound,
            Some((bound, false)) => value <= bound,
            None => true,
        }
    }

    pub(crate) fn hold(&self, value: &Q) -> bool {
        self.reach_low(value) && self.reach_high(value)
    }

    /// How far inside the nearest bound.
    fn margin(&self, value: &Q) -> Q {
        let low = self.low.iter().map(|(bound, _)| value - bound);
        let high = self.high.iter().map(|(bound, _)| bound - value);
        low.chain(high).min().unwrap()
    }

    /// By how many people the numerator has to change to hold, or how many it
    /// may change without failing. None if no number of people holds.
    fn count_margin(&self, numerator: &Q, denominator: &Q) -> Option<BigInt> {
        let rate = |more: &BigInt| {
            (numerator + Q::from_integer(more.clone())) / denominator * Q::from_integer(100.into())
        };
        let zero = BigInt::from(0);
        let now = rate(&zero);
        if !self.reach_low(&now) {
            let short = first(|k| self.reach_low(&rate(k)));
            return self.hold(&rate(&short)).then_some(-short);
        }
        if !self.reach_high(&now) {
            let over = first(|k| self.reach_high(&rate(&-k)));
            return self.hold(&rate(&-&over)).then_some(-over);
        }
        let can_lose = first(|k| !self.reach_low(&rate(&-k)));
        let can_gain = first(|k| !self.reach_high(&rate(k)));
        let one = BigInt::from(1);
        match (&self.low, &self.high) {
            (Some(_), Some(_)) => Some(can_lose.min(can_gain) - one),
            (Some(_), None) => Some(can_lose - one),
            _ => Some(can_gain - one),
        }
    }
}

/// The first number from 1 for which a test comes true, which stays true.
/// `2^80` where it never does.
fn first(test: impl Fn(&BigInt) -> bool) -> BigInt {
    let (mut low, mut high) = (BigInt::from(0), BigInt::from(1));
    while !test(&high) {
        if high.bits() > 80 {
            return high;
        }
        low = high.clone();
        high *= 2;
    }
    while &high - &low > BigInt::from(1) {
        let middle = (&low + &high) / 2;
        if test(&middle) { high = middle } else { low = middle }
    }
    high
}

/// What a year demands.
#[derive(Debug, Clone)]
pub(crate) struct Due {
    pub(crate) bounds: Bounds,
    pub(crate) basis: &'static str,
    pub(crate) source: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) outcome: &'static str,
    pub(crate) due: Option<Due>,
    pub(crate) value: Option<Q>,
    pub(crate) margin: Option<Q>,
    pub(crate) count: Option<BigInt>,
}

#[derive(Debug, Default)]
pub(crate) struct Expected {
    pub(crate) verdicts: BTreeMap<(u16, String, String), Verdict>,
    pub(crate) exit: u8,
    pub(crate) out_of_scope: u64,
    pub(crate) no_reference: u64,
    pub(crate) rounding_turns: u64,
    pub(crate) city_disagrees: u64,
}

fn target(indicator: &Indicator, reference: Option<Q>) -> Option<Bounds> {
    let low = match indicator.measure {
        Measure::Relative => reference?,
        _ => indicator.low.value(),
    };
    let (low, high) = match indicator.operator {
        Operator::Above => (Some((low, true)), None),
        Operator::AtLeast => (Some((low, false)), None),
        Operator::Below => (None, Some((low, true))),
        Operator::AtMost => (None, Some((low, false))),
        Operator::Equal | Operator::Between => {
            (Some((low, false)), Some((indicator.high.value(), false)))
        }
    };
    Some(Bounds { low, high })
}

/// Rules 1 to 5.
pub(crate) fn due(
    world: &World,
    indicator: &Indicator,
    year: u16,
    own: Option<Q>,
    reference: Option<Q>,
) -> Option<Due> {
    let plan = &world.plan;
    let target = target(indicator, reference)?;
    let due = |bounds, basis, source| Some(Due { bounds, basis, source });
    if indicator.measure == Measure::Relative {
        return due(target, "reference", None);
    }
    if year >= plan.last || !plan.linear || world.against == Against::Target {
        return due(target, "target", None);
    }
    let baseline = match own {
        Some(own) => Some((own, "history")),
        None => indicator.baseline.map(|baseline| (baseline.value(), "plan")),
    };
    if let Some((baseline, source)) = &baseline
        && target.hold(baseline)
    {
        return due(target, "kept", Some(*source));
    }
    if let Some(milestone) = indicator.milestones.get(&year) {
        let value = milestone.value();
        return due(toward(&target, &value, value.clone(), value.clone()), "milestone", None);
    }
    let (baseline, source) = baseline?;
    let line = |end: Q| {
        let gone = Q::new((year - START).into(), (plan.last - START).into());
        &baseline + (end - &baseline) * gone
    };
    let to_low = target.low.iter().map(|(low, _)| line(low.clone())).next();
    let to_high = target.high.iter().map(|(high, _)| line(high.clone())).next();
    let (to_low, to_high) =
        (to_low.unwrap_or_else(|| baseline.clone()), to_high.unwrap_or(baseline.clone()));
    due(toward(&target, &baseline, to_low, to_high), "pace", Some(source))
}

/// The target with the bound on whose side `from` lies replaced, and reaching
/// that is enough. A one-sided target has one bound to replace.
fn toward(target: &Bounds, from: &Q, low: Q, high: Q) -> Bounds {
    match (&target.low, &target.high) {
        (Some(_), None) => Bounds { low: Some((low, false)), high: None },
        (None, Some(_)) => Bounds { low: None, high: Some((high, false)) },
        (Some((least, _)), _) if from < least => {
            Bounds { low: Some((low, false)), ..target.clone() }
        }
        (_, Some((most, _))) if from > most => {
            Bounds { high: Some((high, false)), ..target.clone() }
        }
        _ => target.clone(),
    }
}

fn sent(sheet: &Sheet, year: u16, series: usize, region: usize) -> Sent {
    sheet.get(&(year, series, region)).cloned().unwrap_or(Sent::Nothing)
}

fn exact(sent: &Sent) -> Option<Q> {
    match sent {
        Sent::Figure { counts: Some((n, d)), .. } => {
            Some(n.value() / d.value() * Q::from_integer(100.into()))
        }
        Sent::Figure { value, .. } => value.map(Dec::value),
        _ => None,
    }
}

/// What the counties add up to.
enum RollUp {
    None,
    NotApplicable,
    Sum { value: Q, counts: Option<(Q, Q)> },
}

fn roll_up(world: &World, sheet: &Sheet, year: u16, series: usize) -> RollUp {
    let indicator = &world.plan.indicators[series];
    if indicator.no_roll_up || matches!(indicator.measure, Measure::Growth | Measure::Relative) {
        return RollUp::None;
    }
    let zero = || Q::from_integer(0.into());
    let (mut sum, mut of, mut some) = (zero(), zero(), false);
    for (at, region) in world.plan.regions.iter().enumerate() {
        if region.level != Level::County {
            continue;
        }
        match (sent(sheet, year, series, at), indicator.measure) {
            (Sent::NotApplicable, _) => continue,
            (Sent::Figure { counts: Some((n, d)), .. }, Measure::Rate) => {
                sum += n.value();
                of += d.value();
            }
            (Sent::Figure { value: Some(value), .. }, Measure::Count) => sum += value.value(),
            _ => return RollUp::None,
        }
        some = true;
    }
    match indicator.measure {
        _ if !some => RollUp::NotApplicable,
        Measure::Rate => {
            RollUp::Sum { value: &sum / &of * Q::from_integer(100.into()), counts: Some((sum, of)) }
        }
        _ => RollUp::Sum { value: sum, counts: None },
    }
}

/// The region's own value of the baseline year.
pub(crate) fn own_baseline(world: &World, year: u16, series: usize, region: usize) -> Option<Q> {
    // The submission's own rows of that year go before the history's, but are no
    // baseline for themselves.
    let here = |sheet: &Sheet| sheet.keys().any(|(y, s, _)| (*y, *s) == (START, series));
    let sheet = if year != START && here(&world.sheet) { &world.sheet } else { &world.history };
    let own = exact(&sent(sheet, START, series, region));
    let is_city = world.plan.regions[region].level == Level::City;
    // Of an indicator that is the city's alone, the counties' rows are not used.
    if own.is_some() || !is_city || world.plan.indicators[series].scope != Scope::County {
        return own;
    }
    match roll_up(world, sheet, START, series) {
        RollUp::Sum { value, .. } => Some(value),
        _ => None,
    }
}

/// The value of the reference series.
pub(crate) fn reference(world: &World, year: u16, region: usize) -> Option<Q> {
    exact(&sent(&world.sheet, year, world.plan.indicators.len(), region))
}

/// Everything the library should find.
pub(crate) fn judge(world: &World) -> Expected {
    let mut expected = Expected::default();
    let mut years: Vec<u16> = world.sheet.keys().map(|(year, ..)| *year).collect();
    years.dedup();
    for year in years {
        for series in 0..world.plan.indicators.len() {
            for region in 0..world.plan.regions.len() {
                region_of(world, year, series, region, &mut expected);
            }
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
    let unusable = invalid(&world.sheet) || invalid(&world.history);
    expected.exit =
        if unusable || incomplete || expected.verdicts.is_empty() { 3 } else { u8::from(failed) };
    expected
}

fn region_of(world: &World, year: u16, series: usize, region: usize, expected: &mut Expected) {
    let indicator = &world.plan.indicators[series];
    let level = world.plan.regions[region].level;
    let own = sent(&world.sheet, year, series, region);
    let main = indicator.attribute != "任务";
    let in_scope = match indicator.scope {
        Scope::County => true,
        Scope::City => level == Level::City,
        Scope::EachCounty => level != Level::City,
    };
    if !in_scope {
        expected.out_of_scope += u64::from(own != Sent::Nothing);
        return;
    }
    let mut judged = own.clone();
    let mut value = exact(&own);
    let mut counts = match &own {
        Sent::Figure { counts: Some((n, d)), .. } => Some((n.value(), d.value())),
        _ => None,
    };
    if level == Level::City && indicator.scope == Scope::County {
        match roll_up(world, &world.sheet, year, series) {
            RollUp::None if own == Sent::Nothing => return,
            RollUp::None => {}
            // What the city says itself is all there is.
            RollUp::NotApplicable if value.is_some() => {}
            RollUp::NotApplicable => judged = Sent::NotApplicable,
            RollUp::Sum { value: sum, counts: of } => {
                expected.city_disagrees += u64::from(disagree(&own, &sum, of.as_ref()));
                judged = Sent::Figure { value: None, counts: None };
                (value, counts) = (Some(sum), of);
            }
        }
    } else if own == Sent::Nothing && !(main && level != Level::Area) {
        return;
    }
    let reference = reference(world, year, region);
    let due =
        due(world, indicator, year, own_baseline(world, year, series, region), reference.clone());
    let lacks_reference = indicator.measure == Measure::Relative && reference.is_none();
    let outcome = match &judged {
        Sent::Nothing | Sent::Blank => "missing",
        Sent::Invalid => "invalid",
        Sent::NotApplicable => "not_applicable",
        Sent::Figure { .. } if lacks_reference => {
            expected.no_reference += 1;
            "missing"
        }
        Sent::Figure { value: written, .. } => {
            let target = target(indicator, reference).unwrap();
            let outcome = outcome(&target, due.as_ref(), value.as_ref().unwrap());
            if let (Some(written), Some(_)) = (written, &counts) {
                let rounded = self::outcome(&target, due.as_ref(), &written.value());
                expected.rounding_turns += u64::from(rounded != outcome);
            }
            outcome
        }
    };
    let bounds = due.as_ref().map(|due| &due.bounds);
    let margin = bounds.zip(value.as_ref()).map(|(bounds, value)| bounds.margin(value));
    let count = bounds.zip(counts).and_then(|(bounds, (n, d))| bounds.count_margin(&n, &d));
    let key = (year, indicator.id.clone(), world.plan.regions[region].name.to_owned());
    expected.verdicts.insert(key, Verdict { outcome, due, value, margin, count });
}

fn outcome(target: &Bounds, due: Option<&Due>, value: &Q) -> &'static str {
    match due {
        _ if target.hold(value) => "met",
        None => "not_due",
        Some(due) if due.bounds.hold(value) => "on_pace",
        Some(due) if ["pace", "milestone"].contains(&due.basis) => "behind",
        Some(_) => "not_met",
    }
}

/// Whether a city's own figure is not what its counties add up to, to the
/// last digit that the city wrote.
fn disagree(own: &Sent, sum: &Q, of: Option<&(Q, Q)>) -> bool {
    match (own, of) {
        (Sent::Figure { counts: Some((n, d)), .. }, Some(of)) => (n.value(), d.value()) != *of,
        (Sent::Figure { value: Some(value), .. }, _) => {
            let power = Q::from_integer(BigInt::from(10).pow(value.scale));
            (sum * &power).round() != value.value() * power
        }
        _ => false,
    }
}
