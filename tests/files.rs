//! Submissions that are no plain files, or don't stay as they are.
#![cfg(unix)]
#![allow(clippy::unwrap_used)] // a test that can't go on should stop

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ROWS: &str = "地区,指标,数值,分子,分母,备注\n定海区,残疾人就业率,57.20%,3512,6140,示例数据\n";

fn dabiao(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(args).env("COLUMNS", "80").env("NO_COLOR", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the program makes of bytes on standard input.
fn piped(mut command: Command, bytes: &[u8]) -> Output {
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn standard_input_has_the_name_and_the_year_it_is_given() {
    let args = ["check", "-", "--indicator", "9", "--region", "定海区", "--format", "csv"];
    let named = [&args[..], &["--stdin-filename", "定海区2023.csv"]].concat();
    let output = piped(dabiao(&named), ROWS.as_bytes());
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    // The other regions, of which there is nothing.
    assert!(told.starts_with("说明 所问范围之外") && told.lines().count() == 2, "{told}");
    let report = text(&output.stdout);
    assert!(report.starts_with("year,") && report.contains("\n2023,"), "{report}");
    assert!(report.contains(",定海区2023.csv,2,"), "{report}");

    let (gbk, _, _) = encoding_rs::GB18030.encode(ROWS);
    let in_gbk = piped(dabiao(&named), &gbk);
    assert_eq!(in_gbk.stdout, output.stdout);

    let output = piped(dabiao(&args), ROWS.as_bytes());
    assert_eq!(output.status.code(), Some(3));
    let told = text(&output.stderr);
    assert!(told.contains("submission/no-year") && told.starts_with("<stdin>"), "{told}");
}

/// A file may be there that has the name, but other lines.
#[test]
fn the_lines_of_standard_input_are_not_looked_for_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("2023.csv"), "另外\n另外\n另外\n").unwrap();
    let mut tidy = dabiao(&["tidy", "-", "--stdin-filename", "2023.csv", "--explain"]);
    tidy.current_dir(folder.path());
    let twice = format!("{ROWS}定海区,9,57.20%,,,\n");
    let output = piped(tidy, twice.as_bytes());
    assert_eq!(output.status.code(), Some(3));
    let told = text(&output.stderr);
    assert!(told.contains("submission/duplicate") && told.contains("2023.csv:3"), "{told}");
    assert!(!told.contains("另外"), "{told}");
}

#[test]
fn progress_and_counts_stay_out_of_the_canonical_file() {
    let output = piped(dabiao(&["tidy", "-", "--year", "2023"]), ROWS.as_bytes());
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), "写出 1 行\n"));
    let rows =
        "年份,地区,指标,数值,分子,分母,备注\n2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据\n";
    assert_eq!(text(&output.stdout), rows);
}

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The program has opened the file before the pipe, which opens for both at once: what is
/// written after that is written while it reads.
#[test]
fn files_that_change_while_they_are_read_are_all_told_and_nothing_is_judged() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let (longer, rewritten) = (path("定海区2023.csv"), path("普陀区2023.csv"));
    fs::write(&longer, ROWS).unwrap();
    fs::write(&rewritten, ROWS.replace("定海", "普陀")).unwrap();
    fifo(&path("2023"));
    let mut check = dabiao(&["check", "定海区2023.csv", "普陀区2023.csv", "2023"]);
    let child = check.current_dir(folder.path()).spawn().unwrap();
    let mut pipe = OpenOptions::new().write(true).open(path("2023")).unwrap();
    let mut file = OpenOptions::new().append(true).open(&longer).unwrap();
    file.write_all("定海区,4,,4,4,示例数据\n".as_bytes()).unwrap();
    File::create(&rewritten).unwrap();
    pipe.write_all(ROWS.replace("定海区", "岱山县").as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""));
    let told = text(&output.stderr);
    assert_eq!(told.matches("run/changed").count(), 2, "{told}");
    assert!(told.contains("定海区2023.csv") && told.contains("普陀区2023.csv"), "{told}");
}

