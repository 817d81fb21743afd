//! 累计: sums over the years of the plan.

use super::*;

/// 540 after three of five years.
pub(super) const HOMES: &str = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 900";

/// A run of rows under the header with 累计.
pub(super) fn totals<S: AsRef<str>>(rows: &[S]) -> Run {
    Run::default().file("a.csv", common::under(common::TOTALS, rows))
}

/// The same of years before.
pub(super) fn before(run: Run, name: &str, rows: &[&str]) -> Run {
    run.history_file(name, common::under(common::TOTALS, rows))
}

pub(super) fn county(run: &Run, rule: &str) -> Report {
    run.judge(&plan(FIVE, COUNTY, &[rule]))
}

/// How 甲县 ends in a year.
pub(super) fn in_year(report: &Report, year: u16) -> &'static str {
    let of_year =
        |row: &dabiao::report::Row<'_>| row.year() == year && &*row.region().name == "甲县";
    report.rows().find(of_year).map_or("not judged", |row| row.outcome().word())
}

#[test]
fn a_sum_keeps_pace_from_nought() {
    // 180 a year.
    for (first, second, third, expected) in [
        ("180", "180", "179", "behind"),
        ("180", "180", "180", "on_pace"),
        ("0", "540", "0", "on_pace"),
        ("300", "300", "299.9", "on_pace"),
        ("300", "300", "300", "met"),
    ] {
        let history = [format!("2021,甲县,率,{first},,,"), format!("2022,甲县,率,{second},,,")];
        let report =
            county(&Run::of(&[format!("2023,甲县,率,{third},,,")]).history(&history), HOMES);
        assert_eq!(outcome(&report, "甲县"), expected, "{first} {second} {third}");
        let requirement = &result(&report, "甲县")["requirement"];
        assert_eq!((&requirement["value"], &requirement["basis"]), (&"540".into(), &"pace".into()));
        assert!(requirement["baseline"].is_null(), "it begins at nought, not at a baseline");
    }
}

#[test]
fn the_first_year_stands_alone_and_the_baseline_year_adds_nothing() {
    for (value, expected) in [("179", "behind"), ("180", "on_pace")] {
        let run = Run::of(&[format!("2021,甲县,率,{value},,,")]).history(&["2020,甲县,率,900,,,"]);
        assert_eq!(outcome(&county(&run, HOMES), "甲县"), expected);
    }
    let rows = ["2020,甲县,率,900,,,", "2021,甲县,率,179,,,"];
    assert_eq!(in_year(&county(&Run::of(&rows), HOMES), 2021), "behind");
}

#[test]
fn a_sum_starts_from_nought_in_the_year_before_the_plan_begins() {
    // A plan that begins two years after its baseline year: 900 in four years.
    let later = "baseline-year = 2020\nfirst-year = 2022\ntarget-year = 2025\n";
    for (first, second, expected) in
        [("224", "0", "behind"), ("225", "224", "behind"), ("225", "225", "on_pace")]
    {
        let rows = [format!("2022,甲县,率,{first},,,"), format!("2023,甲县,率,{second},,,")];
        let run = Run::of(&rows).history(&["2021,甲县,率,500,,,"]);
        let report = run.judge(&plan(later, COUNTY, &[HOMES]));
        let of_2023 = report.rows().find(|row| row.year() == 2023).unwrap();
        assert_eq!(of_2023.outcome().word(), expected, "{first} {second}");
        let required = of_2023.requirement().unwrap().condition.clone();
        assert!(required.holds(&Rational::from(450)) && !required.holds(&Rational::from(449)));
    }
}

#[test]
fn the_sum_of_the_target_year_is_the_target_and_the_years_after_add_to_it() {
    let four = [
        "2021,甲县,率,200,,,",
        "2022,甲县,率,200,,,",
        "2023,甲县,率,200,,,",
        "2024,甲县,率,200,,,",
    ];
    for (fifth, expected) in [("99", "not_met"), ("100", "met")] {
        let run = Run::of(&[format!("2025,甲县,率,{fifth},,,")]).history(&four);
        assert_eq!(outcome(&county(&run, HOMES), "甲县"), expected);
        let rows = [format!("2025,甲县,率,{fifth},,,"), "2026,甲县,率,1,,,".to_owned()];
        let report = county(&Run::of(&rows).history(&four), HOMES);
        assert_eq!((in_year(&report, 2025), in_year(&report, 2026)), (expected, "met"));
    }
}

