//! Random plans and submissions, judged by the library and by a second, naive
//! reading of the rules that shares no code with it.
//!
//! Values are drawn next to the bounds they are held against, because that is
//! where a comparison that rounds, or is strict on the wrong side, shows.
//! `PROPTEST_CASES` sets how many cases are tried.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, not tests themselves

#[path = "../common/mod.rs"]
mod common;
mod naive;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use common::{Run, codes, count, exact, sheet, tally};
use dabiao::exact::Rational;
use dabiao::render::Lang;
use dabiao::report::Report;
use dabiao::term::{Comparison, Condition, Outcome};
use naive::{Bounds, Q, Verdict};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use world::World;

fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: 1_000,
        ..ProptestConfig::default()
    }
}

/// An exact fraction as the library holds it.
fn lib(value: &Q) -> Rational {
    Rational::from(value.numer().clone()) / Rational::from(value.denom().clone())
}

/// Bounds as the library holds them.
fn condition(bounds: &Bounds) -> Condition {
    match (&bounds.low, &bounds.high) {
        (Some((low, true)), None) => Condition::Compare(Comparison::Above, lib(low)),
        (Some((low, false)), None) => Condition::Compare(Comparison::AtLeast, lib(low)),
        (None, Some((high, true))) => Condition::Compare(Comparison::Below, lib(high)),
        (None, Some((high, false))) => Condition::Compare(Comparison::AtMost, lib(high)),
        (Some((low, _)), Some((high, _))) => Condition::Between(lib(low), lib(high)),
        (None, None) => unreachable!("every target has a bound"),
    }
}

fn judged(world: &World) -> Report {
    run(world, &[&world.rows]).judge(&common::load(&world.plan.toml()))
}

/// A run of the world's rows, cut into files.
fn run(world: &World, files: &[&[String]]) -> Run {
    let mut run = Run::default().against(world.against).fail_on(world.fail_on);
    for (at, rows) in files.iter().enumerate() {
        run = run.file(&format!("{}.csv", ["a", "b", "c"][at]), sheet(rows));
    }
    if !world.history_rows.is_empty() {
        run = run.history(&world.history_rows);
    }
    run
}

type Key = (u16, String, String);

/// Every verdict with what it rests on.
fn verdicts(report: &Report) -> BTreeMap<Key, (Outcome, Option<Condition>, Option<Rational>)> {
    let verdicts = report.rows().map(|row| {
        let key = (row.year(), row.indicator().id.clone(), row.region().name.to_string());
        let usable = row.outcome() != Outcome::Invalid;
        let margin = if usable { row.margin() } else { None };
        (key, (row.outcome(), row.requirement().map(|r| r.condition.clone()), margin))
    });
    let all: Vec<_> = verdicts.collect();
    let map: BTreeMap<_, _> = all.iter().cloned().collect();
    assert_eq!(map.len(), all.len(), "a cell is judged twice");
    map
}

fn agrees(report: &Report, expected: &naive::Expected) -> Result<(), TestCaseError> {
    let keys: BTreeSet<Key> = verdicts(report).into_keys().collect();
    prop_assert_eq!(&keys, &expected.verdicts.keys().cloned().collect::<BTreeSet<_>>());
    for ((year, indicator, region), verdict) in &expected.verdicts {
        let row = report
            .rows()
            .find(|row| {
                row.year() == *year
                    && row.indicator().id == *indicator
                    && *row.region().name == **region
            })
            .unwrap();
        let Verdict { outcome, due, value, margin, count } = verdict;
        let who = format!("{year} {indicator} {region}");
        prop_assert_eq!(row.outcome().word(), *outcome, "{}", who);
        let found = row.requirement();
        let expected = due.as_ref().map(|due| (condition(&due.bounds), due.basis, due.source));
        let found = found
            .map(|r| (r.condition.clone(), r.basis.word(), r.baseline.map(|source| source.word())));
        prop_assert_eq!(found, expected, "{}", who);
        if row.outcome() == Outcome::Invalid {
            continue;
        }
        prop_assert_eq!(row.value(), value.as_ref().map(lib), "{}", who);
        prop_assert_eq!(row.margin(), margin.as_ref().map(lib), "{}", who);
        prop_assert_eq!(row.count_margin(), count.clone(), "{}", who);
    }
    let outcomes = count(expected.verdicts.values().map(|verdict| verdict.outcome));
    prop_assert_eq!(tally(report), outcomes);
    prop_assert_eq!(report.exit.code(), expected.exit, "{:?}", codes(report));
    let found = count(codes(report));
    let found = |code| found.get(code).copied().unwrap_or(0);
    prop_assert_eq!(found("judgement/out-of-scope"), expected.out_of_scope);
    prop_assert_eq!(found("judgement/no-reference"), expected.no_reference);
    prop_assert_eq!(found("judgement/rounding-turns"), expected.rounding_turns);
    prop_assert_eq!(found("judgement/city-disagrees"), expected.city_disagrees);
    Ok(())
}

