//! 示例数据: what can't be read is told with a code, whatever is wrong with it; the
//! program neither panics nor takes memory without a bound.
#![allow(clippy::unwrap_used)] // a test that can't go on should stop

use std::fs;
use std::io::{Cursor, Write};
use std::process::{Command, Output};

const ROW: &str =
    "年份,地区,指标,数值,分子,分母,备注\n2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据\n";

/// What `check` says of a file of that name.
fn check(name: &str, bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.current_dir(folder.path()).env("COLUMNS", "80").env("NO_COLOR", "1");
    command.args(["check", name, "--year", "2023", "--region", "定海区", "--indicator", "9"]);
    command.output().unwrap()
}

/// Nothing is judged, and why is told by a code.
fn told(name: &str, bytes: &[u8], code: &str) -> String {
    let output = check(name, bytes);
    let (out, err) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(!err.contains("panicked"), "{name}: {err}");
    assert!(err.contains(&format!("[{code}]")), "{name}: {err}");
    assert_eq!(output.status.code(), Some(3), "{name}: {err}");
    assert!(out.contains("未能全部判定"), "{name}: {out}");
    err
}

/// The value is judged, with a full verdict.
fn judged(name: &str, bytes: &[u8]) {
    let output = check(name, bytes);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{name}: {told}");
    let weighs = |line: &str| ["错误 ", "警告 "].iter().any(|it| line.trim_start().starts_with(it));
    assert!(!told.lines().any(weighs), "{name}: {told}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("57.20%"), "{name}");
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("crates/workbook/tests/files/{name}")).unwrap()
}

/// The parts of a workbook of one sheet, whose XML is given.
fn xlsx(sheet: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, write: &mut dyn FnMut(&mut dyn Write)| {
        zip.start_file(name, zip::write::SimpleFileOptions::default().compression_level(Some(1)))
            .unwrap();
        write(&mut zip);
    };
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for (name, text) in [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                <Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/>\
                <Override PartName=\"/xl/worksheets/sheet1.xml\" \
                ContentType=\"{types}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" \
                Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets>\
                <sheet name=\"报送\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" \
                Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
    ] {
        part(name, &mut |out| out.write_all(text.as_bytes()).unwrap());
    }
    let mut sheet = Some(sheet);
    part("xl/worksheets/sheet1.xml", &mut |out| {
        write!(out, "<worksheet xmlns=\"{main}\"><sheetData>").unwrap();
        if let Some(sheet) = sheet.take() {
            sheet(out);
        }
        write!(out, "</sheetData></worksheet>").unwrap();
    });
    zip.finish().unwrap().into_inner()
}

/// One row of a sheet; blanks are cells with a format and nothing in them.
fn row(out: &mut dyn Write, number: usize, cells: &[&str], blanks: usize) {
    write!(out, "<row r=\"{number}\">").unwrap();
    for cell in cells {
        write!(out, "<c t=\"inlineStr\"><is><t>{cell}</t></is></c>").unwrap();
    }
    for _ in 0..blanks {
        write!(out, "<c s=\"0\"/>").unwrap();
    }
    write!(out, "</row>").unwrap();
}

fn table(out: &mut dyn Write, blanks: usize) {
    for (at, line) in ROW.lines().enumerate() {
        row(out, at + 1, &line.split(',').collect::<Vec<_>>(), blanks);
    }
}

/// The workbooks that are cut off at every so many bytes, or have a byte that is another.
#[test]
fn a_workbook_that_is_cut_off_or_damaged_is_told_whatever_its_format() {
    for name in ["pandas.xlsx", "all-libreoffice.xls", "all-libreoffice.ods"] {
        let whole = fixture(name);
        for part in [9, 512, whole.len() / 4, whole.len() / 2, whole.len() - 30] {
            told(name, &whole[..part], "submission/workbook-damaged");
        }
        let mut damaged = whole.clone();
        let middle = damaged.len() / 2;
        damaged[middle - 300..middle + 300].fill(0xA5);
        let output = check(name, &damaged);
        assert_eq!(output.status.code(), Some(3), "{name}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{name}");
    }
}

#[test]
fn what_a_file_is_is_seen_from_its_bytes_and_not_from_its_name() {
    for extension in ["csv", "xls", "xlsx", "ods", "txt"] {
        judged(&format!("报送.{extension}"), ROW.as_bytes());
        judged(&format!("报送.{extension}"), &encoding_rs::GBK.encode(ROW).0);
        judged(&format!("报送.{extension}"), &xlsx(|out| table(out, 0)));
    }
    for format in ["xlsx", "xls", "ods"] {
        let whole = fs::read(format!("tests/workbooks/layouts/long-libreoffice.{format}")).unwrap();
        for extension in ["csv", "xls", "xlsx", "ods"] {
            judged(&format!("报送.{extension}"), &whole);
        }
    }
}

