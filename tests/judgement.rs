//! The rules of judging as claims, each tried at its boundary and one unit to
//! either side.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::collections::BTreeMap;

use common::{Run, codes, csv, exact, json, messages, row, table};
use dabiao::diagnostic::Severity;
use dabiao::exact::Rational;
use dabiao::plan::{Plan, RuleFile, Target};
use dabiao::render::{self, Lang, Style};
use dabiao::report::{Exit, Report};
use dabiao::term::{Against, Attribute, Comparison, FailOn, Outcome};
use num_bigint::BigInt;

/// Five years, as every five-year plan.
const FIVE: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n";
/// A fraction of these is no decimal.
const THREE: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2023\n";
const SEVEN: &str = "baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2027\n";

/// One county and nothing above it.
const COUNTY: &str = "[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n";
/// A city of two counties, one with a 功能区 inside.
const CITY: &str = "[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
    [[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n";

/// 49.86% to 60%: 55.944% after three of five years.
const UPWARD: &str = "operator = '≥'\nthreshold = 60\nbaseline = 49.86";

/// A plan of these regions and rules; what a rule leaves out is filled in.
fn plan(years: &str, regions: &str, rules: &[&str]) -> Plan {
    let mut toml = format!(
        "[plan]\nid = 'p'\ntitle = '规划'\n{years}{regions}\
         [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n"
    );
    for rule in rules {
        let defaults = [
            ("id", "i"),
            ("name", "率"),
            ("attribute", "约束性"),
            ("unit", "%"),
            ("cite", "第1行"),
        ];
        toml += "[[indicator]]\n";
        for (key, value) in defaults {
            if !rule.lines().any(|line| line.starts_with(&format!("{key} "))) {
                toml += &format!("{key} = '{value}'\n");
            }
        }
        toml += &format!("{rule}\n");
    }
    common::load(&toml)
}

/// How one county's value ends under a rule, and what that rests on.
fn judged(years: &str, rule: &str, year: u16, value: &str) -> (&'static str, String) {
    let plan = plan(years, COUNTY, &[rule]);
    let report = Run::of(&[format!("{year},甲县,率,{value},,,")]).judge(&plan);
    assert!(codes(&report).iter().all(|code| !code.starts_with("submission/")));
    let row = row(&report, "i", "甲县").unwrap();
    let basis = row.requirement().map_or("none", |requirement| requirement.basis.word());
    (row.outcome().word(), basis.to_owned())
}

/// Tries values one by one.
fn tries(years: &str, rule: &str, year: u16, basis: &str, expected: &[(&str, &str)]) {
    for (value, outcome) in expected {
        let found = judged(years, rule, year, value);
        assert_eq!(found, (*outcome, basis.to_owned()), "{value} in {year} under {rule}");
    }
}

/// How counts end, and the margin in people.
fn counted(years: &str, rule: &str, year: u16, counts: (u64, u64)) -> (&'static str, BigInt) {
    let plan = plan(years, COUNTY, &[rule]);
    let report = Run::of(&[format!("{year},甲县,率,,{},{},", counts.0, counts.1)]).judge(&plan);
    let row = row(&report, "i", "甲县").unwrap();
    (row.outcome().word(), row.count_margin().unwrap())
}

fn outcome(report: &Report, region: &str) -> &'static str {
    row(report, "i", region).map_or("not judged", |row| row.outcome().word())
}

/// What JSON says of one region.
fn result(report: &Report, region: &str) -> serde_json::Value {
    let json = json(report);
    let results = json["results"].as_array().unwrap();
    results.iter().find(|result| result["region"]["name"] == region).unwrap().clone()
}

fn city(rule: &str, rows: &[&str]) -> Report {
    Run::of(rows).judge(&plan(FIVE, CITY, &[rule]))
}

// Rule 1: the target year and after.

#[test]
fn in_the_target_year_and_after_it_the_target_itself_is_due() {
    for year in [2025, 2026, 2035] {
        let expected = [("59.999%", "not_met"), ("60%", "met"), ("60.001%", "met")];
        tries(FIVE, UPWARD, year, "target", &expected);
    }
    // The year before, the same value only has to keep pace.
    tries(FIVE, UPWARD, 2024, "pace", &[("59.999%", "on_pace"), ("60%", "met")]);
}

#[test]
fn exactly_99_is_not_above_99() {
    let rule = "operator = '>'\nthreshold = 99\nbaseline = 90";
    let expected = [("98.99%", "not_met"), ("99%", "not_met"), ("99.00%", "not_met")];
    tries(FIVE, rule, 2025, "target", &expected);
    tries(FIVE, rule, 2025, "target", &[("99.000000000000001%", "met")]);
}

#[test]
fn each_operator_holds_on_its_own_side_of_the_threshold() {
    let values = ["59.99%", "60%", "60.01%"];
    for (operator, threshold, outcomes) in [
        (">", "60", ["not_met", "not_met", "met"]),
        ("≥", "60", ["not_met", "met", "met"]),
        (">=", "60", ["not_met", "met", "met"]),
        ("<", "60", ["met", "not_met", "not_met"]),
        ("≤", "60", ["met", "met", "not_met"]),
        ("<=", "60", ["met", "met", "not_met"]),
        ("=", "60", ["not_met", "met", "not_met"]),
        ("between", "[60, 60.01]", ["not_met", "met", "met"]),
        ("between", "[59.99, 60]", ["met", "met", "not_met"]),
    ] {
        let rule = format!("operator = '{operator}'\nthreshold = {threshold}");
        for (value, outcome) in values.into_iter().zip(outcomes) {
            tries(FIVE, &rule, 2025, "target", &[(value, outcome)]);
        }
    }
}

#[test]
fn the_target_is_due_though_a_milestone_or_a_kept_baseline_came_before() {
    let rule = "operator = '≥'\nthreshold = 60\nbaseline = 70\nmilestones = { 2024 = 50 }";
    let expected = [("59.999%", "not_met"), ("60%", "met")];
    tries(FIVE, rule, 2025, "target", &expected);
    tries(FIVE, rule, 2024, "kept", &expected);
}

// Rule 2: kept up since the baseline.

#[test]
fn a_target_that_the_baseline_meets_has_to_be_kept_every_year() {
    let rule = "operator = '>'\nthreshold = 99\nbaseline = 99.93";
    for year in 2020..2025 {
        let expected = [("98.999%", "not_met"), ("99%", "not_met"), ("99.001%", "met")];
        tries(FIVE, rule, year, "kept", &expected);
    }
}

#[test]
fn a_baseline_at_the_threshold_is_kept_only_where_the_threshold_itself_holds() {
    let lenient = "operator = '≥'\nthreshold = 90\nbaseline = 90";
    tries(FIVE, lenient, 2022, "kept", &[("89.999%", "not_met"), ("90%", "met")]);
    // Here the line is level: it may be touched, but that is not the target yet.
    let strict = "operator = '>'\nthreshold = 90\nbaseline = 90";
    let expected = [("89.999%", "behind"), ("90%", "on_pace"), ("90.001%", "met")];
    tries(FIVE, strict, 2022, "pace", &expected);
    tries(FIVE, strict, 2025, "target", &[("90%", "not_met"), ("90.001%", "met")]);
    let lower = "operator = '≤'\nthreshold = 5.5\nbaseline = 5.5";
    tries(FIVE, lower, 2022, "kept", &[("5.501%", "not_met"), ("5.5%", "met")]);
    let range = "operator = 'between'\nthreshold = [20, 30]\nbaseline = 30";
    tries(FIVE, range, 2022, "kept", &[("30%", "met"), ("30.001%", "not_met")]);
}

#[test]
fn what_has_to_be_kept_is_not_loosened_by_a_milestone() {
    let rule = "operator = '≥'\nthreshold = 60\nbaseline = 65\nmilestones = { 2023 = 50 }";
    tries(FIVE, rule, 2023, "kept", &[("59.999%", "not_met"), ("60%", "met")]);
}

// Rule 3: milestones.

#[test]
fn a_milestone_replaces_the_line_for_its_year_alone() {
    let rule = format!("{UPWARD}\nmilestones = {{ 2023 = 58 }}");
    let expected = [("57.999%", "behind"), ("58%", "on_pace"), ("60%", "met")];
    tries(FIVE, &rule, 2023, "milestone", &expected);
    let expected = [("53.915%", "behind"), ("53.916%", "on_pace")];
    tries(FIVE, &rule, 2022, "pace", &expected);
    tries(FIVE, &rule, 2024, "pace", &[("57.971%", "behind"), ("57.972%", "on_pace")]);
}

#[test]
fn a_milestone_is_due_though_there_is_no_baseline() {
    let rule = "operator = '>'\nthreshold = 90\nmilestones = { 2023 = 70 }";
    let expected =
        [("69.999%", "behind"), ("70%", "on_pace"), ("90%", "on_pace"), ("90.1%", "met")];
    tries(FIVE, rule, 2023, "milestone", &expected);
    tries(FIVE, rule, 2022, "none", &[("1.001%", "not_due")]);
}

#[test]
fn where_lower_is_better_a_milestone_is_a_ceiling() {
    let rule = "operator = '<'\nthreshold = 5\nbaseline = 9\nmilestones = { 2023 = 8 }";
    let expected = [("8.001%", "behind"), ("8%", "on_pace"), ("5%", "on_pace"), ("4.999%", "met")];
    tries(FIVE, rule, 2023, "milestone", &expected);
}

#[test]
fn a_milestone_outside_a_range_replaces_the_bound_on_its_side() {
    let below = "operator = 'between'\nthreshold = [20, 30]\nmilestones = { 2023 = 15 }";
    let expected = [
        ("14.999%", "behind"),
        ("15%", "on_pace"),
        ("20%", "met"),
        ("30%", "met"),
        ("30.001%", "behind"),
    ];
    tries(FIVE, below, 2023, "milestone", &expected);
    let above = "operator = '='\nthreshold = 20\nmilestones = { 2023 = 35 }";
    let expected =
        [("19.999%", "behind"), ("20%", "met"), ("35%", "on_pace"), ("35.001%", "behind")];
    tries(FIVE, above, 2023, "milestone", &expected);
}

#[test]
fn a_value_that_holds_the_target_is_met_though_the_milestone_wants_more() {
    let rule = "operator = '≥'\nthreshold = 60\nmilestones = { 2023 = 80 }";
    tries(FIVE, rule, 2023, "milestone", &[("59.999%", "behind"), ("60%", "met")]);
}

// Rule 4: the straight line.

#[test]
fn three_fifths_of_the_way_is_the_line_of_the_third_year() {
    let expected = [("55.943%", "behind"), ("55.944%", "on_pace"), ("55.945%", "on_pace")];
    tries(FIVE, UPWARD, 2023, "pace", &expected);
    let report = Run::of(&["2023,甲县,率,55.20%,3212,5819,"]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
    let result = result(&report, "甲县");
    assert_eq!(result["outcome"], "behind");
    assert_eq!(result["value"], "55.20");
    let requirement = &result["requirement"];
    assert_eq!((&requirement["operator"], &requirement["value"]), (&">=".into(), &"55.944".into()));
    assert_eq!((&requirement["basis"], &requirement["baseline"]), (&"pace".into(), &"plan".into()));
    assert_eq!(
        result["target"],
        serde_json::json!({"operator": ">=", "value": "60", "year": 2025})
    );
    // 5819 × 55.944% is 3255.38…: 3256 are wanted.
    assert_eq!(result["margin"]["count"], -44);
}

#[test]
fn the_line_starts_at_the_baseline() {
    let expected = [("49.859%", "behind"), ("49.86%", "on_pace"), ("60%", "met")];
    tries(FIVE, UPWARD, 2020, "pace", &expected);
}

#[test]
fn on_the_way_to_a_strict_target_the_line_itself_is_enough() {
    let above = "operator = '>'\nthreshold = 90\nbaseline = 60";
    let expected =
        [("71.999%", "behind"), ("72%", "on_pace"), ("90%", "on_pace"), ("90.001%", "met")];
    tries(FIVE, above, 2022, "pace", &expected);
    let below = "operator = '<'\nthreshold = 5\nbaseline = 10";
    let expected = [("8.001%", "behind"), ("8%", "on_pace"), ("5%", "on_pace"), ("4.999%", "met")];
    tries(FIVE, below, 2022, "pace", &expected);
}

#[test]
fn where_lower_is_better_the_line_is_a_ceiling() {
    let rule = "operator = '≤'\nthreshold = 5.5\nbaseline = 8";
    let expected = [
        ("6.501%", "behind"),
        ("6.5%", "on_pace"),
        ("6.499%", "on_pace"),
        ("5.501%", "on_pace"),
        ("5.5%", "met"),
    ];
    tries(FIVE, rule, 2023, "pace", &expected);
}

#[test]
fn the_way_to_a_range_leads_to_its_nearer_bound_and_the_other_bound_holds_all_the_time() {
    let up = "operator = 'between'\nthreshold = [20, 26]\nbaseline = 10";
    let expected = [
        ("13.999%", "behind"),
        ("14%", "on_pace"),
        ("19.999%", "on_pace"),
        ("20%", "met"),
        ("26%", "met"),
        ("26.001%", "behind"),
    ];
    tries(FIVE, up, 2022, "pace", &expected);
    let down = "operator = '='\nthreshold = 20\nbaseline = 30";
    let expected = [
        ("26.001%", "behind"),
        ("26%", "on_pace"),
        ("20.001%", "on_pace"),
        ("20%", "met"),
        ("19.999%", "behind"),
    ];
    tries(FIVE, down, 2022, "pace", &expected);
}

#[test]
fn a_line_that_no_decimal_writes_is_held_exactly() {
    // 60 + 10/7 = 61.428571428571…
    let rule = "operator = '≥'\nthreshold = 70\nbaseline = 60";
    let expected = [("61.42857142857142%", "behind"), ("61.42857142857143%", "on_pace")];
    tries(SEVEN, rule, 2021, "pace", &expected);
    assert_eq!(counted(SEVEN, rule, 2021, (429, 700 - 1)), ("behind", (-1).into()));
    assert_eq!(counted(SEVEN, rule, 2021, (429, 700)), ("behind", (-1).into()));
    assert_eq!(counted(SEVEN, rule, 2021, (430, 700)), ("on_pace", 0.into()));
    assert_eq!(counted(SEVEN, rule, 2021, (431, 700)), ("on_pace", 1.into()));
    // 60 + 2/3
    let rule = "operator = '≥'\nthreshold = 62\nbaseline = 60";
    assert_eq!(counted(THREE, rule, 2021, (181, 300)), ("behind", (-1).into()));
    assert_eq!(counted(THREE, rule, 2021, (182, 300)), ("on_pace", 0.into()));
}

#[test]
fn a_value_on_a_line_that_no_decimal_writes_does_not_read_as_if_it_were_off_it() {
    // The counts make exactly 60⅔; the rate beside them has six digits.
    let rule = "operator = '≥'\nthreshold = 62\nbaseline = 60";
    let report =
        Run::of(&["2021,甲县,率,60.666667%,182,300,"]).judge(&plan(THREE, COUNTY, &[rule]));
    let result = result(&report, "甲县");
    assert_eq!(result["outcome"], "on_pace");
    let printed = |value: &serde_json::Value| exact(value.as_str().unwrap());
    let (value, requirement) =
        (printed(&result["value"]), printed(&result["requirement"]["value"]));
    assert!(value >= requirement, "{value} is printed beside ≥ {requirement}");
}

// Rule 5: no baseline.

#[test]
fn without_a_baseline_nothing_is_due_before_the_target_year() {
    let rule = "operator = '>'\nthreshold = 90";
    for year in 2020..2025 {
        let expected = [("0%", "not_due"), ("90%", "not_due"), ("90.001%", "met")];
        tries(FIVE, rule, year, "none", &expected);
    }
    tries(FIVE, rule, 2025, "target", &[("90%", "not_met"), ("90.001%", "met")]);
}

#[test]
fn a_main_indicator_without_a_row_is_missing_though_nothing_is_due_yet() {
    let rules = [
        "operator = '>'\nthreshold = 90",
        "id = 'j'\nname = '另一率'\noperator = '>'\nthreshold = 9",
    ];
    let report = Run::of(&["2021,甲县,另一率,95%,,,"]).judge(&plan(FIVE, COUNTY, &rules));
    assert_eq!(outcome(&report, "甲县"), "missing");
    assert_eq!(report.exit, Exit::Incomplete);
}

#[test]
fn a_missing_value_is_never_read_as_nought() {
    let rule = "operator = '≤'\nthreshold = 5.5\nbaseline = 8";
    for mark in ["", "—", "-", "…", "/", "NA", "无数据"] {
        assert_eq!(judged(FIVE, rule, 2025, mark).0, "missing", "{mark:?}");
    }
    assert_eq!(judged(FIVE, rule, 2025, "0%").0, "met");
}

#[test]
fn a_task_is_judged_when_it_is_sent_and_not_spoken_of_otherwise() {
    let rules =
        [UPWARD, "id = 't'\nname = '任务率'\nattribute = '任务'\noperator = '≥'\nthreshold = 50"];
    let plan = plan(FIVE, CITY, &rules);
    let mut rows = vec!["2025,甲县,率,,60,100,", "2025,乙县,率,,60,100,"];
    let report = Run::of(&rows).judge(&plan);
    assert!(report.rows().all(|row| row.indicator().id == "i"));
    assert_eq!(codes(&report), [""; 0]);
    rows.push("2025,甲县,任务率,,4,10,");
    let report = Run::of(&rows).judge(&plan);
    assert_eq!(row(&report, "t", "甲县").unwrap().outcome(), Outcome::NotMet);
    assert!(row(&report, "t", "乙县").is_none());
    assert!(row(&report, "t", "全市").is_none());
}

// Against the target, and without a pace.

#[test]
fn against_the_target_every_year_demands_the_target() {
    let rule = format!("{UPWARD}\nmilestones = {{ 2023 = 58 }}");
    let plan = plan(FIVE, COUNTY, &[&rule]);
    for (year, value, expected) in [
        (2021, "59.999%", Outcome::NotMet),
        (2023, "59.999%", Outcome::NotMet),
        (2023, "60%", Outcome::Met),
    ] {
        let run = Run::of(&[format!("{year},甲县,率,{value},,,")]).against(Against::Target);
        let report = run.judge(&plan);
        let row = row(&report, "i", "甲县").unwrap();
        assert_eq!(row.outcome(), expected);
        assert_eq!(row.requirement().unwrap().basis.word(), "target");
        assert_eq!(json(&report)["run"]["against"], "target");
    }
}

#[test]
fn against_the_target_what_has_no_baseline_is_due_as_well() {
    let plan = plan(FIVE, COUNTY, &["operator = '>'\nthreshold = 90"]);
    let report = Run::of(&["2021,甲县,率,90%,,,"]).against(Against::Target).judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "not_met");
}

#[test]
fn a_plan_without_pace_judges_every_year_against_the_target() {
    let years = format!("{FIVE}pace = 'none'\n");
    let rule = format!("{UPWARD}\nmilestones = {{ 2023 = 50 }}");
    for year in [2020, 2023, 2024, 2025] {
        tries(&years, &rule, year, "target", &[("59.999%", "not_met"), ("60%", "met")]);
    }
}

// The region's own baseline.

#[test]
fn the_line_starts_from_the_regions_own_baseline_where_the_history_has_it() {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    // 甲县 from 40: 52 after three years. 乙县 from the plan's 49.86: 55.944.
    for (value, first, second) in [
        ("51.999%", "behind", "behind"),
        ("52%", "on_pace", "behind"),
        ("55.944%", "on_pace", "on_pace"),
    ] {
        let rows = ["甲县", "乙县"].map(|county| format!("2023,{county},率,{value},,,"));
        let report = Run::of(&rows).history(&["2020,甲县,率,40%,,,"]).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), outcome(&report, "乙县")), (first, second));
        let says = ["甲县", "乙县"].map(|c| result(&report, c)["requirement"]["baseline"].clone());
        assert_eq!(says, ["history", "plan"], "the output says whose baseline it is");
        let says: Vec<String> =
            csv(&report).into_iter().map(|row| row["baseline"].clone()).collect();
        assert_eq!(says, ["history", "plan"]);
    }
}