#[test]
fn every_operator_is_held_against_the_sum() {
    for (operator, threshold, outcomes) in [
        ("≥", "900", ["not_met", "met", "met"]),
        (">", "900", ["not_met", "not_met", "met"]),
        ("<", "900", ["met", "not_met", "not_met"]),
        ("≤", "900", ["met", "met", "not_met"]),
        ("=", "900", ["not_met", "met", "not_met"]),
        ("between", "[899.5, 900.5]", ["not_met", "met", "not_met"]),
        ("±", "900\ntolerance = 0.5", ["not_met", "met", "not_met"]),
        ("≥", "950\nabout = 50", ["not_met", "met", "met"]),
        ("<", "850\nabout = 50", ["met", "not_met", "not_met"]),
    ] {
        let rule =
            format!("form = 'sum'\nunit = '户'\noperator = '{operator}'\nthreshold = {threshold}");
        for (total, expected) in ["899", "900", "901"].into_iter().zip(outcomes) {
            let report = county(&totals(&[format!("2025,甲县,率,1,,,{total},")]), &rule);
            assert_eq!(outcome(&report, "甲县"), expected, "{total} {operator}");
        }
    }
}

#[test]
fn not_more_than_a_sum_has_to_be_kept_from_the_start() {
    let rule = "form = 'sum'\nunit = '起'\noperator = '≤'\nthreshold = 5";
    for (total, expected) in [("5", "met"), ("6", "not_met")] {
        let report = county(&totals(&[format!("2022,甲县,率,1,,,{total},")]), rule);
        assert_eq!(outcome(&report, "甲县"), expected);
        assert_eq!(result(&report, "甲县")["requirement"]["basis"], "kept");
    }
}

#[test]
fn a_range_of_a_few_is_due_at_the_end_if_the_rule_says_so() {
    let rule =
        "form = 'sum'\nunit = '家'\noperator = 'between'\nthreshold = [2, 3]\npace = 'at-end'";
    for (total, before_it, at_it) in [
        ("1", "not_due", "not_met"),
        ("2", "met", "met"),
        ("3", "met", "met"),
        ("4", "not_due", "not_met"),
    ] {
        for (year, expected) in [(2021, before_it), (2024, before_it), (2025, at_it)] {
            let report = county(&totals(&[format!("{year},甲县,率,{total},,,{total},")]), rule);
            assert_eq!(outcome(&report, "甲县"), expected, "{total} in {year}");
        }
    }
}

#[test]
fn own_values_of_years_replace_the_line_of_a_sum() {
    let rule = format!("{HOMES}\nmilestones = {{ 2022 = 500 }}");
    for (total, expected) in [("499", "behind"), ("500", "on_pace")] {
        let report = county(&totals(&[format!("2022,甲县,率,1,,,{total},")]), &rule);
        assert_eq!(outcome(&report, "甲县"), expected);
        assert_eq!(result(&report, "甲县")["requirement"]["basis"], "milestone");
    }
}

#[test]
fn against_the_target_and_without_pace_every_sum_is_held_against_the_end() {
    let run = totals(&["2021,甲县,率,899,,,899,"]);
    let rule = &[HOMES][..];
    let report = run.clone().against(Against::Target).judge(&plan(FIVE, COUNTY, rule));
    assert_eq!(outcome(&report, "甲县"), "not_met");
    let report = run.judge(&plan(&format!("{FIVE}pace = 'none'\n"), COUNTY, rule));
    assert_eq!(outcome(&report, "甲县"), "not_met");
}

// Gaps.

#[test]
fn a_year_without_a_value_is_a_gap_that_is_named_and_never_nought() {
    for (gap, history) in [
        ("2021、2022", vec!["2020,甲县,率,900,,,"]),
        ("2021", vec!["2022,甲县,率,900,,,"]),
        ("2022", vec!["2021,甲县,率,900,,,"]),
        ("2022", vec!["2021,甲县,率,900,,,", "2022,甲县,率,—,,,"]),
        ("2022", vec!["2021,甲县,率,900,,,", "2022,乙县,率,900,,,"]),
    ] {
        let run = Run::of(&["2023,甲县,率,900,,,", "2023,乙县,率,900,,,"]).region("甲县");
        let report = run.history(&history).judge(&plan(FIVE, CITY, &[HOMES]));
        assert_eq!((outcome(&report, "甲县"), report.exit), ("missing", Exit::Incomplete));
        assert_eq!(codes(&report), ["judgement/outside", "judgement/sum-gap"]);
        let message = &messages(&report, "judgement/sum-gap", Lang::Zh)[0];
        assert!(message.contains(&format!("缺 {gap} 年")), "{message}");
        assert!(result(&report, "甲县")["value"].is_null());
        assert!(result(&report, "甲县")["margin"].is_null());
        assert_eq!(report.diagnostics[0].place.as_ref().unwrap().line_number(), Some(2));
    }
}

