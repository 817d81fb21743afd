//! Which kind of thing words are that are said of figures.

use super::claim::{Claim, LEAVING_OUT, Sense};
use super::other_time::{is_bare_time, is_other_time, is_relative};
use super::spoken::{
    behind_other_time, ends_as_estimate, is_compared, is_foreseen, is_goal, is_never_results,
};
use super::terse::{is_doubting, is_never_part, is_no_part};
use super::units::{is_measure, is_unit, stated_unit};
use super::words::Qualifier;
use crate::term::Year;
use crate::text::is_of_several_years;

impl<'t> Claim<'t> {
    /// Whether more than the words themselves says that they are of the figures.
    pub(in crate::submission) fn is_said(self) -> bool {
        self.sense > Sense::Aside
    }

    /// Whether it is that figures are no results: 预计, 2025年目标.
    pub(in crate::submission) fn is_no_result(self) -> bool {
        // What holds of the counts holds of the figure: 分母未更新.
        let of = ["分子", "分母"]
            .into_iter()
            .fold(self.of, |of, count| of.strip_prefix(count).unwrap_or(of));
        ends_as_estimate(of)
            // However it is led to: 按旧口径.
            || matches!(of, "旧口径" | "老口径" | "原口径")
            || refers(of)
            || self.is_unsettled()
            || self.is_said() && self.keeps_what_is_no_part()
            || self.is_said() && (is_never_results(of) || is_foreseen(of) || is_made_of_others(of))
            || self.is_said() && is_doubting(of, self.sense == Sense::Whole)
            || self.sense == Sense::Figures && is_other_figure(of)
            || self.sense >= Sense::Whole && is_other_kind(self.of)
            || self.sense == Sense::Figures && is_goal(self.of)
    }

