//! A table, or a row, that is said to be of something else than results is not judged.

use super::{WORK, judged};

const TABLE: &str = "地区,指标,数值\n定海区,W,57.2%\n";

#[test]
fn a_table_of_targets_or_of_earlier_years_is_refused_wherever_that_is_said() {
    for title in [
        "2023年目标任务分解表",
        "各县区2023年计划",
        "上年数据",
        "2023年预计完成情况",
        "2023年上年同期对比",
        "样表",
        "2023年增速",
        "2023年任务",
        "Plan 2023",
        "2023年度计划完成情况表（计划数）",
        "主要指标完成情况（预算）",
        "2023年指标权重表",
        "2023年统计快报",
        "2023年完成情况（审核前）",
        "2023年度初步汇总数据",
    ] {
        judged("2023.csv", &format!("{title}\n{TABLE}"))
            .refuses(&["定海区"], "submission/no-results");
    }
    for name in
        ["2023年度目标.csv", "上年数据2023.csv", "2023计划.csv", "2023年基期.csv", "2023_plan.csv"]
    {
        judged(name, TABLE).refuses(&["定海区"], "submission/no-results");
    }
    for title in [
        "2023年度目标任务完成情况表",
        "目标完成情况",
        "规划指标执行情况",
        "主要指标",
        "2023年指标",
        "舟山市残疾人事业发展“十四五”规划",
    ] {
        let text = format!("{title}\n{TABLE}");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn rows_below_a_line_that_says_what_they_are_do_not_fall_to_the_table_above() {
    for (line, code) in [
        ("上年", "submission/no-results"),
        ("目标", "submission/no-results"),
        ("（二）年度目标", "submission/no-results"),
        ("去年", "submission/no-results"),
        ("作废", "submission/no-results"),
        ("其中：城镇", "submission/indicator-conflict"),
        ("农村", "submission/indicator-conflict"),
        ("全省平均", "submission/no-results"),
        ("其中：", "submission/indicator-conflict"),
        ("残疾妇女", "submission/indicator-conflict"),
        ("象山县", "submission/title-unclear"),
        ("（一）绍兴市残联", "submission/title-unclear"),
    ] {
        for text in [
            format!("地区,W\n普陀区,56.1%\n\n{line}\n定海区,51%\n"),
            format!("地区,W\n普陀区,56.1%\n\n{line}\n地区,W\n定海区,51%\n"),
            format!("地区,W\n普陀区,56.1%\n\n{line}\n县区,W,S\n定海区,51%,95%\n"),
        ] {
            let found = judged("2023.csv", &text);
            assert_eq!(found.value("普陀区", WORK), Some("56.1"), "{text}");
            found.refuses(&["定海区"], code);
        }
    }
    let text = "2023年完成情况\n地区,W\n普陀区,56.1%\n\n2023年目标\n地区,W,S\n定海区,60%,95%\n";
    judged("2023.csv", text).refuses(&["定海区"], "submission/no-results");
}

#[test]
fn a_row_of_which_a_further_column_says_that_it_is_of_something_else_is_refused() {
    for (heading, cell) in [
        ("类别", "目标"),
        ("项目", "上年"),
        ("属性", "目标值"),
        ("备注", "2022年"),
        ("备注", "计划"),
        ("月份", "6"),
        ("季度", "一季度"),
        ("期别", "上半年"),
        ("性别", "女"),
        ("城乡", "农村"),
        ("街道", "昌国街道"),
        ("", "目标"),
        ("联系地区", "普陀区"),
    ] {
        let text = format!("地区,指标,{heading},数值\n定海区,W,{cell},57.2%\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/row-of-something-else");
    }
    for (heading, cell) in [
        ("类别", "就业"),
        ("填报日期", "2024-01-05"),
        ("口径", "已就业/劳动年龄段"),
        ("属性", "预期性"),
        ("责任单位", "舟山市残联"),
        ("填报单位", "定海区残联"),
        ("城乡", "全部"),
        ("备注", "2023年"),
    ] {
        let text = format!("地区,指标,{heading},数值\n定海区,W,{cell},57.2%\n");
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), Some("57.2"), "{text}");
        assert!(found.errors.is_empty(), "{text} {:?}", found.errors);
    }
}

