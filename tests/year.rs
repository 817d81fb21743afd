//! An analyst's year, from an empty folder to the trends; every figure is made up (示例数据).
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// What each may be known by.
const COUNTIES: [(&str, [&str; 2]); 4] = [
    ("定海区", ["330902", "Dinghai"]),
    ("普陀区", ["330903", "Putuo"]),
    ("岱山县", ["330921", "Daishan"]),
    ("嵊泗县", ["330922", "Shengsi"]),
];

/// The commands of the page on the year, in their order; that of the other language has the same.
fn commands() -> Vec<String> {
    let of = |lang: &str| -> Vec<String> {
        let path = format!("{}/docs/{lang}/year.md", env!("CARGO_MANIFEST_DIR"));
        let page = fs::read_to_string(path).unwrap();
        let blocks = page.split("\n```sh year\n").skip(1);
        blocks.map(|block| block.lines().next().unwrap().to_owned()).collect()
    };
    assert_eq!(of("zh"), of("en"));
    of("zh").iter().map(|line| line.strip_prefix("dabiao ").unwrap().to_owned()).collect()
}

struct Ran {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn run(folder: &Path, line: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(line.split(' ')).current_dir(folder);
    command.env("COLUMNS", "80").env("NO_COLOR", "1").env("DABIAO_NO_CONFIG", "");
    let output = command.env_remove("GITHUB_STEP_SUMMARY").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn sample(year: u16) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(format!("data/{year}.csv"))).unwrap()
}

/// What was sent for a year: the value and the counts by region and indicator.
fn figures(year: u16) -> BTreeMap<(String, String), [String; 3]> {
    let text = sample(year);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cell = |at: usize| row[at].to_owned();
        ((cell(1), cell(2)), [cell(3), cell(4), cell(5)])
    });
    rows.collect()
}

/// A form of the program as a county sends it: filled in with the figures of the year.
fn filled(form: &str) -> Vec<Vec<String>> {
    let sent = figures(2023);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(form.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let column = |rows: &[Vec<String>], name: &str| {
        rows[0].iter().position(|head| head.trim_start_matches('\u{FEFF}') == name).unwrap()
    };
    let [region, indicator, numerator, denominator, value, remark] =
        ["地区", "指标", "分子", "分母", "数值", "备注"].map(|name| column(&rows, name));
    for row in &mut rows[1..] {
        let key = (row[region].clone(), row[indicator].clone());
        let Some([rate, of, all]) = sent.get(&key).cloned() else { continue };
        (row[value], row[numerator], row[denominator]) = (rate, of, all);
        "示例数据".clone_into(&mut row[remark]);
    }
    rows
}

/// The cell of a row and a column, found by their names.
fn cell<'r>(rows: &'r mut [Vec<String>], indicator: &str, column: &str) -> &'r mut String {
    let at = |name: &str| {
        rows[0].iter().position(|head| head.trim_start_matches('\u{FEFF}') == name).unwrap()
    };
    let (names, at) = (at("指标"), at(column));
    &mut rows.iter_mut().find(|row| row[names] == indicator).unwrap()[at]
}

fn put_csv(path: &Path, rows: &[Vec<String>]) {
    let mut writer = csv::Writer::from_path(path).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.flush().unwrap();
}

fn put_workbook(path: &Path, rows: &[Vec<String>]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, row) in (0..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            let text = text.trim_start_matches('\u{FEFF}');
            match text.parse::<u32>() {
                Ok(number) => sheet.write_number(at, column, number).unwrap(),
                Err(_) => sheet.write_string(at, column, text).unwrap(),
            };
        }
    }
    book.save(path).unwrap();
}

/// Ten mistakes of three counties: who made it, where, what stands there, and how it is told.
#[rustfmt::skip] // a mistake a line
const MISTAKES: [(&str, &str, &str, &str, &str); 10] = [
    ("定海区", "残疾人就业率", "数值", "52.70%", "submission/ratio-mismatch"),
    ("定海区", "残疾人基本康复服务覆盖率", "分子", "四千五百", "submission/"),
    ("定海区", "残疾人辅助器具适配率", "分子", "2396", "submission/"),
    ("定海区", "残疾人文体服务覆盖率", "年份", "2022", "submission/year-conflict"),
    ("普陀区", "残疾人就业率", "地区", "普沱区", "submission/unknown-region"),
    ("普陀区", "残疾人之家覆盖率", "指标", "残疾人之加覆盖率", "submission/unknown-indicator"),
    ("普陀区", "持证残疾人家庭医生签约服务率", "分母", "-3", "submission/"),
    ("嵊泗县", "残疾人就业率", "数值", "约六成", "submission/"),
    ("嵊泗县", "残疾人文体服务覆盖率", "分母", "0.5", "submission/"),
    ("嵊泗县", "困难残疾人生活补贴覆盖率", "年份", "二三", "submission/bad-year"),
];

