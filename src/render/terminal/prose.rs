//! Sentences in lines that fit a width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::render::plain;

/// A text in lines of at most `most` columns, those after the first indented. Lines end
/// at blanks and between Chinese characters, never within a number or a word that fits,
/// and none begins with a closing mark.
pub(in crate::render) fn filled(start: &str, text: &str, most: usize) -> String {
    let start = plain::line(start);
    let indent = start.width();
    let room = most.saturating_sub(indent).max(2);
    let text = plain::line(text);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for piece in pieces(&text) {
        for part in parts(piece, room) {
            match lines.last_mut() {
                Some(line) if used + part.trim_end().width() <= room => line.push_str(part),
                _ => {
                    used = 0;
                    lines.push(part.to_owned());
                }
            }
            used += part.width();
        }
    }
    let margin = " ".repeat(indent);
    let mut page = String::new();
    for (at, line) in lines.iter().enumerate() {
        page.push_str(if at == 0 { &start } else { &margin });
        page.push_str(line.trim_end());
        page.push('\n');
    }
    page
}

/// The pieces between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_part(before, c)) {
            pieces.push(&text[from..at]);
            from = at;
        }
        before = Some(c);
    }
    pieces.push(&text[from..]);
    pieces
}

fn may_part(before: char, after: char) -> bool {
    let opens = |c: char| "（“《(".contains(c);
    let closes = |c: char| "，。；：、）”》！？,.;:)%".contains(c);
    let wide = |c: char| c.width() == Some(2);
    if after == ' ' || closes(after) || opens(before) {
        return false;
    }
    before == ' ' || wide(before) || wide(after)
}

/// The piece itself; one wider than the room in parts that fit.
fn parts(piece: &str, room: usize) -> Vec<&str> {
    let (mut parts, mut from, mut used) = (Vec::new(), 0, 0);
    for (at, c) in piece.char_indices() {
        let width = c.width().unwrap_or(0);
        if used + width > room && c != ' ' {
            parts.push(&piece[from..at]);
            (from, used) = (at, 0);
        }
        used += width;
    }
    parts.push(&piece[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_part_neither_numbers_nor_a_mark_from_its_word() {
        let text = "2023 年 66.67%，滞后（当年要求 ≥89.556%）；目标 ≥90%。";
        assert_eq!(
            filled("1. ", text, 24),
            "1. 2023 年 66.67%，滞后\n   （当年要求\n   ≥89.556%）；目标\n   ≥90%。\n"
        );
        assert_eq!(filled("", "projected to miss it.", 12), "projected to\nmiss it.\n");
    }

    #[test]
    fn nothing_typed_works_on_its_surroundings_wherever_it_stands() {
        for (start, text) in [("甲\u{202E}: ", "乙"), ("", "甲\u{2066}乙"), ("\u{1b}[31m", "乙")]
        {
            let page = filled(start, text, 40);
            assert!(
                page.contains('\u{FFFD}') && !page.contains(['\u{202E}', '\u{2066}', '\u{1b}'])
            );
        }
    }

    #[test]
    fn a_word_wider_than_the_room_is_parted_all_the_same() {
        assert_eq!(filled("- ", "abcdefg h", 6), "- abcd\n  efg\n  h\n");
        assert_eq!(filled("12. ", "残疾", 1), "12. 残\n    疾\n");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(
            text in "[a-z0-9%≥ 残疾人，（）；。]{0,80}", most in 6usize..60,
        ) {
            let page = filled("· ", &text, most);
            prop_assert!(page.lines().all(|line| line.width() <= most), "{page}");
            let bare = |text: &str| text.chars().filter(|c| !"· \n".contains(*c)).collect::<String>();
            prop_assert_eq!(bare(&page), bare(&text));
        }
    }
}
