//! Cells as nearly all are written: `<c r="A1" s="2" t="s"><v>7</v></c>`.
//!
//! A sheet of a hundred thousand rows has a million of them, one like the other. What is
//! written otherwise, by a blank more, is read piece by piece.

use crate::xml::Xml;

/// No value or attribute of such a cell is longer, in bytes.
const LONGEST: usize = 4096;

/// A cell that holds a value and nothing beside it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain<'t> {
    /// The place that it says.
    pub(super) named: Option<&'t str>,
    pub(super) kind: Option<&'t str>,
    pub(super) style: Option<&'t str>,
    pub(super) value: &'t str,
}

/// The next cell, if it stands right behind a tag and is such a one.
pub(super) fn next<'t>(xml: &mut Xml<'t>) -> Option<Plain<'t>> {
    let text = xml.behind_tag()?;
    let (plain, rest) = read(text)?;
    xml.pass(text.len() - rest.len());
    Some(plain)
}

/// One that a text begins with, and what is behind it.
fn read(text: &str) -> Option<(Plain<'_>, &str)> {
    let mut plain = Plain::default();
    let mut rest = text.strip_prefix("<c")?;
    while let [b' ', name @ (b'r' | b's' | b't'), b'=', b'"', ..] = rest.as_bytes() {
        let attribute = match name {
            b'r' => &mut plain.named,
            b's' => &mut plain.style,
            _ => &mut plain.kind,
        };
        let (value, behind) = up_to(&rest[4..], b'"')?;
        // Of two of one name it is not for us to say which counts.
        if attribute.replace(value).is_some() {
            return None;
        }
        rest = behind;
    }
    (plain.value, rest) = up_to(rest.strip_prefix("><v>")?, b'<')?;
    Some((plain, rest.strip_prefix("/v></c>")?))
}

/// What stands before a mark and behind it, if it needs no second look.
#[inline]
fn up_to(text: &str, mark: u8) -> Option<(&str, &str)> {
    for (at, byte) in text.bytes().enumerate().take(LONGEST) {
        if byte == mark {
            return Some((&text[..at], &text[at + 1..]));
        }
        if byte < b' ' || matches!(byte, b'&' | b'<' | b']') {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_as_nearly_all_are_is_read_at_once() {
        for (text, named, kind, style, value) in [
            (r#"<c r="A1"><v>2023</v></c>"#, Some("A1"), None, None, "2023"),
            (r#"<c r="B7" s="3" t="s"><v>0</v></c>"#, Some("B7"), Some("s"), Some("3"), "0"),
            (r#"<c t="str" r="C2"><v>定海区 ≥</v></c>"#, Some("C2"), Some("str"), None, "定海区 ≥"),
            ("<c><v></v></c>", None, None, None, ""),
        ] {
            let whole = format!("{text}<c r=\"D1\">");
            let (plain, rest) = read(&whole).unwrap();
            assert_eq!(plain, Plain { named, kind, style, value });
            assert_eq!(rest, "<c r=\"D1\">");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_left_to_be_read_piece_by_piece() {
        let long = format!("<c><v>{}</v></c>", "1".repeat(LONGEST + 1));
        for text in [
            "",
            "<c",
            "<col><v>1</v></col>",
            "<c><v>1</v>",
            "<c><v>1</v></c >",
            "<c><v>1",
            "<c/>",
            "<c><v/></c>",
            "<c><v>1</v><f>A1</f></c>",
            "<c><f>A1</f><v>1</v></c>",
            "<c><v>a&amp;b</v></c>",
            "<c><v>a<!-- --></v></c>",
            "<c><v>a\nb</v></c>",
            "<c><v>]]></v></c>",
            "<c r='A1'><v>1</v></c>",
            "<c  r=\"A1\"><v>1</v></c>",
            "<c r=\"A1\" ><v>1</v></c>",
            "<c r=\"A1\" r=\"A2\"><v>1</v></c>",
            "<c r=\"A&#49;\"><v>1</v></c>",
            "<c x:r=\"A1\"><v>1</v></c>",
            "<c cm=\"1\"><v>1</v></c>",
            "<x:c><v>1</v></x:c>",
            " <c><v>1</v></c>",
            &long,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
