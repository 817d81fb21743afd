//! What a terminal or a runner of CI would obey, and what nobody sees.

use super::{is_blank, is_direction, is_invisible};

/// So many bytes are looked through in one go.
const LOT: usize = 64;

/// A control, a mark that turns the direction, or an end of a line that is not ours.
pub fn is_obeyed(c: char) -> bool {
    c.is_control() || is_direction(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// A character of others' text in one line: line ends and tabs are blanks, and for what else is
/// obeyed stands �.
pub fn in_line(c: char) -> char {
    match c {
        // Nearly all of Chinese text.
        '\u{3000}'..='\u{9FFF}' => c,
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if is_obeyed(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Whether nobody sees that a character is there, by the one before it: it is invisible, and
/// neither chooses the form of that one nor joins it to the next, as in an emoji of several.
///
/// ```
/// use dabiao::text::is_hidden;
///
/// assert!(is_hidden(Some('甲'), '\u{200B}') && is_hidden(Some('甲'), '\u{200D}'));
/// assert!(is_hidden(None, '\u{FE0F}') && is_hidden(Some(' '), '\u{E0100}'));
/// assert!(!is_hidden(Some('葛'), '\u{E0100}') && !is_hidden(Some('👩'), '\u{200D}'));
/// ```
pub fn is_hidden(before: Option<char>, c: char) -> bool {
    let is_drawn = |before: char| !is_blank(before) && !is_invisible(before);
    // Letters that are written joined, and signs and emoji, with their selector or without.
    let is_joined = |before: char| {
        matches!(before, '\u{600}'..='\u{DFF}' | '\u{1800}'..='\u{18AF}')
            || matches!(before, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
    };
    is_invisible(c)
        && !before.is_some_and(|before| match c {
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => is_drawn(before),
            '\u{180B}'..='\u{180F}' => matches!(before, '\u{1800}'..='\u{18AF}'),
            '\u{200C}' | '\u{200D}' => is_joined(before),
            _ => false,
        })
}

/// Whether a byte may begin what is obeyed, in text whose lines a runner may take for commands
/// or in other.
#[inline]
pub const fn may_begin(byte: u8, is_of_lines: bool) -> bool {
    let command = if is_of_lines { b':' } else { b'#' };
    let is_control = (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7F);
    // U+0080… and U+200E…, U+061C
    let is_lead = (byte & 0xDF == 0xC2) | (byte == 0xD8);
    is_control | is_lead | (byte == b'#') | (byte == command)
}

/// Whether a byte may begin what nobody sees and [`may_begin`] does not know.
const fn may_hide(byte: u8) -> bool {
    (byte == 0xCD)
        | (byte == 0xE1)
        | (byte == 0xE3)
        | (byte == 0xEF)
        | (byte == 0xF0)
        | (byte == 0xF3)
}

/// The same by the byte behind it as well, which tells nearly all signs of Chinese from it.
fn may_hide_with(byte: u8, next: Option<u8>) -> bool {
    next.is_none_or(|next| match byte {
        0xCD => next == 0x8F,
        0xE1 => matches!(next, 0x85 | 0x9E | 0xA0),
        0xE3 => next == 0x85,
        0xEF => matches!(next, 0xB8 | 0xBB | 0xBE | 0xBF),
        0xF0 => matches!(next, 0x9B | 0x9D),
        other => other == 0xF3,
    })
}

/// Where the first byte is that may begin what is obeyed.
pub fn first_that_may_begin(bytes: &[u8], is_of_lines: bool) -> Option<usize> {
    let may_begin = |byte: u8| may_begin(byte, is_of_lines);
    first(bytes, may_begin, |byte, _| may_begin(byte))
}

/// Where the first byte is that may begin what is obeyed, or what nobody sees.
pub fn first_that_may_hide(bytes: &[u8], is_of_lines: bool) -> Option<usize> {
    let may_begin = |byte: u8| may_begin(byte, is_of_lines);
    let is_it = |byte, next| may_begin(byte) || may_hide(byte) && may_hide_with(byte, next);
    first(bytes, |byte| may_begin(byte) | may_hide(byte), is_it)
}

/// Where the first byte is that is meant, by itself and the one behind it. Nearly no lot of bytes
/// has one that `may_be`, and without branches a lot is looked through at once.
fn first(
    bytes: &[u8],
    may_be: impl Fn(u8) -> bool,
    is_it: impl Fn(u8, Option<u8>) -> bool,
) -> Option<usize> {
    let is_clear = |lot: &&[u8; LOT]| !lot.iter().fold(false, |any, byte| any | may_be(*byte));
    let mut at = 0;
    while at < bytes.len() {
        let (lots, _) = bytes.get(at..)?.as_chunks::<LOT>();
        at += lots.iter().take_while(is_clear).count() * LOT;
        let end = bytes.len().min(at + LOT);
        let lot = bytes.get(at..end)?.iter().enumerate();
        let next = |behind: usize| bytes.get(at + behind + 1).copied();
        if let Some((behind, _)) =
            lot.into_iter().find(|(behind, byte)| is_it(**byte, next(*behind)))
        {
            return Some(at + behind);
        }
        at = end;
    }
    None
}

/// Whether surely nothing in a text is obeyed, whatever stands before it and behind it.
///
/// ```
/// use dabiao::text::is_harmless;
///
/// assert!(is_harmless("≥90%，“甲”\n".as_bytes(), true));
/// assert!(!is_harmless("甲\u{202E}乙".as_bytes(), true));
/// assert!(is_harmless(b"::", false) && !is_harmless(b"::", true));
/// ```
pub fn is_harmless(text: &[u8], is_of_lines: bool) -> bool {
    let mut rest = text;
    while let Some(at) = first_that_may_begin(rest, is_of_lines) {
        let from = &rest[at..];
        // The only leads that may begin.
        let length = match from[0] {
            0xC2 | 0xD8 => 2,
            0xE2 => 3,
            _ => return false,
        };
        let c = from.get(..length).and_then(|c| std::str::from_utf8(c).ok());
        if c.is_none_or(|c| c.contains(is_obeyed)) {
            return false;
        }
        rest = &from[length..];
    }
    true
}
