//! lint/contradiction and lint/differs: rules on one measure.

use dabiao::render::Lang;

use super::{finds, lint, message, plan};

/// A rule on persons, where any number is possible.
fn rule(form: &str, operator: &str, threshold: &str, more: &str) -> String {
    format!(
        "unit = '人'\nform = '{form}'\noperator = '{operator}'\nthreshold = {threshold}\n{more}"
    )
}

/// What is found of two such rules, the second repeating the first.
#[track_caller]
fn of_two(first: &str, second: &str, expected: &[&str]) {
    let second = format!("same-as = 'r0'\n{second}");
    let report = lint(&plan(&[first, &second]));
    let codes: Vec<_> = report.found.iter().map(|found| found.code()).collect();
    assert_eq!(codes, expected, "{first}\n\n{second}");
}

const CONTRADICTION: &[&str] = &["lint/contradiction"];
const DIFFERS: &[&str] = &["lint/differs"];

#[test]
fn two_targets_contradict_if_no_value_satisfies_both() {
    for (one, other, expected) in [
        (("≥", "60"), ("≤", "59"), CONTRADICTION),
        (("≥", "60"), ("≤", "60"), DIFFERS),
        (("≥", "60"), ("<", "60"), CONTRADICTION),
        ((">", "60"), ("≤", "60"), CONTRADICTION),
        (("≥", "60"), ("≤", "61"), DIFFERS),
        (("=", "60"), ("=", "60.0"), &[]),
        (("=", "60"), ("=", "61"), CONTRADICTION),
        (("between", "[2, 3]"), ("between", "[3, 4]"), DIFFERS),
        (("between", "[2, 3]"), ("between", "[4, 5]"), CONTRADICTION),
        (("≤", "0"), ("=", "0"), &[]),
    ] {
        let of = |(operator, threshold)| rule("level", operator, threshold, "");
        of_two(&of(one), &of(other), expected);
    }
}

#[test]
fn two_targets_differ_by_operator_or_bound() {
    for (one, other, expected) in [
        (("≥", "60"), ("≥", "60"), &[][..]),
        (("≥", "60"), ("≥", "60.00"), &[]),
        (("≥", "60"), ("≥", "61"), DIFFERS),
        (("≥", "60"), (">", "60"), DIFFERS),
        (("between", "[2, 3]"), ("≥", "2"), DIFFERS),
    ] {
        let of = |(operator, threshold)| rule("level", operator, threshold, "");
        of_two(&of(one), &of(other), expected);
    }
}

#[test]
fn rules_that_nothing_connects_are_not_held_against_each_other() {
    finds(&[&rule("level", "≥", "60", ""), &rule("level", "≤", "50", "")], &[]);
}

#[test]
fn both_rules_are_shown_and_what_they_demand() {
    let first = rule("level", "≥", "60", "");
    let second = format!("same-as = 'r0'\n{}", rule("level", "≤", "50", ""));
    finds(&[&first, &second], &[("lint/contradiction", "50")]);
    let related = lint(&plan(&[&first, &second])).found[0].related[0].clone();
    assert_eq!(related.line.as_ref().map(|line| &*line.text), Some("threshold = 60"));
    let zh = "同一指标两处要求互相矛盾：2025 年≤50 人 与 ≥60 人";
    assert_eq!(message(&[&first, &second], Lang::Zh), zh);
    let en =
        "two rules on one measure contradict each other in 2025: \"≤50 people\" and \"≥60 people\"";
    assert_eq!(message(&[&first, &second], Lang::En), en);
}

#[test]
fn full_coverage_is_at_least_100_however_it_is_written() {
    let full = "form = 'full-coverage'";
    of_two(full, "operator = '≥'\nthreshold = 100", &[]);
    of_two(full, "operator = '='\nthreshold = 100", &[]);
    of_two(full, "operator = '≥'\nthreshold = 99", DIFFERS);
    of_two(full, "operator = '≤'\nthreshold = 99", CONTRADICTION);
}

