//! Text that others wrote, made harmless before it enters a page.

use crate::text::in_line;

/// The text in one line: line ends and tabs are blanks, and what is invisible and works
/// on its surroundings is shown as �. What is left may stand in XML too.
pub(super) fn line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FFFE}' | '\u{FFFF}' | '\u{FEFF}' => char::REPLACEMENT_CHARACTER,
            c => in_line(c),
        })
        .collect()
}

/// The first `most` characters of the text, in one harmless line.
pub(super) fn short(text: &str, most: usize) -> String {
    let mut short: String = line(text.get(..cut(text, most)).unwrap_or(text));
    if cut(text, most) < text.len() {
        short.push('…');
    }
    short
}

/// The text in harmless lines, as many as it has.
pub(super) fn lines(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Where the character after the first `most` begins.
fn cut(text: &str, most: usize) -> usize {
    text.char_indices().nth(most).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_works_on_its_surroundings_is_left() {
        assert_eq!(
            line("\u{FEFF}甲\u{202E}乙\r\n丙\u{0}\u{1b}[31m\u{FFFF}"),
            "\u{FFFD}甲\u{FFFD}乙  丙\u{FFFD}\u{FFFD}[31m\u{FFFD}"
        );
        assert_eq!(line("𠮷 é 👪"), "𠮷 é 👪");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(short("残疾人就业率", 3), "残疾人…");
        assert_eq!(short("残疾人", 3), "残疾人");
    }
}
