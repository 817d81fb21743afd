//! Parquet: tables for those who go on with them in an engine. What is not surely a whole or a
//! decimal number is text, so that nothing is rounded.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use super::Lang;
use super::columns::{COLUMNS, Written};
use super::file::PARQUET;
use super::requirements;
use super::tidy::{TIDY, TOTAL, cells};
use crate::report::{Report, Requirements, TidyRow};

/// How many rows are held until they are written: names that repeat are told once for as many.
const ROWS: usize = 1 << 18;
/// How hard pages are packed; more takes longer and saves next to nothing.
const LEVEL: i32 = 3;
/// How many digits an exact number has at most.
const DIGITS: usize = 38;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Decimal { scale: usize },
}

impl Kind {
    /// That of a column of numbers as they are written, if all are plain ones.
    fn of(cells: impl Iterator<Item = impl AsRef<str>>) -> Self {
        let (mut scale, mut most) = (0, 0);
        for cell in cells {
            let cell = cell.as_ref();
            let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
            let whole = whole.strip_prefix('-').unwrap_or(whole);
            if !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
                return Self::Text;
            }
            (scale, most) = (fraction.len().max(scale), whole.len().max(most));
        }
        match scale + most {
            0..=18 if scale == 0 => Self::Whole,
            0..=DIGITS => Self::Decimal { scale },
            _ => Self::Text,
        }
    }

    fn column(self, name: &str) -> Result<Type, parquet::errors::ParquetError> {
        let of = |physical| {
            Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL)
        };
        match self {
            Self::Text => of(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)),
            Self::Whole => of(Physical::INT64),
            Self::Decimal { scale } => {
                let (scale, precision) = (scale as i32, DIGITS as i32);
                of(Physical::BYTE_ARRAY)
                    .with_logical_type(Some(LogicalType::decimal(scale, precision)))
                    .with_precision(precision)
                    .with_scale(scale)
            }
        }
        .build()
    }
}

/// The cells of some rows of a column.
struct Cells {
    kind: Kind,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    fn push(&mut self, cell: &str) {
        self.text.extend_from_slice(cell.as_bytes());
        self.ends.push(self.text.len());
    }

    /// Writes and forgets them.
    fn write(&mut self, column: &mut ColumnWriter<'_>) -> io::Result<()> {
        let text = Bytes::from(std::mem::take(&mut self.text));
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = starts.zip(self.ends.iter().copied());
        let levels: Vec<i16> = spans.clone().map(|(from, to)| i16::from(from < to)).collect();
        let cells = spans.filter(|(from, to)| from < to).map(|(from, to)| text.slice(from..to));
        let number = |cell: &Bytes, scale| {
            let of = std::str::from_utf8(cell).ok().and_then(|cell| unscaled(cell, scale));
            of.ok_or_else(|| io::Error::other("a count that is no number"))
        };
        match (column, self.kind) {
            (ColumnWriter::ByteArrayColumnWriter(column), Kind::Text) => {
                let values: Vec<ByteArray> = cells.map(ByteArray::from).collect();
                column.write_batch(&values, Some(&levels), None)
            }
            (ColumnWriter::ByteArrayColumnWriter(column), Kind::Decimal { scale }) => {
                let value =
                    |cell| Ok(ByteArray::from(number(&cell, scale)?.to_be_bytes().to_vec()));
                let values = cells.map(value).collect::<io::Result<Vec<ByteArray>>>()?;
                column.write_batch(&values, Some(&levels), None)
            }
            (ColumnWriter::Int64ColumnWriter(column), _) => {
                let value = |cell| i64::try_from(number(&cell, 0)?).map_err(io::Error::other);
                let values = cells.map(value).collect::<io::Result<Vec<i64>>>()?;
                column.write_batch(&values, Some(&levels), None)
            }
            _ => return Err(io::Error::other("a column of another kind")),
        }?;
        self.ends.clear();
        Ok(())
    }
}

/// A plain number without its point, of so many digits behind it.
fn unscaled(cell: &str, scale: usize) -> Option<i128> {
    let (whole, fraction) = cell.split_once('.').unwrap_or((cell, ""));
    let zeros = scale.checked_sub(fraction.len())?;
    format!("{whole}{fraction}{}", "0".repeat(zeros)).parse().ok()
}

