//! Whole cases: a plan, what was sent under it, and how it is judged.

use dabiao::term::{Against, FailOn};
use proptest::prelude::*;

use super::cell::{self, Aim};
use super::plan::{Form, Level, Plan, Region, START};
use super::rule::{Rule, rules};
use super::world::{Sheet, World};

/// What a whole case is made of.
#[derive(Debug, Clone)]
pub(crate) struct Seeds {
    span: u16,
    gap: u16,
    linear: bool,
    output: bool,
    city: bool,
    area: bool,
    counties: usize,
    rules: Vec<Rule>,
    years: Vec<u16>,
    /// The years before that the history holds, the baseline year apart.
    past: Vec<u16>,
    aims: Vec<Aim>,
    history: bool,
    /// Every county sends a figure, so that there is a roll-up.
    pub(crate) whole: bool,
    pub(crate) names: u8,
    pub(crate) waivers: Vec<(u16, u16, u16, u8)>,
    pub(crate) as_of: Option<u8>,
    require_tasks: bool,
    against: bool,
    fail_on: FailOn,
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let plan = (
        prop_oneof![3 => Just(5u16), 2 => Just(3), 2 => Just(7), 1 => 1u16..=9],
        1u16..=2,
        (proptest::bool::weighted(0.85), any::<bool>()),
        proptest::bool::weighted(0.85),
        any::<bool>(),
        1usize..=4,
        proptest::collection::vec(rules(), 1..=3),
    );
    let sent = (
        proptest::collection::vec(0u16..=10, 1..=3),
        prop_oneof![
            2 => proptest::collection::vec(1u16..=10, 0..=4),
            1 => Just((1..=10).collect()),
        ],
        proptest::collection::vec(cell::aims(), 60),
        proptest::bool::weighted(0.5),
        proptest::bool::weighted(0.6),
        0u8..3,
    );
    let waivers = (
        proptest::collection::vec((any::<u16>(), any::<u16>(), any::<u16>(), any::<u8>()), 0..=6),
        proptest::option::weighted(0.3, any::<u8>()),
    );
    let fail_on = prop_oneof![
        Just(FailOn::Binding),
        Just(FailOn::Anticipatory),
        Just(FailOn::Task),
        Just(FailOn::None),
    ];
    let choices = (proptest::bool::weighted(0.15), proptest::bool::weighted(0.2), fail_on);
    (plan, sent, waivers, choices).prop_map(
        |(
            (span, gap, (linear, output), city, area, counties, rules),
            (years, past, aims, history, whole, names),
            (waivers, as_of),
            (against, require_tasks, fail_on),
        )| {
            build(&Seeds {
                span,
                gap,
                linear,
                output,
                city,
                area,
                counties,
                rules,
                years,
                past,
                aims,
                history,
                whole,
                names,
                waivers,
                as_of,
                require_tasks,
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
    let mut indicators: Vec<_> = rules.map(|(at, rule)| rule.indicator(at, first, last)).collect();
    // A reference that follows from levels has no rate to ease.
    let relative = indicators.iter_mut().filter(|it| matches!(it.form, Form::Relative { .. }));
    relative.filter(|_| seeds.output).for_each(|indicator| indicator.about = None);
    let plan =
        Plan { first, last, linear: seeds.linear, output: seeds.output, regions, indicators };
    let mut world = World {
        plan,
        sheet: Sheet::new(),
        history: Sheet::new(),
        rows: Vec::new(),
        history_rows: Vec::new(),
        waivers: Vec::new(),
        as_of: None,
        require_tasks: seeds.require_tasks,
        against: if seeds.against { Against::Target } else { Against::Requirement },
        fail_on: seeds.fail_on,
    };
    let mut aims = seeds.aims.iter().cycle();
    let in_order = |years: &[u16]| -> Vec<u16> {
        let mut years: Vec<u16> =
            years.iter().map(|year| START + year % (seeds.span + 2)).collect();
        years.sort_unstable();
        years.dedup();
        years
    };
    let years = in_order(&seeds.years);
    if seeds.history {
        for year in START - 2..START {
            if world.plan.indicators.iter().any(|indicator| indicator.base() == year) {
                world.fill(year, &years, true, seeds, &mut aims);
            }
        }
        world.fill(START, &years, true, seeds, &mut aims);
        for year in in_order(&seeds.past).into_iter().filter(|year| *year > START) {
            world.fill(year, &years, true, seeds, &mut aims);
        }
    }
    for year in &years {
        world.fill(*year, &years, false, seeds, &mut aims);
    }
    world.waive(seeds, &years);
    world
}
