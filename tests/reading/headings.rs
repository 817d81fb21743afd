//! A heading is understood to its last word, or its column is not read.

use super::{SPORTS, WORK, judged};

#[test]
fn columns_of_targets_plans_and_earlier_years_are_never_results() {
    for heading in [
        "定海区（计划）",
        "定海区目标值",
        "定海区（上年同期）",
        "定海区-任务数",
        "定海区【规划目标】",
        "定海区 同比",
        "定海区（预计完成）",
        "定海区增减",
        "定海区（排名）",
    ] {
        let found = judged("2023.csv", &format!("指标,{heading},普陀区\nW,60%,56.1%\n"));
        assert_eq!(found.value("定海区", WORK), None, "{heading}");
        assert_eq!(found.value("普陀区", WORK), Some("56.1"), "{heading}");
        assert!(
            found.codes().contains(&"submission/not-a-result"),
            "{heading} {:?}",
            found.codes()
        );
    }
}

#[test]
fn a_table_of_nothing_but_targets_is_an_error() {
    for text in [
        "地区,W（目标）\n定海区,60%\n",
        "地区,指标,计划数\n定海区,W,60%\n",
        "地区,指标,分子（上年）,分母（上年）\n定海区,W,3512,6140\n",
        "指标,定海区,\n,目标,上年\nW,60%,55%\n",
    ] {
        judged("2023.csv", text).refuses(&["定海区"], "submission/no-results");
    }
}

#[test]
fn a_value_may_be_called_by_any_noun_for_figures() {
    for heading in [
        "实际达到",
        "数字",
        "结果",
        "年末数据",
        "监测数",
        "本期完成数",
        "审定数",
        "百分率",
        "比例",
        "data",
    ] {
        judged("2023.csv", &format!("地区,指标,{heading}\n定海区,W,57.2%\n")).reads(&[(
            "定海区",
            WORK,
            "57.2",
        )]);
    }
    // 指标值 is what forms of performance call a target.
    for heading in
        ["人数", "检查结果", "系数", "参考值", "得分数", "上年结果", "应完成数", "指标值", "指标数"]
    {
        let found = judged("2023.csv", &format!("地区,指标,{heading}\n定海区,W,57.2%\n"));
        assert_eq!(found.value("定海区", WORK), None, "{heading}");
    }
    // Beside a value they say nothing of it.
    let found = judged("2023.csv", "地区,指标,数值,检查结果\n定海区,W,57.2%,无误\n");
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    let found = judged("2023.csv", "地区,指标,数值,审定数\n定海区,W,57.2%,55%\n");
    assert_eq!(found.value("定海区", WORK), None);
}

