//! Words by which a figure does not stand: it is wrong, or is to be another, or is not the last
//! word, or was never had: 分子有误, 应为56.2%, 以年报为准, 数据未上报.

use std::sync::LazyLock;

use super::claim::{Claim, is_component, is_figure};
use super::spoken::{DENIALS, Speaks, behind_other_time, speaks};

/// What is said of a figure that is wrong, whatever it is called.
const WRONG: &str = "有误 有错 错误 笔误 填错 误填 错填 误报 错报";
/// The same of one that is called a figure, or not named.
const VOID: &str = "不对 不实 不准 不准确 存疑 有疑问 有疑义 有出入 对不上 不可用 无效 失效 撤销 撤回 取消 \
已取消 删除 已删除 删 不算 不计 勿用 别用 不要 不用 暂不使用 不予采用 未定 重报 需重报 重新报送 重新上报 误 错 不全 不完整 \
统计不全 汇总不全 部分未报 未全部统计 退回 已退回 已撤回 不通过 未通过 审核不通过 审核未通过 不同意 不采用 勿采用 与实际不符";
/// By how much it is wrong: 多报100人.
const WRONG_BY: &str =
    "多报 少报 虚报 漏报 瞒报 多计 少计 重复统计 重复计算 漏统计 多统计 少统计 重复";
/// What is being done with one that is not there yet.
const DOING: &str = "统计中 汇总中 更新中 审核中 核实中 正在核实 还在核实 核对中 采集中 整理中";
/// Words by which nothing was counted, or nothing was sent.
const ABSENT: &str = "未统计 未报 未上报 未报送 未填报 未取得 未调查 未采集 未汇总 未收到 未出 未开展统计 \
未统计完成 缺报 缺数据 缺数 缺失 暂缺 空缺 没有数据 没有统计 没有上报 没报 没统计 无数据 暂无数据 尚无数据 \
无统计 无法取得 无法统计 无法提供 无法采集 不掌握 不详 不清楚 未知 系统故障 待统计 待报 待填 待补 待定";

/// What is still to be done with a figure that nobody has looked at.
const TO_LOOK: &str = "核实 核对 核定 核准 审核 审定 审 复核 核 确认 确定 统计完成 最终确定 最终核定 最终确认 最终审定";
/// What is still to be done with one that is to be another.
const TO_CHANGE: &str =
    "更正 订正 修正 修改 更改 改正 补报 补充 更新 完善 调整 删除 核减 核增 查 补";
/// Words by which it is still to be done.
const DUE: &str =
    "待 有待 尚待 仍待 需 仍需 还需 尚需 需进一步 待进一步 须 请 尚未 还未 仍未 需重新 待重新 再";
/// The same of what can be left undone.
const NOT_DONE: &str = "未 未经 没有";
/// Words by which another figure goes before it.
const FINAL: &str = "最终 后报 另报 下表 最新 公布 后续 以后 正式 年报 公报 更正 新表 附表 附件 复核 核定 审定 审计 核实";

/// Words that a number follows which the figure should be: 更正：56.2%, 正确值56.2%.
const CORRECTING: &str =
    "应为 应是 应当为 应改为 正确值 正确数 正确数据 正确数字 实际值 真实值 准确值 更正 订正 勘误";
/// The same that lead on with 为, 是 or 成: 改为56.2%.
const MAKING: &str =
    "应 应当 正确 实 实际 真实 准确 修正 修改 更改 改 调整 校正 纠正 变更 核定 审定 更正 订正";

/// Words of which all is made that leads to another figure for the same thing: which figure it is
/// (全年, 12月末, 实际), who has it (统计局, 系统), and what was done before it was had (核减后).
const RESTATING: &str = "全年 全年度 本年 本年度 今年 当年 年报 年末 年底 年终 期末 12月 12月末 12月底 末 底 \
实际 真实 准确 确切 正确 最终 最新 经 现 应 为 是 达 达到 系 \
市级 省级 县级 区级 上级 市残联 省残联 统计局 统计部门 民政 民政局 民政部门 人社 人社局 人社部门 医保局 教育局 系统 平台 台账 国家系统 省系统 部门 \
审计 审核 核定 核实 核对 核查 核减 核增 复核 校核 调整 修正 更正 订正 清理 去重 剔除 扣除 扣减 删除 减去 重复 死亡 注销 迁出 人员 数 后 \
新口径 按新口径 统计口径 口径 按 反馈 认定 提供 公布 统计";
/// What a figure is called that is told there.
const FIGURES: &str = "数据 数值 数字 结果 比率 比例 指标值 完成值 完成数 数 值";

