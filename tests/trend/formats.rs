//! The same trends in every format.

use std::io::Cursor;

use super::*;
use crate::papers::{PAPERS, missing, text, written};
use calamine::{Reader, Xlsx};
use dabiao::render::{FileFormat, Lang, TREND};

fn both(regions: &str, rules: &[&str], rows: &[&str]) -> (Report, Trend) {
    trend(&plan(regions, rules), rows)
}

#[test]
fn every_document_says_all_that_the_page_of_text_says() {
    let milestone = "id = 'law'\nname = '办法'\nform = 'milestone'\ndue = 2025";
    let people = "id = 'n'\nname = '人次'\nunit = '人'\nform = 'each-year'\noperator = '≥'\n\
        threshold = 700";
    let rows = [
        "2021,甲县,率,,52,100,",
        "2022,甲县,率,,51,100,",
        "2023,甲县,率,,51,100,",
        "2021,乙县,率,,56,99,",
        "2023,乙县,率,,58,99,",
        "2022,甲县,人次,699,,,",
        "2023,甲县,人次,701,,,",
        "2023,甲县,办法,是,,,",
    ];
    let both = both(CITY, &[UPWARD, milestone, people], &rows);
    assert!(both.1.warnings() > 0);
    for lang in [Lang::Zh, Lang::En] {
        let page = text(FileFormat::Text, &written(TREND, FileFormat::Text, &both, lang));
        for format in PAPERS {
            let bytes = written(TREND, format, &both, lang);
            let told = text(format, &bytes);
            if format == FileFormat::Workbook {
                continue; // its numbers are numbers, below
            }
            let mut missing = missing(&page, &told);
            // A page draws the years over the table, and on paper the blocks would be folded: the
            // table has no column of them.
            let column = if lang == Lang::Zh { "走势" } else { "Trend" };
            missing.retain(|word| format == FileFormat::Markdown || word != column);
            assert_eq!(missing, [""; 0], "{format:?}\n{page}\n{told}");
            assert_eq!(bytes, written(TREND, format, &both, lang), "the same bytes");
        }
    }
}

/// The cells of a sheet of a workbook, row by row.
#[test]
fn a_workbook_explains_targets_that_are_no_numbers_where_there_are_any() {
    let milestone = "id = 'law'\nname = '办法'\nform = 'milestone'\ndue = 2025";
    let rows = ["2022,甲县,率,,51,100,", "2023,甲县,率,,52,100,", "2023,甲县,办法,是,,,"];
    for (rules, rows, is_there) in [
        (&[UPWARD][..], &rows[..2], false),
        (&[UPWARD, milestone], &rows, true),
        (&[milestone], &rows[2..], true),
    ] {
        let both = both(CITY, rules, rows);
        let told = written(TREND, FileFormat::Workbook, &both, Lang::Zh);
        let told = text(FileFormat::Workbook, &told);
        assert_eq!(told.contains("目标不是一个定数"), is_there, "{told}");
    }
}

