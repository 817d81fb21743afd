//! .ods: OpenDocument.

mod shown;
mod styles;

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::archive::Archive;
use crate::cells::{Area, Budget, Cells, MOST_COLUMNS, MOST_ROWS};
use crate::error::{Error, Fault, Foreign};
use crate::format::{Shows, unit};
use crate::results::Results;
use crate::rich::{Font, Rich};
use crate::sheet::{Cell, Content};
use crate::xml::{Piece, Xml, attribute, local, value_of};
use crate::{Book, SheetInfo, date, list, number, xml};
use shown::{as_shown, is_same_text, twice};
use styles::{Family, Looks, Said, Styles};

const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
const MANIFEST: &str = "META-INF/manifest.xml";

/// A workbook, all of whose sheets are in one part.
struct Ods {
    content: String,
    /// Where in the content each sheet begins that is listed.
    begins: Vec<usize>,
    styles: Styles,
}

pub(super) fn open(
    mut archive: Archive,
    budget: &mut Budget,
) -> Result<(Vec<SheetInfo>, impl Book + use<>), Error> {
    let mut text = |part: &str| archive.text(part, budget).map_err(|fault| fault.of(part));
    // Some programs leave out what the document is.
    if let Some(kind) = text("mimetype")?
        && !kind.trim().starts_with(SPREADSHEET)
    {
        let what = match kind.trim() {
            kind if kind.contains("opendocument.presentation") => Foreign::Slides,
            kind if kind.contains("opendocument.text") => Foreign::Document,
            _ => Foreign::Zip,
        };
        return Err(Error::NotAWorkbook(what));
    }
    if let Some(manifest) = text(MANIFEST)?
        && is_locked(&manifest).map_err(|fault| fault.of(MANIFEST))?
    {
        return Err(Error::Locked);
    }
    let styles = text(STYLES)?.unwrap_or_default();
    let styles = Styles::of_part(&styles).map_err(|fault| fault.of(STYLES))?;
    let content = text(CONTENT)?.ok_or_else(|| Fault::Damaged.of(CONTENT))?;
    let Outline { body, listed, begins, styles } =
        outline(&content, styles).map_err(|fault| fault.of(CONTENT))?;
    match body.as_deref() {
        Some("spreadsheet") => Ok((listed, Ods { content, begins, styles })),
        Some("text") => Err(Error::NotAWorkbook(Foreign::Document)),
        Some("presentation") => Err(Error::NotAWorkbook(Foreign::Slides)),
        Some(_) | None => Err(Error::NotAWorkbook(Foreign::Zip)),
    }
}

impl Book for Ods {
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error> {
        let content = self.begins.get(at).and_then(|at| self.content.get(*at..));
        content
            .ok_or(Fault::Damaged)
            .and_then(|content| read_sheet(&mut Xml::new(content), &self.styles, cells))
            .map_err(|fault| fault.of(CONTENT))
    }
}

