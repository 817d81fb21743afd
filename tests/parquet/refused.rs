//! Files that can't be read, or take more than is held: told, and nothing of them used.

use std::fs;

use bytes::Bytes;
use dabiao::diagnostic::Diagnostic;
use dabiao::render::Lang;
use parquet::basic::{Compression, CompressionCodec as Codec};
use parquet::file::metadata::{
    ParquetMetaDataReader, ParquetMetaDataWriter, RowGroupMetaDataBuilder,
};
use parquet::file::properties::WriterProperties;

use crate::made::{Cells, packed};
use crate::{NAMES, RATES, YEARS, dabiao, read, told};

#[test]
fn a_damaged_file_is_told_and_nothing_of_it_used() {
    let folder = tempfile::tempdir().unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/2023.csv");
    dabiao(folder.path(), &format!("tidy {data} -o t.parquet"));
    let bytes = fs::read(folder.path().join("t.parquet")).unwrap();
    let (_, rows) = read(bytes.clone());
    for length in (4..bytes.len()).step_by(397) {
        let (found, kept) = read(bytes[..length].to_vec());
        assert_eq!((found[0].code(), kept), ("submission/parquet-damaged", 0), "{length}");
    }
    // Wherever a bit is turned: the rows that there are, or none.
    for at in (4..bytes.len()).step_by(53) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1 << (at % 8);
        let (found, kept) = read(damaged);
        let is_told = found.iter().any(|found| found.code() == "submission/parquet-damaged");
        assert!(
            kept == rows || kept == 0 && !found.is_empty() && (is_told || found.len() < 5),
            "{at}"
        );
    }
}

#[test]
fn what_is_encrypted_is_told_as_parquet_that_is_not_read() {
    let sound = packed(&four(), WriterProperties::builder().build());
    let marked = |places: &[usize]| {
        let mut bytes = sound.clone();
        places.iter().for_each(|at| bytes[*at..*at + 4].copy_from_slice(b"PARE"));
        bytes
    };
    let end = sound.len() - 4;
    for bytes in [marked(&[0, end]), marked(&[0]), marked(&[end])] {
        // Who reads Parquet looks at its end.
        let is_read = bytes.ends_with(b"PAR1");
        let (found, kept) = read(bytes);
        let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
        match is_read {
            true => assert_eq!((codes, kept), (vec![], 4)),
            false => {
                assert_eq!((codes, kept), (vec!["submission/parquet-damaged"], 0));
                let help = found[0].problem.message(Lang::En).help.unwrap();
                assert!(help.contains("not encrypted"), "{help}");
            }
        }
    }
}

#[test]
fn a_group_that_has_other_rows_than_are_told_is_damaged() {
    let columns = [
        ("OPTIONAL INT64 年份", YEARS),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%", "2%", "3%", "4%"])),
    ];
    let by_number = WriterProperties::builder().build();
    let by_value = WriterProperties::builder().set_dictionary_enabled(false).build();
    for properties in [by_number, by_value] {
        let sound = packed(&columns, properties);
        assert_eq!((told(sound.clone()), read(sound.clone()).1), (vec![], 4));
        // The footer tells the rows of the file and of its group: 4, as a whole number of Thrift.
        let length = u32::from_le_bytes(*sound[sound.len() - 8..].first_chunk().unwrap());
        let footer = sound.len() - 8 - length as usize;
        let places = (footer..sound.len() - 8).filter(|at| sound[*at - 1..=*at] == [0x16, 8]);
        let places: Vec<usize> = places.collect();
        for rows in [3, 5, 6] {
            for some in [&places[..], &places[..1]] {
                let mut bytes = sound.clone();
                some.iter().for_each(|at| bytes[*at] = rows * 2);
                let (found, kept) = read(bytes);
                let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
                assert_eq!((codes, kept), (vec!["submission/parquet-damaged"], 0), "{rows}");
            }
        }
    }
}

