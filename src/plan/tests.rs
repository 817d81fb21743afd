//! What is refused, and where the finger points. What loads is in `tests/plan.rs`.

use super::*;
use crate::diagnostic::{Diagnostic, Faults, KeyProblem, Kind, Problem, TargetProblem};

mod named;

/// A small whole plan; the tests change a little of it.
const PLAN: &str = r#"[plan]
id = "p"
title = "规划"
baseline-year = 2020
first-year = 2021
target-year = 2025

[[region]]
code = "01"
name = "甲市"
level = "city"

[[region]]
code = "0101"
name = "乙县"
level = "county"
within = "01"

[[reference]]
id = "gdp"
name = "GDP增长率"
unit = "%"

[[indicator]]
id = "rate"
number = 1
name = "甲率"
attribute = "约束性"
unit = "%"
baseline = 50.5
operator = "≥"
threshold = 60
"#;

pub(super) fn load(text: &str) -> Result<Plan, Faults> {
    let file = RuleFile::new("plan.toml", text.as_bytes().to_vec());
    Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster here")))
}

/// The plan with one text in the place of another that stands in it once.
fn edited(from: &str, to: &str) -> String {
    assert_eq!(PLAN.matches(from).count(), 1, "{from:?}");
    PLAN.replace(from, to)
}

/// The plan with more lines at its end, the first of them line 33.
pub(super) fn and(more: &str) -> String {
    format!("{PLAN}{more}")
}

fn problems(text: &str) -> Vec<Problem> {
    let faults = load(text).expect_err(text);
    faults.into_iter().map(|fault| fault.problem).collect()
}

/// Each fault's code, its line and the text under the caret.
#[track_caller]
pub(super) fn refused(text: &str, expected: &[(&str, u64, &str)]) {
    let faults = load(text).expect_err("this should be refused");
    let told = |fault: &Diagnostic| {
        let line = fault.place.as_ref().and_then(|place| place.line.clone());
        let line = line.unwrap_or_else(|| panic!("no line: {fault:?}"));
        (fault.code(), line.number, line.text[line.span].to_owned())
    };
    let told: Vec<_> = faults.iter().map(told).collect();
    let told: Vec<_> = told.iter().map(|(code, line, under)| (*code, *line, &**under)).collect();
    assert_eq!(told, expected);
}

#[test]
fn the_plan_that_the_tests_change_is_whole() {
    assert!(load(PLAN).is_ok());
}

#[test]
fn every_syntax_error_is_told() {
    let text = and("x = \ny = \"open\nid = \"\"\nid = \"\"\n");
    let faults = load(&text).unwrap_err();
    let mut lines: Vec<_> = faults
        .iter()
        .filter(|fault| fault.code() == "plan/syntax")
        .map(|fault| fault.place.as_ref().and_then(|place| place.line_number()))
        .collect();
    lines.dedup();
    assert_eq!(lines, [Some(33), Some(34), Some(35), Some(36)]);
}

#[test]
fn what_a_syntax_error_leaves_out_or_moves_is_not_called_missing_or_unknown() {
    refused("[plan]\nx = \n", &[("plan/syntax", 2, "")]);
    refused("[plan\nid = \"p\"\n", &[("plan/syntax", 1, "")]);
}

#[test]
fn an_unknown_key_is_told_in_every_table_with_the_nearest_known_one() {
    let text = "[plan]\ntilte = 1\n[[region]]\nlevl = 1\n[[reference]]\nunits = 1\n\
                [[indicator]]\nthresold = 1\n[indicator.zzzzzz]\n[[indicater]]\n";
    let problems = problems(text);
    let unknown = problems.iter().filter_map(|problem| match problem {
        Problem::Key(KeyProblem::UnknownKey { key, nearest, .. }) => {
            Some((&**key, nearest.as_deref()))
        }
        _ => None,
    });
    let expected = [
        ("indicater", Some("indicator")),
        ("levl", Some("level")),
        ("thresold", Some("threshold")),
        ("tilte", Some("title")),
        ("units", Some("unit")),
        ("zzzzzz", None),
    ];
    let mut told: Vec<_> = unknown.collect();
    told.sort_unstable();
    assert_eq!(told, expected);
    refused(&and("thresold = 1"), &[("plan/unknown-key", 33, "thresold")]);
}

#[test]
fn a_missing_key_is_told_at_the_head_of_its_table() {
    for (key, line, head) in [
        ("title = \"规划\"\n", 1, "[plan]"),
        ("first-year = 2021\n", 1, "[plan]"),
        ("code = \"0101\"\n", 13, "[[region]]"),
        ("unit = \"%\"\nbaseline", 24, "[[indicator]]"),
        ("attribute = \"约束性\"\n", 24, "[[indicator]]"),
    ] {
        let to = if key.ends_with("baseline") { "baseline" } else { "" };
        refused(&edited(key, to), &[("plan/missing-key", line, head)]);
    }
    let neither = edited("operator = \"≥\"\nthreshold = 60\n", "");
    let lacking = ["operator", "threshold"].map(|key| KeyProblem::MissingKey { key });
    assert_eq!(problems(&neither), lacking);
}

