//! What a year demands, and judging without a pace.

use super::*;

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
    tries(FIVE, rule, 2024, "milestone", &[("49.999%", "behind"), ("50%", "on_pace")]);
}

// Rule 3: kept up since the baseline.

#[test]
fn a_target_that_the_baseline_meets_has_to_be_kept_every_year() {
    let rule = "operator = '>'\nthreshold = 99\nbaseline = 99.93";
    for year in 2021..2025 {
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
fn what_the_plan_writes_for_a_year_goes_before_a_baseline_that_meets_the_target() {
    // 65, 60, 55, 50 and up again to 60.
    let rule = "operator = '≥'\nthreshold = 60\nbaseline = 65\nmilestones = { 2023 = 50 }";
    tries(FIVE, rule, 2021, "pace", &[("59.999%", "behind"), ("60%", "met")]);
    tries(FIVE, rule, 2022, "pace", &[("54.999%", "behind"), ("55%", "on_pace")]);
    tries(FIVE, rule, 2023, "milestone", &[("49.999%", "behind"), ("50%", "on_pace")]);
    tries(FIVE, rule, 2024, "pace", &[("54.999%", "behind"), ("55%", "on_pace"), ("60%", "met")]);
    // A cap that grows, and a baseline under it: 2.30 passes no written ≤ 1.95.
    let cap = "unit = '万人'\noperator = '≤'\nthreshold = 2.5\nbaseline = 1.8\nmilestones = { 2022 = 1.95 }";
    tries(
        FIVE,
        cap,
        2022,
        "milestone",
        &[("1.95", "met"), ("1.951", "behind"), ("2.30", "behind")],
    );
    tries(FIVE, cap, 2021, "pace", &[("1.875", "met"), ("1.876", "behind")]);
    tries(FIVE, cap, 2025, "target", &[("2.5", "met"), ("2.51", "not_met")]);
}

// Rules 2 and 3: the path through the milestones.

#[test]
fn a_milestone_is_a_knot_of_the_path() {
    let rule = format!("{UPWARD}\nmilestones = {{ 2023 = 58 }}");
    let expected = [("57.999%", "behind"), ("58%", "on_pace"), ("60%", "met")];
    tries(FIVE, &rule, 2023, "milestone", &expected);
    // 49.86 + 8.14 × 2/3 = 55.28666…
    tries(FIVE, &rule, 2022, "pace", &[("55.2866%", "behind"), ("55.2867%", "on_pace")]);
    tries(FIVE, &rule, 2024, "pace", &[("58.999%", "behind"), ("59%", "on_pace")]);
    let two = format!("{UPWARD}\nmilestones = {{ 2022 = 50, 2024 = 59 }}");
    tries(FIVE, &two, 2021, "pace", &[("49.929%", "behind"), ("49.93%", "on_pace")]);
    tries(FIVE, &two, 2023, "pace", &[("54.499%", "behind"), ("54.5%", "on_pace")]);
}

#[test]
fn a_path_without_a_baseline_begins_at_its_first_milestone() {
    let rule = "operator = '>'\nthreshold = 90\nmilestones = { 2023 = 70 }";
    let expected =
        [("70%", "behind"), ("70.001%", "on_pace"), ("90%", "on_pace"), ("90.1%", "met")];
    tries(FIVE, rule, 2023, "milestone", &expected);
    tries(FIVE, rule, 2022, "none", &[("1.001%", "not_due")]);
    tries(FIVE, rule, 2024, "pace", &[("79.999%", "behind"), ("80%", "on_pace")]);
}

#[test]
fn a_milestone_is_held_by_the_targets_own_operator() {
    let rule = "operator = '<'\nthreshold = 5\nbaseline = 9\nmilestones = { 2023 = 8 }";
    let expected = [("8%", "behind"), ("7.999%", "on_pace"), ("5%", "on_pace"), ("4.999%", "met")];
    tries(FIVE, rule, 2023, "milestone", &expected);
    tries(FIVE, rule, 2024, "pace", &[("6.501%", "behind"), ("6.5%", "on_pace")]);
    let equal = "operator = '='\nthreshold = 20\nbaseline = 10\nmilestones = { 2023 = 20 }";
    let expected = [("19.9%", "behind"), ("20%", "met"), ("20.1%", "behind")];
    tries(FIVE, equal, 2023, "milestone", &expected);
    tries(FIVE, equal, 2024, "pace", &expected);
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
fn a_value_that_misses_its_year_is_behind_though_the_target_holds() {
    let rule = "operator = '≥'\nthreshold = 60\nmilestones = { 2023 = 80 }";
    tries(FIVE, rule, 2023, "milestone", &[("79.999%", "behind"), ("80%", "met")]);
    tries(FIVE, rule, 2024, "pace", &[("69.999%", "behind"), ("70%", "met")]);
    tries(FIVE, rule, 2025, "target", &[("59.999%", "not_met"), ("60%", "met")]);
}

#[test]
fn the_ends_of_a_range_lead_through_what_lies_beyond_them() {
    let rule = "operator = 'between'\nthreshold = [20, 30]\nbaseline = 10\n\
                milestones = { 2022 = 40 }";
    // The low end is past 20 with the milestone, which lies above; the high end comes back.
    let expected =
        [("14.999%", "behind"), ("15%", "on_pace"), ("35%", "on_pace"), ("35.1%", "behind")];
    tries(FIVE, rule, 2021, "pace", &expected);
    let expected = [("19.9%", "behind"), ("20%", "met"), ("40%", "on_pace"), ("40.1%", "behind")];
    tries(FIVE, rule, 2022, "milestone", &expected);
    tries(
        FIVE,
        rule,
        2024,
        "pace",
        &[("19.9%", "behind"), ("33.3%", "on_pace"), ("33.4%", "behind")],
    );
}

// The straight line.

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
        serde_json::json!({"operator": ">=", "value": "60", "year": 2025, "form": "level"})
    );
    // 5819 × 55.944% is 3255.38…: 3256 are wanted.
    assert_eq!(result["margin"]["count"], -44);
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
    assert_eq!(counted(SEVEN, rule, 2021, (429, 700 - 1)), ("behind", -1));
    assert_eq!(counted(SEVEN, rule, 2021, (429, 700)), ("behind", -1));
    assert_eq!(counted(SEVEN, rule, 2021, (430, 700)), ("on_pace", 0));
    assert_eq!(counted(SEVEN, rule, 2021, (431, 700)), ("on_pace", 1));
    // 60 + 2/3
    let rule = "operator = '≥'\nthreshold = 62\nbaseline = 60";
    assert_eq!(counted(THREE, rule, 2021, (181, 300)), ("behind", -1));
    assert_eq!(counted(THREE, rule, 2021, (182, 300)), ("on_pace", 0));
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

// Rule 4: no baseline.

#[test]
fn without_a_baseline_nothing_is_due_before_the_target_year() {
    let rule = "operator = '>'\nthreshold = 90";
    for year in 2021..2025 {
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
    // The city's verdict rests on both counties.
    assert_eq!(row(&report, "t", "全市").unwrap().outcome(), Outcome::Missing);
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
    for year in [2021, 2023, 2024, 2025] {
        tries(&years, UPWARD, year, "target", &[("59.999%", "not_met"), ("60%", "met")]);
        let kept = "operator = '≥'\nthreshold = 60\nbaseline = 65";
        tries(&years, kept, year, "target", &[("59.999%", "not_met"), ("60%", "met")]);
    }
}

#[test]
fn what_an_indicator_writes_for_itself_goes_before_a_head_without_pace() {
    let years = format!("{FIVE}pace = 'none'\n");
    // Milestones bring the whole path, the years between included.
    let milestones = format!("{UPWARD}\nmilestones = {{ 2023 = 50 }}");
    tries(&years, &milestones, 2023, "milestone", &[("49.999%", "behind"), ("50%", "on_pace")]);
    tries(&years, &milestones, 2024, "pace", &[("54.999%", "behind"), ("55%", "on_pace")]);
    tries(&years, &milestones, 2025, "target", &[("59.999%", "not_met"), ("60%", "met")]);
    let later = "operator = '≥'\nthreshold = 60\nmilestones = { 2023 = 50 }";
    tries(&years, later, 2022, "none", &[("1.5%", "not_due")]);
    // So does a pace of its own.
    let linear = format!("{UPWARD}\npace = 'linear'");
    tries(&years, &linear, 2023, "pace", &[("55.943%", "behind"), ("55.944%", "on_pace")]);
    // At the end each is due in its own year alone.
    let at_end = format!("{milestones}\npace = 'at-end'");
    tries(&years, &at_end, 2023, "milestone", &[("49.999%", "behind"), ("50%", "on_pace")]);
    tries(&years, &at_end, 2024, "none", &[("1.5%", "not_due")]);
    // Without milestones, what held in the baseline year is kept at once.
    let holds = "operator = '≥'\nthreshold = 60\nbaseline = 65\npace = 'at-end'";
    tries(&years, holds, 2021, "kept", &[("59.999%", "not_met"), ("60%", "met")]);
    let both = format!("{holds}\nmilestones = {{ 2023 = 50 }}");
    tries(&years, &both, 2021, "none", &[("1.5%", "not_due"), ("60%", "met")]);
}
