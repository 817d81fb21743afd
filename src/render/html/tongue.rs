//! Passages of the other language, marked in the markup of a page, so that a voice says them as
//! they are (WCAG 3.1.2).

use crate::render::Lang;

/// So many Latin words in a row are a passage; fewer are a term or a name.
const WORDS: usize = 3;

/// Markup whose passages in another language than the page's say which that is.
pub(super) fn marked(markup: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(markup.len() + markup.len() / 16);
    // What a part of a text is called: within a drawing, otherwise.
    let mut part = "span";
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        add(&mut out, text, part, lang);
        let (tag, behind) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        if tag.starts_with("<svg") {
            part = "tspan";
        } else if tag.starts_with("</svg") {
            part = "span";
        }
        out.push_str(tag);
        rest = behind;
    }
    add(&mut out, rest, part, lang);
    out
}

/// A text between tags.
fn add(out: &mut String, mut text: &str, part: &str, lang: Lang) {
    let tag = lang.pick("en", "zh-CN");
    while let Some((from, to)) = foreign(text, lang) {
        out.push_str(&text[..from]);
        let (passage, behind) = (&text[from..to], &text[to..]);
        // The name of a file is no passage.
        if behind.starts_with('.') && behind[1..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            out.push_str(passage);
            text = behind;
            continue;
        }
        // What is isolated already needs no element of its own.
        match from == 0 && to == text.len() && out.ends_with("<bdi>") {
            true => {
                out.truncate(out.len() - 1);
                out.push_str(&format!(" lang=\"{tag}\">{passage}"));
            }
            false => out.push_str(&format!("<{part} lang=\"{tag}\">{passage}</{part}>")),
        }
        text = behind;
    }
    out.push_str(text);
}

/// The first passage in another language than the page's.
fn foreign(text: &str, lang: Lang) -> Option<(usize, usize)> {
    match lang {
        Lang::En => chinese(text),
        Lang::Zh => english(text),
    }
}

/// From the first Chinese character to the last before a word of another script that stands
/// apart.
fn chinese(text: &str) -> Option<(usize, usize)> {
    let from = text.find(is_chinese)?;
    let mut to = from;
    let (mut is_apart, mut has_word) = (false, false);
    for (at, c) in text[from..].char_indices() {
        match c {
            c if is_chinese(c) => {
                (is_apart, has_word) = (false, false);
                to = from + at + c.len_utf8();
            }
            c if c.is_alphabetic() => has_word = true,
            c if c.is_whitespace() => is_apart = true,
            _ => {}
        }
        if is_apart && has_word {
            break;
        }
    }
    Some((from, to))
}

/// Letters, and the marks that stand among them alone.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3011}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Words of Latin letters alone, one space apart.
fn english(text: &str) -> Option<(usize, usize)> {
    let is_end = |c: char| !(c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | ','));
    let mut at = 0;
    for run in text.split_inclusive(is_end) {
        let start = at;
        at += run.len();
        let words = run.trim_end_matches(is_end);
        let first = words.len() - words.trim_start_matches([' ', '-', ',']).len();
        let words = words.trim_matches([' ', '-', ',']);
        let is_word = |word: &&str| word.chars().any(|c| c.is_ascii_lowercase());
        if words.split(' ').filter(is_word).count() >= WORDS {
            return Some((start + first, start + first + words.len()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_of_the_other_language_say_so_and_nothing_else_does() {
        for (lang, markup, expected) in [
            (Lang::En, "<td><bdi>定海区</bdi></td>", "<td><bdi lang=\"zh-CN\">定海区</bdi></td>"),
            (
                Lang::En,
                "<p>Plan: 第 9 行 (all)</p>",
                "<p>Plan: <span lang=\"zh-CN\">第 9 行</span> (all)</p>",
            ),
            (
                Lang::En,
                "与GDP增长同步 and 就业",
                "<span lang=\"zh-CN\">与GDP增长同步</span> and <span lang=\"zh-CN\">就业</span>",
            ),
            (Lang::En, "<a title=\"定海\">met, 5 of 6</a>", "<a title=\"定海\">met, 5 of 6</a>"),
            (Lang::En, "<bdi>嵊泗县.csv</bdi>:5", "<bdi>嵊泗县.csv</bdi>:5"),
            (
                Lang::En,
                "<svg><text>定海</text></svg><p>定海</p>",
                "<svg><text><tspan lang=\"zh-CN\">定海</tspan></text></svg>\
                 <p><span lang=\"zh-CN\">定海</span></p>",
            ),
            (
                Lang::Zh,
                "<p>规划：<bdi>Five-Year Plan for Employment</bdi></p>",
                "<p>规划：<bdi lang=\"en\">Five-Year Plan for Employment</bdi></p>",
            ),
            (
                Lang::Zh,
                "备注（not yet counted）。",
                "备注（<span lang=\"en\">not yet counted</span>）。",
            ),
            (Lang::Zh, "SHA-256 UTF-8 CSV data/2023.csv:5", "SHA-256 UTF-8 CSV data/2023.csv:5"),
            (Lang::Zh, "&#60;b&#62; 达标", "&#60;b&#62; 达标"),
            (Lang::Zh, "", ""),
        ] {
            assert_eq!(marked(markup, lang), expected);
        }
    }
}
