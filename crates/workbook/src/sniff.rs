//! What a file is, from its first bytes.

use super::error::Foreign;

/// How a file begins that is a workbook or was saved as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// As .xlsx and .ods do, and other documents.
    Zip,
    /// As .xls does, other documents, and workbooks with a password.
    Ole,
    /// As the records of an .xls do when they have no container.
    Records,
    /// As something does that programs save or name as a workbook.
    Foreign(Foreign),
}

/// How many bytes of a file are looked at.
const LOOKED_AT: usize = 4096;

/// Whether a file that begins so is a workbook, or another document that is known by its
/// first bytes, and so no plain text. Some 4,096 bytes suffice.
pub fn is_document(bytes: &[u8]) -> bool {
    beginning(bytes).is_some()
}

pub(super) fn beginning(bytes: &[u8]) -> Option<Beginning> {
    match bytes {
        // Files, none, and parts of a split zip.
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] => {
            Some(Beginning::Zip)
        }
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Some(Beginning::Ole),
        // A first record says the version: Excel 5 to 2003, then 2, 3 and 4.
        [9, 8, 8 | 16, 0, _, 5 | 6, ..] => Some(Beginning::Records),
        [9, 0 | 2 | 4, 4 | 6, 0, ..] => Some(Beginning::Foreign(Foreign::OldExcel)),
        _ => markup(bytes).map(Beginning::Foreign),
    }
}

/// Pages and XML that programs save as .xls.
fn markup(bytes: &[u8]) -> Option<Foreign> {
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    // Marks are ASCII; in UTF-16 every other byte is 0.
    let text: String = bytes
        .iter()
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let text = text.trim_start();
    let is_marked = matches!(
        bytes,
        [b'<' | b'M' | b'm' | b' ' | b'\t' | b'\r' | b'\n', ..]
            | [0xEF, 0xBB, 0xBF, ..]
            | [0xFF, 0xFE, ..]
            | [0xFE, 0xFF, ..]
            | [0, b'<', ..]
    );
    if !is_marked {
        return None;
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    if begins(&["<?xml", "<workbook", "<office:document", "<ss:workbook"]) {
        let xml = if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            Foreign::SpreadsheetXml
        } else if text.contains("<html") {
            Foreign::Html
        } else {
            Foreign::Xml
        };
        return Some(xml);
    }
    let pages =
        ["<html", "<!doctype", "<head", "<meta", "<table", "<style", "<body", "<div", "<!--"];
    (begins(&pages) || text.starts_with("mime-version:")).then_some(Foreign::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_known_by_its_bytes() {
        assert_eq!(beginning(b"PK\x03\x04...."), Some(Beginning::Zip));
        assert_eq!(beginning(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Some(Beginning::Ole));
        assert_eq!(beginning(b"\x09\x08\x10\x00\x00\x06\x05\x00"), Some(Beginning::Records));
        let old = Some(Beginning::Foreign(Foreign::OldExcel));
        assert_eq!(beginning(b"\x09\x00\x04\x00\x02\x00\x10\x00"), old);
        assert_eq!(beginning(b"\x09\x04\x06\x00\x00\x00\x10\x00"), old);
    }

    #[test]
    fn a_page_or_xml_that_is_saved_as_a_workbook_is_told_apart() {
        let foreign = |text: &[u8]| match beginning(text) {
            Some(Beginning::Foreign(what)) => Some(what),
            _ => None,
        };
        assert_eq!(foreign(b"<html xmlns:x=\"urn:x\">"), Some(Foreign::Html));
        assert_eq!(foreign(b"\xEF\xBB\xBF\r\n<!DOCTYPE html>"), Some(Foreign::Html));
        assert_eq!(foreign(b"\xFF\xFE<\0T\0A\0B\0L\0E\0>\0"), Some(Foreign::Html));
        assert_eq!(foreign(b"MIME-Version: 1.0\r\n"), Some(Foreign::Html));
        let xml = b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
            <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        assert_eq!(foreign(xml), Some(Foreign::SpreadsheetXml));
        assert_eq!(foreign(b"<?xml version=\"1.0\"?><plan/>"), Some(Foreign::Xml));
    }

    #[test]
    fn text_is_no_workbook() {
        for text in ["", "年份,地区", "<5,1", "Mime,1", "P", "PK,1", "\t\t", "\u{FEFF}年份"] {
            assert!(!is_document(text.as_bytes()), "{text}");
        }
    }
}
