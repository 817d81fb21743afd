//! The forms that are judged by a value of the year: level with a range, kept, each
//! year, full coverage, words; and when each is due.

use super::*;

/// How one county's value ends, with what it sent in years before.
fn after(history: &[&str], rule: &str, year: u16, value: &str) -> (&'static str, String) {
    let rows = [format!("{year},甲县,率,{value},,,")];
    let report = Run::of(&rows).history(history).judge(&plan(FIVE, COUNTY, &[rule]));
    let row = row(&report, "i", "甲县").unwrap();
    let basis = row.requirement().map_or("none", |requirement| requirement.basis.word());
    (row.outcome().word(), basis.to_owned())
}

// ± with a tolerance.

#[test]
fn about_is_a_range_of_the_tolerance_to_either_side_both_ends_included() {
    let rule = "operator = '±'\nthreshold = 23\ntolerance = 0.5";
    let expected = [
        ("22.499%", "not_met"),
        ("22.5%", "met"),
        ("23%", "met"),
        ("23.5%", "met"),
        ("23.501%", "not_met"),
    ];
    tries(FIVE, rule, 2025, "target", &expected);
}

#[test]
fn about_without_room_is_equal() {
    let rule = "operator = '±'\nthreshold = 23\ntolerance = 0";
    let expected = [("22.999%", "not_met"), ("23%", "met"), ("23.001%", "not_met")];
    tries(FIVE, rule, 2025, "target", &expected);
}

#[test]
fn the_way_to_about_leads_to_the_nearer_end() {
    // From 12.5 to 22.5 in five years: 18.5 after three.
    let rule = "operator = '±'\nthreshold = 23\ntolerance = 0.5\nbaseline = 12.5";
    let expected = [
        ("18.499%", "behind"),
        ("18.5%", "on_pace"),
        ("22.5%", "met"),
        ("23.5%", "met"),
        ("23.501%", "behind"),
    ];
    tries(FIVE, rule, 2023, "pace", &expected);
    let kept = "operator = '±'\nthreshold = 23\ntolerance = 0.5\nbaseline = 23.5";
    tries(FIVE, kept, 2023, "kept", &[("23.5%", "met"), ("23.501%", "not_met")]);
}

// pace = "at-end"

#[test]
fn at_the_end_nothing_is_due_before_the_target_year_though_there_is_a_baseline() {
    let rule = format!("{UPWARD}\npace = 'at-end'");
    for year in 2021..2025 {
        let expected = [("1.5%", "not_due"), ("59.999%", "not_due"), ("60%", "met")];
        tries(FIVE, &rule, year, "none", &expected);
    }
    for year in [2025, 2026] {
        tries(FIVE, &rule, year, "target", &[("59.999%", "not_met"), ("60%", "met")]);
    }
}

#[test]
fn at_the_end_a_value_that_the_plan_writes_for_a_year_is_due_all_the_same() {
    let rule = format!("{UPWARD}\npace = 'at-end'\nmilestones = {{ 2023 = 55 }}");
    tries(FIVE, &rule, 2023, "milestone", &[("54.999%", "behind"), ("55%", "on_pace")]);
    tries(FIVE, &rule, 2024, "none", &[("1.5%", "not_due")]);
}

#[test]
fn at_the_end_goes_before_a_head_without_pace_but_not_before_against_the_target() {
    let rule = format!("{UPWARD}\npace = 'at-end'");
    let years = format!("{FIVE}pace = 'none'\n");
    tries(&years, &rule, 2023, "none", &[("59.999%", "not_due")]);
    let run = Run::of(&["2023,甲县,率,59.999%,,,"]).against(Against::Target);
    assert_eq!(outcome(&run.judge(&plan(FIVE, COUNTY, &[&rule])), "甲县"), "not_met");
}

#[test]
fn at_the_end_an_own_baseline_makes_no_line() {
    let rule = "operator = '≥'\nthreshold = 60\npace = 'at-end'";
    let found = after(&["2020,甲县,率,40%,,,"], rule, 2023, "1.5%");
    assert_eq!(found, ("not_due", "none".to_owned()));
}

// kept

#[test]
fn what_is_to_be_kept_holds_in_every_year_whatever_the_baseline_is() {
    for baseline in ["", "\nbaseline = 98.9", "\nbaseline = 99.5"] {
        let rule = format!("form = 'kept'\noperator = '≥'\nthreshold = 99{baseline}");
        // From the target year on it is due like any other.
        for (year, basis) in
            [(2021, "kept"), (2023, "kept"), (2024, "kept"), (2025, "target"), (2026, "target")]
        {
            tries(FIVE, &rule, year, basis, &[("98.999%", "not_met"), ("99%", "met")]);
        }
    }
    let low = "form = 'kept'\noperator = '<'\nthreshold = 5.5";
    tries(FIVE, low, 2022, "kept", &[("5.499%", "met"), ("5.5%", "not_met")]);
}

