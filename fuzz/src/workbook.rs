//! Any bytes as a workbook.

use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::reading::{self, BUILT_IN};

/// What parts the texts of which a workbook is made.
const BETWEEN: &str = "\n----\n";

/// Behind `xlsx` and a line end the parts of a workbook, packed before they are read: no
/// change to a packed one would get past its check sums. So behind `ods`. Else the file.
pub fn workbook(input: &[u8]) {
    let text = |input: &[u8]| String::from_utf8_lossy(input).into_owned();
    if let Some(parts) = input.strip_prefix(b"xlsx\n") {
        reading::holds(&BUILT_IN, "2023.xlsx", &packed(XLSX, &XLSX_PARTS, &text(parts)));
    } else if let Some(parts) = input.strip_prefix(b"ods\n") {
        reading::holds(&BUILT_IN, "2023.ods", &packed(ODS, &ODS_PARTS, &text(parts)));
    } else {
        reading::holds(&BUILT_IN, "2023.xls", input);
    }
}

/// A part of a workbook: its name, and what it holds.
type Part = (&'static str, &'static str);

const XLSX_PARTS: [&str; 4] =
    ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];

const XLSX: &[Part] = &[
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
];

const ODS_PARTS: [&str; 2] = ["content.xml", "META-INF/manifest.xml"];

const ODS: &[Part] = &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")];

/// The parts that are given in their order, and those that a workbook has beside them.
fn packed(always: &[Part], names: &[&str], parts: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let given: Vec<(&str, &str)> = names.iter().copied().zip(parts.split(BETWEEN)).collect();
    let is_given = |name: &str| given.iter().any(|(given, _)| *given == name);
    let beside = always.iter().copied().filter(|(name, _)| !is_given(name));
    for (name, text) in beside.chain(given.iter().copied()) {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
