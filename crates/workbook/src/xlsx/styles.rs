//! The number formats of an .xlsx and what its fonts strike out, by the number of a cell's
//! style.

use std::collections::HashMap;
use std::rc::Rc;

use super::strings;
use crate::error::Fault;
use crate::format::NumberFormat;
use crate::shared::{self, Style};
use crate::xml::{Xml, attribute, local, number};

/// How many styles cells can have.
const MOST_STYLES: usize = 1_000_000;

pub(super) fn read(text: &str) -> Result<Vec<Style>, Fault> {
    let mut xml = Xml::new(text);
    let mut known: HashMap<u32, Rc<NumberFormat>> = HashMap::new();
    let (mut fonts, mut styles) = (Vec::new(), Vec::new());
    while let Some(start) = xml.start()? {
        let id = || number(&start, "numFmtId").map(Option::unwrap_or_default);
        match local(&start) {
            "styleSheet" | "numFmts" | "fonts" | "cellXfs" => {}
            "font" if fonts.len() == MOST_STYLES => return Err(Fault::Damaged),
            "font" => fonts.push(strings::font(&mut xml)?.is_struck),
            "numFmt" => {
                let code = attribute(&start, "formatCode")?.unwrap_or_default();
                shared::learn(&mut known, id()?, NumberFormat::of_code(&code));
            }
            // No program has a tenth of that.
            "xf" if styles.len() == MOST_STYLES => return Err(Fault::Damaged),
            "xf" => {
                let font = number(&start, "fontId")?.and_then(|id| usize::try_from(id).ok());
                let is_struck = font.and_then(|font| fonts.get(font)).copied().unwrap_or(false);
                styles.push((id()?, is_struck));
                xml.skip(&start)?;
            }
            // Styles that cells can be given, and formats that conditions give, use the
            // same names.
            _ => xml.skip(&start)?,
        }
    }
    Ok(shared::styles(known, styles))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Shows;

    #[test]
    fn only_the_styles_of_cells_count() {
        let text = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.000%\"/>\
            <numFmt numFmtId=\"9\" formatCode=\"0\"/>\
            <numFmt numFmtId=\"165\" formatCode=\"0\"/><numFmt numFmtId=\"165\" formatCode=\"0%\"/>\
            </numFmts><cellStyleXfs><xf numFmtId=\"10\"/></cellStyleXfs>\
            <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"><alignment/></xf><xf numFmtId=\"10\"/>\
            <xf/><xf numFmtId=\"9\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>\
            <dxfs><dxf><numFmt numFmtId=\"10\" formatCode=\"0\"/></dxf></dxfs>\
            <extLst><ext><x14:dxfs><x14:dxf><numFmt numFmtId=\"10\" formatCode=\"0\"/></x14:dxf>\
            </x14:dxfs></ext></extLst></styleSheet>";
        let read = read(text).unwrap();
        let powers = read.iter().map(|style| match style.format.shows(0.5) {
            Shows::Number { power, .. } => Some(*power),
            Shows::Day(_) | Shows::Unsure => None,
        });
        let powers: Vec<_> = powers.collect();
        assert_eq!(powers, [Some(0), Some(2), Some(2), Some(0), Some(0), None, None]);
    }
}
