//! The formats of the cells of the form.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::render::spreadsheet;

/// The fill of cells that are to be filled in.
const ASKED: Color = Color::RGB(0xFFF9DB);
/// The fill of cells of figures that are not.
const SHUT: Color = Color::RGB(0xF2F2F2);
const WRONG: Color = Color::RGB(0xFFC7CE);

/// The formats of all cells.
pub(super) struct Formats {
    pub(super) title: Format,
    /// Words above and below the table.
    pub(super) aside: Format,
    /// Words beside which something may be written in.
    pub(super) signature: Format,
    pub(super) heading: Format,
    /// 指标, 口径.
    pub(super) words: Format,
    /// 序号, 年份, 地区, 单位.
    pub(super) label: Format,
    /// A figure of the year before, or a cell where none is asked.
    pub(super) shut: Format,
    /// A cell to be filled in with a number.
    pub(super) asked: Format,
    /// A cell to be filled in with words.
    pub(super) asked_words: Format,
    /// A cell that is filled in wrong.
    pub(super) wrong: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let spreadsheet::Formats { title, aside, heading, words, label, .. } =
            spreadsheet::Formats::new();
        let asked = words.clone().set_background_color(ASKED).set_unlocked();
        Self {
            title: title.set_font_size(16).set_align(FormatAlign::Center),
            signature: aside.clone().set_unlocked(),
            shut: words.clone().set_background_color(SHUT).set_align(FormatAlign::Right),
            asked_words: asked.clone().set_num_format("@"),
            asked: asked.set_align(FormatAlign::Right),
            wrong: Format::new().set_background_color(WRONG),
            aside,
            heading,
            words,
            label,
        }
    }
}
