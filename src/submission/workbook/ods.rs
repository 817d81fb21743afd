//! .ods: OpenDocument.

use std::collections::HashSet;

use compact_str::{CompactString, format_compact};
use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cells::{Area, Cells, MOST_COLUMNS, MOST_ROWS};
use super::format::NumberFormat;
use super::xml::{Piece, Xml, attribute, local, value_of};
use super::{Book, Fault, Listed, date, number, yes_no};
use crate::diagnostic::{Foreign, SubmissionProblem};
use crate::submission::grid::Content;

const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";
const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// A workbook, all of whose sheets are in one part.
pub(super) struct Ods {
    listed: Vec<Listed>,
    content: String,
    /// Where in the content each sheet begins that is listed.
    begins: Vec<usize>,
}

impl Ods {
    pub(super) fn open(mut archive: Archive<'_>) -> Result<Self, SubmissionProblem> {
        let mut text = |part: &str| archive.text(part).map_err(|fault| fault.of(part));
        let kind = text("mimetype")?.unwrap_or_default();
        if !kind.trim().starts_with(SPREADSHEET) {
            let what = match kind.trim() {
                kind if kind.contains("opendocument.presentation") => Foreign::Slides,
                kind if kind.contains("opendocument.text") => Foreign::Document,
                _ => Foreign::Zip,
            };
            return Err(SubmissionProblem::NotAWorkbook { what });
        }
        if let Some(manifest) = text(MANIFEST)?
            && is_locked(&manifest).map_err(|fault| fault.of(MANIFEST))?
        {
            return Err(SubmissionProblem::WorkbookLocked);
        }
        let content = text(CONTENT)?.ok_or_else(|| Fault::Damaged.of(CONTENT))?;
        let (listed, begins) = sheets(&content).map_err(|fault| fault.of(CONTENT))?;
        Ok(Self { listed, content, begins })
    }
}

impl Book for Ods {
    fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), SubmissionProblem> {
        let content = self.begins.get(at).and_then(|at| self.content.get(*at..));
        content
            .ok_or(Fault::Damaged)
            .and_then(|content| read_sheet(&mut Xml::new(content), cells))
            .map_err(|fault| fault.of(CONTENT))
    }
}

fn is_locked(manifest: &str) -> Result<bool, Fault> {
    let mut xml = Xml::new(manifest);
    loop {
        match xml.next()? {
            Piece::Start(start) if local(&start) == "encryption-data" => return Ok(true),
            Piece::Over => return Ok(false),
            Piece::Start(_) | Piece::End(_) | Piece::Text(_) => {}
        }
    }
}

/// The sheets, and where each begins.
fn sheets(content: &str) -> Result<(Vec<Listed>, Vec<usize>), Fault> {
    let mut xml = Xml::new(content);
    let mut listed = Vec::new();
    let mut begins = Vec::new();
    let mut hidden = HashSet::new();
    let mut style = String::new();
    loop {
        let at = xml.position();
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "style" => style = value_of(&start, "name")?,
                "table-properties" if value_of(&start, "display")? == "false" => {
                    hidden.insert(style.clone());
                }
                "table" => {
                    let is_hidden = hidden.contains(&value_of(&start, "style-name")?);
                    listed.push(Listed { name: value_of(&start, "name")?.into(), is_hidden });
                    begins.push(at);
                    xml.skip(&start)?;
                }
                // What was changed, and what is drawn, can hold tables of its own.
                "tracked-changes" | "dde-links" => xml.skip(&start)?,
                _ => {}
            },
            Piece::Over => return Ok((listed, begins)),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}

