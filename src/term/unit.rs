//! Units: those that count things one by one, and those that a text begins with.

use std::fmt::Display;

use super::Named;

/// What is counted in whole things: of people, homes and meetings there are no parts.
///
/// A closed list, for nothing is guessed: of 万人, 亿元, 岁 and 小时 there are parts, and of
/// a unit that is not known there may be.
const COUNTED: [&str; 55] = [
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
];

/// Those that count the same things, however they are called; a line has no other unit's.
/// What none of these lines holds counts itself alone: a meeting more is no people more.
const ALIKE: [&str; 9] = [
    "人 名 位 例 个",
    "户 家庭 家 个",
    "个 家 所 处 座 间 栋 幢 支 村 社区",
    "个 件 项 宗 起 例 条 部 种 类 门",
    "台 台套 套 辆 艘 架 部 件 只 条 个",
    "份 册 本 篇 部 种 张 件 个",
    "床 床位 张床位 张 个",
    "场 场次 次 期 批 批次 届",
    "次 人次 户次 家次 件次",
];
/// Those of [`ALIKE`] by which the same thing is counted as often as it comes.
const TIMES: [&str; 4] = ["人次", "户次", "家次", "件次"];

/// The same, which stand in names more often than behind numbers.
const PLACES: [&str; 2] = ["村", "社区"];

/// What is measured, and what is counted of people and time.
const MEASURED: &str = "
    % ‰ 个百分点 百分点 人日 村次 周岁 岁 档 团 枚 窗口 站 年 个月 月 天 日 小时 分钟 秒 美元 元
    吨标准煤 吨标煤 标准煤 吨 公斤 千克 克 毫克 微克 标准立方米 立方米 立方 平方米 平方公里 平方千米
    公里 千米 海里 米 公顷 亩 千瓦时 千瓦 瓦 度 升 倍 分贝 分";

/// The unit that percentages differ by, in Chinese and in English.
pub const POINTS: [&str; 2] = ["百分点", "pp"];

/// What units are called in English whatever they are of. 个, 家 and 所 are called by what
/// they count, which a plan says.
const ENGLISH: [(&str, &str); 24] = [
    ("人", "people"),
    ("人次", "attendances"),
    ("户", "households"),
    ("场次", "events"),
    ("元", "yuan"),
    ("美元", "US dollars"),
    ("岁", "years"),
    ("年", "years"),
    ("个月", "months"),
    ("天", "days"),
    ("小时", "hours"),
    ("分钟", "minutes"),
    ("倍", "times"),
    ("吨", "tonnes"),
    ("吨标准煤", "tce"),
    ("公斤", "kg"),
    ("立方米", "m³"),
    ("平方米", "m²"),
    ("平方公里", "km²"),
    ("公里", "km"),
    ("公顷", "ha"),
    ("亩", "mu"),
    ("千瓦", "kW"),
    ("千瓦时", "kWh"),
];

/// Percentage points, a unit of demands alone: no value has it.
pub fn points() -> Named {
    let [zh, en] = POINTS;
    Named::from(zh).in_english(Some(en.to_owned()))
}

/// A unit as a plan writes it, in English as the plan says, or as it is called anyway.
pub fn unit(text: &str, english: Option<String>) -> Named {
    Named::from(text).in_english(english.or_else(|| english_unit(text)))
}

fn english_unit(text: &str) -> Option<String> {
    let simple = |text| {
        let (zeros, unit) = magnitude(text);
        let (_, english) = ENGLISH.into_iter().find(|(known, _)| *known == unit)?;
        Some(match zeros {
            12 => format!("trillion {english}"),
            8 => format!("100 million {english}"),
            4 => format!("10,000 {english}"),
            _ => english.to_owned(),
        })
    };
    let parts: Option<Vec<String>> = text.split('/').map(simple).collect();
    Some(parts?.join("/"))
}

/// So many of something in English, that is called by its plural: `1 person`, `2 people`.
pub fn counted(number: impl Display, many: &str) -> String {
    let number = number.to_string();
    // Nobody reads 7850.43 10,000 yuan.
    if many.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("{number} × {many}");
    }
    if number == "1" { format!("1 {}", singular(many)) } else { format!("{number} {many}") }
}

/// A plural's singular. Of ratios there is none: people/km².
fn singular(many: &str) -> String {
    let start = many.rfind(' ').map_or(0, |at| at + 1);
    let (before, last) = many.split_at(start);
    if many.contains('/') {
        return many.to_owned();
    }
    let (stem, end) = match last {
        "people" => ("person", ""),
        last if last.ends_with("ss") => (last, ""),
        last => match last.strip_suffix("ies") {
            Some(stem) => (stem, "y"),
            None => (last.strip_suffix('s').unwrap_or(last), ""),
        },
    };
    format!("{before}{stem}{end}")
}

/// Whether a unit counts things of which there are no parts.
pub fn is_counted(unit: &str) -> bool {
    COUNTED.contains(&unit) || PLACES.contains(&unit)
}

