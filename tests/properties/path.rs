//! What successive years demand: one path through the baseline, the years that the plan
//! writes and the target.

use std::collections::BTreeMap;

use dabiao::exact::Rational;
use dabiao::term::{Basis, Condition};
use proptest::prelude::*;

use super::common::{self, Run};
use super::plan::{Dec, Form, Indicator, Level, Measure, Operator, Plan, Region, START, Scope};
use super::{cases, lib};

const LAST: u16 = START + 10;

/// A value in tenths: a rate within its limits, or so many tenths of a household.
fn tenths() -> impl Strategy<Value = Dec> {
    (1i64..1_000).prop_map(|digits| Dec { digits, scale: 1 })
}

/// A way up or down, with any years written in any order of values, from the plan's
/// baseline or from the county's own.
fn paths() -> impl Strategy<Value = (Indicator, u16, Option<Dec>)> {
    let operator = prop_oneof![
        Just(Operator::AtLeast),
        Just(Operator::Above),
        Just(Operator::AtMost),
        Just(Operator::Below),
        Just(Operator::Between),
    ];
    let form = prop_oneof![3 => Just(Form::Level), 1 => Just(Form::Sum)];
    let optional = || proptest::option::weighted(0.7, tenths());
    let written = proptest::collection::btree_map(1u16..10, tenths(), 0..5);
    (operator, form, tenths(), tenths(), optional(), optional(), written, 1u16..=2).prop_map(
        |(operator, form, one, other, baseline, own, written, gap)| {
            let is_sum = form == Form::Sum;
            let (low, high) = if one.digits <= other.digits { (one, other) } else { (other, one) };
            let first = START + gap;
            let years = written.into_iter().map(|(year, value)| (START + year, value));
            let indicator = Indicator {
                id: "i1".to_owned(),
                attribute: "约束性",
                form,
                measure: if is_sum { Measure::Count } else { Measure::Rate },
                operator,
                ascii: false,
                low,
                high,
                about: None,
                baseline: baseline.filter(|_| !is_sum),
                milestones: years.filter(|(year, _)| *year >= first).collect(),
                upper: BTreeMap::new(),
                own: (None, None),
                pace: None,
                scope: Scope::EachCounty,
                no_roll_up: false,
                any: false,
            };
            (indicator, first, own.filter(|_| !is_sum))
        },
    )
}

/// The bounds of a condition.
fn bounds(condition: &Condition) -> Vec<Rational> {
    condition.bounds().cloned().collect()
}

/// The bounds at a value on the way to the target: a range leads through no more than it
/// wants at either end.
fn knot(indicator: &Indicator, value: Dec) -> Vec<Rational> {
    let value = lib(&value.value());
    match indicator.operator {
        Operator::Between => {
            let (low, high) = (lib(&indicator.low.value()), lib(&indicator.high.value()));
            vec![low.min(value.clone()), high.max(value)]
        }
        _ => vec![value],
    }
}

/// The years at which the path is known, with its bounds there.
fn knots(indicator: &Indicator, first: u16, own: Option<Dec>) -> BTreeMap<u16, Vec<Rational>> {
    let nought = Dec { digits: 0, scale: 0 };
    let start = match indicator.form {
        Form::Sum => Some((first - 1, nought)),
        _ => own.or(indicator.baseline).map(|value| (START, value)),
    };
    let written = indicator.milestones.iter().map(|(year, value)| (*year, *value));
    let mut knots: BTreeMap<u16, Vec<Rational>> =
        start.into_iter().chain(written).map(|(year, v)| (year, knot(indicator, v))).collect();
    let ends = match indicator.operator {
        Operator::Between => vec![indicator.low, indicator.high],
        _ => vec![indicator.low],
    };
    knots.insert(LAST, ends.into_iter().map(|end| lib(&end.value())).collect());
    knots
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn between_two_knots_the_requirements_of_successive_years_are_monotone(
        (indicator, first, own) in paths(),
    ) {
        let county = Region { code: "11", name: "甲县", level: Level::County };
        let knots = knots(&indicator, first, own);
        let plan = Plan {
            first,
            last: LAST,
            linear: true,
            output: false,
            regions: vec![county],
            indicators: vec![indicator],
        };
        // What is sent is nothing to the path.
        let rows: Vec<String> = (first..=LAST).map(|year| format!("{year},甲县,i1,—,,,")).collect();
        let own = own.map(|value| format!("{START},甲县,i1,{}%,,,", value.text()));
        let run = own.iter().fold(Run::of(&rows), |run, row| run.history(&[row]));
        let report = run.judge(&common::load(&plan.toml()));
        let due: BTreeMap<u16, _> =
            report.rows().map(|row| (row.year(), row.requirement().cloned())).collect();
        prop_assert!(due.keys().copied().eq(first..=LAST));

        let begins = *knots.keys().next().unwrap();
        let early = due.range(..begins).find(|(_, due)| due.is_some());
        prop_assert!(early.is_none(), "{:?}", early);
        // A target that holds at the start and is all that is written has to be kept.
        if due.values().flatten().any(|due| due.basis == Basis::Kept) {
            prop_assert!(plan.indicators[0].milestones.is_empty());
            let target = &knots[&LAST];
            prop_assert!(due.values().flatten().all(|due| bounds(&due.condition) == *target));
            return Ok(());
        }
        for ((from, start), (to, end)) in knots.iter().zip(knots.iter().skip(1)) {
            let years = due.range((from + 1).max(first)..=*to);
            let years = years.map(|(_, due)| bounds(&due.as_ref().unwrap().condition));
            let path: Vec<Vec<Rational>> = std::iter::once(start.clone()).chain(years).collect();
            prop_assert_eq!(path.last(), Some(end));
            for which in 0..end.len() {
                let up = path.is_sorted_by(|a, b| a[which] <= b[which]);
                let down = path.is_sorted_by(|a, b| a[which] >= b[which]);
                prop_assert!(up || down, "{} to {}: {:?}", from, to, path);
            }
        }
    }
}