/// Writes a table; every row gives as many cells as there are columns.
fn write<'c, C: Iterator<Item = Cow<'c, str>>>(
    columns: &[(&str, Kind)],
    sign: Option<&str>,
    rows: impl Iterator<Item = C>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fields = columns.iter().map(|(name, kind)| kind.column(name).map(Arc::new));
    let fields = fields.collect::<Result<Vec<_>, _>>()?;
    let schema = Type::group_type_builder("schema").with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(LEVEL)?))
        .set_data_page_row_count_limit(ROWS)
        .set_statistics_enabled(EnabledStatistics::Chunk);
    let properties = match sign {
        Some(sign) => properties.set_created_by(sign.to_owned()),
        None => properties,
    };
    // Its parts go on as they come: what they go to may not be sent to another thread.
    let properties = Arc::new(properties.build());
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), properties)?;
    let empty = |(_, kind): &(&str, Kind)| Cells { kind: *kind, text: vec![], ends: vec![] };
    let mut held: Vec<Cells> = columns.iter().map(empty).collect();
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        for row in rows.by_ref().take(ROWS) {
            held.iter_mut().zip(row).for_each(|(cells, cell)| cells.push(&cell));
        }
        let mut group = file.next_row_group()?;
        for cells in &mut held {
            let column = group.next_column()?;
            let mut column = column.ok_or_else(|| io::Error::other("a column too many"))?;
            cells.write(column.untyped())?;
            column.close()?;
        }
        group.close()?;
        file.flush()?;
        out.write_all(file.inner())?;
        file.inner_mut().clear();
    }
    out.write_all(&file.into_inner()?)
}

/// Writes every verdict, in the columns of CSV: counts are numbers, years and lines too.
///
/// # Errors
/// Those of the writer.
pub(super) fn verdicts(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let counts = |of: fn((_, _)) -> crate::exact::Decimal| {
        Kind::of(report.rows().filter_map(|row| row.counts()).map(of).map(|it| it.to_string()))
    };
    let kinds = COLUMNS.iter().map(|column| match column.name {
        "year" | "line" => (column.name, Kind::Whole),
        "numerator" => (column.name, counts(|(numerator, _)| numerator)),
        "denominator" => (column.name, counts(|(_, denominator)| denominator)),
        name => (name, Kind::Text),
    });
    let kinds: Vec<(&str, Kind)> = kinds.collect();
    let rows = report.rows().map(|row| {
        let written = Written::of(row);
        let cell = move |column: &super::columns::Column| {
            Cow::Owned((column.value)(&written, Lang::Zh).into_owned())
        };
        COLUMNS.iter().map(cell)
    });
    write(&kinds, Some(PARQUET), rows, out)
}

/// Writes the requirements of a plan: numerators and denominators are numbers.
///
/// # Errors
/// Those of the writer.
pub(super) fn requirements(it: &Requirements, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<Vec<String>> = requirements::rows(it).collect();
    let kind = |(at, name): (usize, &&'static str)| {
        let is_number =
            matches!(*name, "year" | "per") || name.ends_with("_n") || name.ends_with("_d");
        let cells = rows.iter().filter_map(|row| row.get(at));
        (*name, if is_number { Kind::of(cells) } else { Kind::Text })
    };
    let kinds: Vec<(&str, Kind)> = requirements::COLUMNS.iter().enumerate().map(kind).collect();
    let rows = rows.iter().map(|row| row.iter().map(|cell| Cow::Borrowed(cell.as_str())));
    write(&kinds, Some(PARQUET), rows, out)
}

/// Writes figures in the canonical layout; `rows` gives them twice. Values are text, for they
/// have their sign; counts are numbers where all are plain ones.
///
/// # Errors
/// Those of the writer.
pub fn tidy_parquet<'s, I: Iterator<Item = TidyRow<'s>>>(
    rows: impl Fn() -> I,
    totals: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let count = |at: usize| Kind::of(rows().filter_map(move |row| cells(&row).into_iter().nth(at)));
    let kinds = TIDY.iter().enumerate().filter(|(_, name)| totals || **name != TOTAL);
    let kinds = kinds.map(|(at, name)| match *name {
        "年份" => (*name, Kind::Whole),
        "分子" | "分母" => (*name, count(at)),
        name => (name, Kind::Text),
    });
    let kinds: Vec<(&str, Kind)> = kinds.collect();
    let row = |row: TidyRow<'s>| {
        let cells = cells(&row).map(|cell| Cow::Owned(cell.into_owned()));
        let is_there = move |at: usize| totals || TIDY[at] != TOTAL;
        cells.into_iter().enumerate().filter(move |(at, _)| is_there(*at)).map(|(_, cell)| cell)
    };
    write(&kinds, None, rows().map(row), out)
}
