//! `dabiao plan test`: what is not as expected is found, and what nobody tried.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod built_in;
mod drafting;

use common::load;
use dabiao::judge::rehearse;
use dabiao::plan::{Case, Plan, RuleFile};
use dabiao::render::{self, Lang, Style};
use dabiao::report::{Difference, Exit, Lack, Rehearsal};
use serde_json::Value;

const PLAN: &str = "[plan]\nid = 'p'\ntitle = '规划'\n\
    baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n\
    [[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[reference]]\nid = 'gdp'\nname = 'GDP增长率'\nunit = '%'\n\
    [[indicator]]\nid = 'rate'\nname = '就业率'\nattribute = '约束性'\nunit = '%'\n\
    baseline = 49.86\noperator = '≥'\nthreshold = 60\n";

const COUNT: &str = "[[indicator]]\nid = 'homes'\nname = '改造户数'\nattribute = '任务'\n\
    unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 900\n";

/// Rehearses a plan on cases, which must load.
fn run(plan: &Plan, cases: &str) -> Rehearsal {
    let file = RuleFile::new("plan.cases.toml", cases.as_bytes().to_vec());
    match Case::load(plan, &[file]) {
        Ok(cases) => rehearse(plan, &cases),
        Err(faults) => panic!("{faults:#?}\n{cases}"),
    }
}

/// A case of one check; `more` are further lines of it.
fn case(indicator: &str, year: u16, check: &str, more: &str) -> String {
    format!("[[case]]\nindicator = '{indicator}'\nyear = {year}\nchecks = [{check}]\n{more}\n")
}

/// What differs in a check of the rate in 2023, which demands 55.944.
fn differences(check: &str) -> Vec<Difference> {
    let rehearsal = run(&load(PLAN), &case("rate", 2023, check, ""));
    rehearsal.failures.into_iter().flat_map(|failure| failure.differences).collect()
}

/// One rule tried on checks of 2025: what its cases lack.
fn lacks(rule: &str, checks: &str) -> Vec<Lack> {
    let plan = load(&PLAN.replace("baseline = 49.86\noperator = '≥'\nthreshold = 60\n", rule));
    run(&plan, &case("rate", 2025, checks, "")).rules[0].lacks.clone()
}

fn text(rehearsal: &Rehearsal, lang: Lang) -> String {
    render::rehearsal(rehearsal, Style::plain(lang, 100))
}

