//! A label and what stands behind it, in one cell or in two, above a table or below it: it says
//! of every row what a column of that heading would.

use super::{WORK, judged};

/// The tables beside which a label stands: one value a row, and indicators across.
const TABLES: [&str; 2] = [
    "地区,指标,数值,备注\n定海区,W,57.20%,\n普陀区,W,56.1%,\n",
    "地区,W,S,备注\n定海区,57.20%,93%,\n普陀区,56.1%,92%,\n",
];

/// Files with a label beside a table: in one cell or two, above or below, of each table. The
/// `at`th label stands in two of these ways.
fn beside(at: usize, label: &str, value: &str) -> [super::Judged; 2] {
    [at, at + 3].map(|way| {
        let sign = if way & 1 == 0 { "," } else { "：" };
        let (said, table) = (format!("{label}{sign}{value}"), TABLES[(way >> 2) & 1]);
        let text = match way & 2 {
            0 => format!("{said},,\n{table}"),
            _ => format!("{table}{said},,\n"),
        };
        judged("2023.csv", &text)
    })
}

#[test]
fn a_label_beside_a_table_is_said_of_all_its_rows() {
    let labels = [
        ("倍数", "1000"),
        ("换算系数", "0.5"),
        ("缩放", "100"),
        ("误差", "±2%"),
        ("误差范围", "2%"),
        ("国家", "日本"),
        ("country", "Japan"),
        ("省份", "江苏省"),
        ("城市", "宁波市"),
        ("性别", "男"),
        ("月份", "6"),
        ("季度", "2"),
        ("情景", "低"),
        ("符号", "-"),
        ("方向", "下降"),
        ("作废", "是"),
        ("是否预测", "是"),
        ("有效", "否"),
        ("类别", "计划"),
        ("对象", "农村残疾人"),
    ];
    for (at, (label, value)) in labels.into_iter().enumerate() {
        for found in beside(at, label, value) {
            assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
            assert!(!found.errors.is_empty(), "{}", found.text);
            // It is told once, however many rows it is said of.
            let code = "submission/table-of-something-else";
            let told = found.errors.iter().filter(|error| **error == code).count();
            assert!(told <= 1, "{}: {:?}", found.text, found.errors);
        }
    }
}

#[test]
fn a_label_that_takes_nothing_from_the_rows_keeps_none_from_being_read() {
    let labels = [
        ("倍数", "1"),
        ("误差", "无"),
        ("国家", "中国"),
        ("省份", "浙江省"),
        ("市", "舟山市"),
        ("性别", "全部"),
        ("范围", "全市持证残疾人"),
        ("月份", "1-12月"),
        ("季度", "全年"),
        ("版本", "V3"),
        ("批次", "第一批"),
        ("作废", "否"),
        ("是否目标值", "否"),
        ("有效", "是"),
        ("层级", "县级"),
        ("类别", "实际"),
        ("邮编", "316000"),
        ("页数", "3"),
        ("附件", "1"),
        ("单位", "%"),
        ("说明", "示例数据"),
        ("填报人", "李四"),
    ];
    for (at, (label, value)) in labels.into_iter().enumerate() {
        for found in beside(at, label, value) {
            found.reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
        }
    }
}

#[test]
fn what_may_be_the_name_of_a_row_and_its_figure_is_no_label() {
    // 合计 and 市 may be rows of the city, and 审核率 an indicator that the plan has not.
    for row in ["合计,57.2%", "市,57.2%", "作废,57.2%", "大衢县,57.2%"] {
        let found = judged("2023.csv", &format!("地区,W\n定海区,57.20%\n{row}\n"));
        assert!(!found.codes().is_empty(), "{}", found.text);
    }
    let found = judged("定海区2023.csv", "指标,数值\nW,57.20%\n审核率,99%\n");
    assert!(!found.errors.is_empty(), "{}", found.text);
}

#[test]
fn figures_are_not_taken_from_what_is_older_than_they_are() {
    for source in [
        "2021年统计年鉴",
        "《舟山统计年鉴2021》",
        "舟山统计年鉴-2022",
        "2020年第七次全国人口普查",
        "二〇二一年统计公报",
        "2022年度台账",
    ] {
        for (at, label) in ["数据来源", "资料来源", "来源"].into_iter().enumerate() {
            for found in beside(at, label, source) {
                assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
                assert!(!found.errors.is_empty(), "{}", found.text);
            }
        }
        // Of rows of several years it is held against each.
        let years = format!(
            "年份,地区,指标,数值\n2022,普陀区,W,56.1%\n2023,定海区,W,57.20%\n数据来源：{source},,,\n"
        );
        assert_eq!(judged("a.csv", &years).value("定海区", WORK), None, "{source}");
        for row in [
            format!("地区,指标,数值,数据来源\n定海区,W,57.20%,{source}\n"),
            format!("地区,指标,数值,备注\n定海区,W,57.20%,数据来自{source}\n"),
        ] {
            judged("2023.csv", &row).refuses(&["定海区"], "submission/row-of-something-else");
        }
    }
    for source in [
        "2023年统计年鉴",
        "《舟山统计年鉴2024》",
        "市残联",
        "舟残〔2021〕5号文",
        "浙江省残疾人数据平台（2021年上线）",
        "《残疾人事业统计调查制度》（2021年）",
    ] {
        for (at, label) in ["数据来源", "资料来源", "来源"].into_iter().enumerate() {
            for found in beside(at, label, source) {
                found.reads(&[("定海区", WORK, "57.2")]);
            }
        }
    }
}

#[test]
fn what_is_said_of_a_table_is_why_its_rows_have_no_verdict() {
    let of_else = "submission/table-of-something-else";
    for (text, code) in [
        ("倍数,1000,\n地区,指标,数值\n定海区,W,57.20%\n", of_else),
        ("地区,指标,数值\n定海区,W,57.20%\n数据来源：2021年统计年鉴\n", of_else),
        (
            "批次,地区,指标,数值\n第一批,定海区,W,57.20%\n第二批,普陀区,W,56.1%\n",
            "submission/several-editions",
        ),
    ] {
        let judged = judged("2023.csv", text);
        let results = judged.document["results"].as_array().unwrap();
        let row = results
            .iter()
            .find(|row| row["region"]["name"] == "定海区" && row["name"] == WORK)
            .unwrap();
        assert_eq!(row["outcome"], "invalid", "{text}");
        assert_eq!(row["reason"]["code"], code, "{text}\n{row}");
    }
}
