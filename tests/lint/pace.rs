//! lint/pace-of-few

use dabiao::render::Lang;

use super::{finds, finds_in, message, plan};

fn sum(operator: &str, threshold: &str, more: &str) -> String {
    format!("form = 'sum'\nunit = '家'\noperator = '{operator}'\nthreshold = {threshold}\n{more}")
}

#[test]
fn a_first_year_that_demands_a_part_of_one_is_found() {
    finds(&[&sum("≥", "4", "")], &[("lint/pace-of-few", "4")]);
    finds(&[&sum("≥", "5", "")], &[]);
    finds(&[&sum(">", "3", "")], &[("lint/pace-of-few", "3")]);
    finds(&[&sum("between", "[2, 3]", "")], &[("lint/pace-of-few", "[2, 3]")]);
    finds(&[&sum("=", "1", "")], &[("lint/pace-of-few", "1")]);
}

#[test]
fn what_is_no_line_to_a_whole_number_of_things_is_let_pass() {
    finds(&[&sum("≥", "3", "pace = 'at-end'")], &[]);
    finds(&[&sum("≤", "3", "")], &[]);
    finds(&[&sum("≥", "2.5", "")], &[]);
    finds(&[&sum("≥", "3", "milestones = { 2021 = 1 }")], &[]);
    finds(&["unit = '家'\noperator = '≥'\nthreshold = 3\nbaseline = 1"], &[]);
    let money = sum("≥", "3", "").replace("'家'", "'亿元'");
    finds(&[&money], &[]);
    let repeats = format!("same-as = 'r0'\n{}", sum("≥", "3", ""));
    finds(&[&sum("≥", "3", "pace = 'at-end'"), &repeats], &[]);
}

#[test]
fn a_plan_without_a_line_has_none_to_find() {
    let text = plan(&[&sum("≥", "3", "")]);
    finds_in(&text.replace("target-year = 2025\n", "target-year = 2025\npace = 'none'\n"), &[]);
    finds_in(&text.replace("target-year = 2025\n", "target-year = 2021\n"), &[]);
    // 3 in three years are one a year.
    finds_in(&text.replace("target-year = 2025\n", "target-year = 2023\n"), &[]);
    finds_in(
        &text.replace("target-year = 2025\n", "target-year = 2024\n"),
        &[("lint/pace-of-few", "3")],
    );
}

#[test]
fn what_the_line_demands_is_said() {
    let zh = "累计≥3 家 按直线推进，第一年就要 0.6，即至少 1";
    assert_eq!(message(&[&sum("≥", "3", "")], Lang::Zh), zh);
}