#[test]
fn a_gap_is_a_gap_though_nought_would_be_the_best() {
    // With an upper bound nought would be the best there is.
    let rule = "form = 'sum'\nunit = '起'\noperator = '≤'\nthreshold = 5";
    let report = county(&Run::of(&["2023,甲县,率,0,,,"]), rule);
    assert_eq!(outcome(&report, "甲县"), "missing");
}

#[test]
fn without_a_value_of_the_year_itself_the_row_is_missing_like_any_other() {
    for row in ["2023,甲县,率,—,,,", "2023,甲县,率,,,,"] {
        let history = ["2021,甲县,率,500,,,", "2022,甲县,率,500,,,"];
        let report = county(&Run::of(&[row]).history(&history), HOMES);
        assert_eq!((outcome(&report, "甲县"), codes(&report)), ("missing", vec![]));
    }
}

// The city.

#[test]
fn the_citys_sum_is_that_of_its_counties_over_the_years() {
    let history = ["2021,甲县,率,100,,,", "2021,乙县,率,80,,,"];
    for (second, expected) in [("79", "behind"), ("80", "on_pace")] {
        let rows = [
            "2022,甲县,率,100,,,".to_owned(),
            format!("2022,乙县,率,{second},,,"),
            "2022,新区,率,500,,,".to_owned(),
        ];
        let run = Run::of(&rows).history(&history).region("全市");
        let report = run.judge(&plan(FIVE, CITY, &[HOMES]));
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(codes(&report), ["judgement/outside"]);
    }
    // By totals where there are only totals.
    let run = totals(&["2022,甲县,率,,,,200,", "2022,乙县,率,80,,,160,"]).region("全市");
    let report = run.judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(outcome(&report, "全市"), "on_pace");
    assert_eq!(result(&report, "全市")["value"], "360");
}

#[test]
fn where_a_countys_sum_has_a_gap_the_city_has_none() {
    let rows = ["2022,甲县,率,900,,,", "2022,乙县,率,900,,,"];
    let run = Run::of(&rows).history(&["2021,甲县,率,900,,,"]);
    let report = run.judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "乙县")), ("met", "missing"));
    assert_eq!(outcome(&report, "全市"), "missing");
    assert_eq!(codes(&report), ["judgement/no-roll-up", "judgement/sum-gap"]);
    let message = &messages(&report, "judgement/no-roll-up", Lang::Zh)[0];
    assert!(message.contains("乙县") && !message.contains("甲县"), "{message}");
}

#[test]
fn the_citys_own_sum_counts_where_its_counties_have_none_and_disagrees_aloud_where_they_do() {
    let own = "2022,全市,率,1,,,500,";
    let report = totals(&["2022,甲县,率,1,,,200,", own]).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(
        (outcome(&report, "全市"), result(&report, "全市")["value"].clone()),
        ("on_pace", "500".into())
    );
    let counties = ["2022,甲县,率,1,,,200,", "2022,乙县,率,1,,,100,"];
    let report = totals(&[counties[0], counties[1], own]).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(
        (outcome(&report, "全市"), codes(&report)),
        ("behind", vec!["audit/city-disagrees"])
    );
    let message = &messages(&report, "audit/city-disagrees", Lang::Zh)[0];
    assert!(message.contains("500") && message.contains("300"), "{message}");
    // Its own gap is told only where its own sum is judged.
    let gap = "2022,全市,率,500,,,,";
    let report = totals(&[counties[0], counties[1], gap]).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!((outcome(&report, "全市"), codes(&report)), ("behind", vec![]));
    let report = totals(&[counties[0], gap]).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(outcome(&report, "全市"), "missing");
    assert!(codes(&report).contains(&"judgement/sum-gap"));
}

#[test]
fn where_the_sum_applies_to_no_county_the_citys_own_gap_is_told() {
    let rows = ["2022,甲县,率,不适用,,,无", "2022,乙县,率,不适用,,,无", "2022,全市,率,500,,,"];
    let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[HOMES]));
    let both = vec!["judgement/no-roll-up", "judgement/sum-gap"];
    assert_eq!((outcome(&report, "全市"), codes(&report)), ("missing", both));
    let never = ["2021,甲县,率,不适用,,,无", "2021,乙县,率,不适用,,,无"];
    let report = Run::of(&rows).history(&never).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!((outcome(&report, "全市"), codes(&report)), ("missing", vec!["judgement/sum-gap"]));
}