#[test]
fn a_dictionary_of_more_or_fewer_words_than_are_told_is_damaged() {
    let columns = [
        ("OPTIONAL INT64 年份", YEARS),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%", "2%", "3%", "4%"])),
    ];
    let sound = packed(&columns, WriterProperties::builder().build());
    assert_eq!(told(sound.clone()), []);
    // The header of such a page tells how many words it has: 4, as a whole number of Thrift.
    let told_at = |at: &usize| sound[at - 2..=*at] == [0x4C, 0x15, 8];
    let places: Vec<usize> = (4..sound.len()).filter(told_at).collect();
    assert_eq!(places.len(), 2, "the names of regions, and the values");
    for at in places {
        // One fewer; some more; more than it has bytes.
        for words in [3, 5, 20, 63] {
            let mut bytes = sound.clone();
            bytes[at] = words * 2;
            let (found, kept) = read(bytes);
            let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
            assert_eq!((codes, kept), (vec!["submission/parquet-damaged"], 0), "{words}");
        }
    }
}

/// Columns of one row each, beside a figure.
fn wide(columns: &[(&'static str, &'static str)], properties: WriterProperties) -> Vec<Diagnostic> {
    let mut all = vec![
        ("OPTIONAL INT64 年份", Cells::Whole(&[Some(2023)])),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", Cells::Text(&["定海区"])),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", Cells::Text(&["残疾人就业率"])),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%"])),
    ];
    for (name, text) in columns {
        let field: &'static str = format!("REQUIRED BYTE_ARRAY {name} (UTF8)").leak();
        all.push((field, Cells::Text(Vec::from([*text]).leak())));
    }
    read(packed(&all, properties)).0
}

#[test]
fn what_takes_more_than_is_held_is_told_by_its_bound_and_not_read() {
    // Each of the first is within what a page may have; a quote is written twice.
    let page: &'static str = Box::leak("示例".repeat(6 << 20).into_boxed_str());
    let quotes: &'static str = Box::leak("\"".repeat(20 << 20).into_boxed_str());
    let most: &'static str = Box::leak("\"".repeat(33 << 20).into_boxed_str());
    let large: &'static str = Box::leak("x".repeat(65 << 20).into_boxed_str());
    let held = ["Parquet 文件同时要放在内存里的超过 96 MiB", "the Parquet file has over 96 MiB"];
    let text =
        ["“一”一列同时要放在内存里的超过 64 MiB", "\"一\" of the Parquet file has over 64 MiB"];
    let of_page = ["“一”一列有一页解压后超过 64 MiB", "a page of over 64 MiB when unpacked"];
    for (columns, is_numbered, bound) in [
        (vec![("一", page), ("二", page), ("三", page)], true, held),
        (vec![("一", page), ("二", page), ("三", page)], false, held),
        (vec![("一", quotes), ("二", quotes), ("三", quotes)], false, held),
        (vec![("一", most)], true, text),
        (vec![("一", large)], false, of_page),
    ] {
        let properties = WriterProperties::builder().set_dictionary_enabled(is_numbered);
        let found = wide(&columns, properties.build());
        let last = found.last().unwrap();
        assert_eq!(last.code(), "submission/parquet-too-large");
        for (lang, bound) in [Lang::Zh, Lang::En].into_iter().zip(bound) {
            let told = last.problem.message(lang).title;
            assert!(told.contains(bound) && !told.contains('…'), "{told}");
        }
    }
}

