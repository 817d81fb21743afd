//! What a remark or a note claims that figures are of: 沿用2022年数据, 系农村数据, 为预计数.
//!
//! Words that only lead to it (数据为, 沿用) and that only count it (数, 数据, 填报) come off
//! one by one; what is left is what the figures may be of, for others to read.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words::{
    Qualifier, Speaks, behind_other_time, ends_as_estimate, is_goal, is_never_results, is_unit,
    speaks,
};
use crate::term::Year;
use crate::text::{self, Part, Period};

/// What figures may be said to be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) struct Claim<'t> {
    /// The bare words: `2022年`, `农村`, `预计`.
    pub(in crate::submission) of: &'t str,
    /// How surely they are said of the figures.
    pub(in crate::submission) sense: Sense,
}

impl<'t> Claim<'t> {
    /// Whether more than the words themselves says that they are of the figures.
    pub(in crate::submission) fn is_said(self) -> bool {
        self.sense > Sense::Aside
    }

    /// Whether it is that figures are no results: 预计, 2025年目标.
    pub(in crate::submission) fn is_no_result(self) -> bool {
        ends_as_estimate(self.of)
            || self.is_said() && is_never_results(self.of)
            || self.sense >= Sense::Whole && is_other_kind(self.of)
            || self.sense == Sense::Figures && is_goal(self.of)
    }

    /// The unit that figures are said to be in: 单位：万人, 单位均为‰.
    pub(super) fn labelled_unit(self) -> Option<&'t str> {
        let (_, rest) = self.of.split_once("单位")?;
        Some(rest.trim_start_matches(['均', '都', '为', '是', ':'])).filter(|unit| is_unit(unit))
    }

    /// The same, also where the text is a unit and nothing else.
    pub(in crate::submission) fn unit(self) -> Option<&'t str> {
        let alone = Some(self.of).filter(|of| self.sense == Sense::Whole && is_unit(of));
        self.labelled_unit().or(alone)
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
}

/// How surely words are said of figures, and not of something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::submission) enum Sense {
    /// Other words stand beside: 2022年，新建2家.
    Aside,
    /// The text says nothing else.
    Alone,
    /// The text says nothing else, and no word came off.
    Whole,
    /// A word for figures stands beside: 2022年数据, 系计划.
    Figures,
}

/// No more of a text is looked at behind a word that leads to a claim, in bytes.
const LONGEST: usize = 60;

/// Words that lead to what figures are of, and say that it is said of figures.
const TELLING_LEADS: &str = "数据 数值 数字 此数据 该数据 本数据 此数 该数 本数 年份 年度 统计期 报告期 所属期 统计至 统计到 统计截至 统计截止 数据至 数据到 \
全部数据 所有数据 这是 只 仅 仅含 仅包括 仅限 仅统计 只含 只包括 沿用 延用 套用 借用 误填 误报 错填 属于 作为 为 系 是 属 figure figures value values data is are";
/// Words that lead to it and say nothing.
const LEADS: &str = "示例数据 示例 备注 说明 注 : - “ \" * ** ※ ① ② ③ ¹ ² ³ 指标 口径 范围 来源于 来源 所属 期间 时期 时间 日期 时点 此行 \
该行 本行 此项 该项 本项 此处 此 这 该 均 都 全部 所有 暂时 暂 仍然 仍 继续 目前 现 实 因此 故 初步 粗略 大致 的 了 \
sampledata note remark asof of the";
/// Words that lead to it, also in the middle of a clause, and tell what is done with it: of
/// itself it is no claim (按计划推进).
const TURNS: &str = "填报 填写 填 上报 报送 采用 使用 引用 取自 摘自 引自 来自 源自 出自 按照 根据 依据 参照 参考 统计 \
用 按 以 取 basedon using uses used from";
/// The same, which also tell that it is said of figures.
const TELLING_TURNS: &str = "沿用 延用 套用 借用 误填 误报 错填";
const COPULAS: [char; 3] = ['为', '系', '是'];
/// Words that end it, and say that it is said of figures.
const TELLING_TAILS: &str = "数据 数值 数字 数 值 年报 报表 台账 统计 计算 代替 替代 代 为准 得出 所得 累计 合计 \
完成数 完成值 实绩 实际 实际完成 data figure figures value values only";
/// The same of a period: behind a month or a day it is when something was filled in.
const FILING_TAILS: &str = "填报 填写 填列 上报 报送";
/// Words that end it and say nothing.
const TAILS: &str = "示例数据 示例 情况 完成情况 的 了 ” \" 's ’s";

