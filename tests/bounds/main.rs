//! Whatever comes, a run ends, within memory and with one of the four exit codes.
//!
//! Members of each kind are made here and given to the program as a process of its own.
//! `cargo test --test hostile` makes larger ones, and others with every seed.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a test that can't go on should stop
#![allow(clippy::print_stdout)] // with `--nocapture`: what each kind takes

use std::fs;

mod kinds;
mod run;

use kinds::Maker;
use run::{End, Limits, Ran, run};

/// How many members of each kind are tried.
const MEMBERS: u64 = 1;

/// Ten times what the dearest of the kinds takes of a debug build.
const LIMITS: Limits = Limits { mebibytes: 1536, seconds: 60 };

/// Tries every so-manieth kind, so that several tests share the work.
fn tries(first: usize, of: usize) {
    let mut bad = Vec::new();
    for (name, make) in kinds::all().skip(first).step_by(of) {
        for seed in 0..MEMBERS {
            let folder = tempfile::tempdir().unwrap();
            let args = make(&mut Maker::new(folder.path(), seed, false));
            let Ran { end, hundredths, mebibytes } = run(&args, folder.path(), &LIMITS);
            println!("{hundredths:5}/100 s {mebibytes:5} MiB  {name}");
            if end != End::Well {
                let took = format!("{hundredths}/100 s and {mebibytes} MiB");
                bad.push(format!("{name}, seed {seed}: {end:?} after {took}"));
            }
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn one_half_of_the_kinds_ends_well() {
    tries(0, 2);
}

#[test]
fn the_other_half_of_the_kinds_ends_well() {
    tries(1, 2);
}

#[test]
fn a_table_that_rules_are_drafted_from_has_no_more_than_two_mebibytes() {
    let table = "序号,指标,单位,2020年,2025年,属性\n1,示例率,%,50,60,预期性\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("表.csv");
    let said = || {
        let args = ["plan", "new", path.to_str().unwrap()].map(str::to_owned);
        assert_eq!(run(&args, folder.path(), &LIMITS).end, End::Well);
        ["out", "err"].map(|name| fs::read_to_string(folder.path().join(name)).unwrap())
    };
    let blank = |length: usize| "\n".repeat(length - table.len());
    fs::write(&path, format!("{table}{}", blank(2 << 20))).unwrap();
    let [drafted, told] = said();
    assert!(drafted.contains("示例率") && !told.contains("run/too-large"), "{told}");
    for hostile in [
        format!("{table}{}", blank((2 << 20) + 1)),
        format!("{}{table}", blank((2 << 20) + 1)),
        table.replace("示例率", &"率".repeat(1 << 20)),
    ] {
        fs::write(&path, hostile).unwrap();
        let [drafted, told] = said();
        assert!(drafted.is_empty() && told.contains("run/too-large"), "{told}");
    }
    // It has no end that anybody waits for.
    fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    assert!(said()[1].contains("run/too-large"));
}

#[test]
fn where_the_system_gives_no_more_memory_a_run_says_so_and_ends_as_one_that_can_not_be_made() {
    let names = ["one row of a roster", "a name of a region without an end", "reasons of waivers"];
    let mut out = 0;
    for name in names {
        let folder = tempfile::tempdir().unwrap();
        let make = kinds::all().find(|(kind, _)| *kind == name).unwrap().1;
        let args = make(&mut Maker::new(folder.path(), 0, name == "reasons of waivers"));
        // What a program itself takes is a part of it.
        for mebibytes in [64, 72, 80, 96, 128, 192] {
            let end = run(&args, folder.path(), &Limits { mebibytes, ..LIMITS }).end;
            assert!(matches!(end, End::Well | End::OverMemory), "{name}, {mebibytes}: {end:?}");
            out += usize::from(end == End::OverMemory);
        }
    }
    assert!(out > 0);
}

#[test]
fn years_that_are_due_from_a_whole_roster_are_refused_beyond_what_a_run_judges() {
    let make = |wanted: &str| kinds::all().find(|(name, _)| *name == wanted).unwrap().1;
    for (name, is_refused) in [
        ("years of a roster", true),
        ("years of a roster before", true),
        ("years of a roster in the history", false),
        ("one row of a roster", false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let args = make(name)(&mut Maker::new(folder.path(), 7, false));
        let end = run(&args, folder.path(), &LIMITS).end;
        assert_eq!(end, End::Well, "{name}");
        let said = fs::read_to_string(folder.path().join("err")).unwrap();
        assert_eq!(said.contains("judgement/too-many-verdicts"), is_refused, "{name}\n{said}");
    }
}

#[test]
fn what_is_said_of_some_regions_is_refused_where_very_many_rules_say_it_of_very_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let plan_of = |rules: usize, more: &str| {
        let rule = |at| kinds::indicator(at, &format!("指标{at}号"), more);
        kinds::plan(0, true) + &(1..=rules).map(rule).collect::<String>()
    };
    fs::write(path("roster.csv"), kinds::roster(21_000)).unwrap();
    let rows: String = (1..=1_000).map(|at| format!("指标{at}号,村7,60\n")).collect();
    fs::write(path("targets.csv"), format!("指标,地区,目标值\n{rows}")).unwrap();
    let of_table = plan_of(1_000, "").replace("roster =", "targets = \"targets.csv\"\nroster =");
    let [one, region, all] = [
        "applies-to = [\"100000007\"]\n",
        "regions = { \"100000007\" = { threshold = 50 } }\n",
        "by-region = \"same\"\n",
    ];
    for (what, plan, is_refused) in [
        (one, plan_of(1_000, one), true),
        (region, plan_of(1_000, region), true),
        (all, plan_of(1_000, &format!("{region}{all}")), true),
        ("targets", of_table, true),
        (one, plan_of(900, one), false),
        (region, plan_of(900, region), false),
    ] {
        fs::write(path("plan.toml"), plan).unwrap();
        let plan = path("plan.toml");
        let args = ["plan", "show", "--plan", plan.to_str().unwrap()];
        let Ran { end, .. } = run(&args.map(str::to_owned), folder.path(), &LIMITS);
        assert_eq!(end, End::Well, "{what}");
        let said = fs::read_to_string(path("err")).unwrap();
        assert_eq!(said.contains("plan/too-many-by-region"), is_refused, "{what}\n{said}");
        assert_eq!(said.contains("[plan/"), is_refused, "{what}\n{said}");
    }
}