#[test]
fn a_change_is_held_against_a_value_where_the_baseline_is_known() {
    let change = |threshold: &str, more: &str| {
        rule("change", "≥", threshold, &format!("change = 'absolute'\n{more}"))
    };
    let to_78 = rule("level", "≥", "78.3", "baseline = 77.3");
    of_two(&to_78, &change("1", ""), &[]);
    of_two(&to_78, &change("2", ""), DIFFERS);
    of_two(&rule("level", "≤", "78", "baseline = 77.3"), &change("1", ""), CONTRADICTION);
    let no_baseline = rule("level", "≥", "78.3", "");
    of_two(&no_baseline, &change("1", ""), &[]);
    of_two(&change("1", ""), &change("1.0", ""), &[]);
    of_two(&change("1", ""), &change("2", ""), DIFFERS);
    let twice = rule("multiple", "≥", "2", "");
    of_two(&rule("level", "≥", "300", "baseline = 150"), &twice, &[]);
    of_two(&rule("level", "≥", "301", "baseline = 150"), &twice, DIFFERS);
}

#[test]
fn kept_differs_from_the_same_level_only_where_the_level_is_due_later() {
    let kept = |more: &str| rule("kept", "≥", "60", more);
    let level = |more: &str| rule("level", "≥", "60", more);
    of_two(&level("baseline = 60"), &kept(""), &[]);
    of_two(&level("baseline = 59"), &kept("baseline = 61"), DIFFERS);
    of_two(&level(""), &kept(""), DIFFERS);
    of_two(&kept(""), &level(""), DIFFERS);
    of_two(&kept("baseline = 60"), &level(""), &[]);
    let pace_none = plan(&[&level(""), &format!("same-as = 'r0'\n{}", kept(""))])
        .replace("target-year = 2025\n", "target-year = 2025\npace = 'none'\n");
    assert!(lint(&pace_none).found.is_empty(), "every year is held to the target");
}

#[test]
fn a_level_that_did_not_hold_is_told_once() {
    of_two(
        &rule("level", "≥", "60", "baseline = 59"),
        &rule("kept", "≥", "60", ""),
        &["lint/kept-not-held"],
    );
    // Another bound is another thing.
    of_two(
        &rule("level", "≥", "60", "baseline = 59"),
        &rule("kept", "≥", "61", ""),
        &["lint/kept-not-held", "lint/differs"],
    );
}

#[test]
fn what_holds_every_year_can_contradict_a_milestone_on_the_way() {
    let level = rule("level", "≤", "5", "milestones = { 2022 = 3 }");
    of_two(&level, &rule("kept", "≥", "4", ""), CONTRADICTION);
    of_two(&level, &rule("each-year", "≥", "4", ""), CONTRADICTION);
    of_two(&level, &rule("kept", "≥", "3", ""), DIFFERS);
    let kept = format!("same-as = 'r0'\n{}", rule("kept", "≥", "4", ""));
    let zh = "同一指标两处要求互相矛盾：2022 年保持≥4 人 与 ≤3 人";
    assert_eq!(message(&[&level, &kept], Lang::Zh), zh);
}

#[test]
fn what_every_year_yields_adds_up_to_the_sum() {
    let sum = |operator, threshold| rule("sum", operator, threshold, "");
    of_two(&sum("≤", "3499"), &rule("each-year", "≥", "700", ""), CONTRADICTION);
    of_two(&sum("≤", "3500"), &rule("each-year", "≥", "700", ""), DIFFERS);
    of_two(&sum("≥", "3500"), &rule("each-year", "≥", "700", ""), DIFFERS);
    of_two(&sum("≥", "3500"), &rule("level", "≤", "700", ""), DIFFERS);
    of_two(&sum("≥", "3500"), &sum("≥", "3500"), &[]);
}

