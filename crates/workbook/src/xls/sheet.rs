//! One sheet of an .xls.

use super::Context;
use super::records::{self, Record, Records};
use crate::cells::{Area, Cells};
use crate::error::Fault;
use crate::results::Results;
use crate::sheet::Cell;

/// What stands for a formula, which is not written as a text in the file.
const FORMULA: &str = "…";

pub(super) fn read(
    mut records: Records<'_>,
    context: &Context,
    cells: &mut Cells<'_>,
) -> Result<(), Fault> {
    let first = records.next()?.ok_or(Fault::Damaged)?;
    if first.kind != records::BOF {
        return Err(Fault::Damaged);
    }
    let mut results = context.shared.results;
    // Charts within a sheet have records of their own between a beginning and an end.
    let mut depth = 0u32;
    // A formula whose result is a text, which follows.
    let mut awaited: Option<Awaited> = None;
    loop {
        let record = records.next()?.ok_or(Fault::Damaged)?;
        cells.budget.walked(record.length())?;
        // Between a formula and its text stand only records that say more of the formula.
        let is_of_cell = is_cell(record.kind) || record.kind == records::EOF;
        if let Some(without) = awaited.take_if(|_| is_of_cell && depth == 0) {
            without.put(None, cells)?;
        }
        match record.kind {
            records::BOF => depth += 1,
            records::EOF if depth == 0 => return Ok(()),
            records::EOF => depth -= 1,
            _ if depth > 0 => {}
            records::UNCALCULATED => results = Results::Stale,
            records::STRING => {
                if let Some(awaited) = awaited.take() {
                    let text = context.kind.long(&record, 0)?;
                    let cell = context.shared.text(Cell::typed(text), awaited.style);
                    awaited.put(Some(cell), cells)?;
                }
            }
            records::MUL_RK => many(&record, context, cells)?,
            // What has no height or width is not seen either.
            records::ROW if record.u8(12)? & 0x20 != 0 || record.u16(6)? & 0x7FFF == 0 => {
                let row = u32::from(record.u16(0)?);
                cells.hide_rows(row, row);
            }
            records::COL_INFO if record.u16(8)? & 1 != 0 || record.u16(4)? == 0 => {
                let (first, last) = (record.u16(0)?, record.u16(2)?);
                cells.hidden_columns.add(u32::from(first), u32::from(last));
            }
            records::MERGED_CELLS => merged(&record, cells)?,
            records::FORMULA | records::FORMULA_3 | records::FORMULA_4 => {
                let results = results.max(doubt(&record)?);
                let formula =
                    Awaited { place: place(&record)?, results, style: style(&record, 4)? };
                match result(&record, context)? {
                    Outcome::Is(cell) => {
                        let cell = context.shared.styled(cell, formula.style);
                        formula.put(Some(cell), cells)?;
                    }
                    Outcome::Follows => awaited = Some(formula),
                }
            }
            kind if is_cell(kind) => {
                let (row, column) = place(&record)?;
                cells.put(row, column, value(&record, context)?)?;
            }
            kind if records::OF_OLDER_VERSIONS.contains(&kind) => return Err(Fault::Damaged),
            _ => {}
        }
    }
}

/// Whether a record holds a cell.
fn is_cell(kind: u16) -> bool {
    matches!(
        kind,
        records::NUMBER
            | records::RK
            | records::MUL_RK
            | records::LABEL
            | records::RICH_STRING
            | records::LABEL_SST
            | records::BOOL_ERR
            | records::FORMULA
            | records::FORMULA_3
            | records::FORMULA_4
    )
}

fn place(record: &Record<'_>) -> Result<(u32, u32), Fault> {
    Ok((u32::from(record.u16(0)?), u32::from(record.u16(2)?)))
}

/// A formula whose result is still to come, and how far it is to be believed.
struct Awaited {
    place: (u32, u32),
    results: Results,
    style: Option<usize>,
}

impl Awaited {
    fn put(self, result: Option<Cell>, cells: &mut Cells<'_>) -> Result<(), Fault> {
        let (row, column) = self.place;
        cells.put(row, column, self.results.kept(FORMULA, result))
    }
}

/// What a formula came to.
enum Outcome {
    Is(Cell),
    /// A text that a later record has.
    Follows,
}

/// What a formula's record says of its result.
fn result(record: &Record<'_>, context: &Context) -> Result<Outcome, Fault> {
    let cell = match of_formula(record)? {
        Stored::Number(value) => context.shared.number(value, style(record, 4)?),
        Stored::Text => return Ok(Outcome::Follows),
        Stored::Bool(value) => bool_or_error(value, false),
        Stored::Error(value) => bool_or_error(value, true),
        Stored::Empty => Cell::default(),
    };
    Ok(Outcome::Is(cell))
}

