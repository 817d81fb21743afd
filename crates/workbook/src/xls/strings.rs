//! The texts of an .xls.

use compact_str::CompactString;
use encoding_rs::Encoding;

use super::records::Record;
use crate::error::Fault;
use crate::rich::{Font, Rich, Script};
use crate::shared;
use crate::sheet::Cell;

/// How texts are written.
#[derive(Clone, Copy)]
pub(super) enum Strings {
    /// A byte that says how wide characters are, then the characters: since Excel 97.
    Unicode,
    /// Bytes of an encoding.
    Bytes(&'static Encoding),
}

impl Strings {
    /// The same, in the encoding of a code page.
    pub(super) fn with_code_page(self, page: u16) -> Self {
        match self {
            Self::Unicode => self,
            Self::Bytes(_) => Self::Bytes(match page {
                874 => encoding_rs::WINDOWS_874,
                932 => encoding_rs::SHIFT_JIS,
                936 => encoding_rs::GBK,
                949 => encoding_rs::EUC_KR,
                950 => encoding_rs::BIG5,
                1250 => encoding_rs::WINDOWS_1250,
                1251 => encoding_rs::WINDOWS_1251,
                _ => encoding_rs::WINDOWS_1252,
            }),
        }
    }

    /// A text of so many characters, or bytes where those are counted.
    pub(super) fn characters(
        self,
        pieces: &mut Pieces<'_>,
        count: usize,
    ) -> Result<CompactString, Fault> {
        match self {
            Self::Unicode => {
                let is_wide = pieces.u8()? & 1 != 0;
                pieces.characters(count, is_wide)
            }
            Self::Bytes(encoding) => {
                let bytes = pieces.bytes(count)?;
                let (text, is_bad) = encoding.decode_without_bom_handling(&bytes);
                if is_bad { Err(Fault::Damaged) } else { Ok(CompactString::from(text)) }
            }
        }
    }

    /// A text of a record from a byte on, its length before it in two bytes.
    pub(super) fn long(self, record: &Record<'_>, at: usize) -> Result<CompactString, Fault> {
        let mut pieces = Pieces::of(record, at)?;
        let count = usize::from(pieces.u16()?);
        if count == 0 {
            return Ok(CompactString::default());
        }
        self.characters(&mut pieces, count)
    }

    /// A text as [`Strings::long`], behind which its runs stand.
    pub(super) fn rich(self, record: &Record<'_>, at: usize, fonts: &Fonts) -> Result<Cell, Fault> {
        let mut pieces = Pieces::of(record, at)?;
        let count = usize::from(pieces.u16()?);
        match self {
            Self::Unicode => {
                let is_wide = pieces.u8()? & 1 != 0;
                let units = pieces.units(count, is_wide)?;
                let count = pieces.u16()?;
                let runs = (0..count).map(|_| Ok((pieces.u16()?, pieces.u16()?)));
                rich(&units, String::from_utf16_lossy, runs, fonts)
            }
            // Places of runs count bytes, as the length does.
            Self::Bytes(encoding) => {
                let bytes = pieces.bytes(count)?;
                let decode = |bytes: &[u8]| encoding.decode_without_bom_handling(bytes).0.into();
                let count = pieces.u8()?;
                let runs = (0..count).map(|_| Ok((pieces.u8()?.into(), pieces.u8()?.into())));
                rich(&bytes, decode, runs, fonts)
            }
        }
    }

    /// The same of a format, whose length is shorter where bytes are counted.
    pub(super) fn short_or_long(
        self,
        record: &Record<'_>,
        at: usize,
    ) -> Result<CompactString, Fault> {
        match self {
            Self::Unicode => self.long(record, at),
            Self::Bytes(_) => {
                let mut pieces = Pieces::of(record, at)?;
                let count = usize::from(pieces.u8()?);
                self.characters(&mut pieces, count)
            }
        }
    }
}

/// The fonts that texts and styles refer to.
#[derive(Default)]
pub(super) struct Fonts(Vec<Font>);

impl Fonts {
    pub(super) fn add(&mut self, record: &Record<'_>) -> Result<(), Fault> {
        let script = match record.u16(8)? {
            1 => Script::Above,
            2 => Script::Below,
            _ => Script::OnTheLine,
        };
        self.0.push(Font { script, is_struck: record.u16(2)? & 8 != 0 });
        Ok(())
    }

