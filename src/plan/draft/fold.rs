//! One spelling for what documents print in several.

/// The text without white space, in half width, with one sign for each meaning:
/// `［` and `〔` become `[`, every dash `-`, `＞＝` and `≧` become `≥`.
pub(super) fn fold(text: &str) -> String {
    let folded: String = text.chars().filter(|c| !is_unseen(*c)).map(plain).collect();
    folded.replace(">=", "≥").replace("=>", "≥").replace("<=", "≤").replace("=<", "≤")
}

/// White space, control characters, and marks that nobody sees.
fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Zero-width blanks and joiners, directions, byte order marks.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

fn plain(c: char) -> char {
    match c {
        '〔' | '［' | '【' | '〚' | '﹝' => '[',
        '〕' | '］' | '】' | '〛' | '﹞' => ']',
        '≧' | '⩾' | '≽' => '≥',
        '≦' | '⩽' | '≼' => '≤',
        '﹥' => '>',
        '﹤' => '<',
        '﹪' => '%',
        '‐'..='―' | '−' | '─' | '━' | '﹣' | '－' => '-',
        '〜' | '∼' | '∽' => '~',
        '﹡' | '※' | '∗' => '*',
        // The full-width forms of ASCII stand in its order.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
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
    let mut tidy = String::with_capacity(text.len());
    for piece in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let piece: String = piece.chars().filter(|c| !is_invisible(*c)).collect();
        // Beside Chinese characters a blank is layout: 指 标, or a broken line.
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
        if joins(tidy.chars().next_back()) && joins(piece.chars().next()) {
            tidy.push(' ');
        }
        tidy.push_str(&piece);
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_have_one_spelling() {
        assert_eq!(fold(" ＞＝ ９５％"), "≥95%");
        assert_eq!(fold("〔13.5〕"), fold("［13.5］"));
        assert_eq!(fold("２—３ 个"), "2-3个");
        assert_eq!(fold("－\u{200B}5\u{3000}"), "-5");
    }

    #[test]
    fn a_dash_is_nothing_and_a_word_is_not() {
        for blank in ["", "—", "——", "-", " － ", "/", "…", "无"] {
            assert!(is_blank(&fold(blank)), "{blank:?}");
        }
        for cell in ["-5", "0", "无障碍", "待定"] {
            assert!(!is_blank(&fold(cell)), "{cell:?}");
        }
    }

    #[test]
    fn a_name_broken_over_two_lines_is_one() {
        assert_eq!(tidy(" 残疾人家庭人均\n可支配收入 "), "残疾人家庭人均可支配收入");
        assert_eq!(tidy("R&D 经费\r\n投入"), "R&D经费投入");
        assert_eq!(tidy("PM 2.5 浓度\u{0}\u{FEFF}"), "PM 2.5浓度");
        assert_eq!(tidy("A \\  \"b\" #"), "A \\ \"b\" #");
    }
}
