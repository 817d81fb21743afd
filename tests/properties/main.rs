//! Random plans and submissions, judged by the library and by a second, naive
//! reading of the rules that shares no code with it.
//!
//! Values are drawn next to the bounds they are held against, because that is
//! where a comparison that rounds, or is strict on the wrong side, shows.
//! `PROPTEST_CASES` sets how many cases are tried.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, not tests themselves

#[path = "../common/mod.rs"]
mod common;

mod audits;
mod bounds;
mod cell;
mod coverage;
mod filters;
mod naive;
mod noise;
mod path;
mod plan;
mod printed;
mod rounding;
mod rule;
mod seeds;
mod variants;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use bounds::Bounds;
use common::{Run, TOTALS, codes, count, tally, under};
use dabiao::diagnostic::{Diagnostic, JudgementProblem, Problem, Severity};
use dabiao::exact::Rational;
use dabiao::render::Lang;
use dabiao::report::Report;
use dabiao::term::{Comparison, Condition, Outcome};
use naive::{Q, Verdict};
use proptest::prelude::*;
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
    let whole = |number: &dyn ToString| Rational::whole(&number.to_string()).unwrap();
    whole(value.numer()) / whole(value.denom())
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
    judged_of(world, &[&world.rows], &[&world.history_rows])
}

/// A run of the world's rows, cut into files.
fn judged_of(world: &World, files: &[&[String]], history: &[&[String]]) -> Report {
    run(world, files, history).judge(&common::load(&world.plan.toml()))
}

fn run(world: &World, files: &[&[String]], history: &[&[String]]) -> Run {
    let mut run = Run::default().against(world.against).fail_on(world.fail_on);
    run = run.waivers(&world.waivers_toml());
    if let Some(day) = world.as_of {
        run = run.on_day(&world::date(day));
    }
    if world.require_tasks {
        run = run.require_tasks();
    }
    for (name, rows) in ["a.csv", "b.csv", "c.csv"].iter().zip(files) {
        run = run.file(name, under(TOTALS, rows));
    }
    // A file without rows is a fault of its own.
    for (name, rows) in
        ["d.csv", "e.csv"].iter().zip(history.iter().filter(|rows| !rows.is_empty()))
    {
        run = run.history_file(name, under(TOTALS, rows));
    }
    run
}

/// The findings that are counted a second time.
const COUNTED: [&str; 12] = [
    "judgement/out-of-scope",
    "judgement/no-reference",
    "judgement/no-baseline",
    "judgement/sum-gap",
    "judgement/total-disagrees",
    "judgement/growth-disagrees",
    "judgement/growth-indexed",
    "judgement/rounding-turns",
    "audit/city-disagrees",
    "judgement/waiver-expired",
    "judgement/waiver-unused",
    "judgement/waiver-double",
];

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

/// The row of a key ends as a naive reading says, by the same requirement.
fn is_as_expected(report: &Report, key: &Key, verdict: &Verdict) -> Result<(), TestCaseError> {
    let (year, indicator, region) = key;
    let row = report
        .rows()
        .find(|row| {
            row.year() == *year
                && row.indicator().id == *indicator
                && *row.region().name == **region
        })
        .unwrap();
    let Verdict { outcome, due, value, .. } = verdict;
    let who = format!("{year} {indicator} {region}");
    prop_assert_eq!(row.outcome().word(), *outcome, "{}", who);
    let found = row.requirement();
    let expected = due.as_ref().map(|due| (condition(&due.bounds), due.basis, due.source));
    let found = found
        .map(|r| (r.condition.clone(), r.basis.word(), r.baseline.map(|source| source.word())));
    prop_assert_eq!(found, expected, "{}", who);
    if row.outcome() == Outcome::Invalid {
        return Ok(());
    }
    prop_assert_eq!(row.value(), value.as_ref().map(lib), "{}", who);
    prop_assert_eq!(row.margin(), verdict.margin().as_ref().map(lib), "{}", who);
    let count = verdict.count_margin().map(Q::from_integer);
    prop_assert_eq!(row.count_margin(), count.as_ref().map(lib), "{}", who);
    let share = due.as_ref().zip(value.as_ref());
    let share = share.and_then(|(due, value)| due.bounds.completion(value));
    prop_assert_eq!(row.completion(), share.as_ref().map(lib), "{}", who);
    Ok(())
}

