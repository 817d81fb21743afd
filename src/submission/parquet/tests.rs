//! A row group that several threads read: each row once, and each page charged once.

use std::io::Cursor;
use std::sync::Arc;

use bytes::Bytes;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::*;
use crate::diagnostic::Limit;

/// What the page on limits says, and the constants that say it.
pub(in crate::submission) const LIMITS: [(&str, u64, &str); 6] = [
    ("Parquet 文件的列", MOST_COLUMNS as u64, " 列"),
    ("Parquet 文件的格，空格也算", MOST_CELLS, " 格"),
    ("Parquet 文件各页合计，解压后", chunks::MOST_UNPACKED >> 20, " MiB"),
    ("Parquet 文件各页合计，解压后", chunks::OF_PAGE, " 字节"),
    ("Parquet 文件的一页，解压后；几千行里一列的文字", chunks::MOST_PAGE as u64 >> 20, " MiB"),
    ("Parquet 文件同时读的各列的页，解压后；其中的文字", pages::MOST_HELD as u64 >> 20, " MiB"),
];

const ROWS_OF_ALL: usize = 20_000;
const COLUMNS: [&str; 3] = ["年份", "地区", "数值"];

/// What stands in a row: a word that all have, one of few, and one of its own.
fn row(at: usize) -> [String; 3] {
    ["2023".to_owned(), ["甲", "乙", "丙"][at % 3].repeat(at % 7 + 1), format!("{at}.25%")]
}

/// A file of one row group, whose columns have pages of other rows.
fn file(is_numbered: bool) -> Vec<u8> {
    let fields: String =
        COLUMNS.iter().map(|name| format!("REQUIRED BYTE_ARRAY {name} (UTF8);")).collect();
    let schema = Arc::new(parse_message_type(&format!("message of {{ {fields} }}")).unwrap());
    let properties = WriterProperties::builder()
        .set_dictionary_enabled(is_numbered)
        // The dictionary of the last column is given up on its way.
        .set_dictionary_page_size_limit(20_000)
        .set_data_page_size_limit(3_000)
        .set_write_batch_size(100)
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    for at in 0..COLUMNS.len() {
        let mut column = group.next_column().unwrap().unwrap();
        let ColumnWriter::ByteArrayColumnWriter(of) = column.untyped() else { panic!("a text") };
        let cells = (0..ROWS_OF_ALL).map(|row_at| ByteArray::from(row(row_at)[at].as_str()));
        of.write_batch(&cells.collect::<Vec<_>>(), None, None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    writer.into_inner().unwrap()
}

/// What the pages of a file have together, as it is charged.
fn unpacked(bytes: &[u8]) -> u64 {
    let file = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).unwrap();
    let group = file.get_row_group(0).unwrap();
    let pages = |at| group.get_column_page_reader(at).unwrap().map(Result::unwrap);
    let sizes = (0..COLUMNS.len()).flat_map(pages).map(|page| page.buffer().len() as u64);
    sizes.map(|size| size + chunks::OF_PAGE).sum()
}

/// Reads a file as so many threads do of which each is as fast as the others, or the first far
/// slower: its rows by their numbers, why it ends, and what was charged.
fn read(bytes: &[u8], most: u64, threads: usize, slow: usize) -> (Vec<String>, Option<Fault>, u64) {
    let chunks = Chunks::within(Cursor::new(bytes.to_vec()), most).ok().unwrap();
    let table = Table::open(chunks.clone()).ok().unwrap();
    let mut rows = table.rows();
    let mut told = vec![String::new(); ROWS_OF_ALL];
    let mut spans: Vec<_> = (0..threads).map(|_| None).collect();
    for turn in 0.. {
        if turn > 0 && spans.iter().all(Option::is_none) {
            break;
        }
        for (thread, used) in spans.iter_mut().enumerate() {
            if thread == 0 && turn % slow != 0 || turn > 0 && used.is_none() {
                continue;
            }
            *used = rows.next(used.take()).ok().unwrap();
            let Some(span) = used else { continue };
            let (extent, before) = (span.extent, span.left);
            match span.decode(&[None; COLUMNS.len()]) {
                Ok(count) => {
                    let first = extent.before + extent.rows - before;
                    for at in 0..count {
                        let mut text = Vec::new();
                        span.write(at, &mut text);
                        told[first + at] += &String::from_utf8(text).unwrap();
                    }
                }
                Err(fault) => {
                    span.left = 0;
                    span.fault = Some(fault);
                }
            }
        }
    }
    (told, rows.fault(), chunks.unpacked())
}

#[test]
fn a_page_counts_once_and_a_row_is_read_once_however_many_threads_read_a_group() {
    let expected: Vec<String> =
        (0..ROWS_OF_ALL).map(|at| format!("{}\n", row(at).join(","))).collect();
    for is_numbered in [true, false] {
        let bytes = file(is_numbered);
        let all = unpacked(&bytes);
        for (threads, slow) in [(1, 1), (2, 1), (2, 7), (5, 1), (5, 3), (16, 1)] {
            let (told, fault, charged) = read(&bytes, all, threads, slow);
            assert!(fault.is_none());
            assert!(told == expected, "{threads} threads");
            assert_eq!(charged, all, "{threads} threads");
        }
    }
}

#[test]
fn a_file_with_more_in_its_pages_than_is_unpacked_is_told_as_that() {
    for is_numbered in [true, false] {
        let bytes = file(is_numbered);
        let all = unpacked(&bytes);
        for (threads, most) in [(1, all - 1), (2, all / 2), (5, all - 1), (3, 1)] {
            let (_, fault, _) = read(&bytes, most, threads, 1);
            let Some(Fault::TooLarge { column: None, what }) = fault else { panic!("{threads}") };
            assert_eq!(what, Bulk::Of(Limit::Unpacked { mebibytes: most >> 20 }));
        }
    }
}
