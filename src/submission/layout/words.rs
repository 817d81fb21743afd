//! Words that headings and the ends of forms are made of, beside the names of columns, regions
//! and indicators.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::spoken;

/// Words by which a column holds something else than the results of the year: what was
/// planned, an earlier value, what was reckoned from both.
const NOT_RESULTS: &str = "\
目标 目标值 目标数 年度目标 规划目标 规划值 规划数 规划 计划 计划数 计划值 年度计划 任务 任务数 \
任务量 下达数 下达任务 下达指标 责任目标 拟完成 力争 争取 安排数 预安排 年初安排 年初预安排 \
下年安排 应完成 应达到 达标线 及格线 合格线 承诺值 承诺数 指标任务 预期 预期值 预期目标 预计 \
预计数 预测 预测值 预算 预算数 要求 标准 标准值 上年 上年数 上年度 上年同期 上年值 去年 去年同期 \
同期 同期数 上期 上期数 上月 上季度 年初 年初数 期初 期初数 基期 基期值 基期数 基数 基准值 同比 \
环比 比上年 较上年 增减 增长 增长率 增长数 增长值 增加数 减少数 提高数 提升数 增幅 增速 变化 \
差距 差值 差额 差数 差异 差异数 相差 相差数 涨幅 降幅 升幅 增加量 减少量 完成率 完成比例 完成比 \
完成进度 进度 年中 年中数 快报 快报数 初步 target targets plan planned baseline lastyear \
previousyear prioryear nextyear 历史数据 旧数据";

/// The same of what is derived from results and ranks them.
const DERIVED: &str = "排名 排序 位次 名次 得分 分值 分数 权重 评分 等级 评价 趋势 预警 时序进度";

/// Words that say of a column that it holds results.
const RESULTS: &str = "\
实际 实绩 实际数 实际完成 实际达到 实际情况 完成 完成情况 完成数量 实现 达成 年度实际 年度完成 本年 本年度 当年 今年 全年 年度 \
年末 年底 期末 年末数 期末数 全年数 报告期 本期 核定 审定 最终";

/// Words that say nothing of a column.
const NEUTRAL: &str = "情况 数据 报送 统计 示例数据 示例";

/// What a word behind or before a name says of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Qualifier {
    /// The results.
    Result,
    /// Nothing.
    Nothing,
    /// Something else.
    Other,
}

static QUALIFIERS: LazyLock<HashMap<&'static str, Qualifier>> =
    LazyLock::new(|| Qualifier::words().collect());

/// The characters that words for something else than results end with.
static ENDS_OF_OTHERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let others = Qualifier::words().filter(|(_, meaning)| *meaning == Qualifier::Other);
    let others = others.map(|(word, _)| word).chain(DEEDS).chain(AMOUNTS).chain(SHARES_OF);
    let mut ends: Vec<char> = others.filter_map(|word| word.chars().next_back()).collect();
    ends.extend(PLAIN_AMOUNT);
    ends.sort_unstable();
    ends.dedup();
    ends
});

impl Qualifier {
    /// Whether a word for something else than results may end with a character: a quick look.
    pub(super) fn may_end_other(last: char) -> bool {
        ENDS_OF_OTHERS.binary_search(&last).is_ok()
    }

    /// The meaning of a folded word.
    pub(in crate::submission) fn of(word: &str) -> Option<Self> {
        let is_other = || is_intended(word) || is_share_of_all(word);
        QUALIFIERS.get(word).copied().or_else(|| is_other().then_some(Self::Other))
    }

    /// Every word, with its meaning.
    pub(super) fn words() -> impl Iterator<Item = (&'static str, Self)> {
        let lists = [
            (NOT_RESULTS, Self::Other),
            (DERIVED, Self::Other),
            (RESULTS, Self::Result),
            (NEUTRAL, Self::Nothing),
        ];
        let words = |(list, meaning): (&'static str, Self)| {
            list.split_whitespace().map(move |word| (word, meaning))
        };
        lists.into_iter().flat_map(words)
    }
}

/// Words by which somebody means to do what follows. 目标完成 and 计划完成 are what came of it.
const INTENTS: [&str; 11] =
    ["力争", "争取", "确保", "预定", "拟定", "拟", "应", "需", "须", "将", "待"];
/// What somebody means to do.
const DEEDS: [&str; 8] = ["完成", "达到", "达成", "实现", "安排", "预安排", "分配", "达"];
/// What follows if a number of it is meant.
const AMOUNTS: [&str; 3] = ["数", "值", "量"];
/// The signs of a number that follows.
const PLAIN_AMOUNT: [char; 12] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '%'];

/// Whether a folded word says that figures are what is to be: 拟完成数, 力争达到60%.
fn is_intended(word: &str) -> bool {
    let ends = |rest: &str| rest.is_empty() || AMOUNTS.contains(&rest);
    let is_deed = |rest: &str| {
        let rest = rest.trim_end_matches(PLAIN_AMOUNT);
        DEEDS.iter().any(|deed| rest.strip_prefix(deed).is_some_and(ends))
    };
    let mut meant = INTENTS.iter().filter_map(|intent| word.strip_prefix(intent));
    meant.any(|rest| is_deed(rest) || AMOUNTS.contains(&rest))
}

/// What of a whole is a share.
const SHARES_OF: [&str; 3] = ["比重", "比例", "份额"];

/// Whether a folded word says that figures are a share of what all have: 占全市比重.
fn is_share_of_all(word: &str) -> bool {
    word.starts_with("占全") && SHARES_OF.iter().any(|share| word.ends_with(share))
}

/// Headings of columns that describe what is asked for: forms hold them, and nothing in
/// them is sent.
const DESCRIPTIVE: [&str; 17] = [
    "序号",
    "编号",
    "属性",
    "指标属性",
    "指标性质",
    "项目",
    "类别",
    "指标类别",
    "口径",
    "指标口径",
    "计算公式",
    "上年数值",
    "上年分子",
    "上年分母",
    "填报单位",
    "责任单位",
    "牵头单位",
];

/// Whether a folded heading says nothing that is sent.
pub(in crate::submission) fn is_descriptive(heading: &str) -> bool {
    DESCRIPTIVE.contains(&heading)
}

/// What the cells of a row of column numbers hold where the columns are no figures:
/// 甲, 乙, 丙, or the word for the row.
pub(super) fn is_column_mark(folded: &str) -> bool {
    const MARKS: [&str; 13] =
        ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "栏次", "列次", "栏目", "列号", "行次"];
    MARKS.contains(&folded) || (folded.len() == 1 && folded.bytes().all(|c| c.is_ascii_lowercase()))
}

/// Every word, folded, that says what figures are: results, targets, of another time.
pub(super) fn words_of_kinds() -> impl Iterator<Item = &'static str> {
    spoken::words().chain(Qualifier::words().map(|(word, _)| word))
}

/// Whether a folded heading says that its column holds results: 本年完成数.
pub(super) fn says_result(folded: &str) -> bool {
    RESULTS.split_whitespace().any(|word| folded.contains(word))
}