#[test]
fn who_is_judged_by_one_alone_can_meet_both() {
    let of = |scope: &str, operator, threshold| {
        rule("level", operator, threshold, &format!("scope = '{scope}'"))
    };
    let county = of("county", "≤", "50");
    of_two(&county, &of("city", "≥", "60"), CONTRADICTION);
    of_two(&county, &of("each-county", "≥", "60"), CONTRADICTION);
    of_two(&of("total", "≤", "50"), &of("city", "≥", "60"), CONTRADICTION);
    // Who judges the city, so that none of these is without a rule.
    let other = "operator = '≥'\nthreshold = 60";
    let each = format!("same-as = 'r0'\n{}", of("each-county", "≥", "60"));
    finds(&[&of("city", "≤", "50"), &each, other], &[("lint/differs", "60")]);
}

#[test]
fn two_that_repeat_one_are_held_against_each_other() {
    let range = rule("level", "between", "[50, 70]", "");
    let low = format!("same-as = 'r0'\n{}", rule("level", "≤", "55", ""));
    let high = format!("same-as = 'r0'\n{}", rule("level", "≥", "65", ""));
    let expected = [("lint/differs", "55"), ("lint/contradiction", "65"), ("lint/differs", "65")];
    finds(&[&range, &low, &high], &expected);
    // What contradicts the rule they repeat has been told.
    let wide = format!("same-as = 'r0'\n{}", rule("level", "≥", "71", ""));
    finds(&[&range, &low, &wide], &[("lint/differs", "55"), ("lint/contradiction", "71")]);
}

#[test]
fn of_very_many_that_repeat_one_only_the_first_are_held_against_each_other() {
    let range = rule("level", "between", "[50, 70]", "");
    let low = format!("same-as = 'r0'\n{}", rule("level", "≤", "55", ""));
    let high = format!("same-as = 'r0'\n{}", rule("level", "≥", "65", ""));
    for (many, contradict) in [(1, 1), (100, 100), (400, 0)] {
        let low = std::iter::repeat_n(&*low, many);
        let rules: Vec<&str> = std::iter::once(&*range).chain(low).chain([&*high]).collect();
        let report = lint(&plan(&rules));
        let count = |code| report.found.iter().filter(|found| found.code() == code).count();
        assert_eq!(count("lint/contradiction"), contradict, "{many}");
        // Against the one that they repeat each is held.
        assert_eq!(count("lint/differs"), many + 1);
    }
}

#[test]
fn milestones_differ_by_their_years() {
    of_two("form = 'milestone'\ndue = 2023", "form = 'milestone'\ndue = 2023", &[]);
    of_two("form = 'milestone'", "form = 'milestone'\ndue = 2025", &[]);
    of_two("form = 'milestone'\ndue = 2023", "form = 'milestone'", DIFFERS);
    of_two("form = 'milestone'", &rule("level", "≥", "1", ""), DIFFERS);
}

#[test]
fn relative_targets_differ_by_operator_and_series() {
    let references = "[[reference]]\nid = 'gdp'\nname = 'GDP'\nunit = '%'\n\
                      [[reference]]\nid = 'cpi'\nname = 'CPI'\nunit = '%'\n";
    let of = |operator: &str, reference: &str| {
        format!("operator = '{operator}'\nreference = '{reference}'")
    };
    for (one, other, expected) in [
        (of("≥", "gdp"), of("≥", "gdp"), &["lint/unused-reference"][..]),
        (of("≥", "gdp"), of(">", "gdp"), &["lint/unused-reference", "lint/differs"]),
        (of("≥", "gdp"), of("≥", "cpi"), DIFFERS),
    ] {
        let text = plan(&[&one, &format!("same-as = 'r0'\n{other}")]);
        let text = text.replacen("[[region]]", &format!("{references}[[region]]"), 1);
        let report = lint(&text);
        let codes: Vec<_> = report.found.iter().map(|found| found.code()).collect();
        assert_eq!(codes, expected, "{text}");
    }
}

#[test]
fn words_demand_nothing_that_could_differ_but_can_swallow_what_does() {
    of_two(&rule("level", "≥", "60", ""), "form = 'words'", &[]);
    of_two("form = 'words'", &rule("level", "≥", "60", ""), DIFFERS);
}
