//! One sheet of an .xlsx.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::{plain, strings};
use crate::cells::{Area, Cells, MOST_COLUMNS, MOST_ROWS};
use crate::date;
use crate::error::Fault;
use crate::results::Results;
use crate::shared::Shared;
use crate::sheet::Cell;
use crate::xml::{Piece, Xml, attribute, attributes, is_yes, local, says_yes, value_of};

pub(super) fn read(text: &str, shared: &Shared, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let mut xml = Xml::new(text);
    // Rows and cells without a place of their own follow the one before.
    let (mut row, mut column) = (0u32, 0u32);
    let mut sheet = Reading { shared, formulas: Formulas::default(), is_in_row: false, cells };
    let mut is_sheet = false;
    loop {
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "worksheet" => is_sheet = true,
                "cols" | "sheetData" | "mergeCells" => {}
                "col" => {
                    let [first, last, hidden, width] =
                        attributes(&start, ["min", "max", "hidden", "width"])?;
                    if is_hidden(hidden.as_deref(), width.as_deref()) {
                        let (first, last) =
                            place(first)?.zip(place(last)?).ok_or(Fault::Damaged)?;
                        sheet.cells.hidden_columns.add(first, last);
                    }
                }
                "row" => {
                    let [own, hidden, height] = attributes(&start, ["r", "hidden", "ht"])?;
                    row = following(place(own)?, row)?;
                    if is_hidden(hidden.as_deref(), height.as_deref()) {
                        sheet.cells.hide_rows(row, row);
                    }
                    sheet.is_in_row = start.name().as_ref() == "row";
                    (row, column) = sheet.plain(&mut xml, (row, 0))?;
                }
                "c" => {
                    let [named, kind, said] = attributes(&start, ["r", "t", "s"])?;
                    column = in_row(named.as_deref(), row, column)?;
                    let style_of = style(said.as_deref());
                    let written = Written::read(&mut xml, kind.unwrap_or_default(), style_of)?;
                    column = sheet.put(written, row, column)?;
                    (row, column) = sheet.plain(&mut xml, (row, column))?;
                }
                "mergeCell" => {
                    let named = value_of(&start, "ref")?;
                    sheet.cells.merged.push(area(&named).ok_or(Fault::Damaged)?);
                }
                _ => xml.skip(&start)?,
            },
            Piece::End(end) if end.local_name().as_ref() == "row" => {
                row = row.saturating_add(1);
                sheet.is_in_row = false;
            }
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Over if is_sheet => return Ok(()),
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

/// A sheet that is read.
struct Reading<'r, 'b> {
    shared: &'r Shared,
    formulas: Formulas,
    /// Whether what is read stands in a row, and that is called without a prefix.
    is_in_row: bool,
    cells: &'r mut Cells<'b>,
}

impl Reading<'_, '_> {
    /// Keeps a cell, and says which column is next.
    fn put(&mut self, written: Written<'_>, row: u32, column: u32) -> Result<u32, Fault> {
        if let Some(cell) = written.cell(self.shared, &mut self.formulas, self.cells)? {
            self.cells.put(row, column, cell)?;
        }
        Ok(column.saturating_add(1))
    }

    /// Keeps the cells that follow and are written as nearly all are, from a row and column
    /// on, and says at which it ends.
    fn plain(
        &mut self,
        xml: &mut Xml<'_>,
        (mut row, mut column): (u32, u32),
    ) -> Result<(u32, u32), Fault> {
        let text = xml.behind_tag().unwrap_or_default();
        let mut rest = text;
        loop {
            if let Some((cell, behind)) = plain::cell(rest) {
                column = in_row(cell.named, row, column)?;
                column = match self.usual(&cell) {
                    Some(kept) => {
                        self.cells.put(row, column, kept)?;
                        column.saturating_add(1)
                    }
                    None => self.put(Written::plain(&cell), row, column)?,
                };
                rest = behind;
            } else if let Some((own, behind)) = plain::row(rest).filter(|_| self.is_in_row) {
                row = following(place(own)?, row.saturating_add(1))?;
                column = 0;
                rest = behind;
            } else {
                break;
            }
        }
        xml.pass(text.len() - rest.len());
        Ok((row, column))
    }

    /// What is kept of a cell as nearly all are: the number of a text, or a plain number.
    #[inline]
    fn usual(&self, cell: &plain::Cell<'_>) -> Option<Cell> {
        let style = cell.style.map_or(Some(0), whole)?;
        let value = cell.value?;
        match cell.kind {
            Some("s") => {
                let text = self.shared.strings.cell(whole(value)?).ok()?;
                Some(self.shared.text(text, Some(style)))
            }
            None | Some("n") => {
                let number = self.shared.digits(value, style)?;
                Some(self.shared.styled(number, Some(style)))
            }
            Some(_) => None,
        }
    }
}

/// A whole number of few digits, as it is mostly written.
#[inline]
fn whole(text: &str) -> Option<usize> {
    let digits = text.bytes().map(|byte| byte.wrapping_sub(b'0'));
    let is_few = matches!(text.len(), 1..=8) && digits.clone().all(|digit| digit < 10);
    is_few.then(|| digits.fold(0, |whole, digit| whole * 10 + usize::from(digit)))
}

/// The column of a cell in a row, from the place that it says.
fn in_row(named: Option<&str>, row: u32, next: u32) -> Result<u32, Fault> {
    let named = named.map(|named| reference(named).ok_or(Fault::Damaged));
    let (of_row, of_column) = named.transpose()?.unzip();
    let column = following(of_column, next)?;
    if of_row.is_some_and(|of_row| of_row != row) { Err(Fault::Damaged) } else { Ok(column) }
}

/// Whether a row or column is not seen: it is said to be hidden, or has no size.
fn is_hidden(said: Option<&str>, size: Option<&str>) -> bool {
    said.is_some_and(is_yes) || size.is_some_and(has_no_size)
}

/// Whether a height or a width is none.
pub(super) fn has_no_size(size: &str) -> bool {
    size.parse() == Ok(0.0)
}

/// The number of a style, the first where none is said.
fn style(said: Option<&str>) -> Option<usize> {
    said.map_or(Some(0), |style| style.trim().parse().ok())
}

/// The place of a row or cell: its own, or the one that follows. None stands twice, and
/// none before another that was there first.
fn following(own: Option<u32>, next: u32) -> Result<u32, Fault> {
    match own {
        Some(own) if own < next => Err(Fault::Damaged),
        Some(own) => Ok(own),
        None => Ok(next),
    }
}

/// A cell as the file has it.
struct Written<'c> {
    kind: Cow<'c, str>,
    /// The number of its style; none is one that can't be read.
    style: Option<usize>,
    formula: Option<Formula>,
    value: Option<Cow<'c, str>>,
    inline: Option<Cell>,
}

