//! Words in the headings of the columns that name the rows, behind labels that are not known,
//! and in columns beside a value: they say of the figures what a title would.

use super::{WORK, judged};

/// Judges the table with a text in its place, and whether the value of 定海区 is read.
fn is_read(name: &str, table: &str, said: &str) -> bool {
    let found = judged(name, &table.replace("{}", said));
    let is_read = found.value("定海区", WORK).is_some();
    assert!(is_read || !found.codes().is_empty(), "{said}: refused without a word");
    is_read
}

#[track_caller]
fn refused_and_read(name: &str, table: &str, refused: &[&str], read: &[&str]) {
    for said in refused {
        assert!(!is_read(name, table, said), "{table} {said}");
    }
    for said in read {
        assert!(is_read(name, table, said), "{table} {said}");
    }
}

#[test]
fn the_heading_of_the_column_that_names_the_rows_is_heard() {
    refused_and_read(
        "2023.csv",
        "{},定海区,岱山县\nW,57.2%,55%\n",
        &[
            "目标",
            "上年",
            "指标（目标）",
            "农村",
            "‰",
            "单位：‰",
            "指标(单位：万人)",
            "填报单位：普陀区",
            "上半年",
            "2022年",
            "预计",
        ],
        &["指标", "指标名称", "项目", "指标（%）", "2023年指标", "主要指标", "单位：%"],
    );
    refused_and_read(
        "2023.csv",
        "{},数值\n定海区,W,57.2%\n",
        &["地区,指标（上年）", "地区（农村）,指标", "地区,上半年指标"],
        &["地区,指标", "县（市、区）,指标名称"],
    );
}

#[test]
fn a_row_that_ends_with_a_colon_parts_a_table() {
    refused_and_read(
        "2023.csv",
        "指标,定海区,岱山县\n残疾人之家覆盖率,100%,100%\n{},,\nW,57.2%,55%\n",
        &[
            "目标值：",
            "上年：",
            "2022：",
            "数据类型：目标值",
            "报告期：202212",
            "量纲：‰",
            "普陀区：",
        ],
        &["主要指标：", "定海区：", "报告期：202312"],
    );
}

#[test]
fn what_stands_behind_a_label_is_heard_whatever_the_label() {
    refused_and_read(
        "定海区2023.csv",
        "{}\n指标,数值\nW,57.2%\n",
        &[
            "报告期：202212",
            "所属期：202206",
            "202212",
            "统计截止日：2022",
            "区县：普陀区",
            "所属区域：330903",
            "填报部门：普陀区",
            "数据类型：目标值",
            "状态：预计",
            "版本：草稿",
            "口径：目标",
            "量纲：‰",
            "计数单位：‰",
            "Unit: ‰",
            "单位 ‰",
            "金额单位,万人",
        ],
        &[
            "报告期：202312",
            "区县：定海区",
            "数据类型：实际",
            "状态：已审核",
            "版本：正式",
            "单位：%",
            "口径：劳动年龄段",
            "牵头单位：普陀区残联",
            "重点：就业",
        ],
    );
}

#[test]
fn what_stands_below_a_table_is_heard_too() {
    refused_and_read(
        "2023.csv",
        "地区,W,残疾人之家覆盖率\n定海区,57.2%,100%\n岱山县,55%,100%\n{}\n",
        &[
            "状态：预计",
            "数据类型：目标值",
            "注：以上指标单位均为‰",
            "注：计量单位为万人",
            "注：统计截止2022年底",
            "注：全部数据为年初数",
            "注：就业率系城镇口径",
            "数据截止日期：2023年10月,,",
            "预测数",
            "农村残疾人",
            "有误,,",
        ],
        &[
            "填表人：张三",
            "日期：2024-01-10",
            "2024年1月",
            "统计截止：2023年12月31日",
            ",,2024年1月10日",
            ",,第 1 页",
            "注：以上单位为%",
        ],
    );
}

