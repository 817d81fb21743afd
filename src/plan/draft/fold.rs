//! One spelling for what documents print in several.

use crate::text::{half_width, is_blank as is_space, is_invisible, visible};

/// The text without white space, in half width, with one sign for each meaning:
/// `［` and `〔` become `[`, every dash `-`, `＞＝` and `≧` become `≥`. Letters keep their
/// case: names are made of it.
pub(super) fn fold(text: &str) -> String {
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
pub(super) fn is_blank(folded: &str) -> bool {
    folded.chars().all(|c| matches!(c, '-' | '/' | '\\' | '…' | '⋯' | '_')) || folded == "无"
}

/// A text for one line of the plan: trimmed, line breaks within words taken out,
/// control characters and unseen marks too.
pub(super) fn tidy(text: &str) -> String {
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
