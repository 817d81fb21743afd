//! 豁免: failures that are not counted, each with its reason.

use super::*;
use serde_json::Value;

/// One failure of each county, and a city below as well.
const ROWS: [&str; 3] = ["2023,甲县,率,,50,100,", "2023,乙县,率,,56,100,", "2023,新区,率,,50,100,"];

/// A waiver to the end of 2024, but for what is said otherwise.
fn waiver(region: &str, more: &[(&str, &str)]) -> String {
    let mut keys = vec![
        ("indicator", "'i'".to_owned()),
        ("region", format!("'{region}'")),
        ("year", "2023".to_owned()),
        ("reason", "'台风停工'".to_owned()),
        ("approved-by", "'市残联'".to_owned()),
        ("expires", "2024-12-31".to_owned()),
    ];
    for (key, value) in more {
        keys.retain(|(known, _)| known != key);
        keys.push((key, (*value).to_owned()));
    }
    let keys: String = keys.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("[[waiver]]\n{keys}")
}

fn judge(run: &Run) -> Report {
    run.judge(&plan(FIVE, CITY, &[UPWARD]))
}

#[test]
fn a_failure_with_a_waiver_in_force_is_waived_and_counts_as_neither() {
    let without = judge(&Run::of(&ROWS));
    assert_eq!(common::tally(&without), [("behind", 3), ("on_pace", 1)].into());
    let with = judge(&Run::of(&ROWS).waivers(&waiver("甲县", &[])));
    assert_eq!(common::tally(&with), [("behind", 2), ("on_pace", 1), ("waived", 1)].into());
    assert_eq!(outcome(&with, "甲县"), "waived");
    assert_eq!(codes(&with), [""; 0]);
    let result = result(&with, "甲县");
    assert_eq!((&result["value"], &result["margin"]["count"]), (&"50.00".into(), &(-6).into()));
    let waiver = &result["waiver"];
    assert_eq!((&waiver["reason"], &waiver["approved_by"]), (&"台风停工".into(), &"市残联".into()));
    assert_eq!((&waiver["expires"], &waiver["rule"]["line"]), (&"2024-12-31".into(), &1.into()));
    let table = table(&with, Lang::Zh);
    for word in ["豁免 1", "台风停工", "市残联", "2024-12-31"] {
        assert!(table.contains(word), "{word}: {table}");
    }
    assert_eq!(csv(&with).iter().filter(|row| row["waiver"] == "台风停工").count(), 1);
}

#[test]
fn with_every_failure_waived_the_run_passes() {
    let one = plan(FIVE, COUNTY, &[UPWARD]);
    let run = Run::of(&["2023,甲县,率,50%,,,"]);
    assert_eq!(run.judge(&one).exit, Exit::Failed);
    assert_eq!(run.waivers(&waiver("甲县", &[])).judge(&one).exit, Exit::Passed);
}

#[test]
fn a_target_that_is_due_and_not_met_can_be_waived_too() {
    let rule = "form = 'each-year'\nunit = '人次'\noperator = '≥'\nthreshold = 700";
    let run = Run::of(&["2023,甲县,率,1,,,"]).waivers(&waiver("甲县", &[]));
    assert_eq!(outcome(&run.judge(&plan(FIVE, COUNTY, &[rule])), "甲县"), "waived");
}

#[test]
fn a_waiver_changes_nothing_but_its_own_row_the_tallies_and_the_exit_code() {
    let without = json(&judge(&Run::of(&ROWS)));
    for region in ["甲县", "乙县", "新区", "全市"] {
        let with = json(&judge(&Run::of(&ROWS).waivers(&waiver(region, &[]))));
        let others = |of: &Value| -> Vec<Value> {
            let rows = of["results"].as_array().unwrap().iter();
            rows.filter(|row| row["region"]["name"] != region).cloned().collect()
        };
        assert_eq!(others(&with), others(&without), "{region}");
        let own = |of: &Value| {
            let mut rows = of["results"].as_array().unwrap().iter();
            let mut row = rows.find(|row| row["region"]["name"] == region).unwrap().clone();
            let object = row.as_object_mut().unwrap();
            object.remove("waiver");
            object.remove("outcome");
            row
        };
        assert_eq!(own(&with), own(&without), "its numbers stay as they are");
        assert_eq!((&with["run"], &with["tool"]), (&without["run"], &without["tool"]));
        let others = |of: &Value| {
            let unused = |found: &&Value| found["code"] != "judgement/waiver-unused";
            of["diagnostics"].as_array().unwrap().iter().filter(unused).cloned().collect::<Vec<_>>()
        };
        assert_eq!(others(&with), others(&without));
    }
}

