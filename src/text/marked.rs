//! Names with what forms put around them: numbers before, marks of notes behind.

use super::character::{half, half_width};
use super::numeral;

/// A name without a number and marks of notes, and the number, if one stood before it.
///
/// ```
/// use dabiao::text::unmarked;
///
/// assert_eq!(unmarked("（九）残疾人就业率①"), Some((Some("9".into()), "残疾人就业率")));
/// assert_eq!(unmarked("其中：定海区*"), Some((None, "定海区")));
/// assert_eq!(unmarked("定海区"), None);
/// ```
pub fn unmarked(text: &str) -> Option<(Option<String>, &str)> {
    let whole = text.trim();
    let (number, rest) = leading(whole.trim_start_matches(is_mark).trim_start());
    let rest = rest.trim_start_matches(is_mark).trim();
    let rest = rest.strip_prefix("其中").map_or(rest, |behind| {
        behind.strip_prefix([':', '：', '、', ' ', '　']).unwrap_or(rest).trim()
    });
    let name = without_note_marks(rest);
    (!name.is_empty() && name != whole).then_some((number, name))
}

/// Signs that stand before or behind a name to point at something.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '*' | '＊'
            | '※'
            | '☆'
            | '★'
            | '▲'
            | '△'
            | '●'
            | '◆'
            | '◇'
            | '■'
            | '□'
            | '†'
            | '‡'
            | '#'
            | '＃'
            | '√'
    )
}

/// The number of ① and the like.
fn circled(c: char) -> Option<u32> {
    let from = |first: char, number: u32| Some(u32::from(c) - u32::from(first) + number);
    match c {
        '①'..='⑳' => from('①', 1),
        '㉑'..='㉟' => from('㉑', 21),
        '⑴'..='⒇' => from('⑴', 1),
        '⒈'..='⒛' => from('⒈', 1),
        '㈠'..='㈩' => from('㈠', 1),
        '❶'..='❿' => from('❶', 1),
        _ => None,
    }
}

/// The number that a text begins with, if a sign sets it apart, and what stands behind it.
fn leading(text: &str) -> (Option<String>, &str) {
    let none = (None, text);
    let Some(first) = text.chars().next() else { return none };
    if let Some(number) = circled(first) {
        let rest = text.get(first.len_utf8()..).unwrap_or_default();
        return (Some(number.to_string()), rest.trim_start_matches(['、', '.', '．', ' ', '　']));
    }
    if let Some(inner) = text.strip_prefix(['(', '（', '[', '［', '【']) {
        let found = inner.split_once([')', '）', ']', '］', '】']);
        let numbered = found.and_then(|(inner, rest)| Some((counted(inner.trim())?, rest)));
        return numbered.map_or(none, |(number, rest)| (Some(number), rest));
    }
    let is_digit = |c: char| half(c).is_ascii_digit();
    let is_part = |c: char| is_digit(c) || c == '.' || "一二三四五六七八九十".contains(c);
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let (written, rest) = text.split_at(end);
    let behind = rest.strip_prefix(['、', '．', ')', '）', ' ', '　', '\t']);
    let rest = if written.ends_with('.') { Some(rest) } else { behind };
    match (counted(written.trim_end_matches('.')), rest) {
        (Some(number), Some(rest)) => (Some(number), rest),
        (Some(_) | None, _) => none,
    }
}

/// A number as indicators have them: 9, 九, 6.3.1.
fn counted(text: &str) -> Option<String> {
    let text = &*half_width(text);
    let is_group = |group: &str| {
        (1..=3).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    if text.split('.').all(is_group) {
        return Some(text.to_owned());
    }
    let chars: Vec<char> = text.chars().collect();
    let (number, length) = numeral::two(&chars)?;
    (length == chars.len()).then(|| number.to_string())
}

/// A name without the marks of notes behind it: *, ①, ¹, [1], 注1, （注）.
fn without_note_marks(text: &str) -> &str {
    let mut rest = text;
    loop {
        let bare = rest.trim_end_matches(|c: char| {
            is_mark(c) || circled(c).is_some() || "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c) || c.is_whitespace()
        });
        let bare = bracketed_note(bare).unwrap_or(bare);
        let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let bare = digits.strip_suffix('注').unwrap_or(bare);
        if bare == rest {
            return rest;
        }
        rest = bare;
    }
}

/// What stands before the mark of a note in brackets: [1], （注1）.
fn bracketed_note(text: &str) -> Option<&str> {
    let body = text.strip_suffix([']', '］', '】', ')', '）'])?;
    let (name, inner) = body.rsplit_once(['[', '［', '【', '(', '（'])?;
    let number = inner.trim().trim_start_matches('注');
    // Of four digits it is a year: no form has a thousand notes.
    let is_number = number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_square = text.ends_with([']', '］', '】']) && !inner.is_empty();
    (is_number && (is_square || inner.starts_with('注'))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_marks_around_a_name_come_off() {
        for (text, number, name) in [
            ("9.就业率", Some("9"), "就业率"),
            ("9、就业率", Some("9"), "就业率"),
            ("9 就业率", Some("9"), "就业率"),
            ("９、就业率", Some("9"), "就业率"),
            ("㉑就业率", Some("21"), "就业率"),
            ("九、就业率", Some("9"), "就业率"),
            ("（十二）就业率", Some("12"), "就业率"),
            ("[3]就业率", Some("3"), "就业率"),
            ("⑨就业率", Some("9"), "就业率"),
            ("6.3.1 就业率", Some("6.3.1"), "就业率"),
            ("其中：定海区", None, "定海区"),
            ("*定海区", None, "定海区"),
            ("定海区注2", None, "定海区"),
            ("定海区（注）", None, "定海区"),
            ("定海区[1]", None, "定海区"),
            ("定海区²※", None, "定海区"),
        ] {
            assert_eq!(unmarked(text), Some((number.map(str::to_owned), name)), "{text}");
        }
    }

    #[test]
    fn what_belongs_to_a_name_stays() {
        for text in [
            "定海区",
            "3家以上",
            "1.5亩以下",
            "2023年就业率",
            "定海区（农村）",
            "定海区（1）",
            "备注",
            "",
            "*",
        ] {
            let kept = unmarked(text).is_none_or(|(_, name)| name.is_empty() || text == "备注");
            assert!(kept, "{text} {:?}", unmarked(text));
        }
    }
}