/// Puts the filled forms into the folder of the year, with or without the mistakes.
fn send(folder: &Path, are_wrong: bool) {
    let forms = folder.join("表");
    for name in COUNTIES.iter().map(|(name, _)| *name).chain(["舟山市"]) {
        let form = fs::read_to_string(forms.join(format!("报送表-{name}.csv"))).unwrap();
        let mut rows = filled(&form);
        for (_, indicator, column, wrong, _) in
            MISTAKES.iter().filter(|mistake| are_wrong && mistake.0 == name)
        {
            *cell(&mut rows, indicator, column) = (*wrong).to_owned();
        }
        let sent = folder.join("data/2023");
        // One of them sends a workbook.
        match name {
            "嵊泗县" => put_workbook(&sent.join("嵊泗县.xlsx"), &rows),
            _ => put_csv(&sent.join(format!("{name}.csv")), &rows),
        }
    }
}

/// The text of a document for a word processor.
fn document(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        // The figures of a chart are a workbook.
        if !part.name().unwrap().ends_with(".xlsx") {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn from_an_empty_folder_to_the_trends() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    let commands = commands();
    let [init, template, check, letters, diff, reports, trend] = &commands[..] else {
        panic!("the page has {} commands", commands.len());
    };
    assert_eq!(run(folder, init).code, Some(0));
    for year in [2020, 2021, 2022] {
        fs::write(folder.join(format!("data/{year}.csv")), sample(year)).unwrap();
    }
    fs::create_dir(folder.join("data/2023")).unwrap();

    // A form for each, with the figures of the year before.
    for line in [template.clone(), format!("{template} --format csv")] {
        let forms = run(folder, &line);
        assert_eq!(forms.code, Some(0), "{}", forms.stderr);
        assert!(forms.stderr.contains("5 个地区"), "{}", forms.stderr);
    }
    send(folder, true);

    // What was sent has faults: each is told with its place, and no verdict is passed over it.
    let check = run(folder, check);
    assert_eq!(check.code, Some(3), "{}", check.stderr);
    let old = json(&fs::read_to_string(folder.join("旧.json")).unwrap());
    let found = old["diagnostics"].as_array().unwrap();
    let errors: Vec<&Value> = found.iter().filter(|found| found["severity"] == "error").collect();
    for (county, indicator, _, _, code) in MISTAKES {
        let file = if county == "嵊泗县" { "嵊泗县.xlsx" } else { county };
        let is_told = |error: &&&Value| {
            let place = error["location"]["file"].as_str().unwrap_or_default();
            place.contains(file) && error["code"].as_str().unwrap().starts_with(code)
        };
        assert!(errors.iter().any(|error| is_told(&error)), "{county} {indicator} {code}");
    }
    assert!(errors.len() >= MISTAKES.len(), "{}", errors.len());
    assert!(check.stdout.contains("报送数据不完整"), "{}", check.stdout);
    assert!(check.stdout.lines().count() <= 60, "{}", check.stdout);

    // To each county its own, and nothing of another's.
    let letters = run(folder, letters);
    assert_eq!(letters.code, Some(3));
    for (county, _) in COUNTIES {
        let letter = document(&folder.join(format!("函/反馈函-{county}.docx")));
        assert!(letter.contains(county) && letter.contains("舟山市"), "{county}");
        assert_eq!(letter.contains("2024年3月15日"), county != "岱山县", "{county}");
        for (other, known_by) in COUNTIES.iter().filter(|(other, _)| *other != county) {
            for name in known_by.iter().chain([other]) {
                assert!(!letter.contains(name), "{county} is told of {name}");
            }
        }
        for typed in ["--", "退出码", "submission/"] {
            assert!(!letter.contains(typed), "{county} is told of {typed}");
        }
    }

    // Corrected and sent again, nothing is open any more, and the comparison says so.
    send(folder, false);
    let diff = run(folder, diff);
    assert_eq!(diff.code, Some(0), "{}{}", diff.stdout, diff.stderr);
    assert!(diff.stdout.contains("好转") && diff.stdout.contains("结论：没有变差。"));
    assert!(fs::read_to_string(folder.join("比较.html")).unwrap().contains("结论：没有变差。"));
    let check = run(folder, reports);
    assert_eq!(check.code, Some(1), "{}", check.stderr);
    let new = json(&fs::read_to_string(folder.join("新.json")).unwrap());
    let summary = &new["summary"];
    assert_eq!([&summary["missing"], &summary["invalid"]], [&Value::from(0), &Value::from(0)]);
    // As where all was sent in one file.
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2023.csv");
    let whole = run(folder, &format!("check {} --history data --format json", whole.display()));
    let whole = &json(&whole.stdout)["summary"];
    for outcome in ["met", "on_pace", "behind", "not_met", "not_due", "not_applicable"] {
        assert_eq!(summary[outcome], whole[outcome], "{outcome}");
    }
    let document = document(&folder.join("报告.docx"));
    for report in [fs::read_to_string(folder.join("报告.html")).unwrap(), document] {
        assert!(report.contains("残疾人之家覆盖率") && report.contains("示例数据"), "a report");
    }

    // The years side by side.
    let trend = run(folder, trend);
    assert_eq!(trend.code, Some(0), "{}", trend.stderr);
    let page = fs::read_to_string(folder.join("走势.html")).unwrap();
    for told in ["2020–2023 年走势", "预警", "结论：走势"] {
        assert!(page.contains(told), "{told}");
    }
}
