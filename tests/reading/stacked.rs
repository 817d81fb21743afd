//! Tables below one another: no figure falls to the table above it.

use super::{Judged, SPORTS, WORK, judged, judged_bytes};

#[test]
fn each_of_several_tables_has_its_own_sender() {
    for text in [
        "填报单位：定海区\n指标,数值\nW,57.2\n\n填报单位：普陀区\n指标,数值\nW,56.1\n",
        "填报单位：定海区残联\n指标,数值\nW,57.2\n填报单位：普陀区残联\n指标,分子,分母\nW,561,1000\n",
        "指标,数值\n定海区\nW,57.2\n普陀区\nW,56.1\n",
        "指标,数值\n填报单位：定海区,\nW,57.2\n填报人：张三,\n填报单位：普陀区,\nW,56.1\n",
    ] {
        let found = judged("2023.csv", text);
        assert!(found.errors.is_empty(), "{text} {:?}", found.errors);
        let value = |region| found.value(region, WORK).unwrap();
        assert_eq!((value("定海区"), value("普陀区")), ("57.2", "56.1"), "{text}");
    }
}

#[test]
fn a_table_below_another_has_its_own_headings() {
    for text in [
        "地区,W\n定海区,57.2%\n普陀区,56.1%\n\n地区,S\n定海区,93.1%\n",
        "年份,地区,指标,数值\n2023,定海区,W,57.2\n2023,普陀区,W,56.1\n地区,S\n定海区,93.1%\n",
        "地区,W,\n,分子,分母\n定海区,572,1000\n普陀区,561,1000\n地区,S,\n,上年,本年\n定海区,90%,93.1%\n",
        "指标,定海区,普陀区\nW,57.2%,56.1%\n表二\n县（区）,指标,数值\n定海区,S,93.1\n",
    ] {
        let found = judged("2023.csv", text);
        assert!(found.errors.is_empty(), "{text} {:?}", found.errors);
        let value = |region, indicator| found.value(region, indicator);
        assert_eq!(value("定海区", WORK), Some("57.2"), "{text}");
        assert_eq!(value("普陀区", WORK), Some("56.1"), "{text}");
        assert_eq!(value("定海区", SPORTS), Some("93.1"), "{text}");
        assert_eq!(value("普陀区", SPORTS), None, "{text}");
    }
}

#[test]
fn headings_that_stand_once_more_are_noted_and_go_on() {
    for text in [
        "地区,W\n定海区,57.2%\n续表\n地区,W\n普陀区,56.1%\n",
        "地区,指标,数值\n定海区,W,57.2\n地区,指标,数值\n普陀区,W,56.1\n",
        "地区,W（%）,\n,上年,本年\n定海区,55,57.2\n（续）\n地区,W（%）,\n,上年,本年\n普陀区,55,56.1\n",
    ] {
        let found = judged("2023.csv", text);
        found.reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
        assert!(found.codes().contains(&"submission/repeated-header"), "{text}");
    }
}

#[test]
fn what_is_said_between_rows_holds_for_those_below() {
    for (text, code) in [
        (
            "地区,指标,数值\n定海区,W,57.2\n二〇二二年度,,\n普陀区,W,56.1\n",
            "submission/year-conflict",
        ),
        ("地区,W\n定海区,57.2%\n2022年,\n普陀区,56.1%\n", "submission/year-conflict"),
        ("地区,W\n定海区,57.2%\n2022年\n地区,W\n普陀区,56.1%\n", "submission/year-conflict"),
        ("地区,W\n定海区,57.2%\n单位：‰\n地区,W\n普陀区,56.1\n", "submission/other-unit"),
        ("地区,W\n定海区,57.2%\n填报单位：岱山县\n普陀区,56.1%\n", "submission/region-conflict"),
        ("地区,W\n定海区,57.2%\n2023年上半年\n普陀区,56.1%\n", "submission/part-of-year"),
    ] {
        let found = judged("2023.csv", text);
        assert_eq!(found.value("定海区", WORK), Some("57.2"), "{text}");
        found.refuses(&["普陀区"], code);
    }
}

