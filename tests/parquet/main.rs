//! Tables of engines, read and written: what CSV is told of, they are told of.
#![cfg(feature = "parquet")]
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod made;
mod refused;

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use dabiao::diagnostic::Diagnostic;
use dabiao::judge;
use dabiao::plan::{Plan, RuleFile};
use dabiao::submission::{Input, Options, Submission};
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder, WriterVersion};
use parquet::file::reader::{FileReader, SerializedFileReader};

use made::{Cells, file, packed};

fn dabiao(folder: &Path, arguments: &str) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(arguments.split_whitespace()).current_dir(folder);
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A plan of something to be done.
const MILESTONE: &str = "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\n\
    first-year = 2021\ntarget-year = 2025\n[[region]]\ncode = '01'\nname = '甲市'\nlevel = 'city'\n\
    [[region]]\ncode = '0101'\nname = '定海区'\nlevel = 'county'\n[[region]]\ncode = '0102'\n\
    name = '普陀区'\nlevel = 'county'\n[[region]]\ncode = '0103'\nname = '岱山县'\nlevel = 'county'\n\
    [[indicator]]\nid = 'office'\nname = '出台残疾人就业办法'\nattribute = '任务'\nform = 'milestone'\n\
    cite = '示例'\n";

/// What is found in a file under other rules.
fn read_of(rules: &str, bytes: Vec<u8>) -> Vec<Diagnostic> {
    let file = RuleFile::new("p.toml", rules.to_owned().into_bytes());
    let plan = Plan::load(&[file], &mut |_, _| Ok(Vec::new())).unwrap();
    let vocabulary = judge::vocabulary(&plan);
    let input = Input { name: "2023.parquet".to_owned(), bytes: Cursor::new(bytes) };
    Submission::read(vec![input], &vocabulary, &Options::default()).unwrap().diagnostics
}

/// What is read of a file: its findings, and how many rows it has.
fn read(bytes: Vec<u8>) -> (Vec<Diagnostic>, u64) {
    let plan = Plan::built_in().unwrap();
    let vocabulary = judge::vocabulary(&plan);
    let input = Input { name: "2023.parquet".to_owned(), bytes: Cursor::new(bytes) };
    let read = Submission::read(vec![input], &vocabulary, &Options::default()).unwrap();
    (read.diagnostics, read.files[0].rows)
}

/// The findings by code, row and column.
fn told(bytes: Vec<u8>) -> Vec<(&'static str, Option<u64>, String)> {
    let of = |found: Diagnostic| {
        let line = found.place.as_ref().and_then(|place| place.line.as_ref());
        let column = line.and_then(|line| line.column.as_deref()).unwrap_or_default();
        (found.code(), line.map(|line| line.number), column.to_owned())
    };
    read(bytes).0.into_iter().map(of).collect()
}

#[test]
fn what_is_written_as_parquet_is_judged_as_the_csv_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    for year in [2021, 2022, 2023] {
        for ending in ["csv", "parquet"] {
            let line = format!("tidy {data}/{year}.csv -o {ending}/{year}.{ending}");
            fs::create_dir_all(folder.path().join(ending)).unwrap();
            let (code, _, told) = dabiao(folder.path(), &line);
            assert!(matches!(code, Some(0 | 3)), "{told}");
        }
        let judged = |ending: &str| {
            let line =
                format!("check {ending}/{year}.{ending} --format csv --history {data}/2021.csv");
            let line = if year == 2021 { line.replace(" --history ", " # ") } else { line };
            let (code, csv, _) = dabiao(folder.path(), line.split(" # ").next().unwrap());
            // The line of a row is one more in CSV, for the header.
            let mut rows = csv::Reader::from_reader(csv.as_bytes());
            let rows: Vec<Vec<String>> = rows
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .map(|mut row: Vec<String>| {
                    row[21] = String::new();
                    if let (Ok(line), "csv") = (row[22].parse::<u64>(), ending) {
                        row[22] = (line - 1).to_string();
                    }
                    row
                })
                .collect();
            (code, rows)
        };
        let (csv, table) = (judged("csv"), judged("parquet"));
        assert!(csv.1.len() > 50);
        assert_eq!(csv, table, "{year}");
    }
}

