//! What a column holds, by what its file says of it.

use parquet::basic::{ConvertedType, LogicalType, Type};
use parquet::schema::types::ColumnDescriptor;

/// What the cells of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) enum Kind {
    Text,
    Whole,
    /// Whole, and not below zero.
    Count,
    Decimal {
        scale: usize,
    },
    /// Exact where it is whole.
    Float,
    Truth,
    /// Nothing that a cell of text holds, and what it is called.
    Unread(String),
}

/// How many digits an exact number has at most.
const MOST_DIGITS: usize = 38;

impl Kind {
    pub(super) fn of(column: &ColumnDescriptor) -> Self {
        if column.max_rep_level() > 0 || column.max_def_level() > 1 {
            return Self::Unread("LIST".to_owned());
        }
        let bytes = usize::try_from(column.type_length()).unwrap_or(0);
        let said = Said::of(column);
        match (column.physical_type(), said) {
            (Type::BOOLEAN, Said::Nothing) => Self::Truth,
            (Type::INT32 | Type::INT64, Said::Nothing | Said::Whole) => Self::Whole,
            (Type::INT32 | Type::INT64, Said::Count) => Self::Count,
            (Type::INT32 | Type::INT64 | Type::BYTE_ARRAY, Said::Decimal { scale }) => {
                Self::Decimal { scale }
            }
            (Type::FIXED_LEN_BYTE_ARRAY, Said::Decimal { scale }) if bytes <= size_of::<i128>() => {
                Self::Decimal { scale }
            }
            (Type::FLOAT | Type::DOUBLE, Said::Nothing) => Self::Float,
            // Some engines say of no text that it is one.
            (Type::BYTE_ARRAY, Said::Nothing | Said::Text) => Self::Text,
            (kind, Said::Other(name)) => Self::Unread(format!("{kind} {name}")),
            (kind, _) => Self::Unread(kind.to_string()),
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
                other => Self::Other(other.to_string()),
            },
        }
    }
}
