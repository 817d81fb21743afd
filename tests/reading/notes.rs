//! Notes that name some of the figures are said of those, and of no others.

use super::{SPORTS, WORK, judged};

const ACROSS: &str = "地区,W,S\n定海区,57.2%,93.1%\n普陀区,56.1%,92.6%\n";
const LONG: &str =
    "地区,指标,数值\n定海区,W,57.2%\n定海区,S,93.1%\n普陀区,W,56.1%\n普陀区,S,92.6%\n";

/// The figures of 定海区 and of 普陀区 that are judged under a note, of both indicators.
fn read(table: &str, note: &str) -> [[bool; 2]; 2] {
    let found = judged("2023.csv", &format!("{table}{note}\n"));
    let judged = |region| [WORK, SPORTS].map(|of| found.value(region, of).is_some());
    let read = ["定海区", "普陀区"].map(judged);
    assert!(read == [[true; 2]; 2] || !found.errors.is_empty(), "{note}: without a word");
    read
}

#[test]
fn a_note_that_names_a_region_is_of_its_figures() {
    for note in [
        "注：定海区为2022年数",
        "注：定海区不含金塘镇",
        "说明：定海区仅统计3个街道",
        "注：定海区因系统升级，沿用2022年数据",
        "备注：定海区数据为预计数",
        "注：定海区系农村数据",
    ] {
        for table in [ACROSS, LONG] {
            assert_eq!(read(table, note), [[false; 2], [true; 2]], "{note}");
        }
    }
    for note in ["注：定海区、普陀区为估计数", "注：定海区和普陀区均不含农村"]
    {
        assert_eq!(read(ACROSS, note), [[false; 2]; 2], "{note}");
    }
    for note in
        ["注：定海区较上年提高2.6个百分点", "注：普陀区2022年为53%", "注：定海区数据由残联提供"]
    {
        assert_eq!(read(ACROSS, note), [[true; 2]; 2], "{note}");
    }
}

#[test]
fn a_note_that_names_an_indicator_is_of_its_figures() {
    for note in [
        "注：S口径为农村",
        "注：S为城镇口径",
        "注：S系2022年数",
        "注：“S”为预计数",
        "注：S不含学生",
        "注：S以万人计",
    ] {
        for table in [ACROSS, LONG] {
            assert_eq!(read(table, note), [[true, false]; 2], "{note}");
        }
    }
    let both = "注：定海区S为2022年数";
    assert_eq!(read(ACROSS, both), [[true, false], [true; 2]]);
    for note in ["注：S=服务人数/有需求人数", "注：S较上年提高", "注：S的分母为有需求残疾人数"]
    {
        assert_eq!(read(ACROSS, note), [[true; 2]; 2], "{note}");
    }
}

#[test]
fn a_unit_is_seen_in_whatever_words_a_note_says_it() {
    for note in [
        "以万为单位",
        "注：以万人为单位",
        "注：数值以‰表示",
        "注：表中数字为千分比",
        "注：以千分数表示",
    ] {
        for table in [ACROSS, LONG] {
            assert_eq!(read(table, note), [[false; 2]; 2], "{note}");
        }
    }
    for note in ["注：%为百分比", "注：按年统计", "注：以上单位为百分数"] {
        assert_eq!(read(ACROSS, note), [[true; 2]; 2], "{note}");
    }
}

#[test]
fn a_note_without_a_subject_is_of_every_figure_that_it_may_be_of() {
    for note in [
        "注：截至6月底",
        "注：各项指标截至2023年6月底",
        "注：我区数据截至9月",
        "注：数据有误",
        "注：尚未最终确定",
        "注：未经审核，请勿采用",
        "统计时间：2022年12月31日",
        "统计期间：2023年1-6月",
        "数据时点：2023年6月",
        "统计时点：2022.12",
        "注：就业情况为2022年数据",
        "注：持证人口系2022年数",
        "注：各表均是2022年数字",
        "时间：2022年",
        // What is said of the whole table is held against none of its rows.
        "注：上述数据不含新城",
    ] {
        assert_eq!(read(ACROSS, note), [[false; 2]; 2], "{note}");
    }
    for note in ["注：不含新城", "注：各项指标不包括新城", "注：我区数据未包括新城"]
    {
        assert_eq!(read(ACROSS, note), [[false; 2], [true; 2]], "{note}");
    }
    for note in ["更正：W应为56.2%", "勘误：W应为56.20%", "订正：W正确值为56.2%"] {
        assert_eq!(read(LONG, note), [[false, true]; 2], "{note}");
    }
    for note in [
        "注：截至2023年底",
        "注：就业情况为2023年数据",
        "注：去年为2022年数据",
        "统计时间：2023年12月31日",
        "统计期间：2023年1-12月",
        "填报时间：2024年1月15日",
        "报告日期：2024年1月20日",
        "审核时间：2024年2月",
    ] {
        assert_eq!(read(ACROSS, note), [[true; 2]; 2], "{note}");
    }
}

#[test]
fn what_a_note_says_is_told_as_of_the_note() {
    for (note, line) in [
        ("注：定海区为2022年数", 6),
        ("说明：定海区仅统计3个街道", 6),
        ("\n备注：定海区数据为预计数", 7),
    ] {
        let found = judged("2023.csv", &format!("{LONG}{note}\n"));
        let findings = found.document["diagnostics"].as_array().unwrap();
        let refused: Vec<_> =
            findings.iter().filter(|it| it["code"] == "submission/row-of-something-else").collect();
        assert_eq!(refused.len(), 2, "{note}");
        for finding in refused {
            assert!(finding["message"].as_str().unwrap().contains("表外的注"), "{finding}");
            assert_eq!(finding["related"][0]["line"], line, "{finding}");
        }
    }
    let found = judged("2023.csv", "地区,指标,数值,说明\n定海区,W,57.2%,沿用2022年数据\n");
    let finding = &found.document["diagnostics"][0];
    assert!(finding["message"].as_str().unwrap().contains("“说明”一列"), "{finding}");
}

#[test]
fn a_month_at_the_beginning_of_a_note_is_no_number_of_an_indicator() {
    for note in ["注：10月起数据未上报", "注：9月后为预计数", "注：12月底前的数据未核实"]
    {
        assert_eq!(
            read("地区,W,S\n定海区,57.2%,93.1%\n普陀区,56.1%,92.6%\n", note),
            [[false; 2]; 2]
        );
    }
}
