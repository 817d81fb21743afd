//! What an indicator's name says: its unit, and which way it should go.

use super::cell::is_mark;
use super::fold::{fold, tidy};
use super::sentence::DOING;
use super::{attribute, numbering, unit};
use crate::term::{Average, says_fall};

/// An indicator's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// The name without the number before it and the unit behind it.
    pub(super) text: String,
    /// The number before it.
    pub(super) number: Option<String>,
    /// The unit in the brackets behind it.
    pub(super) unit: Option<String>,
    /// 约束性 or 预期性, in the brackets behind it.
    pub(super) attribute: Option<&'static str>,
    folded: String,
}

/// Endings of what is better low, before 率, 数 and the like.
const LOWER: [&str; 76] = [
    "失业",
    "死亡",
    "伤亡",
    "发生",
    "患病",
    "发病",
    "感染",
    "母婴传播",
    "致残",
    "致贫",
    "自杀",
    "近视",
    "肥胖",
    "超重",
    "吸烟",
    "贫血",
    "低体重",
    "出生缺陷",
    "剖宫产",
    "漏诊",
    "误诊",
    "能耗",
    "能源消耗",
    "消耗",
    "电耗",
    "水耗",
    "用水",
    "排放",
    "污染",
    "超标",
    "浓度",
    "漏损",
    "施用",
    "施用强度",
    "劣Ⅴ类水体",
    "劣V类水体",
    "重污染天数",
    "贫困",
    "返贫",
    "贫困人口",
    "投诉",
    "信访",
    "犯罪",
    "再犯",
    "重新犯罪",
    "发案",
    "警情",
    "违法",
    "事故",
    "火灾",
    "受灾",
    "损失",
    "负债",
    "债务",
    "赤字",
    "不良贷款",
    "逾期",
    "欠薪",
    "辍学",
    "流失",
    "空置",
    "闲置",
    "差距",
    "差异",
    "倍差",
    "收入比",
    "恩格尔系数",
    "基尼系数",
    "抚养比",
    "个人卫生支出",
    "自付",
    "等候",
    "等待",
    "办理时限",
    "响应时间",
    "复发",
];

/// What may stand behind one of those.
const TAILS: [&str; 18] = [
    "率", "总量", "量", "强度", "水平", "人数", "起数", "总数", "数量", "数", "人口", "比例",
    "比重", "占比", "时间", "时长", "面积", "人次",
];

impl Name {
    /// Reads a name's cell.
    pub(super) fn read(cell: &str) -> Self {
        let (number, rest) = numbering::split(cell);
        let tidy = tidy(rest);
        let mut text = &*tidy;
        let (mut unit, mut attribute) = (None, None);
        loop {
            text = text.trim_end_matches(|c| is_mark(c) || matches!(c, '＊' | '※')).trim_end();
            let Some((name, within)) = bracketed(text) else { break };
            let folded = fold(within);
            if unit.is_none()
                && let Some(known) = unit::whole(&folded)
            {
                unit = Some(known);
            } else if attribute.is_none()
                && let Some(known) = attribute::of_word(&folded)
            {
                attribute = Some(known);
            } else {
                break;
            }
            text = name;
        }
        Self { number, unit, attribute, folded: fold(text), text: text.to_owned() }
    }

    /// 增长: the value is a growth, and may fall below zero.
    pub(super) fn is_growth(&self) -> bool {
        let ends = ["增长", "增长率", "增速", "增幅", "增长速度", "增长幅度"];
        let unbracketed = self.folded.split('(').next().unwrap_or_default();
        ends.iter().any(|end| self.folded.ends_with(end) || unbracketed.ends_with(end))
    }

    /// 降低: the value says by how much something has fallen.
    pub(super) fn is_fall(&self) -> bool {
        says_fall(&self.folded)
    }

    /// 建设, 培训: what is counted is done in the course of the plan.
    pub(super) fn is_doing(&self) -> bool {
        DOING.iter().any(|word| self.folded.starts_with(word))
            || ["安置", "新增", "新建"].iter().any(|word| self.folded.contains(word))
    }

    /// 失业率 and the like: probably the lower the better.
    pub(super) fn is_better_low(&self) -> bool {
        let unbracketed = self.folded.split('(').next().unwrap_or_default();
        [&*self.folded, unbracketed].iter().any(|name| {
            let stems = TAILS.iter().filter_map(|tail| name.strip_suffix(tail)).chain([*name]);
            stems.into_iter().any(|stem| LOWER.iter().any(|word| stem.ends_with(word)))
        }) || is_better_low_in_english(&self.folded)
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

fn is_better_low_in_english(folded: &str) -> bool {
    let words =
        ["unemployment", "mortality", "death", "emission", "poverty", "incidence", "dropout"];
    let folded = folded.to_ascii_lowercase();
    words.iter().any(|word| folded.contains(word))
}

/// A text, and what stands in the brackets at its end.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', '）', ']', '］', '〕', '】'])?;
    let at = inner.rfind(['(', '（', '[', '［', '〔', '【'])?;
    let open = inner[at..].chars().next()?;
    let name = text[..at].trim_end();
    (!name.is_empty()).then_some((name, &inner[at + open.len_utf8()..]))
}

/// The unit that a header's cell has in brackets: 目标值（%）.
pub(super) fn unit_behind(cell: &str) -> Option<String> {
    let cell = tidy(cell);
    bracketed(&cell).and_then(|(_, within)| unit::whole(&fold(within)))
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
