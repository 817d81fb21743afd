//! The sheet of one region.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ConditionalFormatFormula, Format, Formula, ProtectionOptions, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::super::{Column, Kind, number, text};
use super::formats::Formats;
use super::{checks, title};
use crate::exact::{Per, Rational, shown};
use crate::render::spreadsheet::{
    CELL, PAPER, ROOM, clipped, digits, fitted, number_format, number_of,
};
use crate::report::{LastYear, Line, Respondent, Template};
use crate::term::{Limits, rate_formula};

/// The row of the headings; above it stand the form's name and who fills it in.
const HEADER: u32 = 2;

/// Writes the form of one region.
pub(super) fn write(
    sheet: &mut Worksheet,
    template: &Template,
    respondent: &Respondent,
    columns: &[Column],
    look: &Formats,
) -> Result<(), XlsxError> {
    let lines: Vec<Line<'_>> = template.lines(respondent).collect();
    // Until a program computes a rate its cell is empty, and not 0.
    sheet.set_formula_result_default("");
    let widths: Vec<u32> = columns.iter().map(|column| width(*column, &lines, template)).collect();
    let widths = fitted(&widths, ROOM);
    let mut form = Form { sheet, template, columns, widths, look };
    form.head(respondent)?;
    let mut row = HEADER;
    for line in &lines {
        row += 1;
        for (at, column) in (0..).zip(columns) {
            form.cell(row, at, *column, line)?;
        }
        form.height(row, line)?;
    }
    form.all_rows(row)?;
    form.foot(row + 2)?;
    form.page(respondent)
}

struct Form<'f, 't> {
    sheet: &'f mut Worksheet,
    template: &'t Template,
    columns: &'f [Column],
    /// Of each column, in characters.
    widths: Vec<u32>,
    look: &'f Formats,
}

impl Form<'_, '_> {
    fn head(&mut self, respondent: &Respondent) -> Result<(), XlsxError> {
        let Self { sheet, look, .. } = self;
        let last = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let name = clipped(&title(self.template), CELL);
        sheet.merge_range(0, 0, 0, last, &name, &look.title)?;
        sheet.set_row_height(0, 30)?;
        let who = clipped(&format!("填报单位：{}（盖章）", respondent.name), CELL);
        sheet.write_string_with_format(1, 0, who, &look.aside)?;
        sheet.set_row_height(1, 20)?;
        for (at, column) in (0..).zip(self.columns) {
            sheet.write_string_with_format(HEADER, at, column.heading(), &look.heading)?;
        }
        sheet.set_row_height(HEADER, 24)?;
        Ok(())
    }

    /// One cell of the table.
    fn cell(
        &mut self,
        row: u32,
        at: u16,
        column: Column,
        line: &Line<'_>,
    ) -> Result<(), XlsxError> {
        if column.is_asked(line) {
            return self.asked(row, at, column, line);
        }
        let (text, look) = (text(column, line, self.template, "\n"), self.look);
        let typed = match column {
            // A whole number that is kept as text is marked as a slip by some programs.
            Column::Number | Column::Year if is_whole(&text) => {
                number_of(&text).map(|number| (number, look.label.clone()))
            }
            Column::LastValue => match line.last_year() {
                LastYear::Number(value) => self.last_value(line, &value),
                LastYear::Nothing | LastYear::NotApplicable | LastYear::Done(_) => None,
            },
            Column::LastNumerator | Column::LastDenominator => number_of(&text).map(|count| {
                let format = number_format(false, digits(&text));
                (count, look.shut.clone().set_num_format(format))
            }),
            _ => None,
        };
        if let Some((number, format)) = typed {
            self.sheet.write_number_with_format(row, at, number, &format)?;
            return Ok(());
        }
        let format = match column.kind() {
            Kind::Words => &look.words,
            Kind::Label | Kind::Year => &look.label,
            Kind::Figure | Kind::Blank => &look.shut,
        };
        self.sheet.write_string_with_format(row, at, clipped(&text, CELL), format)?;
        Ok(())
    }

    /// A value of the year before as a spreadsheet has it: a percentage is a fraction.
    fn last_value(&self, line: &Line<'_>, value: &Rational) -> Option<(f64, Format)> {
        let (is_percent, digits) = (line.item.is_percent(), line.last_digits());
        let text = match is_percent {
            true => shown::rounded(&(value.clone() / Rational::HUNDRED), digits + 2),
            false => number(line, value),
        };
        let format = self.look.shut.clone().set_num_format(number_format(is_percent, digits));
        Some((number_of(&text)?, format))
    }

    /// A cell to be filled in.
    fn asked(
        &mut self,
        row: u32,
        at: u16,
        column: Column,
        line: &Line<'_>,
    ) -> Result<(), XlsxError> {
        let (look, item) = (self.look, line.item);
        let cell = |column| self.at(column).map(|at| row_col_to_cell(row, at)).unwrap_or_default();
        let (numerator, denominator) = (cell(Column::Numerator), cell(Column::Denominator));
        let value = cell(Column::Value);
        let is_text =
            column == Column::Remark || column == Column::Value && !item.limits.are_numbers();
        let format = match (is_text, column) {
            (true, _) => look.asked_words.clone(),
            (false, Column::Value) if item.is_percent() => {
                look.asked.clone().set_num_format(number_format(true, 2))
            }
            (false, _) => look.asked.clone(),
        };
        if column == Column::Value
            && let Some(per) = item.limits.per()
        {
            // A percentage is a fraction of one here.
            let per = if item.is_percent() { Per::ONE } else { per };
            let rate = rate_formula(&numerator, &denominator, per);
            self.sheet.write_formula_with_format(row, at, Formula::new(rate), &format)?;
        } else {
            self.sheet.write_blank(row, at, &format)?;
        }
        let check = match column {
            Column::Numerator => checks::numerator(item, &denominator)?,
            Column::Denominator => checks::denominator(item, &numerator)?,
            Column::Value => checks::value(item, &value)?,
            Column::Total => checks::total(&value)?,
            // Of a remark it is the same in every row, and so put on the whole column.
            _ => return Ok(()),
        };
        self.sheet.add_data_validation(row, at, row, at, &check)?;
        Ok(())
    }