    /// What figures are said to leave out: 不含普陀山镇, 除白泉镇外, 金塘镇未报.
    pub(in crate::submission) fn left_out(self) -> Option<&'t str> {
        const WORDS: [&str; 12] = [
            "不含",
            "不包括",
            "不包含",
            "未含",
            "未包括",
            "未计入",
            "扣除",
            "除",
            "尚缺",
            "还缺",
            "缺少",
            "缺",
        ];
        const BEHIND: [&str; 14] = [
            "未统计",
            "未上报",
            "未填报",
            "未报送",
            "未报",
            "未纳入",
            "未计入",
            "未汇总",
            "未包括",
            "未包含",
            "缺报",
            "漏报",
            "漏统计",
            "缺失",
        ];
        if let Some(of) = WORDS.iter().find_map(|word| self.of.strip_prefix(word)) {
            let ends = ["以外", "之外", "外", "数据"];
            return Some(ends.iter().find_map(|end| of.strip_suffix(end)).unwrap_or(of));
        }
        let of = BEHIND.iter().find_map(|word| self.of.strip_suffix(word))?;
        let of = of.trim_end_matches(['尚', '还', '均', '都', '暂']);
        let of = of.strip_suffix("数据").unwrap_or(of).trim_start_matches('有');
        // What was left out last year is another matter.
        Some(of).filter(|of| behind_other_time(of).is_none())
    }

    /// Whether it is that they leave out something, however it is called: 不含偏远海岛.
    pub(in crate::submission) fn leaves_out(self) -> bool {
        const MOST: usize = 12;
        let is_short = self.of.chars().nth(MOST).is_none();
        is_short && LEAVING_OUT.iter().any(|word| self.of.starts_with(word))
    }

    /// Whether it is by which basis they were counted: 全市口径. Whose that is each row tells.
    pub(super) fn is_of_basis(self) -> bool {
        self.of.ends_with("口径")
    }

    /// What figures are said to hold beside what they should: 含普陀区.
    pub(in crate::submission) fn taken_in(self) -> Option<&'t str> {
        const WORDS: [&str; 9] =
            ["含", "包含", "包括", "加上", "加", "并入", "合并", "已含", "已包括"];
        let of = WORDS.iter().find_map(|word| self.of.strip_prefix(word))?;
        Some(of.strip_suffix("数据").unwrap_or(of))
    }

    /// What figures are said to hold that is no part of any: 含死亡人员, 未扣除注销人员.
    pub(in crate::submission) fn keeps_what_is_no_part(self) -> bool {
        const KEPT: [&str; 6] = ["未", "没", "没有", "应", "需", "须"];
        const TAKEN_OUT: [&str; 7] = ["扣除", "剔除", "扣减", "删除", "核减", "除去", "减去"];
        let kept = || KEPT.iter().filter_map(|word| self.of.strip_prefix(word));
        let taken_out =
            || kept().find_map(|of| TAKEN_OUT.iter().find_map(|word| of.strip_prefix(word)));
        self.taken_in().is_some_and(is_never_part) || taken_out().is_some_and(is_no_part)
    }

    /// Whose figures are put in the place of the row's own: 参照普陀区, 取全市平均, 同普陀区.
    pub(in crate::submission) fn borrowed(self) -> Option<&'t str> {
        const LEADS: [&str; 24] = [
            "应为",
            "应是",
            "应归",
            "归",
            "误填",
            "参照",
            "比照",
            "参考",
            "按照",
            "按",
            "借用",
            "套用",
            "沿用",
            "使用",
            "采用",
            "引用",
            "取自",
            "来自",
            "抄自",
            "取",
            "用",
            "等同于",
            "等同",
            "见",
        ];
        const TAILS: [&str; 25] = [
            "同期数据",
            "同期数",
            "同期值",
            "同期",
            "的数",
            "平均水平填报",
            "数据填报",
            "平均填报",
            "数填报",
            "的数据",
            "平均水平",
            "平均数",
            "平均值",
            "平均",
            "均值",
            "数据",
            "数值",
            "数字",
            "填报",
            "上报",
            "填列",
            "填",
            "数",
            "值",
            "",
        ];
        /// What both are said to be by themselves: 与普陀区一致.
        const SAME: [&str; 11] = [
            "完全相同",
            "相同",
            "一致",
            "一样",
            "同值",
            "同数",
            "同一数",
            "同一数据",
            "同一个数",
            "同一数值",
            "一个数",
        ];
        /// What may stand before those.
        const TAKEN: [&str; 5] = ["共用", "取", "用", "为", "是"];
        if let Some(of) = TAILS.iter().find_map(|tail| self.lent(&LEADS, tail)) {
            return Some(of);
        }
        let same = || {
            let of = self.of.strip_prefix(['与', '和', '同'])?;
            let of = SAME.iter().find_map(|word| of.strip_suffix(word))?;
            Some(TAKEN.iter().find_map(|word| of.strip_suffix(word)).unwrap_or(of))
        };
        let as_is = || ["值同", "同", "sameas"].iter().find_map(|lead| self.of.strip_prefix(lead));
        let is_it = || self.of.strip_suffix("同值");
        same().or_else(as_is).or_else(is_it).filter(|_| self.is_said())
    }

    /// What stands between a word that leads to another's figures and one that ends with them.
    fn lent(self, leads: &[&str], tail: &str) -> Option<&'t str> {
        let of = leads.iter().find_map(|lead| self.of.strip_prefix(lead))?;
        of.strip_suffix(tail).filter(|of| !of.is_empty())
    }

    /// The unit that figures are said to be in: 单位：万人, 单位均为‰; also where it is all that
    /// is said.
    pub(in crate::submission) fn unit(self) -> Option<&'t str> {
        let alone = Some(self.of).filter(|of| match self.sense {
            Sense::Whole => is_unit(of),
            Sense::Figures => is_measure(of),
            Sense::Aside | Sense::Alone => false,
        });
        stated_unit(self.of).or(alone)
    }

    /// Whether it is that figures are of a time, whichever.
    pub(super) fn is_time(self) -> bool {
        is_bare_time(self.of) || is_relative(self.of)
    }

    /// Whether it is that they are of another time than all of a year.
    pub(in crate::submission) fn is_other_time(self, year: Year) -> bool {
        // Digits may be any number, if nothing says that they are a year.
        let is_number = self.of.bytes().all(|byte| byte.is_ascii_digit());
        let least = if is_number { Sense::Whole } else { Sense::Alone };
        self.sense >= least && is_other_time(self.of, year, self.sense == Sense::Figures)
    }

    /// The number that it tells of a time, which is then no figure of the row: 2022年51%.
    pub(in crate::submission) fn told_beside(self) -> Option<&'t str> {
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
        let before = self.of.trim_end_matches(is_number);
        let number = self.of.get(before.len()..).filter(|number| !number.is_empty())?;
        let is_told = before.ends_with(':') || number.ends_with('%');
        let is_time = is_bare_time(before.trim_end_matches(':')) && !before.is_empty();
        Some(number).filter(|_| is_told && is_time && self.sense != Sense::Figures)
    }
}

