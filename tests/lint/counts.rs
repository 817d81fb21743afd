//! lint/small-counts and lint/no-counts

use dabiao::render::Lang;

use super::{HEAD, REGIONS, filled, finds, finds_in, message};

fn small(baseline: &str, operator: &str, threshold: &str, more: &str) -> String {
    format!("baseline = {baseline}\noperator = '{operator}'\nthreshold = {threshold}\n{more}")
}

#[test]
fn eight_of_nine_make_90_percent_mean_all_nine() {
    let found = |baseline| [("lint/small-counts", baseline)];
    finds(&[&small("88.89", "≥", "90", "")], &found("88.89"));
    finds(&[&small("60", ">", "90", "")], &found("60"));
    finds(&[&small("88.89", "≥", "90", "count-unit = '个'")], &found("88.89"));
    let zh = "基期值 88.89% 像是出自分母 9；若是，≥90% 就等于要求全部 9 个";
    assert_eq!(message(&[&small("88.89", "≥", "90", "")], Lang::Zh), zh);
}

#[test]
fn it_is_found_only_where_one_less_than_all_does_not_do() {
    // 8 of 9 are 88.888…%.
    finds(&[&small("77.78", "≥", "88.88", "")], &[]);
    finds(&[&small("77.78", "≥", "88.89", "")], &[("lint/small-counts", "77.78")]);
    // 4 of 5 are 80%.
    finds(&[&small("60", "≥", "80", "")], &[]);
    finds(&[&small("60", ">", "80", "")], &[("lint/small-counts", "60")]);
}

#[test]
fn a_target_of_all_or_of_fewer_is_what_it_says() {
    finds(&[&small("88.89", "≥", "100", "")], &[]);
    finds(&["form = 'full-coverage'\nbaseline = 88.89"], &[]);
    finds(&[&small("88.89", "≤", "90", "")], &[]);
    finds(&[&small("88.89", "between", "[90, 95]", "")], &[]);
}

#[test]
fn many_people_and_digits_of_no_small_part_are_chance() {
    for unit in ["人", "户", "人次", "万人"] {
        finds(&[&small("60", ">", "90", &format!("count-unit = '{unit}'"))], &[]);
    }
    finds(&[&small("88.88", "≥", "90", "")], &[]);
    finds(&[&small("95.24", "≥", "99", "")], &[]); // 20 of 21
    finds(&[&small("95", "≥", "99", "")], &[("lint/small-counts", "95")]); // 19 of 20
}

#[test]
fn only_percentages_that_are_judged_are_looked_at() {
    finds(&[&small("60", ">", "90", "unit = '家'")], &[]);
    finds(&[&small("60", ">", "90", "growth = true")], &[]);
    finds(&["operator = '>'\nthreshold = 90"], &[]);
    let repeats = small("60", ">", "90", "same-as = 'r0'");
    finds(&[&small("60", ">", "90", "count-unit = '人'"), &repeats], &[]);
}

#[test]
fn a_percentage_says_of_what() {
    let rule = filled(0, "operator = '≥'\nthreshold = 60");
    let without = |keys: &[&str]| {
        let kept = |line: &&str| !keys.iter().any(|key| line.starts_with(key));
        let lines: Vec<_> = rule.lines().filter(kept).collect();
        format!("{HEAD}{REGIONS}{}\n", lines.join("\n"))
    };
    let found = [("lint/no-counts", "'%'")];
    finds_in(&without(&["numerator"]), &found);
    finds_in(&without(&["denominator"]), &found);
    finds_in(&without(&["numerator", "denominator"]), &found);
    finds_in(&without(&[]), &[]);
}

#[test]
fn growth_and_counts_are_of_nothing() {
    let bare = |more: &str| {
        let rule = filled(0, more).replace("numerator = '甲'\ndenominator = '乙'\n", "");
        format!("{HEAD}{REGIONS}{rule}")
    };
    finds_in(&bare("growth = true\noperator = '≥'\nthreshold = 6"), &[]);
    finds_in(&bare("unit = '人'\noperator = '≥'\nthreshold = 60"), &[]);
    finds_in(&bare("form = 'milestone'"), &[]);
    let relative = bare("operator = '≥'\nreference = 'gdp'");
    let reference = "[[reference]]\nid = 'gdp'\nname = 'GDP'\nunit = '%'\n";
    finds_in(&format!("{relative}{reference}"), &[]);
    finds_in(
        &bare("form = 'each-year'\noperator = '≥'\nthreshold = 60"),
        &[("lint/no-counts", "'%'")],
    );
}
