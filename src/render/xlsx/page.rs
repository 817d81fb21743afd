//! One sheet: its cells, and how it is printed.

use rust_xlsxwriter::{Color, Format, FormatPattern, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::render::spreadsheet::{CELL, Formats, PAPER, clipped, digits, number_of};
use crate::render::{Lang, plain, verdicts};
use crate::term::Outcome;

/// A heading, and how wide its column is, in characters; a Chinese one is as wide as two.
pub(super) type Head<'h> = (&'h str, u32);

/// A page of A4 has room for so many characters that can be read: letters of 10 points are
/// printed with 9.
const ROOM: u32 = 145;

/// A sheet that is written.
pub(super) struct Page<'p> {
    pub(super) sheet: &'p mut Worksheet,
    pub(super) look: &'p Formats,
    /// Of each column of the table.
    widths: Vec<u32>,
    /// How many of them stand on every page.
    repeated: usize,
    /// How many lines the highest cell of the row has.
    lines: usize,
}

impl<'p> Page<'p> {
    pub(super) fn new(sheet: &'p mut Worksheet, look: &'p Formats) -> Self {
        Self { sheet, look, widths: Vec::new(), repeated: 0, lines: 1 }
    }

    /// A text as it is, whatever it looks like; in one line, and harmless.
    pub(super) fn text(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let mut line = plain::line(text);
        if line.encode_utf16().nth(CELL).is_some() {
            line = clipped(&line, CELL - 1) + "…";
        }
        if let Some(width) = self.widths.get(usize::from(column)) {
            // Something of a column is its margin.
            let room = usize::try_from(*width).unwrap_or(1).saturating_sub(1).max(1);
            self.lines = self.lines.max(line.width().div_ceil(room));
        }
        self.sheet.write_string_with_format(row, column, line, format)?;
        Ok(())
    }

    /// A row is as high as its texts are long: not every program finds that out by itself.
    pub(super) fn fit(&mut self, row: u32) -> Result<(), XlsxError> {
        let lines = u32::try_from(std::mem::replace(&mut self.lines, 1)).unwrap_or(u32::MAX);
        if lines > 1 {
            // Points; a program shows no row that is higher than 409.
            self.sheet.set_row_height(row, lines.saturating_mul(13).saturating_add(3).min(400))?;
        }
        Ok(())
    }

    /// A number with all its digits, and its sign of percent if it has one; what a
    /// spreadsheet can't hold is a text.
    pub(super) fn number(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        unit: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let sign = if unit == "%" { "%" } else { "" };
        let Some(number) = number_of(text) else {
            // A name of what is to be reached has none.
            let sign = if text.ends_with(|c: char| c.is_ascii_digit()) { sign } else { "" };
            return self.text(row, column, &format!("{text}{sign}"), format);
        };
        let (whole, digits) = (if sign.is_empty() { "#,##0" } else { "0" }, digits(text));
        let point = if digits == 0 { "" } else { "." };
        let sign = if sign.is_empty() { "" } else { "\"%\"" };
        let places = "0".repeat(digits as usize);
        let format = format.clone().set_num_format(format!("{whole}{point}{places}{sign}"));
        self.sheet.write_number_with_format(row, column, number, &format)?;
        Ok(())
    }

    /// A number that is only a name: a year, a line.
    pub(super) fn ordinal(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        // A leading zero belongs to the name.
        match number_of(text).filter(|_| !text.starts_with('0')) {
            Some(number) => self.sheet.write_number_with_format(row, column, number, format)?,
            None => return self.text(row, column, text, format),
        };
        Ok(())
    }

    /// How wide the columns are.
    pub(super) fn columns(&mut self, widths: &[u32]) -> Result<(), XlsxError> {
        self.widths = widths.to_vec();
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// The headings of a table.
    pub(super) fn heads(&mut self, row: u32, heads: &[Head<'_>]) -> Result<(), XlsxError> {
        let look = self.look;
        let widths: Vec<u32> = heads.iter().map(|(_, width)| *width).collect();
        self.columns(&widths)?;
        for (column, (heading, _)) in (0..).zip(heads) {
            self.text(row, column, heading, &look.heading)?;
        }
        self.fit(row)
    }

    /// A text over the first columns, in as many lines as it needs.
    pub(super) fn wide(
        &mut self,
        row: u32,
        last: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.merge_range(row, 0, row, last, "", format)?;
        let widths = std::mem::take(&mut self.widths);
        self.widths = vec![widths.iter().sum()];
        self.text(row, 0, text, format)?;
        self.widths = widths;
        self.fit(row)
    }

    /// What stays in sight, what can be filtered, and how it is printed; `head` is the last
    /// row of headings, `last` that of the table.
    pub(super) fn table(
        &mut self,
        head: u32,
        last: u32,
        columns: u16,
        frozen: u16,
    ) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(head + 1, frozen)?;
        if last > head && columns > 0 {
            self.sheet.autofilter(head, 0, last, columns - 1)?;
        }
        self.sheet.set_repeat_rows(0, head)?;
        if let Some(last) = frozen.checked_sub(1) {
            self.sheet.set_repeat_columns(0, last)?;
            self.repeated = usize::from(frozen);
        }
        Ok(())
    }

    /// A4, so many pages wide that it can be read, with numbers at the foot.
    pub(super) fn paper(&mut self, title: &str, lang: Lang) {
        let title = plain::short(title, 60).replace('&', "&&");
        let foot = format!("&L{title}&C&A&R{}", lang.xlsx_words().foot);
        self.sheet.set_paper_size(PAPER).set_landscape();
        let (repeated, others) = self.widths.split_at(self.repeated.min(self.widths.len()));
        let room = ROOM.saturating_sub(repeated.iter().sum()).max(1);
        let pages = others.iter().sum::<u32>().div_ceil(room).max(1);
        self.sheet.set_print_fit_to_pages(pages as u16, 0);
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(foot);
    }
}

/// A cell of a verdict: fills of different lightness, so that they can be told apart in
/// grey, and never without the word that says the same.
pub(super) fn marked(cell: &Format, outcome: Outcome) -> Format {
    let cell = match verdicts::fill(outcome) {
        Some(fill) => cell.clone().set_background_color(Color::RGB(fill)),
        None => cell.clone(),
    };
    match outcome {
        Outcome::Met | Outcome::OnPace => cell,
        Outcome::Behind | Outcome::NotMet => cell.set_bold(),
        Outcome::Missing | Outcome::Invalid => cell
            .set_pattern(FormatPattern::Gray125)
            .set_foreground_color(Color::RGB(0x7F7F7F))
            .set_bold(),
        Outcome::Waived | Outcome::NotDue | Outcome::NotApplicable => cell.set_italic(),
    }
}