#[test]
fn a_unit_is_seen_wherever_a_title_says_it() {
    for title in [
        "填报单位：定海区残联  2023年  单位：‰",
        "填报日期：2024年1月5日 单位：‰",
        "表号：X1 计量单位：‰",
        "舟山市2023年指标（单位：‰）",
        "2023年残疾人就业情况（‰）",
        "单位：,‰",
        "单位：%/‰",
        "单位：每万人",
    ] {
        judged("2023.csv", &format!("{title}\n{TABLE}"))
            .refuses(&["定海区"], "submission/other-unit");
    }
    for title in ["填报单位：定海区残联  2023年  单位：%", "单位：,%", "2023年指标（单位：%）"]
    {
        let text = format!("{title}\n{TABLE}");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_sender_is_seen_under_whatever_label_and_within_a_title() {
    let table = "指标,数值\nW,57.2\n";
    for title in [
        "单位：普陀区残联",
        "填报机关：普陀区残联",
        "汇总单位：普陀区",
        "区划：普陀区",
        "地区：330903",
        "行政区划代码：330903000000",
        "关于报送普陀区2023年指标的函",
    ] {
        let text = format!("{title}\n{table}");
        judged("2023.csv", &text).reads(&[("普陀区", WORK, "57.2")]);
        judged("定海区2023.csv", &text)
            .refuses(&["定海区", "普陀区"], "submission/region-conflict");
    }
}

#[test]
fn a_year_column_may_say_the_end_of_the_year() {
    for year in
        ["2023-12-31", "2023年12月31日", "2023-12", "2023年末", "2023年1-12月", "二〇二三年"]
    {
        let text = format!("年份,地区,指标,数值\n{year},定海区,W,57.2%\n");
        judged("a.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
    for year in ["2023-06-30", "2023年上半年", "2023年1—6月"] {
        let text = format!("年份,地区,指标,数值\n{year},定海区,W,57.2%\n");
        judged("a.csv", &text).refuses(&["定海区"], "submission/part-of-year");
    }
}

#[test]
fn what_stands_below_a_table_is_no_data_and_no_title() {
    for line in [
        "舟山市定海区残疾人联合会",
        "2024年1月10日",
        "注：2022年就业率为51%",
        "数据来源：2024年统计年鉴",
        "单位负责人：李四",
    ] {
        let text = format!("{TABLE}{line}\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn figures_as_they_were_before_they_were_changed_are_no_results() {
    for title in ["修改前", "变更前数据", "核实前", "校正前（2023年）"] {
        let found = judged("2023.csv", &format!("{title},,\n{TABLE}"));
        found.refuses(&["定海区"], "submission/no-results");
    }
    for title in
        ["残疾人基本服务状况和需求信息数据动态更新", "残疾人小康进程监测", "国家统计局批准"]
    {
        let found = judged("2023.csv", &format!("{title},,\n{TABLE}"));
        found.reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn the_lower_rows_of_headings_that_are_not_understood_are_no_headings() {
    for text in [
        "地区,目标,\n,W,S\n定海区,57.2%,91%\n",
        "地区,全省,\n,W,S\n定海区,57.2%,91%\n",
        "地区,城镇残疾人,\n,W,S\n定海区,57.2%,91%\n",
    ] {
        let found = judged("2023.csv", text);
        assert_eq!(found.value("定海区", WORK), None, "{text}");
        assert!(!found.errors.is_empty(), "{text}");
    }
}

/// A workbook of one sheet with a title above a table.
pub(super) fn workbook(sheet: &str, title: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet).unwrap();
    page.write(0, 0, title).unwrap();
    for (row, cells) in [["地区", "指标", "数值"], ["定海区", WORK, "57.2%"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            page.write(row as u32 + 1, column as u16, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn what_a_sheet_s_name_says_of_it_no_title_takes_back() {
    let value = |sheet: &str| {
        let run = super::Run::default().bytes("2023.xlsx", workbook(sheet, "2023年完成情况"));
        let report = run.judge(&super::common::BUILT_IN);
        let document = super::json(&report);
        let results = document["results"].as_array().unwrap().clone();
        let is = |r: &&serde_json::Value| r["name"] == WORK && r["region"]["name"] == "定海区";
        results.iter().find(is).and_then(|r| r["value"].as_str().map(str::to_owned))
    };
    for sheet in ["目标", "上年", "2023计划"] {
        assert_eq!(value(sheet), None, "{sheet}");
    }
    for sheet in ["Sheet1", "目标完成", "2023年报送"] {
        assert_eq!(value(sheet).as_deref(), Some("57.2"), "{sheet}");
    }
}

#[test]
fn a_unit_with_a_stroke_is_one_where_the_plan_has_it() {
    let plan = super::common::load(
        "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\n[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
         [[indicator]]\nid = 'i'\nname = '补贴标准'\nattribute = '预期性'\nunit = '元/人'\n\
         roll-up = 'none'\noperator = '≥'\nthreshold = 100\nbaseline = 50\ncite = '第1行'\n",
    );
    for (title, is_read) in [("单位：元/人", true), ("（元/人）", true), ("单位：元/户", false)]
    {
        let text = format!("{title}\n地区,指标,数值\n甲县,补贴标准,90\n");
        let report = super::Run::default().file("2023.csv", text).judge(&plan);
        let found = super::common::row(&report, "i", "甲县").map(|row| row.outcome().word());
        assert_eq!(found == Some("on_pace"), is_read, "{title} {found:?}");
    }
}

#[test]
fn a_title_of_an_earlier_plan_is_not_of_this_one() {
    for title in ["“十三五”主要指标完成情况", "十三五规划指标", "“十二五”和“十三五”期间指标"]
    {
        let text = format!("{title},,\n{TABLE}");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/no-results");
    }
    for title in ["“十四五”主要指标完成情况", "“十三五”与“十四五”指标", "十四五规划2023年"]
    {
        let text = format!("{title},,\n{TABLE}");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_row_of_totals_is_of_no_region_and_takes_nothing_from_the_others() {
    for total in ["合计", "总计", "小计", "平均", "合　计"] {
        for text in [
            format!("地区,W,S\n定海区,57.2%,93%\n普陀区,56%,92%\n{total},56.5%,92.5%\n"),
            format!("地区,指标,数值\n{total},W,56.5%\n定海区,W,57.2%\n"),
        ] {
            let found = judged("2023.csv", &text);
            found.reads(&[("定海区", WORK, "57.2")]);
            assert!(found.codes().contains(&"submission/total-row"), "{text}");
        }
    }
    let text = "地区,W,S\n定海区,57.2%,93%\n残疾人合计,56.5%,92.5%\n";
    let found = judged("2023.csv", text);
    assert!(found.errors.contains(&"submission/unknown-region"), "{:?}", found.errors);
}
