//! What a row says by itself.

use super::*;

#[test]
fn a_count_with_a_fraction_is_found_whichever_number_has_it() {
    for row in [
        "就业率,,3212.5,5819,,",
        "就业率,,3212,5819.5,,",
        "改造户数,180.5,,,,",
        "改造户数,180,,,540.1,",
        "培训人次,700.01,,,,",
    ] {
        assert_eq!(one(row), ["audit/fraction-of-a-person"], "{row}");
    }
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    for row in ["就业率,,3212.00,5819.0,,", "改造户数,180.0,,,540.00,", "培训人次,701.000,,,,"]
    {
        assert_eq!(one(row), [""; 0], "{row}");
    }
}

#[test]
fn of_an_average_of_yuan_and_of_what_is_not_known_there_may_be_parts() {
    // 3.2 医师 a thousand; no count-unit at all; a rate's value.
    for row in ["医师数,3.05,,,,", "覆盖率,,1.25,2.5,,", "就业率,55.25%,,,,", "收入,1234.56,,,,"]
    {
        assert_eq!(one(row), [""; 0], "{row}");
    }
}

#[test]
fn a_row_with_a_fraction_of_a_person_is_invalid_to_roll_ups_too() {
    let rows = ["2023,甲县,就业率,,60.5,100,,", "2023,乙县,就业率,,60,100,,"];
    let report = sheet(&rows).judge(&plan(""));
    let found = found(&report, "audit/fraction-of-a-person");
    assert_eq!((found.severity(), status(found)), (Severity::Error, &AuditStatus::Hard));
    assert_eq!(found.place.as_ref().unwrap().line_number(), Some(2));
    assert!(found.rule.is_some());
    assert_eq!(outcome(&report, "rate", "甲县"), "invalid");
    assert_eq!(outcome(&report, "rate", "乙县"), "met");
    let message = &messages(&report, "judgement/no-roll-up", Lang::Zh)[0];
    assert!(message.contains("甲县没有可用的数值"), "{message}");
    assert_eq!(report.exit, Exit::Incomplete);
    // A remark explains nothing that can't be.
    let report = sheet(&["2023,甲县,就业率,,60.5,100,,半日制"]).judge(&plan(""));
    assert_eq!((report.exit, report.audits.hard), (Exit::Incomplete, 1));
}

#[test]
fn counts_in_round_hundreds_are_found_from_a_thousand_on() {
    for (counts, found) in [
        ("4200,5600", true),
        ("4200.00,5600", true),
        ("1000,1000", true),
        ("900,1000", false),
        ("4210,5600", false),
        ("4200,5650", false),
    ] {
        let expected: &[&str] = if found { &["audit/round-figures"] } else { &[] };
        assert_eq!(one(&format!("就业率,,{counts},,")), expected, "{counts}");
    }
    // Of what is counted nothing is known.
    assert_eq!(one("覆盖率,,4200,5600,,"), [""; 0]);
}

#[test]
fn the_citys_baseline_in_another_row_is_found() {
    for (region, found) in [("甲县", true), ("新区", true), ("全市", false)] {
        let report = sheet(&[&format!("2023,{region},就业率,49.86%,,,,")]).judge(&plan(""));
        let expected: &[&str] = if found { &["audit/baseline-of-the-parent"] } else { &[] };
        assert_eq!(audited(&report), expected, "{region}");
    }
    for (row, found) in [
        ("就业率,49.860%,,,,", true),
        ("就业率,49.87%,,,,", false),
        // The region's own counts bear it out.
        ("就业率,49.86%,178,357,,", false),
        // Many have 60%.
        ("覆盖率,60%,,,,", false),
    ] {
        assert_eq!(one(row).len(), usize::from(found), "{row}");
    }
}

#[test]
fn a_baseline_of_the_history_is_audited_for_paths_start_from_it() {
    let run = sheet(&["2023,甲县,就业率,58%,,,,"]);
    let run = run.history_file(
        "2020.csv",
        common::under(
            common::TOTALS,
            &["2020,全市,就业率,49.86%,,,,", "2020,甲县,就业率,49.86%,,,,"],
        ),
    );
    let report = run.judge(&plan(""));
    let audited = found(&report, "audit/baseline-of-the-parent");
    let place = audited.place.as_ref().unwrap();
    assert_eq!((&*place.file, place.line_number()), ("2020.csv", Some(3)));
    // If it must not be, the path does not start from it.
    let requirement = |report: &Report| {
        let row = row(report, "rate", "甲县").unwrap();
        row.requirement().unwrap().baseline.map(|baseline| baseline.word())
    };
    assert_eq!(requirement(&report), Some("history"));
    let report = run.audit(Audit::BaselineOfTheParent, Level::Deny).judge(&plan(""));
    assert_eq!((requirement(&report), report.exit), (Some("plan"), Exit::Incomplete));
}

#[test]
fn rows_that_are_not_used_are_not_audited() {
    let city = PLAN.replace("name = '培训人次'", "name = '培训人次'\nscope = 'city'");
    let report = sheet(&["2023,甲县,培训人次,700.5,,,,"]).judge(&common::load(&city));
    assert_eq!(audited(&report), [""; 0]);
}
