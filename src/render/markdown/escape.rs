//! Text of others within Markdown as GitHub and GitLab read it.

use crate::render::plain;

/// Keeps two signs apart and shows nothing, and no line is broken there.
const JOINER: char = '\u{2060}';

/// The most characters of one text.
const MOST: usize = 200;

/// The text in one line, of which nothing is taken for Markdown, for HTML, or for the name
/// of a person, an issue or a page.
pub(super) fn escape(text: &str) -> String {
    escaped(&plain::short(text, MOST))
}

/// A passage of any length, likewise.
pub(in crate::render) fn escape_all(text: &str) -> String {
    escaped(&plain::line(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '#' | '@' | '!' | '$' => {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
        if links(&text[..at], c, &text[at + c.len_utf8()..]) {
            escaped.push(JOINER);
        }
    }
    escaped
}

/// Whether what follows would make a link of itself: `@name`, `#1`, `GH-1`, `http://…`,
/// `www.…`. A backslash does not keep it from that.
fn links(before: &str, c: char, after: &str) -> bool {
    let ends_with = |end: &str| {
        let from = before.len().checked_sub(end.len());
        from.and_then(|from| before.get(from..)).is_some_and(|is| is.eq_ignore_ascii_case(end))
    };
    let is_number = after.starts_with(|c: char| c.is_ascii_digit());
    match c {
        '@' => true,
        '#' | '!' => is_number,
        '-' => is_number && ends_with("gh"),
        ':' => after.starts_with("//"),
        'w' | 'W' => after.starts_with('.') && ends_with("ww"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            escape("a|b`c`*d*_e_[f](g)~~h~~\\"),
            "a\\|b\\`c\\`\\*d\\*\\_e\\_\\[f\\](g)\\~\\~h\\~\\~\\\\"
        );
        assert_eq!(escape("<script>&amp;"), "&lt;script&gt;&amp;amp;");
        assert_eq!(escape("甲\n| 乙"), "甲 \\| 乙");
        assert_eq!(escape("≥55.944%，-1.3"), "≥55.944%，-1.3");
    }

    #[test]
    fn nothing_of_a_text_becomes_a_link() {
        let bare = |text| escape(text).replace('\u{2060}', "·");
        assert_eq!(bare("@octocat #12 #x"), "\\@·octocat \\#·12 \\#x");
        assert_eq!(bare("GH-7 gh-x HTTP://a.b WWW.a.b"), "GH-·7 gh-x HTTP:·//a.b WWW·.a.b");
    }
}
