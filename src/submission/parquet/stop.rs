//! What stops a decoder though nothing need be wrong with the file.

use std::fmt;

use parquet::errors::ParquetError;

use super::Fault;
use crate::diagnostic::Bulk;

/// Why a decoder is stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file has too much of something.
    TooLarge(Bulk),
    /// One of its columns has.
    ColumnTooLarge(Bulk),
    /// A column has a value of a kind that is not read.
    Kind(&'static str),
}

impl Stop {
    pub(super) fn error(self) -> ParquetError {
        ParquetError::External(Box::new(self))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Stop {}

impl Fault {
    /// What a decoder says, of a column that has this name, if of one.
    pub(super) fn of(error: ParquetError, column: Option<&str>) -> Self {
        let name = || column.unwrap_or_default().to_owned();
        let why = match error {
            ParquetError::External(error) => match error.downcast::<Stop>().map(|stop| *stop) {
                Ok(Stop::TooLarge(what)) => return Self::TooLarge { column: None, what },
                Ok(Stop::ColumnTooLarge(what)) => {
                    return Self::TooLarge { column: Some(name()), what };
                }
                Ok(Stop::Kind(kind)) => {
                    return Self::Unread { name: name(), kind: kind.to_owned() };
                }
                Err(error) => error.to_string(),
            },
            error => error.to_string(),
        };
        Self::Damaged(match column {
            Some(column) => format!("{column}: {why}"),
            None => why,
        })
    }
}