fn agrees(report: &Report, expected: &naive::Expected) -> Result<(), TestCaseError> {
    let keys: BTreeSet<Key> = verdicts(report).into_keys().collect();
    prop_assert_eq!(&keys, &expected.verdicts.keys().cloned().collect::<BTreeSet<_>>());
    for (key, verdict) in &expected.verdicts {
        is_as_expected(report, key, verdict)?;
    }
    let outcomes = count(expected.verdicts.values().map(|verdict| verdict.outcome));
    prop_assert_eq!(tally(report), outcomes);
    prop_assert_eq!(report.exit.code(), expected.exit, "{:?}", codes(report));
    // What rounding leaves in doubt is counted in `rounding`.
    let is_doubt = |problem: &Problem| {
        matches!(problem, Problem::Judgement(JudgementProblem::RoundingDoubts { .. }))
    };
    let certain = report.diagnostics.iter().filter(|found| !is_doubt(&found.problem));
    let mut found = count(certain.map(Diagnostic::code));
    found.retain(|code, _| COUNTED.contains(code));
    prop_assert_eq!(found, expected.found.clone());
    Ok(())
}

/// Puts rows in an order that the seed decides.
fn shuffle(rows: &mut [String], mut seed: u64) {
    for at in (1..rows.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (seed >> 33) as usize % (at + 1));
    }
}

/// The same verdicts, and the same faults. What a whole file sends once more is told once
/// for the file, and else row by row.
fn same_findings(one: &Report, other: &Report) -> Result<(), TestCaseError> {
    prop_assert_eq!(verdicts(one), verdicts(other));
    prop_assert_eq!((one.tally, one.exit), (other.tally, other.exit));
    let of_file = |report| codes(report).contains(&"submission/duplicate-file");
    if of_file(one) == of_file(other) {
        prop_assert_eq!(codes(one), codes(other));
        return Ok(());
    }
    let repeated = ["submission/duplicate", "submission/duplicate-file"];
    let is_repeated = |code: &&str| repeated.contains(code);
    let rest = |report| codes(report).into_iter().filter(|code| !is_repeated(code)).collect();
    let (rest_of_one, rest_of_other): (Vec<_>, Vec<_>) = (rest(one), rest(other));
    prop_assert_eq!(rest_of_one, rest_of_other);
    prop_assert_eq!(codes(one).iter().any(is_repeated), codes(other).iter().any(is_repeated));
    Ok(())
}

/// The same rows, and some that no one can use: sent twice, unknown, or torn.
fn with_faults(world: &World, faults: &[u8]) -> World {
    let mut world = world.clone();
    for (at, fault) in faults.iter().enumerate() {
        let row = match (fault, world.rows.len()) {
            (0..=2, 1..) => world.rows[at * 7 % world.rows.len()].clone(),
            (3, _) => format!("2020,无此地{at},1,5%,,,,"),
            (4, _) => format!("2020,{},无此指标,5%,,,,", world.plan.regions[0].name),
            (5, _) => "2020,甲县".to_owned(),
            _ => "2019,甲县,1,5%,,,,".to_owned(),
        };
        world.rows.push(row);
    }
    world
}

