//! The command line, as transcripts: `tests/cli/*.trycmd`, run from the repository's root
//! 80 columns wide, `tests/cli/wide/*.trycmd`, 120 columns wide, and
//! `tests/cli/columns/*.trycmd`, as wide as their names say.
//!
//! What a program with Parquet names beside other formats and endings is left open by `[..]`, so
//! that the same transcripts are of it.
//!
//! `DABIAO=PATH` has them run by another build of the program, a release build above all:
//! what is looked at in debug builds alone can break it.

#[allow(clippy::unwrap_used)] // a test that can't go on should stop
#[path = "common/commands.rs"]
mod commands;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// After a change that is meant, `TRYCMD=overwrite cargo test --test cli` writes them
/// anew; read the difference before you commit it.
#[test]
fn transcripts() {
    run("tests/cli/*.trycmd", "80");
}

#[test]
fn wide_transcripts() {
    run("tests/cli/wide/*.trycmd", "120");
}

#[test]
fn transcripts_of_every_width() {
    for columns in ["60", "80", "120", "200"] {
        run(&format!("tests/cli/columns/{columns}.trycmd"), columns);
    }
}

/// `tests/cli/settings/`: each begins in a folder with a `dabiao.toml`.
#[test]
fn transcripts_of_settings() {
    all(&trycmd::TestCases::new(), "tests/cli/settings/*.trycmd", "80")
        .env("DABIAO_NO_CONFIG", "0");
}

fn run(cases: &str, columns: &str) {
    // No dabiao.toml of whoever runs them has a say.
    all(&trycmd::TestCases::new(), cases, columns).env("DABIAO_NO_CONFIG", "1");
}

#[allow(clippy::expect_used)] // a test that can't go on should stop
fn all<'t>(cases: &'t trycmd::TestCases, path: &str, columns: &str) -> &'t trycmd::TestCases {
    cases
        .env("COLUMNS", columns)
        .env("NO_COLOR", "1")
        // Where these tests run in GitHub Actions, the summary is not theirs.
        .env("GITHUB_STEP_SUMMARY", "")
        .insert_var("[VERSION]", env!("CARGO_PKG_VERSION"))
        .expect("the name of a variable is in capitals")
        .register_bin("dabiao", program())
        .case(path)
}

/// The program, as it was built with the tests or as `DABIAO` names it.
#[allow(clippy::unwrap_used)] // a test that can't go on should stop
fn program() -> PathBuf {
    match std::env::var_os("DABIAO") {
        Some(path) => std::fs::canonicalize(path).unwrap(),
        None => env!("CARGO_BIN_EXE_dabiao").into(),
    }
}

#[test]
fn every_command_does_what_it_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut untried: Vec<String> =
        commands::commands(&program(), &[]).iter().map(|words| words.join(" ")).collect();
    assert!(untried.len() > 12, "{untried:?}");
    for (line, code) in [
        ("check data/2023.csv", 1),
        ("explain 9", 0),
        ("explain run/too-large", 0),
        ("letters data/2023.csv -o FOLDER", 1),
        ("trend data", 0),
        ("diff data/2022.csv data/2023.csv", 1),
        ("tidy data/2023.csv", 0),
        ("template --year 2024", 0),
        ("init FOLDER/new", 0),
        ("plan show", 0),
        ("plan new tests/cli/input/table/shapes.csv", 0),
        ("plan test", 0),
        ("plan lint", 0),
        ("plan diff plan plan", 0),
        ("plan requirements", 0),
        ("plan sql --dialect duckdb --year 2023", 0),
        ("plan schema", 0),
        ("completions bash", 0),
        ("completions zsh", 0),
        ("completions fish", 0),
        ("man", 0),
        ("man -o FOLDER", 0),
    ] {
        let mut run = Command::new(program());
        run.args(line.replace("FOLDER", folder.path().to_str().unwrap()).split(' '));
        run.current_dir(env!("CARGO_MANIFEST_DIR")).env("DABIAO_NO_CONFIG", "1");
        let output = run.stdin(Stdio::null()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{line}\n{told}");
        assert_eq!(output.stdout.is_empty(), line.contains("FOLDER"), "{line}\n{told}");
        untried.retain(|words| !line.starts_with(words.as_str()));
    }
    assert!(untried.is_empty(), "{untried:?}");
}