#[test]
fn a_zip_that_unpacks_to_more_than_the_limit_is_told_with_the_limit() {
    let bomb = xlsx(|out| {
        let blank = vec![b' '; 1 << 20];
        (0..513).for_each(|_| out.write_all(&blank).unwrap());
    });
    assert!(bomb.len() < 8 << 20, "{} bytes", bomb.len());
    let told = told("a.xlsx", &bomb, "submission/workbook-too-large");
    assert!(told.contains("256"), "{told}");
}

#[test]
fn a_workbook_with_a_password_is_told() {
    for name in ["locked.xlsx", "locked.xls", "locked.ods"] {
        told(name, &fixture(name), "submission/workbook-password");
        told("renamed.csv", &fixture(name), "submission/workbook-password");
    }
}

#[test]
fn a_sheet_without_data_is_told() {
    told("a.xlsx", &fixture("blank.xlsx"), "submission/blank-workbook");
    let header = ROW.lines().next().unwrap();
    let alone = |out: &mut dyn Write| row(out, 1, &header.split(',').collect::<Vec<_>>(), 0);
    told("a.xlsx", &xlsx(alone), "submission/no-rows");
    told("a.csv", header.as_bytes(), "submission/no-rows");
    told("a.csv", b"", "submission/empty");
    for blank in ["\n\n\r\n", "\u{FEFF}", "  \n"] {
        let output = check("a.csv", blank.as_bytes());
        assert_eq!(output.status.code(), Some(3), "{blank:?}");
    }
}

#[test]
fn two_hundred_columns_of_blanks_cost_nothing_and_say_nothing() {
    judged("a.xlsx", &xlsx(|out| table(out, 200)));
    for delimiter in [",", "\t", ";"] {
        let blanks = delimiter.repeat(200);
        let lines = ROW.lines().map(|line| line.replace(',', delimiter) + &blanks + "\n");
        judged("a.csv", lines.collect::<String>().as_bytes());
    }
}

#[test]
fn a_million_blank_rows_are_passed_over() {
    let million = xlsx(|out| {
        table(out, 0);
        (3..=1_000_003).for_each(|number| row(out, number, &[], 0));
    });
    judged("a.xlsx", &million);
    judged("a.csv", (ROW.to_owned() + &",,,,,,\n".repeat(1_000_000)).as_bytes());
    let blank = "\n".repeat(1_000_000);
    judged("a.csv", (blank.clone() + ROW).as_bytes());
    told("a.csv", blank.as_bytes(), "submission/empty");
}

#[test]
fn two_encodings_in_one_file_are_told_with_the_place() {
    let gbk = encoding_rs::GBK.encode(ROW).0.into_owned();
    let other = "2023,嵊泗县,残疾人就业率,55%,,,\n".as_bytes();
    let mixed = [gbk.as_slice(), other].concat();
    let reverse = [ROW.as_bytes(), &encoding_rs::GBK.encode("2023,岱山县,9,1%,,,\n").0].concat();
    for mixed in [mixed, reverse] {
        // The line where the encoding that goes further ends, not where the other does.
        let told = told("a.csv", &mixed, "submission/undecodable");
        assert!(told.contains("a.csv\n  错误 第3行："), "{told}");
    }
}

#[test]
fn bytes_of_nothing_in_a_text_are_told() {
    told("a.csv", ROW.replace("57.20%", "57\0.20%").as_bytes(), "submission/nul");
    told("a.csv", &[0; 5000], "submission/binary");
    // The rows before them are judged; the exit code is of the whole file.
    let output = check("a.csv", &[ROW.as_bytes(), &[0; 5000]].concat());
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("[submission/nul]"));
    assert!(String::from_utf8(output.stdout).unwrap().contains("57.20%"));
}

#[test]
fn a_header_that_stands_twice_is_told_and_passed_over_in_every_container() {
    let twice = ROW.to_owned() + ROW.lines().next().unwrap() + "\n";
    let sheet = xlsx(|out| {
        for (at, line) in twice.lines().enumerate() {
            row(out, at + 1, &line.split(',').collect::<Vec<_>>(), 0);
        }
    });
    for (name, bytes) in [("a.csv", twice.as_bytes()), ("a.xlsx", &sheet)] {
        let output = check(name, bytes);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{told}");
        assert!(told.contains("[submission/repeated-header]"), "{told}");
    }
}

#[test]
fn a_line_is_named_without_a_blank_behind_it_where_no_column_is_meant() {
    let table = "地区,指标,数值\n定海区,残疾人就业率,57%\n";
    for (name, text) in [
        ("倍数.csv", format!("倍数,1000\n{table}")),
        ("标题.csv", format!("性质：2022年数\n{table}")),
        ("来源.csv", format!("{table}来源：2021年统计年鉴\n")),
    ] {
        let Output { stdout, stderr, .. } = check(name, text.as_bytes());
        let [out, err] = [stdout, stderr].map(|told| String::from_utf8(told).unwrap());
        assert!(err.contains("行：表"), "{name}: {err}");
        for told in [&out, &err] {
            assert!(!["行 ：", "行 ）", "行 \n"].iter().any(|it| told.contains(it)), "{told}");
        }
    }
}
