//! Texts that are units, whatever they are said of.

/// Units that no indicator has to have for a text in brackets to be one.
const UNITS: [&str; 43] = [
    "%",
    "‰",
    "千分之一",
    "万分之一",
    "千分比",
    "万分比",
    "千分数",
    "万分数",
    "百分比",
    "百分率",
    "百分数",
    "百分之",
    "百分之一",
    "percent",
    "pct",
    "permille",
    "百分点",
    "个百分点",
    "比值",
    "小数",
    "元",
    "岁",
    "公里",
    "千米",
    "米",
    "平方米",
    "立方米",
    "平方公里",
    "公顷",
    "亩",
    "吨",
    "千克",
    "公斤",
    "克",
    "升",
    "千瓦时",
    "吨标准煤",
    "倍",
    "分",
    "度",
    "人/万人",
    "元/人",
    "件/万人",
];
/// Those of time: 年 and 月 are as often what figures are of.
const OF_TIME: [&str; 6] = ["年", "天", "日", "月", "小时", "分钟"];

/// Whether a text is a unit, of whatever.
pub(in crate::submission) fn is_unit(folded: &str) -> bool {
    let base = folded.trim_start_matches(['万', '亿', '千', '百', '十']);
    let is_one = |unit: &str| {
        UNITS.contains(&unit) || OF_TIME.contains(&unit) || crate::term::is_counted(unit)
    };
    is_one(folded) || is_one(base) || (base.is_empty() && !folded.is_empty())
}

/// Whether a text is a unit, and none of time.
pub(super) fn is_measure(folded: &str) -> bool {
    is_unit(folded) && !OF_TIME.contains(&folded)
}

/// The unit that a folded text says figures are in: 单位均为‰, 以万为单位, 按户统计.
pub(super) fn stated_unit(folded: &str) -> Option<&str> {
    const ENDS: [&str; 9] =
        ["为单位", "为计量单位", "计算", "计量", "统计", "计", "表示", "填报", "填列"];
    let labelled = || {
        let (_, rest) = folded.split_once("单位").or(folded.split_once("计量"))?;
        Some(rest.trim_start_matches(['均', '都', '为', '是', ':'])).filter(|unit| is_unit(unit))
    };
    let counted = || {
        let rest = folded.strip_prefix(['以', '按', '用'])?;
        let unit = ENDS.iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest);
        Some(unit).filter(|unit| is_measure(unit))
    };
    labelled().or_else(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_state_a_unit_in_words() {
        for (text, unit) in [
            ("单位均为‰", Some("‰")),
            ("计量:‰", Some("‰")),
            ("以万为单位", Some("万")),
            ("以‰表示", Some("‰")),
            ("按户统计", Some("户")),
            ("按万分比", Some("万分比")),
            ("按季统计", None),
            ("按月填报", None),
            ("以人为本", None),
            ("按实际统计", None),
        ] {
            assert_eq!(stated_unit(text), unit, "{text}");
        }
    }
}
