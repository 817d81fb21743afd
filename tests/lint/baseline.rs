//! lint/kept-not-held

use dabiao::render::Lang;

use super::{finds, lint, message, plan, pointed};

const KEPT: &str = "form = 'kept'\noperator = '≥'\nthreshold = 99";
const FOUND: (&str, &str) = ("lint/kept-not-held", "'kept'");

#[test]
fn what_is_to_be_kept_up_has_to_be_met_at_the_baseline() {
    for (operator, baseline, is_held) in [
        ("≥", "99", true),
        ("≥", "99.00", true),
        ("≥", "98.99", false),
        (">", "99", false),
        (">", "99.01", true),
        ("≤", "99", true),
        ("≤", "99.01", false),
    ] {
        let rule = format!(
            "form = 'kept'\noperator = '{operator}'\nthreshold = 99\nbaseline = {baseline}"
        );
        finds(&[&rule], if is_held { &[] } else { &[FOUND] });
    }
    finds(&[KEPT], &[]);
}

#[test]
fn of_a_repetition_without_a_baseline_the_repeated_rule_s_counts() {
    let below = "operator = '≥'\nthreshold = 99\nbaseline = 98.90";
    let above = "operator = '≥'\nthreshold = 99\nbaseline = 99.10";
    let repeats = format!("same-as = 'r0'\n{KEPT}");
    finds(&[below, &repeats], &[FOUND]);
    finds(&[above, &repeats], &[]);
    let report = lint(&plan(&[below, &repeats]));
    let related = &report.found[0].related[0];
    assert_eq!(related.line.as_ref().map(|line| &*line.text), Some("baseline = 98.90"));
    assert_eq!(pointed(&report.found[0]), "'kept'");
}

#[test]
fn a_baseline_of_its_own_goes_before_the_repeated_rule_s() {
    let below = "operator = '≥'\nthreshold = 99\nbaseline = 98.90";
    let repeats = format!("same-as = 'r0'\n{KEPT}\nbaseline = 99.10");
    // Then the two differ: one is due in every year, the other not.
    finds(&[below, &repeats], &[("lint/differs", "99")]);
}

#[test]
fn a_baseline_in_another_unit_says_nothing() {
    let persons = "unit = '人'\noperator = '≥'\nthreshold = 99\nbaseline = 50";
    let repeats = format!("same-as = 'r0'\n{KEPT}");
    finds(&[persons, &repeats], &[("lint/differs", "99")]);
}

#[test]
fn the_target_and_the_baseline_are_said() {
    let rule = format!("{KEPT}\nbaseline = 98.90");
    assert_eq!(message(&[&rule], Lang::Zh), "要求是保持≥99%，而基期值 98.90% 还没有达到");
    let english = "the target is \"kept ≥99%\", but the baseline 98.90% does not meet it";
    assert_eq!(message(&[&rule], Lang::En), english);
}