#[test]
fn whether_a_target_has_to_be_kept_is_asked_of_the_regions_own_baseline() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    let run = Run::of(&["2021,甲县,率,59.9999%,,,"]);
    assert_eq!(outcome(&run.judge(&plan), "甲县"), "on_pace");
    let kept = run.clone().history(&["2020,甲县,率,60%,,,"]).judge(&plan);
    assert_eq!(outcome(&kept, "甲县"), "not_met");
    assert_eq!(result(&kept, "甲县")["requirement"]["basis"], "kept");
    assert_eq!(result(&kept, "甲县")["requirement"]["baseline"], "history");
    let not_quite = run.history(&["2020,甲县,率,59.999%,,,"]).judge(&plan);
    assert_eq!(outcome(&not_quite, "甲县"), "on_pace");
}

#[test]
fn an_own_baseline_makes_a_line_where_the_plan_has_none() {
    let plan = plan(FIVE, COUNTY, &["operator = '≥'\nthreshold = 60"]);
    let run = Run::of(&["2023,甲县,率,51.999%,,,"]);
    assert_eq!(outcome(&run.judge(&plan), "甲县"), "not_due");
    let with = run.history(&["2020,甲县,率,40%,,,"]).judge(&plan);
    assert_eq!(outcome(&with, "甲县"), "behind");
}

