//! lint/unused-reference and lint/unused-region

use super::{HEAD, REGIONS, filled, finds, finds_in, plan};

const REFERENCE: &str = "[[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n";

#[test]
fn a_reference_that_nothing_names_is_found() {
    let text = plan(&["operator = '≥'\nthreshold = 60"]);
    finds_in(&format!("{text}{REFERENCE}"), &[("lint/unused-reference", "'gdp'")]);
    let text = plan(&["operator = '≥'\nreference = 'gdp'"]);
    finds_in(&format!("{text}{REFERENCE}"), &[]);
}

#[test]
fn a_series_of_levels_is_used_by_the_growth_that_follows_from_it() {
    let levels = "[[reference]]\nid = 'income'\nname = '收入'\nunit = '元'\n\
                  [[reference]]\nid = 'gdp-level'\nname = '生产总值'\nunit = '元'\n";
    let gdp = format!("{REFERENCE}growth-of = 'gdp-level'\n");
    let text = plan(&["operator = '≥'\nreference = 'gdp'\ngrowth-of = 'income'"]);
    finds_in(&format!("{text}{levels}{gdp}"), &[]);
    let text = plan(&["operator = '≥'\nreference = 'gdp'"]);
    finds_in(&format!("{text}{levels}{gdp}"), &[("lint/unused-reference", "'income'")]);
}

#[test]
fn a_county_is_unused_if_only_the_city_is_judged() {
    let rule = |scope: &str| format!("operator = '≥'\nthreshold = 60\nscope = '{scope}'");
    let (city, county, each) = (rule("city"), rule("county"), rule("each-county"));
    finds(&[&city], &[("lint/unused-region", "'甲县'")]);
    finds(&[&each], &[("lint/unused-region", "'全市'")]);
    finds(&[&county], &[]);
    // A county's part is wanted, though it is not judged.
    finds(&[&rule("total")], &[]);
    finds(&[&city, &each], &[]);
    // Who repeats another, or is in words alone, judges nobody.
    finds(&[&city, &format!("same-as = 'r0'\n{county}")], &[("lint/unused-region", "'甲县'")]);
    finds(&[&city, "form = 'words'"], &[("lint/unused-region", "'甲县'")]);
}

#[test]
fn an_area_is_judged_as_counties_are() {
    let area = "[[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n";
    let rule = filled(0, "operator = '≥'\nthreshold = 60\nscope = 'city'");
    let found = [("lint/unused-region", "'甲县'"), ("lint/unused-region", "'新区'")];
    finds_in(&format!("{HEAD}{REGIONS}{area}{rule}"), &found);
    finds_in(&format!("{HEAD}{REGIONS}{area}{}", rule.replace("'city'", "'county'")), &[]);
    let total = rule.replace("'city'", "'total'");
    finds_in(&format!("{HEAD}{REGIONS}{area}{total}"), &[("lint/unused-region", "'新区'")]);
}

#[test]
fn a_region_that_one_of_several_rules_concerns_is_used() {
    let other = "[[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n";
    let of = |at: usize, whom: &str| {
        filled(at, &format!("operator = '≥'\nthreshold = 60\napplies-to = {whom}"))
    };
    let unused = [("lint/unused-region", "'乙县'")];
    for (whom, expected) in [
        (["['甲县']", "['甲县']"], &unused[..]),
        (["['甲县']", "['乙县']"], &[]),
        (["['甲县', '乙县']", "['甲县']"], &[]),
    ] {
        let rules: String = whom.iter().enumerate().map(|(at, whom)| of(at, whom)).collect();
        finds_in(&format!("{HEAD}{REGIONS}{other}{rules}"), expected);
    }
}

#[test]
fn where_nothing_is_judged_nobody_is_missed() {
    finds(&["form = 'words'"], &[]);
}

#[test]
fn the_regions_of_a_roster_are_not_looked_at() {
    let rule = filled(0, "operator = '≥'\nthreshold = 60\nscope = 'city'");
    let text = format!("{HEAD}roster = 'r.csv'\n{rule}");
    let roster = "code,name,level,within\n10,全市,city,\n11,甲县,county,10\n";
    let plan = super::common::load_with_roster(&text, roster);
    assert!(dabiao::judge::lint(&plan).found.is_empty());
}
