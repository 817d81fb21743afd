//! How tables are laid out, found from what they say.
//!
//! A table has headings in one to three rows, and under them its data. Which columns hold
//! figures is said by the headings; which name regions and indicators, by what stands in
//! them. Tables may stand below one another and side by side, and what is written above
//! one (its sender, its year, its unit) is said of it. A column whose headings are not
//! understood to the last word is not read.

mod band;
mod below;
mod claim;
mod claimed;
mod columns;
mod common;
mod footer;
mod heading;
mod heads;
mod key;
mod label;
mod note;
mod other_time;
mod pair;
mod read_title;
mod remarked;
mod sections;
mod spoken;
mod standing;
mod terse;
mod title;
mod tokens;
mod under;
mod understood;
mod units;
mod words;

use std::sync::Arc;

pub(super) use claim::{Claim, LONGEST_TEXT, Sense, any_claim};
pub(super) use columns::Idle;
pub(super) use footer::is_footer;
#[cfg(test)]
pub(super) use heading::LONGEST as LONGEST_HEADING;
pub(super) use heading::{Heading, Named, bracketed};
pub(super) use key::Key;
#[cfg(test)]
pub(super) use label::MOST_LABELS;
pub(super) use label::{OFFICES, is_aside, is_sender};
pub(super) use note::Note;
pub(super) use other_time::{is_other_period, without_time};
pub(super) use pair::{Pair, is_pair};
pub(super) use remarked::Row as RemarkedRow;
pub(super) use sections::{Finding, Section, find};
#[cfg(test)]
pub(super) use sections::{MOST_BESIDE, MOST_COPIED};
pub(super) use spoken::{Speaks, speaks};
pub(super) use standing::may_be_absent;
pub(super) use terse::{is_measure_name, is_no_part};
pub(super) use title::{Kind, SaidPeriod, SaidRegion, Title};
pub(super) use tokens::is_place;
pub(super) use understood::{Beside, Demand, Scope, Words, is_name};
pub(super) use units::is_unit;
pub(super) use words::{Qualifier, is_descriptive};

use super::header::Field;
use crate::term::{Layout, Year};
use crate::text::Period;

/// The headings of a table, and what its columns hold.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) layout: Layout,
    /// Its headings: from which row of the grid, and up to which.
    pub(super) head: (usize, usize),
    /// The row of them that numbers the columns.
    pub(super) numbers: Option<usize>,
    /// The columns that say what a whole row is of; several may name regions, the one
    /// within the other.
    pub(super) year: Option<usize>,
    pub(super) regions: Vec<usize>,
    pub(super) series: Option<usize>,
    pub(super) unit: Option<usize>,
    pub(super) remarks: Vec<usize>,
    /// The years that the headings of those columns state.
    pub(super) periods: Vec<(usize, Period)>,
    /// The values of each row.
    pub(super) groups: Vec<Group>,
    /// Whether the headings tell results from targets or earlier values beside them.
    pub(super) tells_results: bool,
    /// Columns that are not read.
    pub(super) idle: Vec<IdleColumn>,
    /// The headings, by column.
    pub(super) headings: Arc<[Arc<str>]>,
}

impl Table {
    /// The columns that say what a whole row is of.
    fn keys(&self) -> impl Iterator<Item = usize> + '_ {
        self.regions
            .iter()
            .copied()
            .chain([self.year, self.series, self.unit].into_iter().flatten())
    }
}

/// A column that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IdleColumn {
    pub(super) at: usize,
    pub(super) why: Idle,
}

/// The columns that hold one value of each row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// The region or indicator across, as it is written.
    pub(super) name: Option<String>,
    /// The year that a heading states, and of which column.
    pub(super) year: Option<(Year, usize)>,
    /// The column of each part of the value, in the order of [`Field::PARTS`].
    pub(super) parts: [Option<usize>; Field::PARTS.len()],
    /// The units that the headings state, and of which column.
    pub(super) units: Vec<(usize, Vec<String>)>,
    /// Whether its heading asks whether something is done: no number stands under it.
    pub(super) asks_done: bool,
}

impl Group {
    /// The column of one part.
    pub(super) fn part(&self, field: Field) -> Option<usize> {
        let at = Field::PARTS.iter().position(|part| *part == field)?;
        self.parts[at]
    }

    /// Whether a value can be had from it.
    fn is_whole(&self) -> bool {
        let has = |field| self.part(field).is_some();
        has(Field::Value) || has(Field::Total) || (has(Field::Numerator) && has(Field::Denominator))
    }

    /// The columns of its figures.
    pub(super) fn figures(&self) -> impl Iterator<Item = usize> + '_ {
        let remark = self.part(Field::Remark);
        self.parts.iter().flatten().copied().filter(move |at| Some(*at) != remark)
    }
}
