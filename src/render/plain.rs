//! Text that others wrote, made harmless before it enters a page.

use crate::text::{in_line, is_hidden};

/// The text in one line: line ends and tabs are blanks, and what is invisible and works
/// on its surroundings is shown as �. What is left may stand in XML too.
pub(super) fn line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FFFE}' | '\u{FFFF}' => char::REPLACEMENT_CHARACTER,
            c => in_line(c),
        })
        .collect()
}

/// The same for a document that is handed on, and passes no writer to people: what nobody sees
/// is shown as � too.
pub(super) fn seen(text: &str) -> String {
    let mut before = None;
    line(text)
        .chars()
        .map(|c| match is_hidden(before.replace(c), c) {
            true => char::REPLACEMENT_CHARACTER,
            false => c,
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
            line("甲\u{202E}乙\r\n丙\u{0}\u{1b}[31m\u{FFFF}"),
            "甲\u{FFFD}乙  丙\u{FFFD}\u{FFFD}[31m\u{FFFD}"
        );
        assert_eq!(line("𠮷 é 👪"), "𠮷 é 👪");
    }

    #[test]
    fn what_nobody_sees_is_shown_in_what_is_handed_on_and_kept_for_programs() {
        for hidden in ['\u{FEFF}', '\u{200B}', '\u{AD}', '\u{3164}', '\u{E0041}'] {
            let text = format!("{hidden}甲{hidden}乙");
            assert_eq!(seen(&text), "\u{FFFD}甲\u{FFFD}乙", "{hidden:?}");
            assert_eq!(line(&text), text);
        }
        assert_eq!(seen("葛\u{E0100} 👩\u{200D}🦽"), "葛\u{E0100} 👩\u{200D}🦽");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(short("残疾人就业率", 3), "残疾人…");
        assert_eq!(short("残疾人", 3), "残疾人");
    }
}
