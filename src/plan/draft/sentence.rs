//! Targets that are sentences: 残疾人意外伤害保险参保率达到95%以上。 建设2个示范点。
//!
//! What a sentence says for certain is a target with a name; what has no number is words;
//! the rest is left to the planner.

use super::amount::amount;
use super::cell::{self, Bound, Cell, Sign, Span};
use super::fold::{fold, tidy};
use super::words::{after, before, begins, ends, is};
use crate::term::{Comparison, leading_unit};
use crate::text::unmarked;

/// What one clause of a requirement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clause {
    /// A target, and what it is about; of what the row names if that is empty.
    Target { name: String, cell: Cell, condition: Option<String> },
    /// 出台《…》: done or not.
    Done(String),
    /// No number.
    Words(String),
    /// A number that is not surely a target.
    Unclear(String),
}

/// What is done in the course of a plan, so that what is counted adds up over it.
pub(super) const DOING: &str = "
    新建 新增 建设 建成 建立 创建 打造 培育 培养 培训 改造 实施 举办 开展 组织 输送 安置 带头安置
    完成 扶持 设立 成立 发放 引进 选派 服务 惠及 帮扶 救助 评选 表彰 认定 布设 修缮";

/// Who each has to reach a target, before what is done.
const COUNTIES: &str = "每个县(区) 每个县(市、区) 各县(区) 各县(市、区) 每县(区) 每个县";

/// What makes the number before it a part of a name: 0-6岁儿童, 5G基站.
const KINDS: &str = "岁 周岁 月龄 G 型 - ~ 级 热线";

/// A sentence of more clauses is no requirement that people wrote.
const MOST_CLAUSES: usize = 40;

/// No number with the words around it is longer, in characters.
const LONGEST: usize = 48;

/// The characters of a text that stand in no brackets, and where.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut depth = 0_usize;
    text.char_indices().filter(move |(_, c)| {
        let before = depth;
        match c {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before.min(depth) == 0
    })
}

/// The sentences of a cell, without the numbers before them.
pub(super) fn sentences(cell: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let (mut from, mut begins) = (0, true);
    for (at, c) in outside(cell) {
        if at < from {
            continue;
        }
        if begins && let Some(length) = number(&cell[at..]) {
            sentences.push(&cell[from..at]);
            from = at + length;
        }
        let ends = matches!(c, '。' | '；' | ';');
        if ends {
            sentences.push(&cell[from..at]);
            from = at + c.len_utf8();
        }
        begins = ends || c.is_whitespace();
    }
    sentences.push(&cell[from..]);
    let tidy = sentences.into_iter().map(tidy);
    tidy.filter(|sentence| !sentence.is_empty()).collect()
}

/// How long the number is that a text begins with, where a sign sets it apart.
fn number(text: &str) -> Option<usize> {
    let head = text.char_indices().nth(9).map_or(text, |(end, _)| &text[..end]);
    let (_, name) = unmarked(head).filter(|(number, _)| number.is_some())?;
    let length = head.find(name)?;
    // 12 个站点
    let is_apart = !head[..length].trim_end().ends_with(|c: char| c.is_ascii_digit());
    is_apart.then_some(length)
}

/// What a sentence says, clause by clause.
pub(super) fn clauses(sentence: &str) -> Vec<Clause> {
    let whole = clause(sentence);
    let parts = parts(sentence);
    if !(2..=MOST_CLAUSES).contains(&parts.len()) || !matches!(whole, Clause::Unclear(_)) {
        return vec![whole];
    }
    let each_year = fold(sentence).starts_with("每年");
    let mut clauses: Vec<Clause> = Vec::new();
    let mut condition = None;
    for part in parts {
        if is_condition(&fold(part)) {
            condition = Some(tidy(part));
            continue;
        }
        let read = match clause(part) {
            // 每年开展活动1次,惠及1000人: of each year, or of all?
            Clause::Target { .. } if each_year && !clauses.is_empty() => {
                Clause::Unclear(part.to_owned())
            }
            Clause::Target { name, cell, .. } => {
                // What it is about may be said before: 市残联领导班子中…，干部比例达到10%.
                let said = match clauses.last() {
                    Some(Clause::Words(words)) => Some(words.clone()),
                    _ => None,
                };
                Clause::Target { name, cell, condition: condition.take().or(said) }
            }
            read => read,
        };
        clauses.push(read);
    }
    clauses
}

/// Whether folded words say when or where a target holds: 有条件的地区，建设1家….
fn is_condition(words: &str) -> bool {
    let is_time = begins(words, "到 至 截至");
    let has_number = words.contains(|c: char| c.is_ascii_digit());
    let places = "地区 县(区) 县(市、区) 乡镇(街道) 基础上 期间 年 年底 年末 前";
    words.starts_with("有条件") || (ends(words, places) && (is_time || !has_number))
}