fn cells(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn a_workbook_has_a_line_a_region_and_indicator_and_a_line_a_year() {
    let milestone = "id = 'law'\nname = '办法'\nform = 'milestone'\ndue = 2025";
    let rows = [
        "2021,甲县,率,,52,100,",
        "2022,甲县,率,,51,100,",
        "2023,甲县,率,,51,100,",
        "2021,乙县,率,,56,99,",
        "2023,乙县,率,,58,99,",
        "2023,甲县,办法,是,,,",
    ];
    let both = both(CITY, &[UPWARD, milestone], &rows);
    for (lang, sheets, none) in [
        (Lang::Zh, ["走势", "逐年", "预警"], ["滞后", "达到进度"]),
        (Lang::En, ["Trend", "By year", "Warnings"], ["behind", "on pace"]),
    ] {
        let bytes = written(TREND, FileFormat::Workbook, &both, lang);
        let [lines, years, warnings] = sheets.map(|sheet| cells(&bytes, sheet));
        let named = |name: &str, of: &str| {
            let is = |row: &&Vec<String>| row[1] == of && row[3] == name;
            lines.iter().find(is).unwrap_or_else(|| panic!("{name} {lines:?}"))
        };
        assert_eq!(&lines[2][6..9], ["2021", "2022", "2023"], "{lines:?}");
        // The number as it is; a year without one stays empty.
        assert_eq!(&named("甲县", "率")[6..9], ["52", "51", "51"]);
        assert_eq!(named("乙县", "率")[7], "");
        // Every year of which something is known, with its counts.
        let counts: Vec<&[String]> = years.iter().map(|row| &row[10..]).collect();
        for sent in [["52", "100"], ["58", "99"]] {
            assert!(counts.iter().any(|row| *row == sent), "{years:?}");
        }
        assert_eq!(years.iter().filter(|row| row[3] == "甲县").count(), 6, "{years:?}");
        for word in none {
            assert!(years.iter().any(|row| row[8] == word), "{word} {years:?}");
        }
        let page = text(FileFormat::Text, &written(TREND, FileFormat::Text, &both, lang));
        let last = page.lines().rfind(|line| !line.is_empty()).unwrap();
        assert!(warnings.iter().any(|row| row[0] == last), "{last} {warnings:?}");
    }
}

#[test]
fn a_page_draws_the_years_of_every_indicator_that_has_numbers() {
    let milestone = "id = 'law'\nname = '办法'\nform = 'milestone'\ndue = 2025";
    let rows = ["2021,甲县,率,,52,100,", "2022,甲县,率,,51,100,", "2023,甲县,率,,61,100,"];
    for (rows, drawn, met) in [
        (&[&rows[..], &["2023,甲县,办法,是,,,"]].concat()[..], 1, 1),
        (&["2023,甲县,办法,是,,,"], 0, 0),
        (&["2022,甲县,率,,61,100,", "2022,乙县,率,,62,100,"], 1, 2),
    ] {
        let both = both(CITY, &[UPWARD, milestone], rows);
        let page = String::from_utf8(written(TREND, FileFormat::Html, &both, Lang::Zh)).unwrap();
        assert_eq!(page.matches("<svg").count(), drawn, "{page}");
        // Each stands in its year, and the last of a region beside its name.
        let shapes = page.matches("class=\"full\"").count();
        assert!(shapes >= met * 2 || drawn == 0, "{page}");
        assert!(!page.contains('▁') && !page.contains('█'), "{page}");
    }
}

#[test]
fn every_document_of_very_many_regions_says_how_many_it_leaves_out() {
    let region = |n| format!("[[region]]\ncode = '{n}'\nname = '第{n}县'\nlevel = 'county'\n");
    let regions: String = (1000..1600).map(region).collect();
    let rows: Vec<String> = (1000..1600)
        .flat_map(|n| [2021, 2022, 2023].map(|year| format!("{year},第{n}县,率,51%,,,")))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let both = both(&regions, &[UPWARD], &rows);
    for (lang, [in_table, in_list]) in
        [(Lang::Zh, ["另有 576 条", "另有 400 条"]), (Lang::En, ["576 more", "400 more"])]
    {
        for format in PAPERS {
            let told = text(format, &written(TREND, format, &both, lang));
            assert!(told.len() < 200_000, "{format:?}");
            let is_counted = match format {
                // It has a line for each of them.
                FileFormat::Workbook => {
                    (1000..1600).all(|n| told.contains(&format!("第{n}县")))
                        && told.contains(in_list)
                }
                // It counts at its end, and has room for fewer.
                FileFormat::Markdown => {
                    told.contains("未在此列出") || told.contains("not listed here")
                }
                _ => told.contains(in_table) && told.contains(in_list),
            };
            assert!(is_counted, "{format:?} {told}");
        }
    }
}
