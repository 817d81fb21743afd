//! One sheet of an .xlsx.

use compact_str::{CompactString, format_compact};
use quick_xml::events::BytesStart;

use super::{Shared, strings};
use crate::submission::grid::Content;
use crate::submission::workbook::cells::{Area, Cells, MOST_COLUMNS, MOST_ROWS};
use crate::submission::workbook::format::NumberFormat;
use crate::submission::workbook::xml::{Piece, Xml, attribute, local, says_yes, value_of};
use crate::submission::workbook::{Fault, date, number, yes_no};

pub(super) fn read(text: &str, shared: &Shared, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let mut xml = Xml::new(text);
    // Rows and cells without a place of their own follow the one before.
    let (mut row, mut column) = (0u32, 0u32);
    let mut is_sheet = false;
    loop {
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "worksheet" => is_sheet = true,
                "col" if says_yes(&start, "hidden")? => {
                    let (first, last) = (place(&start, "min")?, place(&start, "max")?);
                    let (first, last) = first.zip(last).ok_or(Fault::Damaged)?;
                    cells.hidden_columns.add(first, last);
                }
                "row" => {
                    row = place(&start, "r")?.unwrap_or(row);
                    column = 0;
                    if says_yes(&start, "hidden")? {
                        cells.hidden_rows.add(row, row);
                    }
                }
                "c" => {
                    if let Some(named) = attribute(&start, "r")? {
                        (row, column) = reference(&named).ok_or(Fault::Damaged)?;
                    }
                    let cell = Cell::read(&mut xml, &start)?;
                    if let Some(kept) = cell.kept(shared)? {
                        cells.put(row, column, kept)?;
                    }
                    column = column.saturating_add(1);
                }
                "mergeCell" => {
                    let named = value_of(&start, "ref")?;
                    cells.merged.push(area(&named).ok_or(Fault::Damaged)?);
                }
                _ => {}
            },
            Piece::End(name) if name == "row" => row = row.saturating_add(1),
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Over if is_sheet => return Ok(()),
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

/// A cell as the file has it.
struct Cell {
    kind: String,
    style: usize,
    formula: Option<String>,
    value: Option<String>,
    inline: Option<CompactString>,
}

impl Cell {
    fn read(xml: &mut Xml<'_>, start: &BytesStart<'_>) -> Result<Self, Fault> {
        let mut cell = Self {
            kind: value_of(start, "t")?,
            style: attribute(start, "s")?.and_then(|style| style.parse().ok()).unwrap_or(0),
            formula: None,
            value: None,
            inline: None,
        };
        loop {
            match xml.next()? {
                Piece::Start(start) => match local(&start) {
                    "f" => cell.formula = Some(xml.text(|_| false)?),
                    "v" => cell.value = Some(xml.text(|_| false)?),
                    "is" => cell.inline = Some(strings::rich(xml)?),
                    _ => xml.skip(&start)?,
                },
                Piece::End(_) => return Ok(cell),
                Piece::Text(_) => {}
                Piece::Over => return Err(Fault::Damaged),
            }
        }
    }

    /// What is kept of it.
    fn kept(self, shared: &Shared) -> Result<Option<(CompactString, Content)>, Fault> {
        let value = self.value.unwrap_or_default();
        if value.is_empty() && self.kind != "inlineStr" {
            // A formula whose result is an empty text says that it is a text.
            return Ok(match self.formula {
                Some(formula) if self.kind != "str" => {
                    Some((format_compact!("={formula}"), Content::Uncomputed))
                }
                _ => None,
            });
        }
        let typed = |text| Ok(Some((text, Content::Typed)));
        match self.kind.as_str() {
            "s" => {
                let at: usize = value.trim().parse().map_err(|_| Fault::Damaged)?;
                typed(shared.strings.get(at).ok_or(Fault::Damaged)?.clone())
            }
            "inlineStr" => typed(self.inline.unwrap_or_default()),
            "b" => typed(yes_no(matches!(value.trim(), "1" | "true" | "TRUE"))),
            "e" => Ok(Some((value.trim().into(), Content::Error))),
            "d" => typed(date::of_iso(value.trim())),
            "" | "n" => match value.trim().parse::<f64>() {
                Ok(value) => {
                    let format = shared.formats.get(self.style).copied();
                    let format = format.unwrap_or(NumberFormat::General);
                    Ok(Some(number::typed(value, format, shared.is_1904)))
                }
                Err(_) => typed(value.into()),
            },
            // "str", and what newer versions may bring.
            _ => typed(strings::unescaped(&value)),
        }
    }
}

/// A row or column number from 1, as one from 0.
fn place(start: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Fault> {
    let Some(value) = attribute(start, name)? else { return Ok(None) };
    let number: u32 = value.trim().parse().map_err(|_| Fault::Damaged)?;
    number.checked_sub(1).map(Some).ok_or(Fault::Damaged)
}

/// Row and column of `$D$7`, from 0.
fn reference(named: &str) -> Option<(u32, u32)> {
    let mut column = 0u32;
    let mut row = 0u32;
    for byte in named.trim().bytes() {
        match byte {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    let is_there = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
    is_there.then(|| (row - 1, column - 1))
}

/// `A1:C2`, or one cell.
fn area(named: &str) -> Option<Area> {
    let (first, last) = named.split_once(':').unwrap_or((named, named));
    let (first, last) = (reference(first)?, reference(last)?);
    Some(Area {
        rows: (first.0.min(last.0), first.0.max(last.0)),
        columns: (first.1.min(last.1), first.1.max(last.1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_a_place_within_a_sheet() {
        assert_eq!(reference("A1"), Some((0, 0)));
        assert_eq!(reference("$d$7"), Some((6, 3)));
        assert_eq!(reference("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "7", "A0", "XFE1", "A1048577", "A99999999999", "1A", "AAAAAAAAAA1"] {
            assert_eq!(reference(wrong), None, "{wrong}");
        }
    }
}
