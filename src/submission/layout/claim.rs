//! What a remark or a note claims that figures are of: 沿用2022年数据, 系农村数据, 为预计数.
//!
//! Words that only lead to it (数据为, 沿用) and that only count it (数, 数据, 填报) come off
//! one by one; what is left is what the figures may be of, for others to read.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use hashbrown::HashSet;

use super::spoken::{DENIALS, Speaks, behind_other_time, speaks};

/// What figures may be said to be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) struct Claim<'t> {
    /// The bare words: `2022年`, `农村`, `预计`.
    pub(in crate::submission) of: &'t str,
    /// How surely they are said of the figures.
    pub(in crate::submission) sense: Sense,
}

/// How surely words are said of figures, and not of something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
/// No clause is longer that makes one claim and nothing else, in bytes.
const LONGEST_CLAUSE: usize = 4 * LONGEST;
/// How many words are looked at behind which a claim may stand; no prose has more.
const MOST_TURNS: usize = 12;
/// How many words come off at each end of a clause, one over and over being one.
const MOST_OFF: usize = 10;
/// How much of a title, a note or a remark is read, in bytes: what goes on tells more, and not
/// what the figures are of.
pub(in crate::submission) const LONGEST_TEXT: usize = 4096;

/// Words that lead to what figures are of, and say that it is said of figures.
const TELLING_LEADS: &str = "数据 数值 数字 此数据 该数据 本数据 此数 该数 本数 年份 年度 统计期 报告期 所属期 统计至 统计到 统计截至 统计截止 数据至 数据到 \
全部数据 所有数据 表内数据 各县区数据 这是 只 仅 仅含 统计了 只统计了 仅统计了 抽取 抽查了 调查了 仅包括 仅限 仅统计 只统计 只含 只包括 截至到 截止到 截至 截止 沿用 延用 套用 借用 误填 误报 错填 属于 作为 为 系 是 属 figure figures value values data is are";
/// Words that lead to it and say nothing.
const LEADS: &str = "示例数据 示例 备注 说明 注 与 和 : - “ \" * ** ※ ① ② ③ ¹ ² ³ 指标 口径 范围 来源于 来源 所属 期间 时期 时间 日期 时点 以上 上述 上表 此表 该表 本表 表内 表中 各县区 此行 \
该行 本行 此项 该项 本项 此处 此 这 该 均 都 全部 所有 暂时 暂 仍然 仍 继续 目前 现 实 因此 故 初步 粗略 大致 的 了 \
sampledata note remark asof of the";
/// Words that lead to it, also in the middle of a clause, and tell what is done with it: of
/// itself it is no claim (按计划推进).
const TURNS: &str = "填报 填写 填 上报 报送 采用 使用 引用 取自 摘自 引自 来自 源自 出自 按照 根据 依据 参照 参考 统计 \
用 按 以 取 补报 basedon using uses used from";
/// The same, which also tell that it is said of figures.
const TELLING_TURNS: &str = "\
沿用 延用 套用 借用 误填 误报 错填 仅含 仅包括 仅限 仅统计 只统计 只含 只包括 截至 截止";
/// Words before what figures leave out, whatever they are called.
pub(super) const LEAVING_OUT: [&str; 6] = ["不含", "不包括", "不包含", "未含", "未包括", "未包含"];
const COPULAS: [char; 3] = ['为', '系', '是'];
/// Words that end it, and say that it is said of figures.
const TELLING_TAILS: &str = "数据 数值 数字 数 值 年报 报表 台账 统计 计算 代替 替代 代 为准 得出 所得 累计 合计 合并 合并统计 合并计算 合并填报 人口普查 普查 \
完成数 完成值 实绩 实际 实际完成 data figure figures value values only";
/// The same of a period: behind a month or a day it is when something was filled in.
const FILING_TAILS: &str = "填报 填写 填列 填 上报 报送 补报";
/// Words that end it and say nothing.
const TAILS: &str = "示例数据 示例 情况 完成情况 的 了 ” \" 's ’s";

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

