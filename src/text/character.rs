//! Which characters show nothing, and the half width of those that are wide.

use std::borrow::Cow;

/// Whether a character shows nothing and takes no room: of no width, a mark of direction,
/// a byte order mark, a selector of a variant, a control that is no blank. Copying from a
/// page, a dialog or a chat leaves them.
///
/// A NUL is none of them: where one stands, the bytes are no text.
#[inline]
pub fn is_invisible(c: char) -> bool {
    // Nearly all text is printable ASCII or ideographs.
    if matches!(c, ' '..='~' | '\u{3000}'..='\u{3163}' | '\u{3165}'..='\u{D7FF}') {
        return false;
    }
    matches!(
        c,
        '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'
            | '\u{AD}' // a hyphen for the end of a line
            | '\u{34F}' | '\u{61C}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // fillers of Hangul
            | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFC}' // of notes; the place of an object
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether a character sets or turns the direction of the text around it: a name that holds
/// one reorders the line that it stands in.
#[inline]
pub fn is_direction(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// The mark that turns what follows it round: `12` is seen as 21.
const TURNS: char = '\u{202E}';

/// Whether a character can be passed over where nothing is looked for: white space, or
/// invisible, but for the mark that turns digits round.
#[inline]
pub fn is_blank(c: char) -> bool {
    // The blank of Braille is no white space to Unicode.
    c.is_whitespace() || c == '\u{2800}' || is_invisible(c) && c != TURNS
}

/// Whether nobody can see anything in a text: it is no name, no reason and no remark.
///
/// ```
/// use dabiao::text::says_nothing;
///
/// assert!(says_nothing(" \u{200B}\u{2800}"));
/// assert!(says_nothing("=\"\""));
/// assert!(!says_nothing("—"));
/// ```
pub fn says_nothing(text: &str) -> bool {
    // A look tells it of nearly every name.
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\u{4E00}'..='\u{9FFF}');
    if text.starts_with(is_letter) {
        return false;
    }
    typed(text).chars().all(|c| is_blank(c) || is_invisible(c))
}

/// Whether a text has digits behind a mark that turns them round. Then the mark is left
/// in, so that nothing is read: what is seen is not what is written.
pub(super) fn is_turned(text: &str) -> bool {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    text.find(TURNS).is_some_and(|at| text[at..].contains(digit))
}

/// Whether a character is left out of a text; `turned` as [`is_turned`] says.
pub(super) fn is_left_out(c: char, turned: bool) -> bool {
    is_invisible(c) && !(turned && c == TURNS)
}

/// A text without the byte order marks before it: programs that join files leave several.
pub fn without_marks(text: &str) -> &str {
    text.trim_start_matches('\u{FEFF}')
}

/// The text without what is invisible.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_invisible) {
        return Cow::Borrowed(text);
    }
    let turned = is_turned(text);
    Cow::Owned(text.chars().filter(|c| !is_left_out(*c, turned)).collect())
}

/// Digits, letters, signs and blanks in half width, and nothing that is invisible: for
/// numbers and what stands beside them.
///
/// A map of its own: a Unicode normalisation would also turn ① into 1 and ½ into 1⁄2.
///
/// ```
/// use dabiao::text::half_width;
///
/// assert_eq!(half_width("５５．２％"), "55.2%");
/// assert_eq!(half_width("\u{202D}3512\u{202C}"), "3512");
/// assert_eq!(half_width("①"), "①");
/// ```
pub fn half_width(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| half(c) == c && !is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let turned = is_turned(text);
    Cow::Owned(text.chars().filter(|c| !is_left_out(*c, turned)).map(half).collect())
}

/// A character in half width.
#[inline]
pub(super) fn half(c: char) -> char {
    match c {
        // The full-width forms of ASCII stand in its order.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '\u{2212}' => '-',
        '\u{FE50}'..='\u{FE6B}' => small(c),
        c => c,
    }
}

