//! What was sent is the same whatever its encoding, and nothing undecodable gets through.

#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::io::Cursor;

use common::{Run, codes, json, sheet};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::submission::{Encoding, Input, Options, Submission};
use serde_json::Value;
use sha2::{Digest, Sha256};

const ROWS: [&str; 3] = [
    "2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据",
    "2023,普陀区,就业率,５６．１０％,2128,3793,\"示例，\n数据\"",
    "2023,岱山县,9,54.6%,1183,2166,",
];

fn plan() -> Plan {
    Plan::built_in().unwrap()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

/// The document without what names the encoding.
fn verdicts(bytes: Vec<u8>) -> (Value, String) {
    let report = Run::default().bytes("a.csv", bytes).judge(&plan());
    let mut document = json(&report);
    let encoding = document["run"]["inputs"][0]["encoding"].take();
    (document, encoding.as_str().unwrap_or("none").to_owned())
}

#[test]
fn one_submission_in_every_encoding_gives_one_report() {
    let text = sheet(&ROWS);
    let (expected, utf8) = verdicts(text.clone().into_bytes());
    assert_eq!(utf8, "UTF-8");
    let marked = format!("\u{FEFF}{text}").into_bytes();
    let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
    let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
    let little = utf16(&text, u16::to_le_bytes);
    let big = utf16(&text, u16::to_be_bytes);
    for (bytes, name) in [
        (marked, "UTF-8"),
        (gb18030, "GB18030"),
        (gbk, "GB18030"),
        (little, "UTF-16LE"),
        (big, "UTF-16BE"),
    ] {
        assert_eq!(verdicts(bytes), (expected.clone(), name.to_owned()));
    }
}

#[test]
fn a_long_file_in_gbk_keeps_its_lines() {
    let mut rows: Vec<String> = ROWS.iter().map(|row| (*row).to_owned()).collect();
    rows.extend(vec![",,,,,,".to_owned(); 100_000]);
    rows.push("2023,嵊泗县,残疾人就业律,55.16%,551,999,".to_owned());
    let text = sheet(&rows);
    let (expected, _) = verdicts(text.clone().into_bytes());
    let (found, encoding) = verdicts(encoding_rs::GBK.encode(&text).0.into_owned());
    assert_eq!((&found, encoding.as_str()), (&expected, "GB18030"));
    let fault = &found["diagnostics"][0];
    assert_eq!(fault["code"], "submission/unknown-indicator");
    assert_eq!(fault["location"]["line"], 100_006);
}

#[test]
fn bytes_of_no_encoding_are_an_error_with_offset_and_nothing_is_kept() {
    let text = sheet(&ROWS);
    let gbk = encoding_rs::GBK.encode(&text).0.into_owned();
    // Both in one file; a lone byte; Big5, which can be taken for GB18030.
    let mixed = [gbk.as_slice(), b"2023,", "嵊泗县".as_bytes(), b",9,1%,,,\n"].concat();
    let broken = [text.as_bytes(), b"2023,\xFF\xFF,9,1%,,,\n"].concat();
    let big5 = encoding_rs::BIG5.encode("年份,地區,指標,數值\n2023,定海,9,57%\n").0.into_owned();
    for bytes in [mixed, broken, big5] {
        let report = Run::default().bytes("a.csv", bytes).judge(&plan());
        assert!(report.tally.standing(dabiao::term::Standing::Pass) == 0);
        let found = codes(&report);
        let is_told = found
            .iter()
            .any(|code| matches!(*code, "submission/undecodable" | "submission/unknown-region"));
        assert!(is_told, "{found:?}");
        assert_eq!(report.exit.code(), 3);
    }
}

/// What the report says of the bytes of a file that is read as in that encoding.
fn sha256(bytes: &[u8], encoding: Option<Encoding>) -> String {
    let plan = plan();
    let vocabulary = judge::vocabulary(&plan);
    let options = Options { encoding, digest: true, ..Options::default() };
    let input = Input { name: "2023.csv".to_owned(), bytes: Cursor::new(bytes.to_vec()) };
    let read = Submission::read(vec![input], &vocabulary, &options).unwrap();
    read.files[0].sha256.clone().unwrap()
}

#[test]
fn the_digest_is_of_the_bytes_that_were_sent_whatever_is_made_of_them() {
    let text = sheet(&ROWS);
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let crosswise = "指标,定海区,普陀区\n残疾人就业率,57.20%,56.10%\n";
    let files = [
        text.clone().into_bytes(),
        format!("\u{FEFF}\u{FEFF}{text}").into_bytes(),
        gbk(&text),
        utf16(&text, u16::to_le_bytes),
        utf16(&text, u16::to_be_bytes),
        utf16(&text, u16::to_le_bytes)[2..].to_vec(),
        [b"\xEF\xBB\xBF", utf16(&text, u16::to_le_bytes).as_slice()].concat(),
        [text.replace('\n', "\r\n").as_bytes(), b"\x1A"].concat(),
        [text.as_bytes(), &[0; 2]].concat(),
        gbk(crosswise),
        utf16(crosswise, u16::to_le_bytes),
        // What can't be read.
        [gbk(&text).as_slice(), text.as_bytes(), b"\xFF"].concat(),
        std::fs::read("crates/workbook/tests/files/all-openpyxl.xlsx").unwrap(),
        std::fs::read("crates/workbook/tests/files/all-libreoffice.xls").unwrap(),
        Vec::new(),
    ];
    let encodings = [Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be];
    for bytes in &files {
        let sent: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        for encoding in encodings.map(Some).into_iter().chain([None]) {
            let beginning = &bytes[..bytes.len().min(40)];
            assert_eq!(sha256(bytes, encoding), sent, "{encoding:?} of {beginning:?}");
        }
    }
}