#[test]
fn only_the_baseline_year_of_the_history_is_a_baseline() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    let run = Run::of(&["2023,甲县,率,52%,,,"]);
    for before in ["2021,甲县,率,40%,,,", "2020,甲县,率,—,,,", "2020,甲县,率,,0,0,"] {
        let report = run.clone().history(&[before]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), "behind", "{before}");
        assert_eq!(result(&report, "甲县")["requirement"]["baseline"], "plan");
    }
}

#[test]
fn an_own_baseline_is_exact_where_its_counts_are() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    // From 1/3: 33⅓ + 26⅔ × 3/5 = 49⅓.
    let run =
        |counts| Run::of(&[format!("2023,甲县,率,,{counts},")]).history(&["2020,甲县,率,,1,3,"]);
    for (counts, expected) in
        [("147,300", "behind"), ("148,300", "on_pace"), ("149,300", "on_pace")]
    {
        assert_eq!(outcome(&run(counts).judge(&plan), "甲县"), expected, "{counts}");
    }
}

#[test]
fn the_citys_own_baseline_is_its_row_or_what_its_counties_add_up_to() {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    // 40/100 after both histories, so 52 after three years.
    let histories: [&[&str]; 2] =
        [&["2020,全市,率,40%,,,"], &["2020,甲县,率,,1,10,", "2020,乙县,率,,39,90,"]];
    for history in histories {
        for (n, expected) in [(51, "behind"), (52, "on_pace")] {
            let rows = [format!("2023,甲县,率,,{n},60,"), "2023,乙县,率,,0,40,".to_owned()];
            let report = Run::of(&rows).history(history).judge(&plan);
            assert_eq!(outcome(&report, "全市"), expected, "{history:?}");
            assert_eq!(result(&report, "全市")["requirement"]["baseline"], "history");
        }
    }
}

