//! What an audit does when it finds something.

use super::*;
use dabiao::diagnostic::{KeyProblem, PlanProblem, Problem, count};
use dabiao::plan::RuleFile;

/// A row that each soft audit of 2023 finds something in, beside 2022.
const NOW: [&str; 6] = [
    "2023,甲县,就业率,,4200,5600,,",
    "2023,甲县,签约率,,3512,6140,,",
    "2023,甲县,培训人次,900000,,,,",
    "2023,乙县,就业率,49.86%,,,,",
    "2023,乙县,签约率,80%,,,,",
    "2023,全市,就业率,12.5%,4201,5600,,",
];
const THEN: [&str; 3] =
    ["2022,甲县,签约率,,3512,6140,,", "2022,甲县,培训人次,900,,,,", "2022,乙县,签约率,60%,,,,"];
const FOUND: [&str; 6] = [
    "audit/baseline-of-the-parent",
    "audit/change-since-last-year",
    "audit/denominators-differ",
    "audit/jump-of-scale",
    "audit/round-figures",
    "audit/same-as-last-year",
];

fn run(rows: &[&str]) -> Run {
    before(sheet(rows), &THEN)
}

fn all(run: Run, level: Level) -> Run {
    Audit::ALL.into_iter().fold(run, |run, audit| run.audit(audit, level))
}

fn verdicts(report: &Report) -> Vec<String> {
    let verdicts = report.rows().map(|row| {
        let who = (&row.indicator().id, &row.region().name, row.year());
        format!("{who:?} {:?} {:?} {:?}", row.outcome(), row.requirement(), row.margin())
    });
    verdicts.collect()
}

#[test]
fn a_soft_finding_changes_neither_verdict_nor_exit_code() {
    let plan = plan("change-points = 10");
    let rows = &NOW[..5];
    let soft = all(run(rows), Level::Warn).judge(&plan);
    assert_eq!(audited(&soft), FOUND);
    assert_eq!(soft.audits, AuditTally { hard: 0, open: 6, explained: 0 });
    let none = all(run(rows), Level::Allow).judge(&plan);
    assert_eq!((audited(&none), none.audits), (vec![], AuditTally::default()));
    assert_eq!(verdicts(&soft), verdicts(&none));
    assert_eq!((soft.exit, &soft.tally), (none.exit, &none.tally));
    let others = |report: &Report| {
        let all = codes(report).into_iter();
        all.filter(|code| !code.starts_with("audit/")).collect::<Vec<_>>()
    };
    assert_eq!(others(&soft), others(&none));
}

#[test]
fn what_is_denied_makes_the_row_invalid_and_exits_with_3() {
    let plan = plan("change-points = 10");
    for (code, indicator, region) in [
        ("audit/round-figures", "rate", "甲县"),
        ("audit/same-as-last-year", "signed", "甲县"),
        ("audit/jump-of-scale", "trained", "甲县"),
        ("audit/baseline-of-the-parent", "rate", "乙县"),
        ("audit/change-since-last-year", "signed", "乙县"),
    ] {
        let audit = Audit::of_code(code).unwrap();
        let report = run(&NOW[..5]).audit(audit, Level::Deny).judge(&plan);
        assert_eq!(found(&report, code).severity(), Severity::Error);
        assert_eq!(outcome(&report, indicator, region), "invalid", "{code}");
        assert_eq!((report.exit, report.audits.hard), (Exit::Incomplete, 1), "{code}");
        // Another year's verdict, and another row's, is as it was.
        let soft = run(&NOW[..5]).judge(&plan);
        assert_ne!(outcome(&soft, indicator, region), "invalid");
    }
}

#[test]
fn with_a_remark_a_row_is_explained_and_its_words_are_shown() {
    let rows = ["2023,甲县,就业率,,4200,5600,,按年报取整"];
    let report = sheet(&rows).judge(&plan(""));
    let found = found(&report, "audit/round-figures");
    assert_eq!(found.severity(), Severity::Note);
    assert_eq!(report.audits, AuditTally { hard: 0, open: 0, explained: 1 });
    for (lang, said) in
        [(Lang::Zh, "；备注说明：按年报取整"), (Lang::En, "; explained: \"按年报取整\"")]
    {
        let message = found.problem.message(lang);
        assert!(message.title.ends_with(said), "{}", message.title);
        assert_eq!(message.help, None);
    }
    let json = common::json(&report);
    assert_eq!(json["diagnostics"][0]["audit"]["level"], "soft");
    assert_eq!(json["diagnostics"][0]["audit"]["explained"], "按年报取整");
    assert_eq!(json["summary"]["audits"]["explained"], 1);
    // A remark of the year before explains nothing.
    let run = before(
        sheet(&["2023,甲县,签约率,,3512,6140,,"]),
        &["2022,甲县,签约率,,3512,6140,,按年报取整"],
    );
    assert_eq!(run.judge(&plan("")).audits.open, 1);
}

