//! Random plans, and random submissions that aim at what the plan demands.

use std::collections::BTreeMap;
use std::fmt;

use dabiao::term::{Against, FailOn};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use proptest::prelude::*;

use super::naive::{self, Q};

/// A decimal as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dec {
    pub(crate) digits: i64,
    pub(crate) scale: u32,
}

impl Dec {
    pub(crate) fn value(self) -> Q {
        Q::new(self.digits.into(), BigInt::from(10).pow(self.scale))
    }

    pub(crate) fn text(self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        let width = self.scale as usize + 1;
        let padded = format!("{:0width$}", self.digits.unsigned_abs());
        let (whole, fraction) = padded.split_at(padded.len() - self.scale as usize);
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Measure {
    /// A coverage rate, of counts or by itself.
    Rate,
    /// So many households.
    Count,
    /// A rate that may be negative.
    Growth,
    /// The same, held against the reference series.
    Relative,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Operator {
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,
    Between,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scope {
    County,
    City,
    EachCounty,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Level {
    City,
    County,
    Area,
}

#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) level: Level,
}

#[derive(Debug, Clone)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) attribute: &'static str,
    pub(crate) measure: Measure,
    pub(crate) operator: Operator,
    pub(crate) ascii: bool,
    /// The threshold; with `high`, the lower of two.
    pub(crate) low: Dec,
    pub(crate) high: Dec,
    pub(crate) baseline: Option<Dec>,
    pub(crate) milestones: BTreeMap<u16, Dec>,
    pub(crate) scope: Scope,
    /// `roll-up = "none"` is written.
    pub(crate) no_roll_up: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) linear: bool,
    pub(crate) regions: Vec<Region>,
    pub(crate) indicators: Vec<Indicator>,
}

/// The baseline year of every plan.
pub(crate) const START: u16 = 2020;
const REFERENCE: &str = "gdp";

impl Plan {
    pub(crate) fn toml(&self) -> String {
        let mut toml = format!(
            "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = {START}\nfirst-year = {}\n\
             target-year = {}\npace = \"{}\"\n\n\
             [[reference]]\nid = \"{REFERENCE}\"\nname = \"参照增长率\"\nunit = \"%\"\n",
            self.first,
            self.last,
            if self.linear { "linear" } else { "none" }
        );
        for region in &self.regions {
            let level = match region.level {
                Level::City => "city",
                Level::County => "county",
                Level::Area => "area",
            };
            toml += &format!("\n[[region]]\nname = \"{}\"\nlevel = \"{level}\"\n", region.name);
            if region.level != Level::Area {
                toml += &format!("code = \"{}\"\n", region.code);
            }
        }
        for (at, indicator) in self.indicators.iter().enumerate() {
            toml += &indicator.toml(at + 1);
        }
        toml
    }
}

impl Indicator {
    fn toml(&self, number: usize) -> String {
        let (low, high) = (self.low.text(), self.high.text());
        let operator = match (self.operator, self.ascii) {
            (Operator::Above, _) => ">",
            (Operator::AtLeast, false) => "≥",
            (Operator::AtLeast, true) => ">=",
            (Operator::Below, _) => "<",
            (Operator::AtMost, false) => "≤",
            (Operator::AtMost, true) => "<=",
            (Operator::Equal, _) => "=",
            (Operator::Between, _) => "between",
        };
        let scope = match self.scope {
            Scope::County => "county",
            Scope::City => "city",
            Scope::EachCounty => "each-county",
        };
        let mut toml = format!(
            "\n[[indicator]]\nid = \"{}\"\nnumber = {number}\nname = \"指标{number}\"\n\
             attribute = \"{}\"\nunit = \"{}\"\noperator = \"{operator}\"\nscope = \"{scope}\"\n",
            self.id,
            self.attribute,
            if self.measure == Measure::Count { "户" } else { "%" },
        );
        toml += &match (self.measure, self.operator) {
            (Measure::Relative, _) => format!("reference = \"{REFERENCE}\"\n"),
            (_, Operator::Between) => format!("threshold = [{low}, {high}]\n"),
            _ => format!("threshold = {low}\n"),
        };
        if self.measure == Measure::Growth {
            toml += "growth = true\n";
        }
        if self.no_roll_up {
            toml += "roll-up = \"none\"\n";
        }
        if let Some(baseline) = self.baseline {
            toml += &format!("baseline = {}\n", baseline.text());
        }
        let milestones: Vec<String> = self
            .milestones
            .iter()
            .map(|(year, value)| format!("{year} = {}", value.text()))
            .collect();
        if !milestones.is_empty() {
            toml += &format!("milestones = {{ {} }}\n", milestones.join(", "));
        }
        toml
    }

    /// The values that the measure can have.
    fn clamp(&self, digits: i64, scale: u32) -> Dec {
        let most = 100 * 10i64.pow(scale);
        let digits = match self.measure {
            Measure::Rate => digits.clamp(0, most),
            Measure::Count => digits.max(0),
            Measure::Growth | Measure::Relative => digits,
        };
        Dec { digits, scale }
    }
}

/// What one cell sends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Sent {
    Nothing,
    Blank,
    NotApplicable,
    Invalid,
    Figure { value: Option<Dec>, counts: Option<(Dec, Dec)> },
}

/// What was sent, by year, series (the reference behind the indicators) and
/// region.
pub(crate) type Sheet = BTreeMap<(u16, usize, usize), Sent>;

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) plan: Plan,
    pub(crate) sheet: Sheet,
    pub(crate) history: Sheet,
    pub(crate) rows: Vec<String>,
    pub(crate) history_rows: Vec<String>,
    pub(crate) against: Against,
    pub(crate) fail_on: FailOn,
}