    /// The font of a number; no font has the number 4.
    pub(super) fn font(&self, number: u16) -> Font {
        let at = usize::from(number) - usize::from(number > 4);
        self.0.get(at).copied().unwrap_or_default()
    }
}

/// The shared texts.
pub(super) fn shared(record: &Record<'_>, fonts: &Fonts) -> Result<shared::Strings, Fault> {
    let mut pieces = Pieces::of(record, 4)?;
    let count = pieces.u32()?;
    let mut strings = shared::Strings::default();
    for _ in 0..count {
        // Some programs count more than there are.
        if pieces.is_over() {
            break;
        }
        let length = usize::from(pieces.u16()?);
        let flags = pieces.u8()?;
        let runs = if flags & 8 != 0 { usize::from(pieces.u16()?) } else { 0 };
        let extended = if flags & 4 != 0 { pieces.u32()? } else { 0 };
        let extended = usize::try_from(extended).map_err(|_| Fault::Damaged)?;
        let units = pieces.units(length, flags & 1 != 0)?;
        let runs = (0..runs).map(|_| Ok((pieces.u16()?, pieces.u16()?)));
        strings.push(rich(&units, String::from_utf16_lossy, runs, fonts)?)?;
        pieces.skip(extended)?;
    }
    Ok(strings)
}

/// A text with its runs: where each begins, and the number of its font.
fn rich<T>(
    text: &[T],
    decode: impl Fn(&[T]) -> String,
    runs: impl Iterator<Item = Result<(u16, u16), Fault>>,
    fonts: &Fonts,
) -> Result<Cell, Fault> {
    let mut rich = Rich::default();
    let (mut from, mut font) = (0, Font::default());
    for run in runs {
        let (at, number) = run?;
        let at = usize::from(at).clamp(from, text.len());
        rich.push(&decode(&text[from..at]), font)?;
        (from, font) = (at, fonts.font(number));
    }
    rich.push(&decode(&text[from..]), font)?;
    Ok(rich.cell())
}

/// The data of a record and of those that continue it.
pub(super) struct Pieces<'r> {
    current: &'r [u8],
    later: std::slice::Iter<'r, &'r [u8]>,
}

impl<'r> Pieces<'r> {
    pub(super) fn of(record: &'r Record<'_>, from: usize) -> Result<Self, Fault> {
        let current = record.data.get(from..).ok_or(Fault::Damaged)?;
        Ok(Self { current, later: record.continued.iter() })
    }

    fn is_over(&self) -> bool {
        self.current.is_empty() && self.later.as_slice().iter().all(|piece| piece.is_empty())
    }

    fn turn(&mut self) -> Result<(), Fault> {
        self.current = self.later.next().ok_or(Fault::Damaged)?;
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

    fn u32(&mut self) -> Result<u32, Fault> {
        Ok(u32::from_le_bytes([self.u8()?, self.u8()?, self.u8()?, self.u8()?]))
    }

    fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Fault> {
        // The count is two bytes at most.
        (0..count).map(|_| self.u8()).collect()
    }

    fn skip(&mut self, mut count: usize) -> Result<(), Fault> {
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

    fn characters(&mut self, count: usize, is_wide: bool) -> Result<CompactString, Fault> {
        // Half of a character outside the basic plane can only be shown as unknown.
        Ok(CompactString::from_utf16_lossy(self.units(count, is_wide)?))
    }

    /// Characters of one byte or two; where a record continues them it says so anew.
    fn units(&mut self, count: usize, is_wide: bool) -> Result<Vec<u16>, Fault> {
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