fn is_locked(manifest: &str) -> Result<bool, Fault> {
    let mut xml = Xml::new(manifest);
    while let Some(start) = xml.start()? {
        if local(&start) == "encryption-data" {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the content says before its cells are read.
#[derive(Default)]
struct Outline {
    /// The kind of document: the element in its body.
    body: Option<String>,
    listed: Vec<SheetInfo>,
    /// Where each sheet begins.
    begins: Vec<usize>,
    styles: Styles,
}

fn outline(content: &str, styles: Styles) -> Result<Outline, Fault> {
    let mut xml = Xml::new(content);
    let mut outline = Outline { styles, ..Outline::default() };
    let mut is_body = false;
    loop {
        let at = xml.position();
        match xml.next()? {
            Piece::Start(start) if is_body => {
                outline.body = Some(local(&start).to_owned());
                is_body = false;
            }
            Piece::Start(start) => match local(&start) {
                "body" => {
                    is_body = outline.body.is_none();
                    outline.styles.settle();
                }
                "table" => {
                    let is_hidden = outline.styles.of_element(Family::Table, &start)?.is_hidden();
                    list(&mut outline.listed, value_of(&start, "name")?, is_hidden)?;
                    outline.begins.push(at);
                    xml.skip(&start)?;
                }
                // What was changed, and what is drawn, can hold tables of its own.
                "tracked-changes" | "dde-links" => xml.skip(&start)?,
                _ => outline.styles.add(&start)?,
            },
            Piece::Over => return Ok(outline),
            Piece::Text(text) if !is_body => outline.styles.words(&text),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}

/// How often an element stands for itself.
fn repeated(start: &BytesStart<'_>, name: &str, most: u32) -> Result<u32, Fault> {
    Ok(xml::number(start, name)?.unwrap_or(1).clamp(1, most))
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool, Fault> {
    let visibility = attribute(start, "visibility")?;
    Ok(visibility.is_some_and(|is| matches!(&*is, "collapse" | "filter")))
}

/// Reads a sheet that begins here.
fn read_sheet(xml: &mut Xml<'_>, styles: &Styles, cells: &mut Cells<'_>) -> Result<(), Fault> {
    let (mut row, mut column) = (0u32, 0u32);
    let mut looks = Looks::new(styles);
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
                    looks.columns(&start, column)?;
                }
                "table-row" => {
                    let count = repeated(&start, "number-rows-repeated", MOST_ROWS)?;
                    if is_hidden(&start)? {
                        cells.hide_rows(row, row.saturating_add(count - 1));
                    }
                    looks.row(&start)?;
                    read_row(xml, (row, count), &looks, cells)?;
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
            Piece::End(end) if end.local_name().as_ref() == "table" => return Ok(()),
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}

fn read_row(
    xml: &mut Xml<'_>,
    (row, rows): (u32, u32),
    looks: &Looks<'_>,
    cells: &mut Cells<'_>,
) -> Result<(), Fault> {
    let mut column = 0u32;
    while let Some(start) = xml.child()? {
        if !matches!(local(&start), "table-cell" | "covered-table-cell") {
            xml.skip(&start)?;
            continue;
        }
        let count = repeated(&start, "number-columns-repeated", MOST_COLUMNS)?;
        let area = Area {
            rows: spanned(&start, "rows", row, MOST_ROWS)?,
            columns: spanned(&start, "columns", column, MOST_COLUMNS)?,
        };
        if !area.is_one_cell() {
            cells.merged.push(area);
        }
        let computed = Area {
            rows: spanned(&start, "matrix-rows", row, MOST_ROWS)?,
            columns: spanned(&start, "matrix-columns", column, MOST_COLUMNS)?,
        };
        if let Some(cell) = read_cell(xml, &start, (column, count), looks, cells.budget)? {
            if cell.content == Content::Uncomputed && !computed.is_one_cell() {
                cells.doubt(computed, &cell.text, Results::Doubtful);
            }
            cells.put_often((row, rows), (column, count), &cell)?;
        }
        column = column.saturating_add(count);
    }
    Ok(())
}

/// The first and the last of the rows or columns that a cell spans.
fn spanned(start: &BytesStart<'_>, what: &str, first: u32, most: u32) -> Result<(u32, u32), Fault> {
    let count = repeated(start, &format!("number-{what}-spanned"), most)?;
    Ok((first, first.saturating_add(count - 1)))
}

/// What is kept of a cell that has just begun, and stands for several from a column on.
fn read_cell(
    xml: &mut Xml<'_>,
    start: &BytesStart<'_>,
    columns: (u32, u32),
    looks: &Looks<'_>,
    budget: &mut Budget,
) -> Result<Option<Cell>, Fault> {
    let is_error = start.attributes().with_checks(false).flatten().any(|attribute| {
        attribute.key.as_ref() == "calcext:value-type" && &*attribute.value == "error"
    });
    let formula = attribute(start, "formula")?;
    let paragraphs = paragraphs(xml, looks.styles, budget)?;
    if is_error {
        return Ok(Some(Cell::error(paragraphs.unwrap_or_default().text)));
    }
    let kind = value_of(start, "value-type")?;
    // Asked only of cells that hold something: blank ones stand for many.
    let said = || looks.cell(start, columns);
    let stored = stored(start, &kind, paragraphs.as_ref(), said)?;
    // A program that computes writes what is shown of a result, too.
    let is_doubtful = formula.is_some() && paragraphs.is_none();
    if let Some(cell) = stored.filter(|cell| !is_doubtful || Results::Doubtful.believes(cell)) {
        let is_struck = !cell.is_blank() && said()?.is_struck();
        return Ok(Some(if is_struck { cell.struck() } else { cell }));
    }
    Ok(match formula {
        Some(formula) => {
            // A name before the formula says in which language it is.
            let formula = formula.split_once(":=").map_or(&*formula, |(_, formula)| formula);
            Some(Cell::uncomputed(formula))
        }
        None => match kind.as_str() {
            // A value that is announced and not there.
            "float" | "percentage" | "currency" | "date" | "time" | "boolean" => {
                let text = paragraphs.map_or_else(|| kind.into(), |shown| shown.text);
                Some(Cell { text, content: Content::Uncomputed, is_merged: false })
            }
            _ => None,
        },
    })
}

/// The value of an attribute that says something.
fn held<'s>(start: &'s BytesStart<'_>, name: &str) -> Result<Option<Cow<'s, str>>, Fault> {
    Ok(attribute(start, name)?.filter(|value| !value.trim().is_empty()))
}

/// What the file holds of a cell beside its formula; none if that is not even an empty text.
fn stored(
    start: &BytesStart<'_>,
    kind: &str,
    paragraphs: Option<&Cell>,
    said: impl Fn() -> Result<Said, Fault>,
) -> Result<Option<Cell>, Fault> {
    // What is there and shows nothing is hidden by its format.
    let shown = paragraphs.map(|shown| shown.text().trim());
    let is_hidden = shown == Some("");
    let shown = shown.unwrap_or_default();
    let is_truth = shown == "TRUE" || shown == "FALSE";
    let truth = |is_true: bool| match is_truth && is_true != (shown == "TRUE") {
        true => twice(if is_true { "TRUE" } else { "FALSE" }, shown),
        false => Cell::truth(is_true),
    };
    // 2023年9月30日（计划）
    let day = |day: &str| match shown.is_empty() && !is_hidden || date::is_day(shown) {
        true => Cell::typed(day),
        false => twice(day, shown),
    };
    Ok(match kind {
        "float" | "percentage" | "currency" => match held(start, "value")? {
            Some(value) => {
                let value: f64 = value.trim().parse().map_err(|_| Fault::Damaged)?;
                let is_scaled = said()?.is_scaled();
                Some(match kind {
                    // How LibreOffice saves what another program had as a truth value.
                    "float" if is_truth => truth(value != 0.0),
                    _ if is_scaled || is_hidden => {
                        twice(&number::shown(value, &Shows::PLAIN).text, shown)
                    }
                    "percentage" => as_shown(value, 2, "%", shown),
                    "currency" => match &*value_of(start, "currency")? {
                        "" => as_shown(value, 0, "¥", shown),
                        currency => {
                            let mark = unit("", currency).unwrap_or_default();
                            as_shown(value, 0, &mark, shown)
                        }
                    },
                    _ => as_shown(value, 0, "", shown),
                })
            }
            None if is_truth && kind == "float" => Some(Cell::truth(shown == "TRUE")),
            None => None,
        },
        "date" => held(start, "date-value")?.map(|date| day(&date::of_iso(date.trim()))),
        "time" => held(start, "time-value")?.map(|time| day(&date::of_duration(time.trim()))),
        "boolean" => match held(start, "boolean-value")?.as_deref().map(str::trim) {
            Some("true" | "1") => Some(truth(true)),
            Some("false" | "0") => Some(truth(false)),
            Some(_) => return Err(Fault::Damaged),
            None => None,
        },
        "string" => match attribute(start, "string-value")? {
            Some(text) if !text.is_empty() => match paragraphs {
                Some(shown) if !is_same_text(&text, &shown.text) => Some(twice(&text, &shown.text)),
                Some(_) | None => Some(Cell::typed(text)),
            },
            Some(_) | None => match paragraphs {
                Some(text) if !text.is_blank() && said()?.is_scaled() => {
                    Some(twice(&text.text, ""))
                }
                other => other.cloned(),
            },
        },
        // A result that is an empty text is an empty paragraph.
        _ => paragraphs.cloned(),
    })
}

/// The text of a cell that has just begun, without the notes at it; none if it has not
/// even an empty one.
fn paragraphs(
    xml: &mut Xml<'_>,
    styles: &Styles,
    budget: &mut Budget,
) -> Result<Option<Cell>, Fault> {
    let mut text = Rich::default();
    let mut is_there = false;
    // Those of the elements that have begun.
    let mut fonts: Vec<Font> = Vec::new();
    loop {
        match xml.next()? {
            Piece::Start(start) => {
                let around = fonts.last().copied().unwrap_or_default();
                match local(&start) {
                    "p" | "h" => {
                        if is_there {
                            text.push("\n", around)?;
                        }
                        is_there = true;
                    }
                    "s" => {
                        let count = repeated(&start, "c", MOST_COLUMNS)? as usize;
                        budget.characters(count)?;
                        text.push(&" ".repeat(count), around)?;
                    }
                    "tab" => text.push("\t", around)?,
                    "line-break" => text.push("\n", around)?,
                    "span" | "a" | "ruby" | "ruby-base" => {}
                    name if name.ends_with("-name") || name == "date" || name == "time" => {}
                    // Notes, drawings, and how a text is pronounced.
                    _ => {
                        xml.skip(&start)?;
                        continue;
                    }
                }
                let family = if fonts.is_empty() { Family::Paragraph } else { Family::Text };
                fonts.push(styles.of_element(family, &start)?.font(around));
            }
            // Between paragraphs there is only layout.
            Piece::Text(more) => {
                if let Some(font) = fonts.last() {
                    text.push(&more, *font)?;
                }
            }
            Piece::End(_) if fonts.pop().is_none() => {
                return Ok(is_there.then(|| text.cell()));
            }
            Piece::End(_) => {}
            Piece::Over => return Err(Fault::Damaged),
        }
    }
}
