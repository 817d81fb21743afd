//! Which cases are refused, and where the finger points; and what those that load say.

use super::*;
use crate::term::Found;

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

[[region]]
code = "0102"
name = "丙县"
level = "county"

[[reference]]
id = "gdp"
name = "GDP增长率"
unit = "%"

[[indicator]]
id = "rate"
number = 1
name = "就业率"
attribute = "约束性"
unit = "%"
operator = "≥"
threshold = 60

[[indicator]]
id = "task-rate"
name = "专栏就业率"
attribute = "任务"
same-as = "rate"
unit = "%"
operator = "≥"
threshold = 60

[[indicator]]
id = "city-count"
name = "全市人数"
attribute = "任务"
unit = "人"
scope = "city"
operator = "≥"
threshold = 1500

[[indicator]]
id = "words"
name = "健全机制"
attribute = "任务"
form = "words"
"#;

fn plan() -> Plan {
    let file = RuleFile::new("plan.toml", PLAN.as_bytes().to_vec());
    Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster"))).unwrap()
}

fn load(text: &str) -> Result<Vec<Case>, Faults> {
    Case::load(&plan(), &[RuleFile::new("plan.cases.toml", text.as_bytes().to_vec())])
}

/// A case of the rate with these checks, which stand in its fourth line.
fn of(checks: &str) -> String {
    format!("[[case]]\nindicator = \"rate\"\nyear = 2023\nchecks = [{checks}]\n")
}

/// The one check.
fn only(text: &str) -> Check {
    let cases = load(&of(text)).unwrap();
    let [Case { checks, .. }] = &cases[..] else { panic!("{cases:?}") };
    let [check] = &checks[..] else { panic!("{checks:?}") };
    check.clone()
}

/// Each fault's code, its line and the text under the caret.
#[track_caller]
fn refused(text: &str, expected: &[(&str, u64, &str)]) {
    let faults = load(text).expect_err("this should be refused");
    let told = |fault: &Diagnostic| {
        let line = fault.place.clone().and_then(|place| place.line).unwrap();
        (fault.code(), line.number, line.text[line.span].to_owned())
    };
    let told: Vec<_> = faults.iter().map(told).collect();
    let told: Vec<_> = told.iter().map(|(code, line, under)| (*code, *line, &**under)).collect();
    assert_eq!(told, expected);
}

