//! The number formats of an .xlsx, by the number of a cell's style.

use std::collections::HashMap;

use crate::submission::workbook::Fault;
use crate::submission::workbook::format::{self, NumberFormat};
use crate::submission::workbook::xml::{Piece, Xml, attribute, local};

pub(super) fn read(text: &str) -> Result<Vec<NumberFormat>, Fault> {
    let mut xml = Xml::new(text);
    let mut own: HashMap<u32, NumberFormat> = HashMap::new();
    let mut ids = Vec::new();
    let mut is_of_cells = false;
    loop {
        match xml.next()? {
            Piece::Start(start) => {
                let id = || -> Result<u32, Fault> {
                    let id = attribute(&start, "numFmtId")?;
                    Ok(id.and_then(|id| id.trim().parse().ok()).unwrap_or(0))
                };
                match local(&start) {
                    "numFmt" => {
                        let code = attribute(&start, "formatCode")?.unwrap_or_default();
                        own.insert(id()?, format::of_code(&code));
                    }
                    "cellXfs" => is_of_cells = true,
                    "xf" if is_of_cells => ids.push(id()?),
                    _ => {}
                }
            }
            Piece::End(name) if name == "cellXfs" => is_of_cells = false,
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Over => break,
        }
    }
    let format = |id| own.get(&id).copied().unwrap_or_else(|| format::built_in(id));
    Ok(ids.into_iter().map(format).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_styles_of_cells_count() {
        let text = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.000%\"/>\
            <numFmt numFmtId=\"9\" formatCode=\"0\"/></numFmts>\
            <cellStyleXfs><xf numFmtId=\"10\"/></cellStyleXfs>\
            <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf/>\
            <xf numFmtId=\"9\"/></cellXfs></styleSheet>";
        use NumberFormat::{General, Percent};
        assert_eq!(read(text).unwrap(), [General, Percent, Percent, General, General]);
    }
}
