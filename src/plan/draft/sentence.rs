//! Targets that are sentences: 残疾人意外伤害保险参保率达到95%以上。 建设2个示范点。
//!
//! What a sentence says for certain is a target with a name; what has no number is words;
//! the rest is left to the planner.

use super::cell::{self, Bound, Cell, Sign, Span};
use super::fold::{fold, tidy};
use super::{amount, unit, words};
use crate::term::Comparison;

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
pub(super) const DOING: [&str; 34] = [
    "新建",
    "新增",
    "建设",
    "建成",
    "建立",
    "创建",
    "打造",
    "培育",
    "培养",
    "培训",
    "改造",
    "实施",
    "举办",
    "开展",
    "组织",
    "输送",
    "安置",
    "带头安置",
    "完成",
    "扶持",
    "设立",
    "成立",
    "发放",
    "引进",
    "选派",
    "服务",
    "惠及",
    "帮扶",
    "救助",
    "评选",
    "表彰",
    "认定",
    "布设",
    "修缮",
];

/// Who each has to reach a target, before what is done.
const COUNTIES: [&str; 6] =
    ["每个县(区)", "每个县(市、区)", "各县(区)", "各县(市、区)", "每县(区)", "每个县"];

/// The sentences of a cell, without the numbers before them.
pub(super) fn sentences(cell: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    let mut depth = 0_i32;
    let mut rest = cell.trim_start();
    let mut begins = true;
    while let Some(c) = rest.chars().next() {
        if begins
            && depth == 0
            && let Some(behind) = numbered(rest)
        {
            sentences.push(String::new());
            rest = behind;
            begins = false;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth -= 1,
            _ => {}
        }
        let ends = matches!(c, '。' | '；' | ';');
        if ends && depth <= 0 {
            sentences.push(String::new());
            depth = 0;
        } else if let Some(sentence) = sentences.last_mut() {
            sentence.push(c);
        }
        begins = ends || c.is_whitespace();
    }
    let tidy = sentences.iter().map(|sentence| tidy(sentence));
    tidy.filter(|sentence| !sentence.is_empty()).collect()
}

/// What stands behind 1. and the like at the beginning of a text.
fn numbered(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(|c| ('①'..='⑳').contains(&c)) {
        return Some(rest);
    }
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let end = inner.find(['）', ')'])?;
        let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
        let number = &inner[..end];
        let close = inner[end..].chars().next()?;
        return ((1..=2).contains(&number.chars().count()) && number.chars().all(is_number))
            .then(|| inner[end + close.len_utf8()..].trim_start());
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let rest = text[end..].strip_prefix(['.', '．', '、'])?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest.trim_start())
}

/// What a sentence says, clause by clause.
pub(super) fn clauses(sentence: &str) -> Vec<Clause> {
    let whole = clause(sentence);
    let parts = parts(sentence);
    if parts.len() < 2 || !matches!(whole, Clause::Unclear(_)) {
        return vec![whole];
    }
    let each_year = fold(sentence).starts_with("每年");
    let mut clauses: Vec<Clause> = Vec::new();
    let mut condition = None;
    for part in parts {
        if is_condition(part) {
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
                let before = condition.take().or_else(|| match clauses.last() {
                    Some(Clause::Words(words)) => Some(words.clone()),
                    _ => None,
                });
                Clause::Target { name, cell, condition: before }
            }
            read => read,
        };
        clauses.push(read);
    }
    clauses
}

/// Whether words say when or where a target holds: 有条件的地区，建设1家….
fn is_condition(part: &str) -> bool {
    let words = fold(part);
    let ends = [
        "地区",
        "县(区)",
        "县(市、区)",
        "乡镇(街道)",
        "基础上",
        "期间",
        "年",
        "年底",
        "年末",
        "前",
    ];
    let is_time = words.starts_with(['到', '至']) || words.starts_with("截至");
    let has_number = words.contains(|c: char| c.is_ascii_digit());
    let ends = ends.iter().any(|end| words.ends_with(end));
    words.starts_with("有条件") || (ends && (is_time || !has_number))
}

/// A sentence at its commas, those in brackets apart.
fn parts(sentence: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    let parts = sentence.split(move |c| {
        match c {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth -= 1,
            _ => {}
        }
        matches!(c, '，' | ',') && depth == 0
    });
    parts.filter(|part| !part.trim().is_empty()).collect()
}

/// What one clause says by itself.
pub(super) fn clause(text: &str) -> Clause {
    let folded = fold(text);
    let text = tidy(text);
    let is_done = folded.starts_with("出台《") || folded.starts_with("印发《");
    if is_done && folded.ends_with('》') {
        return Clause::Done(text);
    }
    if let Some(name) = covered(&folded) {
        return Clause::Target { name, cell: Cell::Full, condition: None };
    }
    if !folded.contains(|c: char| c.is_ascii_digit()) {
        return Clause::Words(text);
    }
    let read = behind_name(&folded).or_else(|| before_object(&folded));
    read.map_or(Clause::Unclear(text), |(name, cell)| Clause::Target {
        name,
        cell,
        condition: None,
    })
}

