//! Cells and rows as nearly all are written: `<c r="A1" s="2" t="s"><v>7</v></c>`.
//!
//! A sheet of a hundred thousand rows has a million of them, one like the other. What is
//! written otherwise, by a blank more, is read piece by piece.

use super::sheet::has_no_size;

/// No value or attribute is longer, in bytes.
const LONGEST: usize = 4096;

/// A cell that holds a value and nothing beside it, or nothing at all.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cell<'t> {
    /// The place that it says.
    pub(super) named: Option<&'t str>,
    pub(super) kind: Option<&'t str>,
    pub(super) style: Option<&'t str>,
    pub(super) value: Option<&'t str>,
}

/// A cell that a text begins with, and what is behind it.
#[inline]
pub(super) fn cell(text: &str) -> Option<(Cell<'_>, &str)> {
    let mut cell = Cell::default();
    let mut rest = behind(text, b"<c")?;
    while let [b' ', name @ (b'r' | b's' | b't'), b'=', b'"', ..] = rest.as_bytes() {
        let attribute = match name {
            b'r' => &mut cell.named,
            b's' => &mut cell.style,
            _ => &mut cell.kind,
        };
        let (value, next) = up_to(rest.get(4..)?, b'"')?;
        // Of two of one name it is not for us to say which counts.
        if attribute.replace(value).is_some() {
            return None;
        }
        rest = next;
    }
    if let Some(rest) = behind(rest, b"/>") {
        return Some((cell, rest));
    }
    let (value, rest) = up_to(behind(rest, b"><v>")?, b'<')?;
    cell.value = Some(value);
    Some((cell, behind(rest, b"/v></c>")?))
}

/// The end of a row and the beginning of the next one, which is not hidden: the number that
/// this says, and what is behind it.
pub(super) fn row(text: &str) -> Option<(Option<&str>, &str)> {
    let mut rest = text.strip_prefix("</row><row")?;
    let mut number = None;
    while let Some(attribute) = rest.strip_prefix(' ') {
        let (name, value) = up_to(attribute, b'"')?;
        let (value, next) = up_to(value, b'"')?;
        match name.strip_suffix('=')? {
            "r" if number.is_none() => number = Some(value),
            "hidden" if matches!(value, "0" | "false") => {}
            "ht" if !has_no_size(value) => {}
            // How it looks.
            "spans" | "s" | "customFormat" | "customHeight" | "outlineLevel" | "collapsed"
            | "thickTop" | "thickBot" | "ph" | "x14ac:dyDescent" => {}
            _ => return None,
        }
        rest = next;
    }
    Some((number, rest.strip_prefix('>')?))
}

/// The characters that need a second look, or end a value.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut at = 0;
    while at < stops.len() {
        stops[at] = at < b' ' as usize || matches!(at as u8, b'"' | b'&' | b'<' | b']');
        at += 1;
    }
    stops
};

/// What stands before a mark and behind it, if it needs no second look.
#[inline]
fn up_to(text: &str, mark: u8) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while !STOPS[usize::from(*bytes.get(at)?)] {
        at += 1;
    }
    if bytes[at] != mark || at > LONGEST {
        return None;
    }
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands behind a piece of a text that begins with it.
#[inline]
fn behind<'t, const N: usize>(text: &'t str, piece: &[u8; N]) -> Option<&'t str> {
    if text.as_bytes().first_chunk()? == piece { text.get(N..) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_as_nearly_all_are_is_read_at_once() {
        for (text, named, kind, style, value) in [
            (r#"<c r="A1"><v>2023</v></c>"#, Some("A1"), None, None, Some("2023")),
            (r#"<c r="B7" s="3" t="s"><v>0</v></c>"#, Some("B7"), Some("s"), Some("3"), Some("0")),
            (
                r#"<c t="str" r="C2"><v>定海区 ≥</v></c>"#,
                Some("C2"),
                Some("str"),
                None,
                Some("定海区 ≥"),
            ),
            ("<c><v></v></c>", None, None, None, Some("")),
            (r#"<c r="D2" s="1"/>"#, Some("D2"), None, Some("1"), None),
            ("<c/>", None, None, None, None),
        ] {
            let whole = format!("{text}<c r=\"D1\">");
            let (read, rest) = cell(&whole).unwrap();
            assert_eq!(read, Cell { named, kind, style, value });
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
            "<c />",
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
            assert_eq!(cell(text), None, "{text}");
        }
    }

    #[test]
    fn rows_follow_each_other_unless_there_is_more_to_them() {
        for (text, number) in [
            ("</row><row>", None),
            (r#"</row><row r="2" spans="1:7">"#, Some("2")),
            (r#"</row><row ht="12.8" r="31" hidden="false" x14ac:dyDescent="0.2">"#, Some("31")),
        ] {
            let whole = format!("{text}<c/>");
            assert_eq!(row(&whole), Some((number, "<c/>")), "{text}");
        }
        for text in [
            "</row>",
            "</row></sheetData>",
            "<row>",
            "</row> <row>",
            "</row><rowBreaks>",
            "</row><row/>",
            r#"</row><row r="2"/>"#,
            r#"</row><row r="2" hidden="1">"#,
            r#"</row><row r="2" x:hidden="1">"#,
            r#"</row><row r="2" ht="0">"#,
            r#"</row><row ht="0.00" r="2">"#,
            r#"</row><row r="2" r="3">"#,
            r#"</row><row x:r="2">"#,
            r#"</row><row r = "2">"#,
            r#"</row><row r='2'>"#,
            r#"</row><row r="&#50;">"#,
        ] {
            assert_eq!(row(text), None, "{text}");
        }
    }
}
