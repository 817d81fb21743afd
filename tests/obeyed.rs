//! Nothing that a terminal or a runner of CI obeys leaves the program, whoever wrote it.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use dabiao::render::Ink;
use rust_xlsxwriter::Workbook;

/// Controls of both kinds, marks that turn a line, ends of lines, and commands of a runner.
const EVIL: &str = "甲\u{1B}[8m\u{9B}31m\u{90}\u{85}\u{7}\u{8}\u{7F}\u{202E}\u{2066}\u{200F}\u{2028}\
    \n::error::乙\r\n::set-output name=x::y\r##[add-path]丙\
    \n\u{3000}::error::丁\n \u{A0}\u{2003}::error::戊";

/// What a plan may hold of it.
const EVIL_RULES: &str = "甲\u{202E}\u{2066}\u{200F}\u{2028}\u{2029}::error::乙##[add-path]丙";

fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n'
        || "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
        || "\u{61C}\u{200E}\u{200F}\u{2028}\u{2029}".contains(c)
}

/// What a run says on both streams, which must be harmless.
fn harmless(folder: &Path, args: &[&str], color: bool) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(args).current_dir(folder).env("COLUMNS", "100").stdin(Stdio::null());
    command.env_remove("NO_COLOR").env_remove("GITHUB_STEP_SUMMARY");
    if color {
        command.args(["--color", "always"]);
    }
    let output = command.output().unwrap();
    let mut all = String::new();
    for bytes in [output.stdout, output.stderr] {
        let mut text = String::from_utf8(bytes).unwrap();
        if color {
            // A colour is all that is left to obey.
            for code in ["0", "1", "39"].iter().map(ToString::to_string).chain(codes()) {
                text = text.replace(&format!("\u{1B}[{code}m"), "");
            }
        }
        if let Some(at) = text.find(is_obeyed) {
            let from = text[..at].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
            panic!("{args:?} {:?}\n{text}", &text[from..(at + 3).min(text.len())]);
        }
        assert!(!text.contains("##[") || text.contains("\u{FFFD}##["), "{args:?}\n{text}");
        if !args.contains(&"github") {
            let command = text.lines().find(|line| line.trim_start().starts_with("::"));
            assert_eq!(command, None, "{args:?}\n{text}");
        }
        all += &text;
    }
    assert!(!all.contains("panicked"), "{args:?}\n{all}");
    all
}

fn codes() -> impl Iterator<Item = String> {
    Ink::ALL.into_iter().map(|ink| format!("38;5;{}", ink.code()))
}

/// A plan whose every text is hostile.
fn plan(evil: &str) -> String {
    let text = serde_json::to_string(evil).unwrap();
    let text = text.chars().map(|c| match c {
        c if c.is_control() || is_obeyed(c) => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    });
    let evil = text.collect::<String>();
    let named = |end: &str| evil.strip_suffix('"').unwrap().to_owned() + end + "\"";
    format!(
        "[plan]\nid = 'p'\ntitle = {evil}\nsource = {evil}\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\npace = 'linear'\n\
         [[region]]\ncode = '1'\nname = {city}\nlevel = 'city'\n\
         [[region]]\ncode = '11'\nname = {county}\nlevel = 'county'\nwithin = '1'\n\
         [[indicator]]\nid = 'rate'\nnumber = 1\nname = {rate}\nattribute = '约束性'\nunit = '%'\n\
         numerator = {evil}\ndenominator = {evil}\nbaseline = 10\noperator = '≥'\nthreshold = 20\n\
         cite = {evil}\n",
        city = named("市"),
        county = named("县"),
        rate = named("率"),
    )
}

fn rows(evil: &str) -> Vec<[String; 7]> {
    let row = |cells: [&str; 7]| cells.map(str::to_owned);
    vec![
        row(["2023", "11", "1", "15%", "15", "100", evil]),
        row(["2022", "11", "1", "不适用", "", "", evil]),
        row(["2021", "11", "1", evil, "", "", evil]),
        row(["2023", evil, "1", "15%", "", "", evil]),
        row(["2023", "11", evil, "15%", "", "", ""]),
        row([evil, "11", "1", "15%", "", "", ""]),
        row(["2023", "11", "1", "15%", "15", "100", evil]),
    ]
}

fn quoted(cells: &[String]) -> String {
    let quoted: Vec<String> =
        cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    quoted.join(",") + "\n"
}

