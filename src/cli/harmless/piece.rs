//! What begins where something that is obeyed may begin.

use dabiao::render::Ink;
use dabiao::text::{is_hidden, is_obeyed};

use super::Kind;

/// No sequence of ours that sets a colour is longer.
const LONGEST: usize = 16;

/// How the commands begin that runners take anywhere in a line.
const NUMBERED: [&[u8]; 3] = [b"##[", b"##vso[", b"##teamcity["];

/// What begins at a byte.
pub(super) enum Piece {
    /// So many bytes are harmless.
    Passes(usize),
    /// Obeyed, or not seen by those who read it.
    Obeyed(char),
    /// Of a runner.
    Command,
    /// More bytes are needed to say.
    Part,
}

impl Piece {
    /// What begins there in what is written; `at_start` if only blanks stand before it in its line.
    /// `end` is that of what stands before it.
    pub(super) fn at(from: &[u8], kind: Kind, at_start: bool, end: &[u8]) -> Self {
        match from {
            [0x1B, ..] if kind == (Kind::Text { color: true }) => colour(from),
            [b':', b':', ..] if at_start => Self::Command,
            [b':', b':', ..] => Self::Passes(2),
            [b'#', ..] => numbered(from),
            [b':'] => Self::Part,
            [b':', ..] => Self::Passes(1),
            [lead @ 0xC2..=0xFF, ..] => {
                character(from, length(*lead), kind.is_read().then_some(end))
            }
            [control, ..] => Self::Obeyed(char::from(*control)),
            [] => Self::Part,
        }
    }
}

/// What begins at a number sign.
fn numbered(from: &[u8]) -> Piece {
    let begins = |with: &[u8], text: &[u8]| {
        text.get(..with.len()).is_some_and(|text| text.eq_ignore_ascii_case(with))
    };
    if NUMBERED.iter().any(|command| begins(command, from)) {
        Piece::Command
    } else if NUMBERED.iter().any(|command| begins(from, command)) {
        Piece::Part
    } else {
        Piece::Passes(1)
    }
}

/// How many bytes a character has by its first one.
fn length(lead: u8) -> usize {
    match lead {
        0xF0.. => 4,
        0xE0.. => 3,
        _ => 2,
    }
}

/// A character of so many bytes, which may be one that is obeyed, or that those who read it do not
/// see, behind what they saw.
fn character(from: &[u8], length: usize, seen: Option<&[u8]>) -> Piece {
    let Some(bytes) = from.get(..length) else { return Piece::Part };
    let c = std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next());
    match c {
        Some(c) if is_obeyed(c) => Piece::Obeyed(c),
        Some(c) if seen.is_some_and(|end| is_hidden(last(end), c)) => Piece::Obeyed(c),
        Some(_) => Piece::Passes(length),
        None => Piece::Passes(1),
    }
}

/// The last character of bytes of which the first may be of another.
fn last(end: &[u8]) -> Option<char> {
    let text = end.iter().rposition(|byte| !matches!(byte, 0x80..=0xBF)).map(|at| &end[at..])?;
    let c = std::str::from_utf8(text).ok()?.chars().next();
    c.filter(|c| *c != '\0')
}

/// A sequence that sets a colour, as ours do, and nothing that hides.
fn colour(from: &[u8]) -> Piece {
    let Some(end) = from.iter().take(LONGEST).position(|byte| *byte == b'm') else {
        let is_begun = from.len() < LONGEST
            && (from.len() == 1 || from[1] == b'[')
            && from.iter().skip(2).all(|byte| byte.is_ascii_digit() || *byte == b';');
        return if is_begun { Piece::Part } else { Piece::Obeyed('\u{1B}') };
    };
    let codes =
        from[..end].strip_prefix(b"\x1B[").and_then(|codes| std::str::from_utf8(codes).ok());
    let is_ours =
        |code: &str| matches!(code, "" | "0" | "1" | "2" | "3" | "4" | "22" | "23" | "24" | "39");
    let is_ink = |code: &str| Ink::ALL.iter().any(|ink| ink.code().to_string() == code);
    let is_ours = codes.is_some_and(|codes| match codes.strip_prefix("38;5;") {
        Some(color) => is_ink(color),
        None => codes.split(';').all(is_ours),
    });
    if is_ours { Piece::Passes(end + 1) } else { Piece::Obeyed('\u{1B}') }
}