#[test]
fn without_a_day_a_waiver_has_to_hold_at_the_end_of_the_year_it_is_for() {
    for (expires, expected) in [
        ("2023-12-30", "behind"),
        ("2023-12-31", "waived"),
        ("2024-01-01", "waived"),
        ("'2023-12-31'", "waived"),
    ] {
        let report = judge(&Run::of(&ROWS).waivers(&waiver("甲县", &[("expires", expires)])));
        assert_eq!(outcome(&report, "甲县"), expected, "{expires}");
        let told = messages(&report, "judgement/waiver-expired", Lang::Zh);
        assert_eq!(told.len(), usize::from(expected == "behind"));
        if let [message] = &told[..] {
            assert!(message.contains("甲县") && message.contains("2023-12-30"), "{message}");
            assert_eq!(report.exit, Exit::Failed);
        }
    }
}

#[test]
fn with_a_day_a_waiver_has_to_hold_on_that_day_the_last_included() {
    for (day, expected) in [
        ("2023-06-29", "waived"),
        ("2023-06-30", "waived"),
        ("2023-07-01", "behind"),
        ("2025-01-01", "behind"),
    ] {
        let waiver = waiver("甲县", &[("expires", "2023-06-30")]);
        let report = judge(&Run::of(&ROWS).waivers(&waiver).on_day(day));
        assert_eq!(outcome(&report, "甲县"), expected, "{day}");
        let told = codes(&report).contains(&"judgement/waiver-expired");
        assert_eq!(told, expected == "behind", "{day}");
    }
}

#[test]
fn a_waiver_is_of_its_own_indicator_region_and_year_alone() {
    for other in [
        waiver("甲县", &[("year", "2022")]),
        waiver("全市", &[]),
        waiver("甲县", &[("indicator", "'j'")]),
    ] {
        let rules = [UPWARD, "id = 'j'\nname = '另一率'\noperator = '≥'\nthreshold = 5"];
        let rows = ["2023,甲县,率,50%,,,", "2023,甲县,另一率,50%,,,"];
        let run = Run::of(&rows).waivers(&other);
        assert_eq!(outcome(&run.judge(&plan(FIVE, CITY, &rules)), "甲县"), "behind", "{other}");
    }
}

#[test]
fn an_indicator_and_a_region_go_by_any_of_their_names() {
    let rule = format!("{UPWARD}\nnumber = 9\naliases = ['比率']");
    for indicator in ["'i'", "'率'", "'9'", "'比率'"] {
        for region in ["'11'", "'甲县'"] {
            let waiver = waiver("甲县", &[("indicator", indicator), ("region", region)]);
            let run = Run::of(&ROWS).waivers(&waiver);
            assert_eq!(outcome(&run.judge(&plan(FIVE, CITY, &[&rule])), "甲县"), "waived");
        }
    }
}

#[test]
fn a_waiver_of_what_did_not_fail_is_told_and_changes_no_verdict() {
    for (value, expected) in
        [("60%", "met"), ("58%", "on_pace"), ("—", "missing"), ("约50", "invalid")]
    {
        let run = Run::of(&[format!("2023,甲县,率,{value},,,")]);
        let plan = plan(FIVE, COUNTY, &[UPWARD]);
        let without = run.judge(&plan);
        let with = run.waivers(&waiver("甲县", &[])).judge(&plan);
        assert_eq!((outcome(&with, "甲县"), with.exit), (expected, without.exit), "{value}");
        let told = messages(&with, "judgement/waiver-unused", Lang::Zh);
        assert!(told.len() == 1 && told[0].contains("甲县"), "{told:?}");
        assert_eq!(json(&with)["results"], json(&without)["results"]);
        assert_eq!(json(&with)["summary"], json(&without)["summary"]);
    }
    let none = plan(FIVE, COUNTY, &["operator = '≥'\nthreshold = 60"]);
    let report = Run::of(&["2023,甲县,率,5%,,,"]).waivers(&waiver("甲县", &[])).judge(&none);
    assert_eq!(
        (outcome(&report, "甲县"), codes(&report)),
        ("not_due", vec!["judgement/waiver-unused"])
    );
}

#[test]
fn waivers_of_years_that_are_not_under_check_are_counted_in_a_note() {
    let all = [waiver("甲县", &[]), waiver("甲县", &[("year", "2022")])];
    let run = all.iter().fold(Run::of(&ROWS), |run, waiver| run.waivers(waiver));
    let report = judge(&run);
    assert_eq!(codes(&report), ["judgement/waivers-elsewhere"]);
    let note = &messages(&report, "judgement/waivers-elsewhere", Lang::Zh)[0];
    assert!(note.contains("1 条") && note.contains("2022"), "{note}");
}

