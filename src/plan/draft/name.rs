//! What an indicator's name says: its unit, and which way it should go.

use super::amount::whole_unit;
use super::attribute;
use super::fold::{bracketed, fold, is_mark, numbered, tidy};
use super::sentence::DOING;
use super::words::{begins, ends, has};
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
const LOWER: &str = "
    失业 死亡 伤亡 发生 患病 发病 感染 母婴传播 致残 致贫 自杀 近视 肥胖 超重 吸烟 贫血 低体重
    出生缺陷 剖宫产 漏诊 误诊 复发 能耗 能源消耗 消耗 电耗 水耗 用水 排放 污染 超标 浓度 漏损 施用
    施用强度 劣Ⅴ类水体 劣V类水体 重污染天数 贫困 返贫 贫困人口 投诉 信访 犯罪 再犯 重新犯罪 发案
    警情 违法 事故 火灾 受灾 损失 负债 债务 赤字 不良贷款 逾期 欠薪 辍学 流失 空置 闲置 差距 差异
    倍差 收入比 恩格尔系数 基尼系数 抚养比 个人卫生支出 自付 等候 等待 办理时限 响应时间";

/// What may stand behind one of those.
const TAILS: &str = "
    率 总量 量 强度 水平 人数 起数 总数 数量 数 人口 比例 比重 占比 时间 时长 面积 人次";

/// The same in English.
const LOWER_IN_ENGLISH: &str = "unemployment mortality death emission poverty incidence dropout";

impl Name {
    /// Reads a name's cell.
    pub(super) fn read(cell: &str) -> Self {
        let (number, rest) = numbered(cell);
        let tidy = tidy(rest);
        let mut text = &*tidy;
        let (mut unit, mut attribute) = (None, None);
        loop {
            text = text.trim_end_matches(|c| is_mark(c) || matches!(c, '＊' | '※')).trim_end();
            let Some((name, within)) = bracketed(text) else { break };
            let folded = fold(within);
            if unit.is_none()
                && let Some(known) = whole_unit(&folded)
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

    /// The name, and what of it stands before brackets.
    fn wholes(&self) -> [&str; 2] {
        [&*self.folded, self.folded.split('(').next().unwrap_or_default()]
    }

    /// 增长: the value is a growth, and may fall below zero.
    pub(super) fn is_growth(&self) -> bool {
        let growth = "增长 增长率 增速 增幅 增长速度 增长幅度";
        self.wholes().into_iter().any(|name| ends(name, growth))
    }

    /// 降低: the value says by how much something has fallen.
    pub(super) fn is_fall(&self) -> bool {
        says_fall(&self.folded)
    }

    /// 建设, 培训: what is counted is done in the course of the plan.
    pub(super) fn is_doing(&self) -> bool {
        begins(&self.folded, DOING) || has(&self.folded, "安置 新增 新建")
    }

    /// 失业率 and the like: probably the lower the better.
    pub(super) fn is_better_low(&self) -> bool {
        let tails = || TAILS.split_whitespace().chain([""]);
        let is_low = |name: &str| {
            tails().filter_map(|tail| name.strip_suffix(tail)).any(|stem| ends(stem, LOWER))
        };
        self.wholes().into_iter().any(is_low)
            || has(&self.folded.to_ascii_lowercase(), LOWER_IN_ENGLISH)
    }

    /// 新增: the value counts what has come since the plan began.
    pub(super) fn is_total(&self) -> bool {
        has(&self.folded, "新增 累计 新建 五年")
    }

    /// Whether the regions' values are averages or shares, which do not add up.
    pub(super) fn is_average(&self, unit: &str) -> bool {
        Average::of(&self.text, unit).is_some()
    }

    /// Whether the name says it is a share, whatever the unit.
    pub(super) fn is_share(&self) -> bool {
        ends(&self.folded, "率 比例 比重 占比")
    }
}
