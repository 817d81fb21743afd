//! What fits the program into CI and git: `action.yml`, `.pre-commit-hooks.yaml`,
//! `docs/ci/` and `docs/ci.md`. Their scripts are run, and all they name is there.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod settings;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yaml_rust2::{Yaml, YamlLoader};

const DABIAO: &str = env!("CARGO_BIN_EXE_dabiao");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const ACTION: &str = include_str!("../../action.yml");
const HOOKS: &str = include_str!("../../.pre-commit-hooks.yaml");
const GITLAB: &str = include_str!("../../docs/ci/gitlab-ci.yml");
const PAGE: &str = include_str!("../../docs/ci.md");
const RELEASE: &str = include_str!("../../.github/workflows/release.yml");
const README: &str = include_str!("../../README.md");
const README_ZH: &str = include_str!("../../README.zh-CN.md");

fn yaml(text: &str) -> Yaml {
    YamlLoader::load_from_str(text).unwrap().remove(0)
}

fn keys(of: &Yaml) -> Vec<&str> {
    of.as_hash().unwrap().keys().map(|key| key.as_str().unwrap()).collect()
}

fn help(subcommand: &str) -> Option<String> {
    let output = Command::new(DABIAO).args([subcommand, "--help"]).output().unwrap();
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

/// The script of the action's step that checks.
fn script() -> String {
    let action = yaml(ACTION);
    let steps = action["runs"]["steps"].as_vec().unwrap();
    let check = steps.iter().find(|step| step["id"].as_str() == Some("check")).unwrap();
    check["run"].as_str().unwrap().to_owned()
}

/// Runs that script as GitHub does; what it gives the steps behind it, by name.
fn run(inputs: &[(&str, &str)]) -> (Output, BTreeMap<String, String>, tempfile::TempDir) {
    run_in(Path::new(ROOT), inputs)
}

/// The same, in a folder.
fn run_in(
    folder: &Path,
    inputs: &[(&str, &str)],
) -> (Output, BTreeMap<String, String>, tempfile::TempDir) {
    let temp = tempfile::tempdir().unwrap();
    let file = |name: &str| -> PathBuf {
        let path = temp.path().join(name);
        std::fs::write(&path, "").unwrap();
        path
    };
    let (gives, summary, step) = (file("output"), file("summary.md"), file("step.sh"));
    std::fs::write(&step, script()).unwrap();
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(step).current_dir(folder);
    // Where a recipe runs nobody leaves out a dabiao.toml for it.
    command.env("DABIAO_NO_CONFIG", "").env("RUNNER_TEMP", temp.path());
    command.env("GITHUB_OUTPUT", &gives).env("GITHUB_STEP_SUMMARY", summary);
    for name in ["PATHS", "PLAN", "CONFIG", "ARGS"] {
        command.env(name, "");
    }
    let output = command
        .env("FAIL_ON", "binding")
        .env("BINARY", DABIAO)
        .envs(inputs.iter().copied())
        .output()
        .unwrap();
    let gives = std::fs::read_to_string(gives).unwrap();
    let gives = gives.lines().map(|line| line.split_once('=').unwrap());
    (output, gives.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(), temp)
}

#[test]
fn the_action_has_what_github_requires() {
    let action = yaml(ACTION);
    for key in ["name", "description"] {
        assert!(action[key].as_str().is_some(), "{key}");
    }
    assert_eq!(action["runs"]["using"].as_str(), Some("composite"));
    for step in action["runs"]["steps"].as_vec().unwrap() {
        assert_eq!(step["shell"].as_str(), Some("bash"));
        assert!(step["run"].as_str().is_some());
    }
    for name in keys(&action["inputs"]) {
        let input = &action["inputs"][name];
        assert!(input["description"].as_str().is_some(), "{name}");
        let is_required = input["required"].as_bool() == Some(true);
        assert!(is_required != input["default"].as_str().is_some(), "{name}");
        assert!(ACTION.contains(&format!("inputs.{name} ")), "{name} is not used");
        assert!(PAGE.contains(&format!("| `{name}` |")), "{name} is not on the page");
    }
    for name in keys(&action["outputs"]) {
        let output = &action["outputs"][name];
        assert!(output["description"].as_str().is_some(), "{name}");
        let value = format!("${{{{ steps.check.outputs.{name} }}}}");
        assert_eq!(output["value"].as_str(), Some(&*value));
        assert!(script().contains(&format!("\"{name}=")), "{name} is not written");
        assert!(PAGE.contains(&format!("`{name}`")), "{name} is not on the page");
    }
}

#[test]
fn no_script_of_the_action_is_made_of_inputs() {
    for step in yaml(ACTION)["runs"]["steps"].as_vec().unwrap() {
        assert!(!step["run"].as_str().unwrap().contains("${{"));
    }
}

#[test]
fn the_action_ends_as_check_does_and_hands_on_its_reports() {
    let (output, gives, temp) =
        run(&[("PATHS", "data/2023.csv\n"), ("ARGS", "--history\ndata/2020.csv\n--lang=en\n")]);
    let plain = Command::new(DABIAO)
        .args(["check", "data/2023.csv", "--history", "data/2020.csv"])
        .current_dir(ROOT)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), plain.status.code(), "{output:?}");
    assert_eq!(gives["exit-code"], plain.status.code().unwrap().to_string());
    assert!(String::from_utf8(output.stdout).unwrap().contains("::error"));
    for name in ["sarif", "junit"] {
        assert!(std::fs::metadata(&gives[name]).unwrap().len() > 0, "{name}");
    }
    let summary = std::fs::read_to_string(temp.path().join("summary.md")).unwrap();
    assert!(summary.contains("| "), "{summary}");
}

