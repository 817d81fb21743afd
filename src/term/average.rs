//! What names and units say of values: averages, rates and intensities do not add up, and
//! a fall may be sent as such.
//!
//! The one list of such words. A rule whose counties would be summed, a draft of a rule,
//! and an audit of changes ask it.

/// What says that values are averages or rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Average {
    /// Their unit: ‰, 岁, 吨标准煤/万元.
    Unit,
    /// The indicator's name: 人均…, …率.
    Name,
}

impl Average {
    /// Whether values of that name, in that unit, add up to nothing, and what says so.
    /// A percentage is no matter of this: it rolls up by its counts.
    pub fn of(name: &str, unit: &str) -> Option<Self> {
        if says_unit(unit) { Some(Self::Unit) } else { says_name(name).then_some(Self::Name) }
    }
}

/// Words that are looked for in the name of every rule: each place in it is held against how
/// all of them begin at once.
struct Words<const N: usize> {
    words: [&'static str; N],
    beginnings: [[u8; 4]; N],
}

impl<const N: usize> Words<N> {
    const fn new(words: [&'static str; N]) -> Self {
        let (mut beginnings, mut at) = ([[0; 4]; N], 0);
        while at < N {
            // No word is shorter than an ideograph.
            if let [a, b, c, ..] = words[at].as_bytes() {
                beginnings[at] = [*a, *b, *c, 0];
            }
            at += 1;
        }
        Self { words, beginnings }
    }

    /// Whether a text holds any of them.
    fn are_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            let Some([a, b, c]) = rest.as_bytes().first_chunk().copied() else { return false };
            self.beginnings.contains(&[a, b, c, 0])
                && self.words.iter().any(|word| rest.starts_with(word))
        })
    }
}

/// How names speak of a fall: then a figure beside them may be by how much.
const FALLS: [&str; 7] = ["降低", "下降", "减少", "压减", "削减", "减排", "降幅"];

/// Whether a name says that something falls: 单位GDP能耗降低.
pub fn says_fall(name: &str) -> bool {
    FALLS.iter().any(|word| name.contains(word))
}

/// Units that add up to nothing.
const UNITS: [&str; 15] = [
    "%",
    "百分点",
    "个百分点",
    "分",
    "倍",
    "位次",
    "名次",
    "岁",
    "周岁",
    "年",
    "天",
    "小时",
    "分钟",
    "℃",
    "分贝",
];

/// What a flow is counted by; 元/月 is none, for what is paid is paid to each.
const PER_TIME: [&str; 4] = ["/年", "/日", "/天", "/小时"];

/// In a name these say that it is an average, whatever else it says.
const AVERAGES: Words<43> = Words::new([
    "人均",
    "户均",
    "平均",
    "均值",
    "亩均",
    "地均",
    "每百",
    "每千",
    "每万",
    "每十万",
    "每亿",
    "每人",
    "每户",
    "每亩",
    "中位数",
    "密度",
    "强度",
    "浓度",
    "占比",
    "寿命",
    "倍差",
    "收入比",
    "之比",
    "性别比",
    "抚养比",
    "师生比",
    "床护比",
    "医护比",
    "满意度",
    "恩格尔系数",
    "基尼系数",
    "优良天数",
    "优良率",
    "单产",
    "单位gdp",
    "单位生产总值",
    "单位国内生产总值",
    "单位地区生产总值",
    "单位工业增加值",
    "单位面积",
    "万元gdp",
    "万元地区生产总值",
    "万元工业增加值",
]);

/// In a name these say that it is no count, unless it goes on to say what is counted:
/// 就业率达标的社区数.
const RATES: Words<18> = Words::new([
    "率",
    "比重",
    "比例",
    "年龄",
    "年限",
    "指数",
    "系数",
    "得分",
    "评分",
    "增速",
    "增幅",
    "时限",
    "时长",
    "（岁）",
    "(岁)",
    "（年）",
    "(年)",
    "距离",
]);

/// At its end these say so.
const ENDS: [&str; 5] = ["标准", "水平", "半径", "单价", "价格"];

/// English words that say so.
const ENGLISH: [&str; 13] = [
    "average",
    "mean",
    "median",
    "per",
    "rate",
    "ratio",
    "share",
    "proportion",
    "percentage",
    "density",
    "intensity",
    "expectancy",
    "index",
];

/// What has one of those words in it and means something else.
const OTHERS: Words<5> = Words::new(["人均等", "人均衡", "年龄段", "按比例", "率先"]);