/// What takes back the word that follows.
const DENIALS: [char; 8] = ['不', '非', '未', '没', '勿', '无', '别', '免'];
/// How a clause goes on behind what it claims: 2022年数据今年未统计.
const SEQUELS: [&str; 12] =
    ["未", "待", "暂", "代", "尚", "没", "无", "供", "仅", "今年", "本年", "当年"];
/// How it goes on behind figures that are only compared with.
const COMPARED: [&str; 8] = ["相比", "比较", "为基", "作基", "相同", "一致", "持平", "相符"];

/// What a word that comes off says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Tells,
    Turns,
    Files,
    Nothing,
}

/// Words by a character at which they are looked for, the longest first.
type Index = BTreeMap<char, Vec<(&'static str, Role)>>;

fn index(lists: &[(&'static str, Role)], key: fn(&str) -> Option<char>) -> Index {
    let mut index = Index::new();
    for (list, role) in lists {
        for word in list.split_whitespace() {
            if let Some(key) = key(word) {
                index.entry(key).or_default().push((word, *role));
            }
        }
    }
    index.values_mut().for_each(|words| words.sort_by_key(|(word, _)| Reverse(word.len())));
    index
}

static BEFORE: LazyLock<Index> = LazyLock::new(|| {
    let lists = [(TELLING_LEADS, Role::Tells), (TURNS, Role::Turns), (LEADS, Role::Nothing)];
    index(&lists, |word| word.chars().next())
});
static BEHIND: LazyLock<Index> = LazyLock::new(|| {
    let lists = [(TELLING_TAILS, Role::Tells), (FILING_TAILS, Role::Files), (TAILS, Role::Nothing)];
    index(&lists, |word| word.chars().next_back())
});
static WITHIN: LazyLock<Index> = LazyLock::new(|| {
    let lists = [(TELLING_TURNS, Role::Tells), (TURNS, Role::Turns)];
    index(&lists, |word| word.chars().next())
});

/// Whether anything that a folded text may claim is what is asked for.
pub(in crate::submission) fn any_claim(
    folded: &str,
    asked: &mut dyn FnMut(Claim<'_>) -> bool,
) -> bool {
    const ENDS: [char; 11] = [',', '。', ';', '!', '?', '(', ')', '[', ']', '《', '》'];
    let mut saying = folded.split(ENDS).filter(|clause| !says_nothing(clause));
    let is_one = saying.next().is_some() && saying.next().is_none();
    let sense = if is_one { Sense::Whole } else { Sense::Aside };
    folded.split(ENDS).any(|clause| clause_claims(clause, sense, asked))
}

/// Whether a clause is made of words that say nothing by themselves.
fn says_nothing(clause: &str) -> bool {
    let mut rest = clause;
    while let Some((less, _)) = without_lead(rest).or_else(|| without_tail(rest)) {
        rest = less;
    }
    !rest.contains(|c: char| c.is_alphanumeric() || "%‰‱".contains(c))
}

fn clause_claims(clause: &str, sense: Sense, asked: &mut dyn FnMut(Claim<'_>) -> bool) -> bool {
    let begins = |rest: &str, words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    if bared(clause, sense, asked)
        || counted(clause)
            .any(|(text, rest)| begins(rest, &SEQUELS) && bared(text, Sense::Aside, asked))
    {
        return true;
    }
    let mut before = None;
    for (at, c) in clause.char_indices() {
        let denied = before.replace(c).is_none_or(|c| DENIALS.contains(&c));
        let (subject, rest) = clause.split_at(at);
        let is_turn =
            || WITHIN.get(&c).is_some_and(|words| words.iter().any(|it| rest.starts_with(it.0)));
        let said = if denied {
            continue;
        } else if COPULAS.contains(&c) && (is_figure(subject) || is_component(subject)) {
            rest.get(c.len_utf8()..).unwrap_or_default()
        } else if is_turn() {
            rest
        } else {
            continue;
        };
        let said = &said[..said.floor_char_boundary(LONGEST)];
        let goes_on =
            |rest: &str| begins(rest, &COMPARED) || rest.starts_with(|c: char| c.is_ascii_digit());
        let of_component = is_component(subject);
        let asked = &mut |claim: Claim<'_>| (!of_component || claim.is_time()) && asked(claim);
        if bared(said, Sense::Aside, asked)
            || counted(said).any(|(text, rest)| !goes_on(rest) && bared(text, Sense::Aside, asked))
        {
            return true;
        }
    }
    false
}

/// Whether a subject is the figure, and no other one that it is told beside: 上年数为….
fn is_figure(subject: &str) -> bool {
    const ENDS: [&str; 8] = ["数据", "数值", "数字", "数", "值", "率", "量", "表"];
    let is_plain = !subject.contains(|c: char| c.is_ascii_digit());
    is_plain
        && ENDS.iter().any(|end| subject.ends_with(end))
        && speaks(subject) != Some(Speaks::OfOthers)
}

/// Whether a subject is what a figure is made of: of whom it counts says nothing of the figure.
fn is_component(subject: &str) -> bool {
    subject.ends_with("分子") || subject.ends_with("分母")
}

/// Every beginning of a clause that ends with a word for figures, and what follows.
fn counted(clause: &str) -> impl Iterator<Item = (&str, &str)> {
    const WORDS: [&str; 4] = ["数据", "数值", "数字", "数"];
    clause.match_indices('数').filter_map(move |(at, _)| {
        let word =
            WORDS.iter().find(|word| clause.get(at..).is_some_and(|it| it.starts_with(**word)))?;
        clause.split_at_checked(at + word.len())
    })
}

/// Whether what is asked for is left of a text when words at its ends come off.
fn bared(text: &str, sense: Sense, asked: &mut dyn FnMut(Claim<'_>) -> bool) -> bool {
    let (mut from_lead, mut of_lead) = (text, sense);
    loop {
        let (mut of, mut sense) = (from_lead, of_lead);
        loop {
            if of.len() <= LONGEST && !of.is_empty() && asked(Claim { of, sense }) {
                return true;
            }
            let Some((less, role)) = without_tail(of) else { break };
            (of, sense) = (less, beside(sense, role));
        }
        let Some((less, role)) = without_lead(from_lead) else { return false };
        (from_lead, of_lead) = (less, beside(of_lead, role));
    }
}

/// How surely it is said when a word has come off.
fn beside(sense: Sense, role: Role) -> Sense {
    match role {
        Role::Tells => Sense::Figures,
        Role::Files => sense.max(Sense::Alone),
        Role::Turns if sense != Sense::Figures => Sense::Aside,
        Role::Nothing if sense == Sense::Whole => Sense::Alone,
        Role::Turns | Role::Nothing => sense,
    }
}

fn without_lead(text: &str) -> Option<(&str, Role)> {
    let words = BEFORE.get(&text.chars().next()?)?;
    words.iter().find_map(|(word, role)| Some((text.strip_prefix(word)?, *role)))
}

fn without_tail(text: &str) -> Option<(&str, Role)> {
    let words = BEHIND.get(&text.chars().next_back()?)?;
    let is_dated =
        |text: &str| text.ends_with(|c: char| "月日号".contains(c) || c.is_ascii_digit());
    words.iter().find_map(|(word, role)| {
        let less = text.strip_suffix(word)?;
        (*role != Role::Files || !is_dated(less)).then_some((less, *role))
    })
}

/// Whether a folded text is nothing but times, in signs and in words.
fn is_bare_time(text: &str) -> bool {
    const OF_TIME: &str = "年月日季度上下半第前至到截止一二三四五六七八九十〇零个份末底初";
    text.chars().all(|c| !c.is_alphabetic() || OF_TIME.contains(c))
}

/// Whether a folded text is a time that is told from the year of the figures: 上年末, 去年同期.
fn is_relative(text: &str) -> bool {
    const ENDS: [&str; 10] = ["", "末", "底", "年末", "年底", "度", "度末", "度底", "同期", "全年"];
    let is_end = |rest| ENDS.contains(&rest) || is_bare_time(rest) && text::is_part_of_year(rest);
    behind_other_time(text).is_some_and(is_end)
}

/// Whether a folded text is another time than all of a year, or than its end: 2022年, 1-6月,
/// 上年末. `of_figures` tells whether a day is one as of which figures are.
fn is_other_time(text: &str, year: Year, of_figures: bool) -> bool {
    if is_relative(text) {
        return true;
    }
    let since = text.strip_suffix("以来").filter(|_| of_figures);
    let text = since.unwrap_or(text);
    if !is_bare_time(text) {
        let may_be = text.contains(|c: char| c.is_ascii_digit() || c == '年');
        let period = may_be.then(|| text::read_period(text)).flatten();
        return period.is_some_and(|period| is_other_period(period, year, of_figures));
    }
    let as_of =
        || of_figures && text.contains('日') && text::is_part_of_year(&format!("截至{text}"));
    if text::is_part_of_year(text) || as_of() {
        return true;
    }
    let periods = text::periods_in(text);
    periods.iter().any(|period| is_other_period(*period, year, of_figures))
        || periods.is_empty() && names_years(text)
}

pub(in crate::submission) fn is_other_period(period: Period, year: Year, of_figures: bool) -> bool {
    match period.part {
        Part::Whole => period.year != year,
        Part::Partial => true,
        Part::Day(_) => of_figures,
    }
}

/// Whether a text of times names more years than one, which are no period: 2021-2023年.
fn names_years(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.filter_map(text::read_year).count() > 1
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
