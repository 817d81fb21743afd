//! `plan/schema.json`, held against the loader by a validator that is not ours: what
//! loads validates, and what does not validate does not load.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use dabiao::form::Form;
use dabiao::plan::{
    BUILT_IN, Case, Plan, RuleFile, Waiver, cases_schema, schema, targets_schema, waivers_schema,
};
use jsonschema::Validator;
use serde_json::Value;

const BASE: &str = "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\n[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n\
    [[reference]]\nid = 'income'\nname = '收入'\nunit = '元'\n\
    [[group]]\nid = 'g'\ntitle = '专栏'\n\
    [[indicator]]\nid = 'first'\nname = '首项'\nattribute = '任务'\nform = 'words'\n\
    [[indicator]]\nid = 'second'\nname = '次项'\nattribute = '任务'\nform = 'milestone'\n\
    [[indicator]]\nid = 'third'\nname = '三项'\nattribute = '任务'\nform = 'milestone'\n\
    [[indicator]]\nid = 'ranked'\nname = '四项'\nattribute = '任务'\nunit = '%'\noperator = '≥'\n\
    threshold = 60\n";

/// What each form needs beside id, name and attribute.
fn sound(form: Form) -> &'static [(&'static str, &'static str)] {
    const UNIT: (&str, &str) = ("unit", "'个'");
    const AT_LEAST: (&str, &str) = ("operator", "'≥'");
    const SIXTY: (&str, &str) = ("threshold", "60");
    match form {
        Form::Level
        | Form::Kept
        | Form::Sum
        | Form::EachYear
        | Form::Multiple
        | Form::Mean
        | Form::Growth => &[UNIT, AT_LEAST, SIXTY],
        Form::Relative => &[("unit", "'%'"), AT_LEAST, ("reference", "'gdp'")],
        Form::Change | Form::YearOnYear => &[UNIT, AT_LEAST, SIXTY, ("change", "'absolute'")],
        Form::AnyOf => &[("any-of", "['second', 'third']")],
        Form::AllOf => &[("all-of", "['second', 'third']")],
        Form::Share => &[("unit", "'%'"), ("share-of", "'second'"), AT_LEAST, SIXTY],
        Form::Rank => &[("unit", "'位'"), ("rank-of", "'ranked'"), AT_LEAST, SIXTY],
        Form::Milestone | Form::Words => &[],
        Form::FullCoverage => &[("unit", "'%'")],
    }
}

/// A rule of a form, its keys by their names.
fn rule(form: Form) -> BTreeMap<&'static str, String> {
    let mut rule: BTreeMap<_, _> =
        sound(form).iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    rule.insert("id", "'i'".to_owned());
    rule.insert("name", "'指标'".to_owned());
    rule.insert("attribute", "'约束性'".to_owned());
    rule.insert("form", format!("'{}'", form.word()));
    rule
}

fn written(rule: &BTreeMap<&str, String>) -> String {
    let lines: String = rule.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
    format!("[[indicator]]\n{lines}")
}

/// Whether a rule loads beside the others.
fn rule_loads(rule: &str) -> bool {
    loads(&format!("{BASE}{rule}"))
}