/// Bounds as they are printed in JSON.
fn printed(condition: &Value) -> Option<Bounds> {
    let number = |key: &str| condition[key].as_str().map(exact);
    let (low, high) = match condition["operator"].as_str()? {
        ">" => (Some((number("value")?, true)), None),
        ">=" => (Some((number("value")?, false)), None),
        "<" => (None, Some((number("value")?, true))),
        "<=" => (None, Some((number("value")?, false))),
        "between" => (Some((number("low")?, false)), Some((number("high")?, false))),
        other => panic!("operator {other}"),
    };
    Some(Bounds { low, high })
}

/// What a reader of the printed numbers would conclude, against the verdict.
fn never_contradicts(result: &Value) -> Result<(), TestCaseError> {
    let Some(value) = result["value"].as_str().map(exact) else { return Ok(()) };
    let holds = |key: &str| printed(&result[key]).map(|bounds| bounds.hold(&value));
    let (requirement, target) = (holds("requirement"), holds("target"));
    let expected = match result["outcome"].as_str().unwrap() {
        "met" => [None, Some(true)],
        "on_pace" => [Some(true), Some(false)],
        "behind" | "not_met" => [Some(false), Some(false)],
        "not_due" => [None, Some(false)],
        _ => return Ok(()),
    };
    for (expected, found) in expected.into_iter().zip([requirement, target]) {
        if let (Some(expected), Some(found)) = (expected, found) {
            prop_assert_eq!(expected, found, "{:#}", result);
        }
    }
    if let Some(margin) = result["margin"]["value"].as_str().map(exact)
        && let Some(holds) = requirement
    {
        let zero = Q::from_integer(0.into());
        prop_assert!(if holds { margin >= zero } else { margin <= zero }, "{:#}", result);
    }
    Ok(())
}

/// Puts rows in an order that the seed decides.
fn shuffle(rows: &mut [String], mut seed: u64) {
    for at in (1..rows.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (seed >> 33) as usize % (at + 1));
    }
}