/// As the files that would repeat the case.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?}, {:?}\n{}", self.against, self.fail_on, self.plan.toml())?;
        writeln!(f, "rows:\n{}\n", self.rows.join("\n"))?;
        writeln!(f, "history:\n{}", self.history_rows.join("\n"))
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    NoRow,
    Blank,
    NotApplicable,
    NothingToCount,
    Value,
    Counts,
    NumeratorAbove,
    Mismatch,
}

/// A cell before it is known what its plan demands.
#[derive(Debug, Clone)]
struct Aim {
    kind: Kind,
    /// Which of the bounds is aimed at; none if there are not so many.
    bound: usize,
    /// So many units beside it.
    offset: i64,
    /// Counts that can make exactly the bound.
    hit: bool,
    /// How many digits the denominator has at most.
    size: u32,
    free: u32,
    scale: u32,
    written: u8,
}

fn aim() -> impl Strategy<Value = Aim> {
    let kind = prop_oneof![
        2 => Just(Kind::NoRow),
        1 => Just(Kind::Blank),
        1 => Just(Kind::NotApplicable),
        1 => Just(Kind::NothingToCount),
        8 => Just(Kind::Value),
        14 => Just(Kind::Counts),
        1 => Just(Kind::NumeratorAbove),
        1 => Just(Kind::Mismatch),
    ];
    let numbers = (0usize..7, -1i64..=1, any::<bool>(), 0u32..=12, any::<u32>());
    (kind, numbers, 0u32..=6, 0u8..12).prop_map(
        |(kind, (bound, offset, hit, size, free), scale, written)| Aim {
            kind,
            bound,
            offset,
            hit,
            size,
            free,
            scale,
            written,
        },
    )
}

/// A rule before it is known which years its plan has.
#[derive(Debug, Clone)]
struct Rule {
    measure: Measure,
    operator: Operator,
    scope: Scope,
    attribute: &'static str,
    ascii: bool,
    no_roll_up: bool,
    threshold: u32,
    width: u32,
    scale: u32,
    /// None, anywhere, or so many small units beside the threshold.
    baseline: Option<Result<u32, (i64, u32)>>,
    milestones: Vec<(u16, u32)>,
}

