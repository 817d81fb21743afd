//! A small file can't make the program do much: whatever it names is charged.

use super::made::{
    BOOK, RELATIONS, SHEET, STRINGS, content, record, relations, row, style, xls, xls_of, xlsx,
    xlsx_of, zipped,
};
use super::*;

fn too_large(bytes: &[u8]) -> Limit {
    match read(bytes) {
        Err(Error::TooLarge(what)) => what,
        other => panic!("{:?}", other.map(|sheets| sheets.len())),
    }
}

fn ods_of(rows: &str) -> Vec<u8> {
    zipped(&[("content.xml", content(rows).as_bytes())])
}

#[test]
fn merged_cells_beside_the_data_cost_nothing() {
    let areas: String =
        (2..900).map(|row| format!("<mergeCell ref=\"D{row}:XFD1048576\"/>")).collect();
    let last = "<row r=\"1048576\"><c r=\"B1048576\"><v>7</v></c></row>";
    let sheet = format!(
        "<worksheet><sheetData>{last}</sheetData><mergeCells>{areas}</mergeCells></worksheet>"
    );
    assert_eq!(read(&xlsx(&sheet)).unwrap().len(), 1);

    let area = |at: u16| [at, 0xFFFF, 3, 255].map(u16::to_le_bytes).concat();
    let areas: Vec<u8> = (1..900).flat_map(area).collect();
    let number = record(0x0203, &[&[0xFF, 0xFF, 0, 0, 0, 0], &7.0_f64.to_le_bytes()[..]].concat());
    let merged = record(0x00E5, &[&899u16.to_le_bytes()[..], &areas].concat());
    assert_eq!(read(&xls(&[style(0)], &[number, merged])).unwrap().len(), 1);

    let wide = "<table:table-cell table:number-columns-spanned=\"16000\" table:number-rows-spanned=\"1000000\"/>";
    let first = "<table:table-cell office:value-type=\"float\" office:value=\"7\"/>";
    let rows = format!(
        "<table:table-row>{first}{first}{wide}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>\
         <table:table-row>{first}</table:table-row>"
    );
    assert_eq!(read(&ods_of(&rows)).unwrap().len(), 1);
}

#[test]
fn merged_cells_over_the_data_are_charged_before_they_are_filled() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"Z1\"><v>7</v></c></row>\
        <row r=\"400000\"><c r=\"A400000\"><v>7</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:Z400000\"/></mergeCells></worksheet>";
    assert_eq!(too_large(&xlsx(sheet)), Limit::Cells { most: MOST_CELLS });
}

#[test]
fn a_text_that_is_written_shortly_is_charged_for_its_length() {
    let text = Limit::Text { mebibytes: MOST_TEXT >> 20 };
    let blanks = "<text:s text:c=\"16384\"/>".repeat(60);
    let cell = format!("<table:table-cell><text:p>x{blanks}x</text:p></table:table-cell>");
    let rows = format!("<table:table-row>{}</table:table-row>", cell.repeat(300));
    assert_eq!(too_large(&ods_of(&rows)), text);
    // A cell that stands for many.
    let long = "字".repeat(10_000);
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"string\">\
         <text:p>{long}</text:p></table:table-cell>"
    );
    assert_eq!(too_large(&ods_of(&format!("<table:table-row>{cell}</table:table-row>"))), text);
    // A text that many cells share; it would be blank.
    let strings = format!("<sst><si><t>{}</t></si></sst>", " ".repeat(1_000_000));
    let cells = row(&"<c t=\"s\"><v>0</v></c>".repeat(300));
    let bytes = xlsx_of(&[(STRINGS, strings.as_bytes()), (SHEET, cells.as_bytes())]);
    assert_eq!(too_large(&bytes), text);
}