#[test]
fn of_an_indicator_that_is_the_citys_alone_the_counties_make_no_baseline() {
    let rule = format!("{UPWARD}\nscope = 'city'");
    let counties = ["2020,甲县,率,,1,10,", "2020,乙县,率,,39,90,"];
    let run = Run::of(&["2023,全市,率,52%,,,"]).history(&counties);
    let report = run.judge(&plan(FIVE, CITY, &[&rule]));
    assert_eq!(result(&report, "全市")["requirement"]["baseline"], "plan");
    assert_eq!(outcome(&report, "全市"), "behind");
}

// The roll-up.

#[test]
fn a_roll_up_is_never_a_mean_of_rates() {
    // 10% and 90%: the mean is 50%, but 91 of 110 are 82.7%.
    let report = city(UPWARD, &["2025,甲县,率,,1,10,", "2025,乙县,率,,90,100,"]);
    let all = row(&report, "i", "全市").unwrap();
    assert_eq!(all.outcome(), Outcome::Met);
    assert_eq!(all.value().unwrap(), Rational::from(9100) / Rational::from(110));
    assert!(all.location().is_none());
    let result = result(&report, "全市");
    assert_eq!((&result["numerator"], &result["denominator"]), (&"91".into(), &"110".into()));
    assert_eq!(result["region"]["level"], "city");
    assert!(result["location"].is_null());
    // And the other way: a mean of 65% hides 56 of 110.
    let report = city(UPWARD, &["2025,甲县,率,,8,10,", "2025,乙县,率,,50,100,"]);
    assert_eq!(outcome(&report, "全市"), "not_met");
}

#[test]
fn the_roll_up_is_judged_at_the_boundary_like_any_value() {
    for (n, expected, margin) in [(59, "not_met", -1), (60, "met", 0), (61, "met", 1)] {
        let rows = [format!("2025,甲县,率,,{n},70,"), "2025,乙县,率,,0,30,".to_owned()];
        let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[UPWARD]));
        assert_eq!(outcome(&report, "全市"), expected);
        let found = row(&report, "i", "全市").unwrap().count_margin();
        assert_eq!(found, Some(BigInt::from(margin)));
    }
}

#[test]
fn a_plain_count_adds_up() {
    let rule = "unit = '户'\noperator = '≥'\nthreshold = 900";
    for (second, expected) in [("399.5", "not_met"), ("400", "met"), ("400.5", "met")] {
        let rows = ["2025,甲县,率,500,,,".to_owned(), format!("2025,乙县,率,{second},,,")];
        let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule]));
        assert_eq!(outcome(&report, "全市"), expected, "{second}");
    }
}

#[test]
fn a_county_to_which_the_measure_does_not_apply_adds_nothing() {
    for nothing in ["2025,乙县,率,,0,0,", "2025,乙县,率,不适用,,,没有对象"] {
        let report = city(UPWARD, &["2025,甲县,率,,60,100,", nothing]);
        assert_eq!((outcome(&report, "乙县"), outcome(&report, "全市")), ("not_applicable", "met"));
        assert_eq!(report.exit, Exit::Passed);
    }
    let report = city(UPWARD, &["2025,甲县,率,,0,0,", "2025,乙县,率,不适用,,,没有对象"]);
    assert_eq!(outcome(&report, "全市"), "not_applicable");
}

#[test]
fn an_area_is_judged_but_never_summed() {
    let counties = ["2025,甲县,率,,60,100,", "2025,乙县,率,,60,100,"];
    let without = city(UPWARD, &counties);
    assert_eq!(outcome(&without, "新区"), "not judged");
    let with = city(UPWARD, &[&counties[..], &["2025,新区,率,,0,100,"]].concat());
    assert_eq!(outcome(&with, "新区"), "not_met");
    assert_eq!(result(&with, "新区")["region"]["level"], "area");
    for report in [without, with] {
        let all = result(&report, "全市");
        assert_eq!((&all["outcome"], &all["denominator"]), (&"met".into(), &"200".into()));
    }
}

#[test]
fn a_city_row_that_disagrees_with_the_roll_up_is_a_warning_with_both_figures() {
    let counties = ["2025,甲县,率,,30,100,", "2025,乙县,率,,60,100,"];
    let report = city(UPWARD, &[&counties[..], &["2025,全市,率,70.5%,,,"]].concat());
    // The verdict is the roll-up's, and the warning turns no exit code.
    assert_eq!(outcome(&report, "全市"), "not_met");
    assert_eq!(codes(&report), ["judgement/city-disagrees"]);
    let found = &report.diagnostics[0];
    assert_eq!(found.severity(), Severity::Warning);
    assert_eq!(found.place.as_ref().unwrap().line_number(), Some(4));
    for lang in [Lang::Zh, Lang::En] {
        let message = &messages(&report, "judgement/city-disagrees", lang)[0];
        assert!(message.contains("70.5") && message.contains("45.00"), "{message}");
    }
    let pass = ["2025,甲县,率,,60,100,", "2025,乙县,率,,60,100,", "2025,全市,率,59%,,,"];
    let report = city(UPWARD, &pass);
    assert_eq!((outcome(&report, "全市"), report.exit), ("met", Exit::Passed));
}