/// How often an element stands for itself.
fn repeated(start: &BytesStart<'_>, name: &str, most: u32) -> Result<u32, Fault> {
    let Some(count) = attribute(start, name)? else { return Ok(1) };
    let count: u32 = count.trim().parse().map_err(|_| Fault::Damaged)?;
    Ok(count.clamp(1, most))
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool, Fault> {
    let visibility = attribute(start, "visibility")?;
    Ok(visibility.is_some_and(|is| matches!(&*is, "collapse" | "filter")))
}

/// Reads a sheet that begins here.
fn read_sheet(xml: &mut Xml<'_>, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let (mut row, mut column) = (0u32, 0u32);
    xml.next()?;
    loop {
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "table-column" => {
                    let count = repeated(&start, "number-columns-repeated", MOST_COLUMNS)?;
                    if is_hidden(&start)? {
                        cells.hidden_columns.add(column, column.saturating_add(count - 1));
                    }
                    column = column.saturating_add(count);
                }
                "table-row" => {
                    let count = repeated(&start, "number-rows-repeated", MOST_ROWS)?;
                    if is_hidden(&start)? {
                        cells.hidden_rows.add(row, row.saturating_add(count - 1));
                    }
                    read_row(xml, row, count, cells)?;
                    row = row.saturating_add(count);
                }
                "table-column-group"
                | "table-columns"
                | "table-header-columns"
                | "table-row-group"
                | "table-rows"
                | "table-header-rows" => {}
                _ => xml.skip(&start)?,
            },
            Piece::End(name) if name == "table" => return Ok(()),
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

fn read_row(xml: &mut Xml<'_>, row: u32, rows: u32, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let mut column = 0u32;
    loop {
        match xml.next()? {
            Piece::Start(start) => match local(&start) {
                "table-cell" | "covered-table-cell" => {
                    let count = repeated(&start, "number-columns-repeated", MOST_COLUMNS)?;
                    let area = Area {
                        rows: (row, row.saturating_add(spanned(&start, "rows", MOST_ROWS)? - 1)),
                        columns: (
                            column,
                            column.saturating_add(spanned(&start, "columns", MOST_COLUMNS)? - 1),
                        ),
                    };
                    if area.rows.0 < area.rows.1 || area.columns.0 < area.columns.1 {
                        cells.merged.push(area);
                    }
                    if let Some(kept) = read_cell(xml, &start)? {
                        cells.put_often((row, rows), (column, count), &kept)?;
                    }
                    column = column.saturating_add(count);
                }
                _ => xml.skip(&start)?,
            },
            Piece::End(_) => return Ok(()),
            Piece::Text(_) => {}
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

fn spanned(start: &BytesStart<'_>, what: &str, most: u32) -> Result<u32, Fault> {
    repeated(start, &format!("number-{what}-spanned"), most)
}

/// What is kept of a cell that has just begun.
fn read_cell(
    xml: &mut Xml<'_>,
    start: &BytesStart<'_>,
) -> Result<Option<(CompactString, Content)>, Fault> {
    let kind = value_of(start, "value-type")?;
    let is_error = start.attributes().with_checks(false).flatten().any(|attribute| {
        attribute.key.as_ref() == "calcext:value-type" && &*attribute.value == "error"
    });
    let value = attribute(start, "value")?;
    let formula = attribute(start, "formula")?;
    let paragraphs = paragraphs(xml)?;
    let is_computed = paragraphs.is_some();
    let shown = paragraphs.unwrap_or_default();
    let typed = |text| Ok(Some((text, Content::Typed)));
    if is_error {
        return Ok(Some((shown.into(), Content::Error)));
    }
    match kind.as_str() {
        // How LibreOffice saves what another program had as a truth value.
        "float" if shown == "TRUE" || shown == "FALSE" => typed(yes_no(shown == "TRUE")),
        "float" | "percentage" | "currency" => {
            let value = value.unwrap_or_default();
            let value: f64 = value.trim().parse().map_err(|_| Fault::Damaged)?;
            let format = match kind.as_str() {
                "percentage" => NumberFormat::Percent,
                _ => NumberFormat::General,
            };
            Ok(Some(number::typed(value, format, false)))
        }
        "date" => typed(date::of_iso(&value_of(start, "date-value")?)),
        "time" => typed(date::of_duration(&value_of(start, "time-value")?)),
        "boolean" => typed(yes_no(value_of(start, "boolean-value")? == "true")),
        "string" => typed(match attribute(start, "string-value")? {
            Some(text) if !text.is_empty() => text.into(),
            _ => shown.into(),
        }),
        _ => match formula {
            // A result that is an empty text is an empty paragraph.
            Some(formula) if !is_computed => {
                let formula = formula.split_once(":=").map_or(&*formula, |(_, formula)| formula);
                let formula = formula.trim_start_matches('=');
                Ok(Some((format_compact!("={formula}"), Content::Uncomputed)))
            }
            _ => typed(shown.into()),
        },
    }
}

/// The text of a cell that has just begun, without the notes at it; none if it has not
/// even an empty one.
fn paragraphs(xml: &mut Xml<'_>) -> Result<Option<String>, Fault> {
    let mut text = String::new();
    let mut is_there = false;
    let mut depth = 0u32;
    loop {
        match xml.next()? {
            Piece::Start(start) => {
                match local(&start) {
                    "p" | "h" => {
                        if is_there {
                            text.push('\n');
                        }
                        is_there = true;
                    }
                    "s" => {
                        let count = repeated(&start, "c", MOST_COLUMNS)?;
                        (0..count).for_each(|_| text.push(' '));
                    }
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    "span" | "a" | "ruby" | "ruby-base" => {}
                    name if name.ends_with("-name") || name == "date" || name == "time" => {}
                    // Notes, drawings, and how a text is pronounced.
                    _ => {
                        xml.skip(&start)?;
                        continue;
                    }
                }
                depth += 1;
            }
            // Between paragraphs there is only layout.
            Piece::Text(more) if depth > 0 => text.push_str(&more),
            Piece::Text(_) => {}
            Piece::End(_) if depth == 0 => return Ok(is_there.then_some(text)),
            Piece::End(_) => depth -= 1,
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}
