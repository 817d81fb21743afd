//! `dabiao.toml`: where it is looked for, what it may do, and `dabiao init`.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a command says in a folder: the exit code, standard output and standard error.
/// `timeout` ends it where it waits.
fn run(folder: &Path, line: &str) -> (Option<i32>, String, String) {
    let mut command = Command::new("timeout");
    command.args(["60", env!("CARGO_BIN_EXE_dabiao")]).args(line.split(' '));
    command.env("DABIAO_NO_CONFIG", "").env("COLUMNS", "80").env("NO_COLOR", "1");
    let output = command.current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// A row of a year; the figures are made up.
fn rows(year: u16) -> String {
    let head = "年份,地区,指标,数值,分子,分母,备注\n";
    format!("{head}{year},定海区,残疾人就业率,,{},6140,示例数据\n", u32::from(year) + 1200)
}

fn json(folder: &Path, line: &str) -> Value {
    let (_, report, said) = run(folder, &format!("{line} --format json"));
    serde_json::from_str(&report).unwrap_or_else(|_| panic!("{line}: {said}"))
}

/// The names of the files of a run.
fn names(report: &Value, key: &str) -> Vec<String> {
    let inputs = report["run"][key].as_array().unwrap().iter();
    inputs.map(|input| input["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_nearest_file_holds_however_deep_one_stands_and_its_paths_are_its_own() {
    let folder = folder(&[
        ("dabiao.toml", "years = '报送/{year}.csv'\n"),
        ("报送/2022.csv", &rows(2022)),
        ("报送/2023.csv", &rows(2023)),
        ("a/b/c/x", ""),
        ("a/near/dabiao.toml", "history = ['before.csv']\n"),
        ("a/near/before.csv", &rows(2021)),
    ]);
    for (within, up) in [("", ""), ("a", "../"), ("a/b/c", "../../../")] {
        let report = json(&folder.path().join(within), "check 2023");
        assert_eq!(report["run"]["settings"], format!("{up}dabiao.toml"));
        assert_eq!(names(&report, "inputs"), [format!("{up}报送/2023.csv")]);
        assert_eq!(names(&report, "history"), [format!("{up}报送/2022.csv")]);
    }
    let near = folder.path().join("a/near");
    let report = json(&near, "check ../../报送/2023.csv");
    assert_eq!(names(&report, "history"), ["before.csv"]);
    let report = json(&near, "check ../../报送/2023.csv --no-config");
    assert_eq!((names(&report, "history").len(), &report["run"]["settings"]), (0, &Value::Null));
    // The same by name, from elsewhere.
    let report = json(&near, "check 2023 --config ../../dabiao.toml");
    assert_eq!(names(&report, "history"), ["../../报送/2022.csv"]);
}

#[test]
fn a_year_is_a_file_here_or_a_year_of_the_layout_and_never_a_guess() {
    let folder = folder(&[
        ("dabiao.toml", "years = 'data/{year}*'\n"),
        ("data/2022.csv", &rows(2022)),
        ("data/2023/定海.csv", &rows(2023)),
        ("data/2024/定海.csv", &rows(2023)),
        ("2021", &rows(2021)),
        ("here/2022", &rows(2022)),
    ]);
    let here = folder.path().join("here");
    let told = |folder: &Path, line: &str| {
        let (code, _, said) = run(folder, line);
        (code, said)
    };
    // Only here; only in the layout; in both; written out.
    assert_eq!(names(&json(folder.path(), "check 2021"), "inputs"), ["2021"]);
    assert_eq!(names(&json(&here, "check 2023"), "inputs"), ["../data/2023/定海.csv"]);
    let (code, said) = told(&here, "check 2022");
    assert!(code == Some(2) && said.contains("run/two-of-that-year"), "{said}");
    for command in ["tidy 2022", "trend 2022", "diff 2022 2023", "explain 9 2022"] {
        assert!(told(&here, command).1.contains("run/two-of-that-year"), "{command}");
    }
    assert_eq!(names(&json(&here, "check ./2022"), "inputs"), ["./2022"]);
    // What lies in the folder of a year is of that year.
    let (code, said) = told(folder.path(), "check 2024");
    assert!(code == Some(3) && said.contains("submission/"), "{said}");
    // Of no year.
    for line in ["check 20231", "check 1492", "check 二零二三"] {
        assert!(told(folder.path(), line).1.contains("run/no-such-file"), "{line}");
    }
    // The layout is where the file is.
    let folder = self::folder(&[("dabiao.toml", "years = '{year}'\n"), ("2023", &rows(2023))]);
    assert_eq!(names(&json(folder.path(), "check 2023"), "inputs"), ["2023"]);
}

#[test]
fn what_is_typed_goes_before_the_settings() {
    let folder = folder(&[
        ("dabiao.toml", "fail-on = 'none'\nregions = ['普陀区']\nreports = ['out.html']\n"),
        ("2023.csv", &rows(2023)),
    ]);
    let line = "check 2023.csv --indicator 9 --region 定海区";
    let report = json(folder.path(), line);
    assert_eq!(report["run"]["fail_on"], "none");
    assert_eq!(report["run"]["selection"]["regions"][0]["name"], "定海区");
    assert!(folder.path().join("out.html").exists());
    let report = json(folder.path(), &format!("{line} --fail-on task"));
    assert_eq!(
        (&report["run"]["fail_on"], &report["summary"]["exit_code"]),
        (&"task".into(), &1.into())
    );
    // Nothing is laxer without a word, and the report says what it says where it is typed.
    let (code, report, said) = run(folder.path(), line);
    assert!(code == Some(0) && said.contains("--fail-on=none"), "{said}");
    let typed = run(folder.path(), &format!("{line} --fail-on none --no-config"));
    assert_eq!((typed.0, typed.1), (code, report));
    // To get worse is another thing than to fall short, and a comparison another document.
    fs::write(folder.path().join("out.html"), "mine").unwrap();
    for line in ["diff 2023.csv 2023.csv", "trend 2023.csv"] {
        let (code, _, said) = run(folder.path(), line);
        let is_taken = said.contains("--fail-on") || said.contains("--report");
        assert!(code != Some(2) && !is_taken, "{line}: {said}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("out.html")).unwrap(), "mine");
}

#[test]
fn of_a_file_of_settings_and_none_the_last_that_is_typed_holds() {
    let folder = folder(&[
        ("dabiao.toml", "fail-on = 'none'\n"),
        ("other.toml", "fail-on = 'task'\n"),
        ("2023.csv", &rows(2023)),
    ]);
    for (typed, settings) in [
        ("--no-config", None),
        ("--config other.toml --no-config", None),
        ("--no-config --config other.toml", Some("other.toml")),
        ("--no-config --config other.toml --no-config", None),
        ("--config other.toml --no-config --config dabiao.toml", Some("dabiao.toml")),
        ("", Some("dabiao.toml")),
    ] {
        let report = json(folder.path(), format!("check 2023.csv {typed}").trim());
        assert_eq!(report["run"]["settings"].as_str(), settings, "{typed}");
    }
}

#[test]
fn a_report_of_the_settings_writes_over_nothing_that_is_read() {
    for report in ["dabiao.toml", "2023.csv", "table=dabiao.toml"] {
        let settings = format!("reports = ['csv=other.csv', '{report}']\n");
        let folder = folder(&[("dabiao.toml", &settings), ("2023.csv", &rows(2023))]);
        let (code, _, said) = run(folder.path(), "check 2023.csv");
        assert_eq!(code, Some(2), "{report}: {said}");
        assert_eq!(fs::read_to_string(folder.path().join("dabiao.toml")).unwrap(), settings);
        assert_eq!(fs::read_to_string(folder.path().join("2023.csv")).unwrap(), rows(2023));
        assert!(!folder.path().join("other.csv").exists(), "{report}");
    }
}

#[test]
fn what_stands_for_standard_input_elsewhere_is_a_file_in_settings() {
    let folder = folder(&[("dabiao.toml", "history = ['-']\n"), ("2023.csv", &rows(2023))]);
    assert!(run(folder.path(), "check 2023.csv").2.contains("run/no-such-file"));
    fs::write(folder.path().join("-"), rows(2022)).unwrap();
    assert_eq!(names(&json(folder.path(), "check 2023.csv"), "history"), ["./-"]);
}

#[test]
fn a_folder_whose_name_looks_like_a_pattern_is_none() {
    let folder = folder(&[
        ("[甲]/dabiao.toml", "years = 'd/{year}*'\n"),
        ("[甲]/d/2023.csv", &rows(2023)),
        ("甲/d/2023.csv", &rows(2022)),
    ]);
    let report = json(folder.path(), "check 2023 --config [甲]/dabiao.toml");
    assert_eq!(names(&report, "inputs"), ["[甲]/d/2023.csv"]);
}

/// Nobody named the file: it may be anything that somebody laid there.
#[cfg(unix)]
#[test]
fn what_lies_above_and_is_no_sound_file_is_told_and_not_waited_for() {
    use std::os::unix::fs::symlink;
    type Make = fn(&Path);
    let hostile: [(&str, &str, Make); 7] = [
        ("a pipe", "run/not-a-file", |path| {
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        }),
        ("a device", "run/not-a-file", |path| symlink("/dev/zero", path).unwrap()),
        ("a circle of links", "run/unreadable", |path| symlink(path, path).unwrap()),
        ("a link to nothing", "run/no-such-file", |path| symlink("nowhere", path).unwrap()),
        ("a folder", "run/is-directory", |path| fs::create_dir(path).unwrap()),
        ("100 MB", "run/too-large", |path| {
            fs::File::create(path).unwrap().set_len(100 << 20).unwrap();
        }),
        ("controls", "plan/control-character", |path| {
            fs::write(path, "history = [\"a\\u001b[2J\"]\nregions = [\"\\u0007\"]\n").unwrap();
        }),
    ];
    for (what, code, lay) in hostile {
        let folder = folder(&[("below/2023.csv", &rows(2023))]);
        lay(&folder.path().join("dabiao.toml"));
        for command in ["check 2023.csv", "trend 2023.csv", "plan show"] {
            let (exit, report, said) = run(&folder.path().join("below"), command);
            assert_eq!((exit, report.as_str()), (Some(2), ""), "{what}: {said}");
            assert!(said.contains(code) && !said.contains('\u{1b}'), "{what}: {said}");
        }
        let (exit, ..) = run(&folder.path().join("below"), "tidy 2023.csv --no-config");
        assert_eq!(exit, Some(0), "{what}");
    }
}

#[test]
fn a_folder_is_made_in_which_a_year_is_the_whole_command() {
    let folder = folder(&[]);
    let (code, ..) = run(folder.path(), "init 甲/乙");
    assert_eq!(code, Some(0));
    let made = folder.path().join("甲/乙");
    let (code, _, said) = run(&made, "check 2024");
    assert!(code == Some(2) && said.contains("run/no-match"), "{said}");
    for year in [2022, 2023] {
        fs::write(made.join(format!("data/{year}.csv")), rows(year)).unwrap();
    }
    let report = json(&made, "check 2023");
    assert_eq!(names(&report, "history"), ["data/2022.csv"]);
    assert_eq!(run(&made, "plan lint").0, Some(0));
    assert_eq!(run(&made.join("data"), "trend --indicator 9").0, Some(0));
}

#[test]
fn what_is_there_is_kept_and_told() {
    let kept =
        [("dabiao.toml", "language = 'en'\n"), ("README.md", "我的"), ("plan/我的.toml", "x")];
    let folder = folder(&kept);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.path().join("data")).unwrap();
    let (code, _, said) = run(folder.path(), "init");
    assert_eq!(code, Some(0), "{said}");
    for (name, text) in kept {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
    }
    assert_eq!(fs::read_dir(folder.path().join("plan")).unwrap().count(), 1);
    assert!(said.lines().all(|line| line.ends_with("未改动") || cfg!(not(unix))), "{said}");
    // A file where a folder is to be.
    let (code, _, said) = run(folder.path(), "init README.md/below");
    assert_eq!(code, Some(2), "{said}");
}

#[test]
fn the_schema_is_what_is_committed_and_accepts_what_init_writes() {
    let committed = include_str!("../plan/settings.schema.json");
    let folder = folder(&[]);
    let (_, schema, _) = run(folder.path(), "plan schema --settings");
    assert_eq!(
        schema, committed,
        "cargo run -- plan schema --settings > plan/settings.schema.json"
    );
    let validator =
        jsonschema::draft202012::new(&serde_json::from_str(committed).unwrap()).unwrap();
    let valid = |text: &str| {
        validator.is_valid(&serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap())
    };
    run(folder.path(), "init");
    let written = fs::read_to_string(folder.path().join("dabiao.toml")).unwrap();
    assert!(valid(&written));
    // And once its marks are off.
    let keys = ["waivers", "reports", "regions", "fail-on", "language"];
    assert!(valid(&keys.iter().fold(written, |text, key| text.replace(&format!("# {key}"), key))));
    for wrong in ["plans = ['a']", "plan = 'a'", "fail-on = 'x'", "years = 'data'", "history = [1]"]
    {
        assert!(!valid(wrong), "{wrong}");
    }
}

/// The figures are made up; nothing in the file, nor its name, says a year.
fn yearless(done: u16) -> String {
    format!("地区,指标,数值,分子,分母,备注\n定海区,残疾人就业率,,{done},6140,示例数据\n")
}

#[test]
fn every_command_knows_the_year_of_a_file_by_the_folder_that_the_settings_give_it() {
    for layout in ["data/{year}", "data/{year}*", "./data/{year}年/*.csv", "{year}*/*"] {
        let [before, now] = ["2022", "2023"].map(|year| {
            let within = if layout.starts_with("{year}") { "年报送" } else { "" };
            let path = layout.replace("{year}*/", &format!("{{year}}{within}/"));
            let path = path.trim_end_matches(['*', '/']).trim_end_matches("*.csv");
            format!("{}/定海区.csv", path.trim_end_matches('/').replace("{year}", year))
        });
        let settings = format!("years = '{layout}'\n");
        let folder = folder(&[
            ("dabiao.toml", &settings),
            (&before, &yearless(3400)),
            (&now, &yearless(3512)),
        ]);
        let told = |line: &str| {
            let (code, page, said) = run(folder.path(), line);
            assert!(!said.contains("submission/"), "{layout} {line}: {said}");
            (code, page)
        };
        let check = json(folder.path(), "check 2023 --indicator 9 --region 定海区");
        assert_eq!(check["results"][0]["value"], "57.20", "{layout}");
        let trend = json(folder.path(), "trend --indicator 9 --region 定海区");
        let years = trend["trends"][0]["years"].as_array().unwrap();
        let values: Vec<_> = years.iter().filter_map(|year| year["value"].as_str()).collect();
        assert_eq!(values, ["55.37", "57.20"], "{layout}");
        let diff = json(folder.path(), "diff 2022 2023 --indicator 9 --region 定海区");
        assert_eq!(diff["changes"][0]["new"]["year"], 2023, "{layout}");
        assert!(told("tidy 2022").1.contains("2022,定海区"), "{layout}");
        assert!(told("explain 9 2023 --region 定海区").1.contains("57.20%"), "{layout}");
        assert_eq!(told("letters 2023 --region 定海区 --indicator 9 -o 函").0, Some(0));
        assert!(told("template --year 2024 --format csv -o -").1.contains("57.20%"), "{layout}");
        // And of a file that is named by itself.
        assert!(told(&format!("tidy {before}")).1.contains("2022,定海区"), "{layout}");
    }
}

#[test]
fn a_folder_of_one_year_with_figures_of_another_is_an_error_in_every_command() {
    let settings = ("dabiao.toml", "years = 'data/{year}'\n");
    for (name, text, code) in [
        ("data/2022/定海区2021.csv", yearless(3400), "submission/year-conflict"),
        ("data/2022/定海区.csv", rows(2021), "submission/year-conflict"),
        ("data/2022/2021年与2023年.csv", yearless(3400), "submission/year-conflict"),
    ] {
        let folder = folder(&[settings, (name, &text), ("data/2023/定海区.csv", &yearless(3512))]);
        for line in ["check 2022", "check 2023", "trend", "diff 2022 2023", "tidy 2022"] {
            let (_, _, said) = run(folder.path(), line);
            assert_eq!(said.contains(code), !line.starts_with("diff"), "{name} {line}: {said}");
        }
    }
}

/// What a stranger's settings could show of this machine, or write on it.
#[cfg(unix)]
#[test]
fn settings_that_nobody_named_lead_nowhere_out_of_their_folder() {
    use std::os::unix::fs::symlink;
    let secret = "密码 = 一二三\n";
    let links: [(&str, &str); 4] = [
        ("sub/plan/a.toml", "secret.toml"),
        ("sub/rules.cases.toml", "secret.toml"),
        ("sub/data/2022/a.csv", "2022.csv"),
        ("sub/out", ""),
    ];
    let tried = [
        // By a path.
        ("plan = ['../secret.toml']", "check 2023.csv", "--plan ../secret.toml"),
        ("plan = ['ABOVE/secret.toml']", "check 2023.csv", ""),
        ("plan = ['..']", "plan show", ""),
        ("waivers = ['x/../../secret.toml']", "check 2023.csv", ""),
        ("history = ['../2022.csv']", "check 2023.csv", "--history ../2022.csv"),
        ("history = ['../*.csv']", "check 2023.csv", ""),
        ("history = ['*/../../2022.csv']", "check 2023.csv", ""),
        ("years = '../{year}.csv'", "check 2023", ""),
        ("years = '{year}*/../../2022.csv'", "trend", ""),
        ("reports = ['html=../a.html']", "check 2023.csv", "--report html=b.html"),
        ("reports = ['ABOVE/a.md']", "check 2023.csv", ""),
        ("reports = ['csv=x/../../a.csv']", "check 2023.csv --quiet", ""),
        // By a link within the folder.
        ("plan = ['plan']", "check 2023.csv", ""),
        ("plan = ['plan/a.toml']", "plan lint", ""),
        ("plan = ['rules.toml']", "plan test", ""),
        ("history = ['data/2022']", "check 2023.csv", "--history data/2022"),
        ("history = ['data/*/*.csv']", "check 2023.csv", ""),
        ("years = 'data/{year}'", "check 2022", ""),
        ("years = 'data/{year}'", "trend", ""),
        ("years = 'out/{year}.csv'", "check 2022", ""),
        ("reports = ['out/a.html']", "check 2023.csv", ""),
    ];
    for (settings, line, typed) in tried {
        let folder = folder(&[
            ("secret.toml", secret),
            ("2022.csv", &rows(2022)),
            ("sub/2023.csv", &rows(2023)),
            ("sub/rules.toml", include_str!("../plan/indicators.toml")),
            ("sub/plan/b.toml", ""),
            ("sub/data/2022/b.csv", &rows(2022)),
            ("sub/x/y", ""),
        ]);
        for (link, target) in links {
            symlink(folder.path().join(target), folder.path().join(link)).unwrap();
        }
        let sub = folder.path().join("sub");
        let settings = settings.replace("ABOVE", folder.path().to_str().unwrap());
        fs::write(sub.join("dabiao.toml"), &settings).unwrap();
        let is_refused = |line: &str| {
            let (code, report, said) = run(&sub, line);
            let is_refused = said.contains("run/beyond-settings");
            assert!(!is_refused || code == Some(2) && report.is_empty(), "{settings}: {said}");
            assert!(!is_refused || !said.contains(secret.trim()), "{settings}: {said}");
            is_refused
        };
        for line in [line, &format!("{line} --lang en")] {
            assert!(is_refused(line), "{settings} {line}");
        }
        assert!(["a.html", "a.md", "a.csv"].iter().all(|name| !folder.path().join(name).exists()));
        // What is typed is meant.
        assert!(!is_refused(&format!("{line} --config dabiao.toml")), "{settings}");
        assert!(!is_refused(&format!("{line} --no-config")), "{settings}");
        assert!(typed.is_empty() || !is_refused(&format!("{line} {typed}")), "{settings}");
    }
    // The file itself.
    let folder = folder(&[("secret.toml", secret), ("sub/2023.csv", &rows(2023))]);
    symlink("../secret.toml", folder.path().join("sub/dabiao.toml")).unwrap();
    let (code, _, said) = run(&folder.path().join("sub"), "check 2023.csv");
    assert!(code == Some(2) && said.contains("run/beyond-settings"), "{said}");
    assert!(!said.contains("密码"), "{said}");
}