/// The small forms of ASCII, which input methods offer beside the wide ones.
fn small(c: char) -> char {
    match c {
        '﹐' => ',',
        '﹒' => '.',
        '﹔' => ';',
        '﹕' => ':',
        '﹖' => '?',
        '﹗' => '!',
        '﹙' => '(',
        '﹚' => ')',
        '﹛' => '{',
        '﹜' => '}',
        '﹟' => '#',
        '﹠' => '&',
        '﹡' => '*',
        '﹢' => '+',
        '﹣' => '-',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '﹨' => '\\',
        '﹩' => '$',
        '﹪' => '%',
        '﹫' => '@',
        c => c,
    }
}

/// A cell without the blanks around it, and without what tells a spreadsheet program to
/// take a number for text: an apostrophe before it, or `="…"` around it.
///
/// ```
/// use dabiao::text::typed;
///
/// assert_eq!(typed(" '330902"), "330902");
/// assert_eq!(typed("=\"330902\""), "330902");
/// assert_eq!(typed("=A1+1"), "=A1+1");
/// ```
pub fn typed(cell: &str) -> &str {
    let cell = cell.trim_matches(is_blank);
    let quoted = cell.strip_prefix(['=', '＝']).map(|rest| rest.trim_start_matches(is_blank));
    let inner = quoted
        .and_then(|rest| rest.strip_prefix('"')?.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .or_else(|| cell.strip_prefix(['\'', '＇', '‘', '’']));
    inner.map_or(cell, |inner| inner.trim_matches(is_blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shows_nothing_is_taken_out_and_what_is_seen_is_not() {
        for mark in [
            '\u{1}',
            '\u{1A}',
            '\u{7F}',
            '\u{AD}',
            '\u{34F}',
            '\u{61C}',
            '\u{115F}',
            '\u{1160}',
            '\u{3164}',
            '\u{FFA0}',
            '\u{180E}',
            '\u{200B}',
            '\u{200C}',
            '\u{200D}',
            '\u{200E}',
            '\u{200F}',
            '\u{202A}',
            '\u{202B}',
            '\u{202C}',
            '\u{202D}',
            '\u{202E}',
            '\u{2060}',
            '\u{2063}',
            '\u{2066}',
            '\u{2069}',
            '\u{206F}',
            '\u{FE00}',
            '\u{FE0F}',
            '\u{FEFF}',
            '\u{FFF9}',
            '\u{FFFC}',
            '\u{E0001}',
            '\u{E0100}',
        ] {
            assert!(is_invisible(mark), "{mark:?}");
            assert_eq!(visible(&format!("定{mark}海区")), "定海区", "{mark:?}");
        }
        for seen in ['a', '0', '~', '定', '〇', '—', '　', ' ', '\n', '\t', '\0', '①', 'é', '가']
        {
            assert!(!is_invisible(seen), "{seen:?}");
        }
    }

    #[test]
    fn digits_that_are_shown_turned_round_are_not_made_plain() {
        assert_eq!(half_width("\u{202E}12"), "\u{202E}12");
        assert_eq!(visible("\u{202E}３３０９"), "\u{202E}３３０９");
        assert_eq!(visible("\u{202E}定海区"), "定海区");
        assert_eq!(half_width("12\u{202E}"), "12", "nothing stands behind it");
    }

    #[test]
    fn wide_and_small_forms_become_half_and_nothing_else_does() {
        assert_eq!(half_width("（Ａ＋ｂ）　－１，２３４．５％：＝"), "(A+b) -1,234.5%:=");
        assert_eq!(half_width("﹣3﹒1﹪"), "-3.1%");
        assert_eq!(half_width("\u{2212}3"), "-3");
        for kept in ["①", "½", "²", "Ⅱ", "㎡", "—", "–3", "〇", "。", "五十"] {
            assert_eq!(half_width(kept), kept);
        }
    }

    #[test]
    fn only_a_plain_text_within_quotes_is_taken_out_of_them() {
        for (cell, inner) in [
            ("= \"3512\"", "3512"),
            ("＝\" 3512 \"", "3512"),
            ("‘3512", "3512"),
            ("\u{200B}'3512\u{A0}", "3512"),
            ("=\"35\"&\"12\"", "=\"35\"&\"12\""),
            ("=3512", "=3512"),
            ("\"3512\"", "\"3512\""),
            ("''5", "'5"),
        ] {
            assert_eq!(typed(cell), inner, "{cell}");
        }
    }
}
