//! The records of an .xls: a number, a length, and data that later records continue.

use std::iter;
use std::ops::Range;

use compact_str::CompactString;

use crate::error::Fault;

/// The numbers of versions before Excel 5, of cells laid out in other ways.
pub(super) const OF_OLDER_VERSIONS: [u16; 5] = [0x0002, 0x0003, 0x0004, 0x0005, 0x0007];
pub(super) const FORMULA: u16 = 0x0006;
pub(crate) const EOF: u16 = 0x000A;
pub(super) const DATE_MODE: u16 = 0x0022;
/// How the records behind it are encrypted.
pub(crate) const FILE_PASS: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
pub(super) const FONT: u16 = 0x0031;
pub(super) const CODE_PAGE: u16 = 0x0042;
/// That formulas were not computed before the file was saved.
pub(super) const UNCALCULATED: u16 = 0x005E;
pub(super) const COL_INFO: u16 = 0x007D;
pub(crate) const BOUND_SHEET: u16 = 0x0085;
pub(super) const MUL_RK: u16 = 0x00BD;
pub(super) const RICH_STRING: u16 = 0x00D6;
pub(super) const XF: u16 = 0x00E0;
pub(super) const MERGED_CELLS: u16 = 0x00E5;
pub(super) const SST: u16 = 0x00FC;
pub(super) const LABEL_SST: u16 = 0x00FD;
/// Which version of the program computed last.
pub(super) const RECALCULATED_BY: u16 = 0x01C1;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOL_ERR: u16 = 0x0205;
/// A formula, as some programs number it after Excel 3 and 4.
pub(super) const FORMULA_3: u16 = 0x0206;
pub(super) const STRING: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RK: u16 = 0x027E;
pub(super) const FORMULA_4: u16 = 0x0406;
pub(super) const FORMAT: u16 = 0x041E;
pub(crate) const BOF: u16 = 0x0809;

/// How many bytes stand before the data of a record: its number and its length.
pub(crate) const HEAD: usize = 4;

/// One record, with those that continue it.
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) data: &'s [u8],
    /// However many there are, they stay where they are.
    continued: Records<'s>,
}

impl<'s> Record<'s> {
    /// How many bytes it takes, with those that continue it.
    pub(super) fn length(&self) -> usize {
        HEAD + self.data.len() + self.continued.rest.len()
    }

    /// Its data from a byte on, and that of those that continue it.
    pub(super) fn pieces(&self, from: usize) -> Result<Pieces<'s>, Fault> {
        let current = self.data.get(from..).ok_or(Fault::Damaged)?;
        Ok(Pieces { current, later: self.continued })
    }

    /// A number within its data, the lowest byte first.
    fn number<const N: usize>(&self, at: usize) -> Result<[u8; N], Fault> {
        let bytes = at.checked_add(N).and_then(|end| self.data.get(at..end));
        bytes.and_then(|bytes| bytes.try_into().ok()).ok_or(Fault::Damaged)
    }

    pub(super) fn u8(&self, at: usize) -> Result<u8, Fault> {
        self.number(at).map(u8::from_le_bytes)
    }

    pub(super) fn u16(&self, at: usize) -> Result<u16, Fault> {
        self.number(at).map(u16::from_le_bytes)
    }

    pub(super) fn u32(&self, at: usize) -> Result<u32, Fault> {
        self.number(at).map(u32::from_le_bytes)
    }

    pub(super) fn f64(&self, at: usize) -> Result<f64, Fault> {
        self.number(at).map(f64::from_le_bytes)
    }
}

/// The records of a stream from somewhere on.
#[derive(Clone, Copy)]
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    pub(super) fn next(&mut self) -> Result<Option<Record<'s>>, Fault> {
        let Some((kind, data)) = self.single()? else { return Ok(None) };
        let behind = self.rest;
        while self.rest.starts_with(&CONTINUE.to_le_bytes()) {
            self.single()?;
        }
        let continued = Records { rest: &behind[..behind.len() - self.rest.len()] };
        Ok(Some(Record { kind, data, continued }))
    }

    fn single(&mut self) -> Result<Option<(u16, &'s [u8])>, Fault> {
        let (kind, length, rest) = match *self.rest {
            [] => return Ok(None),
            [k, kind, l, length, ref rest @ ..] => {
                (u16::from_le_bytes([k, kind]), u16::from_le_bytes([l, length]), rest)
            }
            _ => return Err(Fault::Damaged),
        };
        let (data, rest) = rest.split_at_checked(usize::from(length)).ok_or(Fault::Damaged)?;
        self.rest = rest;
        Ok(Some((kind, data)))
    }
}

/// The data of a record and of those that continue it.
pub(super) struct Pieces<'s> {
    current: &'s [u8],
    later: Records<'s>,
}

impl<'s> Pieces<'s> {
    /// Whether nothing is left.
    pub(super) fn is_over(&mut self) -> bool {
        while self.current.is_empty() {
            if self.turn().is_err() {
                return true;
            }
        }
        false
    }

    fn turn(&mut self) -> Result<(), Fault> {
        let (_, data) = self.later.single()?.ok_or(Fault::Damaged)?;
        self.current = data;
        Ok(())
    }

    pub(super) fn u8(&mut self) -> Result<u8, Fault> {
        loop {
            match self.current {
                [byte, rest @ ..] => {
                    self.current = rest;
                    return Ok(*byte);
                }
                [] => self.turn()?,
            }
        }
    }

    pub(super) fn u16(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Fault> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    pub(super) fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Fault> {
        // The count is two bytes at most.
        (0..count).map(|_| self.u8()).collect()
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Result<(), Fault> {
        while count > 0 {
            let skipped = count.min(self.current.len());
            self.current = &self.current[skipped..];
            count -= skipped;
            if count > 0 {
                self.turn()?;
            }
        }
        Ok(())
    }

    pub(super) fn characters(
        &mut self,
        count: usize,
        is_wide: bool,
    ) -> Result<CompactString, Fault> {
        // Half of a character outside the basic plane can only be shown as unknown.
        Ok(CompactString::from_utf16_lossy(self.units(count, is_wide)?))
    }

    /// Characters of one byte or two; where a record continues them it says so anew.
    pub(super) fn units(&mut self, count: usize, is_wide: bool) -> Result<Vec<u16>, Fault> {
        let mut is_wide = is_wide;
        let mut units = Vec::with_capacity(count.min(self.current.len()));
        while units.len() < count {
            if self.current.is_empty() {
                self.turn()?;
                is_wide = self.u8()? & 1 != 0;
            }
            let width = if is_wide { 2 } else { 1 };
            let whole = (count - units.len()).min(self.current.len() / width);
            if whole == 0 && !self.current.is_empty() {
                return Err(Fault::Damaged);
            }
            let (here, rest) = self.current.split_at(whole * width);
            self.current = rest;
            match is_wide {
                true => {
                    units.extend(here.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])))
                }
                false => units.extend(here.iter().map(|byte| u16::from(*byte))),
            }
        }
        Ok(units)
    }
}

/// The numbers of the records of a stream and where their data stands, up to one that is
/// cut off; each stands for itself.
pub(crate) fn places(stream: &[u8]) -> impl Iterator<Item = (u16, Range<usize>)> {
    let mut records = Records::new(stream);
    iter::from_fn(move || {
        let (kind, data) = records.single().ok()??;
        let end = stream.len() - records.rest.len();
        Some((kind, end - data.len()..end))
    })
}