#[test]
fn a_city_row_that_agrees_to_its_last_digit_says_nothing() {
    // 2/3
    let counties = ["2025,甲县,率,,1,1,", "2025,乙县,率,,1,2,"];
    for agrees in ["66.67%,,,", "67%,,,", ",2,3,", "66.7%,2,3,"] {
        let report = city(UPWARD, &[&counties[..], &[&format!("2025,全市,率,{agrees}")]].concat());
        assert_eq!(codes(&report), [""; 0], "{agrees}");
    }
    for disagrees in ["66.66%,,,", "66%,,,", ",4,6,"] {
        let row = format!("2025,全市,率,{disagrees}");
        let report = city(UPWARD, &[&counties[..], &[&row]].concat());
        assert_eq!(codes(&report), ["judgement/city-disagrees"], "{disagrees}");
    }
}

#[test]
fn where_the_measure_applies_to_no_county_the_city_is_judged_on_its_own_figure() {
    let counties = ["2025,甲县,率,,0,0,", "2025,乙县,率,不适用,,,没有对象"];
    for (own, expected) in [
        ("59.999%,,,", "not_met"),
        ("60%,,,", "met"),
        (",60,100,", "met"),
        ("—,,,", "not_applicable"),
        ("不适用,,,没有对象", "not_applicable"),
    ] {
        let row = format!("2025,全市,率,{own}");
        let report = city(UPWARD, &[&counties[..], &[&row]].concat());
        assert_eq!(outcome(&report, "全市"), expected, "{own}");
    }
}

#[test]
fn a_rate_without_counts_has_no_roll_up_and_a_note_says_so() {
    let counties = ["2025,甲县,率,,60,100,", "2025,乙县,率,70%,,,"];
    let report = city(UPWARD, &counties);
    assert_eq!(outcome(&report, "全市"), "not judged");
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
    assert_eq!(report.diagnostics[0].severity(), Severity::Note);
    let message = &messages(&report, "judgement/no-roll-up", Lang::Zh)[0];
    assert!(message.contains("乙县") && message.contains("分母"), "{message}");
    assert_eq!(report.exit, Exit::Passed);
    // With a row of its own the city is judged on that, and the note stays.
    for (own, expected) in [("59.999%", "not_met"), ("60%", "met")] {
        let row = format!("2025,全市,率,{own},,,");
        let report = city(UPWARD, &[&counties[..], &[&row]].concat());
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(codes(&report), ["judgement/no-roll-up"]);
    }
}

#[test]
fn without_every_county_there_is_no_roll_up() {
    for lacking in [None, Some("2025,乙县,率,—,,,"), Some("2025,乙县,率,,7,5,")] {
        let mut rows = vec!["2025,甲县,率,,60,100,"];
        rows.extend(lacking);
        let report = city(UPWARD, &rows);
        assert_eq!(outcome(&report, "全市"), "not judged", "{lacking:?}");
        let message = &messages(&report, "judgement/no-roll-up", Lang::En)[0];
        assert!(message.contains("乙县") && !message.contains("甲县"), "{message}");
        rows.push("2025,全市,率,59%,,,");
        assert_eq!(outcome(&city(UPWARD, &rows), "全市"), "not_met", "{lacking:?}");
    }
}

#[test]
fn a_growth_rate_and_a_rule_without_roll_up_leave_the_city_to_its_own_row() {
    let growth = "growth = true\noperator = '≥'\nthreshold = 6.5";
    let none = "roll-up = 'none'\nunit = '户'\noperator = '≥'\nthreshold = 6.5";
    for (rule, sign) in [(growth, "%"), (none, "")] {
        let rows = ["甲县", "乙县"].map(|county| format!("2025,{county},率,7{sign},,,"));
        let own = format!("2025,全市,率,6.4{sign},,,");
        let plan = plan(FIVE, CITY, &[rule]);
        let report = Run::of(&rows).judge(&plan);
        assert_eq!(outcome(&report, "全市"), "not judged");
        assert_eq!(codes(&report), ["judgement/no-roll-up"]);
        let report = Run::of(&[&rows[..], &[own]].concat()).judge(&plan);
        assert_eq!(outcome(&report, "全市"), "not_met");
    }
}

#[test]
fn what_is_the_citys_alone_is_judged_of_the_city_alone() {
    let rule = format!("{UPWARD}\nscope = 'city'");
    let report =
        city(&rule, &["2025,全市,率,60%,,,", "2025,甲县,率,10%,,,", "2025,新区,率,10%,,,"]);
    let judged: Vec<_> = report.rows().map(|row| row.region().name.to_string()).collect();
    assert_eq!((judged, outcome(&report, "全市")), (vec!["全市".to_owned()], "met"));
    assert_eq!(codes(&report), ["judgement/out-of-scope"; 2]);
    assert_eq!(report.exit, Exit::Passed);
}

#[test]
fn what_each_county_owes_is_judged_of_each_by_itself() {
    let rule = "unit = '个'\nscope = 'each-county'\noperator = '≥'\nthreshold = 1";
    let report = city(rule, &["2025,甲县,率,5,,,", "2025,乙县,率,0,,,", "2025,全市,率,5,,,"]);
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "乙县")), ("met", "not_met"));
    assert_eq!(outcome(&report, "全市"), "not judged");
    assert_eq!(codes(&report), ["judgement/out-of-scope"]);
}

// Relative targets.

#[test]
fn in_step_with_a_reference_is_judged_every_year() {
    for (operator, equal) in [("≥", "met"), (">", "not_met")] {
        let rule = format!("operator = '{operator}'\nreference = 'gdp'\nbaseline = 9.03");
        let plan = plan(FIVE, COUNTY, &[&rule]);
        for year in [2021, 2023, 2025] {
            for (value, expected) in [("6.99%", "not_met"), ("7%", equal), ("7.01%", "met")] {
                let rows = [
                    format!("{year},甲县,率,{value},,,"),
                    format!("{year},甲县,GDP年均增长率,7.0%,,,"),
                ];
                let report = Run::of(&rows).judge(&plan);
                assert_eq!(outcome(&report, "甲县"), expected, "{value} in {year}");
                let basis = &result(&report, "甲县")["requirement"]["basis"];
                assert_eq!(basis, "reference");
            }
        }
    }
}

#[test]
fn the_reference_is_of_the_same_region_and_the_same_year() {
    let rule = "operator = '≥'\nreference = 'gdp'";
    let rows = [
        "2023,甲县,率,5%,,,",
        "2023,乙县,率,5%,,,",
        "2023,甲县,GDP年均增长率,4%,,,",
        "2023,乙县,GDP年均增长率,6%,,,",
        "2022,甲县,GDP年均增长率,9%,,,",
    ];
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule]));
    let of = |county: &str| {
        let in_2023 = |row: &dabiao::report::Row<'_>| row.year() == 2023;
        let mut rows = report.rows().filter(in_2023);
        rows.find(|row| &*row.region().name == county).unwrap().outcome()
    };
    assert_eq!((of("甲县"), of("乙县")), (Outcome::Met, Outcome::NotMet));
}

