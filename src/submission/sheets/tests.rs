//! Which sheets are read, and what is said of the others.

use std::io::Write as _;

use super::*;
use crate::diagnostic::{Problem, Severity};

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/crates/workbook/tests/files/", $name))
            .as_slice()
    };
}

const EVERYTHING: [&[u8]; 4] = [
    fixture!("all-openpyxl.xlsx"),
    fixture!("all-libreoffice.xlsx"),
    fixture!("all-libreoffice.xls"),
    fixture!("all-libreoffice.ods"),
];

type Said = Vec<SubmissionProblem>;

fn read(bytes: &[u8], sheet: Option<&str>) -> (Result<Sheets, SubmissionProblem>, Said) {
    let mut faults = Findings::default();
    let read = super::read(
        bytes.to_vec(),
        &Arc::from("2023.xlsx"),
        sheet,
        &mut faults,
        &Budget::default(),
    );
    let said = faults.finish(None).into_iter().map(|found| match found.problem {
        Problem::Submission(problem) => problem,
        other => panic!("{other:?}"),
    });
    (read, said.collect())
}

/// The texts of a grid, row by row.
fn texts(grid: &Grid) -> Vec<&str> {
    grid.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str())).collect()
}

/// A workbook with these sheets: their names, their kinds and attributes, and their rows.
fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let (mut listed, mut relations) = (String::new(), String::new());
    let mut parts = Vec::new();
    for (at, (name, kind, cells)) in sheets.iter().enumerate() {
        let (kind, state) = kind.split_once(' ').unwrap_or((kind, ""));
        listed.push_str(&format!("<sheet name=\"{name}\" {state} id=\"r{at}\"/>"));
        relations.push_str(&format!(
            "<Relationship Id=\"r{at}\" Type=\"x/{kind}\" Target=\"{at}.xml\"/>"
        ));
        parts.push((
            format!("xl/{at}.xml"),
            format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"),
        ));
    }
    parts.retain(|(_, text)| !text.contains("no part"));
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook><sheets>{listed}</sheets><calcPr calcId=\"1\"/></workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_hidden_is_said() {
    for bytes in EVERYTHING {
        let (sheets, said) = read(bytes, None);
        assert_eq!(sheets.unwrap().grids.len(), 2);
        let sheet = SheetName { number: 2, name: "底稿".to_owned() };
        let cells = SubmissionProblem::HiddenCells {
            sheet: "报送".to_owned(),
            rows: "6".to_owned(),
            columns: "C".to_owned(),
        };
        assert_eq!(said, [SubmissionProblem::HiddenWords { sheets: vec![sheet] }, cells]);
        let severities = said.iter().map(SubmissionProblem::severity);
        assert!(severities.eq([Severity::Note, Severity::Warning]));
    }
}

#[test]
fn a_sheet_is_chosen_by_name_or_number() {
    for bytes in EVERYTHING {
        for chosen in ["底稿", "2", " 底稿 "] {
            let (sheets, said) = read(bytes, Some(chosen));
            assert_eq!(texts(&sheets.unwrap().grids[0]), ["不报送"]);
            assert_eq!(said, []);
        }
        for missing in ["表一", "0", "6", "-1", ""] {
            let (sheets, _) = read(bytes, Some(missing));
            let Err(SubmissionProblem::NoSuchSheet { sheets, .. }) = sheets else { panic!() };
            assert_eq!(sheets.len(), 5);
        }
        let (sheets, _) = read(bytes, Some("Sheet3"));
        assert!(matches!(sheets, Err(SubmissionProblem::BlankWorkbook { named: Some(_), .. })));
    }
    let (sheets, _) = read(fixture!("blank.xlsx"), None);
    assert!(matches!(sheets, Err(SubmissionProblem::BlankWorkbook { named: None, .. })));
}

