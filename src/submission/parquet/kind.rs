//! What a column holds, by what its file says of it.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type};
use parquet::schema::types::ColumnDescriptor;

/// What the cells of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) enum Kind {
    Text,
    /// Bytes that are not said to be text, and may be all the same.
    Bytes {
        /// Whether something is to be read there; else what is no text is passed over.
        is_used: bool,
    },
    Whole,
    /// Whole, and not below zero.
    Count,
    Decimal {
        scale: usize,
    },
    /// Exact where it is whole.
    Float,
    Truth,
    /// Days since 1970.
    Day,
    /// A point in time.
    Moment(Moment),
    /// No value in any row.
    Blank,
    /// Nothing that a cell of text holds, and what it is called.
    Unread(String),
}

/// What the values of a point in time are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) struct Moment {
    /// How many of them a second has.
    pub(super) of_second: i64,
    /// Whether they are of Greenwich; else of where they are from.
    pub(super) is_utc: bool,
}

/// How many digits an exact number has at most.
const MOST_DIGITS: usize = 38;

impl Kind {
    pub(super) fn of(column: &ColumnDescriptor) -> Self {
        if column.max_rep_level() > 0 || column.max_def_level() > 1 {
            return Self::Unread("LIST".to_owned());
        }
        let said = Said::of(column);
        match (column.physical_type(), said) {
            (Type::BOOLEAN, Said::Nothing) => Self::Truth,
            (Type::INT32 | Type::INT64, Said::Nothing | Said::Whole) => Self::Whole,
            (Type::INT32 | Type::INT64, Said::Count) => Self::Count,
            (
                Type::INT32 | Type::INT64 | Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY,
                Said::Decimal { scale },
            ) => Self::Decimal { scale },
            (Type::INT32, Said::Day) => Self::Day,
            (Type::INT32, Said::Blank) => Self::Blank,
            (Type::INT64, Said::Moment(moment)) => Self::Moment(moment),
            (Type::FLOAT | Type::DOUBLE, Said::Nothing) => Self::Float,
            (Type::BYTE_ARRAY, Said::Text) => Self::Text,
            // Some engines say of no text that it is one.
            (Type::BYTE_ARRAY, Said::Nothing) => Self::Bytes { is_used: true },
            (kind, Said::Other(name)) => Self::Unread(format!("{kind} {name}")),
            (kind, _) => Self::Unread(kind.to_string()),
        }
    }

    /// What it is where it is no part of a figure.
    pub(super) fn unused(&self) -> Self {
        match self {
            Self::Bytes { .. } => Self::Bytes { is_used: false },
            other => other.clone(),
        }
    }
}

/// What is said of the values of a column.
enum Said {
    Nothing,
    Text,
    Whole,
    Count,
    Decimal { scale: usize },
    Day,
    Moment(Moment),
    Blank,
    Other(String),
}

impl Said {
    fn of(column: &ColumnDescriptor) -> Self {
        let decimal = |scale: i32| {
            let scale = usize::try_from(scale).ok().filter(|scale| *scale <= MOST_DIGITS);
            scale.map_or(Self::Other("DECIMAL".to_owned()), |scale| Self::Decimal { scale })
        };
        use {ConvertedType as Before, LogicalType as Now};
        match column.logical_type_ref() {
            Some(Now::String | Now::Enum | Now::Json) => Self::Text,
            Some(Now::Integer(of)) if of.is_signed => Self::Whole,
            Some(Now::Integer(_)) => Self::Count,
            Some(Now::Decimal(of)) => decimal(of.scale),
            Some(Now::Date) => Self::Day,
            Some(Now::Unknown) => Self::Blank,
            Some(Now::Timestamp(of)) => {
                let of_second = match of.unit {
                    TimeUnit::MILLIS => 1_000,
                    TimeUnit::MICROS => 1_000_000,
                    TimeUnit::NANOS => 1_000_000_000,
                };
                Self::Moment(Moment { of_second, is_utc: of.is_adjusted_to_u_t_c })
            }
            Some(other) => {
                let name = format!("{other:?}");
                let end = name.find(['(', ' ', '{']).unwrap_or(name.len());
                Self::Other(name.get(..end).unwrap_or_default().to_uppercase())
            }
            None => match column.converted_type() {
                Before::NONE => Self::Nothing,
                Before::UTF8 | Before::ENUM | Before::JSON => Self::Text,
                Before::INT_8 | Before::INT_16 | Before::INT_32 | Before::INT_64 => Self::Whole,
                Before::UINT_8 | Before::UINT_16 | Before::UINT_32 | Before::UINT_64 => Self::Count,
                Before::DECIMAL => decimal(column.type_scale()),
                Before::DATE => Self::Day,
                Before::TIMESTAMP_MILLIS => Self::Moment(Moment { of_second: 1_000, is_utc: true }),
                Before::TIMESTAMP_MICROS => {
                    Self::Moment(Moment { of_second: 1_000_000, is_utc: true })
                }
                other => Self::Other(other.to_string()),
            },
        }
    }
}
