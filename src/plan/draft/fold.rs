//! One spelling for what documents print in several, and what stands around a name.

use crate::term::leading_unit;
use crate::text::{half_width, is_blank as is_space, is_invisible, unmarked, visible};

/// The text without white space, in half width, with one sign for each meaning:
/// `［` and `〔` become `[`, every dash `-`, `＞＝` and `≧` become `≥`. Letters keep their
/// case: names are made of it.
pub(in crate::plan) fn fold(text: &str) -> String {
    let half = half_width(text);
    let seen = half.chars().filter(|c| !is_space(*c) && !is_invisible(*c) && !c.is_control());
    let folded: String = seen.map(plain).collect();
    folded.replace(">=", "≥").replace("=>", "≥").replace("<=", "≤").replace("=<", "≤")
}

fn plain(c: char) -> char {
    match c {
        '〔' | '【' | '〚' => '[',
        '〕' | '】' | '〛' => ']',
        '≧' | '⩾' | '≽' => '≥',
        '≦' | '⩽' | '≼' => '≤',
        '‐'..='―' | '─' | '━' => '-',
        '〜' | '∼' | '∽' => '~',
        '※' | '∗' => '*',
        c => c,
    }
}

/// Whether a folded cell holds nothing: it is empty, or a dash stands in it.
pub(in crate::plan) fn is_blank(folded: &str) -> bool {
    folded.chars().all(|c| matches!(c, '-' | '/' | '\\' | '…' | '⋯' | '_')) || folded == "无"
}

/// A mark that refers to a footnote.
pub(in crate::plan) fn is_mark(c: char) -> bool {
    matches!(c, '*' | '①'..='⑳' | '†' | '‡' | '¹' | '²' | '³')
}

/// A text for one line of the plan: trimmed, line breaks within words taken out,
/// control characters and unseen marks too.
pub(in crate::plan) fn tidy(text: &str) -> String {
    let text = visible(text);
    let mut tidy = String::with_capacity(text.len());
    for piece in text.split(|c: char| is_space(c) || c.is_control()) {
        // Beside Chinese characters a blank is layout: 指 标, or a broken line.
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if joins(tidy.chars().next_back()) && joins(piece.chars().next()) {
            tidy.push(' ');
        }
        tidy.push_str(piece);
    }
    tidy
}

/// The number that a name begins with, if it only counts it, and the name.
pub(in crate::plan) fn numbered(cell: &str) -> (Option<String>, &str) {
    /// What stands behind a number that belongs to the name: 2 型糖尿病, 0 至 6 岁.
    const KINDS: &str = "型级类期代届阶次至到多余周";
    let (mut number, mut rest) = (None, cell.trim());
    // 一、1.
    for _ in 0..2 {
        let Some((Some(found), name)) = unmarked(rest) else { break };
        let is_bare = rest.split(name).next().is_some_and(|before| before.trim() == found);
        let is_kind = |c: char| c.is_ascii() || KINDS.contains(c);
        let is_counted = name.starts_with(is_kind) || !leading_unit(name).0.is_empty();
        if is_bare && is_counted && !found.contains('.') {
            break;
        }
        (number, rest) = (Some(found), name);
    }
    (number, rest)
}

/// A text, and what stands in the brackets at its end.
pub(in crate::plan) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_suffix([')', '）', ']', '］', '〕', '】'])?;
    let at = inner.rfind(['(', '（', '[', '［', '〔', '【'])?;
    let open = inner[at..].chars().next()?;
    let name = text[..at].trim_end();
    (!name.is_empty()).then_some((name, &inner[at + open.len_utf8()..]))
}
