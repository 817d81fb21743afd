//! 示例数据: what people's programs write is read as the same submission, in whatever
//! layout, encoding and container. `make.py` beside the files of crates/workbook and `tests/workbooks/*.py` made them.
#![allow(clippy::unwrap_used)] // a test that can't go on should stop

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{Run, codes, json};
use serde_json::Value;

const SUBMITTED: &str = include_str!("../data/2023.csv");

/// The layouts, and the word that the report has for each.
const LAYOUTS: [(&str, &str); 5] = [
    ("long", "long"),
    ("titled", "long"),
    ("indicators-across", "indicators-across"),
    ("regions-across", "regions-across"),
    ("region-a-sheet", "one-region"),
];

type File = (String, Vec<u8>);

/// The file of that name, or the files whose names begin so.
fn files(start: &str) -> Vec<File> {
    let folder = fs::read_dir("tests/workbooks/layouts").unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let named = paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path));
    let chosen = named.filter(|(name, _)| match start.ends_with('-') {
        true => name.starts_with(start),
        false => name == start,
    });
    chosen.map(|(name, path)| (name, fs::read(path).unwrap())).collect()
}

/// The document without where a value stands and what was read; and how it was read.
fn verdicts(files: Vec<File>) -> (Value, Value) {
    let run = files.into_iter().fold(Run::default(), |run, (name, bytes)| run.bytes(&name, bytes));
    anywhere(json(&run.judge(&common::BUILT_IN)))
}

fn anywhere(mut document: Value) -> (Value, Value) {
    let inputs = document["run"]["inputs"].take();
    for part in ["results", "diagnostics"] {
        for one in document[part].as_array_mut().unwrap() {
            let one = one.as_object_mut().unwrap();
            one.remove("location");
            one.remove("related");
        }
    }
    (document, inputs)
}

/// What was sent, without the remark that only some layouts have room for.
fn expected() -> Value {
    verdicts(vec![("2023.csv".to_owned(), without_remarks(SUBMITTED.to_owned()).into_bytes())]).0
}

fn without_remarks(text: String) -> String {
    let (header, rows) = text.split_once('\n').unwrap();
    let rows = rows.lines().map(|row| format!("{},\n", row.rsplit_once(',').unwrap().0));
    format!("{header}\n{}", rows.collect::<String>())
}

/// The same as a program sends it that writes no number formats, and so no zeros at the end.
fn expected_without_formats() -> Value {
    let cell = |cell: &str| match cell.strip_suffix('%').filter(|digits| digits.contains('.')) {
        Some(digits) => format!("{}%", digits.trim_end_matches('0').trim_end_matches('.')),
        None => cell.to_owned(),
    };
    let row = |row: &str| row.split(',').map(cell).collect::<Vec<_>>().join(",");
    let text = SUBMITTED.lines().map(|line| row(line) + "\n").collect();
    verdicts(vec![("2023.csv".to_owned(), without_remarks(text).into_bytes())]).0
}

/// Says what differs; whole documents are too long to be read.
fn same(found: &Value, expected: &Value, name: &str) {
    for part in ["run", "summary", "diagnostics"] {
        assert_eq!(found[part], expected[part], "{name}: {}", found["diagnostics"]);
    }
    let both = |document: &Value| document["results"].as_array().unwrap().clone();
    for (found, expected) in both(found).iter().zip(&both(expected)) {
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(found, expected, "{name}");
}

#[test]
fn every_layout_in_every_program_s_workbook_is_the_same_submission() {
    let (expected, bare) = (expected(), expected_without_formats());
    assert_eq!(expected["summary"]["missing"], 0);
    let programs =
        ["openpyxl.xlsx", "pandas.xlsx", "libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods"];
    for (layout, word) in LAYOUTS {
        for program in programs {
            let name = format!("{layout}-{program}");
            let (found, inputs) = verdicts(files(&name));
            same(&found, if program == "pandas.xlsx" { &bare } else { &expected }, &name);
            let tables = [&inputs[0]["layout"], &inputs[0]["tables"][0]["layout"]];
            assert!(tables.contains(&&Value::from(word)), "{name}: {inputs:#}");
        }
    }
}

#[test]
fn every_layout_in_every_encoding_with_every_delimiter_is_the_same_submission() {
    let expected = expected();
    let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<_>>()
    };
    for (layout, word) in LAYOUTS {
        let saved = files(&format!("{layout}-gbk-"));
        same(&verdicts(saved.clone()).0, &expected, &format!("{layout} by LibreOffice"));
        let texts: Vec<(String, String)> = saved
            .into_iter()
            .map(|(name, bytes)| (name, encoding_rs::GBK.decode(&bytes).0.into_owned()))
            .collect();
        for delimiter in [",", "\t", ";"] {
            let encoded = |encode: &dyn Fn(&str) -> Vec<u8>| {
                let text = |text: &str| encode(&text.replace(',', delimiter));
                texts.iter().map(|(name, it)| (name.clone(), text(it))).collect::<Vec<_>>()
            };
            for (encoding, files) in [
                ("UTF-8", encoded(&|text| text.as_bytes().to_vec())),
                ("UTF-8", encoded(&|text| format!("\u{FEFF}{text}").into_bytes())),
                ("UTF-16LE", encoded(&|text| utf16(text, u16::to_le_bytes))),
                ("UTF-16BE", encoded(&|text| utf16(text, u16::to_be_bytes))),
                ("GB18030", encoded(&|text| encoding_rs::GBK.encode(text).0.into_owned())),
            ] {
                let (found, inputs) = verdicts(files);
                let named = format!("{layout} {encoding} {delimiter:?}: {inputs:#}");
                same(&found, &expected, &named);
                assert_eq!(inputs[0]["encoding"], encoding, "{named}");
                assert_eq!(inputs[0]["layout"], word, "{named}");
            }
        }
    }
}

