//! Remarks beside one row that speak of others: of all of a table, of the row above, or of a
//! region or an indicator that they name.

use super::{WORK, judged};

/// Remarks on another county's row that say of this county's figure that it is no result.
const OF_THIS: [&str; 19] = [
    "各项指标截至11月",
    "以上均为预计数",
    "以上数据未审核",
    "以上两行为上年数",
    "上行作废",
    "上一行为预计数",
    "上行数据有误",
    "本列均为预计数",
    "全表为预计数",
    "本表数据均为快报数",
    "全部数据为上年数",
    "所有数据均为1-9月数",
    "两项指标填反",
    "定海区为预计数",
    "定海区行有误",
    "定海区未审核",
    "定海区：2022年",
    "已核实。以下均为目标值",
    "定海区和岱山县为上半年数",
];

/// Remarks that speak of other rows and leave them as they are.
const OF_NONE: [&str; 10] = [
    "以上数据已核实",
    "以上为2023年数据",
    "全部落实",
    "本表数据均为年报数",
    "上年定海区数据有误",
    "定海区数据已核实",
    "岱山县为预计数",
    "定海区新建2家",
    "所有数据已经民政局审核",
    "全部数据为全年实际数",
];

/// A table of two counties with a remark on the row of the second, one value a row: as text, with a
/// title, and with another column.
fn long(remark: &str) -> [super::Judged; 3] {
    let rows =
        |row: &str| format!("2023,定海区,W,57.20%,{row}\n2023,普陀区,W,56.1%,{remark}{row}\n");
    let plain = format!("年份,地区,指标,数值,备注\n{}", rows(""));
    let titled = format!("2023年主要指标完成情况表,,,,\n{plain}");
    let wide = format!("年份,地区,指标,数值,备注,经办\n{}", rows(",张三"));
    [plain, titled, wide].map(|text| judged("a.csv", &text))
}

#[test]
fn a_remark_that_is_of_other_rows_is_heard_of_them() {
    for remark in OF_THIS {
        for found in long(remark) {
            assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
            assert!(!found.errors.is_empty(), "{}", found.text);
        }
    }
}

#[test]
fn a_remark_that_says_of_other_rows_what_they_are_leaves_them_as_they_are() {
    for remark in OF_NONE {
        for found in long(remark) {
            assert_eq!(found.value("定海区", WORK), Some("57.2"), "{}", found.text);
        }
    }
}

#[test]
fn a_remark_beside_regions_across_is_heard_of_the_region_that_it_names() {
    for said in [
        "未审核",
        "为9月底数",
        "为1-9月数",
        "待核实",
        "与普陀区填反",
        "仅城镇",
        "（预计）",
        "同上年",
        "未报，按上年",
    ] {
        let text = format!("序号,指标,定海区,普陀区,备注\n9,W,57.20%,56.10%,定海区{said}\n");
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("定海区", WORK), None, "{}", found.text);
        assert!(!found.errors.is_empty(), "{}", found.text);
    }
    for said in ["已核实", "新建2家", "含新城", "全年数"] {
        let text = format!("序号,指标,定海区,普陀区,备注\n9,W,57.20%,56.10%,定海区{said}\n");
        judged("2023.csv", &text).reads(&[("定海区", WORK, "57.2"), ("普陀区", WORK, "56.1")]);
    }
}

#[test]
fn a_remark_beside_indicators_across_is_heard_of_the_indicator_that_it_names() {
    for said in ["2022年数", "：2022年", "（预计）", "仅城镇", "不含六横", "同上年"]
    {
        let text = format!("地区,W,S,备注\n普陀区,57.20%,93.1%,就业率{said}\n");
        let found = judged("2023.csv", &text);
        assert_eq!(found.value("普陀区", WORK), None, "{}", found.text);
        assert!(!found.errors.is_empty(), "{}", found.text);
    }
    let text = "地区,W,S,备注\n普陀区,57.20%,93.1%,两项指标填反\n";
    judged("2023.csv", text).refuses(&["普陀区"], "submission/no-results");
}
