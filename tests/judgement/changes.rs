//! What is held against the baseline itself: changes and multiples.

use super::*;

const PERCENT: &str = "form = 'change'\nchange = 'percent'\nunit = '吨'\nroll-up = 'none'\n\
    operator = '≤'\nthreshold = -13.5\nbaseline = 0.40";
const YEARS: &str = "form = 'change'\nchange = 'absolute'\nunit = '岁'\nroll-up = 'none'\n\
    operator = '≥'\nthreshold = 1\nbaseline = 77.3";
const DOUBLE: &str =
    "form = 'multiple'\nunit = '人'\noperator = '≥'\nthreshold = 2\nbaseline = 150";

/// The same rule without the plan's baseline.
fn without(rule: &str) -> String {
    rule.lines().filter(|line| !line.starts_with("baseline")).map(|l| format!("{l}\n")).collect()
}

#[test]
fn a_fall_by_a_percentage_ends_at_that_part_of_the_baseline() {
    // 0.40 less 13.5% is 0.346; three fifths of the way is 0.3676.
    for year in [2025, 2026] {
        tries(FIVE, PERCENT, year, "target", &[("0.346", "met"), ("0.3460001", "not_met")]);
    }
    let expected = [("0.3676", "on_pace"), ("0.3676001", "behind"), ("0.346", "met")];
    tries(FIVE, PERCENT, 2023, "pace", &expected);
    tries(FIVE, PERCENT, 2021, "pace", &[("0.3892", "on_pace"), ("0.38920001", "behind")]);
}

#[test]
fn a_rise_in_the_units_of_the_value_is_added_to_the_baseline() {
    for year in [2025, 2026] {
        tries(FIVE, YEARS, year, "target", &[("78.3", "met"), ("78.29", "not_met")]);
    }
    // 0.2 a year.
    let expected = [("77.899", "behind"), ("77.9", "on_pace"), ("78.3", "met")];
    tries(FIVE, YEARS, 2023, "pace", &expected);
}

#[test]
fn a_change_of_a_rate_is_in_points_or_in_percent_of_it() {
    let points =
        "form = 'change'\nchange = 'absolute'\noperator = '>'\nthreshold = 5\nbaseline = 50";
    tries(FIVE, points, 2025, "target", &[("55%", "not_met"), ("55.001%", "met")]);
    let percent =
        "form = 'change'\nchange = 'percent'\noperator = '>'\nthreshold = 5\nbaseline = 50";
    tries(FIVE, percent, 2025, "target", &[("52.5%", "not_met"), ("52.501%", "met")]);
}

#[test]
fn a_change_between_two_bounds_is_between_two_values() {
    let fall = "form = 'change'\nchange = 'percent'\nunit = '吨'\noperator = 'between'\n\
        threshold = [-15, -10]\nbaseline = 200";
    let expected = [("169.9", "not_met"), ("170", "met"), ("180", "met"), ("180.1", "not_met")];
    tries(FIVE, fall, 2025, "target", &expected);
    let equal = "form = 'change'\nchange = 'absolute'\nunit = '岁'\noperator = '='\n\
        threshold = 1\nbaseline = 77";
    tries(FIVE, equal, 2025, "target", &[("77.9", "not_met"), ("78", "met"), ("78.1", "not_met")]);
}

#[test]
fn twice_the_baseline_is_due_at_the_end_and_on_the_line_before() {
    for year in [2025, 2026] {
        tries(FIVE, DOUBLE, year, "target", &[("299", "not_met"), ("300", "met")]);
    }
    // 30 a year.
    tries(FIVE, DOUBLE, 2023, "pace", &[("239", "behind"), ("240", "on_pace"), ("300", "met")]);
    let half = "form = 'multiple'\nunit = '人'\noperator = '<'\nthreshold = 0.5\nbaseline = 150";
    tries(FIVE, half, 2025, "target", &[("74.9", "met"), ("75", "not_met")]);
}