/// A file whose footer says otherwise of its row groups.
fn footer(
    bytes: &[u8],
    tell: impl Fn(RowGroupMetaDataBuilder) -> RowGroupMetaDataBuilder,
) -> Vec<u8> {
    let mut reader = ParquetMetaDataReader::new();
    reader.try_parse(&Bytes::copy_from_slice(bytes)).unwrap();
    let mut metadata = reader.finish().unwrap().into_builder();
    let groups = metadata.take_row_groups().into_iter();
    let groups: Vec<_> = groups.map(|group| tell(group.into_builder()).build().unwrap()).collect();
    let metadata = metadata.set_row_groups(groups).build();
    let length = u32::from_le_bytes(*bytes[bytes.len() - 8..].first_chunk().unwrap());
    let mut told = bytes[..bytes.len() - 8 - length as usize].to_vec();
    let mut end = Vec::new();
    ParquetMetaDataWriter::new(&mut end, &metadata).finish().unwrap();
    told.extend(end);
    told
}

fn four() -> Vec<(&'static str, Cells)> {
    vec![
        ("OPTIONAL INT64 年份", YEARS),
        ("REQUIRED BYTE_ARRAY 地区 (UTF8)", NAMES),
        ("REQUIRED BYTE_ARRAY 指标 (UTF8)", RATES),
        ("REQUIRED BYTE_ARRAY 数值 (UTF8)", Cells::Text(&["1%", "2%", "3%", "4%"])),
    ]
}

#[test]
fn what_packed_a_file_is_named_where_it_is_not_read() {
    let sound = packed(&four(), WriterProperties::builder().build());
    assert_eq!((told(footer(&sound, |group| group)), read(sound.clone()).1), (vec![], 4));
    let codecs = [Codec::GZIP, Codec::LZO, Codec::BROTLI, Codec::LZ4, Codec::LZ4_RAW];
    for codec in codecs {
        // The first of the columns, or the last, is packed by it; the file is as it was else.
        for at in [0, 3] {
            let bytes = footer(&sound, |mut group| {
                let mut columns = group.take_columns();
                let of = columns.remove(at).into_builder().set_compression_codec(codec);
                columns.insert(at, of.build().unwrap());
                group.set_column_metadata(columns)
            });
            let (found, kept) = read(bytes);
            let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
            assert_eq!((codes, kept), (vec!["submission/parquet-compression"], 0), "{codec}");
            for lang in [Lang::Zh, Lang::En] {
                let message = found[0].problem.message(lang);
                assert!(message.title.contains(&codec.to_string()), "{}", message.title);
                let help = message.help.unwrap_or_default();
                assert!(help.contains("snappy") && help.contains("zstd"), "{help}");
            }
        }
    }
    for codec in
        [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::ZSTD(Default::default())]
    {
        let bytes = packed(&four(), WriterProperties::builder().set_compression(codec).build());
        assert_eq!((told(bytes.clone()), read(bytes).1), (vec![], 4), "{codec}");
    }
}

#[test]
fn a_group_that_is_told_to_be_of_four_gigabytes_is_read_by_what_it_holds() {
    const LARGE: i64 = 4 << 30;
    let sound = packed(&four(), WriterProperties::builder().build());
    // Nothing is allotted by what a footer says of bytes.
    let large = footer(&sound, |group| group.set_total_byte_size(LARGE));
    assert_eq!((told(large.clone()), read(large).1), (vec![], 4));
    let of_columns = |size: i64| {
        footer(&sound, move |mut group| {
            let columns = group.take_columns().into_iter().map(|column| {
                let column = column.into_builder().set_total_uncompressed_size(size);
                column.set_total_compressed_size(size).build().unwrap()
            });
            let columns = columns.collect();
            group.set_column_metadata(columns)
        })
    };
    for size in [LARGE, i64::MAX >> 4] {
        let (found, kept) = read(of_columns(size));
        let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
        assert_eq!((codes, kept), (vec!["submission/parquet-damaged"], 0), "{size}");
    }
    let (damaged, large) = ("submission/parquet-damaged", "submission/table-too-large");
    for (rows, code) in [(50_000_000, damaged), (1 << 32, large), (i64::MAX, large)] {
        let (found, kept) = read(footer(&sound, |group| group.set_num_rows(rows)));
        let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
        assert_eq!((codes, kept), (vec![code], 0), "{rows}");
    }
}
