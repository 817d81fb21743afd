//! The page that teaches writing a plan: its rules load, and its cases hold.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::collections::BTreeSet;
use std::path::Path;

use dabiao::diagnostic::AuditProblem;
use dabiao::form::Form;
use dabiao::judge;
use dabiao::plan::{Case, Plan, RuleFile, Waiver};

const PAGE: &str = include_str!("../docs/writing-a-plan.md");

/// The blocks of one kind, each with the line it begins on.
fn blocks(kind: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, bool, String)> = None;
    for (number, line) in PAGE.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((number + 2, info == kind, String::new())),
            (Some(_), Some(_)) => {
                let (start, wanted, text) = open.take().unwrap();
                blocks.extend(wanted.then_some((start, text)));
            }
            (Some((.., text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

fn plan() -> Plan {
    // Every line stays where it is on the page, so that a fault says which.
    let mut lines = vec![String::new(); PAGE.lines().count() + 1];
    for (start, text) in blocks("toml head").into_iter().chain(blocks("toml rule")) {
        for (at, line) in text.lines().enumerate() {
            lines[start - 1 + at] = line.to_owned();
        }
    }
    let file = RuleFile::new("docs/writing-a-plan.md", lines.join("\n").into_bytes());
    Plan::load(&[file], &mut |_, path| Err(std::io::Error::other(path.to_owned())))
        .unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[test]
fn the_rules_of_the_page_are_one_plan_with_every_form() {
    let plan = plan();
    for form in Form::ALL {
        let shown = plan.indicators.iter().any(|indicator| indicator.target.form == form);
        assert!(shown, "no example of {}", form.word());
        assert!(PAGE.contains(&format!("：`{}`\n", form.word())), "no section on {}", form.word());
    }
}

#[test]
fn the_cases_of_the_page_hold_and_cover_its_rules() {
    let plan = plan();
    let files: Vec<RuleFile> = blocks("toml cases")
        .into_iter()
        .map(|(start, text)| RuleFile::new(&format!("cases of line {start}"), text.into_bytes()))
        .collect();
    let cases = Case::load(&plan, &files).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let rehearsal = judge::rehearse(&plan, &cases);
    assert!(rehearsal.failures.is_empty(), "{:#?}", rehearsal.failures);
    assert!(cases.len() >= 15);
}

#[test]
fn the_commands_of_the_page_print_what_it_shows() {
    // Where these tests run in GitHub Actions, the summary is not theirs.
    trycmd::TestCases::new().env("GITHUB_STEP_SUMMARY", "").case("docs/writing-a-plan.md");
}

#[test]
fn the_waiver_of_the_page_loads() {
    let files: Vec<RuleFile> = blocks("toml waivers")
        .into_iter()
        .map(|(_, text)| RuleFile::new("waivers.toml", text.into_bytes()))
        .collect();
    assert_eq!(Waiver::load(&Plan::built_in().unwrap(), &files).unwrap().len(), 1);
}

#[test]
fn the_page_names_every_audit() {
    let lacking: Vec<_> = AuditProblem::codes().filter(|code| !PAGE.contains(code)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

/// The page in English is a short one: what may be written stands in its tables.
#[test]
fn the_page_on_plans_names_every_form_and_every_key_of_a_target() {
    let keys = Form::ALL.iter().flat_map(|form| form.keys().iter().copied());
    let named = |word: &&str| {
        let page = include_str!("../docs/en/plans.md");
        page.contains(&format!("`{word}`")) || page.contains(&format!("{word} = "))
    };
    let lacking: Vec<&str> = Form::WORDS.into_iter().chain(keys).filter(|it| !named(it)).collect();
    assert_eq!(lacking, [""; 0]);
}

/// The paths of this repository that a page names between backticks.
fn paths(page: &str) -> Vec<&str> {
    let quoted = page.split('`').skip(1).step_by(2);
    let is_path = |text: &&str| {
        let is_root = |root| text.starts_with(root);
        !text.contains([' ', '*', '<', '\n'])
            && ["src/", "crates/", "tests/", "plan/", "docs/", "data/", "fuzz/"].iter().any(is_root)
    };
    quoted.filter(is_path).collect()
}

#[test]
fn every_path_that_the_pages_of_the_house_name_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["docs/architecture.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root.join(page)).unwrap();
        let named = paths(&text);
        assert!(named.len() > 3, "{page} names {named:?}");
        for path in named {
            assert!(root.join(path).exists(), "{page}: {path}");
        }
    }
}

/// Who reviews the rules as SQL sees what is otherwise. A new one is written by
/// `dabiao plan sql --dialect DIALECT --year 2023`.
#[test]
fn the_sql_of_the_shipped_plan_is_what_is_written_now() {
    for dialect in ["duckdb", "postgresql", "spark"] {
        let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_dabiao"));
        run.args(["plan", "sql", "--year", "2023", "--dialect", dialect])
            .env("DABIAO_NO_CONFIG", "1");
        let output = run.output().unwrap();
        let path = format!("docs/sql/zhoushan-14fyp-2023.{dialect}.sql");
        let shipped = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        assert!(output.status.success() && output.stdout == shipped, "{path} is not written now");
    }
}

/// What is written between the marks of a text in front of what has a stroke in it.
fn stroked(text: &str, mark: char) -> BTreeSet<&str> {
    let is_code = |word: &&str| {
        let is_of_word = |of: &char| of.is_ascii_lowercase() || of.is_ascii_digit() || *of == '-';
        let mut of = word.chars().filter(|of| !is_of_word(of));
        of.next() == Some('/') && of.next().is_none()
    };
    text.lines().flat_map(|line| line.split(mark).filter(is_code)).collect()
}

/// What the SQL says of a figure is what `check` says of it, where that knows such a thing.
#[test]
fn the_reasons_of_the_sql_are_codes_and_stand_in_a_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let steps = std::fs::read_dir(root.join("src/render/sql/steps")).unwrap();
    let steps: Vec<String> = steps.map(|step| read(&step.unwrap().path())).collect();
    let reasons: BTreeSet<&str> = steps.iter().flat_map(|step| stroked(step, '\'')).collect();
    assert!(reasons.len() > 20, "{reasons:?}");
    for (lang, heading) in [("zh", "### 原因"), ("en", "### Reasons")] {
        let folder = root.join("docs").join(lang);
        let page = read(&folder.join("databases.md"));
        let (_, below) = page.split_once(heading).unwrap();
        let rows = below.lines().filter(|line| line.starts_with("| `"));
        let rows = rows.filter_map(|line| line.split('`').nth(1));
        let rows: Vec<&str> = rows.filter(|word| word.contains('/')).collect();
        let told: BTreeSet<&str> = rows.iter().copied().collect();
        assert_eq!((rows.len(), told), (reasons.len(), reasons.clone()), "{lang}");
        let codes = read(&folder.join("codes.md"));
        for reason in reasons.iter().filter(|reason| !reason.starts_with("sql/")) {
            assert!(codes.lines().any(|line| line == format!("## {reason}")), "{lang}: {reason}");
        }
    }
}

/// The rows of the table of limits: of each its numbers and the codes it names.
fn limits(page: &str) -> Vec<(Vec<String>, Vec<&str>)> {
    let rows = page.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|line| {
        let is_part = |c: char| c.is_ascii_digit() || c == ',';
        let numbers = line.split(|c| !is_part(c)).map(|number| number.replace(',', ""));
        let mut numbers: Vec<String> = numbers.filter(|number| !number.is_empty()).collect();
        numbers.sort();
        let mut codes: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        codes.sort_unstable();
        (numbers, codes)
    })
    .collect()
}

/// What the page says in Chinese is what the constants are: see `src/submission/limits.rs`.
#[test]
fn the_pages_on_limits_say_the_same_numbers_of_the_same_things_in_both_languages() {
    let [zh, en] = [include_str!("../docs/zh/limits.md"), include_str!("../docs/en/limits.md")];
    let (zh, en) = (limits(zh), limits(en));
    assert!(zh.len() > 40);
    for (zh, en) in zh.iter().zip(&en) {
        assert_eq!(zh, en);
    }
    assert_eq!(zh.len(), en.len());
    let most = judge::MOST_VERDICTS.to_string();
    let is_of_verdicts = |codes: &[&str]| codes == ["judgement/too-many-verdicts"];
    let bound = zh.iter().find(|(_, codes)| is_of_verdicts(codes)).unwrap();
    assert!(bound.0.contains(&most), "{bound:?}");
}

#[test]
fn every_key_that_a_rule_file_takes_is_on_both_pages() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../plan/schema.json")).unwrap();
    let mut keys = BTreeSet::new();
    let tables = schema["$defs"].as_object().unwrap().iter();
    // The codes of lints are on the page of codes.
    for (_, table) in tables.filter(|(name, _)| *name != "allow").chain([(&String::new(), &schema)])
    {
        let properties = table["properties"].as_object().into_iter().flatten();
        keys.extend(properties.map(|(key, _)| key.clone()));
    }
    assert!(keys.len() > 60, "{keys:?}");
    for page in [PAGE, include_str!("../docs/en/plans.md")] {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let words: BTreeSet<&str> = page.split(|c| !is_word(c)).collect();
        let missing: Vec<&String> = keys.iter().filter(|key| !words.contains(&***key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
