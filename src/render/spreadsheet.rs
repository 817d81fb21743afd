//! What spreadsheet programs take, for every workbook that is written.

use std::borrow::Cow;

#[cfg(feature = "xlsx")]
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// The most characters a cell may hold, in UTF-16.
pub(super) const CELL: usize = 32_767;
/// A4
pub(super) const PAPER: u8 = 9;
/// A page of A4 has room for so many characters that can be read: letters of 10 points are
/// printed with 8 or more.
pub(super) const ROOM: u32 = 145;
/// No column becomes less wide than this for others' sake.
const NARROW: u32 = 10;
/// With more digits a spreadsheet's number is not what was written.
const DIGITS: usize = 15;

/// How high a row and how wide a column is that nothing is said of, in dots.
#[cfg(feature = "xlsx")]
const ROW: u32 = 20;
#[cfg(feature = "xlsx")]
const COLUMN: u32 = 64;
#[cfg(feature = "xlsx")]
const HEADING: Color = Color::RGB(0xDCE6F1);
#[cfg(feature = "xlsx")]
const LINE: Color = Color::RGB(0xA6A6A6);

/// The formats of cells that every workbook has.
#[cfg(feature = "xlsx")]
pub(super) struct Formats {
    pub(super) title: Format,
    /// How the run ends.
    pub(super) strong: Format,
    /// Words above and below a table.
    pub(super) aside: Format,
    pub(super) heading: Format,
    /// A cell of words.
    pub(super) words: Format,
    /// A cell of a word or two.
    pub(super) label: Format,
    /// A cell of a number.
    pub(super) number: Format,
}

#[cfg(feature = "xlsx")]
impl Formats {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name("宋体")
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        Self {
            title: base.clone().set_font_name("黑体").set_font_size(14),
            strong: base.clone().set_bold(),
            aside: base,
            heading: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(HEADING)
                .set_align(FormatAlign::Center),
            label: cell.clone().set_text_wrap().set_align(FormatAlign::Center),
            // What is too wide would be drawn as signs that hide it.
            number: cell.clone().set_align(FormatAlign::Right).set_shrink(),
            words: cell.set_text_wrap(),
        }
    }
}

/// Columns are measured in the letters that stand in them, not in those of a program's own.
#[cfg(feature = "xlsx")]
pub(super) fn measured(book: &mut Workbook) -> Result<(), XlsxError> {
    book.set_default_format(&Formats::new().aside, ROW, COLUMN).map(|_| ())
}

/// The widths of columns for which there is room: the widest are made as narrow as need be.
pub(super) fn fitted(widths: &[u32], room: u32) -> Vec<u32> {
    let cut = |most: u32| widths.iter().map(move |width| (*width).min(most));
    let widest = widths.iter().copied().max().unwrap_or(0);
    let fits = |most: &u32| cut(*most).sum::<u32>() <= room;
    let most = (NARROW..=widest).rev().find(fits).unwrap_or(widest.min(NARROW));
    cut(most).collect()
}

/// The text as far as a cell or a message can hold it.
pub(super) fn clipped(text: &str, most: usize) -> String {
    let mut room = most;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).collect()
}

/// A text for a cell of CSV that people open in a spreadsheet program: with an apostrophe
/// before what the program would compute. Reading takes the apostrophe off again.
pub(super) fn uncomputed(text: &str) -> Cow<'_, str> {
    let is_computed =
        |c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r');
    match text.starts_with(is_computed) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A text as a number of a spreadsheet, if it is one, and that has room for its digits.
pub(super) fn number_of(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    (is_plain && digits <= DIGITS).then(|| text.parse().ok()).flatten()
}

/// How many digits a number has behind its point.
pub(super) fn digits(text: &str) -> u32 {
    text.split_once('.').map_or(0, |(_, digits)| digits.len() as u32)
}

/// The number format of a value; a percentage is a fraction.
pub(super) fn number_format(is_percent: bool, digits: u32) -> String {
    let places = "0".repeat(digits as usize);
    match (is_percent, digits) {
        (false, 0) => "#,##0".to_owned(),
        (false, _) => format!("#,##0.{places}"),
        (true, 0) => "0%".to_owned(),
        (true, _) => format!("0.{places}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_that_a_spreadsheet_keeps_are_a_number() {
        assert_eq!(number_of("-57.20"), Some(-57.2));
        assert_eq!(number_of("123456789012345"), Some(123_456_789_012_345.0));
        for text in ["1234567890123456", "inf", "nan", "1e5", "2~3", "", "-", "+1", "1 000"] {
            assert_eq!(number_of(text), None, "{text}");
        }
    }

    #[test]
    fn where_there_is_too_little_room_the_widest_columns_give_way() {
        for (widths, room, expected) in [
            (&[5, 30, 44, 12][..], 100, &[5, 30, 44, 12][..]),
            (&[5, 30, 44, 12], 80, &[5, 30, 33, 12]),
            (&[5, 30, 44, 12], 60, &[5, 21, 21, 12]),
            // A page more is better than letters below one another.
            (&[5, 30, 44, 12], 20, &[5, 10, 10, 10]),
            (&[4, 4], 2, &[4, 4]),
            (&[], 2, &[]),
        ] {
            assert_eq!(fitted(widths, room), expected, "{widths:?} {room}");
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(clipped("甲𠮷乙", 2), "甲");
        assert_eq!(clipped("甲𠮷乙", 3), "甲𠮷");
    }
}
