//! Headings of further columns that say of each row which figures it holds.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::claim::{Claim, Sense};
use super::common::may_be_part;
use super::spoken::{behind_other_time, is_never_results};
use super::words::Qualifier;
use crate::term::Level;

/// What a further column tells of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Key<'h> {
    /// Which part of a region's figures they are: 性别, 季度, 数据性质.
    Part,
    /// Whether they are what a word says: 是否有效, 作废.
    Asks(&'h str),
    /// What figures have to be multiplied with.
    Factor,
    /// Whose they are by level: 市级, 县级.
    Level,
    /// A figure in the place of the one that was sent.
    Figure,
    /// Which of several sendings they are of: 版本, 批次. Two in one table are not one.
    Edition,
    /// Whether they are above or below zero: 符号.
    Sign,
    /// By how much they may be wrong: 误差.
    Spread,
    /// In which country, province or city their places lie.
    Within(Level),
}

const PARTS: &str = "\
数据期 数据时间 数据时点 数据日期 报表期 时点 统计时点 统计时间 统计日期 截止日期 截止时间 截至日期 学年 \
月份 月 月度 月别 季度 季 季别 半年 期间 时期 时段 期别 频度 频率 周期 统计周期 报送周期 街道 乡镇 镇街 乡镇(街道) 功能区 性别 城乡 分组 \
年龄 年龄段 残疾类别 残疾等级 户籍 人群 民族 范围 统计范围 数据范围 数据类型 数据性质 数据状态 类型 状态 审核状态 审核结果 \
情景 情形 场景 方案 假设 维度 币种 货币 比较符 运算符 限定符 前缀 后缀 数据质量 可信度 置信度 周 周次 旬 \
gender sex month quarter scenario currency status operator qualifier";
const FACTORS: &str = "\
倍率 倍数 乘数 系数 换算系数 换算率 折算系数 放大倍数 缩放 scale multiplier factor";
const LEVELS: &str = "层级 级别 行政级别 行政层级 数据层级 level";

const FIGURES: &str = "\
修正值 修正数 调整值 调整数 更正值 更正数 订正值 订正数 审核值 审核数 核实值 核实数 复核值 复核数 校正值 校正数 调整后 修正后 更正后";

const SIGNS: &str = "符号 正负 正负号 方向 sign direction";
const SPREADS: &str = "误差 误差范围 抽样误差 标准误 标准误差 置信区间 变异系数 不确定度 error";
const NATIONS: &str = "国家 国别 country nation";
const PROVINCES: &str = "省 省份 所在省 所属省 province";
const CITIES: &str = "市 城市 所在市 所属市 city";
/// What headings of sendings end with.
const EDITIONS: [&str; 10] =
    ["版本", "版本号", "版次", "稿次", "批次", "批号", "轮次", "version", "batch", "revision"];

/// Words of which figures that are to be used are said.
const SOUND: &str = "\
有效 采用 启用 审核 核定 审定 确认 核实 审核通过 通过 正式 最终 定稿 完整 准确 valid active final approved confirmed verified";
/// Words of which those are said that are not.
const UNSOUND: &str = "\
作废 无效 删除 停用 废止 撤回 退回 错误 异常 有误 存疑 缺失 deleted void invalid";
/// Words of rows that are made of others, as those of the whole are.
const TOTALS: &str = "小计 合计 总计 汇总 total subtotal";

static KEYS: LazyLock<HashMap<&'static str, Key<'static>>> = LazyLock::new(|| {
    let words = |list: &'static str, key: fn(&'static str) -> Key<'static>| {
        list.split_whitespace().map(move |word| (word, key(word)))
    };
    let asked = [SOUND, UNSOUND, TOTALS].into_iter().flat_map(|list| words(list, Key::Asks));
    let known = words(PARTS, |_| Key::Part)
        .chain(words(FACTORS, |_| Key::Factor))
        .chain(words(FIGURES, |_| Key::Figure))
        .chain(words(SIGNS, |_| Key::Sign))
        .chain(words(SPREADS, |_| Key::Spread))
        .chain(words(NATIONS, |_| Key::Within(Level::Nation)))
        .chain(words(PROVINCES, |_| Key::Within(Level::Province)))
        .chain(words(CITIES, |_| Key::Within(Level::City)))
        .chain(words(LEVELS, |_| Key::Level));
    asked.chain(known).collect()
});

impl<'h> Key<'h> {
    /// What a folded heading is, if its column tells rows from one another.
    pub(in crate::submission) fn of(folded: &'h str) -> Option<Self> {
        let bare = folded.strip_prefix('已').unwrap_or(folded);
        let flag = ["标记", "标志", "标识"].iter().find_map(|end| bare.strip_suffix(end));
        let ends = |ends: &[&str]| ends.iter().any(|end| folded.ends_with(end));
        let ending = || match folded {
            _ if ends(&EDITIONS) => Some(Self::Edition),
            // 所属街道
            _ if ends(&["街道", "乡镇", "镇街", "社区"]) => Some(Self::Part),
            _ => None,
        };
        let asked = flag.and_then(|word| KEYS.get(word));
        KEYS.get(bare).or(asked).copied().or_else(ending).or_else(|| {
            let word = folded.strip_prefix("是否").or_else(|| folded.strip_prefix("is_"))?;
            Some(Self::Asks(word.strip_prefix('为').unwrap_or(word)))
        })
    }

    /// Whether a folded name of a row says that it is made of others: 合计, 全市平均.
    pub(in crate::submission) fn is_total(name: &str) -> bool {
        const OF: [&str; 7] = ["全市", "全县", "全区", "各县区", "各县(区)", "各区县", "各地"];
        const MORE: &str = "共计 总数 总量 平均 均值 average mean";
        let name = name.trim_end_matches(':');
        let name = OF.iter().find_map(|of| name.strip_prefix(of)).unwrap_or(name);
        let word = name.strip_suffix(['数', '值']).unwrap_or(name);
        [name, word].iter().any(|word| is_in(TOTALS, word) || is_in(MORE, word))
    }

    /// Whether rows are no results of one region for which the answer about a word is yes, or
    /// is no.
    pub(in crate::submission) fn denies(word: &str, yes: bool, is_whole: bool) -> bool {
        let kind = word.trim_end_matches(['数', '值']);
        let is_goal = matches!(kind, "目标" | "计划" | "规划" | "任务" | "预期");
        let is_other = || {
            is_goal && Qualifier::of(word) == Some(Qualifier::Other)
                || is_never_results(kind)
                || is_never_results(word)
                || Claim { of: word, sense: Sense::Whole }.is_unsettled()
                || behind_other_time(kind).is_some()
        };
        if yes {
            is_in(UNSOUND, word) || is_other() || !is_whole && is_in(TOTALS, word)
        } else {
            let part = ["包含", "包括", "含"].iter().find_map(|lead| word.strip_prefix(lead));
            is_in(SOUND, word) || part.is_some_and(may_be_part)
        }
    }
}

/// Whether a word stands in a list.
fn is_in(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|other| other == word)
}