#[test]
fn years_units_and_codes_beside_a_value_are_held_against_it() {
    for (heading, refused, read) in [
        (
            "备注",
            &["单位：万人", "‰", "只统计女性", "错误数据，请勿使用"][..],
            &["单位：人", "12"][..],
        ),
        ("所属年度", &["2022"], &["2023"]),
        ("填报年份", &[], &["2024"]),
        ("代码", &["330903"], &["330902"]),
        ("量纲", &["‰", "万人"], &["%"]),
        ("数据类型", &["目标"], &["实际"]),
        ("符号", &["-", "负"], &["+", "%"]),
        ("正负", &["负", "减"], &["正"]),
        ("方向", &["下降", "减"], &["正向"]),
        ("版本", &["草稿"], &["V1", "正式"]),
        ("期别", &["2022年", "上半年"], &["2023年"]),
        ("年龄段", &["16-59岁", "1-6岁"], &["全部"]),
        ("所属街道", &["昌国街道"], &["合计"]),
        ("审核意见", &["不通过", "退回"], &["同意", "数据属实"]),
        ("删除标记", &["1", "是"], &["0", "否"]),
        ("有效标志", &["0", "否"], &["1", "是"]),
        ("是否含农村", &["否"], &["是"]),
        ("统计年度", &["2022年"], &["2023年", "2023"]),
        ("残疾等级", &["一级", "二级", "重度"], &["合计", "全部"]),
        ("情景", &["悲观"], &["合计"]),
        ("gender", &["F", "女"], &["合计"]),
        ("项目", &["残疾人文体服务覆盖率", "14"][..1], &["残疾人就业创业", "W"]),
        ("小项", &["残疾人之家覆盖率", "残疾人辅助器具适配率"], &["W", "就业"]),
        ("月份", &["6月", "1-6月", "12"], &["1-12月", "1月至12月", "1—12月份"]),
        ("是否启用", &["否", "0"], &["是", "已于1月启用"]),
        ("已作废", &["是", "√"], &["否"]),
        ("是否测算", &["是"], &["否"]),
        ("合计", &["1"], &["0", "否"]),
        ("倍率", &["1000", "0.1"], &["1", "1.0"]),
        ("币种", &["港元"], &["人民币"]),
        ("报送周期", &["季", "月"], &["年"]),
        ("数据性质", &["预报"], &["正式", "实际"]),
        ("行政层级", &["地市级", "镇级"], &["区级", "县（市、区）"]),
        ("指标编码", &["4"], &["9", "ZB-77"]),
        ("截止年月", &["202309"], &["202312"]),
        ("结束日期", &["2023-09-30"], &["2023-12-31"]),
        ("核实数", &["50%"], &[""]),
        ("运算符", &["约", "≥"], &["="]),
        ("省份", &["江苏省"], &["浙江省"]),
        ("报送时间", &[], &["2024-01-03 09:15", "2024年1月3日"]),
    ] {
        let table = format!("地区,指标,{heading},数值\n定海区,W,{{}},57.2%\n");
        refused_and_read("2023.csv", &table, refused, read);
    }
}

#[test]
fn a_count_that_a_comma_tore_is_no_figure() {
    let header = "地区,指标,数值,分子,分母,备注";
    for counts in ["3,512,6140", "12,345,23456", "1,200,614"] {
        let text = format!("{header}\n定海区,W,,{counts}\n");
        judged("2023.csv", &text).refuses(&["定海区"], "submission/torn-number");
    }
    for counts in ["3512,6140,12", "351,614,示例数据", "351,614,"] {
        let found = judged("2023.csv", &format!("{header}\n定海区,W,,{counts}\n"));
        assert!(found.value("定海区", WORK).is_some(), "{counts}");
    }
}