proptest! {
    #![proptest_config(cases(300))]

    /// Where a mark, a blank or a width is put into a cell, names are read alike and numbers
    /// alike or not at all: no verdict turns, and no figure is lost, without an error.
    #[test]
    fn what_nobody_sees_never_turns_a_verdict_without_an_error(
        noises in proptest::collection::vec(noise::noise(), 1..4),
    ) {
        const ROWS: [&str; 4] = [
            common::HEADER,
            "2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据",
            "2023,330903,9,56.10%,2128,3793,",
            "2023,普陀山—朱家尖,残疾人文体服务覆盖率,93.11%,1216,1306,",
        ];
        let plan = dabiao::plan::Plan::built_in().unwrap();
        let judged = |noises: &[noise::Noise]| {
            Run::default().file("a.csv", noise::noisy(&ROWS, noises)).judge(&plan)
        };
        let (sound, found) = (judged(&[]), judged(&noises));
        let is_error = |report: &Report| {
            report.diagnostics.iter().any(|found| found.severity() == Severity::Error)
        };
        prop_assert!(!is_error(&sound));
        prop_assert!(is_error(&found) || verdicts(&found) == verdicts(&sound));
    }

    #[test]
    fn every_verdict_is_what_a_naive_reading_of_the_rules_says(world in seeds::worlds()) {
        let report = judged(&world);
        agrees(&report, &naive::judge(&world))?;
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_order_of_rows_changes_no_verdict_tally_or_exit_code(
        world in seeds::worlds(), faults in proptest::collection::vec(0u8..7, 0..4), seed in any::<u64>(),
    ) {
        let world = with_faults(&world, &faults);
        let mut shuffled = world.clone();
        shuffle(&mut shuffled.rows, seed);
        shuffle(&mut shuffled.history_rows, seed);
        same_findings(&judged(&world), &judged(&shuffled))?;
    }

    #[test]
    fn splitting_files_in_two_changes_no_verdict_tally_or_exit_code(
        world in seeds::worlds(), faults in proptest::collection::vec(0u8..7, 0..4), cut in any::<u64>(),
    ) {
        let world = with_faults(&world, &faults);
        // A file without rows is a fault of its own.
        prop_assume!(world.rows.len() >= 2);
        let cut_at = 1 + cut as usize % (world.rows.len() - 1);
        let (first, second) = world.rows.split_at(cut_at);
        let past = cut as usize % (world.history_rows.len() + 1);
        let (early, late) = world.history_rows.split_at(past);
        let whole = judged(&world);
        let split = judged_of(&world, &[first, second], &[early, late]);
        same_findings(&whole, &split)?;
        same_findings(&whole, &judged_of(&world, &[second, first], &[late, early]))?;
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
    fn a_waiver_changes_nothing_but_its_own_row(world in seeds::worlds()) {
        let with = judged(&world);
        let without = judged(&World { waivers: Vec::new(), ..world.clone() });
        let [with_json, without_json] = [&with, &without].map(common::json);
        prop_assert_eq!(&with_json["run"], &without_json["run"]);
        let results = |json: &Value| json["results"].as_array().unwrap().clone();
        let (before, after) = (results(&without_json), results(&with_json));
        prop_assert_eq!(before.len(), after.len());
        let mut waived = 0;
        for (before, mut after) in before.into_iter().zip(after) {
            if after["outcome"] == "waived" {
                waived += 1;
                prop_assert!(["behind", "not_met"].map(Value::from).contains(&before["outcome"]));
                prop_assert!(after["waiver"]["reason"].as_str().unwrap().starts_with("理由"));
                after["outcome"] = before["outcome"].clone();
                after["waiver"] = Value::Null;
            }
            prop_assert_eq!(before, after);
        }
        let total = |report: &Report, outcomes: &[Outcome]| -> u64 {
            outcomes.iter().map(|outcome| report.tally.outcome(*outcome)).sum()
        };
        let failed = [Outcome::Behind, Outcome::NotMet];
        prop_assert_eq!(total(&with, &[Outcome::Waived]), waived);
        prop_assert_eq!(total(&with, &failed) + waived, total(&without, &failed));
        prop_assert_eq!(with.tally.total(), without.tally.total());
        // What is found beside the verdicts stays, but for words on waivers themselves.
        let others = |report: &Report| -> Vec<_> {
            codes(report).into_iter().filter(|code| !code.starts_with("judgement/waiver")).collect()
        };
        prop_assert_eq!(others(&with), others(&without));
        // A run can only get better by it.
        prop_assert!(with.exit == without.exit || (with.exit.code(), without.exit.code()) == (0, 1));
    }

    #[test]
    fn every_format_tells_the_same_tally_and_exit_code(
        world in seeds::worlds(), faults in proptest::collection::vec(0u8..7, 0..3),
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
            let unbroken = |text: &str| text.split_whitespace().collect::<String>();
            let conclusion = unbroken(lang.conclusion(report.conclusion()));
            prop_assert!(unbroken(&table).ends_with(&conclusion), "{}", table);
        }
    }
}
