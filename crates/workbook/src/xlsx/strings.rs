//! The texts that cells of an .xlsx share.

use compact_str::CompactString;

use crate::error::Fault;
use crate::rich::{Font, Rich, Script};
use crate::shared::Strings;
use crate::sheet::Cell;
use crate::xml::{Piece, Xml, attribute, local};

pub(super) fn read(text: &str) -> Result<Strings, Fault> {
    let mut xml = Xml::new(text);
    let mut strings = Strings::default();
    while let Some(start) = xml.start()? {
        if local(&start) == "si" {
            strings.push(rich(&mut xml)?)?;
        }
    }
    Ok(strings)
}

/// The text of an element that has just begun, in one piece or several with their own
/// fonts; how it is pronounced is not part of it.
pub(super) fn rich(xml: &mut Xml<'_>) -> Result<Cell, Fault> {
    let mut rich = Rich::default();
    let mut run = Font::default();
    let mut depth = 0u32;
    loop {
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "t" => rich.push(&unescaped(&xml.text()?), run)?,
                "rPr" => run = font(xml)?,
                "rPh" | "phoneticPr" => xml.skip(&start)?,
                _ => depth += 1,
            },
            Piece::End(_) if depth == 0 => return Ok(rich.cell()),
            Piece::End(_) => {
                depth -= 1;
                run = Font::default();
            }
            Piece::Text(_) => {}
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

/// What the element of a font says that has just begun.
pub(super) fn font(xml: &mut Xml<'_>) -> Result<Font, Fault> {
    let mut font = Font::default();
    while let Some(start) = xml.child()? {
        let value = attribute(&start, "val")?;
        match local(&start) {
            "strike" | "dstrike" => {
                let is_off = value.is_some_and(|it| matches!(&*it, "0" | "false" | "off" | "none"));
                font.is_struck |= !is_off;
            }
            "vertAlign" => {
                font.script = match value.as_deref() {
                    Some("superscript") => Script::Above,
                    Some("subscript") => Script::Below,
                    Some(_) | None => Script::OnTheLine,
                };
            }
            _ => {}
        }
        xml.skip(&start)?;
    }
    Ok(font)
}

/// Characters that XML can't hold are written as `_x000D_`, and `_x005F_` is `_`.
pub(super) fn unescaped(text: &str) -> CompactString {
    let mut plain = CompactString::default();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        match code.and_then(char::from_u32) {
            Some(c) => {
                plain.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_hold_are_read() {
        for (text, expected) in [
            ("甲_x000D_\n乙", "甲\r\n乙"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xyz_", "_xyz_"),
            ("_x00", "_x00"),
            ("_x12年", "_x12年"),
            ("a_x+041_", "a_x+041_"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }

    #[test]
    fn a_text_of_several_fonts_is_one_and_leaves_its_pronunciation() {
        let text = "<sst><si><r><rPr/><t>定海</t></r><r><t xml:space=\"preserve\"> 区</t></r>\
            <rPh sb=\"0\" eb=\"1\"><t>ding</t></rPh></si><si/><si><t>a&amp;&#x4E59;</t></si></sst>";
        let read = read(text).unwrap();
        let texts = [0, 1, 2].map(|at| read.cell(at).unwrap().text);
        assert_eq!(texts, ["定海 区", "", "a&乙"]);
        assert!(read.cell(3).is_err());
    }
}
