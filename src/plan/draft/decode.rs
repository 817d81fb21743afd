//! From the bytes of a file to its text.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

/// A text, and the encoding it was in unless that is UTF-8.
pub(super) type Decoded<'b> = (Cow<'b, str>, Option<&'static str>);

/// The text of a file that a spreadsheet program, an editor or a clipboard wrote;
/// `None` of a workbook, a picture or the like.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        // What Chinese Windows programs save a CSV as.
        None => (GB18030, bytes),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest)?;
    let is_text = !text.contains('\0');
    is_text.then_some((text, (encoding != UTF_8).then_some(encoding.name())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<(String, Option<&'static str>)> {
        decode(bytes).map(|(text, encoding)| (text.into_owned(), encoding))
    }

    #[test]
    fn what_office_programs_save_is_read() {
        let known = |encoding| Some(("指标".to_owned(), encoding));
        assert_eq!(text("指标".as_bytes()), known(None));
        assert_eq!(text("\u{FEFF}指标".as_bytes()), known(None));
        assert_eq!(text(b"\xD6\xB8\xB1\xEA"), known(Some("gb18030")));
        assert_eq!(text(b"\xFF\xFE\x07\x63\x07\x68"), known(Some("UTF-16LE")));
        assert_eq!(text(b"\xFE\xFF\x63\x07\x68\x07"), known(Some("UTF-16BE")));
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        assert_eq!(text(b"PK\x03\x04\x00\x00"), None);
        assert_eq!(text(b"\x89PNG\r\n\x1A\n\xFF"), None);
        assert_eq!(text(b"\xFF\xFE\x07"), None, "half a character");
    }
}
