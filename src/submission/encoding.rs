//! The encodings that submissions come in.

/// How a file's bytes stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GB18030, of which GBK and GB2312 are parts: how spreadsheet programs in Chinese
    /// save CSV.
    Gb18030,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
}

impl Encoding {
    /// The name that is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// The one that a file surely is in, by the byte order marks at its beginning or by its
    /// zeros. A program may put the mark of UTF-8 before a text in another encoding.
    pub(super) fn announced(beginning: &[u8]) -> Option<Self> {
        let text = without_marks(beginning);
        match text {
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            [0x84, 0x31, 0x95, 0x33, ..] => Some(Self::Gb18030),
            _ if text.len() < beginning.len() => begins_as_utf8(text).then_some(Self::Utf8),
            _ => Self::of_zeros(text),
        }
    }

    /// UTF-16 without a mark: read the other way round, its commas and line ends are no
    /// characters that a table holds.
    fn of_zeros(beginning: &[u8]) -> Option<Self> {
        // What fills up the end of a file is no zero of a character.
        memchr::memchr(0, filled(beginning))?;
        let little = is_table(beginning, u16::from_le_bytes);
        let big = is_table(beginning, u16::from_be_bytes);
        match (little, big) {
            (true, false) => Some(Self::Utf16Le),
            (false, true) => Some(Self::Utf16Be),
            (true, true) | (false, false) => None,
        }
    }

    pub(super) fn decoder(self) -> encoding_rs::Decoder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
        }
        .new_decoder_with_bom_removal()
    }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// A text without the marks of UTF-8 before it: programs that join files leave several.
pub(super) fn without_marks(mut text: &[u8]) -> &[u8] {
    while let Some(rest) = text.strip_prefix(MARK) {
        text = rest;
    }
    text
}

/// What programs write behind the end of a text: Control-Z, with which old ones end it, and
/// zeros that fill up a block.
pub(super) fn is_filling(byte: u8) -> bool {
    matches!(byte, 0 | 0x1A)
}

/// A text without what fills up its end.
fn filled(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !is_filling(*byte)).map_or(0, |last| last + 1);
    text.get(..end).unwrap_or_default()
}

/// Whether what was read of a text is UTF-8; its last character may be cut.
fn begins_as_utf8(text: &[u8]) -> bool {
    std::str::from_utf8(text).map_or_else(|error| error.error_len().is_none(), |_| true)
}

/// Whether what was read of a text is a table in UTF-16: ASCII, ideographs, and the signs
/// that go with them, of which some part cells or lines.
fn is_table(text: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = text.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    let mut units: Vec<u16> = units.collect();
    while matches!(units.last(), Some(0 | 0x1A)) {
        units.pop();
    }
    let mut parts = false;
    char::decode_utf16(units).all(|c| {
        let Ok(c) = c else { return false };
        parts |= matches!(c, ',' | '\t' | ';' | '\n');
        matches!(
            c,
            '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}'..='\u{FF}' | '\u{2000}'..='\u{206F}'
                | '\u{2190}'..='\u{22FF}' | '\u{2460}'..='\u{24FF}' | '\u{2E80}'..='\u{2FDF}'
                | '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FE30}'..='\u{FE6F}'
                | '\u{FEFF}' | '\u{FF00}'..='\u{FFEF}'
        )
    }) && parts
}

/// Whether a text is surely GBK: nearly all its characters are of those that GB2312 has.
/// Another encoding taken for GBK has half of them elsewhere.
pub(super) fn is_surely_gbk(text: &[u8]) -> bool {
    let (mut plain, mut others) = (0u32, 0u32);
    let mut bytes = without_marks(text).iter();
    while let Some(lead) = bytes.next() {
        if lead.is_ascii() {
            continue;
        }
        match (lead, bytes.next()) {
            (0xA1..=0xF7, Some(0xA1..=0xFE)) => plain += 1,
            (_, Some(_)) => others += 1,
            (_, None) => {}
        }
    }
    plain > 0 && others * 20 <= plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::decoded::tests::decoded;

    #[test]
    fn utf16_without_a_mark_is_known_only_if_it_is_sure() {
        let table = "年份,地区,指标\n2023,定海区一,９５％（甲）—\n";
        let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Encoding::announced(&little), Some(Encoding::Utf16Le));
        assert_eq!(Encoding::announced(&big), Some(Encoding::Utf16Be));
        assert_eq!(Encoding::announced(&little[..31]), Some(Encoding::Utf16Le), "cut anywhere");
        for end in ["\u{1A}", "\0", "\0\0\0", "\u{1A}\u{1A}\0"] {
            let text = format!("{table}{end}");
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(Encoding::announced(&little), Some(Encoding::Utf16Le), "{end:?}");
            assert_eq!(Encoding::announced(&big), Some(Encoding::Utf16Be), "{end:?}");
            let half = [&*little, b"\x1A"].concat();
            assert_eq!(Encoding::announced(&half), Some(Encoding::Utf16Le), "{end:?}");
            assert_eq!(decoded(&half, Encoding::Utf16Le), (text, None), "{end:?}");
        }
        for unsure in [
            b"abcd\n\0".as_slice(),
            b"ab,cd\n\0\0\0",
            b"PK\x03\x04\0\0",
            b"a\0",
            b"\0\0\0\0",
            b"2023\0,a\n",
            b"",
            table.as_bytes(),
        ] {
            assert_eq!(Encoding::announced(unsure), None, "{unsure:?}");
        }
    }

    #[test]
    fn marks_before_a_text_are_passed_over_and_the_text_is_what_it_is() {
        let (gbk, _, _) = encoding_rs::GBK.encode("年份,地区\n");
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        for (marks, text, expected) in [
            (MARK.to_vec(), "年份\n".as_bytes().to_vec(), Some(Encoding::Utf8)),
            (MARK.repeat(3), "年份\n".as_bytes().to_vec(), Some(Encoding::Utf8)),
            (MARK.to_vec(), gbk.to_vec(), None),
            (MARK.repeat(2), utf16("\u{FEFF}年份\n"), Some(Encoding::Utf16Le)),
            (b"\x84\x31\x95\x33".to_vec(), gbk.to_vec(), Some(Encoding::Gb18030)),
        ] {
            assert_eq!(Encoding::announced(&[marks, text].concat()), expected);
        }
        let text = [MARK, &*gbk].concat();
        assert_eq!(decoded(&text, Encoding::Gb18030).0, "年份,地区\n");
        let bad = [MARK, b"a\xFF\xFF".as_slice()].concat();
        assert_eq!(decoded(&bad, Encoding::Gb18030).1, Some((4, 1)));
    }

    #[test]
    fn gbk_is_told_from_what_is_only_taken_for_it() {
        let text = "县区,持证人数,就业人数\n定海区,6140,3512\n";
        assert!(is_surely_gbk(&encoding_rs::GBK.encode(text).0));
        assert!(!is_surely_gbk(&encoding_rs::BIG5.encode("縣區,持證人數,就業人數").0));
        assert!(!is_surely_gbk(text.as_bytes()));
        assert!(!is_surely_gbk(b"region,value\n"));
    }
}