#[test]
fn a_figure_whose_reference_is_missing_is_missing_and_the_message_names_it() {
    let plan = plan(FIVE, COUNTY, &["operator = '≥'\nreference = 'gdp'"]);
    for reference in [None, Some("2023,甲县,GDP年均增长率,—,,,")] {
        let mut rows = vec!["2023,甲县,率,7%,,,"];
        rows.extend(reference);
        let report = Run::of(&rows).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
        assert!(result(&report, "甲县")["margin"].is_null());
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, "judgement/no-reference", lang)[0];
            assert!(message.contains("GDP年均增长率") && message.contains("甲县"), "{message}");
        }
    }
}

// Margins in people, and rounding.

#[test]
fn nine_institutions_reach_ninety_percent_only_with_all_nine() {
    let rule = "operator = '≥'\nthreshold = 90\ncount-unit = '家'";
    assert_eq!(counted(FIVE, rule, 2025, (8, 9)), ("not_met", (-1).into()));
    assert_eq!(counted(FIVE, rule, 2025, (9, 9)), ("met", 0.into()));
    assert_eq!(counted(FIVE, rule, 2025, (9, 10)), ("met", 0.into()));
    assert_eq!(counted(FIVE, rule, 2025, (10, 10)), ("met", 1.into()));
    let plan = plan(FIVE, COUNTY, &[rule]);
    let says = |counts| {
        let report = Run::of(&[format!("2025,甲县,率,,{counts},")]).judge(&plan);
        (row(&report, "i", "甲县").unwrap().needs_all(), table(&report, Lang::Zh))
    };
    let (all, text) = says("8,9");
    assert!(all && text.contains("差1家") && text.contains("须全部"), "{text}");
    let (all, text) = says("8,10");
    assert!(!all && text.contains("差1家") && !text.contains("须全部"), "{text}");
}

#[test]
fn strictly_above_wants_one_more_than_the_bound() {
    let rule = "operator = '>'\nthreshold = 90";
    assert_eq!(counted(FIVE, rule, 2025, (9, 10)), ("not_met", (-1).into()));
    assert_eq!(counted(FIVE, rule, 2025, (10, 10)), ("met", 0.into()));
    assert_eq!(counted(FIVE, rule, 2025, (900, 1000)), ("not_met", (-1).into()));
    assert_eq!(counted(FIVE, rule, 2025, (901, 1000)), ("met", 0.into()));
}

#[test]
fn where_lower_is_better_too_many_are_never_called_too_few() {
    let rule = "operator = '≤'\nthreshold = 20\ncount-unit = '人'";
    assert_eq!(counted(FIVE, rule, 2025, (3, 10)), ("not_met", (-1).into()));
    assert_eq!(counted(FIVE, rule, 2025, (2, 10)), ("met", 0.into()));
    assert_eq!(counted(FIVE, rule, 2025, (1, 10)), ("met", 1.into()));
    // 6 of 10 are 4 too many; that 6 and 4 make 10 means nothing here.
    let report = Run::of(&["2025,甲县,率,,6,10,"]).judge(&plan(FIVE, COUNTY, &[rule]));
    assert!(!row(&report, "i", "甲县").unwrap().needs_all());
    assert!(!table(&report, Lang::Zh).contains("须全部"));
}

#[test]
fn a_range_that_no_number_of_people_reaches_has_no_margin_in_people() {
    // Of 10 people no number is 33% to 34%.
    let rule = "operator = 'between'\nthreshold = [33, 34]";
    let report = Run::of(&["2025,甲县,率,,3,10,"]).judge(&plan(FIVE, COUNTY, &[rule]));
    let row = row(&report, "i", "甲县").unwrap();
    assert_eq!((row.outcome(), row.count_margin()), (Outcome::NotMet, None));
}

#[test]
fn rounding_that_would_turn_the_verdict_is_said() {
    for (operator, counts, sent, digits, expected) in [
        // 89.996% is no 90%, though it is sent as 90.00%.
        ("≥", "22499,25000", "90.00", "89.996", "not_met"),
        ("≤", "22501,25000", "90.00", "90.004", "not_met"),
        (">", "22501,25000", "90.00", "90.004", "met"),
        ("<", "22499,25000", "90.00", "89.996", "met"),
    ] {
        let rule = format!("operator = '{operator}'\nthreshold = 90");
        let plan = plan(FIVE, COUNTY, &[&rule]);
        let report = Run::of(&[format!("2025,甲县,率,{sent}%,{counts},")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), expected);
        assert_eq!(codes(&report), ["judgement/rounding-turns"]);
        assert_eq!(report.diagnostics[0].severity(), Severity::Note);
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, "judgement/rounding-turns", lang)[0];
            assert!(message.contains(sent) && message.contains(digits), "{message}");
        }
        assert_eq!(result(&report, "甲县")["value"], digits, "enough digits are printed");
        assert!(table(&report, Lang::Zh).contains(&format!("{digits}%")));
        // Without the rounded value there is nothing to say, and as many digits to print.
        let report = Run::of(&[format!("2025,甲县,率,,{counts},")]).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), codes(&report).len()), (expected, 0));
        assert_eq!(result(&report, "甲县")["value"], digits);
    }
    let report = Run::of(&["2025,甲县,率,89.99%,8999,10000,"]).judge(&plan(
        FIVE,
        COUNTY,
        &["operator = '≥'\nthreshold = 90"],
    ));
    assert_eq!(codes(&report), [""; 0], "89.99% is the exact rate");
}

#[test]
fn rounding_is_also_said_where_it_turns_the_verdict_on_the_line() {
    // 55.943% is behind 55.944%; 55.94% and 55.9% are as well, but 56% is not.
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    for (sent, said) in [("56%", 1), ("55.9%", 0), ("55.943%", 0)] {
        let report = Run::of(&[format!("2023,甲县,率,{sent},55943,100000,")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), "behind");
        assert_eq!(messages(&report, "judgement/rounding-turns", Lang::Zh).len(), said, "{sent}");
    }
}

// How a run ends.

/// A plan with an indicator of each attribute, all wanting 60%.
fn three() -> Plan {
    let rule = |id, name, attribute| {
        format!(
            "id = '{id}'\nname = '{name}'\nattribute = '{attribute}'\noperator = '≥'\nthreshold = 60"
        )
    };
    let rules = [rule("b", "约", "约束性"), rule("a", "预", "预期性"), rule("t", "任", "任务")];
    plan(FIVE, COUNTY, &rules.each_ref().map(String::as_str))
}

const EVERY: [FailOn; 4] = [FailOn::Binding, FailOn::Anticipatory, FailOn::Task, FailOn::None];

#[test]
fn a_failure_fails_the_run_where_fail_on_includes_its_attribute() {
    let plan = three();
    for failing in 0u8..8 {
        let fails = |at: u8| failing >> at & 1 == 1;
        let value = |at| if fails(at) { "59.999%" } else { "60%" };
        let rows = ["约", "预", "任"]
            .iter()
            .zip(0..)
            .map(|(name, at)| format!("2025,甲县,{name},{},,,", value(at)));
        let rows: Vec<String> = rows.collect();
        for fail_on in EVERY {
            let failed = match fail_on {
                FailOn::Binding => fails(0),
                FailOn::Anticipatory => fails(0) || fails(1),
                FailOn::Task => failing > 0,
                FailOn::None => false,
            };
            let report = Run::of(&rows).fail_on(fail_on).judge(&plan);
            let expected = if failed { Exit::Failed } else { Exit::Passed };
            assert_eq!(report.exit, expected, "{failing:03b} {fail_on:?}");
            assert_eq!(json(&report)["summary"]["exit_code"], u8::from(failed));
            assert_eq!(json(&report)["run"]["fail_on"], fail_on.word());
        }
    }
}