/// 实现…全覆盖
fn covered(folded: &str) -> Option<String> {
    let name = folded.strip_suffix("全覆盖")?;
    let name = name.strip_prefix("实现").or_else(|| name.strip_prefix("确保")).unwrap_or(name);
    let name = ["实现", "达到"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    let is_plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '，'));
    (is_plain && !name.ends_with("基本")).then(|| name.to_owned())
}

/// A number at the end: 参保率达到95%以上, 每年培训残疾人700人次以上.
fn behind_name(folded: &str) -> Option<(String, Cell)> {
    let (rest, each_year) = yearly(folded);
    for (at, _) in rest.char_indices() {
        let Cell::Bound(bound) = cell::read(&rest[at..]) else { continue };
        let name = &rest[..at];
        let name = ["实现", "确保", "力争", "推动"]
            .iter()
            .find_map(|word| name.strip_prefix(word))
            .unwrap_or(name);
        if !is_name(name) || bound.total || bound.amount.number.is_negative() {
            return None;
        }
        return Some((name.to_owned(), spanned(bound, each_year)?));
    }
    None
}

/// A number between what is done and what it is done to: 建设2个示范点.
fn before_object(folded: &str) -> Option<(String, Cell)> {
    let (rest, each_year) = yearly(folded);
    let rest = COUNTIES.iter().find_map(|who| rest.strip_prefix(who)).unwrap_or(rest);
    // 至少建成2个 is 建成至少2个.
    let at_least = ["至少", "不少于"].iter().find_map(|word| rest.strip_prefix(word));
    let rest = at_least.unwrap_or(rest);
    let mut behind = rest;
    while let Some(word) = doing(behind) {
        behind = &behind[word..];
        behind = behind.strip_prefix(['或', '和', '、']).unwrap_or(behind);
    }
    let verb = &rest[..rest.len() - behind.len()];
    let mut figure = behind;
    while let Some((_, rest)) = words::before(figure) {
        figure = rest;
    }
    let (first, mut object) = amount::amount(figure).ok()?;
    if let Some(second) = object.strip_prefix(['-', '~', '至'])
        && let Ok((_, rest)) = amount::amount(second)
    {
        object = rest;
    }
    let figure = &behind[..behind.len() - object.len()];
    let object = ["以上的", "以上", "的"]
        .iter()
        .find_map(|word| object.strip_prefix(word))
        .unwrap_or(object);
    let Cell::Bound(bound) = cell::read(figure) else { return None };
    let is_counted = !first.unit.is_empty() || !bound.amount.unit.is_empty();
    let name = format!("{verb}{object}");
    let is_sure =
        is_counted && !object.is_empty() && !object.starts_with(['(', '/']) && is_name(&name);
    if verb.is_empty() || !is_sure {
        return None;
    }
    let mut bound = bound;
    if at_least.is_some() {
        if bound.sign != Sign::Bare {
            return None;
        }
        bound.sign = Sign::Compare(Comparison::AtLeast);
    }
    Some((name, spanned(bound, each_year)?))
}

/// The longest word of doing that a text begins with.
fn doing(text: &str) -> Option<usize> {
    DOING.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
}

fn yearly(folded: &str) -> (&str, bool) {
    match folded.strip_prefix("每年") {
        Some(rest) => (rest.strip_prefix("度").unwrap_or(rest), true),
        None => (folded, false),
    }
}

fn spanned(mut bound: Bound, each_year: bool) -> Option<Cell> {
    if each_year {
        if bound.span != Span::End || bound.sign == Sign::About {
            return None;
        }
        bound.span = Span::EachYear;
    }
    Some(Cell::Bound(bound))
}

/// Whether a text may name what a number is about: no other number stands in it, and it
/// does not part the number among several.
fn is_name(name: &str) -> bool {
    let mut rest = name;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let end = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| at + end);
        let behind = &rest[end..];
        // 0-6岁儿童, 5G基站
        let is_kind = ["岁", "周岁", "月龄", "G", "型", "-", "~", "级", "热线"]
            .iter()
            .any(|kind| behind.starts_with(kind));
        if !is_kind {
            return false;
        }
        rest = behind;
    }
    let counted = |c: char| "一二两三四五六七八九十百".contains(c);
    let counts_in_words = name.char_indices().any(|(at, c)| {
        let behind = &name[at + c.len_utf8()..];
        counted(c)
            && matches!(
                unit::leading(behind).0,
                "个" | "家" | "所" | "名" | "户" | "场" | "支" | "人"
            )
    });
    let begins = ["其中", "含", "包括", "比", "到"];
    let ends = ["各", "分别", "共", "其中", "超", "近", "每个", "比"];
    let is_part = begins.iter().any(|word| name.starts_with(word));
    !is_part
        && !name.contains([',', ';'])
        && !counts_in_words
        && !ends.iter().any(|word| name.ends_with(word))
}
