//! Folders, devices, links, two reports of one run, and files that may not be written.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use crate::{Place, Ran};

#[test]
fn what_can_not_be_written_is_told_before_anything_is_read() {
    let place = Place::new();
    place.put("folder/x", "");
    place.put("r.json", "");
    fs::set_permissions(place.path("r.json"), Permissions::from_mode(0o444)).unwrap();
    symlink("loop", place.path("loop")).unwrap();
    for (line, code) in [
        ("check missing.csv --format json -o folder", "run/is-directory"),
        ("check missing.csv --format json -o new/", "run/is-directory"),
        ("tidy missing.csv -o folder/", "run/is-directory"),
        ("check missing.csv -o nowhere/r.json", "run/no-folder"),
        ("template --year 2024 -o nowhere/f.xlsx", "run/no-folder"),
        ("man -o nowhere", "run/no-folder"),
        ("check missing.csv -o 2023.csv/r.json", "run/unwritable"),
        ("check missing.csv -o r.json", "run/read-only"),
        ("check missing.csv -o r.json --force", "run/read-only"),
        ("check missing.csv --format csv -o loop", "run/unwritable"),
    ] {
        place.refuses(line, code);
        assert!(!place.run(line).stderr.contains("run/no-such-file"), "{line}");
    }
}

#[test]
fn devices_and_pipes_are_written_to_as_they_are() {
    let place = Place::new();
    let names = place.names();
    for line in ["tidy 2023.csv -o /dev/null", "check 2023.csv -o /dev/null"] {
        let ran = place.run(line);
        assert_eq!((ran.code, ran.stdout.as_str()), (3, ""), "{line}");
        assert!(!ran.stderr.contains("已写入"), "{}", ran.stderr);
    }
    let piped = place.run("check 2023.csv --format csv").stdout;
    for name in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        for line in [
            format!("check 2023.csv --format csv -o {name}"),
            format!("check 2023.csv --report csv={name}"),
        ] {
            assert_eq!(place.run(&line).stdout, piped, "{line}");
        }
    }
    let both = place.run("check 2023.csv --format csv -o /dev/stdout --report csv=-");
    assert_eq!(both.code, 2);
    assert!(both.stderr.contains("run/two-on-stdout"), "{}", both.stderr);

    let into_stderr = place.run("check 2023.csv --quiet --format csv -o /dev/stderr");
    assert!(into_stderr.stderr.contains(&piped), "{}", into_stderr.stderr);

    assert!(Command::new("mkfifo").arg(place.path("pipe")).status().unwrap().success());
    let mut writer = place.command("check 2023.csv --quiet --format csv -o pipe");
    let mut child = writer.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    assert_eq!(fs::read_to_string(place.path("pipe")).unwrap(), piped);
    assert_eq!(child.wait().unwrap().code(), Some(3));
    fs::remove_file(place.path("pipe")).unwrap();
    assert_eq!(place.names(), names);
}

#[test]
fn two_reports_of_a_run_never_go_into_one_file() {
    let place = Place::new();
    place.put("there.json", "");
    place.put("dir/x", "");
    symlink("there.json", place.path("link.json")).unwrap();
    symlink("later.json", place.path("dangling.json")).unwrap();
    fs::hard_link(place.path("there.json"), place.path("hard.json")).unwrap();
    for (one, other) in [
        ("there.json", "./there.json"),
        ("there.json", "link.json"),
        ("hard.json", "dir/../there.json"),
        ("later.json", "dangling.json"),
        ("dangling.json", "dir/../later.json"),
    ] {
        place.refuses(&format!("check 2023.csv -o {one} --report {other}"), "run/same-output");
        let line = format!("check 2023.csv --report {one} --report json={other} --force");
        place.refuses(&line, "run/same-output");
    }
}

#[test]
fn a_link_stays_and_what_it_leads_to_is_written() {
    let place = Place::new();
    place.put("dir/x", "");
    symlink("dir/r.json", place.path("r.json")).unwrap();
    for _ in 0..2 {
        assert_eq!(place.run("check 2023.csv -o r.json").code, 3);
        assert!(place.path("r.json").is_symlink());
        assert!(place.bytes("dir/r.json").starts_with(b"{"));
    }
    assert_eq!(fs::read_dir(place.path("dir")).unwrap().count(), 2);
}

#[test]
fn the_mode_of_a_file_that_is_written_anew_is_kept() {
    let place = Place::new();
    for mode in [0o600, 0o640, 0o755] {
        place.put("r.json", "");
        fs::set_permissions(place.path("r.json"), Permissions::from_mode(mode)).unwrap();
        assert_eq!(place.run("check 2023.csv -o r.json").code, 3);
        let kept = fs::metadata(place.path("r.json")).unwrap().permissions().mode();
        assert_eq!(kept & 0o7777, mode);
        fs::remove_file(place.path("r.json")).unwrap();
    }
}

