//! Why something can't be read.

use std::fmt;

use super::MOST_ONE_TEXT;

/// Why a workbook or one of its sheets can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
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
pub enum NoCells {
    /// It is a chart.
    Chart,
    /// It is a dialog.
    Dialog,
    /// It holds macros.
    Macros,
    /// The workbook lists it and does not hold it.
    NoPart,
}

/// What is saved or named as a workbook and is none that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A text document, as .docx is.
    Document,
    /// Slides, as .pptx is.
    Slides,
    /// The binary variety of .xlsx, .xlsb.
    Xlsb,
    /// The format of Excel 4 and before.
    OldExcel,
    /// A web page that was named .xls.
    Html,
    /// "XML spreadsheet 2003".
    SpreadsheetXml,
    /// Other XML.
    Xml,
    /// A zip that holds no document.
    Zip,
    /// A workbook, perhaps, but the crate was built without what reads any.
    Unsupported,
    /// None of these.
    Other,
}

/// What there is too much of in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The file.
    File {
        /// How large it may be, in MiB.
        mebibytes: u64,
    },
    /// What the file holds, unpacked.
    Unpacked {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// Its cells.
    Cells {
        /// How many there may be.
        most: u64,
    },
    /// Its texts.
    Text {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// One of its texts.
    OneText {
        /// How long it may be, in MiB.
        mebibytes: u64,
    },
    /// Its sheets.
    Sheets {
        /// How many there may be.
        most: usize,
    },
    /// The name of a sheet.
    SheetName {
        /// How long it may be, in bytes.
        bytes: usize,
    },
    /// The parts that it consists of.
    Parts {
        /// How many there may be.
        most: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAWorkbook(what) => write!(f, "no workbook that can be read: {what}"),
            Self::Locked => f.write_str("the workbook has a password"),
            Self::Damaged { part } => write!(f, "the workbook is damaged in {part}"),
            Self::TooLarge(limit) => write!(f, "the workbook is too large: {limit}"),
            Self::NoCells(why) => write!(f, "the sheet has no cells: {why}"),
        }
    }
}

impl fmt::Display for NoCells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chart => "it is a chart",
            Self::Dialog => "it is a dialog",
            Self::Macros => "it holds macros",
            Self::NoPart => "the workbook does not hold it",
        })
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Document => "a text document",
            Self::Slides => "slides",
            Self::Xlsb => "a binary workbook (.xlsb)",
            Self::OldExcel => "a workbook of Excel 4 or before",
            Self::Html => "a web page",
            Self::SpreadsheetXml => "XML spreadsheet 2003",
            Self::Xml => "XML",
            Self::Zip => "a zip without a document",
            Self::Unsupported => "this build reads no workbooks",
            Self::Other => "something else",
        })
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { mebibytes } => write!(f, "a file of more than {mebibytes} MiB"),
            Self::Unpacked { mebibytes } => write!(f, "more than {mebibytes} MiB unpacked"),
            Self::Cells { most } => write!(f, "more than {most} cells"),
            Self::Text { mebibytes } => write!(f, "more than {mebibytes} MiB of text"),
            Self::OneText { mebibytes } => write!(f, "a text of more than {mebibytes} MiB"),
            Self::Sheets { most } => write!(f, "more than {most} sheets"),
            Self::SheetName { bytes } => write!(f, "a sheet's name of more than {bytes} bytes"),
            Self::Parts { most } => write!(f, "more than {most} parts"),
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
