//! Which files are read, and where the trend goes.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::common::HEADER;

/// `dabiao trend` in a folder of one test.
fn trend(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut trend = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    trend.current_dir(folder).arg("trend").args(arguments);
    trend.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = trend.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_folder_means_its_submissions_sorted_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir_all(folder.path().join("data/2019.csv")).unwrap();
    for (name, year) in [("2023.csv", 2023), ("2021.CSV", 2021), ("2022.csv", 2022)] {
        write(&format!("data/{name}"), &format!("{HEADER}\n{year},定海区,就业率,5{year}%,,,\n"));
    }
    write("data/._2023.csv", "hidden");
    write("data/notes.md", "no figures");
    write("data/2019.csv/2020.csv", "deeper down");
    let output = trend(folder.path(), &["data", "--format", "json"], "");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let inputs = document["run"]["inputs"].as_array().unwrap();
    let paths: Vec<_> = inputs.iter().map(|input| input["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["data/2021.CSV", "data/2022.csv", "data/2023.csv"]);
}

#[test]
fn a_trend_goes_to_a_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    let rows = format!("{HEADER}\n2022,定海区,就业率,54%,,,\n2023,定海区,就业率,57%,,,\n");
    fs::write(folder.path().join("all.csv"), rows).unwrap();
    let output = trend(folder.path(), &["all.csv", "--format", "csv", "-o", "trend.csv"], "");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
    let written = fs::read_to_string(folder.path().join("trend.csv")).unwrap();
    assert!(written.starts_with("indicator,") && written.contains(",57,"), "{written}");
    // A file of ours is replaced, in every format.
    for name in ["trend.csv", "trend.md", "trend.json", "trend.txt"] {
        for _ in 0..2 {
            let output = trend(folder.path(), &["all.csv", "-o", name], "");
            assert_eq!(output.status.code(), Some(0), "{name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_trend_is_read_from_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let rows = format!("{HEADER}\n2020,定海区,就业率,40%,,,\n2021,定海区,就业率,44%,,,\n");
    let arguments = ["/dev/stdin", "--format", "json", "--indicator", "9", "--region", "定海区"];
    let output = trend(folder.path(), &arguments, &rows);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let requirement = &document["trends"][0]["years"][1]["requirement"];
    assert_eq!(
        (&requirement["value"], &requirement["baseline"]),
        (&"44".into(), &"history".into())
    );
}
