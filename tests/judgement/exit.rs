//! How a run ends.

use super::*;

/// A plan with an indicator of each attribute, all wanting 60%.
fn three() -> Plan {
    let rule = |id, name, attribute| {
        format!(
            "id = '{id}'\nname = '{name}'\nattribute = '{attribute}'\noperator = '≥'\nthreshold = 60"
        )
    };
    let rules = [rule("b", "约", "约束性"), rule("a", "预", "预期性"), rule("t", "任", "任务")];
    plan(FIVE, COUNTY, &rules.each_ref().map(String::as_str))
}

const EVERY: [FailOn; 4] = [FailOn::Binding, FailOn::Anticipatory, FailOn::Task, FailOn::None];

#[test]
fn a_failure_fails_the_run_where_fail_on_includes_its_attribute() {
    let plan = three();
    for failing in 0u8..8 {
        let fails = |at: u8| failing >> at & 1 == 1;
        let value = |at| if fails(at) { "59.999%" } else { "60%" };
        let rows = ["约", "预", "任"]
            .iter()
            .zip(0..)
            .map(|(name, at)| format!("2025,甲县,{name},{},,,", value(at)));
        let rows: Vec<String> = rows.collect();
        for fail_on in EVERY {
            let failed = match fail_on {
                FailOn::Binding => fails(0),
                FailOn::Anticipatory => fails(0) || fails(1),
                FailOn::Task => failing > 0,
                FailOn::None => false,
            };
            let report = Run::of(&rows).fail_on(fail_on).judge(&plan);
            let expected = if failed { Exit::Failed } else { Exit::Passed };
            assert_eq!(report.exit, expected, "{failing:03b} {fail_on:?}");
            assert_eq!(json(&report)["summary"]["exit_code"], u8::from(failed));
            assert_eq!(json(&report)["run"]["fail_on"], fail_on.word());
        }
    }
}

#[test]
fn behind_fails_a_run_as_not_met_does_and_what_is_not_due_does_not() {
    let rules = [UPWARD];
    let plan = plan(FIVE, COUNTY, &rules);
    for (value, expected) in [("55.943%", Exit::Failed), ("55.944%", Exit::Passed)] {
        let report = Run::of(&[format!("2023,甲县,率,{value},,,")]).judge(&plan);
        assert_eq!(report.exit, expected);
    }
    let none = self::plan(FIVE, COUNTY, &["operator = '≥'\nthreshold = 60"]);
    let report = Run::of(&["2023,甲县,率,1.5%,,,"]).judge(&none);
    assert_eq!((outcome(&report, "甲县"), report.exit), ("not_due", Exit::Passed));
}

#[test]
fn what_could_not_be_judged_weighs_more_than_what_failed_whatever_fail_on_is() {
    let plan = three();
    let failing = "2025,甲县,约,1.5%,,,";
    let incomplete: [&[&str]; 6] = [
        // 预 is missing.
        &[failing],
        &[failing, "2025,甲县,预,—,,,"],
        &[failing, "2025,甲县,预,,7,5,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,甲县,预,70%,,,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,无此县,预,70%,,,"],
        &[failing, "2025,甲县,预,70%,,,", "2025,甲县,无此指标,70%,,,"],
    ];
    for rows in incomplete {
        for fail_on in EVERY {
            let report = Run::of(rows).fail_on(fail_on).judge(&plan);
            assert_eq!(report.exit, Exit::Incomplete, "{rows:?} {fail_on:?}");
            assert_eq!(json(&report)["summary"]["exit_code"], 3);
        }
    }
}

#[test]
fn warnings_and_notes_turn_no_exit_code() {
    let rows = [
        "2025,甲县,率,90.00%,22501,25000,",
        "2025,乙县,率,,95,100,",
        "2025,全市,率,50%,,,",
        "2025,新区,率,95%,,,",
    ];
    let report = city("operator = '>'\nthreshold = 90", &rows);
    assert_eq!(codes(&report), ["audit/city-disagrees", "judgement/rounding-turns"]);
    assert_eq!(report.exit, Exit::Passed);
}

#[test]
fn a_plan_with_a_fault_judges_nothing_and_the_document_says_2() {
    let file = RuleFile::new("p.toml", b"[plan]\nid = 'p'\n".to_vec());
    let faults = Plan::load(&[file], &mut |_, _| unreachable!()).unwrap_err();
    let mut out = Vec::new();
    render::json_failure(&faults, Lang::Zh, &mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["summary"]["exit_code"], 2);
    assert_eq!(json["results"], serde_json::json!([]));
}

#[test]
fn trouble_with_a_file_weighs_more_than_a_submission_that_is_not_whole() {
    let folder = tempfile::tempdir().unwrap();
    let incomplete = folder.path().join("2023.csv");
    std::fs::write(&incomplete, common::sheet(&["2023,定海区,就业率,1.5%,,,"])).unwrap();
    let absent = folder.path().join("2022.csv");
    let code = |paths: &[&std::path::Path]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_dabiao"));
        command.arg("check").args(paths).output().unwrap().status.code()
    };
    assert_eq!(code(&[&incomplete]), Some(3));
    assert_eq!(code(&[&incomplete, &absent]), Some(2));
}

#[test]
fn no_rows_judged_is_never_a_pass() {
    let tasks = plan(FIVE, CITY, &[&format!("{UPWARD}\nattribute = '任务'\nscope = 'city'")]);
    let main = plan(FIVE, CITY, &[UPWARD]);
    let nothing: [(&Plan, Run); 6] = [
        (&main, Run::default()),
        (&main, Run::of(&[""; 0])),
        (&main, Run::default().file("a.csv", "")),
        (&main, Run::of(&["2025,无此县,率,70%,,,"])),
        // Asked for a 功能区 that sent nothing.
        (&main, Run::of(&["2025,甲县,率,70%,,,"]).region("新区")),
        // A row that nobody wants is a warning only.
        (&tasks, Run::of(&["2025,甲县,率,70%,,,"])),
    ];
    for (plan, run) in nothing {
        for fail_on in EVERY {
            let report = run.clone().fail_on(fail_on).judge(plan);
            assert_eq!(report.tally.total(), 0, "{run:?}");
            assert_eq!(report.exit, Exit::Incomplete, "{run:?}");
            assert!(codes(&report).contains(&"judgement/nothing-judged"));
            assert!(table(&report, Lang::Zh).contains(Lang::Zh.words().nothing));
            assert_eq!(json(&report)["summary"]["exit_code"], 3);
        }
    }
}

#[test]
fn a_first_line_that_never_ends_is_not_called_an_empty_file() {
    let run = Run::default().file("a-2023.csv", "x".repeat(17 << 20));
    let report = run.judge(&plan(FIVE, COUNTY, &[UPWARD]));
    assert!(codes(&report).contains(&"submission/record-too-long"));
    assert_eq!(report.exit, Exit::Incomplete);
}

#[test]
fn a_year_before_the_plan_is_refused_wherever_it_stands() {
    let plan = plan(FIVE, COUNTY, &[UPWARD]);
    let sheet = "地区,指标,分子,分母\n甲县,率,60,100\n";
    let dated = "年份,地区,指标,分子,分母\n2019,甲县,率,60,100\n";
    let runs = [
        Run::default().file("2019.csv", sheet),
        Run::default().file("a.csv", sheet).year(Some(2019)),
        Run::default().file("a.csv", dated),
    ];
    for run in runs {
        let report = run.judge(&plan);
        assert!(codes(&report).contains(&"submission/year-before-plan"));
        assert_eq!((report.tally.total(), report.exit), (0, Exit::Incomplete));
    }
}