    fn at(&self, column: Column) -> Option<u16> {
        let at = self.columns.iter().position(|known| *known == column)?;
        u16::try_from(at).ok()
    }

    /// What holds for all rows: the advice on 备注, and a colour for what was pasted past the
    /// checks, as half of the counts, a part above its whole, 不适用 without a reason.
    fn all_rows(&mut self, last: u32) -> Result<(), XlsxError> {
        let first = HEADER + 1;
        let found = [Column::Numerator, Column::Denominator, Column::Value, Column::Remark]
            .map(|column| self.at(column));
        let [Some(numerator), Some(denominator), Some(value), Some(remark)] = found else {
            return Ok(());
        };
        if last < first {
            return Ok(());
        }
        self.sheet.add_data_validation(first, remark, last, remark, &checks::remark()?)?;
        let cell = |at: u16| format!("${}", row_col_to_cell(first, at));
        let (n, d) = (cell(numerator), cell(denominator));
        // Of a ratio that is no part the numerator may be greater.
        let are_parts = self
            .template
            .items
            .iter()
            .all(|item| !matches!(item.limits, Limits::Ratio { of_whole: false, .. }));
        let is_half = format!("ISNUMBER({n})<>ISNUMBER({d})");
        let counts = match are_parts {
            true => format!("=OR({is_half},AND(ISNUMBER({n}),ISNUMBER({d}),{n}>{d}))"),
            false => format!("={is_half}"),
        };
        let unexplained = format!("=AND({}=\"不适用\",TRIM({})=\"\")", cell(value), cell(remark));
        let wrong = &self.look.wrong;
        for (rule, from, to) in [(counts, numerator, denominator), (unexplained, remark, remark)] {
            let mark = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(wrong);
            self.sheet.add_conditional_format(first, from, last, to, &mark)?;
        }
        Ok(())
    }

    /// What stands below the table. Its cells are not merged, so that the empty ones
    /// beside them stay empty for whoever reads the form.
    fn foot(&mut self, row: u32) -> Result<(), XlsxError> {
        let Self { sheet, look, .. } = self;
        let note = "注：只填浅黄色的格；没有数据的留空，不要填 0；填“不适用”的须在备注说明理由。";
        sheet.write_string_with_format(row, 0, note, &look.aside)?;
        let signatures = [
            (Column::Number, "填表人："),
            (Column::Question, "审核人："),
            (Column::LastValue, "填报日期：　　　　年　　月　　日"),
        ];
        for (column, text) in signatures {
            if let Some(at) = self.at(column) {
                self.sheet.write_string_with_format(row + 1, at, text, &self.look.signature)?;
            }
        }
        self.sheet.set_row_height(row + 1, 24)?;
        Ok(())
    }

    /// A row as high as its texts are long: not every program finds that out by itself.
    fn height(&mut self, row: u32, line: &Line<'_>) -> Result<(), XlsxError> {
        let columns = self.columns.iter().zip(&self.widths);
        let high = columns.map(|(column, width)| {
            // Something of a column is its margin.
            let room = usize::try_from(*width).unwrap_or(1).saturating_sub(1).max(1);
            let text = text(*column, line, self.template, "\n");
            text.lines().map(|line| line.width().div_ceil(room)).sum::<usize>()
        });
        let lines = u32::try_from(high.max().unwrap_or(1)).unwrap_or(1).max(1);
        // Points; a program shows no row that is higher than 409.
        self.sheet.set_row_height(row, (lines * 13 + 4).min(400))?;
        Ok(())
    }

    /// How it is printed, what stays in sight, and what can be changed.
    fn page(&mut self, respondent: &Respondent) -> Result<(), XlsxError> {
        let (first, name) = (HEADER + 1, respondent.name.replace('&', "&&"));
        let frozen = self.at(Column::Question).unwrap_or(0);
        let begin = self.at(Column::Numerator).unwrap_or(0);
        let unlocked = ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::default()
        };
        let sheet = &mut *self.sheet;
        for (at, width) in (0..).zip(&self.widths) {
            sheet.set_column_width(at, *width)?;
        }
        sheet.protect_with_options(&unlocked);
        sheet.set_freeze_panes(first, frozen)?;
        sheet.set_selection(first, begin, first, begin)?;
        sheet.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(HEADER, HEADER)?;
        sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
        let footer = format!("&L{}&C第 &P 页，共 &N 页", clipped(&name, 100));
        sheet.set_footer(footer);
        Ok(())
    }
}

/// A column is as wide as what is in it, within bounds, in characters; a Chinese one is as
/// wide as two others.
fn width(column: Column, lines: &[Line<'_>], template: &Template) -> u32 {
    let (least, most) = column.widths();
    let width = |line: &Line<'_>| {
        let text = text(column, line, template, "\n");
        text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
    };
    let widest = lines.iter().map(width).max().unwrap_or(0);
    u32::try_from(widest + 2).unwrap_or(most).clamp(least, most)
}

fn is_whole(text: &str) -> bool {
    !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}
