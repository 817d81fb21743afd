//! Workbooks that people's programs wrote; `tests/files/make.py` is the recipe.

mod bounds;
mod continued;
pub(super) mod made;
mod ods;
mod parts;
mod quick;
mod results;
mod rich;
mod shown;

use std::io::Read as _;

use made::{xlsx, zipped};

use super::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/", $name)).as_slice()
    };
}

/// The sheets that are not hidden and hold something, with their names.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<(String, Sheet)>, Error> {
    let mut book = Workbook::open(bytes.to_vec(), &mut Budget::default())?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for (at, listed) in book.sheets().to_vec().into_iter().enumerate() {
        if listed.is_hidden {
            continue;
        }
        let sheet = book.read(at, &mut budget)?;
        if !sheet.rows.is_empty() {
            sheets.push((listed.name, sheet));
        }
    }
    Ok(sheets)
}

/// The cells of the first of them.
pub(super) fn first(bytes: &[u8]) -> Vec<String> {
    cells(&read(bytes).unwrap()[0].1)
}

/// The cells of a sheet as `F4 55.2%`, with a mark behind the place for what they are.
fn cells(sheet: &Sheet) -> Vec<String> {
    let mut cells = Vec::new();
    for row in &sheet.rows {
        for (column, cell) in row.cells.iter().enumerate() {
            let mark = match (cell.is_merged(), cell.content()) {
                (true, _) => "~",
                (false, Content::Typed | Content::Truth(_)) => "",
                (false, Content::Error) => "!",
                (false, Content::Uncomputed) => "?",
                (false, Content::Struck) => "-",
            };
            if !cell.text().is_empty() {
                cells.push(format!("{}{}{mark} {}", letters(column), row.number, cell.text()));
            }
        }
    }
    cells
}

const EVERYTHING: [&[u8]; 4] = [
    fixture!("all-openpyxl.xlsx"),
    fixture!("all-libreoffice.xlsx"),
    fixture!("all-libreoffice.xls"),
    fixture!("all-libreoffice.ods"),
];

#[test]
fn one_workbook_says_the_same_in_every_format() {
    for bytes in EVERYTHING {
        let sheets = read(bytes).unwrap();
        let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["报送", "第二张"]);
        let read = cells(&sheets[0].1);
        let has = |cell: &str| assert!(read.contains(&cell.to_owned()), "{cell}: {read:#?}");
        for cell in [
            "A1 残疾人事业统计表（示例数据）",
            "F1~ 残疾人事业统计表（示例数据）",
            "A3~ 地区",
            "E2~ 就业率",
            "D4 3212",
            "F5 99.41%",
            "C6 2023",
            "D6 ０１２",
            "E6 1234.5",
            "F6 55.2",
            "B9 2023-06-30",
            "B10 2023-06-30 08:30:00",
            "C9 TRUE",
            "C10 FALSE",
            "E9 '001",
            "F9 第一行\n第二行",
            "A10~ 舟山市",
            "F10 -0.5%",
        ] {
            has(cell);
        }
        if bytes == EVERYTHING[0] {
            // openpyxl writes formulas without their results.
            for cell in ["F4? =D4/E4", "F7? =D7/E7", "E10? =3.5*2", "D10? =A4&\"合计\""] {
                has(cell);
            }
        } else {
            for cell in ["F4 55.19848771%", "F7! #DIV/0!", "E10 7", "D10 定海区合计"] {
                has(cell);
            }
            assert_eq!(read.len(), 53, "a result that is an empty text is blank: {read:#?}");
        }
        assert_eq!(cells(&sheets[1].1), ["B3 嵊泗县", "C3 0.3"]);
    }
}

#[test]
fn what_is_hidden_is_told() {
    for bytes in EVERYTHING {
        let book = Workbook::open(bytes.to_vec(), &mut Budget::default()).unwrap();
        let is_hidden = |listed: &&SheetInfo| listed.is_hidden;
        let hidden = book.sheets().iter().filter(is_hidden).map(|listed| listed.name.as_str());
        assert_eq!(hidden.collect::<Vec<_>>(), ["底稿", "空的也隐藏"]);
        let sheet = &read(bytes).unwrap()[0].1;
        assert_eq!((&*sheet.hidden_rows, &*sheet.hidden_columns), (&[6..=6][..], &[2..=2][..]));
    }
}

