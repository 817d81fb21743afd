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