/// Whether anything that a folded text may claim is what is asked for. What it claims over and
/// over is looked at once: a word that comes again a hundred times leads to thousands of claims.
pub(in crate::submission) fn any_claim<'f>(
    folded: &'f str,
    asked: &mut dyn FnMut(Claim<'_>) -> bool,
) -> bool {
    const ENDS: [char; 11] = [',', '。', ';', '!', '?', '(', ')', '[', ']', '《', '》'];
    let folded = &folded[..folded.floor_char_boundary(LONGEST_TEXT)];
    let mut saying = folded.split(ENDS).filter(|clause| !says_nothing(clause));
    // Of words that say nothing alone one may be all that is said: 暂.
    let is_one = saying.next().is_none() || saying.next().is_none();
    let sense = if is_one { Sense::Whole } else { Sense::Aside };
    let mut seen = HashSet::new();
    let asked = &mut |claim: Claim<'f>| seen.insert((claim.of, claim.sense)) && asked(claim);
    folded.split(ENDS).any(|clause| begins(clause, sense, asked))
        || folded.split(ENDS).flat_map(turns).take(MOST_TURNS).any(|turn| turn.claims(asked))
}

/// Whether a clause is made of words that say nothing by themselves.
fn says_nothing(clause: &str) -> bool {
    let mut rest = clause;
    while let Some((less, _)) = without_lead(rest).or_else(|| without_tail(rest)) {
        rest = less;
    }
    !rest.contains(|c: char| c.is_alphanumeric() || "%‰‱".contains(c))
}

/// Whether a clause makes a claim from its beginning on, also one that it goes on behind.
fn begins<'t>(clause: &'t str, sense: Sense, asked: &mut dyn FnMut(Claim<'t>) -> bool) -> bool {
    let goes_on = |rest: &str| SEQUELS.iter().any(|word| rest.starts_with(word));
    bared(clause, sense, asked)
        || counted(clause).any(|(text, rest)| goes_on(rest) && bared(text, Sense::Aside, asked))
}

/// A word within a clause behind which a claim may stand.
struct Turn<'t> {
    subject: &'t str,
    said: &'t str,
    sense: Sense,
    /// Whether its subject is no figure, so that only figures of a time are heard: 新碶为2022年数据.
    is_of_any: bool,
}

/// Every word within a clause behind which a claim may stand.
fn turns(clause: &str) -> impl Iterator<Item = Turn<'_>> {
    let mut before = None;
    clause.char_indices().filter_map(move |(at, c)| {
        let denied = before.replace(c).is_none_or(|c| DENIALS.contains(c));
        let (subject, rest) = clause.split_at(at);
        let subject = &subject[subject.ceil_char_boundary(at.saturating_sub(LONGEST))..];
        let turns = |words: &Vec<(&str, Role)>| words.iter().any(|it| rest.starts_with(it.0));
        let is_copula = COPULAS.contains(&c);
        let (said, sense) = if denied {
            return None;
        } else if LEAVING_OUT.iter().any(|word| rest.starts_with(word)) && !is_of_else(subject) {
            (rest, Sense::Figures)
        } else if is_copula && is_figure(subject) {
            (rest.get(c.len_utf8()..)?, Sense::Figures)
        } else if is_copula && (is_component(subject) || may_be_dated(rest)) {
            (rest.get(c.len_utf8()..)?, Sense::Aside)
        } else if WITHIN.get(&c).is_some_and(turns) {
            (rest, Sense::Aside)
        } else {
            return None;
        };
        let is_of_any = is_copula && sense == Sense::Aside && !is_component(subject);
        let said = &said[..said.floor_char_boundary(LONGEST)];
        Some(Turn { subject, said, sense, is_of_any })
    })
}

/// Whether a text may go on with figures of a year: 为2022年数据.
fn may_be_dated(rest: &str) -> bool {
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    rest.contains('年') && rest.contains('数')
}

impl<'t> Turn<'t> {
    fn claims(&self, asked: &mut dyn FnMut(Claim<'t>) -> bool) -> bool {
        let goes_on = |rest: &str| {
            COMPARED.iter().any(|word| rest.starts_with(word))
                || rest.starts_with(|c: char| c.is_ascii_digit())
        };
        let of_component = is_component(self.subject);
        // What is wrong of last year's is not wrong of this one.
        let of_else = is_of_else(self.subject) || behind_other_time(self.subject).is_some();
        let is_of_both = |claim: Claim<'_>| claim.is_time() || claim.left_out().is_some();
        let asked = &mut |claim: Claim<'t>| {
            (!of_component || is_of_both(claim))
                && !(of_else && claim.is_of_standing())
                && (!self.is_of_any || !of_else && claim.is_time() && claim.sense == Sense::Figures)
                && asked(claim)
        };
        bared(self.said, self.sense, asked)
            || counted(self.said)
                .any(|(text, rest)| !goes_on(rest) && bared(text, Sense::Aside, asked))
    }
}