/// The characters that a text ends with of which any of this is said.
static ENDS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let lists = [WRONG, VOID, WRONG_BY, DOING, ABSENT, TO_LOOK, TO_CHANGE, "为准 计"];
    let words = lists.into_iter().flat_map(str::split_whitespace);
    let mut ends: Vec<char> = words.filter_map(|word| word.chars().next_back()).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
});

/// Whether any claim of a folded text may be that nothing was counted or sent: a quick look.
pub(in crate::submission) fn may_be_absent(folded: &str) -> bool {
    let mut words = ABSENT.split_whitespace().chain(DOING.split_whitespace());
    words.any(|word| folded.contains(word))
}

impl<'t> Claim<'t> {
    /// Whether it is that a figure is wrong, withdrawn, not the last word, or not there.
    pub(super) fn is_unsettled(self) -> bool {
        let of = without_amount(self.of);
        if of.chars().next_back().is_none_or(|last| ENDS.binary_search(&last).is_err()) {
            return false;
        }
        let is_counted = of.len() < self.of.len();
        says(of, WRONG, |subject| !is_mended(subject))
            || says(of, VOID, is_of_figure)
            || says(of, WRONG_BY, |subject| is_counted || is_of_figure(subject))
            || is_to_do(of, TO_LOOK, DUE)
            || is_to_do(of, TO_LOOK, NOT_DONE)
            || is_to_do(of, TO_CHANGE, DUE)
            || is_final_elsewhere(of)
            || self.is_absent()
    }

    /// Whether it is that a figure is not the one that holds.
    pub(super) fn is_of_standing(self) -> bool {
        self.is_unsettled() || self.corrected().is_some() || self.restated("").is_some()
    }

    /// The number that it gives for the same thing, which is then the figure or another one: 全年为
    /// 54.2%, 核减后54.2%, 实际就业率54.2%. `own` is the folded name of what the figure is of.
    pub(in crate::submission) fn restated(self, own: &str) -> Option<&'t str> {
        self.share().filter(|(lead, _)| is_restating(lead, own)).map(|(_, number)| number)
    }

    /// The share of a hundred, or the number with a part, that it ends with, and what leads to it:
    /// what counts nothing may be any number.
    pub(in crate::submission) fn share(self) -> Option<(&'t str, &'t str)> {
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let lead = self.of.trim_end_matches('%').trim_end_matches(is_digit);
        let number = self.of.get(lead.len()..).filter(|number| !number.is_empty())?;
        (number.ends_with('%') || number.contains('.')).then_some((lead, number))
    }

    /// Whether it is that nothing was counted or sent: then 0 and 不适用 are no results either.
    pub(in crate::submission) fn is_absent(self) -> bool {
        says(self.of, ABSENT, is_of_figure) || says(self.of, DOING, is_of_figure)
    }

    /// The number that the figure, or a count of it, should be: 应为55%, 分子更正为3412.
    pub(in crate::submission) fn corrected(self) -> Option<&'t str> {
        let mut before = ' ';
        let begins = self.of.char_indices().filter_map(move |(at, c)| {
            let is_first = c.is_ascii_digit() && !matches!(before, '0'..='9' | '.' | ',');
            before = c;
            is_first.then_some(at)
        });
        begins.filter_map(|at| self.of.split_at_checked(at)).find_map(|(lead, number)| {
            let tails = ["为准", "统计", "计算", "填报", "计"];
            let decided = tails.iter().find_map(|tail| number.strip_suffix(tail));
            let number = decided.unwrap_or(number);
            let is_named = without_amount(number).is_empty();
            let bare = number.trim_end_matches(char::is_alphabetic);
            (is_named && is_correcting(lead, decided.is_some())).then_some(bare)
        })
    }
}

