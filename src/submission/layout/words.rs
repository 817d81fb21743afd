//! Words that headings, titles and the ends of forms are made of, beside the names of
//! columns, regions and indicators.

use std::sync::LazyLock;

use hashbrown::{HashMap, HashSet};

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
实际 实绩 实际数 实际完成 实际情况 完成 完成情况 完成数量 实现 达成 年度实际 年度完成 本年 本年度 当年 今年 全年 年度 \
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

static DOUBTS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| DOUBTFUL.split_whitespace().collect());

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

/// Words by which a title, a sheet or a file is of something else than results: of targets
/// and the like, unless it speaks of what came of them.
const OTHER_TITLES: [&str; 22] = [
    "target",
    "budget",
    "目标",
    "计划",
    "任务分解",
    "任务书",
    "责任书",
    "规划值",
    "预算",
    "分解表",
    "下达",
    "填表示例",
    "填报示例",
    "历史数据",
    "对比数据",
    "备查",
    "基期数据",
    "旧口径",
    "排名",
    "得分",
    "差距",
    "缺口",
];
/// Words that end what a title says if it is of what is asked for.
const OTHER_HEADS: [&str; 5] = ["标准", "参考值", "底线", "红线", "基准"];
/// Words by which it is of another time.
const OTHER_TIMES: [&str; 22] = [
    "本月",
    "当月",
    "上月",
    "本季",
    "当季",
    "上季",
    "上年",
    "去年",
    "同期",
    "上期",
    "前年",
    "往年",
    "历年",
    "明年",
    "次年",
    "来年",
    "上一年",
    "前一年",
    "lastyear",
    "previousyear",
    "prioryear",
    "nextyear",
];
/// Words by which it is of how much has changed.
const CHANGES: [&str; 6] = ["同比", "环比", "增减", "增幅", "变化", "差值"];
/// Words by which it is of no results at all, but of what somebody reckons.
const ESTIMATES: [&str; 35] = [
    "预计",
    "预测",
    "预估",
    "测算",
    "估算",
    "估计",
    "暂估",
    "推算",
    "匡算",
    "模拟数",
    "模拟数据",
    "快报",
    "预报",
    "初步统计",
    "初步核算",
    "初步汇总",
    "初步数",
    "审计前",
    "审核前",
    "核定前",
    "修订前",
    "修正前",
    "更正前",
    "调整前",
    "修改前",
    "变更前",
    "核实前",
    "校正前",
    "未经审计",
    "未审计",
    "estimate",
    "estimated",
    "forecast",
    "projected",
    "projection",
];
/// Words that end a remark by which a figure was made up from others.
const RECKONED: [&str; 14] = [
    "折算",
    "折年",
    "年化",
    "外推",
    "内插",
    "插值",
    "倒推",
    "反推",
    "反算",
    "推断",
    "凑数",
    "填充",
    "默认",
    "默认值",
];
/// Words by which it is of no results at all, but a draft or a form.
const DRAFTS: [&str; 11] = [
    "草稿",
    "草案",
    "草表",
    "初稿",
    "送审稿",
    "征求意见稿",
    "讨论稿",
    "未定稿",
    "样表",
    "模板",
    "draft",
];
/// Words by which it is of no results that still hold.
const VOID: [&str; 11] = [
    "作废",
    "无效",
    "未更新",
    "待更新",
    "尚未更新",
    "暂未更新",
    "未及时更新",
    "请勿使用",
    "错误数据",
    "无数据",
    "未统计",
];
/// What is said of figures, and of nothing else, that are no results yet, or not of all.
const DOUBTFUL: &str = "\
有误 待核实 待核 待确认 待定 参考 供参考 估 预 暂 暂定 初步 约 大约 大概 年化 折算 分摊 插值 不全 不完整 不准确 \
存疑 漏报 错报 填错 错误 有错 有出入 核实中 正在核实 还在核实 未核实 未确认 未审核 未经审核 待审核 审核中 未通过 审核未通过 \
未最终核定 尚未最终核定 未核定 尚未核定 未审定 尚未审定 未经核实 疑似错误 误 错 请勿采用 勿采用 不采用 \
退回 已退回 撤回 已撤回 审核不通过 不通过 不同意 测试 试填 试报 模拟 演示 演练 占位 待填 预填 老口径 原口径 \
待补 后补 暂缺 空缺 无法统计 没有统计 统计不全 汇总不全 部分未报 未全部统计 旧口径 与实际不符";
/// Words by which a title that speaks of targets is of what came of them.
const OUTCOMES: [&str; 12] = [
    "完成", "执行", "实绩", "实际", "落实", "进展", "推进", "报送", "实现", "达成", "监测", "评估",
];
/// What a folded title says of the figures below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Speaks {
    /// Of results.
    OfResults,
    /// Of targets or of another time: results may stand beside them, if headings tell which
    /// is which.
    OfOthers,
    /// Of no results.
    Never,
}