fn loads(text: &str) -> bool {
    let file = RuleFile::new("plan.toml", text.as_bytes().to_vec());
    Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster"))).is_ok()
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn json(text: &str) -> Option<Value> {
    serde_json::to_value(text.parse::<toml::Table>().ok()?).ok()
}

/// The keys of a table in the schema.
fn keys(table: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    schema["$defs"][table]["properties"].as_object().unwrap().keys().cloned().collect()
}

/// The TOML files of the tests.
fn rule_files() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_committed_schema_is_what_the_program_prints() {
    let committed = include_str!("../plan/schema.json");
    assert_eq!(committed, schema(), "cargo run -- plan schema > plan/schema.json");
    let mut print = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    let output = print.args(["plan", "schema"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), committed);
    assert!(output.stderr.is_empty());
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
}

#[test]
fn the_rules_of_the_built_in_plan_name_the_schema_first() {
    for (name, text) in BUILT_IN {
        assert!(text.starts_with("#:schema ./schema.json\n"), "{name}");
    }
}

#[test]
fn rule_files_that_load_validate() {
    let mut texts: Vec<_> = BUILT_IN.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    for file in rule_files() {
        let text = std::fs::read_to_string(&file).unwrap();
        if loads(&text) {
            texts.push((file.display().to_string(), text));
        }
    }
    assert!(texts.len() > BUILT_IN.len() + 2, "{}", texts.len());
    let validator = validator();
    for (name, text) in texts {
        let value = json(&text).unwrap();
        let faults: Vec<_> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let is_chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let mut tables = vec![&schema];
    tables.extend(schema["$defs"].as_object().unwrap().values());
    for table in tables {
        for (key, property) in table["properties"].as_object().unwrap() {
            if key.starts_with("lint/") {
                continue;
            }
            let referred = property["$ref"].as_str().and_then(|to| to.rsplit('/').next());
            let own = property["description"].as_str();
            let text = own.or_else(|| schema["$defs"][referred?]["description"].as_str());
            let (zh, en) = text.and_then(|text| text.split_once(" / ")).unwrap_or_else(|| {
                panic!("{key} has no description in both languages: {text:?}");
            });
            assert!(is_chinese(zh), "{key}: {zh}");
            assert!(!is_chinese(en), "{key}: {en}");
        }
        assert_eq!(table["additionalProperties"], false);
    }
}

#[test]
fn a_rule_of_every_form_loads_and_validates() {
    let validator = validator();
    for form in Form::ALL {
        let text = written(&rule(form));
        assert!(rule_loads(&text), "{text}");
        assert!(validator.is_valid(&json(&text).unwrap()), "{text}");
    }
}

#[test]
fn a_key_that_a_form_has_to_have_is_asked_for_by_both() {
    let validator = validator();
    for form in Form::ALL {
        let common = ["id", "name", "attribute"];
        let unit = form.is_measured().then_some("unit");
        for key in common.iter().copied().chain(unit).chain(form.required().iter().copied()) {
            let mut rule = rule(form);
            assert!(rule.remove(key).is_some(), "{key} of {form:?}");
            let text = written(&rule);
            assert!(!rule_loads(&text), "{text}");
            assert!(!validator.is_valid(&json(&text).unwrap()), "{text}");
        }
        // Nothing else has to be there.
        assert_eq!(rule(form).len(), common.len() + 1 + sound(form).len());
    }
}

#[test]
fn a_key_of_another_form_is_refused_by_both() {
    let validator = validator();
    let values = [
        ("operator", "'≥'"),
        ("threshold", "60"),
        ("tolerance", "1"),
        ("about", "1"),
        ("baseline", "50"),
        ("baseline-year", "2019"),
        ("milestones", "{ 2022 = 55 }"),
        ("pace", "'at-end'"),
        ("growth", "true"),
        ("change", "'absolute'"),
        ("reported", "'level'"),
        ("reference", "'gdp'"),
        ("growth-of", "'income'"),
        ("any-of", "['second', 'third']"),
        ("all-of", "['second', 'third']"),
        ("share-of", "'second'"),
        ("rank-of", "'ranked'"),
        ("due", "2023"),
    ];
    for form in Form::ALL {
        assert!(form.keys().iter().all(|key| values.iter().any(|(known, _)| known == key)));
        for (key, value) in values {
            let mut rule = rule(form);
            rule.insert(key, value.to_owned());
            if key == "tolerance" && form.keys().contains(&key) {
                rule.insert("operator", "'±'".to_owned());
            }
            let (text, is_own) = (written(&rule), form.keys().contains(&key));
            assert_eq!(rule_loads(&text), is_own, "{text}");
            assert_eq!(validator.is_valid(&json(&text).unwrap()), is_own, "{text}");
        }
    }
}

/// Values of every type, and words that some key knows.
const VALUES: [&str; 40] = [
    "'x'",
    "''",
    "' '",
    "0",
    "-1",
    "2",
    "60.5",
    "2023",
    "20230",
    "true",
    "{}",
    "{ 2022 = 5 }",
    "{ 22 = 5 }",
    "{ 2022 = 'x' }",
    "{ 'lint/no-cite' = '理由' }",
    "{ 'lint/none' = '理由' }",
    "[]",
    "[1]",
    "[2, 3]",
    "['x', 'y']",
    "2023-01-01",
    "'%'",
    "'％'",
    "'≥'",
    "'≥ '",
    "'<='",
    "'='",
    "'±'",
    "'between'",
    "'city'",
    "'each-county'",
    "'none'",
    "'any'",
    "'linear'",
    "'at-end'",
    "'percent'",
    "'任务'",
    "'gdp'",
    "'g'",
    "'first'",
];

#[test]
fn the_schema_refuses_nothing_that_loads() {
    let validator = validator();
    assert!(validator.is_valid(&json(BASE).unwrap()), "what stands beside each rule");
    let (mut refused, mut valid) = (0, 0);
    for form in Form::ALL {
        for key in keys("indicator").iter().map(String::as_str).chain(["unknown"]) {
            let values = VALUES.iter().map(|value| Some((*value).to_owned()));
            let forms = Form::WORDS.iter().map(|word| Some(format!("'{word}'")));
            let forms = forms.filter(|_| key == "form");
            for value in values.chain(forms).chain([None]) {
                let mut rule = rule(form);
                match value {
                    Some(value) => rule.insert(key, value),
                    None => rule.remove(key),
                };
                let text = written(&rule);
                let Some(value) = json(&text) else { panic!("no TOML: {text}") };
                if validator.is_valid(&value) {
                    valid += 1;
                } else {
                    assert!(!rule_loads(&text), "the schema alone refuses\n{text}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 5000 && valid > 1000, "{refused} refused, {valid} valid");
}

#[test]
fn the_other_tables_refuse_nothing_that_loads_either() {
    let validator = validator();
    let plan = common::load(BASE);
    assert_eq!(plan.indicators.len(), 4);
    let mut refused = 0;
    for table in ["plan", "region", "reference", "group"] {
        let head = if table == "plan" { "[plan]" } else { &format!("[[{table}]]") };
        let (before, rest) = BASE.split_once(&format!("{head}\n")).unwrap();
        let end = rest.find('[').unwrap();
        let (own, after) = rest.split_at(end);
        for key in keys(table).iter().map(String::as_str).chain(["unknown"]) {
            for value in
                VALUES.iter().map(|value| format!("{key} = {value}\n")).chain([String::new()])
            {
                let kept = own.lines().filter(|line| !line.starts_with(&format!("{key} =")));
                let lines: String = kept.map(|line| format!("{line}\n")).collect();
                let text = format!("{before}{head}\n{lines}{value}{after}");
                if !validator.is_valid(&json(&text).unwrap()) {
                    assert!(!loads(&text), "the schema alone refuses\n{text}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn cases_and_waivers_have_schemas_that_refuse_nothing_that_loads() {
    let plan = Plan::built_in().unwrap();
    let files = |texts: &str| [RuleFile::new("a.toml", texts.as_bytes().to_vec())];
    let case = |more: &str| format!("[[case]]\nindicator = 9\nyear = 2023\n{more}\n");
    let checked = |check: &str| case(&format!("checks = [{{ {check} }}]"));
    let waiver = |more: &str| {
        format!(
            "[[waiver]]\nindicator = '9'\nregion = '定海区'\nyear = 2023\nreason = '台风'\n\
             approved-by = '市残联'\n{more}\n"
        )
    };
    let schema = |text: String| {
        let schema: Value = serde_json::from_str(&text).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
        jsonschema::draft202012::new(&schema).unwrap()
    };
    let (cases, waivers) = (schema(cases_schema()), schema(waivers_schema()));
    for (text, sound) in [
        (checked("value = '60%', outcome = 'met', margin = 0.5"), true),
        (checked("numerator = '6', denominator = '10', outcome = '达标', margin = '0'"), true),
        (checked("value = '1', outcome = '滞后', requirement = '≥55.944', count = -4"), true),
        (case("history = [{ year = 2020, value = '50%' }]\nchecks = []"), false),
        (checked("value = 60, outcome = 'met'"), false),
        (checked("value = '60%', outcome = '合格'"), false),
        (checked("value = '60%', outcom = 'met'"), false),
        (case(""), false),
    ] {
        assert_eq!(Case::load(&plan, &files(&text)).is_ok(), sound, "{text}");
        // That there must be a check is left to the loader.
        let valid = cases.is_valid(&json(&text).unwrap()) && !text.contains("[]");
        assert_eq!(valid, sound, "{text}");
    }
    for (text, sound) in [
        (waiver("expires = 2024-06-30"), true),
        (waiver("expires = '2024-06-30'"), true),
        (waiver(""), false),
        (waiver("expires = 2024-06-30\nuntil = 3"), false),
    ] {
        assert_eq!(Waiver::load(&plan, &files(&text)).is_ok(), sound, "{text}");
        assert_eq!(waivers.is_valid(&json(&text).unwrap()), sound, "{text}");
    }
    for file in rule_files().iter().filter(|path| path.to_string_lossy().ends_with(".cases.toml")) {
        let text = std::fs::read_to_string(file).unwrap();
        let Some(value) = json(&text) else { continue };
        let faulty = Case::load(&plan, &files(&text)).is_err();
        assert!(faulty || cases.is_valid(&value), "{}", file.display());
    }
    for (of, printed) in [
        ("--cases", cases_schema()),
        ("--waivers", waivers_schema()),
        ("--targets", targets_schema()),
    ] {
        let mut print = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let output = print.args(["plan", "schema", of]).output().unwrap();
        assert_eq!((output.status.code(), output.stdout), (Some(0), printed.into_bytes()));
    }
}
