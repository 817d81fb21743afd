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
        assert_eq!(block(readme, "sh"), "cargo run -- check data/2023.csv\ncargo test\n");
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

/// All pages under `docs`, from there.
fn pages() -> Vec<String> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut pages = Vec::new();
    for folder in ["", "en/", "zh/"] {
        for entry in std::fs::read_dir(docs.join(folder)).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            pages.extend(name.ends_with(".md").then(|| format!("{folder}{name}")));
        }
    }
    pages
}

/// Where the links of a page lead that stay in the repository, without what is behind `#`.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.filter(|link| !link.contains("://") && !link.contains(char::is_whitespace));
    links.map(|link| link.split('#').next().unwrap()).filter(|link| !link.is_empty())
}

#[test]
fn every_page_is_in_the_book_and_every_link_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let summary = std::fs::read_to_string(root.join("docs/SUMMARY.md")).unwrap();
    let listed: Vec<&str> = links(&summary).collect();
    for page in pages() {
        let is_listed = listed.contains(&page.as_str()) || page == "SUMMARY.md";
        assert!(is_listed, "docs/SUMMARY.md lacks {page}");
    }
    let pages = pages().into_iter().map(|page| format!("docs/{page}"));
    let docs = root.join("docs").canonicalize().unwrap();
    for page in pages.chain(READMES.map(str::to_owned)) {
        let path = root.join(&page);
        let text = std::fs::read_to_string(&path).unwrap();
        for link in links(&text) {
            let to = path.parent().unwrap().join(link);
            assert!(to.exists(), "{page}: {link}");
            // The book has what lies in docs alone.
            let is_in = |path: &Path| path.canonicalize().unwrap().starts_with(&docs);
            assert!(is_in(&to) || !is_in(&path), "{page}: {link} leaves the book");
        }
    }
}

#[test]
fn the_pages_of_codes_are_those_of_the_program() {
    for lang in ["zh", "en"] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let told = run.args(["explain", "--codes", "--lang", lang]).output().unwrap();
        let path = format!("{}/docs/{lang}/codes.md", env!("CARGO_MANIFEST_DIR"));
        let page = std::fs::read_to_string(&path).unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told == page, "run `dabiao explain --codes --lang {lang} > docs/{lang}/codes.md`");
    }
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