fn json(rehearsal: &Rehearsal) -> Value {
    let mut out = Vec::new();
    render::rehearsal_json(rehearsal, Lang::Zh, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn what_is_as_expected_passes_whatever_part_of_the_verdict_is_looked_at() {
    for check in [
        "{ value = '55.944', outcome = 'on_pace', margin = '0.0', requirement = '≥55.9440', basis = 'pace' }",
        "{ value = '55.943', outcome = 'behind', margin = '-0.001' }",
        "{ value = '60', outcome = 'met', margin = 4.056, requirement = '>=55.944' }",
        "{ numerator = '3212', denominator = '5819', outcome = 'behind', count = -44 }",
        "{ numerator = '3,212', denominator = '5,819', outcome = 'behind' }",
        "{ value = '—', outcome = 'missing', requirement = '≥55.944' }",
        "{ outcome = 'missing' }",
        "{ value = '不适用', remark = '\"没有\",\\n没有', outcome = 'not_applicable' }",
        "{ value = '约60', outcome = 'invalid' }",
    ] {
        let check = check.replace('\'', "\"").replace("\"\"没有\"", "\"\\\"没有\\\"");
        assert_eq!(differences(&check), [], "{check}");
    }
}

#[test]
fn a_wrong_expectation_of_each_kind_is_found_alone() {
    for (check, expected, found) in [
        ("outcome = 'behind'", "behind", "on_pace"),
        ("outcome = 'on_pace', margin = '0.0001'", "0.0001", "0"),
        ("outcome = 'on_pace', requirement = '≥55.94'", "≥55.94", "≥55.944"),
        ("outcome = 'on_pace', requirement = '>55.944'", ">55.944", "≥55.944"),
        ("outcome = 'on_pace', requirement = 'none'", "无要求", "≥55.944"),
        ("outcome = 'on_pace', basis = 'target'", "target", "pace"),
        ("outcome = 'on_pace', count = 1", "1", "0"),
    ] {
        let counts = "numerator = '6993', denominator = '12500'";
        let rehearsal =
            run(&load(PLAN), &case("rate", 2023, &format!("{{ {counts}, {check} }}"), ""));
        assert_eq!(rehearsal.exit(), Exit::Failed, "{check}");
        let [failure] = &rehearsal.failures[..] else { panic!("{check}") };
        assert_eq!(failure.differences.len(), 1, "{check}");
        assert_eq!(failure.place.line_number(), Some(4));
        assert_eq!(rehearsal.rules[failure.rule].indicator.rule.line_number(), Some(20));
        let page = text(&rehearsal, Lang::Zh);
        let written = if expected == "无要求" { "没有要求" } else { expected };
        assert!(page.contains(written) && page.contains(found), "{page}");
        let difference = &json(&rehearsal)["failures"][0]["differences"][0];
        let plain = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => "无要求".to_owned(),
            other => other.to_string(),
        };
        assert_eq!(
            (plain(&difference["expected"]), plain(&difference["found"])),
            (expected.to_owned(), found.to_owned())
        );
    }
}

#[test]
fn what_differs_by_a_hair_does_not_read_the_same() {
    // 3212/5819 is 55.198487…, short by no decimal.
    let check =
        "{ numerator = '3212', denominator = '5819', outcome = 'behind', margin = '-0.7455' }";
    let rehearsal = run(&load(PLAN), &case("rate", 2023, check, ""));
    let difference = &json(&rehearsal)["failures"][0]["differences"][0];
    assert_eq!(
        (&difference["what"], &difference["expected"]),
        (&"margin".into(), &"-0.7455".into())
    );
    assert_eq!(difference["found"], "-0.74551");
}

#[test]
fn a_margin_or_a_count_that_is_not_there_is_no_margin_of_0() {
    let none = differences("{ value = '—', outcome = 'missing', margin = '0', count = 0 }");
    assert!(matches!(
        &none[..],
        [Difference::Margin { found: None, .. }, Difference::Count { found: None, .. }]
    ));
}

#[test]
fn a_region_that_is_not_judged_is_told_with_the_reason() {
    let plan = load(&(PLAN.to_owned() + COUNT + "scope = 'city'\n"));
    let cases = case("homes", 2025, "{ total = '900', outcome = 'met' }", "region = '甲县'");
    let rehearsal = run(&plan, &cases);
    let [failure] = &rehearsal.failures[..] else { panic!("{rehearsal:?}") };
    assert!(matches!(&failure.differences[..], [Difference::Outcome { found: None, .. }]));
    let codes: Vec<_> = failure.findings.iter().map(|found| found.code()).collect();
    assert_eq!(codes, ["judgement/out-of-scope"]);
    assert!(text(&rehearsal, Lang::En).contains("judgement/out-of-scope"));
}

#[test]
fn an_error_in_a_row_is_shown_and_can_be_what_is_expected() {
    let mismatch = "value = '88.9', numerator = '3212', denominator = '5819'";
    assert_eq!(differences(&format!("{{ {mismatch}, outcome = 'invalid' }}")), []);
    let check = format!("{{ {mismatch}, outcome = 'behind' }}");
    let rehearsal = run(&load(PLAN), &case("rate", 2023, &check, ""));
    let codes: Vec<_> = rehearsal.failures[0].findings.iter().map(|found| found.code()).collect();
    assert_eq!(codes, ["submission/ratio-mismatch"]);
    assert!(text(&rehearsal, Lang::Zh).contains("submission/ratio-mismatch"));
    let found = &json(&rehearsal)["failures"][0]["diagnostics"][0]["code"];
    assert_eq!(found, "submission/ratio-mismatch");
}

#[test]
fn an_error_beside_the_check_fails_it_though_the_verdict_is_as_expected() {
    let cases = case(
        "rate",
        2023,
        "{ value = '55.944', outcome = 'on_pace' }",
        "history = [{ year = 2020, value = '约50' }]",
    );
    let rehearsal = run(&load(PLAN), &cases);
    assert_eq!(rehearsal.failures[0].differences, [Difference::Errors]);
    assert_eq!(rehearsal.failures[0].findings[0].code(), "submission/not-a-number");
}

#[test]
fn history_and_references_are_sent_with_the_check() {
    let relative = "[[indicator]]\nid = 'income'\nname = '收入增长'\nattribute = '预期性'\n\
        unit = '%'\noperator = '≥'\nreference = 'gdp'\n";
    let plan = load(&(PLAN.to_owned() + COUNT + relative));
    let own = case(
        "rate",
        2023,
        "{ value = '55.6', outcome = 'on_pace', margin = '0', requirement = '≥55.6' }",
        "history = [{ year = 2020, value = '49.00' }]",
    );
    let sum = case(
        "homes",
        2023,
        "{ value = '240', outcome = 'on_pace', margin = '0' }",
        "history = [{ year = 2021, value = '100' }, { year = 2022, value = '200', total = '300' }]",
    );
    let step = case(
        "income",
        2023,
        "{ value = '6', outcome = 'met', margin = '0', basis = 'reference' }",
        "reference = [{ id = 'gdp', value = '6.0' }]",
    );
    let rehearsal = run(&plan, &(own + &sum + &step));
    assert_eq!((rehearsal.checks, &rehearsal.failures[..]), (3, &[][..]));
    assert_eq!(rehearsal.exit(), Exit::Passed);
}

#[test]
fn a_year_in_the_name_of_the_file_is_not_taken_for_the_rows_year() {
    let plan = load(PLAN);
    let cases = case("rate", 2023, "{ value = '60', outcome = 'met' }", "");
    let file = RuleFile::new("cases-2024.cases.toml", cases.into_bytes());
    let rehearsal = rehearse(&plan, &Case::load(&plan, &[file]).unwrap());
    assert_eq!(rehearsal.failures, []);
}

#[test]
fn of_very_many_checks_that_fail_the_first_are_told_and_the_others_counted() {
    let plan = load(PLAN);
    let checks = "{ value = '60', outcome = 'behind' },".repeat(600);
    let twice = "{ year = 2021, value = '50' },".repeat(100);
    let many = case("rate", 2023, &checks, "");
    let rehearsal =
        run(&plan, &(many + &case("rate", 2023, &checks, &format!("history = [{twice}]"))));
    assert_eq!((rehearsal.checks, rehearsal.failed, rehearsal.failures.len()), (1200, 1200, 500));
    assert!(rehearsal.failures.iter().all(|failure| failure.findings.len() <= 20));
    assert!(
        text(&rehearsal, Lang::En).contains("\nnot as expected and not listed: 700 more checks")
    );
    assert!(text(&rehearsal, Lang::Zh).contains("检查 1200 条：相符 0、不符 1200"));
}

#[test]
fn more_checks_than_a_run_makes_are_refused_before_any_is_made() {
    let plan = load(PLAN);
    let of = |checks: usize| case("rate", 2023, &"{ outcome = 'missing' },".repeat(checks), "");
    for (one, other, is_too_many) in [(9_999, 1, false), (10_000, 1, true), (5_000, 5_001, true)] {
        let files = [of(one), of(other)].map(|text| RuleFile::new("x", text.into_bytes()));
        let loaded = Case::load(&plan, &files);
        let code = loaded.err().map(|faults| faults[0].code());
        assert_eq!(code, is_too_many.then_some("plan/too-many-checks"), "{one} and {other}");
    }
}

#[test]
fn more_rows_than_a_run_of_cases_reads_are_refused_before_any_is_read() {
    let plan = load(PLAN);
    let of = |checks: usize, beside: usize| {
        let rows = "{ year = 2021, value = '50' },".repeat(beside);
        let checks = "{ outcome = 'missing' },".repeat(checks);
        case("rate", 2023, &checks, &format!("history = [{rows}]"))
    };
    for (one, other, is_too_many) in [
        ((200, 9_999), (1, 0), true),
        ((200, 9_998), (200, 0), false),
        ((2_000, 999), (1, 0), true),
        ((100, 9_999), (100, 9_999), false),
    ] {
        let files = [of(one.0, one.1), of(other.0, other.1)];
        let files = files.map(|text| RuleFile::new("x", text.into_bytes()));
        let code = Case::load(&plan, &files).err().map(|faults| faults[0].code());
        let expected = is_too_many.then_some("plan/too-many-rows-of-checks");
        assert_eq!(code, expected, "{one:?} and {other:?}");
    }
}

#[test]
fn a_rule_without_a_case_is_named_and_fails_the_run() {
    let words = "[[indicator]]\nid = 'w'\nname = '机制'\nattribute = '任务'\nform = 'words'\n";
    let plan = load(&(PLAN.to_owned() + COUNT + words));
    let rehearsal = run(&plan, &case("rate", 2023, "{ value = '60', outcome = 'met' }", ""));
    assert_eq!(rehearsal.failures, []);
    let uncovered: Vec<_> = rehearsal.uncovered().map(|rule| &*rule.indicator.id).collect();
    assert_eq!(uncovered, ["homes"], "what is in words alone needs no case");
    assert_eq!(rehearsal.exit(), Exit::Failed);
    for lang in [Lang::Zh, Lang::En] {
        assert!(text(&rehearsal, lang).contains("改造户数"));
    }
    let json = json(&rehearsal);
    assert_eq!(
        (&json["summary"]["uncovered"], &json["summary"]["exit_code"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn no_cases_at_all_is_no_pass() {
    let rehearsal = run(&load(PLAN), "");
    assert_eq!((rehearsal.cases, rehearsal.exit()), (0, Exit::Failed));
    assert!(text(&rehearsal, Lang::En).contains("NAME.cases.toml"));
}

#[test]
fn cases_that_leave_something_untried_are_weak_and_no_failure() {
    use Lack::{AtTheBound, Failing, Passing};
    let (at, short) =
        ("{ value = '60', outcome = 'met' }", "{ value = '59', outcome = 'not_met' }");
    let spare = "{ value = '61', outcome = 'met' }";
    let at_least = "operator = '≥'\nthreshold = 60\n";
    assert_eq!(lacks(at_least, at), [Failing, Passing]);
    assert_eq!(lacks(at_least, short), [AtTheBound, Passing]);
    assert_eq!(lacks(at_least, spare), [AtTheBound, Failing]);
    assert_eq!(lacks(at_least, &[at, short, spare].join(",")), []);
    let plan = load(PLAN);
    let rehearsal = run(&plan, &case("rate", 2025, at, ""));
    let weak: Vec<_> = rehearsal.weak().map(|rule| &*rule.indicator.id).collect();
    assert_eq!((weak, rehearsal.exit()), (vec!["rate"], Exit::Passed));
    assert!(text(&rehearsal, Lang::Zh).contains("不达要求、达到且有余"));
}

#[test]
fn nothing_is_wanted_that_no_value_can_show() {
    use Lack::{AtTheBound, Failing, Passing};
    // Exactly at a strict bound is to fail.
    let strict = "{ value = '60', outcome = 'not_met' }, { value = '61', outcome = 'met' }";
    assert_eq!(lacks("operator = '>'\nthreshold = 60\n", strict), []);
    // Nothing is above 100%, and nothing lies further within a range of one.
    let nothing = "{ value = '—', outcome = 'missing' }";
    assert_eq!(lacks("form = 'full-coverage'\n", nothing), [AtTheBound, Failing]);
    assert_eq!(lacks("operator = '≤'\nthreshold = 0\n", nothing), [AtTheBound, Failing]);
    assert_eq!(lacks("operator = '='\nthreshold = 60\n", nothing), [AtTheBound, Failing]);
    assert_eq!(lacks("operator = 'between'\nthreshold = [2, 3]\n", nothing), [AtTheBound, Failing]);
    assert_eq!(lacks("operator = '≤'\nthreshold = 5\n", nothing), [AtTheBound, Failing, Passing]);
    // What is done or not has no bound to be at.
    let plan = PLAN.replace("unit = '%'\nbaseline = 49.86\noperator = '≥'\nthreshold = 60\n", "");
    let plan = load(&(plan + "form = 'milestone'\n"));
    let of = |checks: &str| run(&plan, &case("rate", 2025, checks, "")).rules[0].lacks.clone();
    assert_eq!(of("{ value = '—', outcome = 'missing' }"), [Failing, Passing]);
    assert_eq!(of("{ value = '是', outcome = 'met' }, { value = '否', outcome = 'not_met' }"), []);
}
