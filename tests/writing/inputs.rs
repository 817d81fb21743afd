//! No run writes onto what it reads.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::symlink;

use crate::{Place, Ran, SENT};

const CODE: &str = "run/output-is-input";

const PLAN: &str = "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\npace = 'linear'\nroster = 'roster.csv'\n\
    [[indicator]]\nid = 'rate'\nname = '示例率'\nattribute = '约束性'\nunit = '%'\n\
    baseline = 10\noperator = '≥'\nthreshold = 20\ncite = '示例'\n";

/// A folder with something of every kind that a run reads, and other ways to each.
fn place() -> Place {
    let place = Place::new();
    place.put("before/2022.csv", SENT.replace("2023,", "2022,"));
    place.put("all/定海区2023.csv", SENT);
    place.put("plan/rules.toml", PLAN);
    place.put("plan/roster.csv", "code,name,level,within\n1,甲市,city,\n11,乙县,county,1\n");
    place.put("waivers.toml", "");
    place.put("table.csv", "指标,单位,基期值,目标值\n示例率,%,10,20\n");
    place.put("dir/x.txt", "");
    symlink("2023.csv", place.path("link.csv")).unwrap();
    symlink("link.csv", place.path("link-to-link.csv")).unwrap();
    fs::hard_link(place.path("2023.csv"), place.path("hard.csv")).unwrap();
    place
}

#[test]
fn not_onto_a_submission_by_whatever_path_and_not_with_force() {
    let place = place();
    let absolute = place.path("2023.csv").display().to_string();
    let ways = [
        "2023.csv",
        "./2023.csv",
        "dir/../2023.csv",
        &absolute,
        "link.csv",
        "link-to-link.csv",
        "hard.csv",
    ];
    for way in ways {
        for force in ["", "--force"] {
            place.refuses(&format!("tidy 2023.csv -o {way} {force}"), CODE);
            place.refuses(&format!("check 2023.csv --format csv -o {way} {force}"), CODE);
            place.refuses(&format!("check 2023.csv --report csv={way} {force}"), CODE);
            place.refuses(&format!("trend 2023.csv -o {way} {force}"), CODE);
            place.refuses(&format!("diff before/2022.csv 2023.csv -o {way} {force}"), CODE);
            place.refuses(&format!("diff {way} before/2022.csv -o 2023.csv {force}"), CODE);
            place.refuses(
                &format!("template --year 2024 --history 2023.csv -o {way} {force}"),
                CODE,
            );
        }
    }
}

#[test]
fn not_onto_what_a_folder_or_a_pattern_stands_for_nor_a_plan_a_roster_or_waivers() {
    let place = place();
    for line in [
        "tidy all -o all/定海区2023.csv",
        "tidy all/*.csv -o all/定海区2023.csv",
        "check 2023.csv --history before --format csv -o before/2022.csv",
        "trend 2023.csv --history before/20?2.csv -o before/2022.csv",
        "check 2023.csv --waivers waivers.toml --format json -o waivers.toml.json",
        "tidy missing.csv -o missing.csv",
        "plan new table.csv -o table.csv",
    ] {
        // An ending that contradicts is refused as well.
        let is_free = line.ends_with(".toml.json");
        if !is_free && !line.starts_with("plan new") {
            place.refuses(line, CODE);
            place.refuses(&format!("{line} --force"), CODE);
        }
    }
    symlink("waivers.toml", place.path("w")).unwrap();
    symlink("plan/rules.toml", place.path("p")).unwrap();
    symlink("plan/roster.csv", place.path("r.csv")).unwrap();
    symlink("table.csv", place.path("t")).unwrap();
    for line in [
        "check 2023.csv --waivers waivers.toml --format csv -o w",
        "check 2023.csv --plan plan --format csv -o p",
        "check 2023.csv --plan plan/rules.toml --format csv -o p",
        "plan new table.csv -o t",
    ] {
        place.refuses(&format!("{line} --force"), CODE);
    }
    // A roster is known when the plan is read.
    for way in ["plan/roster.csv", "r.csv"] {
        place.refuses(&format!("tidy all --plan plan -o {way} --force --quiet"), CODE);
        place.refuses(&format!("tidy all --plan plan -o {way} --quiet"), "run/already-there");
    }
}

#[test]
fn not_onto_standard_input_or_what_standard_output_appends_to() {
    let place = place();
    let run = |line: &str, redirect: fn(&mut std::process::Command, File)| {
        let file = OpenOptions::new().read(true).append(true).open(place.path("2023.csv")).unwrap();
        let mut command = place.command(line);
        redirect(&mut command, file);
        Ran::of(command.output().unwrap())
    };
    for line in [
        "tidy - --stdin-filename a2023.csv -o 2023.csv --force",
        "check - --year 2023 --format csv -o hard.csv --force",
        "plan new - -o link.csv --force",
    ] {
        let ran = run(line, |command, file| {
            command.stdin(file);
        });
        assert_eq!(ran.code, 2, "{line}");
        let is_told = [CODE, "run/other-ending"].iter().any(|code| ran.stderr.contains(code));
        assert!(is_told, "{line}\n{}", ran.stderr);
    }
    for line in [
        "tidy 2023.csv",
        "check link.csv --format json",
        "explain 9 hard.csv",
        // A run that fails before it opens a submission tells that in JSON.
        "check 2023.csv --plan missing.toml --format json",
        "trend hard.csv --plan missing.toml --format json",
        "diff 2023.csv link.csv --plan missing.toml --format json",
    ] {
        let ran = run(line, |command, file| {
            command.stdout(file);
        });
        assert_eq!(ran.code, 2, "{line}");
        assert!(ran.stderr.contains(CODE), "{line}\n{}", ran.stderr);
    }
    assert_eq!(place.bytes("2023.csv"), SENT.as_bytes());
}

#[test]
fn the_summary_of_a_step_is_not_added_to_a_submission() {
    let place = place();
    for plan in ["", "--plan missing.toml"] {
        let mut command = place.command(&format!("check 2023.csv --report github {plan}"));
        let ran = Ran::of(command.env("GITHUB_STEP_SUMMARY", "link.csv").output().unwrap());
        assert_eq!(ran.code, 2);
        assert!(ran.stderr.contains(CODE), "{}", ran.stderr);
        assert_eq!(place.bytes("2023.csv"), SENT.as_bytes());
    }
}

#[test]
fn the_summary_of_a_step_is_written_to_a_device_that_takes_it() {
    let place = place();
    let mut command = place.command("check 2023.csv --report github");
    let ran = Ran::of(command.env("GITHUB_STEP_SUMMARY", "/dev/null").output().unwrap());
    assert_eq!(ran.code, 3, "{}", ran.stderr);
}
