//! What an indicator's name says: its unit, and which way it should go.

use super::cell::is_mark;
use super::fold::{fold, tidy};
use super::unit;
use crate::term::Average;

/// An indicator's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The name without the unit behind it.
    pub(super) text: String,
    /// The unit in the brackets behind it.
    pub(super) unit: Option<String>,
    folded: String,
}

/// Endings of what is better low, before 率, 数 and the like.
const LOWER: [&str; 31] = [
    "失业",
    "死亡",
    "发生",
    "患病",
    "发病",
    "感染",
    "致残",
    "能耗",
    "能源消耗",
    "消耗",
    "用水",
    "排放",
    "污染",
    "超标",
    "浓度",
    "贫困",
    "返贫",
    "贫困人口",
    "投诉",
    "犯罪",
    "发案",
    "事故",
    "负债",
    "赤字",
    "辍学",
    "流失",
    "空置",
    "差距",
    "倍差",
    "收入比",
    "恩格尔系数",
];

/// What may stand behind one of those.
const TAILS: [&str; 11] =
    ["率", "总量", "量", "强度", "水平", "人数", "起数", "总数", "数量", "数", "人口"];

impl Name {
    /// Reads a name's cell.
    pub(super) fn read(cell: &str) -> Self {
        let tidy = tidy(cell);
        let text = tidy.trim_end_matches(|c| is_mark(c) || matches!(c, '＊' | '※'));
        let (text, unit) = match split_unit(text) {
            Some((text, unit)) => (text, Some(unit)),
            None => (text, None),
        };
        Self { text: text.to_owned(), unit, folded: fold(text) }
    }

    /// 增长: the value is a growth, and may fall below zero.
    pub(super) fn is_growth(&self) -> bool {
        let ends = ["增长", "增长率", "增速", "增幅", "增长速度", "增长幅度"];
        let unbracketed = self.folded.split('(').next().unwrap_or_default();
        ends.iter().any(|end| self.folded.ends_with(end) || unbracketed.ends_with(end))
    }

    /// 降低: the value says by how much something has fallen.
    pub(super) fn is_fall(&self) -> bool {
        ["降低", "下降", "减少", "压减", "削减", "减排"].iter().any(|w| self.folded.contains(w))
    }

    /// 失业率 and the like: probably the lower the better.
    pub(super) fn is_better_low(&self) -> bool {
        let unbracketed = self.folded.split('(').next().unwrap_or_default();
        [&*self.folded, unbracketed].iter().any(|name| {
            let stems = TAILS.iter().filter_map(|tail| name.strip_suffix(tail)).chain([*name]);
            stems.into_iter().any(|stem| LOWER.iter().any(|word| stem.ends_with(word)))
        })
    }

    /// 新增: the value counts what has come since the plan began.
    pub(super) fn is_total(&self) -> bool {
        ["新增", "累计", "新建", "五年"].iter().any(|word| self.folded.contains(word))
    }

    /// Whether the regions' values are averages or shares, which do not add up.
    pub(super) fn is_average(&self, unit: &str) -> bool {
        Average::of(&self.text, unit).is_some()
    }

    /// Whether the name says it is a share, whatever the unit.
    pub(super) fn is_share(&self) -> bool {
        ["率", "比例", "比重", "占比"].iter().any(|end| self.folded.ends_with(end))
    }
}

/// A text and the unit in the brackets at its end.
fn split_unit(text: &str) -> Option<(&str, String)> {
    let inner = text.strip_suffix([')', '）', ']', '］', '〕', '】'])?;
    let at = inner.rfind(['(', '（', '[', '［', '〔', '【'])?;
    let within = inner[at..].chars().next().map_or("", |open| &inner[at + open.len_utf8()..]);
    let name = text[..at].trim_end();
    let unit = unit::whole(&fold(within)).filter(|_| !name.is_empty())?;
    Some((name, unit))
}

/// The unit that a header's cell has in brackets: 目标值（%）.
pub(super) fn unit_behind(cell: &str) -> Option<String> {
    split_unit(&tidy(cell)).map(|(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_the_name_is_taken_off_and_other_brackets_stay() {
        for (cell, text, unit) in [
            ("残疾人就业率（%）", "残疾人就业率", Some("%")),
            ("残疾人就业率 (％)", "残疾人就业率", Some("%")),
            ("高价值发明专利拥有量（件）", "高价值发明专利拥有量", Some("件")),
            ("国内生产总值（GDP）增长（%）", "国内生产总值（GDP）增长", Some("%")),
            ("执业（助理）医师数（人）*", "执业（助理）医师数", Some("人")),
            ("能源综合生产能力（亿吨标准煤）", "能源综合生产能力", Some("亿吨标准煤")),
            ("就业率（城镇）", "就业率（城镇）", None),
            ("指 标", "指标", None),
            ("（%）", "（%）", None),
        ] {
            let name = Name::read(cell);
            assert_eq!((&*name.text, name.unit.as_deref()), (text, unit), "{cell}");
        }
    }

    #[test]
    fn what_is_better_low_is_told_by_its_end_alone() {
        for name in [
            "城镇调查失业率",
            "生产安全事故死亡率",
            "单位GDP能源消耗",
            "城乡居民收入比",
            "细颗粒物浓度",
            "交通事故起数",
            "城镇失业率（登记）",
        ] {
            assert!(Name::read(name).is_better_low(), "{name}");
        }
        for name in ["失业保险参保率", "困难残疾人补贴覆盖率", "投诉办结率", "就业率", "事故处置率"]
        {
            assert!(!Name::read(name).is_better_low(), "{name}");
        }
    }

    #[test]
    fn averages_are_told_from_counts() {
        for (name, unit) in [
            ("人均预期寿命", "岁"),
            ("每千人口拥有托位数", "个"),
            ("劳动年龄人口平均受教育年限", "年"),
            ("用水量", "立方米/万元"),
            ("就业率", ""),
        ] {
            assert!(Name::read(name).is_average(unit), "{name}");
        }
        for (name, unit) in [("职业技能培训人数", "人"), ("粮食综合生产能力", "亿吨")]
        {
            assert!(!Name::read(name).is_average(unit), "{name}");
        }
    }

    #[test]
    fn a_growth_is_told_by_its_name() {
        for name in ["居民人均可支配收入增长", "GDP年均增速", "生产总值增长（不变价）"]
        {
            assert!(Name::read(name).is_growth(), "{name}");
        }
        assert!(!Name::read("增长点数量").is_growth());
    }
}