/// A formula as the file has it.
struct Formula {
    /// Blank where it is the one of another cell.
    text: String,
    /// By which cells know that they share a formula.
    shared: Option<String>,
    /// The cells that it computes, if those are several.
    area: Option<Area>,
    /// Whether it says that its result is to be computed whenever the file is opened.
    is_open: bool,
}

impl Formula {
    fn read(xml: &mut Xml<'_>, start: &BytesStart<'_>) -> Result<Self, Fault> {
        let kind = value_of(start, "t")?;
        let is_of_many = matches!(kind.as_str(), "array" | "dataTable");
        let named = if is_of_many { attribute(start, "ref")? } else { None };
        Ok(Self {
            shared: attribute(start, "si")?.map(String::from),
            area: named.map(|named| area(&named).ok_or(Fault::Damaged)).transpose()?,
            is_open: says_yes(start, "ca")?,
            text: xml.text()?.into_owned(),
        })
    }
}

/// The texts of formulas that several cells share, by what these refer to.
#[derive(Default)]
struct Formulas(HashMap<String, String>);

impl Formulas {
    /// The text of a formula, or of the one that it shares.
    fn text<'f>(&'f mut self, formula: &'f Formula) -> &'f str {
        match &formula.shared {
            Some(key) if formula.text.is_empty() => self.0.get(key).map_or("", String::as_str),
            Some(key) => self.0.entry(key.clone()).or_insert_with(|| formula.text.clone()),
            None => &formula.text,
        }
    }
}