#[test]
fn what_has_no_size_is_hidden() {
    for (column, row) in [
        ("width=\"0\"", "ht=\"0\""),
        ("width=\"0.0\"", "ht=\"0.00\""),
        ("hidden=\"1\"", "hidden=\"true\""),
    ] {
        let sheet = format!(
            "<worksheet><cols><col min=\"2\" max=\"2\" {column}/><col min=\"3\" max=\"3\" width=\"9\"/></cols>\
             <sheetData><row r=\"1\" ht=\"15\"><c><v>7</v></c><c><v>8</v></c><c><v>9</v></c></row>\
             <row r=\"2\" {row}><c><v>7</v></c></row></sheetData></worksheet>"
        );
        let sheet = &read(&xlsx(&sheet)).unwrap()[0].1;
        assert_eq!((&*sheet.hidden_rows, &*sheet.hidden_columns), (&[2..=2][..], &[1..=1][..]));
    }
}

#[test]
fn any_sheet_is_read_by_its_place_and_none_beyond() {
    for bytes in EVERYTHING {
        let mut book = Workbook::open(bytes.to_vec(), &mut Budget::default()).unwrap();
        let mut read = |at| book.read(at, &mut Budget::default());
        assert_eq!(cells(&read(1).unwrap()), ["A1 不报送"]);
        assert_eq!(read(2).unwrap(), Sheet::default());
        assert_eq!(read(5), Err(Error::NoCells(NoCells::NoPart)));
    }
}

#[test]
fn workbooks_of_libraries_are_read() {
    let read = first(fixture!("pandas.xlsx"));
    assert_eq!(read[..5], ["A1 年份", "B1 地区", "C1 指标", "D1 数值", "A2 2023"]);
    assert_eq!(read.len(), 11);

    let read = first(fixture!("xlwt.xls"));
    let expected = ["A1 示例数据", "B1~ 示例数据", "C1~ 示例数据", "A2 定海区", "B2 99.41%"];
    assert_eq!(read[..5], expected);
    // A formula by a program that computes nothing.
    assert_eq!(read[5..8], ["C2 2023-06-30", "A3? =…", "B3 33480"]);
    assert_eq!(read[27], format!("A30 019{}", "甲乙丙丁".repeat(70)));

    let read = first(fixture!("odfpy.ods"));
    assert_eq!(read, ["A1 99.41%", "B1? =1+1", "C1 示例数据", "D1 示例数据", "C1048576 7"]);
}

#[test]
fn a_password_and_other_documents_are_named() {
    for bytes in [fixture!("locked.xlsx"), fixture!("locked.xls"), fixture!("locked.ods")] {
        assert_eq!(read(bytes).unwrap_err(), Error::Locked);
    }
    for (bytes, what) in [
        (fixture!("word.docx"), Foreign::Document),
        (fixture!("writer.odt"), Foreign::Document),
        (fixture!("files.zip"), Foreign::Zip),
        (b"<html><table>".as_slice(), Foreign::Html),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", Foreign::OldExcel),
        (b"text", Foreign::Other),
    ] {
        assert_eq!(read(bytes).unwrap_err(), Error::NotAWorkbook(what));
    }
}

#[test]
fn an_absurd_size_that_is_only_claimed_costs_nothing() {
    let sheet = "<worksheet><dimension ref=\"A1:XFD1048576\"/><cols>\
        <col min=\"1\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c><c r=\"GR1048576\" s=\"1\"/></row>\
        </sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    let mut book = Workbook::open(xlsx(sheet), &mut Budget::default()).unwrap();
    // The merged cells cover the only cell, which is not dropped without a word.
    let sheet = book.read(0, &mut Budget::default()).unwrap();
    assert_eq!(sheet, Sheet { covered: 1, ..Sheet::default() });
}

#[test]
fn more_cells_than_are_kept_are_an_error() {
    let rows: String = (1..=500)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let what = Limit::Cells { most: MOST_CELLS };
    assert_eq!(read(&xlsx(&sheet)).unwrap_err(), Error::TooLarge(what));
}

#[test]
fn a_damaged_or_truncated_workbook_is_an_error_and_no_panic() {
    for bytes in EVERYTHING {
        for part in 1..40 {
            let cut = &bytes[..bytes.len() * part / 40];
            assert!(read(cut).is_err());
        }
    }
    for sheet in ["", "<worksheet>", "<worksheet><c r=\"A0\"/></worksheet>", "<a></b>", "<x/>"] {
        let read = read(&xlsx(sheet)).unwrap_err();
        let part = "xl/sheet.xml".to_owned();
        assert_eq!(read, Error::Damaged { part }, "{sheet}");
    }
}

