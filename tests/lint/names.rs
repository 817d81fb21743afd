//! lint/duplicate-alias

use super::{HEAD, REGIONS, finds, finds_in, lint, plan};

fn with(aliases: &str) -> String {
    format!("number = 9\naliases = {aliases}\noperator = '≥'\nthreshold = 60")
}

#[test]
fn an_alias_that_is_there_already_is_found() {
    for (aliases, pointed) in [
        ("['指标0']", "'指标0'"),
        ("['r0']", "'r0'"),
        ("['9']", "'9'"),
        ("['甲', '乙', '甲']", "'甲'"),
        ("['甲率', ' 甲 率 ']", "' 甲 率 '"),
        ("['ABC', 'ａbc']", "'ａbc'"),
    ] {
        finds(&[&with(aliases)], &[("lint/duplicate-alias", pointed)]);
    }
    finds(&[&with("['甲', '乙']")], &[]);
}

#[test]
fn of_very_many_that_are_there_already_a_thousand_are_told() {
    for (many, told) in [(3, 3), (1_000, 1_000), (2_500, 1_000)] {
        let aliases = "'r0', ".repeat(many);
        assert_eq!(lint(&plan(&[&with(&format!("[{aliases}]"))])).found.len(), told);
    }
}

#[test]
fn the_first_of_the_two_is_shown() {
    let first = |aliases: &str| {
        let report = lint(&plan(&[&with(aliases)]));
        let line = report.found[0].related[0].line.clone().unwrap();
        (line.text.to_string(), line.span.start)
    };
    assert_eq!(first("['9']"), ("number = 9".to_owned(), 9));
    assert_eq!(first("['甲', '甲']"), ("aliases = ['甲', '甲']".to_owned(), 11));
}

#[test]
fn the_name_of_the_rule_that_is_repeated_is_no_duplicate() {
    let repeats = "same-as = 'r0'\nname = '指标0'\noperator = '≥'\nthreshold = 60";
    finds(&[&with("['甲']"), &format!("{repeats}\naliases = ['甲']")], &[]);
    let twice = format!("{repeats}\naliases = ['指标0']");
    finds(&[&with("['甲']"), &twice], &[("lint/duplicate-alias", "'指标0'")]);
}

#[test]
fn references_and_regions_are_looked_at_too() {
    let reference = "[[reference]]\nid = 'gdp'\nname = 'GDP'\nunit = '%'\naliases = ['gdp']\n";
    let text = plan(&["operator = '≥'\nreference = 'gdp'"]);
    finds_in(&format!("{text}{reference}"), &[("lint/duplicate-alias", "'gdp'")]);
    let region = REGIONS.replace("name = '甲县'", "name = '甲县'\naliases = ['甲', '11']");
    let rule = super::filled(0, "operator = '≥'\nthreshold = 60");
    finds_in(&format!("{HEAD}{region}{rule}"), &[("lint/duplicate-alias", "'11'")]);
}