fn rule() -> impl Strategy<Value = Rule> {
    let measure = prop_oneof![
        6 => Just(Measure::Rate),
        2 => Just(Measure::Count),
        1 => Just(Measure::Growth),
        2 => Just(Measure::Relative),
    ];
    let operator = prop_oneof![
        3 => Just(Operator::AtLeast),
        3 => Just(Operator::Above),
        2 => Just(Operator::AtMost),
        2 => Just(Operator::Below),
        1 => Just(Operator::Equal),
        2 => Just(Operator::Between),
    ];
    let scope = prop_oneof![
        6 => Just(Scope::County),
        1 => Just(Scope::City),
        1 => Just(Scope::EachCounty),
    ];
    let attribute = prop_oneof![3 => Just("约束性"), 2 => Just("预期性"), 1 => Just("任务")];
    let baseline = prop_oneof![
        2 => Just(None),
        5 => any::<u32>().prop_map(|free| Some(Ok(free))),
        3 => (-2i64..=2, 0u32..=6).prop_map(|(offset, scale)| Some(Err((offset, scale)))),
    ];
    let words = (measure, operator, scope, attribute, any::<bool>(), 0u8..10);
    let numbers = (any::<u32>(), 0u32..2000, 0u32..=3);
    let milestones = proptest::collection::vec((0u16..8, any::<u32>()), 0..3);
    (words, numbers, baseline, milestones).prop_map(
        |(
            (measure, operator, scope, attribute, ascii, no_roll_up),
            (threshold, width, scale),
            baseline,
            milestones,
        )| Rule {
            measure,
            operator,
            scope,
            attribute,
            ascii,
            no_roll_up: no_roll_up == 9,
            threshold,
            width,
            scale,
            baseline,
            milestones,
        },
    )
}

fn indicator(rule: &Rule, at: usize, first: u16, last: u16) -> Indicator {
    let power = 10i64.pow(rule.scale);
    let upward = matches!(rule.operator, Operator::Above | Operator::AtLeast);
    let mut indicator = Indicator {
        id: format!("i{}", at + 1),
        attribute: rule.attribute,
        measure: rule.measure,
        operator: match rule.measure {
            Measure::Relative if !upward => Operator::AtLeast,
            _ => rule.operator,
        },
        ascii: rule.ascii,
        low: Dec { digits: 0, scale: 0 },
        high: Dec { digits: 0, scale: 0 },
        baseline: None,
        milestones: BTreeMap::new(),
        scope: rule.scope,
        no_roll_up: rule.no_roll_up,
    };
    let anywhere = |free: u32| {
        let free = i64::from(free);
        match rule.measure {
            Measure::Rate => free % (100 * power + 1),
            Measure::Count => free % (2000 * power),
            Measure::Growth | Measure::Relative => free % (40 * power) - 20 * power,
        }
    };
    // Nothing is above 100% or below 0.
    let room = i64::from(matches!(rule.operator, Operator::Above | Operator::Below));
    let low = match rule.measure {
        Measure::Rate => anywhere(rule.threshold).clamp(room, 100 * power - room),
        Measure::Count => anywhere(rule.threshold).max(room),
        _ => anywhere(rule.threshold),
    };
    indicator.low = indicator.clamp(low, rule.scale);
    indicator.high = match rule.operator {
        Operator::Between => indicator.clamp(low + i64::from(rule.width), rule.scale),
        _ => indicator.low,
    };
    indicator.baseline = rule.baseline.map(|baseline| match baseline {
        Ok(free) => indicator.clamp(anywhere(free), rule.scale),
        Err((offset, more)) => indicator.clamp(low * 10i64.pow(more) + offset, rule.scale + more),
    });
    if rule.measure != Measure::Relative && first < last {
        for (year, free) in &rule.milestones {
            let value = indicator.clamp(anywhere(*free), rule.scale);
            indicator.milestones.insert(first + year % (last - first), value);
        }
    }
    indicator
}