#[test]
fn what_a_footnote_says_of_a_marked_name_is_heard() {
    let table = "地区,W,残疾人之家覆盖率\n定海区{},57.2%,100%\n岱山县,55%,100%\n注：{}\n";
    let judged_with = |mark: &str, note: &str| {
        let text = table.replacen("{}", mark, 1).replacen("{}", note, 1);
        judged("2023.csv", &text).value("定海区", WORK).is_some()
    };
    for (mark, note) in
        [("*", "*为2022年数"), ("①", "①为上年数"), ("※", "※系预计数"), ("*", "*农村数据")]
    {
        assert!(!judged_with(mark, note), "{note}");
    }
    for (mark, note) in [("*", "*为2023年数"), ("①", "①含功能区"), ("*", "*较上年增加12人")]
    {
        assert!(judged_with(mark, note), "{note}");
    }
}

#[test]
fn rows_of_several_sendings_are_not_one_table() {
    for (heading, first, second) in [
        ("版本", "V1", "V2"),
        ("数据版本", "1", "2"),
        ("批次", "第一批", "第二批"),
        ("报送轮次", "1", "2"),
        ("version", "a", "b"),
    ] {
        let long = |second: &str| {
            format!("地区,指标,{heading},数值\n定海区,W,{first},57.2%\n普陀区,W,{second},56.1%\n")
        };
        let across = |second: &str| {
            format!("地区,{heading},W,S\n定海区,{first},57.2%,93%\n普陀区,{second},56.1%,92%\n")
        };
        for text in [long(second), across(second)] {
            let found = judged("2023.csv", &text);
            found.refuses(&["定海区", "普陀区"], "submission/several-editions");
            assert_eq!(found.errors.len(), 1, "{}: {:?}", found.text, found.errors);
        }
        for text in [long(first), across(first), long(""), across("")] {
            judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2")]);
        }
    }
}

#[test]
fn times_in_a_further_column_are_held_against_the_year() {
    let of = |heading: &str, cell: &str| {
        judged("a.csv", &format!("年份,地区,指标,{heading},数值\n2023,定海区,W,{cell},57.20%\n"))
    };
    for heading in ["数据期", "截止日期", "时点", "报表期", "学年", "分类", "日期", "报告期"]
    {
        for cell in ["2023-06-30", "2023年6月", "202306", "2023.6", "6.30", "2022-12-31"] {
            if heading == "分类" && cell.contains('.') {
                continue; // an amount, as far as anybody knows
            }
            let found = of(heading, cell);
            assert_eq!(found.value("定海区", WORK), None, "{heading} {cell}");
            assert!(!found.errors.is_empty(), "{heading} {cell}");
        }
    }
    for (heading, cell) in [
        ("数据期", "2023年"),
        ("截止日期", "2023-12-31"),
        ("报告期", "2023年"),
        ("报告期", "2023年度"),
        ("日期", "2023-12-31"),
        ("时间", "2023年"),
        ("分类", "就业"),
        ("填报日期", "2024-01-08"),
        ("分类", "16"),
        ("经费(万元)", "6.30"),
        ("人均补贴", "2.28"),
        ("服务次数", "202306"),
    ] {
        of(heading, cell).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_year_or_an_attribute_behind_the_name_of_an_indicator_is_no_unit() {
    let of = |name: &str| judged("2023.csv", &format!("地区,指标,数值\n定海区,{name},57.20%\n"));
    for name in ["W（2023年）", "W（2023年度）", "W（2023）", "W（预期性）", "W（%）"]
    {
        of(name).reads(&[("定海区", WORK, "57.2")]);
    }
    for name in ["W（2022年）", "W（2023年6月）", "W（约束性）", "W（2024年）"] {
        of(name).refuses(&["定海区"], "submission/indicator-conflict");
    }
    // Of two rows each is held against its own year.
    let text = "年份,地区,指标,数值\n2023,定海区,W（2023年）,57.20%\n2022,定海区,W（2023年）,54%\n";
    let found = judged("a.csv", text);
    assert_eq!(found.value("定海区", WORK), Some("57.2"));
    assert!(found.errors.contains(&"submission/indicator-conflict"));
}