#[test]
fn a_value_of_another_type_is_told_once() {
    for (from, to, line, under) in [
        ("title = \"规划\"", "title = 3", 3, "3"),
        ("code = \"0101\"", "code = 101", 14, "101"),
        ("number = 1", "number = 1.5", 26, "1.5"),
        ("baseline = 50.5", "baseline = \"50.5\"", 30, "\"50.5\""),
        ("baseline = 50.5", "baseline = 2020-12-31", 30, "2020-12-31"),
        ("threshold = 60", "threshold = \"60\"", 32, "\"60\""),
        ("threshold = 60", "reference = 3", 32, "3"),
        ("baseline = 50.5", "baseline = 50.5\ngrowth = \"是\"", 31, "\"是\""),
        ("baseline = 50.5", "baseline = 50.5\naliases = \"率\"", 31, "\"率\""),
        ("baseline = 50.5", "baseline = 50.5\nmilestones = 55", 31, "55"),
    ] {
        refused(&edited(from, to), &[("plan/wrong-type", line, under)]);
    }
    let told = problems(&edited("\"规划\"", "3"));
    let (expected, found) = (Kind::String, Kind::Number);
    assert_eq!(told, [KeyProblem::WrongType { key: "title", expected, found }]);
}

#[test]
fn a_table_of_another_shape_is_told_where_it_stands() {
    let single = PLAN.replacen("[[reference]]", "[reference]", 1);
    refused(&single, &[("plan/single-table", 19, "reference")]);
    for (shape, code, under) in [
        ("region = 3", "plan/wrong-type", "3"),
        ("group = [3]", "plan/wrong-type", "3"),
        ("audit = '无'", "plan/wrong-type", "'无'"),
        ("plan = []", "plan/wrong-type", "[]"),
        ("[indicator]", "plan/single-table", "indicator"),
    ] {
        refused(shape, &[(code, 1, under)]);
    }
}

#[test]
fn a_number_that_is_no_plain_decimal_or_has_too_many_digits_is_refused() {
    let plain = ["1e3", "1_000", "0x10", "0o7", "0b1", "inf", "-inf", "nan", "5.5E1"];
    let longest = "9".repeat(50);
    let long = ["0.1234567890123456789", "1234567890123456789", "99999999999999999999", &longest];
    for number in plain.into_iter().chain(long) {
        refused(&edited("50.5", number), &[("plan/bad-number", 30, number)]);
    }
    refused(&edited("= 60", "= 6e1"), &[("plan/bad-number", 32, "6e1")]);
    let milestones = and("milestones = { 2022 = 1e1, 2023 = 55 }");
    refused(&milestones, &[("plan/bad-number", 33, "1e1")]);
}

#[test]
fn a_year_that_is_not_four_digits_is_refused() {
    for year in ["20", "20250", "2025.0", "\"2025\"", "2_025", "0x7E9", "+202"] {
        refused(&edited("2025", year), &[("plan/bad-year", 6, year)]);
    }
}

#[test]
fn a_word_that_is_none_of_a_few_is_refused() {
    for (from, to, line, under) in [
        ("\"约束性\"", "\"强制性\"", 28, "\"强制性\""),
        ("\"≥\"", "\"≧\"", 31, "\"≧\""),
        ("first-year", "pace = \"fast\"\nfirst-year", 5, "\"fast\""),
        ("baseline = 50.5", "scope = \"all\"", 30, "\"all\""),
        ("baseline = 50.5", "roll-up = \"mean\"", 30, "\"mean\""),
        ("baseline = 50.5", "roll-up = \"sum\"", 30, "\"sum\""),
    ] {
        refused(&edited(from, to), &[("plan/bad-word", line, under)]);
    }
}

#[test]
fn a_text_that_is_empty_or_that_a_terminal_would_obey_is_refused() {
    refused(&edited("\"规划\"", "\" \""), &[("plan/empty-text", 3, "\" \"")]);
    refused(&edited("\"甲率\"", "\"\""), &[("plan/empty-text", 27, "\"\"")]);
    refused(&and("aliases = [\"率\", \"\"]"), &[("plan/empty-text", 33, "\"\"")]);
    let under = r#""\u001B[1m规划""#;
    refused(&edited("\"规划\"", under), &[("plan/control-character", 3, under)]);
}

#[test]
fn an_operator_and_a_threshold_want_each_other() {
    refused(&edited("\nthreshold = 60", ""), &[("plan/operator-without-threshold", 31, "\"≥\"")]);
    refused(&edited("operator = \"≥\"\n", ""), &[("plan/threshold-without-operator", 31, "60")]);
}