#[test]
fn a_report_as_parquet_has_the_cells_of_the_csv() {
    let folder = tempfile::tempdir().unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/2023.csv");
    for (line, name) in [
        (format!("check {data} --quiet --report csv=v.csv --report parquet=v.parquet"), "v"),
        ("plan requirements -o r.csv".to_owned(), "r"),
        ("plan requirements --format parquet -o r.parquet".to_owned(), "r"),
    ] {
        let (code, _, told) = dabiao(folder.path(), &line);
        assert!(matches!(code, Some(0 | 1 | 3)), "{told}");
        let Ok(bytes) = fs::read(folder.path().join(format!("{name}.parquet"))) else { continue };
        let table = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        let mut csv = csv::Reader::from_path(folder.path().join(format!("{name}.csv"))).unwrap();
        let mut count = 0;
        let header = csv.headers().unwrap().clone();
        for (row, record) in table.get_row_iter(None).unwrap().zip(csv.records()) {
            let (row, record) = (row.unwrap(), record.unwrap());
            for ((column, field), (cell, name)) in
                row.get_column_iter().zip(record.iter().zip(&header))
            {
                assert_eq!(column, name);
                let shown = field.to_string();
                let shown =
                    shown.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(&shown);
                assert_eq!(if shown == "null" { "" } else { shown }, cell, "{name} of row {count}");
            }
            count += 1;
        }
        assert_eq!(i64::from(count), table.metadata().file_metadata().num_rows());
    }
    // What is there was written by this program, and may be written again.
    let line = format!("check {data} --quiet --report parquet=v.parquet");
    assert_eq!(dabiao(folder.path(), &line).0, Some(1));
    fs::write(folder.path().join("v.parquet"), "PAR1").unwrap();
    assert_eq!(dabiao(folder.path(), &line).0, Some(2));
    let (code, out, told) = dabiao(folder.path(), &format!("tidy {data} --format parquet"));
    assert_eq!((code, out.as_str()), (Some(2), ""), "{told}");
}

const NAMES: Cells = Cells::Text(&["定海区", "普陀区", "岱山县", "嵊泗县"]);
const RATES: Cells = Cells::Text(&["残疾人就业率", "残疾人就业率", "残疾人就业率", "残疾人就业率"]);
const YEARS: Cells = Cells::Whole(&[Some(2023), Some(2023), Some(2023), Some(2023)]);

#[test]
fn columns_may_be_of_every_kind_that_is_exact() {
    for (numerators, cells) in [
        ("REQUIRED INT64 numerator", Cells::Whole(&[Some(10), Some(20), Some(30), Some(40)])),
        ("REQUIRED DOUBLE numerator", Cells::Float(&[10.0, 20.0, 30.0, 40.0])),
        ("REQUIRED BYTE_ARRAY numerator (UTF8)", Cells::Text(&["10", "20", " 30 ", "４０"])),
        // Some engines say of no text that it is one.
        ("REQUIRED BYTE_ARRAY 分子", Cells::Text(&["10", "2,0", "30", "40"])),
        (
            "REQUIRED BYTE_ARRAY 分子 (DECIMAL(38,2))",
            Cells::Bytes(&[&[3, 0xE8], &[7, 0xD0], &[0, 0x0B, 0xB8], &[0x0F, 0xA0]]),
        ),
    ] {
        let bytes = file(&[
            ("OPTIONAL INT64 年份", YEARS),
            ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
            ("REQUIRED BYTE_ARRAY indicator (UTF8)", RATES),
            (numerators, cells),
            ("OPTIONAL INT64 分母", Cells::Whole(&[Some(20), Some(40), Some(60), None])),
        ]);
        let found = told(bytes);
        // 2,0 is no number; a numerator without a denominator is no figure.
        let codes: Vec<_> =
            found.iter().map(|(code, row, column)| (*code, *row, column.as_str())).collect();
        let last = ("submission/incomplete-counts", Some(4));
        assert!(
            codes.iter().any(|(code, row, _)| row == &last.1 && code.starts_with("submission/")),
            "{numerators} {codes:?}"
        );
        let others = codes.iter().filter(|(_, row, _)| *row != Some(4)).count();
        assert_eq!(
            others,
            usize::from(numerators == "REQUIRED BYTE_ARRAY 分子"),
            "{numerators} {codes:?}"
        );
    }
}

