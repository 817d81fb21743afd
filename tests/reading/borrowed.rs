//! Remarks that put another's figure in the place of the row's own.

use super::{WORK, judged};

#[test]
fn a_remark_that_puts_anothers_figure_in_the_place_of_the_rows_is_heard() {
    let with = |remark: &str| {
        judged("2023.csv", &format!("地区,指标,数值,备注\n定海区,W,57.20%,{remark}\n"))
    };
    for remark in [
        "参照普陀区",
        "比照普陀区填报",
        "按全市填报",
        "取全市平均",
        "按全省平均水平填报",
        "全市平均水平",
        "同普陀区",
        "与普陀区一致",
        "采用全市数",
        "取普陀区同期数",
        "用普陀区的数",
        "沿用普陀区同期数据",
        "参照宁波市",
        "按岱山县数据填报",
        "因系统故障，参照普陀区填报",
        "same as 普陀区",
        "与岱山县取同一数",
        "和普陀区用同一数据",
        "与普陀区共用一个数",
    ] {
        with(remark).refuses(&["定海区"], "submission/row-of-something-else");
    }
    for remark in [
        "高于全市平均",
        "接近全省平均水平",
        "与全市水平持平",
        "参照全市标准改造",
        "参照省标准",
        "参照普陀区做法",
        "同普陀区开展结对",
        "按全市统一部署推进",
        "按照省市要求填报",
        "按所在社区填报",
        "按市残联要求填报",
        "来自定海区残联",
        "同口径",
        "按实填报",
    ] {
        with(remark).reads(&[("定海区", WORK, "57.2")]);
    }
}

#[test]
fn a_remark_that_stands_for_another_one_is_none_that_is_surely_read() {
    let below = |above: &str, remark: &str| {
        let rows = format!("普陀区,W,57.20%,{above}\n定海区,W,57.20%,{remark}\n");
        judged("2023.csv", &format!("地区,指标,数值,备注\n{rows}"))
    };
    for remark in [
        "同上",
        "同上。",
        "（同上）",
        "〃",
        "同前",
        "同上一行",
        "ditto",
        "same as above",
        "同上（见附件）",
        "同上，已核实",
        "已核实；同上",
    ] {
        for above in ["预计数", "按年报填报"] {
            below(above, remark).refuses(&["定海区"], "submission/row-of-something-else");
        }
    }
    for remark in ["同上级口径", "同上年口径", "经同前期数据核对", "如上级要求填报"]
    {
        below("按年报填报", remark).reads(&[("普陀区", WORK, "57.2"), ("定海区", WORK, "57.2")]);
    }
}