#[test]
fn a_county_to_which_a_year_does_not_apply_keeps_what_it_added_before() {
    let plan = plan(FIVE, CITY, &[HOMES]);
    let history = ["2021,甲县,率,300,,,", "2021,乙县,率,100,,,"];
    let none = "2022,乙县,率,不适用,,,改造完毕";
    for (first, expected, value) in [("0", "on_pace", "400"), ("500", "met", "900")] {
        let rows = [format!("2022,甲县,率,{first},,,"), none.to_owned()];
        let report = Run::of(&rows).history(&history).judge(&plan);
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(result(&report, "全市")["value"], value);
        assert_eq!(outcome(&report, "乙县"), "not_applicable");
    }
    // The other way round: a cap that what was added before breaks.
    let cap = "form = 'sum'\nunit = '起'\noperator = '≤'\nthreshold = 350";
    let rows = ["2022,甲县,率,10,,,", none];
    let report = Run::of(&rows).history(&history).judge(&self::plan(FIVE, CITY, &[cap]));
    assert_eq!((outcome(&report, "甲县"), outcome(&report, "全市")), ("met", "not_met"));
    // By the total that it sent, and in a later year still.
    let rows = ["2023,甲县,率,1,,,", "2023,乙县,率,不适用,,,无"];
    let early = ["2022,甲县,率,1,,,302,", "2022,乙县,率,1,,,98,"];
    let report = before(Run::of(&rows), "2022.csv", &early).judge(&plan);
    assert_eq!(result(&report, "全市")["value"], "401");
}

#[test]
fn where_a_year_applies_to_no_county_the_city_keeps_what_they_added_before() {
    let history = ["2021,甲县,率,300,,,", "2021,乙县,率,100,,,"];
    let rows = ["2022,甲县,率,不适用,,,无", "2022,乙县,率,不适用,,,无"];
    let report = Run::of(&rows).history(&history).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(
        (outcome(&report, "全市"), result(&report, "全市")["value"].clone()),
        ("on_pace", "400".into())
    );
    // To whom it never applied, it adds nothing.
    let never = ["2021,甲县,率,不适用,,,无", "2021,乙县,率,不适用,,,无"];
    let report = Run::of(&rows).history(&never).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(outcome(&report, "全市"), "not_applicable");
}

#[test]
fn a_county_whose_years_before_are_not_known_leaves_the_city_without_a_sum() {
    let rows = ["2022,甲县,率,500,,,500,", "2022,乙县,率,不适用,,,,无"];
    let report = totals(&rows).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!((outcome(&report, "乙县"), outcome(&report, "全市")), ("not_applicable", "missing"));
    assert!(messages(&report, "judgement/no-roll-up", Lang::Zh)[0].contains("乙县"));
}

#[test]
fn the_citys_own_years_go_on_from_what_its_counties_added_up_to() {
    let history = ["2021,甲县,率,300,,,", "2021,乙县,率,100,,,"];
    for (own, expected, value) in [("0", "on_pace", "400"), ("500", "met", "900")] {
        let rows = [format!("2022,全市,率,{own},,,")];
        let run = Run::of(&rows).history(&history).region("全市");
        let report = run.judge(&plan(FIVE, CITY, &[HOMES]));
        assert_eq!(
            (outcome(&report, "全市"), result(&report, "全市")["value"].clone()),
            (expected, value.into())
        );
        assert!(!codes(&report).contains(&"judgement/sum-gap"));
    }
    // Over a year of its own between, and from where the counties are known last.
    let rows = ["2024,全市,率,1,,,"];
    let own = ["2023,全市,率,10,,,", "2022,甲县,率,50,,,", "2022,乙县,率,50,,,"];
    let run = Run::of(&rows).history(&[&history[..], &own].concat()).region("全市");
    let report = run.judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(result(&report, "全市")["value"], "511");
    // What the counties don't know either is a gap.
    let report = Run::of(&["2022,全市,率,500,,,"])
        .history(&history[..1])
        .region("全市")
        .judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(outcome(&report, "全市"), "missing");
    assert!(messages(&report, "judgement/sum-gap", Lang::Zh)[0].contains("缺 2021 年"));
}

