//! What the program writes, and what it never writes over.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/commands.rs"]
mod commands;
mod endings;
mod inputs;
mod others;
mod pager;
mod places;
mod signals;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a county sent, in the canonical layout; 示例数据.
pub(crate) const SENT: &str = "年份,地区,指标,数值,分子,分母,备注\n\
    2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据\n\
    2023,定海区,残疾人之家覆盖率,百分之九十,,,这一行不能采用\n";

/// A folder of its own, and runs of the program in it.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.put("2023.csv", SENT);
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Everything in it, by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        command.args(line.split_whitespace()).current_dir(self.folder.path());
        command.env("COLUMNS", "80").env("NO_COLOR", "1").env_remove("GITHUB_STEP_SUMMARY");
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, line: &str) -> Ran {
        Ran::of(self.command(line).output().unwrap())
    }

    /// It must be refused with that finding, and nothing in the folder change.
    pub(crate) fn refuses(&self, line: &str, code: &str) {
        let before = contents(self.folder.path());
        let ran = self.run(line);
        assert_eq!(ran.code, 2, "{line}\n{}", ran.stderr);
        assert!(ran.stderr.contains(code), "{line}\n{}", ran.stderr);
        assert_eq!(ran.stdout, "", "{line}");
        assert!(before == contents(self.folder.path()), "{line} changed a file");
    }
}

/// How a run ended, and what it said.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code().unwrap(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// All files of a folder and those within it: link or not, and bytes.
fn contents(folder: &Path) -> Vec<(PathBuf, Option<PathBuf>, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let link = fs::read_link(&path).ok();
        if path.is_dir() && link.is_none() {
            all.extend(contents(&path));
        }
        let bytes = if path.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
        all.push((path, link, bytes));
    }
    all.sort();
    all
}
