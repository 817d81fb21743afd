//! 报送表 as CSV: the long layout, one row a value, as it is read back.
//!
//! It is opened in spreadsheet programs: no name in it is computed there.

use std::io::{self, Read, Write};

use super::{Column, text};
use crate::render::file::Known;
use crate::render::spreadsheet::uncomputed;
use crate::report::Template;

/// A byte order mark: without one, spreadsheet programs take the text for GBK.
const BOM: &str = "\u{FEFF}";

/// Writes the form of all who are asked.
///
/// # Errors
/// Those of the writer.
pub fn template_csv(template: &Template, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BOM.as_bytes())?;
    let columns = Column::of(template);
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(columns.iter().map(|column| column.heading()))?;
    for respondent in &template.respondents {
        for line in template.lines(respondent) {
            for column in &columns {
                let text = text(*column, &line, template, "；");
                match column.is_typed() {
                    true => writer.write_field(&*uncomputed(&text))?,
                    false => writer.write_field(text)?,
                }
            }
            writer.write_record(None::<&[u8]>)?;
        }
    }
    writer.flush()
}

/// What is known of a file, if a form is to take its place: it is one that nobody filled
/// in where the cells that ask for something are empty.
pub(in crate::render) fn known(file: impl Read) -> io::Result<Known> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let Ok(headings) = reader.headers().cloned() else { return Ok(Known::Foreign) };
    let headings: Vec<&str> = headings.iter().collect();
    let without = Column::ALL.iter().filter(|column| **column != Column::Total).copied();
    let forms = [Column::ALL.to_vec(), without.collect()];
    let is_form = |columns: &&Vec<Column>| {
        columns.iter().map(|column| column.heading()).eq(headings.iter().copied())
    };
    let Some(columns) = forms.iter().find(is_form) else { return Ok(Known::Foreign) };
    for row in reader.records() {
        let Ok(row) = row else { return Ok(Known::FilledIn) };
        let is_filled =
            |(column, cell): (&Column, &str)| column.is_blank() && !cell.trim().is_empty();
        if row.len() != columns.len() || columns.iter().zip(&row).any(is_filled) {
            return Ok(Known::FilledIn);
        }
    }
    Ok(Known::Ours)
}