#[test]
fn a_threshold_that_does_not_fit_its_operator_is_refused() {
    let shapes = [
        ("≥", "[60]"),
        ("=", "[2, 3]"),
        ("between", "60"),
        ("between", "[3, 2]"),
        ("between", "[]"),
    ];
    for (operator, threshold) in shapes {
        let target = format!("operator = {operator:?}\nthreshold = {threshold}");
        let text = edited("operator = \"≥\"\nthreshold = 60", &target);
        refused(&text, &[("plan/threshold-shape", 32, threshold)]);
    }
}

#[test]
fn a_target_that_no_value_can_reach_is_refused() {
    for threshold in ["100.01", "-1"] {
        let text = edited("threshold = 60", &format!("threshold = {threshold}"));
        refused(&text, &[("plan/threshold-beyond-limit", 32, threshold)]);
    }
    for (operator, threshold) in [(">", "100"), (">", "100.00"), ("<", "0"), ("<", "-0.0")] {
        let target = format!("operator = {operator:?}\nthreshold = {threshold}");
        let text = edited("operator = \"≥\"\nthreshold = 60", &target);
        refused(&text, &[("plan/unreachable-target", 32, threshold)]);
    }
}

#[test]
fn a_baseline_or_milestone_that_no_value_can_have_is_refused() {
    refused(&edited("50.5", "100.5"), &[("plan/value-beyond-limit", 30, "100.5")]);
    refused(&edited("50.5", "-0.1"), &[("plan/value-beyond-limit", 30, "-0.1")]);
    refused(&and("milestones = { 2022 = 101 }"), &[("plan/value-beyond-limit", 33, "101")]);
}

#[test]
fn a_relative_target_takes_no_number_and_no_range() {
    let text = and("reference = \"gdp\"\nmilestones = { 2022 = 3 }\n");
    let expected =
        [("plan/key-of-other-form", 32, "60"), ("plan/key-of-other-form", 34, "{ 2022 = 3 }")];
    refused(&text, &expected);
    for operator in ["=", "between", "±"] {
        let target = format!("operator = {operator:?}\nreference = \"gdp\"");
        let text = edited("operator = \"≥\"\nthreshold = 60", &target);
        let under = format!("{operator:?}");
        refused(&text, &[("plan/relative-operator", 31, &under)]);
    }
}

#[test]
fn an_unknown_reference_is_told_with_the_nearest_id() {
    for written in ["gpd", "GDP增长率"] {
        let text = edited("threshold = 60", &format!("reference = {written:?}"));
        let nearest = Some("gdp".to_owned());
        let expected = KeyProblem::UnknownReference { id: written.to_owned(), nearest };
        assert_eq!(problems(&text), [expected]);
        refused(&text, &[("plan/unknown-reference", 32, &format!("{written:?}"))]);
    }
}

#[test]
fn an_unknown_region_is_told_with_the_nearest_name() {
    let text = edited("within = \"01\"", "within = \"甲\"");
    refused(&text, &[("plan/unknown-region", 17, "\"甲\"")]);
    let nearest = Some("甲市".to_owned());
    assert_eq!(problems(&text), [KeyProblem::UnknownRegion { name: "甲".to_owned(), nearest }]);
}

#[test]
fn a_milestone_outside_the_years_before_the_target_year_is_refused() {
    for year in ["2020", "2025", "2030", "23", "年"] {
        let text = and(&format!("milestones = {{ {year:?} = 55 }}"));
        assert_eq!(problems(&text), [TargetProblem::MilestoneYear { year: year.to_owned() }]);
    }
    assert!(load(&and("milestones = { 2021 = 55, 2024 = 55 }")).is_ok());
    refused(&and("milestones = { 2030 = 55 }"), &[("plan/milestone-year", 33, "2030")]);
    refused(&and("milestones = { \"02023\" = 55 }"), &[("plan/milestone-year", 33, "\"02023\"")]);
}

#[test]
fn years_out_of_order_are_refused() {
    for (from, to) in [("2020", "2021"), ("2021", "2026"), ("2025", "2020")] {
        let target = if from == "2025" { to } else { "2025" };
        refused(&edited(from, to), &[("plan/year-order", 6, target)]);
    }
    assert!(load(&edited("2025", "2021")).is_ok(), "a plan of one year");
}

#[test]
fn a_second_city_is_refused() {
    let text = and("[[region]]\ncode = \"02\"\nname = \"丙市\"\nlevel = \"city\"");
    refused(&text, &[("plan/two-cities", 33, "[[region]]")]);
}

#[test]
fn what_is_wrong_with_a_plan_is_an_error_that_says_where_and_what() {
    let handed_on = |text| -> Result<Plan, Box<dyn std::error::Error>> { Ok(load(text)?) };
    for (text, begins) in [
        ("x", &["plan.toml:1: error[plan/syntax]: "][..]),
        ("[plan]\nid = 1\n[[indicator]]\n", &["plan.toml:1: error[", "plan.toml:2: error["]),
        ("", &["error[plan/no-head]: ", "error[plan/no-regions]: "]),
    ] {
        let told = handed_on(text).unwrap_err().to_string();
        for begin in begins {
            assert!(told.lines().any(|line| line.starts_with(begin)), "{begin}: {told}");
        }
    }
}