fn dabiao(args: &[&str], path: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(args).arg(path).env("COLUMNS", "80").env("NO_COLOR", "1");
    command.output().unwrap()
}

fn checked(path: &Path) -> Value {
    let regions = ["--region", "嵊泗县"];
    let output = dabiao(&[&["check", "--format", "json"][..], &regions].concat(), path);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    anywhere(serde_json::from_slice(&output.stdout).unwrap()).0
}

#[test]
fn a_form_that_was_filled_in_is_read_without_a_flag_whoever_saved_it() {
    let folder = tempfile::tempdir().unwrap();
    let (csv, tidied) = (folder.path().join("2023.csv"), folder.path().join("tidied.csv"));
    let is_asked = |row: &&str| row.contains(",嵊泗县,") || row.contains(",舟山市,");
    let (header, rows) = SUBMITTED.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().filter(is_asked).collect();
    fs::write(&csv, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
    let expected = checked(&csv);
    for name in ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods"] {
        let path = Path::new("tests/workbooks/form").join(name);
        let found = checked(&path);
        same(&found, &expected, name);
        let flags = found["diagnostics"].as_array().unwrap().iter();
        let mut flags = flags.map(|one| one["code"].as_str().unwrap());
        assert!(flags.all(|code| !code.starts_with("submission/")), "{name}");
        let output = dabiao(&["tidy", "--quiet"], &path);
        assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]), "{name}");
        fs::write(&tidied, output.stdout).unwrap();
        same(&checked(&tidied), &expected, &format!("{name} tidied"));
    }
}

/// A form that nobody filled in has last year's figures in it, and its own formulas.
#[test]
fn nothing_of_an_empty_form_is_taken_for_a_figure() {
    let folder = tempfile::tempdir().unwrap();
    let form = folder.path().join("form.xlsx");
    let args = ["template", "--year", "2023", "--history", "data/2022.csv", "--quiet", "-o"];
    assert_eq!(dabiao(&args, &form).status.code(), Some(0));
    let report =
        Run::default().bytes("form.xlsx", fs::read(&form).unwrap()).judge(&common::BUILT_IN);
    assert!(codes(&report).iter().all(|code| !code.starts_with("submission/")));
    assert!(common::tally(&report).into_keys().eq(["missing"]));
}

/// Outcome and value of the employment rate of a region, and the codes of all errors.
fn employment(name: &str, region: &str) -> (String, String, Vec<String>) {
    let bytes = fs::read(Path::new("crates/workbook/tests/files").join(name)).unwrap();
    let ending = name.rsplit_once('.').unwrap().1;
    let run = Run::default().bytes(&format!("2023.{ending}"), bytes);
    let document = json(&run.judge(&common::BUILT_IN));
    let results = document["results"].as_array().unwrap();
    let of_region = |row: &&Value| {
        row["indicator"] == "employment-rate" && row["region"]["name"].as_str() == Some(region)
    };
    let row = results.iter().find(of_region).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found = document["diagnostics"].as_array().unwrap().iter();
    let errors = found.filter(|one| one["severity"] == "error").map(|one| text(&one["code"]));
    (text(&row["outcome"]), text(&row["value"]), errors.collect())
}

#[test]
fn a_count_that_no_program_computed_is_refused_whichever_wrote_it() {
    for name in [
        "uncomputed-xlsxwriter.xlsx",
        "uncomputed-openpyxl.xlsx",
        "uncomputed-xlwt.xls",
        "uncomputed-odfpy.ods",
    ] {
        let (outcome, value, errors) = employment(name, "定海区");
        assert_eq!((outcome.as_str(), value.as_str()), ("invalid", ""), "{name}");
        assert!(errors.contains(&"submission/uncomputed".to_owned()), "{name}: {errors:?}");
    }
}

#[test]
fn a_rate_is_judged_as_its_format_shows_it_or_refused() {
    for (region, expected) in [
        ("定海区", ("on_pace", "57.2")),
        ("普陀区", ("on_pace", "56.1")),
        ("岱山县", ("behind", "54.62")),
        ("嵊泗县", ("invalid", "")),
    ] {
        let (outcome, value, errors) = employment("formats.xlsx", region);
        assert_eq!((outcome.as_str(), value.as_str()), expected, "{region}");
        assert!(errors.contains(&"submission/not-a-number".to_owned()), "{errors:?}");
    }
}