#[test]
fn rows_under_headings_that_are_not_known_are_not_read() {
    for text in [
        "地区,W\n定海区,57.2%\n县区,持证残疾人,就业人数\n普陀区,3793,2128\n",
        "地区,W,S\n定海区,57.2%,93.1%\n单位名称,人数,金额\n普陀区,3793,2128\n",
        "地区,指标,数值\n定海区,W,57.2\n县区,领证人数,就业人数\n普陀区,3793,2128\n",
    ] {
        let found = judged("2023.csv", text);
        assert_eq!(found.value("定海区", WORK), Some("57.2"), "{text}");
        found.refuses(&["普陀区"], "submission/rows-unread");
    }
}

#[test]
fn a_file_with_more_text_than_is_looked_at_as_headings_is_not_read() {
    let between = vec!["x".repeat(20_000); 900].join(",");
    let text = format!("地区,W,S\n定海区,57.2%,93.1%\n{between}\n地区,W,S\n普陀区,56.1%,93.1%\n");
    judged("2023.csv", &text).refuses(&["定海区", "普陀区"], "submission/table-too-large");
}

/// A table of values, of which the value's cells over some rows are merged.
fn merged(rows: &[(&str, &str)], over: std::ops::RangeInclusive<u32>) -> Judged {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let format = rust_xlsxwriter::Format::new();
    for (column, heading) in (0..).zip(["地区", "指标", "数值"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, (region, indicator)) in (1..).zip(rows) {
        sheet.write_string(row, 0, *region).unwrap();
        sheet.write_string(row, 1, *indicator).unwrap();
        sheet.write_string(row, 2, "57.2%").unwrap();
    }
    let (first, last) = (*over.start(), *over.end());
    sheet.merge_range(first, 2, last, 2, "57.2%", &format).unwrap();
    judged_bytes("2023.xlsx", book.save_to_buffer().unwrap())
}

#[test]
fn a_number_in_merged_cells_of_several_rows_is_of_none_of_them() {
    let rows = [("定海区", WORK), ("普陀区", WORK), ("岱山县", WORK)];
    for (over, refused, read) in [
        (1..=2, &["定海区", "普陀区"][..], &["岱山县"][..]),
        (1..=3, &["定海区", "普陀区", "岱山县"], &[]),
        (2..=3, &["普陀区", "岱山县"], &["定海区"]),
    ] {
        let found = merged(&rows, over);
        found.refuses(refused, "submission/merged-figure");
        for region in read {
            assert_eq!(found.value(region, WORK), Some("57.2"), "{region}");
        }
    }
    let of_two = [("定海区", WORK), ("定海区", SPORTS)];
    merged(&of_two, 1..=2).refuses(&["定海区"], "submission/merged-figure");
}

#[test]
fn a_row_of_totals_or_means_is_no_region_and_no_title() {
    for name in [
        "合计",
        "合计：",
        "全市合计",
        "全市平均",
        "平均",
        "平均值",
        "总数",
        "各县（区）小计",
        "汇总",
    ] {
        for (table, more) in [
            (format!("地区,W,S\n定海区,57.2%,93.1%\n普陀区,56.1%,92%\n{name},,\n"), 0),
            (format!("地区,W,S\n定海区,57.2%,93.1%\n普陀区,56.1%,92%\n{name},56.6%,92.5%\n"), 1),
            (format!("地区,指标,数值\n定海区,W,57.2%\n普陀区,W,56.1%\n{name},W,56.6%\n"), 1),
        ] {
            let found = judged("2023.csv", &table);
            found.reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
            let told = found.codes().iter().filter(|code| **code == "submission/total-row").count();
            assert!(told >= more, "{name}: {table}");
        }
    }
}