/// `dabiao check … | head -1`, whatever is written: the reader is gone before anything is.
#[test]
fn a_closed_pipe_is_no_error() {
    for (line, code) in [
        ("check data/2023.csv", 1),
        ("check data/2023.csv --format json", 1),
        ("check data/2023.csv --format csv", 1),
        ("check data/2023.csv --format junit", 1),
        ("check data/2023.csv --format html", 1),
        ("tidy data/2023.csv", 0),
        ("trend data --format csv", 0),
        ("diff data/2022.csv data/2023.csv --format csv", 1),
        ("template --year 2024", 0),
        ("--help", 0),
        ("check --help", 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut run = Command::new(program());
        run.args(line.split(' ')).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = run.stdin(Stdio::null()).stdout(writer).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{line}\n{said}");
        assert!(!said.contains("run/unwritable"), "{line}\n{said}");
    }
}

/// `pbpaste | dabiao plan new -`: a table from the clipboard.
#[test]
fn a_table_is_read_from_standard_input() {
    let mut new = Command::new(program());
    new.args(["plan", "new", "-", "--lang", "en"]).stdin(Stdio::piped());
    let mut child = new.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let table = "指标\t2025年目标\n残疾人就业率\t≥60%\n";
    child.stdin.take().unwrap().write_all(table.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let drafted = String::from_utf8(output.stdout).unwrap();
    assert!(drafted.contains("threshold = 60\ncite = \"原表 第1行\"\n"), "{drafted}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "rows written as rules: 1; rows left as comments: 0\n");
}

/// GitHub Actions shows what steps have added to a file of that name.
#[test]
fn the_summary_of_a_step_gets_the_table_and_keeps_what_it_had() {
    let folder = tempfile::tempdir().unwrap();
    let summary = folder.path().join("summary");
    std::fs::write(&summary, "# 以前的").unwrap();
    let check = |path: &str, format: &str| {
        let mut check = Command::new(program());
        check.current_dir(env!("CARGO_MANIFEST_DIR")).env("GITHUB_STEP_SUMMARY", &summary);
        check.args(["check", path, "--indicator", "4", "--report", format]).stdin(Stdio::null());
        check.output().unwrap()
    };
    let output = check("data/2023.csv", "github");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.starts_with(b"::error file=data/2023.csv,line=23,"));
    check("data/2023.csv", "junit");
    check("data/2032.csv", "github=/dev/null");
    let text = std::fs::read_to_string(&summary).unwrap();
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(heads[0], "# 以前的");
    assert_eq!(heads.iter().filter(|head| head.starts_with("## ")).count(), 2, "{text}");
    assert!(text.contains("| **66.67% 滞后** |"), "{text}");
    assert!(text.contains("未作判定"), "{text}");

    std::fs::remove_file(&summary).unwrap();
    std::fs::create_dir(&summary).unwrap();
    let output = check("data/2023.csv", "github");
    assert_eq!(output.status.code(), Some(2), "a summary that can't be written is told");
    assert!(String::from_utf8_lossy(&output.stderr).contains("[run/unwritable]"));
}

/// A link stays a link, and a device a device.
#[cfg(unix)]
#[test]
fn a_report_is_written_through_a_link_and_into_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file"), folder.path().join("link.txt"));
    std::fs::write(&file, "").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let mut check = Command::new(program());
    check.current_dir(env!("CARGO_MANIFEST_DIR"));
    check.args(["check", "data/2023.csv", "--indicator", "4", "--report", "csv=/dev/null", "-o"]);
    assert_eq!(check.arg(&link).output().unwrap().status.code(), Some(1));
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(std::fs::read_to_string(&file).unwrap().contains("残疾人之家覆盖率"));
    assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
}

/// In bash itself where it is there.
#[test]
#[cfg(unix)]
fn values_are_completed() {
    let script = |shell| {
        let output = Command::new(program()).args(["completions", shell]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for shell in ["zsh", "fish"] {
        for word in ["定海区", "330902", "employment-rate", "audit/sum-falls"] {
            assert!(script(shell).contains(word), "{shell}: {word}");
        }
    }
    let modern = Command::new("bash").args(["-c", "((BASH_VERSINFO[0] >= 4))"]).status();
    if !modern.is_ok_and(|status| status.success()) {
        return;
    }
    let ask = "COMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); \
               _dabiao \"$1\" \"${@: -1}\" \"${@: -2:1}\"; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let ask = format!("{}\n{ask}", script("bash"));
    for (line, words) in [
        ("check --region 定", vec!["定海区"]),
        ("trend data --region 33092", vec!["330921", "330922"]),
        ("template --region 普", vec!["普陀区"]),
        ("plan show --region 岱", vec!["岱山县"]),
        ("letters --indicator employment", vec!["employment-rate"]),
        ("check --indicator 残疾人就", vec!["残疾人就业率"]),
        ("explain 残疾人之家覆", vec!["残疾人之家覆盖率"]),
        ("explain submission/year-c", vec!["submission/year-conflict"]),
        ("check --deny audit/sum", vec!["audit/sum-falls"]),
        ("check --report j", vec!["json", "jsonl", "junit"]),
        ("diff --report j", vec!["json"]),
        ("check --format j", vec!["json", "jsonl", "junit"]),
        ("check --allow run", vec![""]),
    ] {
        let mut bash = Command::new("bash");
        bash.args(["--norc", "-c", &ask, "bash", "dabiao"]).args(line.split(' '));
        let output = bash.stdin(Stdio::null()).output().unwrap();
        let offered = String::from_utf8(output.stdout).unwrap();
        assert_eq!(offered.lines().collect::<Vec<_>>(), words, "{line}");
    }
}