#[test]
fn years_of_the_city_and_of_its_counties_are_joined_year_by_year() {
    let judged = |history: &[&str]| {
        let report = before(totals(&["2024,全市,率,5,,,"]), "before.csv", history)
            .region("全市")
            .judge(&plan(FIVE, CITY, &[HOMES]));
        let gaps = messages(&report, "judgement/sum-gap", Lang::Zh).join("");
        (result(&report, "全市")["value"].clone(), gaps)
    };
    let value = |value: &str| (serde_json::Value::from(value), String::new());
    // The city's own, then two years of its counties, of whom one did not send the first.
    let counties =
        ["2022,甲县,率,20,,,", "2022,乙县,率,3,,,", "2023,甲县,率,4,,,", "2023,乙县,率,4,,,"];
    assert_eq!(judged(&[&["2021,全市,率,100,,,"][..], &counties].concat()), value("136"));
    // A total of the city stands for all that lies behind it.
    let total = ["2022,全市,率,1,,,200,"];
    assert_eq!(judged(&[&total[..], &counties[2..]].concat()), value("213"));
    // Only what neither knows is lacking.
    let (lacking, gaps) = judged(&[&["2021,全市,率,100,,,"][..], &counties[..3]].concat());
    assert!(lacking.is_null() && gaps.contains("缺 2023 年"), "{gaps}");
    let none = ["2021,甲县,率,不适用,,,,无对象", "2021,乙县,率,不适用,,,,无对象"];
    let own = ["2022,全市,率,7,,,", "2023,全市,率,8,,,"];
    let (lacking, gaps) = judged(&[none, own].concat());
    assert!(lacking.is_null() && gaps.contains("缺 2021 年"), "{gaps}");
    let (lacking, gaps) = judged(&counties[1..]);
    assert!(lacking.is_null() && gaps.contains("缺 2021、2022 年"), "{gaps}");
}

#[test]
fn a_citys_total_that_is_not_its_counties_is_told_to_its_own_last_digit() {
    let rows = ["2022,甲县,率,1,,,200,", "2022,乙县,率,1,,,100,", "2022,全市,率,2,,,300.4,"];
    let report = totals(&rows).judge(&plan(FIVE, CITY, &[HOMES]));
    assert_eq!(codes(&report), ["audit/city-disagrees"]);
}

#[test]
fn a_sum_that_is_the_citys_alone_or_each_countys_own_is_judged_there() {
    let rows = ["2021,甲县,率,180,,,", "2021,乙县,率,179,,,", "2021,全市,率,180,,,"];
    let report = city(&format!("{HOMES}\nscope = 'city'"), &rows);
    assert_eq!((outcome(&report, "全市"), report.rows().count()), ("on_pace", 1));
    let report = city(&format!("{HOMES}\nscope = 'each-county'"), &rows);
    let found = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
    assert_eq!(found, ["on_pace", "behind", "not judged"]);
}

#[test]
fn a_countys_row_of_the_citys_own_sum_is_out_of_scope_and_no_more() {
    let rows = ["2022,全市,率,1,,,400,", "2022,甲县,率,5,,,,", "2022,新区,率,5,,,4,"];
    let report = totals(&rows).judge(&plan(FIVE, CITY, &[&format!("{HOMES}\nscope = 'city'")]));
    assert_eq!(codes(&report), ["judgement/out-of-scope"; 2]);
    assert_eq!(report.exit, Exit::Passed);
}

#[test]
fn whole_things_leave_no_doubt_whoever_sent_the_years_before() {
    const TOTAL: &str = "scope = 'total'\nroll-up = 'sum'\n";
    let doubts = |run: &Run, rule: &str| {
        let report = run.judge(&plan(FIVE, CITY, &[&format!("{TOTAL}{rule}")]));
        codes(&report).into_iter().filter(|c| *c == "judgement/rounding-turns").count()
    };
    let sum = "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 100";
    let counties = ["2021,甲县,率,30,,,", "2021,乙县,率,30,,,"];
    for own in ["14", "0", "39"] {
        let run = Run::of(&[format!("2022,全市,率,{own},,,")]).history(&counties);
        assert_eq!(doubts(&run, sum), 0, "{own}");
    }
    // A milestone of a multiple is in the terms of the multiple.
    let twice = "form = 'multiple'\nunit = '户'\noperator = '≥'\nthreshold = 2\nbaseline = 50";
    for value in ["75", "74", "76"] {
        let rows = [format!("2022,甲县,率,{value},,,"), "2022,乙县,率,0,,,".to_owned()];
        let milestones = format!("{twice}\nmilestones = {{ 2022 = 1.5 }}");
        assert_eq!(doubts(&Run::of(&rows), &milestones), 0, "{value}");
    }
}
