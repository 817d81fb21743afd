//! Files of Parquet as engines write them.

use std::sync::Arc;

use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

/// The cells of a column.
pub(crate) enum Cells {
    Text(&'static [&'static str]),
    /// None of it is there in some rows.
    Whole(&'static [Option<i64>]),
    /// Of so many rows.
    Blank(usize),
    Float(&'static [f64]),
    /// Of half the digits.
    Short(&'static [f32]),
    Days(&'static [i32]),
    Moments(&'static [i64]),
    /// As they are written, whatever they are.
    Bytes(&'static [&'static [u8]]),
}

/// A file of columns by their kinds, as Parquet says them.
pub(crate) fn file(columns: &[(&str, Cells)]) -> Vec<u8> {
    // Pages of few rows, so that one column has more of them than another.
    let properties = WriterProperties::builder().set_data_page_row_count_limit(3);
    packed(columns, properties.build())
}

/// The same, its pages as they are wanted.
pub(crate) fn packed(columns: &[(&str, Cells)], properties: WriterProperties) -> Vec<u8> {
    let field = |(field, _): &(&str, Cells)| match field.ends_with('}') {
        true => (*field).to_owned(),
        false => format!("{field};"),
    };
    let fields: Vec<String> = columns.iter().map(field).collect();
    let schema = format!("message of {{ {} }}", fields.join(" "));
    let schema = Arc::new(parse_message_type(&schema).unwrap());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for (_, cells) in columns {
        let mut column = group.next_column().unwrap().unwrap();
        match (column.untyped(), cells) {
            (ColumnWriter::ByteArrayColumnWriter(of), Cells::Text(texts)) => {
                let values: Vec<ByteArray> = texts.iter().map(|text| (*text).into()).collect();
                of.write_batch(&values, None, None).unwrap();
            }
            (ColumnWriter::ByteArrayColumnWriter(of), Cells::Bytes(cells)) => {
                let values: Vec<ByteArray> = cells.iter().map(|it| it.to_vec().into()).collect();
                of.write_batch(&values, None, None).unwrap();
            }
            (ColumnWriter::FixedLenByteArrayColumnWriter(of), Cells::Bytes(cells)) => {
                let values: Vec<FixedLenByteArray> =
                    cells.iter().map(|it| ByteArray::from(it.to_vec()).into()).collect();
                of.write_batch(&values, None, None).unwrap();
            }
            (ColumnWriter::Int64ColumnWriter(of), Cells::Whole(cells)) => {
                let values: Vec<i64> = cells.iter().copied().flatten().collect();
                let levels: Vec<i16> = cells.iter().map(|it| i16::from(it.is_some())).collect();
                of.write_batch(&values, Some(&levels), None).unwrap();
            }
            (ColumnWriter::Int32ColumnWriter(of), Cells::Blank(rows)) => {
                of.write_batch(&[], Some(&vec![0; *rows]), None).unwrap();
            }
            (ColumnWriter::Int32ColumnWriter(of), Cells::Days(values)) => {
                of.write_batch(values, None, None).unwrap();
            }
            (ColumnWriter::Int64ColumnWriter(of), Cells::Moments(values)) => {
                of.write_batch(values, None, None).unwrap();
            }
            (ColumnWriter::DoubleColumnWriter(of), Cells::Float(values)) => {
                of.write_batch(values, None, None).unwrap();
            }
            (ColumnWriter::FloatColumnWriter(of), Cells::Short(values)) => {
                of.write_batch(values, None, None).unwrap();
            }
            _ => panic!("a column of another kind"),
        }
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.into_inner().unwrap()
}