/// What the remarks of a table are as CSV.
fn remarks(field: &str, cells: Cells) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let columns = [
        ("OPTIONAL INT64 年份", YEARS),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%", "2%", "3%", "4%"])),
        (field, cells),
    ];
    fs::write(folder.path().join("2023.parquet"), file(&columns)).unwrap();
    let (_, csv, told) = dabiao(folder.path(), "tidy 2023.parquet");
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let at = csv.headers().unwrap().iter().position(|name| name == "备注");
    let at = at.unwrap_or_else(|| panic!("{field} {told}"));
    csv.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

#[test]
fn a_cell_has_all_that_it_was_sent_with() {
    const LEAST: &[u8] = &[0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const MOST: &[u8] = &[
        0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF,
    ];
    const MOST_OF_TWENTY: &[u8] = &[
        0, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xFF, 0xFF,
    ];
    const LEAST_OF_TWENTY: [u8; 20] =
        [0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const LONGER: [&[u8]; 4] = [&[1; 17]; 4];
    const ABOVE: [&[u8]; 4] = [&[0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]; 4];
    for (field, cells, expected) in [
        (
            "REQUIRED INT64 备注 (DECIMAL(18,3))",
            Cells::Moments(&[0, -7, 57_200, i64::MAX]),
            ["0.000", "-0.007", "57.200", "9223372036854775.807"],
        ),
        (
            "REQUIRED INT32 备注 (UINT_32)",
            Cells::Days(&[0, 7, i32::MAX, -1]),
            ["0", "7", "2147483647", "4294967295"],
        ),
        (
            "REQUIRED BYTE_ARRAY 备注 (DECIMAL(38,1))",
            Cells::Bytes(&[&[], &[0xFF, 0x00], &[0xFF, 0xFF, 0xFF, 0xF6], &[0x01, 0x00]]),
            ["0.0", "-25.6", "-1.0", "25.6"],
        ),
        (
            "REQUIRED BYTE_ARRAY 备注 (DECIMAL(38,38))",
            Cells::Bytes(&[&[1], &[0xFF], LEAST, MOST]),
            [
                "0.00000000000000000000000000000000000001",
                "-0.00000000000000000000000000000000000001",
                "-1.70141183460469231731687303715884105728",
                "1.70141183460469231731687303715884105727",
            ],
        ),
        (
            "REQUIRED FIXED_LEN_BYTE_ARRAY(20) 备注 (DECIMAL(47,1))",
            Cells::Bytes(&[&[0; 20], &[0xFF; 20], MOST_OF_TWENTY, &LEAST_OF_TWENTY]),
            [
                "0.0",
                "-0.1",
                "17014118346046923173168730371588410572.7",
                "-17014118346046923173168730371588410572.8",
            ],
        ),
        (
            "REQUIRED DOUBLE 备注",
            Cells::Float(&[-0.0, 57.2, 9_007_199_254_740_992.0, f64::NEG_INFINITY]),
            ["0", "57.2(DOUBLE)", "9007199254740992(DOUBLE)", "-inf(DOUBLE)"],
        ),
        (
            "REQUIRED FLOAT 备注",
            Cells::Short(&[3512.0, -3.0, 0.1, f32::NAN]),
            ["3512", "-3", "0.1(DOUBLE)", "NaN(DOUBLE)"],
        ),
        (
            "REQUIRED INT32 备注 (DATE)",
            Cells::Days(&[DAY, -719_162, 2_932_896, 2_932_897]),
            ["2023-04-26", "0001-01-01", "9999-12-31", "2932897(DATE)"],
        ),
        (
            "REQUIRED INT64 备注 (TIMESTAMP(MICROS,false))",
            Cells::Moments(&[0, -86_400_000_001, MIDNIGHT, MIDNIGHT - 1]),
            [
                "1970-01-01 00:00:00",
                "1969-12-30 23:59:59",
                "2023-04-26 00:00:00",
                "2023-04-25 23:59:59",
            ],
        ),
        (
            "REQUIRED INT64 备注 (TIMESTAMP(MILLIS,true))",
            Cells::Moments(&[0, -86_400_001, MIDNIGHT / 1000, i64::MAX]),
            [
                "1970-01-01 00:00:00Z",
                "1969-12-30 23:59:59Z",
                "2023-04-26 00:00:00Z",
                "106751991167(DATE) 07:12:55Z",
            ],
        ),
        (
            "REQUIRED BYTE_ARRAY 备注 (UTF8)",
            Cells::Text(&["甲,乙", "=\"1\"", "甲\n乙", ""]),
            ["甲,乙", "=\"1\"", "甲\n乙", ""],
        ),
    ] {
        assert_eq!(remarks(field, cells), expected, "{field}");
    }
    // What has more digits than can be told is not read, and not cut.
    for (field, cells) in [
        ("REQUIRED BYTE_ARRAY 数值 (DECIMAL(38,2))", LONGER),
        ("REQUIRED BYTE_ARRAY 数值 (DECIMAL(38,2))", ABOVE),
        ("REQUIRED FIXED_LEN_BYTE_ARRAY(17) 数值 (DECIMAL(40,2))", LONGER),
    ] {
        let bytes = file(&[
            ("OPTIONAL INT64 年份", YEARS),
            ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
            ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
            (field, Cells::Bytes(Vec::from(cells).leak())),
        ]);
        assert_eq!(told(bytes), [("submission/parquet-column", None, String::new())]);
    }
}

/// 2023-04-26, and the midnight that ends it here, of which Greenwich knows the day before.
const DAY: i32 = 19_473;
const MIDNIGHT: i64 = 19_473 * 86_400_000_000;

#[test]
fn a_day_is_read_where_a_day_is_meant_and_told_where_it_is_not() {
    let told_of = |year: (&'static str, Cells), value: (&'static str, Cells)| {
        let names = Cells::Text(&["定海区", "普陀区", "岱山县"]);
        let tasks =
            Cells::Text(&["出台残疾人就业办法", "出台残疾人就业办法", "出台残疾人就业办法"]);
        let bytes = file(&[
            year,
            ("REQUIRED BYTE_ARRAY 地区 (UTF8)", names),
            ("REQUIRED BYTE_ARRAY 指标 (UTF8)", tasks),
            value,
        ]);
        let found = read_of(MILESTONE, bytes);
        let of = |found: Diagnostic| {
            let line = found.place.as_ref().and_then(|place| place.line.as_ref());
            (found.code(), line.map(|line| line.number))
        };
        found.into_iter().map(of).collect::<Vec<_>>()
    };
    let year = || ("REQUIRED INT64 年份", Cells::Moments(&[2023; 3]));
    for (field, cells, expected) in [
        ("REQUIRED INT32 数值 (DATE)", Cells::Days(&[DAY; 3]), None),
        ("REQUIRED INT64 数值 (TIMESTAMP(MICROS,false))", Cells::Moments(&[MIDNIGHT; 3]), None),
        (
            "REQUIRED INT64 数值 (TIMESTAMP(MICROS,true))",
            Cells::Moments(&[MIDNIGHT; 3]),
            Some("submission/not-done"),
        ),
        (
            "REQUIRED INT64 数值 (TIMESTAMP_MILLIS)",
            Cells::Moments(&[MIDNIGHT / 1000; 3]),
            Some("submission/not-done"),
        ),
        ("REQUIRED INT32 数值", Cells::Days(&[DAY; 3]), Some("submission/not-done")),
    ] {
        let found = told_of(year(), (field, cells));
        let rows = (1..=3).filter_map(|row| Some((expected?, Some(row))));
        assert_eq!(found, rows.collect::<Vec<_>>(), "{field}");
    }
    // A day is no year, and no count.
    let days = ("REQUIRED INT32 年份 (DATE)", Cells::Days(&[DAY; 3]));
    let done = || ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["是", "是", "否"]));
    assert_eq!(told_of(days, done()).len(), 3);
    let time = ("REQUIRED INT64 数值 (TIME(MICROS,true))", Cells::Moments(&[0; 3]));
    assert_eq!(told_of(year(), time), [("submission/parquet-column", None)]);
}

