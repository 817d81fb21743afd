//! The units that tables use: 人次, 万元, 件/万人.

/// The unit of percentages.
pub(super) const PERCENT: &str = "%";

/// 万 and the like, and how many zeros each stands for.
const MAGNITUDES: [(&str, u8); 3] = [("万亿", 12), ("亿", 8), ("万", 4)];

/// Sizes that are part of a unit's name and never of its number: 千瓦, 百万千瓦.
const PREFIXES: [&str; 6] = ["百万", "十万", "千万", "百", "千", "十"];

/// What things are counted or measured in.
const UNITS: [&str; 107] = [
    "%",
    "‰",
    "个百分点",
    "百分点",
    "人次",
    "人日",
    "人",
    "名",
    "户次",
    "户",
    "家庭",
    "家",
    "个",
    "件次",
    "件",
    "所",
    "处",
    "座",
    "项",
    "场次",
    "场",
    "批次",
    "批",
    "次",
    "期",
    "张床位",
    "张",
    "床位",
    "床",
    "台套",
    "台",
    "辆",
    "部",
    "套",
    "条",
    "支",
    "篇",
    "门",
    "份",
    "册",
    "本",
    "种",
    "类",
    "宗",
    "起",
    "例",
    "位",
    "对",
    "间",
    "栋",
    "幢",
    "片",
    "块",
    "株",
    "头",
    "只",
    "艘",
    "架",
    "周岁",
    "岁",
    "家次",
    "村次",
    "档",
    "团",
    "届",
    "枚",
    "窗口",
    "站",
    "年",
    "个月",
    "月",
    "天",
    "日",
    "小时",
    "分钟",
    "秒",
    "美元",
    "元",
    "吨标准煤",
    "吨标煤",
    "标准煤",
    "吨",
    "公斤",
    "千克",
    "克",
    "毫克",
    "微克",
    "标准立方米",
    "立方米",
    "立方",
    "平方米",
    "平方公里",
    "平方千米",
    "公里",
    "千米",
    "海里",
    "米",
    "公顷",
    "亩",
    "千瓦时",
    "千瓦",
    "瓦",
    "度",
    "升",
    "倍",
    "分贝",
    "分",
];

/// How many zeros a text begins with in words, and the rest: `万人` is 4 and `人`.
pub(super) fn magnitude(text: &str) -> (u8, &str) {
    MAGNITUDES
        .iter()
        .find_map(|(word, zeros)| Some((*zeros, text.strip_prefix(word)?)))
        .unwrap_or((0, text))
}

/// The unit that a folded text begins with, without 万 or 亿 before it, and the rest.
pub(super) fn leading(text: &str) -> (&str, &str) {
    let length = simple(text);
    if length == 0 {
        return ("", text);
    }
    // 件/万人, 元/平方米
    let per = text[length..].strip_prefix('/').map_or(0, |below| {
        let (_, one) = magnitude(below);
        match simple(one) {
            0 => 0,
            unit => 1 + below.len() - one.len() + unit,
        }
    });
    text.split_at(length + per)
}

/// The length of the longest unit that a text begins with.
fn simple(text: &str) -> usize {
    let longest = |text: &str| {
        let known = UNITS.iter().filter(|unit| text.starts_with(**unit));
        known.map(|unit| unit.len()).max().unwrap_or(0)
    };
    let prefixed = PREFIXES.iter().filter_map(|prefix| {
        let unit = longest(text.strip_prefix(prefix)?);
        (unit > 0).then_some(prefix.len() + unit)
    });
    prefixed.chain([longest(text)]).max().unwrap_or(0)
}

/// A unit as the plan writes it, if a folded text is one and nothing else: of a
/// column of units, or of the brackets behind a name.
pub(super) fn whole(text: &str) -> Option<String> {
    let text = text.strip_prefix("单位").unwrap_or(text);
    let text = text.strip_prefix(':').unwrap_or(text);
    if matches!(text, "百分比" | "百分数" | "百分之" | "percent" | "Percent" | "pct") {
        return Some(PERCENT.to_owned());
    }
    let (_, unit) = magnitude(text);
    let (unit, rest) = leading(unit);
    (!unit.is_empty() && rest.is_empty()).then(|| text.to_owned())
}
