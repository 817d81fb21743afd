//! A text whose rows can't be read one by one: the whole of it, as the tables in it.

use std::io::{self, Read};

use super::File;
use crate::diagnostic::{Diagnostic, Findings, Problem, SubmissionProblem};
use crate::submission::blocks::{Block, Blocks, DELIMITERS};
use crate::submission::grid::Grid;
use crate::submission::header::Field;
use crate::submission::tables::Found;
use crate::submission::text::Text;
use crate::submission::turns::{Offset, offset, utf8};

/// How large a text may be whose rows can't be read one by one, in bytes.
pub(in crate::submission) const MOST_TEXT: usize = 64 << 20;

/// The whole of a text.
pub(super) enum Whole {
    Text(Vec<u8>),
    Undecoded(Offset),
    TooLarge,
}

impl File<'_, '_> {
    /// The rest of a text, behind its first block.
    pub(super) fn whole<R: Read>(
        &self,
        blocks: &mut Blocks<Text<R>>,
        first: Block,
    ) -> io::Result<Whole> {
        let mut text = first.bytes;
        let mut used = Vec::new();
        while let Some(block) = blocks.next(used)? {
            if let Err(at) = utf8(&block.bytes) {
                return Ok(Whole::Undecoded(offset(&block, at)));
            }
            if text.len() + block.bytes.len() > MOST_TEXT {
                return Ok(Whole::TooLarge);
            }
            text.extend_from_slice(&block.bytes);
            used = block.bytes;
        }
        Ok(match blocks.reader().fault() {
            Some(offset) => Whole::Undecoded(offset),
            None if blocks.too_long().is_some() => Whole::TooLarge,
            None => Whole::Text(text),
        })
    }

    /// The tables in a text, whatever parts its cells.
    pub(super) fn table(
        &self,
        text: &[u8],
        likely: u8,
        no_header: Diagnostic,
    ) -> Result<(Found, Findings), Box<Diagnostic>> {
        let others = DELIMITERS.into_iter().filter(|delimiter| *delimiter != likely);
        let mut first = None;
        for delimiter in std::iter::once(likely).chain(others) {
            let mut faults = Findings::default();
            let grid = Grid::of_text(text, delimiter, self.name, &mut faults, self.budget);
            let found = grid.and_then(|grid| self.found(grid));
            let found = found.map_err(|what| Box::new(self.too_large(what)))?;
            if !found.sections.is_empty() {
                return Ok((found, faults));
            }
            first = first.or(Some((found, faults)));
        }
        match first {
            Some((found, faults)) if found.has_faults() => Ok((found, faults)),
            // A first line that is a header but for a column or two says more of what is wrong.
            Some((found, _)) if !is_header(&no_header) => {
                let problem = found.grid.no_layout().into();
                Err(Box::new(Diagnostic { problem, ..no_header }))
            }
            Some(_) | None => Err(Box::new(no_header)),
        }
    }
}

/// Whether it is said of a line that it lacks columns of a header, of which it has some.
fn is_header(no_header: &Diagnostic) -> bool {
    match &no_header.problem {
        Problem::Submission(SubmissionProblem::NoHeader { found, separator, .. }) => {
            separator.is_some() || found.iter().any(|cell| Field::named(cell).is_some())
        }
        _ => false,
    }
}