/// What a whole case is made of.
#[derive(Debug, Clone)]
struct Seeds {
    span: u16,
    gap: u16,
    linear: bool,
    city: bool,
    area: bool,
    counties: usize,
    rules: Vec<Rule>,
    years: Vec<u16>,
    aims: Vec<Aim>,
    history: bool,
    /// Every county sends a figure, so that there is a roll-up.
    whole: bool,
    names: u8,
    against: bool,
    fail_on: FailOn,
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let plan = (
        prop_oneof![3 => Just(5u16), 2 => Just(3), 2 => Just(7), 1 => 1u16..=9],
        1u16..=2,
        proptest::bool::weighted(0.85),
        proptest::bool::weighted(0.85),
        any::<bool>(),
        1usize..=4,
        proptest::collection::vec(rule(), 1..=3),
    );
    let sent = (
        proptest::collection::vec(0u16..=10, 1..=2),
        proptest::collection::vec(aim(), 60),
        proptest::bool::weighted(0.4),
        proptest::bool::weighted(0.6),
        0u8..3,
    );
    let fail_on = prop_oneof![
        Just(FailOn::Binding),
        Just(FailOn::Anticipatory),
        Just(FailOn::Task),
        Just(FailOn::None),
    ];
    (plan, sent, proptest::bool::weighted(0.15), fail_on).prop_map(
        |(
            (span, gap, linear, city, area, counties, rules),
            (years, aims, history, whole, names),
            against,
            fail_on,
        )| {
            build(&Seeds {
                span,
                gap,
                linear,
                city,
                area,
                counties,
                rules,
                years,
                aims,
                history,
                whole,
                names,
                against,
                fail_on,
            })
        },
    )
}

fn region(code: &'static str, name: &'static str, level: Level) -> Region {
    Region { code, name, level }
}

fn build(seeds: &Seeds) -> World {
    let last = START + seeds.span;
    let first = (START + seeds.gap).min(last);
    let mut regions = vec![
        region("11", "甲县", Level::County),
        region("12", "乙县", Level::County),
        region("13", "丙县", Level::County),
        region("14", "丁县", Level::County),
    ];
    regions.truncate(seeds.counties);
    if seeds.city {
        regions.insert(0, region("10", "全市", Level::City));
    }
    if seeds.area {
        regions.push(region("", "新区", Level::Area));
    }
    let rules = seeds.rules.iter().enumerate();
    let indicators = rules.map(|(at, rule)| indicator(rule, at, first, last)).collect();
    let plan = Plan { first, last, linear: seeds.linear, regions, indicators };
    let against = if seeds.against { Against::Target } else { Against::Requirement };
    let mut world = World {
        plan,
        sheet: Sheet::new(),
        history: Sheet::new(),
        rows: Vec::new(),
        history_rows: Vec::new(),
        against,
        fail_on: seeds.fail_on,
    };
    let mut aims = seeds.aims.iter().cycle();
    if seeds.history {
        world.fill(START, true, seeds, &mut aims);
    }
    let mut years: Vec<u16> =
        seeds.years.iter().map(|year| START + year % (seeds.span + 2)).collect();
    years.sort_unstable();
    years.dedup();
    for year in years {
        world.fill(year, false, seeds, &mut aims);
    }
    world
}

