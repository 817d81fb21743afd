//! What `plan lint` finds and what it lets pass, each lint tried at its boundary.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod allow;
mod baseline;
mod bounds;
mod counts;
mod each;
mod names;
mod pace;
mod parts;
mod same;
mod unused;
mod way;

use dabiao::diagnostic::{Diagnostic, LintProblem, Problem};
use dabiao::judge;
use dabiao::render::{self, Lang, Style};
use dabiao::report::{Exit, LintReport};

const HEAD: &str = "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
                    target-year = 2025\n";
const REGIONS: &str = "[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
                       [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n";

/// A plan of these rules; what a rule leaves out is filled in, so that only what it
/// says can be found.
fn plan(rules: &[&str]) -> String {
    let rules: Vec<_> = rules.iter().enumerate().map(|(at, rule)| filled(at, rule)).collect();
    format!("{HEAD}{REGIONS}{}", rules.concat())
}

/// The rule number `at`: `r0`, 指标0.
fn filled(at: usize, rule: &str) -> String {
    let defaults = [
        ("id", format!("r{at}")),
        ("name", format!("指标{at}")),
        ("attribute", "任务".to_owned()),
        ("unit", "%".to_owned()),
        ("numerator", "甲".to_owned()),
        ("denominator", "乙".to_owned()),
        ("cite", "第1行".to_owned()),
    ];
    let has = |key: &str| rule.lines().any(|line| line.starts_with(&format!("{key} =")));
    // What is no percentage has no counts.
    let is_rate = !["unit = ", "growth = ", "reference = ", "form = 'milestone'", "form = 'words'"]
        .iter()
        .any(|start| rule.lines().any(|line| line.starts_with(start) && line != "unit = '%'"));
    let is_due = |key: &str| !has(key) && (is_rate || !["numerator", "denominator"].contains(&key));
    let lacking = defaults.iter().filter(|(key, _)| is_due(key));
    let lines: String = lacking.map(|(key, value)| format!("{key} = '{value}'\n")).collect();
    format!("[[indicator]]\n{lines}{rule}\n")
}

fn lint(text: &str) -> LintReport {
    judge::lint(&common::load(text))
}

/// The text under the caret.
fn pointed(found: &Diagnostic) -> String {
    let line = found.place.as_ref().and_then(|place| place.line.as_ref());
    line.map_or_else(String::new, |line| line.text[line.span.clone()].to_owned())
}

/// What is found in a plan of these rules: each code, and what it points at.
#[track_caller]
fn finds(rules: &[&str], expected: &[(&str, &str)]) {
    finds_in(&plan(rules), expected);
}

#[track_caller]
fn finds_in(text: &str, expected: &[(&str, &str)]) {
    let report = lint(text);
    let found: Vec<_> = report.found.iter().map(|found| (found.code(), pointed(found))).collect();
    let found: Vec<_> = found.iter().map(|(code, text)| (*code, &**text)).collect();
    assert_eq!(found, expected, "{text}");
    assert!(report.allowed.is_empty(), "{:#?}", report.allowed);
    assert_eq!(report.exit() == Exit::Passed, expected.is_empty());
}

/// The only finding, as people read it.
#[track_caller]
fn message(rules: &[&str], lang: Lang) -> String {
    let report = lint(&plan(rules));
    let [found] = report.found.as_slice() else { panic!("{:#?}", report.found) };
    found.problem.message(lang).title
}

#[test]
fn the_built_in_plan_says_what_it_means() {
    let report = judge::lint(&common::BUILT_IN);
    let style = Style::plain(Lang::Zh, 100);
    assert!(report.found.is_empty(), "{}", render::lint(&report, true, style));
    let allowed: Vec<_> = report
        .allowed
        .iter()
        .map(|allowed| (allowed.found.code(), pointed(&allowed.found)))
        .collect();
    let allowed: Vec<_> = allowed.iter().map(|(code, text)| (*code, &**text)).collect();
    let expected = [
        ("lint/small-counts", "88.89"),
        ("lint/small-counts", "60"),
        ("lint/kept-not-held", "\"kept\""),
    ];
    assert_eq!(allowed, expected);
    assert_eq!(report.rules, 117);
}

#[test]
fn a_rule_without_a_citation_is_found_at_its_id() {
    let rule = filled(0, "operator = '≥'\nthreshold = 60").replace("cite = '第1行'\n", "");
    finds_in(&format!("{HEAD}{REGIONS}{rule}"), &[("lint/no-cite", "'r0'")]);
    let words = filled(0, "form = 'words'").replace("cite = '第1行'\n", "");
    finds_in(&format!("{HEAD}{REGIONS}{words}"), &[("lint/no-cite", "'r0'")]);
    finds(&["operator = '≥'\nthreshold = 60"], &[]);
}

#[test]
fn a_page_draws_a_thousand_findings_and_counts_the_rest() {
    let without = |at| filled(at, "operator = '≥'\nthreshold = 60").replace("cite = '第1行'\n", "");
    for (rules, drawn, more) in [(999, 999, None), (1_000, 1_000, None), (1_003, 1_000, Some("3"))]
    {
        let text = format!("{HEAD}{REGIONS}{}", (0..rules).map(without).collect::<String>());
        let report = lint(&text);
        for lang in Lang::ALL {
            let page = render::lint(&report, true, Style::plain(lang, 100));
            assert_eq!(page.matches("[lint/no-cite]").count(), drawn);
            let line = page.lines().find(|line| line.contains("JSON"));
            let line = line.map(|line| line.contains(more.unwrap_or("?")));
            assert_eq!(line, more.map(|_| true), "{rules}");
            assert!(page.contains(&rules.to_string()));
        }
    }
}

#[test]
fn findings_stand_in_the_order_of_the_rules() {
    let sum = "form = 'sum'\nunit = '家'\noperator = '≥'\nthreshold = 3";
    let kept = "form = 'kept'\nbaseline = 98\noperator = '≥'\nthreshold = 99\ncount-unit = '人'";
    let expected =
        [("lint/pace-of-few", "3"), ("lint/kept-not-held", "'kept'"), ("lint/pace-of-few", "3")];
    finds(&[sum, kept, sum], &expected);
}

#[test]
fn every_code_is_one_of_the_list_and_every_finding_a_warning() {
    let report = lint(&plan(&["form = 'sum'\nunit = '家'\noperator = '≥'\nthreshold = 3"]));
    for found in &report.found {
        assert!(LintProblem::codes().any(|code| code == found.code()));
        assert_eq!(found.severity().word(), "warning");
        assert!(matches!(found.problem, Problem::Lint(_)));
    }
}