#[test]
fn own_values_of_years_are_in_the_terms_of_the_threshold() {
    let percent = format!("{PERCENT}\nmilestones = {{ 2023 = -5 }}");
    tries(FIVE, &percent, 2023, "milestone", &[("0.38", "on_pace"), ("0.3801", "behind")]);
    let years = format!("{YEARS}\nmilestones = {{ 2022 = 0.7 }}");
    tries(FIVE, &years, 2022, "milestone", &[("78", "on_pace"), ("77.99", "behind")]);
    let double = format!("{DOUBLE}\nmilestones = {{ 2024 = 1.5 }}");
    tries(FIVE, &double, 2024, "milestone", &[("225", "on_pace"), ("224", "behind")]);
}

#[test]
fn a_change_that_the_baseline_already_is_has_to_be_kept() {
    let none = "form = 'change'\nchange = 'absolute'\nunit = '岁'\noperator = '≥'\n\
        threshold = 0\nbaseline = 77";
    tries(FIVE, none, 2022, "kept", &[("76.9", "not_met"), ("77", "met")]);
    let same = "form = 'multiple'\nunit = '人'\noperator = '≥'\nthreshold = 1\nbaseline = 150";
    tries(FIVE, same, 2022, "kept", &[("149", "not_met"), ("150", "met")]);
}

#[test]
fn at_the_end_without_pace_and_against_the_target_only_the_end_counts() {
    for (rule, short, met) in
        [(PERCENT, "0.3461", "0.346"), (YEARS, "78.2", "78.3"), (DOUBLE, "299", "300")]
    {
        let at_end = format!("{rule}\npace = 'at-end'");
        tries(FIVE, &at_end, 2023, "none", &[(short, "not_due"), (met, "met")]);
        let none = format!("{FIVE}pace = 'none'\n");
        tries(&none, rule, 2021, "target", &[(short, "not_met"), (met, "met")]);
        let run = Run::of(&[format!("2021,甲县,率,{short},,,")]).against(Against::Target);
        assert_eq!(outcome(&run.judge(&plan(FIVE, COUNTY, &[rule])), "甲县"), "not_met");
    }
}

#[test]
fn a_region_is_held_against_its_own_baseline_where_the_history_has_it() {
    for (rule, own, short, met) in [
        (PERCENT, "0.8", "0.6921", "0.692"),
        (YEARS, "80", "80.9", "81"),
        (DOUBLE, "40", "79", "80"),
    ] {
        let plan = plan(FIVE, CITY, &[rule]);
        for (value, expected) in [(short, "not_met"), (met, "met")] {
            let rows = ["甲县", "乙县"].map(|county| format!("2025,{county},率,{value},,,"));
            let history = [format!("2020,甲县,率,{own},,,")];
            let report = Run::of(&rows).history(&history).judge(&plan);
            assert_eq!(outcome(&report, "甲县"), expected, "{rule} {value}");
            let baseline = |region| result(&report, region)["requirement"]["baseline"].clone();
            assert_eq!((baseline("甲县"), baseline("乙县")), ("history".into(), "plan".into()));
        }
    }
}

#[test]
fn the_submissions_own_rows_of_the_baseline_year_are_a_baseline_for_later_years() {
    let plan = plan(FIVE, COUNTY, &[&without(DOUBLE)]);
    for (value, expected) in [("79", Outcome::NotMet), ("80", Outcome::Met)] {
        let rows = ["2020,甲县,率,40,,,".to_owned(), format!("2025,甲县,率,{value},,,")];
        let report = Run::of(&rows).judge(&plan);
        let of_2025 = report.rows().find(|row| row.year() == 2025).unwrap();
        assert_eq!(of_2025.outcome(), expected);
    }
}

