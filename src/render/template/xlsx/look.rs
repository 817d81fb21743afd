//! How the cells of the workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The fill of cells that are to be filled in.
const ASKED: Color = Color::RGB(0xFFF9DB);
/// The fill of cells of figures that are not.
const SHUT: Color = Color::RGB(0xF2F2F2);
const HEADING: Color = Color::RGB(0xDCE6F1);
const LINE: Color = Color::RGB(0xA6A6A6);
const WRONG: Color = Color::RGB(0xFFC7CE);

/// The formats of all cells.
pub(super) struct Look {
    pub(super) title: Format,
    /// Words above and below the table.
    pub(super) aside: Format,
    /// The same where something may be written in.
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

impl Look {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name("宋体")
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter);
        let cell =
            base.clone().set_border(FormatBorder::Thin).set_border_color(LINE).set_text_wrap();
        let asked = cell.clone().set_background_color(ASKED).set_unlocked();
        Self {
            title: base
                .clone()
                .set_font_name("黑体")
                .set_font_size(16)
                .set_align(FormatAlign::Center),
            signature: base.clone().set_unlocked(),
            heading: cell
                .clone()
                .set_bold()
                .set_background_color(HEADING)
                .set_align(FormatAlign::Center),
            label: cell.clone().set_align(FormatAlign::Center),
            shut: cell.clone().set_background_color(SHUT).set_align(FormatAlign::Right),
            asked_words: asked.clone().set_num_format("@"),
            asked: asked.set_align(FormatAlign::Right),
            wrong: Format::new().set_background_color(WRONG),
            aside: base,
            words: cell,
        }
    }
}