/// Whether a subject is the figure, and no other one that it is told beside: 上年数为….
pub(super) fn is_figure(subject: &str) -> bool {
    const ENDS: [&str; 8] = ["数据", "数值", "数字", "数", "值", "率", "量", "表"];
    ENDS.iter().any(|end| subject.ends_with(end)) && !is_of_else(subject)
}

/// Whether a subject is of another time than the figure, or of an aim.
fn is_of_else(subject: &str) -> bool {
    subject.contains(|c: char| c.is_ascii_digit()) || speaks(subject) == Some(Speaks::OfOthers)
}

/// Whether a subject is what a figure is made of: of whom it counts says nothing of the figure.
pub(super) fn is_component(subject: &str) -> bool {
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
fn bared<'t>(text: &'t str, sense: Sense, asked: &mut dyn FnMut(Claim<'t>) -> bool) -> bool {
    if text.len() > LONGEST_CLAUSE {
        return false;
    }
    let (mut from_lead, mut of_lead) = (text, sense);
    for _ in 0..=MOST_OFF {
        let (mut of, mut sense) = (from_lead, of_lead);
        for _ in 0..=MOST_OFF {
            if of.len() <= LONGEST && !of.is_empty() && asked(Claim { of, sense }) {
                return true;
            }
            let Some((less, role)) = without_tail(of) else { break };
            (of, sense) = (less, beside(sense, role));
        }
        let Some((less, role)) = without_lead(from_lead) else { return false };
        (from_lead, of_lead) = (less, beside(of_lead, role));
    }
    false
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
    words.iter().find_map(|(word, role)| {
        let less = text.strip_prefix(word)?;
        Some((less.trim_start_matches(word), *role))
    })
}

fn without_tail(text: &str) -> Option<(&str, Role)> {
    let words = BEHIND.get(&text.chars().next_back()?)?;
    let is_dated =
        |text: &str| text.ends_with(|c: char| "月日号".contains(c) || c.is_ascii_digit());
    words.iter().find_map(|(word, role)| {
        let less = text.strip_suffix(word)?.trim_end_matches(word);
        (*role != Role::Files || !is_dated(less)).then_some((less, *role))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many claims are found in a text.
    fn claims(text: &str) -> usize {
        let mut claims = 0;
        any_claim(text, &mut |_| {
            claims += 1;
            false
        });
        claims
    }

    #[test]
    fn however_long_a_text_is_a_bounded_number_of_claims_is_looked_at() {
        let parts = "数据 数为 用数 沿用数据未 的数 2022年、 数, 数据为 \" \"-\"* 的了 的\"了的\" 的示例了, ”";
        for part in parts.split(' ') {
            let some = claims(&part.repeat(LONGEST_TEXT / part.len()));
            assert!(some < 2 * LONGEST_TEXT, "{part}: {some}");
            let many = claims(&part.repeat(100_000));
            assert!(many <= some + 20 * LONGEST, "{part}: {many}, not {some}");
        }
    }

    #[test]
    fn what_a_text_claims_over_and_over_is_looked_at_once() {
        for part in ["数据为", "用数", "沿用数据未", "的示例了,", "数为"] {
            let [few, many] = [20, 200].map(|times| claims(&part.repeat(times)));
            assert!(many <= few && many < 100, "{part}: {few}, {many}");
        }
    }

    #[test]
    fn what_is_left_of_a_text_is_told_with_how_surely_it_is_said() {
        for (text, of, sense) in [
            ("2022年", "2022年", Sense::Whole),
            ("示例数据:2022年", "2022年", Sense::Alone),
            ("数据为2022年", "2022年", Sense::Figures),
            ("因系统升级沿用2022年数据", "2022年", Sense::Figures),
            ("按2022年填报", "2022年", Sense::Alone),
            ("按计划推进", "计划推进", Sense::Aside),
            ("2022年,新建2家", "2022年", Sense::Aside),
        ] {
            let is_there = any_claim(text, &mut |claim| claim == Claim { of, sense });
            assert!(is_there, "{text}");
        }
        for text in ["不是2022年数据", "与2022年数据相比", "上年数为2022年数据"] {
            let is_said = |claim: Claim<'_>| claim.is_said() && claim.of == "2022年";
            assert!(!any_claim(text, &mut |claim| is_said(claim)), "{text}");
        }
    }
}