/// Whether words lead to what a figure should be, and not to what an aim, or a figure of another
/// time, should. `decided` tells whether it is said behind the number: 以56.2%为准.
fn is_correcting(lead: &str, decided: bool) -> bool {
    const NO_DIGIT: fn(&str) -> bool = |subject| !subject.contains(|c: char| c.is_ascii_digit());
    let made = lead.trim_end_matches(['为', '是', '成']);
    let bare = lead.trim_end_matches(':');
    says(bare, CORRECTING, NO_DIGIT)
        || says(made, CORRECTING, NO_DIGIT)
        || made.len() < lead.len() && says(made, MAKING, NO_DIGIT)
        || decided && says(lead, "以 按", NO_DIGIT)
}

/// Whether all of a text leads to a figure of the name `own`: that it is this year's, whoever's it
/// is, and what it is called, in any order.
fn is_restating(lead: &str, own: &str) -> bool {
    let lead = lead.trim_end_matches(':');
    let lead = lead.trim_end_matches(['为', '是', '达', '到', '系']);
    let is_named = |text: &str| text.chars().count() > 2 && own.ends_with(text);
    let named = lead.char_indices().map(|(at, _)| lead.split_at(at));
    let called = named.filter(|(_, name)| is_named(name)).map(|(before, _)| before).next();
    let figures = || FIGURES.split_whitespace().find_map(|word| lead.strip_suffix(word));
    let mut rest = called.or_else(figures).unwrap_or(lead);
    let is_led = |text: &str| {
        RESTATING
            .split_whitespace()
            .filter(|word| text.starts_with(*word))
            .max_by_key(|word| word.len())
    };
    while let Some(word) = is_led(rest) {
        rest = rest.get(word.len()..).unwrap_or_default();
    }
    !lead.is_empty() && rest.is_empty()
}

/// A text without the number that it ends with, and what that counts: 多报 of 多报100人.
fn without_amount(text: &str) -> &str {
    const COUNTED: [&str; 11] =
        ["%", "‰", "个百分点", "百分点", "人次", "人", "名", "户", "个", "家", "所"];
    let bare = COUNTED.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    let less = bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if less.len() < bare.len() { less } else { text }
}

/// Whether a text is a subject and one of some words that are said of it, and not of an aim or
/// another time.
fn says(text: &str, words: &str, is_subject: impl Fn(&str) -> bool) -> bool {
    const FILL: [char; 12] =
        ['尚', '还', '均', '都', '暂', '仍', '请', '应', '予', '被', '经', '后'];
    words.split_whitespace().filter_map(|word| text.strip_suffix(word)).any(|subject| {
        let named = subject.trim_end_matches(FILL);
        !named.ends_with(|c| DENIALS.contains(c))
            && behind_other_time(named).is_none()
            && speaks(named) != Some(Speaks::OfOthers)
            && (is_subject(named) || is_subject(subject))
    })
}

/// Whether something is still to be done with a figure: 待更正, 尚未最终确定.
fn is_to_do(text: &str, to_do: &str, due: &str) -> bool {
    let mut before = to_do.split_whitespace().filter_map(|word| text.strip_suffix(word));
    before.any(|before| says(before, due, is_of_figure))
}

/// Whether what stands before a word for an error says that there is none any longer.
fn is_mended(subject: &str) -> bool {
    const MENDED: [&str; 8] = ["没有", "纠正", "改正", "更正", "修正", "消除", "避免", "发现"];
    MENDED.iter().any(|word| subject.ends_with(word))
}

/// Whether a subject is the figure, or what it is made of, or is left out.
fn is_of_figure(subject: &str) -> bool {
    const MORE: [&str; 6] = ["指标", "情况", "项", "行", "条", "此"];
    subject.is_empty()
        || is_figure(subject)
        || is_component(subject)
        || MORE.iter().any(|word| subject.ends_with(word))
}

/// Whether another figure is the one that holds: 以年报为准, 按核定数计.
fn is_final_elsewhere(text: &str) -> bool {
    let other = ["为准", "计"].iter().find_map(|tail| text.strip_suffix(tail));
    let led = other.and_then(|text| text.rsplit_once(['以', '按']));
    let is_final = |other: &str| FINAL.split_whitespace().any(|word| other.contains(word));
    led.is_some_and(|(subject, other)| {
        is_of_figure(subject.trim_end_matches(['最', '终', '请', '应', ','])) && is_final(other)
    })
}
