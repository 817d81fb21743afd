//! Workbooks of targets.

use super::*;

/// A workbook with two sheets of targets, and what is done to it.
fn workbook(change: impl FnOnce(&mut rust_xlsxwriter::Workbook)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    let sheet = book.add_worksheet().set_name("户数").unwrap();
    for (row, cells) in
        [["附件2", "", ""], ["指标", "乙县", "丙县"], ["homes", "", ""]].iter().enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *text).unwrap();
        }
    }
    sheet.write_number(2, 1, 500).unwrap();
    sheet.write_number(2, 2, 400).unwrap();
    let sheet = book.add_worksheet().set_name("比率").unwrap();
    for (column, text) in ["地区", "指标", "年份", "目标值"].iter().enumerate() {
        sheet.write_string(0, column as u16, *text).unwrap();
    }
    sheet.write_string(1, 0, "乙县").unwrap();
    sheet.write_string(1, 1, "就业率").unwrap();
    sheet.write_number(1, 2, 2025).unwrap();
    sheet.write_number_with_format(1, 3, 0.655, &percent).unwrap();
    change(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_sheet_by_sheet_and_pointed_at_by_cells() {
    let plan = load("分解表.xlsx", &workbook(|_| ())).unwrap();
    assert_eq!(owned(&plan), ["homes 乙县 500", "homes 丙县 400", "rate 乙县 65.5"]);
    let rule = plan.indicators[1].in_force(Some(RegionId(1)), 2025);
    assert_eq!(rule.cite.as_deref(), Some("分解表.xlsx 比率!D2"));
    let told = |change: fn(&mut rust_xlsxwriter::Workbook)| {
        let faults = load("分解表.xlsx", &workbook(change)).err().unwrap_or_default();
        let place = |fault: &Diagnostic| {
            let line = fault.place.as_ref().and_then(|place| place.line.as_ref());
            line.and_then(|line| line.column.as_deref()).unwrap_or("-").to_owned()
        };
        let told = faults.iter().map(|fault| format!("{} {}", fault.code(), place(fault)));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told(|book| {
            let sheet = book.worksheet_from_index(0).unwrap();
            sheet.write_string(3, 0, "就业率").unwrap();
            sheet.write_number(3, 1, 0.7).unwrap();
            sheet
                .write_formula(3, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))
                .unwrap();
        }),
        ["plan/targets-fraction 户数!B4", "plan/targets-value 户数!C4"]
    );
    assert_eq!(
        told(|book| {
            let format = rust_xlsxwriter::Format::new();
            let sheet = book.worksheet_from_index(0).unwrap();
            sheet.merge_range(3, 1, 3, 2, "60%", &format).unwrap();
            sheet.write_string(3, 0, "就业率").unwrap();
        }),
        ["plan/targets-twice 比率!D2", "plan/targets-merged 户数!C4"]
    );
    for change in [
        (|book| {
            book.worksheet_from_index(1).unwrap().set_hidden(true);
        }) as fn(&mut rust_xlsxwriter::Workbook),
        |book| {
            book.worksheet_from_index(0).unwrap().set_row_hidden(2).unwrap();
        },
        |book| {
            book.worksheet_from_index(0).unwrap().set_column_hidden(2).unwrap();
        },
    ] {
        assert_eq!(told(change), ["plan/targets-hidden -"]);
    }
    assert_eq!(
        told(|book| {
            book.add_worksheet().write_string(0, 0, "填报说明").unwrap();
        }),
        ["plan/targets-no-header Sheet3!A1"]
    );
    assert_eq!(
        load("分解表.xlsx", b"PK\x03\x04").unwrap_err()[0].code(),
        "submission/workbook-damaged"
    );
    assert_eq!(load("分解表.csv", b"\0\0\0").unwrap_err()[0].code(), "plan/targets-not-text");
}