#[test]
fn behind_fails_a_run_as_not_met_does_and_what_is_not_due_does_not() {
    let rules = [UPWARD];
    let plan = plan(FIVE, COUNTY, &rules);
    for (value, expected) in [("55.943%", Exit::Failed), ("55.944%", Exit::Passed)] {
        let report = Run::of(&[format!("2023,甲县,率,{value},,,")]).judge(&plan);
        assert_eq!(report.exit, expected);
    }
    let none = self::plan(FIVE, COUNTY, &["operator = '≥'\nthreshold = 60"]);
    let report = Run::of(&["2023,甲县,率,1.5%,,,"]).judge(&none);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("not_due", Exit::Passed));
}

#[test]
fn what_could_not_be_judged_weighs_more_than_what_failed_whatever_fail_on_is() {
    let plan = three();
    let failing = "2025,甲县,约,1.5%,,,";
    let incomplete: [&[&str]; 6] = [
        // 预 is missing.
        &[failing],
        &[failing, "2025,甲县,预,—,,,"],
        &[failing, "2025,甲县,预,,7,5,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,甲县,预,70%,,,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,无此县,预,70%,,,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,甲县,无此指标,70%,,,"],
    ];
    for rows in incomplete {
        for fail_on in EVERY {
            let report = Run::of(rows).fail_on(fail_on).judge(&plan);
            assert_eq!(report.exit, Exit::Incomplete, "{rows:?} {fail_on:?}");
            assert_eq!(json(&report)["summary"]["exit_code"], 3);
        }
    }
}

#[test]
fn warnings_and_notes_turn_no_exit_code() {
    let rows = [
        "2025,甲县,率,90.00%,22501,25000,",
        "2025,乙县,率,,95,100,",
        "2025,全市,率,50%,,,",
        "2025,新区,率,95%,,,",
    ];
    let report = city("operator = '>'\nthreshold = 90", &rows);
    assert_eq!(codes(&report), ["judgement/city-disagrees", "judgement/rounding-turns"]);
    assert_eq!(report.exit, Exit::Passed);
}

#[test]
fn a_plan_with_a_fault_judges_nothing_and_the_document_says_2() {
    let file = RuleFile::new("p.toml", b"[plan]\nid = 'p'\n".to_vec());
    let faults = Plan::load(&[file], &mut |_, _| unreachable!()).unwrap_err();
    let mut out = Vec::new();
    render::json_failure(&faults, Lang::Zh, &mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["summary"]["exit_code"], 2);
    assert_eq!(json["results"], serde_json::json!([]));
}

#[test]
fn trouble_with_a_file_weighs_more_than_a_submission_that_is_not_whole() {
    let folder = tempfile::tempdir().unwrap();
    let incomplete = folder.path().join("2023.csv");
    std::fs::write(&incomplete, common::sheet(&["2023,定海区,就业率,1.5%,,,"])).unwrap();
    let absent = folder.path().join("2022.csv");
    let code = |paths: &[&std::path::Path]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dabiao"));
        command.arg("check").args(paths).output().unwrap().status.code()
    };
    assert_eq!(code(&[&incomplete]), Some(3));
    assert_eq!(code(&[&incomplete, &absent]), Some(2));
}

#[test]
fn no_rows_judged_is_never_a_pass() {
    let tasks = plan(FIVE, CITY, &[&format!("{UPWARD}\nattribute = '任务'\nscope = 'city'")]);
    let main = plan(FIVE, CITY, &[UPWARD]);
    let nothing: [(&Plan, Run); 6] = [
        (&main, Run::default()),
        (&main, Run::of(&[""; 0])),
        (&main, Run::default().file("a.csv", "")),
        (&main, Run::of(&["2025,无此县,率,70%,,,"])),
        // Asked for a 功能区 that sent nothing.
        (&main, Run::of(&["2025,甲县,率,70%,,,"]).region("新区")),
        // A row that nobody wants is a warning only.
        (&tasks, Run::of(&["2025,甲县,率,70%,,,"])),
    ];
    for (plan, run) in nothing {
        for fail_on in EVERY {
            let report = run.clone().fail_on(fail_on).judge(plan);
            assert_eq!(report.tally.total(), 0, "{run:?}");
            assert_eq!(report.exit, Exit::Incomplete, "{run:?}");
            assert!(codes(&report).contains(&"judgement/nothing-judged"));
            assert!(table(&report, Lang::Zh).contains(Lang::Zh.words().nothing));
            assert_eq!(json(&report)["summary"]["exit_code"], 3);
        }
    }
}

// Numbers at the extremes.

/// Writes a report in every way there is.
fn render_all(report: &Report) {
    json(report);
    csv(report);
    for lang in [Lang::Zh, Lang::En] {
        report.diagnostics.iter().for_each(|found| drop(lang.message(&found.problem)));
        for width in [40, 80, 400] {
            let style = Style { lang, color: true, width };
            render::table(report, style);
            render::detail(report, style);
        }
    }
}

#[test]
fn numbers_of_eighteen_digits_are_judged_and_written_without_panic() {
    let numbers = [
        "0",
        "0.000000000000000001",
        "0.999999999999999999",
        "1",
        "99.9999999999999999",
        "100",
        "123456789.123456789",
        "999999999999999999",
    ];
    let mut rows = Vec::new();
    for value in numbers {
        rows.extend([format!("{value}%,,,"), format!("-{value}%,,,"), format!("{value},,,")]);
        for denominator in numbers {
            rows.push(format!(",{value},{denominator},"));
        }
    }
    let rules = [
        "operator = '>'\nthreshold = 99.9999999999999999\nbaseline = 0.000000000000000001",
        "operator = '≤'\nthreshold = 0.000000000000000001\nbaseline = 99.9999999999999999",
        "operator = 'between'\nthreshold = [33.3333333333333333, 66.6666666666666667]\nbaseline = 100",
        "operator = '='\nthreshold = 100",
        "unit = '户'\noperator = '≥'\nthreshold = 999999999999999999\nbaseline = 0",
        "growth = true\noperator = '<'\nthreshold = -999999999999999999\nbaseline = 999999999999999999",
        "operator = '≥'\nreference = 'gdp'",
    ];
    for rule in rules {
        let plan = plan(SEVEN, CITY, &[rule]);
        for row in &rows {
            let sent = ["甲县", "乙县", "新区"].map(|region| format!("2022,{region},率,{row}"));
            let more = [
                format!("2022,全市,率,{}", rows[7]),
                "2022,甲县,GDP年均增长率,-0.000000000000000001%,,,".to_owned(),
            ];
            let run = Run::of(&[&sent[..], &more[..]].concat());
            let report = run.history(&["2020,甲县,率,,1,999999999999999999,"]).judge(&plan);
            let counted: u64 = common::tally(&report).values().sum();
            assert_eq!(counted, report.rows().count() as u64);
            json(&report);
            if row == &rows[0] || row.ends_with("999999999999999999,") {
                render_all(&report);
            }
        }
    }
}

