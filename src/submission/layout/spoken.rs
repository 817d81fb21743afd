//! Words by which titles, remarks and names of files say what the figures below them are: results,
//! targets, of another time, or none at all.

use std::sync::LazyLock;

use hashbrown::HashSet;

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
/// Words that end what a title says if it is of what is asked for, or was agreed on.
const OTHER_HEADS: &str = "标准 参考值 底线 红线 基准 上限 下限 限额 额度 配额 达标线 责任状 承诺书 任务分解 任务书 责任书 \
建议数 建议值 满分值 分配数 需求数 考核要求";
/// Words by which it is of another time.
const OTHER_TIMES: [&str; 25] = [
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
    "下年度",
    "下年",
    "下一年",
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
/// Words of another time, of less than a year, or of what is reckoned from results, if nothing else
/// is said.
const OTHERS_ALONE: &str = "\
变动 比重 偏差 标准差 排行 情景 历史 往期 早期 下期 上届 基年 期中 中期 半年 季度 月度 旬报 周报 春季 夏季 秋季 冬季 学年";
/// Words by which figures are no results, if nothing else is said: guessed, tried, or put in for
/// others.
const NONE_ALONE: &str = "\
参考 供参考 估 预 暂 旧 老 暂定 暂行 初步 约 大约 大概 约数 概数 概算 分摊 后补 占位 预填 预判 估报 暂报 初报 初报数 推演 推估 假设 展望 \
测试 内部测试 试填 试报 模拟 仿真 虚拟 演示 演练 样本 空表 空白表 修改稿 过程稿 半成品 讨论用 \
审前 勿报 旧数 旧数据 老数据 错版 废 废弃 废止 过期 已过期 停用 不用 已替换 被替代 待删 重复 void wrong obsolete deprecated";
static ALONE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| NONE_ALONE.split_whitespace().collect());
/// Words by which a title that speaks of targets is of what came of them.
const OUTCOMES: [&str; 12] = [
    "完成", "执行", "实绩", "实际", "落实", "进展", "推进", "报送", "实现", "达成", "监测", "评估",
];
/// What a folded title says of the figures below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// What stands behind a word for another time than the year that a folded text begins with.
pub(in crate::submission) fn behind_other_time(folded: &str) -> Option<&str> {
    OTHER_TIMES.iter().find_map(|word| folded.strip_prefix(word))
}

/// Whether a folded text is a word for what is no result of anything: 预计, 草稿.
pub(super) fn is_never_results(folded: &str) -> bool {
    ESTIMATES.contains(&folded)
        || DRAFTS.contains(&folded)
        || RECKONED.contains(&folded)
        || ALONE.contains(folded)
}

/// Whether a folded text is a word for another time, or ends with one for what is asked for.
pub(super) fn is_of_others(folded: &str) -> bool {
    let mut heads = OTHER_HEADS.split_whitespace();
    OTHERS_ALONE.split_whitespace().any(|word| word == folded)
        || heads.any(|head| folded.ends_with(head))
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
    const DENIED: [&str; 3] = ["不存在", "没有", "不涉及"];
    let before = before.trim_end_matches(['为', '是', '系', '属']);
    before.ends_with(|last| COMPARED.contains(last) || DENIALS.contains(last))
        && !before.ends_with("下达")
        || DENIED.iter().any(|word| before.ends_with(word))
}

/// Every word, folded, by which a text says what figures are.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let lists = [&OTHER_TITLES[..], &OTHER_TIMES, &CHANGES, &ESTIMATES, &DRAFTS, &VOID, &OUTCOMES];
    lists.into_iter().flatten().copied()
}
