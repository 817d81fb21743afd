//! The texts of an .xls.

use compact_str::CompactString;
use encoding_rs::Encoding;

use super::records::{Pieces, Record};
use crate::cells::Budget;
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
        let mut pieces = record.pieces(at)?;
        let count = usize::from(pieces.u16()?);
        if count == 0 {
            return Ok(CompactString::default());
        }
        self.characters(&mut pieces, count)
    }

    /// A text as [`Strings::long`], behind which its runs stand.
    pub(super) fn rich(self, record: &Record<'_>, at: usize, fonts: &Fonts) -> Result<Cell, Fault> {
        let mut pieces = record.pieces(at)?;
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
                let mut pieces = record.pieces(at)?;
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
pub(super) fn shared(
    record: &Record<'_>,
    fonts: &Fonts,
    budget: &mut Budget,
) -> Result<shared::Strings, Fault> {
    let mut pieces = record.pieces(4)?;
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
        let text = rich(&units, String::from_utf16_lossy, runs, fonts)?;
        // Two bytes of it may be one in the file.
        budget.unpacked(text.text().len())?;
        strings.push(text)?;
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
