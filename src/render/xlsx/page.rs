//! One sheet: its cells, and how it is printed.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{Color, Format, FormatPattern, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use crate::render::spreadsheet::{CELL, Formats, PAPER, ROOM, clipped, digits, number_of};
use crate::render::{Lang, plain, verdicts};
use crate::term::Outcome;

/// A heading, and how wide its column is, in characters; a Chinese one is as wide as two.
pub(super) type Head<'h> = (&'h str, u32);

/// The letters of cells, and of a title, in points.
pub(super) const TEXT: usize = 10;
const TITLE: usize = 14;
/// Columns as wide as this together have room for a title.
const BROAD: u32 = 40;

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
    /// What stands over the columns of the first page, whichever they are.
    passages: Vec<Passage>,
}

/// A text of a row of its own.
struct Passage {
    row: u32,
    text: String,
    look: Format,
    /// How large its letters are, in points.
    size: usize,
}

impl<'p> Page<'p> {
    pub(super) fn new(sheet: &'p mut Worksheet, look: &'p Formats) -> Self {
        Self { sheet, look, widths: Vec::new(), repeated: 0, lines: 1, passages: Vec::new() }
    }

    /// What the sheet is.
    pub(super) fn title(&mut self, row: u32, text: &str) {
        let look = self.look.title.clone();
        self.passages.push(Passage { row, text: text.to_owned(), look, size: TITLE });
    }

    /// A text over the columns of the first page, in as many lines as it needs.
    pub(super) fn passage(&mut self, row: u32, text: &str, look: &Format) {
        let (text, look) = (text.to_owned(), look.clone());
        self.passages.push(Passage { row, text, look, size: TEXT });
    }

    fn lay(&mut self, of: &Passage) -> Result<(), XlsxError> {
        let (pages, repeated) = self.pages();
        let least = match pages {
            1 => ROOM,
            // As much as is on the first of several pages however large its letters are.
            _ => ROOM * 4 / 5,
        };
        let mut room = 0;
        let fits = |width: &&u32| {
            room += **width;
            room <= least
        };
        let over = match pages > 1 && repeated >= BROAD {
            // It is whole on each of them.
            true => self.repeated,
            false => self.widths.iter().take_while(fits).count(),
        };
        // Where there are no columns it reaches as far as it does.
        if over < 2 {
            return self.text(of.row, 0, &of.text, &of.look);
        }
        let look = of.look.clone().set_text_wrap();
        self.over(of.row, 0..=over as u16 - 1, &of.text, &look, of.size)?;
        self.fit_to(of.row, of.size)
    }

    /// A text over several columns, as if they were one; its letters are so large, in points.
    pub(super) fn over(
        &mut self,
        row: u32,
        columns: RangeInclusive<u16>,
        text: &str,
        format: &Format,
        size: usize,
    ) -> Result<(), XlsxError> {
        let (first, last) = columns.into_inner();
        self.sheet.merge_range(row, first, row, last, "", format)?;
        let widths = self.widths.clone();
        let over = widths.get(usize::from(first)..=usize::from(last)).unwrap_or_default();
        let room = over.iter().sum::<u32>() as usize * TEXT / size;
        if let Some(width) = self.widths.get_mut(usize::from(first)) {
            *width = room as u32;
        }
        self.text(row, first, text, format)?;
        self.widths = widths;
        Ok(())
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
        self.fit_to(row, TEXT)
    }

    /// The same of letters of that size.
    fn fit_to(&mut self, row: u32, size: usize) -> Result<(), XlsxError> {
        let lines = std::mem::replace(&mut self.lines, 1);
        if lines > 1 {
            let points = lines.saturating_mul(size + 3).saturating_add(3);
            // A program shows no row that is higher than 409.
            self.sheet.set_row_height(row, points.min(400) as u32)?;
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
        self.marked(row, column, text, unit, "", format)
    }

    /// The same with a mark behind it, which is shown and is not in the number.
    pub(super) fn marked(
        &mut self,
        row: u32,
        column: u16,
        text: &str,
        unit: &str,
        mark: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let sign = if unit == "%" { "%" } else { "" };
        let Some(number) = number_of(text) else {
            // A name of what is to be reached has no sign.
            let sign = if text.ends_with(|c: char| c.is_ascii_digit()) { sign } else { "" };
            // Words are read in as many lines as they need, and not in smaller letters.
            let format = format.clone().unset_shrink().set_text_wrap();
            return self.text(row, column, &format!("{text}{sign}{mark}"), &format);
        };
        let (whole, digits) = (if sign.is_empty() { "#,##0" } else { "0" }, digits(text));
        let point = if digits == 0 { "" } else { "." };
        let places = "0".repeat(digits as usize);
        let behind = match format!("{sign}{mark}") {
            none if none.is_empty() => none,
            behind => format!("\"{behind}\""),
        };
        let format = format.clone().set_num_format(format!("{whole}{point}{places}{behind}"));
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

    /// How many pages wide it is, so that it can be read, and how wide what each of them has.
    fn pages(&self) -> (u32, u32) {
        let (repeated, others) = self.widths.split_at(self.repeated.min(self.widths.len()));
        let repeated = repeated.iter().sum();
        let room = ROOM.saturating_sub(repeated).max(1);
        (others.iter().sum::<u32>().div_ceil(room).max(1), repeated)
    }

    /// Ends the sheet: A4, so many pages wide that it can be read, with numbers at the foot.
    pub(super) fn paper(&mut self, title: &str, lang: Lang) -> Result<(), XlsxError> {
        for passage in std::mem::take(&mut self.passages) {
            self.lay(&passage)?;
        }
        let title = plain::short(title, 60).replace('&', "&&");
        let foot = format!("&L{title}&C&A&R{}", lang.xlsx_words().foot);
        self.sheet.set_paper_size(PAPER).set_landscape();
        self.sheet.set_print_fit_to_pages(self.pages().0 as u16, 0);
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(foot);
        Ok(())
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
