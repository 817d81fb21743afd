//! Workbooks that people's programs wrote; `tests/workbooks/make.py` is the recipe.

mod bounds;
pub(super) mod made;
mod parts;
mod results;

use made::{xlsx, zipped};

use super::*;
use crate::diagnostic::{Problem, Severity};
use crate::submission::grid::Content;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbooks/", $name)).as_slice()
    };
}

type Said = Vec<SubmissionProblem>;

pub(super) fn read_all(
    bytes: &[u8],
    sheet: Option<&str>,
) -> (Result<Workbook, SubmissionProblem>, Said) {
    let mut faults = Findings::default();
    let read = read(bytes, &Arc::from("2023.xlsx"), sheet, &mut faults);
    let said = faults.finish(None).into_iter().map(|found| match found.problem {
        Problem::Submission(problem) => problem,
        other => panic!("{other:?}"),
    });
    (read, said.collect())
}

/// The cells of a sheet as `F4 55.2%`, with a mark behind the place for what they are.
pub(super) fn cells(grid: &Grid) -> Vec<String> {
    let mut cells = Vec::new();
    for row in &grid.rows {
        for (column, cell) in (0..).zip(&row.cells) {
            let mark = match cell.content {
                Content::Typed => "",
                Content::Merged => "~",
                Content::Error => "!",
                Content::Uncomputed => "?",
            };
            if !cell.text.is_empty() {
                cells.push(format!("{}{}{mark} {}", letters(column), row.line, cell.text));
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
        let (book, _) = read_all(bytes, None);
        let book = book.unwrap();
        let names: Vec<_> = book.sheets.iter().filter_map(|grid| grid.sheet.as_deref()).collect();
        assert_eq!(names, ["报送", "第二张"]);
        let read = cells(&book.sheets[0]);
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
            "C9 是",
            "C10 否",
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
        assert_eq!(cells(&book.sheets[1]), ["B3 嵊泗县", "C3 0.3"]);
    }
}

#[test]
fn what_is_hidden_is_said() {
    for bytes in EVERYTHING {
        let (_, said) = read_all(bytes, None);
        let sheet = SheetName { number: 2, name: "底稿".to_owned() };
        let cells = SubmissionProblem::HiddenCells {
            sheet: "报送".to_owned(),
            rows: "6".to_owned(),
            columns: "C".to_owned(),
        };
        assert_eq!(said, [SubmissionProblem::HiddenSheets { sheets: vec![sheet] }, cells]);
        assert!(said.iter().all(|said| said.severity() == Severity::Note));
    }
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    for bytes in EVERYTHING {
        for chosen in ["底稿", "2", " 底稿 "] {
            let (book, said) = read_all(bytes, Some(chosen));
            assert_eq!(cells(&book.unwrap().sheets[0]), ["A1 不报送"]);
            assert_eq!(said, []);
        }
        for missing in ["表一", "0", "6", "-1", ""] {
            let (book, _) = read_all(bytes, Some(missing));
            let Err(SubmissionProblem::NoSuchSheet { sheets, .. }) = book else { panic!() };
            assert_eq!(sheets.len(), 5);
        }
        let (book, _) = read_all(bytes, Some("Sheet3"));
        assert!(matches!(book, Err(SubmissionProblem::BlankWorkbook { named: Some(_), .. })));
    }
    let (book, _) = read_all(fixture!("blank.xlsx"), None);
    assert!(matches!(book, Err(SubmissionProblem::BlankWorkbook { named: None, .. })));
}

#[test]
fn workbooks_of_libraries_are_read() {
    let (book, _) = read_all(fixture!("pandas.xlsx"), None);
    let read = cells(&book.unwrap().sheets[0]);
    assert_eq!(read[..5], ["A1 年份", "B1 地区", "C1 指标", "D1 数值", "A2 2023"]);
    assert_eq!(read.len(), 11);

    let (book, said) = read_all(fixture!("xlwt.xls"), None);
    let read = cells(&book.unwrap().sheets[0]);
    let first = ["A1 示例数据", "B1~ 示例数据", "C1~ 示例数据", "A2 定海区", "B2 99.41%"];
    assert_eq!(read[..5], first);
    // A formula by a program that computes nothing.
    assert_eq!(read[5..8], ["C2 2023-06-30", "A3? =…", "B3 33480"]);
    assert_eq!(read[27], format!("A30 019{}", "甲乙丙丁".repeat(70)));
    assert_eq!(said.len(), 1);

    let (book, _) = read_all(fixture!("odfpy.ods"), None);
    let read = cells(&book.unwrap().sheets[0]);
    assert_eq!(read, ["A1 99.41%", "B1? =1+1", "C1 示例数据", "D1 示例数据", "C1048576 7"]);
}

#[test]
fn a_password_and_other_documents_are_named() {
    for bytes in [fixture!("locked.xlsx"), fixture!("locked.xls"), fixture!("locked.ods")] {
        assert_eq!(read_all(bytes, None).0.unwrap_err(), SubmissionProblem::WorkbookLocked);
    }
    for (bytes, what) in [
        (fixture!("word.docx"), Foreign::Document),
        (fixture!("writer.odt"), Foreign::Document),
        (fixture!("files.zip"), Foreign::Zip),
        (b"<html><table>".as_slice(), Foreign::Html),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", Foreign::OldExcel),
        (b"text", Foreign::Other),
    ] {
        let read = read_all(bytes, None).0.unwrap_err();
        assert_eq!(read, SubmissionProblem::NotAWorkbook { what });
    }
}

#[test]
fn an_absurd_size_that_is_only_claimed_costs_nothing() {
    let sheet = "<worksheet><dimension ref=\"A1:XFD1048576\"/><cols>\
        <col min=\"1\" max=\"16384\" hidden=\"1\"/></cols><sheetData>\
        <row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c><c r=\"GR1048576\" s=\"1\"/></row>\
        </sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    let (book, said) = read_all(&xlsx(sheet), None);
    // The merged cells cover the only cell, which is not dropped without a word.
    assert!(matches!(book, Err(SubmissionProblem::BlankWorkbook { .. })), "{book:?}");
    assert!(matches!(said[..], [SubmissionProblem::CoveredCells { cells: 1, .. }]), "{said:?}");
}

#[test]
fn more_cells_than_are_kept_are_an_error() {
    let rows: String = (1..=500)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let (book, _) = read_all(&xlsx(&sheet), None);
    let what = Bulk::Cells { most: MOST_CELLS };
    assert_eq!(book.unwrap_err(), SubmissionProblem::WorkbookTooLarge { what });
}

#[test]
fn a_damaged_or_truncated_workbook_is_an_error_and_no_panic() {
    for bytes in EVERYTHING {
        for part in 1..40 {
            let cut = &bytes[..bytes.len() * part / 40];
            assert!(read_all(cut, None).0.is_err());
        }
    }
    for sheet in ["", "<worksheet>", "<worksheet><c r=\"A0\"/></worksheet>", "<a></b>", "<x/>"] {
        let read = read_all(&xlsx(sheet), None).0.unwrap_err();
        let part = "xl/sheet.xml".to_owned();
        assert_eq!(read, SubmissionProblem::WorkbookDamaged { part }, "{sheet}");
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
            let _ = read_all(&changed, None);
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
            let _ = read_all(&zipped(&parts), None);
        }
    }
}

/// Another reader's texts and numbers of the same cells.
#[test]
fn another_reader_finds_the_same_cells() {
    use calamine::{Data, Reader as _};
    let files = EVERYTHING.into_iter().chain([fixture!("pandas.xlsx"), fixture!("xlwt.xls")]);
    let mut compared = 0;
    for bytes in files {
        let (book, _) = read_all(bytes, None);
        let cursor = std::io::Cursor::new(bytes);
        let mut other = calamine::open_workbook_auto_from_rs(cursor).unwrap();
        for grid in book.unwrap().sheets {
            let range = other.worksheet_range(grid.sheet.as_deref().unwrap()).unwrap();
            for row in &grid.rows {
                for (column, cell) in (0u32..).zip(&row.cells) {
                    let place = (u32::try_from(row.line - 1).unwrap(), column);
                    let text = match range.get_value(place) {
                        Some(Data::String(text)) if cell.content == Content::Typed => text.clone(),
                        Some(Data::Float(value))
                            if cell.content == Content::Typed && !cell.text.ends_with('%') =>
                        {
                            let ours: f64 = match cell.text.as_str() {
                                "是" => 1.0,
                                "否" => 0.0,
                                number => number.parse().unwrap(),
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
