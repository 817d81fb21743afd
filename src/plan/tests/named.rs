//! Names, ids and numbers: each is of one thing alone, and finds it.

use super::{Diagnostic, and, edited, load, refused};
use crate::term::Found;

/// A second indicator; its id is in line 34.
fn and_indicator(id: &str, name: &str, more: &str) -> String {
    and(&format!(
        "[[indicator]]\nid = {id:?}\nname = {name:?}\nattribute = \"任务\"\nunit = \"个\"\n\
         operator = \">\"\nthreshold = 3\n{more}"
    ))
}

#[test]
fn an_id_that_is_taken_is_refused_though_its_rule_has_other_faults() {
    refused(&and_indicator("rate", "乙", ""), &[("plan/duplicate-id", 34, "\"rate\"")]);
    refused(&and_indicator("gdp", "乙", ""), &[("plan/duplicate-id", 20, "\"gdp\"")]);
    let text = and_indicator("rate", "乙", "").replace("threshold = 3", "threshold = 1e3");
    let codes: Vec<_> = load(&text).unwrap_err().iter().map(Diagnostic::code).collect();
    assert!(codes.contains(&"plan/duplicate-id"), "{codes:?}");
}

#[test]
fn a_name_alias_or_number_that_is_taken_is_refused() {
    refused(
        &and_indicator("b", "甲率", "scope = \"city\""),
        &[("plan/duplicate-name", 35, "\"甲率\"")],
    );
    refused(
        &and_indicator("b", " 甲 率", "scope = \"city\""),
        &[("plan/duplicate-name", 35, "\" 甲 率\"")],
    );
    refused(&and_indicator("b", "乙", "number = 1"), &[("plan/duplicate-name", 40, "1")]);
    let alias = "aliases = [\"乙率\", \"RATE\"]";
    refused(&and_indicator("b", "乙", alias), &[("plan/duplicate-name", 40, "\"RATE\"")]);
    let reference = and_indicator("b", "ＧＤＰ增长率", "scope = \"city\"");
    refused(&reference, &[("plan/duplicate-name", 21, "\"GDP增长率\"")]);
}

#[test]
fn a_region_s_code_name_or_alias_that_is_taken_is_refused() {
    let region = |code: &str, name: &str, alias: &str| {
        and(&format!(
            "[[region]]\ncode = {code:?}\nname = {name:?}\nlevel = \"county\"\naliases = [{alias:?}]"
        ))
    };
    refused(&region("0101", "丙县", "丙"), &[("plan/duplicate-name", 34, "\"0101\"")]);
    refused(&region("0102", "乙县", "丙"), &[("plan/duplicate-name", 35, "\"乙县\"")]);
    refused(&region("0102", "丙县", "０１"), &[("plan/duplicate-name", 37, "\"０１\"")]);
    assert!(load(&region("0102", "丙县", "丙县")).is_ok(), "its own name is no clash");
}

#[test]
fn an_english_name_finds_what_it_names() {
    let text = edited("\nthreshold = 60", "\nthreshold = 60\nname-en = \"Rate of A\"");
    let text = format!(
        "{text}\n[[region]]\ncode = \"0102\"\nname = \"丙县\"\nname-en = \"C County\"\nlevel = \"county\""
    );
    let plan = load(&text).unwrap();
    for name in ["Rate of A", " rate OF a", "ＲａｔｅofA"] {
        assert_eq!(plan.series_names.find(name), Some(Found::One(0)), "{name}");
    }
    assert_eq!(plan.series_names.nearest("Rat of A").as_deref(), Some("Rate of A"));
    let region = plan.regions.iter().position(|region| &*region.name == "丙县").unwrap();
    for name in ["C County", "c county", "丙县"] {
        assert_eq!(plan.region_names.find(name), Some(Found::One(region as u32)), "{name}");
    }
    let english = [&plan.indicators[0].name, &plan.head.title].map(|name| name.english());
    assert_eq!(english, [Some("Rate of A"), None]);
}

#[test]
fn an_english_name_that_is_taken_or_is_of_nothing_is_refused() {
    let taken = and_indicator("b", "乙", "name-en = \"RATE\"");
    refused(&taken, &[("plan/duplicate-name", 40, "\"RATE\"")]);
    let taken = and_indicator("b", "乙", "name-en = \"GDP 增长率\"");
    assert!(load(&taken).is_err());
    let alone = and_indicator("b", "乙", "denominator-en = \"people\"");
    assert!(format!("{:?}", load(&alone)).contains("MissingKey { key: \"denominator\" }"));
    let unit = and_indicator("b", "乙", "count-unit-en = \"towns\"");
    assert!(format!("{:?}", load(&unit)).contains("MissingKey { key: \"count-unit\" }"));
}