/// What a folded title speaks of, if it says.
pub(in crate::submission) fn speaks(folded: &str) -> Option<Speaks> {
    let said = |word: &&str| folded.contains(*word);
    let is_outcome = OUTCOMES.iter().any(said);
    if ESTIMATES.iter().chain(&DRAFTS).chain(&VOID).any(said) {
        Some(Speaks::Never)
    } else if OTHER_TIMES.iter().chain(&CHANGES).any(said)
        || !is_outcome && OTHER_TITLES.iter().any(said)
    {
        Some(Speaks::OfOthers)
    } else {
        is_outcome.then_some(Speaks::OfResults)
    }
}

/// Whether all that a folded title says, or what it says in brackets, is a word for
/// something else than results, beside a year: 2023年增速, 完成情况(计划数), plan 2023.
pub(super) fn names_others(folded: &str) -> bool {
    folded
        .split(['(', ')', '[', ']', '_'])
        .flat_map(|part| [part, without_year(part), without_plain(without_year(part))])
        .any(|word| {
            Qualifier::of(word) == Some(Qualifier::Other) && !word.ends_with("进度")
                || DOUBTS.contains(word)
                || OTHER_HEADS.iter().any(|head| word.ends_with(head))
        })
}

fn without_year(part: &str) -> &str {
    let part = part.trim_end_matches(|c: char| c.is_ascii_digit());
    part.trim_start_matches(|c: char| c.is_ascii_digit() || "年度".contains(c))
}

/// A folded title without the words around it that say that it is one of a table.
fn without_plain(mut title: &str) -> &str {
    const PLAIN: [&str; 14] = [
        "主要指标",
        "指标",
        "情况",
        "数据",
        "一览表",
        "一览",
        "汇总表",
        "汇总",
        "清单",
        "统计表",
        "统计",
        "报表",
        "明细",
        "表",
    ];
    while let Some(rest) =
        PLAIN.iter().find_map(|word| title.strip_prefix(word).or_else(|| title.strip_suffix(word)))
    {
        title = rest;
    }
    title
}

/// What stands behind a word for another time than the year that a folded text begins with.
pub(in crate::submission) fn behind_other_time(folded: &str) -> Option<&str> {
    OTHER_TIMES.iter().find_map(|word| folded.strip_prefix(word))
}

/// Whether a folded text is a word for what is no result of anything: 预计, 草稿.
pub(in crate::submission) fn is_never_results(folded: &str) -> bool {
    ESTIMATES.contains(&folded)
        || DRAFTS.contains(&folded)
        || RECKONED.contains(&folded)
        || DOUBTS.contains(folded)
}

/// Whether a folded text is what somebody foresees of the year itself: 预计全年.
pub(in crate::submission) fn is_foreseen(folded: &str) -> bool {
    const OWN: [&str; 7] = ["全年", "年底", "年末", "期末", "本年", "本年度", "当年"];
    let rest = ESTIMATES.iter().find_map(|word| folded.strip_prefix(word));
    rest.is_some_and(|rest| OWN.contains(&rest))
}

/// Whether a folded text ends by saying that figures were reckoned, or hold no longer:
/// 按抽样推算, 未更新.
pub(in crate::submission) fn ends_as_estimate(folded: &str) -> bool {
    let before = |word: &&str| folded.strip_suffix(*word);
    VOID.contains(&folded)
        || folded.ends_with("作废")
        || ESTIMATES
            .iter()
            .chain(&RECKONED)
            .find_map(before)
            .is_some_and(|before| !before.is_empty() && !is_compared(before))
}

/// Whether a folded text is a word for what was aimed at, whoever did: 目标, 区里下达任务.
pub(in crate::submission) fn is_goal(folded: &str) -> bool {
    const GOALS: [&str; 5] = ["目标", "任务", "计划", "规划", "预期"];
    let before = GOALS.iter().find_map(|word| folded.strip_suffix(word));
    before.is_some_and(|before| !is_compared(before) && speaks(before) != Some(Speaks::OfResults))
}

/// What takes back the word that follows.
pub(super) const DENIALS: &str = "不非未没勿无别免";

/// Whether a text that stands before a word takes it back, or only compares with it: 低于.
pub(super) fn is_compared(before: &str) -> bool {
    const COMPARED: &str = "于过超达到比较与和同合";
    let before = before.trim_end_matches(['为', '是', '系', '属']);
    before.ends_with(|last| COMPARED.contains(last) || DENIALS.contains(last))
        && !before.ends_with("下达")
}

/// Every word, folded, that says what figures are: results, targets, of another time.
pub(super) fn words_of_kinds() -> impl Iterator<Item = &'static str> {
    let lists = [&OTHER_TITLES[..], &OTHER_TIMES, &CHANGES, &ESTIMATES, &DRAFTS, &VOID, &OUTCOMES];
    let words = lists.into_iter().flatten().copied();
    words.chain(Qualifier::words().map(|(word, _)| word))
}

/// Whether a folded heading says that its column holds results: 本年完成数.
pub(super) fn says_result(folded: &str) -> bool {
    RESULTS.split_whitespace().any(|word| folded.contains(word))
}
