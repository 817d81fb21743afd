//! 报送表 as CSV: the long layout, one row a value, as it is read back.

use std::io::{self, Write};

use super::{Column, text};
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
            writer
                .write_record(columns.iter().map(|column| text(*column, &line, template, "；")))?;
        }
    }
    writer.flush()
}
