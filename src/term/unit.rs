//! Units that count things one by one.

/// What is counted in whole things: of people, homes and meetings there are no parts.
///
/// A closed list, for nothing is guessed: of 万人, 亿元, 岁 and 小时 there are parts, and of
/// a unit that is not known there may be.
const COUNTED: [&str; 57] = [
    "人",
    "人次",
    "名",
    "位",
    "例",
    "对",
    "户",
    "户次",
    "家",
    "家次",
    "家庭",
    "个",
    "所",
    "处",
    "座",
    "间",
    "栋",
    "幢",
    "件",
    "件次",
    "项",
    "宗",
    "起",
    "场",
    "场次",
    "次",
    "批",
    "批次",
    "期",
    "届",
    "张",
    "床",
    "床位",
    "张床位",
    "台",
    "台套",
    "套",
    "辆",
    "艘",
    "架",
    "部",
    "条",
    "支",
    "篇",
    "门",
    "份",
    "册",
    "本",
    "种",
    "类",
    "只",
    "头",
    "株",
    "块",
    "片",
    "村",
    "社区",
];

/// The unit that percentages differ by. A unit of demands alone: no value has it.
pub const POINTS: &str = "百分点";

/// Whether a unit counts things of which there are no parts.
pub fn is_counted(unit: &str) -> bool {
    COUNTED.contains(&unit)
}

/// In which power of ten a unit counts things of which there are no parts: 0 in 人, 4 in
/// 万人; none if there are parts of what it measures.
pub fn counted_in(unit: &str) -> Option<u8> {
    let powers = [("", 0), ("万", 4), ("亿", 8)];
    let counts = |(prefix, _): &(&str, u8)| unit.strip_prefix(prefix).is_some_and(is_counted);
    powers.into_iter().find(counts).map(|(_, power)| power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_ten_thousands_of_people_and_of_money_there_are_parts() {
        for unit in ["人", "户", "个", "所", "家", "名", "人次", "场次"] {
            assert!(is_counted(unit), "{unit}");
        }
        for unit in ["万人", "万元", "元", "亿元", "岁", "小时", "%", "‰", "人/万人", ""]
        {
            assert!(!is_counted(unit), "{unit}");
        }
        let powers = ["人", "万户", "亿人次", "万元", "元", "万", ""].map(counted_in);
        assert_eq!(powers, [Some(0), Some(4), Some(8), None, None, None, None]);
    }
}
