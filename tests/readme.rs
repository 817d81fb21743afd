//! The READMEs and the pages that they lead to show what the program prints: every
//! `console` block is run, and so is the tour.

#![allow(clippy::unwrap_used)] // a test that can't go on should stop

use std::path::{Path, PathBuf};
use std::process::Command;

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// The lines of the blocks of so many words: `sh tour`.
fn block(page: &str, kind: &str) -> String {
    let path = format!("{}/{page}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once(&format!("\n```{kind}\n")).unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    block.to_owned()
}

#[test]
fn pages_show_real_output() {
    // Where these tests run in GitHub Actions, the summary is not theirs.
    let pages = trycmd::TestCases::new();
    pages.env("GITHUB_STEP_SUMMARY", "");
    pages.case("README.md").case("README.zh-CN.md").case("docs/en/*.md").case("docs/zh/*.md");
}

#[test]
fn readmes_begin_with_the_two_commands() {
    for readme in READMES {
        assert_eq!(block(readme, "sh"), "cargo run --release -- check data/2023.csv\ncargo test\n");
    }
}

#[test]
fn readmes_are_short_enough_to_be_read() {
    for readme in READMES {
        let path = format!("{}/{readme}", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::read_to_string(path).unwrap().lines().count() <= 150, "{readme}");
    }
}

#[test]
fn the_pages_on_databases_show_the_same_commands() {
    let shown = |lang: &str| {
        let path = format!("{}/docs/{lang}/databases.md", env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(path).unwrap();
        let blocks = page.split("```").skip(1).step_by(2).map(str::to_owned);
        blocks.collect::<Vec<_>>()
    };
    assert_eq!(shown("en"), shown("zh"));
    assert!(shown("en").iter().any(|block| block.starts_with("sql query\n")));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn the_tour_can_be_walked_and_leaves_what_it_says() {
    let tours = READMES.map(|readme| block(readme, "sh tour"));
    let commands = |tour: &str| -> Vec<String> {
        tour.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
    };
    assert_eq!(commands(&tours[0]), commands(&tours[1]));
    let folder = tempfile::tempdir().unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    for part in ["data", "tests/readme", "tests/cli/input/diff"] {
        copy(&root.join(part), &folder.path().join(part));
    }
    for command in commands(&tours[0]) {
        let words: Vec<_> = command.split(' ').collect();
        assert_eq!(words[0], "dabiao");
        let mut run = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let output = run.args(&words[1..]).current_dir(folder.path()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{command}: {told}");
    }
    for written in ["岱山县2024.xlsx", "2023.html", "2023.xlsx", "trend.md"] {
        assert!(folder.path().join(written).is_file(), "{written}");
    }
}
