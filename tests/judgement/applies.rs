//! `applies-to`: whom an indicator concerns.

use super::*;
use dabiao::diagnostic::{Audit, Level as Severe};

/// The same city, its first county at the coast.
fn coast(rules: &[&str]) -> Plan {
    let regions = CITY.replace("'甲县'\n", "'甲县'\ntags = ['沿海']\n");
    plan(FIVE, &regions, rules)
}

fn rule(keys: &str) -> String {
    format!("{UPWARD}\napplies-to = ['沿海']\n{keys}")
}

#[test]
fn others_are_not_applicable_without_being_asked() {
    for whom in ["'沿海'", "'11'", "'甲县'", "'沿海', '甲县', '新区'"] {
        let rule = format!("{UPWARD}\napplies-to = [{whom}]");
        let report = Run::of(&["2025,甲县,率,,60,100,"]).judge(&coast(&[&rule]));
        let of = ["甲县", "乙县", "新区", "全市"].map(|region| outcome(&report, region));
        assert_eq!(of, ["met", "not_applicable", "not judged", "met"], "{whom}");
        assert_eq!((report.exit, codes(&report).len()), (Exit::Passed, 0));
        let result = result(&report, "乙县");
        assert!(result["requirement"].is_null() && result["location"].is_null());
        assert!(result["applies_to"].is_array() && result["value"].is_null());
        assert!(json(&report)["results"][1].get("applies_to").is_none(), "甲县 is concerned");
    }
}

#[test]
fn who_lies_within_a_region_is_concerned_as_it_is() {
    let report = Run::of(&["2025,甲县,率,,60,100,", "2025,新区,率,,5,10,"]);
    let judged = |whom: &str| {
        let rule = format!("{UPWARD}\napplies-to = [{whom}]");
        let report = report.judge(&coast(&[&rule]));
        ["新区", "乙县"].map(|region| outcome(&report, region).to_owned())
    };
    assert_eq!(judged("'沿海'"), ["not_met", "not_applicable"]);
    assert_eq!(judged("'county'"), ["not_applicable", "missing"]);
    assert_eq!(judged("'12', '新区'"), ["not_met", "missing"]);
}

#[test]
fn what_others_send_all_the_same_is_told_and_used_for_nothing() {
    // Of 乙县 the counts would turn the city's verdict, its 0 of 0 and its torn figure nothing.
    for sent in [",0,1000", ",1,1000", "1%,,"] {
        let rows = ["2025,甲县,率,,60,100,".to_owned(), format!("2025,乙县,率,{sent},")];
        let report = Run::of(&rows).judge(&coast(&[&rule("")]));
        assert_eq!(codes(&report), ["judgement/not-concerned"], "{sent}");
        let found = &report.diagnostics[0];
        assert_eq!(found.place.as_ref().unwrap().line_number(), Some(3));
        assert_eq!(found.severity(), Severity::Warning);
        assert_eq!((outcome(&report, "乙县"), outcome(&report, "全市")), ("not_applicable", "met"));
        assert_eq!(report.exit, Exit::Passed);
    }
}

#[test]
fn a_mark_of_others_is_no_figure() {
    for mark in ["/,,,", "不适用,,,没有渔港", ",,,"] {
        let rows = ["2025,甲县,率,,60,100,".to_owned(), format!("2025,乙县,率,{mark}")];
        let report = Run::of(&rows).judge(&coast(&[&rule("")]));
        assert_eq!((outcome(&report, "乙县"), codes(&report).len()), ("not_applicable", 0));
    }
}

#[test]
fn no_year_of_others_is_in_the_citys_sum_or_baseline() {
    let sum = rule("").replace(UPWARD, "form = 'sum'\nunit = '户'\noperator = '≥'\nthreshold = 10");
    let rows = ["2022,甲县,率,5,,,", "2022,乙县,率,100,,,"];
    let history = ["2021,甲县,率,4,,,", "2021,乙县,率,100,,,"];
    let report = Run::of(&rows).history(&history).judge(&coast(&[&sum]));
    let city = row(&report, "i", "全市").unwrap();
    assert_eq!((city.outcome(), city.value().unwrap()), (Outcome::OnPace, Rational::from(9)));
    assert_eq!(codes(&report), ["judgement/not-concerned"; 2], "one of the history");
    // The city's own baseline is 50%, not 5%: 56% after three years.
    let rows = ["2023,甲县,率,,56,100,"];
    let history = ["2020,甲县,率,,50,100,", "2020,乙县,率,,0,900,"];
    let report = Run::of(&rows).history(&history).judge(&coast(&[&rule("")]));
    assert_eq!(outcome(&report, "全市"), "on_pace");
    assert_eq!(result(&report, "全市")["requirement"]["value"], "56");
}

#[test]
fn a_task_that_nobody_sent_is_not_spoken_of() {
    let task = rule("attribute = '任务'");
    let plan = coast(&[&task, &format!("id = 'r1'\nname = '他率'\n{UPWARD}")]);
    let all = ["甲县", "乙县", "全市"];
    let outcomes = |report: &Report| {
        all.map(|region| row(report, "i", region).map(|row| row.outcome().word()))
    };
    let other = "2025,甲县,r1,,60,100,";
    assert_eq!(outcomes(&Run::of(&[other]).judge(&plan)), [None; 3]);
    let sent = Run::of(&[other, "2025,甲县,率,,60,100,"]).judge(&plan);
    assert_eq!(outcomes(&sent), [Some("met"), Some("not_applicable"), Some("met")]);
    let aside = Run::of(&[other, "2025,乙县,率,,60,100,"]).judge(&plan);
    assert_eq!(outcomes(&aside), [None, Some("not_applicable"), None]);
    let wanted = Run::of(&[other]).require_tasks().judge(&plan);
    assert_eq!(outcomes(&wanted), [Some("missing"), Some("not_applicable"), Some("missing")]);
}

#[test]
fn figures_of_others_spoil_none_of_those_that_are_judged() {
    let counts = "numerator = '人'\ndenominator = '全部'\ncount-unit = '人'";
    let (one, other) = (rule(counts), format!("id = 'r1'\nname = '他率'\n{UPWARD}\n{counts}"));
    let rows = [
        "2025,甲县,率,,60,100,",
        "2025,甲县,r1,,60,100,",
        "2025,乙县,率,,60,70,",
        "2025,乙县,r1,,60,100,",
    ];
    let run = Run::of(&rows).audit(Audit::DenominatorsDiffer, Severe::Deny);
    assert_eq!(codes(&run.judge(&coast(&[&one, &other]))), ["judgement/not-concerned"]);
    let all = run.judge(&coast(&[&one.replace("'沿海'", "'沿海', '12'"), &other]));
    assert_eq!(codes(&all), ["audit/denominators-differ", "judgement/no-roll-up"]);
}

#[test]
fn a_reason_is_the_rule_and_no_remark() {
    let rows = ["2025,甲县,率,,60,100,", "2025,乙县,率,1,,,另有说明"];
    let report = Run::of(&rows).judge(&coast(&[&rule("")]));
    for (lang, says) in
        [(Lang::Zh, "适用于：沿海"), (Lang::En, "Applies to: <span lang=\"zh-CN\">沿海</span>")]
    {
        let mut page = Vec::new();
        render::html(&report, lang, &mut page).unwrap();
        assert!(String::from_utf8(page).unwrap().contains(says), "{says}");
    }
}