/// The nearest name that the first fault offers.
fn offered(text: &str) -> Option<String> {
    let faults = load(text).expect_err("this should be refused");
    match &faults[0].problem {
        crate::diagnostic::Problem::Key(
            KeyProblem::UnknownIndicator { nearest, .. }
            | KeyProblem::UnknownRegion { nearest, .. }
            | KeyProblem::UnknownReference { nearest, .. }
            | KeyProblem::UnknownKey { nearest, .. },
        ) => nearest.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_whole_case_is_read_as_it_is_written() {
    let text = r#"
[[case]]
name = "例"
indicator = 1
year = 2023
region = "0102"
history = [{ year = 2020, value = "49.00" }, { year = 2021, numerator = "1", denominator = "2" }]
reference = [{ id = "gdp", value = "6.0" }, { id = "GDP增长率", year = 2022, value = "5" }]
checks = [
  { value = " 55.944% ", remark = "", outcome = "on_pace", margin = "0.000", count = -44, basis = "pace" },
  { numerator = "3212", denominator = "5819", total = "", outcome = "behind", margin = -0.75 },
]
"#;
    let cases = load(text).unwrap();
    let [case] = &cases[..] else { panic!("{cases:?}") };
    assert_eq!(case.name.as_deref(), Some("例"));
    assert_eq!((case.indicator, case.year), (SeriesId(0), 2023));
    assert_eq!(&*plan().region(case.region).name, "丙县");
    let beside: Vec<_> = case.beside.iter().map(|row| (row.series.0, row.year)).collect();
    assert_eq!(beside, [(0, 2020), (0, 2021), (4, 2023), (4, 2022)]);
    assert_eq!(case.beside[1].cells.denominator, "2");
    let [first, second] = &case.checks[..] else { panic!("{:?}", case.checks) };
    assert_eq!(first.cells.as_ref().unwrap().value, " 55.944% ", "as in a cell, blanks and all");
    assert_eq!(first.expected.outcome, Outcome::OnPace);
    assert!(first.expected.margin.is_some_and(Decimal::is_zero));
    assert_eq!((first.expected.count, first.expected.basis), (Some(-44), Some(Basis::Pace)));
    assert_eq!(second.expected.margin.map(|margin| margin.to_string()).as_deref(), Some("-0.75"));
    assert_eq!(second.expected.requirement, None);
    assert_eq!(second.place.line_number(), Some(11));
}

#[test]
fn without_a_region_the_first_county_is_meant_and_the_city_where_it_alone_is_judged() {
    let region = |indicator: &str| {
        let text = format!(
            "[[case]]\nindicator = '{indicator}'\nyear = 2023\nchecks = [{{ outcome = 'met' }}]"
        );
        let case = load(&text).unwrap().remove(0);
        plan().region(case.region).name.to_string()
    };
    assert_eq!(region("rate"), "乙县");
    assert_eq!(region("city-count"), "甲市");
}

#[test]
fn a_rule_that_repeats_another_is_tried_as_that() {
    let text = "[[case]]\nindicator = 'task-rate'\nyear = 2023\nchecks = [{ outcome = 'met' }]";
    assert_eq!(load(text).unwrap()[0].indicator, SeriesId(0));
    assert_eq!(plan().series_names.find("task-rate"), Some(Found::One(0)));
}

#[test]
fn a_requirement_is_an_operator_and_a_number_or_a_range_or_none() {
    let read = |text: &str| only(&format!("{{ outcome = 'met', requirement = '{text}' }}"));
    let number = |text: &str| Rational::from(Decimal::parse(text).unwrap());
    let compare = |comparison, text| Some(Condition::Compare(comparison, number(text)));
    for (text, condition) in [
        ("≥55.944", compare(Comparison::AtLeast, "55.944")),
        (">= 55.9440", compare(Comparison::AtLeast, "55.944")),
        (">99", compare(Comparison::Above, "99")),
        ("≤5.5", compare(Comparison::AtMost, "5.5")),
        ("<=5.5", compare(Comparison::AtMost, "5.5")),
        ("<-3", compare(Comparison::Below, "-3")),
        ("=0", Some(Condition::Between(number("0"), number("0")))),
        ("2~3", Some(Condition::Between(number("2"), number("3")))),
        ("none", None),
    ] {
        assert_eq!(read(text).expected.requirement, Some(condition), "{text}");
    }
}

#[test]
fn what_is_no_requirement_is_told() {
    for text in ["55.944", "≥", "≥55.944%", "≥五", "3~2", "~3", "2~", "=>5", "无"] {
        let case = of(&format!("{{ outcome = 'met', requirement = '{text}' }}"));
        refused(&case, &[("plan/bad-requirement", 4, &format!("'{text}'"))]);
    }
}

#[test]
fn an_unknown_indicator_is_told_with_the_nearest_that_a_case_can_be_of() {
    let named = |name: &str| of("{ outcome = 'met' }").replace("\"rate\"", name);
    refused(&named("\"rates\""), &[("plan/unknown-indicator", 2, "\"rates\"")]);
    refused(&named("17"), &[("plan/unknown-indicator", 2, "17")]);
    assert_eq!(offered(&named("\"rates\"")).as_deref(), Some("rate"));
    assert_eq!(offered(&named("\"就业绿\"")).as_deref(), Some("就业率"));
    assert_eq!(offered(&named("17")), None);
    // A reference is no indicator, however near its name is.
    assert_eq!(offered(&named("\"GDP增长\"")), None);
    assert_eq!(offered(&named("\"gdp\"")), None);
}

#[test]
fn a_case_of_a_rule_in_words_is_told() {
    let text = of("{ outcome = 'met' }").replace("\"rate\"", "\"words\"");
    refused(&text, &[("plan/case-of-words", 2, "\"words\"")]);
}

#[test]
fn an_unknown_region_is_told_with_the_nearest() {
    let text = of("{ outcome = 'met' }") + "region = \"丙区\"\n";
    refused(&text, &[("plan/unknown-region", 5, "\"丙区\"")]);
    let near = of("{ outcome = 'met' }") + "region = \"甲\"\n";
    assert_eq!(offered(&near).as_deref(), Some("甲市"));
}

#[test]
fn an_unknown_reference_is_told_with_the_nearest() {
    let text = of("{ outcome = 'met' }") + "reference = [{ id = \"gdpp\", value = \"6\" }]\n";
    refused(&text, &[("plan/unknown-reference", 5, "\"gdpp\"")]);
    assert_eq!(offered(&text).as_deref(), Some("gdp"));
    let own = of("{ outcome = 'met' }") + "reference = [{ id = \"rate\", value = \"6\" }]\n";
    refused(&own, &[("plan/unknown-reference", 5, "\"rate\"")]);
}

#[test]
fn an_unknown_key_is_told_in_every_table() {
    refused("[[cases]]\nindicator = \"rate\"\n", &[("plan/unknown-key", 1, "cases")]);
    refused(&(of("{ outcome = 'met' }") + "years = 3\n"), &[("plan/unknown-key", 5, "years")]);
    refused(&of("{ outcome = 'met', valeu='1' }"), &[("plan/unknown-key", 4, "valeu")]);
    assert_eq!(offered(&of("{ outcome = 'met', valeu = '1' }")).as_deref(), Some("value"));
    for list in ["history", "reference"] {
        let text =
            of("{ outcome = 'met' }") + &format!("{list} = [{{id='gdp', year=2020, x='1'}}]");
        // A row of the history has no id: it is the case's own.
        let id = (list == "history").then_some(("plan/unknown-key", 5, "id"));
        let expected: Vec<_> = id.into_iter().chain([("plan/unknown-key", 5, "x")]).collect();
        refused(&text, &expected);
    }
}

#[test]
fn a_missing_key_is_told_at_the_head_of_its_table() {
    for (key, line) in [
        ("indicator = \"rate\"\n", 1),
        ("year = 2023\n", 1),
        ("checks = [{ outcome = 'met' }]\n", 1),
    ] {
        let text = of("{ outcome = 'met' }").replace(key, "");
        refused(&text, &[("plan/missing-key", line, "[[case]]")]);
    }
    let check = "{ value = '1' }";
    refused(&of(check), &[("plan/missing-key", 4, check)]);
    let without_year = of("{ outcome = 'met' }") + "history = [{ value = '1' }]\n";
    refused(&without_year, &[("plan/missing-key", 5, "{ value = '1' }")]);
    let without_id = of("{ outcome = 'met' }") + "reference = [{ value = '1' }]\n";
    refused(&without_id, &[("plan/missing-key", 5, "{ value = '1' }")]);
}

#[test]
fn a_case_without_checks_is_told() {
    refused(&of(""), &[("plan/no-checks", 4, "[]")]);
}

#[test]
fn an_outcome_or_a_basis_that_is_none_is_told_with_those_there_are() {
    refused(&of("{ outcome = '达到' }"), &[("plan/bad-word", 4, "'达到'")]);
    let text = of("{ outcome = 'met', basis = 'line' }");
    refused(&text, &[("plan/bad-word", 4, "'line'")]);
    for word in Outcome::WORDS {
        assert_eq!(only(&format!("{{ outcome = '{word}' }}")).expected.outcome.word(), word);
    }
}

#[test]
fn a_value_of_another_type_is_told_once() {
    for (written, under) in [
        ("value = 55.9", "55.9"),
        ("numerator = 12", "12"),
        ("denominator = true", "true"),
        ("total = []", "[]"),
        ("remark = {}", "{}"),
        ("margin = true", "true"),
        ("count = '3'", "'3'"),
        ("requirement = 60", "60"),
        ("basis = 1", "1"),
    ] {
        let text = of(&format!("{{ outcome = 'met', {written} }}"));
        refused(&text, &[("plan/wrong-type", 4, under)]);
    }
    refused(&of("3"), &[("plan/wrong-type", 4, "3")]);
    let outcome = of("{ outcome = 3 }");
    refused(&outcome, &[("plan/wrong-type", 4, "3")]);
    refused(&of("").replace("[]", "'x'"), &[("plan/wrong-type", 4, "'x'")]);
    for list in ["history", "reference"] {
        let text = of("{ outcome = 'met' }") + &format!("{list} = {{ year = 2020 }}\n");
        refused(&text, &[("plan/wrong-type", 5, "{ year = 2020 }")]);
    }
}

#[test]
fn a_margin_or_a_count_that_is_no_number_is_told() {
    for (written, under) in [
        ("margin = '一'", "'一'"),
        ("margin = '1/3'", "'1/3'"),
        ("margin = 1e3", "1e3"),
        ("count = 1.5", "1.5"),
        ("count = 0x10", "0x10"),
    ] {
        let text = of(&format!("{{ outcome = 'met', {written} }}"));
        refused(&text, &[("plan/bad-number", 4, under)]);
    }
}

#[test]
fn a_year_that_is_none_and_a_history_of_the_case_s_own_year_are_told() {
    let text = of("{ outcome = 'met' }").replace("2023", "23");
    refused(&text, &[("plan/bad-year", 3, "23")]);
    let text = of("{ outcome = 'met' }") + "history = [{ year = 2023, value = '1' }]\n";
    refused(&text, &[("plan/history-year", 5, "2023")]);
}

#[test]
fn the_faults_of_every_case_and_file_are_told_in_one_run() {
    let first = of("{ outcom = 'met' }").replace("\"rate\"", "\"rates\"");
    let second = "[[case]]\nyear = 2023\n";
    let files = [("a", first.as_str()), ("b", "x = "), ("c", second)]
        .map(|(name, text)| RuleFile::new(name, text.as_bytes().to_vec()));
    let faults = Case::load(&plan(), &files).unwrap_err();
    let told: Vec<_> =
        faults.iter().map(|fault| (&*fault.place.as_ref().unwrap().file, fault.code())).collect();
    let expected = [
        ("a", "plan/unknown-indicator"),
        ("a", "plan/unknown-key"),
        ("a", "plan/missing-key"),
        ("b", "plan/syntax"),
        ("c", "plan/missing-key"),
        ("c", "plan/missing-key"),
    ];
    assert_eq!(told, expected);
}

/// To look for what was meant is dear among the names of a country.
#[test]
fn of_many_names_that_are_not_known_the_first_are_told_with_what_was_meant() {
    for (indicator, reference, region) in
        [("就业率率", "gdp", "乙县"), ("rate", "gdpp", "乙县"), ("ratee", "gdp", "乙县")]
    {
        let case = format!(
            "[[case]]\nindicator = \"{indicator}\"\nyear = 2023\nregion = \"{region}\"\n\
             reference = [{{ id = \"{reference}\", value = \"6\" }}]\n\
             checks = [{{ value = \"60\", outcome = \"met\" }}]\n"
        );
        let faults = load(&case.repeat(30)).err().unwrap_or_default();
        let offers = |fault: &Diagnostic| match &fault.problem {
            crate::diagnostic::Problem::Key(
                KeyProblem::UnknownIndicator { nearest, .. }
                | KeyProblem::UnknownReference { nearest, .. }
                | KeyProblem::UnknownRegion { nearest, .. },
            ) => nearest.is_some(),
            _ => false,
        };
        let offered: Vec<bool> = faults.iter().map(offers).collect();
        assert_eq!(offered, [vec![true; 20], vec![false; 10]].concat(), "{faults:?}");
    }
}
