//! How the files were read, where it had to be found out.

use super::{Style, plain};
use crate::report::{InputInfo, Report};
use crate::term::Layout;

/// A line for each file that is not plain UTF-8 with one value a row.
pub(super) fn read_as(report: &Report, style: Style) -> String {
    let lines = report.inputs.iter().filter(|input| !is_plain(input)).map(|input| {
        let tables = input
            .tables
            .iter()
            .map(|table| style.lang.table_read(table.sheet.as_deref(), table.layout, table.rows));
        let parts: Vec<String> = input
            .encoding
            .or(input.workbook)
            .map(str::to_owned)
            .into_iter()
            .chain(tables)
            .collect();
        format!("{}\n", plain::line(&style.lang.file_read(&input.name, &parts)))
    });
    lines.collect()
}

fn is_plain(input: &InputInfo) -> bool {
    let is_utf8 = input.encoding.is_none_or(|encoding| encoding == "UTF-8");
    let is_long =
        |table: &crate::term::TableInfo| table.sheet.is_none() && table.layout == Layout::Long;
    is_utf8 && input.tables.iter().all(is_long)
}
