//! Why something can't be read.

use std::fmt;

use super::MOST_ONE_TEXT;
pub(in crate::submission) use crate::diagnostic::{Bulk as Limit, Foreign};

/// Why a workbook or one of its sheets can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) enum Error {
    /// It is something else, or a workbook of a format that is not read.
    NotAWorkbook(Foreign),
    /// There is a password on it.
    Locked,
    /// It is not as its format demands.
    Damaged {
        /// Its part that is not, or the sheet.
        part: String,
    },
    /// There is more of something than is read.
    TooLarge(Limit),
    /// The sheet has no cells.
    NoCells(NoCells),
}

/// Why a sheet has no cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum NoCells {
    /// It is a chart.
    Chart,
    /// It is a dialog.
    Dialog,
    /// It holds macros.
    Macros,
    /// The workbook lists it and does not hold it.
    NoPart,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAWorkbook(_) => f.write_str("not a workbook"),
            Self::Locked => f.write_str("the workbook has a password"),
            Self::Damaged { part } => write!(f, "the workbook is damaged in {part}"),
            Self::TooLarge(_) => f.write_str("the workbook is too large"),
            Self::NoCells(_) => f.write_str("the sheet has no cells"),
        }
    }
}

impl std::error::Error for Error {}

/// What is wrong with a part, before it is said which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not as it should be.
    Damaged,
    /// There is a password on it.
    Locked,
    /// More than is kept.
    TooLarge(Limit),
}

impl Fault {
    pub(super) fn of(self, part: &str) -> Error {
        match self {
            Self::Damaged => Error::Damaged { part: part.to_owned() },
            Self::Locked => Error::Locked,
            Self::TooLarge(what) => Error::TooLarge(what),
        }
    }

    /// That one text is longer than any is.
    pub(super) fn too_long() -> Self {
        Self::TooLarge(Limit::OneText { mebibytes: (MOST_ONE_TEXT >> 20) as u64 })
    }
}
