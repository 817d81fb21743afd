//! The command line, as transcripts: `tests/cli/*.trycmd`, run from the repository's root
//! 80 columns wide, and `tests/cli/wide/*.trycmd`, 120 columns wide.

use std::io::{Read, Write};
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

#[allow(clippy::expect_used)] // a test that can't go on should stop
fn run(cases: &str, columns: &str) {
    trycmd::TestCases::new()
        .env("COLUMNS", columns)
        .env("NO_COLOR", "1")
        .insert_var("[VERSION]", env!("CARGO_PKG_VERSION"))
        .expect("the name of a variable is in capitals")
        .case(cases);
}

/// `dabiao check … | head -1`: the reader leaves while the program still writes.
#[test]
fn a_closed_pipe_is_no_error() {
    let check = || {
        let mut check = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        check.current_dir(env!("CARGO_MANIFEST_DIR"));
        check.args(["check", "data/2023.csv", "data/2022.csv", "data/2021.csv"]);
        check.args(["--format", "json"]).stdin(Stdio::null());
        check
    };
    let whole = check().output().unwrap();
    assert_eq!(whole.status.code(), Some(1));
    // Well beyond the 64 KiB of a pipe: the program can't be done before it is closed.
    assert!(whole.stdout.len() > 128 * 1024, "{} bytes", whole.stdout.len());

    let mut child = check().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut line = [0; 2];
    stdout.read_exact(&mut line).unwrap();
    assert_eq!(&line, b"{\n");
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// `pbpaste | dabiao plan new -`: a table from the clipboard.
#[test]
fn a_table_is_read_from_standard_input() {
    let mut new = Command::new(env!("CARGO_BIN_EXE_dabiao"));
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
