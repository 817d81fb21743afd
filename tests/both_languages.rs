//! The same command in both languages: codes, keys, headers and figures are the same, and
//! English holds no Chinese but what the plan and the data say.
#![allow(clippy::unwrap_used)] // a test that can't go on should stop

use std::path::{Path, PathBuf};
use std::process::Command;

use dabiao::plan::Plan;
use dabiao::render::{FileFormat, Lang};
use dabiao::term::Named;
use serde_json::Value;

#[path = "common/papers.rs"]
#[allow(dead_code)]
mod papers;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const FAULTY: &str = "tests/cli/input/many-faults.csv";
const FORMS: [&str; 3] =
    ["tests/cli/input/forms/2023.csv", "--plan", "tests/cli/input/forms/plan.toml"];

struct Told {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn run(args: &[&str], lang: &str) -> Told {
    let output = Command::new(env!("CARGO_BIN_EXE_dabiao"))
        .args(args)
        .args(["--lang", lang])
        .env("COLUMNS", "120")
        .env("NO_COLOR", "1")
        // Where these tests run in GitHub Actions, the summary is not theirs.
        .env("GITHUB_STEP_SUMMARY", "")
        .current_dir(ROOT)
        .output()
        .unwrap();
    Told {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A value without what people read.
fn bare(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let worded = |key: &str| matches!(key, "message" | "help" | "label");
            let bare = fields.iter().map(|(key, value)| {
                let is_text = worded(key) && value.is_string();
                (key.clone(), if is_text { Value::Null } else { bare(value) })
            });
            Value::Object(bare.collect())
        }
        Value::Array(values) => Value::Array(values.iter().map(bare).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

#[test]
fn what_programs_read_is_the_same_in_both_languages() {
    let check: &[&[&str]] = &[
        &["data/2023.csv"],
        &["data/2023.csv", "--history", "data", "--against", "target"],
        &["data/tasks-2023.csv", "--require", "tasks"],
        &[FAULTY],
        &["nowhere.csv"],
        &FORMS,
    ];
    let mut commands: Vec<Vec<&str>> = Vec::new();
    for format in ["json", "jsonl", "csv"] {
        commands.extend(check.iter().map(|args| [&["check", "--format", format], *args].concat()));
    }
    for format in ["json", "csv"] {
        commands.push(vec!["trend", "data", "--format", format]);
        commands.push(vec!["trend", FAULTY, "--format", format]);
    }
    let faulty = "tests/cli/input/plan/lints.toml";
    commands.extend([
        vec!["plan", "lint", "--format", "json", "--plan", faulty],
        vec!["plan", "lint", "--format", "json", "--plan", "tests/cli/input/plan/many-faults.toml"],
        vec!["plan", "test", "--format", "json"],
        vec!["plan", "schema"],
        vec!["tidy", "data/2023.csv"],
        vec!["tidy", FAULTY],
    ]);
    for args in commands {
        let (zh, en) = (run(&args, "zh"), run(&args, "en"));
        assert_eq!(zh.code, en.code, "{args:?}");
        match zh.stdout.starts_with('{') {
            true => {
                // Whole documents, and one a line.
                let read = |text: &str| -> Vec<Value> {
                    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
                    values.map(|value| bare(&value.unwrap())).collect()
                };
                assert_eq!(read(&zh.stdout), read(&en.stdout), "{args:?}");
            }
            false => assert_eq!(zh.stdout, en.stdout, "{args:?}"),
        }
    }
}

/// The codes of findings in a text: `error[run/no-such-file]`.
fn codes(text: &str) -> Vec<&str> {
    let after = text.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    let is_code = |code: &str| {
        code.contains('/')
            && code.bytes().all(|byte| byte.is_ascii_lowercase() || b"/-".contains(&byte))
    };
    after.map(|(code, _)| code).filter(|code| is_code(code)).collect()
}

fn files(of: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(of).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

/// All that plans and data say, and the names of their files.
fn given() -> String {
    let mut found = Vec::new();
    for folder in ["plan", "data", "tests/cli/input"] {
        files(&Path::new(ROOT).join(folder), &mut found);
    }
    let texts = found.iter().map(|path| {
        let bytes = std::fs::read(path).unwrap();
        format!("{}\n{}\n", path.display(), String::from_utf8_lossy(&bytes))
    });
    texts.collect()
}

/// The runs of Chinese in a text.
fn chinese(text: &str) -> impl Iterator<Item = &str> {
    let is_chinese = |c: char| ('一'..='龥').contains(&c) || "，。；：、（）“”".contains(c);
    text.split(move |c| !is_chinese(c)).filter(|run| !run.is_empty())
}

#[test]
fn english_holds_no_chinese_but_what_the_plan_and_the_data_say() {
    let data = "data/2023.csv";
    let mut commands: Vec<Vec<&str>> = Vec::new();
    for format in ["table", "markdown", "html", "junit", "sarif", "github", "json", "jsonl"] {
        for args in [&[data][..], &[data, "--history", "data"], &[FAULTY], &FORMS] {
            commands.push([&["check", "--format", format], args].concat());
        }
    }
    commands.extend([
        vec!["check", data, "--detail"],
        vec!["check", "data/tasks-2023.csv"],
        vec!["check", "nowhere.csv", "--region", "x", "--indicator", "y"],
        vec!["explain", "9"],
        vec!["explain", "9", data, "--history", "data"],
        vec!["explain", "1", data],
        vec!["explain", "audit/round-figures"],
        vec!["explain", "submission/unknown-region"],
        vec!["trend", "data"],
        vec!["trend", "data", "--format", "json"],
        vec!["plan", "show"],
        vec!["plan", "show", "--tasks"],
        vec!["plan", "lint"],
        vec!["plan", "lint", "--plan", "tests/cli/input/plan/lints.toml"],
        vec!["plan", "lint", "--plan", "tests/cli/input/plan/many-faults.toml"],
        vec!["plan", "test"],
        vec!["tidy", FAULTY],
    ]);
    let given = given();
    let mut alien = Vec::new();
    for args in commands {
        let (zh, en) = (run(&args, "zh"), run(&args, "en"));
        assert_eq!(zh.code, en.code, "{args:?}");
        assert_eq!(codes(&zh.stderr), codes(&en.stderr), "{args:?}");
        for told in [&en.stdout, &en.stderr] {
            let of = chinese(told).filter(|run| !given.contains(run));
            alien.extend(of.map(|run| format!("{args:?}: {run}")));
        }
    }
    alien.dedup();
    assert!(alien.is_empty(), "{}", alien.join("\n"));
}

/// What of the shipped plan and the data stays as it is in English: citations, the number of
/// the document, remarks, and the headings of columns that a place names.
fn quoted() -> String {
    let plan = Plan::built_in().unwrap();
    let mut quoted = plan.head.source.clone().unwrap();
    for indicator in &plan.indicators {
        quoted.push_str(indicator.cite.as_deref().unwrap());
    }
    let mut found = Vec::new();
    files(&Path::new(ROOT).join("data"), &mut found);
    for path in found.iter().filter(|path| path.extension().is_some_and(|it| it == "csv")) {
        let text = std::fs::read_to_string(path).unwrap();
        quoted.push_str(text.lines().next().unwrap());
        let remarks = text.lines().filter_map(|line| line.rsplit_once(','));
        remarks.for_each(|(_, remark)| quoted.push_str(remark));
    }
    quoted
}

#[test]
fn the_names_of_the_shipped_plan_are_english_in_english() {
    let data = "data/2023.csv";
    let mut commands: Vec<Vec<&str>> = Vec::new();
    for format in ["table", "markdown", "html", "junit", "sarif", "github"] {
        commands.push(vec!["check", data, "--history", "data", "--format", format]);
    }
    commands.extend([
        vec!["check", data, "--full"],
        vec!["check", data, "--detail"],
        vec!["check", data, "--region", "普陀区", "--indicator", "4"],
        vec!["check", data, "--indicator", "Employment rat of disabled people"],
        vec!["check", data, "--region", "Dinghi District"],
        vec!["check", "data"],
        vec!["explain", "4", data],
        vec!["explain", "1", data],
        vec!["trend", "data"],
        vec!["diff", "data/2022.csv", data],
        vec!["plan", "show"],
        vec!["plan", "test"],
    ]);
    let quoted = quoted();
    let mut alien = Vec::new();
    for args in commands {
        let en = run(&args, "en");
        // Beside what people read, SARIF has properties that programs read.
        let of_programs = ["\"region\":", "\"name\":"];
        let read = |line: &&str| !of_programs.iter().any(|key| line.trim_start().starts_with(key));
        for told in [&en.stdout, &en.stderr] {
            let of = told.lines().filter(read).flat_map(chinese);
            let of = of.filter(|run| !quoted.contains(run));
            alien.extend(of.map(|run| format!("{args:?}: {run}")));
        }
    }
    alien.dedup();
    assert!(alien.is_empty(), "{}", alien.join("\n"));
}

#[test]
fn the_workbooks_and_documents_of_the_shipped_plan_are_english_in_english() {
    let folder = tempfile::tempdir().unwrap();
    let (before, data) = ("data/2022.csv", "data/2023.csv");
    // The sheet of all verdicts has the values of CSV, where a target names its reference.
    let quoted = quoted() + "GDP年均增长率";
    let mut alien = Vec::new();
    for (ending, format) in [("xlsx", FileFormat::Workbook), ("docx", FileFormat::Document)] {
        let place = |name: &str| folder.path().join(format!("{ending}-{name}"));
        let letters = place("letters").display().to_string();
        run(&["letters", data, "--format", ending, "-o", &letters], "en");
        let mut written = Vec::new();
        files(Path::new(&letters), &mut written);
        assert_eq!(written.len(), 4, "{ending}");
        for (name, args) in [
            ("check", &["check", data, "--history", "data"][..]),
            ("trend", &["trend", "data"]),
            ("diff", &["diff", before, data]),
        ] {
            let file = place(&format!("{name}.{ending}"));
            run(&[args, &["-o", file.to_str().unwrap()]].concat(), "en");
            written.push(file);
        }
        for path in written {
            let text = papers::text(format, &std::fs::read(&path).unwrap());
            assert!(text.len() > 500, "{path:?}");
            let of = text.lines().flat_map(chinese).filter(|run| !quoted.contains(run));
            alien.extend(of.map(|run| format!("{}: {run}", path.display())));
        }
    }
    alien.dedup();
    assert!(alien.is_empty(), "{}", alien.join("\n"));
}

#[test]
fn all_that_the_shipped_plan_names_has_an_english_name() {
    let plan = Plan::built_in().unwrap();
    let mut named: Vec<&Named> = vec![&plan.head.title];
    named.extend(plan.regions.iter().map(|region| &region.name));
    named.extend(plan.references.iter().flat_map(|it| [&it.name, &it.unit]));
    named.extend(plan.groups.iter().map(|group| &group.title));
    for indicator in &plan.indicators {
        let measure = &indicator.measure;
        named.extend([&indicator.name, &measure.unit]);
        let others = [
            &indicator.item,
            &measure.numerator,
            &measure.denominator,
            &measure.count_unit,
            &measure.denominator_unit,
        ];
        named.extend(others.into_iter().flatten());
    }
    for name in named {
        let english = Lang::En.name(name);
        assert_eq!(chinese(english).next(), None, "{english}");
        assert_eq!(english.trim(), english);
    }
}