/// A file is opened when its turn comes.
#[test]
fn a_file_that_vanishes_before_it_is_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("定海区2023.csv"), ROWS).unwrap();
    fifo(&path("2023"));
    let args = ["tidy", "2023", "定海区2023.csv", "--quiet"];
    let child = dabiao(&args).current_dir(folder.path()).spawn().unwrap();
    let mut pipe = OpenOptions::new().write(true).open(path("2023")).unwrap();
    fs::remove_file(path("定海区2023.csv")).unwrap();
    pipe.write_all(ROWS.replace("定海区", "岱山县").as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    let told = text(&output.stderr);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""), "{told}");
    assert!(told.contains("run/no-such-file") && told.contains("定海区2023.csv"), "{told}");

    // A link to a file that is gone is an entry of the folder all the same.
    fs::remove_file(path("2023")).unwrap();
    fs::write(path("普陀区2023.csv"), ROWS).unwrap();
    std::os::unix::fs::symlink(path("走了.csv"), path("定海区2023.csv")).unwrap();
    let output = piped(dabiao(&["tidy", folder.path().to_str().unwrap()]), b"");
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("run/no-such-file") && told.contains("定海区2023.csv"), "{told}");
}

/// A pipe that is named in a finding is not opened again: that would wait for ever.
#[test]
fn a_finding_in_a_pipe_is_told_without_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2023");
    fifo(&path);
    let child = dabiao(&["tidy", path.to_str().unwrap(), "--explain"]).spawn().unwrap();
    fs::write(&path, format!("{ROWS}定海区,9,57.20%,,,\n")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("2023:3"), "{}", text(&output.stderr));
}

/// A run that must end by itself; `timeout` ends it where it does not. What stands before `dabiao` in
/// the line is the summary of its step.
fn ended(folder: &Path, line: &str) -> Output {
    let (summary, line) = line.split_once(" dabiao ").unwrap_or(("", line));
    let mut command = Command::new("timeout");
    command.args(["60", env!("CARGO_BIN_EXE_dabiao")]).args(line.split_whitespace());
    command.env("GITHUB_STEP_SUMMARY", summary);
    command.env("COLUMNS", "80").current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn a_pipe_in_a_folder_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    for folder in ["sent", "plan"] {
        fs::create_dir(path(folder)).unwrap();
    }
    fs::write(path("sent/定海区2023.csv"), ROWS).unwrap();
    fifo(&path("sent/普陀区2023.csv"));
    fifo(&path("plan/a.toml"));
    fs::write(path("t.csv"), ROWS).unwrap();
    for (line, name) in [
        ("check sent", "普陀区2023.csv"),
        ("tidy sent", "普陀区2023.csv"),
        ("trend sent/*2023.csv", "普陀区2023.csv"),
        ("check t.csv --year 2023 --history sent", "普陀区2023.csv"),
        ("diff sent t.csv --year 2023", "普陀区2023.csv"),
        ("template --year 2024 --history sent", "普陀区2023.csv"),
        ("plan show --plan plan", "a.toml"),
        ("check t.csv --year 2023 --plan plan", "a.toml"),
    ] {
        let output = ended(folder.path(), line);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line}\n{told}");
        assert!(told.contains("run/not-a-file") && told.contains(name), "{line}\n{told}");
    }
}