#[test]
fn what_is_to_be_kept_rests_on_no_baseline_though_the_history_has_one() {
    let plan = plan(FIVE, COUNTY, &["form = 'kept'\noperator = '≥'\nthreshold = 99"]);
    let run = Run::of(&["2022,甲县,率,98.999%,,,"]).history(&["2020,甲县,率,10%,,,"]);
    let report = run.judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "not_met");
    assert!(result(&report, "甲县")["requirement"]["baseline"].is_null());
}

#[test]
fn without_pace_what_is_to_be_kept_is_kept_and_against_the_target_it_is_the_target() {
    let rule = "form = 'kept'\noperator = '≥'\nthreshold = 99";
    tries(&format!("{FIVE}pace = 'none'\n"), rule, 2022, "kept", &[("98.999%", "not_met")]);
    let run = Run::of(&["2022,甲县,率,99%,,,"]).against(Against::Target);
    let report = run.judge(&plan(FIVE, COUNTY, &[rule]));
    assert_eq!(result(&report, "甲县")["requirement"]["basis"], "target");
    assert_eq!(outcome(&report, "甲县"), "met");
}

// each-year

#[test]
fn each_year_of_the_plan_is_judged_by_itself() {
    let rule = "form = 'each-year'\nunit = '人次'\noperator = '≥'\nthreshold = 700";
    for year in [2021, 2023, 2025, 2026] {
        tries(FIVE, rule, year, "target", &[("699", "not_met"), ("700", "met"), ("701", "met")]);
    }
    // Many in one year do not help another.
    let found = after(&["2021,甲县,率,9999,,,", "2022,甲县,率,9999,,,"], rule, 2023, "699");
    assert_eq!(found, ("not_met", "target".to_owned()));
}

#[test]
fn a_year_before_the_plan_is_never_judged_whatever_its_form() {
    let later = "baseline-year = 2020\nfirst-year = 2022\ntarget-year = 2025\n";
    for rule in [
        UPWARD,
        "form = 'kept'\noperator = '≥'\nthreshold = 60",
        "form = 'each-year'\nunit = '人次'\noperator = '≥'\nthreshold = 700",
        "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900",
    ] {
        for (years, year) in [(FIVE, 2020), (later, 2020), (later, 2021)] {
            for against in [Against::Requirement, Against::Target] {
                let run = Run::of(&[format!("{year},甲县,率,69.9,,,")]).against(against);
                let report = run.judge(&plan(years, COUNTY, &[rule]));
                assert_eq!(outcome(&report, "甲县"), "not judged", "{year} under {rule}");
                assert!(codes(&report).contains(&"judgement/years-before"));
                // Zero rows judged is never a pass.
                assert_eq!(report.exit, Exit::Incomplete);
            }
        }
    }
    let rule = "form = 'each-year'\nunit = '人次'\noperator = '≥'\nthreshold = 700";
    tries(later, rule, 2022, "target", &[("699", "not_met")]);
}

#[test]
fn a_rate_of_growth_may_be_asked_of_each_year() {
    let rule = "form = 'each-year'\ngrowth = true\noperator = '≥'\nthreshold = -1.5";
    tries(FIVE, rule, 2022, "target", &[("-1.501%", "not_met"), ("-1.5%", "met"), ("120%", "met")]);
}

// full-coverage

#[test]
fn full_coverage_is_all_and_nobody_left_out() {
    let rule = "form = 'full-coverage'";
    tries(FIVE, rule, 2025, "target", &[("99.999999999%", "not_met"), ("100%", "met")]);
    assert_eq!(counted(FIVE, rule, 2025, (99_999, 100_000)), ("not_met", -1));
    assert_eq!(counted(FIVE, rule, 2025, (100_000, 100_000)), ("met", 0));
    tries(FIVE, rule, 2024, "none", &[("5%", "not_due"), ("100%", "met")]);
}

#[test]
fn full_coverage_keeps_pace_from_its_baseline_or_its_own_values() {
    // 80 to 100: 92 after three years.
    let rule = "form = 'full-coverage'\nbaseline = 80";
    tries(FIVE, rule, 2023, "pace", &[("91.999%", "behind"), ("92%", "on_pace"), ("100%", "met")]);
    let rule = "form = 'full-coverage'\nbaseline = 80\nmilestones = { 2023 = 85 }";
    tries(FIVE, rule, 2023, "milestone", &[("84.999%", "behind"), ("85%", "on_pace")]);
    let rule = "form = 'full-coverage'\nbaseline = 80\npace = 'at-end'";
    tries(FIVE, rule, 2023, "none", &[("5%", "not_due")]);
    let rule = "form = 'full-coverage'\nbaseline = 100";
    tries(FIVE, rule, 2021, "kept", &[("99.999%", "not_met"), ("100%", "met")]);
}

