//! Rows of Parquet that have to be read as text: few packed bytes may unpack to many.

use std::sync::Arc;

use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::*;

/// A row for each of the counties, with a remark that stands once in the file.
fn remarked(remark: &str) -> Vec<u8> {
    let columns = [
        ("年份", ["2023"; 3]),
        ("地区", ["甲山县", "乙山县", "丙山县"]),
        ("指标", ["培训人数"; 3]),
        ("数值", ["7"; 3]),
        ("备注", [remark; 3]),
    ];
    let field = |(name, _): &(&str, _)| format!("REQUIRED BYTE_ARRAY {name} (UTF8);");
    let schema: String = columns.iter().map(field).collect();
    let schema = Arc::new(parse_message_type(&format!("message of {{ {schema} }}")).unwrap());
    let properties = Arc::new(WriterProperties::default());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for (_, cells) in columns {
        let mut column = group.next_column().unwrap().unwrap();
        let ColumnWriter::ByteArrayColumnWriter(of) = column.untyped() else { panic!("a text") };
        of.write_batch(&cells.map(ByteArray::from), None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn rows_that_unpack_to_more_text_than_is_left_are_not_read_nor_is_what_comes_after() {
    for characters in [100, 500, 5_000] {
        let remark = "示".repeat(characters);
        let row = format!("2023,甲山县,培训人数,7,{remark}\n").len() as u64;
        let taken = 3 * (row - ORDINARY_ROW + OF_ROW);
        let files = [
            ("一.csv", text("2022,甲山县,培训人数,7,,,\n")),
            ("二.parquet", remarked(&remark)),
            ("三.csv", text("2024,甲山县,培训人数,7,,,\n")),
        ];
        let with = |left: u64| read(&files, 1, (Share::Unpacked, left));
        let (submission, budget) = with(taken + 1);
        assert_eq!(budget.left(Share::Unpacked), 1);
        assert_eq!(submission.diagnostics.len(), 0, "{:?}", submission.diagnostics);
        assert_eq!(submission.years().collect::<Vec<_>>(), [2022, 2023, 2024]);
        let (submission, _) = with(taken - 1);
        let bulk = Share::Unpacked.bulk().unwrap();
        assert_eq!(unread(&submission.diagnostics), [("二.parquet", bulk), ("三.csv", bulk)]);
        assert_eq!(submission.years().collect::<Vec<_>>(), [2022]);
    }
}
