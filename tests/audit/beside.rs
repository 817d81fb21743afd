//! What a region's rows say beside each other, and the city's beside its counties'.

use super::*;

const DIFFER: &str = "audit/denominators-differ";

#[test]
fn denominators_that_are_one_by_the_plan_and_differ_are_one_finding_a_region() {
    let rows = [
        "2023,甲县,就业率,,60,100,,",
        "2023,甲县,签约率,,60,101,,",
        "2023,甲县,覆盖率,,60,100.0,,",
        "2023,乙县,就业率,,60,90,,",
        "2023,乙县,签约率,,60,90,,",
    ];
    let report = sheet(&rows).judge(&plan(""));
    let audited = found(&report, DIFFER);
    assert_eq!(audited.severity(), Severity::Warning);
    // It stands at the row that is apart from most, and one of those is beside it.
    assert_eq!(audited.place.as_ref().unwrap().line_number(), Some(3));
    assert_eq!(audited.related[0].line_number(), Some(2));
    for lang in [Lang::Zh, Lang::En] {
        let message = &messages(&report, DIFFER, lang)[0];
        for part in ["甲县", "持证残疾人数", "100", "101", "就业率", "签约率", "覆盖率"]
        {
            assert!(message.contains(part), "{message}");
        }
    }
}

#[test]
fn a_denominator_by_itself_or_in_another_year_agrees_with_itself() {
    let rows = ["2023,甲县,就业率,,60,100,,", "2023,乙县,签约率,,60,101,,"];
    assert_eq!(audited(&sheet(&rows).judge(&plan(""))), [""; 0]);
    let rows = ["2022,甲县,就业率,,60,100,,", "2023,甲县,签约率,,60,101,,"];
    let run = Run::default().file("a.csv", common::under(common::TOTALS, &rows));
    assert_eq!(audited(&run.judge(&plan(""))), [""; 0]);
    let rows = ["2023,甲县,就业率,60%,,,,", "2023,甲县,签约率,,60,101,,"];
    assert_eq!(audited(&sheet(&rows).judge(&plan(""))), [""; 0]);
}

#[test]
fn an_indicator_that_is_asked_for_is_held_against_those_that_are_not() {
    let rows = ["2023,甲县,就业率,,60,100,,", "2023,甲县,签约率,,60,101,,"];
    let told = |name: &str| audited(&sheet(&rows).indicator(name).judge(&plan(""))).len();
    assert_eq!((told("就业率"), told("改造户数")), (1, 0));
    assert_eq!(audited(&sheet(&rows).region("乙县").judge(&plan(""))), [""; 0]);
}

#[test]
fn denominators_that_must_agree_leave_none_of_their_rows_usable() {
    let rows = ["2023,甲县,就业率,,60,100,,", "2023,甲县,签约率,,60,101,,"];
    let report = sheet(&rows).audit(Audit::DenominatorsDiffer, Level::Deny).judge(&plan(""));
    for indicator in ["rate", "signed"] {
        assert_eq!(outcome(&report, indicator, "甲县"), "invalid");
    }
    assert_eq!((report.exit, report.audits.hard), (Exit::Incomplete, 1));
}

#[test]
fn a_remark_on_the_row_that_is_apart_explains_it() {
    let explained = |first: &str, second: &str| {
        let rows = [
            format!("2023,甲县,就业率,,60,100,,{first}"),
            format!("2023,甲县,签约率,,60,101,,{second}"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let report = sheet(&rows).judge(&plan(""));
        status(found(&report, DIFFER)).clone()
    };
    let remark = "含年底新办证 1 人";
    assert_eq!(explained("", remark), AuditStatus::Explained { remark: remark.into() });
    assert_eq!(explained(remark, ""), AuditStatus::Open);
}

const CITY: [&str; 2] = ["2023,甲县,就业率,,30,100,,", "2023,乙县,就业率,,60,100,,"];

#[test]
fn a_city_row_against_its_counties_may_be_explained_or_refused() {
    let code = "audit/city-disagrees";
    let report = |remark: &str, level| {
        let own = format!("2023,全市,就业率,70.5%,,,,{remark}");
        let rows = [&CITY[..], &[&own]].concat();
        sheet(&rows).audit(Audit::CityDisagrees, level).judge(&plan(""))
    };
    let open = report("", Level::Warn);
    assert_eq!(status(found(&open, code)), &AuditStatus::Open);
    let explained = report("年报口径", Level::Warn);
    assert_eq!(found(&explained, code).severity(), Severity::Note);
    let message = &messages(&explained, code, Lang::Zh)[0];
    assert!(message.ends_with("备注说明：年报口径"), "{message}");
    let denied = report("年报口径", Level::Deny);
    assert_eq!(found(&denied, code).severity(), Severity::Error);
    assert_eq!((outcome(&denied, "rate", "全市"), denied.exit), ("invalid", Exit::Incomplete));
    let allowed = report("", Level::Allow);
    assert_eq!(audited(&allowed), [""; 0]);
    for report in [open, explained, allowed] {
        assert_eq!(outcome(&report, "rate", "全市"), "behind");
        assert_eq!(report.exit, Exit::Passed);
    }
}