fn says_unit(unit: &str) -> bool {
    let unit = match PER_TIME.iter().find_map(|time| unit.strip_suffix(time)) {
        Some(flow) if !flow.contains('元') => flow,
        _ => unit,
    };
    UNITS.contains(&unit) || unit.contains(['/', '／', '每', '‰', '％', ':', '：'])
}

fn says_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let name = match OTHERS.are_in(&lower) {
        true => OTHERS.words.iter().fold(lower, |name, other| name.replace(other, "")),
        false => lower,
    };
    // 就业率（登记） ends as 就业率 does.
    let bare = name.split(['（', '(']).next().unwrap_or_default();
    let ends = |word: &str| name.ends_with(word) || bare.ends_with(word);
    AVERAGES.are_in(&name)
        || is_per_many(&name)
        || (!is_count(&name, bare) && RATES.are_in(&name))
        || ENDS.iter().any(|word| ends(word))
        || name.split(|c: char| !c.is_ascii_alphabetic()).any(|word| ENGLISH.contains(&word))
}

/// 万人发明专利拥有量: so many for each ten thousand; 万人以上乡镇 are none of it.
fn is_per_many(name: &str) -> bool {
    let per = ["百人", "千人", "万人", "十万人", "百万人", "百户", "万户", "亿元", "万元"];
    let behind = per.iter().find_map(|per| name.strip_prefix(per));
    let others = ["以上", "以下", "以内", "次", "级", "计划"];
    behind.is_some_and(|rest| !rest.is_empty() && !others.iter().any(|word| rest.starts_with(word)))
}

/// Whether a name ends with what it counts, before the brackets behind it too.
fn is_count(name: &str, bare: &str) -> bool {
    let no_count = ["指数", "系数", "分数", "倍数", "均数", "天数", "年数"];
    let counted = ["数", "人次", "户次", "场次", "批次", "数量", "总量", "总额"];
    [name, bare].iter().any(|name| {
        counted.iter().any(|word| name.ends_with(word))
            && !no_count.iter().any(|word| name.ends_with(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_and_rates_are_told_by_their_names() {
        for name in [
            "残疾人人均可支配收入",
            "平均受教育年限",
            "每千人口床位数",
            "人均预期寿命",
            "每万名残疾人社会工作者数",
            "残疾人就业率",
            "城镇失业率（登记）",
            "无障碍设施指数",
            "满意度得分",
            "服务经费比重",
            "退休年龄",
            "单位GDP能源消耗",
            "万元GDP用水量",
            "碳排放强度",
            "人口密度",
            "城乡居民收入比",
            "细颗粒物浓度",
            "空气质量优良天数",
            "最低生活保障标准",
            "办理时限",
            "亩均税收",
            "万人发明专利拥有量",
            "亿元地区生产总值生产安全事故死亡",
            "出生人口性别比",
            "Life expectancy",
            "Per capita disposable income",
            "Hospital beds per 1,000 people",
        ] {
            assert!(says_name(name), "{name}");
        }
    }

    #[test]
    fn counts_are_no_rates_though_their_names_have_the_words() {
        for name in [
            "劳动年龄段持证残疾人数",
            "残疾人按比例就业人数",
            "残疾人均等享有服务的社区",
            "就业率达标的社区数",
            "就业率达标的社区数（城区）",
            "率先建成的社区",
            "0—6岁残疾儿童",
            "培训人次",
            "残疾人之家",
            "职业技能培训人数",
            "粮食综合生产能力",
            "高标准农田面积",
            "标准化养老机构",
            "万人以上乡镇残疾人之家",
            "亿元以上企业",
            "能源消费总量",
            "People trained",
            "Integrated service centres operated",
        ] {
            assert!(!says_name(name), "{name}");
        }
    }

    #[test]
    fn units_that_add_up_are_those_of_things() {
        for unit in [
            "岁",
            "年",
            "‰",
            "元/人",
            "张/千人",
            "每千人",
            "吨标准煤/万元",
            "人/万人",
            "件/万人",
            "元/月",
            "元/年",
            "微克/立方米",
            "人/平方公里",
            "倍",
            "1:2",
            "%",
        ] {
            assert!(says_unit(unit), "{unit}");
        }
        for unit in ["人", "万元", "平方米", "人次", "人次/年", "万吨/日", "千瓦时", "亿立方米", ""]
        {
            assert!(!says_unit(unit), "{unit}");
        }
    }
}