#[test]
fn a_pipe_that_nobody_else_opens_is_not_waited_for_without_end() {
    let folder = tempfile::tempdir().unwrap();
    for pipe in ["2023.csv", "2022.csv", "a.toml", "a.json", "o.csv", "summary"] {
        fifo(&folder.path().join(pipe));
    }
    fs::write(folder.path().join("t.csv"), ROWS).unwrap();
    let lines = [
        "check 2023.csv 2022.csv",
        "check t.csv --year 2023 --history 2022.csv",
        "check t.csv --year 2023 --plan a.toml",
        "check t.csv --year 2023 --waivers a.toml",
        "check t.csv --year 2023 -o o.csv",
        "summary dabiao check t.csv --year 2023 --report github",
        "template --year 2023 -o o.csv",
        "plan new 2023.csv",
        "plan test a.toml",
        "diff a.json t.csv --year 2023",
        "tidy 2023.csv",
        "trend 2022.csv 2023.csv",
    ];
    std::thread::scope(|scope| {
        let folder = folder.path();
        let runs = lines.map(|line| (line, scope.spawn(move || ended(folder, line))));
        for (line, run) in runs {
            let output = run.join().unwrap();
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{line}\n{told}");
            let is_told = ["run/unreadable", "run/unwritable"].iter().any(|it| told.contains(it));
            let bare: String = told.split_whitespace().collect();
            assert!(is_told && bare.contains("管道的另一头一直没有打开"), "{line}\n{told}");
        }
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_pattern_is_looked_for_among_names_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let row = "年份,地区,指标,数值,分子,分母,备注\n2023,定海区,残疾人就业率,57.20%,3512,6140,\n";
    fs::write(folder.path().join("县2023.csv"), row).unwrap();
    for name in [&b"\xFF.csv"[..], b"a\xE5\x8E.txt", b"\xC2\x1B.md"] {
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), row).unwrap();
    }
    for (pattern, code) in [("tidy 县*.csv", 0), ("tidy [县]2023.csv", 0), ("tidy 乡?.csv", 2)] {
        let output = ended(folder.path(), pattern);
        assert_eq!(output.status.code(), Some(code), "{pattern}: {output:?}");
    }
    // What is meant is read, or told as what can't be.
    for (pattern, files) in [("check *.csv", 2), ("check a*.txt", 1), ("check **/?.csv", 1)] {
        let output = ended(folder.path(), &format!("{pattern} --year 2023 --format json"));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["run"]["inputs"].as_array().unwrap().len(), files, "{pattern}");
    }
    // What may not be read of such a name is said.
    for (line, count) in [("*.csv", 1), (".", 2), ("县2023.csv --history ?.csv", 1), ("县*", 0)] {
        let output = ended(folder.path(), &format!("check {line} --year 2023 --format json"));
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let said = report["diagnostics"].as_array().unwrap();
        let said = said.iter().find(|found| found["code"] == "run/name-not-text");
        let said = said.map_or("0", |found| found["message"].as_str().unwrap());
        assert!(said.starts_with(&count.to_string()), "{line}: {said}");
    }
}

/// Devices, sockets, and what a system makes up as it is read: of these some never end, and
/// some wait for ever, as the messages of a kernel do.
#[cfg(target_os = "linux")]
#[test]
fn what_is_of_the_system_is_refused_wherever_a_file_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("t2023.csv"), ROWS).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(path("socket.csv")).unwrap();
    for (link, to) in [("2022.csv", "/proc/kmsg"), ("zero.toml", "/dev/zero")] {
        std::os::unix::fs::symlink(to, path(link)).unwrap();
    }
    let (links, socket) = ([path("2022.csv"), path("zero.toml")], path("socket.csv"));
    let places = ["/dev/zero", "/dev/null", "/dev/tty", "/proc/kmsg", "/proc/self/pagemap"];
    let places = places.into_iter().chain(links.iter().map(String::as_str)).chain([&*socket]);
    let lines = [
        "check @",
        "check t2023.csv --plan @",
        "check t2023.csv --waivers @",
        "check t2023.csv --history @",
        "check t2023.csv --config @",
        "plan show --plan @",
        "plan test @",
        "plan new @",
        "diff @ t2023.csv",
        "trend @ t2023.csv",
        "tidy @",
        "template --year 2024 --history @",
    ];
    let places: Vec<&str> = places.collect();
    for (at, line) in lines.iter().enumerate() {
        // Each line has places of its own, and the first and the last have all.
        let own = |place: usize| at == 0 || at == lines.len() - 1 || (place + at).is_multiple_of(3);
        for place in (0..).zip(&places).filter_map(|(number, place)| own(number).then_some(place)) {
            let line = line.replace('@', place);
            let output = ended(folder.path(), &line);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{line}\n{told}");
            assert!(told.contains("run/not-a-file") && told.contains(place), "{line}\n{told}");
        }
    }
}

