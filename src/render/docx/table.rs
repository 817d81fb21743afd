//! Tables whose heads are repeated on every page.

use super::body::{Page, paragraph};
use crate::render::Lang;
use crate::render::document::{Cell, Column, Table};
use crate::render::fit::{self, Part};
use crate::render::verdicts;
use crate::term::Standing;

/// Whether a table stands on a page in one piece.
pub(super) fn fits(table: &Table, page: Page) -> bool {
    let parts = fit::parts(table, page.room());
    parts.len() == 1 && parts.iter().all(|part| part.fits(page.room()))
}

/// A table, in several where a page is too narrow; none without rows.
pub(super) fn tables(table: &Table, page: Page, lang: Lang) -> String {
    if table.rows.len() <= table.heads {
        return String::new();
    }
    let parts = fit::parts(table, page.room());
    let tables: Vec<String> =
        parts.iter().map(|part| written(part, table.heads, page, lang)).collect();
    tables.join(&between(lang))
}

/// What keeps a table from what follows it: two tables must not meet.
pub(super) fn between(lang: Lang) -> String {
    paragraph("<w:pStyle w:val=\"TableNote\"/>", "", false, lang)
}

fn written(part: &Part<'_>, heads: usize, page: Page, lang: Lang) -> String {
    let widths = widths(part, page);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let titles = part.columns.iter().map(|column| Cell::from(column.title.as_str()));
    let mut rows = row(titles, &part.columns, &widths, true, lang);
    for (at, cells) in part.rows.iter().enumerate() {
        rows.push_str(&row(cells.iter().cloned(), &part.columns, &widths, at < heads, lang));
    }
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Ruled\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
         <w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" \
         w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
         w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
        widths.iter().sum::<usize>()
    )
}

/// As wide as the page's text together, each by what it holds.
fn widths(part: &Part<'_>, page: Page) -> Vec<usize> {
    let room = page.room();
    let widths = fit::widths(&part.columns, &part.rows, room);
    let sum: usize = widths.iter().map(|width| width + room.gap).sum();
    widths.iter().map(|width| (width + room.gap) * page.width() / sum.max(1)).collect()
}

fn row(
    cells: impl Iterator<Item = Cell>,
    columns: &[Column],
    widths: &[usize],
    is_head: bool,
    lang: Lang,
) -> String {
    let cells = cells.zip(columns).zip(widths);
    let cells: String =
        cells.map(|((of, column), width)| cell(&of, column, *width, is_head, lang)).collect();
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
}

/// A cell: what does not hold stands out, beside the word that says so.
fn cell(of: &Cell, column: &Column, width: usize, is_head: bool, lang: Lang) -> String {
    let look = match (is_head, column.right) {
        (true, _) => "<w:pStyle w:val=\"TableHead\"/>",
        (false, true) => "<w:pStyle w:val=\"TableText\"/><w:jc w:val=\"right\"/>",
        (false, false) => "<w:pStyle w:val=\"TableText\"/>",
    };
    let fill = of.outcome.and_then(verdicts::fill).map_or(String::new(), |fill| {
        format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill:06X}\"/>")
    });
    let is_bold = match of.outcome.map(|outcome| outcome.standing()) {
        Some(Standing::Fail | Standing::Incomplete) => true,
        Some(Standing::Pass | Standing::Neutral) | None => false,
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{fill}<w:vAlign w:val=\"center\"/>\
         </w:tcPr>{}</w:tc>",
        paragraph(look, &of.text, is_bold, lang)
    )
}
