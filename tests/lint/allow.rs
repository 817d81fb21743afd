//! `allow`, and lint/unused-allow

use dabiao::report::Exit;

use super::{HEAD, REGIONS, filled, finds, finds_in, lint, plan};

const KEPT: &str = "form = 'kept'\noperator = '≥'\nthreshold = 99\nbaseline = 98.90";

/// What is allowed in a plan of these rules, where nothing is left: codes and reasons.
#[track_caller]
fn allows(text: &str, expected: &[(&str, &str)]) {
    let report = lint(text);
    assert!(report.found.is_empty(), "{:#?}", report.found);
    assert_eq!(report.exit(), Exit::Passed);
    let allowed: Vec<_> = report
        .allowed
        .iter()
        .map(|allowed| (allowed.found.code(), allowed.reason.as_str()))
        .collect();
    assert_eq!(allowed, expected, "{text}");
}

#[test]
fn what_is_meant_so_is_counted_with_its_reason() {
    let rule = format!("{KEPT}\nallow = {{ 'lint/kept-not-held' = '原文如此' }}");
    allows(&plan(&[&rule]), &[("lint/kept-not-held", "原文如此")]);
}

#[test]
fn of_two_rules_either_may_say_that_it_is_meant() {
    let allow = "allow = { 'lint/differs' = '两处不同' }";
    let one = "operator = '≥'\nthreshold = 60";
    let other = "same-as = 'r0'\noperator = '≥'\nthreshold = 61";
    let expected = [("lint/differs", "两处不同")];
    allows(&plan(&[one, &format!("{other}\n{allow}")]), &expected);
    allows(&plan(&[&format!("{one}\n{allow}"), other]), &expected);
    // Both may; then both are of use.
    allows(&plan(&[&format!("{one}\n{allow}"), &format!("{other}\n{allow}")]), &expected);
}

#[test]
fn references_and_regions_may_be_meant_so_too() {
    let reference = "[[reference]]\nid = 'gdp'\nname = 'GDP'\nunit = '%'\n\
                     allow = { 'lint/unused-reference' = '备用' }\n";
    let text = plan(&["operator = '≥'\nthreshold = 60"]);
    allows(&format!("{text}{reference}"), &[("lint/unused-reference", "备用")]);
    let region = format!("{REGIONS}allow = {{ 'lint/unused-region' = '只判定全市' }}\n");
    let rule = filled(0, "operator = '≥'\nthreshold = 60\nscope = 'city'");
    allows(&format!("{HEAD}{region}{rule}"), &[("lint/unused-region", "只判定全市")]);
}

#[test]
fn what_is_allowed_and_not_there_is_found_at_its_code() {
    let rule = "operator = '≥'\nthreshold = 60\nallow = { 'lint/differs' = '无' }";
    finds(&[rule], &[("lint/unused-allow", "'lint/differs'")]);
    // Another rule's finding is not this one's.
    let text =
        plan(&[KEPT, "operator = '≥'\nthreshold = 60\nallow = { 'lint/kept-not-held' = '无' }"]);
    let expected =
        [("lint/kept-not-held", "'kept'"), ("lint/unused-allow", "'lint/kept-not-held'")];
    finds_in(&text, &expected);
}

#[test]
fn that_an_allowance_is_kept_in_store_may_be_meant_too() {
    let store = "allow = { 'lint/differs' = '备用', 'lint/unused-allow' = '留待修订' }";
    let rule = format!("operator = '≥'\nthreshold = 60\n{store}");
    allows(&plan(&[&rule]), &[("lint/unused-allow", "留待修订")]);
    let alone = "operator = '≥'\nthreshold = 60\nallow = { 'lint/unused-allow' = '无' }";
    finds(&[alone], &[("lint/unused-allow", "'lint/unused-allow'")]);
}