#[test]
fn a_waiver_of_what_was_not_asked_for_is_not_called_unused() {
    let all = [waiver("甲县", &[]), waiver("乙县", &[])];
    let run = all.iter().fold(Run::of(&ROWS), |run, waiver| run.waivers(waiver));
    let report = judge(&run.clone().region("甲县"));
    assert_eq!(outcome(&report, "甲县"), "waived");
    assert_eq!(codes(&report), ["judgement/outside"], "in one line");
    // 乙县 is on its path.
    assert_eq!(codes(&judge(&run)), ["judgement/waiver-unused"]);
    let rules = [UPWARD, "id = 'j'\nname = '另一率'\noperator = '≥'\nthreshold = 5"];
    let rows = ["2023,甲县,率,50%,,,", "2023,甲县,另一率,50%,,,"];
    let report = Run::of(&rows).waivers(&all[0]).indicator("j").judge(&plan(FIVE, COUNTY, &rules));
    assert_eq!(codes(&report), [""; 0]);
}

#[test]
fn the_citys_row_can_be_waived_and_its_counties_stay_as_they_are() {
    let report = judge(&Run::of(&ROWS).waivers(&waiver("全市", &[])));
    let found = ["甲县", "乙县", "全市"].map(|region| outcome(&report, region));
    assert_eq!(found, ["behind", "on_pace", "waived"]);
    // And a county's waiver takes nothing out of the roll-up.
    let report = judge(&Run::of(&ROWS).waivers(&waiver("甲县", &[])));
    assert_eq!(result(&report, "全市")["denominator"], "200");
    assert_eq!(outcome(&report, "全市"), "behind");
}

#[test]
fn of_two_waivers_of_one_row_the_one_that_holds_longest_counts() {
    let short = waiver("甲县", &[("expires", "2023-06-30"), ("reason", "'短'")]);
    let long = waiver("甲县", &[("reason", "'长'")]);
    for run in [
        Run::of(&ROWS).waivers(&short).waivers(&long),
        Run::of(&ROWS).waivers(&long).waivers(&short),
    ] {
        let report = judge(&run);
        assert_eq!(outcome(&report, "甲县"), "waived");
        assert_eq!(result(&report, "甲县")["waiver"]["reason"], "长");
        // Neither goes without a word: one of the two is not needed.
        assert_eq!(codes(&report), ["judgement/waiver-double"]);
    }
}

#[test]
fn of_two_waivers_of_one_row_the_other_is_said_to_be_double() {
    let report = judge(&Run::of(&ROWS).waivers(&waiver("甲县", &[])).waivers(&waiver("甲县", &[])));
    let told: Vec<String> =
        report.diagnostics.iter().map(|found| found.problem.message(Lang::Zh).title).collect();
    assert!(!told.iter().any(|title| title.contains("并没有未达到要求")), "{told:?}");
}

#[test]
fn a_page_with_a_waived_failure_does_not_say_that_all_is_met() {
    let one = plan(FIVE, CITY, &[UPWARD]);
    let rows = ["2023,甲县,率,,50,100,", "2023,乙县,率,,70,100,"];
    let report = Run::of(&rows).waivers(&waiver("甲县", &[])).judge(&one);
    assert_eq!(report.exit, Exit::Passed);
    let table = table(&report, Lang::Zh);
    assert!(!table.contains("全部达到要求"), "{table}");
    assert!(!table.contains("没有未达到要求的指标"), "{table}");
    // And if all there was is waived, that something was due.
    let report = Run::of(&rows[..1]).region("甲县").waivers(&waiver("甲县", &[])).judge(&one);
    let table = self::table(&report, Lang::Zh);
    assert!(!table.contains("没有到期的要求"), "{table}");
}

#[test]
fn of_very_many_waivers_that_nothing_needs_the_rest_is_counted() {
    // Of a figure that did not fail, and of two that did: one waiver is enough.
    for (region, code) in [
        ("乙县", "judgement/waiver-unused"),
        ("新区", "judgement/waiver-double"),
        ("甲县", "judgement/waiver-double"),
    ] {
        let report = judge(&Run::of(&ROWS).waivers(&waiver(region, &[]).repeat(1_200)));
        let told = report.diagnostics.iter().filter(|found| found.code() == code);
        let told: Vec<u64> = told.map(dabiao::diagnostic::Diagnostic::count).collect();
        assert!(told.len() <= 1_001, "{region}: {}", told.len());
        assert!(told.iter().sum::<u64>() >= 1_199, "{region}: {}", told.iter().sum::<u64>());
    }
}