/// The same rows, and some that no one can use: sent twice, unknown, or torn.
fn with_faults(world: &World, faults: &[u8]) -> World {
    let mut world = world.clone();
    for (at, fault) in faults.iter().enumerate() {
        let row = match (fault, world.rows.len()) {
            (0..=2, 1..) => world.rows[at * 7 % world.rows.len()].clone(),
            (3, _) => format!("2020,无此地{at},1,5%,,,"),
            (4, _) => format!("2020,{},无此指标,5%,,,", world.plan.regions[0].name),
            (5, _) => "2020,甲县".to_owned(),
            _ => "2019,甲县,1,5%,,,".to_owned(),
        };
        world.rows.push(row);
    }
    world
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_verdict_is_what_a_naive_reading_of_the_rules_says(world in world::worlds()) {
        let report = judged(&world);
        agrees(&report, &naive::judge(&world))?;
    }

    #[test]
    fn no_printed_number_contradicts_its_verdict(world in world::worlds()) {
        for result in common::json(&judged(&world))["results"].as_array().unwrap() {
            never_contradicts(result)?;
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_order_of_rows_changes_no_verdict_tally_or_exit_code(
        world in world::worlds(), faults in proptest::collection::vec(0u8..7, 0..4), seed in any::<u64>(),
    ) {
        let world = with_faults(&world, &faults);
        let before = judged(&world);
        let mut shuffled = world.clone();
        shuffle(&mut shuffled.rows, seed);
        let after = judged(&shuffled);
        prop_assert_eq!(verdicts(&before), verdicts(&after));
        prop_assert_eq!((before.tally, before.exit), (after.tally, after.exit));
        prop_assert_eq!(codes(&before), codes(&after));
    }

    #[test]
    fn splitting_a_file_in_two_changes_no_verdict_tally_or_exit_code(
        world in world::worlds(), faults in proptest::collection::vec(0u8..7, 0..4), cut in any::<u64>(),
    ) {
        let world = with_faults(&world, &faults);
        // A file without rows is a fault of its own.
        prop_assume!(world.rows.len() >= 2);
        let plan = common::load(&world.plan.toml());
        let whole = run(&world, &[&world.rows]).judge(&plan);
        let cut = 1 + cut as usize % (world.rows.len() - 1);
        let (first, second) = world.rows.split_at(cut);
        let split = run(&world, &[first, second]).judge(&plan);
        prop_assert_eq!(verdicts(&whole), verdicts(&split));
        prop_assert_eq!((whole.tally, whole.exit), (split.tally, split.exit));
        prop_assert_eq!(codes(&whole), codes(&split));
        // Each verdict points at the file that its row is in.
        for row in split.rows() {
            if let Some((file, line)) = row.location() {
                let rows = if &*file.name == "a.csv" { first } else { second };
                let code = row.region().code.as_deref().unwrap_or(&row.region().name);
                let sent = &rows[line as usize - 2];
                prop_assert!(sent.contains(code) || sent.contains(&*row.region().name));
            }
        }
    }

    #[test]
    fn every_format_tells_the_same_tally_and_exit_code(
        world in world::worlds(), faults in proptest::collection::vec(0u8..7, 0..3),
    ) {
        let report = judged(&with_faults(&world, &faults));
        let expected = tally(&report);
        let total: u64 = expected.values().sum();
        prop_assert_eq!(report.tally.total(), total);

        let json = common::json(&report);
        let results = json["results"].as_array().unwrap();
        prop_assert_eq!(&count(results.iter().map(|r| r["outcome"].as_str().unwrap())), &expected);
        for outcome in Outcome::ALL {
            let word = outcome.word();
            let said = json["summary"][word].as_u64().unwrap();
            prop_assert_eq!(said, expected.get(word).copied().unwrap_or(0));
        }
        prop_assert_eq!(json["summary"]["exit_code"].as_u64(), Some(report.exit.code().into()));

        let csv = common::csv(&report);
        prop_assert_eq!(&count(csv.iter().map(|row| row["outcome"].as_str())), &expected);
        // The same numbers too: one row of CSV for each result of the JSON.
        for (line, result) in csv.iter().zip(results) {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            prop_assert_eq!(&line["value"], &text(&result["value"]));
            prop_assert_eq!(&line["margin"], &text(&result["margin"]["value"]));
            prop_assert_eq!(&line["basis"], &text(&result["requirement"]["basis"]));
            let count = result["margin"]["count"].as_i64().map(|count| count.to_string());
            prop_assert_eq!(&line["margin_count"], &count.unwrap_or_default());
        }

        for lang in [Lang::Zh, Lang::En] {
            prop_assert_eq!(common::table_tally(&report, lang), (expected.clone(), total));
            let table = common::table(&report, lang);
            let end = table.lines().last().unwrap();
            let code: String = end.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(code, report.exit.code().to_string(), "{}", table);
        }
    }
}

/// A property that never meets a case says nothing about it.
#[test]
fn the_random_cases_reach_every_outcome_and_every_basis() {
    let mut runner = TestRunner::deterministic();
    let (mut outcomes, mut bases) = (BTreeMap::new(), BTreeMap::new());
    let (mut exits, mut findings) = (BTreeSet::new(), [0; 4]);
    let mut at_the_bound = 0;
    for _ in 0..400 {
        let world = world::worlds().new_tree(&mut runner).unwrap().current();
        let expected = naive::judge(&world);
        for verdict in expected.verdicts.values() {
            *outcomes.entry(verdict.outcome).or_insert(0) += 1;
            if let Some(due) = &verdict.due {
                *bases.entry((due.basis, due.source)).or_insert(0) += 1;
            }
            at_the_bound += usize::from(verdict.margin == Some(Q::from_integer(0.into())));
        }
        exits.insert(expected.exit);
        findings[0] += expected.out_of_scope;
        findings[1] += expected.no_reference;
        findings[2] += expected.rounding_turns;
        findings[3] += expected.city_disagrees;
    }
    // No waiver is written here; every other outcome occurs, and often.
    assert_eq!(outcomes.len(), Outcome::ALL.len() - 1, "{outcomes:?}");
    assert!(
        outcomes.values().chain(bases.values()).all(|seen| *seen >= 20),
        "{outcomes:?} {bases:?}"
    );
    let sourced =
        [Some("history"), Some("plan")].map(|source| [("kept", source), ("pace", source)]);
    let alone = ["milestone", "reference", "target"].map(|basis| (basis, None));
    let wanted: BTreeSet<_> = sourced.into_iter().flatten().chain(alone).collect();
    assert_eq!(bases.into_keys().collect::<BTreeSet<_>>(), wanted);
    assert_eq!(exits, BTreeSet::from([0, 1, 3]));
    assert!(findings.iter().all(|seen| *seen >= 20), "{findings:?}");
    assert!(at_the_bound >= 200, "{at_the_bound}");
}
