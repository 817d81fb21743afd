//! What a terminal or a runner of CI would obey.

use super::is_direction;

/// So many bytes are looked through in one go.
const LOT: usize = 64;

/// A control, a mark that turns the direction, or an end of a line that is not ours.
pub fn is_obeyed(c: char) -> bool {
    c.is_control() || is_direction(c) || matches!(c, '\u{2028}' | '\u{2029}')
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

/// Where the first byte is that may begin what is obeyed. Nearly no lot of bytes has one, and
/// without branches a lot is looked through at once.
pub fn first_that_may_begin(bytes: &[u8], is_of_lines: bool) -> Option<usize> {
    let may_begin = |byte: u8| may_begin(byte, is_of_lines);
    let (lots, _) = bytes.as_chunks::<LOT>();
    let is_clear = |lot: &&[u8; LOT]| !lot.iter().fold(false, |any, byte| any | may_begin(*byte));
    let from = lots.iter().take_while(is_clear).count() * LOT;
    bytes.get(from..)?.iter().position(|byte| may_begin(*byte)).map(|at| from + at)
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