#[test]
fn results_stand_beside_targets_and_earlier_values() {
    for text in [
        "地区,指标,目标值,数值\n定海区,W,60,57.2\n",
        "指标,定海区目标,定海区完成\nW,60%,57.2%\n",
        "指标,定海区,,\n,上年数,计划数,完成数\nW,50%,60%,57.2%\n",
        "地区,W（上年）,W（本年）\n定海区,50%,57.2%\n",
        "地区,指标,2022年,2023年\n定海区,W,54.1%,57.2%\n",
        "地区,指标,2022年数值,2023年数值（%）\n定海区,W,54.1,57.2\n",
        "地区,指标,2022年,数值\n定海区,W,54.1%,57.2%\n",
        "地区,指标,本年实际,2022年实际\n定海区,W,57.2%,54.1%\n",
        "地区,指标,完成比例,数值\n定海区,W,95%,57.2%\n",
    ] {
        judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_heading_of_another_year_than_the_file_is_refused() {
    for text in [
        "地区,指标,数值（2021年度）\n定海区,W,57.2\n",
        "指标,定海区（二〇二二年）\nW,57.2%\n",
        "地区,2022年W\n定海区,57.2%\n",
        "地区,W[2022]\n定海区,57.2%\n",
        "地区,W【2022】\n定海区,57.2%\n",
        "地区,指标（2022年）,数值\n定海区,W,57.2\n",
        "地区,指标,2021年,2022年\n定海区,W,54.1%,57.2%\n",
    ] {
        judged("2023.csv", text).refuses(&["定海区"], "submission/year-conflict");
    }
    for heading in ["数值（2023年1—6月）", "2023年上半年", "2023年前三季度数值"]
    {
        let text = format!("地区,指标,{heading}\n定海区,W,57.2\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/part-of-year");
    }
}

#[test]
fn headings_of_years_say_the_year_of_their_columns() {
    let text = "地区,指标,2022年,2023年\n定海区,W,54.1%,57.2%\n";
    let found = judged("a.csv", text);
    let of = |year: i64| {
        let results = found.document["results"].as_array().unwrap();
        let is = |r: &&serde_json::Value| {
            r["year"] == year && r["name"] == WORK && r["region"]["name"] == "定海区"
        };
        let value = results.iter().find(is).unwrap()["value"].as_str().unwrap();
        value.trim_end_matches('0').to_owned()
    };
    assert_eq!((of(2022), of(2023)), ("54.1".to_owned(), "57.2".to_owned()));
}

#[test]
fn words_that_are_not_understood_keep_a_column_from_being_read() {
    for heading in ["W（抽样）", "W（不含学生）", "W-街道口径", "数值（农村）"]
    {
        let text = match heading.starts_with('W') {
            true => format!("地区,{heading}\n定海区,57.2%\n"),
            false => format!("地区,指标,{heading}\n定海区,W,57.2%\n"),
        };
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{heading}");
        assert!(!found.errors.is_empty(), "{heading}");
    }
}

#[test]
fn the_unit_of_a_heading_is_the_indicator_s_own() {
    for heading in ["W（‰）", "W（人）", "W（万人）", "W（单位：‰）", "W‰"] {
        let text = format!("地区,{heading},S（%）\n定海区,57.2,93.1\n");
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{heading}");
        assert_eq!(found.value("定海区", SPORTS), Some("93.1"), "{heading}");
        assert!(!found.errors.is_empty(), "{heading}");
    }
    for text in [
        "地区,指标,数值（‰）\n定海区,W,57.2\n",
        "地区,指标,数值[人]\n定海区,W,57.2\n",
        "地区,指标,分子（万人）,分母（万人）\n定海区,W,3512,6140\n",
        "地区,指标,单 位,数值\n定海区,W,‰,57.2\n",
        "指标,计量 单位,定海区\nW,‰,57.2\n",
    ] {
        let found = judged("2023.csv", text);
        assert_eq!(found.value("定海区", WORK), None, "{text}");
        assert!(!found.errors.is_empty(), "{text}");
    }
    for text in [
        "地区,指标,数值（%）\n定海区,W,57.2\n",
        "地区,指标,数值（单位：%）\n定海区,W,57.2\n",
        "地区,指标,数值（人、%）\n定海区,W,57.2\n",
        "地区,W（百分比）\n定海区,57.2\n",
        "地区,W%\n定海区,57.2\n",
    ] {
        judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn headings_may_be_spread_by_blanks_and_broken_into_lines() {
    for text in [
        "地　　区,指 标,数　值\n定海区,W,57.2\n",
        "\"地\n区\",\"指\n标\",\"数\n值\"\n定海区,W,57.2\n",
        "县（市、 区）,指标 名称,数 值（%）\n定海区,W,57.2\n",
    ] {
        judged("2023.csv", text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_total_is_no_result_of_the_year() {
    for (text, code) in [
        ("地区,W（累计）\n定海区,57.2%\n", "submission/total-alone"),
        ("地区,指标,累计\n定海区,W,57.2\n", "submission/total-alone"),
        ("指标,定海区累计数\nW,57.2\n", "submission/total-alone"),
        ("地区,指标,本年累计\n定海区,W,57.2\n", "submission/no-results"),
        ("地区,指标,2023年累计数\n定海区,W,57.2\n", "submission/no-results"),
    ] {
        judged("2023.csv", text).refuses(&["定海区"], code);
    }
}

#[test]
fn counts_beside_a_value_of_a_year_are_of_that_year() {
    for value in
        ["2023年", "2023年完成值", "数值（2023年）", "截至2023年底", "2023年度", "2023年实际"]
    {
        let text = format!("地区,指标,分子,分母,{value}\n定海区,W,3512,6140,57.20%\n");
        for name in ["残联.csv", "2023.csv"] {
            judged(name, &text).reads(&[("定海区", WORK, "57.2")]);
        }
        let found = judged("2022.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{text}");
        assert!(found.errors.contains(&"submission/year-conflict"), "{:?}", found.errors);
    }
    let text = "地区,指标,数值,2023年分子,2023年分母\n定海区,W,57.20%,3512,6140\n";
    judged("残联.csv", text).reads(&[("定海区", WORK, "57.2")]);
    let text = "指标,定海区2023年,定海区分子,定海区分母\nW,57.20%,3512,6140\n";
    judged("残联.csv", text).reads(&[("定海区", WORK, "57.2")]);
    let text = "年份,地区,指标,分子,分母,2023年完成值\n2022,定海区,W,3512,6140,57.20%\n";
    judged("残联.csv", text).refuses(&["定海区"], "submission/year-conflict");
}

#[test]
fn of_two_years_neither_has_the_counts_beside_them() {
    for (columns, figures) in [
        ("分子,分母,2022年完成值,2023年完成值", "3512,6140,54.61%,57.20%"),
        ("2023年完成值,2022年完成值,分子,分母", "57.20%,54.61%,3512,6140"),
        ("2023年完成值,分子,分母,2022年完成值", "57.20%,3512,6140,54.61%"),
    ] {
        let text = format!("地区,指标,{columns}\n定海区,W,{figures}\n");
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{text}");
        assert!(!found.errors.is_empty(), "{text}");
    }
    // A value that stands twice was sent twice.
    let text = "地区,指标,数值,2023年完成值\n定海区,W,57.20%,57.20%\n";
    judged("2023.csv", text).refuses(&["定海区"], "submission/duplicate");
}

#[test]
fn a_total_since_the_plan_began_is_one_of_the_plan() {
    let of = |heading: &str| {
        let text = format!("地区,指标,{heading}\n舟山市,实施残疾人家庭无障碍改造户数,548\n");
        judged("2023.csv", &text)
    };
    for heading in [
        "“十四五”累计",
        "十四五累计完成",
        "“十四五”以来累计",
        "十四五期间累计数",
        "2021年以来累计",
        "2021年起累计完成",
    ] {
        let found = of(heading);
        assert!(found.errors.is_empty(), "{heading}: {:?}", found.errors);
        assert_eq!(found.value("舟山市", "实施残疾人家庭无障碍改造户数"), Some("548"), "{heading}");
    }
    for heading in
        ["“十三五”累计", "2020年以来累计", "2022年以来累计", "“十三五”“十四五”累计", "上年累计"]
    {
        let found = of(heading);
        assert_eq!(found.value("舟山市", "实施残疾人家庭无障碍改造户数"), None, "{heading}");
    }
}

/// A workbook whose first row is one cell, merged over all headings below it.
fn under_merged(title: &str) -> super::Judged {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let format = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 4, title, &format).unwrap();
    for (column, heading) in (0..).zip(["年份", "地区", "指标", "数值", "备注"]) {
        sheet.write_string(1, column, heading).unwrap();
    }
    for (column, text) in (0..).zip(["2023", "定海区", WORK, "57.2%"]) {
        sheet.write_string(2, column, text).unwrap();
    }
    let found = super::judged_bytes("a.xlsx", book.save_to_buffer().unwrap());
    super::Judged { text: title.to_owned(), ..found }
}

#[test]
fn a_title_that_is_merged_over_the_headings_is_no_heading_whatever_it_ends_with() {
    for title in [
        "2023年主要指标（预计）",
        "主要指标（预计数）",
        "2023年主要指标（快报）",
        "主要指标（草稿）",
        "主要指标（上年数）",
        "主要指标（目标）",
    ] {
        under_merged(title).refuses(&["定海区"], "submission/no-results");
    }
    for title in ["2023年主要指标", "主要指标", "指标", "2023年主要指标数值", "地区"]
    {
        under_merged(title).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn who_signs_below_a_table_owns_no_column_of_it() {
    let table = "序号,指标,完成情况,备注\n9,W,57.20%,\n14,S,93.1%,\n";
    for signed in [
        "定海区残疾人联合会,,,\n2024年1月10日,,,\n",
        "定海区残联,,2024年1月10日,\n",
        ",,,\n,,,\n定海区残疾人联合会,,,\n",
        "定海区,,,\n",
    ] {
        let figures = [("定海区", WORK, "57.2"), ("定海区", SPORTS, "93.1")];
        judged("定海区2023.csv", &format!("{table}{signed}")).reads(&figures);
        let titled = format!("填报单位：定海区残联,,,\n{table}{signed}");
        judged("2023.csv", &titled).reads(&figures);
    }
    // Another's is a conflict still, and a column of regions is one.
    let other = format!("填报单位：定海区残联,,,\n{table}普陀区残疾人联合会,,,\n");
    judged("2023.csv", &other).refuses(&["定海区", "普陀区"], "submission/region-conflict");
    let regions = "序号,指标,完成情况\n定海区,W,57.20%\n普陀区,W,56.1%\n";
    judged("2023.csv", regions).reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
}
