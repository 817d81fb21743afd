//! How a table is laid out, found from what it says.
//!
//! A table has headings in one to three rows, and under them its data. Which columns hold
//! figures is said by the headings; which name regions and indicators, by what stands in
//! them. Whatever else there is, above the headings and below the data, belongs to the
//! form and is no data.

mod band;
mod heading;
mod title;

use std::sync::Arc;

pub(super) use heading::{Heading, bracketed, is_footer};
pub(super) use title::{Title, scales, year_in_name};

use super::Vocabulary;
use super::grid::Grid;
use super::header::Field;
use crate::diagnostic::SubmissionProblem;
use crate::term::Layout;

/// A table in a grid.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) layout: Layout,
    pub(super) title: Title,
    /// Its headings: from which row of the grid, and up to which.
    pub(super) head: (usize, usize),
    /// The columns that say what a whole row is of.
    pub(super) year: Option<usize>,
    pub(super) region: Option<usize>,
    pub(super) series: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) remark: Option<usize>,
    /// The values of each row.
    pub(super) groups: Vec<Group>,
    /// Columns with a heading that is not known.
    pub(super) unknown: Vec<usize>,
    /// The headings, by column.
    pub(super) headings: Vec<Arc<str>>,
}

/// The columns that hold one value of each row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// The region or indicator across, as it is written.
    pub(super) name: Option<String>,
    /// The column of each part of the value, in the order of [`Field::PARTS`].
    pub(super) parts: [Option<usize>; Field::PARTS.len()],
    /// The unit that the heading states, and where.
    pub(super) units: Vec<(usize, String)>,
}

impl Group {
    /// The column of one part.
    pub(super) fn part(&self, field: Field) -> Option<usize> {
        let at = Field::PARTS.iter().position(|part| *part == field)?;
        self.parts[at]
    }
}

/// How many rows may stand above the headings.
const TITLE_ROWS: usize = 40;
/// How many rows headings may have.
const HEAD_ROWS: usize = 3;

/// Finds the table in a grid.
///
/// # Errors
/// Why there is none that can be read for sure.
pub(super) fn find(
    grid: &Grid,
    file: &Arc<str>,
    vocabulary: &Vocabulary<'_>,
) -> Result<Table, SubmissionProblem> {
    let mut ambiguous = None;
    for first in 0..grid.rows.len().min(TITLE_ROWS) {
        let title = Title::read(grid, first, file, vocabulary);
        for depth in (1..=HEAD_ROWS.min(grid.rows.len() - first)).rev() {
            match band::read(grid, (first, first + depth), &title, vocabulary) {
                Ok(table) => return Ok(table),
                Err(band::Not::ATable) => {}
                Err(band::Not::Clear(ways)) => ambiguous = ambiguous.or(Some((first, ways))),
            }
        }
    }
    Err(match ambiguous {
        Some((row, ways)) => SubmissionProblem::AmbiguousLayout { line: grid.rows[row].line, ways },
        None => {
            let lines = grid.rows.iter().take(3);
            let text = |line: &super::grid::GridRow| {
                let cells = line.cells.iter().map(|cell| cell.text.trim());
                cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
            };
            SubmissionProblem::NoLayout { found: lines.map(text).collect() }
        }
    })
}
