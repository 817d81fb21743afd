//! What recipes make of a `dabiao.toml`: it may come with what is judged.

use std::path::Path;
use std::process::{Command, Output};

use dabiao::plan::BUILT_IN;

use crate::{DABIAO, ROOT, hook_in, job_in, run_in};

/// What a branch may bring with it: each would turn the verdict.
const BROUGHT: [&str; 5] = [
    "regions = ['嵊泗县']",
    "fail-on = 'none'",
    "waivers = ['waivers.toml']",
    "plan = ['lax']",
    "no such key",
];

/// A folder with submissions, and what settings that come with them may name.
fn sent() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    for name in ["data", "lax"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    for (name, text) in BUILT_IN {
        put(&name.replace("plan/", "lax/"), &text.replace("约束性", "预期性"));
    }
    let waiver = |region| {
        format!(
            "[[waiver]]\nindicator = '4'\nregion = '{region}'\nyear = 2023\n\
             reason = '示例数据'\napproved-by = '市残工委'\nexpires = 2024-12-31\n"
        )
    };
    put("waivers.toml", &["普陀区", "舟山市"].map(waiver).concat());
    std::fs::copy(Path::new(ROOT).join("data/2023.csv"), folder.path().join("data/2023.csv"))
        .unwrap();
    folder
}

/// How each recipe ends in a folder, and what it says.
fn recipes(folder: &Path) -> Vec<(&'static str, Option<i32>, String)> {
    let file = "data/2023.csv";
    let outputs = [
        ("action", run_in(folder, &[("PATHS", file)]).0),
        ("dabiao-check", hook_in(folder, "dabiao-check", &[file])),
        ("dabiao-rows", hook_in(folder, "dabiao-rows", &[file])),
        ("gitlab", job_in(folder)),
    ];
    let told = |output: &Output| {
        let told = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
        // The action writes into another folder every time.
        let told = told.concat();
        told.lines().filter(|line| !line.contains("已写入")).collect::<Vec<_>>().join("\n")
    };
    outputs.map(|(name, output)| (name, output.status.code(), told(&output))).into()
}

#[test]
fn no_recipe_uses_settings_that_it_merely_finds() {
    let sent = sent();
    let without = recipes(sent.path());
    assert!(without.iter().all(|(_, code, _)| matches!(code, Some(0 | 1))), "{without:?}");
    let plain = ["check", "data/2023.csv"];
    let mut turned = 0;
    for brought in BROUGHT {
        std::fs::write(sent.path().join("dabiao.toml"), brought).unwrap();
        for (recipe, without) in recipes(sent.path()).iter().zip(&without) {
            assert_eq!(recipe, without, "{brought}");
        }
        let mut command = Command::new(DABIAO);
        let output = command.args(plain).env("DABIAO_NO_CONFIG", "").current_dir(&sent).output();
        turned += usize::from(output.unwrap().status.code() != Some(1));
    }
    assert_eq!(turned, BROUGHT.len(), "what is brought turns no verdict");
}

#[test]
fn every_recipe_uses_settings_that_it_names() {
    let sent = sent();
    std::fs::write(sent.path().join("named.toml"), "regions = ['定海区']\n").unwrap();
    let file = "data/2023.csv";
    let typed = ["--config", "named.toml", file];
    for output in [
        run_in(sent.path(), &[("PATHS", file), ("CONFIG", "named.toml")]).0,
        run_in(sent.path(), &[("PATHS", file), ("ARGS", "--config=named.toml")]).0,
        hook_in(sent.path(), "dabiao-check", &typed),
    ] {
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("named.toml"), "{output:?}");
    }
    let (output, ..) = run_in(sent.path(), &[("PATHS", file), ("CONFIG", "missing.toml")]);
    assert_eq!(output.status.code(), Some(2));
}
