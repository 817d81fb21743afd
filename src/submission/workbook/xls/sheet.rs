//! One sheet of an .xls.

use compact_str::CompactString;

use super::Shared;
use super::records::{self, Record, Records};
use crate::submission::grid::Content;
use crate::submission::workbook::cells::{Area, Cells};
use crate::submission::workbook::format::NumberFormat;
use crate::submission::workbook::{Fault, number, yes_no};

pub(super) fn read(
    mut records: Records<'_>,
    shared: &Shared,
    cells: &mut Cells<'_>,
) -> Result<(), Fault> {
    let first = records.next()?.ok_or(Fault::Damaged)?;
    if first.kind != records::BOF {
        return Err(Fault::Damaged);
    }
    // Charts within a sheet have records of their own between a beginning and an end.
    let mut depth = 0u32;
    // A formula whose result is a text, which follows.
    let mut awaited = None;
    loop {
        let record = records.next()?.ok_or(Fault::Damaged)?;
        match record.kind {
            records::BOF => depth += 1,
            records::EOF if depth == 0 => return Ok(()),
            records::EOF => depth -= 1,
            _ if depth > 0 => {}
            records::STRING => {
                if let Some((row, column)) = awaited.take() {
                    let text = shared.kind.long(&record, 0)?;
                    cells.put(row, column, (text, Content::Typed))?;
                }
            }
            records::MUL_RK => many(&record, shared, cells)?,
            records::ROW if record.u8(12)? & 0x20 != 0 => {
                let row = u32::from(record.u16(0)?);
                cells.hidden_rows.add(row, row);
            }
            records::COL_INFO if record.u16(8)? & 1 != 0 => {
                let (first, last) = (record.u16(0)?, record.u16(2)?);
                cells.hidden_columns.add(u32::from(first), u32::from(last));
            }
            records::MERGED_CELLS => merged(&record, cells)?,
            records::NUMBER
            | records::RK
            | records::LABEL
            | records::RICH_STRING
            | records::LABEL_SST
            | records::BOOL_ERR
            | records::FORMULA => {
                let place = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
                match value(&record, shared)? {
                    Value::Is(text, content) => cells.put(place.0, place.1, (text, content))?,
                    Value::Follows => awaited = Some(place),
                    Value::Blank => {}
                }
            }
            _ => {}
        }
    }
}

/// What a record says of its cell.
enum Value {
    Is(CompactString, Content),
    /// A later record has it.
    Follows,
    Blank,
}

impl From<(CompactString, Content)> for Value {
    fn from((text, content): (CompactString, Content)) -> Self {
        Self::Is(text, content)
    }
}

fn value(record: &Record<'_>, shared: &Shared) -> Result<Value, Fault> {
    let number = |value| -> Result<Value, Fault> {
        let format = format(record.u16(4)?, shared);
        Ok(number::typed(value, format, shared.is_1904).into())
    };
    let text = |text| Ok(Value::Is(text, Content::Typed));
    match record.kind {
        records::NUMBER => number(record.f64(6)?),
        records::RK => {
            let format = format(record.u16(4)?, shared);
            Ok(packed(record.u32(6)?, format, shared.is_1904).into())
        }
        records::LABEL_SST => {
            let at = usize::try_from(record.u32(6)?).map_err(|_| Fault::Damaged)?;
            text(shared.strings.get(at).ok_or(Fault::Damaged)?.clone())
        }
        records::BOOL_ERR => Ok(bool_or_error(record.u8(6)?, record.u8(7)? != 0)),
        records::FORMULA => {
            // What is no number says so in its last two bytes.
            if record.u16(12)? != 0xFFFF {
                return number(record.f64(6)?);
            }
            Ok(match record.u8(6)? {
                0 => Value::Follows,
                1 => bool_or_error(record.u8(8)?, false),
                2 => bool_or_error(record.u8(8)?, true),
                // An empty text, or never computed: the file does not tell these apart.
                _ => Value::Blank,
            })
        }
        _ => text(shared.kind.long(record, 6)?),
    }
}

fn format(style: u16, shared: &Shared) -> NumberFormat {
    shared.formats.get(usize::from(style)).copied().unwrap_or_default()
}

fn bool_or_error(value: u8, is_error: bool) -> Value {
    if !is_error {
        return Value::Is(yes_no(value != 0), Content::Typed);
    }
    let text = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Is(CompactString::const_new(text), Content::Error)
}

/// A number in four bytes: whole or the upper half of a binary one, perhaps in hundredths.
fn packed(bits: u32, format: NumberFormat, is_1904: bool) -> (CompactString, Content) {
    let value = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    match bits & 1 != 0 {
        true => number::typed_hundredth(value, format, is_1904),
        false => number::typed(value, format, is_1904),
    }
}

/// Several packed numbers side by side.
fn many(record: &Record<'_>, shared: &Shared, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let row = u32::from(record.u16(0)?);
    let first = u32::from(record.u16(2)?);
    let count = record.data.len().checked_sub(6).ok_or(Fault::Damaged)? / 6;
    for (column, at) in (first..).zip((0..count).map(|number| 4 + number * 6)) {
        let format = format(record.u16(at)?, shared);
        cells.put(row, column, packed(record.u32(at + 2)?, format, shared.is_1904))?;
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
