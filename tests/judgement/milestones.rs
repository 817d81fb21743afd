//! 节点: what is done or not.

use super::*;

const LAW: &str = "form = 'milestone'\nname = '办法'\ndue = 2023";

fn done(rule: &str, year: u16, value: &str) -> (&'static str, String) {
    let plan = plan(FIVE, COUNTY, &[rule]);
    let report = Run::of(&[format!("{year},甲县,办法,{value},,,")]).judge(&plan);
    assert!(codes(&report).iter().all(|code| !code.starts_with("submission/")), "{value}");
    let row = row(&report, "i", "甲县").unwrap();
    let basis = row.requirement().map_or("none", |requirement| requirement.basis.word());
    (row.outcome().word(), basis.to_owned())
}

#[test]
fn before_its_year_nothing_is_due_and_from_then_on_all_of_it() {
    for year in 2021..=2026 {
        let (open, basis) = if year < 2023 { ("not_due", "none") } else { ("not_met", "target") };
        assert_eq!(done(LAW, year, "否"), (open, basis.to_owned()), "{year}");
        assert_eq!(done(LAW, year, "是"), ("met", basis.to_owned()), "{year}");
    }
}

#[test]
fn without_a_year_of_its_own_it_is_due_in_the_target_year() {
    let rule = "form = 'milestone'\nname = '办法'";
    assert_eq!(done(rule, 2024, "否").0, "not_due");
    assert_eq!(done(rule, 2025, "否").0, "not_met");
    let first = "form = 'milestone'\nname = '办法'\ndue = 2021";
    assert_eq!(done(first, 2021, "否").0, "not_met");
}

#[test]
fn a_day_counts_if_it_is_not_after_the_end_of_the_year_that_is_judged() {
    for (value, in_2022, in_2023, in_2024) in [
        ("2022-12-31", "met", "met", "met"),
        ("2023-01-01", "not_due", "met", "met"),
        ("2023年12月31日", "not_due", "met", "met"),
        ("2023.6.30", "not_due", "met", "met"),
        ("2023年12月", "not_due", "met", "met"),
        ("2023年", "not_due", "met", "met"),
        ("2024/1/1", "not_due", "not_met", "met"),
        ("2024年", "not_due", "not_met", "met"),
        ("2031-06-30", "not_due", "not_met", "not_met"),
    ] {
        let found = [2022, 2023, 2024].map(|year| done(LAW, year, value).0);
        assert_eq!(found, [in_2022, in_2023, in_2024], "{value}");
    }
}

#[test]
fn against_the_target_it_is_due_at_once_and_a_head_without_pace_leaves_its_year() {
    let run = Run::of(&["2021,甲县,办法,否,,,"]);
    let plan = plan(FIVE, COUNTY, &[LAW]);
    assert_eq!(outcome(&run.judge(&plan), "甲县"), "not_due");
    let report = run.clone().against(Against::Target).judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "not_met");
    let none = self::plan(&format!("{FIVE}pace = 'none'\n"), COUNTY, &[LAW]);
    assert_eq!(outcome(&run.judge(&none), "甲县"), "not_due");
    let run = Run::of(&["2023,甲县,办法,否,,,"]);
    assert_eq!(outcome(&run.judge(&none), "甲县"), "not_met");
}

#[test]
fn what_is_neither_yes_nor_no_nor_a_day_is_invalid() {
    let plan = plan(FIVE, COUNTY, &[LAW]);
    let texts = [
        "1",
        "0",
        "100%",
        "2023",
        "20230630",
        "2023.6.31",
        "2023-06-31",
        "2023年13月",
        "23-6-30",
        "已印发",
        "是，2023年6月",
        "2023年6月30日前",
        "2023年  月  日",
        "是是",
    ];
    for text in texts {
        let report = Run::of(&[format!("2023,甲县,办法,\"{text}\",,,")]).judge(&plan);
        assert_eq!(
            (outcome(&report, "甲县"), report.exit),
            ("invalid", Exit::Incomplete),
            "{text}"
        );
        assert_eq!(codes(&report), ["submission/not-done"], "{text}");
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, "submission/not-done", lang)[0];
            assert!(message.contains(text), "{message}");
        }
    }
}