#[test]
fn rows_are_the_same_however_their_values_are_packed() {
    let regions = Cells::Text(&[
        "330902",
        "330903",
        "定海区",
        "岱山",
        "无此区",
        "\"嵊泗县",
        "普陀,区",
        "330902",
        "330903",
        "嵊泗县",
    ]);
    let names = Cells::Text(&[
        "残疾人就业率",
        "残疾人就业率",
        "9",
        "就业率",
        "残疾人就业率",
        "残疾人就业率",
        "残疾人就业率",
        "残疾人之家覆盖率",
        "9",
        "无此指标",
    ]);
    let values = Cells::Text(&[
        "50.00%",
        "50.00%",
        "0.5",
        "",
        "50.00%",
        "50%",
        "50%",
        "５０％",
        "",
        "50\n%",
    ]);
    let counts = [Some(1), Some(2), None, Some(3), Some(1), Some(1), Some(1), None, None, Some(1)];
    let wholes = [2, 4, 0, 7, 2, 2, 2, 0, 0, 2].map(|count| Some(count).filter(|of| *of > 0));
    let notes = Cells::Text(&["", "", "示例", "", "", "", "a,b", "\"", "", ""]);
    let columns = [
        ("OPTIONAL INT64 年份", Cells::Whole(&[Some(2023); 10])),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", regions),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", names),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", values),
        ("OPTIONAL INT64 分子", Cells::Whole(Vec::from(counts).leak())),
        ("OPTIONAL INT64 分母", Cells::Whole(Vec::from(wholes).leak())),
        ("REQUIRED BYTE_ARRAY 备注 (UTF8)", notes),
    ];
    let pages = |of: WriterPropertiesBuilder| of.set_data_page_row_count_limit(3).build();
    let [usual, other] = [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0]
        .map(|version| WriterProperties::builder().set_writer_version(version));
    let by_number = packed(&columns, pages(usual.clone()));
    let expected = (told(by_number.clone()), read(by_number).1);
    assert!(expected.0.len() > 5 && expected.1 == 10, "{expected:?}");
    for (how, properties) in [
        ("numbers in pages of another kind", other.clone()),
        ("values", usual.clone().set_dictionary_enabled(false)),
        ("values in pages of another kind", other.set_dictionary_enabled(false)),
        // A dictionary that grows too large is given up on the way.
        ("numbers, and then values", usual.set_dictionary_page_size_limit(1)),
    ] {
        let bytes = packed(&columns, pages(properties));
        assert_eq!((told(bytes.clone()), read(bytes).1), expected, "{how}");
    }
}

