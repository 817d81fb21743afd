//! Numbers before names and marks behind them, years of sheets, and times that are short of a
//! year.

use super::{Run, SPORTS, WORK, json, judged};

#[test]
fn numbers_and_marks_around_a_name_are_no_part_of_it() {
    for name in [
        "9．W",
        "（九）W",
        "九、W",
        "⑨W",
        "W※",
        "W²",
        "W[3]",
        "W（注2）",
        "※W",
        "殘疾人就業率",
        "9、W（%）",
    ] {
        for text in [
            format!("地区,指标,数值\n定海区,{name},57.2%\n"),
            format!("地区,{name},S\n定海区,57.2%,93%\n"),
            format!("指标,定海区,普陀区\n{name},57.2%,56%\n"),
        ] {
            judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
        }
    }
    for name in [
        "其中：定海区",
        "定海区※",
        "2.定海区",
        "（二）定海区",
        "定海区②",
        "定海區",
        "★舟山市定海区",
    ] {
        for text in [
            format!("地区,指标,数值\n{name},W,57.2%\n"),
            format!("地区,W,S\n{name},57.2%,93%\n"),
            format!("指标,{name},普陀区\nW,57.2%,56%\n"),
        ] {
            judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
        }
    }
}

#[test]
fn a_number_of_another_indicator_leaves_open_which_is_meant() {
    for name in ["2.W", "（十四）W", "③W", "10 W"] {
        let text = format!("地区,指标,数值\n定海区,{name},57.2%\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/indicator-conflict");
        let across = judged("2023.csv", &format!("地区,{name},S\n定海区,57.2%,93%\n"));
        assert_eq!(
            (across.value("定海区", WORK), across.value("定海区", SPORTS)),
            (None, Some("93"))
        );
        assert!(across.codes().contains(&"submission/unknown-column"), "{name}");
    }
}