/// A folder of inputs, each with hostile text wherever it can be.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("plan.toml", &plan(EVIL_RULES));
    let header = ["年份", "地区", "指标", "数值", "分子", "分母", "备注"].map(str::to_owned);
    let body: String = rows(EVIL).iter().map(|row| quoted(row)).collect();
    put("sent.csv", &(quoted(&header) + &body));
    let mut strange = header.to_vec();
    strange.push(format!("数值{EVIL}"));
    put("heading.csv", &quoted(&strange));
    put(&format!("{EVIL}2023.csv").replace('/', ""), &(quoted(&header) + &body));
    put(
        "table.csv",
        &format!("指标,单位,基期值,目标值\n\"{EVIL}率\",%,10,≥20\n\"{EVIL}\",,,\"{EVIL}\"\n"),
    );
    put(
        "waivers.toml",
        &format!(
            "[[waiver]]\nindicator = '1'\nregion = '11'\nyear = 2023\nreason = {0}\n\
             approved-by = {0}\nexpires = 2024-06-30\n",
            serde_json::to_string("a\u{9B}b\u{202E}c\n::error::d")
                .unwrap()
                .replace('\u{9B}', "\\u009B")
                .replace('\u{202E}', "\\u202E")
        ),
    );
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("甲\u{9B}31m\u{202E}乙\u{2028}").unwrap();
    for (row, cells) in (0..).zip([header].into_iter().chain(rows(EVIL))) {
        for (column, cell) in (0..).zip(&cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save(folder.path().join("book.xlsx")).unwrap();
    folder
}

#[test]
fn no_text_of_submissions_plans_waivers_or_names_is_obeyed_in_any_format() {
    let folder = folder();
    let name = format!("{EVIL}2023.csv").replace('/', "");
    for color in [false, true] {
        let run = |args: &[&str]| harmless(folder.path(), args, color);
        for file in ["sent.csv", "book.xlsx", "heading.csv", &name] {
            for format in
                ["table", "json", "jsonl", "csv", "markdown", "html", "junit", "sarif", "github"]
            {
                let args = ["check", file, "--plan", "plan.toml", "--format", format];
                let all = run(&args);
                assert!(file == "heading.csv" || all.contains('甲'), "{args:?}\n{all}");
                run(&[&args[..], &["--lang", "en", "--waivers", "waivers.toml"]].concat());
            }
            run(&["check", file, "--plan", "plan.toml", "--detail", "--waivers", "waivers.toml"]);
            for format in ["table", "json", "csv"] {
                run(&["trend", file, "--plan", "plan.toml", "--format", format]);
                run(&["diff", file, "sent.csv", "--plan", "plan.toml", "--format", format]);
            }
            run(&["tidy", file, "--plan", "plan.toml"]);
            run(&["explain", "1", file, "--plan", "plan.toml"]);
        }
        run(&["plan", "show", "--plan", "plan.toml"]);
        run(&["plan", "lint", "--plan", "plan.toml"]);
        run(&["plan", "lint", "--plan", "plan.toml", "--format", "json"]);
        run(&["plan", "test", "--plan", "plan.toml"]);
        run(&["plan", "new", "table.csv"]);
        run(&["template", "--year", "2024", "--plan", "plan.toml", "--history", "sent.csv"]);
    }
}

#[test]
fn no_argument_is_obeyed_where_it_is_told() {
    let folder = folder();
    let report = format!("csv={EVIL}");
    for color in [false, true] {
        let run = |args: &[&str]| harmless(folder.path(), args, color);
        for args in [
            &["check", EVIL][..],
            &["check", "sent.csv", "--plan", EVIL],
            &["check", "sent.csv", "--plan", "plan.toml", "--region", EVIL],
            &["check", "sent.csv", "--plan", "plan.toml", "--indicator", EVIL],
            &["check", "sent.csv", "--plan", "plan.toml", "--deny", EVIL],
            &["check", "sent.csv", "--format", EVIL],
            &["check", "sent.csv", "-o", EVIL],
            &["check", "sent.csv", "--report", &report],
            &["check", "sent.csv", "--report", EVIL],
            &["check", "book.xlsx", "--sheet", EVIL],
            &["check", "-", "--stdin-filename", EVIL],
            &["check", "sent.csv", "--stdin-filename", EVIL],
            &["check", "sent.csv", "--as-of", EVIL],
            &["explain", EVIL],
            &["template", "--year", EVIL],
            &["plan", "new", EVIL],
            &["completions", EVIL],
            &["man", "-o", EVIL],
            &[EVIL],
        ] {
            if color && (args[0] == EVIL || args[0] == "man") {
                continue;
            }
            let all = run(args);
            assert!(!all.is_empty(), "{args:?}");
        }
    }
}

/// What nobody sees: of no width, fillers, a hyphen that is not shown, tags, a selector alone.
const HIDDEN: [&str; 9] = [
    "\u{200B}",
    "\u{2060}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{3164}",
    "\u{115F}",
    "\u{E0041}",
    "\u{200D}",
    " \u{FE0F}",
];

#[test]
fn what_nobody_sees_is_shown_to_people_and_stays_in_what_programs_read() {
    let folder = tempfile::tempdir().unwrap();
    for hidden in HIDDEN {
        let evil = format!("甲{hidden}乙");
        let plan = plan(&evil).replace(&format!("{hidden}乙县"), &format!("{hidden}县"));
        fs::write(folder.path().join("plan.toml"), plan).unwrap();
        let rows: Vec<String> = rows(&evil).iter().map(|row| quoted(row)).collect();
        let text = format!("年份,地区,指标,数值,分子,分母,备注\n{}", rows.concat());
        fs::write(folder.path().join("sent.csv"), text).unwrap();
        let run = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
            command.args(args).current_dir(folder.path()).stdin(Stdio::null());
            let output = command.env_remove("GITHUB_STEP_SUMMARY").output().unwrap();
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
        };
        let mark = hidden.trim_start();
        let check = ["check", "sent.csv", "--plan", "plan.toml"];
        for format in ["table", "markdown", "html", "junit", "github"] {
            for told in run(&[&check[..], &["--format", format]].concat()) {
                assert!(!told.contains(mark), "{mark:?} {format}: {told}");
            }
        }
        for args in [
            &[&check[..], &["--detail"]].concat()[..],
            &[&check[..], &["--explain"]].concat(),
            &["check", &evil],
            &["plan", "show", "--plan", "plan.toml"],
            &["plan", "lint", "--plan", "plan.toml"],
            &["trend", "sent.csv", "--plan", "plan.toml"],
            &["explain", &evil],
        ] {
            for told in run(args) {
                assert!(!told.contains(mark), "{mark:?} {args:?}: {told}");
            }
        }
        for format in ["json", "csv"] {
            let [report, said] = run(&[&check[..], &["--format", format]].concat());
            assert!(report.contains(mark) && !report.contains('\u{FFFD}'), "{mark:?}: {report}");
            assert!(!said.contains(mark), "{mark:?}: {said}");
        }
    }
}
