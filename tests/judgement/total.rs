//! `scope = "total"`: counties send their parts, and the whole alone is judged.

use super::*;

const RULE: &str = "unit = '户'\nscope = 'total'\noperator = '≥'\nthreshold = 900";

fn total(attribute: &str, rows: &[&str]) -> Report {
    city(&format!("{RULE}\nattribute = '{attribute}'"), rows)
}

#[test]
fn parts_add_up_to_the_whole_and_are_not_judged_themselves() {
    for (second, expected) in [("399", "not_met"), ("400", "met")] {
        let part = format!("2025,乙县,率,{second},,,");
        let report = total("约束性", &["2025,甲县,率,500,,,", &part]);
        assert_eq!(outcome(&report, "全市"), expected);
        assert_eq!(outcome(&report, "甲县"), "not judged");
        assert!(codes(&report).is_empty(), "{:?}", codes(&report));
    }
}

#[test]
fn the_whole_may_send_itself_and_then_no_parts_are_asked_for() {
    let report = total("约束性", &["2025,全市,率,900,,,"]);
    assert_eq!(outcome(&report, "全市"), "met");
    assert_eq!((report.exit, codes(&report).len()), (Exit::Passed, 0));
}

#[test]
fn a_part_that_is_missing_leaves_the_whole_missing() {
    for attribute in ["约束性", "任务"] {
        let report = total(attribute, &["2025,甲县,率,900,,,"]);
        assert_eq!(outcome(&report, "全市"), "missing");
        assert_eq!(report.exit, Exit::Incomplete);
    }
    // Where the whole says something itself, it is judged on that, and a note says why.
    let report = total("约束性", &["2025,甲县,率,100,,,", "2025,全市,率,900,,,"]);
    assert_eq!(outcome(&report, "全市"), "met");
    assert_eq!(codes(&report), ["judgement/no-roll-up"]);
}

#[test]
fn a_whole_that_disagrees_with_its_parts_is_judged_on_them() {
    let rows = ["2025,甲县,率,500,,,", "2025,乙县,率,300,,,", "2025,全市,率,900,,,"];
    let report = total("约束性", &rows);
    assert_eq!(outcome(&report, "全市"), "not_met");
    assert_eq!(codes(&report), ["audit/city-disagrees"]);
}

#[test]
fn an_area_lies_within_a_part() {
    let rows = ["2025,甲县,率,500,,,", "2025,乙县,率,400,,,", "2025,新区,率,300,,,"];
    let report = total("约束性", &rows);
    assert_eq!((outcome(&report, "全市"), outcome(&report, "新区")), ("met", "not judged"));
    assert_eq!(codes(&report), ["judgement/out-of-scope"]);
}

#[test]
fn a_sum_that_the_whole_sends_itself_names_the_years_it_lacks() {
    let rule = "unit = '户'\nscope = 'total'\nform = 'sum'\noperator = '≥'\nthreshold = 900";
    let report = city(rule, &["2022,全市,率,400,,,"]);
    assert_eq!((outcome(&report, "全市"), codes(&report)), ("missing", vec!["judgement/sum-gap"]));
}