#[test]
fn one_text_cannot_be_of_any_length() {
    let long = "x".repeat(MOST_ONE_TEXT + 1);
    let one = Limit::OneText { mebibytes: 1 };
    for cell in [
        format!("<c t=\"str\"><v>{long}</v></c>"),
        format!("<c t=\"inlineStr\"><is><t>{long}</t></is></c>"),
        format!("<c t=\"str\"><v>{}</v></c>", "&amp;".repeat(MOST_ONE_TEXT + 1)),
        format!("<c><f>{long}</f></c>"),
        format!("<c r=\"{long}\"/>"),
    ] {
        assert_eq!(too_large(&xlsx(&row(&cell))), one);
    }
    let runs = format!("<r><t>{}</t></r>", "x".repeat(1000)).repeat(1100);
    let strings = format!("<sst><si>{runs}</si></sst>");
    let cell = row("<c t=\"s\"><v>0</v></c>");
    assert_eq!(
        too_large(&xlsx_of(&[(STRINGS, strings.as_bytes()), (SHEET, cell.as_bytes())])),
        one
    );
    let cell = format!("<table:table-cell><text:p>{long}</text:p></table:table-cell>");
    assert_eq!(too_large(&ods_of(&format!("<table:table-row>{cell}</table:table-row>"))), one);
}

#[test]
fn a_workbook_has_a_number_of_sheets_and_parts() {
    let sheets = Limit::Sheets { most: MOST_SHEETS };
    let none: [(u8, &[u8]); 1] = [(0, &[])];
    assert_eq!(too_large(&xls_of(&[style(0)], &none.repeat(MOST_SHEETS + 1))), sheets);
    let listed = "<sheet name=\"表\" id=\"a\"/>".repeat(MOST_SHEETS + 1);
    let book = format!("<workbook><sheets>{listed}</sheets></workbook>");
    let cell = row("<c><v>7</v></c>");
    assert_eq!(too_large(&xlsx_of(&[(BOOK, book.as_bytes()), (SHEET, cell.as_bytes())])), sheets);
    let tables = "</table:table><table:table table:name=\"表\">".repeat(MOST_SHEETS + 1);
    assert_eq!(too_large(&ods_of(&tables)), sheets);

    let (name, long) =
        (Limit::SheetName { bytes: MOST_SHEET_NAME }, "表".repeat(MOST_SHEET_NAME / 3 + 1));
    let book = format!("<workbook><sheets><sheet name=\"{long}\" id=\"a\"/></sheets></workbook>");
    assert_eq!(too_large(&xlsx_of(&[(BOOK, book.as_bytes()), (SHEET, cell.as_bytes())])), name);
    assert_eq!(
        too_large(&ods_of(&format!("</table:table><table:table table:name=\"{long}\">"))),
        name
    );

    let parts = Limit::Parts { most: MOST_PARTS };
    let names: Vec<String> = (0..=MOST_PARTS).map(|at| at.to_string()).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(too_large(&zipped(&many)), parts);
    let ids: Vec<(&str, &str, &str)> =
        names.iter().map(|id| (id.as_str(), "worksheet", "sheet.xml")).collect();
    let of_book = relations(&ids);
    let bytes = xlsx_of(&[(SHEET, cell.as_bytes()), (RELATIONS, of_book.as_bytes())]);
    assert_eq!(too_large(&bytes), parts);
}

#[test]
fn sheets_that_share_their_records_pay_for_them_each() {
    let filling: Vec<u8> = (0..1000).flat_map(|_| record(0x00E2, &[0; 8000])).collect();
    let mut bytes = xls_of(&[style(0)], &[(0u8, filling.as_slice()); 2]);
    // All of a list of sheets begin where the first does.
    let listed = bytes.iter().position(|byte| *byte == 0x85).unwrap();
    let one = bytes[listed..listed + 13].to_vec();
    let (more, one_more) = (150, one.len());
    let begin = u32::from_le_bytes(one[4..8].try_into().unwrap());
    let begin = begin + u32::try_from(more * one_more).unwrap();
    for _ in 0..more {
        bytes.splice(listed..listed, one.iter().copied());
    }
    for at in 0..more + 2 {
        let at = listed + at * one_more + 4;
        bytes[at..at + 4].copy_from_slice(&begin.to_le_bytes());
    }
    assert_eq!(too_large(&bytes), Limit::Unpacked { mebibytes: MOST_WALKED >> 20 });
}