#[test]
fn a_day_that_is_not_filled_in_is_no_day() {
    let plan = plan(FIVE, COUNTY, &[LAW]);
    for text in ["2023年月日", "2023年日", "2023年6日", "2023年6月月", "2023年年"] {
        let report = Run::of(&[format!("2023,甲县,办法,{text},,,")]).judge(&plan);
        assert_eq!(outcome(&report, "甲县"), "invalid", "{text}");
    }
}

#[test]
fn missing_and_not_applicable_are_what_they_are_of_numbers() {
    let plan = plan(FIVE, COUNTY, &[LAW]);
    for (cells, expected, exit) in [
        ("—,,,", "missing", Exit::Incomplete),
        (",,,", "missing", Exit::Incomplete),
        ("不适用,,,没有这项职能", "not_applicable", Exit::Passed),
        ("不适用,,,", "invalid", Exit::Incomplete),
    ] {
        let report = Run::of(&[format!("2023,甲县,办法,{cells}")]).judge(&plan);
        assert_eq!((outcome(&report, "甲县"), report.exit), (expected, exit), "{cells}");
    }
    let report = Run::of(&["2023,甲县,办法,是,1,1,"]).judge(&plan);
    assert_eq!(
        (outcome(&report, "甲县"), codes(&report)),
        ("met", vec!["submission/counts-unused"])
    );
}

#[test]
fn there_is_no_half_of_it_so_it_has_no_margin() {
    let plan = plan(FIVE, COUNTY, &[LAW]);
    for (value, day) in [("是", None), ("2023年6月30日", Some("2023-06-30"))] {
        let report = Run::of(&[format!("2023,甲县,办法,{value},,,")]).judge(&plan);
        let result = result(&report, "甲县");
        assert!(result["margin"].is_null() && result["value"] == "1", "{result:#}");
        assert_eq!(result["done_on"].as_str(), day);
        assert_eq!(result["target"], serde_json::json!({ "year": 2023, "form": "milestone" }));
    }
    let report = Run::of(&["2023,甲县,办法,否,,,"]).judge(&plan);
    for (lang, words) in [(Lang::Zh, ["未完成", "未达标"]), (Lang::En, ["not done", "not met"])]
    {
        let table = table(&report, lang);
        assert!(words.iter().all(|word| table.contains(word)), "{table}");
    }
}

// The city.

/// What each county sent and how the city ends, for all and for any.
const BOTH: [(&str, &str, &str, &str); 14] = [
    ("是", "是", "met", "met"),
    ("是", "否", "not_met", "met"),
    ("否", "否", "not_met", "not_met"),
    ("2023-12-31", "是", "met", "met"),
    ("2024-01-01", "是", "not_met", "met"),
    ("2024-01-01", "否", "not_met", "not_met"),
    // One that is not done decides all, and one that is decides any.
    ("是", "", "missing", "met"),
    ("否", "", "not_met", "missing"),
    ("是", "已印发", "missing", "met"),
    ("否", "已印发", "not_met", "missing"),
    ("", "", "missing", "missing"),
    // Nobody counts to whom it does not apply.
    ("是", "不适用", "met", "met"),
    ("否", "不适用", "not_met", "not_met"),
    ("不适用", "不适用", "not_applicable", "not_applicable"),
];

#[test]
fn the_city_has_it_if_all_counties_have_or_if_any_has_as_the_rule_says() {
    for (first, second, all, any) in BOTH {
        let rows = [("甲县", first), ("乙县", second)]
            .map(|(county, value)| format!("2023,{county},办法,{value},,,说明"));
        for (roll_up, expected) in
            [("", all), ("\nroll-up = 'all'", all), ("\nroll-up = 'any'", any)]
        {
            let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[&format!("{LAW}{roll_up}")]));
            assert_eq!(outcome(&report, "全市"), expected, "{first} {second}{roll_up}");
            let noted = codes(&report).contains(&"judgement/no-roll-up");
            assert_eq!(noted, expected == "missing", "{first} {second}{roll_up}");
        }
    }
}