/// A sentence at its commas, but for those in brackets and those that part thousands.
fn parts(sentence: &str) -> Vec<&str> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let commas = outside(sentence).filter(|(at, c)| {
        let (before, behind) = (&sentence[..*at], &sentence[at + c.len_utf8()..]);
        let is_within = is_digit(before.chars().next_back()) && is_digit(behind.chars().next());
        matches!(c, '，' | ',') && !is_within
    });
    let commas: Vec<usize> = commas.map(|(at, _)| at).collect();
    let from = [0].into_iter().chain(commas.iter().copied());
    let to = commas.iter().copied().chain([sentence.len()]);
    let parts = from.zip(to).map(|(from, to)| sentence[from..to].trim_start_matches(['，', ',']));
    parts.filter(|part| !part.trim().is_empty()).collect()
}

/// What one clause says by itself.
fn clause(text: &str) -> Clause {
    let folded = fold(text);
    let text = tidy(text);
    if begins(&folded, "出台《 印发《") && folded.ends_with('》') {
        return Clause::Done(text);
    }
    let full = covered(&folded).map(|name| (name, Cell::Full));
    if full.is_none() && !folded.contains(|c: char| c.is_ascii_digit()) {
        return Clause::Words(text);
    }
    match full.or_else(|| behind_name(&folded)).or_else(|| before_object(&folded)) {
        Some((name, cell)) => Clause::Target { name, cell, condition: None },
        None => Clause::Unclear(text),
    }
}

/// 实现…全覆盖
fn covered(folded: &str) -> Option<String> {
    let name = folded.strip_suffix("全覆盖")?;
    let name = after(name, "实现 确保").unwrap_or(name);
    let name = before(name, "实现 达到").unwrap_or(name);
    let is_plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '，'));
    (is_plain && !name.ends_with("基本")).then(|| name.to_owned())
}

/// A number at the end: 参保率达到95%以上, 每年培训残疾人700人次以上.
fn behind_name(folded: &str) -> Option<(String, Cell)> {
    let (rest, each_year) = yearly(folded);
    let far = rest.chars().count().saturating_sub(LONGEST);
    let (name, bound) = rest.char_indices().skip(far).find_map(|(at, _)| {
        let Cell::Bound(bound) = cell::read(&rest[at..]) else { return None };
        Some((&rest[..at], bound))
    })?;
    let name = after(name, "实现 确保 力争 推动").unwrap_or(name);
    let is_sure = is_name(name) && !bound.total && !bound.amount.number.is_negative();
    is_sure.then_some((name.to_owned(), spanned(bound, each_year)?))
}

/// A number between what is done and what it is done to: 建设2个示范点.
fn before_object(folded: &str) -> Option<(String, Cell)> {
    let (rest, each_year) = yearly(folded);
    let rest = after(rest, COUNTIES).unwrap_or(rest);
    // 至少建成2个 is 建成至少2个.
    let at_least = after(rest, "至少 不少于");
    let rest = at_least.unwrap_or(rest);
    let mut counted = rest;
    while let Some(behind) = after(counted, DOING) {
        counted = behind.strip_prefix(['或', '和', '、']).unwrap_or(behind);
    }
    let verb = rest.strip_suffix(counted).filter(|verb| !verb.is_empty())?;
    let (first, mut object) = amount(cell::phrases(counted).1).ok()?;
    if let Some(Ok((_, rest))) = after(object, "- ~ 至").map(amount) {
        object = rest;
    }
    let Cell::Bound(mut bound) = cell::read(counted.strip_suffix(object)?) else { return None };
    let object = after(object, "以上的 以上 的").unwrap_or(object);
    let name = format!("{verb}{object}");
    let is_counted = !first.unit.is_empty() || !bound.amount.unit.is_empty();
    if !is_counted || object.is_empty() || object.starts_with(['(', '/']) || !is_name(&name) {
        return None;
    }
    if at_least.is_some() {
        if bound.sign != Sign::Bare {
            return None;
        }
        bound.sign = Sign::Compare(Comparison::AtLeast);
    }
    Some((name, spanned(bound, each_year)?))
}

fn yearly(folded: &str) -> (&str, bool) {
    after(folded, "每年 每年度").map_or((folded, false), |rest| (rest, true))
}

fn spanned(bound: Bound, each_year: bool) -> Option<Cell> {
    let may_be = bound.span == Span::End && bound.sign != Sign::About;
    match each_year {
        true => may_be.then_some(Cell::Bound(Bound { span: Span::EachYear, ..bound })),
        false => Some(Cell::Bound(bound)),
    }
}

/// Whether a text may name what a number is about: no other number stands in it, and it
/// does not part the number among several.
fn is_name(name: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let mut behind = name;
    while let Some(at) = behind.find(digits) {
        behind = behind[at..].trim_start_matches(digits);
        if !begins(behind, KINDS) {
            return false;
        }
    }
    let counts_in_words = name.char_indices().any(|(at, c)| {
        let unit = || leading_unit(&name[at + c.len_utf8()..]).0;
        "一二两三四五六七八九十百".contains(c) && is(unit(), "个 家 所 名 户 场 支 人")
    });
    !counts_in_words
        && !name.contains([',', ';'])
        && !begins(name, "其中 含 包括 比 到")
        && !ends(name, "各 分别 共 其中 超 近 每个 比")
}
