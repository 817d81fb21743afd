use super::*;

/// A plan with two counties more, and one rule.
fn divided(rule: &str) -> String {
    let county =
        |code: u8| format!("[[region]]\ncode = '{code}'\nname = '县{code}'\nlevel = 'county'\n");
    plan(&[rule]) + &county(12) + &county(13)
}

/// The codes that are found in a rule with these targets of counties 11, 12 and 13; that no
/// other rule judges a county is another lint's.
fn found(rule: &str, regions: &str) -> Vec<&'static str> {
    let rule = format!("{rule}\nregions = {{ {regions} }}");
    let report = lint(&divided(&rule));
    let codes = report.found.iter().map(Diagnostic::code);
    codes.filter(|code| *code != "lint/unused-region").collect()
}

#[test]
fn targets_of_counties_that_do_not_make_the_city_s_are_found() {
    let sum = "unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 900";
    let cap = "unit = '户'\nform = 'each-year'\noperator = '≤'\nthreshold = 900";
    let rate = "operator = '≥'\nthreshold = 60";
    let low = "operator = '≤'\nthreshold = 5";
    let three = |a, b, c| {
        format!(
            "'11' = {{ threshold = {a} }}, '12' = {{ threshold = {b} }}, '13' = {{ threshold = {c} }}"
        )
    };
    for (rule, regions, expected) in [
        (sum, three(300, 300, 300), None),
        (sum, three(300, 300, 299), Some("lint/parts-and-whole")),
        (cap, three(300, 300, 300), None),
        (cap, three(300, 300, 301), Some("lint/parts-and-whole")),
        (rate, three(50, 55, 60), None),
        (rate, three(50, 55, 59), Some("lint/parts-contradict-whole")),
        (low, three(5, 6, 7), None),
        (low, three(6, 7, 8), Some("lint/parts-contradict-whole")),
    ] {
        assert_eq!(found(rule, &regions), Vec::from_iter(expected), "{rule} {regions}");
    }
}

#[test]
fn a_county_without_a_target_is_found_unless_it_has_the_plan_s_or_is_meant() {
    let rule = "operator = '≥'\nthreshold = 60";
    let one = "'11' = { threshold = 60 }";
    assert_eq!(found(rule, one), ["lint/county-without-target"]);
    for more in [
        "by-region = 'same'",
        "applies-to = ['11']",
        "allow = { 'lint/county-without-target' = '两县无此任务' }",
    ] {
        assert_eq!(found(&format!("{rule}\n{more}"), one), [""; 0], "{more}");
    }
    // A baseline alone divides nothing.
    assert_eq!(found(rule, "'11' = { baseline = 40 }"), [""; 0]);
}