#[test]
fn the_action_fails_where_nothing_could_be_judged() {
    let (output, gives, _temp) = run(&[("PATHS", "data/2032.csv")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(gives["exit-code"], "2");
    let (output, gives, _temp) = run(&[("PATHS", "data/2023.csv"), ("FAIL_ON", "never")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(gives.keys().collect::<Vec<_>>(), ["exit-code"]);
}

#[test]
fn inputs_of_the_action_are_never_run() {
    let hostile = "--report=csv\n$(touch ran)\n`touch ran`\n\"; touch ran; exit 0 #\n' * \\";
    let temp = tempfile::tempdir().unwrap();
    let ran = temp.path().join("ran");
    let hostile = hostile.replace("touch ran", &format!("touch {}", ran.display()));
    for name in ["PATHS", "PLAN", "CONFIG", "ARGS", "FAIL_ON"] {
        let (output, gives, _temp) = run(&[("PATHS", "data/2023.csv"), (name, &hostile)]);
        assert_eq!(output.status.code(), Some(2), "{name}: {output:?}");
        assert_eq!(gives["exit-code"], "2", "{name}");
        assert!(!ran.exists(), "{name}");
    }
}

/// Runs a hook as pre-commit does, with those files.
fn hook(id: &str, more: &[&str]) -> Option<i32> {
    hook_in(Path::new(ROOT), id, more).status.code()
}

/// The same, in a folder.
fn hook_in(folder: &Path, id: &str, more: &[&str]) -> Output {
    let hooks = yaml(HOOKS);
    let hook = hooks.as_vec().unwrap().iter().find(|hook| hook["id"].as_str() == Some(id));
    let mut command = Command::new(DABIAO);
    command.args(words(hook.unwrap())).args(more).env("DABIAO_NO_CONFIG", "");
    command.current_dir(folder).output().unwrap()
}

/// The line of the job for GitLab that checks.
fn job_line() -> String {
    yaml(GITLAB)["dabiao"]["script"][0].as_str().unwrap().to_owned()
}

fn job_in(folder: &Path) -> Output {
    let mut command = Command::new(DABIAO);
    command.args(job_line().split(' ').skip(1)).env("DABIAO_NO_CONFIG", "");
    command.current_dir(folder).output().unwrap()
}

/// The words of a hook's command behind the program, as pre-commit puts them together.
fn words(hook: &Yaml) -> Vec<String> {
    let mut words = hook["entry"].as_str().unwrap().split(' ');
    assert_eq!(words.next(), Some("dabiao"));
    let args = hook["args"].as_vec().into_iter().flatten().map(|arg| arg.as_str().unwrap());
    words.chain(args).map(str::to_owned).collect()
}

#[test]
fn a_file_whose_name_begins_with_a_dash_is_a_file_to_every_hook() {
    let sent = Path::new(ROOT).join("tests/cli/input/counties/定海区2023.csv");
    let names =
        ["-o2023.csv", "--output=2023.csv", "--version-2023.csv", "-2023.csv", "--2023.csv"];
    let hooks = yaml(HOOKS);
    let given_files = hooks
        .as_vec()
        .unwrap()
        .iter()
        .filter(|hook| hook["pass_filenames"].as_bool() != Some(false));
    for hook in given_files {
        for name in names {
            let temp = tempfile::tempdir().unwrap();
            std::fs::copy(&sent, temp.path().join(name)).unwrap();
            let mut command = Command::new(DABIAO);
            let output = command.args(words(hook)).arg(name).current_dir(&temp).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
            assert_eq!(std::fs::read_dir(&temp).unwrap().count(), 1, "{name}");
        }
    }
    assert_eq!(words(&hooks[1]).last().map(String::as_str), Some("--"));
}

#[test]
fn paths_of_the_action_are_files_whatever_they_begin_with() {
    for name in ["-o2023.csv", "--output=2023.csv", "--help-2023.csv"] {
        let (output, gives, _temp) = run(&[("PATHS", name)]);
        assert_eq!(output.status.code(), Some(2), "{name}: {output:?}");
        assert_eq!(gives["exit-code"], "2");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("run/no-such-file") && told.contains(name), "{told}");
        assert!(!Path::new(ROOT).join("2023.csv").exists());
    }
}

#[test]
fn recipes_name_a_version_of_all_that_they_fetch() {
    let own = format!("v{}", env!("CARGO_PKG_VERSION"));
    let is_version = |text: &str| {
        let parts: Vec<&str> = text.strip_prefix('v').unwrap_or_default().split('.').collect();
        parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok())
    };
    let mut pinned = 0;
    let recipes = [ACTION, HOOKS, GITLAB, PAGE, RELEASE, README_ZH, README];
    for line in recipes.into_iter().flat_map(str::lines) {
        let line = line.trim().trim_start_matches("- ");
        let version = if let Some(used) = line.strip_prefix("uses: ") {
            let (of, version) = used.split_once('@').unwrap();
            if of.ends_with("/dabiao") {
                assert_eq!(version, own, "{line}");
                version
            } else {
                // A tag of others can be moved to other code; a commit can't.
                let (commit, version) =
                    version.split_once(" # ").unwrap_or_else(|| panic!("{line}"));
                assert!(
                    commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()),
                    "{line}"
                );
                version
            }
        } else if let Some(version) = line.strip_prefix("rev: ") {
            assert_eq!(version, own, "{line}");
            version
        } else if line.contains("cargo install") && line.contains("--git") {
            let (_, rest) = line.split_once("--tag ").unwrap_or_else(|| panic!("{line}"));
            rest.split(' ').next().unwrap()
        } else if let Some(image) = line.strip_prefix("image: rust:") {
            assert_eq!(Some(image), option_env!("CARGO_PKG_RUST_VERSION"));
            pinned += 1;
            continue;
        } else {
            continue;
        };
        assert!(is_version(version), "{line}");
        pinned += 1;
    }
    assert!(pinned >= 5, "{pinned}");
}

#[test]
fn a_hook_of_rows_wants_no_whole_submission_and_one_of_verdicts_does() {
    let county = "tests/cli/input/counties/定海区2023.csv";
    assert_eq!(hook("dabiao-rows", &[county]), Some(0));
    assert_eq!(hook("dabiao-rows", &["tests/cli/input/many-faults.csv"]), Some(3));
    assert_eq!(hook("dabiao-check", &["data/2023.csv", "--fail-on", "none"]), Some(0));
    assert_eq!(hook("dabiao-check", &[county]), Some(3));
}

#[test]
fn hooks_have_what_pre_commit_requires() {
    for hook in yaml(HOOKS).as_vec().unwrap() {
        for key in ["id", "name", "description", "entry", "language", "files"] {
            assert!(hook[key].as_str().is_some(), "{key}");
        }
        let id = hook["id"].as_str().unwrap();
        assert!(PAGE.contains(&format!("- id: {id}\n")), "{id} is not on the page");
    }
}

#[test]
fn gitlab_reads_the_junit_that_the_job_writes() {
    let job = &yaml(GITLAB)["dabiao"];
    let artifacts = &job["artifacts"];
    // A job that fails is the one whose report is wanted.
    assert_eq!(artifacts["when"].as_str(), Some("always"));
    let path = artifacts["reports"]["junit"].as_str().unwrap();
    let line = job_line();
    assert!(line.contains(&format!("--report junit={path}")), "{line}");

    let temp = tempfile::tempdir().unwrap();
    std::fs::create_dir(temp.path().join("data")).unwrap();
    let data = Path::new(ROOT).join("data/2023.csv");
    std::fs::copy(data, temp.path().join("data/2023.csv")).unwrap();
    let output = job_in(temp.path());
    assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    for path in artifacts["paths"].as_vec().unwrap() {
        assert!(temp.path().join(path.as_str().unwrap()).is_file(), "{path:?}");
    }
}

#[test]
fn examples_on_the_page_are_yaml() {
    let blocks: Vec<&str> = PAGE.split("```yaml ").skip(1).collect();
    assert_eq!(blocks.len(), 3);
    for block in blocks {
        let (_, block) = block.split_once('\n').unwrap();
        yaml(block.split_once("```").unwrap().0);
    }
}

#[test]
fn every_subcommand_and_flag_that_is_named_exists() {
    let mut named = 0;
    for line in [ACTION, HOOKS, GITLAB, PAGE].into_iter().flat_map(str::lines) {
        if line.contains("cargo install") || line.trim_start().starts_with("description:") {
            continue;
        }
        let words = || line.split([' ', '`', '"', '(', '；', '=']).filter(|word| !word.is_empty());
        let mut pairs = words().zip(words().skip(1));
        let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        let subcommand = pairs.find(|(before, word)| before.ends_with("dabiao") && is_word(word));
        let subcommand = subcommand.map_or("check", |(_, word)| word);
        let help = help(subcommand).unwrap_or_else(|| panic!("no {subcommand}: {line}"));
        let is_flag = |word: &&str| {
            word.strip_prefix("--")
                .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic()))
        };
        for flag in words().filter(is_flag) {
            let flag: String =
                flag.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            let is_flag =
                [" <", "\n", " "].iter().any(|end| help.contains(&format!("{flag}{end}")));
            assert!(is_flag, "no {flag} of {subcommand}: {line}");
            named += 1;
        }
    }
    assert!(named >= 8, "{named}");
}

/// Whether Windows can have a file of that name; a clone with one that it can't is no clone.
fn is_name_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = ["con", "prn", "aux", "nul"].contains(&stem.as_str())
        || ["com", "lpt"]
            .iter()
            .any(|port| stem.strip_prefix(port).is_some_and(|number| number.parse::<u8>().is_ok()));
    let is_sign = |c: char| c.is_control() || "<>:\"|?*\\".contains(c);
    !is_device && !name.contains(is_sign) && !name.ends_with(['.', ' '])
}

#[test]
fn windows_can_have_every_file() {
    for name in ["nul.csv", "Con", "lpt1.txt", "a:b", "end.", "end "] {
        assert!(!is_name_on_windows(name), "{name}");
    }
    let mut folders = vec![PathBuf::from(ROOT)];
    let mut looked_at = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if folder == Path::new(ROOT) && ["target", ".git"].contains(&name.as_str()) {
                continue;
            }
            assert!(is_name_on_windows(&name), "{}", entry.path().display());
            looked_at += 1;
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            }
        }
    }
    assert!(looked_at > 1000, "{looked_at}");
}