/// Whether two units count the same things: 名 and 人, 所 and 家, but not 人次 and 人, of whom
/// one comes several times, and not 户 and 人.
///
/// ```
/// use dabiao::term::counts_alike;
///
/// assert!(counts_alike("名", "人") && counts_alike("所", "家"));
/// assert!(!counts_alike("人次", "人") && !counts_alike("户", "人"));
/// ```
pub fn counts_alike(unit: &str, other: &str) -> bool {
    let is_in = |line: &&str, unit: &str| line.split_whitespace().any(|word| word == unit);
    let are_times = [unit, other].iter().all(|unit| TIMES.contains(unit));
    unit == other || !are_times && ALIKE.iter().any(|line| is_in(line, unit) && is_in(line, other))
}

/// How many zeros a text begins with in words, and the rest: 4 and 人 of 万人.
pub fn magnitude(text: &str) -> (u8, &str) {
    let known = [("万亿", 12), ("亿", 8), ("万", 4)];
    let found = known.into_iter().find_map(|(word, zeros)| Some((zeros, text.strip_prefix(word)?)));
    found.unwrap_or((0, text))
}

/// How many of something a text begins with, in zeros, and the something: 3 and 人 of 千人, 5
/// and 人 of 10万人; none of 千瓦, whose 千 is part of its name.
pub fn of_how_many(text: &str) -> (u8, &str) {
    let is_name =
        MEASURED.split_whitespace().any(|unit| unit.starts_with('千') && text.starts_with(unit));
    if is_name {
        return (0, text);
    }
    let words = [("1000", 3), ("100", 2), ("10", 1), ("千", 3), ("百", 2), ("十", 1)];
    let found = words.into_iter().find_map(|(word, zeros)| Some((zeros, text.strip_prefix(word)?)));
    let (few, rest) = found.unwrap_or((0, text));
    let (many, rest) = magnitude(rest);
    (few + many, rest)
}

/// The unit that a text begins with, without 万 or 亿 before it, and the rest; what is
/// counted for each of something is a unit too.
///
/// ```
/// use dabiao::term::leading_unit;
///
/// assert_eq!(leading_unit("人次以上"), ("人次", "以上"));
/// assert_eq!(leading_unit("件/万人"), ("件/万人", ""));
/// assert_eq!(leading_unit("以上"), ("", "以上"));
/// ```
pub fn leading_unit(text: &str) -> (&str, &str) {
    let length = simple(text);
    let below = text.get(length..).and_then(|rest| rest.strip_prefix('/')).filter(|_| length > 0);
    let per = below.map_or(0, |below| {
        let (_, one) = magnitude(below);
        let unit = simple(one);
        if unit > 0 { 1 + below.len() - one.len() + unit } else { 0 }
    });
    text.split_at(length + per)
}

/// The length of the longest unit that a text begins with. 百 and 千 are part of its name,
/// never of the number before it: 千瓦, 百万千瓦.
fn simple(text: &str) -> usize {
    let sizes = ["", "百万", "十万", "千万", "百", "千", "十"];
    let units = || COUNTED.into_iter().chain(MEASURED.split_whitespace());
    let of_size = |size: &&str| {
        let rest = text.strip_prefix(size)?;
        let longest = units().filter(|unit| rest.starts_with(unit)).map(str::len).max()?;
        Some(size.len() + longest)
    };
    sizes.iter().filter_map(of_size).max().unwrap_or(0)
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
    fn of_how_many_something_is_stands_before_it() {
        for (text, expected) in [
            ("千人", (3, "人")),
            ("10万人", (5, "人")),
            ("百万架次", (6, "架次")),
            ("亿元", (8, "元")),
            ("人", (0, "人")),
            ("千瓦时", (0, "千瓦时")),
            ("万千瓦时", (4, "千瓦时")),
        ] {
            assert_eq!(of_how_many(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_before_a_unit_that_begins_with_one_is_told_apart() {
        for (number, unit, expected) in [
            ("7850.43", "10,000 yuan", "7850.43 × 10,000 yuan"),
            ("1", "10,000 people", "1 × 10,000 people"),
            ("-3", "100 million yuan", "-3 × 100 million yuan"),
            ("1", "people", "1 person"),
            ("2", "tonnes", "2 tonnes"),
        ] {
            assert_eq!(counted(number, unit), expected);
        }
    }

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

    #[test]
    fn one_of_anything_is_called_by_its_singular() {
        for (many, one, two) in [
            ("people", "1 person", "2 people"),
            ("counties", "1 county", "2 counties"),
            ("more faults", "1 more fault", "2 more faults"),
            ("tce", "1 tce", "2 tce"),
            ("addresses/km²", "1 addresses/km²", "2 addresses/km²"),
            ("10,000 people", "1 × 10,000 people", "2 × 10,000 people"),
        ] {
            assert_eq!([counted(1, many), counted(2, many)], [one, two]);
        }
    }
}