#[test]
fn the_command_line_goes_before_the_plan() {
    let rows = ["2023,甲县,就业率,,4200,5600,,"];
    for (audit, level, expected) in [
        ("", None, Some("warning")),
        ("deny = ['audit/round-figures']", None, Some("error")),
        ("allow = ['audit/round-figures']", None, None),
        ("deny = ['audit/round-figures']", Some(Level::Warn), Some("warning")),
        ("allow = ['audit/round-figures']", Some(Level::Deny), Some("error")),
        ("warn = ['audit/round-figures']", Some(Level::Allow), None),
    ] {
        let mut run = sheet(&rows);
        if let Some(level) = level {
            run = run.audit(Audit::RoundFigures, level);
        }
        let report = run.judge(&plan(audit));
        let mut found = report.diagnostics.iter().filter(|d| d.code() == "audit/round-figures");
        assert_eq!(found.next().map(|d| d.severity().word()), expected, "{audit} {level:?}");
    }
}

#[test]
fn a_thousand_and_one_soft_findings_are_no_error() {
    let regions: String = (0..1200)
        .map(|at| format!("[[region]]\ncode = '{at:05}'\nname = '县{at}'\nlevel = 'county'\n"))
        .collect();
    let plan = common::load(
        &PLAN.replace("[[reference]]\nid = 'gdp'", &format!("{regions}[[reference]]\nid = 'gdp'")),
    );
    let rows: Vec<String> =
        (0..1200).map(|at| format!("2023,{at:05},就业率,,4200,5600,,")).collect();
    let run = Run::default().file("a.csv", common::under(common::TOTALS, &rows));
    let report = run.judge(&plan);
    assert_eq!(report.audits.open, 1200);
    let found = report.diagnostics.iter().filter(|found| found.code().starts_with("audit/"));
    assert_eq!((found.clone().count(), count(found)), (1001, 1200));
    assert!(report.diagnostics.iter().all(|found| found.severity() != Severity::Error));
}

/// What is wrong with an `[audit]` table, and in which line of it.
fn faults(audit: &str) -> Vec<(Problem, u64)> {
    let text = format!("{PLAN}[audit]\n{audit}\n");
    let first = PLAN.lines().count() as u64 + 1;
    let file = RuleFile::new("plan.toml", text.into_bytes());
    let faults = Plan::load(&[file], &mut |_, _| Ok(Vec::new())).unwrap_err();
    let fault =
        |fault: Diagnostic| (fault.problem, fault.place.unwrap().line_number().unwrap() - first);
    faults.into_iter().map(fault).collect()
}

#[test]
fn faults_of_the_table_are_told_with_their_keys() {
    let code = "audit/round-figure".to_owned();
    let nearest = Some("audit/round-figures".to_owned());
    assert_eq!(
        faults(
            "change-points = -1\ndeny = ['audit/round-figure']\nwarn = [\n'submission/negative']"
        ),
        [
            (PlanProblem::NegativeBound { key: "change-points" }.into(), 1),
            (PlanProblem::UnknownAudit { code, nearest }.into(), 2),
            (
                PlanProblem::UnknownAudit { code: "submission/negative".to_owned(), nearest: None }
                    .into(),
                4
            ),
        ]
    );
    assert_eq!(
        faults("deny = ['audit/sum-falls']\nallow = ['audit/sum-falls']"),
        [(PlanProblem::AuditTwice { code: "audit/sum-falls" }.into(), 2)]
    );
    assert!(matches!(
        &faults("change-point = 1")[..],
        [(Problem::Key(KeyProblem::UnknownKey { .. }), 1)]
    ));
    assert!(matches!(
        &faults("deny = 'audit/sum-falls'")[..],
        [(Problem::Key(KeyProblem::WrongType { .. }), 1)]
    ));
}

#[test]
fn two_tables_in_two_files_are_a_fault() {
    let files = [PLAN.to_owned() + "[audit]\n", "[audit]\nchange-points = 1\n".to_owned()];
    let files = files.map(|text| RuleFile::new("plan.toml", text.into_bytes()));
    let faults = Plan::load(&files, &mut |_, _| Ok(Vec::new())).unwrap_err();
    assert_eq!(faults.iter().map(Diagnostic::code).collect::<Vec<_>>(), ["plan/two-audits"]);
}