impl World {
    /// Sends one year: references first, because others aim at them.
    fn fill<'s>(
        &mut self,
        year: u16,
        before: bool,
        seeds: &Seeds,
        aims: &mut impl Iterator<Item = &'s Aim>,
    ) {
        let series = self.plan.indicators.len();
        for series in std::iter::once(series).chain(0..series) {
            for region in 0..self.plan.regions.len() {
                let Some(aim) = aims.next() else { return };
                let bounds = self.bounds(year, series, region, before);
                let county = self.plan.regions[region].level == Level::County;
                let whole = seeds.whole && county;
                let (sent, cells) = self.send(aim, series, &bounds, whole);
                if sent == Sent::Nothing {
                    continue;
                }
                let row = self.row(year, series, region, &cells, (seeds.names, aim.free));
                let (sheet, rows) = if before {
                    (&mut self.history, &mut self.history_rows)
                } else {
                    (&mut self.sheet, &mut self.rows)
                };
                sheet.insert((year, series, region), sent);
                rows.push(row);
            }
        }
    }

    /// What is worth aiming at.
    fn bounds(&self, year: u16, series: usize, region: usize, before: bool) -> Vec<Q> {
        let Some(indicator) = self.plan.indicators.get(series) else { return Vec::new() };
        if before {
            let mut bounds = vec![indicator.low.value(), indicator.high.value()];
            bounds.extend(indicator.baseline.map(Dec::value));
            return bounds;
        }
        let own = naive::own_baseline(self, year, series, region);
        let reference = naive::reference(self, year, region);
        let dues = [None, own].into_iter().filter_map(|own| {
            naive::due(self, indicator, year, own, reference.clone()).map(|due| due.bounds)
        });
        let mut bounds: Vec<Q> = dues
            .flat_map(|bounds| [bounds.low, bounds.high])
            .flatten()
            .map(|(bound, _)| bound)
            .collect();
        bounds.extend([indicator.low.value(), indicator.high.value()]);
        bounds
    }

    /// What a cell sends, and the texts of 数值, 分子, 分母 and 备注.
    fn send(&self, aim: &Aim, series: usize, bounds: &[Q], whole: bool) -> (Sent, [String; 4]) {
        let measure = self.plan.indicators.get(series).map_or(Measure::Growth, |i| i.measure);
        let kind = match aim.kind {
            Kind::NoRow | Kind::Blank | Kind::NumeratorAbove | Kind::Mismatch if whole => {
                Kind::Counts
            }
            kind => kind,
        };
        let kind = match kind {
            // Only rates have counts.
            Kind::Counts if measure != Measure::Rate => Kind::Value,
            Kind::NothingToCount | Kind::NumeratorAbove | Kind::Mismatch
                if measure != Measure::Rate =>
            {
                Kind::Blank
            }
            kind => kind,
        };
        let free = i64::from(aim.free);
        let near = bounds.get(aim.bound).cloned().unwrap_or_else(|| match measure {
            Measure::Rate => Q::new((free % 10_001).into(), 100.into()),
            Measure::Count => Q::from_integer((free % 3000).into()),
            _ => Q::new((free % 4000 - 2000).into(), 100.into()),
        });
        let texts =
            |value: &str, n: &str, d: &str, remark: &str| [value, n, d, remark].map(str::to_owned);
        match kind {
            Kind::NoRow => (Sent::Nothing, texts("", "", "", "")),
            Kind::Blank => {
                let mark = ["", "—", "/", "NA", "无数据", "…"][aim.free as usize % 6];
                (Sent::Blank, texts(mark, "", "", ""))
            }
            Kind::NotApplicable => (Sent::NotApplicable, texts("不适用", "", "", "没有这一项")),
            Kind::NothingToCount => (Sent::NotApplicable, texts("", "0", "0", "")),
            Kind::NumeratorAbove => (Sent::Invalid, texts("", "6", "5", "")),
            Kind::Value => value(aim, measure, &near),
            Kind::Counts | Kind::Mismatch => counts(aim, &near, kind == Kind::Mismatch),
        }
    }

    fn row(
        &self,
        year: u16,
        series: usize,
        region: usize,
        cells: &[String; 4],
        (names, free): (u8, u32),
    ) -> String {
        let by_code = match names {
            0 => true,
            1 => false,
            _ => free % 2 == 0,
        };
        let region = &self.plan.regions[region];
        let region = if by_code && region.level != Level::Area { region.code } else { region.name };
        let series = match self.plan.indicators.get(series) {
            Some(indicator) if by_code => indicator.id.clone(),
            Some(_) => format!("指标{}", series + 1),
            None => "参照增长率".to_owned(),
        };
        let [value, numerator, denominator, remark] = cells;
        format!("{year},{region},{series},{value},{numerator},{denominator},{remark}")
    }
}

