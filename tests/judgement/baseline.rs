//! The region's own baseline, from the history.

use super::*;

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
            csv(&report).into_iter().skip(1).map(|row| row["baseline"].clone()).collect();
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
fn what_meets_the_target_unasked_says_so_under_a_head_that_demands_something_of_others() {
    let falling = "operator = '≤'\nthreshold = 60\nmilestones = { 2024 = 80 }";
    let rising = "operator = '≥'\nthreshold = 60\nmilestones = { 2024 = 2 }";
    // 乙县 has no baseline, so nothing is due from it; what 甲县 must reach is no bound of it.
    for (rule, baseline, value) in [(falling, "20%", "59%"), (rising, "78%", "60%")] {
        let rows = ["甲县", "乙县"].map(|county| format!("2021,{county},率,{value},,,"));
        let before = format!("2020,甲县,率,{baseline},,,");
        let report = Run::of(&rows).history(&[before]).judge(&plan(FIVE, CITY, &[rule]));
        assert_eq!(outcome(&report, "乙县"), "met");
        assert!(result(&report, "乙县")["requirement"].is_null());
        let table = table(&report, Lang::Zh);
        assert!(table.contains(&format!("{value}（未到期）")), "{table}");
    }
    let run = Run::of(&["2021,甲县,率,59%,,,", "2021,乙县,率,59%,,,"]);
    let table = table(&run.judge(&plan(FIVE, CITY, &[falling])), Lang::Zh);
    assert!(!table.contains("（未到期）"), "{table}");
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
fn the_citys_baseline_is_the_roll_up_and_its_own_row_beside_it_a_warning() {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    // 40/100, and not the 50% of its own row: 52 after three years.
    let history = ["2020,甲县,率,,1,10,", "2020,乙县,率,,39,90,", "2020,全市,率,50%,,,"];
    for (n, expected) in [(51, "behind"), (52, "on_pace")] {
        let rows = [format!("2023,甲县,率,,{n},60,"), "2023,乙县,率,,0,40,".to_owned()];
        let report = Run::of(&rows).history(&history).judge(&plan);
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(codes(&report), ["audit/city-disagrees"]);
        let message = &messages(&report, "audit/city-disagrees", Lang::Zh)[0];
        assert!(["2020", "50", "40"].iter().all(|part| message.contains(part)), "{message}");
        // It is told once, also of several years and where the rows stand in the submission.
        let again = [&rows[..], &["2022,甲县,率,,60,60,", "2022,乙县,率,,0,40,"].map(String::from)];
        let again = [&again.concat()[..], &history.map(String::from)].concat();
        let report = Run::of(&again).judge(&plan);
        let told = codes(&report).into_iter().filter(|code| *code == "audit/city-disagrees");
        assert_eq!(told.count(), 1);
        let of_2023 = report.rows().find(|row| row.year() == 2023 && &*row.region().name == "全市");
        assert_eq!(of_2023.unwrap().outcome().word(), expected);
    }
    // Where the counties give none, its own row is all there is.
    let rows = ["2023,甲县,率,,55,60,", "2023,乙县,率,,0,40,"];
    let report = Run::of(&rows).history(&["2020,甲县,率,30%,,,", history[2]]).judge(&plan);
    assert_eq!((outcome(&report, "全市"), codes(&report)), ("behind", vec![]));
}

#[test]
fn the_baseline_years_file_is_history_wherever_it_is_given() {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    let (then, now) = ("2020,甲县,率,,40,100,", "2023,甲县,率,,52,100,");
    let apart = Run::of(&[now]).history(&[then]).region("甲县").judge(&plan);
    let together = Run::of(&[then, now]).region("甲县").judge(&plan);
    for report in [&apart, &together] {
        assert_eq!((outcome(report, "甲县"), report.exit), ("on_pace", Exit::Passed));
        assert_eq!((report.rows().count(), &report.years[..]), (1, &[2023][..]));
        assert_eq!(result(report, "甲县")["requirement"]["baseline"], "history");
    }
    assert!(codes(&together).contains(&"judgement/years-before"));
    // In both: what was submitted counts, with a warning.
    let both = Run::of(&[then, now]).history(&["2020,甲县,率,,60,100,"]).region("甲县");
    let report = both.judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "on_pace");
    assert!(codes(&report).contains(&"judgement/year-in-both"));
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

#[test]
fn a_baseline_in_the_history_is_used_though_the_submission_holds_another_countys() {
    let plan = plan(FIVE, CITY, &[UPWARD]);
    let rows = ["2020,甲县,率,50%,,,", "2023,甲县,率,56%,,,", "2023,乙县,率,52%,,,"];
    let report = Run::of(&rows).history(&["2020,乙县,率,40%,,,"]).judge(&plan);
    let mut of_2023 = report.rows().filter(|row| row.year() == 2023);
    let second = of_2023.find(|row| &*row.region().name == "乙县").unwrap();
    assert_eq!(second.outcome(), Outcome::OnPace, "40 + 20 × 3/5 = 52");
}

#[test]
fn a_year_of_the_history_is_used_though_a_file_of_that_year_could_not_be_read() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    // The first block is read before the byte that is not UTF-8 is met.
    let mut broken = common::sheet(&["2020,甲县,率,50%,,,"]).into_bytes();
    broken.extend("2020,甲县,,,,,\n".repeat(40_000).bytes());
    broken.push(0xFF);
    let run = Run::of(&["2023,甲县,率,52%,,,"]).bytes("2020.csv", broken);
    let report = run.history(&["2020,甲县,率,40%,,,"]).judge(&plan);
    assert_eq!(outcome(&report, "甲县"), "on_pace", "40 + 20 × 3/5 = 52");
}