#[test]
fn without_any_baseline_the_row_is_missing_and_the_message_says_of_which_year() {
    for rule in [PERCENT, YEARS, DOUBLE] {
        let plan = plan(FIVE, COUNTY, &[&without(rule)]);
        for year in [2021, 2025] {
            let report = Run::of(&[format!("{year},甲县,率,79,,,")]).judge(&plan);
            assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
            for lang in [Lang::Zh, Lang::En] {
                let message = &messages(&report, "judgement/no-baseline", lang)[0];
                assert!(message.contains("甲县") && message.contains("2020"), "{message}");
            }
        }
        // A region that sent nothing lacks more than a baseline.
        let report = Run::of(&["2025,甲县,率,—,,,"]).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), codes(&report)), ("missing", vec![]));
        let run = Run::of(&["2025,甲县,率,79,,,"]).history(&["2020,甲县,率,70,,,"]);
        assert_ne!(outcome(&run.judge(&plan), "甲县"), "missing");
    }
}

#[test]
fn the_city_is_held_against_what_its_counties_added_up_to() {
    let plan = plan(FIVE, CITY, &[DOUBLE]);
    let history = ["2020,甲县,率,10,,,", "2020,乙县,率,30,,,"];
    for (second, expected) in [("59", "not_met"), ("60", "met")] {
        let rows = ["2025,甲县,率,20,,,".to_owned(), format!("2025,乙县,率,{second},,,")];
        let report = Run::of(&rows).history(&history).judge(&plan);
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(result(&report, "全市")["requirement"]["value"], "80");
    }
}

#[test]
fn nothing_is_a_multiple_of_nought() {
    let plan = plan(FIVE, COUNTY, &[DOUBLE]);
    let run = Run::of(&["2025,甲县,率,5,,,"]).history(&["2020,甲县,率,0,,,"]);
    let report = run.judge(&plan);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
    assert_eq!(codes(&report), ["judgement/no-baseline"]);
}

#[test]
fn a_percentage_of_a_baseline_of_nought_demands_nought() {
    let history = ["2020,甲县,率,0,,,"];
    let rise = PERCENT.replace('≤', "≥").replace("-13.5", "13.5");
    for (rule, year, value, expected) in [
        (PERCENT, 2025, "0", "met"),
        (PERCENT, 2025, "0.001", "not_met"),
        (PERCENT, 2022, "0", "met"),
        (PERCENT, 2022, "0.001", "not_met"),
        (&rise, 2025, "0", "met"),
        (&rise, 2022, "5", "met"),
    ] {
        let run = Run::of(&[format!("{year},甲县,率,{value},,,")]).history(&history);
        let report = run.judge(&plan(FIVE, COUNTY, &[rule]));
        assert_eq!(outcome(&report, "甲县"), expected, "{value} in {year} under {rule}");
        assert_eq!(result(&report, "甲县")["requirement"]["value"], "0");
    }
    // One more than none is one.
    let run = Run::of(&["2025,甲县,率,1,,,"]).history(&["2020,甲县,率,0,,,"]);
    assert_eq!(outcome(&run.judge(&plan(FIVE, COUNTY, &[YEARS])), "甲县"), "met");
}

#[test]
fn a_baseline_of_nought_is_not_called_absent() {
    let run = Run::of(&["2025,甲县,率,5,,,"]).history(&["2020,甲县,率,0,,,"]);
    let report = run.judge(&plan(FIVE, COUNTY, &[DOUBLE]));
    let message = &messages(&report, "judgement/no-baseline", Lang::Zh)[0];
    assert!(!message.contains("没有该年的数值"), "{message}");
}

#[test]
fn a_change_says_what_the_value_itself_must_be() {
    let report = Run::of(&["2023,甲县,率,0.37,,,"]).judge(&plan(FIVE, COUNTY, &[PERCENT]));
    let result = result(&report, "甲县");
    let requirement = &result["requirement"];
    assert_eq!((&requirement["operator"], &requirement["value"]), (&"<=".into(), &"0.3676".into()));
    assert_eq!(result["margin"]["value"], "-0.0024");
    let target = serde_json::json!({
        "operator": "<=", "value": "-13.5", "year": 2025, "form": "change", "change": "percent", "unit": "%",
    });
    assert_eq!(result["target"], target);
}
