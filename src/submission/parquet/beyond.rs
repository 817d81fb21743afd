//! What a file takes more of than is read or held, though nothing need be wrong with it.

use std::fmt;

use parquet::errors::ParquetError;

use super::Fault;
use crate::diagnostic::Bulk;

/// What stops a decoder that goes beyond a bound.
#[derive(Debug)]
pub(super) struct Beyond {
    what: Bulk,
    /// Whether one column takes so much by itself.
    is_of_column: bool,
}

impl Beyond {
    /// That a file has too much of something.
    pub(super) fn file(what: Bulk) -> ParquetError {
        ParquetError::External(Box::new(Self { what, is_of_column: false }))
    }

    /// That one of its columns has.
    pub(super) fn column(what: Bulk) -> ParquetError {
        ParquetError::External(Box::new(Self { what, is_of_column: true }))
    }
}

impl fmt::Display for Beyond {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.what)
    }
}

impl std::error::Error for Beyond {}

impl Fault {
    /// What a decoder says, of a column that has this name, if of one.
    pub(super) fn of(error: ParquetError, column: Option<&str>) -> Self {
        let why = match error {
            ParquetError::External(error) => match error.downcast::<Beyond>() {
                Ok(beyond) => {
                    let column = column.filter(|_| beyond.is_of_column).map(str::to_owned);
                    return Self::TooLarge { column, what: beyond.what };
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