#[test]
fn a_finding_names_the_row_and_the_column_whatever_stands_before_it() {
    let bytes = file(&[
        ("OPTIONAL INT64 年份", YEARS),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
        (
            "REQUIRED BYTE_ARRAY 备注 (UTF8)",
            Cells::Text(&["示例\n数据", "\"示\"\r\n例", "a,b\n\n\nc", ""]),
        ),
        ("REQUIRED DOUBLE 分子", Cells::Float(&[1.0, 0.5, f64::NAN, 3.0])),
        ("OPTIONAL INT64 分母", Cells::Whole(&[Some(4), Some(4), Some(4), Some(4)])),
    ]);
    let float = |row| ("submission/not-a-number", Some(row), "分子".to_owned());
    assert_eq!(told(bytes), [float(2), float(3)]);
}

#[test]
fn a_table_that_is_no_list_of_values_is_refused_with_its_reason() {
    let base = || {
        vec![
            ("OPTIONAL INT64 年份", YEARS),
            ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
            ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
            ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%", "2%", "3%", "4%"])),
        ]
    };
    assert_eq!(told(file(&base())), []);
    let with = |at: usize, column| {
        let mut columns = base();
        columns.splice(at..at + 1, [column]);
        told(file(&columns))
    };
    let whole = |code| vec![(code, None, String::new())];
    let text = || Cells::Text(&["1", "2", "3", "4"]);
    assert_eq!(
        with(3, ("REQUIRED BYTE_ARRAY 残疾人就业率 (UTF8)", text())),
        whole("submission/parquet-layout")
    );
    assert_eq!(
        with(0, ("REQUIRED BYTE_ARRAY 数值 (UTF8)", text())),
        whole("submission/parquet-layout")
    );
    assert_eq!(
        with(3, ("REQUIRED BYTE_ARRAY 数值 (BSON)", text())),
        whole("submission/parquet-column")
    );
    let nested = ("REQUIRED group 数值 { REQUIRED BYTE_ARRAY 值 (UTF8); }", text());
    assert_eq!(with(3, nested), whole("submission/parquet-column"));
    let not_text = || Cells::Bytes(&[b"1", b"\xFF", b"3", b"4"]);
    for (at, name) in [(1, "地区"), (2, "指标"), (3, "数值")] {
        let field: &'static str = format!("REQUIRED BYTE_ARRAY {name}").leak();
        assert_eq!(with(at, (field, not_text())), whole("submission/parquet-column"));
    }
    // That is said to be text.
    let damaged = ("REQUIRED BYTE_ARRAY 数值 (UTF8)", not_text());
    assert_eq!(with(3, damaged), whole("submission/parquet-damaged"));
    // What stands in a column of another kind beside those that are read is nobody's figure.
    let beside = |field, cells| {
        let mut columns = base();
        columns.push((field, cells));
        let (found, kept) = read(file(&columns));
        (found.iter().map(Diagnostic::code).collect::<Vec<_>>(), kept)
    };
    for (field, cells) in [
        ("REQUIRED INT64 送出 (TIME(MICROS,true))", Cells::Moments(&[1, 2, 3, 4])),
        ("REQUIRED group 标签 { REQUIRED BYTE_ARRAY 值 (UTF8); }", text()),
        ("REQUIRED BYTE_ARRAY 键 (BSON)", text()),
        ("REQUIRED BYTE_ARRAY 说明 (UTF8)", text()),
        ("REQUIRED BYTE_ARRAY 边界", not_text()),
    ] {
        let (codes, kept) = beside(field, cells);
        assert!(codes.iter().all(|code| *code == "submission/unknown-column"), "{codes:?}");
        assert_eq!(kept, 4, "{field}");
    }
    // What an engine takes for a column without a type is one without a value.
    let blank = |field, cells| {
        let mut columns = base();
        columns.push((field, cells));
        told(file(&columns))
    };
    assert_eq!(blank("OPTIONAL INT32 分子 (UNKNOWN)", Cells::Blank(4)), []);
    assert_eq!(
        blank("REQUIRED INT32 分子 (UNKNOWN)", Cells::Days(&[1, 2, 3, 4])),
        whole("submission/parquet-damaged")
    );
    // A row that says of what unit the others are.
    let mut columns = base();
    columns[1].1 = Cells::Text(&["定海区", "单位：万人", "岱山县", "嵊泗县"]);
    columns[0].1 = Cells::Whole(&[Some(2023), None, Some(2023), Some(2023)]);
    columns[2].1 = Cells::Text(&["残疾人就业率", "", "残疾人就业率", "残疾人就业率"]);
    columns[3].1 = Cells::Text(&["1%", "", "3%", "4%"]);
    assert_eq!(told(file(&columns)), [("submission/parquet-row", Some(2), String::new())]);
}