#[test]
fn one_of_a_million_million_million_is_told_from_none() {
    let rule = "operator = '≥'\nthreshold = 100";
    let all = "999999999999999999";
    let plan = plan(FIVE, COUNTY, &[rule]);
    for (numerator, expected, margin) in [(all, "met", 0), ("999999999999999998", "not_met", -1)] {
        let report = Run::of(&[format!("2025,甲县,率,,{numerator},{all},")]).judge(&plan);
        let result = result(&report, "甲县");
        assert_eq!(
            (&result["outcome"], &result["margin"]["count"]),
            (&expected.into(), &margin.into())
        );
        let printed = exact(result["value"].as_str().unwrap());
        assert_eq!(printed >= exact("100"), expected == "met", "{printed}");
    }
}

#[test]
fn a_sum_beyond_eighteen_digits_is_refused_with_a_note() {
    let rule = "unit = '户'\noperator = '≥'\nthreshold = 1";
    let rows = ["甲县", "乙县"].map(|county| format!("2025,{county},率,999999999999999999,,,"));
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule]));
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "全市")), ("met", "not judged"));
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
}

#[test]
fn a_nineteenth_digit_is_a_fault_of_its_row() {
    let report =
        Run::of(&["2025,甲县,率,99.99999999999999999%,,,"]).judge(&plan(FIVE, COUNTY, &[UPWARD]));
    assert_eq!((outcome(&report, "甲县"), report.exit), ("invalid", Exit::Incomplete));
    assert_eq!(codes(&report), ["submission/too-many-digits"]);
}

// The built-in plan.

/// “十四五”时期残疾人事业发展主要指标, as the document prints it.
const MAIN: [[&str; 5]; 16] = [
    ["1", "残疾人家庭人均可支配收入年均增长", "预期性", "9.03%", "与 GDP 增长同步"],
    ["2", "困难残疾人生活补贴覆盖率", "约束性", "99.93%", ">99%"],
    ["3", "重度残疾人护理补贴覆盖率", "约束性", "99.03%", ">99%"],
    ["4", "残疾人之家覆盖率", "约束性", "88.89%", "≥90%"],
    ["5", "残疾人专业托养机构覆盖率", "约束性", "60%", ">90%"],
    ["6", "规范化残疾儿童康复机构覆盖率", "约束性", "—", ">90%"],
    ["7", "残疾人城乡居民基本养老保险参保率", "预期性", "97.81%", "≥99%"],
    ["8", "残疾人城乡居民基本医疗保险参保率", "预期性", "98.90%", "≥99%"],
    ["9", "残疾人就业率", "预期性", "49.86%", "≥60%"],
    ["10", "残疾学生接受高中阶段教育比例", "约束性", "93.14%", "≥90%"],
    ["11", "残疾人基本康复服务覆盖率", "约束性", "99.52%", "≥99%"],
    ["12", "残疾人辅助器具适配率", "约束性", "99.27%", "≥99%"],
    ["13", "符合条件残疾人家庭无障碍改造率", "约束性", "96.12%", "≥95%"],
    ["14", "残疾人文体服务覆盖率", "预期性", "88.55%", "≥95%"],
    ["15", "持证残疾人家庭医生签约服务率", "约束性", "84.71%", "≥90%"],
    ["16", "劳动年龄段未就业有就业意愿的残疾人接受职业技能培训覆盖率", "预期性", "40%", "≥80%"],
];

fn built_in() -> Plan {
    Plan::built_in().unwrap()
}

#[test]
fn the_main_indicators_have_the_values_that_the_document_prints() {
    let plan = built_in();
    let main = plan.indicators.iter().filter(|i| i.attribute != Attribute::Task);
    let found: Vec<[String; 5]> = main
        .map(|indicator| {
            let attribute = match indicator.attribute {
                Attribute::Binding => "约束性",
                Attribute::Anticipatory => "预期性",
                Attribute::Task => "任务",
            };
            let unit = &indicator.measure.unit;
            let target = match &indicator.target {
                Target::Level { comparison, threshold } => {
                    format!("{}{threshold}{unit}", comparison.sign())
                }
                Target::Relative { comparison: Comparison::AtLeast, reference } => {
                    assert_eq!(plan.reference(*reference).unwrap().id, "gdp-growth");
                    "与 GDP 增长同步".to_owned()
                }
                other => panic!("{other:?}"),
            };
            [
                indicator.number.clone().unwrap(),
                indicator.name.clone(),
                attribute.to_owned(),
                indicator.baseline.map_or("—".to_owned(), |value| format!("{value}{unit}")),
                target,
            ]
        })
        .collect();
    assert_eq!(found, MAIN.map(|row| row.map(str::to_owned)));
    let head = &plan.head;
    assert_eq!([head.baseline_year, head.first_year, head.target_year], [2020, 2021, 2025]);
}

#[test]
fn the_city_in_the_baseline_year_stands_where_the_documents_table_says() {
    let run = Run::default().file("data/2020.csv", include_str!("../data/2020.csv"));
    let report = run.region("舟山市").judge(&built_in());
    // Every value is its baseline: the target holds already, or the line begins here.
    let expected: BTreeMap<&str, Outcome> = BTreeMap::from([
        ("1", Outcome::Missing), // no GDP figure to hold it against
        ("2", Outcome::Met),     // 99.93 > 99
        ("3", Outcome::Met),     // 99.03 > 99
        ("4", Outcome::OnPace),  // 88.89 < 90
        ("5", Outcome::OnPace),  // 60 < 90
        ("6", Outcome::Missing), // —
        ("7", Outcome::OnPace),  // 97.81 < 99
        ("8", Outcome::OnPace),  // 98.90 < 99
        ("9", Outcome::OnPace),  // 49.86 < 60
        ("10", Outcome::Met),    // 93.14 ≥ 90
        ("11", Outcome::Met),    // 99.52 ≥ 99
        ("12", Outcome::Met),    // 99.27 ≥ 99
        ("13", Outcome::Met),    // 96.12 ≥ 95
        ("14", Outcome::OnPace), // 88.55 < 95
        ("15", Outcome::OnPace), // 84.71 < 90
        ("16", Outcome::OnPace), // 40 < 80
    ]);
    let found: BTreeMap<&str, Outcome> = report
        .rows()
        .map(|row| {
            assert_eq!((&*row.region().name, row.year()), ("舟山市", 2020));
            let met = row.outcome() == Outcome::Met;
            if let Some(requirement) = row.requirement().filter(|_| row.value().is_some()) {
                assert_eq!(requirement.basis.word(), if met { "kept" } else { "pace" });
                let on_the_line = row.margin().unwrap().is_zero();
                assert_eq!(on_the_line, !met, "the line begins at the baseline");
            }
            (row.indicator().number.as_deref().unwrap(), row.outcome())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(report.exit, Exit::Incomplete);
    let no_reference = messages(&report, "judgement/no-reference", Lang::Zh);
    assert_eq!(no_reference.len(), 1);
    assert!(no_reference[0].contains("GDP年均增长率"), "{no_reference:?}");
}