#[test]
fn a_county_without_a_row_leaves_the_city_open_and_an_area_never_decides() {
    let plan = plan(FIVE, CITY, &[LAW]);
    let report = Run::of(&["2023,甲县,办法,是,,,", "2023,新区,办法,否,,,"]).judge(&plan);
    let found = ["甲县", "乙县", "新区", "全市"].map(|region| outcome(&report, region));
    assert_eq!(found, ["met", "missing", "not_met", "missing"]);
    let message = &messages(&report, "judgement/no-roll-up", Lang::Zh)[0];
    assert!(message.contains("乙县"), "{message}");
    let report = Run::of(&["2023,甲县,办法,否,,,"]).judge(&plan);
    assert_eq!((outcome(&report, "乙县"), outcome(&report, "全市")), ("missing", "not_met"));
}

#[test]
fn the_citys_own_row_counts_only_where_its_counties_decide_nothing() {
    let plan = plan(FIVE, CITY, &[LAW]);
    let report = Run::of(&["2023,甲县,办法,是,,,", "2023,全市,办法,是,,,"]).judge(&plan);
    assert_eq!(outcome(&report, "全市"), "met");
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
    let report = Run::of(&["2023,甲县,办法,否,,,", "2023,乙县,办法,是,,,", "2023,全市,办法,是,,,"])
        .judge(&plan);
    assert_eq!(outcome(&report, "全市"), "not_met");
    assert_eq!(codes(&report), ["audit/city-disagrees"]);
    let none = ["2023,甲县,办法,不适用,,,无", "2023,乙县,办法,不适用,,,无", "2023,全市,办法,否,,,"];
    assert_eq!(outcome(&Run::of(&none).judge(&plan), "全市"), "not_met");
    let by_rule = self::plan(FIVE, CITY, &[&format!("{LAW}\nroll-up = 'none'")]);
    let rows = ["2023,甲县,办法,是,,,", "2023,乙县,办法,是,,,", "2023,全市,办法,否,,,"];
    assert_eq!(outcome(&Run::of(&rows).judge(&by_rule), "全市"), "not_met");
}

#[test]
fn where_the_city_disagrees_both_are_said_in_words() {
    let rows = ["2023,甲县,办法,否,,,", "2023,乙县,办法,是,,,", "2023,全市,办法,是,,,"];
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[LAW]));
    let message = &messages(&report, "audit/city-disagrees", Lang::Zh)[0];
    assert!(message.contains("未完成") && !message.contains("1.00"), "{message}");
}

#[test]
fn a_milestone_is_the_citys_alone_or_each_countys_as_its_scope_says() {
    let rows = ["2023,甲县,办法,是,,,", "2023,乙县,办法,否,,,", "2023,全市,办法,是,,,"];
    let report = city(&format!("{LAW}\nscope = 'city'"), &rows);
    assert_eq!((outcome(&report, "全市"), report.rows().count()), ("met", 1));
    let report = city(&format!("{LAW}\nscope = 'each-county'"), &rows);
    let found = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
    assert_eq!(found, ["met", "not_met", "not judged"]);
}

#[test]
fn a_milestone_that_is_a_task_is_due_from_everyone_only_if_asked_for() {
    let plan = plan(FIVE, CITY, &[&format!("{LAW}\nattribute = '任务'")]);
    let run = Run::of(&["2023,甲县,办法,是,,,"]).fail_on(FailOn::Task);
    let report = run.judge(&plan);
    // The city's verdict is due once something was sent that it rests on.
    let found = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
    assert_eq!((found, report.exit), (["met", "not judged", "missing"], Exit::Incomplete));
    let report = run.require_tasks().judge(&plan);
    assert_eq!((outcome(&report, "乙县"), report.exit), ("missing", Exit::Incomplete));
}
