//! The city: the roll-up of its counties, or a row of its own.

use super::*;

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
        assert_eq!(found, Some(Rational::from(margin)));
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
    assert_eq!(codes(&report), ["audit/city-disagrees"]);
    let found = &report.diagnostics[0];
    assert_eq!(found.severity(), Severity::Warning);
    assert_eq!(found.place.as_ref().unwrap().line_number(), Some(4));
    for lang in [Lang::Zh, Lang::En] {
        let message = &messages(&report, "audit/city-disagrees", lang)[0];
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
        assert_eq!(codes(&report), ["audit/city-disagrees"], "{disagrees}");
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
    assert_eq!(outcome(&report, "全市"), "missing");
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
    assert_eq!(report.diagnostics[0].severity(), Severity::Note);
    let message = &messages(&report, "judgement/no-roll-up", Lang::Zh)[0];
    assert!(message.contains("乙县") && message.contains("分母"), "{message}");
    assert_eq!(report.exit, Exit::Incomplete);
    // With a row of its own the city is judged on that, and the note stays.
    for (own, expected) in [("59.999%", "not_met"), ("60%", "met")] {
        let row = format!("2025,全市,率,{own},,,");
        let report = city(UPWARD, &[&counties[..], &[&row]].concat());
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(certain(&report), ["judgement/no-roll-up"]);
    }
}

#[test]
fn without_every_county_there_is_no_roll_up() {
    for lacking in [None, Some("2025,乙县,率,—,,,"), Some("2025,乙县,率,,7,5,")] {
        let mut rows = vec!["2025,甲县,率,,60,100,"];
        rows.extend(lacking);
        let report = city(UPWARD, &rows);
        assert_eq!(outcome(&report, "全市"), "missing", "{lacking:?}");
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
        assert_eq!((outcome(&report, "全市"), report.exit), ("missing", Exit::Incomplete));
        assert_eq!(codes(&report), ["judgement/no-roll-up"]);
        let report = Run::of(&[&rows[..], &[own]].concat()).judge(&plan);
        assert_eq!(outcome(&report, "全市"), "not_met");
    }
}

#[test]
fn a_citys_verdict_on_a_task_is_due_once_something_was_sent_that_it_rests_on() {
    let rows = |rows: &[&str]| Run::of(rows).fail_on(FailOn::Task);
    let task = |rule: &str| {
        let own = "id = 't'\nname = '任务'\nattribute = '任务'\nunit = '户'\noperator = '≥'\nthreshold = 5";
        plan(FIVE, CITY, &[&format!("{own}\n{rule}")])
    };
    let found = |rule: &str, sent: &[&str]| {
        let report = rows(sent).judge(&task(rule));
        row(&report, "t", "全市").map_or("not judged", |row| row.outcome().word())
    };
    let (county, area) = ("2025,甲县,任务,9,,,", "2025,新区,任务,9,,,");
    assert_eq!(found("", &[county]), "missing");
    assert_eq!(found("scope = 'total'", &[county]), "missing");
    assert_eq!(found("", &[area]), "not judged", "an area is in no roll-up");
    // It rests on its own row alone.
    assert_eq!(found("roll-up = 'none'", &[county]), "not judged");
    assert_eq!(found("roll-up = 'none'", &[county, "2025,全市,任务,—,,,"]), "missing");
    assert_eq!(found("roll-up = 'none'", &[county, "2025,全市,任务,5,,,"]), "met");
    assert_eq!(found("scope = 'city'", &[county]), "not judged");
    let report = rows(&[county]).require_tasks().judge(&task("roll-up = 'none'"));
    assert_eq!(row(&report, "t", "全市").unwrap().outcome(), Outcome::Missing);
}

#[test]
fn what_is_the_citys_alone_is_judged_of_the_city_alone() {
    let rule = format!("{UPWARD}\nscope = 'city'");
    let report =
        city(&rule, &["2025,全市,率,60%,,,", "2025,甲县,率,10%,,,", "2025,新区,率,10%,,,"]);
    let judged: Vec<_> = report.rows().map(|row| row.region().name.to_string()).collect();
    assert_eq!((judged, outcome(&report, "全市")), (vec!["全市".to_owned()], "met"));
    assert_eq!(certain(&report), ["judgement/out-of-scope"; 2]);
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

#[test]
fn a_blank_row_of_the_city_is_not_said_to_be_what_it_is_judged_on() {
    let rule = "unit = '元'\nroll-up = 'none'\noperator = '≥'\nthreshold = 5";
    let told = |value: &str| {
        let report = city(rule, &[&format!("2025,全市,率,{value},,,"), "2025,甲县,率,9,,,"]);
        let told = messages(&report, "judgement/no-roll-up", Lang::Zh).join("");
        (outcome(&report, "全市"), told.contains("须自己报送一行"))
    };
    for blank in ["", "—", "无数据", "NA", "…"] {
        assert_eq!(told(blank), ("missing", true), "{blank}");
    }
    assert_eq!(told("9"), ("met", false));
    assert_eq!(told("约9"), ("invalid", false));
}

#[test]
fn a_row_that_the_city_alone_owes_and_did_not_send_is_missing_and_the_reason_is_told() {
    let rules = [
        format!("{UPWARD}\nscope = 'city'"),
        "unit = '个'\nscope = 'city'\nform = 'sum'\noperator = '≥'\nthreshold = 3".to_owned(),
        "scope = 'city'\nform = 'milestone'".to_owned(),
        "scope = 'city'\noperator = '≥'\nreference = 'gdp'".to_owned(),
    ];
    for rule in &rules {
        let sent = if rule.contains("milestone") { "是" } else { "9" };
        for rows in [vec!["2025,甲县,另,9,,,".to_owned()], vec![format!("2025,甲县,率,{sent},,,")]]
        {
            let other = "id = 'o'\nname = '另'\nunit = '个'\noperator = '≥'\nthreshold = 1";
            let report = Run::of(&rows).judge(&plan(FIVE, CITY, &[rule, other]));
            assert_eq!(outcome(&report, "全市"), "missing", "{rule}");
            let told = messages(&report, "judgement/no-roll-up", Lang::Zh);
            assert!(
                told.iter().any(|told| told.contains("“率”") && told.contains("只对全市判定")),
                "{told:?}"
            );
        }
        // What was sent needs no reason, and a task is not asked for.
        let sent = format!("2025,全市,率,{sent},,,");
        let report = Run::of(&[sent.as_str()]).judge(&plan(FIVE, CITY, &[rule]));
        assert!(!codes(&report).contains(&"judgement/no-roll-up"), "{rule}");
        let task = format!("attribute = '任务'\n{rule}");
        let report = Run::of(&["2025,甲县,率,—,,,"]).judge(&plan(FIVE, CITY, &[&task]));
        assert!(!codes(&report).contains(&"judgement/no-roll-up"), "{task}");
    }
}