/// The eight bytes of a formula's result.
enum Stored {
    Number(f64),
    Text,
    Bool(u8),
    Error(u8),
    /// An empty text, or what was never computed.
    Empty,
}

fn of_formula(record: &Record<'_>) -> Result<Stored, Fault> {
    // What is no number says so in its last two bytes.
    if record.u16(12)? != 0xFFFF {
        return Ok(Stored::Number(record.f64(6)?));
    }
    Ok(match record.u8(6)? {
        0 => Stored::Text,
        1 => Stored::Bool(record.u8(8)?),
        2 => Stored::Error(record.u8(8)?),
        _ => Stored::Empty,
    })
}

/// What a formula's record says of whether it was computed: it can ask to be when the file
/// is opened, or always.
fn doubt(record: &Record<'_>) -> Result<Results, Fault> {
    let is_open = record.u16(14)? & 3 != 0;
    Ok(if is_open { Results::Doubtful } else { Results::Computed })
}

/// Whether any formula has a result that is neither a zero nor empty: a program that
/// computes nothing leaves all of them so.
pub(super) fn computes(mut records: Records<'_>) -> bool {
    while let Ok(Some(record)) = records.next() {
        if !matches!(record.kind, records::FORMULA | records::FORMULA_3 | records::FORMULA_4) {
            continue;
        }
        match of_formula(&record) {
            Ok(Stored::Number(0.0) | Stored::Empty) | Err(_) => {}
            Ok(Stored::Number(_) | Stored::Text | Stored::Bool(_) | Stored::Error(_)) => {
                return true;
            }
        }
    }
    false
}

/// What a record of a cell that was typed says.
fn value(record: &Record<'_>, context: &Context) -> Result<Cell, Fault> {
    let style = style(record, 4)?;
    let text = match record.kind {
        records::NUMBER => {
            let number = context.shared.number(record.f64(6)?, style);
            return Ok(context.shared.styled(number, style));
        }
        records::RK => return Ok(context.shared.styled(packed(record, 4, context)?, style)),
        records::BOOL_ERR => {
            let cell = bool_or_error(record.u8(6)?, record.u8(7)? != 0);
            return Ok(context.shared.styled(cell, style));
        }
        records::LABEL_SST => {
            let at = usize::try_from(record.u32(6)?).map_err(|_| Fault::Damaged)?;
            context.shared.strings.cell(at)?
        }
        records::RICH_STRING => context.kind.rich(record, 6, &context.fonts)?,
        _ => Cell::typed(context.kind.long(record, 6)?),
    };
    Ok(context.shared.text(text, style))
}

/// The number of a cell's style.
fn style(record: &Record<'_>, at: usize) -> Result<Option<usize>, Fault> {
    Ok(Some(usize::from(record.u16(at)?)))
}

fn bool_or_error(value: u8, is_error: bool) -> Cell {
    if !is_error {
        return Cell::truth(value != 0);
    }
    Cell::error(match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    })
}

/// The number of a style and a number in four bytes: whole or the upper half of a binary
/// one, perhaps in hundredths.
fn packed(record: &Record<'_>, at: usize, context: &Context) -> Result<Cell, Fault> {
    let (style, bits) = (style(record, at)?, record.u32(at + 2)?);
    let value = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    let power = if bits & 1 != 0 { -2 } else { 0 };
    Ok(context.shared.styled(context.shared.scaled(value, power, style), style))
}

/// Several packed numbers side by side.
fn many(record: &Record<'_>, context: &Context, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let row = u32::from(record.u16(0)?);
    let first = u32::from(record.u16(2)?);
    let count = record.data.len().checked_sub(6).ok_or(Fault::Damaged)? / 6;
    for (column, at) in (first..).zip((0..count).map(|number| 4 + number * 6)) {
        cells.put(row, column, packed(record, at, context)?)?;
    }
    Ok(())
}

fn merged(record: &Record<'_>, cells: &mut Cells<'_>) -> Result<(), Fault> {
    for at in (0..usize::from(record.u16(0)?)).map(|area| 2 + area * 8) {
        let number = |offset| record.u16(at + offset).map(u32::from);
        cells
            .merged
            .push(Area { rows: (number(0)?, number(2)?), columns: (number(4)?, number(6)?) });
    }
    Ok(())
}