impl<'c> Written<'c> {
    fn plain(cell: &plain::Cell<'c>) -> Self {
        let kind = Cow::Borrowed(cell.kind.unwrap_or_default());
        let (style, value) = (style(cell.style), cell.value.map(Cow::Borrowed));
        Self { kind, style, value, formula: None, inline: None }
    }

    fn read<'t: 'c>(
        xml: &mut Xml<'t>,
        kind: Cow<'c, str>,
        style: Option<usize>,
    ) -> Result<Self, Fault> {
        let mut cell = Self { kind, style, formula: None, value: None, inline: None };
        while let Some(start) = xml.child()? {
            match local(&start) {
                "f" => cell.formula = Some(Formula::read(xml, &start)?),
                "v" => cell.value = Some(xml.text()?),
                "is" => cell.inline = Some(strings::rich(xml)?),
                _ => xml.skip(&start)?,
            }
        }
        Ok(cell)
    }

    /// What is kept of it.
    fn cell(
        mut self,
        shared: &Shared,
        formulas: &mut Formulas,
        cells: &mut Cells<'_>,
    ) -> Result<Option<Cell>, Fault> {
        let formula = self.formula.take();
        let stored = self.stored(shared)?;
        let Some(formula) = formula else { return Ok(stored) };
        let doubt = if formula.is_open { Results::Doubtful } else { Results::Computed };
        let results = shared.results.max(doubt);
        let text = formulas.text(&formula);
        if let Some(area) = formula.area.filter(|area| !area.is_one_cell()) {
            cells.doubt(area, text, results);
        }
        Ok(Some(results.kept(text, stored)))
    }

    /// What the file holds of it beside its formula; none if that is not even an empty text.
    fn stored(self, shared: &Shared) -> Result<Option<Cell>, Fault> {
        let style = self.style;
        let text = |cell: Cell| Ok(Some(shared.text(cell, style)));
        let other = |cell: Cell| Ok(Some(shared.styled(cell, style)));
        if let Some(inline) = self.inline.filter(|_| self.kind == "inlineStr") {
            return text(inline);
        }
        let value = match self.value {
            Some(value) if self.kind == "str" || !value.trim().is_empty() => value,
            Some(_) | None => return Ok(None),
        };
        match &*self.kind {
            "s" => {
                let at: usize = value.trim().parse().map_err(|_| Fault::Damaged)?;
                text(shared.strings.cell(at)?)
            }
            "b" => match value.trim() {
                "1" | "true" | "TRUE" => other(Cell::truth(true)),
                "0" | "false" | "FALSE" => other(Cell::truth(false)),
                _ => Err(Fault::Damaged),
            },
            "e" => other(Cell::error(value.trim())),
            "d" => text(Cell::typed(date::of_iso(value.trim()))),
            "" | "n" => match value.trim().parse::<f64>() {
                Ok(value) => other(shared.number(value, style)),
                Err(_) => text(Cell::typed(value)),
            },
            // "str", and what newer versions may bring.
            _ => text(Cell::typed(strings::unescaped(&value))),
        }
    }
}

/// A row or column number from 1, as one from 0.
fn place(named: Option<impl AsRef<str>>) -> Result<Option<u32>, Fault> {
    let number = |named: &str| named.trim().parse::<u32>().ok()?.checked_sub(1);
    named.map(|named| number(named.as_ref()).ok_or(Fault::Damaged)).transpose()
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