#[test]
fn what_was_taken_of_a_budget_is_known_whether_a_workbook_is_read_or_not() {
    let sheet = format!("<worksheet><sheetData>{}", "<row><c><v>1</v></c></row>".repeat(100));
    let styles = " ".repeat(50_000);
    for (sheet, styles, bytes, cells) in [
        (format!("{sheet}</sheetData></worksheet>"), "<styleSheet/>".to_owned(), 2_000, 100),
        (sheet.clone(), "<styleSheet/>".to_owned(), 2_000, 100),
        (sheet, format!("{styles}<"), 50_000, 0),
    ] {
        let book = "<workbook><sheets><sheet name=\"表\" id=\"a\"/></sheets></workbook>";
        let parts = [(BOOK, book.as_bytes()), (SHEET, sheet.as_bytes())];
        let parts = [parts.as_slice(), &[("xl/styles.xml", styles.as_bytes())]].concat();
        let mut budget = Budget::default();
        let book = Workbook::open(xlsx_of(&parts), &mut budget);
        let _ = book.and_then(|mut book| book.read(0, &mut budget));
        assert_eq!(budget.cells_spent(), cells);
        assert!(budget.bytes_spent() >= bytes, "{}", budget.bytes_spent());
    }
}

#[test]
fn sheets_that_are_read_with_one_budget_share_it() {
    let far = "<row><c r=\"XFD1\"><v>1</v></c></row>";
    let rows: String = (1..=300).map(|row| far.replace("XFD1", &format!("XFD{row}"))).collect();
    let large = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let listed = "<sheet name=\"表\" id=\"a\"/>".repeat(2);
    let book = format!("<workbook><sheets>{listed}</sheets></workbook>");
    let bytes = xlsx_of(&[(BOOK, book.as_bytes()), (SHEET, large.as_bytes())]);
    let mut book = Workbook::open(bytes, &mut Budget::default()).unwrap();
    let mut budget = Budget::default();
    assert!(book.read(0, &mut budget).is_ok());
    let what = Limit::Cells { most: MOST_CELLS };
    assert_eq!(book.read(1, &mut budget), Err(Error::TooLarge(what)));
    // Which spoils none that are read with another.
    assert!(book.read(1, &mut Budget::default()).is_ok());
}

#[test]
fn a_style_that_is_made_from_very_many_is_settled_in_one_walk() {
    // The last is made from the first: a circle.
    let many = 50_000;
    let style = |at: u32| {
        let parent = (at + 1) % many;
        format!("<style name=\"{at}\" family=\"table-cell\" parent-style-name=\"{parent}\"/>")
    };
    let styles: String = (0..many).map(style).collect();
    let struck = "<style name=\"s\" family=\"table-cell\" parent-style-name=\"0\">\
        <text-properties text-line-through-type=\"double\"/></style>";
    let cell = |style: &str| {
        format!("<table-cell style-name=\"{style}\" value-type=\"float\" value=\"7\"/>")
    };
    let rows = format!("<table-row>{}{}</table-row>", cell("5"), cell("s"));
    let styles = format!("<automatic-styles>{styles}{struck}</automatic-styles><office:body>");
    let content = content(&rows);
    let bytes = zipped(&[("content.xml", content.replace("<office:body>", &styles).as_bytes())]);
    let sheets = read(&bytes).unwrap();
    let cells = &sheets[0].1.rows[0].cells;
    assert_eq!(cells.iter().map(Cell::text).collect::<Vec<_>>(), ["7", "~~7~~"]);
}