/// A value by itself, so many of its own last digits beside what is aimed at.
fn value(aim: &Aim, measure: Measure, near: &Q) -> (Sent, [String; 4]) {
    let scale = if measure == Measure::Count { aim.scale.min(1) } else { aim.scale };
    let digits = scaled(near, scale).floor().to_integer().to_i64().unwrap() + aim.offset;
    let digits = match measure {
        Measure::Rate | Measure::Count => digits.max(0),
        Measure::Growth | Measure::Relative => digits,
    };
    let value = Dec { digits, scale };
    let hundred = Q::from_integer(100.into());
    let sign = measure != Measure::Count && aim.written < 10;
    let one = Q::from_integer(1.into());
    let zero = Q::from_integer(0.into());
    let magnitude = value.value().max(-value.value());
    // 0.552 without a sign may be 0.552% or 55.2%.
    let unclear = measure != Measure::Count && !sign && magnitude > zero && magnitude <= one;
    let beyond = measure == Measure::Rate && value.value() > hundred;
    let text = format!("{}{}", value.text(), if sign { "%" } else { "" });
    let cells = [text, String::new(), String::new(), String::new()];
    if unclear || beyond {
        (Sent::Invalid, cells)
    } else {
        (Sent::Figure { value: Some(value), counts: None }, cells)
    }
}

/// Counts, so many people beside what is aimed at, and perhaps their rate.
fn counts(aim: &Aim, near: &Q, mismatch: bool) -> (Sent, [String; 4]) {
    let hundred = Q::from_integer(100.into());
    let part = near / &hundred;
    let free = i64::from(aim.free);
    let exact = part.denom().to_i64().filter(|d| aim.hit && *d < 10i64.pow(13));
    let denominator = match exact {
        Some(denominator) => denominator * (1 + free % 7),
        None => 1 + (free * 1_000_003) % 10i64.pow(aim.size),
    };
    let people = (&part * Q::from_integer(denominator.into())).floor().to_integer();
    let numerator = (people.to_i64().unwrap() + aim.offset).clamp(0, denominator);
    // Now and then halves of people: the counts are decimals.
    let scale = u32::from(aim.free % 16 == 15);
    let counts = (Dec { digits: numerator, scale }, Dec { digits: denominator, scale });
    let rate = counts.0.value() / counts.1.value() * &hundred;
    let round = |value: &Q, scale| Dec {
        digits: scaled(value, scale).round().to_integer().to_i64().unwrap(),
        scale,
    };
    let cells = |value: String| [value, counts.0.text(), counts.1.text(), String::new()];
    let rounded = round(&rate, aim.scale);
    if mismatch {
        let wrong = Dec { digits: rounded.digits + 2, ..rounded };
        return (Sent::Invalid, cells(format!("{}%", wrong.text())));
    }
    let fraction = round(&(&rate / &hundred), aim.scale + 2);
    let (value, text) = match aim.written {
        0..=3 => (None, String::new()),
        4..=7 => (Some(rounded), format!("{}%", rounded.text())),
        // Nought by itself is no fraction of anything.
        8 if fraction.digits > 0 => {
            (Some(Dec { digits: fraction.digits, scale: aim.scale }), fraction.text())
        }
        _ => (Some(rounded), rounded.text()),
    };
    (Sent::Figure { value, counts: Some(counts) }, cells(text))
}

fn scaled(value: &Q, scale: u32) -> Q {
    value * Q::from_integer(BigInt::from(10).pow(scale))
}
