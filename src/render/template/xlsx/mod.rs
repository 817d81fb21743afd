//! 报送表 as a workbook: a sheet a region, and one that says how to fill it in.
//!
//! What is not asked is locked (without a password), what is asked is checked while it is
//! typed, and a rate is computed from its counts. The same form is written to the same
//! bytes: its date is the first day of the year it asks for.

mod checks;
mod formats;
mod guide;
mod sheet;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Column;
use crate::render::{seal, sheets, spreadsheet};
use crate::report::Template;
use formats::Formats;

/// How many sheets a workbook is written with at most, that programs still open it.
pub const MOST_SHEETS: usize = 255;

/// 填报说明: the sheet that says how to fill in the others.
const GUIDE: &str = "填报说明";

/// Writes the form as a workbook, a sheet for every region that is asked.
///
/// # Errors
/// Those of the writer, and what a workbook can't hold.
pub fn template_xlsx(template: &Template, out: &mut dyn Write) -> io::Result<()> {
    let bytes = workbook(template).map_err(io::Error::other)?;
    out.write_all(&seal::sealed(&bytes)?)
}

fn workbook(template: &Template) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    spreadsheet::measured(&mut workbook)?;
    let created = ExcelDateTime::from_ymd(template.year, 1, 1)?;
    let properties =
        DocProperties::new().set_title(title(template)).set_creation_datetime(&created);
    workbook.set_properties(&seal::marked(properties, seal::FORM));
    let look = Formats::new();
    let columns = Column::of(template);
    let names = template.respondents.iter().map(|respondent| &*respondent.name);
    let names = sheets::names(names, &[GUIDE]);
    for (respondent, name) in template.respondents.iter().zip(names) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        sheet::write(sheet, template, respondent, &columns, &look)?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(GUIDE)?;
    guide::write(sheet, template, &look)?;
    workbook.save_to_buffer()
}

/// 表名
fn title(template: &Template) -> String {
    format!("{}　{}年报送表", &*template.plan.title, template.year)
}