/// The parts of a zip, unpacked, so that what is changed in them is not found by its sum.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let part = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut unpacked = Vec::new();
        file.read_to_end(&mut unpacked).unwrap();
        (file.name().unwrap().into_owned(), unpacked)
    };
    let count = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap().len();
    (0..count).map(part).collect()
}

/// How often each workbook is changed; it was run with 3,000.
const ROUNDS: u64 = 60;

#[test]
fn no_change_of_bytes_makes_it_panic() {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut random = move |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    let seeds = [EVERYTHING[2], fixture!("xlwt.xls"), fixture!("locked.xls")];
    for round in 0..ROUNDS {
        for seed in seeds {
            let mut changed = seed.to_vec();
            for _ in 0..=random(8) {
                // The header and the tables of the container lie at both ends.
                let at = random(changed.len());
                let at = if round % 3 == 0 { at % 2048 } else { at };
                changed[at] = [0, 1, 0x7F, 0xFF, changed[at] ^ 1, changed[at] ^ 0x80][random(6)];
            }
            let _ = read(&changed);
        }
        for seed in [EVERYTHING[0], EVERYTHING[3], fixture!("odfpy.ods")] {
            let mut parts = parts(seed);
            let part = random(parts.len());
            let bytes = &mut parts[part].1;
            for _ in 0..=random(4) {
                let at = random(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = b"<>&\"'/0919A:\0\xFF;"[random(15)];
                }
            }
            let parts: Vec<_> =
                parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            let _ = read(&zipped(&parts));
        }
    }
}

#[test]
fn the_readme_tells_the_bounds() {
    let readme = include_str!("../../README.md");
    let [file, unpacked, text] = [MOST_FILE, MOST_UNPACKED, MOST_TEXT].map(|bytes| bytes >> 20);
    for row in [
        format!("| a file | {file} MiB |"),
        format!("all parts together | {unpacked} MiB |"),
        format!("| long texts that a budget keeps | {text} MiB |"),
        format!("| one text | {} MiB |", MOST_ONE_TEXT >> 20),
    ] {
        assert!(readme.contains(&row), "{row}");
    }
    let plain = readme.replace(',', "");
    for row in [
        format!("counted | {MOST_CELLS} |"),
        format!("may share them | {} MiB |", MOST_WALKED >> 20),
        format!("| sheets | {MOST_SHEETS} |"),
        format!("| parts of a zip | {MOST_PARTS} |"),
        format!("| {} and {} |", MOST_ROWS, MOST_COLUMNS),
    ] {
        assert!(plain.contains(&row), "{row}");
    }
}

/// Another reader's texts and numbers of the same cells.
#[test]
fn another_reader_finds_the_same_cells() {
    use calamine::{Data, Reader as _};
    let files = EVERYTHING.into_iter().chain([fixture!("pandas.xlsx"), fixture!("xlwt.xls")]);
    let mut compared = 0;
    for bytes in files {
        let cursor = std::io::Cursor::new(bytes);
        let mut other = calamine::open_workbook_auto_from_rs(cursor).unwrap();
        for (name, sheet) in read(bytes).unwrap() {
            let range = other.worksheet_range(&name).unwrap();
            for row in &sheet.rows {
                for (column, cell) in (0u32..).zip(&row.cells) {
                    if cell.is_merged() {
                        continue;
                    }
                    let place = (row.number - 1, column);
                    let text = match range.get_value(place) {
                        Some(Data::String(text)) if cell.content == Content::Typed => text.clone(),
                        Some(Data::Float(value)) if !cell.text.ends_with('%') => {
                            let ours: f64 = match cell.content {
                                Content::Typed => cell.text.parse().unwrap(),
                                Content::Truth(is_true) => f64::from(u8::from(is_true)),
                                Content::Error | Content::Uncomputed | Content::Struck => continue,
                            };
                            assert_eq!(format!("{value:.9}"), format!("{ours:.9}"));
                            compared += 1;
                            continue;
                        }
                        _ => continue,
                    };
                    assert_eq!(cell.text, text, "{place:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 150, "{compared}");
}