/// Whether words stand for others, which may say anything: 同上.
fn refers(of: &str) -> bool {
    const ROWS: [&str; 16] = [
        "同上",
        "同前",
        "同上行",
        "同上一行",
        "同上条",
        "同上一条",
        "如上",
        "如前",
        "见上",
        "见上行",
        "同左",
        "同下",
        "〃",
        "ditto",
        "sameasabove",
        "asabove",
    ];
    ROWS.contains(&of)
}

/// Whether words that are said of figures are of others that are made of them: 合计,
/// 持证残疾人以外.
fn is_other_figure(of: &str) -> bool {
    matches!(of, "合计" | "小计" | "总计") || of.ends_with("以外") || of.ends_with("之外")
}

/// The same of words that need not be said of figures: of many, of several years, of a count
/// of all people, or multiplied: 三年累计, 市级平均, ×100.
fn is_made_of_others(of: &str) -> bool {
    const OTHERS: [&str; 16] = [
        "中位",
        "增量",
        "上限",
        "下限",
        "最大",
        "最小",
        "最高",
        "最低",
        "月均",
        "季均",
        "日均",
        "普查",
        "人口普查",
        "当年新增",
        "本年新增",
        "今年新增",
    ];
    const COMPARED: [char; 12] =
        ['于', '过', '超', '达', '比', '较', '和', '同', '近', '优', '低', '高'];
    const MEANS: [&str; 5] = ["平均", "平均水平", "平均数", "平均值", "均值"];
    const SCALES: [&str; 5] = ["扩大", "放大", "乘", "已乘", "×"];
    let scaled = SCALES.iter().find_map(|word| of.strip_prefix(word));
    let is_scaled = scaled.is_some_and(|by| {
        let by = by.trim_end_matches('倍');
        !by.is_empty() && by.bytes().all(|byte| byte.is_ascii_digit())
    });
    let mean = MEANS.iter().find_map(|word| of.strip_suffix(word));
    let is_beside = |of: &str| of.contains(COMPARED);
    OTHERS.contains(&of)
        || is_scaled
        || mean.is_some_and(|of| !is_beside(of) && !is_compared(of))
        || of.starts_with('第') && of.ends_with("普查")
        || is_of_several_years(of)
}

/// Whether a folded text is a word for what is no result, by itself, behind a time or behind
/// another one: 目标值, 2025年目标.
fn is_other_kind(text: &str) -> bool {
    let is_other = |word: &str| Qualifier::of(word) == Some(Qualifier::Other);
    // Nothing is looked up behind other words: what ends with none of them is none.
    text.chars().next_back().is_some_and(Qualifier::may_end_other)
        && text.char_indices().any(|(at, _)| {
            let (before, word) = text.split_at(at);
            is_other(word) && (is_bare_time(before) || is_other(before))
        })
}