#[test]
fn a_sheet_that_cannot_be_read_does_not_spoil_the_others() {
    let bytes = xlsx(&[
        ("图", "chartsheet", ""),
        ("对话", "dialogsheet", ""),
        ("宏", "xlMacrosheet", ""),
        ("缺", "worksheet", "no part"),
        ("坏", "worksheet", "<row><c><v>7</row>"),
        ("密", "worksheet state=\"veryHidden\"", "no part"),
        ("表", "worksheet", "<row><c><v>7</v></c></row>"),
    ]);
    let (sheets, said) = read(&bytes, None);
    assert_eq!(texts(&sheets.unwrap().grids[0]), ["7"]);
    let unread = |sheet: &str, why| SubmissionProblem::SheetUnread { sheet: sheet.to_owned(), why };
    let expected = [
        unread("密", Unread::NoCells(NoCells::NoPart)),
        unread("图", Unread::NoCells(NoCells::Chart)),
        unread("对话", Unread::NoCells(NoCells::Dialog)),
        unread("宏", Unread::NoCells(NoCells::Macros)),
        unread("缺", Unread::NoCells(NoCells::NoPart)),
        unread("坏", Unread::Damaged { part: "xl/4.xml".to_owned() }),
    ];
    assert_eq!(said, expected);
    assert!(said.iter().all(|said| said.severity() == Severity::Warning));
    // By itself such a sheet is an error, and a chart is a sheet without content.
    for (sheet, part) in [("坏", "xl/4.xml"), ("缺", "缺")] {
        let read = read(&bytes, Some(sheet)).0.unwrap_err();
        assert_eq!(read, SubmissionProblem::WorkbookDamaged { part: part.to_owned() });
    }
    let chart = read(&bytes, Some("图")).0;
    assert!(matches!(chart, Err(SubmissionProblem::BlankWorkbook { named: Some(_), .. })));
}

#[test]
fn hidden_sheets_have_one_budget_which_spoils_no_other() {
    let far = |row| format!("<row><c r=\"XFD{row}\"><v>1</v></c></row>");
    let large: String = (1..=300).map(far).collect();
    let hidden = ("密", "worksheet state=\"hidden\"", large.as_str());
    let mut sheets = vec![hidden; 10];
    sheets.push(("表", "worksheet", "<row><c><v>7</v></c></row>"));
    let (sheets, said) = read(&xlsx(&sheets), None);
    assert_eq!(texts(&sheets.unwrap().grids[0]), ["7"]);
    let [SubmissionProblem::HiddenSheets { sheets }] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!(sheets.len(), 10);
}

#[test]
fn cells_are_read_as_a_county_would_type_them() {
    let cells = "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>\
        <c><f>1+1</f></c><c t=\"str\"><v>TRUE</v></c>\
        <c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>5</t></r><r><t>7.2</t></r></is></c></row>";
    let (sheets, _) = read(&xlsx(&[("表", "worksheet", cells)]), None);
    let sheets = sheets.unwrap();
    assert_eq!(texts(&sheets.grids[0]), ["是", "否", "#N/A", "=1+1", "TRUE", "~~5~~7.2"]);
    let contents: Vec<_> = sheets.grids[0].rows[0].cells.iter().map(|cell| cell.content).collect();
    use grid::Content::{Error, Struck, Typed, Uncomputed};
    assert_eq!(contents, [Typed, Typed, Error, Uncomputed, Typed, Struck]);
}

#[test]
fn what_merged_cells_cover_is_said_even_where_nothing_is_left() {
    let cells = "<row><c/><c><v>7</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><sheetData>";
    let (sheets, said) = read(&xlsx(&[("表", "worksheet", cells)]), None);
    assert!(matches!(sheets, Err(SubmissionProblem::BlankWorkbook { .. })), "{sheets:?}");
    let sheet = "表".to_owned();
    assert_eq!(said, [SubmissionProblem::CoveredCells { sheet, cells: 1 }]);
}

#[test]
fn many_runs_are_named_shortly() {
    let runs = [3..=3, 5..=8, 11..=11];
    assert_eq!(named(&runs, |row| row.to_string()), "3, 5-8, 11");
    assert_eq!(named(&[2..=3], |column| letters(column as usize)), "C-D");
    let many: Vec<_> = (0..21).map(|at| at * 2..=at * 2).collect();
    assert!(named(&many, |row| row.to_string()).ends_with("36, 38, …"));
}
