//! Numbers before names: 1. （三） ① 一、

use super::unit;

const NUMERALS: &str = "一二三四五六七八九十百";

/// What stands behind a number that belongs to the name: 2 型糖尿病, 0 至 6 岁.
const KINDS: &str = "型级类期代届阶次至到多余周";

/// The number that a text begins with, if it only counts it, and the rest.
pub(super) fn split(text: &str) -> (Option<String>, &str) {
    let mut rest = text.trim_start();
    let mut number = None;
    // 一、1.
    for _ in 0..2 {
        let Some((found, behind)) = leading(rest) else { break };
        if behind.trim().is_empty() {
            break;
        }
        number = Some(found);
        rest = behind.trim_start();
    }
    (number, rest)
}

fn leading(text: &str) -> Option<(String, &str)> {
    let first = text.chars().next()?;
    if matches!(first, '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' | '❶'..='❿' | '㉑'..='㉟')
    {
        let rest = &text[first.len_utf8()..];
        return Some((first.to_string(), rest.trim_start_matches(['、', '.', '．'])));
    }
    if let Some(inner) = text.strip_prefix(['(', '（', '[', '［', '【']) {
        let end = inner.find([')', '）', ']', '］', '】'])?;
        let close = inner[end..].chars().next()?;
        return counts(&inner[..end])
            .then(|| (inner[..end].trim().to_owned(), &inner[end + close.len_utf8()..]));
    }
    if NUMERALS.contains(first) {
        let end = text.find(|c| !NUMERALS.contains(c))?;
        let rest = text[end..].strip_prefix(['、', '.', '．'])?;
        return Some((text[..end].to_owned(), rest));
    }
    digits(text)
}

/// 1. 1、 1) 1.1 and the like; not 3岁以下, 5G基站, 1.5亩.
fn digits(text: &str) -> Option<(String, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let end = text.find(|c| !is_part(c) && c != '.')?;
    let (number, rest) = text.split_at(end);
    let bare = number.trim_end_matches('.');
    let groups = || bare.split('.');
    if !groups().all(|group| (1..=3).contains(&group.chars().count())) {
        return None;
    }
    let next = rest.chars().next()?;
    let behind = &rest[next.len_utf8()..];
    if number.ends_with('.') {
        return Some((bare.to_owned(), rest));
    }
    if matches!(next, '、' | '．' | ')' | '）') {
        let goes_on = behind.starts_with(is_part);
        return (!goes_on || next == '、').then(|| (bare.to_owned(), behind));
    }
    if !next.is_whitespace() {
        return None;
    }
    let name = behind.trim_start();
    let first = name.chars().next()?;
    let is_counted = first.is_ascii() || KINDS.contains(first) || !unit::leading(name).0.is_empty();
    (groups().count() > 1 || !is_counted).then(|| (bare.to_owned(), name))
}

/// Whether a folded cell numbers a row: 3, 3.1, （三）, ①, A1.
pub(super) fn is_number(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '[', ']', '.', '、']);
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let chars = bare.chars().count();
    (1..=8).contains(&chars)
        && (bare.chars().all(is_sign)
            || bare.chars().all(|c| NUMERALS.contains(c))
            || (chars == 1 && leading(&format!("{bare}名")).is_some()))
}

/// Whether a folded cell is a figure and no name.
pub(super) fn is_figure(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '≥' | '≤' | '>' | '<' | '-')
        })
}

fn counts(text: &str) -> bool {
    let text = text.trim();
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    (1..=4).contains(&text.chars().count())
        && (text.chars().all(is_digit) || text.chars().all(|c| NUMERALS.contains(c)))
}