/// A name with other letters is the same file on some volumes, and is found when it is
/// written: it is there by then, and was not before.
#[test]
fn a_file_that_appears_while_a_run_reads_stays() {
    let place = Place::new();
    assert!(Command::new("mkfifo").arg(place.path("2022")).status().unwrap().success());
    let mut command = place.command("check 2022 --year 2022 -o r.json");
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Opens when the program does, which is when the guard has looked.
    let pipe = fs::OpenOptions::new().write(true).open(place.path("2022")).unwrap();
    place.put("r.json", "又来一份");
    drop(pipe);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("run/already-there"), "{}", ran.stderr);
    assert_eq!(place.bytes("r.json"), "又来一份".as_bytes());
    assert_eq!(place.names(), ["2022", "2023.csv", "r.json"]);
}

/// A pipe that is closed while the program writes is no error: whoever read had enough.
#[test]
fn a_report_is_lost_where_standard_output_was_closed_and_nowhere_else() {
    let place = Place::new();
    let shell = |redirected: &str| {
        let program = env!("CARGO_BIN_EXE_dabiao");
        let script = format!("exec {program} {redirected}");
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(place.path(".")).stdin(Stdio::null());
        Ran::of(command.output().unwrap())
    };
    for line in [
        "check 2023.csv",
        "check 2023.csv --format json",
        "check missing.csv --format json",
        "tidy 2023.csv",
        "trend 2023.csv",
        "diff 2023.csv 2023.csv",
        "explain 9",
        "plan show",
        "plan lint --format json",
        "template --year 2024",
        "completions bash",
        "man",
        "--help",
        "--version",
        "plan new --help",
    ] {
        let ran = shell(&format!("{line} >&-"));
        assert_eq!(ran.code, 2, "{line}\n{}", ran.stderr);
        assert!(ran.stderr.contains("run/stdout-closed"), "{line}\n{}", ran.stderr);
        let ran = shell(&format!("{line} >/dev/full"));
        assert_eq!(ran.code, 2, "{line}\n{}", ran.stderr);
        assert!(ran.stderr.contains("run/unwritable"), "{line}\n{}", ran.stderr);
        for elsewhere in [">/dev/null", "1<>/dev/null", "| head -n 1"] {
            let ran = shell(&format!("{line} {elsewhere}"));
            assert!(!ran.stderr.contains("run/stdout-closed"), "{line} {elsewhere}");
        }
    }
    assert_eq!(shell("check 2023.csv >/dev/null").code, 3);
    assert_eq!(shell("check 2023.csv 1<>/dev/null").code, 3);
    assert_eq!(shell("check 2023.csv -o r.json >&-").code, 3);
}

/// `ulimit -f` and quotas: the system's signal would end the run without a word.
#[test]
fn a_file_that_may_grow_no_further_is_told_and_no_part_of_it_stays() {
    let place = Place::new();
    for line in [
        "check 2023.csv -o r.json",
        "check 2023.csv -o r.html",
        "template --year 2024 -o form.xlsx",
        "check 2023.csv --report r.csv",
    ] {
        let script = format!("ulimit -f 1; exec {} {line}", env!("CARGO_BIN_EXE_dabiao"));
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(place.path(".")).stdin(Stdio::null());
        let ran = Ran::of(command.stdout(Stdio::null()).output().unwrap());
        assert_eq!(ran.code, 2, "{line}\n{}", ran.stderr);
        let told: String = ran.stderr.split_whitespace().collect();
        assert!(told.contains("run/unwritable") && told.contains("磁盘已满"), "{line}\n{told}");
        assert_eq!(place.names(), ["2023.csv"], "{line}");
    }
}

#[test]
fn more_files_or_sheets_than_are_written_at_once_are_refused_before_any_is() {
    let place = Place::new();
    let counties = |count: usize| -> String {
        (0..count).map(|at| format!("33{at:04},示例{at}县,county,33\n")).collect()
    };
    for (name, count) in [("many", 5_002), ("some", 256)] {
        let roster = format!("code,name,level,within\n33,示例市,city,\n{}", counties(count));
        place.put(&format!("{name}.csv"), roster);
        let plan = format!(
            "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
             target-year = 2025\nroster = '{name}.csv'\n[[indicator]]\nid = 'rate'\n\
             name = '就业率'\nattribute = '约束性'\nunit = '%'\nnumerator = '就业人数'\n\
             denominator = '人数'\noperator = '>='\nthreshold = 60\ncite = '示例'\n"
        );
        place.put(&format!("{name}.toml"), plan);
    }
    place.put("sent/2023.csv", "年份,地区,指标,分子,分母\n2023,示例0县,就业率,5,9\n");
    for (line, code) in [
        ("template --plan many.toml --year 2023 -o forms/", "run/too-many-files"),
        ("letters sent/2023.csv --plan many.toml -o letters", "run/too-many-files"),
        ("template --plan some.toml --year 2023 -o form.xlsx", "run/too-many-sheets"),
    ] {
        place.refuses(line, code);
    }
}
