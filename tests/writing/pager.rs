//! A terminal that has too few lines for a report shows it through a pager; all else has none.
#![cfg(target_os = "linux")]

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::Place;

/// A pager that keeps what it is given, and how it is told to behave.
const PAGER: &str = "#!/bin/sh\necho \"$LESS $LESSCHARSET\" > told\ncat > paged\n";

/// Runs the program in a terminal of 80 columns and so many lines: what it shows, and how it ends.
fn on_terminal(place: &Place, lines: u16, line: &str, env: &[(&str, &str)]) -> (String, i32) {
    place.put("pager", PAGER);
    let path = place.path("pager");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    let typed = format!("stty rows {lines} cols 80; exec {} {line}", env!("CARGO_BIN_EXE_dabiao"));
    let mut script = Command::new("script");
    script.args(["-qec", &typed, "/dev/null"]).current_dir(path.parent().unwrap());
    for name in ["CI", "LESS", "LESSCHARSET", "GITHUB_STEP_SUMMARY", "NO_COLOR"] {
        script.env_remove(name);
    }
    script.env("TERM", "xterm-256color").env("DABIAO_NO_CONFIG", "").env("PAGER", "./pager");
    let output = script.envs(env.iter().copied()).stdin(std::process::Stdio::null()).output();
    let output = output.unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// Whether there are terminals to be had: `script` of util-linux makes them.
#[allow(clippy::print_stderr)] // what is left out is said
fn has_terminals() -> bool {
    let version = Command::new("script").arg("--version").output();
    let has = version.is_ok_and(|it| String::from_utf8_lossy(&it.stdout).contains("util-linux"));
    if !has {
        eprintln!("left out: no `script` of util-linux, so no terminal");
    }
    has
}

#[test]
fn what_is_longer_than_the_terminal_is_paged_and_ends_as_ever_where_reading_stops_early() {
    if !has_terminals() {
        return;
    }
    for (line, code) in [
        ("check 2023.csv --full --color always", 3),
        ("check 2023.csv --detail", 3),
        ("plan show", 0),
        ("explain --codes", 0),
    ] {
        let place = Place::new();
        let (shown, ended) = on_terminal(&place, 12, line, &[]);
        assert_eq!(ended, code, "{line}\n{shown}");
        let paged = String::from_utf8(place.bytes("paged")).unwrap();
        assert!(paged.lines().count() >= 12, "{line}\n{paged}");
        assert_eq!(place.bytes("told"), b"FRX utf-8\n");
        assert!(paged.contains("\u{1B}[38;5;") || !line.contains("--color"), "{line}\n{paged}");
        let own = [("LESS", "R"), ("LESSCHARSET", "latin1")];
        on_terminal(&place, 12, line, &own);
        assert_eq!(place.bytes("told"), b"R latin1\n");
        for pager in ["head -n 1", "true", "false"] {
            let (shown, ended) = on_terminal(&place, 12, line, &[("PAGER", pager)]);
            assert_eq!(ended, code, "{line} {pager}\n{shown}");
        }
    }
}

#[test]
fn what_fits_and_what_nobody_turns_pages_of_is_printed_whole() {
    if !has_terminals() {
        return;
    }
    let place = Place::new();
    let whole = place.run("check 2023.csv --full").stdout;
    let last = whole.lines().last().unwrap();
    for (lines, line, env) in [
        (200, "check 2023.csv --full", [("TERM", "xterm")]),
        (12, "check 2023.csv --full", [("PAGER", "cat")]),
        (12, "check 2023.csv --full", [("PAGER", "")]),
        (12, "check 2023.csv --full", [("PAGER", "no-such-program")]),
        (12, "check 2023.csv --full", [("TERM", "dumb")]),
        (12, "check 2023.csv --full", [("CI", "true")]),
        (12, "check 2023.csv --full < 2023.csv", [("TERM", "xterm")]),
    ] {
        let (shown, code) = on_terminal(&place, lines, line, &env);
        assert!(shown.contains(last) && code == 3, "{lines} {line} {env:?}\n{shown}");
        assert!(!place.path("paged").exists(), "{lines} {line} {env:?}");
    }
    for line in ["check 2023.csv --format csv", "check 2023.csv --format json", "tidy 2023.csv"] {
        on_terminal(&place, 2, line, &[]);
        assert!(!place.path("paged").exists(), "{line}");
    }
}