/// What standard input is has no say in how it is read.
#[cfg(target_os = "linux")]
#[test]
fn standard_input_is_a_file_by_its_path_too_if_it_is_one_or_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("t2023.csv"), ROWS).unwrap();
    for path in ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"] {
        for (from, code) in [("<t2023.csv", 3), ("<<<\"$(cat t2023.csv)\"", 3), ("</dev/zero", 2)] {
            let line = format!("exec timeout 60 \"$0\" check {path} --year 2023 {from}");
            let mut bash = Command::new("bash");
            bash.args(["-c", &line, env!("CARGO_BIN_EXE_dabiao")]).current_dir(folder.path());
            let output = bash.output().unwrap();
            assert_eq!(output.status.code(), Some(code), "{line}\n{}", text(&output.stderr));
        }
    }
}

#[test]
fn a_roster_is_a_file_in_the_folder_of_its_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("plan")).unwrap();
    fs::write(path("secret.csv"), "code,name,level,within\n1,甲市,city,\n机密,乙县,county,1\n")
        .unwrap();
    std::os::unix::fs::symlink("../secret.csv", path("plan/link.csv")).unwrap();
    fifo(&path("plan/pipe.csv"));
    let absolute = path("secret.csv").display().to_string();
    fs::create_dir(path("plan/folder.csv")).unwrap();
    fs::write(path("plan/gbk.csv"), b"\xB4\xFA\xC2\xEB\n").unwrap();
    let outside = "在规则文件的目录之外";
    for (roster, why) in [
        ("/dev/zero", outside),
        ("/etc/passwd", outside),
        (&absolute, outside),
        ("../secret.csv", outside),
        ("link.csv", outside),
        ("pipe.csv", "不是普通文件"),
        ("folder.csv", "是目录，不是文件"),
        ("none.csv", "没有这个文件"),
        ("gbk.csv", "不是 UTF-8 编码"),
    ] {
        let head = "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
            target-year = 2025\npace = 'linear'\n";
        fs::write(path("plan/p.toml"), format!("{head}roster = '{roster}'\n")).unwrap();
        for line in ["plan show --plan plan", "plan lint --plan plan/p.toml"] {
            let output = ended(folder.path(), line);
            let told = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{roster}\n{told}");
            assert!(told.contains("plan/roster-unreadable"), "{roster}\n{told}");
            assert!(told.replace(['\n', ' '], "").contains(&why.replace(' ', "")), "{told}");
            assert!(!told.contains("机密") && !told.contains("root:"), "{roster}\n{told}");
        }
    }
}

/// What a shell says in the folder, once a limit is set.
fn limited(folder: &Path, limit: &str, line: &str) -> Output {
    let script = format!("{limit}; exec {} {line}", env!("CARGO_BIN_EXE_dabiao"));
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env("COLUMNS", "80").current_dir(folder);
    command.stdin(Stdio::null()).output().unwrap()
}

#[test]
fn more_files_are_read_than_a_system_has_open_at_once() {
    let folder = tempfile::tempdir().unwrap();
    for year in 2021..=2040 {
        fs::write(folder.path().join(format!("a{year}.csv")), ROWS).unwrap();
        fs::write(folder.path().join(format!("b{year}.csv")), ROWS.replace("定海", "普陀"))
            .unwrap();
    }
    for line in ["tidy . --quiet", "tidy --quiet a*.csv b*.csv -j 2"] {
        let output = limited(folder.path(), "ulimit -n 24", line);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout).lines().count(), 41);
    }
    let line = "check a2023.csv b2023.csv --history . --format csv --quiet -o r.csv";
    let output = limited(folder.path(), "ulimit -n 24", line);
    assert_eq!(output.status.code(), Some(3), "{}", text(&output.stderr));
}