#[test]
fn where_there_is_nobody_to_cover_full_coverage_does_not_apply() {
    let report = city("form = 'full-coverage'", &["2025,甲县,率,,0,0,", "2025,乙县,率,,7,7,"]);
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "全市")), ("not_applicable", "met"));
    let report = city("form = 'full-coverage'", &["2025,甲县,率,,5,5,", "2025,乙县,率,,6,7,"]);
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "全市")), ("met", "not_met"));
}

// words, and what repeats another

#[test]
fn what_is_in_words_alone_is_never_judged_and_its_rows_are_told() {
    let rules = [UPWARD, "id = 'w'\nname = '机制'\nattribute = '任务'\nform = 'words'"];
    let plan = plan(FIVE, CITY, &rules);
    let both = ["2025,甲县,率,,60,100,", "2025,乙县,率,,60,100,"];
    let silent = Run::of(&both).require_tasks().judge(&plan);
    assert!(silent.rows().all(|row| row.indicator().id == "i"));
    assert!(!codes(&silent).contains(&"judgement/words-only"));
    let told = ["2025,甲县,机制,已建立,,,", "2025,全市,机制,无,,,"];
    let report = Run::of(&[&both[..], &told[..]].concat()).require_tasks().judge(&plan);
    assert!(report.rows().all(|row| row.indicator().id == "i"));
    for lang in [Lang::Zh, Lang::En] {
        let message = &messages(&report, "judgement/words-only", lang)[..];
        assert!(message.len() == 1 && message[0].contains("机制") && message[0].contains('2'));
    }
    assert_eq!((silent.exit, report.exit), (Exit::Passed, Exit::Passed));
}

#[test]
fn what_repeats_another_is_judged_under_the_others_name_alone() {
    let rules = [
        UPWARD,
        "id = 't'\nnumber = '1.1'\nname = '专栏率'\nattribute = '任务'\nsame-as = 'i'\noperator = '≥'\nthreshold = 65",
    ];
    let plan = plan(FIVE, COUNTY, &rules);
    for name in ["率", "i", "t", "1.1", "专栏率"] {
        let run = Run::of(&[format!("2025,甲县,{name},62%,,,")]);
        let report = run.require_tasks().judge(&plan);
        let judged: Vec<_> = report.rows().map(|row| row.indicator().id.clone()).collect();
        assert_eq!(judged, ["i"], "{name}");
        assert_eq!(outcome(&report, "甲县"), "met", "held against 60, not 65");
    }
    let report = Run::of(&["2025,甲县,率,62%,,,", "2025,甲县,专栏率,62%,,,"]).judge(&plan);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("invalid", Exit::Incomplete));
    assert_eq!(codes(&report), ["submission/duplicate"]);
}

// Every form: what is missing, what does not apply, and who is judged.

/// Rules of a count or a rate in every form that states numbers.
const NUMBERS: [&str; 7] = [
    "operator = '≥'\nthreshold = 60\nbaseline = 50",
    "form = 'kept'\noperator = '≥'\nthreshold = 60",
    "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 60",
    "form = 'each-year'\noperator = '≥'\nthreshold = 60",
    "form = 'change'\nchange = 'absolute'\noperator = '≥'\nthreshold = 10\nbaseline = 50",
    "form = 'multiple'\nunit = '人'\noperator = '≥'\nthreshold = 2\nbaseline = 30",
    "form = 'full-coverage'\nbaseline = 50",
];

#[test]
fn in_every_form_a_value_that_is_missing_is_missing_and_never_nought() {
    for rule in NUMBERS {
        for (mark, expected) in [("", "missing"), ("—", "missing"), ("无数据", "missing")] {
            assert_eq!(judged(FIVE, rule, 2021, mark).0, expected, "{mark} under {rule}");
        }
        let report =
            Run::of(&["2021,甲县,率,不适用,,,没有对象"]).judge(&plan(FIVE, COUNTY, &[rule]));
        assert_eq!((outcome(&report, "甲县"), report.exit), ("not_applicable", Exit::Passed));
    }
}

#[test]
fn in_every_form_the_scope_says_who_is_judged() {
    let rows =
        ["2021,全市,率,70,,,", "2021,甲县,率,70,,,", "2021,乙县,率,70,,,", "2021,新区,率,70,,,"];
    for rule in NUMBERS {
        for (scope, expected) in [
            ("county", vec!["全市", "甲县", "乙县", "新区"]),
            ("city", vec!["全市"]),
            ("each-county", vec!["甲县", "乙县", "新区"]),
        ] {
            let report = city(&format!("{rule}\nscope = '{scope}'"), &rows);
            let judged: Vec<_> = report.rows().map(|row| row.region().name.to_string()).collect();
            assert_eq!(judged, expected, "{scope} under {rule}");
        }
    }
}
