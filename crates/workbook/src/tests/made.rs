//! Workbooks that tests make themselves, part by part and record by record.

use std::io::Write as _;

pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn relations(of: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", of.iter().map(one).collect::<String>())
}

pub(crate) const BOOK: &str = "xl/workbook.xml";
pub(crate) const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
pub(crate) const SHEET: &str = "xl/sheet.xml";
pub(crate) const STYLES: &str = "xl/styles.xml";
pub(crate) const STRINGS: &str = "xl/strings.xml";

/// A workbook with one sheet, and these parts in place of its own or beside them.
pub(crate) fn xlsx_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let root = relations(&[("a", "officeDocument", "xl/workbook.xml")]);
    let of_book = relations(&[
        ("a", "worksheet", "sheet.xml"),
        ("b", "styles", "styles.xml"),
        ("c", "sharedStrings", "strings.xml"),
    ]);
    let book = "<workbook><sheets><sheet name=\"表\" id=\"a\"/></sheets><calcPr calcId=\"191029\"/>\
                </workbook>";
    let mut all: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        (BOOK, book.as_bytes()),
        (RELATIONS, of_book.as_bytes()),
    ];
    all.retain(|(name, _)| !parts.iter().any(|(other, _)| other == name));
    all.extend(parts);
    zipped(&all)
}

/// A workbook with one sheet of this XML.
pub(crate) fn xlsx(sheet: &str) -> Vec<u8> {
    xlsx_of(&[(SHEET, sheet.as_bytes())])
}

/// A sheet with one row of these cells.
pub(crate) fn row(cells: &str) -> String {
    format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>")
}

/// A workbook with one sheet of one row of these cells.
pub(crate) fn ods(cells: &str) -> Vec<u8> {
    let content = content(&format!("<table:table-row>{cells}</table:table-row>"));
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

pub(crate) fn content(rows: &str) -> String {
    format!(
        "<office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"表\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    )
}

/// A record of an .xls.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// An .xls with one sheet, of records before its list of sheets and of those of the sheet.
pub(crate) fn xls(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    xls_of(globals, &[(0, &sheet.concat())])
}

/// An .xls with sheets of these kinds and records.
pub(crate) fn xls_of(globals: &[Vec<u8>], sheets: &[(u8, &[u8])]) -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let listed = |begin: u32, kind: u8| {
        let at = begin.to_le_bytes();
        record(0x0085, &[&at[..], &[0, kind, 1, 0], b"T"].concat())
    };
    let mut head = [begin(5), globals.concat()].concat();
    let mut begins = head.len() + sheets.len() * listed(0, 0).len() + 4;
    let mut bodies = Vec::new();
    for (kind, records) in sheets {
        let body = [begin(0x10), records.to_vec(), record(0x000A, &[])].concat();
        head.extend(listed(u32::try_from(begins).unwrap(), *kind));
        begins += body.len();
        bodies.extend(body);
    }
    [head, record(0x000A, &[]), bodies].concat()
}

/// A formula in the first row, with the eight bytes of its result and its options.
pub(crate) fn formula(kind: u16, column: u16, result: [u8; 8], options: u16) -> Vec<u8> {
    let place = [[0, 0], column.to_le_bytes(), [0, 0]].concat();
    let rest = [&options.to_le_bytes()[..], &[0; 4], &[3, 0, 0x1E, 1, 0]].concat();
    record(kind, &[&place[..], &result, &rest].concat())
}

/// A style whose number format is this one.
pub(crate) fn style(format: u16) -> Vec<u8> {
    record(0x00E0, &[&[0, 0], &format.to_le_bytes()[..], &[0; 16]].concat())
}