#[test]
fn where_threads_can_not_start_fewer_do_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let rows: String = (0..15_000).map(|at| format!("定海区,9,,3512,6140,{at}\n")).collect();
    fs::write(folder.path().join("2023.csv"), format!("地区,指标,数值,分子,分母,备注\n{rows}"))
        .unwrap();
    let few = limited(folder.path(), "true", "tidy 2023.csv -j 1 --quiet");
    // No system has room for such a stack.
    let huge = "export RUST_MIN_STACK=200000000000000";
    let many = limited(folder.path(), huge, "tidy 2023.csv -j 64 --quiet");
    assert_eq!(many.status.code(), few.status.code(), "{}", text(&many.stderr));
    assert_eq!(text(&many.stdout), text(&few.stdout));
    let line = "check 2023.csv -j 64 --quiet -o r.json";
    assert_eq!(limited(folder.path(), huge, line).status.code(), Some(3));
    for too_many in ["0", "257", "100000"] {
        let output = limited(folder.path(), "true", &format!("tidy 2023.csv -j {too_many}"));
        assert_eq!(output.status.code(), Some(2), "{too_many}");
    }
}

#[test]
fn of_a_line_without_end_as_much_is_held_as_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2023.csv");
    let row = "2023,定海区,9,,3512,6140,";
    let header = "年份,地区,指标,数值,分子,分母,备注";
    fs::write(&path, format!("{header}\n{row}甲\n{row}{}\n{row}乙\n", "乙".repeat(2 << 20)))
        .unwrap();
    let output = limited(folder.path(), "true", "tidy 2023.csv");
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{}", told.len());
    assert!(told.contains("submission/duplicate") && told.len() < 20_000, "{}", told.len());
}

/// Findings of a code in a report on standard error: how many are listed, and how many more
/// are counted.
fn told(output: &Output, code: &str) -> (usize, u64) {
    // What is folded is one line.
    let told = text(&output.stderr).replace("\n      ", " ");
    let of_code = told.lines().filter(|line| line.ends_with(&format!("[{code}]")));
    let (more, listed): (Vec<_>, Vec<_>) = of_code.partition(|line| line.contains(" more of the "));
    let number = |line: &&str| line.split_whitespace().find_map(|it| it.parse::<u64>().ok());
    (listed.len(), more.iter().filter_map(number).sum())
}

#[test]
fn of_very_many_findings_the_first_are_told_and_the_others_counted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("2023.csv"), ROWS).unwrap();
    let each = |word: fn(usize) -> String| (0..3_000).map(word).collect::<Vec<_>>().join(" ");
    for (args, code, listed, counted) in [
        (each(|_| "2023.csv".to_owned()), "run/same-file-twice", 1_000, 1_999),
        (each(|at| format!("x{at}.csv")), "run/no-such-file", 1_000, 2_000),
        (each(|at| format!("x{at}*.csv")), "run/no-match", 1_000, 2_000),
        (each(|at| format!("2023.csv --indicator x{at}")), "run/unknown-indicator", 1_000, 2_000),
    ] {
        let output = ended(folder.path(), &format!("check {args} --lang en"));
        assert_eq!(output.status.code(), Some(2), "{code}");
        assert_eq!(told(&output, code), (listed, counted), "{code}");
    }
    // Of each of many files a thousand are listed, and of all of them no more than this.
    let row = "年份,地区,指标,数值\n".to_owned() + &"2023,某地,9,57.2%\n".repeat(1_500);
    (0..24).for_each(|at| fs::write(folder.path().join(format!("{at}.csv")), &row).unwrap());
    let output = ended(folder.path(), "tidy . --lang en");
    assert_eq!(output.status.code(), Some(3));
    let (listed, counted) = told(&output, "submission/unknown-region");
    assert!((19_900..=20_000).contains(&listed), "{listed}");
    assert_eq!(listed as u64 + counted, 24 * 1_500);
}

#[test]
fn what_a_killed_run_left_is_no_submission_and_goes_when_a_file_is_written() {
    for line in ["tidy . -o tidy.csv", "template --year 2024 -o form.csv", "check . -o r.json"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("2023.csv"), ROWS).unwrap();
        let left = folder.path().join(".dabiao-Ab3xYz.part");
        fs::write(&left, "年份,地区\n半").unwrap();
        let output = ended(folder.path(), line);
        let told = text(&output.stderr);
        assert_ne!(output.status.code(), Some(2), "{line}\n{told}");
        assert!(!told.contains("Ab3xYz") && !left.exists(), "{line}\n{told}");
    }
}