#[test]
fn times_that_are_short_of_a_year_are_no_results_of_it() {
    for title in [
        "Apr-Dec 2023",
        "July to December 2023",
        "\"截至 Aug 31, 2023\"",
        "\"as of June 30, 2023\"",
        "截至6.30",
        "数据截至10-31",
        "9.30止",
    ] {
        let text = format!("{title}\n地区,指标,数值\n定海区,W,57.2%\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/part-of-year");
    }
    for heading in ["数值（2023年9月30日）", "W（2023-06-30）", "2023.6.30"] {
        let text = match heading.starts_with('W') {
            true => format!("地区,{heading}\n定海区,57.2%\n"),
            false => format!("地区,指标,{heading}\n定海区,W,57.2%\n"),
        };
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{text}");
        assert!(!found.errors.is_empty(), "{text}");
    }
    let two = "22-23年度\n地区,指标,数值\n定海区,W,57.2%\n";
    judged("2023.csv", two).refuses(&["定海区"], "submission/year-conflict");
    for title in ["Jan-Dec 2023", "\"Dec 31, 2023\"", "截至12.31", "\"Jan 5, 2024\""] {
        let text = format!("{title}\n地区,指标,数值\n定海区,W,57.2%\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_file_of_two_years_is_of_neither() {
    let text = "地区,指标,数值\n定海区,W,57.2%\n";
    for name in ["2022-2023.csv", "2022_2023.csv", "22-23年度.csv"] {
        judged(name, text).refuses(&["定海区"], "submission/no-year");
        let run = Run::default().year(Some(2023));
        let run = run.bytes(name, text.replace('W', WORK).into_bytes());
        let report = run.judge(&super::common::BUILT_IN);
        let codes: Vec<&str> = report.diagnostics.iter().map(|found| found.code()).collect();
        assert!(codes.contains(&"submission/year-conflict"), "{name} {codes:?}");
        assert_eq!(report.exit.code(), 3, "{name}");
    }
    let own = "年份,地区,指标,数值\n2023,定海区,W,57.2%\n";
    judged("2022-2023.csv", own).reads(&[("定海区", WORK, "57.2")]);
}

/// A workbook with a value of 定海区 on each of its sheets.
fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, value) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        for (row, cells) in [["地区", "指标", "数值"], ["定海区", WORK, value]].iter().enumerate()
        {
            for (column, cell) in cells.iter().enumerate() {
                page.write(row as u32, column as u16, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn of_sheets_of_several_years_the_one_that_is_asked_for_is_read() {
    let sheets = [("2022年", "55%"), ("2023年", "57.2%"), ("2021", "54%")];
    for (file, year) in [("a.xlsx", Some(2023)), ("2023.xlsx", None)] {
        let run = Run::default().year(year).bytes(file, workbook(&sheets));
        let report = run.judge(&super::common::BUILT_IN);
        let of = |code: &str| report.diagnostics.iter().filter(|d| d.code() == code).count();
        assert_eq!(of("submission/sheet-of-other-year"), 2, "{file}");
        assert_eq!(of("submission/year-conflict"), 0, "{file}");
        let document = json(&report);
        let results = document["results"].as_array().unwrap();
        let is = |r: &&serde_json::Value| r["name"] == WORK && r["region"]["name"] == "定海区";
        let found: Vec<_> =
            results.iter().filter(is).map(|r| (r["year"].as_i64(), r["value"].as_str())).collect();
        assert_eq!(found, [(Some(2023), Some("57.2"))], "{file}");
    }
    // Without one of that year the sheet's year is a conflict.
    let run = Run::default().year(Some(2023));
    let report = run.bytes("a.xlsx", workbook(&sheets[..1])).judge(&super::common::BUILT_IN);
    assert!(report.diagnostics.iter().any(|found| found.code() == "submission/year-conflict"));
}

#[test]
fn a_sheet_that_may_be_somebody_else_s_is_not_read() {
    for name in ["乡村", "台州", "丽水市", "男", "2022-2023", "抽样", "全国"] {
        let run = Run::default().bytes("2023.xlsx", workbook(&[(name, "57.2%")]));
        let report = run.judge(&super::common::BUILT_IN);
        assert_eq!(report.exit.code(), 3, "{name}");
        let document = json(&report);
        let results = document["results"].as_array().unwrap();
        assert!(results.iter().all(|result| result["value"].is_null()), "{name}");
    }
}

#[test]
fn a_comma_that_took_a_number_apart_is_told() {
    let of = |rows: &str| judged("2023.csv", rows);
    for (value, remark) in [
        ("57", "20%"),
        ("57", "2"),
        ("57", "2％"),
        ("57", ".20"),
        ("５７", "２０％"),
        ("12", "402"),
        ("12", "345人"),
        ("12", "402.5"),
    ] {
        let text = format!("地区,指标,数值,备注\n定海区,W,{value},{remark}\n");
        of(&text).refuses(&["定海区"], "submission/torn-number");
        let text = format!("地区,指标,数值,分子,分母,备注\n定海区,W,{value},,,{remark}\n");
        of(&text).refuses(&["定海区"], "submission/torn-number");
    }
    // Behind the comma all columns are shifted.
    for row in ["57,20%,93%", "57.2%,93,1%", "57.2,93,1"] {
        let text = format!("地区,W,S,备注\n定海区,{row}\n普陀区,57.2%,93.1%,\n");
        let found = of(&text);
        assert_eq!(found.value("定海区", WORK), None, "{row}");
        assert_eq!(found.value("定海区", SPORTS), None, "{row}");
        assert_eq!(found.value("普陀区", WORK), Some("57.2"), "{row}");
        assert!(found.errors.contains(&"submission/torn-number"), "{row}");
    }
    for row in [
        "57.2%,2",
        "57.2,2023",
        "57,2023",
        "57,20240108",
        "57,较上年增加12人",
        "57,\"3,412\"",
        "57%,①",
    ] {
        let text = format!("地区,指标,数值,备注\n定海区,W,{row}\n");
        assert!(!of(&text).errors.contains(&"submission/torn-number"), "{row}");
    }
    of("地区\t指标\t数值\t备注\n定海区\tW\t57\t2\n").reads(&[("定海区", WORK, "57")]);
}

#[test]
fn blank_cells_behind_the_last_column_are_none() {
    for more in [",", ",,,", ", ,", ",\t,\u{3000}"] {
        let text = format!("地区,指标,数值\n定海区,W,57.20%{more}\n普陀区,W,56.1%\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
    }
    for more in [",1", ",,示例数据", ",,,0"] {
        let text = format!("地区,指标,数值\n定海区,W,57.20%{more}\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/cell-count");
    }
}

#[test]
fn quotes_that_swallow_a_row_are_told() {
    for header in ["地区,指标,备注,数值", "地区,指标,备注,分子,分母,数值"] {
        let blank = ",".repeat(header.matches(',').count() - 3);
        let text = format!(
            "{header}\n定海区,W,\"说明{blank},57.20%\n普陀区,W,结束\"{blank},56.1%\n岱山县,W,{blank},54%\n"
        );
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{header}");
        assert_eq!(found.value("岱山县", WORK), Some("54"), "{header}");
        assert!(found.errors.contains(&"submission/stray-quote"), "{header}");
    }
    let text = "地区,指标,数值,备注\n定海区,W,57.2%,\"较上年提高,\n人数增加\"\n普陀区,W,56.1%,\n";
    judged("2023.csv", text).reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
}
