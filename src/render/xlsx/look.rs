//! How the cells look: fills of different lightness, so that they can be told apart in
//! grey, and never without the word that says the same.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::term::Outcome;

const HEADING: Color = Color::RGB(0xDCE6F1);
const LINE: Color = Color::RGB(0xA6A6A6);

/// The formats of all cells.
pub(super) struct Look {
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

impl Look {
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
            number: cell.clone().set_align(FormatAlign::Right),
            words: cell.set_text_wrap(),
        }
    }
}

/// A cell of a verdict.
pub(super) fn marked(cell: &Format, outcome: Outcome) -> Format {
    let cell = cell.clone();
    let fill = |cell: Format, color: u32| cell.set_background_color(Color::RGB(color));
    match outcome {
        Outcome::Met => fill(cell, 0xE8F3E2),
        Outcome::OnPace => fill(cell, 0xF4FAF0),
        Outcome::Behind => fill(cell, 0xF6C7A6).set_bold(),
        Outcome::NotMet => fill(cell, 0xE39B8B).set_bold(),
        Outcome::Missing | Outcome::Invalid => cell
            .set_pattern(FormatPattern::Gray125)
            .set_foreground_color(Color::RGB(0x7F7F7F))
            .set_background_color(Color::RGB(0xFFF2CC))
            .set_bold(),
        Outcome::Waived => fill(cell, 0xE4DFEC).set_italic(),
        Outcome::NotDue | Outcome::NotApplicable => cell.set_italic(),
    }
}
