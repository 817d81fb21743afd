//! What two places say differently is a conflict.

use super::{Judged, WORK, judged, judged_bytes};

/// A file of 定海区 in 2023 by its name, under a title.
fn under(title: &str) -> Judged {
    judged("定海区2023.csv", &format!("{title},,\n指标,数值,备注\nW,57.2,\n"))
}

#[test]
fn another_year_in_a_title_is_a_conflict_however_it_is_written() {
    for title in [
        "2022 年度残疾人事业统计",
        "２０２２年残疾人事业",
        "二○二二年度主要指标",
        "2022年1-12月残疾人事业",
        "报告期：2022-12",
        "截至2022年12月31日",
        "2022.12.31",
        "数据截止2022年底",
        "统计年度：2022",
        "（2022年）",
        "二一年度",
        "二二年主要指标",
        "〇二二年",
        "零二二年度残疾人事业",
        "22年年报",
        "2022年版",
        "主要指标（2022年修订版）",
    ] {
        under(title).refuses(&["定海区"], "submission/year-conflict");
    }
}

#[test]
fn a_part_of_the_year_is_not_the_year() {
    for title in ["2023年1-6月", "2023年上半年残疾人事业", "2023年1—9月主要指标", "2023年三季度"]
    {
        under(title).refuses(&["定海区"], "submission/part-of-year");
    }
    for title in ["1-6月", "上半年", "第三季度", "截至9月底", "截至2023年6月30日"]
    {
        under(title).refuses(&["定海区"], "submission/part-of-year");
    }
    let text = "地区,指标,数值\n定海区,W,57.2\n";
    for name in [
        "2023年1-6月.csv",
        "2023年6月.csv",
        "2023_06.csv",
        "2023-06.csv",
        "定海区_2023_06.csv",
        "202306.csv",
        "2023Q2.csv",
        "3Q2023.csv",
        "2023-Jun.csv",
        "06-2023.csv",
        "2023M06.csv",
    ] {
        judged(name, text).refuses(&["定海区"], "submission/part-of-year");
    }
    for name in ["2023_12.csv", "2023年12月.csv", "202312.csv", "2023_v06.csv", "附件6-2023.csv"]
    {
        judged(name, text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_row_under_the_headings_says_of_when_its_columns_are() {
    for row in
        ["时间,6月", "统计时间,1—9月", "期间,1-6月", "年月,202306", "日期：,6月", "日期,2023-06-30"]
    {
        let text = format!("地区,W\n{row}\n定海区,57.2\n普陀区,56.1\n");
        judged("2023.csv", &text).refuses(&["定海区", "普陀区"], "submission/part-of-year");
        let (time, part) = row.split_once(',').unwrap();
        let across = format!("指标,定海区,普陀区\n{time},{part},12月\nW,57.2,56.1\n");
        judged("2023.csv", &across).refuses(&["定海区", "普陀区"], "submission/part-of-year");
    }
    // The day of a form at its foot is none of its figures.
    let text = "地区,W\n定海区,57.2\n日期,2024-01-05\n";
    judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
}

#[test]
fn a_stretch_of_years_that_ends_by_the_year_of_the_figures_is_not_that_year() {
    for title in ["2020—2022年", "2021年至2023年度主要指标", "2021~2023"] {
        under(title).refuses(&["定海区"], "submission/title-unclear");
    }
    for title in
        ["“十四五”规划（2021—2025年）", "助残行动方案（2021—2023年）", "2022—2024年任务完成情况"]
    {
        assert_eq!(under(title).value("定海区", WORK), Some("57.2"), "{title}");
    }
    let text = "2021—2023年,,\n年份,指标,数值\n2023,W,57.2\n";
    judged("定海区2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
}

#[test]
fn a_name_of_two_years_or_of_a_part_of_one_says_no_year() {
    for name in [
        "2022年报送_2023.csv",
        "二〇二一年2023.csv",
        "二二年2023.csv",
        "22年2023.csv",
        "2023对比2022.csv",
        "2023较2022.csv",
        "2022修订2023.csv",
        "2023h1.csv",
        "2023q2.csv",
    ] {
        let found = judged(name, "地区,指标,数值\n定海区,W,57.2\n");
        assert_eq!(found.value("定海区", WORK), None, "{name}");
        assert!(!found.errors.is_empty(), "{name}");
    }
    judged("2023年09.csv", "地区,指标,数值\n定海区,W,57.2\n")
        .refuses(&["定海区"], "submission/part-of-year");
    judged("2023年报_202402.csv", "地区,指标,数值\n定海区,W,57.2\n").reads(&[(
        "定海区",
        WORK,
        "57.2",
    )]);
}

#[test]
fn another_sender_in_a_title_is_a_conflict_however_it_is_written() {
    for title in [
        "普陀区2023年残疾人事业主要指标",
        "舟山市普陀区2023年残疾人事业主要指标",
        "填报单位名称：普陀区残联",
        "填报单位：舟山市普陀区残疾人联合会（盖章）",
        "报送单位（盖章）：普陀区",
        "普陀区残疾人联合会",
        "填报单位：舟山市残疾人联合会",
    ] {
        under(title).refuses(&["定海区", "普陀区", "舟山市"], "submission/region-conflict");
    }
}

#[test]
fn a_sender_below_the_table_is_its_sender() {
    let text = "指标,数值\nW,57.2\n填报单位：定海区残联,填报日期：2024年1月5日\n";
    judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    judged("普陀区2023.csv", text).refuses(&["定海区", "普陀区"], "submission/region-conflict");
}

#[test]
fn what_says_the_same_or_nothing_is_no_conflict() {
    for title in [
        "2023年度",
        "截至2023年12月31日",
        "填报日期：2024年1月15日",
        "2024年1月15日",
        "舟山市定海区残疾人联合会",
        "填报单位：舟山市定海区残联",
        "舟山市残疾人事业发展“十四五”规划（2021—2025年）",
        "舟残工委〔2021〕4号",
        "2023年1-12月",
        "（示例数据）",
        "2023年定海区残疾人事业指标完成情况",
        "单位：%",
        "单位：人、%",
        "联系电话：0580-2022222",
    ] {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn labels_of_statistical_forms_name_the_sender_or_say_nothing_of_it() {
    for (label, own) in [
        ("综合机关名称：", "舟山市定海区残疾人联合会"),
        ("单位详细名称：", "定海区残联"),
        ("填报机关：", "定海区"),
    ] {
        under(&format!("{label}{own}")).reads(&[("定海区", WORK, "57.2")]);
        under(&format!("{label}普陀区残联"))
            .refuses(&["定海区", "普陀区"], "submission/region-conflict");
    }
    for title in ["统一社会信用代码：11330902MB1234567X", "组织机构代码：00266012-3"]
    {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn the_unit_of_a_title_is_the_indicator_s_own() {
    for (title, table) in [
        ("计量单位：‰", "地区,W\n定海区,57.2\n"),
        ("（单位：‰）", "地区,W\n定海区,57.2\n"),
        ("单位：人", "地区,指标,数值\n定海区,W,57.2\n"),
        ("单位：万人", "地区,指标,分子,分母\n定海区,W,3512,6140\n"),
        ("单位 ：千人", "地区,指标,分子,分母\n定海区,W,3512,6140\n"),
    ] {
        let found = judged("2023.csv", &format!("{title}\n{table}"));
        assert_eq!(found.value("定海区", WORK), None, "{title}");
        assert!(!found.errors.is_empty(), "{title}");
    }
    for (title, table) in [
        ("单位：人", "地区,指标,分子,分母\n定海区,W,572,1000\n"),
        ("单位：%", "地区,指标,数值\n定海区,W,57.20\n"),
        ("单位：个、人、%", "地区,指标,数值\n定海区,W,57.20\n"),
    ] {
        judged("2023.csv", &format!("{title}\n{table}")).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn figures_of_several_years_are_not_those_of_one() {
    for said in ["三年合计", "近三年情况", "前三年累计", "两年平均", "三年来完成情况"]
    {
        under(said).refuses(&["定海区"], "submission/no-results");
        judged(&format!("定海区2023年{said}.csv"), "指标,数值\nW,57.2\n")
            .refuses(&["定海区"], "submission/no-results");
    }
    for title in ["三年行动计划完成情况", "助残三年行动完成情况", "2023年全年完成情况"]
    {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn the_year_of_a_document_s_edition_is_not_that_of_the_figures() {
    for title in
        ["指标体系（2022年版）", "按统计报表制度2022年修订版填报", "依据《统计办法》（2022年修订）"]
    {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn what_is_written_of_the_making_of_a_form_is_no_time_of_its_figures() {
    for title in [
        "2024年1月印",
        "2024年1月编印",
        "2024.1 印",
        "二〇二四年一月编制",
        "2024年2月报送",
        "2024年1月10日",
    ] {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
    // What was made before the year was over can't be all of it.
    for title in ["2023年6月印", "2023年9月30日", "2023/9/30", "2023年7月报送"] {
        under(title).refuses(&["定海区"], "submission/part-of-year");
    }
}

#[test]
fn a_unit_is_seen_under_whatever_label() {
    for title in ["计量：‰", "量：‰", "以‰计", "数值：万人", "单位：万分数"]
    {
        let found = under(title);
        assert_eq!(found.value("定海区", WORK), None, "{title}");
        assert!(!found.errors.is_empty(), "{title}");
    }
    for title in ["计量：%", "单位：百分数", "单位：百分之一", "报送周期：年", "单位：percent"]
    {
        under(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_title_of_several_counties_over_one_value_is_of_none() {
    for title in ["定海区与普陀区", "定海区、岱山县主要指标", "普陀区和嵊泗县2023年完成情况"]
    {
        under(title).refuses(&["定海区"], "submission/title-unclear");
        let text = format!("{title}\n地区,W\n定海区,57.2%\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_label_and_what_it_says_may_stand_in_cells_of_their_own() {
    for row in [
        "年份,2023",
        "年度,2023年度",
        "报告期,2023年",
        "单位,%",
        "制表日期,2024年1月",
        "制定机关,中国残联",
    ] {
        under(row).reads(&[("定海区", WORK, "57.2")]);
    }
    for row in [
        "年份,2022",
        "报告期,2022年",
        "单位,‰",
        "报送状态,草稿",
        "完成情况表,预计数",
        "审核前,",
        "责任状,",
    ] {
        let found = under(row);
        assert_eq!(found.value("定海区", WORK), None, "{row}");
        assert!(!found.errors.is_empty(), "{row}");
    }
}

/// A table of one county, with a formula that was never computed somewhere around it.
fn with_formula(cells: &[(u32, u16, &str)]) -> Judged {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["指标", "数值", "备注"]) {
        sheet.write_string(2, column, heading).unwrap();
    }
    sheet.write_string(3, 0, WORK).unwrap();
    sheet.write_string(3, 1, "57.2%").unwrap();
    for (row, column, text) in cells {
        match text.strip_prefix('=') {
            Some(formula) => sheet.write_formula(*row, *column, formula).unwrap(),
            None => sheet.write_string(*row, *column, *text).unwrap(),
        };
    }
    let found = judged_bytes("定海区2023.xlsx", book.save_to_buffer().unwrap());
    Judged { text: format!("{cells:?}"), ..found }
}

#[test]
fn what_was_never_computed_says_nothing_that_is_sure_beside_a_table_either() {
    for cells in [
        &[(0, 0, "=Z9&\"年度统计表\"")][..],
        &[(0, 0, "填报单位："), (0, 1, "=Z9")],
        &[(1, 0, "统计时间"), (1, 1, "=Z9")],
        &[(1, 0, "=Z9")],
        &[(5, 0, "=\"注：\"&Z9")],
        &[(3, 2, "=Z9")],
    ] {
        with_formula(cells).refuses(&["定海区"], "submission/uncomputed");
    }
    for cells in
        [&[(0, 0, "填表日期："), (0, 1, "=TODAY()")][..], &[(5, 0, "制表人"), (5, 1, "=Z9")], &[]]
    {
        with_formula(cells).reads(&[("定海区", WORK, "57.2")]);
    }
}

/// A workbook with a sheet of words before the table of 定海区 in 2023.
fn with_cover(sheet: &str, words: &[&str]) -> Judged {
    let mut book = rust_xlsxwriter::Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name(sheet).unwrap();
    for (row, text) in (0..).zip(words) {
        cover.write_string(row, 1, *text).unwrap();
    }
    let table = book.add_worksheet();
    for (column, heading) in (0..).zip(["指标", "数值"]) {
        table.write_string(0, column, heading).unwrap();
    }
    table.write_string(1, 0, WORK).unwrap();
    table.write_string(1, 1, "57.2%").unwrap();
    let found = judged_bytes("定海区2023.xlsx", book.save_to_buffer().unwrap());
    Judged { text: format!("{sheet} {words:?}"), ..found }
}

#[test]
fn a_cover_that_says_another_year_or_sender_is_heard() {
    for (words, code) in [
        (&["2022年度残疾人事业统计报表"][..], "submission/year-conflict"),
        (&["残疾人事业统计报表", "（2023年上半年）"], "submission/part-of-year"),
        (&["残疾人事业统计报表", "填报单位：普陀区残疾人联合会"], "submission/region-conflict"),
    ] {
        for sheet in ["封面", "报表封面", "Cover"] {
            with_cover(sheet, words).refuses(&["定海区"], code);
        }
    }
    for words in [
        &["2023年度残疾人事业统计报表", "填报单位：定海区残疾人联合会", "二〇二四年一月"][..],
        &["舟山市残疾人事业发展“十四五”规划", "2024年1月8日", "制表人：示例"],
    ] {
        with_cover("封面", words).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_few_words_on_a_sheet_of_their_own_are_heard_of_the_tables() {
    for sheet in ["说明", "附页", "封面"] {
        for words in [
            "本表数据为2022年数据",
            "数据截至2023年9月30日",
            "以下数据为预计数，以年报为准",
            "未审核",
            "填报说明：本表数据为快报数",
            "关于报送2023年1-9月残疾人事业主要指标的函",
        ] {
            let found = with_cover(sheet, &[words]);
            assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
            assert!(!found.errors.is_empty(), "{}", found.text);
        }
        for words in [
            &["填报说明：数据截至2023年12月31日", "示例数据"][..],
            &["本表由县（区）残联填报", "数值填百分数，分子、分母填人数", "联系人：张三"],
        ] {
            with_cover(sheet, words).reads(&[("定海区", WORK, "57.2")]);
        }
    }
}
